//! Sends one request with the browser's `fetch` and says what came back.

use gloo_net::http::{Request, RequestBuilder, Response};
use std::{
    future::{IntoFuture, poll_fn},
    pin::pin,
    task::Poll,
};

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{
    AbortSignal, ReadableStream, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestMode, RequestRedirect, ResponseType,
};

use super::{
    browser::{address, host_of},
    caller::Mark,
    observer::{Observer, Seen},
};
use crate::{
    diagnosis::PageHop,
    probe::{
        self, Answer, BodyEnd, Caller, Method, NoAnswer, Outcome, Probe, Purpose, body_text, limits,
    },
    shop::{self, ShopUrl, Url, dns},
};

/// Where requests are sent from; it decides what a failed one means.
#[derive(Clone, Copy)]
pub enum Mode<'a> {
    /// From the extension, with the shop's permission: a failure is a failure, and what `fetch` hides is observed.
    Extension {
        /// The number of the run, for the marks of its requests.
        run: u32,
        /// Where the browser has such events.
        observer: Option<&'a Observer>,
    },
    /// From a plain web page: a failure may as well be an answer that the shop does not let other pages read.
    Site,
    /// Nothing may be sent: the person did not allow it.
    Refused,
}

/// Sends one probe without cookies, follows no redirect, and keeps the first bytes of the body.
///
/// Never fails: what could not be seen is part of the answer. `stop` ends it at once.
pub async fn send(probe: &Probe, mode: Mode<'_>, stop: &AbortSignal) -> Answer {
    let (url, failed, observed) = match mode {
        Mode::Refused => {
            let outcome = Outcome::NoAnswer(NoAnswer::NotPermitted);
            return Answer::new(outcome, Caller::Browser);
        }
        Mode::Site if is_mixed(&probe.url) => {
            let outcome = Outcome::NoAnswer(NoAnswer::NotPermitted);
            return Answer::new(outcome, Caller::Browser);
        }
        Mode::Site => (probe.url.clone(), Outcome::Unreadable, None),
        Mode::Extension { run, observer } => {
            let mark = Mark::of(run, probe);
            let url = mark.on(&probe.url);
            let failed = Outcome::NoAnswer(NoAnswer::Unknown);
            (url, failed, observer.map(|observer| (observer, mark)))
        }
    };
    if let Some((observer, mark)) = &observed {
        observer.forget(mark.as_str());
    }
    let begun = now();
    let outcome = exchange(probe, &url, failed, stop).await;
    let elapsed_ms = Some(milliseconds(now() - begun));
    let (outcome, seen) = match observed {
        Some((observer, mark)) => complete(outcome, observer, &mark).await,
        None => (outcome, Seen::default()),
    };
    // A page cannot change what the browser adds; the extension can, and counts only what was seen to go out.
    let as_asked = probe.user_agent.as_ref().map(probe::UserAgent::as_str);
    let caller = if as_asked.is_some() && as_asked == seen.user_agent.as_deref() {
        Caller::Provider
    } else {
        Caller::Browser
    };
    Answer {
        elapsed_ms,
        remote: seen.remote,
        error: seen
            .error
            .filter(|_| matches!(outcome, Outcome::NoAnswer(_))),
        ..Answer::new(outcome, caller)
    }
}

/// Adds what `fetch` did not say: the redirect that it hides, and why it failed.
async fn complete(outcome: Outcome, observer: &Observer, mark: &Mark) -> (Outcome, Seen) {
    let redirected = outcome == Outcome::RedirectHidden;
    let failed = outcome == Outcome::NoAnswer(NoAnswer::Unknown);
    let seen = observer.of(mark.as_str(), |seen| {
        if failed {
            seen.error.is_some()
        } else {
            seen.user_agent.is_some() && seen.answer.is_some() && seen.remote.is_some()
        }
    });
    let seen = match outcome {
        // Nothing went out, or nothing more will come.
        Outcome::NoAnswer(NoAnswer::Cancelled) => Seen::default(),
        _ => seen.await,
    };
    let outcome = match (&seen.answer, &seen.error) {
        // An answer that was seen is the answer, also where the browser does not take it.
        (Some((status, headers)), _) if redirected || failed => probe::Response {
            status: *status,
            headers: headers.iter().cloned().collect(),
            body: String::new(),
            body_end: BodyEnd::Unread,
        }
        .into(),
        (_, Some(error)) if failed => Outcome::NoAnswer(probe::network_error(error)),
        _ => outcome,
    };
    (outcome, seen)
}

