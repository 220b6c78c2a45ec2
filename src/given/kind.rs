//! What was put into the one field.

use super::line::markup;
use super::{commands, http, is_binary, is_json, is_status, log};

/// What a text is, told from how it begins. The brain reads it, and has the last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing yet.
    Empty,
    /// The address of a shop or of one of its pages, or several with their schemes: the one that a provider has on file, too.
    Address,
    /// The source of a page.
    Page,
    /// A response with its headers, as curl prints it or a network panel copies it.
    Answer,
    /// What the site's own commands printed, perhaps with a page's source before it.
    Commands,
    /// A browser's network export.
    Har,
    /// JSON, as a provider's portal shows it.
    Json,
    /// A status, or a line about one.
    Status,
    /// None of these.
    Unknown,
}

impl Kind {
    /// Tells what `text` is.
    pub fn of(text: &str) -> Self {
        let bare = text.trim_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
        // A log may hold lines of answers and markup.
        if !commands::is_output(bare) && log::is_log(bare) {
            return Self::Status;
        }
        Self::with(text, is_status)
    }

    /// What `text` seems to be while it is typed, without the words of twelve languages: the pages that are drawn first do
    /// without them.
    pub fn guess(text: &str) -> Self {
        Self::with(text, has_status)
    }

    fn with(text: &str, is_status: fn(&str) -> bool) -> Self {
        let text = text.trim_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
        let head = text
            .get(..text.floor_char_boundary(HEAD_BYTES))
            .unwrap_or(text);
        if text.is_empty() {
            Self::Empty
        } else if is_binary(text) {
            Self::Unknown
        } else if commands::is_output(text) {
            Self::Commands
        } else if let Some(json) = json(text) {
            json
        } else if is_answer(head) {
            Self::Answer
        } else if super::mail::is_mail(head) {
            if is_status(text) {
                Self::Status
            } else {
                Self::Unknown
            }
        } else if let Some(at) = markup(text) {
            // A few words before it may tell the status that it came with.
            match text.get(..at) {
                Some(words) if at <= HEAD_BYTES && is_status(words) => Self::Answer,
                _ => Self::Page,
            }
        } else if !text.contains(['.', '/', '[']) && is_status(text) {
            Self::Status
        } else if !text.contains(char::is_whitespace)
            && (text.contains(['.', ':']) || text == "localhost")
            || text
                .split_whitespace()
                .all(|address| address.contains("://"))
        {
            Self::Address
        } else if is_status(text) {
            Self::Status
        } else if text == "-1" {
            Self::Answer
        } else {
            Self::Unknown
        }
    }

    /// Whether it is explained and nothing is sent.
    pub const fn is_explained(self) -> bool {
        matches!(
            self,
            Self::Answer | Self::Har | Self::Json | Self::Status | Self::Unknown
        )
    }

    /// Whether it may be as long as a network export of a whole visit.
    pub const fn is_long(self) -> bool {
        matches!(self, Self::Har | Self::Json)
    }
}

/// Whether a number that may be a status stands by itself.
fn has_status(text: &str) -> bool {
    let text = text
        .get(..text.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(text);
    let lower = text.to_ascii_lowercase();
    let words = [
        "timed out",
        "timeout",
        "refused",
        "reset by",
        "forbidden",
        "not found",
        "unavailable",
        "handshake",
        "certificate problem",
        "resolve host",
    ];
    words.iter().any(|word| lower.contains(word))
        || text
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | '"' | '\''))
            .map(|word| word.trim_end_matches(['.', ':']))
            .any(|word| {
                word.len() == 3 && word.parse().is_ok_and(|n: u16| (100..=599).contains(&n))
            })
}

/// Bytes of a text that are searched for the marks of a response.
const HEAD_BYTES: usize = 8 * 1024;

/// `{` or `[` that cannot begin an address such as `[::1]`.
fn json(text: &str) -> Option<Kind> {
    let Some(inner) = text.strip_prefix('{') else {
        return is_json(text).then_some(Kind::Json);
    };
    let inner = inner.trim_start();
    let har = inner.strip_prefix("\"log\"").is_some_and(|rest| {
        let rest = rest.trim_start_matches([':', ' ', '\t', '\r', '\n']);
        rest.starts_with('{')
    });
    Some(if har { Kind::Har } else { Kind::Json })
}

/// A status line anywhere in it, what curl says of itself, or headers at its start.
fn is_answer(head: &str) -> bool {
    let status_line = |line: &str| {
        let line = line.strip_prefix("< ").unwrap_or(line);
        line.starts_with("HTTP/") || line.starts_with(":status")
    };
    let first = head.lines().next().unwrap_or_default();
    let several = head.lines().nth(1).is_some();
    let panel = PANEL.iter().any(|name| {
        first
            .trim()
            .trim_end_matches(':')
            .eq_ignore_ascii_case(name)
    });
    head.lines().any(status_line)
        || several && (panel || first.starts_with("* ") || http::is_header_block(head))
}

/// First lines of what a network panel copies.
const PANEL: [&str; 6] = [
    "general",
    "request url",
    "request method",
    "response headers",
    "status code",
    "status",
];
