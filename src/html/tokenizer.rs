//! The WHATWG tokenizer, as far as tags go: tags, their attributes, and what hides tags (comments, raw text, scripts).
//!
//! It works on the bytes as they come and hands out slices of them. Every state is kept between two calls of
//! [`Tokenizer::feed`], so a page may be cut anywhere; only an unfinished tag is kept back. Its text is gone through again
//! when twice as much has arrived, so the work stays linear.
//!
//! Source: html.spec.whatwg.org, section 13.2.5 (read 2026-11-23).

use super::find::find;
use super::raw_text::{self, Escape, Found};
use super::tag::{Attribute, read_attributes};

pub use super::name::Name;
pub use super::tag::Tag;

/// What is told what was found.
pub trait Sink {
    /// A start tag. Says how the text after it is to be read.
    fn start(&mut self, tag: &Tag<'_>) -> Text;

    /// An end tag.
    fn end(&mut self, name: Name);

    /// A piece of raw text, and whether the element's end tag follows it. The text of [`Text::Data`] is not told.
    fn text(&mut self, piece: &[u8], complete: bool);

    /// Whether the element that is open belongs to SVG or MathML, where `<![CDATA[` has a meaning.
    fn is_foreign(&self) -> bool;
}

/// How the text after a start tag is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Text {
    /// Markup.
    #[default]
    Data,
    /// Text up to the end tag of the same name.
    Raw,
    /// As [`Text::Raw`], with a script's own rules for comments in it.
    Script,
    /// Text up to the end of the page.
    Plain,
}

/// The state of reading between two pieces of a page.
#[derive(Debug, Default)]
pub struct Tokenizer {
    mode: Mode,
    /// The start of a tag whose end has not arrived.
    kept: Vec<u8>,
    /// How long `kept` must be before another look at it is worth the work.
    look_again_at: usize,
    /// Bytes of the page before what is read now.
    before: usize,
    attributes: Vec<Attribute>,
}

impl Tokenizer {
    /// A tokenizer that begins within an element of this name, whose text is read that way.
    pub fn within(text: Text, name: Name) -> Self {
        Self {
            mode: Mode::of(text, name),
            ..Self::default()
        }
    }

    /// Reads the next piece of the page.
    pub fn feed(&mut self, piece: &[u8], sink: &mut impl Sink) {
        if self.kept.is_empty() {
            let read = self.read(piece, false, sink);
            self.before += read;
            self.keep(piece.get(read..).unwrap_or_default());
            return;
        }
        self.kept.extend_from_slice(piece);
        if self.kept.len() >= self.look_again_at {
            let kept = std::mem::take(&mut self.kept);
            let read = self.read(&kept, false, sink);
            self.before += read;
            self.keep(kept.get(read..).unwrap_or_default());
        }
    }

    /// Bytes of the page that are done with: what is told from now on begins behind them.
    pub const fn done(&self) -> usize {
        self.before
    }

    /// Ends the page: an unfinished tag is none.
    pub fn finish(mut self, sink: &mut impl Sink) {
        let kept = std::mem::take(&mut self.kept);
        self.read(&kept, true, sink);
    }

    fn keep(&mut self, rest: &[u8]) {
        self.kept.extend_from_slice(rest);
        self.look_again_at = 2 * rest.len();
    }

    /// Reads as far as `input` allows and returns where it stopped. With `last`, nothing follows.
    fn read(&mut self, input: &[u8], last: bool, sink: &mut impl Sink) -> usize {
        let mut at = 0;
        loop {
            let step = match &mut self.mode {
                Mode::Data => self.data(input, at, sink),
                Mode::Raw(name) => {
                    let found = raw_text::end_of_raw(input, at, last, *name);
                    self.raw(input, at, found, sink)
                }
                Mode::Script(name, escape) => {
                    let found = raw_text::end_of_script(input, at, last, *name, escape);
                    self.raw(input, at, found, sink)
                }
                Mode::Comment(state) => {
                    let end = state.end(input, at);
                    self.hidden_until(end)
                }
                Mode::Cdata(brackets) => {
                    let end = end_of_cdata(input, at, brackets);
                    self.hidden_until(end)
                }
                Mode::Bogus => self.hidden_until(find(input, at, b'>').map(|end| end + 1)),
                Mode::Plain => Step::End,
            };
            match step {
                Step::To(next) => at = next,
                Step::Wait(from) if !last => return from,
                Step::Wait(_) | Step::End => return input.len(),
            }
        }
    }

    /// What hides tags is over, or goes on in the next piece.
    fn hidden_until(&mut self, end: Option<usize>) -> Step {
        end.map_or(Step::End, |end| {
            self.mode = Mode::Data;
            Step::To(end)
        })
    }

    fn raw(&mut self, input: &[u8], at: usize, found: Found, sink: &mut impl Sink) -> Step {
        let (end, step) = match found {
            Found::EndTag(end) => (end, Step::To(end)),
            Found::Wait(end) => (end, Step::Wait(end)),
            Found::Nothing => (input.len(), Step::End),
        };
        let complete = matches!(found, Found::EndTag(_));
        sink.text(input.get(at..end).unwrap_or_default(), complete);
        if complete {
            self.mode = Mode::Data;
        }
        step
    }

