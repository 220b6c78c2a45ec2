//! Host names with letters of European languages, in their ASCII form.
//!
//! Whole IDNA takes the tables that make the `url` crate too large. But a shop whose home address is
//! `https://köpmat.example` writes it like that into its pages, and the letters of Latin-1 and Latin Extended-A need no
//! tables: in lower case each one is its own normal form. All others are left to a hand.

/// The name in lower case, with every label that is not ASCII turned into its `xn--` form (RFC 3492); None where it has
/// letters that this module does not know.
pub(super) fn to_ascii(name: &str) -> Option<String> {
    let mut out = String::with_capacity(name.len());
    for (index, label) in name.split('.').enumerate() {
        if index > 0 {
            out.push('.');
        }
        if label.is_ascii() {
            out.push_str(&label.to_ascii_lowercase());
        } else {
            let label: Vec<char> = label.chars().map(letter).collect::<Option<_>>()?;
            // A label is encoded once; longer ones than DNS takes need not be.
            if label.starts_with(&['x', 'n', '-', '-']) || label.len() > super::LABEL_BYTES {
                return None;
            }
            out.push_str("xn--");
            encode(&label, &mut out);
        }
    }
    Some(out)
}

/// A host as browsers read it from an address, percent signs and letters of full width resolved, in the form they ask for.
/// Letters that [`to_ascii`] does not know are taken to be in the form that IDNA gives them, as most are.
pub(crate) fn ascii_host(host: &str) -> String {
    const FULL_WIDTH: u32 = 0xfee0;
    let bytes = super::harmless::decode(host.as_bytes());
    let text = String::from_utf8_lossy(&bytes);
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - FULL_WIDTH).unwrap_or(c),
        '\u{3002}' => '.',
        c => c,
    };
    let name: String = text.chars().map(plain).collect();
    let name = name.to_ascii_lowercase();
    to_ascii(&name).unwrap_or_else(|| {
        let mut out = String::with_capacity(name.len());
        for (index, label) in name.split('.').enumerate() {
            if index > 0 {
                out.push('.');
            }
            let letters: Vec<char> = label.chars().collect();
            if label.is_ascii() || letters.len() > super::LABEL_BYTES {
                out.push_str(label);
            } else {
                out.push_str("xn--");
                encode(&letters, &mut out);
            }
        }
        out
    })
}

/// The character in lower case, if it is ASCII or one of the letters that IDNA leaves as they are.
fn letter(c: char) -> Option<char> {
    let c = match c {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(c) + 32)?,
        _ => c.to_ascii_lowercase(),
    };
    // IDNA writes these in two letters, or as another one.
    let mapped = matches!(c, 'ĳ' | 'ŀ' | 'ŉ' | 'ſ');
    (c.is_ascii() || matches!(c, 'ß'..='ſ') && c.is_lowercase() && !mapped).then_some(c)
}

/// Whether this is what stands behind the `xn--` of a label: it decodes, to something that is not ASCII alone, and its
/// letters are those that an address is written in. Of letters that this module does not know only the controls and what
/// is no character are refused; browsers have tables and refuse more. Source: UTS 46 revision 33, section 4.1.
pub(super) fn is_sound(encoded: &str) -> bool {
    decode(encoded).is_some_and(|label| {
        let known = |c: char| match u32::from(c) {
            // ASCII, and signs that stand for no other.
            ..0x80
            | 0xa1..=0xa7
            | 0xa9
            | 0xab
            | 0xac
            | 0xae
            | 0xb0
            | 0xb1
            | 0xb6
            | 0xb7
            | 0xbb
            | 0xbf
            | 0xd7
            | 0xf7 => true,
            0x80..0x180 => letter(c) == Some(c),
            code => !matches!(code, 0xe000..=0xf8ff | 0xfff0..=0xffff | 0xf_0000..),
        };
        !label.iter().all(char::is_ascii) && label.into_iter().all(known)
    })
}

