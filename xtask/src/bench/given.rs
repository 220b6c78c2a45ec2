//! How many of the texts that people have get the right first cause, by form and by language.

use std::{collections::BTreeMap, fs, path::Path};

use callback_doctor::{desk, diagnosis::Diagnosis, explain, given, text::Language};
use serde_json::Value;

use crate::{
    failure::{Failure, Outcome},
    workspace::root,
};

/// What was told of a group of texts.
#[derive(Default)]
struct Row {
    texts: usize,
    right: usize,
    forbidden: usize,
    blockers: usize,
}

/// Prints both sets: the project's own, and the one beside it.
pub(super) fn print(all: bool) -> Outcome {
    for (name, folder) in [
        ("texts of tests/given", root().join("tests/given")),
        (
            "texts of ../shared/corpus/given",
            root().join("../shared/corpus/given"),
        ),
    ] {
        let file = folder.join("expected.json");
        if file.is_file() {
            let text = fs::read(&file).map_err(Failure::at("Reading what is expected"))?;
            let expected: Value =
                serde_json::from_slice(&text).map_err(Failure::at("Reading what is expected"))?;
            table(name, &folder, &expected, all);
        } else {
            println!("  {name}: skipped, they are not here");
        }
    }
    Ok(())
}

fn table(name: &str, folder: &Path, expected: &Value, all: bool) {
    let cases = expected.get("cases").and_then(Value::as_object);
    let mut rows: BTreeMap<(&str, String), Row> = BTreeMap::new();
    let mut missed: Vec<String> = Vec::new();
    for (id, case) in cases.into_iter().flatten() {
        let Some(text) = text_of(folder, id) else {
            missed.push(format!("{id}: no such text"));
            continue;
        };
        let is_page = case.get("kind").and_then(Value::as_str) == Some("page source");
        let (cause, blocker) = if is_page { page(&text) } else { first(&text) };
        let right = holds(case.get("accept_causes"), Some(&cause));
        let field = |name: &str| case.get(name).and_then(Value::as_str).map(str::to_owned);
        let form = field("form").or_else(|| field("kind"));
        let groups = [
            ("", Some("all".to_owned())),
            ("form", form),
            ("language", field("language")),
        ];
        for (kind, group) in groups {
            let row = rows.entry((kind, group.unwrap_or_default())).or_default();
            row.texts += 1;
            row.right += usize::from(right);
            row.forbidden += usize::from(holds(case.get("must_not"), Some(&cause)));
            row.blockers += usize::from(holds(case.get("blocker"), blocker.as_deref()));
        }
        if !right {
            missed.push(format!("{id}: {cause}"));
        }
    }
    println!("  {name}");
    println!(
        "    {:10} {:34} {:>5} {:>5} {:>9} {:>8}",
        "", "", "texts", "right", "forbidden", "blockers"
    );
    for ((kind, group), row) in &rows {
        println!(
            "    {kind:10} {group:34} {:5} {:5} {:9} {:8}",
            row.texts, row.right, row.forbidden, row.blockers
        );
    }
    if all {
        for miss in missed {
            println!("    {miss}");
        }
    }
}

/// A text of a set, whichever way the set keeps it.
fn text_of(folder: &Path, id: &str) -> Option<String> {
    let paths = [
        format!("texts/{id}.txt"),
        format!("{id}.txt"),
        format!("{id}.page.txt"),
    ];
    let bytes = paths
        .iter()
        .find_map(|path| fs::read(folder.join(path)).ok())?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The first cause and the blocker.
fn first(text: &str) -> (String, Option<String>) {
    let told = given::read(text).ok().and_then(|input| {
        explain::explain_all(&input, Language::En)
            .into_iter()
            .next()
    });
    told.map_or(("unreadable".to_owned(), None), |told| {
        (told.cause.as_str().to_owned(), told.blocker)
    })
}

/// The first cause of a page's source, which begins a diagnosis.
fn page(text: &str) -> (String, Option<String>) {
    let cause = match desk::gather(&[text], None).begun {
        desk::Begun::Diagnosis(intake) => Diagnosis::new(*intake).ok().and_then(|run| {
            let report = run.report();
            report
                .causes
                .first()
                .map(|cause| cause.id.as_str().to_owned())
        }),
        _ => None,
    };
    (cause.unwrap_or_else(|| "none".to_owned()), None)
}

fn holds(list: Option<&Value>, id: Option<&str>) -> bool {
    match list {
        Some(Value::Array(list)) => list.iter().any(|one| one.as_str() == id),
        Some(one) => one.as_str() == id,
        None => false,
    }
}
