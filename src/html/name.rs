//! Tag and attribute names, small enough to compare at once.

/// A tag or attribute name in any case, as one number: it is copied and compared for nothing.
///
/// The number is a checksum of 64 bits (FNV-1a). That two names have the same one is possible and does not happen: it is
/// not a secret that it protects, and a page that forges one fools only its own reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Name(u64);

impl Name {
    /// The name of a constant, such as `Name::of("href")`.
    pub const fn of(text: &str) -> Self {
        Self::read(text.as_bytes())
    }

    /// The names in a list of `N` constants, such as `Name::list("b big")`.
    pub const fn list<const N: usize>(text: &str) -> [Self; N] {
        let mut names = [Self::EMPTY; N];
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
            *name = Self::read(rest.split_at(length).0);
            rest = after;
            left = others;
        }
        names
    }

    /// A name as it stands in the page.
    pub const fn read(mut bytes: &[u8]) -> Self {
        let mut name = Self::EMPTY;
        while let [first, rest @ ..] = bytes {
            let letter = if *first == 0 { 0xff } else { *first };
            name = name.then(letter.to_ascii_lowercase());
            bytes = rest;
        }
        name
    }

    /// Reads the name of a tag from `at` on; returns the place after it. None where it does not end.
    pub(crate) fn of_tag(input: &[u8], at: usize) -> Option<(Self, usize)> {
        let mut name = Self::EMPTY;
        let mut rest = input.get(at..)?;
        while let [byte, after @ ..] = rest {
            let letter = match LETTERS.get(usize::from(*byte))? {
                0 if *byte == b'=' => b'=',
                0 => return Some((name, input.len() - rest.len())),
                letter => *letter,
            };
            name = name.then(letter);
            rest = after;
        }
        None
    }

    /// The same for the name of an attribute, which an equals sign ends; one in front is part of the name.
    pub(crate) fn of_attribute(input: &[u8], at: usize) -> Option<(Self, usize)> {
        let mut rest = input.get(at..)?;
        let mut name = Self::EMPTY;
        if let [b'=', after @ ..] = rest {
            name = name.then(b'=');
            rest = after;
        }
        while let [byte, after @ ..] = rest {
            match LETTERS.get(usize::from(*byte))? {
                0 => return Some((name, input.len() - rest.len())),
                letter => name = name.then(*letter),
            }
            rest = after;
        }
        None
    }

    const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    const fn then(self, letter: u8) -> Self {
        Self((self.0 ^ letter as u64).wrapping_mul(0x0100_0000_01b3))
    }
}

/// What each byte is in a name: itself, in lower case; 0 where it ends the name.
static LETTERS: [u8; 256] = letters();

const fn letters() -> [u8; 256] {
    let mut letters = [0; 256];
    let mut left: &mut [u8] = &mut letters;
    let mut byte = 0_u8;
    while let [letter, rest @ ..] = left {
        *letter = match byte {
            b'\t' | b'\n' | 0x0c | b'\r' | b' ' | b'/' | b'>' | b'=' => 0,
            // A NUL ends nothing; this letter is in no text.
            0 => 0xff,
            _ => byte.to_ascii_lowercase(),
        };
        byte = byte.wrapping_add(1);
        left = rest;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_differ_by_their_letters_alone() {
        const PAIR: [Name; 2] = Name::list("href h1");
        assert_eq!(PAIR, [Name::of("href"), Name::of("h1")]);
        assert_eq!(Name::read(b"HREF"), Name::of("href"));
        assert_ne!(Name::of("a"), Name::of("b"));
        assert_ne!(Name::of("a"), Name::of("aa"));
        assert_ne!(Name::read(b"a\0"), Name::of("a"));
    }

    #[test]
    fn names_end_where_the_standard_says() {
        for (text, tag, attribute) in [
            ("href=x>", "href=x", "href"),
            ("=a=b c", "=a=b", "=a"),
            ("A/>", "a", "a"),
            ("\0b\u{e5} c", "\0b\u{e5}", "\0b\u{e5}"),
            (">", "", ""),
        ] {
            let named = |name: &str| Some((Name::of(name), name.len()));
            assert_eq!(Name::of_tag(text.as_bytes(), 0), named(tag), "{text}");
            assert_eq!(
                Name::of_attribute(text.as_bytes(), 0),
                named(attribute),
                "{text}"
            );
        }
        assert_eq!(Name::of_tag(b"a=b", 0), None);
        assert_eq!(Name::of_attribute(b"href", 0), None);
    }
}
