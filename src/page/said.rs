//! What an answer's body says to a person: text, without markup.

use serde_json::Value;

use crate::foreign;
use crate::html::entities::{Place, decode};

/// Elements whose content nobody reads.
const UNREAD: [&str; 7] = [
    "script", "style", "svg", "template", "noscript", "head", "title",
];

/// How titles begin that say nothing by themselves: WordPress gives one to each of its notices.
const EMPTY_TITLES: [&str; 2] = ["wordpress", "loading"];

/// What a body says, at most `bytes` bytes long: of a page its title or heading, else its text; of JSON its message; else
/// the body itself.
pub fn said(body: &str, bytes: usize) -> String {
    let body = body.trim_start_matches('\u{feff}').trim();
    if body.starts_with('{') {
        let json: Option<Value> = serde_json::from_str(body).ok();
        let message = json.and_then(|json| Some(json.get("message")?.as_str()?.to_owned()));
        return short(&text_of(message.as_deref().unwrap_or(body)), bytes);
    }
    let named = ["title", "h1", "h2"]
        .into_iter()
        .filter_map(|name| element(body, name))
        .find(|text| tells(text));
    short(&named.unwrap_or_else(|| text_of(body)), bytes)
}

/// The text of markup as it is read, its words one space apart.
pub(crate) fn text_of(markup: &str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let name = name_of(tag);
        let end = if let Some(comment) = tag.strip_prefix("!--") {
            comment.split_once("-->").map(|(_, rest)| rest)
        } else if let Some(name) = UNREAD
            .iter()
            .find(|unread| name.eq_ignore_ascii_case(unread))
        {
            let end = find(tag, &["</", name].concat());
            // What was cut off within its head is read rather than nothing.
            let is_open = end.is_none() && ["head", "title"].contains(name);
            tag.get(if is_open { 0 } else { end.unwrap_or(tag.len()) }..)
                .and_then(|rest| Some(rest.split_once('>')?.1))
        } else if name.is_empty() && !tag.starts_with(['/', '!', '?']) {
            text.push('<');
            Some(tag)
        } else {
            tag.split_once('>').map(|(_, rest)| rest)
        };
        // A tag ends a word only where it ends a line.
        if !INLINE
            .iter()
            .any(|inline| name.eq_ignore_ascii_case(inline))
        {
            text.push(' ');
        }
        rest = end.unwrap_or_default();
    }
    text.push_str(rest);
    let text = decode(text.as_bytes(), Place::Text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a piece of markup that may begin within a tag: then of its attribute, or what that address or value is.
pub(crate) fn text_at(piece: &str) -> String {
    let end = piece
        .find('>')
        .filter(|end| piece.find('<').is_none_or(|start| *end < start));
    if end.is_none() && !piece.contains("=\"") && !piece.contains("='") {
        return text_of(piece);
    }
    if piece.starts_with('<') {
        return match text_of(piece) {
            text if text.is_empty() => piece.to_owned(),
            text => text,
        };
    }
    let tag = piece.get(..end.unwrap_or(piece.len())).unwrap_or_default();
    let quote = tag.find(['"', '\'']).unwrap_or(tag.len());
    let (before, rest) = tag.split_at_checked(quote).unwrap_or((tag, ""));
    // The value of an attribute that was begun, or of the first one.
    let value = rest
        .get(1..)
        .and_then(|rest| rest.split(['"', '\'']).next());
    match value.filter(|_| before.ends_with('=')) {
        Some(value) => [before, "\"", value, "\""].concat(),
        None => before.to_owned(),
    }
}

/// Elements within a line.
const INLINE: [&str; 9] = ["a", "b", "i", "em", "strong", "span", "code", "small", "u"];

/// The name of a tag that begins after its `<` or `</`.
fn name_of(tag: &str) -> &str {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
    tag.get(..end.unwrap_or(tag.len())).unwrap_or_default()
}

/// The text of the first such element that is closed.
fn element(body: &str, name: &str) -> Option<String> {
    let open = ["<", name].concat();
    let mut rest = body;
    loop {
        let at = find(rest, &open)? + 1;
        rest = rest.get(at..)?;
        if name_of(rest).len() == name.len() {
            break;
        }
    }
    let content = rest.split_once('>')?.1;
    let end = find(content, &["</", name].concat())?;
    Some(text_of(content.get(..end)?))
}

/// Whether a title says more than that there is a page, and whose.
fn tells(text: &str) -> bool {
    let is_empty = |empty: &str| {
        text.get(..empty.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(empty))
    };
    text.split(' ').count() > 1
        && !text.contains("://")
        && !EMPTY_TITLES.iter().any(|empty| is_empty(empty))
}

/// Where a word stands, in any case of its letters.
fn find(text: &str, word: &str) -> Option<usize> {
    text.as_bytes()
        .windows(word.len())
        .position(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes()))
}

