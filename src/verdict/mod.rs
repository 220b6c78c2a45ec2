//! What a check or a diagnosis says: verdicts, causes, evidence and how sure they are.

mod ids;

use serde::{Deserialize, Serialize};

pub use ids::{CheckId, Note, Reason, Variant};

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

impl Verdict {
    /// The word in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Unsure => "unsure",
            Self::NotApplicable => "not-applicable",
        }
    }
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

impl Surface {
    /// Whether this surface's hand can look like the provider's server.
    pub const fn imitates_provider(self) -> bool {
        matches!(self, Self::Native | Self::Extension)
    }

    /// Whether this surface's hand may read what wc-api answers.
    pub const fn reads_callbacks(self) -> bool {
        !matches!(self, Self::Site)
    }
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

impl Evidence {
    /// Shows each text of a stranger, to be changed.
    pub(crate) fn each_text(&mut self, see: &mut dyn FnMut(&mut String)) {
        see(&mut self.at);
        see(&mut self.what);
    }
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
    CallbackAddressWrong "callback-address-wrong" "The provider has another address on file than this shop would send.",
    GatewayRefused "gateway-refused" "The call arrived and the payment plugin itself refused it.",
    OutboundFailed "outbound-failed" "The call arrived, and the shop could not call the provider back.",
    OutputBeforeAnswer "output-before-answer" "Something prints before or after the plugin's answer.",
    Undetermined "undetermined" "The callback itself could not be looked at from here.",
    Healthy "healthy" "Nothing wrong was found from here.",
}
