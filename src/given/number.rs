//! Which number of a text is a status: one that is announced by a word that means it, that stands in brackets after a failure,
//! first or alone on its line, behind the address that was called, or beside the words that servers say with it.
//!
//! Never a part of another number, of an address, of a range, nor what the answer was not.

use super::line::is_called;
use super::tongues::{OTHER_CODES, PLAIN_REASONS, TONGUES, is, list, says};
use super::words::{Folded, Part, Piece, folded};

/// Numbers of a text that are looked at.
const NUMBERS: usize = 500;

/// Different failures without an address that make a text a list of statuses.
const LISTED: usize = 3;

/// Words between an announcement and its number, at most.
const REACH: usize = 7;

/// Words of a text that is nothing but what a server says of a status, at most.
const FEW_WORDS: usize = 6;

/// The status that a text tells, and where its number ends. A success counts only where nothing tells of a failure.
pub(super) fn status(
    text: &str,
    pieces: &[Piece],
    folded: &Folded,
    silent: bool,
) -> Option<(u16, usize)> {
    let failed = silent || says(folded, |words| words.failure);
    let is_address = |piece: &Piece| matches!(piece.part, Part::Address(url) if is_called(url));
    let called = says(folded, |words| words.call) || pieces.iter().any(is_address);
    let spoken = says(folded, |words| words.http);
    if says(folded, |words| words.payment) && !called && !spoken {
        return None;
    }
    let about = About {
        text,
        pieces,
        is_call: called || spoken,
        is_compared: says(folded, |words| words.wanted),
    };
    let stated = about.stated();
    if is_list(text, pieces) && !pieces.iter().any(is_address) {
        return None;
    }
    let first = stated
        .iter()
        .find(|(_, status)| !matches!(status, 200..=299));
    // A text about a failure that names a success names what was wanted.
    let found = first.or_else(|| stated.first().filter(|_| !failed));
    if let Some((at, status)) = found {
        let piece = pieces.get(*at)?;
        return Some((*status, end(piece)));
    }
    reason(text, folded)
}

/// Whether a text lists what statuses mean: several failures, and no time of any.
fn is_list(text: &str, pieces: &[Piece]) -> bool {
    let mut kinds: Vec<u16> = pieces
        .iter()
        .enumerate()
        .filter(|(at, _)| is_assigned(pieces, *at) && !is_part(pieces, *at))
        .filter_map(|(at, piece)| number(pieces, at, piece))
        .filter(|status| *status >= 300)
        .take(NUMBERS)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let is_time = |window: &[u8]| matches!(window, [a, b, b':' | b'.', c, d] if [a, b, c, d].iter().all(|digit| digit.is_ascii_digit()));
    kinds.len() >= LISTED && !text.as_bytes().windows(5).any(is_time)
}

/// A text, and what all of it is about.
struct About<'t> {
    text: &'t str,
    pieces: &'t [Piece<'t>],
    /// A call, or what answers one.
    is_call: bool,
    /// What was wanted.
    is_compared: bool,
}

