//! What a public resolver says of a name, over HTTPS and in JSON. Nobody is asked without the person's word: a hand asks
//! the [`Resolver`] that the person named, for nothing but the name.
//!
//! The shape is that of `application/dns-json`: `{"Status": 0, "Answer": [{"type": 1, "data": "192.0.2.1"}]}`. Sources:
//! `developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json` and
//! `developers.google.com/speed/public-dns/docs/doh/json`.

use std::fmt;
use std::net::IpAddr;

use serde::Deserialize;

/// Bytes of an answer that are read; one with 30 addresses has 3 kB.
pub const LOOK_UP_BYTES: usize = 64 * 1024;

/// Milliseconds that one question to a resolver may take.
pub const LOOK_UP_MS: u32 = 8_000;

/// Addresses of a name that are kept.
const ADDRESSES: usize = 32;

/// A public resolver that answers web pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolver {
    /// Cloudflare's 1.1.1.1.
    Cloudflare,
    /// Google Public DNS.
    Google,
}

impl Resolver {
    /// Each, in the order in which a person is offered them.
    pub const ALL: [Self; 2] = [Self::Cloudflare, Self::Google];

    /// Who runs it.
    pub const fn operator(self) -> &'static str {
        match self {
            Self::Cloudflare => "Cloudflare",
            Self::Google => "Google",
        }
    }

    /// The host that is asked; also the id.
    pub const fn host(self) -> &'static str {
        match self {
            Self::Cloudflare => "cloudflare-dns.com",
            Self::Google => "dns.google",
        }
    }

    /// The resolver with this host.
    pub fn by_host(host: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.host() == host)
    }

    /// Where to ask for a name's records. The name is that of a [`super::Host`], so it needs no escapes.
    pub fn url(self, name: &str, kind: Kind) -> String {
        let path = match self {
            Self::Cloudflare => "/dns-query?name=",
            Self::Google => "/resolve?name=",
        };
        ["https://", self.host(), path, name, "&type=", kind.name()].concat()
    }
}

/// Which addresses are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// IPv4.
    A,
    /// IPv6.
    Aaaa,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::Aaaa => "AAAA",
        }
    }

    const fn holds(self, ip: IpAddr) -> bool {
        matches!(
            (self, ip),
            (Self::A, IpAddr::V4(_)) | (Self::Aaaa, IpAddr::V6(_))
        )
    }
}

/// What a resolver said of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// Who was asked.
    pub resolver: Resolver,
    /// The IPv4 addresses.
    pub a: Result<Vec<IpAddr>, LookUpError>,
    /// The IPv6 addresses.
    pub aaaa: Result<Vec<IpAddr>, LookUpError>,
}

/// Why an answer tells no addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LookUpError {
    /// Expected an answer; none came, or no page may read it.
    Silent,
    /// Expected JSON with a `Status`; something else came.
    NotDns,
    /// Expected 0 (found) or 3 (no such name); the resolver itself failed with this code of RFC 1035 and its successors.
    Failed(u16),
}

impl fmt::Display for LookUpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silent => f.write_str("no answer"),
            Self::NotDns => f.write_str("an answer that is not DNS in JSON"),
            Self::Failed(code) => write!(f, "response code {code}"),
        }
    }
}

impl std::error::Error for LookUpError {}

/// Reads a resolver's answer: the addresses of one kind, none where the name has none or does not exist.
pub fn read(kind: Kind, json: &str) -> Result<Vec<IpAddr>, LookUpError> {
    if json.len() > LOOK_UP_BYTES {
        return Err(LookUpError::NotDns);
    }
    let said: Said = serde_json::from_str(json).map_err(|_| LookUpError::NotDns)?;
    match said.status {
        NO_ERROR | NO_SUCH_NAME => {}
        code => return Err(LookUpError::Failed(code)),
    }
    // Aliases stand in the same list; what is no address is none of ours.
    let mut addresses: Vec<IpAddr> = Vec::new();
    for record in said.answer {
        if let Ok(ip) = record.data.parse()
            && kind.holds(ip)
            && !addresses.contains(&ip)
            && addresses.len() < ADDRESSES
        {
            addresses.push(ip);
        }
    }
    Ok(addresses)
}

/// RFC 1035 section 4.1.1.
const NO_ERROR: u16 = 0;
const NO_SUCH_NAME: u16 = 3;

