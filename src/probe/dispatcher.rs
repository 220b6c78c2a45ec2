//! The answer of WooCommerce's wc-api dispatcher, `-1`, also where something else on the shop prints around it.

/// Bytes that a plugin may print before the answer and still be taken for a notice; a page is longer.
const PRINTED_BYTES: usize = 16 * 1024;

/// What a whole page holds and a notice, banner or comment does not.
const PAGE_MARKS: [&str; 4] = ["</html", "<body", "<title", "<head>"];

/// What was printed around the dispatcher's answer; both parts are empty where nothing was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispatched<'b> {
    /// Printed before it: a byte order mark, a comment, a notice of PHP, a banner.
    pub before: &'b str,
    /// Printed after it: a cache's comment, a script that a host adds.
    pub after: &'b str,
}

impl<'b> Dispatched<'b> {
    /// What was printed, the earlier part first; `None` where nothing but white space was.
    pub fn printed(&self) -> Option<&'b str> {
        [self.before, self.after]
            .into_iter()
            .map(trimmed)
            .find(|part| !part.is_empty())
            .or_else(|| (!self.before.trim().is_empty()).then_some(self.before))
    }
}

/// Finds the dispatcher's answer in a body: two bytes, `-1`, by themselves or with what others printed around them.
/// Measured on WooCommerce 10.9.1 with notices of PHP 8, minifying caches and files that were saved with a mark.
pub fn dispatched(body: &str) -> Option<Dispatched<'_>> {
    let text = trimmed(body);
    if let Some(after) = text
        .strip_prefix("-1")
        .filter(|after| is_printed_after(after))
    {
        let before = body.get(..body.len() - body.trim_start_matches(BLANK).len())?;
        return Some(Dispatched { before, after });
    }
    let end = without_appended(text);
    let before = end.strip_suffix("-1")?;
    let stands_alone = before
        .trim_end_matches([' ', '\t'])
        .ends_with(|last: char| {
            matches!(last, '>' | '\n' | '\r' | '}' | ')' | ']' | ';') || last == MARK
        });
    let is_short = before.len() <= PRINTED_BYTES;
    (stands_alone && is_short && !is_page(before)).then(|| Dispatched {
        before,
        after: text.get(end.len()..).unwrap_or_default(),
    })
}

/// Whether something printed before WordPress could answer: a badly saved file, or a notice of PHP.
pub(crate) fn is_printed_before(body: &str) -> bool {
    body.starts_with(MARK) || body.starts_with("<br />\n<b>")
}

/// The byte order mark of a file that an editor saved with one.
const MARK: char = '\u{feff}';

/// What a badly saved file leaves around an answer.
const BLANK: [char; 6] = [MARK, ' ', '\t', '\r', '\n', '\0'];

fn trimmed(text: &str) -> &str {
    text.trim_matches(BLANK)
}

fn is_page(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    PAGE_MARKS.iter().any(|mark| text.contains(mark))
}

/// Whether what follows was printed after the answer: by a cache or host, by PHP as it ended, on a line of its own.
fn is_printed_after(text: &str) -> bool {
    let by_itself = text.starts_with(['<', '\n', '\r']) || text.starts_with("PHP ");
    let is_short = text.len() <= PRINTED_BYTES;
    let is_closed = !text.starts_with("<!") || text.starts_with("<!--") && text.contains("-->");
    text.is_empty() || by_itself && is_short && is_closed && !is_page(text)
}

/// Elements that are put after an answer: how each begins and ends.
const APPENDED: [(&str, &str); 4] = [
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<noscript", "</noscript>"),
    ("<style", "</style>"),
];

/// The text without comments and scripts at its end.
fn without_appended(text: &str) -> &str {
    let mut text = text.trim_end_matches(BLANK);
    while let Some(shorter) = APPENDED.iter().find_map(|(start, end)| {
        text.ends_with(end)
            .then(|| text.rfind(start).and_then(|at| text.get(..at)))?
    }) {
        text = shorter.trim_end_matches(BLANK);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Empty where nothing was printed.
    fn printed(body: &str) -> Option<&str> {
        dispatched(body).map(|found| found.printed().unwrap_or_default())
    }

    #[test]
    fn the_answer_alone_and_in_company() {
        let notice = "<br />\n<b>Deprecated</b>:  Creation of dynamic property A::$b in <b>/srv/www/wp-content/plugins/a/a.php</b> on line <b>12</b><br />\n";
        let plain = "\nNotice: Undefined index: x in /srv/www/wp-content/themes/t/functions.php on line 3\n";
        for (name, body, wanted) in [
            ("alone", "-1".to_owned(), None),
            ("with a line's end", "-1\n".to_owned(), None),
            ("a mark", "\u{feff}-1".to_owned(), Some("\u{feff}")),
            (
                "two marks and a line",
                "\u{feff}\u{feff}\n-1".to_owned(),
                Some("\u{feff}\u{feff}\n"),
            ),
            (
                "a comment before",
                "<!-- By Cachey -->-1".to_owned(),
                Some("<!-- By Cachey -->"),
            ),
            (
                "a comment after",
                "-1\n<!-- By Cachey -->".to_owned(),
                Some("<!-- By Cachey -->"),
            ),
            (
                "two comments after",
                "-1<!-- a -->\n<!-- b -->\n".to_owned(),
                Some("<!-- a -->\n<!-- b -->"),
            ),
            (
                "a script after",
                "-1<script>x()</script>".to_owned(),
                Some("<script>x()</script>"),
            ),
            (
                "a notice of PHP",
                [notice, "-1"].concat(),
                Some(notice.trim()),
            ),
            (
                "a notice in plain text",
                [plain, "-1"].concat(),
                Some(plain.trim()),
            ),
            (
                "a banner",
                "<p>Test shop</p>-1".to_owned(),
                Some("<p>Test shop</p>"),
            ),
            ("a dump", "Array\n(\n)\n-1".to_owned(), Some("Array\n(\n)")),
            (
                "both sides",
                "<!-- a -->-1<!-- b -->".to_owned(),
                Some("<!-- a -->"),
            ),
        ] {
            assert_eq!(printed(&body), Some(wanted.unwrap_or_default()), "{name}");
        }
    }

    #[test]
    fn what_only_ends_or_begins_like_it() {
        for body in [
            "",
            "-",
            "1",
            "-11",
            "-1 <p>",
            "-1{}",
            "error -1",
            "article-1",
            "Reference 12-1",
            "{\"a\":-1}",
            "<html><body>Denied</body></html>-1",
            "<title>Denied</title><p>No</p>\n-1",
            "-1<!-- never closed",
            "<p>x</p>--1",
        ] {
            assert_eq!(dispatched(body), None, "{body}");
        }
        let long = ["x".repeat(PRINTED_BYTES + 1), "\n-1".to_owned()].concat();
        assert_eq!(dispatched(&long), None);
    }
}
