//! What people and providers write about an answer: `503`, `HTTP 503`, a sentence, a mail, a portal's lines.
//!
//! A number is a status only where it stands as one: announced by a word that means it, in brackets after a failure, first
//! or alone on its line, behind the address that was called, or beside the words that servers say with it. Never a part of
//! another number, of an address, of a range, nor what the answer was not.

use crate::probe::NoAnswer;

use super::tongues::{
    BETWEEN, BODY, CALL, CAME, CONNECTION, FAILURE, HTTP, NAMED, NOT, OTHER_CODES, PAYMENT,
    PLAIN_REASONS, REASONS, REASONS_ELSEWHERE, RECEIVED, REFUSES, SILENCE, STATUS, TLS, TLS_FAULTS,
    UNITS, WANTED,
};
use super::words::{self, Part, Piece, find, folded, has, pieces};
use super::{Form, Given, Input, Told, body, headers};

/// Bytes of a text that still counts as words about an answer: a mail with all its notices.
const TEXT_BYTES: usize = 64 * 1024;

/// Numbers of a text that are looked at.
const NUMBERS: usize = 500;

/// Words between an announcement and its number, at most.
const REACH: usize = 7;

/// Words of a text that is nothing but what a server says of a status, at most.
const FEW_WORDS: usize = 6;

/// Reads words about an answer. `None` where they are about something else.
pub(super) fn read(text: &str) -> Option<Input> {
    let given = given(text)?;
    Some(Input {
        form: Form::Status,
        answers: vec![given],
    })
}

/// The answer that a text speaks of. Where a date hides the status from it, the dates of the lines are left out.
pub(super) fn given(text: &str) -> Option<Given> {
    if text.len() > TEXT_BYTES {
        return None;
    }
    let has_status = |given: &Given| given.status.is_some();
    let found = told_of(text);
    if found.as_ref().is_some_and(has_status) {
        return found;
    }
    let bare = without_times(text);
    let again = (bare != text).then(|| told_of(&bare)).flatten();
    again.filter(has_status).or(found)
}

fn told_of(text: &str) -> Option<Given> {
    let pieces = pieces(text);
    let folded = folded(&pieces);
    let addresses = words::addresses(&pieces);
    let url = called(&addresses);
    let told = super::sentences::told(text, &folded, url);
    let said = told.as_ref().is_none_or(|told| told.leaves_status);
    let (status, at) = match said.then(|| status(text, &pieces, &folded)).flatten() {
        Some((status, at)) => (Some(status), at),
        None => (None, 0),
    };
    let silence = silence(&folded)
        .or_else(|| has(&folded, ZERO).then_some(NoAnswer::Unknown))
        .filter(|_| status.is_none() && told.is_none());
    let told = told.or_else(|| {
        let silent = status.is_none() && silence.is_none();
        silent.then(|| unsaid(&folded)).flatten()
    });
    if status.is_none() && silence.is_none() && told.is_none() {
        return None;
    }
    let target = status
        .filter(|status| matches!(status, 300..=399))
        .and_then(|_| target(text, &addresses));
    Some(Given {
        status,
        silence,
        told,
        headers: headers(target.map(|to| ("location".to_owned(), to.to_owned()))),
        body: status.and_then(|_| told_body(text, at)),
        url: url.map(str::to_owned),
        ..Given::default()
    })
}

/// What callers write in the place of a status where none came.
const ZERO: &[&str] = &[
    "status 0",
    "status code 0",
    "status 000",
    "statuscode 0",
    "statuskod 0",
    "response code 0",
    "http 0",
    "http 000",
    "http code 0",
    "http code 000",
];

