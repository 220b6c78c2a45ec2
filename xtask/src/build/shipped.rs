//! What no shipped file may hold: code that turns text into HTML or script, and paths of the machine that built it.

use std::{env, path::PathBuf};

use super::bundle::Bundle;
use crate::{
    failure::{Failure, Outcome},
    workspace::root,
};

/// Refuses files that a browser with Trusted Types or a store's reviewer would refuse, and files that are different on
/// another machine.
pub(super) fn check(product: &str, files: &Bundle) -> Outcome {
    let folders = folders();
    for (path, content) in files.iter() {
        if [".js", ".html"].iter().any(|end| path.ends_with(end)) {
            let text = String::from_utf8_lossy(content);
            if let Some(sink) = SINKS.iter().find(|sink| sink.is_in(&text)) {
                return Err(Failure::new(format!(
                    "{product}/{path} has {}, which turns text into HTML or script. In wasm-bindgen's glue it is for \
                     xtask/src/build/wasm.rs to take it out, and what it looks for there has changed.",
                    sink.word
                )));
            }
        }
        if let Some(folder) = folders.iter().find(|folder| holds(content, folder)) {
            return Err(Failure::new(format!(
                "{product}/{path} names {folder}, a folder of this machine: it would be another file elsewhere. \
                 xtask/src/build/wasm.rs says how such paths are left out."
            )));
        }
    }
    Ok(())
}

/// A way to make HTML or script of a text.
struct Sink {
    word: &'static str,
    /// Reading the property is harmless.
    assigned: bool,
}

const fn sink(word: &'static str, assigned: bool) -> Sink {
    Sink { word, assigned }
}

/// What Trusted Types guard, as far as a word tells.
const SINKS: [Sink; 7] = [
    sink("innerHTML", true),
    sink("outerHTML", true),
    sink("srcdoc", true),
    sink("insertAdjacentHTML", false),
    sink("document.write", false),
    sink("eval(", false),
    sink("Function(", false),
];

impl Sink {
    fn is_in(&self, text: &str) -> bool {
        text.match_indices(self.word).any(|(at, word)| {
            let (before, after) = (text.get(..at), text.get(at + word.len()..));
            let after = after.unwrap_or_default().trim_start();
            if self.assigned {
                after.starts_with("+=") || after.starts_with('=') && !after.starts_with("==")
            } else {
                // `isFunction(` is another word and "`Function(" is text; `x.eval(` is neither.
                !before
                    .unwrap_or_default()
                    .ends_with(|letter: char| letter.is_alphanumeric() || "_$`".contains(letter))
            }
        })
    }
}

/// Where this machine keeps the sources, the tools and what they make, each with a `/` at its end.
fn folders() -> Vec<String> {
    let named = ["HOME", "CARGO_HOME", "RUSTUP_HOME", "CARGO_TARGET_DIR"].map(env::var_os);
    named
        .into_iter()
        .flatten()
        .map(PathBuf::from)
        .chain([root()])
        // A home that is the root of everything tells nothing.
        .filter(|folder| folder.is_absolute() && folder.parent().is_some())
        .map(|folder| format!("{}/", folder.display()))
        .collect()
}

fn holds(content: &[u8], folder: &str) -> bool {
    content
        .windows(folder.len())
        .any(|window| window == folder.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ship(path: &str, content: &str) -> Outcome {
        let mut files = Bundle::default();
        files.insert(path, content.as_bytes().to_vec());
        check("site", &files)
    }

    #[test]
    fn what_makes_html_or_script_of_text_is_refused() {
        for code in [
            "a.innerHTML = b",
            "a.innerHTML+=b",
            "a.outerHTML\n= b",
            "a.insertAdjacentHTML('beforeend', b)",
            "document.write(b)",
            "eval(b)",
            "window.eval(b)",
            "new Function(b)",
        ] {
            let refused = ship("a.js", code).unwrap_err().to_string();
            assert!(refused.starts_with("site/a.js has "), "{code}: {refused}");
        }
    }

    #[test]
    fn what_only_looks_like_it_is_not() {
        for code in [
            "return a.outerHTML;",
            "if (a.innerHTML == b) c()",
            "isFunction(a); function eval_() {} retrieval(b)",
            "return `Function(${name})`;",
            "set_innerHTML: function(a) { throw a; }",
        ] {
            assert!(ship("a.js", code).is_ok(), "{code}");
        }
        assert!(ship("a.wasm", "innerHTML=").is_ok());
    }

    #[test]
    fn a_path_of_this_machine_is_refused_in_any_file() {
        let path = root().join("src").join("lib.rs");
        assert!(ship("a_bg.wasm", &format!("\0panicked at {}", path.display())).is_err());
        assert!(ship("a_bg.wasm", "\0panicked at src/lib.rs").is_ok());
    }
}
