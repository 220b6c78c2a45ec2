//! Text that strangers wrote, made fit to be shown: every value of an answer that enters a report passes here once.
//!
//! A server, a plugin or a page may write anything: marks that turn the reading direction, escape sequences of a
//! terminal, a telephone number where a name is expected, a secret in an address.

use std::borrow::Cow;

/// Characters of the longest name of a product.
const NAME_CHARS: usize = 40;

/// Words of the longest name; a sentence has more.
const NAME_WORDS: usize = 4;

/// Bytes of the longest address that is shown.
const ADDRESS_BYTES: usize = 200;

/// Characters of the longest name in a query, and of the longest word there that has no value.
const QUERY_CHARS: (usize, usize) = (40, 20);

/// The text without what a reader cannot see or a terminal obeys, at most `bytes` bytes long. New lines and tabs stay.
pub fn text(text: &str, bytes: usize) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| is_shown(*c)) {
        if out.len() + c.len_utf8() > bytes {
            break;
        }
        out.push(c);
    }
    out
}

/// Whether a character shows itself: no control character (C1 too), no mark that turns the direction, none without width.
fn is_shown(c: char) -> bool {
    match c {
        '\n' | '\t' => true,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => false,
        _ => !c.is_control(),
    }
}

/// What a product calls itself, where that has the form of a name; a sentence, an address or markup is none.
pub fn name(text: &str) -> Option<&str> {
    let text = text.trim();
    let fits = |c: char| c.is_ascii_alphanumeric() || " .&+-_".contains(c);
    let is_short = text.len() <= NAME_CHARS && text.split(' ').count() <= NAME_WORDS;
    let is_name = is_short && text.chars().all(fits);
    (is_name && text.contains(|c: char| c.is_ascii_alphabetic())).then_some(text)
}

/// An address as it may be shown: scheme, host, path, and of its query the names, as in
/// `https://shop.example.com/login?redirect_to&token`. User, password, values and fragment are left out.
pub fn address(address: &str) -> String {
    let plain = text(address, usize::MAX)
        .replace(['\n', '\t'], "")
        .replace('\\', "/");
    let plain = plain.trim();
    let rest = plain.split('#').next().unwrap_or_default();
    let (before, query) = rest
        .split_once('?')
        .map_or((rest, None), |(before, query)| (before, Some(query)));
    let mut out = match scheme(before) {
        Some(scheme) if !["http", "https"].contains(&scheme.as_str()) => return scheme + ":",
        Some(scheme) => {
            let rest = before.get(scheme.len() + 1..).unwrap_or_default();
            [&scheme, "://", &without_user(rest.trim_start_matches('/'))].concat()
        }
        None => match before.strip_prefix("//") {
            Some(rest) => ["//", &without_user(rest.trim_start_matches('/'))].concat(),
            None => without_parameters(before),
        },
    };
    if let Some(query) = query {
        let names: Vec<Cow<str>> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(query_name)
            .collect();
        if !names.is_empty() {
            out.push('?');
            out.push_str(&names.join("&"));
        }
    }
    text(&out, ADDRESS_BYTES)
}

/// The scheme of an absolute address, in small letters.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    let is_scheme =
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(fits);
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// Host, port and path.
fn without_user(rest: &str) -> String {
    let (authority, path) = rest
        .split_at_checked(rest.find('/').unwrap_or(rest.len()))
        .unwrap_or((rest, ""));
    let host = authority.rsplit('@').next().unwrap_or_default();
    [host, &without_parameters(path)].concat()
}

/// A path without what stands behind a semicolon, such as the number of a session.
fn without_parameters(path: &str) -> String {
    let segments: Vec<&str> = path
        .split('/')
        .map(|segment| segment.split(';').next().unwrap_or_default())
        .collect();
    segments.join("/")
}

