//! Start tags: their attributes, read and looked up.

use super::ATTRIBUTES;
use super::find::find;
use super::name::Name;

/// A start tag, with its attributes as they stand in the page.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'a> {
    /// Its name.
    pub name: Name,
    /// Its name as it is written.
    pub text: &'a [u8],
    /// Whether it ends in `/>`.
    pub self_closing: bool,
    /// Where its name stands in the page, in bytes.
    pub at: usize,
    /// Where what follows it stands.
    pub end: usize,
    pub(crate) input: &'a [u8],
    pub(crate) attributes: &'a [Attribute],
}

impl<'a> Tag<'a> {
    /// The value of an attribute, character references not decoded; empty for one without a value. Where a name stands
    /// twice, the first one counts.
    pub fn get(&self, name: Name) -> Option<&'a [u8]> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .map(|attribute| self.value(attribute))
    }

    /// All attributes in order, doubles included.
    pub fn attributes(&self) -> impl Iterator<Item = (Name, &'a [u8])> {
        let tag = *self;
        self.attributes
            .iter()
            .map(move |attribute| (attribute.name, tag.value(attribute)))
    }

    fn value(&self, attribute: &Attribute) -> &'a [u8] {
        self.input
            .get(attribute.from..attribute.to)
            .unwrap_or_default()
    }
}

/// An attribute, with the place of its value in the input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attribute {
    name: Name,
    from: usize,
    to: usize,
}

/// Reads attributes up to the end of the tag: the place after its `>`, and whether it was `/>`. None where it does not end.
pub(crate) fn read_attributes(
    input: &[u8],
    at: usize,
    mut attributes: Option<&mut Vec<Attribute>>,
) -> Option<(usize, bool)> {
    let place = |rest: &[u8]| input.len() - rest.len();
    let mut rest = input.get(at..)?;
    loop {
        rest = match rest {
            [b'>', after @ ..] => return Some((place(after), false)),
            [b'/', b'>', after @ ..] => return Some((place(after), true)),
            [b'/'] | [] => return None,
            [b'/' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ', after @ ..] => after,
            _ => {
                let (name, end) = Name::of_attribute(input, place(rest))?;
                let (from, to, next) = read_value(input, end)?;
                if let Some(attributes) = &mut attributes
                    && attributes.len() < ATTRIBUTES
                {
                    attributes.push(Attribute { name, from, to });
                }
                input.get(next..)?
            }
        };
    }
}

/// Reads what follows an attribute's name: where its value begins and ends, and where to go on.
fn read_value(input: &[u8], end: usize) -> Option<(usize, usize, usize)> {
    let mut at = end;
    while is_space(*input.get(at)?) {
        at += 1;
    }
    if *input.get(at)? != b'=' {
        return Some((end, end, at));
    }
    at += 1;
    while is_space(*input.get(at)?) {
        at += 1;
    }
    let quote = *input.get(at)?;
    if matches!(quote, b'"' | b'\'') {
        let end = find(input, at + 1, quote)?;
        return Some((at + 1, end, end + 1));
    }
    let mut end = at;
    while !ends_unquoted(*input.get(end)?) {
        end += 1;
    }
    Some((at, end, end))
}

const fn ends_unquoted(byte: u8) -> bool {
    is_space(byte) || byte == b'>'
}

pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}
