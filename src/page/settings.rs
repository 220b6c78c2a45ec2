//! Settings that WordPress prints into inline scripts: `var kco_params = {"update_cart_url":"\/?wc-ajax=…", …};`.
//!
//! Only a declaration that the script would run counts: one within a string or a comment does not.

use super::limits;
use crate::html::find::find;

/// The settings of Kustom Checkout.
pub(super) const KCO: &str = "kco_params";

/// What is looked for: Kustom Checkout's settings, and those of WooCommerce's scripts that hold its addresses.
const WANTED: [&str; 5] = [
    KCO,
    "wc_add_to_cart_params",
    "woocommerce_params",
    "wc_cart_fragments_params",
    "wc_checkout_params",
];

/// The end of every name that is looked for.
const SUFFIX: &[u8] = b"_params";

/// Calls `entry(name, key, value)` for each text value at the first level of each `var …_params = {…}` that is
/// [`WANTED`]. Keys and values come as they are written; [`decode`] gives what they stand for.
pub(super) fn read<'a>(script: &'a [u8], mut entry: impl FnMut(&str, &'a [u8], &'a [u8])) {
    let mut code = Code::default();
    let mut at = 0;
    while let Some(place) = find(script, at, b'_') {
        at = place + 1;
        if script.get(at) == Some(&b'p')
            && let Some(declared) = declaration(script, place)
            && WANTED.contains(&declared.name)
            && code.reaches(script, declared.at)
        {
            let end = script.len().min(declared.object + limits::SETTINGS_BYTES);
            let object = script.get(declared.object..end).unwrap_or_default();
            // What was read once is not looked at again, or hostile scripts would take for ever.
            at = end - read_object(object, |key, value| entry(declared.name, key, value));
        }
    }
}

struct Declaration<'a> {
    name: &'a str,
    /// Where `var` stands.
    at: usize,
    /// What follows the opening brace.
    object: usize,
}

/// Reads `var …_params = {` around the underscore at `underscore`.
fn declaration(script: &[u8], underscore: usize) -> Option<Declaration<'_>> {
    let (before, after) = script.split_at_checked(underscore)?;
    let object = after.strip_prefix(SUFFIX)?.trim_ascii_start();
    let object = object.strip_prefix(b"=")?.trim_ascii_start();
    let object = object.strip_prefix(b"{")?;
    let front = before
        .iter()
        .rev()
        .take(limits::SETTINGS_NAME_BYTES)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
        .count();
    let name = script.get(underscore - front..underscore + SUFFIX.len())?;
    let before = before.get(..underscore - front)?;
    let spaceless = before.trim_ascii_end();
    let at = [b"var".as_slice(), b"let", b"const"]
        .into_iter()
        .find_map(|word| spaceless.strip_suffix(word))?
        .len();
    let ends_a_word =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.');
    let stands_alone = !before.get(..at)?.last().is_some_and(ends_a_word);
    (stands_alone && spaceless.len() < before.len()).then_some(Declaration {
        name: str::from_utf8(name).ok()?,
        at,
        object: script.len() - object.len(),
    })
}

/// What a place in a script is part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Code,
    /// A text up to this quote.
    Text(u8),
    /// A regular expression.
    Pattern,
    /// A regular expression's `[…]`, where a slash does not end it.
    PatternClass,
    LineComment,
    Comment,
}

/// Follows a script, only as far as to tell code from texts and comments. What it takes for a text or a regular expression
/// ends with the line, so that a mistake does not last.
#[derive(Debug, Default)]
struct Code {
    at: usize,
    part: Part,
    /// The last byte of code that is no space; it decides whether a slash divides or begins a regular expression.
    last: u8,
}

impl Code {
    /// Goes on to `place` and says whether it is code.
    fn reaches(&mut self, script: &[u8], place: usize) -> bool {
        while self.at < place
            && let Some(byte) = script.get(self.at)
        {
            let next = script.get(self.at + 1).copied().unwrap_or(0);
            self.at += 1 + usize::from(self.step(*byte, next));
        }
        self.part == Part::Code
    }

    /// Takes one byte; says whether it took the next one along.
    fn step(&mut self, byte: u8, next: u8) -> bool {
        let is_line_end = matches!(byte, b'\n' | b'\r');
        match (self.part, byte) {
            (Part::Code, b'/') if next == b'/' => self.part = Part::LineComment,
            (Part::Code, b'/') if next == b'*' => {
                self.part = Part::Comment;
                return true;
            }
            (Part::Code, b'/') if b"(,=:[!&|?{};+-*%<>~^\0".contains(&self.last) => {
                self.part = Part::Pattern;
            }
            (Part::Code, b'"' | b'\'' | b'`') => self.part = Part::Text(byte),
            (Part::Text(_) | Part::Pattern | Part::PatternClass, b'\\') => return true,
            (Part::Text(quote), _) if byte == quote || is_line_end && quote != b'`' => {
                self.part = Part::Code;
            }
            (Part::Pattern, b'[') => self.part = Part::PatternClass,
            (Part::PatternClass, b']') => self.part = Part::Pattern,
            (Part::Pattern, b'/') => self.part = Part::Code,
            (Part::Comment, b'*') if next == b'/' => {
                self.part = Part::Code;
                return true;
            }
            (Part::LineComment | Part::Pattern | Part::PatternClass, _) if is_line_end => {
                self.part = Part::Code;
            }
            _ => {}
        }
        if self.part == Part::Code && !byte.is_ascii_whitespace() {
            self.last = byte;
        }
        false
    }
}

