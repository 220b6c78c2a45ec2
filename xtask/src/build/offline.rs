//! Fills in the service worker: which files it keeps, and a version that changes with any of them.

use ring::digest::{Context, SHA256};

use super::{bundle::Bundle, hex};
use crate::failure::{Failure, Outcome};

/// The service worker's file; it is never kept by itself.
const WORKER: &str = "sw.js";

/// The lines of `www/sw.js` that are filled in.
const VERSION: &str = "const VERSION = \"\";";
const FILES: &str = "const FILES = [];";

/// Digits of the version.
const DIGITS: usize = 16;

/// Names the files of the site in its service worker, where it has one.
pub(super) fn fill(files: &mut Bundle) -> Outcome {
    if files.get(WORKER).is_none() {
        return Ok(());
    }
    let mut hash = Context::new(&SHA256);
    let mut names = Vec::new();
    for (path, content) in files.iter() {
        // The length keeps two files from passing for one.
        hash.update(format!("{path}\n{}\n", content.len()).as_bytes());
        hash.update(content);
        if path != WORKER {
            names.push(path.to_owned());
        }
    }
    let version = hex(hash.finish().as_ref());
    let version = version.get(..DIGITS).unwrap_or(&version);
    let names = serde_json::to_string(&names).map_err(Failure::at("Naming the site's files"))?;
    files.edit(WORKER, |text| {
        if !(text.contains(VERSION) && text.contains(FILES)) {
            return Err(Failure::new(format!(
                "www/{WORKER} lacks the lines that are filled in: {VERSION} and {FILES}"
            )));
        }
        Ok(text
            .replace(VERSION, &format!("const VERSION = \"{version}\";"))
            .replace(FILES, &format!("const FILES = {names};")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(page: &str) -> String {
        let mut files = Bundle::default();
        files.insert(WORKER, format!("{VERSION}\n{FILES}\n").into_bytes());
        files.insert("index.html", page.as_bytes().to_vec());
        fill(&mut files).unwrap();
        String::from_utf8(files.get(WORKER).unwrap().to_vec()).unwrap()
    }

    #[test]
    fn the_version_follows_the_files() {
        assert_eq!(filled("one"), filled("one"));
        assert_ne!(filled("one"), filled("two"));
        assert!(filled("one").contains("const FILES = [\"index.html\"];"));
    }

    #[test]
    fn a_worker_without_the_lines_is_refused() {
        let mut files = Bundle::default();
        files.insert(WORKER, b"self".to_vec());
        assert!(fill(&mut files).is_err());
    }
}
