//! Who calls a shop: by what name, from where, how patiently and how often.

use super::fact::Known;

/// The company that calls, as it calls for one gateway.
#[derive(Debug)]
pub struct Provider {
    /// Its name.
    pub name: &'static str,
    /// The `User-Agent` of its calls, or how that begins.
    pub agent: Known<&'static str>,
    /// Where its calls come from.
    pub addresses: Known<Addresses>,
    /// Seconds that it waits for an answer.
    pub patience: Known<u16>,
    /// How often it calls again.
    pub repeats: Known<Repeats>,
    /// What it does with a redirect.
    pub redirects: Known<Redirects>,
    /// Where its portal lists the calls, as menu items.
    pub log: Known<&'static str>,
    /// Where its portal sends a call again, as menu items.
    pub resend: Known<&'static str>,
}

impl Provider {
    /// A provider of which only the name is known: what a row changes stands in it.
    pub const fn named(name: &'static str) -> Self {
        Self {
            name,
            agent: Known::No,
            addresses: Known::No,
            patience: Known::No,
            repeats: Known::No,
            redirects: Known::No,
            log: Known::No,
            resend: Known::No,
        }
    }
}

/// Where a provider's calls come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addresses {
    /// Addresses and ranges, as they stood on the day that the source was read.
    Listed(&'static [&'static str]),
    /// The provider keeps a list there that changes: it has to be taken from there.
    PublishedAt(&'static str),
    /// What these names resolve to, which changes without notice.
    Names(&'static [&'static str]),
    /// A server of the merchant's own.
    MerchantsOwn,
}

/// How often a provider calls again after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// By itself.
    Calls {
        /// At most so many calls.
        calls: Option<u8>,
        /// Minutes from the first call to the last.
        minutes: Option<u32>,
        /// Whether a status from 400 to 499 ends it at once.
        ends_at_refusal: bool,
    },
    /// The shop itself fetches what was lost.
    ShopFetches,
}

impl Repeats {
    /// Calls for so many hours.
    pub const fn hours(hours: u32) -> Self {
        Self::Calls {
            calls: None,
            minutes: Some(hours * 60),
            ends_at_refusal: false,
        }
    }

    /// So many calls over so many minutes, where these are known.
    pub const fn calls(calls: u8, minutes: Option<u32>) -> Self {
        Self::Calls {
            calls: Some(calls),
            minutes,
            ends_at_refusal: false,
        }
    }
}

/// What a provider does with a redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirects {
    /// It counts each as a failure.
    NotFollowed,
    /// It follows 301 and 302 by GET, without the body; 307 and 308 keep it.
    AsGet,
}
