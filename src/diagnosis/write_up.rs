//! From a case to a report: the ranked causes, the checks and the answers, put into words.

use crate::blocker;
use crate::check::{
    Case, CauseId, Found, GATEWAY_UNSEEN, Heard, Judged, Meaning, Stopped, Surface, Verdict,
};
use crate::foreign;
use crate::probe::{Caller, Purpose, Response, Speaker, limits};
use crate::remedy;
use crate::report::{
    Cause, Endpoint, Finding, GatewayLine, ProbeLine, Report, SCHEMA, Station, Stop, StopState,
    Unsure,
};
use crate::shop::{Callback, Scheme};
use crate::text::{self, Language, command};

use super::question::{self, callback_path};
use super::ranking::{Ranked, rank};
use super::way::way;
use super::{orders, proof};

/// Writes the report of a case, also half-way.
pub(super) fn report(
    case: &Case,
    started: Option<String>,
    language: Language,
    complete: bool,
) -> Report {
    let ranked = rank(case);
    let writer = Writer { case, language };
    let first = ranked.causes.first();
    let proof = first.and_then(|first| proof::proof(case, first, language));
    // What the proof quotes needs no second place.
    let quoted = proof.as_ref().and_then(|proof| proof.said.as_deref());
    let causes: Vec<Cause> = ranked
        .causes
        .iter()
        .map(|found| writer.cause(found, quoted))
        .collect();
    let headline = first.map_or_else(String::new, |first| writer.headline(first));
    let ended = complete || case.stopped.is_some();
    let orders = first.filter(|_| ended);
    let orders = orders.map_or_else(Vec::new, |first| orders::orders(case, first, language));
    let verdict = overall(case, &ranked);
    Report {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        shop: case.shop.to_string(),
        gateway: writer.gateway(),
        surface: case.surface,
        started,
        took_ms: None,
        complete,
        verdict,
        headline,
        proof,
        orders,
        causes,
        way: writer.stops(&ranked),
        endpoints: writer.endpoints(),
        findings: ranked
            .judged
            .iter()
            .map(|(id, judged)| writer.finding(id, judged))
            .collect(),
        probes: writer.probes(),
        unsure: writer.unsure(&ranked, complete),
        caveat: caveat(case, verdict, language).to_owned(),
    }
}

/// Of a failure only where it was measured; else what that leaves open.
fn caveat(case: &Case, verdict: Verdict, language: Language) -> &'static str {
    let source = if case.has_brought_answers() {
        text::Source::Brought
    } else if case.has_pasted_callbacks() {
        text::Source::Pasted
    } else if case.surface == Surface::InPage {
        text::Source::Page
    } else {
        text::Source::Here
    };
    match source {
        _ if verdict == Verdict::Fail => text::measured(language, source),
        text::Source::Brought => text::brought_caveat(language),
        text::Source::Pasted => text::pasted_caveat(language),
        text::Source::Here | text::Source::Page => text::caveat(language, case.surface),
    }
}

/// A page cannot look like the provider, and of an answer that was brought along nobody knows who asked: what arrives so
/// leaves the question open.
fn overall(case: &Case, ranked: &Ranked) -> Verdict {
    let blind = matches!(case.surface, Surface::InPage | Surface::Site);
    match ranked.causes.first().map(|found| found.cause) {
        Some(CauseId::Healthy) if blind && !case.imitates_provider() => Verdict::Unsure,
        Some(CauseId::Healthy) => Verdict::Pass,
        Some(CauseId::Undetermined) | None => Verdict::Unsure,
        Some(_) => Verdict::Fail,
    }
}

struct Writer<'c> {
    case: &'c Case,
    language: Language,
}

