//! Which line of a page a byte stands in, while the page streams by.

/// Where lines end in the part of the page that is not done with.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Lines that ended before all of `ends`.
    before: usize,
    /// Bytes that were taken.
    taken: usize,
    /// Where lines end, in bytes of the page.
    ends: Vec<usize>,
}

impl Lines {
    /// Takes the next piece of the page.
    pub(super) fn take(&mut self, piece: &[u8]) {
        let ends = piece.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        self.ends.extend(ends.map(|(at, _)| self.taken + at));
        self.taken += piece.len();
    }

    /// The line of a byte, counted from 1.
    pub(super) fn of(&self, byte: usize) -> usize {
        self.before + self.ends.partition_point(|end| *end < byte) + 1
    }

    /// Forgets what lies before a byte: nobody asks for it any more.
    pub(super) fn forget_before(&mut self, byte: usize) {
        let over = self.ends.partition_point(|end| *end < byte);
        self.before += over;
        self.ends.drain(..over);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_the_same_in_pieces_of_any_size() {
        let page = b"a\nb\n\ncd\n";
        for size in 1..=page.len() {
            let mut lines = Lines::default();
            let mut found = Vec::new();
            for (at, piece) in page.chunks(size).enumerate() {
                lines.take(piece);
                for byte in 0..piece.len() {
                    found.push(lines.of(at * size + byte));
                }
                lines.forget_before(at * size + piece.len());
            }
            assert_eq!(found, [1, 1, 2, 2, 3, 4, 4, 4], "pieces of {size}");
        }
    }
}
