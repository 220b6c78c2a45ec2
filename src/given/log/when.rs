//! The moment that a line of a log names, in the shapes and languages in which servers, plugins and dashboards write it.

use super::super::Moment;

/// Bytes of a line in which its moment is looked for.
const HEAD_BYTES: usize = 240;

/// Tokens of a line that are looked at.
const TOKENS: usize = 60;

/// How a month's name begins, and its number; what begins alike stands before the shorter.
#[rustfmt::skip]
const MONTHS: &[(&str, u8)] = &[
    ("marras", 11), ("jan", 1), ("ene", 1), ("gen", 1), ("sty", 1), ("tam", 1),
    ("feb", 2), ("fév", 2), ("fev", 2), ("lut", 2), ("hel", 2),
    ("mar", 3), ("mär", 3), ("mrz", 3), ("maa", 3), ("mrt", 3),
    ("apr", 4), ("avr", 4), ("abr", 4), ("kwi", 4), ("huh", 4),
    ("may", 5), ("mai", 5), ("maj", 5), ("mei", 5), ("mag", 5), ("tou", 5),
    ("jun", 6), ("juin", 6), ("giu", 6), ("cze", 6), ("kes", 6),
    ("jul", 7), ("juil", 7), ("lug", 7), ("lip", 7), ("hei", 7),
    ("aug", 8), ("aoû", 8), ("aou", 8), ("ago", 8), ("sie", 8), ("elo", 8),
    ("sep", 9), ("set", 9), ("wrz", 9), ("syy", 9),
    ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("paź", 10), ("paz", 10), ("lok", 10),
    ("nov", 11), ("lis", 11), ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12), ("des", 12), ("gru", 12), ("jou", 12),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    /// Its value and its digits.
    Number(u32, usize),
    Word(&'t str),
    Sign(char),
}

/// The first moment in a line: a date with a time.
pub(super) fn moment(line: &str) -> Option<Moment> {
    let head = line
        .get(..line.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(line);
    let tokens = tokens(head);
    (0..tokens.len()).find_map(|at| at_token(tokens.get(at..)?))
}

/// The moment of seconds since 1970, in UTC.
pub(super) fn of_epoch(seconds: u64) -> Option<Moment> {
    if !(946_684_800..=4_102_444_800).contains(&seconds) {
        return None;
    }
    let (mut days, rest) = (seconds / 86_400, seconds % 86_400);
    let mut year = 1970_u16;
    let is_leap = |year: u16| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let lengths = [
        31,
        28 + u64::from(is_leap(year)),
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    let mut month = 1_u8;
    for length in lengths {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    let small = |number: u64| u8::try_from(number).ok();
    Some(Moment {
        year,
        month,
        day: small(days + 1)?,
        hour: small(rest / 3600)?,
        minute: small(rest / 60 % 60)?,
        second: small(rest % 60)?,
    })
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let alike: fn(char) -> bool = if first.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if first.is_alphabetic() {
            char::is_alphabetic
        } else {
            tokens.push(Token::Sign(first));
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            if tokens.len() >= TOKENS {
                break;
            }
            continue;
        };
        let end = rest.find(|c: char| !alike(c)).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        tokens.push(if first.is_ascii_digit() {
            Token::Number(word.parse().unwrap_or(u32::MAX), word.len())
        } else {
            Token::Word(word)
        });
        rest = rest.get(end..).unwrap_or_default();
        if tokens.len() >= TOKENS {
            break;
        }
    }
    tokens
}

fn at_token(tokens: &[Token]) -> Option<Moment> {
    match tokens {
        [Token::Number(..), ..] => numbers(tokens).or_else(|| day_first(tokens)),
        [Token::Word(word), rest @ ..] => month_first(month(word)?, rest),
        _ => None,
    }
}

/// A date of numbers alone.
fn numbers(tokens: &[Token]) -> Option<Moment> {
    let [
        Token::Number(first, first_digits),
        Token::Sign(sign @ ('-' | '/' | '.')),
        Token::Number(second, 1 | 2),
        Token::Sign('-' | '/' | '.'),
        Token::Number(third, third_digits),
        rest @ ..,
    ] = tokens
    else {
        return None;
    };
    match (first_digits, sign, third_digits) {
        // 2025-11-12T03:10:11, 2025/11/12 03:10:11, 2025.11.12 03:10
        (4, _, 1 | 2) => build(*first, *second, *third, rest),
        // 07-17-2019 @ 10:49:27
        (2, '-', 4) if matches!(rest, [_, Token::Sign('@'), ..]) => {
            build(*third, *first, *second, rest)
        }
        // 11/12/2025 3:10:11 AM. Without that, nothing tells the day from the month.
        (1 | 2, '/', 4) if rest.iter().take(12).any(is_half) => {
            build(*third, *first, *second, rest)
        }
        _ => None,
    }
}

/// 12/Nov/2025:03:10:11, 12-Nov-2025 03:10:11, 12 nov. 2025 03:10, 12. November 2025, 03:10, 12 de noviembre de 2025
fn day_first(tokens: &[Token]) -> Option<Moment> {
    let [Token::Number(day, 1 | 2), rest @ ..] = tokens else {
        return None;
    };
    let [Token::Word(word), rest @ ..] = joint(rest, "-/. ") else {
        return None;
    };
    let month = month(word)?;
    match joint(rest, "-/., ") {
        [Token::Number(year, 4), rest @ ..] => build(*year, month, *day, rest),
        rest => build(0, month, *day, rest),
    }
}

/// Nov 12 03:10:11, Nov 12, 2025 3:10:11 AM, Nov 12 03:10:11.123456 2025
fn month_first(month: u32, rest: &[Token]) -> Option<Moment> {
    let [Token::Number(day, 1 | 2), rest @ ..] = skip(rest, ". ", 2) else {
        return None;
    };
    let rest = skip(rest, "., ", 2);
    if let [Token::Number(year, 4), rest @ ..] = rest {
        return build(*year, month, *day, rest);
    }
    let mut later = rest.iter().skip(5).take(4);
    let year = later.find_map(|token| match token {
        Token::Number(year, 4) => Some(*year),
        _ => None,
    });
    build(year.unwrap_or(0), month, *day, rest)
}

/// Without signs and the word "de" at the start.
fn joint<'s, 't>(tokens: &'s [Token<'t>], signs: &str) -> &'s [Token<'t>] {
    let tokens = skip(tokens, signs, 2);
    match tokens {
        [Token::Word("de" | "del"), rest @ ..] => skip(rest, signs, 2),
        _ => tokens,
    }
}

