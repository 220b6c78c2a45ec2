//! An absolute http or https address, parsed once.
//!
//! Written by hand because the `url` crate brings tables for international names that cost 20 KB (brotli) of wasm, a
//! seventh of what this whole product may weigh. It follows the WHATWG URL standard where shops meet it: slashes and
//! backslashes, dot segments, case, tabs and newlines, numeric hosts, European letters. What it leaves out are other
//! schemes, percent signs in host names, and the scripts that need IDNA's tables ([`UrlError::NonAscii`]).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Host, UrlError};

/// Bytes of an address, at most, without its fragment: what providers take as a merchant URL. Source: the Kustom Checkout
/// API's description (read 2026-11-22).
pub const URL_BYTES: usize = 2000;

/// http or https.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// Plain http.
    Http,
    /// http over TLS.
    Https,
}

impl Scheme {
    /// The scheme as it stands before the colon.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }

    /// The port that is meant where none is named.
    pub const fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }

    /// `port`, or none where it is the default anyway.
    pub(super) fn named_port(self, port: Option<u16>) -> Option<u16> {
        port.filter(|port| *port != self.default_port())
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Http, Self::Https]
            .into_iter()
            .find(|scheme| name.eq_ignore_ascii_case(scheme.as_str()))
    }
}

/// An absolute http or https address, without user information and fragment: a password that somebody pasted must not
/// travel on, and a server never sees a fragment.
///
/// Two addresses are equal when they name the same resource in the same words; [`fmt::Display`] gives the normal form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Url {
    scheme: Scheme,
    host: Host,
    /// None where it is the scheme's default.
    port: Option<u16>,
    /// Begins with `/`, dot segments resolved.
    path: String,
    query: Option<String>,
}

impl Url {
    /// Reads an absolute address as a browser does: spaces around it, tabs and newlines within, any case, too few or too
    /// many slashes, backslashes.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        let text = clean(text)?;
        let (name, rest) = split_scheme(&text).ok_or(UrlError::NoScheme)?;
        Self::absolute(name, rest)
    }

    /// Reads what a person typed or pasted: as [`Url::parse`], also without a scheme (https is meant), and between quotes
    /// or angle brackets.
    pub fn typed(text: &str) -> Result<Self, UrlError> {
        let text = clean(text.trim_matches(is_wrapping))?;
        match split_scheme(&text) {
            // `shop.example.com:8080` has a port there, `mailto:me` has a scheme.
            Some((name, rest)) if Scheme::named(name).is_some() || !begins_with_port(rest) => {
                Self::absolute(name, rest)
            }
            _ => Self::below(Scheme::Https, &text),
        }
    }

    /// Resolves what stands in a `Location` header or an `href` against this address. None for other schemes (`mailto:`,
    /// `javascript:`, `data:`) and for what is no address.
    pub fn join(&self, reference: &str) -> Option<Self> {
        let text = match clean(reference) {
            Ok(text) => text,
            Err(UrlError::Empty) => return Some(self.clone()),
            Err(_) => return None,
        };
        let rest = match split_scheme(&text) {
            // Browsers read `https:path` as relative where the base is https too.
            Some((name, rest)) if Scheme::named(name) == Some(self.scheme) => rest,
            Some((name, rest)) => return Self::absolute(name, rest).ok(),
            None => &text,
        };
        let (path, query) = split_query(rest);
        let mut slashes = path.chars().map(is_slash);
        let path = match (slashes.next(), slashes.next()) {
            (Some(true), Some(true)) => return Self::below(self.scheme, rest).ok(),
            (Some(true), _) => resolve("/", path),
            (Some(false), _) => resolve(self.folder(), path),
            (None, _) if query.is_none() => return Some(self.clone()),
            (None, _) => self.path.clone(),
        };
        Self {
            path,
            query: query.map(|text| encode(text, QUERY_EXTRA)),
            ..self.clone()
        }
        .checked()
        .ok()
    }

    /// http or https.
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The host.
    pub const fn host(&self) -> &Host {
        &self.host
    }

    /// The port, where it is not the scheme's default.
    pub const fn port(&self) -> Option<u16> {
        self.port
    }

    /// The port that a connection goes to.
    pub fn effective_port(&self) -> u16 {
        self.port.unwrap_or(self.scheme.default_port())
    }

    /// The path; begins with `/`, has no dot segments, percent-encoding as it came.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text after the question mark, where there is one.
    pub fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// Scheme, host and port, as in `https://shop.example.com:8443`.
    pub fn origin(&self) -> String {
        origin(self.scheme, &self.host, self.port)
    }

    /// The same address under another scheme; a port that is named stays.
    #[must_use]
    pub fn with_scheme(&self, scheme: Scheme) -> Self {
        Self {
            scheme,
            port: scheme.named_port(self.port),
            ..self.clone()
        }
    }

    /// Another path at the same origin, without a query. The caller keeps to [`URL_BYTES`].
    #[must_use]
    pub fn with_path(&self, path: &str) -> Self {
        Self {
            path: resolve("/", path),
            query: None,
            ..self.clone()
        }
    }

    /// The same address with another query, or none. The caller keeps to [`URL_BYTES`].
    #[must_use]
    pub fn with_query(&self, query: Option<&str>) -> Self {
        Self {
            query: query.map(|text| encode(text, QUERY_EXTRA)),
            ..self.clone()
        }
    }

    fn absolute(scheme: &str, rest: &str) -> Result<Self, UrlError> {
        match Scheme::named(scheme) {
            Some(scheme) => Self::below(scheme, rest),
            None => Err(UrlError::OtherScheme {
                found: scheme.to_ascii_lowercase(),
            }),
        }
    }

    /// Reads `rest`, what follows the scheme's colon: slashes, authority, path, query.
    fn below(scheme: Scheme, rest: &str) -> Result<Self, UrlError> {
        let (rest, query) = split_query(rest.trim_start_matches(is_slash));
        let (authority, path) = rest.split_at(rest.find(is_slash).unwrap_or(rest.len()));
        let place = authority
            .rsplit_once('@')
            .map_or(authority, |(_user, place)| place);
        // The colons of an IPv6 address stand before its bracket.
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => (host, read_port(port)?),
            _ => (place, None),
        };
        Self {
            scheme,
            host: Host::parse(host)?,
            port: scheme.named_port(port),
            path: resolve("/", path),
            query: query.map(|text| encode(text, QUERY_EXTRA)),
        }
        .checked()
    }

    /// Encoding makes an address longer than the text that it came from.
    fn checked(self) -> Result<Self, UrlError> {
        match self.to_string().len() {
            bytes if bytes > URL_BYTES => Err(UrlError::TooLong { bytes }),
            _ => Ok(self),
        }
    }

    /// The path up to its last slash.
    fn folder(&self) -> &str {
        self.path
            .rsplit_once('/')
            .map_or("/", |(_, name)| self.path.strip_suffix(name).unwrap_or("/"))
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin())?;
        f.write_str(&self.path)?;
        match &self.query {
            Some(query) => write!(f, "?{query}"),
            None => Ok(()),
        }
    }
}

