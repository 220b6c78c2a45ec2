//! What several inputs say of one shop, put together: what begins, and what is left out.

use crate::case::pasted::is_rest;
use crate::explain::{headers_of, without_order};
use crate::given::commands::Commands;
use crate::given::har::{self, Visit};
use crate::given::{Form, Given, Input, InputError, Kind};
use crate::probe::{Answer, Caller, Method, Outcome, Response};
use crate::reading::{Meaning, read};
use crate::report::Surface;
use crate::rest_index;
use crate::shop::{Callback, Harmless, ShopUrl, Url};

use super::left_out::add;
use super::{Gathered, LeftOut, Part, diagnosis};
use crate::case::{PageRead, Pasted};
use crate::diagnosis::Intake;

/// What is gathered about one shop.
pub(super) struct Desk {
    shop: ShopUrl,
    address: Option<Url>,
    /// The callback's address that a provider has on file.
    on_file: Option<Url>,
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
    pub(super) fn new(shop: &Url) -> Self {
        Self {
            shop: ShopUrl::at_root(shop),
            address: None,
            on_file: None,
            commands: None,
            pages: Vec::new(),
            visited: Vec::new(),
            brought: Vec::new(),
            answer: None,
            left_out: Vec::new(),
        }
    }

    pub(super) fn gather(
        mut self,
        parts: Vec<(Kind, Part)>,
        earlier: Option<&Commands>,
    ) -> Gathered {
        for (kind, part) in parts {
            self.take(kind, part, earlier);
        }
        self.begin()
    }

    fn take(&mut self, kind: Kind, part: Part, earlier: Option<&Commands>) {
        match part {
            Part::Address(url)
                if self.on_file.is_none() && Harmless::of(&url).callback.is_some() =>
            {
                self.on_file = Some(url);
            }
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
                read("", url, answer, None).meaning == Meaning::Arrived { registered: true }
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
        let on_file = self.on_file.take();
        let typed_callback = on_file.as_ref().map(Harmless::of);
        let address = self.address.take();
        let address = address.or_else(|| on_file.filter(|url| self.is_here(url)));
        let typed = address.is_some();
        let mut brought = self.brought.iter().map(|pasted| Harmless::of(&pasted.url));
        // The index of REST is nobody's callback.
        let named = |callback: &Callback| *callback != Callback::Route(String::new());
        // A page that shows its gateway says more than a visit that also called another.
        let shown = page.as_ref().is_some_and(har::shows_gateway);
        let about = typed_callback
            .or_else(|| brought.find(|a| !shown && a.callback.as_ref().is_some_and(named)));
        let requested = address
            .or_else(|| Some(commands.as_ref()?.requested.clone()))
            .or_else(|| Url::parse(&page.as_ref()?.url).ok())
            .or_else(|| self.brought.first().map(|pasted| pasted.url.clone()));
        let requested = requested.map(|url| Harmless::of(&url).address().to_string());
        let requested = requested.unwrap_or_default();
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
            requested: Harmless::of(&requested).page,
            page: page.clone(),
            answers: pasted.clone(),
            others: Vec::new(),
        });
        Gathered {
            begun: diagnosis(Intake {
                about,
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
        headers: headers_of(given),
        body: given.body.clone().unwrap_or_default(),
        body_end: given.body_end(),
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