    /// Reads markup until something hides it.
    fn data(&mut self, input: &[u8], mut at: usize, sink: &mut impl Sink) -> Step {
        loop {
            // Tags often follow each other at once.
            if input.get(at) != Some(&b'<') {
                match find(input, at, b'<') {
                    Some(open) => at = open,
                    None => return Step::End,
                }
            }
            let open = at;
            let step = match input.get(open + 1..).unwrap_or_default() {
                [b'a'..=b'z' | b'A'..=b'Z', ..] => self.start_tag(input, open + 1, sink),
                [b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => end_tag(input, open + 2, sink),
                [b'/', b'>', ..] => Some(open + 3),
                [] | [b'/'] => None,
                [b'/', ..] => Some(self.hide(Mode::Bogus, open + 2)),
                [b'!', rest @ ..] => self.declaration(rest, open + 2, sink),
                [b'?', ..] => Some(self.hide(Mode::Bogus, open + 1)),
                _ => Some(open + 1),
            };
            match step {
                None => return Step::Wait(open),
                Some(next) if !matches!(self.mode, Mode::Data) => return Step::To(next),
                Some(next) => at = next,
            }
        }
    }

    fn hide(&mut self, mode: Mode, from: usize) -> usize {
        self.mode = mode;
        from
    }

    /// What follows `<!`: a comment, CDATA, or anything up to the next `>`, such as a doctype.
    fn declaration(&mut self, rest: &[u8], from: usize, sink: &impl Sink) -> Option<usize> {
        const COMMENT: &[u8] = b"--";
        const CDATA: &[u8] = b"[CDATA[";
        let foreign = sink.is_foreign();
        let may_become = |word: &[u8]| word.len() > rest.len() && word.starts_with(rest);
        if rest.starts_with(COMMENT) {
            Some(self.hide(Mode::Comment(Comment::Start), from + COMMENT.len()))
        } else if foreign && rest.starts_with(CDATA) {
            Some(self.hide(Mode::Cdata(0), from + CDATA.len()))
        } else if may_become(COMMENT) || foreign && may_become(CDATA) {
            None
        } else {
            Some(self.hide(Mode::Bogus, from))
        }
    }

    fn start_tag(&mut self, input: &[u8], at: usize, sink: &mut impl Sink) -> Option<usize> {
        self.attributes.clear();
        let (name, end) = Name::of_tag(input, at)?;
        let (next, self_closing) = read_attributes(input, end, Some(&mut self.attributes))?;
        let text = sink.start(&Tag {
            name,
            text: input.get(at..end)?,
            self_closing,
            at: self.before + at,
            end: self.before + next,
            input,
            attributes: &self.attributes,
        });
        if text != Text::Data {
            self.mode = Mode::of(text, name);
        }
        Some(next)
    }
}

fn end_tag(input: &[u8], at: usize, sink: &mut impl Sink) -> Option<usize> {
    let (name, end) = Name::of_tag(input, at)?;
    let (next, _) = read_attributes(input, end, None)?;
    sink.end(name);
    Some(next)
}

/// Where reading goes on.
enum Step {
    To(usize),
    /// What begins here is not complete.
    Wait(usize),
    /// All of the input is used.
    End,
}

#[derive(Clone, Copy, Debug, Default)]
enum Mode {
    #[default]
    Data,
    Raw(Name),
    Script(Name, Escape),
    Plain,
    /// Up to the next `>`: a doctype, a processing instruction, an end tag without a name.
    Bogus,
    Comment(Comment),
    /// CDATA, with the closing brackets seen last: 0 to 2.
    Cdata(u8),
}

impl Mode {
    const fn of(text: Text, name: Name) -> Self {
        match text {
            Text::Data => Self::Data,
            Text::Raw => Self::Raw(name),
            Text::Script => Self::Script(name, Escape::NONE),
            Text::Plain => Self::Plain,
        }
    }
}

/// How far the end of a comment has come.
#[derive(Clone, Copy, Debug)]
enum Comment {
    Start,
    StartDash,
    Within,
    Dash,
    End,
    Bang,
}

impl Comment {
    /// Where the comment ends, if it does.
    fn end(&mut self, input: &[u8], mut at: usize) -> Option<usize> {
        loop {
            if matches!(self, Self::Within) {
                at = find(input, at, b'-')?;
            }
            *self = match (&*self, input.get(at)?) {
                (Self::Start | Self::StartDash | Self::End | Self::Bang, b'>') => {
                    return Some(at + 1);
                }
                (Self::Start, b'-') => Self::StartDash,
                (Self::StartDash | Self::Dash | Self::End, b'-') => Self::End,
                (Self::Within | Self::Bang, b'-') => Self::Dash,
                (Self::End, b'!') => Self::Bang,
                _ => Self::Within,
            };
            at += 1;
        }
    }
}

fn end_of_cdata(input: &[u8], mut at: usize, brackets: &mut u8) -> Option<usize> {
    loop {
        if *brackets == 0 {
            at = find(input, at, b']')?;
        }
        match input.get(at)? {
            b']' => *brackets = 2.min(*brackets + 1),
            b'>' if *brackets == 2 => return Some(at + 1),
            _ => *brackets = 0,
        }
        at += 1;
    }
}
