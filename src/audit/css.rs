//! The addresses that a style sheet loads: `url()`, `@import` and `image-set()`, read as CSS tokens, so that comments,
//! strings and `@namespace` are none.
//!
//! Source: W3C CSS Syntax Level 3, section 4; CSS Cascade Level 5, section 2; CSS Images Level 4, section 2.5 (read 2026-11-29).

use super::class::Load;

/// An address in a style sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// As it is written, escapes resolved.
    pub(super) text: String,
    pub(super) load: Load,
    /// Whether it is another sheet.
    pub(super) is_import: bool,
    /// The custom property (`--name`) that it stands in: it is loaded where that is used.
    pub(super) property: Option<String>,
    /// Line ends before it.
    pub(super) lines: usize,
}

/// Addresses of one sheet that are looked at.
const ADDRESSES: usize = 20_000;

/// What a sheet loads.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    pub(super) addresses: Vec<Address>,
    /// The custom properties that it uses.
    pub(super) used: Vec<String>,
}

/// Reads a sheet, or the declarations of a `style` attribute.
pub(super) fn read(css: &str) -> Loaded {
    let mut reader = Reader {
        rest: css,
        lines: 0,
        found: Vec::new(),
        used: Vec::new(),
        rule: Rule::Start,
        blocks: Vec::new(),
        name: String::new(),
        may_import: true,
    };
    while reader.found.len() < ADDRESSES && reader.token() {}
    Loaded {
        addresses: reader.found,
        used: reader.used,
    }
}

/// What kind of rule we are in, where that decides what an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// Between rules, or before a declaration's name.
    Start,
    /// After `@import`, before its end.
    Import,
    /// After `@namespace` or another rule whose addresses are names.
    Names,
    /// The value of a custom property.
    Custom,
    /// Anything else.
    Other,
}

struct Reader<'a> {
    rest: &'a str,
    lines: usize,
    found: Vec<Address>,
    used: Vec<String>,
    rule: Rule,
    /// Open blocks, and whether each is of `@font-face`.
    blocks: Vec<bool>,
    /// The last word at the beginning of a rule or a declaration, such as `src` or `@font-face`.
    name: String,
    /// Whether an `@import` may still stand here: only before the other rules.
    may_import: bool,
}

