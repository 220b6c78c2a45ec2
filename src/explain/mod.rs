//! Explains an answer that somebody already has: from the provider's portal, a browser's network panel, a terminal. No
//! network is involved.

mod handlers;
mod judge;
mod likely;
mod logged;
mod several;

use serde::{Deserialize, Serialize};

use crate::blocker::{self, Entry};
use crate::case::shown_headers;
use crate::foreign;
use crate::probe::{Answer, Caller, Headers, Outcome, Response, Speaker};
use crate::reading::{Meaning, Reading};
use crate::remedy::{self, BlockerRemedy, Context, ServerKind};
use crate::shop::{Harmless, ShopUrl, Url};
use crate::text::{self, Language};
use crate::verdict::{CauseId, Confidence, Evidence, EvidenceKind, Verdict};

use crate::gateway::address::{Address, Name};
use crate::gateway::{
    Arrival, By, CONTROL_HANDLER, Called, Control, Endpoint, Gateway, Open, Right, Via,
};
use crate::given::{Form, Given, Input};

/// What an answer means, in words for people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The name of the line, in a file of recorded answers.
    pub id: Option<String>,
    /// The request, such as `POST https://shop.example.com/wc-api/KCO_WC_Push/`, as far as it is known.
    pub request: String,
    /// The status, where it is known.
    pub status: Option<u16>,
    /// Who wrote the answer.
    pub speaker: Speaker,
    /// The product, by its id in the catalogue.
    pub blocker: Option<String>,
    /// The product's name for people.
    pub blocker_name: Option<String>,
    /// How sure the naming of the product is; `none` without one.
    pub confidence: Confidence,
    /// Whether the callback was delivered.
    pub verdict: Verdict,
    /// What the answer means.
    pub cause: CauseId,
    /// The verdict in a sentence.
    pub headline: String,
    /// What happened, in plain sentences; empty where only the meaning is known.
    pub summary: String,
    /// What this status means in a callback log; empty where the summary says all of it.
    pub meaning: String,
    /// Likely causes, the most likely first, where the answer alone does not tell.
    pub likely: Vec<String>,
    /// The causes that are possible, the most likely first.
    pub causes: Vec<CauseId>,
    /// The callback's address, without what names an order or a customer.
    pub url: Option<String>,
    /// The gateway that is called there, by its id.
    pub gateway: Option<String>,
    /// The one step that would settle it; empty where nothing is left to settle.
    pub next: String,
    /// Who can mend it and how long it takes, as a sentence; empty where nothing is known to mend.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub effort: String,
    /// What to do.
    pub remedy: crate::report::Remedy,
    /// What becomes of orders that are paid and still pending, a sentence or two each; empty where nothing failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<String>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// One line of `cargo xtask explain` about something that a person pasted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PastedLine<'a> {
    /// What a recorded answer's line says.
    #[serde(flatten)]
    pub line: Line<'a>,
    /// The form that it was recognised as.
    pub form: &'static str,
    /// The gateway's id, or null.
    pub gateway: Option<&'a str>,
    /// The callback's address in it, without what names an order, or null.
    pub url: Option<&'a str>,
    /// The causes that are possible, the most likely first.
    pub likely: &'a [CauseId],
    /// The verdict in a sentence.
    pub headline: &'a str,
}

/// One line of `cargo xtask explain`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line<'a> {
    /// The name of the recorded answer.
    pub id: Option<&'a str>,
    /// The product's id, or null.
    pub blocker: Option<&'a str>,
    /// What the answer means.
    pub cause: CauseId,
    /// Who wrote it.
    pub speaker: Speaker,
    /// How sure the naming of the product is.
    pub confidence: Confidence,
    /// What proves it.
    pub evidence: &'a [Evidence],
}

