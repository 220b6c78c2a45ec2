//! The records of a log: a line each, with what was wrapped, and what belongs to it as a stack trace does.

use super::when;

/// Lines of a text that are looked at: a log of some days.
const LINES: usize = 400_000;

/// Bytes of a record; a longer one is cut.
const RECORD_BYTES: usize = 8192;

/// Gives each record to `take`; its lines stand behind one another with a space between.
pub(super) fn each(text: &str, mut take: impl FnMut(&str)) {
    let mut joined = String::new();
    let mut pending: Option<&str> = None;
    for line in text.lines().take(LINES) {
        let line = cut(line);
        if starts(line) || pending.is_none() {
            if let Some(record) = pending.replace(line) {
                take(if joined.is_empty() { record } else { &joined });
            }
            joined.clear();
        } else if let Some(record) = pending {
            if joined.is_empty() {
                joined.push_str(record);
            }
            if joined.len() + line.len() < RECORD_BYTES {
                joined.push(' ');
                joined.push_str(line.trim());
            }
        }
    }
    if let Some(record) = pending {
        take(if joined.is_empty() { record } else { &joined });
    }
}

fn cut(line: &str) -> &str {
    // A mail quotes lines.
    let line = line.trim_start_matches("> ");
    line.get(..line.floor_char_boundary(RECORD_BYTES))
        .unwrap_or(line)
}

/// Whether a line begins a record, rather than going on with the one before it.
fn starts(line: &str) -> bool {
    let line = line.trim_start();
    let Some(first) = line.split_ascii_whitespace().next() else {
        return true;
    };
    let mut bytes = first.bytes();
    match bytes.next() {
        Some(b'[' | b'{') => true,
        Some(b'"') => bytes.next().is_some_and(|b| b.is_ascii_digit()),
        // `#0 /home/…` of a stack trace.
        Some(b'#') => bytes.next().is_none_or(|b| !b.is_ascii_digit()),
        Some(b'0'..=b'9') => {
            first.len() >= 7 && first.contains(['.', ':', '-', '/']) || is_dated(line)
        }
        _ if first.starts_with("HTTP/") || first.ends_with([',', ':', ';']) && first != "PHP" => {
            is_dated(line)
        }
        _ if matches!(first, "PHP" | "---" | "*") => true,
        _ if first.contains('.')
            && !first.contains(['/', '(', '=', '"'])
            && !first.ends_with('.') =>
        {
            true
        }
        _ => {
            is_dated(line)
                || line
                    .get(..40.min(line.len()))
                    .is_some_and(|head| head.contains(" | "))
        }
    }
}

/// Whether a line begins with a moment.
fn is_dated(line: &str) -> bool {
    let head = line.get(..line.floor_char_boundary(40)).unwrap_or(line);
    when::moment(head).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        each(text, |record| found.push(record.to_owned()));
        found
    }

    #[test]
    fn wrapped_lines_and_stack_traces_belong_to_their_record() {
        let text = "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/\nHTTP/1.1\" 403 199\r\n\"-\" \"agent\"\n203.0.113.9 - - [x] \"GET / HTTP/1.1\" 200 1";
        let found = all(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].ends_with("HTTP/1.1\" 403 199 \"-\" \"agent\""),
            "{found:?}"
        );
        let trace = "[12-Nov-2025 03:10:11 UTC] PHP Fatal error: Uncaught Error in /a.php:1\nStack trace:\n#0 /b.php(2): c()\n#1 {main}\n  thrown in /a.php on line 1\n[12-Nov-2025 03:10:12 UTC] PHP Notice: x";
        assert_eq!(all(trace).len(), 2, "{:?}", all(trace));
    }

    #[test]
    fn prefixes_begin_a_record() {
        for line in [
            "Nov 12 03:10:11 web1 nginx: x",
            "web-1  | 203.0.113.9 - - x",
            "2025-11-12T03:10:11Z stdout F x",
            "shop.example.com:443 203.0.113.9 - -",
            "https 2025-11-12T03:10:11.186641Z app/lb/1",
            "\"203.0.113.9 - - [x]",
        ] {
            assert!(starts(line), "{line}");
        }
        for line in [
            "403 199",
            "HTTP/1.1\" 403",
            "Mac OS X 10_15_7)",
            "#0 /home/x.php(1)",
            "(KHTML, like Gecko)",
            "client: 203.0.113.9",
        ] {
            assert!(!starts(line), "{line}");
        }
    }
}
