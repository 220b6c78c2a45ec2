//! What is copied out of a browser's network panel: names and values on one line or on two, with or without colons, under
//! headings. Chromium's panel shows the values without colons since 2023.

/// Names that only a panel has.
const NAMES: [&str; 5] = [
    "request url",
    "request method",
    "status code",
    "remote address",
    "referrer policy",
];

/// Lines of a panel that are looked at.
const LINES: usize = 400;

/// What stands under a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    /// The answer, or both.
    Answer,
    /// What was sent: cookies among it.
    Request,
    /// The same as before: a word of the panel itself.
    Same,
}

/// A panel's copy as lines `name: value`, with the body that may follow. `None` for anything else.
pub(super) fn plain(text: &str) -> Option<String> {
    let mut first = text.lines().filter(|line| !line.trim().is_empty()).take(3);
    if !first.any(|line| NAMES.contains(&name_of(line).as_str())) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut section = Section::Answer;
    let mut waiting: Option<&str> = None;
    let mut at = 0;
    for raw in text.split_inclusive('\n').take(LINES) {
        let line = raw.trim();
        let rest = text.get(at..).unwrap_or_default();
        at += raw.len();
        if line.is_empty() {
            continue;
        }
        if let Some(name) = waiting.take() {
            push(&mut out, section, name, line);
        } else if line.starts_with('<') || crate::probe::dispatched(line).is_some() {
            out.push('\n');
            out.push_str(rest);
            return Some(out);
        } else if let Some(found) = heading(line) {
            if found != Section::Same {
                section = found;
            }
        } else if let Some((name, value)) = split(line) {
            push(&mut out, section, name, value);
        } else {
            waiting = Some(line.trim_end_matches(':'));
        }
    }
    Some(out)
}

fn name_of(line: &str) -> String {
    line.trim()
        .trim_end_matches(':')
        .split(':')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// A heading, by the section that it begins. Sizes and numbers may stand behind it.
fn heading(line: &str) -> Option<Section> {
    let line = line.to_ascii_lowercase();
    let begins = |heading: &str| line.starts_with(heading);
    if begins("response headers") || line == "general" {
        Some(Section::Answer)
    } else if begins("request headers")
        || line == "payload"
        || begins("query string")
        || begins("form data")
    {
        Some(Section::Request)
    } else {
        (line == "view source" || line == "raw" || line == "provisional headers are shown")
            .then_some(Section::Same)
    }
}

/// `name: value` on one line; not `name:` and not a line that is a name alone.
fn split(line: &str) -> Option<(&str, &str)> {
    let from = usize::from(line.starts_with(':'));
    let colon = line.get(from..)?.find(':')? + from;
    let value = line.get(colon + 1..)?.trim();
    (!value.is_empty()).then_some((line.get(..colon)?, value))
}

fn push(out: &mut String, section: Section, name: &str, value: &str) {
    if section == Section::Answer {
        for part in [name, ": ", value, "\n"] {
            out.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Given, read};

    fn given(text: &str) -> Given {
        read(text).unwrap().answers.remove(0)
    }

    #[test]
    fn every_way_in_which_a_panel_copies() {
        for (name, text) in [
            (
                "without colons",
                "Request URL\nhttps://shop.example.com/wc-api/KCO_WC_Push/\nRequest Method\nPOST\nStatus Code\n403 Forbidden\nRemote Address\n192.0.2.1:443\nReferrer Policy\nno-referrer\nserver\ncloudflare\ncf-mitigated\nchallenge",
            ),
            (
                "under headings",
                "General\n\nRequest URL: https://shop.example.com/wc-api/KCO_WC_Push/\nRequest Method: POST\nStatus Code: 403 Forbidden\n\nResponse Headers\n\nserver: cloudflare\ncf-mitigated: challenge\n\nRequest Headers\n\nserver: sent\ncookie: secret\n",
            ),
            (
                "with numbers behind the headings",
                "General\nRequest URL:\nhttps://shop.example.com/wc-api/KCO_WC_Push/\nRequest Method:\nPOST\nStatus Code:\n403\nResponse headers (2)\nView source\nserver:\ncloudflare\ncf-mitigated:\nchallenge\nRequest headers (1)\ncf-mitigated:\nsent",
            ),
        ] {
            let given = given(text);
            assert_eq!(given.status, Some(403), "{name}");
            assert_eq!(given.method.as_deref(), Some("POST"), "{name}");
            assert_eq!(
                given.url.as_deref(),
                Some("https://shop.example.com/wc-api/KCO_WC_Push/"),
                "{name}"
            );
            assert_eq!(given.headers.get("server"), Some("cloudflare"), "{name}");
            assert_eq!(
                given.headers.get("cf-mitigated"),
                Some("challenge"),
                "{name}"
            );
            assert_eq!(given.headers.get("cookie"), None, "{name}");
            assert_eq!(given.body, None, "{name}");
        }
    }

    #[test]
    fn a_body_may_follow() {
        let text = "Request URL: https://shop.example.com/wc-api/X\nStatus Code: 403\ncontent-type: text/html\n\n<p>no\n\n<p>really";
        assert_eq!(given(text).body.as_deref(), Some("<p>no\n\n<p>really"));
        assert_eq!(given("Status Code\n400\n\n-1").body.as_deref(), Some("-1"));
    }

    #[test]
    fn cut_anywhere_it_is_read_or_refused() {
        let text = "General\nRequest URL\nhttps://shop.example.com/wc-api/X\nStatus Code\n403\nserver\nå\n\n<p>no";
        for end in 0..text.len() {
            let _ = read(text.get(..end).unwrap_or_default());
        }
    }
}