/// The text without the date and time that a log writes before each line: `2026-11-27 14:02:11`, `[2026-11-27T14:02:11Z]`.
fn without_times(text: &str) -> String {
    let bare = |line: &'_ str| -> usize {
        let start = line.len() - line.trim_start_matches(['[', ' ']).len();
        let rest = line.get(start..).unwrap_or_default();
        let is_digit = |c: char| c.is_ascii_digit();
        let date = rest.get(..10).is_some_and(|date| {
            let mut parts = date
                .split('-')
                .map(|part| (part.len(), part.chars().all(is_digit)));
            parts.next() == Some((4, true))
                && parts.next() == Some((2, true))
                && parts.next() == Some((2, true))
        });
        let time = rest.get(10..).unwrap_or_default();
        let has_time = time.starts_with([' ', 'T']) && time.get(3..4) == Some(":");
        if !date || !has_time {
            return 0;
        }
        let tail = time
            .get(1..)
            .unwrap_or_default()
            .trim_start_matches(|c: char| is_digit(c) || matches!(c, ':' | '.' | 'Z' | '+'));
        line.len() - tail.trim_start_matches([']', ' ', '\t', ',']).len()
    };
    let lines: Vec<&str> = text
        .split_inclusive('\n')
        .map(|line| line.get(bare(line)..).unwrap_or(line))
        .collect();
    lines.concat()
}

/// The status that a text, such as a field of JSON, begins with or consists of.
pub(super) fn of_field(text: &str) -> Option<u16> {
    if text.len() > FIELD_BYTES {
        return None;
    }
    let pieces = pieces(text.trim());
    let first = pieces
        .iter()
        .position(|piece| number(&pieces, piece).is_some())?;
    let before = pieces.get(..first)?;
    let announced = before.iter().all(|piece| match piece.word() {
        Some(word) => STATUS.contains(&word) || word.len() == 1 && word.parse::<u8>().is_ok(),
        None => piece.sign().is_some(),
    });
    let found = pieces.get(first).and_then(|piece| number(&pieces, piece))?;
    (announced && !is_part(&pieces, first)).then_some(found)
}

/// Bytes of a field that may be a status with its words.
const FIELD_BYTES: usize = 80;

/// The first address that a provider calls, else the only one.
fn called<'t>(addresses: &[&'t str]) -> Option<&'t str> {
    let callback = addresses.iter().find(|address| is_called(address));
    callback
        .or_else(|| addresses.first().filter(|_| addresses.len() == 1))
        .copied()
}

/// Whether an address looks like one that a provider calls.
pub(super) fn is_called(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    [
        "wc-api",
        "wp-json",
        "rest_route",
        "admin-post.php",
        "webhook",
        "callback",
        "notify",
        "ipn",
    ]
    .iter()
    .any(|part| address.contains(part))
}

/// Where a redirect leads, in a sentence about it.
fn target<'t>(text: &str, addresses: &[&'t str]) -> Option<&'t str> {
    let lower = text.to_ascii_lowercase();
    addresses.iter().copied().find(|address| {
        let at = address.as_ptr() as usize - text.as_ptr() as usize;
        let before = lower.get(..at).unwrap_or_default();
        let before = before.trim_end_matches([' ', '"', '\'', '<', '(', ':', '\n', '\r']);
        before.ends_with(" to") || before.ends_with("location") || before.ends_with("->")
    })
}

/// The body that stands in the line of its status: behind a word for it, or as markup.
fn told_body(text: &str, from: usize) -> Option<String> {
    let rest = text.get(from..)?;
    let line = rest.lines().next().unwrap_or_default();
    if line.trim_matches(['"', '\'', ' ', ':', ',']) == "-1" {
        return Some(body("-1"));
    }
    if let Some(at) = markup(rest) {
        return rest.get(at..).map(body);
    }
    let found = pieces(rest);
    let label = found.windows(2).find(|pair| {
        let [word, sign] = pair else {
            return false;
        };
        word.word().is_some_and(|word| BODY.contains(&word))
            && matches!(sign.sign(), Some(':' | '='))
    });
    let start = match label {
        Some([_, sign]) => sign.at + 1,
        _ => cloudflare(rest)?,
    };
    let told = rest.get(start..)?.trim();
    let told = told.lines().next().unwrap_or_default().trim();
    let told = told.trim_matches(['"', '\'', '“', '”', '«', '»', '`', ' ']);
    (!told.is_empty()).then(|| body(told))
}

