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
    use super::to_ascii;

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
