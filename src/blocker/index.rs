//! The catalogue's literals, gathered once for the one search through a body.

use std::sync::OnceLock;

use super::scan::{Finder, Found, SHORTEST};
use super::sign::{Pattern, Place};
use super::{Entry, entries};

/// Markup that a site's own pages carry and refusals do not: two of them make a page the site's own.
const OWN_PAGE: [&str; 12] = [
    "/wp-content/themes/",
    "rel=\"https://api.w.org/\"",
    "rel=\"canonical\"",
    "application/ld+json",
    "application/rss+xml",
    "property=\"og:",
    "woocommerce-page",
    "</article>",
    "</header>",
    "</footer>",
    "<pre><code",
    "</code></",
];

/// The catalogue, ready for matching.
pub(super) struct Index {
    finder: Finder,
    /// Each row with the numbers of its signs' literals; [`u16::MAX`] where a sign is not searched for.
    pub(super) rows: Vec<(&'static Entry, Vec<u16>)>,
}

impl Index {
    /// The one index, built at first use.
    pub(super) fn get() -> &'static Self {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut literals: Vec<&'static str> = OWN_PAGE.to_vec();
        let mut number = |place: Place, pattern: Pattern| {
            let Some(key) = pattern
                .key()
                .filter(|key| place == Place::Body && key.len() >= SHORTEST)
            else {
                return u16::MAX;
            };
            let known = literals.iter().position(|other| *other == key);
            let number = known.unwrap_or_else(|| {
                literals.push(key);
                literals.len() - 1
            });
            u16::try_from(number).unwrap_or(u16::MAX)
        };
        let rows = entries()
            .map(|entry| {
                (
                    entry,
                    entry
                        .signs
                        .iter()
                        .map(|sign| number(sign.place, sign.pattern))
                        .collect(),
                )
            })
            .collect();
        Self {
            finder: Finder::new(&literals),
            rows,
        }
    }

    /// Searches a body.
    pub(super) fn search(&self, text: &str) -> Found {
        self.finder.find(text)
    }
}

/// Whether the body is a page of the site itself.
pub(super) fn own_page(found: &Found) -> bool {
    (0..)
        .zip(OWN_PAGE)
        .filter(|(number, _)| found.any(*number))
        .count()
        >= 2
}
