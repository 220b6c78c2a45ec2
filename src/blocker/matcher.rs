//! Names the row that an answer shows: one look at the headers, one pass over the body.

use std::cmp::Reverse;

use crate::foreign;
use crate::probe::{Response, dispatched, limits};

use super::index::{Index, own_page};
use super::scan::Found;
use super::sign::{Pattern, Place, Sign, Weight};
use super::view::View;
use super::{Certainty, Entry, Hit, Match, Needs};

/// Rows up to this specificity are bare pages that many products send.
const BARE_PAGE: u8 = 2;

/// Bytes of an excerpt around what was found.
const EXCERPT: usize = 120;

/// An answer and what was found in it.
struct Seen<'a> {
    view: &'a View<'a>,
    found: Found,
    titles: Vec<&'a str>,
    /// Whether prose counts: the answer is neither a page of the site itself nor a document.
    prose: bool,
    /// Whether presence headers count: the application itself did not speak.
    front: bool,
}

/// How many signs of a row were found.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Tally {
    proof: u8,
    strong: u8,
    prose: u8,
    front: u8,
    weak: u8,
}

pub(super) fn recognise(response: &Response, url: Option<&str>) -> Option<Match> {
    if dispatched(&response.body).is_some() {
        return None;
    }
    let index = Index::get();
    let rows = || {
        index
            .rows
            .iter()
            .filter(|(entry, _)| entry.statuses.contains(&response.status))
    };
    rows().next()?;
    let view = View::new(response, url);
    let seen = Seen::new(&view, index);
    let (entry, keys, tally) = rows()
        .enumerate()
        .filter_map(|(order, (entry, keys))| {
            let tally = seen.tally(entry, keys);
            enough(entry, tally).then_some((rank(entry, tally), Reverse(order), entry, keys, tally))
        })
        .max_by_key(|(rank, order, ..)| (*rank, *order))
        .map(|(_, _, entry, keys, tally)| (*entry, keys, tally))?;
    let evidence = entry
        .signs
        .iter()
        .zip(keys)
        .filter_map(|(sign, key)| seen.hit(sign, *key))
        .collect();
    Some(Match {
        entry,
        confidence: seen.certainty(entry, tally),
        evidence,
    })
}

/// Whether a row has the signs that it needs.
fn enough(entry: &Entry, tally: Tally) -> bool {
    match entry.needs {
        Needs::Strong => tally.decisive() > 0,
        Needs::StrongAndWeak => tally.decisive() > 0 && tally.weak > 0,
        Needs::StrongOrWeak(weak) => tally.decisive() > 0 || tally.weak >= weak,
        Needs::Never => false,
    }
}

/// The higher, the better a row fits.
fn rank(entry: &Entry, tally: Tally) -> (bool, u8, u8, u8) {
    (
        tally.proof > 0,
        entry.specificity,
        tally.decisive(),
        tally.weak,
    )
}

impl Tally {
    /// Signs that fulfil a row by themselves.
    const fn decisive(self) -> u8 {
        self.proof + self.strong + self.prose + self.front
    }
}

impl<'a> Seen<'a> {
    fn new(view: &'a View<'a>, index: &Index) -> Self {
        let found = index.search(&view.text);
        let own_page = own_page(&found);
        Self {
            view,
            found,
            titles: view.titles(),
            prose: !own_page && !view.long_text(),
            front: !own_page && view.bare(),
        }
    }

    /// How many signs of `entry` are there.
    fn tally(&self, entry: &Entry, keys: &[Option<u16>]) -> Tally {
        let mut tally = Tally::default();
        for (sign, key) in entry.signs.iter().zip(keys) {
            let count = match sign.weight {
                Weight::Proof => &mut tally.proof,
                Weight::Strong => &mut tally.strong,
                Weight::Prose if self.prose => &mut tally.prose,
                Weight::Front if self.front => &mut tally.front,
                Weight::Weak => &mut tally.weak,
                Weight::Prose | Weight::Front => continue,
            };
            if self.there(sign, *key) {
                *count += 1;
            }
        }
        tally
    }

    /// How sure a fitting row is. What prose says may still be outdone by what follows it in the page, so it is certain
    /// only in a page that was read to its end; a bare page and a presence header never are.
    fn certainty(&self, entry: &Entry, tally: Tally) -> Certainty {
        let proven = tally.proof > 0 || tally.strong > 0 || tally.prose > 0 && self.view.whole;
        if entry.specificity > BARE_PAGE && proven {
            Certainty::Certain
        } else {
            Certainty::Likely
        }
    }

    /// Whether `sign` is there; `key` is the number of its literal.
    fn there(&self, sign: &Sign, key: Option<u16>) -> bool {
        match sign.place {
            Place::Status => sign.pattern.find(&self.view.status).is_some(),
            Place::Title => self.title(sign.pattern).is_some(),
            Place::Address => sign.pattern.find(self.view.address).is_some(),
            Place::Header(name) => self.header(name, sign.pattern).is_some(),
            Place::Cookie(prefix) => self.cookie(prefix).is_some(),
            Place::Body => self.body(sign.pattern, key).is_some(),
        }
    }

