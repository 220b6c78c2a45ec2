//! The catalogue of products that refuse requests, and its matcher.
//!
//! A row ([`Entry`]) is data: in which statuses a product answers, which signs its pages and headers carry, what such an
//! answer means for a callback, and what the merchant does about it. [`recognise`] names the one row that an answer
//! shows, or none: a page of the shop, an answer of WooCommerce or of a gateway is never named.
//!
//! Facts were read on [`READ`]; each row says where.

mod catalogue;
mod index;
mod matcher;
mod reason;
mod scan;
mod sign;
mod view;

use crate::probe::Response;

pub use sign::{Pattern, Place, Sign, Weight};

/// The day on which the facts of the catalogue were read.
pub const READ: &str = "2026-11-22";

/// One product's refusal, challenge or error page.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Stable id, such as `wordfence-block-503`.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// What kind of product it is.
    pub kind: Kind,
    /// What such an answer means for a callback.
    pub means: Means,
    /// The statuses that it answers with; other statuses are never it.
    pub statuses: &'static [u16],
    /// What its answers look like.
    pub signs: &'static [Sign],
    /// How many signs must be there.
    pub needs: Needs,
    /// How exact the row is: of several rows that fit, the highest is named. 1 and 2 are bare pages that many products
    /// send, and never certain.
    pub specificity: u8,
    /// Whether it acts only after WooCommerce's dispatcher: on a callback address its page shows that the route is not
    /// registered, and the product is not to blame.
    pub after_dispatcher: bool,
    /// Whether it judges by who calls, its address or country: what refuses this computer may let the provider in.
    pub by_address: bool,
    /// Where the facts are from.
    pub source: &'static str,
    /// What the merchant does about it.
    pub remedy: &'static Remedy,
}

impl Entry {
    /// Whether the name is a product's, rather than one for the bare page of a server that anybody may have configured.
    pub fn names_a_product(&self) -> bool {
        self.kind != Kind::Server && self.specificity > 2
    }

    /// The row, unless it names no one.
    pub fn named(&'static self) -> Option<&'static Self> {
        (self.kind != Kind::Words).then_some(self)
    }
}

/// Kinds of product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A content delivery network or cloud firewall.
    Cdn,
    /// A bot manager.
    BotManager,
    /// A firewall appliance in front of the server.
    Appliance,
    /// Something that the hosting company runs.
    Host,
    /// The web server's own page.
    Server,
    /// A WordPress plugin.
    Plugin,
    /// No firewall: maintenance, passwords, errors.
    NotFirewall,
    /// Nobody in particular: words that anybody may write. The row says what an answer means and names no one.
    Words,
}

/// What an answer means for a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Means {
    /// The request is refused.
    Blocked,
    /// A test for browsers, which no server passes.
    Challenge,
    /// A password is asked for.
    LoginWall,
    /// Maintenance mode.
    Maintenance,
    /// Too many requests.
    RateLimited,
    /// The site or its server fails.
    ServerError,
    /// A page that announces the shop.
    ComingSoon,
    /// The caller is sent elsewhere.
    Redirected,
    /// WordPress's REST interface is closed to guests.
    RestLocked,
    /// Nothing is refused.
    Normal,
}

/// How many signs a row needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// One strong sign (any weight but [`Weight::Weak`]).
    Strong,
    /// One strong sign and one weak.
    StrongAndWeak,
    /// One strong sign, or this many weak ones, which is never certain.
    StrongOrWeak(u8),
    /// The row is never named: its signs prove nothing by themselves.
    Never,
}

impl PartialEq for Entry {
    /// Ids are unique.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Entry {}

/// What the merchant does. In texts, `{path}` stands for the callback's path, such as `/wc-api/KCO_WC_Push/`, `{host}` for
/// the shop's host name, and in pastes `{path_regex}` for the path in an expression, `{cloudflare}`, `{modsecurity}`,
/// `{apache_open}` and `{nginx_open}` for rules that are written for exactly this shop ([`crate::remedy`] fills them).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Numbered steps.
    pub steps: &'static [&'static str],
    /// Things to paste.
    pub pastes: &'static [Paste],
}

/// Something to paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paste {
    /// Where it goes, and the exact text.
    Text(&'static str, &'static str),
    /// The message to whoever runs the server, which [`crate::remedy`] writes.
    Letter,
}

/// A row that an answer shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The row.
    pub entry: &'static Entry,
    /// How sure the naming is.
    pub confidence: Certainty,
    /// The signs that were found, in the order of the row.
    pub evidence: Vec<Hit>,
}

/// How sure a naming is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The most probable reading.
    Likely,
    /// Proven by the answer.
    Certain,
}

/// One sign as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where: `status`, `address`, `title`, `body`, `header NAME` or `cookie`.
    pub at: String,
    /// What: the value, or an excerpt of at most [`crate::probe::limits::EXCERPT_BYTES`] bytes. Of a cookie only its name.
    pub what: String,
}

/// Names the row of the catalogue that `response` shows, or none. `url` is the address that answered, where known.
///
/// The order of headers and the case of letters do not matter. WooCommerce's own `-1` is never named.
pub fn recognise(response: &Response, url: Option<&str>) -> Option<Match> {
    matcher::recognise(response, url)
}

/// The reason that a block page gives for itself, in its own words; at most a short line.
pub fn reason(response: &Response) -> Option<String> {
    reason::reason(response)
}

/// Every row, in the order of the catalogue.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    catalogue::GROUPS.iter().copied().flatten()
}

/// The row with this id.
pub fn entry(id: &str) -> Option<&'static Entry> {
    entries().find(|entry| entry.id == id)
}
