//! An answer made ready for comparison: names and texts in lower case, JSON with its escapes undone.

use std::borrow::Cow;

use crate::probe::{Response, limits};

/// Bytes of the longest body that a bare refusal has; presence headers prove nothing beside longer ones.
const SHORT_PAGE: usize = 8 * 1024;

/// Bytes above which a text without markup is a document and no refusal.
const LONG_TEXT: usize = 4 * 1024;

/// An answer, ready for comparison.
pub(super) struct View<'a> {
    /// The status in digits.
    pub(super) status: String,
    /// Names in lower case, values in lower case, values as received.
    pub(super) headers: Vec<(String, String, &'a str)>,
    /// The body's first 64 KiB as received, JSON with its escapes undone.
    pub(super) text: Cow<'a, str>,
    /// The same in ASCII lower case, so with the same offsets.
    pub(super) lower: String,
    /// Whether the body is JSON.
    pub(super) json: bool,
    /// Whether the body was read to its end, as far as its structure tells.
    pub(super) whole: bool,
    /// Whether the answer has no body at all.
    pub(super) silent: bool,
}

impl<'a> View<'a> {
    /// Reads `response`.
    pub(super) fn new(response: &'a Response) -> Self {
        let mut headers: Vec<_> = response
            .headers
            .iter()
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_ascii_lowercase(), value))
            .collect();
        // Sorted, so that the order received can not matter.
        headers.sort_unstable();
        let end = response.body.floor_char_boundary(limits::BODY_BYTES);
        let body = response.body.get(..end).unwrap_or_default();
        let trimmed = body.trim();
        let json = trimmed.starts_with(['{', '['])
            || headers
                .iter()
                .any(|(name, value, _)| name == "content-type" && value.contains("json"));
        let text = if json && body.contains('\\') {
            Cow::Owned(unescaped(body))
        } else {
            Cow::Borrowed(body)
        };
        let lower = text.to_ascii_lowercase();
        let cut = response.body_cut || end < response.body.len();
        let status = response.status.to_string();
        let mut view = Self {
            status,
            headers,
            text,
            lower,
            json,
            whole: false,
            silent: false,
        };
        view.whole = !cut && view.ends(body);
        view.silent = !cut
            && trimmed.is_empty()
            && view
                .header("content-length")
                .all(|(length, _)| length == "0");
        view
    }

    /// The values of a header: lower case and as received.
    pub(super) fn header(&self, name: &str) -> impl Iterator<Item = (&str, &'a str)> {
        self.headers
            .iter()
            .filter(move |(other, _, _)| other == name)
            .map(|(_, lower, value)| (lower.as_str(), *value))
    }

    /// Whether the body's structure says that it was read to its end.
    fn ends(&self, body: &str) -> bool {
        let tail = self.lower.trim_end();
        tail.ends_with("</html>")
            || self.json && tail.ends_with(['}', ']'])
            || self.header("content-encoding").next().is_none()
                && self
                    .header("content-length")
                    .any(|(length, _)| length.parse() == Ok(body.len()))
    }

    /// Whether there is markup near the start.
    fn markup(&self) -> bool {
        self.lower.trim_start().starts_with('<')
    }

    /// Whether the body is a long text without markup: a document, not a refusal.
    pub(super) fn long_text(&self) -> bool {
        self.lower.len() > LONG_TEXT && !self.markup()
    }

    /// Whether the body is empty or a short page, so that the application itself did not speak.
    pub(super) fn bare(&self) -> bool {
        self.lower.trim().is_empty()
            || !self.json && self.markup() && self.lower.len() <= SHORT_PAGE
    }

    /// The content of a `<title>` element that begins at byte `at`, if it is closed: as received, white space collapsed.
    pub(super) fn title(&self, at: usize) -> Option<String> {
        let start = at + self.lower.get(at..)?.find('>')? + 1;
        let end = start + self.lower.get(start..)?.find("</title")?;
        Some(
            self.text
                .get(start..end)?
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        )
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
            Some('n' | 'r' | 't') => text.push(' '),
            Some('u') => {
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
        let view = |body: &str| {
            let response = Response {
                status: 403,
                body: body.to_owned(),
                ..Response::default()
            };
            View::new(&response).title(0)
        };
        assert_eq!(
            view("<TITLE lang=en>\n Not\t Acceptable! </TITLE>").as_deref(),
            Some("Not Acceptable!")
        );
        assert_eq!(view("<title>Not Acceptable!"), None);
        assert_eq!(view("<title"), None);
    }
}
