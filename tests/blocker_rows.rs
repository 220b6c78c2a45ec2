//! Every row of the catalogue recognises itself, so that a new row can not silently take over another's answers.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use callback_doctor::blocker::{
    Entry, Needs, Paste, Pattern, Place, Sign, Weight, entries, entry, recognise,
};
use callback_doctor::probe::{Headers, Response};

/// Signs that name another row when nothing else is there, on purpose: (row, the sign's text, the row named).
// The same server sends the splash page and the captcha.
const NAMES_ANOTHER: &[(&str, &str, &str)] = &[(
    "imunify360-captcha",
    "imunify360-webshield",
    "imunify360-webshield",
)];

/// Shorter texts, which are looked for in short pages only.
const IN_SHORT_PAGES: [&str; 3] = ["altcha", "captcha", "cpguard"];

/// Bytes below which a long body is not searched for a text.
const SHORTEST_SEARCHED: usize = 8;

/// An answer put together from signs.
#[derive(Default)]
struct Draft {
    headers: Vec<(String, String)>,
    address: String,
    title: String,
    body: String,
    bare: bool,
}

impl Draft {
    fn add(&mut self, sign: &Sign) {
        let text = instance(sign.pattern);
        match sign.place {
            Place::Status => {}
            Place::Address => self.address = text,
            Place::Title => self.title = text,
            Place::Header(name) => self.headers.push((name.to_owned(), text)),
            Place::Cookie(prefix) => self
                .headers
                .push(("set-cookie".to_owned(), format!("{prefix}7=1; path=/"))),
            Place::Body => {
                self.bare |= matches!(
                    sign.pattern,
                    Pattern::Is(_) | Pattern::Starts(_) | Pattern::Early(..) | Pattern::Blank
                );
                self.body = format!("{text}{}", self.body);
            }
        }
    }

    fn response(&self, status: u16) -> Response {
        let title = if self.title.is_empty() {
            String::new()
        } else {
            format!("<title>{}</title>", self.title)
        };
        let body = if self.bare || self.body.is_empty() && self.title.is_empty() {
            self.body.clone()
        } else {
            format!(
                "<html><head>{title}</head><body>{}</body></html>",
                self.body
            )
        };
        Response {
            status,
            headers: Headers::from_iter(self.headers.clone()),
            body,
            ..Response::default()
        }
    }
}

/// The shortest text that fits a pattern.
fn instance(pattern: Pattern) -> String {
    match pattern {
        Pattern::Any => "x".to_owned(),
        Pattern::Blank => String::new(),
        Pattern::Number => "60".to_owned(),
        Pattern::Has(text) | Pattern::Is(text) | Pattern::Early(_, text) => text.to_owned(),
        Pattern::Starts(text) => format!("{text} x"),
        Pattern::Ends(text) => format!("x {text}"),
        Pattern::Then(first, _, second) => format!("{first}{second}"),
    }
}

fn decisive(entry: &Entry) -> impl Iterator<Item = &'static Sign> {
    entry
        .signs
        .iter()
        .filter(|sign| sign.weight != Weight::Weak)
}

fn weak(entry: &Entry) -> impl Iterator<Item = &'static Sign> {
    entry
        .signs
        .iter()
        .filter(|sign| sign.weight == Weight::Weak)
}

fn named(response: &Response, address: &str) -> &'static str {
    recognise(response, Some(address)).map_or("none", |found| found.entry.id)
}

#[test]
fn each_decisive_sign_names_its_row() {
    let mut wrong = vec![];
    for entry in entries().filter(|entry| entry.needs != Needs::Never) {
        for sign in decisive(entry) {
            for status in entry.statuses {
                if sign.place == Place::Status
                    && !status
                        .to_string()
                        .starts_with(instance(sign.pattern).trim_end_matches(" x"))
                {
                    continue;
                }
                let mut draft = Draft::default();
                draft.add(sign);
                if entry.needs == Needs::StrongAndWeak {
                    weak(entry).take(1).for_each(|sign| draft.add(sign));
                }
                let named = named(&draft.response(*status), &draft.address);
                let excused = NAMES_ANOTHER.iter().any(|(row, text, other)| {
                    (*row, *text, *other) == (entry.id, instance(sign.pattern).as_str(), named)
                });
                if named != entry.id && !excused {
                    wrong.push(format!(
                        "{} {status} {:?} {:?} named {named}",
                        entry.id, sign.place, sign.pattern
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} signs name another row:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn weak_signs_alone_name_nothing_unless_the_row_says_so() {
    let by_weak = |entry: &Entry| matches!(entry.needs, Needs::StrongOrWeak(_));
    let by_status = |entry: &Entry| decisive(entry).any(|sign| sign.place == Place::Status);
    for entry in entries().filter(|entry| !by_weak(entry) && !by_status(entry)) {
        let mut draft = Draft {
            body: "<p>Hello</p>".to_owned(),
            ..Draft::default()
        };
        weak(entry).for_each(|sign| draft.add(sign));
        for status in entry.statuses {
            let found = recognise(&draft.response(*status), None);
            assert_ne!(
                found.map_or("none", |found| found.entry.id),
                entry.id,
                "{status}"
            );
        }
    }
}

#[test]
fn rows_are_well_formed() {
    for (number, row) in entries().enumerate() {
        let id = row.id;
        assert_eq!(
            entries().position(|other| other.id == id),
            Some(number),
            "{id} stands twice"
        );
        assert_eq!(entry(id), Some(row));
        assert!(
            !row.name.is_empty() && !row.remedy.steps.is_empty(),
            "{id} lacks a name or steps"
        );
        assert_eq!(
            row.needs == Needs::Never,
            decisive(row).next().is_none(),
            "{id} can never be named"
        );
        assert!((1..=5).contains(&row.specificity), "{id}");
        assert!(
            row.needs == Needs::Never || !row.statuses.is_empty(),
            "{id} has no status"
        );
        for sign in row.signs {
            let text = instance(sign.pattern);
            assert_eq!(
                text,
                text.to_ascii_lowercase(),
                "{id}: patterns are in lower case"
            );
            if sign.place == Place::Body
                && let Pattern::Has(key) | Pattern::Then(key, _, _) | Pattern::Early(_, key) =
                    sign.pattern
            {
                assert!(
                    key.len() >= SHORTEST_SEARCHED || IN_SHORT_PAGES.contains(&key),
                    "{id}: {key:?} is too short to be searched for"
                );
            }
        }
    }
}

#[test]
fn remedies_are_plain_sentences() {
    for row in entries() {
        for step in row.remedy.steps {
            assert!(
                step.ends_with(['.', '"']) && !step.contains(['!', '\n']),
                "{}: {step}",
                row.id
            );
            assert!(!step.contains("  "), "{}: {step}", row.id);
        }
        for paste in row.remedy.pastes {
            let Paste::Text(label, text) = paste else {
                continue;
            };
            assert!(!label.is_empty() && !text.is_empty(), "{}", row.id);
            let unknown = text.replace("{path}", "").replace("{host}", "");
            assert!(!unknown.contains("{}"), "{}: {text}", row.id);
        }
    }
}
