//! The bookmark's script: its rules are written in, and what only its readers need is taken out, so that it stays short
//! enough for a bookmark.

use callback_doctor::{
    audit::acts_pattern,
    diagnosis::{AGENT_VERSION, agent_rules},
};

use std::borrow::Cow;

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
        let acts = ["/", &acts_pattern(), "/i"].concat();
        let text = put(&text, "const ACTS = ", "/^/", &acts)?;
        Ok(squeezed(&text))
    })
}

/// The script's own names that are long, none of them one of an object's: each gets one letter, which the script has no
/// name of.
const NAMES: [&str; 30] = [
    "ACTS",
    "BODY_BYTES",
    "FOLDER",
    "LIFE_MS",
    "LIMITS",
    "PAGE_BYTES",
    "REST_INDEX_BYTES",
    "SILENCE_MS",
    "answer",
    "atOnce",
    "bare",
    "button",
    "checker",
    "event",
    "forbidden",
    "greet",
    "greeted",
    "kind",
    "known",
    "limit",
    "parts",
    "place",
    "policy",
    "question",
    "reader",
    "refusal",
    "theirs",
    "underWay",
    "watch",
    "words",
];

/// The letter for one of the script's own names.
fn letter(name: &str) -> Option<String> {
    let at = NAMES.iter().position(|known| *known == name)?;
    let letter = ('a'..='z').chain('A'..='Z').nth(at)?;
    Some(letter.to_string())
}

/// A word of the script, or the letter for it; what stands behind a dot is an object's.
fn renamed(word: &str, before: &str) -> String {
    let is_own = !before.ends_with('.') || before.ends_with("...");
    letter(word)
        .filter(|_| is_own)
        .unwrap_or_else(|| word.to_owned())
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
        // Nothing needs what stands before the end of a block or a list.
        if first == '}' && out.ends_with([';', ',']) {
            out.pop();
        }
        let word = rest
            .find(|c: char| !c.is_alphanumeric() && !"_$".contains(c))
            .unwrap_or(rest.len());
        if word > 0 {
            let (word, after) = rest.split_at(word);
            out.push_str(&renamed(word, &out));
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
        out.push_str(&shorter(&with_letters(kept)));
        rest = after;
    }
    out
}

/// A text with values in it, which are named by their letters.
fn with_letters(kept: &str) -> String {
    NAMES.iter().fold(kept.to_owned(), |text, name| {
        let short = letter(name).unwrap_or_default();
        text.replace(&["${", name, "}"].concat(), &["${", &short, "}"].concat())
    })
}

/// A text between the marks that an address holds as they are; a quotation mark takes three bytes in it. What is no text, or
/// would be another one so, stays.
fn shorter(kept: &str) -> Cow<'_, str> {
    let text = kept
        .strip_prefix('"')
        .and_then(|kept| kept.strip_suffix('"'));
    match text.filter(|text| !text.contains(['`', '$', '\\']) && *text != "use strict") {
        Some(text) => ["`", text, "`"].concat().into(),
        None => kept.into(),
    }
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
    use callback_doctor::text::{self, Language};

    use super::*;

    #[test]
    fn only_what_nothing_needs_goes() {
        for (script, wanted) in [
            ("const a = 1;\n  let b = a + 2;\n", "const a=1;let b=a+2;"),
            ("f({ a: [1, 2,], });\n", "f({a:[1,2,]});"),
            (
                "const checker = x.checker + `${checker} checker`;",
                "const m=x.checker+`${m} checker`;",
            ),
            (
                "async function f(/** @type {A} */ b) { }",
                "async function f(b){}",
            ),
            (
                "say(\"a  b\", `c  ${d}`, 'e  \\' f');",
                "say(`a  b`,`c  ${d}`,'e  \\' f');",
            ),
            (
                "const r = /[/\" ] \\/ x/i;\nb / c;",
                "const r=/[/\" ] \\/ x/i;b/c;",
            ),
            (
                "return typeof a === \"b\" ? c : d;",
                "return typeof a===`b`?c:d;",
            ),
            (
                "\"use strict\"; a(\"`\", \"$\");",
                "\"use strict\";a(\"`\",\"$\");",
            ),
        ] {
            assert_eq!(squeezed(script), wanted);
        }
    }

    /// Characters of a bookmark, at most: what browsers keep and sync.
    const BOOKMARK: usize = 8_192;

    /// Characters of the address that the checker may have.
    const CHECKER: usize = 64;

    /// Characters of a script in an address, as `src/hand/site.rs` writes it.
    fn encoded(script: &str) -> usize {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.!~*();/?:@&=+$,{}[]|`^".contains(&b);
        script.bytes().map(|b| if plain(b) { 1 } else { 3 }).sum()
    }

    #[test]
    fn the_whole_bookmark_is_short_enough() {
        let mut files = Bundle::default();
        let script = include_str!("../../../www/agent.js");
        files.insert(AGENT, script.as_bytes().to_vec());
        super::super::comments::strip(&mut files).unwrap();
        fill(&mut files).unwrap();
        let agent = String::from_utf8_lossy(files.get(AGENT).unwrap()).into_owned();
        let ui = text::ui(Language::En);
        let checker = "c".repeat(CHECKER);
        for (checker, blocked, ask) in [
            (checker.as_str(), ui.agent_blocked, ""),
            ("", ui.agent_alone, ui.agent_ask),
        ] {
            let words = [blocked, ui.agent_cut_off, ui.agent_close, ask];
            let names = "javascript:void()(\"\",{blocked:\"\",cut_off:\"\",close:\"\",ask:\"\"})";
            let whole = encoded(&[&agent, checker, names, &words.concat()].concat());
            assert!(whole <= BOOKMARK, "{whole} characters");
        }
    }

    #[test]
    fn rules_and_version_are_written_in() {
        let script =
            "(a) => {\n  const VERSION = 0;\n  const RULES = {};\n  const ACTS = /^/;\n};\n";
        let mut files = Bundle::default();
        files.insert(AGENT, script.as_bytes().to_vec());
        fill(&mut files).unwrap();
        let filled = String::from_utf8(files.get(AGENT).unwrap().to_vec()).unwrap();
        let start = format!("(a)=>{{const VERSION={AGENT_VERSION};const RULES={{GET:`");
        assert!(filled.starts_with(&start), "{filled}");
        assert!(filled.contains("!KCO_WC_Push~"), "{filled}");
        assert!(filled.contains("const a=/[/?&]"), "{filled}");
        assert!(fill(&mut files).is_err());
    }
}
