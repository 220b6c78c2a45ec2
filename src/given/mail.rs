//! A mail as it is stored or shown with its source: its text, without what only a mail program reads.
//!
//! Formats: RFC 5322 (headers), RFC 2045 (quoted-printable, base64), RFC 2046 (parts).

use std::borrow::Cow;

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

use crate::html::entities::{Place, decode};

/// Bytes of a mail that are read.
const MAIL_BYTES: usize = 1024 * 1024;

/// Parts of a mail that are looked at, and how deep they lie within each other.
const PARTS: usize = 20;
const DEPTH: usize = 4;

/// Lines of headers, at most.
const HEADERS: usize = 300;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Headers that only a mail has.
const OWN: [&str; 12] = [
    "subject",
    "from",
    "to",
    "mime-version",
    "received",
    "message-id",
    "return-path",
    "reply-to",
    "delivered-to",
    "content-transfer-encoding",
    "dkim-signature",
    "list-unsubscribe",
];

/// Whether a text begins as a mail does.
pub(super) fn is_mail(text: &str) -> bool {
    let head = text
        .get(..text.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(text);
    has_own(&split(head).0)
}

/// Bytes in which a mail's headers are looked for.
const HEAD_BYTES: usize = 16 * 1024;

fn has_own(headers: &[(String, String)]) -> bool {
    let own = headers
        .iter()
        .filter(|(name, _)| OWN.contains(&name.as_str()));
    own.count() >= 2
}

/// The text of a mail. `None` where the text is none, or nothing of it is encoded.
pub(super) fn text(raw: &str) -> Option<String> {
    let raw = raw.get(..raw.floor_char_boundary(MAIL_BYTES))?;
    let (headers, body) = split(raw);
    if has_own(&headers) {
        let subject = headers
            .iter()
            .find(|(name, _)| name == "subject")
            .map_or(String::new(), |(_, value)| {
                [&encoded_words(value), ".\n\n"].concat()
            });
        let plain = part(&headers, body, DEPTH)?;
        return Some([subject, plain].concat());
    }
    if is_quoted_printable(raw) {
        return Some(without_markup(&quoted_printable(raw)).into_owned());
    }
    None
}

/// The headers, in lower case and unfolded, and what follows them.
fn split(raw: &str) -> (Vec<(String, String)>, &str) {
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    for line in raw.split_inclusive('\n').take(HEADERS) {
        let bare = line.trim_end_matches(['\n', '\r']);
        if bare.trim().is_empty() {
            if headers.is_empty() {
                at += line.len();
                continue;
            }
            return (headers, raw.get(at + line.len()..).unwrap_or_default());
        }
        if bare.starts_with([' ', '\t']) {
            if let Some((_, value)) = headers.last_mut() {
                value.push(' ');
                value.push_str(bare.trim());
            }
        } else {
            let Some((name, value)) = bare.split_once(':') else {
                break;
            };
            let token = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if !token || name.is_empty() {
                break;
            }
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        at += line.len();
    }
    (headers, raw.get(at..).unwrap_or_default())
}

/// The text of a part: of several forms the plain one, else whatever reads as text.
fn part(headers: &[(String, String)], body: &str, depth: usize) -> Option<String> {
    let header = |wanted: &str| {
        let found = headers.iter().find(|(name, _)| name == wanted);
        found.map_or("", |(_, value)| value.as_str())
    };
    let kind = header("content-type");
    let lower = kind.to_ascii_lowercase();
    if lower.starts_with("multipart/") {
        let boundary = ["--", &boundary(kind)?].concat();
        let parts = body.split(boundary.as_str()).skip(1).take(PARTS);
        let parts: Vec<(Vec<(String, String)>, &str)> = parts
            .filter(|part| !part.starts_with("--"))
            .map(|part| split(part.trim_start_matches(['\r', '\n', ' '])))
            .collect();
        let is = |part: &(Vec<(String, String)>, &str), start: &str| {
            let kind = part.0.iter().find(|(name, _)| name == "content-type");
            kind.map_or("text/plain", |(_, value)| value)
                .to_ascii_lowercase()
                .starts_with(start)
        };
        let depth = depth.checked_sub(1)?;
        return ["text/plain", "multipart/", "text/html", "text/", "message/"]
            .iter()
            .find_map(|start| {
                let mut fit = parts.iter().filter(|part| is(part, start));
                fit.find_map(|(headers, body)| self::part(headers, body, depth))
                    .filter(|text| !text.trim().is_empty())
            });
    }
    if !lower.is_empty() && !lower.starts_with("text/") && !lower.starts_with("message/") {
        return None;
    }
    let decoded = match header("content-transfer-encoding")
        .to_ascii_lowercase()
        .trim()
    {
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "base64" => Cow::Owned(base64(body)?),
        _ if is_quoted_printable(body) => Cow::Owned(quoted_printable(body)),
        _ => Cow::Borrowed(body),
    };
    Some(without_markup(&decoded).into_owned())
}

/// The boundary of a multipart type.
fn boundary(kind: &str) -> Option<String> {
    let at = kind.to_ascii_lowercase().find("boundary=")? + "boundary=".len();
    let rest = kind.get(at..)?.trim_start();
    let value = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split([';', ' ']).next()?,
    };
    (!value.is_empty() && value.len() <= 100).then(|| value.to_owned())
}

fn base64(body: &str) -> Option<String> {
    let compact: String = body
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='))
        .collect();
    let bytes = BASE64.decode(compact).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a text has been left in this encoding, as a mail's source is.
fn is_quoted_printable(text: &str) -> bool {
    let soft = text
        .lines()
        .filter(|line| line.trim_end_matches('\r').ends_with('='));
    let marks = text.matches("=3D").count() + text.matches("=20\n").count();
    let letters = text.matches("=C3=").count() + text.matches("=E2=80=").count();
    soft.take(3).count() + marks.min(3) + letters.min(3) >= 2 && marks + letters > 0
}

fn quoted_printable(text: &str) -> String {
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes().iter().copied();
    while let Some(byte) = rest.next() {
        if byte != b'=' {
            bytes.push(byte);
            continue;
        }
        let mut ahead = rest.clone();
        match (ahead.next(), ahead.next()) {
            (Some(b'\n'), _) => {
                rest.next();
            }
            (Some(b'\r'), Some(b'\n')) => {
                rest.nth(1);
            }
            (Some(high), Some(low)) => match (hex(high), hex(low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest.nth(1);
                }
                _ => bytes.push(byte),
            },
            _ => {}
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

/// A header's encoded words, such as `=?utf-8?Q?Fehler_403?=`.
fn encoded_words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("=?") {
        out.push_str(before);
        let mut fields = after.splitn(3, '?');
        let (_, form, data) = (fields.next(), fields.next(), fields.next());
        let Some((data, next)) = data.and_then(|data| data.split_once("?=")) else {
            out.push_str("=?");
            out.push_str(after);
            return out;
        };
        match form {
            Some("Q" | "q") => out.push_str(&quoted_printable(&data.replace('_', " "))),
            _ => out.push_str(&base64(data).unwrap_or_default()),
        }
        rest = next;
    }
    out.push_str(rest);
    out
}

/// What a person reads of a text with markup; an address that a link leads to is kept where nothing else shows it.
pub(super) fn without_markup(text: &str) -> Cow<'_, str> {
    if super::line::markup(text).is_none() && !text.contains("</") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '!'))
            .collect::<String>()
            .to_ascii_lowercase();
        if name.is_empty() {
            out.push('<');
            rest = tag;
            continue;
        }
        let hidden = match name.as_str() {
            "style" => Some("</style"),
            "script" => Some("</script"),
            "title" => Some("</title"),
            _ if name.starts_with('!') && tag.starts_with("!--") => Some("-->"),
            _ => None,
        };
        let after = match hidden {
            Some(end) => find_end(tag, end),
            None => tag,
        };
        let inner = after.split_once('>');
        let is_cell = matches!(name.as_str(), "td" | "th" | "/td" | "/th");
        let is_inline = matches!(
            name.trim_start_matches('/'),
            "b" | "i" | "a" | "em" | "strong" | "span" | "code" | "font" | "u" | "tt" | "wbr"
        );
        if is_cell {
            out.push(' ');
        } else if !is_inline {
            out.push('\n');
        }
        rest = inner.map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    Cow::Owned(decode(out.as_bytes(), Place::Text).into_owned())
}

/// What follows the first `end` in a text, whatever its case.
fn find_end<'t>(text: &'t str, end: &str) -> &'t str {
    let found = text
        .match_indices(end.get(..1).unwrap_or("<"))
        .find(|(at, _)| {
            text.get(*at..*at + end.len())
                .is_some_and(|here| here.eq_ignore_ascii_case(end))
        });
    found.map_or("", |(at, _)| {
        // A comment's end has its own `>`.
        let from = if end == "-->" { at + 2 } else { at };
        text.get(from..).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_encodings() {
        let mail = "From: a@example.com\nSubject: =?utf-8?Q?Fehler_=E2=82=AC?=\nContent-Type: multipart/alternative;\n boundary=\"x\"\n\n--x\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nHTTP=\n 403 at https://a.example/?wc-api=3DA\n--x\nContent-Type: text/html\n\n<p>no</p>\n--x--\n";
        assert_eq!(
            text(mail).as_deref(),
            Some("Fehler €.\n\nHTTP 403 at https://a.example/?wc-api=A\n")
        );
        let html = "From: a\nSubject: b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHN0eWxlPmF7fTwvc3R5bGU+PHA+Y29kZSA8Yj40MDM8L2I+PC9wPg==\n";
        assert_eq!(
            text(html).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
            Some("b. code 403".to_owned())
        );
        assert_eq!(text("Order: 500\nAmount: 403"), None);
        assert_eq!(text("a = b\n\nc"), None);
    }
}
