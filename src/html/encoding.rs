//! Bytes as they arrive, to bytes that agree with ASCII.

use super::find::find;

/// What the first bytes said about the encoding.
#[derive(Debug, Default)]
pub(crate) enum Encoding {
    /// Too few bytes to tell; these are they.
    #[default]
    Unknown,
    /// The start of a byte order mark.
    Beginning(Vec<u8>),
    /// UTF-8, or anything that agrees with ASCII.
    Ascii(Shifted),
    /// UTF-16.
    Utf16(Utf16),
}

impl Encoding {
    /// What a page's `Content-Type` says of it, where that decides how its bytes are read.
    pub(crate) fn declared(content_type: &str) -> Self {
        let head = content_type.as_bytes();
        let head = head.get(..HEAD_BYTES).unwrap_or(head).to_vec();
        let shifted = Shifted {
            head,
            ..Shifted::default()
        };
        if shifted.is_japanese() {
            Self::Ascii(shifted)
        } else {
            Self::Unknown
        }
    }

    /// Hands on a piece of the page, without its byte order mark and in UTF-8 where it was UTF-16. With `last`, nothing
    /// follows.
    pub(crate) fn decode(&mut self, piece: &[u8], last: bool, mut hand_on: impl FnMut(&[u8])) {
        match self {
            Self::Ascii(shifted) => shifted.decode(piece, last, hand_on),
            Self::Utf16(utf16) => hand_on(&utf16.decode(piece, last)),
            Self::Unknown => self.begin(piece, last, hand_on),
            Self::Beginning(bytes) => {
                let mut bytes = std::mem::take(bytes);
                bytes.extend_from_slice(piece);
                self.begin(&bytes, last, hand_on);
            }
        }
    }

    fn begin(&mut self, bytes: &[u8], last: bool, hand_on: impl FnMut(&[u8])) {
        let (encoding, rest) = match bytes {
            [0xff, 0xfe, rest @ ..] => (Self::Utf16(Utf16::new(u16::from_le_bytes)), rest),
            [0xfe, 0xff, rest @ ..] => (Self::Utf16(Utf16::new(u16::from_be_bytes)), rest),
            [0xef, 0xbb, 0xbf, rest @ ..] => (Self::Ascii(Shifted::default()), rest),
            // No page in ASCII begins like that.
            [b'<', 0, _, 0, ..] => (Self::Utf16(Utf16::new(u16::from_le_bytes)), bytes),
            [0, b'<', 0, ..] => (Self::Utf16(Utf16::new(u16::from_be_bytes)), bytes),
            []
            | [0xff | 0xfe | 0xef | 0 | b'<']
            | [0xef, 0xbb]
            | [0, b'<']
            | [b'<', 0]
            | [b'<', 0, _]
                if !last =>
            {
                *self = Self::Beginning(bytes.to_vec());
                return;
            }
            _ => (Self::Ascii(Shifted::default()), bytes),
        };
        *self = encoding;
        self.decode(rest, last, hand_on);
    }
}

/// Bytes that agree with ASCII but where an ISO-2022-JP page shifts: there two of them are one letter, and `<` is none.
///
/// Source: encoding.spec.whatwg.org, section 12.2 (read 2026-11-28).
#[derive(Debug, Default)]
pub(crate) struct Shifted {
    /// The beginning of the page, where it names its encoding.
    head: Vec<u8>,
    /// What came from the first escape on, while the encoding may still be named.
    waiting: Vec<u8>,
    state: Shift,
}

#[derive(Clone, Copy, Debug, Default)]
enum Shift {
    #[default]
    Ascii,
    /// Letters of another set, up to the next escape.
    Letters,
    /// After an escape, and whether it stood among letters.
    Escape(bool),
    /// After an escape and the byte that says how large the letters are.
    Set(u8),
}

/// Bytes in which a page names its encoding. Source: html.spec.whatwg.org, section 13.2.3.2.
const HEAD_BYTES: usize = 1024;

const ESCAPE: u8 = 0x1b;

/// What stands for letters that are not decoded.
const UNREADABLE: &str = "\u{fffd}";

impl Shifted {
    fn decode(&mut self, piece: &[u8], last: bool, mut hand_on: impl FnMut(&[u8])) {
        let room = HEAD_BYTES - self.head.len();
        self.head
            .extend_from_slice(piece.get(..room).unwrap_or(piece));
        let mut waiting = std::mem::take(&mut self.waiting);
        let piece = if waiting.is_empty() {
            piece
        } else {
            waiting.extend_from_slice(piece);
            &waiting
        };
        if matches!(self.state, Shift::Ascii) {
            let Some(escape) = find(piece, 0, ESCAPE) else {
                return hand_on(piece);
            };
            if !self.is_japanese() {
                // The name may follow the first letters, as it does behind a title.
                let is_sure = last || self.head.len() == HEAD_BYTES;
                let known = if is_sure { piece.len() } else { escape };
                let (known, open) = piece.split_at_checked(known).unwrap_or((piece, &[]));
                self.waiting = open.to_vec();
                return hand_on(known);
            }
        }
        let mut text = Vec::with_capacity(piece.len());
        for byte in piece {
            self.state = match (self.state, *byte) {
                (Shift::Ascii, ESCAPE) => Shift::Escape(false),
                (Shift::Letters, ESCAPE) => Shift::Escape(true),
                (Shift::Escape(_), size @ (b'$' | b'(')) => Shift::Set(size),
                (Shift::Set(b'('), b'B' | b'J') => Shift::Ascii,
                (Shift::Set(_), _) => {
                    text.extend_from_slice(UNREADABLE.as_bytes());
                    Shift::Letters
                }
                (Shift::Letters | Shift::Escape(true), _) => Shift::Letters,
                (Shift::Ascii | Shift::Escape(false), byte) => {
                    text.push(byte);
                    Shift::Ascii
                }
            };
        }
        hand_on(&text);
    }

