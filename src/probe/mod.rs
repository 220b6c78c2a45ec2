//! Probes, the answers to them, who wrote an answer, and the limits that keep a diagnosis harmless.
//!
//! A [`Probe`] is one harmless HTTP request with a purpose. A hand sends it and returns an [`Answer`]; what the hand
//! could not see is part of the answer, never silently missing.

mod body;
mod dispatcher;
pub mod limits;
mod network_error;
mod speaker;
mod tls_fault;
mod user_agent;

use serde::{Deserialize, Serialize};

pub use body::{BodyEnd, GZIP, body_text};
pub(crate) use dispatcher::is_printed_before;
pub use dispatcher::{Dispatched, dispatched};
pub use network_error::network_error;
pub(crate) use speaker::is_uncached_by_wordpress;
pub use speaker::{Speaker, speaker};
pub use tls_fault::TlsFault;
pub use user_agent::{BROWSER_USER_AGENT, PROVIDER_USER_AGENT, UserAgent, UserAgentError};

/// Why a probe is sent: the question that it settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The gateway's own callback address, as the provider calls it.
    Endpoint,
    /// A handler name that nobody registers: 400 `-1` proves that WooCommerce's dispatcher ran.
    Control,
    /// The same endpoint as `/?wc-api=NAME`, which works under every permalink setting.
    QueryForm,
    /// The same endpoint under `/index.php/`, which works without the web server's rewriting.
    PathinfoForm,
    /// The same endpoint below a language prefix, such as `/sv/wc-api/NAME/`.
    Prefixed,
    /// The endpoint over plain http, to see whether the call would be redirected to https.
    HttpsRedirect,
    /// The endpoint by GET, where POST is refused: a rule against the method lets it pass.
    GetForm,
    /// WordPress's REST index, by its pretty address.
    RestIndex,
    /// WordPress's REST index as `/?rest_route=/`, which works under every permalink setting.
    RestRoute,
    /// A pretty REST address without a slash at its end: where a page is shown nothing of the index, it tells a redirect of
    /// the slash from a web server that does not rewrite.
    RestNamespace,
    /// Where a page may not read the REST index: the home, only to see whether anything answers at all.
    Presence,
    /// The REST route that a block checkout is called back on, by OPTIONS: WordPress describes a route without running it.
    BlockRoute,
    /// The refused request once more, where its difference to another decides: answers that change are no rule.
    Repeat,
    /// The address that a redirect of the callback leads to, by the method that a client would use there.
    Hop,
}

impl Purpose {
    /// Whether it asks WordPress's REST, which lets every page read its answers, rather than wc-api.
    pub const fn asks_rest(self) -> bool {
        matches!(
            self,
            Self::RestIndex | Self::RestRoute | Self::RestNamespace
        )
    }

    /// Whether it asks wc-api, in any form of its address.
    pub const fn asks_wc_api(self) -> bool {
        matches!(
            self,
            Self::Endpoint
                | Self::Control
                | Self::QueryForm
                | Self::PathinfoForm
                | Self::Prefixed
                | Self::HttpsRedirect
                | Self::GetForm
        )
    }
}

/// How a probe looks to the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caller {
    /// As the payment provider's server: its User-Agent, no cookie, no Origin, no browser headers.
    Provider,
    /// As the browser that runs the diagnosis, still without cookies.
    Browser,
}

/// The request methods that a probe may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reading the REST index, and telling a rule against POST from one against the address.
    Get,
    /// What the provider uses, always with an empty body.
    Post,
    /// Asking WordPress to describe a REST route, which runs nothing.
    Options,
}

impl Method {
    /// The method as it stands in a request line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Options => "OPTIONS",
        }
    }
}

/// Number of a probe within its diagnosis, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProbeId(pub u8);

/// One harmless request: no cookie, no credential, no order id, an empty body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// Its number within the diagnosis.
    pub id: ProbeId,
    /// The question it settles.
    pub purpose: Purpose,
    /// Whom it imitates.
    pub caller: Caller,
    /// POST as the provider uses it, GET where the purpose says so.
    pub method: Method,
    /// Absolute http or https address.
    pub url: String,
    /// The `User-Agent` to send; `None` is the hand's own.
    pub user_agent: Option<UserAgent>,
}

