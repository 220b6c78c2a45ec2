//! Tag and attribute names, small enough to compare at once.

use std::fmt;

/// A tag or attribute name in lower case: its bytes packed into one number, so that it is copied and compared for nothing.
///
/// Names of more than [`Name::BYTES`] bytes are all [`Name::LONG`]: none of them means anything in HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(u128);

impl Name {
    /// Bytes of the longest name that is told apart.
    pub const BYTES: usize = 16;

    /// Every longer name. No name of UTF-8 text has these bytes.
    pub const LONG: Self = Self(u128::MAX);

    /// The name of a constant, such as `Name::of("href")`.
    pub const fn of(text: &str) -> Self {
        Self::pack(text.as_bytes())
    }

    /// The names in a list of `N` constants, such as `Name::list("b big")`.
    pub const fn list<const N: usize>(text: &str) -> [Self; N] {
        let mut names = [Self::LONG; N];
        let mut left: &mut [Self] = &mut names;
        let mut rest = text.as_bytes();
        while let [name, others @ ..] = left {
            let mut length = 0;
            let mut after = rest;
            while let [byte, more @ ..] = after {
                after = more;
                if *byte == b' ' {
                    break;
                }
                length += 1;
            }
            *name = Self::pack(rest.split_at(length).0);
            rest = after;
            left = others;
        }
        names
    }

    /// A name as it stands in the page, in any case. A NUL becomes the byte 0xFF, which is in no UTF-8 text.
    pub const fn pack(mut bytes: &[u8]) -> Self {
        if bytes.len() > Self::BYTES {
            return Self::LONG;
        }
        let mut packed = 0;
        while let [first, rest @ ..] = bytes {
            let byte = if *first == 0 { 0xff } else { *first };
            packed = packed << 8 | byte.to_ascii_lowercase() as u128;
            bytes = rest;
        }
        Self(packed)
    }

    /// How many bytes the name has.
    pub(super) const fn len(self) -> usize {
        (u128::BITS - self.0.leading_zeros()).div_ceil(8) as usize
    }

    /// The bytes of the name, in lower case.
    pub fn bytes(self) -> impl Iterator<Item = u8> {
        self.0
            .to_be_bytes()
            .into_iter()
            .skip_while(|byte| *byte == 0)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.bytes().collect::<Vec<_>>()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_differ_by_their_letters_alone() {
        const PAIR: [Name; 2] = Name::list("href h1");
        assert_eq!(PAIR, [Name::of("href"), Name::of("h1")]);
        assert_eq!(Name::pack(b"HREF"), Name::of("href"));
        assert_ne!(Name::of("a"), Name::of("b"));
        assert_ne!(Name::of("a"), Name::of("aa"));
        assert_eq!(Name::of("blockquote").len(), 10);
        assert_eq!(Name::of("h1").bytes().collect::<Vec<_>>(), b"h1");
        assert_eq!(Name::of("shadowrootmode").len(), 14);
        assert_eq!(Name::pack(b"seventeen-letters"), Name::LONG);
        assert_ne!(Name::pack(b"\0a"), Name::of("a"));
    }
}