impl About<'_> {
    /// The numbers that stand as a status, each with its place.
    fn stated(&self) -> Vec<(usize, u16)> {
        let pieces = self.pieces;
        let numbers: Vec<(usize, u16)> = pieces
            .iter()
            .enumerate()
            .filter_map(|(at, piece)| Some((at, number(pieces, at, piece)?)))
            .take(NUMBERS)
            .collect();
        // 200 to 299.
        let bounds = |low: &(usize, u16), high: &(usize, u16)| {
            low.1.is_multiple_of(100)
                && high.1 % 100 == 99
                && low.1 < high.1
                && high.0 - low.0 <= REACH
        };
        let ranged = |at: usize, this: &(usize, u16)| {
            let before = at.checked_sub(1).and_then(|at| numbers.get(at));
            let after = numbers.get(at + 1);
            before.is_some_and(|low| bounds(low, this))
                || after.is_some_and(|high| bounds(this, high))
        };
        let mut wanted: Option<usize> = None;
        let mut stated = Vec::new();
        for (nth, found) in numbers.iter().enumerate() {
            let at = found.0;
            if ranged(nth, found) || is_part(pieces, at) {
                continue;
            }
            if is_wanted(pieces, at) {
                wanted = Some(at);
                continue;
            }
            let contrasted = wanted.is_some_and(|wanted| self.is_contrasted(wanted, at));
            if contrasted || self.stands(at) || self.is_compared && is_received(pieces, at) {
                stated.push(*found);
            }
        }
        stated
    }

    /// `200 was expected, and 403 came`: in the sentence of a number that was wanted.
    fn is_contrasted(&self, wanted: usize, at: usize) -> bool {
        let between = self.pieces.get(wanted + 1..at).unwrap_or_default();
        let ends = between
            .iter()
            .any(|piece| matches!(piece.sign(), Some('.' | '\n' | ';' | '?' | '!')));
        between.len() <= 2 * REACH && !ends && is_assigned(self.pieces, at)
    }

    /// Whether a number stands where a status stands.
    fn stands(&self, at: usize) -> bool {
        let pieces = self.pieces;
        pieces
            .get(at)
            .and_then(Piece::word)
            .is_some_and(|word| word.starts_with("http"))
            || self.is_announced(at)
            || self.is_in_brackets(at)
            || self.is_first(at)
            || has_reason(pieces, at)
            || is_behind_address(self.text, pieces, at)
            || self.is_called(at)
    }

    fn is_announced(&self, at: usize) -> bool {
        let words = before(self.pieces, at);
        let passes = |word: &&&str| {
            is(word, |words| words.between)
                && !is(word, |words| words.status)
                && !is(word, |words| words.came)
        };
        let passed = words.iter().take_while(passes).count();
        let rest = words.get(passed..).unwrap_or_default();
        let Some(word) = rest.first() else {
            return false;
        };
        let version = matches!(*word, "0" | "1" | "2" | "3")
            && rest.iter().take(3).any(|word| *word == "http");
        let other = rest
            .get(1)
            .is_some_and(|word| list(OTHER_CODES).any(|other| other == *word));
        if version || is(word, |words| words.status) && !other {
            return true;
        }
        if !self.goes_on(at) {
            return false;
        }
        if is(word, |words| words.came) {
            return self.is_call || is_assigned(self.pieces, at);
        }
        if !self.is_call || !is_assigned(self.pieces, at) {
            return false;
        }
        // `fails with 403`, `answers our notifications with 403`.
        let other = |word: &&&str| {
            is(word, |words| words.named)
                || is(word, |words| words.units)
                || is(word, |words| words.payment)
        };
        let status = self
            .pieces
            .get(at)
            .and_then(|piece| number(self.pieces, at, piece));
        let leads = matches!(status, Some(300..=399)) && is(word, |words| words.redirect);
        leads
            || is(word, |words| words.failure)
            || passed > 0 && is(word, |words| words.call)
            || passed > 0
                && !rest.iter().any(|word| other(&word))
                && rest.iter().any(|word| is(word, |words| words.came))
    }

    /// `Failed (403)`: in brackets, in a text about calls or after a failure on the same line.
    fn is_in_brackets(&self, at: usize) -> bool {
        let [_, open, after, _] = around(self.pieces, at);
        let opens = open
            .and_then(Piece::sign)
            .is_some_and(|sign| matches!(sign, '(' | '['));
        let closes = after.is_some_and(|after| {
            matches!(after.sign(), Some(')' | ']' | ':' | ',')) || after.word().is_some()
        });
        let success = self
            .pieces
            .get(at)
            .and_then(Piece::word)
            .is_some_and(|word| word.starts_with('2'));
        if !opens || !closes || success {
            return false;
        }
        let earlier = self.pieces.get(..at).unwrap_or_default();
        let start = earlier.iter().rposition(|piece| piece.sign() == Some('\n'));
        let line = earlier
            .get(start.map_or(0, |start| start + 1)..)
            .unwrap_or_default();
        self.is_call && is_assigned(self.pieces, at) || says(&folded(line), |words| words.failure)
    }

    /// First on its line, and alone or with a sign or a method behind it.
    fn is_first(&self, at: usize) -> bool {
        let earlier = self.pieces.get(..at).unwrap_or_default().iter().rev();
        let mut before = earlier.take_while(|piece| piece.sign() != Some('\n'));
        let first =
            before.all(|piece| piece.sign().is_some_and(|sign| "\"'*-•(>[“".contains(sign)));
        let behind = self.pieces.get(at + 1);
        let known = match behind.map(|piece| &piece.part) {
            None | Some(Part::Address(_)) => true,
            // As curl was told to write it.
            Some(Part::Word(_)) if self.text.contains("%{http_code}") => true,
            // A list of anything begins so.
            Some(Part::Sign(',' | ';' | '|' | '"')) => self.is_call,
            Some(Part::Sign(sign)) => "\n':(-–—)]”>".contains(*sign),
            Some(Part::Word(word)) => {
                matches!(word.as_str(), "post" | "get") || is(word, |words| words.status)
            }
        };
        first && known
    }

    /// Whether what follows a number leaves it a status, rather than a count of something.
    fn goes_on(&self, at: usize) -> bool {
        let behind = self.pieces.get(at + 1);
        match behind.map(|piece| &piece.part) {
            None | Some(Part::Sign(_) | Part::Address(_)) => true,
            Some(Part::Word(word)) => {
                is(word, |words| words.goes_on)
                    || is(word, |words| words.between)
                    || is(word, |words| words.status)
                    || is(word, |words| words.call)
            }
        }
    }

    /// `403 error`, `403-fel`, `403er`: called a status by what follows it.
    fn is_called(&self, at: usize) -> bool {
        if !self.is_call || !is_assigned(self.pieces, at) {
            return false;
        }
        let bare = self
            .pieces
            .get(at)
            .and_then(Piece::word)
            .is_some_and(|word| word.len() == 3);
        !bare || names_status(self.pieces, at)
    }
}

