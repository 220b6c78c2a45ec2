//! Host names and addresses, read as browsers read them.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use super::{UrlError, punycode};

/// Bytes of a host name, at most. Source: RFC 1035 section 2.3.4, without the root's dot and length byte.
pub const HOST_BYTES: usize = 253;

/// Bytes between two dots of a host name, at most. Source: RFC 1035 section 2.3.4.
pub const LABEL_BYTES: usize = 63;

/// The host of an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Host {
    /// A name: ASCII in lower case, labels of 1 to [`LABEL_BYTES`] bytes, no dot at the end. Its last label is no number.
    Name(String),
    /// An IPv4 address.
    V4(Ipv4Addr),
    /// An IPv6 address.
    V6(Ipv6Addr),
}

impl Host {
    /// Reads a host as it stands in an address: a name, also with European letters (`köpmat.example`), IPv4 in any form
    /// that browsers take (`127.1`, `0x7f.1`, `2130706433`), IPv6 in brackets.
    ///
    /// Stricter than browsers in one thing: a name is made of letters, digits, hyphens and underscores, so that it can
    /// stand in a command to paste; percent signs and other punctuation are refused.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        if text.starts_with('[') {
            return text
                .strip_prefix('[')
                .and_then(|inner| inner.strip_suffix(']'))
                .and_then(|inner| inner.parse().ok())
                .map(Self::V6)
                .ok_or_else(|| UrlError::Ipv6 { found: cut(text) });
        }
        let name = text.strip_suffix('.').unwrap_or(text);
        if name.is_empty() {
            return Err(UrlError::NoHost);
        }
        let name = if name.is_ascii() {
            name.to_ascii_lowercase()
        } else {
            punycode::to_ascii(name).ok_or_else(|| UrlError::NonAscii { host: cut(text) })?
        };
        if let Some(found) = name.chars().find(|c| !is_name_char(*c)) {
            return Err(UrlError::HostCharacter { found });
        }
        if name.len() > HOST_BYTES {
            return Err(UrlError::HostTooLong { bytes: name.len() });
        }
        if name.rsplit('.').next().is_some_and(is_number) {
            return ipv4(&name)
                .map(Self::V4)
                .ok_or_else(|| UrlError::Ipv4 { found: cut(text) });
        }
        if let Some(label) = name
            .split('.')
            .find(|label| !(1..=LABEL_BYTES).contains(&label.len()))
        {
            return Err(UrlError::LabelLength { bytes: label.len() });
        }
        let unsound = |label: &&str| {
            let encoded = label.strip_prefix("xn--");
            encoded.is_some_and(|encoded| !punycode::is_sound(encoded))
        };
        if let Some(label) = name.split('.').find(unsound) {
            return Err(UrlError::Encoded {
                found: label.to_owned(),
            });
        }
        Ok(Self::Name(name))
    }

    /// Whether both are the same host, with or without `www.` in front.
    pub fn same_site(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(one), Self::Name(two)) => without_www(one) == without_www(two),
            _ => self == other,
        }
    }

    /// The same name with `www.` in front, or without it, where sites commonly answer under both: the name that is
    /// registered, not one below it. `None` for numbers and for names of one part.
    pub fn twin(&self) -> Option<Self> {
        let Self::Name(name) = self else {
            return None;
        };
        if let Some(apex) = name.strip_prefix("www.") {
            return apex.contains('.').then(|| Self::Name(apex.to_owned()));
        }
        let mut labels = name.rsplit('.');
        let (top, second, more) = (labels.next()?, labels.next()?, labels.count());
        // Such as `co.uk` and `com.au`: what is registered stands one below.
        let shared = top.len() == 2 && SHARED_SECOND.contains(&second);
        (more == usize::from(shared)).then(|| Self::Name(["www.", name].concat()))
    }
}

/// Second parts under which countries register names.
const SHARED_SECOND: [&str; 9] = ["ac", "co", "com", "edu", "gov", "ne", "net", "or", "org"];

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::V4(address) => address.fmt(f),
            Self::V6(address) => write!(f, "[{address}]"),
        }
    }
}

const fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

fn without_www(name: &str) -> &str {
    name.strip_prefix("www.").unwrap_or(name)
}

/// Whether a last label makes the whole host an IPv4 address: only digits, or a number as [`number`] reads it.
/// Source: WHATWG URL, "ends in a number checker".
fn is_number(label: &str) -> bool {
    !label.is_empty() && (label.bytes().all(|b| b.is_ascii_digit()) || number(label).is_some())
}

/// One to four numbers; the last one fills all bytes that are left. Source: WHATWG URL, "IPv4 parser".
fn ipv4(text: &str) -> Option<Ipv4Addr> {
    let mut bits: u64 = 0;
    let mut left = 4_u32;
    let mut parts = text.split('.').peekable();
    while let Some(part) = parts.next() {
        let value = number(part)?;
        let bytes = if parts.peek().is_none() { left } else { 1 };
        if left == 0 || value >> (8 * bytes) != 0 {
            return None;
        }
        bits = bits << (8 * bytes) | value;
        left -= bytes;
    }
    u32::try_from(bits).ok().map(Ipv4Addr::from_bits)
}

