//! The bookmark's script: its rules are written in, and what only its readers need is taken out, so that it stays short
//! enough for a bookmark.

use callback_doctor::diagnosis::{AGENT_VERSION, agent_rules};

use super::bundle::Bundle;
use crate::failure::{Failure, Outcome};

/// The script.
const AGENT: &str = "agent.js";

/// Makes it ready to be kept.
pub(super) fn fill(files: &mut Bundle) -> Outcome {
    let version = AGENT_VERSION.to_string();
    files.edit(AGENT, |text| {
        let text = put(text, "const VERSION = ", "0", &version)?;
        let text = put(&text, "const RULES = ", "{}", &agent_rules())?;
        Ok(squeezed(&text))
    })
}

fn put(text: &str, name: &str, empty: &str, value: &str) -> Outcome<String> {
    let line = format!("{name}{empty};");
    if text.matches(&line).count() != 1 {
        return Err(Failure::new(format!(
            "{AGENT} should hold {line} once: its value is put there."
        )));
    }
    Ok(text.replacen(&line, &format!("{name}{value};"), 1))
}

/// The script without comments in its lines and without the space that nothing needs. Whole lines of comment are gone
/// already, texts keep what they hold, and each statement ends in a semicolon or a brace.
fn squeezed(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        if let Some((_, after)) = rest
            .strip_prefix("/*")
            .and_then(|inner| inner.split_once("*/"))
        {
            rest = after;
            continue;
        }
        if first.is_whitespace() {
            let after = rest.trim_start();
            let apart =
                |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_$".contains(c));
            let comment = after.starts_with("/*");
            if !comment && apart(out.chars().last()) && apart(after.chars().next()) {
                out.push(' ');
            }
            rest = after;
            continue;
        }
        let begins_regex = first == '/' && out.ends_with(['=', '(', ',', ':', '?', '!', '&', '|']);
        let length = if "\"'`".contains(first) || begins_regex {
            text_length(rest, first)
        } else {
            first.len_utf8()
        };
        let (kept, after) = rest.split_at(length);
        out.push_str(kept);
        rest = after;
    }
    out
}

/// Bytes of the text or the regular expression that `script` begins with. A slash in a class ends none.
fn text_length(script: &str, mark: char) -> usize {
    let (mut escaped, mut in_class) = (false, false);
    for (at, c) in script.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' if mark == '/' => in_class = true,
            ']' => in_class = false,
            _ if c == mark && !in_class => return at + c.len_utf8(),
            _ => {}
        }
    }
    script.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nothing_needs_goes() {
        for (script, wanted) in [
            ("const a = 1;\n  let b = a + 2;\n", "const a=1;let b=a+2;"),
            (
                "async function f(/** @type {A} */ b) { }",
                "async function f(b){}",
            ),
            (
                "say(\"a  b\", `c  ${d}`, 'e  \\' f');",
                "say(\"a  b\",`c  ${d}`,'e  \\' f');",
            ),
            (
                "const r = /[/\" ] \\/ x/i;\nb / c;",
                "const r=/[/\" ] \\/ x/i;b/c;",
            ),
            (
                "return typeof a === \"b\" ? c : d;",
                "return typeof a===\"b\"?c:d;",
            ),
        ] {
            assert_eq!(squeezed(script), wanted);
        }
    }

    #[test]
    fn it_leaves_room_for_its_words_in_eight_kilobytes() {
        let mut files = Bundle::default();
        let script = include_str!("../../../www/agent.js");
        files.insert(AGENT, script.as_bytes().to_vec());
        super::super::comments::strip(&mut files).unwrap();
        fill(&mut files).unwrap();
        let bytes = files.get(AGENT).unwrap().len();
        assert!(bytes <= 6_800, "{bytes} bytes");
    }

    #[test]
    fn rules_and_version_are_written_in() {
        let script = "(a) => {\n  const VERSION = 0;\n  const RULES = {};\n};\n";
        let mut files = Bundle::default();
        files.insert(AGENT, script.as_bytes().to_vec());
        fill(&mut files).unwrap();
        let filled = String::from_utf8(files.get(AGENT).unwrap().to_vec()).unwrap();
        let start = format!("(a)=>{{const VERSION={AGENT_VERSION};const RULES={{GET:\"");
        assert!(filled.starts_with(&start), "{filled}");
        assert!(filled.contains("!KCO_WC_Push~"), "{filled}");
        assert!(fill(&mut files).is_err());
    }
}