/// Whether the word behind a number says that it is a status: `403-fel`, `403:a`, `403 error`.
fn names_status(pieces: &[Piece], at: usize) -> bool {
    let [_, _, after, next] = around(pieces, at);
    let joined = after
        .and_then(Piece::sign)
        .is_some_and(|sign| matches!(sign, '-' | '‑' | ':' | '\'' | '’'));
    let (word, glued) = if joined {
        (next, next.is_some_and(|next| next.glued))
    } else {
        (after, true)
    };
    word.filter(|_| glued)
        .and_then(Piece::word)
        .is_some_and(|word| is(word, |words| words.status) || joined && SUFFIXES.contains(&word))
}

/// Endings by which a number becomes a noun.
const SUFFIXES: [&str; 14] = [
    "a", "an", "or", "er", "ern", "ers", "ar", "s", "ere", "ene", "eja", "n", "ia", "ei",
];

/// The number of a piece, where it can be a final status.
pub(super) fn number(pieces: &[Piece], at: usize, piece: &Piece) -> Option<u16> {
    let word = piece.word()?;
    let digits = word.strip_prefix("http").unwrap_or(word);
    let digits = digits
        .strip_prefix('e')
        .filter(|_| digits.len() == 4 && is_after_http(pieces, at))
        .unwrap_or(digits);
    let digits = match digits.get(3..) {
        Some("" | "s" | "er" | "ern" | "ers" | "or" | "ar" | "ere" | "errors") => {
            digits.get(..3)?
        }
        _ => return None,
    };
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits
        .parse()
        .ok()
        .filter(|status| matches!(status, 200..=599 | 999))
}

/// Whether the number is one that servers or networks in front of them give.
fn is_assigned(pieces: &[Piece], at: usize) -> bool {
    let status = pieces.get(at).and_then(|piece| number(pieces, at, piece));
    matches!(
        status,
        Some(
            200..=208 | 300..=308 | 400..=431 | 444 | 451 | 460 | 494..=511 | 520..=530 | 598 | 599,
        )
    )
}

/// `HTTP-E403`, as some clients write it.
fn is_after_http(pieces: &[Piece], at: usize) -> bool {
    at.checked_sub(2)
        .and_then(|at| pieces.get(at))
        .is_some_and(|before| before.word() == Some("http"))
}

fn end(piece: &Piece) -> usize {
    piece.at + piece.word().map_or(0, str::len)
}

fn around<'p, 't>(pieces: &'p [Piece<'t>], at: usize) -> [Option<&'p Piece<'t>>; 4] {
    [
        at.checked_sub(2).and_then(|at| pieces.get(at)),
        at.checked_sub(1).and_then(|at| pieces.get(at)),
        pieces.get(at + 1),
        pieces.get(at + 2),
    ]
}

