//! Why a text is not an address.

use std::fmt;

use super::{HOST_BYTES, LABEL_BYTES, URL_BYTES};

/// Why a text is not an absolute http or https address.
///
/// Carries the part that did not fit, never what may hold a password: user information and the text after a colon are
/// left out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlError {
    /// Expected an address, found nothing.
    Empty,
    /// Expected at most [`URL_BYTES`] bytes.
    TooLong {
        /// Bytes found.
        bytes: usize,
    },
    /// Expected `http:` or `https:` in front.
    NoScheme,
    /// Expected http or https.
    OtherScheme {
        /// The scheme found, in lower case.
        found: String,
    },
    /// Expected a host name or address, found none.
    NoHost,
    /// Expected a host name of at most [`HOST_BYTES`] bytes.
    HostTooLong {
        /// Bytes found.
        bytes: usize,
    },
    /// Expected labels of 1 to [`LABEL_BYTES`] bytes between the dots.
    LabelLength {
        /// Bytes found between two dots.
        bytes: usize,
    },
    /// Expected letters, digits, hyphens, underscores and dots in the host name.
    HostCharacter {
        /// The first character that does not belong there.
        found: char,
    },
    /// The host name has letters beyond those of European languages, and its `xn--` form takes tables too large for this
    /// crate. A hand turns `host` into ASCII first: a browser with `new URL`, the native client with the `url` crate.
    NonAscii {
        /// The host name as it stands in the text, without user information and port.
        host: String,
    },
    /// Expected letters of other languages behind `xn--`, in the form of RFC 3492.
    Encoded {
        /// The part between two dots that is none.
        found: String,
    },
    /// The host's last label is a number, so the whole must be an IPv4 address, and is none.
    Ipv4 {
        /// The host found.
        found: String,
    },
    /// Expected an IPv6 address between square brackets, without a zone.
    Ipv6 {
        /// What stands in its place.
        found: String,
    },
    /// Expected a site's address, found somebody's e-mail address.
    Mail,
    /// Expected a port from 0 to 65535 after the colon.
    Port,
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected a web address, found nothing"),
            Self::TooLong { bytes } => {
                write!(f, "expected at most {URL_BYTES} bytes, found {bytes}")
            }
            Self::NoScheme => f.write_str("expected http:// or https:// in front, found neither"),
            Self::OtherScheme { found } => write!(f, "expected http or https, found {found}"),
            Self::NoHost => f.write_str("expected a host name, found none"),
            Self::HostTooLong { bytes } => {
                write!(
                    f,
                    "expected a host name of at most {HOST_BYTES} bytes, found {bytes}"
                )
            }
            Self::LabelLength { bytes } => {
                write!(
                    f,
                    "expected 1 to {LABEL_BYTES} bytes between the dots of the host name, found {bytes}"
                )
            }
            Self::HostCharacter { found } => {
                write!(
                    f,
                    "expected letters, digits, hyphens and dots in the host name, found {}",
                    found.escape_default()
                )
            }
            Self::NonAscii { host } => {
                write!(f, "expected the host name in its xn-- form, found {host}")
            }
            Self::Encoded { found } => {
                write!(
                    f,
                    "expected letters in the form of xn-- names, found {found}"
                )
            }
            Self::Ipv4 { found } => write!(f, "expected an IPv4 address, found {found}"),
            Self::Ipv6 { found } => {
                write!(f, "expected an IPv6 address in brackets, found {found}")
            }
            Self::Mail => f.write_str("expected a site's address, found an e-mail address"),
            Self::Port => f.write_str("expected a port from 0 to 65535, found something else"),
        }
    }
}

impl std::error::Error for UrlError {}
