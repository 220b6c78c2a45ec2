//! Character references: `&amp;`, `&#8211;` and the like, as browsers decode them in attributes and titles.
//!
//! Known by name are all references to ASCII and Latin-1 characters and the usual punctuation, so an address is always
//! read rightly; the other two thousand names stay as they are written.
//!
//! Source: html.spec.whatwg.org, sections 13.2.5.72 and 13.5 (read 2026-11-23).

use std::borrow::Cow;

/// Where a text stands; in attributes, `&copy=` is no reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An attribute's value.
    Attribute,
    /// The text of an element.
    Text,
}

/// The text that `raw` stands for: references decoded, line ends and NULs as the standard has them, bytes that are no
/// UTF-8 replaced.
pub fn decode(raw: &[u8], place: Place) -> Cow<'_, str> {
    let Some(first) = special(raw) else {
        return String::from_utf8_lossy(raw);
    };
    let mut text = Vec::with_capacity(raw.len());
    let (mut plain, mut rest) = raw.split_at_checked(first).unwrap_or((raw, &[]));
    loop {
        text.extend_from_slice(plain);
        let [byte, after @ ..] = rest else { break };
        rest = after;
        match byte {
            b'&' => match reference(after, place) {
                Some((char, bytes)) => {
                    push(&mut text, char);
                    rest = after.get(bytes..).unwrap_or_default();
                }
                None => text.push(b'&'),
            },
            b'\r' => {
                text.push(b'\n');
                rest = after.strip_prefix(b"\n").unwrap_or(after);
            }
            _ => push(&mut text, char::REPLACEMENT_CHARACTER),
        }
        let next = special(rest).unwrap_or(rest.len());
        (plain, rest) = rest.split_at_checked(next).unwrap_or((rest, &[]));
    }
    Cow::Owned(String::from_utf8_lossy(&text).into_owned())
}

/// Where the next byte stands that means something else.
fn special(raw: &[u8]) -> Option<usize> {
    raw.iter()
        .position(|byte| matches!(byte, b'&' | b'\r' | b'\0'))
}

fn push(text: &mut Vec<u8>, char: char) {
    text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
}

/// The character that a byte stands for in windows-1252.
pub(crate) fn windows_1252(byte: u8) -> char {
    let place = usize::from(byte).checked_sub(0x80);
    let signs = place.and_then(|place| WINDOWS_1252.chars().nth(place));
    signs.unwrap_or(char::from(byte))
}

/// The character that a reference stands for, and the bytes it takes after the `&`.
fn reference(after: &[u8], place: Place) -> Option<(char, usize)> {
    match after {
        [b'#', b'x' | b'X', digits @ ..] => {
            numeric(digits, 16).map(|(char, bytes)| (char, bytes + 2))
        }
        [b'#', digits @ ..] => numeric(digits, 10).map(|(char, bytes)| (char, bytes + 1)),
        _ => named(after, place),
    }
}

fn numeric(digits: &[u8], radix: u32) -> Option<(char, usize)> {
    let length = run(digits, |byte| (byte as char).is_digit(radix));
    let (digits, after) = digits.split_at_checked(length)?;
    digits.first()?;
    let code = digits.iter().fold(0_u32, |code, digit| {
        let digit = (*digit as char).to_digit(radix).unwrap_or(0);
        code.saturating_mul(radix).saturating_add(digit)
    });
    let char = match code {
        0 => None,
        0x80..=0x9f => WINDOWS_1252.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    };
    let semicolon = usize::from(after.starts_with(b";"));
    Some((char.unwrap_or('\u{fffd}'), length + semicolon))
}

fn named(after: &[u8], place: Place) -> Option<(char, usize)> {
    let (word, after) = after.split_at_checked(run(after, |byte| byte.is_ascii_alphanumeric()))?;
    let word = str::from_utf8(word).ok()?;
    if after.starts_with(b";")
        && let Some(char) = without_semicolon(word).or_else(|| listed(OTHERS, word))
    {
        return Some((char, word.len() + 1));
    }
    // Old names count without the semicolon too; the longest one that the word begins with.
    let (name, char) = (2..=LONGEST_OLD.min(word.len()))
        .rev()
        .filter_map(|length| word.get(..length))
        .find_map(|name| Some((name, without_semicolon(name)?)))?;
    let goes_on = name.len() < word.len() || after.starts_with(b"=");
    (place == Place::Text || !goes_on).then_some((char, name.len()))
}