impl Reader<'_> {
    /// Reads one token; false at the end.
    fn token(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        match first {
            '/' if self.rest.starts_with("/*") => {
                let end = self.rest.get(2..).and_then(|rest| rest.find("*/"));
                self.skip(end.map_or(self.rest.len(), |end| end + 4));
            }
            '"' | '\'' => {
                let lines = self.lines;
                let (text, whole) = self.string(first);
                if whole && self.rule == Rule::Import {
                    self.add(text, lines);
                }
            }
            '{' => {
                self.blocks
                    .push(self.name.eq_ignore_ascii_case("@font-face"));
                self.end_rule();
                self.may_import = false;
            }
            '}' => {
                self.blocks.pop();
                self.end_rule();
            }
            ';' => self.end_rule(),
            '@' | '-' | '_' | '\\' | 'a'..='z' | 'A'..='Z' | '\u{80}'.. => self.word(first),
            _ => self.skip(first.len_utf8()),
        }
        true
    }

    fn end_rule(&mut self) {
        self.skip(1);
        self.rule = Rule::Start;
        self.name.clear();
    }

    /// An identifier, an at-keyword, or a function's name.
    fn word(&mut self, first: char) {
        if first == '@' {
            self.skip(1);
        }
        let mut word = String::from(if first == '@' { "@" } else { "" });
        while let Some(c) = self.rest.chars().next() {
            if c == '\\' {
                match self.escape() {
                    Some(c) => word.push(c),
                    None => break,
                }
            } else if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '\u{80}'..) {
                word.push(c);
                self.skip(c.len_utf8());
            } else {
                break;
            }
        }
        if word.is_empty() {
            let width = self.rest.chars().next().map_or(0, char::len_utf8);
            return self.skip(width);
        }
        if self.rest.starts_with('(') {
            self.skip(1);
            if word.eq_ignore_ascii_case("url") {
                self.url();
            } else if ["image-set", "-webkit-image-set"]
                .iter()
                .any(|name| word.eq_ignore_ascii_case(name))
            {
                self.image_set();
            } else if word.eq_ignore_ascii_case("var") && self.used.len() < ADDRESSES {
                let name = self.rest.trim_start();
                let end = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, ',' | ')'));
                let name = name.get(..end.unwrap_or(name.len())).unwrap_or_default();
                self.used.push(name.to_owned());
            }
            return;
        }
        if self.rule != Rule::Start {
            return;
        }
        self.rule = match word.to_ascii_lowercase().as_str() {
            "@import" if self.may_import && self.blocks.is_empty() => Rule::Import,
            "@import" | "@namespace" | "@charset" => Rule::Names,
            "@layer" => Rule::Other,
            name if name.starts_with("--") => Rule::Custom,
            _ => Rule::Other,
        };
        if !matches!(
            word.to_ascii_lowercase().as_str(),
            "@import" | "@charset" | "@layer"
        ) && self.blocks.is_empty()
        {
            self.may_import = false;
        }
        self.name = word;
    }

    /// What follows `url(`.
    fn url(&mut self) {
        let lines = self.lines;
        let blank = self.rest.len() - self.rest.trim_start().len();
        self.skip(blank);
        let (text, whole) = match self.rest.chars().next() {
            Some(quote @ ('"' | '\'')) => self.string(quote),
            _ => self.bare_url(),
        };
        if whole && self.rule != Rule::Names {
            self.add(text, lines);
        }
    }

    /// An address without quotes, up to the closing bracket; and whether it is one.
    fn bare_url(&mut self) -> (String, bool) {
        let mut text = String::new();
        while let Some(c) = self.rest.chars().next() {
            match c {
                ')' => {
                    self.skip(1);
                    return (text, true);
                }
                '\\' => match self.escape() {
                    Some(c) => text.push(c),
                    None => return (text, false),
                },
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    let blank = self.rest.len() - self.rest.trim_start().len();
                    self.skip(blank);
                    if !self.rest.is_empty() && !self.rest.starts_with(')') {
                        return self.bad_url(text);
                    }
                }
                '"' | '\'' | '(' => return self.bad_url(text),
                c => {
                    text.push(c);
                    self.skip(c.len_utf8());
                }
            }
        }
        (text, true)
    }

    fn bad_url(&mut self, text: String) -> (String, bool) {
        let end = self.rest.find(')').map_or(self.rest.len(), |end| end + 1);
        self.skip(end);
        (text, false)
    }

    /// The pictures of an `image-set(`: strings and addresses up to its closing bracket.
    fn image_set(&mut self) {
        let mut depth = 1_usize;
        while depth > 0
            && let Some(c) = self.rest.chars().next()
        {
            let lines = self.lines;
            match c {
                '"' | '\'' => {
                    let (text, whole) = self.string(c);
                    if whole && self.rule != Rule::Names {
                        self.add(text, lines);
                    }
                }
                'u' | 'U' if self.starts_with_word("url(") => {
                    self.skip(4);
                    self.url();
                }
                't' | 'T' if self.starts_with_word("type(") => {
                    let end = self.rest.find(')').map_or(self.rest.len(), |end| end + 1);
                    self.skip(end);
                }
                '(' | ')' => {
                    depth = if c == '(' { depth + 1 } else { depth - 1 };
                    self.skip(1);
                }
                c => self.skip(c.len_utf8()),
            }
        }
    }

    fn starts_with_word(&self, word: &str) -> bool {
        let start = self.rest.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    }

    /// A string, and whether it is whole: a line end breaks it.
    fn string(&mut self, quote: char) -> (String, bool) {
        self.skip(1);
        let mut text = String::new();
        while let Some(c) = self.rest.chars().next() {
            match c {
                c if c == quote => {
                    self.skip(1);
                    return (text, true);
                }
                '\n' | '\r' | '\u{c}' => return (text, false),
                '\\' => match self.escape() {
                    Some(c) => text.push(c),
                    None => return (text, true),
                },
                c => {
                    text.push(c);
                    self.skip(c.len_utf8());
                }
            }
        }
        (text, true)
    }

    /// An escape; a line end after the backslash stands for nothing. `None` at the end of the sheet.
    fn escape(&mut self) -> Option<char> {
        const HEX_DIGITS: usize = 6;
        self.skip(1);
        let next = self.rest.chars().next()?;
        if matches!(next, '\n' | '\r' | '\u{c}') {
            self.skip(if self.rest.starts_with("\r\n") { 2 } else { 1 });
            // Nothing is added by what is left out of every address anyway.
            return Some('\n');
        }
        let digits = self
            .rest
            .bytes()
            .take(HEX_DIGITS)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        if digits == 0 {
            self.skip(next.len_utf8());
            return Some(next);
        }
        let code = self
            .rest
            .get(..digits)
            .map(|hex| u32::from_str_radix(hex, 16));
        self.skip(digits);
        if self.rest.starts_with([' ', '\t', '\n', '\r', '\u{c}']) {
            self.skip(1);
        }
        let char = code.and_then(Result::ok).and_then(char::from_u32);
        Some(
            char.filter(|c| *c != '\0')
                .unwrap_or(char::REPLACEMENT_CHARACTER),
        )
    }

    fn skip(&mut self, bytes: usize) {
        let (over, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.lines += over.bytes().filter(|byte| *byte == b'\n').count();
        self.rest = rest;
    }

    fn add(&mut self, text: String, lines: usize) {
        let is_import = self.rule == Rule::Import;
        if is_import {
            // What follows are conditions.
            self.rule = Rule::Names;
        }
        let is_font = self.blocks.last() == Some(&true);
        let load = if is_import || is_font {
            Load::Active
        } else {
            Load::Media
        };
        let property = (self.rule == Rule::Custom).then(|| self.name.clone());
        self.found.push(Address {
            text,
            load,
            is_import,
            property,
            lines,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(css: &str) -> Vec<(String, Load, usize)> {
        let found = read(css).addresses.into_iter();
        let found = found.filter(|address| address.property.is_none());
        found.map(|a| (a.text, a.load, a.lines)).collect()
    }

    #[test]
    fn addresses_of_a_sheet() {
        for (css, text, load) in [
            (
                "a{background:url(http://h.example/a.png)}",
                "http://h.example/a.png",
                Load::Media,
            ),
            (
                "a{background:url(\"http://h.example/\\\r\na.png\")}",
                "http://h.example/\na.png",
                Load::Media,
            ),
            (
                "a{background:url( 'http://h.example/a b.png' )}",
                "http://h.example/a b.png",
                Load::Media,
            ),
            (
                "a{background:URL(http://h.example/a.png",
                "http://h.example/a.png",
                Load::Media,
            ),
            (
                "background:u\\72l(http://h.example/a.png)",
                "http://h.example/a.png",
                Load::Media,
            ),
            (
                "a{cursor:url(\"http:\\2f\\2fh.example/a.cur\"),auto}",
                "http://h.example/a.cur",
                Load::Media,
            ),
            (
                "@import 'http://h.example/a.css' screen;",
                "http://h.example/a.css",
                Load::Active,
            ),
            (
                "@charset 'utf-8';@import url(http://h.example/a.css);",
                "http://h.example/a.css",
                Load::Active,
            ),
            (
                "@layer a;@import \"http://h.example/a.css\" layer(b);",
                "http://h.example/a.css",
                Load::Active,
            ),
            (
                "@font-face{font-family:X;src:local(X),url(http://h.example/a.woff2)}",
                "http://h.example/a.woff2",
                Load::Active,
            ),
            (
                "@media print{a{background:url(http://h.example/a.png)}}",
                "http://h.example/a.png",
                Load::Media,
            ),
            (
                "a{background:image-set('http://h.example/a.png' 1x)}",
                "http://h.example/a.png",
                Load::Media,
            ),
            (
                "a{background:-webkit-image-set(url(http://h.example/a.png) 1x)}",
                "http://h.example/a.png",
                Load::Media,
            ),
        ] {
            assert_eq!(found(css), [(text.to_owned(), load, 0)], "{css}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address() {
        for css in [
            "/* url(http://h.example/a.png) */",
            "a{content:'url(http://h.example/a.png)'}",
            "a::after{content:\"http://h.example\"}",
            "@namespace svg url(http://www.w3.org/2000/svg);",
            "@namespace 'http://www.w3.org/1999/xhtml';",
            "a{--x:url(http://h.example/a.png)}",
            "a{}@import 'http://h.example/a.css';",
            "a{background:url(http://h.example/a b.png)}",
            "a[href^='http://h.example']{color:red}",
            "a{background:image-set('a.png' type('http://h.example') 1x)}",
        ] {
            let http = found(css)
                .into_iter()
                .filter(|(text, ..)| text.starts_with("http:"));
            assert_eq!(http.collect::<Vec<_>>(), [], "{css}");
        }
    }

    #[test]
    fn custom_properties_are_told_apart_and_their_use_is_seen() {
        let loaded = read("a{--x:url(http://h.example/a.png);color:var( --y, red)}b{c:VAR(--Z)}");
        let properties = loaded.addresses.iter().map(|one| one.property.as_deref());
        assert_eq!(properties.collect::<Vec<_>>(), [Some("--x")]);
        assert_eq!(loaded.used, ["--y", "--Z"]);
    }

    #[test]
    fn lines_are_counted() {
        let css = "a{\n}\n/*\n*/b{background:\nurl(http://h.example/a.png)}";
        assert_eq!(
            found(css),
            [("http://h.example/a.png".to_owned(), Load::Media, 4)]
        );
    }
}