impl Explanation {
    /// The part that machines read.
    pub fn line(&self) -> Line<'_> {
        Line {
            id: self.id.as_deref(),
            blocker: self.blocker.as_deref(),
            cause: self.cause,
            speaker: self.speaker,
            confidence: self.confidence,
            evidence: &self.evidence,
        }
    }

    /// The part that machines read, of something that a person pasted in `form`.
    pub fn pasted_line(&self, form: Form) -> PastedLine<'_> {
        PastedLine {
            line: self.line(),
            form: form.as_str(),
            gateway: self.gateway.as_deref(),
            url: self.url.as_deref(),
            likely: &self.causes,
            headline: &self.headline,
        }
    }

    /// Whether somebody refused the call on purpose; `None` where the answer does not tell.
    pub fn is_block(&self) -> Option<bool> {
        match self.cause {
            CauseId::Blocked
            | CauseId::Challenge
            | CauseId::CallerBlocked
            | CauseId::PostRefused
            | CauseId::RateLimited
            | CauseId::LoginWall
            | CauseId::RestLocked => Some(true),
            CauseId::Redirected | CauseId::LanguageRedirect | CauseId::Healthy => Some(false),
            CauseId::Undetermined => None,
            // Firewalls answer with the same statuses, or not at all.
            _ if !self.likely.is_empty() => None,
            _ => Some(false),
        }
    }
}

/// The address that stands for the shop's where none is given.
const SOME_CALLBACK: &str = "https://shop.example.com/wc-api/KCO_WC_Push/";

/// Explains one answer.
pub fn explain(given: &Given, language: Language) -> Explanation {
    let shop = address(given);
    let at = shop.clone().or_else(|| Url::parse(SOME_CALLBACK).ok());
    let shown = shop.as_ref().map(without_order);
    // Of a server's log only the path is known.
    let shown = shown.map(|url| match given.url.as_deref() {
        Some(path) if path.starts_with('/') => path_of(&url),
        _ => url.to_string(),
    });
    let method =
        foreign::name(given.method.as_deref().unwrap_or(assumed_method(given))).unwrap_or_default();
    let request = [method, " ", shown.as_deref().unwrap_or_default()].concat();
    let request = request.trim().to_owned();
    let asked = shop.as_ref().map(ToString::to_string).unwrap_or_default();
    let found = named(given, &asked);
    let status = found.as_ref().map(|(_, status)| *status);
    let has_answer = given.told.as_ref().is_none_or(|_| given.status.is_some());
    let reading = at
        .as_ref()
        .filter(|_| has_answer)
        .map(|at| read(given, at, &request, status));
    let entry = found.as_ref().and_then(|(found, _)| found.entry.named());
    let told = given.told.as_ref().and_then(|told| told.blocker);
    let entry = told.and_then(blocker::entry).or(entry);
    let seen = response(given, given.status.or(status).unwrap_or(0));
    let judged = judge::judge(given, reading.as_ref(), entry, &seen, at.as_ref());
    let written = Written {
        given,
        at: at.as_ref(),
        reading: reading.as_ref(),
        entry,
        gateway: gateway_name(shop.as_ref()),
        language,
    };
    let bare = given.headers.iter().next().is_none() && given.body.is_none();
    let about = match (given.status, given.silence) {
        (None, Some(why)) => text::silence(language, why),
        (status, _) => text::status(language, status.unwrap_or(0)),
    };
    let known = given.status.is_some() || given.silence.is_some();
    let proven = entry.is_some() || tells(reading.as_ref(), judged.cause);
    let explanation = Explanation {
        id: given
            .id
            .as_deref()
            .map(|id| foreign::text(id, crate::probe::limits::EXCERPT_BYTES)),
        status: given.status,
        speaker: reading
            .as_ref()
            .map_or(Speaker::Unknown, |reading| reading.speaker),
        blocker: entry.map(|entry| entry.id.to_owned()),
        blocker_name: entry.map(|entry| entry.name.to_owned()),
        confidence: match (&found, entry) {
            (_, None) => Confidence::None,
            (Some((found, _)), _) if found.confidence == blocker::Certainty::Certain => {
                if given.status.is_some() {
                    Confidence::Certain
                } else {
                    Confidence::Likely
                }
            }
            _ => Confidence::Likely,
        },
        verdict: verdict(judged.cause, bare),
        cause: judged.cause,
        headline: String::new(),
        summary: String::new(),
        meaning: if known { about.meaning } else { "" }.to_owned(),
        likely: if proven && !bare || !known {
            Vec::new()
        } else {
            about.likely.iter().map(|text| (*text).to_owned()).collect()
        },
        next: if judged.cause == CauseId::Undetermined && !known {
            ask(given, shop.as_ref(), language)
        } else if proven && !bare && judged.cause != CauseId::Healthy || !known {
            text::brain(language).next_send_again.to_owned()
        } else {
            about.next.to_owned()
        },
        causes: likely::likely(judged.cause, given.status, given.silence),
        gateway: shop
            .as_ref()
            .and_then(gateway_of)
            .or(given.gateway)
            .map(str::to_owned),
        url: shown.filter(|_| shop.is_some()),
        effort: String::new(),
        orders: Vec::new(),
        remedy: crate::report::Remedy::default(),
        evidence: evidence(given, &request, reading.as_ref()),
        request,
    };
    let explanation = written.with_words(explanation, judged.said, "");
    let explanation = told_once(explanation, judged.said, bare);
    let explanation = logged::with_log(explanation, given, language);
    if shop.as_ref().is_some_and(is_retired) && judged.cause == CauseId::GatewayInactive {
        nobody_need_listen(explanation, text::brain(language))
    } else {
        explanation
    }
}