/// Whether browsers keep a page of https from asking this address: http, unless it is this computer's own.
fn is_mixed(url: &str) -> bool {
    let secure = web_sys::window().is_some_and(|window| {
        let protocol = window.location().protocol();
        protocol.is_ok_and(|protocol| protocol == "https:")
    });
    let own = ["localhost", "127.0.0.1", "[::1]"].contains(&host_of(url).as_str());
    secure && url.starts_with("http:") && !own
}

/// Whether the server that this page came from answers; a file has none. No copy that the browser keeps counts: a request
/// of this method passes our own worker by.
pub async fn own_answers(stop: &AbortSignal) -> bool {
    let own = address();
    if !own.starts_with("http") {
        return true;
    }
    let signal = either(stop, &AbortSignal::timeout_with_u32(OWN_MS));
    let request = plain(
        RequestBuilder::new(&own).method(gloo_net::http::Method::HEAD),
        &signal,
        "*/*",
    );
    request.cache(RequestCache::NoStore).send().await.is_ok()
}

/// Milliseconds that the own server may take.
const OWN_MS: u32 = 5_000;

/// What a public resolver says at this address, of which the first [`dns::LOOK_UP_BYTES`] bytes are read. `None` where
/// nothing could be read.
pub async fn dns_json(url: &str, stop: &AbortSignal) -> Option<String> {
    let signal = either(stop, &AbortSignal::timeout_with_u32(dns::LOOK_UP_MS));
    let request = plain(Request::get(url), &signal, "application/dns-json");
    let request = request
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error);
    let response = request.send().await.ok()?;
    let (bytes, end) = body(response.body(), dns::LOOK_UP_BYTES, &signal).await;
    Some(body_text(bytes, end).0)
}

/// A page as a visitor without cookies gets it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Address after redirects.
    pub url: String,
    /// The redirects on the way.
    pub hops: Vec<PageHop>,
    /// Status of the last answer.
    pub status: u16,
    /// The `Link` header, where there is one.
    pub link_header: Option<String>,
    /// The first [`limits::PAGE_BYTES`] bytes.
    pub body: Vec<u8>,
}

/// Fetches the page that the person asked about, following redirects within its site: `fetch` hides where they lead, so
/// without an observer none is followed. `None` where nothing could be read.
pub async fn page(url: &str, mode: Mode<'_>, stop: &AbortSignal) -> Option<Page> {
    let Mode::Extension { run, observer } = mode else {
        return None;
    };
    let mut url = Url::parse(url).ok()?;
    let site = ShopUrl::at_root(&url);
    let mut hops = Vec::new();
    while hops.len() <= limits::PAGE_HOPS {
        let mark = Mark::of_page(run, hops.len());
        let request = Request::get(&mark.on(&url.to_string())).cache(RequestCache::NoStore);
        let request = plain(request, stop, probe::ACCEPT).redirect(RequestRedirect::Manual);
        let response = request.send().await.ok()?;
        if response.type_() != ResponseType::Opaqueredirect {
            return Some(Page {
                url: url.to_string(),
                hops,
                status: response.status(),
                link_header: response.headers().get("link"),
                body: body(response.body(), limits::PAGE_BYTES, stop).await.0,
            });
        }
        let seen = observer?.of(mark.as_str(), |seen| seen.answer.is_some());
        let (status, headers) = seen.await.answer?;
        let is_location = |(name, _): &(String, String)| name.eq_ignore_ascii_case("location");
        let (_, location) = headers.into_iter().find(is_location)?;
        let next = shop::next_page(&site, &url, &location)?;
        hops.push(PageHop {
            url: url.to_string(),
            status: Some(status),
            location: Some(location),
        });
        url = next;
    }
    None
}

