//! What people paste, in `tests/given`: written apart from the reader, form by form and language by language.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that panics says what broke"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use callback_doctor::explain;
use callback_doctor::given;
use callback_doctor::text::Language;
use serde_json::Value;

/// Of a hundred texts, first causes that are right at least.
const RIGHT: usize = 90;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/given")
}

/// The first cause, the blocker, the gateway, the address, and everything that is shown.
struct Told {
    cause: String,
    blocker: Option<String>,
    gateway: Option<String>,
    url: Option<String>,
    shown: String,
}

fn told(text: &str) -> Told {
    let unreadable = Told {
        cause: "unreadable".to_owned(),
        blocker: None,
        gateway: None,
        url: None,
        shown: String::new(),
    };
    let Ok(input) = given::read(text) else {
        return unreadable;
    };
    let all = explain::explain_all(&input, Language::En);
    let shown = serde_json::to_string(&all).unwrap();
    all.into_iter().next().map_or(unreadable, |first| Told {
        cause: first.cause.as_str().to_owned(),
        blocker: first.blocker,
        gateway: first.gateway,
        url: first.url,
        shown,
    })
}

fn holds(list: &Value, id: Option<&str>) -> bool {
    match list {
        Value::Array(list) => list.iter().any(|one| one.as_str() == id),
        one => one.as_str() == id,
    }
}

#[test]
fn first_causes_of_texts_that_people_have() {
    let expected = std::fs::read_to_string(folder().join("expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let mut rows: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut false_ones, mut leaks) = (Vec::new(), Vec::new());
    let (mut all, mut right, mut blockers, mut gateways, mut urls) = (0, 0, 0, 0, 0);
    for (name, case) in expected["cases"].as_object().unwrap() {
        let file = folder().join("texts").join(format!("{name}.txt"));
        let bytes = std::fs::read(file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let told = told(&text);
        all += 1;
        let fits = holds(&case["accept_causes"], Some(&told.cause));
        right += usize::from(fits);
        for kind in ["form", "language"] {
            let key = format!("{kind} {}", case[kind].as_str().unwrap());
            let row = rows.entry(key).or_default();
            row.0 += usize::from(fits);
            row.1 += 1;
        }
        if !fits {
            println!("{name}: {}, wanted {}", told.cause, case["accept_causes"]);
        }
        if holds(&case["must_not"], Some(&told.cause)) {
            false_ones.push(format!("{name}: {}", told.cause));
        }
        let named = holds(&case["blocker"], told.blocker.as_deref());
        blockers += usize::from(named);
        if !named {
            println!(
                "{name}: blocker {:?}, wanted {}",
                told.blocker, case["blocker"]
            );
        }
        let gateway = case["gateway"].as_str() == told.gateway.as_deref();
        gateways += usize::from(gateway);
        if !gateway {
            println!(
                "{name}: gateway {:?}, wanted {}",
                told.gateway, case["gateway"]
            );
        }
        let url = case["url"].as_str() == told.url.as_deref();
        urls += usize::from(url);
        if !url {
            println!("{name}: address {:?}, wanted {}", told.url, case["url"]);
        }
        for secret in case["secrets"].as_array().unwrap() {
            if told.shown.contains(secret.as_str().unwrap()) {
                leaks.push(format!("{name}: {secret}"));
            }
        }
    }
    for (row, (right, all)) in &rows {
        println!("  {row:40} {right:3} of {all:3}");
    }
    println!(
        "{right} of {all} first causes, {blockers} blockers, {gateways} gateways, {urls} addresses"
    );
    println!("must not: {false_ones:#?}\nsecrets shown: {leaks:#?}");
    assert_eq!(leaks, Vec::<String>::new());
    assert_eq!(false_ones, Vec::<String>::new());
    assert!(right * 100 >= all * RIGHT, "{right} of {all}");
}