#[derive(Deserialize)]
struct Said {
    #[serde(rename = "Status")]
    status: u16,
    #[serde(rename = "Answer", default)]
    answer: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    data: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_as_they_come() {
        let ips = |text: &str| -> Vec<IpAddr> {
            text.split(' ')
                .filter(|ip| !ip.is_empty())
                .map(|ip| ip.parse().unwrap())
                .collect()
        };
        for (name, kind, json, expected) in [
            (
                "an alias and two addresses",
                Kind::A,
                r#"{"Status":0,"TC":false,"RD":true,"RA":true,"AD":false,"CD":false,"Question":[{"name":"shop.example.com","type":1}],"Answer":[{"name":"shop.example.com","type":5,"TTL":300,"data":"host.example.net."},{"name":"host.example.net","type":1,"TTL":60,"data":"93.184.216.34"},{"name":"host.example.net","type":1,"TTL":60,"data":"93.184.216.35"}]}"#,
                Ok("93.184.216.34 93.184.216.35"),
            ),
            (
                "IPv6",
                Kind::Aaaa,
                r#"{"Status":0,"Answer":[{"type":28,"data":"2606:2800:220:1::1"}]}"#,
                Ok("2606:2800:220:1::1"),
            ),
            (
                "the other kind is not counted",
                Kind::Aaaa,
                r#"{"Status":0,"Answer":[{"type":1,"data":"93.184.216.34"}]}"#,
                Ok(""),
            ),
            (
                "no such name",
                Kind::A,
                r#"{"Status":3,"Authority":[]}"#,
                Ok(""),
            ),
            (
                "no record of the kind",
                Kind::Aaaa,
                r#"{"Status":0}"#,
                Ok(""),
            ),
            (
                "one address twice",
                Kind::A,
                r#"{"Status":0,"Answer":[{"data":"10.0.0.1"},{"data":"10.0.0.1"}]}"#,
                Ok("10.0.0.1"),
            ),
            (
                "the resolver failed",
                Kind::A,
                r#"{"Status":2}"#,
                Err(LookUpError::Failed(2)),
            ),
            (
                "refused",
                Kind::A,
                r#"{"Status":5}"#,
                Err(LookUpError::Failed(5)),
            ),
            ("nothing", Kind::A, "", Err(LookUpError::NotDns)),
            (
                "a page",
                Kind::A,
                "<!doctype html>",
                Err(LookUpError::NotDns),
            ),
            (
                "another JSON",
                Kind::A,
                r#"{"error":"x"}"#,
                Err(LookUpError::NotDns),
            ),
            ("a list", Kind::A, "[]", Err(LookUpError::NotDns)),
            (
                "a status that is no number",
                Kind::A,
                r#"{"Status":"0"}"#,
                Err(LookUpError::NotDns),
            ),
            (
                "a status out of bounds",
                Kind::A,
                r#"{"Status":-1}"#,
                Err(LookUpError::NotDns),
            ),
            (
                "answers that are no list",
                Kind::A,
                r#"{"Status":0,"Answer":{}}"#,
                Err(LookUpError::NotDns),
            ),
        ] {
            assert_eq!(read(kind, json), expected.map(ips), "{name}");
        }
    }

    #[test]
    fn hostile_answers_are_bounded() {
        let many: Vec<String> = (0..1000)
            .map(|n| format!(r#"{{"data":"93.184.{}.{}"}}"#, n / 250, n % 250))
            .collect();
        let json = format!(r#"{{"Status":0,"Answer":[{}]}}"#, many.join(","));
        assert_eq!(read(Kind::A, &json).unwrap().len(), ADDRESSES);
        let huge = format!(r#"{{"Status":0,"x":"{}"}}"#, "x".repeat(LOOK_UP_BYTES));
        assert_eq!(read(Kind::A, &huge), Err(LookUpError::NotDns));
        assert_eq!(read(Kind::A, &"[".repeat(10_000)), Err(LookUpError::NotDns));
        let whole = r#"{"Status":0,"Answer":[{"data":"93.184.216.34"}]}"#;
        for end in 0..whole.len() {
            assert_eq!(
                read(Kind::A, &whole[..end]),
                Err(LookUpError::NotDns),
                "{end}"
            );
        }
    }

    #[test]
    fn only_the_name_is_sent() {
        assert_eq!(
            Resolver::Cloudflare.url("shop.example.com", Kind::Aaaa),
            "https://cloudflare-dns.com/dns-query?name=shop.example.com&type=AAAA"
        );
        assert_eq!(
            Resolver::Google.url("shop.example.com", Kind::A),
            "https://dns.google/resolve?name=shop.example.com&type=A"
        );
        for resolver in Resolver::ALL {
            assert_eq!(Resolver::by_host(resolver.host()), Some(resolver));
        }
        assert_eq!(Resolver::by_host("shop.example.com"), None);
    }
}
