//! The native hand: sends what the brain asks for, and says what came back.
//!
//! It stands directly on sockets, rustls and httparse. HTTP libraries were tried and left (ureq 3.5, 2026-11-23): a
//! shop's firewall sees lower-case header names in an order of theirs, and an answer of 200 headers or with one broken
//! header is an error to them, where a browser shows the answer.

mod certificate;
mod connect;
mod exchange;
mod packing;
#[cfg(test)]
mod tests;

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use callback_doctor::{
    probe::{
        Answer, BROWSER_USER_AGENT, BodyEnd, Caller, Method, NoAnswer, Outcome, Probe, Purpose,
        Response, UserAgent, body_text, cut, limits,
    },
    shop::{self, ShopUrl},
};
use rustls::{RootCertStore, client::VerifierBuilderError};
use url::Url;

pub(crate) use connect::ConnectTo;
use connect::{Reach, Stream, Unanswered};
pub(crate) use exchange::Received;
use exchange::Request;

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
    tls: rustls::ClientConfig,
}

/// A connection on which another request may follow.
pub(crate) struct Line {
    origin: url::Origin,
    stream: Box<dyn Stream>,
}

/// A page and the way to it.
#[derive(Debug)]
pub(crate) struct PageRead {
    /// The redirects that were followed, in order.
    pub(crate) hops: Vec<Hop>,
    /// Where the way ended.
    pub(crate) url: String,
    /// What came back there. A redirect stands here when it was not followed: it led in a circle, away from the site, to
    /// no web address, or was one too many.
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
    pub(crate) fn new(options: ClientOptions) -> Result<Self, VerifierBuilderError> {
        let roots = (!options.insecure).then(certificate::public_roots);
        Self::trusting(roots, options.connect_to)
    }

    /// A client that trusts these roots, or whatever comes.
    fn trusting(
        roots: Option<RootCertStore>,
        connect_to: Vec<ConnectTo>,
    ) -> Result<Self, VerifierBuilderError> {
        Ok(Self {
            connect_to,
            tls: certificate::config(roots)?,
        })
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
                    keep_alive: false,
                };
                self.exchange(
                    &request,
                    keep,
                    Reach::Any,
                    start + milliseconds(limits::PROBE_TIMEOUT_MS),
                )
            }
            None => Err(NoAnswer::NotPermitted.into()),
        };
        answer(
            received.map(|received| response(&received, keep)),
            start,
            probe.caller,
        )
    }

    /// Reads a page as a browser does, without cookies, following redirects within the site, until the
    /// deadline.
    pub(crate) fn read_page(&self, url: &str, deadline: Instant) -> PageRead {
        let start = Instant::now();
        let asked = parse_shop(url);
        let Some(mut url) = parse(url) else {
            let answer = answer(Err(NoAnswer::NotPermitted.into()), start, Caller::Browser);
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
                keep_alive: false,
            };
            // Another name of the site may be anybody's, also of this network's own machines.
            let reach = match &asked {
                Some(asked) if url.host_str() != Some(&asked.host().to_string()) => Reach::Public,
                _ => Reach::Any,
            };
            let received = self.exchange(&request, limits::PAGE_BYTES, reach, deadline);
            visited.insert(url.clone());
            if hops.len() < limits::PAGE_HOPS
                && let Ok(received) = &received
                && let Some(site) = &asked
                && let Some((location, next)) = redirect(received, site, &url)
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
                .map_err(Clone::clone);
            let answer = answer(response, start, Caller::Browser);
            return PageRead {
                hops,
                url: url.into(),
                answer,
                body: received.map_or_else(|_| Vec::new(), |r| r.body),
            };
        }
    }

    /// Asks for an address by GET, following no redirect: status, headers and the first `keep` bytes of the body. `line` is
    /// the connection of the request before, used where it leads to the same place.
    pub(crate) fn get(
        &self,
        url: &str,
        user_agent: &str,
        keep: usize,
        deadline: Instant,
        line: &mut Option<Line>,
    ) -> Result<Received, NoAnswer> {
        let url = parse(url).ok_or(NoAnswer::NotPermitted)?;
        let request = Request {
            method: Method::Get,
            url: &url,
            user_agent,
            keep_alive: true,
        };
        let origin = url.origin();
        if let Some(mut used) = line.take().filter(|line| line.origin == origin) {
            used.stream.set_deadline(deadline);
            // A server may have closed it in the meantime: then it is asked anew.
            if let Ok(received) = exchange::run(&mut *used.stream, &request, keep) {
                *line = received.reusable.then_some(used);
                return Ok(received);
            }
        }
        let stream = connect::open(&url, &self.connect_to, Reach::Any, &self.tls, deadline);
        let mut stream = stream.map_err(|unanswered| unanswered.why)?;
        let received = exchange::run(&mut *stream, &request, keep);
        let received = received.map_err(|unanswered| unanswered.why)?;
        *line = received.reusable.then_some(Line { origin, stream });
        Ok(received)
    }

    fn exchange(
        &self,
        request: &Request<'_>,
        keep: usize,
        reach: Reach,
        deadline: Instant,
    ) -> Result<Received, Unanswered> {
        let mut stream = connect::open(request.url, &self.connect_to, reach, &self.tls, deadline)?;
        exchange::run(&mut *stream, request, keep)
    }
}

/// An http or https address in its normal form: international host names become ASCII, a fragment goes.
pub(crate) fn parse(address: &str) -> Option<Url> {
    let mut url = Url::parse(address.trim()).ok()?;
    url.set_fragment(None);
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

/// The site that an address belongs to.
fn parse_shop(address: &str) -> Option<ShopUrl> {
    let url = shop::Url::parse(parse(address)?.as_str()).ok()?;
    Some(ShopUrl::at_root(&url))
}

/// Where a response redirects to within the site: the header and the address.
fn redirect(received: &Received, site: &ShopUrl, from: &Url) -> Option<(String, Url)> {
    if !matches!(received.status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let (_, location) = received
        .headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("location"))?;
    // This parser knows international names.
    let next = from.join(location.trim()).ok()?;
    let from = shop::Url::parse(from.as_str()).ok()?;
    let next = shop::next_page(site, &from, next.as_str())?;
    Some((location.clone(), parse(&next.to_string())?))
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

fn answer(response: Result<Response, Unanswered>, start: Instant, caller: Caller) -> Answer {
    let (outcome, error) = match response {
        Ok(response) => (response.into(), None),
        Err(unanswered) => (Outcome::NoAnswer(unanswered.why), unanswered.words),
    };
    Answer {
        elapsed_ms: u32::try_from(start.elapsed().as_millis()).ok(),
        error,
        ..Answer::new(outcome, caller)
    }
}

pub(crate) fn milliseconds(count: u32) -> Duration {
    Duration::from_millis(count.into())
}
