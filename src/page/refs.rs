//! `http://` references: what counts as one, and what kind it is.

use std::borrow::Cow;

use super::limits;
use super::signs::{HttpRefs, Refs, Sign};
pub(super) use crate::html::elements::Kind;
use crate::html::entities::{Place, decode};
use crate::html::names::{ID, LINK, REL, TYPE};
use crate::html::tokenizer::{Name, Tag};
use crate::probe::limits::EXCERPT_BYTES;

impl HttpRefs {
    pub(super) fn of(&mut self, kind: Kind) -> &mut Refs {
        match kind {
            Kind::Active => &mut self.active,
            Kind::Passive => &mut self.passive,
            Kind::Form => &mut self.form,
            Kind::Links => &mut self.links,
        }
    }
}

impl Refs {
    pub(super) fn add(&mut self, tag: &Tag<'_>, attribute: &str, what: &str) {
        self.count += 1;
        if self.examples.len() < limits::EXAMPLES {
            self.examples.push(sign(tag, attribute, what));
        }
    }
}

/// A sign at `element#id[attribute]`, or `link[rel="…"]`.
pub(super) fn sign(tag: &Tag<'_>, attribute: &str, what: &str) -> Sign {
    let mut at = String::from_utf8_lossy(tag.text).to_ascii_lowercase();
    let (before, shown, after) = match tag.name {
        LINK => ("[rel=\"", REL, "\"]"),
        _ => ("#", ID, ""),
    };
    let shown = value(tag, shown);
    if !shown.is_empty() && shown.len() <= limits::ID_BYTES {
        at.push_str(before);
        at.push_str(&shown);
        at.push_str(after);
    }
    if tag.name != LINK {
        at.push('[');
        at.push_str(attribute);
        at.push(']');
    }
    Sign::new(at, what)
}

impl Sign {
    pub(super) fn new(at: String, what: &str) -> Self {
        Self {
            at,
            what: cut(what, EXCERPT_BYTES).to_owned(),
        }
    }
}

/// What a `<link>` with this word in its `rel`, and this `as`, loads; None where it loads nothing.
pub(super) fn of_link(rel: &[u8], destination: &[u8]) -> Option<Kind> {
    let is = |words: &[&str], word: &[u8]| {
        words
            .iter()
            .any(|one| one.as_bytes().eq_ignore_ascii_case(word))
    };
    if is(&["stylesheet", "manifest", "modulepreload"], rel) {
        Some(Kind::Active)
    } else if is(
        &[
            "icon",
            "apple-touch-icon",
            "apple-touch-icon-precomposed",
            "mask-icon",
        ],
        rel,
    ) {
        Some(Kind::Passive)
    } else if !is(&["preload", "prefetch", "prerender"], rel) {
        None
    } else if is(&["image", "video", "audio"], destination) {
        Some(Kind::Passive)
    } else {
        Some(Kind::Active)
    }
}

/// Whether a value, raw or not, may begin with `http:` or hide that it does; most do not, and cost no more than this.
pub(super) fn may_be_http(value: &[u8]) -> bool {
    let mut rest = value.trim_ascii_start();
    for letter in b"http:" {
        match rest {
            [byte, after @ ..] if byte.to_ascii_lowercase() == *letter => rest = after,
            // A reference, or a control that browsers leave out.
            [b'&' | b'\0'..=b'\x1f', ..] => return true,
            _ => return false,
        }
    }
    true
}

/// What an attribute's value stands for, without the spaces around it; empty where there is no such attribute.
pub(super) fn value<'a>(tag: &Tag<'a>, name: Name) -> Cow<'a, str> {
    read(tag.get(name).unwrap_or_default())
}

/// The same for a raw value.
pub(super) fn read(raw: &[u8]) -> Cow<'_, str> {
    let raw = raw.get(..limits::VALUE_BYTES).unwrap_or(raw);
    decode(raw.trim_ascii(), Place::Attribute)
}

/// The address, if the text is an `http:` reference to another machine.
pub(super) fn http_text(text: &str) -> Option<&str> {
    let text = text.trim_matches(|c| c <= ' ');
    let (scheme, rest) = text.split_at_checked(5)?;
    let host = host(rest);
    (scheme.eq_ignore_ascii_case("http:") && !host.is_empty() && !is_this_machine(host))
        .then_some(text)
}

/// Host and port in what follows a scheme, or in a reference that begins with slashes.
pub(super) fn host(after_scheme: &str) -> &str {
    let rest = after_scheme.trim_start_matches(is_slash);
    let end = rest.find(|c| is_slash(c) || c == '?' || c == '#');
    let authority = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    authority
        .rsplit_once('@')
        .map_or(authority, |(_, place)| place)
}

fn is_slash(c: char) -> bool {
    c == '/' || c == '\\'
}

/// Browsers take an address on the same machine for safe without TLS.
fn is_this_machine(place: &str) -> bool {
    let host = match place.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => place,
    };
    let host = host.to_ascii_lowercase();
    let is_number = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || host.starts_with("127.") && host.bytes().all(is_number)
}

