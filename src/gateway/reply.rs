//! The answers that an endpoint itself gives, and what each says.

use super::via::{has_code, is_fixed};
use crate::probe::{BodyEnd, Response, dispatched, is_uncached_by_wordpress};
use crate::shop::{Harmless, Url};

/// An answer that a plugin gives at one of its endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: Body,
    /// What it says.
    pub says: Says,
    /// What it takes for it to count: others may answer like that too.
    pub needs: Needs,
}

/// What an answer needs beside it, so that it shows that a call came to the plugin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: only the plugin answers like that.
    Nothing,
    /// A control that was dispatched.
    Control,
    /// Its namespace in WordPress's index of REST. A made-up route is no control here: plugins that close REST refuse the
    /// routes that exist and let WordPress say itself which do not. Seen with Disable REST API, 2026-11-28.
    Listing,
}

/// What an answer's body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// `-1`, the dispatcher's.
    Dispatched,
    /// Nothing at all, with no redirect.
    Empty,
    /// These words and nothing else.
    Is(&'static str),
    /// What begins so.
    Starts(&'static str),
    /// What holds these words.
    Holds(&'static str),
    /// An error of WordPress's REST with this code.
    Code(&'static str),
    /// JSON of any kind.
    Json,
    /// Anything that WordPress marked as not to be cached, as it does before it hands a call to a plugin.
    Uncached,
    /// A page of HTML.
    Page,
    /// A redirect by WordPress to the shop's bare home.
    Home,
    /// A redirect by WordPress to a path that ends so.
    To(&'static str),
    /// A redirect by WordPress that only adds a slash at the end.
    Slash,
}

/// What an answer of a plugin says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// The call came to the plugin.
    Arrived,
    /// The plugin has no use for a call that is not signed or names no order: right for an empty call, a refusal where the
    /// provider itself gets it.
    Unsigned,
    /// The plugin refused the call, whoever sent it: its keys, its mode or its own list of addresses.
    Refused,
    /// The call is on its way: the same answer comes in a healthy shop, and the next one counts.
    OnTheWay,
}

impl Reply {
    /// 200 `-1`: somebody listens to the name and had nothing to say.
    pub const LISTENS: Self = Self::arrived(200, Body::Dispatched);
    /// 401 `rest_forbidden`: the route stands, and its own check refused. Plugins that close REST answer alike.
    pub const FORBIDDEN: Self = Self {
        needs: Needs::Listing,
        ..Self::unsigned(401, Body::Code("rest_forbidden"))
    };
    /// 400 `rest_missing_callback_param`: WordPress knows the route and what it wants.
    pub const PARAMETERS: Self = Self::unsigned(400, Body::Code("rest_missing_callback_param"));
    /// An answer that shows by itself that the call came to the plugin.
    pub const fn arrived(status: u16, body: Body) -> Self {
        Self {
            status,
            body,
            says: Says::Arrived,
            needs: Needs::Nothing,
        }
    }

    /// An answer to a call that is not signed.
    pub const fn unsigned(status: u16, body: Body) -> Self {
        Self {
            says: Says::Unsigned,
            ..Self::arrived(status, body)
        }
    }

    /// A refusal by the plugin, whoever calls.
    pub const fn refused(status: u16, body: Body) -> Self {
        Self {
            says: Says::Refused,
            ..Self::arrived(status, body)
        }
    }

    /// The same answer where it counts only beside a control that was dispatched, since others answer like it.
    #[must_use]
    pub const fn beside(self) -> Self {
        Self {
            needs: Needs::Control,
            ..self
        }
    }

    /// Whether this is the answer that came from an address.
    pub(super) fn is(&self, url: &Url, answer: &Response) -> bool {
        let by_status = self.status == answer.status || self.body.tells() && is_fixed(answer);
        by_status && self.body.is(url, answer)
    }
}

impl Body {
    /// Whether it says by itself whose it is, whatever the status.
    const fn tells(self) -> bool {
        matches!(
            self,
            Self::Is(_) | Self::Starts(_) | Self::Holds(_) | Self::Code(_)
        )
    }

    fn is(self, url: &Url, answer: &Response) -> bool {
        let text = unprinted(&answer.body);
        let target = || location(url, answer);
        match self {
            Self::Dispatched => dispatched(&answer.body).is_some(),
            Self::Empty => {
                text.is_empty()
                    && answer.body_end == BodyEnd::Whole
                    && answer.headers.get("location").is_none()
            }
            Self::Is(words) => text == words,
            Self::Starts(words) => text.starts_with(words),
            Self::Holds(words) => text.contains(words),
            Self::Code(code) => has_code(text, code),
            Self::Uncached => is_uncached_by_wordpress(&answer.headers),
            Self::Json => text.starts_with(['{', '[', '"']),
            Self::Page => is_page(text),
            Self::Home => target().is_some_and(|to| is_home(url, &to)),
            Self::To(end) => target().is_some_and(|to| to.path().ends_with(end)),
            Self::Slash => target().is_some_and(|to| {
                url.path().len() + 1 == to.path().len()
                    && to.path().strip_suffix('/') == Some(url.path())
                    && url.query() == to.query()
                    && url.origin() == to.origin()
            }),
        }
    }
}

/// Where an answer sends to, where WordPress itself says so: a web server's redirect is another matter.
fn location(url: &Url, answer: &Response) -> Option<Url> {
    answer.headers.get("x-redirect-by")?;
    url.join(answer.headers.get("location")?)
}

/// Whether an address is the bare home below which the callback stands. A redirect to another scheme or host is none of
/// the plugin's.
fn is_home(url: &Url, to: &Url) -> bool {
    let found = Harmless::of(url);
    let home = found.page.path().trim_end_matches('/');
    to.origin() == url.origin() && to.query().is_none() && to.path().trim_end_matches('/') == home
}

/// What a plugin said, without the comments of a cache around it and the notices of PHP before it.
fn unprinted(body: &str) -> &str {
    let mut text = body.trim_matches(BLANK);
    loop {
        let rest = match text {
            _ if text.starts_with("<!--") => text.split_once("-->"),
            _ if text.starts_with("<br />\n<b>") => text
                .strip_prefix("<br />")
                .and_then(|notice| notice.split_once("<br />")),
            _ => None,
        };
        let Some((_, rest)) = rest else { break };
        text = rest.trim_matches(BLANK);
    }
    let commented = text.ends_with("-->");
    match text.rfind("<!--").filter(|_| commented) {
        Some(at) => text.get(..at).unwrap_or(text).trim_matches(BLANK),
        None => text,
    }
}

/// What stands around an answer without being part of it.
const BLANK: [char; 5] = ['\u{feff}', ' ', '\t', '\r', '\n'];

fn is_page(text: &str) -> bool {
    let start = text.get(..text.len().min(PAGE_BYTES)).unwrap_or(text);
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// Bytes in which a page says that it is one.
const PAGE_BYTES: usize = 15;