impl Writer<'_> {
    fn cause(&self, found: &Found, quoted: Option<&str>) -> Cause {
        let words = self.words(found);
        let named = self.doer(found);
        let is_new =
            |reason: &String| quoted.is_none_or(|quoted| !quoted.contains(reason.as_str()));
        let effort = self.with_context(found, remedy::effort);
        let turned_away = self.turned_away(found);
        let found = &match self.reason(found).filter(is_new) {
            Some(reason) => found.clone().note("block-reason").with("reason", reason),
            None => found.clone(),
        };
        Cause {
            id: found.cause,
            blocker: found.blocker.map(|entry| entry.id.to_owned()),
            blocker_name: found.blocker.map(|entry| entry.name.to_owned()),
            blocker_source: found.blocker.and_then(|entry| self.source(entry)),
            confidence: found.confidence,
            title: self.fill(&words.title(named), found),
            summary: self.with_notes(
                found
                    .inferred
                    .and_then(|id| text::note(self.language, id))
                    .or(turned_away)
                    .unwrap_or(words.summary),
                std::slice::from_ref(found),
            ),
            who: effort.map(|(who, _)| who),
            effort: effort.map_or_else(String::new, |(_, sentence)| sentence.to_owned()),
            remedy: self.with_context(found, remedy::remedy),
            evidence: found.evidence.clone(),
        }
    }

    /// What judges by who calls has refused this computer, and of the provider nothing was seen. Of an answer that was
    /// brought along nobody knows who asked.
    fn by_address(&self, found: &Found) -> Option<&'static str> {
        let by_address = found.blocker.is_some_and(|entry| entry.by_address);
        (by_address && found.cause == CauseId::Blocked && !self.case.has_brought_answers())
            .then_some("refused-by-address")
    }

    /// What a product did that is known by name, where nothing more exact is said.
    fn turned_away(&self, found: &Found) -> Option<&'static str> {
        let plain = found.words.or_else(|| self.by_address(found)).is_none();
        let is_told = plain && found.cause == CauseId::Blocked && found.value("status").is_some();
        self.doer(found).filter(|_| is_told)?;
        text::note(self.language, "turned-away")
    }

    /// From an address alone a page of another site sees nothing of the callback: that is no finding.
    fn unseen(&self, found: &Found) -> Option<&'static str> {
        let alone = self.case.surface == Surface::Site && self.case.pasted.is_empty();
        (alone && found.cause == CauseId::Undetermined).then_some("unseen-from-site")
    }

    /// From where a product's answers are known.
    fn source(&self, entry: &blocker::Entry) -> Option<String> {
        let values = [
            ("blocker", entry.name),
            ("source", entry.source),
            ("time", blocker::READ),
        ];
        let sentence = text::ui(self.language).known_from;
        (!entry.source.is_empty()).then(|| text::fill(sentence, &values))
    }

    /// The reason that a named product's page gives for its refusal.
    fn reason(&self, found: &Found) -> Option<String> {
        let refuses = matches!(
            found.cause,
            CauseId::Blocked | CauseId::CallerBlocked | CauseId::RateLimited
        );
        found.blocker.filter(|_| refuses)?;
        blocker::reason(self.answer(found)?)
    }

    /// The gateway that was asked for, or another one that the shop shows in its place.
    fn gateway(&self) -> GatewayLine {
        let case = self.case;
        let others = case.others();
        match others.first().filter(|_| !case.has_gateway()) {
            Some(other) => GatewayLine {
                id: other.id.to_owned(),
                name: other.name.to_owned(),
                version: None,
                seen: true,
            },
            None => GatewayLine {
                id: case.gateway.id.to_owned(),
                name: self.gateway_name().to_owned(),
                version: case.version.map(|version| version.to_string()),
                seen: case.has_gateway(),
            },
        }
    }

    /// What sentences call the gateway: its name, else that of the callback that the person named.
    fn gateway_name(&self) -> &str {
        let case = self.case;
        if !case.other_gateway {
            return case.gateway.name;
        }
        let about = match &case.about {
            Some(Callback::Handler(name) | Callback::Route(name)) => foreign::name(name),
            _ => None,
        };
        let other = || case.others().first().map(|other| other.name);
        about.or_else(other).unwrap_or("WooCommerce")
    }

    fn words(&self, found: &Found) -> &'static text::CauseText {
        let words = found
            .words
            .or_else(|| self.by_address(found))
            .or_else(|| self.unseen(found));
        let variant = words.and_then(|id| text::variant(self.language, id));
        variant.unwrap_or_else(|| text::cause(self.language, found.cause))
    }

    fn headline(&self, found: &Found) -> String {
        let words = self.words(found);
        let headline = self.fill(&words.headline(self.doer(found)), found);
        match found.inferred {
            Some(_) => text::fill(text::inferred(self.language), &[("headline", &headline)]),
            None => headline,
        }
    }

    /// Who did it, where that is a name: a product, or a language plugin. A bare server page names nobody.
    fn doer<'f>(&self, found: &'f Found) -> Option<&'f str> {
        match found.cause {
            CauseId::LanguagePrefixRequired
            | CauseId::LanguagePrefixAdded
            | CauseId::LanguageRedirect => self.language_plugin(found),
            _ => found
                .blocker
                .filter(|entry| entry.names_a_product())
                .map(|entry| entry.name),
        }
    }

    /// A sentence with those that hold in this case after it.
    fn with_notes(&self, sentence: &str, found: &[Found]) -> String {
        let mut text = found
            .first()
            .map_or_else(|| sentence.to_owned(), |first| self.fill(sentence, first));
        for found in found {
            let notes = found
                .notes
                .iter()
                .filter_map(|id| text::note(self.language, id));
            for note in notes {
                text.push(' ');
                text.push_str(&self.fill(note, found));
            }
        }
        text
    }

    fn fill(&self, template: &str, found: &Found) -> String {
        let shop = self.case.shop.to_string();
        let version = self
            .case
            .version
            .map(|version| version.to_string())
            .unwrap_or_default();
        let mut values: Vec<(&str, &str)> = found
            .values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        if let Some(doer) = self.doer(found) {
            values.push(("product", doer));
        }
        values.push(("gateway", self.gateway_name()));
        values.push(("shop", &shop));
        values.push(("version", &version));
        text::fill(template, &values)
    }

    /// Asks for what depends on a cause and on what is known of the shop.
    fn with_context<T>(
        &self,
        found: &Found,
        ask: fn(CauseId, &remedy::Context, Language) -> T,
    ) -> T {
        let case = self.case;
        let host = case.shop.host().to_string();
        let home = case.shop.to_string();
        let callback_paths = self.callback_paths();
        let server = case
            .asked
            .iter()
            .filter_map(|a| a.heard.as_ref()?.answer.response()?.headers.get("server"))
            .find_map(remedy::ServerKind::from_header);
        ask(
            found.cause,
            &remedy::Context {
                home: &home,
                host: &host,
                home_path: case.shop.home_path(),
                callback_paths: &callback_paths,
                prefix: found.value("prefix").filter(|prefix| !prefix.is_empty()),
                language_plugin: self.language_plugin(found),
                gateway: self.gateway_name(),
                user_agent: case.user_agent.as_str(),
                blocker: found.blocker.map(remedy::BlockerRemedy::of),
                redirect: found.redirect.as_ref(),
                answer: self.answer(found),
                server,
                case: found.words.or_else(|| found.notes.first().copied()),
                block_checkout: case.uses_block_route(),
            },
            self.language,
        )
    }

    /// The answer that a cause was read from: of those with the same product and meaning the first.
    fn answer(&self, found: &Found) -> Option<&Response> {
        let heard = || self.case.asked.iter().filter_map(|a| a.heard.as_ref());
        let same = |heard: &&Heard| match &heard.reading.meaning {
            Meaning::Redirect(redirect) => found.redirect.as_ref() == Some(redirect),
            Meaning::Stopped(cause) => {
                heard.reading.blocker == found.blocker
                    && (*cause == found.cause || found.blocker.is_some())
            }
            _ => false,
        };
        let shown = heard()
            .find(same)
            .or_else(|| self.case.heard(Purpose::Endpoint));
        shown?.answer.response()
    }

    /// The language plugin by the name that it, or the page, gives.
    fn language_plugin<'f>(&self, found: &'f Found) -> Option<&'f str> {
        let of_page = || Some(self.case.signs()?.languages.plugin?.name());
        // `WordPress` is what any code that calls wp_redirect gets for a name.
        let by = found.redirect.as_ref().and_then(|redirect| {
            let by = redirect.by.as_deref()?;
            (!by.is_empty() && !by.eq_ignore_ascii_case("wordpress")).then_some(by)
        });
        by.or_else(of_page).or_else(|| {
            self.case
                .rest()
                .filter(|rest| rest.has("pll/v1"))
                .map(|_| "Polylang")
        })
    }

    /// The exact paths that must be let through, as this version of the gateway sends them.
    fn callback_paths(&self) -> Vec<String> {
        let case = self.case;
        if case.other_gateway {
            // What the other gateway registers is not known here: whatever wc-api dispatches.
            return vec![[case.shop.home_path(), "wc-api/"].concat()];
        }
        let path_at = |prefix: &str| {
            case.gateway
                .sent_endpoints(case.version)
                .filter_map(|endpoint| endpoint.via.handler())
                .map(move |handler| {
                    [case.shop.home_path(), prefix, "wc-api/", handler, "/"].concat()
                })
                .collect::<Vec<_>>()
        };
        let mut paths = path_at("");
        for prefix in case.prefixes() {
            paths.extend(path_at(&[prefix.as_str(), "/"].concat()));
        }
        if case.uses_block_route()
            && let Some(route) = case.gateway.block_route(case.version)
        {
            // Where WordPress's own home carries a language, its REST addresses do too.
            let prefixes = [Some(""), case.home_prefix()];
            paths.extend(prefixes.into_iter().flatten().map(|prefix| {
                let slash = if prefix.is_empty() { "" } else { "/" };
                [case.shop.home_path(), prefix, slash, "wp-json/", route.path].concat()
            }));
        }
        paths
    }

    fn stops(&self, ranked: &Ranked) -> Vec<Stop> {
        let Some(first) = ranked.causes.first() else {
            return Vec::new();
        };
        let elsewhere = self.answered_at();
        let is_unsure = |id: &str| {
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
            (Station::Dns, StopState::Passed, _) if is_unsure("public-address") => {
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
    fn endpoints(&self) -> Vec<Endpoint> {
        let case = self.case;
        let mut urls = vec![(Purpose::Endpoint, case.shop.at(&callback_path(case)))];
        if let Some(prefixed) = case
            .asked
            .iter()
            .find(|a| a.probe.purpose == Purpose::Prefixed)
        {
            urls.push((Purpose::Prefixed, prefixed.probe.url.clone()));
        }
        let line = |(purpose, url): (Purpose, String)| match case.heard(purpose) {
            Some(heard) => Endpoint {
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

    fn finding(&self, id: &str, judged: &Judged) -> Finding {
        let words = text::check(self.language, id);
        let version = self
            .case
            .version
            .map(|version| version.to_string())
            .unwrap_or_default();
        let elsewhere = self.answered_at();
        let way = text::way(self.language);
        let summary = words.map_or("", |words| match judged.verdict {
            Verdict::Pass if elsewhere.is_some() && id == "woocommerce-answers" => {
                way.woocommerce_instead
            }
            Verdict::Pass if elsewhere.is_some() && id == "gateway-listens" => way.gateway_instead,
            Verdict::Pass => words.pass,
            Verdict::Fail => words.fail,
            Verdict::Unsure => words.unsure,
            Verdict::NotApplicable => words.not_applicable,
        });
        let values = [
            ("gateway", self.gateway_name()),
            ("version", version.as_str()),
            ("place", elsewhere.as_deref().unwrap_or_default()),
        ];
        Finding {
            check: id.to_owned(),
            title: words.map_or_else(|| id.to_owned(), |words| text::fill(words.title, &values)),
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

    fn probes(&self) -> Vec<ProbeLine> {
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
    fn unsure(&self, ranked: &Ranked, complete: bool) -> Vec<Unsure> {
        let case = self.case;
        let mut ids: Vec<&str> = Vec::new();
        match case.stopped {
            Some(Stopped::Cancelled) => ids.push("cancelled"),
            Some(Stopped::OutOfTime) => ids.push("out-of-time"),
            None if !complete => return Vec::new(),
            None if question::asks_for_rest(case) => ids.push("stopped-early"),
            None => {}
        }
        let named = !case.others().is_empty();
        let reasons = ranked.judged.iter().filter_map(|(_, judged)| judged.reason);
        ids.extend(reasons.filter(|reason| !named || *reason != GATEWAY_UNSEEN));
        if case.page.is_none() {
            ids.push("page-not-read");
        }
        if case.imitates_provider() {
            // Another gateway's provider calls itself something else.
            let known = !case.other_gateway;
            ids.extend(known.then_some("provider-user-agent-unconfirmed"));
        } else if case.reads_callbacks() {
            ids.push("caller-profile");
        }
        if case.has_brought_answers() {
            ids.push("brought-answers");
        }
        if case.surface == Surface::InPage && case.shop.scheme() == Scheme::Https {
            ids.push("http-from-https");
        }
        if !case.has_brought_answers() {
            ids.push("provider-network");
        }
        let mut rows: Vec<Unsure> = Vec::new();
        for id in ids {
            if let Some(words) = text::unsure(self.language, id)
                && !rows.iter().any(|row| row.id == id)
            {
                rows.push(Unsure {
                    id: id.to_owned(),
                    reason: words.reason.to_owned(),
                    how: words.how.to_owned(),
                    command: self.command(id),
                });
            }
        }
        rows
    }

    /// The command that settles a reason: the provider's call, from a terminal.
    fn command(&self, id: &str) -> Option<String> {
        let wanted = matches!(
            id,
            "caller-profile"
                | "callback-unreadable"
                | "redirect-hidden"
                | "not-permitted"
                | "page-forbids"
                | "http-from-https"
                | "provider-network"
                | "out-of-time"
        );
        let shop = if id == "http-from-https" {
            self.case.shop.with_scheme(Scheme::Http)
        } else {
            self.case.shop.clone()
        };
        let url = shop.at(&callback_path(self.case));
        let agent = self.case.user_agent.as_str();
        wanted.then(|| command::curl(&url, Some(agent), command::Shell::Posix))
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

/// The body of a redirect repeats its target whole.
fn excerpt(response: &Response) -> String {
    if response.headers.get("location").is_some() {
        return String::new();
    }
    foreign::text(response.body.trim(), limits::EXCERPT_BYTES)
}
