//! Is WooCommerce's answer alone, with nothing printed around it?
//!
//! # What it looks for
//! Bytes before or after the dispatcher's `-1`: notices of PHP, comments of caches, banners, byte order marks.
//!
//! # Why callbacks fail
//! They do not: the call has arrived. But a checkout that expects JSON breaks on them, and so do providers that read the
//! answer.
//!
//! # Evidence needed
//! An answer of the dispatcher.
//!
//! # References
//! [`crate::probe::dispatched`]; PHP's `display_errors` prints "in FILE on line N".

use crate::reading::evidence;

use super::{
    Asked, Case, CauseId, Check, CheckId, Confidence, EvidenceKind, Found, Judged, Note,
    request_line, unseen_reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::CleanAnswer,
    finds: &[CauseId::OutputBeforeAnswer],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    let arrived = |asked: &&Asked| {
        let heard = asked.heard.as_ref();
        heard.is_some_and(|heard| heard.reading.arrived())
    };
    let mut answers = case.asked.iter().filter(arrived);
    let Some(first) = answers.clone().next() else {
        return Judged::unsure(unseen_reason(case));
    };
    let printed = answers.find_map(|asked| {
        let printed = asked.heard.as_ref()?.reading.printed.as_deref()?;
        Some((asked, printed))
    });
    let Some((asked, printed)) = printed else {
        let heard = first.heard.as_ref();
        return Judged::pass(heard.map_or_else(Vec::new, |h| h.reading.evidence.clone()));
    };
    let proof = evidence(
        EvidenceKind::Excerpt,
        &request_line(&asked.probe),
        &visible(printed),
    );
    let found = Found::new(
        CauseId::OutputBeforeAnswer,
        Confidence::Certain,
        vec![proof],
    );
    Judged::fail(match source(printed) {
        Some((file, line)) => {
            let found = found.with("file", file.as_str()).with("line", line);
            match plugin(&file) {
                Some(plugin) => found.with("product", plugin).note(Note::PrintedByPlugin),
                None => found.note(Note::PrintedByFile),
            }
        }
        None => found,
    })
}

/// A mark that nobody sees gets its name.
fn visible(printed: &str) -> String {
    printed.replace('\u{feff}', "U+FEFF (byte order mark)")
}

/// File, from WordPress's folders on, and line that a notice of PHP names: "in FILE on line N", with or without markup.
fn source(printed: &str) -> Option<(String, String)> {
    let text: String = without_tags(printed);
    let (before, after) = text.split_once(" on line ")?;
    let line: String = after
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let (_, file) = before.rsplit_once(" in ")?;
    let file = file.trim();
    let start = ["wp-content/", "wp-includes/", "wp-admin/"]
        .iter()
        .find_map(|folder| file.find(folder));
    let file = match start {
        Some(start) => file.get(start..)?,
        None => file.rsplit(['/', '\\']).next()?,
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
    let readable = !file.is_empty() && file.len() <= FILE_BYTES && file.chars().all(is_plain);
    (readable && !line.is_empty()).then(|| (file.to_owned(), line))
}

/// Bytes of the longest file name that is shown.
const FILE_BYTES: usize = 160;

fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

/// The folder of the plugin that a file belongs to.
fn plugin(file: &str) -> Option<&str> {
    let (_, below) = file.split_once("/plugins/")?;
    below.split_once('/').map(|(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_name_their_file_and_line() {
        for (notice, wanted) in [
            (
                "<br />\n<b>Warning</b>:  Undefined array key in <b>/srv/www/wp-content/plugins/slider/a.php</b> on line <b>12</b><br />\n",
                Some(("wp-content/plugins/slider/a.php", "12", Some("slider"))),
            ),
            (
                "\nNotice: Function was called in wrong order in /srv/www/wp-includes/functions.php on line 6121\n",
                Some(("wp-includes/functions.php", "6121", None)),
            ),
            (
                "PHP Deprecated:  x in C:\\\\www\\\\shop\\\\snippet.php on line 3",
                Some(("snippet.php", "3", None)),
            ),
            ("<!-- Cached by Cachey -->", None),
            ("in <b>a<script></b> on line x", None),
        ] {
            let found = source(notice);
            let found = found
                .as_ref()
                .map(|(file, line)| (file.as_str(), line.as_str(), plugin(file)));
            assert_eq!(found, wanted, "{notice}");
        }
    }
}