/// The gateway that an address belongs to, by its id.
fn gateway_of(url: &Url) -> Option<&'static str> {
    let endpoint = || Some(Address::read(url)?.endpoints().first()?.0.id);
    handler(url)
        .and_then(|name| handlers::gateway(name.split('/').next()?))
        .or_else(endpoint)
}

/// What to ask for, and whom, where nothing tells what the call was answered with.
fn ask(given: &Given, shop: Option<&Url>, language: Language) -> String {
    let texts = text::brain(language);
    let id = shop.and_then(gateway_of).or(given.gateway);
    let Some(gateway) = id.and_then(Gateway::by_id) else {
        return texts.next_ask_status.to_owned();
    };
    let time = shown_time(given.time.as_deref());
    let sentence = if time.is_some() {
        texts.next_ask_time
    } else {
        texts.next_ask_provider
    };
    let time = time.unwrap_or_default();
    text::fill_known(
        sentence,
        &[("provider", gateway.provider.name), ("time", &time)],
    )
}

/// A time as a text has it, where it may be shown.
fn shown_time(time: Option<&str>) -> Option<String> {
    let time = foreign::text(time?, TIME_BYTES);
    (!time.is_empty()).then_some(time)
}

/// Bytes of a time that is shown.
const TIME_BYTES: usize = 40;

/// The method where none is told: providers call with POST. A report, or a log of other traffic, shows no call.
fn assumed_method(given: &Given) -> &'static str {
    let said = given.told.as_ref().and_then(|told| told.said);
    match said {
        Some(said) if said.starts_with("report") || said == "log-no-callback" => "",
        _ => "POST",
    }
}

/// Words for a status that several things answer with.
const OPEN: [&str; 4] = ["failed", "not-found", "refused-alone", "answered"];

/// Words that say what the meaning of their silence says.
const TOLD: [&str; 3] = ["no-answer-in-time", "name-not-found", "tls-broken"];

/// Without what would be said twice.
fn told_once(explanation: Explanation, said: &str, bare: bool) -> Explanation {
    if bare && OPEN.contains(&said) {
        // The status is all that is known, and what it means is all there is to say.
        Explanation {
            summary: explanation.meaning,
            meaning: String::new(),
            ..explanation
        }
    } else if TOLD.contains(&said) {
        Explanation {
            meaning: String::new(),
            ..explanation
        }
    } else {
        explanation
    }
}

/// What an explanation is written from.
struct Written<'g> {
    given: &'g Given,
    at: Option<&'g Url>,
    reading: Option<&'g Reading>,
    entry: Option<&'static Entry>,
    gateway: &'static str,
    language: Language,
}

