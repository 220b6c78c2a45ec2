//! The report: what a diagnosis ends with, and the shape that every view, export and test reads.
//!
//! The JSON form is published as `www/report.schema.json` (JSON Schema, draft 2020-12). Words are already filled in, in
//! one language, so that a view needs nothing but the report.

use serde::{Deserialize, Serialize};

use crate::probe::{Caller, Method, Purpose, Speaker};

/// Address of the published JSON Schema, the value of [`Report::schema`].
pub const SCHEMA: &str = "https://callback-doctor.example/report.schema.json";

/// Everything that a diagnosis found out, ready to be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Version of Callback Doctor that wrote the report.
    pub version: String,
    /// The shop's home address.
    pub shop: String,
    /// The gateway whose callback was tried.
    pub gateway: GatewayLine,
    /// Where the diagnosis ran.
    pub surface: Surface,
    /// When it began, RFC 3339, if the hand knew the time.
    pub started: Option<String>,
    /// Whether everything was asked that the diagnosis wanted to ask; `false` while it runs and after a cancel.
    pub complete: bool,
    /// The overall verdict.
    pub verdict: Verdict,
    /// The verdict in a sentence of at most twelve words.
    pub headline: String,
    /// Causes, the one to fix first at the head; never empty.
    pub causes: Vec<Cause>,
    /// The stations between provider and gateway, in order.
    pub way: Vec<Stop>,
    /// The callback addresses that were tried as the gateway builds them.
    pub endpoints: Vec<Endpoint>,
    /// One row for each check, also those that passed.
    pub findings: Vec<Finding>,
    /// Every request sent, with what came back.
    pub probes: Vec<ProbeLine>,
    /// What could not be seen from here, each with the one action that settles it.
    pub unsure: Vec<Unsure>,
    /// What this report can not prove, in one plain sentence.
    pub caveat: String,
}

/// The overall verdict, or that of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Seen to be right.
    Pass,
    /// Seen to be wrong.
    Fail,
    /// Not seen; the reason stands beside it.
    Unsure,
    /// The question does not arise for this shop.
    NotApplicable,
}

/// Where a diagnosis ran; decides what its hand can see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// The browser extension.
    Extension,
    /// The static checker site.
    Site,
    /// The in-page audit.
    InPage,
    /// The native client behind `cargo xtask diagnose`.
    Native,
}

/// The gateway as a report names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayLine {
    /// Stable id, such as `kco`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The version seen on the page, where one was seen.
    pub version: Option<String>,
    /// Whether the page showed this gateway, or it was assumed.
    pub seen: bool,
}

/// One cause with what to do about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    /// Stable id.
    pub id: CauseId,
    /// The product that refused, by its id in the catalogue, where it could be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocker: Option<String>,
    /// The product's name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocker_name: Option<String>,
    /// How sure this is.
    pub confidence: Confidence,
    /// What is wrong, in a short sentence: the card's title.
    pub title: String,
    /// What is wrong and why it stops the callback, in plain sentences.
    pub summary: String,
    /// What to do.
    pub remedy: Remedy,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// How sure a naming is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Nothing decisive was seen.
    None,
    /// The most probable reading.
    Likely,
    /// Proven by what was seen.
    Certain,
}

/// What to do about a cause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// Numbered steps, each one plain sentence or two.
    pub steps: Vec<String>,
    /// Things to paste, each with a label saying where.
    pub pastes: Vec<Paste>,
}

/// Something to copy and paste.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paste {
    /// Where it goes, for people.
    pub label: String,
    /// The exact text.
    pub text: String,
}

/// A proof: where it was seen and what was seen there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What kind of thing this is.
    pub kind: EvidenceKind,
    /// Where: a request such as `POST https://shop/wc-api/…`, or a place in the page such as `link[rel=canonical]`.
    pub at: String,
    /// What: the header's value, the status line, an excerpt. At most [`crate::probe::limits::EXCERPT_BYTES`] bytes.
    pub what: String,
}

/// Kinds of [`Evidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// An address by itself.
    Url,
    /// The status of an answer.
    Status,
    /// A header of an answer, as `name: value`.
    Header,
    /// Text from an answer's body.
    Excerpt,
    /// An element of the page.
    Selector,
    /// Why there was no answer.
    Network,
}

/// A station on the way from provider to gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Station {
    /// The payment provider's server.
    Provider,
    /// The shop's name and address.
    Dns,
    /// CDN, firewall, anything in front of WordPress.
    Firewall,
    /// Apache, nginx and their rewriting.
    WebServer,
    /// WordPress and its plugins.
    WordPress,
    /// WooCommerce's wc-api dispatcher.
    WooCommerce,
    /// The gateway's handler.
    Gateway,
}

impl Station {
    /// All stations in the order in which a call passes them.
    pub const ALL: [Self; 7] = [
        Self::Provider,
        Self::Dns,
        Self::Firewall,
        Self::WebServer,
        Self::WordPress,
        Self::WooCommerce,
        Self::Gateway,
    ];
}

