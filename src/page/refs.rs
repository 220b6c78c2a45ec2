//! `http://` references: what counts as one, and what kind it is.

use super::entities::{Place, decode};
use super::limits;
use super::names::{
    ACTION, AUDIO, BACKGROUND, BODY, BUTTON, DATA, EMBED, FORM, FORMACTION, FRAME, HREF, ID,
    IFRAME, IMAGE, IMG, INPUT, LINK, OBJECT, POSTER, REL, SCRIPT, SOURCE, SRC, SRCSET, TABLE, TD,
    TH, TRACK, TYPE, VIDEO, XLINK_HREF,
};
use super::signs::{HttpRefs, Refs, Sign};
use super::tokenizer::{Name, Tag};
use crate::probe::limits::EXCERPT_BYTES;

/// What a browser does with a reference; the fields of [`HttpRefs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Active,
    Passive,
    Form,
    Links,
}

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
    pub(super) fn add(&mut self, tag: &Tag<'_>, attribute: Name, what: &str) {
        self.count += 1;
        if self.examples.len() < limits::EXAMPLES {
            self.examples.push(sign(tag, attribute, what));
        }
    }
}

/// A sign at `element#id[attribute]`, or `link[rel="…"]`.
pub(super) fn sign(tag: &Tag<'_>, attribute: Name, what: &str) -> Sign {
    let mut at = tag.name.to_string();
    if tag.name == LINK
        && let Some(rel) = tag.get(REL)
    {
        at.push_str("[rel=\"");
        at.push_str(cut(&value(rel), limits::ID_BYTES));
        at.push_str("\"]");
        return Sign::new(at, what);
    }
    if let Some(id) = tag.get(ID)
        && !id.is_empty()
        && id.len() <= limits::ID_BYTES
    {
        at.push('#');
        at.push_str(&String::from_utf8_lossy(id));
    }
    at.push('[');
    at.push_str(&attribute.to_string());
    at.push(']');
    Sign::new(at, what)
}

impl Sign {
    pub(super) fn new(at: impl Into<String>, what: &str) -> Self {
        Self {
            at: at.into(),
            what: cut(what, EXCERPT_BYTES).to_owned(),
        }
    }
}

/// The attributes of an element that a browser loads from or sends to.
pub(super) const fn of_element(name: Name) -> &'static [(Name, Kind)] {
    match name {
        SCRIPT | IFRAME | FRAME | EMBED | TRACK => &[(SRC, Kind::Active)],
        OBJECT => &[(DATA, Kind::Active)],
        IMG | IMAGE | SOURCE => &[(SRC, Kind::Passive), (SRCSET, Kind::Passive)],
        VIDEO => &[(SRC, Kind::Passive), (POSTER, Kind::Passive)],
        AUDIO => &[(SRC, Kind::Passive)],
        BODY | TABLE | TD | TH => &[(BACKGROUND, Kind::Passive)],
        FORM => &[(ACTION, Kind::Form)],
        BUTTON => &[(FORMACTION, Kind::Form)],
        // Only where it shows a picture.
        INPUT => &[(FORMACTION, Kind::Form), (SRC, Kind::Passive)],
        _ => &[],
    }
}

/// The same for an input that shows no picture.
pub(super) const INPUT_WITHOUT_PICTURE: &[(Name, Kind)] = &[(FORMACTION, Kind::Form)];

/// The same for elements of SVG.
pub(super) const fn of_svg_element(name: Name) -> &'static [(Name, Kind)] {
    match name {
        SCRIPT => &[(HREF, Kind::Active), (XLINK_HREF, Kind::Active)],
        IMAGE => &[(HREF, Kind::Passive), (XLINK_HREF, Kind::Passive)],
        _ => &[],
    }
}

/// What a `<link>` with these `rel` and `as` values loads; None where it loads nothing.
pub(super) fn of_link(rel: &str, destination: &str) -> Option<Kind> {
    rel.split_ascii_whitespace()
        .find_map(|word| match word.to_ascii_lowercase().as_str() {
            "stylesheet" | "manifest" | "modulepreload" => Some(Kind::Active),
            "icon" | "apple-touch-icon" | "apple-touch-icon-precomposed" | "mask-icon" => {
                Some(Kind::Passive)
            }
            "preload" | "prefetch" | "prerender" => {
                Some(match destination.to_ascii_lowercase().as_str() {
                    "image" | "video" | "audio" => Kind::Passive,
                    _ => Kind::Active,
                })
            }
            _ => None,
        })
}

/// Whether a raw attribute value may begin with `http:` or hide that it does; most do not, and cost no more than this.
pub(super) fn may_be_http(raw: &[u8]) -> bool {
    let mut rest = raw.trim_ascii_start();
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

/// What an attribute's raw value stands for.
pub(super) fn value(raw: &[u8]) -> String {
    decode(
        raw.get(..limits::VALUE_BYTES).unwrap_or(raw),
        Place::Attribute,
    )
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
    let rest = after_scheme.trim_start_matches(['/', '\\']);
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    authority
        .rsplit_once('@')
        .map_or(authority, |(_, place)| place)
}

/// Browsers take an address on the same machine for safe without TLS.
fn is_this_machine(place: &str) -> bool {
    let host = match place.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => place,
    };
    let host = host.to_ascii_lowercase();
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || host.starts_with("127.")
            && host
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The addresses in a `srcset`.
pub(super) fn candidates(srcset: &str) -> impl Iterator<Item = &str> {
    let mut rest = srcset;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        let end = rest
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let address = word.trim_end_matches(',');
        // A comma ends the candidate; otherwise a width or a density follows, up to the next comma.
        rest = if address.len() < word.len() {
            after
        } else {
            after.split_once(',').map_or("", |(_, next)| next)
        };
        (!address.is_empty()).then_some(address)
    })
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
