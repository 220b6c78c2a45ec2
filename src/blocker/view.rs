//! An answer made ready for comparison.

use std::borrow::Cow;

use super::sign::{ends_with, find, starts_with};
use crate::probe::{Headers, Response, limits};

/// Bytes of the longest body that a bare refusal has; presence headers prove nothing beside longer ones.
const SHORT_PAGE: usize = 8 * 1024;

/// Bytes of the longest refusal without markup.
const SHORT_WORDS: usize = 64;

/// How refusals without markup begin.
const REFUSALS: [&str; 6] = [
    "403",
    "429",
    "forbidden",
    "access denied",
    "too many requests",
    "unauthorized",
];

/// Bytes above which a text without markup is a document and no refusal.
const LONG_TEXT: usize = 4 * 1024;

/// Bytes from the start of a body in which titles are looked for.
const HEAD: usize = 16 * 1024;

/// Titles that are kept.
const TITLES: usize = 4;

/// An answer, ready for comparison.
pub(super) struct View<'a> {
    /// The address that answered; empty where it is not known.
    pub(super) address: &'a str,
    /// The status in digits.
    pub(super) status: String,
    headers: &'a Headers,
    /// The body's first 64 KiB as received, JSON with its escapes undone.
    pub(super) text: Cow<'a, str>,
    /// Whether the body is JSON.
    json: bool,
    /// Whether the body was read to its end, as far as its structure tells.
    pub(super) whole: bool,
    /// Whether the answer has no body at all.
    pub(super) silent: bool,
}

impl<'a> View<'a> {
    /// Reads `response`, which came from `url`.
    pub(super) fn new(response: &'a Response, url: Option<&'a str>) -> Self {
        let end = response.body.floor_char_boundary(limits::BODY_BYTES);
        let body = response.body.get(..end).unwrap_or_default();
        let body = body.strip_prefix('\u{feff}').unwrap_or(body);
        let trimmed = body.trim();
        let json = trimmed.starts_with(['{', '['])
            || response.headers.iter().any(|(name, value)| {
                name.eq_ignore_ascii_case("content-type") && find(value, "json").is_some()
            });
        let text = if json && body.contains('\\') {
            Cow::Owned(unescaped(body))
        } else {
            Cow::Borrowed(body)
        };
        let cut = !response.body_end.is_whole() || end < response.body.len();
        let status = response.status.to_string();
        let mut view = Self {
            status,
            address: url.unwrap_or_default(),
            headers: &response.headers,
            text,
            json,
            whole: false,
            silent: false,
        };
        view.whole = !cut && view.ends(body);
        view.silent = !cut && trimmed.is_empty() && view.promises_nothing();
        view
    }

    /// The values of a header.
    pub(super) fn header(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.headers
            .iter()
            .filter(move |(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// Whether the body's structure says that it was read to its end.
    fn ends(&self, body: &str) -> bool {
        let tail = self.text.trim_end();
        ends_with(tail, "</html>")
            || self.json && tail.ends_with(['}', ']'])
            || self.header("content-encoding").next().is_none()
                && self
                    .header("content-length")
                    .any(|length| length.parse() == Ok(body.len()))
    }

    /// Whether no header says that there is a body. Nothing at all takes 20 bytes when it is compressed.
    fn promises_nothing(&self) -> bool {
        self.header("content-encoding").next().is_some()
            || self.header("content-length").all(|length| length == "0")
    }

    /// Whether there is markup near the start.
    fn markup(&self) -> bool {
        self.text.trim_start().starts_with('<')
    }

    /// Whether the body is a long text without markup: a document, not a refusal.
    pub(super) fn long_text(&self) -> bool {
        self.text.len() > LONG_TEXT && !self.markup()
    }

    /// Whether the body is empty, a short page or the bare words of a refusal, so that the application itself did not
    /// speak.
    pub(super) fn bare(&self) -> bool {
        let text = self.text.trim();
        let refusal =
            || text.len() <= SHORT_WORDS && REFUSALS.iter().any(|words| starts_with(text, words));
        text.is_empty() || !self.json && (self.markup() && text.len() <= SHORT_PAGE || refusal())
    }

    /// The contents of the first `<title>` elements that are closed. A picture inside a page may bring one of its own.
    pub(super) fn titles(&self) -> Vec<&str> {
        let head = self
            .text
            .get(..self.text.floor_char_boundary(HEAD))
            .unwrap_or_default();
        let mut titles = Vec::new();
        let mut pieces = head.split('<').skip(1).peekable();
        while let Some(piece) = pieces.next() {
            let closed = pieces
                .peek()
                .is_some_and(|next| starts_with(next, "/title"));
            if closed && starts_with(piece, "title") && titles.len() < TITLES {
                titles.extend(piece.split_once('>').map(|(_, title)| title.trim()));
            }
        }
        titles
    }
}

/// JSON text with the escapes inside its strings undone, and everything else as it is.
fn unescaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut rest = json.chars();
    while let Some(char) = rest.next() {
        if char != '\\' {
            text.push(char);
            continue;
        }
        match rest.next() {
            Some('n' | 'r' | 't' | 'N' | 'R' | 'T') => text.push(' '),
            Some('u' | 'U') => {
                let code = rest
                    .as_str()
                    .get(..4)
                    .and_then(|digits| u32::from_str_radix(digits, 16).ok());
                if let Some(code) = code {
                    text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    rest.nth(3);
                }
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_escapes_are_undone() {
        assert_eq!(
            unescaped(r#"{"a":"<h1>\u00e4\/\"b\"<\/h1>\n"}"#),
            "{\"a\":\"<h1>ä/\"b\"</h1> \"}"
        );
        for odd in ["\\", "\\u", "\\u00", "\\u00e", "\\ud83d\\ude00", "\\u00é0"] {
            let _ = unescaped(odd);
        }
    }

    #[test]
    fn an_unclosed_title_is_no_title() {
        let titles = |body: &str| {
            let response = Response {
                status: 403,
                body: body.to_owned(),
                ..Response::default()
            };
            View::new(&response, None)
                .titles()
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            titles("<TITLE lang=en>\n Not Acceptable!\n</TITLE>"),
            ["Not Acceptable!"]
        );
        assert_eq!(
            titles("<svg><title>a</title></svg><title>b</title>"),
            ["a", "b"]
        );
        for cut in [
            "<title>Not Acceptable!",
            "<title>Not Acceptable!<",
            "<title",
            "<title</title>",
        ] {
            assert!(titles(cut).is_empty(), "{cut}");
        }
    }
}