fn is_half(token: &Token) -> bool {
    matches!(token, Token::Word(word) if word.eq_ignore_ascii_case("am") || word.eq_ignore_ascii_case("pm"))
}

/// Without up to `most` of these signs at the start.
fn skip<'s, 't>(mut tokens: &'s [Token<'t>], signs: &str, most: usize) -> &'s [Token<'t>] {
    for _ in 0..most {
        match tokens {
            [Token::Sign(sign), rest @ ..] if signs.contains(*sign) => tokens = rest,
            _ => break,
        }
    }
    tokens
}

fn month(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let found = MONTHS
        .iter()
        .find(|(begins, _)| lower.starts_with(begins))?;
    Some(u32::from(found.1))
}

/// A moment, where a time follows within a few signs and words.
fn build(year: u32, month: u32, day: u32, rest: &[Token]) -> Option<Moment> {
    use Token::{Number, Sign, Word};
    let from = rest
        .iter()
        .take(6)
        .position(|token| matches!(token, Number(..)))?;
    let rest = rest.get(from..)?;
    let [
        Number(hour, 1 | 2),
        Sign(':' | '.'),
        Number(minute, 2),
        rest @ ..,
    ] = rest
    else {
        return None;
    };
    let (second, rest) = match rest {
        [Sign(':' | '.'), Number(second, 2), rest @ ..] => (*second, rest),
        rest => (0, rest),
    };
    let half = rest.iter().take(3).find_map(|token| match token {
        Word(word) if word.eq_ignore_ascii_case("pm") => Some(12),
        Word(word) if word.eq_ignore_ascii_case("am") => Some(0),
        _ => None,
    });
    let hour = half.map_or(*hour, |half| hour % 12 + half);
    let within = matches!((month, day, hour, minute), (1..=12, 1..=31, 0..=23, 0..=59))
        && (year == 0 || (1995..=2100).contains(&year));
    let small = |number: u32| u8::try_from(number).ok();
    within.then_some(())?;
    Some(Moment {
        year: u16::try_from(year).ok()?,
        month: small(month)?,
        day: small(day)?,
        hour: small(hour)?,
        minute: small(*minute)?,
        second: small(second.min(59))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> Option<(u16, u8, u8, u8, u8)> {
        moment(line).map(|m| (m.year, m.month, m.day, m.hour, m.minute))
    }

    #[test]
    fn every_shape_of_a_moment() {
        let full = Some((2025, 11, 12, 3, 10));
        for line in [
            "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST / HTTP/1.1\" 200 2",
            "2025/11/12 03:10:11 [error] 22#22: *88 x",
            "[Wed Nov 12 03:10:11.123456 2025] [core:error]",
            "[Wed Nov 12 03:10:11 2025] [error]",
            "2025-11-12T03:10:11+00:00 CRITICAL x",
            "2025-11-12 03:10:11,123 fail2ban.actions",
            "11-12-2025 @ 03:10:11 - x",
            "[12-Nov-2025 03:10:11 UTC] PHP Fatal error",
            "Nov 12, 2025 3:10:11 AM",
            "11/12/2025 3:10:11 AM (2 hours ago)",
            "12 nov. 2025 03:10:11",
            "12. November 2025, 03:10",
            "12 novembre 2025 à 03:10",
            "12. marraskuuta 2025 klo 3.10",
            "12 de noviembre de 2025 03:10",
            "12 listopada 2025 03:10",
            "web-1  | 2025-11-12T03:10:11.000Z stdout F x",
        ] {
            let found = shown(line);
            assert_eq!(found, full, "{line}");
        }
        assert_eq!(
            shown("Nov 12 03:10:11 web1 nginx: x"),
            Some((0, 11, 12, 3, 10))
        );
        assert_eq!(
            shown("Nov 12, 2025 3:10:11 PM"),
            Some((2025, 11, 12, 15, 10))
        );
    }

    #[test]
    fn what_is_no_moment() {
        for line in [
            "",
            "version 2025-11-12",
            "203.0.113.9:443",
            "99/Nov/2025:03:10:11",
            "2025-13-12 03:10",
            "12 apples 2025 03:10",
        ] {
            assert_eq!(moment(line), None, "{line}");
        }
    }

    #[test]
    fn seconds_since_1970() {
        let moment = of_epoch(1_762_917_011).unwrap();
        assert_eq!(
            (
                moment.year,
                moment.month,
                moment.day,
                moment.hour,
                moment.minute,
                moment.second
            ),
            (2025, 11, 12, 3, 10, 11)
        );
        assert_eq!(of_epoch(12), None);
    }
}