/// How far the call came, at one station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopState {
    /// The call was seen to pass.
    Passed,
    /// The call passed, but something here needs a look.
    Warned,
    /// The call stopped here.
    Stopped,
    /// The call did not come this far, or nothing has been asked yet.
    NotReached,
    /// Could not be seen from this surface.
    Unseen,
}

/// One station with its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Which station.
    pub station: Station,
    /// Its name for people.
    pub name: String,
    /// How far the call came.
    pub state: StopState,
    /// The state in a word or two, such as `stopped: Wordfence`.
    pub word: String,
}

/// One callback address with its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Endpoint {
    /// The address.
    pub url: String,
    /// Whether the call arrives.
    pub verdict: Verdict,
    /// Who answered.
    pub speaker: Speaker,
    /// The answer in a line, such as `200 "-1"` or `503, a page of 18 kB`.
    pub answer: String,
}

/// One check's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of the check, such as `pretty-permalinks`.
    pub check: String,
    /// The requirement in a few words.
    pub title: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// What was seen, or why nothing was.
    pub summary: String,
    /// The causes that this check found.
    pub causes: Vec<CauseId>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// One request with what came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProbeLine {
    /// The question that it settled.
    pub purpose: Purpose,
    /// The question for people.
    pub title: String,
    /// Whom it imitated, as really sent.
    pub caller: Caller,
    /// Its method.
    pub method: Method,
    /// Its address.
    pub url: String,
    /// Whether it is still under way.
    pub pending: bool,
    /// Status of the answer, where one was read.
    pub status: Option<u16>,
    /// Who wrote the answer.
    pub speaker: Speaker,
    /// The answer in a line.
    pub answer: String,
    /// The headers that decided, as `name: value`; never a cookie's value.
    pub headers: Vec<String>,
    /// The first bytes of the body.
    pub excerpt: String,
    /// Milliseconds until the answer was read.
    pub elapsed_ms: Option<u32>,
}

/// Something that could not be seen, and how to see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsure {
    /// Stable id of the reason.
    pub id: String,
    /// What could not be seen, and why.
    pub reason: String,
    /// The one action that settles it.
    pub how: String,
    /// A command to run, where that is the action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
}

macro_rules! cause_ids {
    ($($variant:ident $id:literal $doc:literal,)*) => {
        /// Why callbacks fail. Ids are stable: they stand in reports, tests and remedies.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum CauseId {
            $(#[doc = $doc] #[serde(rename = $id)] $variant,)*
        }

        impl CauseId {
            /// Every cause.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The id as it stands in reports.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }
        }
    };
}

cause_ids! {
    NotPublic "not-public" "The address cannot be reached from the internet.",
    Unreachable "unreachable" "No HTTP answer at all.",
    TlsBroken "tls-broken" "https fails while http answers.",
    NotWoocommerce "not-woocommerce" "No WooCommerce answers here.",
    WoocommerceInactive "woocommerce-inactive" "WordPress answers, WooCommerce's dispatcher does not.",
    GatewayInactive "gateway-inactive" "WooCommerce answers that nobody listens under the gateway's name.",
    PlainPermalinks "plain-permalinks" "Permalinks are set to Plain.",
    PathinfoPermalinks "pathinfo-permalinks" "Permalinks begin with `/index.php/`.",
    RewriteNotServed "rewrite-not-served" "The web server does not hand pretty addresses to WordPress.",
    StaleRewriteRules "stale-rewrite-rules" "WordPress's stored rules lack WooCommerce's endpoint.",
    LanguagePrefixRequired "language-prefix-required" "Only the address with a language prefix is routed.",
    LanguagePrefixAdded "language-prefix-added" "A language plugin puts a prefix into the callback address.",
    LanguageRedirect "language-redirect" "A language plugin redirects the callback.",
    HttpHomeUrl "http-home-url" "WordPress builds http addresses.",
    MixedContent "mixed-content" "https pages load http resources.",
    Redirected "redirected" "Another redirect swallows the call.",
    Blocked "blocked" "A product refuses the request.",
    Challenge "challenge" "A bot challenge answers.",
    CallerBlocked "caller-blocked" "A browser passes, the provider's User-Agent does not.",
    PostRefused "post-refused" "The server refuses the method or the empty body.",
    RateLimited "rate-limited" "Too many requests.",
    LoginWall "login-wall" "A password is asked for.",
    Maintenance "maintenance" "Maintenance mode answers.",
    RestLocked "rest-locked" "REST is closed, and this gateway needs it.",
    ServerError "server-error" "The site itself fails.",
    CachedCallback "cached-callback" "A cache answers in the shop's place.",
    SlowAnswer "slow-answer" "The answer takes longer than the provider waits.",
    PluginOutdated "plugin-outdated" "A gateway version that can no longer work.",
    Undetermined "undetermined" "Nothing wrong was seen, but the callback itself could not be looked at from here.",
    Healthy "healthy" "Nothing wrong was found from here.",
}
