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

/// Of a hundred texts, first causes that are right at least, and that must not be told at most.
const RIGHT: usize = 92;
const FORBIDDEN: usize = 1;

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
    assert!(false_ones.len() * 100 <= all * FORBIDDEN, "{false_ones:#?}");
    assert!(right * 100 >= all * RIGHT, "{right} of {all}");
}

/// Whatever is left of a text, it is read or refused.
#[test]
fn any_cut_is_read_or_refused() {
    let expected = std::fs::read_to_string(folder().join("expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    for name in expected["cases"].as_object().unwrap().keys().step_by(3) {
        let file = folder().join("texts").join(format!("{name}.txt"));
        let bytes = std::fs::read(file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        if text.len() > 4000 {
            continue;
        }
        for part in 1..6 {
            let at = text.floor_char_boundary(text.len() * part / 6);
            told(&text[at..]);
            told(&text[..at]);
        }
    }
}

/// A text without evidence has none when others like it stand beside it.
#[test]
fn words_of_others_make_nothing_certain() {
    for text in [
        "Hello, how do I switch on Klarna in my shop?",
        "Invoice 404 of 12.11.2025, total 500.00 EUR, VAT 25 %",
        "Vi har 500 produkter i butiken och vill byta tema.",
        "Wir haben 500 Besucher am Tag in unserem Shop.",
        "Notre boutique reçoit 500 commandes par mois.",
        "Mamy 500 zamówień miesięcznie w sklepie.",
        "Meeting at 4:03 pm, room 500, dial +46 8 403 500 04",
    ] {
        let both = [
            text,
            "\n\nWordPress 6.8.1, WooCommerce 10.3.5, PHP 8.2.29\n",
            text,
        ]
        .concat();
        for text in [text, both.as_str()] {
            let told = told(text);
            assert!(
                ["unreadable", "undetermined"].contains(&told.cause.as_str()),
                "{text}: {}",
                told.cause
            );
        }
    }
}
