//! An absolute http or https address, parsed once.
//!
//! Written by hand for its size in wasm (brotli, measured 2026-11-22): the `url` crate adds 20 KB without international
//! names and 53 KB with them, more than a third of what the whole product may weigh; this module adds 8 KB. It follows
//! the WHATWG URL standard where shops meet it: slashes and backslashes, dot segments, case, tabs and newlines, numeric
//! hosts, European letters. It leaves out other schemes, percent signs and punctuation in host names, and the scripts that
//! need IDNA's tables ([`UrlError::NonAscii`]).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Host, UrlError};
use text::{begins_with_port, clean, encode_query, is_slash, is_wrapping, leading_slashes};
use text::{read_port, resolve, split_query, split_scheme};

mod text;

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
            // A path alone would make its first folder the host.
            _ if leading_slashes(&text) == 1 => Err(UrlError::NoHost),
            _ if is_mail(&text) => Err(UrlError::Mail),
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
        let path = match leading_slashes(path) {
            0 if rest.is_empty() => return Some(self.clone()),
            0 if path.is_empty() => self.path.clone(),
            0 | 1 => resolve(self.folder(), path),
            _ => return Self::below(self.scheme, rest).ok(),
        };
        Self {
            path,
            query: query.map(encode_query),
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
            query: query.map(encode_query),
            ..self.clone()
        }
    }

    /// An address of its parts, without a query. The caller keeps to [`URL_BYTES`].
    pub(super) fn of_parts(scheme: Scheme, host: &Host, port: Option<u16>, path: &str) -> Self {
        Self {
            scheme,
            host: host.clone(),
            port: scheme.named_port(port),
            path: resolve("/", path),
            query: None,
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
        // The colons of an IPv6 address stand between its brackets.
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) if host.ends_with(']') || !place.starts_with('[') => {
                (host, read_port(port)?)
            }
            _ => (place, None),
        };
        Self {
            scheme,
            host: Host::parse(host)?,
            port: scheme.named_port(port),
            path: resolve("/", path),
            query: query.map(encode_query),
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

/// `anna@example.com`, without what only an address of a site has.
fn is_mail(text: &str) -> bool {
    let before = text.split_once('@').map(|(before, _)| before);
    before.is_some_and(|before| !before.is_empty() && !before.contains(['/', ':']))
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

#[cfg(test)]
mod tests;
