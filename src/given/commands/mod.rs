//! What the commands of [`crate::diagnosis::commands`] printed, out of whatever was pasted with it: prompts, the commands
//! themselves, several runs, a page's source before it.
//!
//! Each answer is followed by a line that names its request. A body may hold such a line as well; what has no answer of
//! its own above it belongs to a body.

mod mark;
mod response;

use crate::case::{PageHop, PageRead, Pasted};
use crate::command::MARK;
use crate::page;
use crate::probe::{Answer, Outcome, cut, limits};
use crate::shop::{Harmless, ShopUrl, Url};

use mark::{Mark, mark};
use response::heads;

/// Answers that are taken from one input: a few runs.
const COMMANDS: usize = 64;

/// What was read of the output of commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands {
    /// The page that was asked for, else the shop's home as far as the addresses show it.
    pub requested: Url,
    /// That page, where it came.
    pub page: Option<PageRead>,
    /// The newest answer to each request to this shop.
    pub answers: Vec<Pasted>,
    /// Origins of other shops in the same text, whose answers were left out.
    pub others: Vec<String>,
}

impl Commands {
    /// With what was pasted before, where it is of the same site and was not asked again.
    #[must_use]
    pub fn after(mut self, earlier: Self) -> Self {
        let other = !ShopUrl::at_root(&self.requested).same_site(&earlier.requested);
        // The first commands begin with the page; what was known before them may be mended since.
        let anew = |new: &Pasted| new.is_page() && new.url == earlier.requested;
        if other || self.answers.iter().any(anew) {
            return self;
        }
        let again = |old: &Pasted| {
            self.answers.iter().any(|new| {
                (new.method, &new.url, new.answer.caller)
                    == (old.method, &old.url, old.answer.caller)
            })
        };
        let mut answers = earlier.answers;
        answers.retain(|old| !again(old));
        answers.append(&mut self.answers);
        Self {
            requested: earlier.requested,
            page: self.page.or(earlier.page),
            answers,
            others: self.others,
        }
    }
}

/// Whether a text holds what the commands print.
pub fn is_output(text: &str) -> bool {
    text.match_indices(MARK)
        .take(COMMANDS)
        .any(|(at, _)| mark(text, at).is_some())
}

/// What stands before the first line of output that commands printed, such as a page's source.
pub fn before(text: &str) -> &str {
    let ends = text
        .match_indices(MARK)
        .filter_map(|(at, _)| mark(text, at).map(|_| at));
    let first = ends.take(1).next().unwrap_or(text.len());
    let start = heads(text.get(..first).unwrap_or_default()).next();
    text.get(..start.unwrap_or(first)).unwrap_or_default()
}

/// Reads the output of commands; of several shops the first. `None` where there is none in `text`.
pub fn read(text: &str) -> Option<Commands> {
    let text = plain(text);
    let mut marks: Vec<Mark> = Vec::new();
    for (at, _) in text.match_indices(MARK) {
        if at >= marks.last().map_or(0, |mark| mark.end)
            && let Some(mark) = mark(&text, at)
        {
            marks.push(mark);
        }
        if marks.len() >= COMMANDS {
            break;
        }
    }
    let first = marks.first()?;
    let mut commands = Commands {
        requested: Harmless::of(&first.url).page,
        page: None,
        answers: Vec::new(),
        others: Vec::new(),
    };
    let site = ShopUrl::at_root(&first.url);
    let mut end = marks.len();
    while let Some((mark, above)) = marks.get(..end).and_then(<[Mark]>::split_last) {
        end -= 1;
        if !site.same_site(&mark.url) {
            let origin = mark.url.origin();
            if !commands.others.contains(&origin) {
                commands.others.push(origin);
            }
            continue;
        }
        let Some((outcome, error, used)) = mark.outcome(&text, above) else {
            continue;
        };
        end -= used;
        let pasted = Pasted {
            method: mark.method,
            url: mark.url.clone(),
            answer: Answer {
                elapsed_ms: mark.elapsed_ms,
                remote: mark.remote.clone(),
                error,
                ..Answer::new(outcome, mark.caller)
            },
            brought: false,
        };
        // From the end, so that the newest one counts.
        let known = commands.answers.iter().any(|known| {
            known.method == pasted.method
                && known.url == pasted.url
                && known.answer.caller == pasted.answer.caller
        });
        if !known {
            commands.answers.push(pasted);
        }
    }
    commands.answers.reverse();
    let asked_for = |pasted: &&Pasted| pasted.is_page();
    if let Some(start) = commands.answers.iter().find(asked_for) {
        commands.requested = Harmless::of(&start.url).page;
        commands.page = page_of(&commands.answers, start);
    }
    for pasted in &mut commands.answers {
        // It was read above.
        if pasted.is_page()
            && let Outcome::Response(response) = &mut pasted.answer.outcome
        {
            cut(&mut response.body, limits::EXCERPT_BYTES);
        }
    }
    Some(commands)
}

/// The page at the end of the redirects that begin at `start`, as far as they were pasted.
fn page_of(answers: &[Pasted], start: &Pasted) -> Option<PageRead> {
    let mut hops: Vec<PageHop> = Vec::new();
    let mut here = start;
    loop {
        let response = here.answer.response()?;
        let Some(to) = here.leads_to() else {
            return Some(PageRead {
                url: here.url.to_string(),
                hops,
                status: Some(response.status),
                link_header: Some(response.headers.all("link").collect::<Vec<_>>().join(", "))
                    .filter(|link| !link.is_empty()),
                signs: page::read(&response.body, Some(&here.url.to_string())),
            });
        };
        hops.push(PageHop {
            url: here.url.to_string(),
            status: Some(response.status),
            location: response.headers.get("location").map(str::to_owned),
        });
        if hops.len() > limits::PAGE_HOPS {
            return None;
        }
        here = answers.iter().find(|a| a.is_page() && a.url == to)?;
    }
}

/// Without the colours of a terminal, and with one kind of line ending.
fn plain(text: &str) -> String {
    let end = text.floor_char_boundary(super::INPUT_BYTES);
    let text = text.get(..end).unwrap_or(text);
    let mut out = String::with_capacity(text.len());
    let mut pieces = text.split('\u{1b}');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let rest = piece.strip_prefix('[').and_then(|inner| {
            let end = inner.find(|c: char| c.is_ascii_alphabetic())?;
            inner.get(end + 1..)
        });
        out.push_str(rest.unwrap_or(piece));
    }
    if out.contains('\r') {
        out = out.replace("\r\n", "\n").replace('\r', "");
    }
    out
}

#[cfg(test)]
mod tests;
