//! The rows of a report: the stations of the way, the addresses, the checks, the requests, and what could not be seen.

use crate::case::Stopped;
use crate::check::Judged;
use crate::command;
use crate::foreign;
use crate::gateway::{Inbound, Known, READ, Sure};
use crate::page;
use crate::probe::{Caller, Purpose, Response, Speaker, limits};
use crate::reading::Meaning;
use crate::report::{Cause, Endpoint, Finding, ProbeLine, Station, Stop, StopState, Unsure};
use crate::shop::Scheme;
use crate::text;
use crate::verdict::{CheckId, Reason, Surface, Verdict};

use super::Writer;
use crate::diagnosis::proof;
use crate::diagnosis::question;
use crate::diagnosis::ranking::Ranked;
use crate::diagnosis::way::way;

impl Writer<'_> {
    pub(super) fn stops(&self, ranked: &Ranked) -> Vec<Stop> {
        let Some(first) = ranked.causes.first() else {
            return Vec::new();
        };
        let elsewhere = self.answered_at();
        let is_unsure = |id: CheckId| {
            let mut judged = ranked.judged.iter();
            judged.any(|(check, judged)| *check == id && judged.verdict == Verdict::Unsure)
        };
        let word = |station, state| match (station, state, &elsewhere) {
            (Station::Provider, StopState::NotReached, _) => {
                let caller = if self.case.imitates_provider() {
                    Caller::Provider
                } else {
                    Caller::Browser
                };
                text::start(self.language, caller).to_owned()
            }
            (Station::Dns, StopState::Passed, _) if is_unsure(CheckId::PublicAddress) => {
                text::way(self.language).answers_here.to_owned()
            }
            (Station::WooCommerce | Station::Gateway, StopState::NotReached, Some(place)) => {
                text::fill(text::way(self.language).instead, &[("place", place)])
            }
            _ => {
                let word = text::stop_word(self.language, state);
                match self.doer(first).filter(|_| state == StopState::Stopped) {
                    Some(doer) => [word, ": ", doer].concat(),
                    None => word.to_owned(),
                }
            }
        };
        let stops = way(self.case, first).into_iter();
        let stops = stops.map(|(station, state)| Stop {
            station,
            name: text::station(self.language, station).to_owned(),
            state,
            word: word(station, state),
        });
        stops.collect()
    }

    /// Where the callback is answered instead, such as `/sv/`, where its own address is not.
    fn answered_at(&self) -> Option<String> {
        let case = self.case;
        case.reading(Purpose::Endpoint)
            .filter(|reading| !reading.arrived() && reading.meaning != Meaning::Hidden)?;
        let forms = [
            Purpose::Prefixed,
            Purpose::QueryForm,
            Purpose::PathinfoForm,
            Purpose::Hop,
        ];
        let registered = Meaning::Arrived { registered: true };
        let answered = forms.iter().find_map(|form| {
            let mut asked = case.asked.iter();
            asked.find(|asked| {
                let meaning = asked.heard.as_ref().map(|heard| &heard.reading.meaning);
                asked.probe.purpose == *form && meaning == Some(&registered)
            })
        })?;
        let place = proof::place(case, &answered.probe.url);
        // Where its name begins nothing more is needed to know the form.
        Some(match place.split_once("wc-api") {
            Some((before, name)) if name.starts_with('/') => before.to_owned(),
            Some((before, _)) => [before, "wc-api"].concat(),
            None => place,
        })
    }

    /// The address as the gateway builds it, and the prefixed one where a language is put into it.
    pub(super) fn endpoints(&self) -> Vec<Endpoint> {
        let case = self.case;
        let mut urls = vec![(Purpose::Endpoint, case.callback_url().to_string())];
        if let Some(prefixed) = case
            .asked
            .iter()
            .find(|a| a.probe.purpose == Purpose::Prefixed)
        {
            urls.push((Purpose::Prefixed, prefixed.probe.url.clone()));
        }
        let gateway = || (!case.is_stranger).then(|| case.gateway.id.to_owned());
        let line = |(purpose, url): (Purpose, String)| match case.heard(purpose) {
            Some(heard) => Endpoint {
                gateway: gateway(),
                url,
                verdict: match &heard.reading.meaning {
                    Meaning::Arrived { registered: true }
                        if purpose != Purpose::Endpoint || !self.differs() =>
                    {
                        Verdict::Pass
                    }
                    Meaning::Hidden => Verdict::Unsure,
                    _ => Verdict::Fail,
                },
                speaker: heard.reading.speaker,
                answer: text::answer_line(self.language, &heard.answer, heard.reading.speaker),
            },
            None => Endpoint {
                gateway: gateway(),
                url,
                verdict: Verdict::Unsure,
                speaker: Speaker::Nobody,
                answer: text::way(self.language).not_asked.to_owned(),
            },
        };
        urls.into_iter().map(line).collect()
    }

    /// Whether a browser arrives and the provider's profile does not.
    fn differs(&self) -> bool {
        self.case
            .endpoint(Caller::Provider)
            .is_some_and(|provider| !provider.reading.arrived())
    }

    pub(super) fn finding(&self, id: CheckId, judged: &Judged) -> Finding {
        let words = text::check(self.language, id);
        let version = self
            .case
            .version
            .map(|version| version.to_string())
            .unwrap_or_default();
        let elsewhere = self.answered_at();
        let way = text::way(self.language);
        let summary = match judged.verdict {
            Verdict::Pass if elsewhere.is_some() && id == CheckId::WoocommerceAnswers => {
                way.woocommerce_instead
            }
            Verdict::Pass if elsewhere.is_some() && id == CheckId::GatewayListens => {
                way.gateway_instead
            }
            Verdict::Pass => words.pass,
            Verdict::Fail => words.fail,
            Verdict::Unsure => words.unsure,
            Verdict::NotApplicable => words.not_applicable,
        };
        let is_elsewhere = judged.verdict == Verdict::Pass;
        let place = elsewhere.filter(|_| is_elsewhere);
        let place = place.unwrap_or_else(|| self.place());
        let values = [
            ("gateway", self.gateway_name()),
            ("version", version.as_str()),
            ("who", self.who()),
            ("place", place.as_str()),
        ];
        Finding {
            check: id.as_str().to_owned(),
            title: text::fill(words.title, &values),
            verdict: judged.verdict,
            summary: [
                text::fill(summary, &values),
                self.with_notes("", &judged.found),
            ]
            .concat(),
            causes: judged.found.iter().map(|found| found.cause).collect(),
            evidence: judged.evidence.clone(),
        }
    }

    pub(super) fn probes(&self) -> Vec<ProbeLine> {
        let lines = self.case.asked.iter().map(|asked| {
            let heard = asked.heard.as_ref();
            let response = heard.and_then(|heard| heard.answer.response());
            let speaker = heard.map_or(Speaker::Nobody, |heard| heard.reading.speaker);
            ProbeLine {
                purpose: asked.probe.purpose,
                title: text::purpose(self.language, asked.probe.purpose).to_owned(),
                caller: heard.map_or(asked.probe.caller, |heard| heard.answer.caller),
                method: asked.probe.method,
                url: asked.probe.url.clone(),
                pending: heard.is_none() && self.case.stopped.is_none(),
                status: response.map(|response| response.status),
                speaker,
                answer: heard.map_or_else(String::new, |heard| {
                    text::answer_line(self.language, &heard.answer, speaker)
                }),
                headers: response.map(deciding_headers).unwrap_or_default(),
                excerpt: response.map(excerpt).unwrap_or_default(),
                elapsed_ms: heard.and_then(|heard| heard.answer.elapsed_ms),
                user_agent: asked
                    .probe
                    .user_agent
                    .clone()
                    .filter(|_| asked.caller() == Caller::Provider),
                remote: heard.and_then(|heard| heard.answer.remote.clone()),
            }
        });
        lines.collect()
    }

    /// What could not be seen, each reason once, the most useful first.
    pub(super) fn unsure(&self, ranked: &Ranked, causes: &[Cause], complete: bool) -> Vec<Unsure> {
        let case = self.case;
        let mut ids: Vec<Reason> = Vec::new();
        match case.stopped {
            Some(Stopped::Cancelled) => ids.push(Reason::Cancelled),
            Some(Stopped::OutOfTime) => ids.push(Reason::OutOfTime),
            None if !complete => return Vec::new(),
            None if question::wants_quiet(case) => ids.push(Reason::StoppedEarly),
            None => {}
        }
        let named = !case.others().is_empty();
        let reasons = ranked.judged.iter().filter_map(|(_, judged)| judged.reason);
        let reasons = reasons.filter(|reason| !named || *reason != Reason::GatewayUnseen);
        let unasked = self.is_not_asked();
        ids.extend(reasons.map(|reason| match reason {
            Reason::GatewayUnseen if unasked => Reason::EndpointNotAsked,
            reason => reason,
        }));
        if case.page.is_none() {
            ids.push(Reason::PageNotRead);
        }
        if case.imitates_provider() {
            ids.extend(self.agent_reason());
        } else if case.reads_callbacks() {
            ids.push(Reason::CallerProfile);
        }
        if case.has_brought_answers() {
            ids.push(Reason::BroughtAnswers);
        }
        if case.surface == Surface::InPage && case.shop.scheme() == Scheme::Https {
            ids.push(Reason::HttpFromHttps);
        }
        if !case.has_brought_answers() {
            ids.push(Reason::ProviderNetwork);
        }
        let provider = case.gateway.provider;
        let (agent, place) = (case.agent(), self.place());
        let source = provider.agent.source().map_or("", |(_, source)| source);
        let values = [
            ("gateway", self.gateway_name()),
            ("provider", provider.name),
            ("agent", agent.as_str()),
            ("source", source),
            ("read", READ),
            ("place", place.as_str()),
        ];
        let mut rows: Vec<Unsure> = Vec::new();
        for id in ids {
            if !rows.iter().any(|row| row.id == id.as_str()) {
                let words = text::unsure(self.language, id);
                // A command stands once.
                let stands = |command: &String| {
                    let mut pastes = causes.iter().flat_map(|cause| &cause.remedy.pastes);
                    let mut before = rows.iter().filter_map(|row| row.command.as_ref());
                    pastes.any(|paste| paste.text == *command) || before.any(|row| row == command)
                };
                let command = self.command(id).filter(|command| !stands(command));
                rows.push(Unsure {
                    id: id.as_str().to_owned(),
                    reason: text::fill(words.reason, &values),
                    how: text::fill(words.how, &values),
                    command,
                });
            }
        }
        rows
    }

    /// What is not sure of the name by which the calls were made; of a stranger nothing is known.
    fn agent_reason(&self) -> Option<Reason> {
        let case = self.case;
        if case.is_stranger || case.gateway.inbound == Inbound::Never {
            return None;
        }
        let own = text::remedies(self.language).gateways.iter();
        let mut own = own.filter(|(id, words)| *id == case.gateway.id && words.agent.is_some());
        match case.gateway.provider.agent {
            _ if own.next().is_some() => Some(Reason::ProviderUserAgentUnconfirmed),
            Known::Is(_, Sure::Documented | Sure::InSource, _) => None,
            Known::Is(..) => Some(Reason::ProviderUserAgentReported),
            Known::No => Some(Reason::ProviderUserAgentUnknown),
        }
    }

    /// The command that settles a reason: the provider's call, from a terminal.
    fn command(&self, id: Reason) -> Option<String> {
        let shop = if id == Reason::HttpFromHttps {
            self.case.shop.with_scheme(Scheme::Http)
        } else {
            self.case.shop.clone()
        };
        let call = self.case.call_in(&shop, "", self.case.form())?;
        let agent = self.case.agent();
        id.is_settled_by_a_call().then(|| {
            let agent = Some(agent.as_str());
            command::curl(
                call.method,
                &call.url.to_string(),
                agent,
                command::Shell::Posix,
            )
        })
    }
}

/// Headers that help to understand an answer; cookies are never among them.
const DECIDING_HEADERS: [&str; 16] = [
    "server",
    "content-type",
    "location",
    "x-redirect-by",
    "retry-after",
    "www-authenticate",
    "allow",
    "cf-mitigated",
    "cf-ray",
    "sg-captcha",
    "x-sucuri-id",
    "x-amzn-waf-action",
    "x-cache",
    "cf-cache-status",
    "age",
    "via",
];

fn deciding_headers(response: &Response) -> Vec<String> {
    let lines = DECIDING_HEADERS.iter().filter_map(|name| {
        let value = response.headers.get(name)?;
        let value = foreign::header(name, value, limits::EXCERPT_BYTES);
        Some([name, ": ", &value].concat())
    });
    lines.collect()
}

/// The body of a redirect repeats its target whole. Of a page its text: attributes may hold an order's address.
fn excerpt(response: &Response) -> String {
    if response.headers.get("location").is_some() {
        return String::new();
    }
    if response
        .body
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
    {
        return foreign::text(&page::text_of(&response.body), limits::EXCERPT_BYTES);
    }
    foreign::text(response.body.trim(), limits::EXCERPT_BYTES)
}