impl Written<'_> {
    /// With the words of a cause, in the case that `said` names, and its remedy.
    fn with_words(&self, explanation: Explanation, said: &str, prefix: &str) -> Explanation {
        let own = text::cause(self.language, explanation.cause);
        let words = text::explained(self.language, said);
        let doer = self
            .entry
            .filter(|entry| entry.names_a_product())
            .map(|entry| entry.name);
        let (who, place) = match self.at.and_then(Address::read).map(|address| address.name) {
            Some(Name::Route(_)) => ("WordPress", "/wp-json/"),
            Some(Name::Action(_)) => ("WordPress", "/wp-admin/admin-post.php"),
            _ => ("WooCommerce", "/wc-api/"),
        };
        let values = [
            ("gateway", self.gateway),
            ("prefix", prefix),
            ("who", who),
            ("place", place),
        ];
        // Firewalls and maintenance answer with the same statuses.
        let open = matches!(said, "failed" | "not-found");
        let cause = if open {
            CauseId::Undetermined
        } else {
            explanation.cause
        };
        let (effort, remedy) = what_to_do(
            self.given,
            self.at,
            cause,
            self.entry,
            self.reading,
            self.gateway,
            self.language,
        );
        Explanation {
            headline: words.map_or_else(|| own.headline(doer), |words| words.headline(doer)),
            summary: text::fill_known(words.map_or(own.summary, |words| words.summary), &values),
            // Whose work it is shows only with the cause.
            effort: if explanation.likely.is_empty() {
                effort
            } else {
                String::new()
            },
            remedy,
            orders: orders(explanation.verdict, self.language),
            ..explanation
        }
    }
}

/// What becomes of the paid orders where a call failed: how often this provider repeats it, no answer shows.
fn orders(verdict: Verdict, language: Language) -> Vec<String> {
    let words = text::orders(language);
    match verdict {
        Verdict::Fail => vec![words.portal.to_owned(), words.by_hand.to_owned()],
        _ => Vec::new(),
    }
}

/// Whether an answer tells by itself what happened, so that nothing else need be likely.
fn tells(reading: Option<&Reading>, cause: CauseId) -> bool {
    matches!(
        cause,
        CauseId::GatewayRefused
            | CauseId::OutboundFailed
            | CauseId::NotPublic
            | CauseId::CallbackAddressWrong
            | CauseId::CachedCallback
    ) || reading
        .is_some_and(|reading| reading.arrived() || matches!(reading.meaning, Meaning::Redirect(_)))
}

/// What proves it: what was read of the answer, and the words that were known.
fn evidence(given: &Given, request: &str, reading: Option<&Reading>) -> Vec<Evidence> {
    let mut evidence = reading
        .map(|reading| reading.evidence.clone())
        .unwrap_or_default();
    // A status that nobody gave proves nothing.
    evidence.retain(|proof| given.status.is_some() || proof.kind != EvidenceKind::Status);
    if let Some(told) = given.told.as_ref().filter(|told| !told.words.is_empty()) {
        evidence.push(Evidence {
            kind: EvidenceKind::Excerpt,
            at: request.to_owned(),
            what: foreign::text(&told.words, crate::probe::limits::EXCERPT_BYTES),
        });
    }
    evidence
}

/// The address that was asked. Of a server's log the path alone may be known; then the host is made up.
fn address(given: &Given) -> Option<Url> {
    let text = given.url.as_deref()?;
    if text.starts_with('/') {
        return Url::parse(SOME_CALLBACK).ok()?.join(text);
    }
    Url::parse(text).ok()
}

/// Path and query of an address.
fn path_of(url: &Url) -> String {
    match url.query() {
        Some(query) => [url.path(), "?", query].concat(),
        None => url.path().to_owned(),
    }
}

/// What to call the gateway: by its name where the address is one of its own.
fn gateway_name(url: Option<&Url>) -> &'static str {
    let handler = url.and_then(handler);
    let own = handler.and_then(|name| handlers::gateway(name.split('/').next()?));
    if own == Some(crate::gateway::ASSUMED.id) {
        crate::gateway::ASSUMED.name
    } else {
        "the payment plugin"
    }
}

