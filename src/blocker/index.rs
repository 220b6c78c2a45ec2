//! The catalogue's literals, gathered once for the one search through a body.

use std::sync::OnceLock;

use super::scan::{Finder, Found, SHORTEST};
use super::sign::{Place, Sign};
use super::{Entry, entries};

/// Points from which on a page is the site's own.
const OWN_PAGE: u32 = 2;

/// Markup of ordinary pages and documents, with points: no refusal carries that of a WordPress theme, and hardly one
/// carries two of the others.
const ORDINARY: [(&str, u32); 13] = [
    ("/wp-content/themes/", 2),
    ("woocommerce-page", 2),
    ("rel=\"https://api.w.org/\"", 2),
    ("rel=\"canonical\"", 1),
    ("rel=\"next\"", 1),
    ("application/ld+json", 1),
    ("application/rss+xml", 1),
    ("property=\"og:", 1),
    ("</article>", 1),
    ("<nav class=", 1),
    ("role=\"navigation\"", 1),
    ("<pre><code", 1),
    ("</code></", 1),
];

/// The catalogue, ready for matching.
pub(super) struct Index {
    finder: Finder,
    /// Each row with the numbers of its signs' literals, where they are searched for.
    pub(super) rows: Vec<(&'static Entry, Vec<Option<u16>>)>,
}

impl Index {
    /// The one index, built at first use.
    pub(super) fn get() -> &'static Self {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut literals: Vec<&'static str> = ORDINARY.map(|(text, _)| text).to_vec();
        let mut rows = Vec::new();
        for entry in entries() {
            let keys = entry
                .signs
                .iter()
                .map(|sign| number(sign, &mut literals))
                .collect();
            rows.push((entry, keys));
        }
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

/// Whether the body is a page of the site itself, or a document.
pub(super) fn own_page(found: &Found) -> bool {
    let there = (0..).zip(ORDINARY).filter(|(number, _)| found.any(*number));
    there.map(|(_, (_, points))| points).sum::<u32>() >= OWN_PAGE
}

/// The number of the literal that a sign is searched by; adds it where it is new.
fn number(sign: &Sign, literals: &mut Vec<&'static str>) -> Option<u16> {
    let key = sign
        .pattern
        .key()
        .filter(|key| sign.place == Place::Body && key.len() >= SHORTEST)?;
    let known = literals.iter().position(|other| *other == key);
    let number = known.unwrap_or(literals.len());
    if known.is_none() {
        literals.push(key);
    }
    u16::try_from(number).ok()
}