async fn exchange(probe: &Probe, url: &str, failed: Outcome, stop: &AbortSignal) -> Outcome {
    let late = AbortSignal::timeout_with_u32(limits::PROBE_TIMEOUT_MS);
    let request = match probe.method {
        Method::Get => Request::get(url).cache(RequestCache::NoStore),
        // Caches do not answer a POST, and the browser adds two headers where it is told to keep them out.
        Method::Post => Request::post(url).cache(RequestCache::Default),
        Method::Options => RequestBuilder::new(url)
            .method(gloo_net::http::Method::OPTIONS)
            .cache(RequestCache::Default),
    };
    let signal = either(stop, &late);
    let request = plain(request, &signal, probe::ACCEPT);
    let request = if probe.purpose == Purpose::Presence {
        // Browsers refuse such a request at once where it does not follow redirects.
        request
            .mode(RequestMode::NoCors)
            .redirect(RequestRedirect::Follow)
    } else {
        request.redirect(RequestRedirect::Manual)
    };
    let outcome = match request.send().await {
        Ok(response) => match response.type_() {
            ResponseType::Opaqueredirect => Outcome::RedirectHidden,
            ResponseType::Opaque => Outcome::Opaque,
            _ => read(response, body_limit(probe.purpose), &signal)
                .await
                .into(),
        },
        Err(_) if late.aborted() => Outcome::NoAnswer(NoAnswer::Timeout),
        Err(_) => failed,
    };
    if stop.aborted() {
        return Outcome::NoAnswer(NoAnswer::Cancelled);
    }
    outcome
}

/// What every request has in common: nothing that tells who asks.
pub(super) fn plain(request: RequestBuilder, signal: &AbortSignal, accept: &str) -> RequestBuilder {
    request
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .header("Accept", accept)
        .abort_signal(Some(signal))
}

async fn read(response: Response, limit: usize, signal: &AbortSignal) -> probe::Response {
    let (bytes, end) = body(response.body(), limit, signal).await;
    let (body, body_end) = body_text(bytes, end);
    probe::Response {
        status: response.status(),
        headers: response.headers().entries().collect(),
        body,
        body_end,
    }
}

/// The first `limit` bytes of a body, and how it ended. The rest is not downloaded; a body that never ends is cut by the
/// request's own time limit, its `signal`.
pub(super) async fn body(
    stream: Option<ReadableStream>,
    limit: usize,
    signal: &AbortSignal,
) -> (Vec<u8>, BodyEnd) {
    let mut bytes = Vec::new();
    let Some(stream) = stream else {
        return (bytes, BodyEnd::Whole);
    };
    let Ok(reader) = ReadableStreamDefaultReader::new(&stream) else {
        return (bytes, BodyEnd::Unread);
    };
    loop {
        let Ok(result) = reader.read().await else {
            let end = if signal.aborted() {
                BodyEnd::Cut
            } else {
                BodyEnd::Broken
            };
            return (bytes, end);
        };
        let chunk = Reflect::get(&result, &JsValue::from_str("value")).unwrap_or_default();
        let Ok(chunk) = chunk.dyn_into::<Uint8Array>() else {
            return (bytes, BodyEnd::Whole);
        };
        let room = u32::try_from(limit - bytes.len()).unwrap_or(u32::MAX);
        bytes.append(&mut chunk.subarray(0, room).to_vec());
        if chunk.length() > room {
            // Not awaited: a server that never closes must not hold us.
            let _ = reader.cancel();
            return (bytes, BodyEnd::Cut);
        }
    }
}

/// The REST index is read whole; of every other answer the beginning tells who wrote it.
pub(super) const fn body_limit(purpose: Purpose) -> usize {
    match purpose {
        Purpose::RestIndex | Purpose::RestRoute => limits::REST_INDEX_BYTES,
        _ => limits::BODY_BYTES,
    }
}

/// What `work` comes to; nothing where `stop` aborts first, whatever becomes of the work.
pub(super) async fn unless<T>(stop: &AbortSignal, work: impl Future<Output = T>) -> Option<T> {
    let aborted = Promise::new(&mut |resolve, _| {
        if stop.aborted() {
            // Cannot fail: it is a promise's own function.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
        let _ = stop.add_event_listener_with_callback("abort", &resolve);
    });
    let (mut aborted, mut work) = (pin!(aborted.into_future()), pin!(work));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => aborted.as_mut().poll(context).map(|_| None),
    })
    .await
}

/// A signal that aborts as soon as one of two does.
pub(super) fn either(a: &AbortSignal, b: &AbortSignal) -> AbortSignal {
    AbortSignal::any(&Array::of2(a, b))
}

/// Whole milliseconds of a time that [`now`] gives.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, which is meant"
)]
pub(super) const fn milliseconds(time: f64) -> u32 {
    time as u32
}

#[wasm_bindgen]
extern "C" {
    /// Pages and workers have the same clock under the same name.
    #[wasm_bindgen(js_namespace = performance)]
    pub(super) fn now() -> f64;
}