/// The name of a pair; a word that stands alone may be a secret by itself.
fn query_name(pair: &str) -> Cow<'_, str> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "_-.[]".contains(c);
    let (name, shown) = match pair.split_once('=') {
        Some((name, _)) => (name, name.len() <= QUERY_CHARS.0 && name.chars().all(fits)),
        None => (
            pair,
            pair.len() <= QUERY_CHARS.1
                && pair
                    .chars()
                    .all(|c| c.is_ascii_alphabetic() || "_-".contains(c)),
        ),
    };
    if shown { name.into() } else { "…".into() }
}

/// The value of a header as it may be shown: of one that holds an address the address, without what may be a secret.
pub fn header(name: &str, value: &str, bytes: usize) -> String {
    match name {
        "location" | "content-location" => address(value),
        _ => text(value, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_left_out() {
        let cases = [
            (
                "\u{1b}]0;pwned\u{7}\u{1b}[2J\u{1b}[31mHello",
                "]0;pwned[2J[31mHello",
            ),
            ("a\u{9b}2Jb\u{85}c\u{7f}", "a2Jbc"),
            ("\u{202e}gpj.exe\u{202c}\u{2066}x\u{2069}", "gpj.exex"),
            (
                "W\u{200b}ord\u{200d}fence\u{feff}\u{2060}\u{ad}",
                "Wordfence",
            ),
            ("a\u{e0041}b\u{2028}c", "abc"),
            ("två\nrader\toch\r\n", "två\nrader\toch\n"),
            ("日本語 العربية", "日本語 العربية"),
        ];
        for (given, expected) in cases {
            assert_eq!(text(given, 100), expected);
        }
        assert_eq!(text("håll", 2), "h");
        assert_eq!(text(&"\u{200b}".repeat(9), 2), "");
    }

    #[test]
    fn a_name_has_the_form_of_a_name() {
        for good in [
            "redirection",
            "Yoast SEO Premium",
            "qTranslate-XT",
            " WPML ",
            "AT&T 2.0+_x",
        ] {
            assert_eq!(name(good), Some(good.trim()));
        }
        for bad in [
            "",
            " ",
            "123",
            "[call support](https://evil.example/) @everyone",
            "<b>x</b>",
            "![p](https://evil.example/p.png)",
            "Wordfence\u{202e}",
            "Your shop was hacked, call +1 800 555 5555",
            "Your shop was hacked. Call +1 800 555",
            "a name that is far too long to be the name of a plugin",
            "x\ny",
        ] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }

    #[test]
    fn an_address_keeps_its_secrets() {
        let cases = [
            (
                "https://admin:hunter2@shop.example.com/wp-login.php?redirect_to=%2F&token=SECRET#frag",
                "https://shop.example.com/wp-login.php?redirect_to&token",
            ),
            (
                "HTTPS://a:b@c@Shop.example.com:8443/x",
                "https://Shop.example.com:8443/x",
            ),
            (
                "https:user:pass@shop.example.com/x",
                "https://shop.example.com/x",
            ),
            (
                "https:\\\\user:pass@shop.example.com\\x?a=1",
                "https://shop.example.com/x?a",
            ),
            (
                "//user:pass@shop.example.com/x?k=v",
                "//shop.example.com/x?k",
            ),
            ("/wp-login.php?redirect_to=x", "/wp-login.php?redirect_to"),
            ("wp-login.php#x", "wp-login.php"),
            ("/a;jsessionid=SECRET/b?x", "/a/b?x"),
            ("/?SECRET0123456789", "/?…"),
            (
                "/?aVeryLongWordThatMayBeASecret&page_id=3&a b=c",
                "/?…&page_id&…",
            ),
            ("?wc-api=KCO_WC_Push&x[]=1", "?wc-api&x[]"),
            ("/x?", "/x"),
            ("javascript:alert('x')", "javascript:"),
            ("data:text/html,SECRET", "data:"),
            (
                "https://shop.example.com/\u{202e}sv/\u{7}",
                "https://shop.example.com/sv/",
            ),
            ("java\nscript:x", "javascript:"),
            ("", ""),
        ];
        for (given, expected) in cases {
            assert_eq!(address(given), expected, "{given}");
        }
        assert!(address(&"/å".repeat(4000)).len() <= ADDRESS_BYTES);
    }
}
