//! Which files a page loads: what its HTML names, what its scripts import, what its style sheets name.

use std::collections::BTreeSet;

use super::{bundle::Bundle, wasm};
use crate::failure::{Failure, Outcome};

/// Everything that this page loads, itself included: when it is opened, or ever.
pub(crate) fn loaded(files: &Bundle, page: &str, imports: Imports) -> Outcome<BTreeSet<String>> {
    reach(vec![page.to_owned()], imports, |path, namer| {
        files
            .get(path)
            .map(<[u8]>::to_vec)
            .ok_or_else(|| missing(path, namer))
    })
}

/// Adds the files that pages, scripts and the manifest (`names`) name and that only `other` has.
pub(crate) fn complete(files: &mut Bundle, names: &[String], other: &Bundle) -> Outcome {
    let mut start = names.to_vec();
    start.extend(
        files
            .iter()
            .map(|(path, _)| path.to_owned())
            .filter(|path| ending(path) == "html"),
    );
    reach(start, Imports::All, |path, namer| {
        if let Some(content) = files.get(path) {
            return Ok(content.to_vec());
        }
        let content = other
            .get(path)
            .ok_or_else(|| missing(path, namer))?
            .to_vec();
        files.insert(path, content.clone());
        Ok(content)
    })?;
    Ok(())
}

fn missing(path: &str, namer: &str) -> Failure {
    Failure::new(format!("{namer} names {path}, which is not there."))
}

/// Which imports of a script count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Imports {
    /// Those that run before the script does.
    AtOnce,
    /// Those that it calls as a function too.
    All,
}

/// Walks from file to file; `open` gets a path and who names it.
fn reach(
    start: Vec<String>,
    imports: Imports,
    mut open: impl FnMut(&str, &str) -> Outcome<Vec<u8>>,
) -> Outcome<BTreeSet<String>> {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<_> = start
        .into_iter()
        .map(|path| (path, "The manifest".to_owned()))
        .collect();
    while let Some((path, namer)) = ahead.pop() {
        if reached.contains(&path) {
            continue;
        }
        let content = open(&path, &namer)?;
        let text = String::from_utf8_lossy(&content);
        let names = match ending(&path) {
            "html" => in_html(&text, imports),
            "js" | "mjs" => in_script(&text, imports),
            "css" => in_css(&text),
            _ => Vec::new(),
        };
        ahead.extend(
            names
                .iter()
                .filter_map(|name| resolve(&path, name))
                .map(|name| (name, path.clone())),
        );
        if let Some(name) = wasm::MODULES
            .iter()
            .find(|name| path == wasm::glue_file(name))
        {
            ahead.push((wasm::module_file(name), path.clone()));
        }
        reached.insert(path);
    }
    Ok(reached)
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, end)| end)
}

/// The path of a file of ours that `base` names; none for addresses elsewhere.
fn resolve(base: &str, name: &str) -> Option<String> {
    let name = name.split(['?', '#']).next()?.trim();
    if name.is_empty() || name.starts_with("//") || name.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = match (name.starts_with('/'), base.rsplit_once('/')) {
        (false, Some((folder, _))) => folder.split('/').collect(),
        _ => Vec::new(),
    };
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `src` of scripts and images, `href` of links that the browser loads, and what inline modules import.
fn in_html(html: &str, imports: Imports) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        rest = after;
        let element = tag
            .split_ascii_whitespace()
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        match element.as_str() {
            "script" => {
                let (inline, after) = after.split_once("</script").unwrap_or((after, ""));
                names.extend(attribute(tag, "src"));
                names.extend(in_script(inline, imports));
                rest = after;
            }
            "img" => names.extend(attribute(tag, "src")),
            "link" => {
                let rel = attribute(tag, "rel")
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                if ["stylesheet", "modulepreload", "preload", "icon", "manifest"]
                    .iter()
                    .any(|load| rel.contains(load))
                {
                    names.extend(attribute(tag, "href"));
                }
            }
            _ => {}
        }
    }
    names
}

/// The value of an attribute of our own, well-formed pages.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}="))?;
    match after.chars().next()? {
        quote @ ('"' | '\'') => after.split(quote).nth(1),
        _ => after.split([' ', '/']).next(),
    }
    .map(str::to_owned)
}

