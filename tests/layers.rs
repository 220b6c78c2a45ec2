//! Imports go one way: each room of `src/` knows those below it, and none above. `src/lib.rs` shows the same order.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the bottom to the top. A file belongs to the one that names most of its path.
const ROOMS: [&str; 32] = [
    "foreign",
    "redaction",
    "shop",
    "inquiry",
    "probe",
    "gateway",
    "command",
    "html",
    "page",
    "rest_index",
    "blocker",
    "verdict",
    "reading",
    "case",
    "check",
    "audit",
    "given",
    "report",
    "cause",
    "text",
    "report/export",
    "audit_report",
    "remedy",
    "explain",
    "diagnosis",
    "desk",
    "shared",
    "run",
    "ui",
    "hand",
    "lib",
    "bin",
];

/// The room of a file or of a module, both as `report/markdown`: its height, and its name.
fn room(path: &str) -> Option<usize> {
    let holds = |room: &&&str| {
        let rest = path.strip_prefix(**room);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let found = ROOMS.iter().filter(holds).max_by_key(|room| room.len())?;
    ROOMS.iter().position(|room| room == found)
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// The modules that a statement such as `use crate::{probe::Answer, report::{self, markdown}}` names, one `a/b` each.
fn named(tree: &str) -> Vec<String> {
    let (head, inner) = tree.split_once('{').unwrap_or((tree, ""));
    let head = head.replace("::", "/").replace(' ', "");
    let Some(inner) = inner.rsplit_once('}').map(|(inner, _)| inner) else {
        return vec![head];
    };
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = inner[start..at].trim();
                let below = if part.is_empty() {
                    Vec::new()
                } else {
                    named(part)
                };
                found.extend(below.iter().map(|below| [&head, below.as_str()].concat()));
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// Every `crate::…` of a file's code, with its line. What stands in a file's own tests does not count.
fn imports(text: &str) -> Vec<(usize, String)> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].matches('\n').count();
        let before = code[..at].rsplit('\n').next().unwrap().trim_start();
        if before.starts_with("//") {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let is_use = before.ends_with("use ");
        let end = rest.find(|c: char| match c {
            ';' => true,
            ':' | '_' => false,
            _ => !is_use && !c.is_alphanumeric(),
        });
        let tree = rest[..end.unwrap()].replace('\n', " ");
        found.extend(named(&tree).into_iter().map(|name| (line + 1, name)));
    }
    found
}

#[test]
fn no_import_climbs() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let mut climbs = Vec::new();
    for file in all {
        let path = file.strip_prefix(&src).unwrap().with_extension("");
        let path = path.to_str().unwrap().replace('\\', "/");
        let path = path.trim_end_matches("/mod");
        if path.split('/').any(|part| part == "tests") {
            continue;
        }
        let own = room(path).unwrap_or_else(|| panic!("src/{path}.rs has no place in ROOMS"));
        for (line, name) in imports(&fs::read_to_string(&file).unwrap()) {
            let other =
                room(&name).unwrap_or_else(|| panic!("{}:{line}: no room {name}", file.display()));
            if other > own {
                climbs.push(format!(
                    "{}:{line}: `{}` knows `{}`, which stands above it",
                    file.display(),
                    ROOMS[own],
                    ROOMS[other]
                ));
            }
        }
    }
    assert!(climbs.is_empty(), "{}", climbs.join("\n"));
}

#[test]
fn the_reader_of_imports_sees_them() {
    let text = "use crate::{probe::{Answer, limits}, report::markdown};\n//! crate::hand\nlet x = crate::text::ui(1);\n#[cfg(test)]\nmod tests { use crate::hand; }";
    let seen = imports(text);
    let wanted = ["probe/Answer", "probe/limits", "report/markdown", "text/ui"];
    assert_eq!(
        seen.iter().map(|(_, name)| name).collect::<Vec<_>>(),
        wanted
    );
    assert!(room("report/mod") < room("report/export"));
    assert_eq!(room("text/en/causes"), room("text"));
}

#[test]
fn the_manual_shows_the_same_order() {
    let manual =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let rows = manual
        .lines()
        .filter_map(|line| line.strip_prefix("//! | "));
    let shown = rows
        .filter_map(|row| row.split('`').nth(1))
        .map(|name| name.replace("::", "/"));
    let wanted = ROOMS
        .iter()
        .copied()
        .filter(|room| !["lib", "bin"].contains(room));
    let shown: Vec<String> = shown.collect();
    assert_eq!(shown, wanted.collect::<Vec<_>>());
}
