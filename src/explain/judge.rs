//! What one answer alone says, and in which words: nothing of other forms of the address, of which it shows nothing.

use serde_json::Value;

use crate::blocker::Entry;
use crate::probe::{BodyEnd, NoAnswer, Response, Speaker, dispatched, is_uncached_by_wordpress};
use crate::reading::{Meaning, Reading, Redirect, cache_hit};
use crate::shop::Url;
use crate::shop::is_language;
use crate::verdict::CauseId;

use crate::given::{self as read, Given};

/// What an answer means, and an id of [`crate::text::explained`] for its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    pub(super) cause: CauseId,
    pub(super) said: &'static str,
}

const fn open(said: &'static str) -> Judged {
    Judged {
        cause: CauseId::Undetermined,
        said,
    }
}

const fn silent(said: &'static str) -> Judged {
    Judged {
        cause: CauseId::Unreachable,
        said,
    }
}

const fn own(cause: CauseId) -> Judged {
    Judged {
        cause,
        said: cause.as_str(),
    }
}

/// Judges an answer that was asked for at `at`.
pub(super) fn judge(
    given: &Given,
    reading: Option<&Reading>,
    entry: Option<&'static Entry>,
    response: &Response,
    at: Option<&Url>,
) -> Judged {
    if let Some(told) = &given.told
        && (told.cause != CauseId::Undetermined || given.status.is_none())
    {
        return Judged {
            said: told.said.unwrap_or(told.cause.as_str()),
            cause: told.cause,
        };
    }
    let Some(reading) = reading else {
        return open("no-answer");
    };
    if given.status.is_none() && given.silence.is_none() && entry.is_none() {
        // `-1` shows that WooCommerce answered, and not whether anybody listens.
        let arrived = dispatched(&response.body).is_some();
        return open(if arrived { "half" } else { "no-answer" });
    }
    if reading.meaning == Meaning::Refused {
        return own(CauseId::GatewayRefused);
    }
    if let Some(judged) = of_dispatcher(reading, response) {
        return judged;
    }
    if let Some(judged) = rest_error(given, &response.body, entry) {
        return judged;
    }
    if entry.is_none() && is_plugins_own(given, response) {
        return own(CauseId::GatewayRefused);
    }
    if let (Some(status), None) = (given.status, given.told.as_ref())
        && let Some(judged) = of_edge(status)
    {
        return judged;
    }
    match &reading.meaning {
        Meaning::Redirect(redirect)
            if is_cached(response) && !at.is_some_and(|at| is_small(redirect, at)) =>
        {
            own(CauseId::CachedCallback)
        }
        Meaning::Redirect(redirect) => own(redirect_cause(redirect)),
        Meaning::Stopped(cause) => stopped(*cause, given, entry, response),
        // A page that only appears when the route is unknown, or the theme's "not found".
        Meaning::NotRouted if reading.speaker == Speaker::WordPress => {
            own(CauseId::StaleRewriteRules)
        }
        Meaning::NotRouted if reading.speaker == Speaker::WebServer => {
            own(CauseId::RewriteNotServed)
        }
        Meaning::NotRouted => open("not-found"),
        Meaning::Swallowed | Meaning::Hidden if is_cached(response) => own(CauseId::CachedCallback),
        Meaning::Swallowed if entry.is_some() => own(CauseId::StaleRewriteRules),
        Meaning::Swallowed
            if reading.speaker == Speaker::WordPress && response.body.contains('<') =>
        {
            own(CauseId::PlainPermalinks)
        }
        Meaning::Swallowed if reading.speaker == Speaker::Gateway => own(CauseId::Healthy),
        Meaning::Swallowed => open("answered"),
        Meaning::Silent(_) if given.url.is_some() && at.is_some_and(read::is_local) => {
            own(CauseId::NotPublic)
        }
        Meaning::Silent(NoAnswer::Tls) => own(CauseId::TlsBroken),
        Meaning::Silent(NoAnswer::Timeout) => silent("no-answer-in-time"),
        Meaning::Silent(NoAnswer::Dns) => silent("name-not-found"),
        Meaning::Silent(_) => own(CauseId::Unreachable),
        // A status whose body nobody gave.
        Meaning::Hidden if given.status.is_some_and(|status| status >= 400) => open("failed"),
        Meaning::Hidden if given.status.is_some() => open("answered"),
        Meaning::Refused => own(CauseId::GatewayRefused),
        Meaning::Hidden | Meaning::Fits | Meaning::Arrived { .. } => open("no-answer"),
    }
}

/// What a network in front says of its own way to the shop's server. Source: Cloudflare's documentation of its 5xx statuses.
const fn of_edge(status: u16) -> Option<Judged> {
    match status {
        521 | 523 => Some(own(CauseId::Unreachable)),
        522 => Some(silent("no-answer-in-time")),
        525 | 526 => Some(own(CauseId::TlsBroken)),
        _ => None,
    }
}

/// The dispatcher's answer, also under a status that a plugin chose.
fn of_dispatcher(reading: &Reading, response: &Response) -> Option<Judged> {
    let listens = match reading.meaning {
        Meaning::Arrived { registered } => registered,
        _ if response.body_end == BodyEnd::Cut => return None,
        _ => {
            dispatched(&response.body)?;
            match response.status {
                200..=299 => true,
                // The plugin's own refusal: nobody else prints nothing but that.
                401 | 403 if response.body.trim() == "-1" => {
                    return Some(own(CauseId::GatewayRefused));
                }
                _ => return None,
            }
        }
    };
    Some(match (listens, &reading.printed) {
        (true, Some(_)) => Judged {
            cause: CauseId::Healthy,
            said: "healthy-printed",
        },
        (true, None) => own(CauseId::Healthy),
        (false, _) => own(CauseId::GatewayInactive),
    })
}

