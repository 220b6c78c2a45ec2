//! Whole reports of six situations, as a reader gets them: what a change of the inside changes for a reader shows here.
//!
//! `GOLDEN=write cargo test --test recorded golden` writes them anew; a change is read before it is committed.

use std::path::Path;

use callback_doctor::report::export::{Audience, Format, Shared, Whom, export, letter};
use callback_doctor::report::{Report, Surface, markdown};
use callback_doctor::text::Language;

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
            stays(&folder.join([name, ".", end].concat()), &text);
        }
    }
}

fn stays(file: &Path, text: &str) {
    if std::env::var_os("GOLDEN").is_some_and(|wish| wish == "write") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    assert!(kept == text, "{} has changed", file.display());
}

/// Situations whose exports are kept: other causes, other readers.
const EXPORTED: [&str; 12] = [
    "baseline",
    "wordfence_ip",
    "plain",
    "kco_inactive",
    "maintenance",
    "modsec_406",
    "ua_block_klarna",
    "www_redirect",
    "nginx_limit_req_429",
    "block_checkout",
    "http_home",
    "qtranslate_shown",
];

/// Every format for a ticket, the letters, and what the public gets to read, in a file each.
#[test]
fn golden_exports_stay_as_they_are() {
    let Some(shops) = corpus("shop") else {
        println!("skipped: no corpus");
        return;
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/exports");
    for name in EXPORTED {
        assert!(shops.join([name, ".json"].concat()).is_file(), "{name}");
        let report: Report = crate::diagnose(&Recorded::open(name), Surface::Native);
        for (audience, formats) in [
            (
                Audience::Ticket,
                &[Format::Text, Format::Html, Format::Csv, Format::Junit][..],
            ),
            (Audience::Public, &[Format::Markdown]),
        ] {
            let shared = Shared::of(&report, audience);
            for format in formats {
                let text = export(&shared, *format, Language::En);
                let file = [name, ".", audience.as_str(), ".", format.ending()].concat();
                stays(&folder.join(file), &text);
            }
        }
        let shared = Shared::of(&report, Audience::Ticket);
        for whom in Whom::ALL {
            let text = letter(&shared, whom, Language::En);
            stays(
                &folder.join([name, ".", whom.as_str(), ".txt"].concat()),
                &text,
            );
        }
    }
}