/// Punycode as RFC 3492 section 6.2 has it.
fn decode(encoded: &str) -> Option<Vec<char>> {
    let (plain, digits) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut label: Vec<char> = plain.chars().collect();
    let (mut code, mut at, mut bias) = (0x80_u32, 0_u32, 72);
    let mut digits = digits.bytes().peekable();
    while digits.peek().is_some() {
        let (before, mut weight, mut position) = (at, 1_u32, 36);
        loop {
            let digit = match digits.next()? {
                letter @ b'a'..=b'z' => letter - b'a',
                number @ b'0'..=b'9' => number - b'0' + 26,
                _ => return None,
            };
            let digit = u32::from(digit);
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = u32::saturating_sub(position, bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            position += 36;
        }
        let count = u32::try_from(label.len()).ok()? + 1;
        bias = adapt(at - before, count, before == 0);
        code = code.checked_add(at / count)?;
        label.insert((at % count) as usize, char::from_u32(code)?);
        at = at % count + 1;
    }
    Some(label)
}

/// Punycode as RFC 3492 section 6.3 has it; 63 letters below U+0180 cannot overflow.
fn encode(label: &[char], out: &mut String) {
    let mut done = 0;
    for c in label.iter().filter(|c| c.is_ascii()) {
        out.push(*c);
        done += 1;
    }
    if done > 0 {
        out.push('-');
    }
    let (mut code, mut delta, mut bias) = (0x80, 0, 72);
    let mut first = true;
    while let Some(next) = label
        .iter()
        .map(|c| u32::from(*c))
        .filter(|c| *c >= code)
        .min()
    {
        delta += (next - code) * (done + 1);
        for c in label.iter().map(|c| u32::from(*c)) {
            if c < next {
                delta += 1;
            } else if c == next {
                number(delta, bias, out);
                bias = adapt(delta, done + 1, first);
                (delta, first) = (0, false);
                done += 1;
            }
        }
        delta += 1;
        code = next + 1;
    }
}

/// A number in digits of changing base.
fn number(mut rest: u32, bias: u32, out: &mut String) {
    let mut position = 36;
    loop {
        let threshold = u32::saturating_sub(position, bias).clamp(1, 26);
        if rest < threshold {
            break out.push(digit(rest));
        }
        out.push(digit(threshold + (rest - threshold) % (36 - threshold)));
        rest = (rest - threshold) / (36 - threshold);
        position += 36;
    }
}

fn digit(value: u32) -> char {
    // The alphabet is a to z, then 0 to 9.
    char::from_digit((value + 10) % 36, 36).unwrap_or('0')
}

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut bias = 0;
    while delta > 455 {
        delta /= 35;
        bias += 36;
    }
    bias + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::{ascii_host, is_sound, to_ascii};

    // Expected forms from Node 20's `new URL`.
    #[test]
    fn hosts_are_read_as_browsers_do() {
        for (host, expected) in [
            ("%63ase-a.example", "case-a.example"),
            ("\u{ff58}-a\u{3002}example", "x-a.example"),
            ("\u{65e5}\u{672c}\u{8a9e}.example", "xn--wgv71a119e.example"),
            ("k%C3%B6pmat.se", "xn--kpmat-jua.se"),
        ] {
            assert_eq!(ascii_host(host), expected, "{host}");
        }
    }

    // Expected forms from Node 20's `new URL`.
    #[test]
    fn european_names_get_the_form_that_browsers_give_them() {
        for (name, expected) in [
            ("köpmat.se", "xn--kpmat-jua.se"),
            ("WWW.KÖPMAT.SE", "www.xn--kpmat-jua.se"),
            ("räksmörgås.se", "xn--rksmrgs-5wao1o.se"),
            ("blåbærgrød.dk", "xn--blbrgrd-fxak7p.dk"),
            ("straße.de", "xn--strae-oqa.de"),
            ("ö.se", "xn--nda.se"),
            ("åäö.example.com", "xn--4cab6c.example.com"),
            ("żółw.pl", "xn--w-uga1v8h.pl"),
            ("ırmak.com.tr", "xn--rmak-kza.com.tr"),
        ] {
            assert_eq!(to_ascii(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn what_browsers_write_is_sound() {
        for label in [
            "kpmat-jua",
            "rksmrgs-5wao1o",
            "nda",
            "w-uga1v8h",
            "fiqs8s",
            "mgbh0fb",
            "b1amarcd",
            "e1afmkfd",
            "ls8h",
            "l8j",
        ] {
            assert!(is_sound(label), "{label}");
        }
    }

    // Node 20's `new URL` refuses all of these but what is ASCII alone, which the standard refuses since revision 33.
    #[test]
    fn what_browsers_refuse_is_not() {
        for (why, label) in [
            ("nothing", ""),
            ("ASCII alone", "a-"),
            ("ASCII alone", "abc-"),
            ("a hyphen alone", "-"),
            ("a number that does not end", "99"),
            ("no digit of the alphabet", "a_b"),
            ("a control", "a"),
            ("beyond all characters", "99999999"),
            ("a capital", "kpmat-41a"),
        ] {
            assert!(!is_sound(label), "{why}: {label}");
        }
    }

    #[test]
    fn other_letters_are_left_to_a_hand() {
        let long = "å".repeat(64);
        for name in [
            "店.jp",
            "a÷b.se",
            "×.se",
            "ŀa.cat",
            "ſ.de",
            "ŉ.za",
            "ĳ.nl",
            "Ő.hu",
            "a\u{308}.se",
            "xn--å.se",
            "e。se",
            &long,
        ] {
            assert_eq!(to_ascii(name), None, "{name}");
        }
    }
}