/// Where Cloudflare's own words begin, such as `error code: 1010`.
fn cloudflare(text: &str) -> Option<usize> {
    let at = text.find("error code: 1")?;
    let code = text.get(at + "error code: ".len()..)?;
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4).then_some(at)
}

/// Where markup begins in a text: a tag, and not an address or a name in angle brackets.
pub(super) fn markup(text: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|at| {
        let tag = text.get(at + 1..).unwrap_or_default();
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '!');
        let name = tag.get(..end.unwrap_or(tag.len())).unwrap_or_default();
        MARKUP.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

/// Elements with which pages and error pages begin.
const MARKUP: &[&str] = &[
    "!doctype", "html", "head", "body", "title", "meta", "center", "h1", "h2", "h3", "p", "div",
    "script", "style", "br", "b", "link", "table", "span", "noscript", "!",
];

/// A text that tells of a failed call, and not how it failed.
fn unsaid(folded: &str) -> Option<Told> {
    (has(folded, FAILURE) && has(folded, CALL)).then(|| Told::open("told-failure"))
}

/// Why there was no answer.
pub(super) fn silence(folded: &str) -> Option<NoAnswer> {
    if has(folded, TLS) && (has(folded, FAILURE) || has(folded, TLS_FAULTS)) {
        return Some(NoAnswer::Tls);
    }
    let found = SILENCE.iter().find(|(_, phrases)| has(folded, phrases));
    let refused = has(folded, CONNECTION) && has(folded, REFUSES);
    found
        .map(|(why, _)| *why)
        .or_else(|| refused.then_some(NoAnswer::Refused))
}

/// The status that a text tells, and where its number ends.
fn status(text: &str, pieces: &[Piece], folded: &str) -> Option<(u16, usize)> {
    let failed = has(folded, FAILURE);
    if has(folded, PAYMENT) && !has(folded, CALL) && !has(folded, HTTP) {
        return None;
    }
    let compared = has(folded, WANTED);
    let numbers: Vec<(usize, u16)> = pieces
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| Some((at, number(pieces, piece)?)))
        .take(NUMBERS)
        .collect();
    // 200 to 299.
    let bounds = |low: &(usize, u16), high: &(usize, u16)| {
        low.1.is_multiple_of(100) && high.1 % 100 == 99 && low.1 < high.1 && high.0 - low.0 <= REACH
    };
    let ranged = |at: usize, this: &(usize, u16)| {
        let before = at.checked_sub(1).and_then(|at| numbers.get(at));
        let after = numbers.get(at + 1);
        before.is_some_and(|low| bounds(low, this)) || after.is_some_and(|high| bounds(this, high))
    };
    let stated: Vec<(usize, u16)> = numbers
        .iter()
        .enumerate()
        .filter(|(nth, found)| !ranged(*nth, found))
        .map(|(_, found)| *found)
        .filter(|(at, _)| {
            !is_part(pieces, *at)
                && !is_wanted(pieces, *at)
                && (stands(text, pieces, *at) || compared && is_received(pieces, *at))
        })
        .collect();
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

/// The number of a piece, where it can be a final status.
fn number(pieces: &[Piece], piece: &Piece) -> Option<u16> {
    let word = piece.word()?;
    let digits = word.strip_prefix("http").unwrap_or(word);
    let digits = digits
        .strip_prefix('e')
        .filter(|_| digits.len() == 4 && is_after_http(pieces, piece))
        .unwrap_or(digits);
    if digits.len() != 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits
        .parse()
        .ok()
        .filter(|status| matches!(status, 200..=599 | 999))
}

/// `HTTP-E403`, as some clients write it.
fn is_after_http(pieces: &[Piece], piece: &Piece) -> bool {
    let at = pieces.iter().position(|other| other.at == piece.at);
    at.and_then(|at| pieces.get(at.checked_sub(2)?))
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
fn is_part(pieces: &[Piece], at: usize) -> bool {
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
                ':' | '=' | '-' | '/' | '_' => label.is_some_and(|word| !STATUS.contains(&word)),
                '.' | ',' => second.is_some_and(|word| word.word().is_some()),
                '+' | '#' | '@' | '&' | '%' | '$' | '€' | '£' | '~' | '–' => true,
                _ => false,
            }
        });
    let joined_after = after
        .filter(|after| after.glued)
        .and_then(Piece::sign)
        .is_some_and(|sign| {
            let goes_on = next.is_some_and(|next| next.glued && next.word().is_some());
            match sign {
                '.' | ',' | '-' | '/' | ':' | '_' | '+' | '–' | '@' | '=' => goes_on,
                '%' | '$' | '€' | '£' | '°' => true,
                _ => false,
            }
        });
    let port = before
        .and_then(Piece::word)
        .is_some_and(|word| matches!(word, "port" | "porten"));
    let named = before
        .and_then(Piece::word)
        .is_some_and(|word| NAMED.contains(&word));
    let counted = after
        .and_then(Piece::word)
        .is_some_and(|word| UNITS.contains(&word))
        && !before
            .and_then(Piece::word)
            .is_some_and(|word| STATUS.contains(&word));
    joined_before || joined_after || port || named || counted || is_of_api(pieces, at)
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
        BETWEEN.contains(word) || STATUS.contains(word) || CAME.contains(word) || word.len() == 1
    };
    let reach = words.iter().take_while(|word| passes(word)).count();
    let negated = (0..=reach).any(|from| {
        let mut rest: Vec<&str> = words.get(from..).unwrap_or_default().to_vec();
        rest.reverse();
        let text = [" ", &rest.join(" "), " "].concat();
        NOT.iter().any(|phrase| {
            text.strip_suffix(' ')
                .and_then(|text| text.strip_suffix(phrase))
                .is_some_and(|text| text.ends_with(' '))
        })
    });
    let behind = pieces.get(at + 1..).unwrap_or_default().iter();
    let mut behind =
        behind.take_while(|piece| !matches!(piece.sign(), Some('.' | ',' | ';' | '\n')));
    negated
        || behind
            .by_ref()
            .filter_map(Piece::word)
            .take(2)
            .any(|word| WANTED.contains(&word))
}