/// The `Accept` of every probe: WordPress answers errors in JSON to a request that asks for JSON, and block pages change
/// with it. Source: measured on WordPress 7.0.4.
pub const ACCEPT: &str = "*/*";

/// What a hand saw of a probe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What came back, or why nothing did.
    pub outcome: Outcome,
    /// Milliseconds from sending to the last byte read, where the hand measures time.
    pub elapsed_ms: Option<u32>,
    /// How the request really looked: a hand that cannot imitate the provider says [`Caller::Browser`].
    pub caller: Caller,
    /// The IP address that the hand was connected to, where it is told; with a proxy, the proxy's.
    pub remote: Option<String>,
    /// The hand's own words for a failure, such as `net::ERR_CONNECTION_REFUSED`.
    pub error: Option<String>,
}

impl Answer {
    /// An answer of which nothing else is known.
    pub const fn new(outcome: Outcome, caller: Caller) -> Self {
        Self {
            outcome,
            elapsed_ms: None,
            caller,
            remote: None,
            error: None,
        }
    }

    /// Whether nothing came and the browser's words lay that on the connection: no word about the shop, as long as it
    /// happens once. A failure without words may be the shop's, and counts.
    pub fn is_lost(&self) -> bool {
        matches!(self.outcome, Outcome::NoAnswer(_))
            && self.error.as_deref().is_some_and(network_error::is_lost)
    }

    /// The response, where the hand could read one.
    pub const fn response(&self) -> Option<&Response> {
        match &self.outcome {
            Outcome::Response(response) => Some(response),
            _ => None,
        }
    }
}

/// What came back, or why it was not seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Outcome {
    /// A response with status, headers and body.
    Response(Response),
    /// A redirect whose status and target the hand was not shown.
    RedirectHidden,
    /// Some HTTP answer exists; nothing else could be seen of it (a page's `no-cors` request).
    Opaque,
    /// The browser kept the answer from the page: either there was none, or it did not allow other origins to read it.
    Unreadable,
    /// No HTTP answer.
    NoAnswer(NoAnswer),
}

impl From<Response> for Outcome {
    /// A response, where its status is one of HTTP: three digits that begin with 1 to 9.
    fn from(response: Response) -> Self {
        if (100..=999).contains(&response.status) {
            Self::Response(response)
        } else {
            Self::NoAnswer(NoAnswer::NotHttp)
        }
    }
}

/// Why there was no HTTP answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoAnswer {
    /// The host name has no address.
    Dns,
    /// Nothing listens on that address and port.
    Refused,
    /// The connection was closed before an answer.
    Reset,
    /// The certificate or the TLS handshake failed.
    Tls,
    /// No answer within [`limits::PROBE_TIMEOUT_MS`].
    Timeout,
    /// What came was not HTTP.
    NotHttp,
    /// The person took the permission back, or the browser refused to send.
    NotPermitted,
    /// The person cancelled.
    Cancelled,
    /// The browser only said that it failed.
    Unknown,
}

/// An HTTP response, as far as a hand read it. Redirects are not followed: a 301 is the response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The status code, 100 to 999.
    pub status: u16,
    /// Header names in lower case, in the order received.
    pub headers: Headers,
    /// The first [`limits::BODY_BYTES`] bytes of the body as text, invalid UTF-8 replaced.
    pub body: String,
    /// How the body ended; unless it is whole, what stands in `body` is not all of it.
    #[serde(default)]
    pub body_end: BodyEnd,
}

/// Response headers: names in lower case, repeated names allowed, in the order received.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// The first value under this lower-case name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    }

    /// Every value under this lower-case name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    }

    /// Name and value of each header.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }
}

