//! One request, as the shop's server reads it.

/// A request that arrived, for tests that assert what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The method as sent, such as `POST`.
    pub method: String,
    /// Absolute address: the listener's scheme, the `Host` header, path and query as sent.
    pub url: String,
    /// Names and values as sent, in their order.
    pub headers: Vec<(String, String)>,
    /// The body, empty where there was none.
    pub body: Vec<u8>,
}

/// A parsed request. Nothing in it is trusted: it goes into pages and headers only escaped or checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// Whether it came over TLS.
    pub(crate) tls: bool,
    /// The `Host` header in lower case, with its port, or an empty string.
    pub(crate) host: String,
    /// The path as sent, beginning with `/`.
    pub(crate) path: String,
    /// The query as sent, without `?`.
    pub(crate) query: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// The first header of this name, in any case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, v)| v.as_str())
    }

    /// Whether a header of this name contains `word`, both in any case.
    pub(crate) fn header_has(&self, name: &str, word: &str) -> bool {
        self.header(name)
            .is_some_and(|value| value.to_ascii_lowercase().contains(word))
    }

    /// A decoded query argument; the last one wins, as in PHP.
    pub(crate) fn argument(&self, name: &str) -> Option<String> {
        arguments(&self.query)
            .filter(|(n, _)| n == name)
            .map(|(_, v)| v)
            .last()
    }

    /// The scheme of the listener that it came through.
    pub(crate) fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }

    /// Reading without effects: the only methods that WordPress redirects.
    pub(crate) fn reads(&self) -> bool {
        matches!(self.method.as_str(), "GET" | "HEAD")
    }

    /// Path and query as sent.
    pub(crate) fn target(&self) -> String {
        with_query(&self.path, &self.query)
    }

    /// What is remembered and logged of it.
    pub(crate) fn seen(&self) -> Seen {
        Seen {
            method: self.method.clone(),
            url: format!("{}://{}{}", self.scheme(), self.host, self.target()),
            headers: self.headers.clone(),
            body: self.body.clone(),
        }
    }
}

/// A path with `?query` where there is a query.
pub(crate) fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// The decoded names and values of a query.
pub(crate) fn arguments(query: &str) -> impl Iterator<Item = (String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (
                decode(&name.replace('+', " ")),
                decode(&value.replace('+', " ")),
            )
        })
}

/// Percent-decoded text; a broken escape stays as it is, invalid UTF-8 is replaced.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match (byte, tail) {
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => bytes.push(byte),
            },
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Percent-encoded text, for an address inside a query.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding_survives_broken_escapes() {
        for (sent, read) in [
            ("a%20b", "a b"),
            ("%", "%"),
            ("%4", "%4"),
            ("%zz", "%zz"),
            ("%C3%B6", "ö"),
            ("%ff", "\u{fffd}"),
        ] {
            assert_eq!(decode(sent), read, "{sent}");
        }
        assert_eq!(
            encode("https://a.b/?c=ö"),
            "https%3A%2F%2Fa.b%2F%3Fc%3D%C3%B6"
        );
    }

    #[test]
    fn the_last_argument_wins() {
        let request = Request {
            query: "a=1&&wc-api=x+y&a=2&b".into(),
            ..Request::default()
        };
        assert_eq!(request.argument("a").as_deref(), Some("2"));
        assert_eq!(request.argument("wc-api").as_deref(), Some("x y"));
        assert_eq!(request.argument("b").as_deref(), Some(""));
        assert_eq!(request.argument("c"), None);
    }
}