/// Whether a number stands where a status stands.
fn stands(text: &str, pieces: &[Piece], at: usize) -> bool {
    pieces
        .get(at)
        .and_then(Piece::word)
        .is_some_and(|word| word.starts_with("http"))
        || is_announced(pieces, at)
        || is_in_brackets(pieces, at)
        || is_first(pieces, at)
        || has_reason(pieces, at)
        || is_behind_address(text, pieces, at)
}

fn is_announced(pieces: &[Piece], at: usize) -> bool {
    let words = before(pieces, at);
    let passed = words
        .iter()
        .take_while(|word| BETWEEN.contains(word) && !STATUS.contains(word));
    let passed = passed.count();
    let Some(word) = words.get(passed) else {
        return false;
    };
    let other = words
        .get(passed + 1)
        .is_some_and(|word| OTHER_CODES.contains(word));
    let version = words
        .get(passed)
        .is_some_and(|word| matches!(*word, "1" | "2" | "3" | "0"))
        && words
            .iter()
            .skip(passed)
            .take(3)
            .any(|word| *word == "http");
    version || STATUS.contains(word) && !other || CAME.contains(word)
}

/// `Expected: 200. Received: 403.`
fn is_received(pieces: &[Piece], at: usize) -> bool {
    let words = before(pieces, at);
    words.first().is_some_and(|word| RECEIVED.contains(word))
}

