//! The steps of reading an address, each on plain text. Source: the WHATWG URL standard.

use super::URL_BYTES;
use crate::shop::UrlError;

/// The text as browsers clean it: no fragment, no spaces and controls around, no tabs and newlines within.
pub(super) fn clean(text: &str) -> Result<String, UrlError> {
    let text = text.trim_matches(|c| c <= ' ');
    let text = text
        .split_once('#')
        .map_or(text, |(before, _fragment)| before);
    match text.len() {
        0 => Err(UrlError::Empty),
        bytes if bytes > URL_BYTES => Err(UrlError::TooLong { bytes }),
        _ => Ok(text
            .chars()
            .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
            .collect()),
    }
}

/// What people paste around an address: quotes, angle brackets, spaces, invisible marks.
pub(super) fn is_wrapping(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '\'' | '`' | '«' | '»' | '‹' | '›')
        || matches!(c, '\u{2018}'..='\u{201f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

pub(super) const fn is_slash(c: char) -> bool {
    matches!(c, '/' | '\\')
}

pub(super) fn leading_slashes(text: &str) -> usize {
    text.chars().take_while(|c| is_slash(*c)).count()
}

/// `name:rest`, where `name` is a scheme of any kind.
pub(super) fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(':')?;
    let sound = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    sound.then_some((name, rest))
}

pub(super) fn split_query(text: &str) -> (&str, Option<&str>) {
    text.split_once('?')
        .map_or((text, None), |(path, query)| (path, Some(query)))
}

/// Whether what follows a colon is a port and not the rest of an address.
pub(super) fn begins_with_port(rest: &str) -> bool {
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && (after.is_empty() || after.starts_with(['/', '\\', '?']))
}

pub(super) fn read_port(text: &str) -> Result<Option<u16>, UrlError> {
    if text.is_empty() {
        return Ok(None);
    }
    // `parse` would also take a sign.
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|_| digits)
        .map(Some)
        .ok_or(UrlError::Port)
}

/// `path` below `folder`, which ends with a slash: dot segments resolved, both kinds of slash taken, nothing above the
/// root.
pub(super) fn resolve(folder: &str, path: &str) -> String {
    let (mut out, path) = match path.strip_prefix(is_slash) {
        Some(path) => (String::from("/"), path),
        None => (String::from(folder), path),
    };
    let mut segments = path.split(is_slash).peekable();
    while let Some(segment) = segments.next() {
        match dots(segment) {
            1 => {}
            2 => {
                out.pop();
                out.truncate(out.rfind('/').unwrap_or(0));
                out.push('/');
            }
            _ => {
                out.push_str(&encode(segment, PATH_EXTRA));
                if segments.peek().is_some() {
                    out.push('/');
                }
            }
        }
    }
    out
}

/// 1 for `.`, 2 for `..`, also percent-encoded; 0 for every other segment.
fn dots(segment: &str) -> usize {
    if segment.len() > "%2e%2e".len() {
        return 0;
    }
    match segment.to_ascii_lowercase().replace("%2e", ".").as_str() {
        "." => 1,
        ".." => 2,
        _ => 0,
    }
}

/// A query as a request takes it.
pub(super) fn encode_query(text: &str) -> String {
    encode(text, QUERY_EXTRA)
}

/// Percent-encodes what may not stand in a request: controls, spaces, bytes beyond ASCII and those of `extra`. Percent
/// signs stay, so that nothing is encoded twice.
fn encode(text: &str, extra: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if matches!(byte, b'!'..=b'~') && !extra.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(u32::from(digit), 16).map(|c| c.to_ascii_uppercase()));
            }
        }
    }
    out
}

/// Printable bytes that browsers encode in a path. Source: WHATWG URL, "path percent-encode set".
const PATH_EXTRA: &[u8] = b"\"#<>?^`{}";

/// Printable bytes that browsers encode in a query. Source: WHATWG URL, "special-query percent-encode set".
const QUERY_EXTRA: &[u8] = b"\"#<>'";