/// Whether a number is a part of something longer: of an IP address, an amount, a date, an id, a time.
pub(super) fn is_part(pieces: &[Piece], at: usize) -> bool {
    let [second, before, after, next] = around(pieces, at);
    let Some(this) = pieces.get(at) else {
        return true;
    };
    let joined_before = before
        .filter(|_| this.glued)
        .and_then(Piece::sign)
        .is_some_and(|sign| {
            let label = second
                .filter(|_| before.is_some_and(|before| before.glued))
                .and_then(Piece::word);
            match sign {
                ':' | '=' | '-' | '/' | '_' => {
                    label.is_some_and(|word| !is(word, |words| words.status))
                }
                '.' | ',' => second.is_some_and(|word| word.word().is_some()),
                '+' | '#' | '@' | '&' | '%' | '~' | '–' | '°' | 'º' | '№' => true,
                _ => false,
            }
        });
    let is_money = |piece: Option<&Piece>| {
        piece
            .and_then(Piece::sign)
            .is_some_and(|sign| "€$£%¥₹".contains(sign))
    };
    let joined_after = after
        .filter(|after| after.glued)
        .and_then(Piece::sign)
        .is_some_and(|sign| {
            let goes_on = next.is_some_and(|next| next.glued && next.word().is_some());
            match sign {
                '-' | ':' if names_status(pieces, at) => false,
                '.' | ',' | '-' | '/' | ':' | '_' | '+' | '–' | '@' | '=' => goes_on,
                '°' => true,
                _ => false,
            }
        });
    let port = before
        .and_then(Piece::word)
        .is_some_and(|word| matches!(word, "port" | "porten"));
    let named = before
        .and_then(Piece::word)
        .is_some_and(|word| is(word, |words| words.named));
    let counted = after
        .and_then(Piece::word)
        .is_some_and(|word| is(word, |words| words.units))
        && !self::before(pieces, at)
            .first()
            .is_some_and(|word| is(word, |words| words.status));
    joined_before
        || joined_after
        || is_money(before)
        || is_money(after)
        || port
        || named
        || counted
        || is_in_groups(pieces, at)
        || is_of_api(pieces, at)
}

/// Whether a number is one of at least three in a row, as in a phone number.
fn is_in_groups(pieces: &[Piece], at: usize) -> bool {
    let is_digits = |piece: &Piece| {
        piece
            .word()
            .is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()))
    };
    let follows = |pair: &[Piece]| match pair {
        [one, other] => is_digits(one) && is_digits(other) && other.at == end(one) + 1,
        _ => false,
    };
    let earlier = pieces.get(..=at).unwrap_or_default();
    let later = pieces.get(at..).unwrap_or_default();
    let before = earlier
        .windows(2)
        .rev()
        .take(2)
        .take_while(|pair| follows(pair));
    let behind = later.windows(2).take(2).take_while(|pair| follows(pair));
    before.count() + behind.count() >= 2
}

/// What the provider's own interface answered to the shop.
fn is_of_api(pieces: &[Piece], at: usize) -> bool {
    let start = at.saturating_sub(REACH);
    let nearby = pieces.get(start..at).unwrap_or_default();
    let last = nearby.iter().rposition(|piece| piece.sign() == Some('\n'));
    let line = nearby
        .get(last.map_or(0, |last| last + 1)..)
        .unwrap_or_default();
    line.iter().any(|piece| piece.word() == Some("api"))
}

/// The words before a piece within its sentence, the nearest first, as far as an announcement reaches.
fn before<'p>(pieces: &'p [Piece], at: usize) -> Vec<&'p str> {
    let mut words = Vec::new();
    let mut glued = false;
    for piece in pieces.get(..at).unwrap_or_default().iter().rev() {
        match &piece.part {
            Part::Word(word) => words.push(word.as_str()),
            // A point within a name or a version ends no sentence.
            Part::Sign('.') if glued => {}
            Part::Sign('.' | ';' | '\n' | '?' | '!') | Part::Address(_) => break,
            Part::Sign(_) => {}
        }
        glued = piece.glued;
        if words.len() >= REACH {
            break;
        }
    }
    words
}

/// Whether the number is what was wanted, or what the answer was not.
fn is_wanted(pieces: &[Piece], at: usize) -> bool {
    let words = before(pieces, at);
    let passes = |word: &&str| {
        is(word, |words| words.between)
            || is(word, |words| words.status)
            || is(word, |words| words.came)
            || word.len() == 1
    };
    let reach = words.iter().take_while(|word| passes(word)).count();
    let negated = (0..=reach).any(|from| {
        let mut rest: Vec<&str> = words.get(from..).unwrap_or_default().to_vec();
        rest.reverse();
        let text = [" ", &rest.join(" ")].concat();
        TONGUES.iter().any(|tongue| {
            list(tongue.not).any(|phrase| {
                text.strip_suffix(phrase)
                    .is_some_and(|text| text.ends_with(' '))
            })
        })
    });
    let behind = pieces.get(at + 1..).unwrap_or_default().iter();
    let mut behind =
        behind.take_while(|piece| !matches!(piece.sign(), Some('.' | ',' | ';' | '\n' | '(')));
    negated
        || behind
            .by_ref()
            .filter_map(Piece::word)
            .take(2)
            .any(|word| is(word, |words| words.wanted))
}

