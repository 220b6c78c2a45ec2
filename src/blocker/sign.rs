//! Signs: what a row of the catalogue looks for in an answer, without a regex engine.
//!
//! Patterns are in lower case; the case of the answer's (ASCII) letters does not matter.

/// One sign of a blocker: where to look, for what, and how much it proves.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    /// How much it proves.
    pub weight: Weight,
    /// Where it stands.
    pub place: Place,
    /// What stands there.
    pub pattern: Pattern,
}

/// How much a sign proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The product's own refusal header or status: settles the matter, whatever the body says.
    Proof,
    /// Markup or text that only this page has.
    Strong,
    /// A sentence or title that articles quote and sibling pages share: counts unless the answer is a page of the site
    /// itself, and is certain only when the page was read to its end.
    Prose,
    /// A header that proves who stands in front, not who refused: counts unless the application itself answered, and is
    /// never certain.
    Front,
    /// Supports the others.
    Weak,
}

/// Where a sign stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The status code in digits.
    Status,
    /// The content of a `<title>` element, with white space collapsed.
    Title,
    /// The address that answered, where it is known: a browser may have followed a redirect.
    Address,
    /// The body; JSON is read with its escapes undone.
    Body,
    /// The value of the header with this lower-case name.
    Header(&'static str),
    /// The name of a cookie that the answer sets, which begins with this text. The pattern is [`Pattern::Any`].
    Cookie(&'static str),
}

/// What stands there, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Anything but the empty text.
    Any,
    /// Nothing but white space.
    Blank,
    /// Digits and nothing else.
    Number,
    /// This text, somewhere.
    Has(&'static str),
    /// This text and nothing else but white space around it.
    Is(&'static str),
    /// This text at the beginning, after white space.
    Starts(&'static str),
    /// This text at the end, before white space.
    Ends(&'static str),
    /// The first text and then, after at most so many bytes, the second.
    Then(&'static str, u16, &'static str),
    /// This text, beginning within so many bytes from the start.
    Early(u16, &'static str),
}

impl Pattern {
    /// The text to search a body for, where the pattern is one that is searched for.
    pub(super) const fn key(self) -> Option<&'static str> {
        match self {
            Self::Has(text) | Self::Then(text, _, _) | Self::Early(_, text) => Some(text),
            _ => None,
        }
    }

    /// Whether what follows a [`Pattern::key`] found at byte `at` of `text` fits too.
    pub(super) fn fits_at(self, text: &str, at: usize) -> bool {
        match self {
            Self::Then(first, gap, second) => {
                let rest = text.as_bytes().get(at + first.len()..).unwrap_or_default();
                let reach = rest.len().min(usize::from(gap) + second.len());
                position(rest.get(..reach).unwrap_or_default(), second).is_some()
            }
            Self::Early(limit, _) => at <= usize::from(limit),
            _ => true,
        }
    }

    /// Where the pattern stands in a whole `text`, as a byte offset. For texts that need not be searched for much else.
    pub(super) fn find(self, text: &str) -> Option<usize> {
        let trimmed = text.trim();
        let begin = text.len() - text.trim_start().len();
        let fits = match self {
            Self::Any => !trimmed.is_empty(),
            Self::Blank => trimmed.is_empty(),
            Self::Number => {
                !trimmed.is_empty() && trimmed.bytes().all(|byte| byte.is_ascii_digit())
            }
            Self::Is(literal) => trimmed.eq_ignore_ascii_case(literal),
            Self::Starts(literal) => starts_with(trimmed, literal),
            Self::Ends(literal) => {
                return ends_with(trimmed, literal).then(|| begin + trimmed.len() - literal.len());
            }
            Self::Has(literal) => return find(text, literal),
            Self::Then(literal, _, _) | Self::Early(_, literal) => {
                return find(text, literal).filter(|at| self.fits_at(text, *at));
            }
        };
        fits.then_some(begin)
    }

    /// How many bytes the pattern covers where it was found, for an excerpt; 0 where that is the whole text.
    pub(super) const fn len(self) -> usize {
        match self {
            Self::Any | Self::Blank | Self::Number => 0,
            Self::Has(text)
            | Self::Is(text)
            | Self::Starts(text)
            | Self::Ends(text)
            | Self::Then(text, _, _)
            | Self::Early(_, text) => text.len(),
        }
    }
}

/// Where `literal` stands first in `text`, whatever the letters' case.
pub(super) fn find(text: &str, literal: &str) -> Option<usize> {
    position(text.as_bytes(), literal)
}

/// Whether `text` begins with `literal`, whatever the letters' case.
pub(super) fn starts_with(text: &str, literal: &str) -> bool {
    text.as_bytes()
        .get(..literal.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(literal.as_bytes()))
}

/// Whether `text` ends with `literal`, whatever the letters' case.
pub(super) fn ends_with(text: &str, literal: &str) -> bool {
    let start = text.len().checked_sub(literal.len());
    start
        .and_then(|start| text.as_bytes().get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case(literal.as_bytes()))
}

fn position(text: &[u8], literal: &str) -> Option<usize> {
    text.windows(literal.len().max(1))
        .position(|window| window.eq_ignore_ascii_case(literal.as_bytes()))
}

/// A sign of weight [`Weight::Proof`].
pub(super) const fn proof(place: Place, pattern: Pattern) -> Sign {
    Sign {
        weight: Weight::Proof,
        place,
        pattern,
    }
}

/// A sign of weight [`Weight::Strong`].
pub(super) const fn strong(place: Place, pattern: Pattern) -> Sign {
    Sign {
        weight: Weight::Strong,
        place,
        pattern,
    }
}

/// A sign of weight [`Weight::Prose`].
pub(super) const fn prose(place: Place, pattern: Pattern) -> Sign {
    Sign {
        weight: Weight::Prose,
        place,
        pattern,
    }
}

/// A sign of weight [`Weight::Front`].
pub(super) const fn front(place: Place, pattern: Pattern) -> Sign {
    Sign {
        weight: Weight::Front,
        place,
        pattern,
    }
}

/// A sign of weight [`Weight::Weak`].
pub(super) const fn weak(place: Place, pattern: Pattern) -> Sign {
    Sign {
        weight: Weight::Weak,
        place,
        pattern,
    }
}