/// Explains every answer of an input, the one to be shown whole first: of several the first that failed. Where a later one
/// shows why, the two are read together.
pub fn explain_all(input: &Input, language: Language) -> Vec<Explanation> {
    let answers = several::follow(&input.answers);
    let mut explained: Vec<Explanation> = answers
        .iter()
        .map(|given| explain(given, language))
        .collect();
    let lead = several::lead(&explained);
    let is_of_commands = matches!(input.form, Form::Http | Form::Curl);
    if let Some(proof) = several::compare(&answers, &explained, lead, is_of_commands)
        && let Some(given) = answers.get(lead)
    {
        let seen = explained.get(proof.by).map(|by| by.evidence.clone());
        if let Some(first) = explained.get_mut(lead) {
            prove(first, given, &proof, seen.unwrap_or_default(), language);
        }
    }
    let counted = several::counted(&answers, &explained, language);
    if let Some(first) = explained.get_mut(lead).filter(|_| !counted.is_empty()) {
        if !first.summary.is_empty() {
            first.summary.push(' ');
        }
        first.summary.push_str(&counted);
    }
    if let Some(first) = explained.get_mut(..=lead) {
        first.rotate_right(1);
    }
    explained
}

/// Names the cause that two answers show together.
fn prove(
    first: &mut Explanation,
    given: &Given,
    proof: &several::Proof,
    seen: Vec<Evidence>,
    language: Language,
) {
    let shop = address(given);
    let written = Written {
        given,
        at: shop.as_ref(),
        reading: None,
        entry: None,
        gateway: gateway_name(shop.as_ref()),
        language,
    };
    let said = match proof.cause {
        CauseId::Blocked => "blocked-beside-success",
        CauseId::PostRefused => "post-beside-get",
        _ => "",
    };
    let prefix = proof.prefix.as_deref().unwrap_or_default();
    let proven = Explanation {
        cause: proof.cause,
        verdict: Verdict::Fail,
        causes: likely::likely(proof.cause, first.status, None),
        likely: Vec::new(),
        next: text::brain(language).next_send_again.to_owned(),
        ..first.clone()
    };
    *first = logged::with_log(written.with_words(proven, said, prefix), given, language);
    first.evidence.extend(seen);
}

/// The handler that an address names, as `/wc-api/NAME/` or `?wc-api=NAME`.
fn handler(url: &Url) -> Option<&str> {
    let in_path = url.path().split_once("/wc-api/").map(|(_, name)| name);
    let mut pairs = url.query().unwrap_or_default().split('&');
    in_path.or_else(|| pairs.find_map(|pair| pair.strip_prefix("wc-api=")))
}

/// Whether current versions of the gateway no longer listen there.
fn is_retired(url: &Url) -> bool {
    handler(url).is_some_and(|name| crate::gateway::ASSUMED.is_retired(name.trim_end_matches('/')))
}

/// The explanation where nobody listens under a name that nobody has to listen to.
fn nobody_need_listen(explanation: Explanation, texts: &text::BrainTexts) -> Explanation {
    Explanation {
        cause: CauseId::Healthy,
        verdict: Verdict::Pass,
        headline: texts.retired_headline.to_owned(),
        summary: texts.retired_summary.to_owned(),
        meaning: String::new(),
        likely: Vec::new(),
        next: String::new(),
        effort: String::new(),
        orders: Vec::new(),
        remedy: crate::report::Remedy::default(),
        ..explanation
    }
}

/// An address without what names an order or a customer.
pub(crate) fn without_order(url: &Url) -> Url {
    Harmless::of(url).address().clone()
}

