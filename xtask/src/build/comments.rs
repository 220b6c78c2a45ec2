//! Takes comments out of scripts and style sheets that a visitor downloads: whoever reads them has the sources.
//!
//! Only whole lines are looked at, so nothing within a line, or within a text that spans several, is mistaken for one as
//! long as no such line begins with `//` or `/*`.

use super::bundle::Bundle;
use crate::failure::Outcome;

/// Takes the comments out of every script and style sheet.
pub(super) fn strip(files: &mut Bundle) -> Outcome {
    let paths: Vec<String> = files
        .iter()
        .map(|(path, _)| path.to_owned())
        .filter(|path| [".js", ".css"].iter().any(|end| path.ends_with(end)))
        .collect();
    for path in paths {
        files.edit(&path, |text| Ok(without(text)))?;
    }
    Ok(())
}

/// The text without lines that are comments, and without empty ones.
fn without(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let (line, after) = rest.split_at(end);
        let code = line.trim();
        if let Some(after) = block(rest) {
            rest = after;
            continue;
        }
        if !code.is_empty() && !code.starts_with("//") {
            kept.push_str(line.trim_end());
            kept.push('\n');
        }
        rest = after;
    }
    kept
}

/// What follows a comment of whole lines that `text` begins with; `None` where there is none, or code after its end.
fn block(text: &str) -> Option<&str> {
    let inner = text.trim_start().strip_prefix("/*")?;
    let (_, after) = inner.split_once("*/")?;
    let (line, rest) = after.split_once('\n').unwrap_or((after, ""));
    line.trim().is_empty().then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_comment_go_and_the_rest_stays() {
        let cases = [
            ("// a\nlet b = 1; // c\n", "let b = 1; // c\n"),
            ("/** a */\nb();\n", "b();\n"),
            ("/**\n * a\n * @type {b}\n */\nc();\n", "c();\n"),
            (
                "  /* a */ b { color: red }\n",
                "  /* a */ b { color: red }\n",
            ),
            ("/*\na */ b();\nc();", "/*\na */ b();\nc();\n"),
            ("/*/ a\n */\nb\n", "b\n"),
            ("\n\na\n\n", "a\n"),
            (
                "const u = \"http://x\";\n* 2\n",
                "const u = \"http://x\";\n* 2\n",
            ),
        ];
        for (text, wanted) in cases {
            assert_eq!(without(text), wanted, "{text}");
        }
    }
}
