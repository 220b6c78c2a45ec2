//! What people have when a callback is lost: no first statement about it may be false.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that panics says what broke"
)]
#![allow(clippy::too_many_lines, reason = "tables of cases are long")]

use std::path::PathBuf;

use callback_doctor::desk::{Begun, gather};
use callback_doctor::diagnosis::Diagnosis;
use callback_doctor::explain::{self, Explanation};
use callback_doctor::given;
use callback_doctor::text::Language;
use serde_json::Value;

/// The corpus beside the project; `None` where it is absent.
fn corpus() -> Option<PathBuf> {
    let given = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/given");
    given.join("expected.json").is_file().then_some(given)
}

/// The first cause that the product tells of a text, and the blocker.
fn first(text: &str) -> (String, Option<String>) {
    match given::read(text) {
        Ok(input) => {
            let first: Explanation = explain::explain_all(&input, Language::En).swap_remove(0);
            (first.cause.as_str().to_owned(), first.blocker)
        }
        Err(_) => ("unreadable".to_owned(), None),
    }
}

/// The first cause of a page's source, which begins a diagnosis.
fn page(text: &str) -> (String, Option<String>) {
    let Begun::Diagnosis(intake) = gather(&[text], None).begun else {
        return ("unreadable".to_owned(), None);
    };
    let run = Diagnosis::new(*intake).unwrap();
    let report = run.report();
    let first = report.causes.first();
    (
        first.map_or("none".to_owned(), |cause| cause.id.as_str().to_owned()),
        None,
    )
}

#[test]
fn no_first_statement_about_the_corpus_is_false() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus");
        return;
    };
    let expected = std::fs::read_to_string(corpus.join("expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let (mut false_ones, mut accepted, mut named, mut all) = (Vec::new(), 0, 0, 0);
    for (name, case) in expected["cases"].as_object().unwrap() {
        let file = ["", ".page"]
            .iter()
            .map(|end| corpus.join(format!("{name}{end}.txt")))
            .find(|file| file.is_file());
        let text = std::fs::read_to_string(file.unwrap()).unwrap();
        let is_page = case["kind"] == "page source";
        let (cause, blocker) = if is_page { page(&text) } else { first(&text) };
        let holds = |list: &Value| {
            list.as_array()
                .is_some_and(|list| list.iter().any(|id| *id == *cause))
        };
        all += 1;
        if holds(&case["must_not"]) {
            false_ones.push(format!("{name}: {cause}"));
        }
        if holds(&case["accept_causes"]) {
            accepted += 1;
        } else {
            println!("{name}: {cause}, wanted {}", case["accept_causes"]);
        }
        let wanted = &case["blocker"];
        let right = match wanted {
            Value::Array(ids) => ids.iter().any(|id| id.as_str() == blocker.as_deref()),
            id => id.as_str() == blocker.as_deref(),
        };
        if right {
            named += 1;
        } else {
            println!("{name}: blocker {blocker:?}, wanted {wanted}");
        }
    }
    println!(
        "{accepted} of {all} accepted, {named} blockers right, {} false",
        false_ones.len()
    );
    assert_eq!(false_ones, Vec::<String>::new());
}