/// Calls `each` with the addresses in a `srcset` and what stands behind each: its width or density, or nothing. What browsers
/// drop is left out. Source: html.spec.whatwg.org, section 4.8.4.3.10 (read 2026-11-29).
pub(crate) fn candidates(srcset: &[u8], mut each: impl FnMut(&[u8], &[u8])) {
    let is_gap = |byte: &u8| *byte == b',' || byte.is_ascii_whitespace();
    let mut rest = srcset;
    loop {
        rest = after(rest, |byte| !is_gap(byte));
        if rest.is_empty() {
            return;
        }
        let next = after(rest, u8::is_ascii_whitespace);
        let word = rest.get(..rest.len() - next.len()).unwrap_or_default();
        let mut address = word;
        while let [front @ .., b','] = address {
            address = front;
        }
        // A comma ends the candidate; otherwise a width or a density follows, up to the next comma outside brackets.
        let size = if address.len() < word.len() {
            0
        } else {
            let mut within = false;
            let comma = next.iter().position(|byte| {
                within = *byte == b'(' || within && *byte != b')';
                *byte == b',' && !within
            });
            comma.unwrap_or(next.len())
        };
        let (size, next) = next.split_at_checked(size).unwrap_or((next, &[]));
        rest = next;
        let size = size.trim_ascii();
        if is_size(size) {
            each(address, size);
        }
    }
}

/// Whether this may stand behind an address: nothing, a density, or a width with or without a height.
fn is_size(size: &[u8]) -> bool {
    let mut words = size
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let height = |word: &[u8]| matches!(word, [number @ .., b'h'] if is_count(number));
    match (words.next(), words.next(), words.next()) {
        (None, ..) => true,
        (Some([number @ .., b'x']), None, _) => is_density(number),
        (Some([number @ .., b'w']), None, _) => is_count(number),
        (Some([number @ .., b'w']), Some(word), None)
        | (Some(word), Some([number @ .., b'w']), None) => is_count(number) && height(word),
        _ => false,
    }
}

/// A whole number above zero.
fn is_count(number: &[u8]) -> bool {
    number.iter().all(u8::is_ascii_digit) && number.iter().any(|digit| *digit != b'0')
}

/// A number that is not negative, such as `2`, `1.5`, `.5` or `1e1`.
fn is_density(number: &[u8]) -> bool {
    let digits = |bytes: &[u8]| !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit);
    let mut parts = number.splitn(2, |byte| matches!(byte, b'e' | b'E'));
    let (number, power) = (parts.next().unwrap_or_default(), parts.next());
    let power = power.is_none_or(|power| match power {
        [b'+' | b'-', power @ ..] | power => digits(power),
    });
    let mut parts = number.splitn(2, |byte| *byte == b'.');
    let (whole, part) = (parts.next().unwrap_or_default(), parts.next());
    power
        && match part {
            Some(part) => digits(part) && (whole.is_empty() || digits(whole)),
            None => digits(whole),
        }
}

/// What begins with the first byte that fits.
fn after(bytes: &[u8], fits: impl Fn(&u8) -> bool) -> &[u8] {
    let at = bytes.iter().position(fits).unwrap_or(bytes.len());
    bytes.get(at..).unwrap_or_default()
}

/// Whether an input shows a picture.
pub(super) fn is_picture_input(tag: &Tag<'_>) -> bool {
    tag.get(TYPE)
        .is_some_and(|kind| kind.eq_ignore_ascii_case(b"image"))
}

/// The text up to so many bytes, never inside a character.
pub(super) fn cut(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_references() {
        for (text, is_http) in [
            ("http://h.example/x.js", true),
            (" HTTP://h.example", true),
            ("http:h.example", true),
            ("http:\\\\h.example", true),
            ("http://user@h.example:80/", true),
            ("https://h.example/", false),
            ("//h.example/", false),
            ("/http://h.example/", false),
            ("http", false),
            ("http:", false),
            ("http://", false),
            ("http://localhost/x", false),
            ("http://localhost:8080/x", false),
            ("http://shop.localhost/", false),
            ("http://127.0.0.1:3000/", false),
            ("http://[::1]:3000/", false),
            ("http://127.0.0.1.h.example/", true),
            ("http://localhost.h.example/", true),
            ("httpx://h.example/", false),
        ] {
            assert_eq!(http_text(text).is_some(), is_http, "{text}");
            assert!(!is_http || may_be_http(text.as_bytes()), "{text}");
        }
        for hidden in ["ht\ttp://h", "\nhttp://h", "&#104;ttp://h", "\u{1}http://h"] {
            assert!(may_be_http(hidden.as_bytes()), "{hidden:?}");
        }
    }

    #[test]
    fn srcset_candidates() {
        for (srcset, addresses) in [
            ("a.jpg 1x, b.jpg 2x", &["a.jpg", "b.jpg"][..]),
            ("a.jpg, b.jpg", &["a.jpg", "b.jpg"]),
            (" ,, a.jpg 300w , b.jpg", &["a.jpg", "b.jpg"]),
            ("a,b.jpg 1x", &["a,b.jpg"]),
            ("a.jpg 1x 2x,b.jpg,", &["b.jpg"]),
            ("a.jpg 1q, b.jpg 0w, c.jpg -1x, d.jpg 1w 2w, e.jpg 5h", &[]),
            (
                "a.jpg 2w 1h, b.jpg 1h 2w, c.jpg .5x, d.jpg 1e1x",
                &["a.jpg", "b.jpg", "c.jpg", "d.jpg"],
            ),
            ("a.jpg 1.x, b.jpg x, c.jpg 1ex, d.jpg 1x 2w", &[]),
            ("a.jpg (x, b.jpg 1x, c.jpg), d.jpg 2x", &["d.jpg"]),
            ("a.jpg (x, b.jpg 1x", &[]),
            ("", &[]),
            (",", &[]),
        ] {
            let mut found = Vec::new();
            candidates(srcset.as_bytes(), |address, _| {
                found.push(String::from_utf8_lossy(address).into_owned());
            });
            assert_eq!(found, addresses, "{srcset}");
        }
    }
}
