//! The native hand: sends what the brain asks for, and says what came back.
//!
//! It stands directly on sockets, rustls and httparse. HTTP libraries were tried and left (ureq 3.5, 2026-11-23): a
//! shop's firewall sees lower-case header names in an order of theirs, and an answer of 200 headers or with one broken
//! header is an error to them, where a browser shows the answer.

mod connect;
mod exchange;
mod packing;
#[cfg(test)]
mod tests;

use std::{
    collections::HashSet,
    sync::Arc,
    time::{Duration, Instant},
};

use callback_doctor::{
    probe::{
        Answer, BodyEnd, Caller, Method, NoAnswer, Outcome, Probe, Purpose, Response, UserAgent,
        body_text, cut, limits,
    },
    shop::{self, Harmless},
};
use url::Url;

pub(crate) use connect::ConnectTo;
use exchange::{Received, Request};

/// The `User-Agent` of [`Caller::Browser`]: Chromium 156, as it froze its form.
const BROWSER_USER_AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

/// Milliseconds that reading a page may take, redirects included.
const PAGE_TIMEOUT_MS: u32 = 15_000;

/// How a client reaches servers.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClientOptions {
    /// Other addresses for some hosts; the first that matches counts. Host header and SNI stay as they are.
    pub(crate) connect_to: Vec<ConnectTo>,
    /// Accepts any certificate.
    pub(crate) insecure: bool,
}

/// Sends requests, each on a connection of its own; one client serves several threads.
#[derive(Debug)]
pub(crate) struct Client {
    connect_to: Vec<ConnectTo>,
    tls: Arc<rustls::ClientConfig>,
}

/// A page and the way to it.
#[derive(Debug)]
pub(crate) struct PageRead {
    /// The redirects that were followed, in order.
    pub(crate) hops: Vec<Hop>,
    /// Where the way ended.
    pub(crate) url: String,
    /// What came back there. A redirect stands here when it was not followed: it led in a circle, to no web address,
    /// or was one too many.
    pub(crate) answer: Answer,
    /// The body's first [`limits::PAGE_BYTES`] bytes, in whatever encoding.
    pub(crate) body: Vec<u8>,
}

/// One redirect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hop {
    /// The address that redirected.
    pub(crate) url: String,
    /// 301, 302, 303, 307 or 308.
    pub(crate) status: u16,
    /// The `Location` header as it was received.
    pub(crate) location: String,
}

impl Client {
    /// A client; nothing is sent yet.
    pub(crate) fn new(options: ClientOptions) -> Self {
        Self {
            connect_to: options.connect_to,
            tls: connect::tls(options.insecure),
        }
    }

    /// Sends one probe and gives its answer after at most [`limits::PROBE_TIMEOUT_MS`].
    pub(crate) fn send(&self, probe: &Probe) -> Answer {
        let keep = match probe.purpose {
            Purpose::RestIndex | Purpose::RestRoute => limits::REST_INDEX_BYTES,
            _ => limits::BODY_BYTES,
        };
        let start = Instant::now();
        let received = match parse(&probe.url) {
            Some(url) => {
                let request = Request {
                    method: probe.method,
                    url: &url,
                    user_agent: probe
                        .user_agent
                        .as_ref()
                        .map_or(BROWSER_USER_AGENT, UserAgent::as_str),
                };
                self.exchange(
                    &request,
                    keep,
                    start + milliseconds(limits::PROBE_TIMEOUT_MS),
                )
            }
            None => Err(NoAnswer::NotPermitted),
        };
        answer(
            received.map(|received| response(&received, keep)),
            start,
            probe.caller,
        )
    }

    /// Reads a page as a browser does, without cookies, following redirects.
    pub(crate) fn read_page(&self, url: &str) -> PageRead {
        let start = Instant::now();
        let deadline = start + milliseconds(PAGE_TIMEOUT_MS);
        let Some(mut url) = parse(url) else {
            let answer = answer(Err(NoAnswer::NotPermitted), start, Caller::Browser);
            return PageRead {
                hops: Vec::new(),
                url: url.to_owned(),
                answer,
                body: Vec::new(),
            };
        };
        let mut hops = Vec::new();
        let mut visited = HashSet::new();
        loop {
            let request = Request {
                method: Method::Get,
                url: &url,
                user_agent: BROWSER_USER_AGENT,
            };
            let received = self.exchange(&request, limits::PAGE_BYTES, deadline);
            visited.insert(url.clone());
            if hops.len() < limits::PAGE_HOPS
                && let Ok(received) = &received
                && let Some((location, next)) = redirect(received, &url)
                && !visited.contains(&next)
            {
                hops.push(Hop {
                    url: url.into(),
                    status: received.status,
                    location,
                });
                url = next;
                continue;
            }
            let response = received
                .as_ref()
                .map(|received| response(received, limits::BODY_BYTES))
                .map_err(|none| *none);
            let answer = answer(response, start, Caller::Browser);
            return PageRead {
                hops,
                url: url.into(),
                answer,
                body: received.map_or_else(|_| Vec::new(), |r| r.body),
            };
        }
    }

    fn exchange(
        &self,
        request: &Request<'_>,
        keep: usize,
        deadline: Instant,
    ) -> Result<Received, NoAnswer> {
        let mut stream = connect::open(request.url, &self.connect_to, &self.tls, deadline)?;
        exchange::run(&mut *stream, request, keep)
    }
}

/// An http or https address in its normal form: international host names become ASCII, a fragment goes.
pub(crate) fn parse(address: &str) -> Option<Url> {
    let mut url = Url::parse(address.trim()).ok()?;
    url.set_fragment(None);
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

/// Where a response redirects to: the header and the address.
fn redirect(received: &Received, from: &Url) -> Option<(String, Url)> {
    if !matches!(received.status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let (_, location) = received
        .headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("location"))?;
    let next = parse(from.join(location.trim()).ok()?.as_str())?;
    // Whoever redirects must not make us call, nor name an order to anybody.
    let next = Harmless::of(&shop::Url::parse(next.as_str()).ok()?);
    let page = parse(&next.page.to_string()).filter(|_| next.callback.is_none())?;
    Some((location.clone(), page))
}

fn response(received: &Received, keep: usize) -> Response {
    let kept = received.body.get(..keep).unwrap_or(&received.body);
    let end = match received.end {
        BodyEnd::Whole => BodyEnd::shortened(kept.len() < received.body.len()),
        other => other,
    };
    let (mut body, mut body_end) = body_text(kept.to_vec(), end);
    // A replaced byte takes three.
    if cut(&mut body, keep) {
        body_end = BodyEnd::Cut;
    }
    Response {
        status: received.status,
        headers: received
            .headers
            .iter()
            .map(|(name, value)| (name, value))
            .collect(),
        body,
        body_end,
    }
}

fn answer(response: Result<Response, NoAnswer>, start: Instant, caller: Caller) -> Answer {
    Answer {
        elapsed_ms: u32::try_from(start.elapsed().as_millis()).ok(),
        ..Answer::new(
            response.map_or_else(Outcome::NoAnswer, Outcome::Response),
            caller,
        )
    }
}

fn milliseconds(count: u32) -> Duration {
    Duration::from_millis(count.into())
}
