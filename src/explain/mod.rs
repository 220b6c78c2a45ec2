//! Explains an answer that somebody already has: from the provider's portal, a browser's network panel, a terminal. No
//! network is involved.

pub mod input;

use serde::{Deserialize, Serialize};

use crate::blocker::{self, Entry};
use crate::check::{
    CauseId, Confidence, Evidence, Meaning, Reading, Redirect, Verdict, is_language, shown_headers,
};
use crate::foreign;
use crate::probe::{Answer, Caller, Headers, Outcome, Response, Speaker};
use crate::remedy::{self, BlockerRemedy, Context, ServerKind};
use crate::shop::{Harmless, ShopUrl, Url};
use crate::text::{self, Language};

use input::{Form, Given, Input};

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
    /// The one step that would settle it; empty where nothing is left to settle.
    pub next: String,
    /// What to do.
    pub remedy: crate::report::Remedy,
    /// What proves it.
    pub evidence: Vec<Evidence>,
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
    let url = given.url.as_deref().and_then(|url| Url::parse(url).ok());
    let asked = url.as_ref().map(ToString::to_string).unwrap_or_default();
    let shown = url.as_ref().map(without_order);
    let shown = shown.map(|url| url.to_string()).unwrap_or_default();
    let method = foreign::name(given.method.as_deref().unwrap_or("POST")).unwrap_or_default();
    let request = [method, " ", &shown].concat();
    let request = request.trim().to_owned();
    let retired = url.as_ref().is_some_and(is_retired);
    let at = url.or_else(|| Url::parse(SOME_CALLBACK).ok());
    let found = named(given, &asked);
    let reading = at.as_ref().map(|at| {
        read(
            given,
            at,
            &request,
            found.as_ref().map(|(_, status)| *status),
        )
    });
    let bare = given.headers.iter().next().is_none() && given.body.is_none();
    // Without its status, `-1` shows that WooCommerce answered, and not whether anybody listens.
    let half = given.status.is_none() && given.silence.is_none() && found.is_none();
    let cause = reading
        .as_ref()
        .filter(|_| !half)
        .map_or(CauseId::Undetermined, |reading| {
            cause(reading, found.as_ref().map(|(found, _)| found.entry))
        });
    let entry = found.as_ref().and_then(|(found, _)| found.entry.named());
    let words = text::cause(language, cause);
    let about = match (given.status, given.silence) {
        (None, Some(why)) => text::silence(language, why),
        (status, _) => text::status(language, status.unwrap_or(0)),
    };
    let doer = entry
        .filter(|entry| entry.names_a_product())
        .map(|entry| entry.name);
    let gateway = crate::gateway::ASSUMED.name;
    let told = reading.as_ref().is_some_and(|reading| {
        entry.is_some() || reading.arrived() || matches!(reading.meaning, Meaning::Redirect(_))
    });
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
        confidence: found.as_ref().filter(|_| entry.is_some()).map_or(
            Confidence::None,
            |(found, _)| match found.confidence {
                blocker::Certainty::Certain if given.status.is_some() => Confidence::Certain,
                _ => Confidence::Likely,
            },
        ),
        verdict: verdict(cause, bare),
        cause,
        headline: words.headline(doer),
        summary: text::fill_known(words.summary, &[("gateway", gateway)]),
        meaning: about.meaning.to_owned(),
        likely: if told && !bare {
            Vec::new()
        } else {
            about.likely.iter().map(|text| (*text).to_owned()).collect()
        },
        next: if told && !bare && cause != CauseId::Healthy {
            text::ui(language).next_send_again.to_owned()
        } else {
            about.next.to_owned()
        },
        remedy: what_to_do(given, at.as_ref(), cause, entry, reading.as_ref(), language),
        evidence: reading.map(|reading| reading.evidence).unwrap_or_default(),
        request,
    };
    if cause == CauseId::ServerError && !explanation.likely.is_empty() {
        // Firewalls and maintenance answer with the same statuses.
        return Explanation {
            headline: text::ui(language).status_alone.to_owned(),
            summary: String::new(),
            remedy: what_to_do(
                given,
                at.as_ref(),
                CauseId::Undetermined,
                None,
                None,
                language,
            ),
            ..explanation
        };
    }
    if retired && cause == CauseId::GatewayInactive {
        nobody_need_listen(explanation, text::ui(language))
    } else {
        explanation
    }
}

