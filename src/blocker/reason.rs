//! The reason that a block page gives for itself, to be quoted.

use super::sign::find;
use crate::foreign;
use crate::probe::Response;

/// Bytes of the longest reason that is quoted.
const REASON_BYTES: usize = 120;

/// How block pages introduce their reason, in lower case. Sources: wordfence 8.2.2, secupress 2.2.5, shield 22.1.3; the other
/// languages are those of the page's translations.
const LABELS: [&str; 9] = [
    "block reason:",
    "reason:",
    "reason for block:",
    "grund:",
    "anledning:",
    "begrunnelse:",
    "årsag:",
    "reden:",
    "motivo:",
];

/// What stands behind such a label in the page's text: the rest of its line, or the next cell of a table.
pub(super) fn reason(response: &Response) -> Option<String> {
    let body = &response.body;
    LABELS.iter().find_map(|label| {
        let at = find(body, label)?;
        // Within a script or a style sheet the label is a name of theirs.
        let before = body.get(..at)?.trim_end().chars().next_back();
        if before.is_some_and(|c| "{,;".contains(c)) {
            return None;
        }
        let words = text_at(body.get(at + label.len()..)?);
        let words = foreign::text(&words, REASON_BYTES);
        let words = words.trim().trim_end_matches('.');
        let is_text = words.contains(char::is_alphabetic) && !words.contains(['{', '}', '"', '\'']);
        is_text.then(|| words.to_owned())
    })
}

/// The first piece of text between two tags.
fn text_at(html: &str) -> String {
    let mut rest = html.trim_start();
    while let Some(tag) = rest.strip_prefix('<') {
        rest = tag
            .split_once('>')
            .map_or("", |(_, rest)| rest.trim_start());
    }
    let text = rest.split(['<', '\n']).next().unwrap_or_default();
    let plain = text
        .replace("&amp;", "&")
        .replace("&nbsp;", " ")
        .replace("&#8217;", "’");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_s_own_words() {
        let cases = [
            (
                "<tr><th class=\"reason\">Block Reason:</th>\n<td class=\"reason\">Manual block by administrator</td></tr>",
                Some("Manual block by administrator"),
            ),
            (
                "<p>Your IP: 203.0.113.7<br>Reason: User-Agent Disallowed<br>Support ID: x</p>",
                Some("User-Agent Disallowed"),
            ),
            ("Reason:\n\nToo many 404s.\nmore", Some("Too many 404s")),
            (
                "<b>Grund:</b> Zu viele Anfragen &amp; Fehler",
                Some("Zu viele Anfragen & Fehler"),
            ),
            ("<script>x({reason:\"a\"})</script>", None),
            ("<script>f({a:1, reason: b})</script>", None),
            ("<p>Reason: <br></p>", None),
            ("<p>No label here</p>", None),
            ("", None),
        ];
        for (body, expected) in cases {
            let response = Response {
                body: body.to_owned(),
                ..Response::default()
            };
            assert_eq!(reason(&response).as_deref(), expected, "{body}");
        }
        let long = Response {
            body: ["reason: ", &"long ".repeat(500)].concat(),
            ..Response::default()
        };
        assert!(reason(&long).unwrap().len() <= REASON_BYTES);
    }
}