    /// The title that fits `pattern`.
    fn title(&self, pattern: Pattern) -> Option<&str> {
        self.titles
            .iter()
            .copied()
            .find(|title| pattern.find(title).is_some())
    }

    /// The value of the header `name` that fits `pattern`; of several, always the same, whatever their order.
    fn header(&self, name: &str, pattern: Pattern) -> Option<&str> {
        self.view
            .header(name)
            .filter(|value| pattern.find(value).is_some())
            .min()
    }

    /// The name of a cookie that begins with `prefix`; of several, always the same, whatever their order.
    fn cookie(&self, prefix: &'static str) -> Option<&str> {
        let cookies = self
            .view
            .header("set-cookie")
            .filter_map(|cookie| cookie.split(['=', ';']).next());
        cookies
            .map(str::trim)
            .filter(|name| Pattern::Starts(prefix).find(name).is_some())
            .min()
    }

    /// Where `pattern` stands in the body.
    fn body(&self, pattern: Pattern, key: Option<u16>) -> Option<usize> {
        match (pattern, key) {
            (Pattern::Blank, _) => self.view.silent.then_some(0),
            (_, Some(key)) => self
                .found
                .at(key)
                .find(|at| pattern.fits_at(&self.view.text, *at)),
            // Literals too short for the one search are looked for in short pages only.
            (Pattern::Has(_), None) if !self.front => None,
            _ => pattern.find(&self.view.text),
        }
    }

    /// The sign as evidence, where it is there.
    fn hit(&self, sign: &Sign, key: Option<u16>) -> Option<Hit> {
        let (at, what) = match sign.place {
            Place::Status => {
                sign.pattern.find(&self.view.status)?;
                ("status".to_owned(), self.view.status.as_str())
            }
            Place::Address => {
                sign.pattern.find(self.view.address)?;
                return Some(Hit {
                    at: "address".to_owned(),
                    what: foreign::address(self.view.address),
                });
            }
            Place::Title => ("title".to_owned(), self.title(sign.pattern)?),
            Place::Header(name) => {
                let value = self.header(name, sign.pattern)?;
                return Some(Hit {
                    at: ["header ", name].concat(),
                    what: foreign::header(name, value, limits::EXCERPT_BYTES),
                });
            }
            Place::Cookie(prefix) => ("cookie".to_owned(), self.cookie(prefix)?),
            Place::Body => (
                "body".to_owned(),
                self.excerpt(self.body(sign.pattern, key)?, sign.pattern),
            ),
        };
        let what = foreign::text(what.trim(), limits::EXCERPT_BYTES);
        Some(Hit { at, what })
    }

    /// The body from byte `at` on: what was found there and the rest of its line or element.
    fn excerpt(&self, at: usize, pattern: Pattern) -> &str {
        if pattern == Pattern::Blank {
            return "0 bytes";
        }
        let rest = self.view.text.get(at..).unwrap_or_default();
        let more = rest.get(pattern.len()..).unwrap_or_default();
        let more = more.find(['<', '\n']).unwrap_or(more.len());
        let end = (pattern.len() + more).min(EXCERPT.max(pattern.len()));
        rest.get(..rest.floor_char_boundary(end))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_labelled_answer_is_decided_by_the_order_of_the_rows() {
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../shared/corpus/blocked-samples.jsonl"
        );
        let Ok(samples) = std::fs::read_to_string(file) else {
            println!("skipped: no corpus");
            return;
        };
        for line in samples.lines() {
            let sample: serde_json::Value = serde_json::from_str(line).unwrap();
            let headers = sample["headers"].as_object().unwrap().iter();
            let response = Response {
                status: u16::try_from(sample["status"].as_u64().unwrap()).unwrap(),
                headers: headers
                    .map(|(name, value)| (name, value.as_str().unwrap()))
                    .collect(),
                body: sample["body_excerpt"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                ..Response::default()
            };
            let index = Index::get();
            let view = View::new(&response, None);
            let seen = Seen::new(&view, index);
            let rows = index
                .rows
                .iter()
                .filter(|(entry, _)| entry.statuses.contains(&response.status));
            let tallies = rows.map(|(entry, keys)| (*entry, seen.tally(entry, keys)));
            let mut fits: Vec<_> = tallies
                .filter(|(entry, tally)| enough(entry, *tally))
                .map(|(entry, tally)| (rank(entry, tally), entry.id))
                .collect();
            fits.sort_unstable();
            if let [.., (second, one), (first, other)] = fits[..] {
                assert!(
                    second < first,
                    "{}: {one} and {other} fit equally well",
                    sample["id"]
                );
            }
        }
    }
}
