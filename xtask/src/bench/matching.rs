//! How many answers a second are named, beside the peers, on the same answers in one run.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{corpus::Labelled, peers};
use crate::{
    failure::{Failure, Outcome},
    progress::{note, step},
    workspace::{cargo, read, target},
};

/// Bytes of ordinary page beside a padded answer's own body.
const PADDING_BYTES: usize = 60_000;

/// Of so many answers one is padded: a peer takes up to a second for each.
const PADDED_EVERY: usize = 8;

/// Measures everybody, and prints a table for each kind of answer.
pub(super) fn print(samples: &[Labelled]) -> Outcome {
    let folder = target().join("bench");
    fs::create_dir_all(&folder).map_err(Failure::at("Making a folder for the benchmark"))?;
    let sets = sets(samples);
    let files = write(&sets, &folder)?;
    let ours = step("Measuring callback-doctor", || ours(&files))?;
    let mut all = vec![("callback-doctor".to_owned(), rows(&ours, &sets))];
    for (peer, version) in peers::PEERS {
        let name = format!("{peer} {version}");
        let measured = step(&format!("Measuring {name}"), || {
            peers::measure(peer, version, &folder, &files)
        });
        match measured {
            Ok(output) => all.push((name, rows(&output, &sets))),
            Err(failure) => note(&format!("{name} is left out: {failure}")),
        }
    }
    println!(
        "Matching (named: rightly or not; time: ours on the wall, the peers' of the processor)"
    );
    for (at, set) in sets.iter().enumerate() {
        table(set, at, &all);
    }
    Ok(())
}

/// Answers of one kind.
struct Set {
    name: &'static str,
    answers: Vec<Value>,
    /// Bytes of all bodies.
    bytes: f64,
}

fn sets(samples: &[Labelled]) -> [Set; 3] {
    let page = page();
    let padded = || samples.iter().step_by(PADDED_EVERY);
    [
        set("short answers", samples.iter(), str::to_owned),
        set("60 kB, the refusal first", padded(), |body| {
            [body, &page].concat()
        }),
        set("60 kB, the refusal last", padded(), |body| {
            [&page, body].concat()
        }),
    ]
}

fn set<'a>(
    name: &'static str,
    samples: impl Iterator<Item = &'a Labelled>,
    body: impl Fn(&str) -> String,
) -> Set {
    let mut bytes = 0;
    let mut answer = |sample: &Labelled| {
        let given = &sample.given;
        let body = body(given.body.as_deref().unwrap_or_default());
        bytes += body.len();
        json!({"status": given.status, "headers": given.headers, "body": body})
    };
    let answers = samples.map(&mut answer).collect();
    #[allow(clippy::cast_precision_loss, reason = "some megabytes")]
    let bytes = bytes as f64;
    Set {
        name,
        answers,
        bytes,
    }
}

/// An ordinary page of a shop: products, one after the other.
fn page() -> String {
    let mut page = String::from(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Shop</title></head><body><ul>\n",
    );
    let mut number = 1;
    while page.len() < PADDING_BYTES {
        let item = format!(
            "<li class=\"product type-product post-{number}\"><a href=\"/product/wool-hat-{number}/\"><img \
             src=\"/wp-content/uploads/wool-hat-{number}.jpg\" alt=\"\" width=\"300\" height=\"300\" loading=\"lazy\">\
             <h2>Wool hat no. {number}</h2></a><p>Knitted by hand, warm in every weather, and ready to be sent \
             tomorrow.</p><span class=\"price\">{number}.00 €</span></li>\n"
        );
        page += &item;
        number += 1;
    }
    page + "</ul></body></html>\n"
}

fn write(sets: &[Set], folder: &Path) -> Outcome<Vec<PathBuf>> {
    let file = |(number, set): (usize, &Set)| {
        let path = folder.join(format!("answers-{number}.jsonl"));
        let lines: Vec<String> = set.answers.iter().map(Value::to_string).collect();
        fs::write(&path, lines.join("\n")).map_err(Failure::at("Writing the answers"))?;
        Ok(path)
    };
    sets.iter().enumerate().map(file).collect()
}

fn ours(files: &[PathBuf]) -> Outcome<Vec<u8>> {
    let build = [
        "run",
        "--quiet",
        "--profile",
        "bench-native",
        "--package",
        "bench-matching",
        "--",
    ];
    read(
        cargo(&build).args(files),
        "The benchmark does not compile or run.",
    )
}

/// What somebody needed for one set.
struct Row {
    per_second: f64,
    megabytes: f64,
    named: u64,
    answers: u64,
}

fn rows(output: &[u8], sets: &[Set]) -> Vec<Option<Row>> {
    let text = String::from_utf8_lossy(output);
    text.lines()
        .zip(sets)
        .map(|(line, set)| row(line, set))
        .collect()
}

#[allow(clippy::cast_precision_loss, reason = "some hundred answers")]
fn row(line: &str, set: &Set) -> Option<Row> {
    let row: Value = serde_json::from_str(line).ok()?;
    let answers = row.get("answers")?.as_u64()?;
    let per_second = answers as f64 / row.get("seconds")?.as_f64()?;
    Some(Row {
        per_second,
        megabytes: per_second * set.bytes / set.answers.len() as f64 / 1e6,
        named: row.get("named")?.as_u64()?,
        answers,
    })
}

fn table(set: &Set, at: usize, all: &[(String, Vec<Option<Row>>)]) {
    println!("  {} ({})", set.name, set.answers.len());
    println!(
        "    {:20} {:>12} {:>10} {:>12}   ours is faster",
        "", "answers/s", "MB/s", "named"
    );
    let row = |rows: &[Option<Row>]| {
        rows.get(at)
            .and_then(Option::as_ref)
            .map(|row| row.per_second)
    };
    let ours = all.first().and_then(|(_, rows)| row(rows));
    for (name, rows) in all {
        let Some(Some(row)) = rows.get(at) else {
            continue;
        };
        let times = ours.map_or(1.0, |ours| ours / row.per_second);
        let named = format!("{} of {}", row.named, row.answers);
        println!(
            "    {name:20} {:>12.1} {:>10.2} {named:>12}   {times:.0} times",
            row.per_second, row.megabytes
        );
    }
}
