//! Several inputs that begin one diagnosis: a page's source, a network export, answers, what commands printed, an address.
//!
//! The first one that names a shop decides which shop. What the others say of the same site goes in; everything else is
//! named in [`Gathered::left_out`]. Where none names a shop, each is explained.
//!
//! Whose request an answer was is known for commands alone. Any other counts as a browser's: a refusal stops the provider
//! most likely too, while what arrived leaves the provider's own profile open.

mod address;
mod gather;
mod left_out;

use crate::explain::explain;
use crate::given::commands::{self, Commands};
use crate::given::har::{self, Visit};
use crate::given::{self, Given, Input, InputError, Kind};
use crate::report::Surface;
use crate::shop::{Harmless, Url};
use crate::text::Language;

use crate::case::PageRead;
use crate::diagnosis::Intake;
pub use address::address;
use gather::Desk;
pub use left_out::LeftOut;

/// What came of several inputs.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// What begins.
    pub begun: Begun,
    /// What does not count, in the order in which it was given.
    pub left_out: Vec<LeftOut>,
    /// What later output of commands goes on from; `None` where there were no answers.
    pub answers: Option<Commands>,
}

/// What begins with the inputs.
#[derive(Clone, Debug)]
pub enum Begun {
    /// The diagnosis of one shop.
    Diagnosis(Box<Intake>),
    /// No shop is named: each is explained.
    Explanation(Vec<Input>),
    /// There is nothing to begin with.
    Nothing(InputError),
}

/// One input as it was read.
enum Part {
    Address(Url),
    Page(Box<PageRead>),
    Visit(Visit),
    Commands(Box<Commands>),
    Answers(Input),
    Unreadable(InputError),
}

/// Reads the inputs together. `earlier` is [`Gathered::answers`] of the time before, on which output of commands builds.
pub fn gather(texts: &[&str], earlier: Option<&Commands>) -> Gathered {
    let texts: Vec<&str> = texts.iter().flat_map(|text| addresses(text)).collect();
    let texts = texts.as_slice();
    if let [text] = texts
        && let Some(begun) = alone(text)
    {
        return Gathered {
            begun,
            left_out: Vec::new(),
            answers: None,
        };
    }
    let mut parts: Vec<(Kind, Part)> = Vec::new();
    for text in texts {
        let kind = Kind::of(text);
        parts.push((kind, part(kind, text)));
        // The source may stand in the same field as what was pasted below it.
        let source = match kind {
            Kind::Commands => commands::before(text),
            _ => "",
        };
        let page = source.contains('<').then(|| PageRead::pasted(source));
        // Without an address it may as well be a terminal's prompt.
        if let Some(page) = page.filter(|page| !page.url.is_empty()) {
            parts.push((Kind::Page, Part::Page(Box::new(page))));
        }
    }
    // The address that a provider has on file may be another shop's.
    let named = || parts.iter().map(|(_, part)| part);
    let sure = named().filter(|part| !is_callback(part)).find_map(shop_of);
    match sure.or_else(|| named().find_map(shop_of)) {
        Some(shop) => Desk::new(&shop).gather(parts, earlier),
        None => explained(texts),
    }
}

/// A shop's address and the one that a provider has on file may stand in one field: each by itself.
pub fn addresses(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split_whitespace().take(ADDRESSES + 1).collect();
    let several = (2..=ADDRESSES).contains(&words.len());
    if several && words.iter().all(|word| word.contains("://")) {
        words
    } else {
        vec![text]
    }
}

/// Addresses in one field.
const ADDRESSES: usize = 4;

/// Whether an input is a callback's address.
fn is_callback(part: &Part) -> bool {
    matches!(part, Part::Address(url) if Harmless::of(url).callback.is_some())
}

/// What one input by itself is, unless it names a shop whose parts are to be put together.
fn alone(text: &str) -> Option<Begun> {
    match Kind::of(text) {
        Kind::Commands => None,
        Kind::Address => Some(diagnosis(address(text))),
        Kind::Page => {
            let page = PageRead::pasted(text);
            if !page.url.is_empty() {
                return None;
            }
            let read = given::read(text).ok().filter(names_a_product);
            Some(match read {
                Some(input) => Begun::Explanation(vec![input]),
                None => diagnosis(Intake {
                    page: Some(page),
                    ..Intake::new("", Surface::Site)
                }),
            })
        }
        _ => match given::read(text) {
            // A visit without a callback may show the shop's page.
            Err(InputError::NoCallback { .. }) => None,
            Ok(input) => Some(Begun::Explanation(vec![input])),
            Err(error) => Some(Begun::Nothing(error)),
        },
    }
}

fn diagnosis(intake: Intake) -> Begun {
    Begun::Diagnosis(Box::new(intake))
}

/// Whether it is the page of a product that is known.
fn names_a_product(input: &Input) -> bool {
    let named = |given| explain(given, Language::default()).blocker.is_some();
    input.answers.iter().any(named)
}

fn part(kind: Kind, text: &str) -> Part {
    if text.len() > given::INPUT_BYTES {
        return Part::Unreadable(InputError::TooLong { bytes: text.len() });
    }
    let answers = || match given::read(text) {
        Ok(input) => Part::Answers(input),
        Err(error) => Part::Unreadable(error),
    };
    match kind {
        Kind::Empty => Part::Unreadable(InputError::Empty),
        Kind::Address => match Url::typed(text) {
            Ok(url) => Part::Address(url),
            Err(_) => Part::Unreadable(InputError::Unknown),
        },
        Kind::Page => Part::Page(Box::new(PageRead::pasted(text))),
        Kind::Commands => match commands::read(text) {
            Some(commands) => Part::Commands(Box::new(commands)),
            None => Part::Unreadable(InputError::Unknown),
        },
        Kind::Har | Kind::Json => match har::visit(text) {
            Ok(visit) => Part::Visit(visit),
            Err(_) => answers(),
        },
        Kind::Answer | Kind::Status | Kind::Unknown => answers(),
    }
}

/// The address by which an input names its shop.
fn shop_of(part: &Part) -> Option<Url> {
    match part {
        Part::Address(url) => Some(url.clone()),
        Part::Page(page) => Url::parse(&page.url).ok(),
        Part::Visit(visit) => visit.shop(),
        Part::Commands(commands) => Some(commands.requested.clone()),
        Part::Answers(input) => input.answers.iter().find_map(Given::callback),
        Part::Unreadable(_) => None,
    }
}

/// Each by itself, since nothing says which shop it is about.
fn explained(texts: &[&str]) -> Gathered {
    let mut inputs: Vec<Input> = Vec::new();
    let mut left_out: Vec<LeftOut> = Vec::new();
    for text in texts {
        let kind = Kind::of(text);
        match given::read(text) {
            Ok(input) if kind != Kind::Page || names_a_product(&input) => inputs.push(input),
            Ok(_) => left_out.push(LeftOut::Nameless),
            Err(error) => left_out.push(LeftOut::Unreadable { kind, error }),
        }
    }
    let begun = if inputs.is_empty() {
        let first = left_out.iter().position(|left| left.error().is_some());
        match first.map(|at| left_out.remove(at)) {
            Some(LeftOut::Unreadable { error, .. }) => Begun::Nothing(error),
            _ => diagnosis(Intake::new("", Surface::Site)),
        }
    } else {
        Begun::Explanation(inputs)
    };
    Gathered {
        begun,
        left_out,
        answers: None,
    }
}
