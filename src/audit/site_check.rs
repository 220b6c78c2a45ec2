//! What is asked once per site: whether http leads to https, whether browsers are told to stay there, whether the
//! certificate fits both names, and what the site says of its own addresses.

use serde::{Deserialize, Serialize};

use crate::verdict::Verdict;

/// A question that a site answers once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SiteCheckId {
    /// Whether the home is redirected from http to https.
    HomeRedirect,
    /// The same for the checkout.
    CheckoutRedirect,
    /// Whether `Strict-Transport-Security` tells browsers to stay with https.
    Hsts,
    /// Whether the certificate fits the site's other name, with or without `www.`.
    TwinCertificate,
    /// Whether canonical links are https.
    Canonical,
    /// Whether the links to other languages are https.
    Hreflang,
    /// Whether the links to feeds are https.
    Feeds,
    /// Whether the sitemaps list https addresses.
    Sitemaps,
}

impl SiteCheckId {
    /// All of them, in the order in which a report shows them.
    pub const ALL: [Self; 8] = [
        Self::HomeRedirect,
        Self::CheckoutRedirect,
        Self::Hsts,
        Self::TwinCertificate,
        Self::Canonical,
        Self::Hreflang,
        Self::Feeds,
        Self::Sitemaps,
    ];

    /// Whether a fail of it makes the site's https incomplete; the other one is advice.
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Hsts)
    }
}

/// The answer to such a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteCheck {
    /// The question.
    pub id: SiteCheckId,
    /// The answer; `unsure` where it was not seen.
    pub verdict: Verdict,
    /// What was seen: a status line, a header, an address. Empty where nothing was.
    pub evidence: String,
}