impl<N: AsRef<str>, V: Into<String>> FromIterator<(N, V)> for Headers {
    /// Lowers each name, trims each value, and keeps what the limits allow: of a flood the first of each header that
    /// decides, then the others in their order, cookies last.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(headers: I) -> Self {
        let mut decided = [false; DECIDING.len()];
        let mut rank_of = |name: &str| {
            let place = DECIDING.iter().position(|deciding| *deciding == name);
            let decided = place.and_then(|place| decided.get_mut(place));
            if decided.is_some_and(|decided| !std::mem::replace(decided, true)) {
                0
            } else if name == "set-cookie" {
                2
            } else {
                1
            }
        };
        let ranked: Vec<(u8, (String, String))> = headers
            .into_iter()
            .map(|(name, value)| {
                let name = name.as_ref().trim().to_ascii_lowercase();
                let mut value = value.into();
                cut(&mut value, limits::HEADER_VALUE_BYTES);
                (rank_of(&name), (name, value.trim().to_owned()))
            })
            .collect();
        let mut left = limits::HEADERS;
        let mut room = [0, 1, 2].map(|rank| {
            let wanted = ranked.iter().filter(|(own, _)| *own == rank).count();
            let room = wanted.min(left);
            left -= room;
            room
        });
        let kept = ranked.into_iter().filter(|(rank, _)| {
            let room = room.get_mut(usize::from(*rank));
            room.is_some_and(|room| std::mem::replace(room, room.saturating_sub(1)) > 0)
        });
        Self(kept.map(|(_, header)| header).collect())
    }
}

/// Headers that decide what an answer means or who gave it, whatever else comes before them.
const DECIDING: [&str; 12] = [
    "cf-mitigated",
    "cf-ray",
    "content-encoding",
    "content-type",
    "link",
    "location",
    "refresh",
    "retry-after",
    "server",
    "via",
    "www-authenticate",
    "x-redirect-by",
];

/// Shortens `text` to at most `bytes` bytes, never inside a character; says whether anything was cut.
pub fn cut(text: &mut String, bytes: usize) -> bool {
    let fits = text.len() <= bytes;
    if !fits {
        text.truncate(text.floor_char_boundary(bytes));
    }
    !fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_whatever_case_they_came_in() {
        let headers: Headers = [("Retry-After", " 600 "), ("X-A", "1"), ("x-a", "2")]
            .into_iter()
            .collect();
        assert_eq!(headers.get("retry-after"), Some("600"));
        assert_eq!(headers.all("x-a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(
            headers.get("Retry-After"),
            None,
            "names are stored in lower case"
        );
    }

    #[test]
    fn of_a_flood_of_headers_those_are_kept_that_decide() {
        let cookies = (0..120).map(|at| ("Set-Cookie".to_owned(), at.to_string()));
        let others = (0..120).map(|at| (format!("x-{at}"), String::new()));
        let repeated = (0..120).map(|_| ("X-Flood".to_owned(), "y".to_owned()));
        for flood in [
            cookies.clone().collect::<Vec<_>>(),
            others.clone().collect(),
            repeated.clone().collect(),
            cookies.chain(others).chain(repeated).collect(),
        ] {
            let last = [("Location", "/to"), ("cf-mitigated", "challenge")];
            let last = last.map(|(name, value)| (name.to_owned(), value.to_owned()));
            let headers: Headers = flood.into_iter().chain(last).collect();
            assert_eq!(headers.iter().count(), limits::HEADERS);
            assert_eq!(headers.get("location"), Some("/to"));
            assert_eq!(headers.get("cf-mitigated"), Some("challenge"));
        }
        let few: Headers = [("Set-Cookie", "a"), ("A", "1"), ("Set-Cookie", "b")]
            .into_iter()
            .collect();
        let names: Vec<_> = few.iter().map(|(name, _)| name).collect();
        assert_eq!(
            names,
            ["set-cookie", "a", "set-cookie"],
            "nothing to leave out"
        );
    }

    #[test]
    fn a_status_below_100_is_no_http() {
        for (status, is_http) in [
            (0, false),
            (99, false),
            (100, true),
            (999, true),
            (1000, false),
        ] {
            let outcome = Outcome::from(Response {
                status,
                ..Response::default()
            });
            assert_eq!(matches!(outcome, Outcome::Response(_)), is_http, "{status}");
        }
    }

    #[test]
    fn a_cut_never_splits_a_character() {
        let mut text = "håll".to_owned();
        assert!(cut(&mut text, 2));
        assert_eq!(text, "h");
        assert!(!cut(&mut text, 2));
    }
}
