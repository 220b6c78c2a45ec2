//! A text in pieces: words, addresses and signs. Words are whole and in lower case, of any language.

/// Bytes of an address in a text; what is longer is cut out all the same.
const ADDRESS_BYTES: usize = 2048;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// Letters and digits, in lower case.
    Word(String),
    /// An address, or the path of one.
    Address(&'t str),
    /// Any other sign; a line's end is `\n`.
    Sign(char),
}

/// A piece and where it begins.
#[derive(Clone, Debug)]
pub(super) struct Piece<'t> {
    pub(super) part: Part<'t>,
    pub(super) at: usize,
    /// Whether it follows the piece before it without a space.
    pub(super) glued: bool,
}

impl Piece<'_> {
    pub(super) fn word(&self) -> Option<&str> {
        match &self.part {
            Part::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) const fn sign(&self) -> Option<char> {
        match self.part {
            Part::Sign(sign) => Some(sign),
            _ => None,
        }
    }
}

/// Takes a text apart.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut glued = false;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.chars().next() else {
            break;
        };
        let (part, length) = if let Some(length) = address(rest, glued) {
            (Part::Address(rest.get(..length).unwrap_or(rest)), length)
        } else if first.is_alphanumeric() {
            let length = rest
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(rest.len());
            let word = rest.get(..length).unwrap_or(rest).to_lowercase();
            (Part::Word(word), length)
        } else if first.is_whitespace() && first != '\n' {
            glued = false;
            at += first.len_utf8();
            continue;
        } else {
            (Part::Sign(first), first.len_utf8())
        };
        pieces.push(Piece { part, at, glued });
        glued = first != '\n';
        at += length;
    }
    pieces
}

/// Bytes of the address that a text begins with: with a scheme, or the path of a callback.
fn address(text: &str, glued: bool) -> Option<usize> {
    let scheme = ["http://", "https://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let path = !glued
        && text.starts_with('/')
        && text.get(1..2).is_some_and(|next| {
            next.starts_with(|c: char| c.is_ascii_alphanumeric() || "?_".contains(c))
        });
    if !scheme && !path {
        return None;
    }
    let end = text
        .find(|c: char| c.is_whitespace() || c.is_control() || "\"'<>`|\\^{}»”“;,".contains(c))
        .unwrap_or(text.len());
    let whole = text.get(..end)?;
    // A sentence goes on behind it.
    let end = whole
        .trim_end_matches(['.', ',', ';', ':', '!', ')', ']'])
        .len();
    (end > 1).then_some(end)
}

/// The addresses with a scheme in a text, in order.
pub(super) fn addresses<'t>(pieces: &[Piece<'t>]) -> Vec<&'t str> {
    let of = |piece: &Piece<'t>| match piece.part {
        Part::Address(address) if !address.starts_with('/') && address.len() <= ADDRESS_BYTES => {
            Some(address)
        }
        _ => None,
    };
    pieces.iter().filter_map(of).collect()
}

/// The words of a text with one space around each, so that a whole word is found with its spaces. Addresses are left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    text: String,
    /// Where words begin and end, in the order of the words: a phrase is found by its first one.
    order: Vec<(usize, usize)>,
}

impl Folded {
    /// The text itself.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    fn word(&self, at: (usize, usize)) -> &str {
        self.text.get(at.0..at.1).unwrap_or_default()
    }

    /// Where a phrase stands first; `*` at its end stands for any ending.
    pub(super) fn find(&self, phrase: &str) -> Option<usize> {
        let (phrase, open) = match phrase.strip_suffix('*') {
            Some(stem) => (stem, true),
            None => (phrase, false),
        };
        let first = phrase.split(' ').next().unwrap_or(phrase);
        let start = self.order.partition_point(|at| self.word(*at) < first);
        let mut found: Option<usize> = None;
        for at in self.order.get(start..)? {
            let word = self.word(*at);
            let is_stem = open && first.len() == phrase.len();
            if !(word == first || is_stem && word.starts_with(first)) {
                break;
            }
            let rest = self.text.get(at.0..).unwrap_or_default();
            let fits = rest
                .strip_prefix(phrase)
                .is_some_and(|after| open || after.starts_with(' '));
            if fits {
                found = Some(found.map_or(at.0, |known| known.min(at.0)));
            }
        }
        found
    }
}

/// The words of these pieces.
pub(super) fn folded(pieces: &[Piece]) -> Folded {
    let mut text = String::from(" ");
    let mut order = Vec::new();
    for word in pieces.iter().filter_map(Piece::word) {
        let start = text.len();
        text.push_str(word);
        order.push((start, text.len()));
        text.push(' ');
    }
    order.sort_by(|one, other| {
        let word = |at: &(usize, usize)| text.get(at.0..at.1).unwrap_or_default();
        word(one).cmp(word(other)).then(one.0.cmp(&other.0))
    });
    Folded { text, order }
}

/// Whether one of these words or phrases stands in a text.
pub(super) fn has(folded: &Folded, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| folded.find(phrase).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_of_any_language() {
        let text = folded(&pieces(
            "Anropet misslyckades: SSL_ERROR, Zeitüberschreitung (błąd)",
        ));
        assert_eq!(
            text.as_str(),
            " anropet misslyckades ssl error zeitüberschreitung błąd "
        );
        for (phrase, there) in [
            ("ssl", true),
            ("ssl error", true),
            ("zeit", false),
            ("zeit*", true),
            ("lyckades", false),
            ("lyckades*", false),
            ("błąd", true),
        ] {
            assert_eq!(has(&text, &[phrase]), there, "{phrase}");
        }
    }

    #[test]
    fn addresses_are_no_words() {
        let text = "POST <https://shop.example.com/wc-api/A/?x=404>. See /wc-api/B/ and/or 1/2.";
        let found = pieces(text);
        assert_eq!(
            addresses(&found),
            ["https://shop.example.com/wc-api/A/?x=404"]
        );
        assert_eq!(folded(&found).as_str(), " post see and or 1 2 ");
    }
}
