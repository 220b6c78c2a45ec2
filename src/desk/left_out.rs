//! What does not count of several inputs, why, and the sentence that says so.

use crate::case::pasted::is_rest;
use crate::given::{InputError, Kind};
use crate::text::{self, Language, fill};

use crate::case::{Case, Pasted};

/// Addresses that a sentence names.
const NAMED: usize = 3;

/// An input that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is about other shops.
    OtherShop {
        /// What it is.
        kind: Kind,
        /// Origins of the other shops.
        sites: Vec<String>,
    },
    /// A page that does not say whose it is.
    Nameless,
    /// A further page of the same shop.
    OtherPage {
        /// Its address.
        url: String,
    },
    /// An answer that does not show who gave it: a status alone, or a success without its body.
    Incomplete {
        /// What it is.
        kind: Kind,
    },
    /// Answers to addresses of the shop that the diagnosis did not ask.
    NotAsked {
        /// The addresses.
        urls: Vec<String>,
    },
    /// It could not be read.
    Unreadable {
        /// What it is.
        kind: Kind,
        /// Why not.
        error: InputError,
    },
}

impl LeftOut {
    pub(super) const fn error(&self) -> Option<InputError> {
        match self {
            Self::Unreadable { error, .. } => Some(*error),
            _ => None,
        }
    }

    /// The sentence about it, beside a report about `shop`.
    pub fn sentence(&self, shop: &str, language: Language) -> String {
        let words = text::left_out(language);
        match self {
            Self::OtherShop { kind, sites } => {
                let site = named(sites);
                let values = [
                    ("what", (words.what)(*kind)),
                    ("site", &site),
                    ("shop", shop),
                ];
                fill(words.other_shop, &values)
            }
            Self::Nameless => words.nameless.to_owned(),
            Self::OtherPage { url } => fill(words.other_page, &[("url", url)]),
            Self::Incomplete { kind } => fill(words.incomplete, &[("what", (words.what)(*kind))]),
            Self::NotAsked { urls } => fill(words.not_asked, &[("url", &named(urls))]),
            Self::Unreadable {
                error: InputError::Empty,
                ..
            } => words.empty.to_owned(),
            Self::Unreadable { kind, error } => {
                let reason = text::unreadable(language, error);
                fill(
                    words.unreadable,
                    &[("what", (words.what)(*kind)), ("reason", &reason)],
                )
            }
        }
    }
}

impl Case {
    /// Answers that were brought along and that no question was for; the person is told.
    pub fn not_asked(&self) -> Option<LeftOut> {
        let callbacks = self
            .pasted
            .iter()
            .filter(|pasted| pasted.brought && !is_rest(&pasted.url));
        let asked = |pasted: &&Pasted| {
            let mut asked = self.asked.iter();
            asked.any(|asked| asked.probe.method == pasted.method && asked.url == pasted.url)
        };
        let mut urls: Vec<String> = Vec::new();
        for pasted in callbacks.filter(|pasted| !asked(pasted)) {
            add(&mut urls, pasted.url.to_string());
        }
        (!urls.is_empty()).then_some(LeftOut::NotAsked { urls })
    }
}

/// Adds what is not there yet.
pub(super) fn add(texts: &mut Vec<String>, text: String) {
    if !texts.contains(&text) {
        texts.push(text);
    }
}

/// Some of several addresses, for a sentence.
fn named(texts: &[String]) -> String {
    let more = if texts.len() > NAMED { " …" } else { "" };
    let named: Vec<&str> = texts.iter().take(NAMED).map(String::as_str).collect();
    [&named.join(", "), more].concat()
}
