//! What the commands of [`crate::diagnosis::commands`] printed, out of whatever was pasted with it: prompts, the commands
//! themselves, several runs, a page's source before it.
//!
//! Each answer is followed by a line that names its request. A body may hold such a line as well; what has no answer of
//! its own above it belongs to a body.

use crate::check::pasted::{is_page, is_rest};
use crate::check::{PageHop, PageRead, Pasted};
use crate::page;
use crate::probe::{Answer, Caller, Headers, Method, NoAnswer, Outcome, Response, cut, limits};
use crate::shop::{ShopUrl, Url};
use crate::text::command::{MARK, MARK_END};

/// Answers that are taken from one input: a few runs.
const COMMANDS: usize = 64;

/// Bytes that such a line may have, also where a terminal broke it.
const MARK_BYTES: usize = 4 * 1024;

/// Lines that a terminal may make of one.
const MARK_LINES: usize = 40;

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
        requested: home(&first.url),
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
        let Some((outcome, used)) = mark.outcome(&text, above) else {
            continue;
        };
        end -= used;
        let pasted = Pasted {
            method: mark.method,
            url: mark.url.clone(),
            answer: Answer {
                elapsed_ms: mark.elapsed_ms,
                remote: mark.remote.clone(),
                error: mark.error.clone(),
                ..Answer::new(outcome, mark.caller)
            },
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
        commands.requested = start.url.clone();
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

/// The line below an answer.
struct Mark {
    start: usize,
    end: usize,
    caller: Caller,
    method: Method,
    url: Url,
    /// 0 where there was no answer.
    status: u16,
    elapsed_ms: Option<u32>,
    remote: Option<String>,
    exit: Option<u16>,
    error: Option<String>,
}

/// Reads the line that begins at `at`. `None` for the commands themselves, and for anything else that looks like it.
fn mark(text: &str, at: usize) -> Option<Mark> {
    let start_of_line = text
        .get(..at)?
        .chars()
        .next_back()
        .is_none_or(|c| c == '\n' || c == '\r');
    if !start_of_line {
        return None;
    }
    let inner = text.get(at + MARK.len()..)?;
    let inner = inner.get(..inner.floor_char_boundary(MARK_BYTES))?;
    let length = inner.find(MARK_END)?;
    let inner = inner.get(..length)?;
    if inner.lines().count() > MARK_LINES {
        return None;
    }
    // A terminal that breaks lines leaves nothing out.
    let line: String = inner
        .chars()
        .filter(|c| !matches!(c, '\r' | '\n'))
        .collect();
    let (who, rest) = line.split_once(' ')?;
    let (method, rest) = rest.split_once(' ')?;
    let (url, fields) = rest.split_once(" http=")?;
    let (status, fields) = fields.split_once(' ').unwrap_or((fields, ""));
    let (fields, error) = fields.split_once("error=").unwrap_or((fields, ""));
    let field = |name: &str| {
        let value = fields.split(' ').find_map(|f| f.strip_prefix(name))?;
        (!value.is_empty()).then(|| value.to_owned())
    };
    let mut error = error.trim().to_owned();
    cut(&mut error, limits::EXCERPT_BYTES);
    Some(Mark {
        start: at,
        end: at + MARK.len() + length + MARK_END.len(),
        caller: match who {
            "provider" => Caller::Provider,
            "browser" => Caller::Browser,
            _ => return None,
        },
        method: match method {
            "GET" => Method::Get,
            "POST" => Method::Post,
            "OPTIONS" => Method::Options,
            _ => return None,
        },
        url: Url::parse(url).ok()?,
        status: status.parse().ok()?,
        elapsed_ms: field("time=").as_deref().and_then(milliseconds),
        remote: field("ip=").filter(|ip| ip.len() <= IP_BYTES),
        exit: field("exit=").and_then(|exit| exit.parse().ok()),
        error: (!error.is_empty()).then_some(error),
    })
}

/// Bytes of the longest IP address, in brackets and with a zone.
const IP_BYTES: usize = 80;

impl Mark {
    /// Bytes of the body that are kept.
    fn keep(&self) -> usize {
        if is_page(self.method, &self.url) {
            limits::PAGE_BYTES
        } else if is_rest(&self.url) {
            limits::REST_INDEX_BYTES
        } else {
            limits::BODY_BYTES
        }
    }

    /// What came back, and how many of the marks above it are only text in a body.
    fn outcome(&self, text: &str, above: &[Mark]) -> Option<(Outcome, usize)> {
        let own = above.last().map_or(0, |mark| mark.end);
        if self.status == 0 {
            let block = text.get(own..self.start)?;
            let exit = self.exit.or_else(|| exit_of(block));
            return Some((
                Outcome::NoAnswer(exit.map_or(NoAnswer::Unknown, silence)),
                0,
            ));
        }
        let starts = above.iter().rev().map(|mark| mark.end).chain([0]);
        starts.enumerate().find_map(|(used, start)| {
            let response = response(text.get(start..self.start)?, self.keep())?;
            (response.status == self.status).then_some((Outcome::Response(response), used))
        })
    }
}

/// Why curl got no answer, by its exit status. Source: the manual of curl 8, section exit codes (read 2026-11-23).
const fn silence(exit: u16) -> NoAnswer {
    match exit {
        6 => NoAnswer::Dns,
        7 => NoAnswer::Refused,
        28 => NoAnswer::Timeout,
        35 | 51 | 53 | 54 | 58 | 59 | 60 | 77 | 80 | 83 | 90 | 91 => NoAnswer::Tls,
        52 | 55 | 56 | 92 => NoAnswer::Reset,
        1 | 8 | 16 => NoAnswer::NotHttp,
        _ => NoAnswer::Unknown,
    }
}

/// `curl: (6) …`, where an older curl does not name its exit status below.
fn exit_of(block: &str) -> Option<u16> {
    let at = block.rfind("curl: (")?;
    block
        .get(at + "curl: (".len()..)?
        .split(')')
        .next()?
        .parse()
        .ok()
}

/// The last response of a block, without interim answers and what a proxy said first.
fn response(block: &str, keep: usize) -> Option<Response> {
    let mut at = heads(block).next()?;
    loop {
        let text = block.get(at..)?;
        let (status, headers, length) = head(text)?;
        let body = text.get(length..)?;
        let proxy = status == 200
            && text
                .lines()
                .next()
                .is_some_and(|line| line.to_ascii_lowercase().contains("connection established"));
        if (status < 200 || proxy) && status_line(body).is_some() {
            at += length;
            continue;
        }
        // The line below an answer begins a line of its own.
        let mut body = body.strip_suffix('\n').unwrap_or(body).to_owned();
        let body_cut = cut(&mut body, keep);
        return Some(Response {
            status,
            headers,
            body,
            body_cut,
        });
    }
}

/// Where lines begin that look like a status line.
fn heads(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        status_line(line).map(|_| start)
    })
}

