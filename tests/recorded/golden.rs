//! Whole reports of six recorded situations, as JSON and as Markdown, against the files in `tests/golden/`: a change of the
//! code shows there what it changes for a reader.
//!
//! `GOLDEN=write cargo test --test recorded golden` writes them anew.

use std::fs;
use std::path::PathBuf;

use callback_doctor::report::{Surface, markdown};

use crate::diagnose;
use crate::shop::{Recorded, corpus};

/// One situation of each family of causes, and one with two at once.
const SITUATIONS: [&str; 6] = [
    "baseline",
    "nginx_slow",
    "plain",
    "trailing_slash_redirect",
    "two_polylang_shown_tls_proxy_http_home",
    "ua_block_klarna",
];

#[test]
fn golden_reports_are_as_they_were() {
    if corpus("shop").is_none() {
        println!("skipped: no corpus");
        return;
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut changed = Vec::new();
    for situation in SITUATIONS {
        let report = diagnose(&Recorded::open(situation), Surface::Native);
        let json = serde_json::to_string_pretty(&report).unwrap() + "\n";
        let markdown = markdown(&report);
        for (ending, text) in [("json", json), ("md", markdown)] {
            let file = folder.join(situation).with_extension(ending);
            if std::env::var_os("GOLDEN").is_some_and(|how| how == "write") {
                fs::write(&file, &text).unwrap();
            }
            if fs::read_to_string(&file).unwrap_or_default() != text {
                changed.push(format!("{situation}.{ending}"));
            }
        }
    }
    assert!(
        changed.is_empty(),
        "reports read differently: {changed:?}; GOLDEN=write writes them anew, `git diff tests/golden` shows how"
    );
}