/// Finds the text values of a JSON object, from behind its brace on; values within values are passed over. Returns how many
/// bytes it left.
fn read_object<'a>(object: &'a [u8], mut entry: impl FnMut(&'a [u8], &'a [u8])) -> usize {
    let mut rest = object;
    let mut depth = 0_usize;
    let mut key = None;
    while let [byte, after @ ..] = rest {
        rest = after;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return rest.len(),
            },
            b'"' => {
                let Some((text, after)) = split_text(rest) else {
                    return 0;
                };
                rest = after;
                if depth > 0 {
                    continue;
                }
                if rest.trim_ascii_start().starts_with(b":") {
                    key = Some(text);
                } else if let Some(key) = key.take() {
                    entry(key, text);
                }
            }
            b',' if depth == 0 => key = None,
            _ => {}
        }
    }
    0
}

/// Splits a JSON text, from behind its quote on, from what follows the closing one.
fn split_text(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut from = 0;
    loop {
        let quote = find(rest, from, b'"')?;
        let (text, after) = rest.split_at_checked(quote)?;
        let backslashes = text.iter().rev().take_while(|byte| **byte == b'\\').count();
        if backslashes % 2 == 0 {
            return Some((text, after.get(1..)?));
        }
        from = quote + 1;
    }
}

/// What a JSON text stands for.
pub(super) fn decode(text: &[u8]) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [byte, after @ ..] = rest {
        let (byte, after) = match (byte, after) {
            (b'\\', [b'u', a, b, c, d, after @ ..]) => {
                let code = str::from_utf8(&[*a, *b, *c, *d])
                    .ok()
                    .and_then(|digits| u32::from_str_radix(digits, 16).ok());
                // Halves of a pair are not put together: no address has them.
                let char = code.and_then(char::from_u32).unwrap_or('\u{fffd}');
                decoded.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
                rest = after;
                continue;
            }
            (b'\\', [b'n', after @ ..]) => (b'\n', after),
            (b'\\', [b't', after @ ..]) => (b'\t', after),
            (b'\\', [b'r', after @ ..]) => (b'\r', after),
            (b'\\', [escaped, after @ ..]) => (*escaped, after),
            (byte, after) => (*byte, after),
        };
        decoded.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(script: &str) -> Vec<(String, String, String)> {
        let mut entries = Vec::new();
        read(script.as_bytes(), |name, key, value| {
            entries.push((name.to_owned(), decode(key), decode(value)));
        });
        entries
    }

    fn keys(script: &str) -> Vec<String> {
        entries(script).into_iter().map(|(_, key, _)| key).collect()
    }

    #[test]
    fn reads_what_wordpress_prints() {
        let script = r#"var kco_params = {"update_cart_url":"\/sv\/?wc-ajax=x","list":["a_url","b"],"o":{"in_url":"\/no"},
            "n":1,"t":"a\"b\u00e5","submit_order":"https:\/\/shop.example.com\/?wc-ajax=checkout"};"#;
        let expected = [
            ("update_cart_url", "/sv/?wc-ajax=x"),
            ("t", "a\"b\u{e5}"),
            ("submit_order", "https://shop.example.com/?wc-ajax=checkout"),
        ]
        .map(|(key, value)| ("kco_params".to_owned(), key.to_owned(), value.to_owned()));
        assert_eq!(entries(script), expected);
    }

    #[test]
    fn finds_declarations() {
        for script in [
            "/* <![CDATA[ */\nvar kco_params = {\"a\":\"1\"};\n/* ]]> */",
            "var wc_x_params={\"q\":\"'\"};var kco_params={\"a\":\"1\"}",
            "if(/[\"/]'/.test(x)){}var kco_params = {\"a\":\"1\"};",
            "it's broken\nvar kco_params = {\"a\":\"1\"};",
            "a = b / c; // don't\nlet kco_params={\"a\":\"1\"",
        ] {
            assert_eq!(keys(script), ["a"], "{script}");
        }
    }

    #[test]
    fn leaves_texts_and_comments_alone() {
        for script in [
            "var help = 'var kco_params = {\"a\":\"1\"}';",
            "var help = 'x; var kco_params = {\"a\":\"1\"}';",
            "/* var kco_params = {\"a\":\"1\"}; */",
            "/*\n var kco_params = {\"a\":\"1\"}; */",
            "// var kco_params = {\"a\":\"1\"};",
            "t = `\nvar kco_params = {\"a\":\"1\"};\n`",
            "r = /var kco_params = {\"a\":\"1\"}/",
            "var my_kco_params = {\"a\":\"1\"};",
            "var kco_params_2 = {\"a\":\"1\"};",
            "kco_params = {\"a\":\"1\"};",
            "x.var kco_params = {\"a\":\"1\"};",
            "var kco_params = kco_params || {\"a\":\"1\"};",
            "varkco_params = {\"a\":\"1\"};",
        ] {
            assert_eq!(keys(script), [""; 0], "{script}");
        }
    }

    #[test]
    fn survives_being_cut_anywhere() {
        let script = r#"var kco_params = {"a_url":"\/\u00e5","b":{"c":["d"]},"e":"f"};"#;
        for end in 0..script.len() {
            assert!(keys(script.get(..end).unwrap()).len() <= 2);
        }
    }
}
