//! Several inputs that begin one diagnosis: a page's source, a network export, answers, what commands printed, an address.
//!
//! The first one that names a shop decides which shop. What the others say of the same site goes in; everything else is
//! named in [`Gathered::left_out`]. Where none names a shop, each is explained.
//!
//! Whose request an answer was is known for commands alone. Any other counts as a browser's: a refusal stops the provider
//! most likely too, while what arrived leaves the provider's own profile open.

use crate::check::pasted::is_rest;
use crate::check::{Meaning, read};
use crate::explain::input::commands::{self, Commands};
use crate::explain::input::har::{self, Visit};
use crate::explain::input::{self, Form, Given, Input, InputError, Kind};
use crate::explain::{explain, without_order};
use crate::probe::{Answer, Caller, Headers, Method, Outcome, Response};
use crate::report::Surface;
use crate::rest_index;
use crate::shop::{ShopUrl, Url};
use crate::text::{self, Language, fill};

use super::{Case, Intake, PageRead, Pasted};

/// Addresses that a sentence names.
const NAMED: usize = 3;

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
    match parts.iter().find_map(|(_, part)| shop_of(part)) {
        Some(shop) => Desk::new(&shop).gather(parts, earlier),
        None => explained(texts),
    }
}

/// What one input by itself is, unless it names a shop that can be diagnosed.
fn alone(text: &str) -> Option<Begun> {
    match Kind::of(text) {
        Kind::Commands => None,
        Kind::Address => match Url::typed(text) {
            Ok(_) => None,
            // The diagnosis says what is wrong with it.
            Err(_) => Some(diagnosis(Intake::new(text, Surface::Site))),
        },
        Kind::Page => {
            let page = PageRead::pasted(text);
            if !page.url.is_empty() {
                return None;
            }
            let read = input::read(text).ok().filter(names_a_product);
            Some(match read {
                Some(input) => Begun::Explanation(vec![input]),
                None => diagnosis(Intake {
                    page: Some(page),
                    ..Intake::new("", Surface::Site)
                }),
            })
        }
        _ => match input::read(text) {
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
    if text.len() > input::INPUT_BYTES {
        return Part::Unreadable(InputError::TooLong { bytes: text.len() });
    }
    let answers = || match input::read(text) {
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
        match input::read(text) {
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

/// What is gathered about one shop.
struct Desk {
    shop: ShopUrl,
    address: Option<Url>,
    commands: Option<Commands>,
    /// Pages' sources, then the pages of visits.
    pages: Vec<PageRead>,
    visited: Vec<PageRead>,
    brought: Vec<Pasted>,
    /// What the callback answered, without its address.
    answer: Option<Answer>,
    left_out: Vec<LeftOut>,
}

impl Desk {
    fn new(shop: &Url) -> Self {
        Self {
            shop: ShopUrl::at_root(shop),
            address: None,
            commands: None,
            pages: Vec::new(),
            visited: Vec::new(),
            brought: Vec::new(),
            answer: None,
            left_out: Vec::new(),
        }
    }

    fn gather(mut self, parts: Vec<(Kind, Part)>, earlier: Option<&Commands>) -> Gathered {
        for (kind, part) in parts {
            self.take(kind, part, earlier);
        }
        self.begin()
    }

    fn take(&mut self, kind: Kind, part: Part, earlier: Option<&Commands>) {
        match part {
            Part::Address(url) if self.is_here(&url) => {
                self.address = self.address.take().or(Some(url));
            }
            Part::Address(url) => self.other(kind, vec![url.origin()]),
            Part::Page(page) => match Url::parse(&page.url) {
                Ok(url) if self.is_here(&url) => self.pages.push(*page),
                Ok(url) => self.other(kind, vec![url.origin()]),
                Err(_) => self.leave_out(LeftOut::Nameless),
            },
            Part::Visit(visit) => self.visit(kind, &visit),
            Part::Commands(commands) => self.commands(kind, *commands, earlier),
            Part::Answers(input) => self.answers(kind, &input),
            Part::Unreadable(error) => self.leave_out(LeftOut::Unreadable { kind, error }),
        }
    }

    fn commands(&mut self, kind: Kind, read: Commands, earlier: Option<&Commands>) {
        let mut others = read.others.clone();
        if self.is_here(&read.requested) {
            let before = self.commands.take().or_else(|| earlier.cloned());
            self.commands = Some(match before {
                Some(before) => read.after(before),
                None => read,
            });
        } else {
            others.insert(0, read.requested.origin());
        }
        others.retain(|origin| *origin != self.shop.origin());
        self.other(kind, others);
    }

    fn visit(&mut self, kind: Kind, visit: &Visit) {
        let page = visit.page(Some(&self.shop)).cloned();
        let mut counts = page.is_some();
        self.visited.extend(page);
        let mut others: Vec<String> = Vec::new();
        let pages = visit
            .pages
            .iter()
            .filter_map(|page| Url::parse(&page.url).ok());
        let called = visit.answers.iter().filter_map(Given::callback);
        for url in pages.chain(called).filter(|url| !self.is_here(url)) {
            add(&mut others, url.origin());
        }
        for given in &visit.answers {
            let url = given.url.as_deref().and_then(|url| Url::parse(url).ok());
            if let Some(url) = url.filter(|url| self.is_here(url)) {
                counts = true;
                self.bring(kind, given, &url);
            }
        }
        if !counts && others.is_empty() {
            let entries = visit.entries;
            let error = InputError::NoCallback { entries };
            self.leave_out(LeftOut::Unreadable { kind, error });
        }
        self.other(kind, others);
    }

    fn answers(&mut self, kind: Kind, input: &Input) {
        let (mut others, mut urls) = (Vec::new(), Vec::new());
        let mut answers: Vec<Answer> = Vec::new();
        let nameless = |given: &Given| {
            given
                .url
                .as_deref()
                .and_then(|url| Url::parse(url).ok())
                .is_none()
        };
        let some_nameless = input.answers.iter().any(nameless);
        for given in &input.answers {
            match given.url.as_deref().map(Url::parse) {
                Some(Ok(url)) if !self.is_here(&url) => add(&mut others, url.origin()),
                Some(Ok(url)) if given.callback().is_some() => self.bring(kind, given, &url),
                Some(Ok(url)) => add(&mut urls, url.with_query(None).to_string()),
                _ => answers.extend(answer_of(given)),
            }
        }
        if some_nameless && answers.is_empty() {
            self.leave_out(LeftOut::Incomplete { kind });
        }
        if matches!(input.form, Form::Http | Form::Curl) {
            // The first answer is the callback's; what follows are the hops of its redirect.
            answers.truncate(1);
        }
        for answer in answers {
            let before = self.answer.take();
            self.answer = Some(self.worse(before, answer));
        }
        self.other(kind, others);
        self.not_asked(urls);
    }

    /// Takes the answer to a request for this shop.
    fn bring(&mut self, kind: Kind, given: &Given, url: &Url) {
        let method = match given
            .method
            .as_deref()
            .map(str::to_ascii_uppercase)
            .as_deref()
        {
            None | Some("POST") => Method::Post,
            Some("GET") => Method::Get,
            Some("OPTIONS") => Method::Options,
            Some(_) => return self.not_asked(vec![without_order(url).to_string()]),
        };
        let Some(answer) = answer_of(given) else {
            return self.leave_out(LeftOut::Incomplete { kind });
        };
        let url = if is_rest(url) {
            index(url)
        } else {
            without_order(url)
        };
        let known = |pasted: &Pasted| pasted.method == method && pasted.url == url;
        let before = self.brought.iter().position(known);
        let before = before.map(|at| self.brought.remove(at).answer);
        let answer = self.worse(before, answer);
        self.brought.push(Pasted {
            method,
            url,
            answer,
            brought: true,
        });
    }

    /// Of two answers to one request the one that failed, else the later one: what is looked for is the refusal.
    fn worse(&self, before: Option<Answer>, now: Answer) -> Answer {
        let url = Url::parse(&self.shop.to_string());
        let passes = |answer: &Answer| {
            url.as_ref().is_ok_and(|url| {
                read("", url, answer).meaning == Meaning::Arrived { registered: true }
            })
        };
        match before {
            Some(before) if passes(&now) && !passes(&before) => before,
            _ => now,
        }
    }

    fn begin(mut self) -> Gathered {
        let page = self.page();
        let commands = self.commands.take();
        let typed = self.address.is_some();
        let requested = self
            .address
            .take()
            .or_else(|| Some(commands.as_ref()?.requested.clone()))
            .or_else(|| Url::parse(&page.as_ref()?.url).ok())
            .or_else(|| {
                self.brought
                    .first()
                    .map(|pasted| commands::home(&pasted.url))
            });
        let requested = requested.map(|url| url.to_string()).unwrap_or_default();
        // Who pastes a page or an answer asked for it to be read; nothing is sent.
        let offline = commands.is_none() && !typed;
        let mut pasted = commands.map(|read| read.answers).unwrap_or_default();
        for brought in self.brought {
            let again = |known: &Pasted| {
                (known.method, &known.url, known.answer.caller)
                    == (brought.method, &brought.url, brought.answer.caller)
            };
            if !pasted.iter().any(again) {
                pasted.push(brought);
            }
        }
        let answers = Url::parse(&requested).ok().filter(|_| !pasted.is_empty());
        let answers = answers.map(|requested| Commands {
            requested,
            page: page.clone(),
            answers: pasted.clone(),
            others: Vec::new(),
        });
        Gathered {
            begun: diagnosis(Intake {
                page,
                pasted,
                offline,
                answer: self.answer,
                ..Intake::new(&requested, Surface::Site)
            }),
            left_out: self.left_out,
            answers,
        }
    }

    /// The page that shows most: the gateway, else any. A source that somebody gave comes before the pages of a visit, and
    /// those before what a command fetched. What came with the same page elsewhere is added.
    fn page(&mut self) -> Option<PageRead> {
        let given = self.pages.len();
        let fetched = self.commands.as_ref().and_then(|read| read.page.clone());
        let mut pages: Vec<PageRead> = self.pages.drain(..).chain(self.visited.drain(..)).collect();
        pages.extend(fetched);
        let chosen = pages.iter().position(har::shows_gateway).unwrap_or(0);
        if chosen >= pages.len() {
            return None;
        }
        let mut page = pages.remove(chosen);
        for (at, other) in pages.iter().enumerate() {
            if other.url == page.url && page.status.is_none() {
                page.status = other.status;
                page.link_header.clone_from(&other.link_header);
                page.hops.clone_from(&other.hops);
            } else if at < given - usize::from(chosen < given) && other.url != page.url {
                let url = other.url.clone();
                self.leave_out(LeftOut::OtherPage { url });
            }
        }
        Some(page)
    }

    fn is_here(&self, url: &Url) -> bool {
        self.shop.same_site(url)
    }

    fn other(&mut self, kind: Kind, sites: Vec<String>) {
        if !sites.is_empty() {
            self.leave_out(LeftOut::OtherShop { kind, sites });
        }
    }

    fn not_asked(&mut self, urls: Vec<String>) {
        if !urls.is_empty() {
            self.leave_out(LeftOut::NotAsked { urls });
        }
    }

    fn leave_out(&mut self, left: LeftOut) {
        if !self.left_out.contains(&left) {
            self.left_out.push(left);
        }
    }
}

/// The answer as a browser's. `None` where it does not show who gave it: a status is no verdict, the speaker is.
fn answer_of(given: &Given) -> Option<Answer> {
    let status = given.status?;
    let bare = given.headers.iter().next().is_none() && given.body.is_none();
    let response = Response {
        status,
        headers: without_orders(&given.headers),
        body: given.body.clone().unwrap_or_default(),
        // A body that nobody showed may have been long.
        body_cut: given.body.is_none(),
    };
    // Success, "not found" and the dispatcher's 400 are told apart by the body.
    let told = !matches!(status, 200..=299 | 400 | 404 | 410)
        || crate::blocker::recognise(&response, None).is_some();
    if bare || given.body.is_none() && !told {
        return None;
    }
    Some(Answer {
        remote: given.remote.clone(),
        elapsed_ms: given.elapsed_ms,
        ..Answer::new(Outcome::Response(response), Caller::Browser)
    })
}

/// Headers without an order in the address of a redirect.
fn without_orders(headers: &Headers) -> Headers {
    let kept = headers
        .iter()
        .map(|(name, value)| match value.split_once('?') {
            Some((path, query)) if name == "location" => {
                let pairs = query.split('&');
                let kept: Vec<&str> = pairs
                    .filter(|pair| {
                        ["wc-api=", "lang="]
                            .iter()
                            .any(|name| pair.starts_with(name))
                    })
                    .collect();
                let mark = if kept.is_empty() { "" } else { "?" };
                (name, [path, mark, &kept.join("&")].concat())
            }
            _ => (name, value.to_owned()),
        });
    kept.collect()
}

/// The address by which the diagnosis asks for this REST index.
fn index(url: &Url) -> Url {
    if url
        .query()
        .is_some_and(|query| query.contains("rest_route"))
    {
        let query = ["rest_route=/&", rest_index::FIELDS].concat();
        return url.with_query(Some(&query));
    }
    let path = [url.path().trim_end_matches('/'), "/"].concat();
    url.with_path(&path).with_query(Some(rest_index::FIELDS))
}

fn add(texts: &mut Vec<String>, text: String) {
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

impl Case {
    /// Answers that were brought along and that no question was for; the person is told.
    pub fn not_asked(&self) -> Option<LeftOut> {
        let callbacks = self
            .pasted
            .iter()
            .filter(|pasted| pasted.brought && !is_rest(&pasted.url));
        let asked = |pasted: &&Pasted| {
            let mut asked = self.asked.iter().map(|asked| &asked.probe);
            asked.any(|probe| {
                probe.method == pasted.method
                    && Url::parse(&probe.url).is_ok_and(|url| url == pasted.url)
            })
        };
        let mut urls: Vec<String> = Vec::new();
        for pasted in callbacks.filter(|pasted| !asked(pasted)) {
            add(&mut urls, pasted.url.to_string());
        }
        (!urls.is_empty()).then_some(LeftOut::NotAsked { urls })
    }
}

impl LeftOut {
    const fn error(&self) -> Option<InputError> {
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