/// What a script imports by a relative path, at its start or later; text in comments and strings does not count.
fn in_script(script: &str, imports: Imports) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = script;
    // The code since the last string: `import`, `import(` and `… from` stand directly before the path.
    let mut code = String::new();
    while let Some(character) = rest.chars().next() {
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if rest.starts_with("//") {
            rest = rest
                .find('\n')
                .and_then(|end| rest.get(end..))
                .unwrap_or_default();
        } else if matches!(character, '"' | '\'' | '`') {
            let (string, after) = string(after, character);
            let before = code.trim_end();
            let called = before.ends_with('(');
            let imported = (imports == Imports::All || !called)
                && ["import", "from"]
                    .iter()
                    .any(|word| before.trim_end_matches('(').trim_end().ends_with(word));
            if imported && string.starts_with(['.', '/']) && !string.contains("${") {
                names.push(string.to_owned());
            }
            code.clear();
            rest = after;
        } else {
            code.push(character);
            rest = after;
        }
    }
    names
}

/// Splits at the end of a string literal. One that does not end on its line was no string (a quote in a regular
/// expression), but a template.
fn string(text: &str, quote: char) -> (&str, &str) {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
        } else if character == quote || (character == '\n' && quote != '`') {
            return (
                text.get(..at).unwrap_or_default(),
                text.get(at + 1..).unwrap_or_default(),
            );
        }
    }
    (text, "")
}

/// `@import` and `url(…)`.
fn in_css(css: &str) -> Vec<String> {
    let mut names = Vec::new();
    for start in ["url(", "@import \"", "@import '"] {
        for after in css.split(start).skip(1) {
            names.extend(
                after
                    .trim_start_matches(['"', '\''])
                    .split(['"', '\'', ')'])
                    .next()
                    .map(str::to_owned),
            );
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_names_what_the_browser_loads() {
        let html = r#"<!doctype html><link rel="stylesheet" href="a.css?v=1"><link rel=canonical href="no.html">
            <!-- <script src="no.js"></script> --><a href="no.html"><img alt="" src='b.svg'>
            <script type="module" src="./c.js"></script><script type="module">import init from "./d.js";</script>"#;
        assert_eq!(
            in_html(html, Imports::AtOnce),
            ["a.css?v=1", "b.svg", "./c.js", "./d.js"]
        );
    }

    #[test]
    fn scripts_name_what_they_import() {
        let script = r#"
            import "./a.js"; import init, { b } from './b.js'; export * from"./c.js";
            const d = await import( "./d.js" );
            // import "./no.js"
            /** @typedef {import("./no.js").T} T */
            const text = 'import "./no.js"', quote = /["]/, from = "./no.js", bare = import("yew");
            const later = import(`./texts/${language}.js`); import "./e.js";
        "#;
        assert_eq!(
            in_script(script, Imports::All),
            ["./a.js", "./b.js", "./c.js", "./d.js", "./e.js"]
        );
        assert_eq!(
            in_script(script, Imports::AtOnce),
            ["./a.js", "./b.js", "./c.js", "./e.js"]
        );
    }

    #[test]
    fn names_are_resolved_against_their_file() {
        for (base, name, expected) in [
            ("index.html", "./a.css?v=2#x", Some("a.css")),
            ("pages/help.html", "../a.css", Some("a.css")),
            ("pages/help.html", "b.css", Some("pages/b.css")),
            ("pages/help.html", "/b.css", Some("b.css")),
            ("index.html", "https://example.com/a.css", None),
            ("index.html", "data:image/png,", None),
            ("index.html", "#top", None),
        ] {
            assert_eq!(resolve(base, name).as_deref(), expected, "{base} {name}");
        }
    }

    #[test]
    fn a_page_loads_what_it_names_and_what_that_names() {
        let mut files = Bundle::default();
        for (path, content) in [
            (
                "popup.html",
                r#"<link rel="stylesheet" href="look.css"><script type="module" src="popup.js"></script>"#,
            ),
            (
                "popup.js",
                "import init from './faces.js'; import('./brain.js');",
            ),
            ("faces.js", "export default 1;"),
            ("faces_bg.wasm", ""),
            ("brain.js", ""),
            ("brain_bg.wasm", ""),
            ("other.js", ""),
        ] {
            files.insert(path, content.as_bytes().to_vec());
        }
        assert!(
            loaded(&files, "popup.html", Imports::AtOnce)
                .unwrap_err()
                .to_string()
                .contains("popup.html names look.css")
        );
        let mut site = Bundle::default();
        site.insert("look.css", b"@import \"base.css\";".to_vec());
        site.insert("base.css", Vec::new());
        complete(&mut files, &[], &site).unwrap();
        let loaded: Vec<_> = loaded(&files, "popup.html", Imports::AtOnce)
            .unwrap()
            .into_iter()
            .collect();
        assert_eq!(
            loaded,
            [
                "base.css",
                "faces.js",
                "faces_bg.wasm",
                "look.css",
                "popup.html",
                "popup.js"
            ]
        );
    }
}
