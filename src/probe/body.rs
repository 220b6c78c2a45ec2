//! How a response's body ended: half an answer is not the same as a short one.

use serde::{Deserialize, Serialize};

/// How a response's body ended for the hand that read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyEnd {
    /// It was read to its end.
    #[default]
    Whole,
    /// It went on after what was read: beyond the hand's limit of bytes or of time.
    Cut,
    /// It ended in an error after what was read: the connection, its framing or its packing broke.
    Broken,
    /// Nothing of it was read, so nothing is known of it; an empty body is [`BodyEnd::Whole`].
    Unread,
}

impl BodyEnd {
    /// That of a body which was shortened to a limit, or was not.
    pub const fn shortened(cut: bool) -> Self {
        if cut { Self::Cut } else { Self::Whole }
    }

    /// Whether nothing was read of it.
    pub const fn is_unread(self) -> bool {
        matches!(self, Self::Unread)
    }

    /// Whether what was read is all that there is.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Whole)
    }
}

/// The first bytes of everything that gzip has packed. Source: RFC 1952, 2.3.1, with its only method, deflate.
pub const GZIP: [u8; 3] = [0x1f, 0x8b, 8];

/// A body's bytes as text, invalid UTF-8 replaced, and how it ended. A character in which it was cut is left out; what is
/// still packed was not read, and neither was a body of which nothing came before it ended too early.
pub fn body_text(mut bytes: Vec<u8>, end: BodyEnd) -> (String, BodyEnd) {
    let nothing = bytes.is_empty() && !end.is_whole();
    if nothing || end == BodyEnd::Unread || bytes.starts_with(&GZIP) {
        return (String::new(), BodyEnd::Unread);
    }
    if !end.is_whole()
        && let Err(error) = str::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    (text, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_read_is_never_empty() {
        use BodyEnd::{Broken, Cut, Unread, Whole};
        for (bytes, end, expected) in [
            (&b""[..], Whole, ("", Whole)),
            (b"", Cut, ("", Unread)),
            (b"", Broken, ("", Unread)),
            (b"", Unread, ("", Unread)),
            (b"-1", Whole, ("-1", Whole)),
            (b"-1", Broken, ("-1", Broken)),
            (b"\x1f\x8b\x08\0packed", Whole, ("", Unread)),
            (b"h\xc3\xa5\xc3", Cut, ("hå", Cut)),
            (b"h\xe5ll", Whole, ("h\u{fffd}ll", Whole)),
        ] {
            let (text, read) = body_text(bytes.to_vec(), end);
            assert_eq!((text.as_str(), read), expected, "{bytes:?} {end:?}");
        }
    }
}
