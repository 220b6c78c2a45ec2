//! Finding a byte, eight at a time.

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Where `needle` first stands at or after `from`.
pub(crate) fn find(hay: &[u8], from: usize, needle: u8) -> Option<usize> {
    let rest = hay.get(from..)?;
    let (words, tail) = rest.as_chunks::<8>();
    let pattern = LOW * u64::from(needle);
    let mut at = from;
    for word in words {
        let differences = u64::from_le_bytes(*word) ^ pattern;
        // The lowest marked byte is the first one that is zero, that is, equal to the needle.
        let zeros = differences.wrapping_sub(LOW) & !differences & HIGH;
        if zeros != 0 {
            return Some(at + zeros.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    tail.iter()
        .position(|byte| *byte == needle)
        .map(|offset| at + offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_plain_search_finds() {
        let hay: Vec<u8> = (0..200_u8).map(|n| n.wrapping_mul(37) % 11).collect();
        for from in 0..hay.len() + 2 {
            for needle in [0, 1, 2, 10, 11, 0x80, 0xff] {
                let plain = hay
                    .iter()
                    .enumerate()
                    .skip(from)
                    .find(|(_, byte)| **byte == needle)
                    .map(|(at, _)| at);
                assert_eq!(find(&hay, from, needle), plain, "{needle} from {from}");
            }
        }
        assert_eq!(find(b"\x3b\x3c\x3d\x3c....", 0, b'<'), Some(1));
    }
}