/// WordPress's REST error: REST answered, so the way to it is open.
fn rest_error(given: &Given, body: &str, entry: Option<&'static Entry>) -> Option<Judged> {
    let code = rest_code(body)?;
    if entry.is_some() {
        return None;
    }
    let refusal = matches!(given.status?, 401 | 403);
    Some(match code.as_str() {
        // A GET gets it as well, where a route takes POST alone.
        "rest_no_route" => match given.method.as_deref() {
            Some("POST") => Judged {
                cause: CauseId::GatewayInactive,
                said: "rest-route-missing",
            },
            _ => open("rest-route-missing"),
        },
        // The route's own check.
        "rest_forbidden" => own(CauseId::GatewayRefused),
        code if refusal
            && (code.starts_with("rest_")
                || code.starts_with("woocommerce_rest_")
                || code.contains("login")
                || code.contains("forbidden")) =>
        {
            own(CauseId::RestLocked)
        }
        _ if given.status? >= 500 => own(CauseId::ServerError),
        _ => own(CauseId::GatewayRefused),
    })
}

/// The code of WordPress's JSON error: `{"code", "message", "data": {"status"}}`.
fn rest_code(body: &str) -> Option<String> {
    let body = body.trim_start_matches('\u{feff}').trim();
    if !body.starts_with('{') {
        return None;
    }
    let value: Value = serde_json::from_str(body).ok()?;
    value.get("data")?.get("status")?.as_u64()?;
    value.get("message")?.as_str()?;
    value.get("code")?.as_str().map(str::to_owned)
}

/// Whether the answer is one that only the payment plugin itself gives: in its known words, or an error that WordPress
/// marked as not to be cached and that is no page.
fn is_plugins_own(given: &Given, response: &Response) -> bool {
    let body = response.body.trim();
    if !matches!(response.status, 400..=599) {
        return false;
    }
    if read::is_plugins_word(body) {
        return true;
    }
    let page = body.starts_with('<');
    let uncached = is_uncached_by_wordpress(&response.headers);
    match response.status {
        400 => uncached && !page || body.starts_with('{'),
        // A theme's "not found" is a page.
        404 | 409 | 422 | 498 => uncached && !page && given.body.is_some(),
        _ => false,
    }
}

/// What stopped the call, as far as this answer shows it.
fn stopped(
    cause: CauseId,
    given: &Given,
    entry: Option<&'static Entry>,
    response: &Response,
) -> Judged {
    let bare = given.body.is_none() && given.headers.iter().next().is_none();
    match cause {
        _ if entry.is_some() => own(cause),
        CauseId::Blocked if response.status == 400 && response.body.trim().is_empty() => {
            open("failed")
        }
        CauseId::Blocked
            if response.status == 400 && !response.body.trim_start().starts_with('<') =>
        {
            open("failed")
        }
        // The call, its time or a proxy of the provider's own was found faulty, which is no refusal.
        CauseId::Blocked
            if matches!(response.status, 402 | 407..=409 | 414 | 421..=428 | 431 | 460..=499)
                && !response.body.trim_start().starts_with('<') =>
        {
            open("failed")
        }
        // A success without a page is most likely the plugin's own.
        CauseId::Blocked if matches!(response.status, 200..=299) => {
            let body = response.body.trim();
            let refuses = body.starts_with('<') || read::is_refusal(body);
            if refuses {
                own(cause)
            } else {
                open("answered")
            }
        }
        CauseId::Blocked | CauseId::LoginWall | CauseId::PostRefused if bare => Judged {
            cause: if response.status == 401 {
                CauseId::LoginWall
            } else {
                cause
            },
            said: "refused-alone",
        },
        CauseId::ServerError if response.body.trim().is_empty() => Judged {
            cause,
            said: "failed",
        },
        _ => own(cause),
    }
}

fn is_cached(response: &Response) -> bool {
    cache_hit(response).is_some()
}

/// Whether a redirect only mends the address: scheme, `www`, slash or language. A cache may keep that for everybody.
fn is_small(redirect: &Redirect, at: &Url) -> bool {
    let Some(to) = &redirect.to else {
        return false;
    };
    let name = |url: &Url| url.host().to_string().trim_start_matches("www.").to_owned();
    let end = |url: &Url| url.path().trim_end_matches('/').to_ascii_lowercase();
    name(to) == name(at) && end(to).ends_with(&end(at))
}

/// A redirect that puts a language before wc-api is a language plugin's.
fn redirect_cause(redirect: &Redirect) -> CauseId {
    let language = redirect
        .to
        .as_ref()
        .is_some_and(|to| language_of(to).is_some());
    if language {
        CauseId::LanguageRedirect
    } else {
        CauseId::Redirected
    }
}

/// The language before the callback's part of an address.
pub(super) fn language_of(url: &Url) -> Option<&str> {
    let before = match url.path().split_once("wc-api") {
        Some((before, _)) => before,
        None if url.query().is_some_and(|query| query.contains("wc-api=")) => url.path(),
        None => return None,
    };
    let segment = before.trim_matches('/').rsplit('/').next()?;
    is_language(segment).then_some(segment)
}
