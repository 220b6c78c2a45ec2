//! Bytes as they arrive, to bytes that agree with ASCII.

/// What the first bytes said about the encoding.
#[derive(Debug, Default)]
pub(super) enum Encoding {
    /// Too few bytes to tell; these are they.
    #[default]
    Unknown,
    /// The start of a byte order mark.
    Beginning(Vec<u8>),
    /// UTF-8, or anything that agrees with ASCII.
    Ascii,
    /// UTF-16.
    Utf16(Utf16),
}

impl Encoding {
    /// Hands on a piece of the page, without its byte order mark and in UTF-8 where it was UTF-16. With `last`, nothing
    /// follows.
    pub(super) fn decode(&mut self, piece: &[u8], last: bool, mut hand_on: impl FnMut(&[u8])) {
        match self {
            Self::Ascii => hand_on(piece),
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
            [0xef, 0xbb, 0xbf, rest @ ..] => (Self::Ascii, rest),
            [] | [0xff | 0xfe | 0xef] | [0xef, 0xbb] if !last => {
                *self = Self::Beginning(bytes.to_vec());
                return;
            }
            _ => (Self::Ascii, bytes),
        };
        *self = encoding;
        self.decode(rest, last, hand_on);
    }
}

/// UTF-16 between two pieces.
#[derive(Debug)]
pub(super) struct Utf16 {
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
    fn half_a_mark_is_text() {
        assert_eq!(decoded(b"\xef", 1), "\u{fffd}");
        assert_eq!(decoded(b"\xef\xbb<", 1), "\u{fffd}<");
        assert_eq!(decoded(b"", 1), "");
        assert_eq!(decoded(b"\xff\xfe<\0\0\xd8", 1), "<\u{fffd}");
    }
}