/// `Failed (403)`: in brackets, after a failure on the same line.
fn is_in_brackets(pieces: &[Piece], at: usize) -> bool {
    let [_, open, after, _] = around(pieces, at);
    let opens = open
        .and_then(Piece::sign)
        .is_some_and(|sign| matches!(sign, '(' | '['));
    let closes = after.is_some_and(|after| {
        matches!(after.sign(), Some(')' | ']' | ':' | ',')) || after.word().is_some()
    });
    let success = pieces
        .get(at)
        .and_then(Piece::word)
        .is_some_and(|word| word.starts_with('2'));
    let earlier = pieces.get(..at).unwrap_or_default();
    let start = earlier.iter().rposition(|piece| piece.sign() == Some('\n'));
    let line = earlier
        .get(start.map_or(0, |start| start + 1)..)
        .unwrap_or_default();
    opens && closes && !success && has(&folded(line), FAILURE)
}

/// First on its line, and alone or with a sign or a method behind it.
fn is_first(pieces: &[Piece], at: usize) -> bool {
    let earlier = pieces.get(..at).unwrap_or_default().iter().rev();
    let mut before = earlier.take_while(|piece| piece.sign() != Some('\n'));
    let first = before.all(|piece| piece.sign().is_some_and(|sign| "\"'*-•(>[“".contains(sign)));
    let behind = pieces.get(at + 1);
    let known = match behind.map(|piece| &piece.part) {
        None | Some(Part::Address(_)) => true,
        Some(Part::Sign(sign)) => "\n\"':,;(|-–—)]”>".contains(*sign),
        Some(Part::Word(word)) => matches!(
            word.as_str(),
            "post" | "get" | "error" | "fel" | "fehler" | "fout" | "virhe"
        ),
    };
    first && known
}

/// Beside the words that a server says with it.
fn has_reason(pieces: &[Piece], at: usize) -> bool {
    let Some(status) = pieces.get(at).and_then(|piece| number(pieces, piece)) else {
        return false;
    };
    let behind = pieces.get(at + 1..).unwrap_or_default();
    let behind = folded(behind.get(..REACH.min(behind.len())).unwrap_or_default());
    let mut words = before(pieces, at);
    words.reverse();
    let before = [" ", &words.join(" "), " "].concat();
    REASONS.iter().chain(REASONS_ELSEWHERE).any(|(reason, of)| {
        *of == status
            && (find(&behind, reason) == Some(1)
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
fn reason(text: &str, folded: &str) -> Option<(u16, usize)> {
    let words = folded.split_whitespace().count();
    let counts = |reason: &&(&str, u16)| {
        // A caller's own patience has the same words as 408.
        reason.1 != 408
            && has(folded, &[reason.0])
            && (words <= FEW_WORDS || !PLAIN_REASONS.contains(&reason.0))
    };
    let alone = |reason: &&(&str, u16)| {
        // "Order not found" is no status.
        !PLAIN_REASONS.contains(&reason.0) || is_nothing_else(folded, reason.0)
    };
    let found = REASONS
        .iter()
        .chain(REASONS_ELSEWHERE)
        .filter(counts)
        .find(alone)?;
    Some((found.1, text.len().min(text.find('\n').unwrap_or(0))))
}

/// Whether nothing but words of an answer stands around a reason.
fn is_nothing_else(folded: &str, reason: &str) -> bool {
    let rest = folded.replacen(&[" ", reason, " "].concat(), " ", 1);
    let mut rest = rest.split_whitespace();
    rest.all(|word| {
        STATUS.contains(&word)
            || BETWEEN.contains(&word)
            || CAME.contains(&word)
            || FAILURE.contains(&word)
            || has(&[" ", word, " "].concat(), CALL)
    })
}
