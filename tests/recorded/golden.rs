//! Whole reports of six situations, as a reader gets them: what a change of the inside changes for a reader shows here.
//!
//! `GOLDEN=write cargo test --test recorded golden` writes them anew; a change is read before it is committed.

use std::path::Path;

use callback_doctor::report::{Surface, markdown};

use crate::shop::{Recorded, corpus};

const SITUATIONS: [&str; 6] = [
    "baseline",
    "block_checkout",
    "wordfence_ip",
    "plain",
    "qtranslate_shown",
    "kco_inactive",
];

#[test]
fn golden_reports_stay_as_they_are() {
    if corpus("shop").is_none() {
        println!("skipped: no corpus");
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for name in SITUATIONS {
        let report = crate::diagnose(&Recorded::open(name), Surface::Native);
        let mut json = serde_json::to_string_pretty(&report).unwrap();
        json.push('\n');
        for (end, text) in [("json", json), ("md", markdown(&report))] {
            let file = folder.join([name, ".", end].concat());
            if std::env::var_os("GOLDEN").is_some_and(|wish| wish == "write") {
                std::fs::write(&file, &text).unwrap();
            }
            let kept = std::fs::read_to_string(&file).unwrap();
            assert!(kept == text, "{} has changed", file.display());
        }
    }
}
