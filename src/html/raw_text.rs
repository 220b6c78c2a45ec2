//! Where raw text ends: in titles, styles and scripts, where `<` begins no tag but the element's own end tag.

use super::find::find;
use super::name::Name;
use super::names::SCRIPT;
use super::tag::is_space;

/// What was found in raw text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found {
    /// The element's end tag begins here.
    EndTag(usize),
    /// What begins here may become one.
    Wait(usize),
    /// All of it is text.
    Nothing,
}

/// How deep in a script's `<!--` we are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escape {
    level: Level,
    /// Dashes seen last: 0 to 2.
    dashes: u8,
}

impl Escape {
    pub(crate) const NONE: Self = Self::to(Level::None, 0);

    const fn to(level: Level, dashes: u8) -> Self {
        Self { level, dashes }
    }
}

#[derive(Clone, Copy, Debug)]
enum Level {
    None,
    /// After `<!--`: as before, but `<script` leads one deeper.
    Escaped,
    /// After `<!--` and `<script`: even `</script>` only leads back to [`Level::Escaped`].
    Double,
}

/// Where the text of an element called `name` ends, from `at` on. With `last`, nothing follows the input.
pub(crate) fn end_of_raw(input: &[u8], mut at: usize, last: bool, name: Name) -> Found {
    while let Some(open) = find(input, at, b'<') {
        match is_end_tag(input, open, name, last) {
            Some(true) => return Found::EndTag(open),
            Some(false) => at = open + 1,
            None => return Found::Wait(open),
        }
    }
    Found::Nothing
}

/// The same for a script, with its own rules for `<!--`.
pub(crate) fn end_of_script(
    input: &[u8],
    at: usize,
    last: bool,
    name: Name,
    escape: &mut Escape,
) -> Found {
    let mut at = at;
    loop {
        if matches!(escape.level, Level::None) {
            match find(input, at, b'<') {
                Some(open) => at = open,
                None => return Found::Nothing,
            }
        }
        let next = match input.get(at) {
            None => return Found::Nothing,
            Some(b'<') => {
                if !matches!(escape.level, Level::Double) {
                    match is_end_tag(input, at, name, last) {
                        Some(true) => return Found::EndTag(at),
                        Some(false) => {}
                        None => return Found::Wait(at),
                    }
                }
                let Some((next, deeper)) = step(input, at, last, escape.level) else {
                    return Found::Wait(at);
                };
                *escape = deeper;
                next
            }
            Some(b'-') => {
                escape.dashes = 2.min(escape.dashes + 1);
                at + 1
            }
            Some(b'>') if escape.dashes == 2 => {
                *escape = Escape::NONE;
                at + 1
            }
            Some(_) => {
                escape.dashes = 0;
                at + 1
            }
        };
        at = next;
    }
}

/// What the `<` at `at` does to a script: where to go on, and how deep. None where more must be seen.
fn step(input: &[u8], at: usize, last: bool, level: Level) -> Option<(usize, Escape)> {
    const WORD: usize = "script".len() + 1;
    let stay = (at + 1, Escape::to(level, 0));
    match level {
        Level::None => Some(if begins(input, at + 1, b"!--", last)? {
            (at + 4, Escape::to(Level::Escaped, 2))
        } else {
            stay
        }),
        Level::Escaped => Some(if is_word(input, at + 1, SCRIPT, last)? {
            (at + 1 + WORD, Escape::to(Level::Double, 0))
        } else {
            stay
        }),
        Level::Double => Some(if is_end_tag(input, at, SCRIPT, last)? {
            (at + 2 + WORD, Escape::to(Level::Escaped, 0))
        } else {
            stay
        }),
    }
}

/// Whether `</name` and a delimiter begin at `open`. None where more must be seen.
fn is_end_tag(input: &[u8], open: usize, name: Name, last: bool) -> Option<bool> {
    Some(begins(input, open + 1, b"/", last)? && is_word(input, open + 2, name, last)?)
}

/// Whether `name`, in any case, and a delimiter begin at `at`.
fn is_word(input: &[u8], at: usize, name: Name, last: bool) -> Option<bool> {
    let mut rest = input.get(at..).unwrap_or_default();
    let mut length = 0;
    while let [byte, after @ ..] = rest {
        if is_space(*byte) || matches!(byte, b'/' | b'>') {
            let word = input.get(at..at + length).unwrap_or_default();
            return Some(Name::read(word) == name);
        }
        if length == WORD_BYTES {
            return Some(false);
        }
        length += 1;
        rest = after;
    }
    last.then_some(false)
}

fn begins(input: &[u8], at: usize, word: &[u8], last: bool) -> Option<bool> {
    let rest = input.get(at..).unwrap_or_default();
    if rest.len() >= word.len() || !word.starts_with(rest) {
        return Some(rest.starts_with(word));
    }
    last.then_some(false)
}

/// Bytes of the longest element name whose text is raw: `plaintext`, which never ends, and `noframes`.
const WORD_BYTES: usize = 9;