/// A decimal, octal (`0…`) or hexadecimal (`0x…`) number; `0x` alone is zero. Source: WHATWG URL, "IPv4 number parser".
fn number(text: &str) -> Option<u64> {
    let hex = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    let (digits, radix) = match (hex, text.strip_prefix('0')) {
        (Some(digits), _) => (digits, 16),
        (None, Some(digits)) if !digits.is_empty() => (digits, 8),
        _ if text.is_empty() => return None,
        _ => (text, 10),
    };
    if digits.is_empty() {
        return Some(0);
    }
    // `from_str_radix` would also take a sign; what it cannot hold is too large for any address.
    let sound = digits.chars().all(|c| c.is_digit(radix));
    sound.then(|| u64::from_str_radix(digits, radix).unwrap_or(u64::MAX))
}

/// A host as an error shows it: hostile text may be long.
fn cut(text: &str) -> String {
    text.chars().take(HOST_BYTES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins() {
        for (name, twin) in [
            ("example.com", Some("www.example.com")),
            ("www.example.com", Some("example.com")),
            ("example.co.uk", Some("www.example.co.uk")),
            ("co.uk", None),
            ("shop.example.com", None),
            ("www.shop.example.com", Some("shop.example.com")),
            ("localhost", None),
            ("www.localhost", None),
            ("192.0.2.1", None),
        ] {
            let found = Host::parse(name).unwrap().twin();
            assert_eq!(
                found.map(|host| host.to_string()).as_deref(),
                twin,
                "{name}"
            );
        }
    }

    #[test]
    fn reads_ipv4_in_every_form_that_browsers_take() {
        for text in [
            "127.0.0.1",
            "127.0.0.1.",
            "127.1",
            "127.0.1",
            "0x7f.1",
            "0X7F.0.0x0.1",
            "2130706433",
            "017700000001",
            "0177.0.0.01",
            "0x7f000001",
            "0x0000000000000000000000007f000001",
        ] {
            assert_eq!(
                Host::parse(text),
                Ok(Host::V4(Ipv4Addr::LOCALHOST)),
                "{text}"
            );
        }
        for (text, address) in [
            ("0", [0, 0, 0, 0]),
            ("0x", [0, 0, 0, 0]),
            ("4294967295", [255; 4]),
            ("1.16777215", [1, 255, 255, 255]),
            ("1.2.65535", [1, 2, 255, 255]),
        ] {
            assert_eq!(Host::parse(text), Ok(Host::V4(address.into())), "{text}");
        }
    }

    #[test]
    fn refuses_what_ends_in_a_number_and_is_no_address() {
        for text in [
            "256.0.0.1",
            "1.2.3.256",
            "1.2.65536",
            "1.16777216",
            "4294967296",
            "99999999999999999999",
            "1.2.3.4.5",
            "1..2",
            ".1",
            "08",
            "1.2.3.09",
            "shop.0",
            "shop.example.0x10",
            "shop.0xffffffffffffffffffff",
        ] {
            assert_eq!(
                Host::parse(text),
                Err(UrlError::Ipv4 { found: text.into() }),
                "{text}"
            );
        }
    }

    #[test]
    fn names_with_numbers_stay_names() {
        for text in [
            "1.example.com",
            "0x10.example.com",
            "127.0.0.1.example.com",
            "3d",
            "1e3",
            "0xg",
            "7-eleven.se",
        ] {
            assert_eq!(Host::parse(text), Ok(Host::Name(text.into())), "{text}");
        }
    }

    #[test]
    fn names_keep_to_what_dns_takes() {
        let label = "a".repeat(LABEL_BYTES);
        assert!(Host::parse(&format!("{label}.se")).is_ok());
        assert_eq!(
            Host::parse(&format!("a{label}.se")),
            Err(UrlError::LabelLength { bytes: 64 })
        );
        let name = [label.as_str(); 4].join(".");
        assert_eq!(
            Host::parse(&name),
            Err(UrlError::HostTooLong { bytes: 255 })
        );
        assert!(Host::parse(&name[2..]).is_ok_and(|host| host.to_string().len() == HOST_BYTES));
        assert!(Host::parse(&format!("{}.", &name[2..])).is_ok());
        assert_eq!(Host::parse("a.."), Err(UrlError::LabelLength { bytes: 0 }));
    }

    #[test]
    fn encoded_labels_are_decoded_to_see_whether_they_are_any() {
        for text in [
            "xn--kpmat-jua.se",
            "WWW.XN--KPMAT-JUA.SE",
            "shop.xn--p1ai",
            "a--b.se",
        ] {
            assert!(Host::parse(text).is_ok(), "{text}");
        }
        for text in ["xn--", "xn--.se", "shop.XN--.se", "xn--a-.se", "xn--99.se"] {
            let found = Host::parse(text);
            assert!(
                matches!(found, Err(UrlError::Encoded { .. })),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn www_makes_no_other_site() {
        let same = |one: &str, two: &str| {
            Host::parse(one)
                .unwrap()
                .same_site(&Host::parse(two).unwrap())
        };
        assert!(same("shop.example.com", "WWW.shop.example.com."));
        assert!(same("127.1", "127.0.0.1"));
        assert!(!same("shop.example.com", "example.com"));
        assert!(!same("www2.example.com", "example.com"));
        assert!(!same("127.0.0.1", "localhost"));
    }
}