/// Explains every answer of an input, the one to be shown whole first: of several hops the last, of several requests the
/// last that failed.
pub fn explain_all(input: &Input, language: Language) -> Vec<Explanation> {
    let mut explained: Vec<Explanation> = input
        .answers
        .iter()
        .map(|given| explain(given, language))
        .collect();
    let failed = |answer: &Explanation| answer.verdict == Verdict::Fail;
    let whole = match input.form {
        Form::Har | Form::Json => explained.iter().rposition(failed),
        _ => None,
    };
    let whole = whole.unwrap_or(explained.len().saturating_sub(1));
    if let Some(first) = explained.get_mut(..=whole) {
        first.rotate_right(1);
    }
    explained
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
fn nobody_need_listen(explanation: Explanation, ui: &text::Ui) -> Explanation {
    Explanation {
        cause: CauseId::Healthy,
        verdict: Verdict::Pass,
        headline: ui.retired_headline.to_owned(),
        summary: ui.retired_summary.to_owned(),
        meaning: String::new(),
        likely: Vec::new(),
        next: String::new(),
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
    crate::check::read(request, at, &answer)
}

/// What one answer alone says. Where it stops the call without saying why, the most probable cause of its kind.
fn cause(reading: &Reading, entry: Option<&'static Entry>) -> CauseId {
    match &reading.meaning {
        Meaning::Arrived { registered: true } => CauseId::Healthy,
        Meaning::Arrived { registered: false } => CauseId::GatewayInactive,
        Meaning::Stopped(cause) => *cause,
        Meaning::Redirect(redirect) => redirect_cause(redirect),
        // A page that only appears when the route is unknown, or the theme's "not found".
        Meaning::NotRouted if reading.speaker == Speaker::WordPress => CauseId::StaleRewriteRules,
        Meaning::NotRouted if reading.speaker == Speaker::WebServer => CauseId::RewriteNotServed,
        Meaning::Swallowed if entry.is_some() => CauseId::StaleRewriteRules,
        Meaning::Swallowed if reading.speaker == Speaker::WordPress => CauseId::PlainPermalinks,
        Meaning::Silent(crate::probe::NoAnswer::Tls) => CauseId::TlsBroken,
        Meaning::Silent(_) => CauseId::Unreachable,
        Meaning::NotRouted | Meaning::Swallowed | Meaning::Hidden => CauseId::Undetermined,
    }
}

/// A redirect that puts a language before wc-api is a language plugin's.
fn redirect_cause(redirect: &Redirect) -> CauseId {
    let language = redirect.to.as_ref().is_some_and(|to| {
        let before = to.path().split_once("wc-api").map(|(before, _)| before);
        let segment = before.and_then(|before| before.trim_matches('/').rsplit('/').next());
        segment.is_some_and(is_language)
    });
    if language {
        CauseId::LanguageRedirect
    } else {
        CauseId::Redirected
    }
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
    language: Language,
) -> crate::report::Remedy {
    let Some(at) = at else {
        return crate::report::Remedy::default();
    };
    let home = home_of(at);
    let host = home.host().to_string();
    let paths = [at.path().to_owned()];
    let home_text = home.to_string();
    let redirect = match reading.map(|reading| &reading.meaning) {
        Some(Meaning::Redirect(redirect)) => Some(redirect),
        _ => None,
    };
    let answer = given.status.map(|status| response(given, status));
    remedy::remedy(
        cause,
        &Context {
            case: None,
            home: &home_text,
            host: &host,
            home_path: home.home_path(),
            callback_paths: &paths,
            prefix: None,
            language_plugin: redirect
                .and_then(|redirect| redirect.by.as_deref())
                .filter(|by| !by.is_empty() && !by.eq_ignore_ascii_case("wordpress")),
            gateway: crate::gateway::ASSUMED.name,
            user_agent: crate::probe::PROVIDER_USER_AGENT,
            blocker: entry.map(BlockerRemedy::of),
            redirect,
            answer: answer.as_ref(),
            server: given
                .headers
                .get("server")
                .and_then(ServerKind::from_header),
            block_checkout: false,
        },
        language,
    )
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