/// The names that count without a semicolon.
fn without_semicolon(name: &str) -> Option<char> {
    let latin = || LATIN_1.split(' ').position(|other| other == name);
    listed(OLD, name).or_else(|| char::from_u32(0xa0 + u32::try_from(latin()?).ok()?))
}

/// Looks a name up in a list of names, each with its character behind it.
fn listed(list: &str, name: &str) -> Option<char> {
    list.split(' ')
        .find_map(|entry| entry.strip_prefix(name)?.parse().ok())
}

fn run(bytes: &[u8], fits: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| fits(**byte)).count()
}

/// Bytes of the longest name that counts without a semicolon.
const LONGEST_OLD: usize = 6;

const OLD: &str = "amp& lt< gt> quot\" AMP& LT< GT> QUOT\" COPY\u{a9} REG\u{ae}";

/// U+00A0 to U+00FF, in order.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
    AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
    Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn \
    yuml";

/// Every other name of an ASCII character, and the usual punctuation.
const OTHERS: &str = "Tab\t NewLine\n excl! num# dollar$ percnt% apos' lpar( rpar) ast* midast* plus+ comma, period. sol/ \
    colon: semi; equals= quest? commat@ lsqb[ lbrack[ bsol\\ rsqb] rbrack] Hat^ lowbar_ UnderBar_ grave` DiacriticalGrave` \
    lcub{ lbrace{ verbar| vert| VerticalLine| rcub} rbrace} ensp\u{2002} emsp\u{2003} thinsp\u{2009} zwnj\u{200c} \
    zwj\u{200d} lrm\u{200e} rlm\u{200f} hyphen\u{2010} dash\u{2010} ndash\u{2013} mdash\u{2014} lsquo\u{2018} \
    rsquo\u{2019} sbquo\u{201a} ldquo\u{201c} rdquo\u{201d} bdquo\u{201e} dagger\u{2020} bull\u{2022} hellip\u{2026} \
    lsaquo\u{2039} rsaquo\u{203a} euro\u{20ac} trade\u{2122} larr\u{2190} rarr\u{2192} minus\u{2212}";

/// What the codes 0x80 to 0x9F stand for.
const WINDOWS_1252: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\
    \u{152}\u{8d}\u{17d}\u{8f}\u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\u{161}\u{203a}\
    \u{153}\u{9d}\u{17e}\u{178}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes() {
        for (raw, text) in [
            ("a&amp;b&AMP;c&ampd&amp=e&amp", "a&b&c&ampd&amp=e&"),
            ("?a=1&copy=2&copy;&copy", "?a=1&copy=2\u{a9}\u{a9}"),
            ("&#38;&#038;&#x26;&#X26&#38x", "&&&&&x"),
            (
                "&#128;&#0;&#xD800;&#x110000;&#99999999999;",
                "\u{20ac}\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("&#;&#x;&;& &", "&#;&#x;&;& &"),
            ("http&colon;&sol;&sol;h", "http://h"),
            ("&notit;&notin", "&notit;&notin"),
            ("&raquo;&yuml;&nbsp;&frac34;", "\u{bb}\u{ff}\u{a0}\u{be}"),
            ("&nosuchname;", "&nosuchname;"),
            ("a\r\nb\rc\0", "a\nb\nc\u{fffd}"),
        ] {
            assert_eq!(decode(raw.as_bytes(), Place::Attribute), text, "{raw}");
        }
    }

    #[test]
    fn texts_decode_old_names_wherever_they_stand() {
        assert_eq!(decode(b"&notit; &copy2", Place::Text), "\u{ac}it; \u{a9}2");
        assert_eq!(
            decode(b"Cart &#8211; Shop &ndash; H\xe5ll", Place::Text),
            "Cart \u{2013} Shop \u{2013} H\u{fffd}ll"
        );
    }
}