/// `HTTP/1.1 503 Service Unavailable`, `HTTP/2 503`
fn status_line(text: &str) -> Option<u16> {
    let (version, rest) = text.strip_prefix("HTTP/")?.split_once(' ')?;
    let known = matches!(version, "1.0" | "1.1" | "2" | "2.0" | "3" | "3.0");
    let number = rest.get(..3).filter(|_| known)?.parse().ok()?;
    super::status(number)
}

/// Status, headers without secrets, and bytes of the head at the beginning of a text.
fn head(text: &str) -> Option<(u16, Headers, usize)> {
    let status = status_line(text)?;
    let mut length = 0;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let first = length == 0;
        length += line.len();
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            break;
        }
        if first {
            continue;
        }
        match line.split_once(':') {
            Some((name, value)) if !name.contains(' ') && !name.is_empty() => {
                if pairs.len() < limits::HEADERS {
                    pairs.push((name.to_owned(), value.to_owned()));
                }
            }
            // A terminal broke the line.
            _ => {
                if let Some((_, value)) = pairs.last_mut() {
                    value.push_str(line);
                }
            }
        }
    }
    Some((status, super::headers(pairs), length))
}

/// The shop's home: what stands before the callback's own part of an address.
fn home(url: &Url) -> Url {
    let path = url.path();
    let end = ["index.php/", "wc-api/", "wp-json/"]
        .iter()
        .filter_map(|part| path.find(part))
        .min();
    url.with_path(path.get(..end.unwrap_or(path.len())).unwrap_or("/"))
        .with_query(None)
}

/// `0.234567` seconds, with a comma in some countries.
fn milliseconds(seconds: &str) -> Option<u32> {
    let (whole, part) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let whole: u32 = whole.parse().ok()?;
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    whole.checked_mul(1000)?.checked_add(digits.parse().ok()?)
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