/// `Expected: 200. Received: 403.`
fn is_received(pieces: &[Piece], at: usize) -> bool {
    let words = before(pieces, at);
    words
        .first()
        .is_some_and(|word| is(word, |words| words.received))
}

/// Beside the words that a server says with it.
fn has_reason(pieces: &[Piece], at: usize) -> bool {
    let Some(status) = pieces.get(at).and_then(|piece| number(pieces, at, piece)) else {
        return false;
    };
    let behind = pieces.get(at + 1..).unwrap_or_default();
    let behind = folded(behind.get(..REACH.min(behind.len())).unwrap_or_default());
    let mut words = before(pieces, at);
    words.reverse();
    let before = [" ", &words.join(" "), " "].concat();
    reasons().any(|(reason, of)| {
        *of == status
            && (behind.find(reason) == Some(1)
                || before.trim_end().ends_with(reason) && *reason != "ok")
    })
}

/// `POST https://shop.example.com/wc-api/NAME/ 403`, at the end of its line or of its cell in a table.
fn is_behind_address(text: &str, pieces: &[Piece], at: usize) -> bool {
    let earlier = pieces.get(..at).unwrap_or_default().iter().rev();
    let mut before = earlier.skip_while(|piece| {
        piece
            .sign()
            .is_some_and(|sign| "-–—:>|→\"'=);,".contains(sign))
    });
    let address = before
        .next()
        .is_some_and(|piece| matches!(piece.part, Part::Address(_)));
    let behind = pieces.get(at + 1..).unwrap_or_default();
    let ends = behind
        .first()
        .is_none_or(|piece| piece.sign().is_some_and(|sign| "\n,;)\"".contains(sign)));
    let is_cell = pieces
        .get(at)
        .is_some_and(|this| text.as_bytes().get(end(this)) == Some(&b'\t'));
    address && (ends || is_cell || is_dispatchers(behind))
}

/// `-1` at the end of a line: what WooCommerce answers with.
fn is_dispatchers(pieces: &[Piece]) -> bool {
    let [minus, one, rest @ ..] = pieces else {
        return false;
    };
    let ends = rest.first().is_none_or(|end| end.sign() == Some('\n'));
    minus.sign() == Some('-') && one.glued && one.word() == Some("1") && ends
}

/// A status by the words that servers say with it.
fn reason(text: &str, folded: &Folded) -> Option<(u16, usize)> {
    let words = folded.as_str().split_whitespace().count();
    let is_plain = |reason: &str| list(PLAIN_REASONS).any(|plain| plain == reason);
    let lower = text.to_lowercase();
    // `gets "forbidden" back`
    let is_quoted = |reason: &str| {
        lower.match_indices(reason).any(|(at, _)| {
            let before = lower.get(..at).unwrap_or_default();
            let after = lower.get(at + reason.len()..).unwrap_or_default();
            before.ends_with(['"', '“', '„', '«', '\'', '”'])
                && after.starts_with(['"', '“', '”', '»', '\''])
        })
    };
    let found = reasons().find(|(reason, status)| {
        // A caller's own patience has the same words as 408; "order not found" is no status.
        *status != 408
            && folded.find(reason).is_some()
            && (!is_plain(reason)
                || words <= FEW_WORDS && is_nothing_else(folded, reason)
                || is_quoted(reason))
    })?;
    Some((found.1, text.len().min(text.find('\n').unwrap_or(0))))
}

/// What servers say of a status, in every language.
fn reasons() -> impl Iterator<Item = &'static (&'static str, u16)> {
    TONGUES.iter().flat_map(|tongue| tongue.reasons)
}

/// Whether nothing but words of an answer stands around a reason.
fn is_nothing_else(folded: &Folded, reason: &str) -> bool {
    let rest = folded
        .as_str()
        .replacen(&[" ", reason, " "].concat(), " ", 1);
    let mut rest = rest.split_whitespace();
    rest.all(|word| {
        is(word, |words| words.status)
            || is(word, |words| words.between)
            || is(word, |words| words.came)
            || is(word, |words| words.failure)
            || is(word, |words| words.call)
    })
}