    /// Whether the page's head names this encoding; no other gives an escape a meaning.
    fn is_japanese(&self) -> bool {
        const NAME: &[u8] = b"iso-2022-jp";
        let mut names = self.head.windows(NAME.len());
        names.any(|name| name.eq_ignore_ascii_case(NAME))
    }
}

/// UTF-16 between two pieces.
#[derive(Debug)]
pub(crate) struct Utf16 {
    unit: fn([u8; 2]) -> u16,
    /// Half a unit.
    half: Option<u8>,
    /// The first unit of a pair.
    high: Option<u16>,
}

impl Utf16 {
    const fn new(unit: fn([u8; 2]) -> u16) -> Self {
        Self {
            unit,
            half: None,
            high: None,
        }
    }

    fn decode(&mut self, piece: &[u8], last: bool) -> Vec<u8> {
        let mut units: Vec<u16> = self.high.take().into_iter().collect();
        for byte in piece {
            match self.half.take() {
                Some(half) => units.push((self.unit)([half, *byte])),
                None => self.half = Some(*byte),
            }
        }
        if !last {
            self.high = units.pop_if(|unit| matches!(unit, 0xd800..=0xdbff));
        }
        String::from_utf16_lossy(&units).into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], size: usize) -> String {
        let mut text = Vec::new();
        let mut encoding = Encoding::default();
        for piece in bytes.chunks(size) {
            encoding.decode(piece, false, |bytes| text.extend_from_slice(bytes));
        }
        encoding.decode(&[], true, |bytes| text.extend_from_slice(bytes));
        String::from_utf8_lossy(&text).into_owned()
    }

    #[test]
    fn byte_order_marks_decide() {
        let text = "<p>h\u{e5}ll \u{1f600}";
        let with = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let le = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for size in [1, 2, 3, 5, 100] {
            assert_eq!(decoded(text.as_bytes(), size), text);
            assert_eq!(decoded(&with(b"\xef\xbb\xbf", text.into()), size), text);
            assert_eq!(decoded(&with(b"\xff\xfe", Vec::clone(&le)), size), text);
            assert_eq!(decoded(&with(b"\xfe\xff", Vec::clone(&be)), size), text);
        }
    }

    #[test]
    fn utf_16_is_known_without_a_mark() {
        let text = "<!doctype html><p>h\u{e5}ll";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for size in [1, 2, 3, 100] {
            assert_eq!(decoded(&le, size), text);
            assert_eq!(decoded(&be, size), text);
        }
    }

    #[test]
    fn letters_of_iso_2022_jp_are_no_tags() {
        let head = "<meta charset=ISO-2022-JP>";
        for (page, text) in [
            ("a\x1b$B<B<g<h\x1b(B<p>", "a\u{fffd}<p>"),
            ("\x1b$@<B\x1b(J<p>", "\u{fffd}<p>"),
            ("\x1b(I<<<\x1b(B<p>", "\u{fffd}<p>"),
            ("\x1b$B<B\x1b$B<g\x1b(B<p>", "\u{fffd}\u{fffd}<p>"),
            ("\x1b(B<p>", "<p>"),
            ("\x1b<p>", "<p>"),
            ("\x1b$B<B<p>", "\u{fffd}"),
        ] {
            for size in [1, 2, 3, 100] {
                let found = decoded([head, page].concat().as_bytes(), size);
                assert_eq!(found, [head, text].concat(), "{page:?} in pieces of {size}");
            }
        }
        for size in [1, 2, 3, 100] {
            let late = "<title>\x1b$B<B\x1b(B</title><meta charset=iso-2022-jp>\x1b$B<B\x1b(B<p>";
            let text = "<title>\u{fffd}</title><meta charset=iso-2022-jp>\u{fffd}<p>";
            assert_eq!(decoded(late.as_bytes(), size), text);
        }
        let other = "<meta charset=utf-8>\x1b$B<p>";
        assert_eq!(decoded(other.as_bytes(), 100), other);
    }

    #[test]
    fn a_nul_alone_is_no_utf_16() {
        for text in ["\0<p>", "<\0p>", "<\0", "\0<", "<\0p"] {
            for size in [1, 2, 3, 100] {
                assert_eq!(decoded(text.as_bytes(), size), text);
            }
        }
    }

    #[test]
    fn a_header_names_iso_2022_jp_too() {
        for (header, text) in [
            ("text/html; charset=ISO-2022-JP", "a\u{fffd}<p>"),
            ("text/html; charset=utf-8", "a\x1b$B<B\x1b(B<p>"),
        ] {
            let mut found = Vec::new();
            let mut encoding = Encoding::declared(header);
            let page = b"a\x1b$B<B\x1b(B<p>";
            encoding.decode(page, true, |bytes| found.extend_from_slice(bytes));
            assert_eq!(String::from_utf8_lossy(&found), text, "{header}");
        }
    }

    #[test]
    fn half_a_mark_is_text() {
        assert_eq!(decoded(b"\xef", 1), "\u{fffd}");
        assert_eq!(decoded(b"\xef\xbb<", 1), "\u{fffd}<");
        assert_eq!(decoded(b"", 1), "");
        assert_eq!(decoded(b"\xff\xfe<\0\0\xd8", 1), "<\u{fffd}");
    }
}