/// The product that an answer shows, with the status under which it was found. Without a status every status of the
/// catalogue is tried.
fn named(given: &Given, url: &str) -> Option<(blocker::Match, u16)> {
    let at = |status: u16| {
        Some((
            blocker::recognise(
                &response(given, status),
                Some(url).filter(|url| !url.is_empty()),
            )?,
            status,
        ))
    };
    if let Some(status) = given.status {
        return at(status);
    }
    let mut statuses: Vec<u16> = blocker::entries()
        .flat_map(|entry| entry.statuses)
        .copied()
        .collect();
    statuses.sort_unstable();
    statuses.dedup();
    // A row that the status itself proves is not proven by a guess.
    let guessed =
        |(found, _): &(blocker::Match, u16)| found.evidence.iter().any(|hit| hit.at == "status");
    let candidates: Vec<(blocker::Match, u16)> = statuses
        .into_iter()
        .filter_map(at)
        .filter(|found| !guessed(found))
        .collect();
    // The surest and most exact naming counts, of several that mean the same the one with the most statuses.
    let rank = |(found, _): &(blocker::Match, u16)| (found.confidence, found.entry.specificity);
    let best = candidates.iter().map(rank).max()?;
    let sure: Vec<_> = candidates
        .into_iter()
        .filter(|candidate| rank(candidate) == best)
        .collect();
    let means = sure.first()?.0.entry.means;
    let times = |entry: &Entry| {
        sure.iter()
            .filter(|(found, _)| found.entry == entry)
            .count()
    };
    let most = sure.iter().map(|(found, _)| times(found.entry)).max()?;
    let alike = sure.iter().all(|(found, _)| found.entry.means == means);
    let at = sure
        .iter()
        .position(|(found, _)| times(found.entry) == most)
        .filter(|_| alike)?;
    sure.into_iter().nth(at)
}

/// The answer as a hand would have given it. A body that nobody showed may have been long.
/// The headers that somebody gave, with of a redirect's target what may be shown.
pub(crate) fn headers_of(given: &Given) -> Headers {
    let url = given.url.as_deref().and_then(|url| Url::parse(url).ok());
    let url = url.or_else(|| Url::parse(SOME_CALLBACK).ok());
    url.map_or_else(Headers::default, |url| shown_headers(&given.headers, &url))
}

fn response(given: &Given, status: u16) -> Response {
    Response {
        status,
        headers: headers_of(given),
        body: given.body.clone().unwrap_or_default(),
        body_end: given.body_end(),
    }
}

fn read(given: &Given, at: &Url, request: &str, found: Option<u16>) -> Reading {
    let outcome = match (given.status.or(found), given.silence) {
        (Some(status), _) => Outcome::Response(response(given, status)),
        (None, Some(why)) => Outcome::NoAnswer(why),
        // A body without a status: the dispatcher's is known by itself.
        (None, None) => Outcome::Response(response(
            given,
            if given
                .body
                .as_deref()
                .is_some_and(|body| crate::probe::dispatched(body).is_some())
            {
                200
            } else {
                0
            },
        )),
    };
    let answer = Answer::new(outcome, Caller::Provider);
    let arrival = answer
        .response()
        .and_then(|response| arrival(given, response));
    crate::reading::read(request, at, &answer, arrival)
}

/// What the endpoint that was called says of its provider's answer, where the address shows it and the answer needs nothing
/// beside it.
fn arrival(given: &Given, response: &Response) -> Option<Arrival> {
    let url = Url::parse(given.url.as_deref()?).ok()?;
    let address = Address::read(&url)?;
    let called = Called {
        url: &url,
        form: address.form,
        by: if given.by_hand { By::Us } else { By::Provider },
    };
    let found = address.endpoints();
    let (_, endpoint) = found.first()?;
    let arrival = endpoint.judge(called, response, Control::Unseen);
    matches!(arrival, Arrival::Arrived | Arrival::Refused).then_some(arrival)
}

const fn verdict(cause: CauseId, bare: bool) -> Verdict {
    match cause {
        CauseId::Healthy if bare => Verdict::Unsure,
        CauseId::Healthy => Verdict::Pass,
        CauseId::Undetermined => Verdict::Unsure,
        _ => Verdict::Fail,
    }
}