impl From<Url> for String {
    fn from(url: Url) -> Self {
        url.to_string()
    }
}

impl TryFrom<String> for Url {
    type Error = UrlError;

    fn try_from(text: String) -> Result<Self, UrlError> {
        Self::parse(&text)
    }
}

/// Scheme, host and port in one text.
pub(super) fn origin(scheme: Scheme, host: &Host, port: Option<u16>) -> String {
    let mut text = String::from(scheme.as_str());
    text.push_str("://");
    text.push_str(&host.to_string());
    if let Some(port) = port {
        text.push(':');
        text.push_str(&port.to_string());
    }
    text
}

/// The text as browsers clean it: no fragment, no spaces and controls around, no tabs and newlines within.
fn clean(text: &str) -> Result<String, UrlError> {
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
fn is_wrapping(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '\'' | '`' | '«' | '»' | '‹' | '›')
        || matches!(c, '\u{2018}'..='\u{201f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

const fn is_slash(c: char) -> bool {
    matches!(c, '/' | '\\')
}

/// `name:rest`, where `name` is a scheme of any kind.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(':')?;
    let sound = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    sound.then_some((name, rest))
}

fn split_query(text: &str) -> (&str, Option<&str>) {
    text.split_once('?')
        .map_or((text, None), |(path, query)| (path, Some(query)))
}

/// Whether what follows a colon is a port and not the rest of an address.
fn begins_with_port(rest: &str) -> bool {
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < rest.len() && (after.is_empty() || after.starts_with(['/', '\\', '?']))
}

fn read_port(text: &str) -> Result<Option<u16>, UrlError> {
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
fn resolve(folder: &str, path: &str) -> String {
    let (mut out, path) = match path.strip_prefix(is_slash) {
        Some(path) => (String::from("/"), path),
        None => (String::from(folder), path),
    };
    let mut segments = path.split(is_slash).peekable();
    while let Some(segment) = segments.next() {
        match dots(segment) {
            Some(1) => {}
            Some(_) => {
                out.pop();
                out.truncate(out.rfind('/').map_or(0, |at| at + 1));
                if out.is_empty() {
                    out.push('/');
                }
            }
            None => {
                out.push_str(&encode(segment, PATH_EXTRA));
                if segments.peek().is_some() {
                    out.push('/');
                }
            }
        }
    }
    out
}

/// One for `.`, two for `..`, also percent-encoded; none for every other segment.
fn dots(segment: &str) -> Option<usize> {
    let mut rest = segment;
    let mut count = 0;
    while !rest.is_empty() {
        let dot = if rest.starts_with('.') { 1 } else { 3 };
        let (head, tail) = rest.split_at_checked(dot)?;
        if head != "." && !head.eq_ignore_ascii_case("%2e") {
            return None;
        }
        rest = tail;
        count += 1;
    }
    (1..=2).contains(&count).then_some(count)
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
