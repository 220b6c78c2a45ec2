//! Searches a text for all literals of the catalogue in one pass, whatever their letters' case.
//!
//! Every literal is at least eight bytes long, so wherever it stands, one of its first five groups of four bytes begins at
//! a position divisible by five: only those positions are looked at.

use std::cmp::Reverse;

/// Bytes of the shortest literal that may be searched for.
pub(super) const SHORTEST: usize = STRIDE + GROUP - 1;

/// Bytes from one position that is looked at to the next.
const STRIDE: usize = 5;

/// Bytes that are looked at together.
const GROUP: usize = 4;

/// Positions kept for each literal: enough for an early mention before the real one, bounded for hostile pages.
const POSITIONS: usize = 16;

/// Bits of a group's hash.
const BITS: u32 = 14;

/// A set of literals in lower case, ready to be searched for.
pub(super) struct Finder {
    /// By hash: where the groups with that hash begin in `groups`, counted from 1; 0 where there are none.
    heads: Box<[u16]>,
    /// The literals' groups, sorted by hash.
    groups: Vec<Group>,
    /// How many literals there are.
    count: usize,
}

/// A group of four bytes at the beginning of a literal.
struct Group {
    hash: usize,
    /// The literal's number.
    number: u16,
    /// Where in the literal the group begins, below [`STRIDE`].
    offset: usize,
    literal: &'static [u8],
}

/// Where each literal was found: positions in ascending order, at most [`POSITIONS`].
pub(super) struct Found(Vec<Vec<u32>>);

impl Found {
    /// The byte offsets at which literal number `id` begins.
    pub(super) fn at(&self, id: u16) -> impl Iterator<Item = usize> {
        self.0
            .get(usize::from(id))
            .into_iter()
            .flatten()
            .filter_map(|at| usize::try_from(*at).ok())
    }

    /// Whether literal number `id` was found.
    pub(super) fn any(&self, id: u16) -> bool {
        self.at(id).next().is_some()
    }
}

impl Finder {
    /// Prepares the search for `literals`, which are numbered from 0 in their order. Shorter ones than [`SHORTEST`]
    /// bytes are never found.
    pub(super) fn new(literals: &[&'static str]) -> Self {
        let mut groups = Vec::new();
        for (number, literal) in (0..).zip(literals) {
            let literal = literal.as_bytes();
            for (offset, group) in literal
                .get(..SHORTEST)
                .unwrap_or_default()
                .windows(GROUP)
                .enumerate()
            {
                groups.push(Group {
                    hash: hash(group),
                    number,
                    offset,
                    literal,
                });
            }
        }
        // The group that lies farthest in its literal shows the earliest place.
        groups.sort_by_key(|group| (group.hash, Reverse(group.offset)));
        let mut heads = vec![0; 1 << BITS].into_boxed_slice();
        for (place, group) in (1..).zip(&groups) {
            if let Some(head @ 0) = heads.get_mut(group.hash) {
                *head = place;
            }
        }
        Self {
            heads,
            groups,
            count: literals.len(),
        }
    }

    /// Finds every literal in `text`.
    pub(super) fn find(&self, text: &str) -> Found {
        let text = text.as_bytes();
        let mut found = vec![Vec::new(); self.count];
        let mut at = 0;
        while let Some(group) = text.get(at..at + GROUP) {
            let hash = hash(group);
            let head = self.heads.get(hash).copied().unwrap_or_default();
            if head != 0 {
                self.note(text, at, hash, usize::from(head - 1), &mut found);
            }
            at += STRIDE;
        }
        Found(found)
    }

    /// Notes the literals that stand where a group with `hash` was found at byte `at`; the groups with that hash begin at
    /// `head`.
    fn note(&self, text: &[u8], at: usize, hash: usize, head: usize, found: &mut [Vec<u32>]) {
        for group in self
            .groups
            .iter()
            .skip(head)
            .take_while(|group| group.hash == hash)
        {
            let Some(start) = at.checked_sub(group.offset) else {
                continue;
            };
            let here = text.get(start..start + group.literal.len());
            if here.is_some_and(|here| same(here, group.literal))
                && let Some(positions) = found.get_mut(usize::from(group.number))
                && positions.len() < POSITIONS
            {
                positions.push(u32::try_from(start).unwrap_or(u32::MAX));
            }
        }
    }
}

/// Whether a text of the same length is the literal; told apart at the first byte that differs.
fn same(here: &[u8], literal: &[u8]) -> bool {
    here.iter()
        .zip(literal)
        .all(|(byte, other)| byte.to_ascii_lowercase() == *other)
}

/// Hash of a group of bytes, the same for capital and small letters.
fn hash(group: &[u8]) -> usize {
    let [a, b, c, d] = *group else { return 0 };
    let folded = u32::from_le_bytes([a, b, c, d]) | 0x2020_2020;
    usize::try_from(folded.wrapping_mul(0x9e37_79b1) >> (u32::BITS - BITS)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_plain_search_finds() {
        let literals = [
            "wp-die-message",
            "generated by wordfence",
            "abcdefgh",
            "abcdefghi",
            "bcdefghi",
            "aaaaaaaa",
            "short",
        ];
        let finder = Finder::new(&literals);
        for shift in 0..STRIDE {
            let text = format!(
                "{}xabcdefghi aaaaaaaaa <div class=\"wp-Die-message\"> Generated by Wordfence at ABCDEFGH short",
                "-".repeat(shift)
            );
            let found = finder.find(&text);
            for (number, literal) in (0..).zip(literals) {
                let text = text.to_lowercase();
                let plain = (0..text.len())
                    .filter(|at| literal.len() >= SHORTEST && text[*at..].starts_with(literal));
                assert_eq!(
                    found.at(number).collect::<Vec<_>>(),
                    plain.collect::<Vec<_>>(),
                    "{literal}, {shift}"
                );
            }
        }
    }

    #[test]
    fn short_and_empty_texts_are_searched_safely() {
        let finder = Finder::new(&["abcdefgh", "abc"]);
        for text in ["", "a", "abcdefg", "abcdefgh", "aBCdefgh", "abcdef\u{e9}"] {
            assert_eq!(
                finder.find(text).any(0),
                text.eq_ignore_ascii_case("abcdefgh")
            );
        }
    }
}