/// The text without what nobody sees, cut between two sentences or words.
fn short(text: &str, bytes: usize) -> String {
    let whole = foreign::text(text, usize::MAX);
    if whole.len() <= bytes {
        return whole;
    }
    let cut = foreign::text(&whole, bytes.saturating_sub("…".len()));
    if let Some((sentences, _)) = cut.rsplit_once(". ") {
        return [sentences, "."].concat();
    }
    let words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    [words, "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_what_it_says() {
        let cases = [
            ("-1", "-1"),
            ("\u{feff}-1\n", "-1"),
            ("", ""),
            ("a < b", "a < b"),
            (
                "<html><head><title>Your access to this site has been limited</title></head><body><h1>x y</h1>",
                "Your access to this site has been limited",
            ),
            (
                "<title>WordPress &rsaquo; Error</title><div class=\"wp-die-message\"><p>There has been a critical error.</p></div>",
                "There has been a critical error.",
            ),
            (
                "<TITLE>403</TITLE><H1 class=a>Access &amp; more denied</H1>",
                "Access & more denied",
            ),
            (
                "<header>x</header><script>var a = '<b>no</b>';</script><style>p{}</style><!-- <b>no</b> --><p>One<br>two <b>th</b>ree</p>",
                "x One two three",
            ),
            (
                "{\"code\":\"rest_forbidden\",\"message\":\"Sorry, <b>you</b> may not.\"}",
                "Sorry, you may not.",
            ),
            ("{\"a\":1}", "{\"a\":1}"),
            (
                "<title>Never closed <p>but a page",
                "Never closed but a page",
            ),
            ("<script>never closed", ""),
            ("<", "<"),
            ("\u{202e}\u{1b}[31mred", "[31mred"),
        ];
        for (body, expected) in cases {
            assert_eq!(said(body, 200), expected, "{body}");
        }
    }

    #[test]
    fn a_piece_of_a_tag_is_its_value() {
        let cases = [
            (
                "www.wordfence.com/help/?query=locked-out\" target=\"_blank\" rel=\"x\">Documentation",
                "www.wordfence.com/help/?query=locked-out",
            ),
            ("class=\"wp-defender\" id=\"x\">", "class=\"wp-defender\""),
            (
                "Generated by Wordfence at Sat &amp; Sun",
                "Generated by Wordfence at Sat & Sun",
            ),
            ("<h1>SecuPress</h1>", "SecuPress"),
            ("<meta name=\"x\">", "<meta name=\"x\">"),
            ("plain > text", "plain "),
        ];
        for (piece, expected) in cases {
            assert_eq!(text_at(piece), expected, "{piece}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(said("One two three four", 12), "One two…");
        assert_eq!(said("It is so. And more of it", 15), "It is so.");
        assert_eq!(said("åååååå", 5), "å…");
        assert!(said(&"<p>ord ".repeat(9_000), 120).len() <= 120);
    }
}
