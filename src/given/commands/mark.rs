//! The line that a command prints below its answer.

use crate::case::pasted::{is_page, is_rest};
use crate::command::{MARK, MARK_END};
use crate::probe::{BodyEnd, Caller, Method, NoAnswer, Outcome, TlsFault, cut, limits};
use crate::shop::Url;

use super::response::response;

/// Bytes that such a line may have, also where a terminal broke it.
const MARK_BYTES: usize = 4 * 1024;

/// Lines that a terminal may make of one.
const MARK_LINES: usize = 40;

/// The line below an answer.
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) caller: Caller,
    pub(super) method: Method,
    pub(super) url: Url,
    /// 0 where there was no answer.
    status: u16,
    pub(super) elapsed_ms: Option<u32>,
    pub(super) remote: Option<String>,
    /// Bytes of the body that came, of which the file may hold fewer.
    size: Option<usize>,
    exit: Option<u16>,
    pub(super) error: Option<String>,
}

/// Reads the line that begins at `at`. `None` for the commands themselves, and for anything else that looks like it.
pub(super) fn mark(text: &str, at: usize) -> Option<Mark> {
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
        size: field("size=").and_then(|size| size.parse().ok()),
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

    /// What came back, curl's words where nothing did, and how many of the marks above it are only text in a body.
    pub(super) fn outcome(
        &self,
        text: &str,
        above: &[Mark],
    ) -> Option<(Outcome, Option<String>, usize)> {
        let own = above.last().map_or(0, |mark| mark.end);
        if self.status == 0 {
            // An older curl does not name its exit status and its words below.
            let printed = printed_error(text.get(own..self.start)?);
            let exit = self.exit.or_else(|| printed.map(|(exit, _)| exit));
            let words = self.error.as_deref().or(printed.map(|(_, words)| words));
            let why = match words.and_then(TlsFault::of) {
                Some(_) => NoAnswer::Tls,
                None => exit.map_or(NoAnswer::Unknown, silence),
            };
            let words = words.map(|words| {
                let mut words = words.to_owned();
                cut(&mut words, limits::EXCERPT_BYTES);
                words
            });
            return Some((Outcome::NoAnswer(why), words, 0));
        }
        let starts = above.iter().rev().map(|mark| mark.end).chain([0]);
        starts.enumerate().find_map(|(used, start)| {
            let mut response = response(text.get(start..self.start)?, self.keep())?;
            // A carriage return may have been taken off each line.
            let most = response.body.len() + response.body.matches('\n').count();
            if self.size.is_some_and(|size| size > most) {
                response.body_end = BodyEnd::Cut;
            }
            (response.status == self.status).then(|| {
                let seen = Outcome::Response(response);
                (seen, self.error.clone(), used)
            })
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

/// Exit status and words of `curl: (6) Could not resolve host`.
fn printed_error(block: &str) -> Option<(u16, &str)> {
    let (_, printed) = block.rsplit_once("curl: (")?;
    let (exit, words) = printed.split_once(')')?;
    let words = words.lines().next().unwrap_or_default().trim();
    Some((exit.parse().ok()?, words))
}

/// `0.234567` seconds, with a comma in some countries.
fn milliseconds(seconds: &str) -> Option<u32> {
    let (whole, part) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let whole: u32 = whole.parse().ok()?;
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    whole.checked_mul(1000)?.checked_add(digits.parse().ok()?)
}