fn what_to_do(
    given: &Given,
    at: Option<&Url>,
    cause: CauseId,
    entry: Option<&'static Entry>,
    reading: Option<&Reading>,
    gateway: &str,
    language: Language,
) -> (String, crate::report::Remedy) {
    let Some(at) = at else {
        return (String::new(), crate::report::Remedy::default());
    };
    let home = home_of(at);
    let host = home.host().to_string();
    let address = Address::read(at);
    let owner = address
        .as_ref()
        .and_then(|address| address.endpoints().first().copied());
    let open = [opened(
        at,
        address.as_ref(),
        owner.map(|(_, endpoint)| endpoint),
    )];
    let url = at
        .with_query(open.first().and_then(|open| open.argument.as_deref()))
        .to_string();
    let test = address.as_ref().and_then(|address| {
        let (home, prefix, form) = (&address.home, address.prefix.as_str(), address.form);
        let own = owner.and_then(|(_, endpoint)| endpoint.request(home, prefix, form));
        let control = || {
            let via = owner.map_or(NAMELESS, |(_, endpoint)| endpoint.via);
            let request = Endpoint::new(via).control(home, prefix, form)?;
            Some((request, Right::to_control(via)))
        };
        own.filter(|_| owner.is_some_and(|(_, endpoint)| endpoint.is_harmless()))
            .map(|request| (request, Right::Plugin))
            .or_else(control)
    });
    let test_url = test.as_ref().map(|(request, _)| request.url().to_string());
    let home_text = home.to_string();
    let redirect = match reading.map(|reading| &reading.meaning) {
        Some(Meaning::Redirect(redirect)) => Some(redirect),
        _ => None,
    };
    let answer = given.status.map(|status| response(given, status));
    let context = Context {
        case: None,
        note: None,
        home: &home_text,
        host: &host,
        home_path: home.home_path(),
        open: &open,
        url: &url,
        expected: None,
        test: test
            .as_ref()
            .zip(test_url.as_deref())
            .map(|((request, right), url)| remedy::Test {
                method: request.method(),
                url,
                right: *right,
            }),
        prefix: None,
        language_plugin: redirect
            .and_then(|redirect| redirect.by.as_deref())
            .filter(|by| !by.is_empty() && !by.eq_ignore_ascii_case("wordpress")),
        gateway,
        known: owner.map(|(gateway, _)| gateway),
        user_agent: crate::probe::PROVIDER_USER_AGENT,
        blocker: entry.map(BlockerRemedy::of),
        redirect,
        answer: answer.as_ref(),
        server: given
            .headers
            .get("server")
            .and_then(ServerKind::from_header),
        block_checkout: false,
    };
    let effort = remedy::effort(cause, &context, language);
    let effort = effort.map_or_else(String::new, |(_, sentence)| sentence.to_owned());
    let remedy = remedy::remedy(cause, &context, language);
    // The shop of a made-up address, or of one that only a path names, has no page to open, and its name no meaning.
    let is_known = given
        .url
        .as_deref()
        .is_some_and(|url| !url.starts_with('/'));
    if is_known {
        return (effort, remedy);
    }
    let texts = text::brain(language);
    let unnamed = |step: &String| {
        let step = step.replace(&home_text, texts.some_shop);
        step.replace(&host, texts.some_name)
    };
    let remedy = crate::report::Remedy {
        link: None,
        steps: remedy.steps.iter().map(unnamed).collect(),
        ..remedy
    };
    (effort, remedy)
}

/// Stands for a name that nobody here knows.
const NAMELESS: Via = Via::Auto {
    name: CONTROL_HANDLER,
    slash: true,
};

/// What a rule must let through for this address: its arguments only where they name the callback.
fn opened(at: &Url, address: Option<&Address>, endpoint: Option<&Endpoint>) -> Open {
    let own = address.zip(endpoint).and_then(|(address, endpoint)| {
        endpoint
            .via
            .open(&address.home, &address.prefix, address.form)
    });
    own.unwrap_or_else(|| Open {
        path: at.path().to_owned(),
        argument: None,
        goes_on: false,
    })
}

/// The home of the shop that a callback address belongs to: what stands before `wc-api`.
fn home_of(callback: &Url) -> ShopUrl {
    match callback.path().split_once("/wc-api") {
        Some((home, _)) => ShopUrl::new(&callback.with_path(&[home, "/"].concat())),
        None => ShopUrl::at_root(callback),
    }
}

#[cfg(test)]
mod tests;
