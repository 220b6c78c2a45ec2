//! How well the catalogue names recorded answers, printed as tables (`--nocapture`).
//!
//! Reads the labelled answers of `../shared/corpus`, which is not part of the repository; without it these tests say
//! "skipped: no corpus".

use std::collections::BTreeMap;
use std::path::PathBuf;

use callback_doctor::blocker::{Certainty, Match, recognise};
use callback_doctor::probe::{Headers, Response};
use serde_json::Value;

/// One labelled answer.
struct Sample {
    id: String,
    /// Ids that are right, the best one first; empty where nothing may be named.
    right: Vec<String>,
    response: Response,
}

#[test]
fn labelled_answers_are_named_right() {
    let Some(samples) = samples() else { return };
    let mut confusion: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let (mut right, mut blocked, mut certain, mut false_alarms, mut wrong_certain) =
        (0, 0, 0, vec![], vec![]);
    for sample in &samples {
        let found = recognise(&sample.response, None);
        let named = name(found.as_ref());
        let fits = sample.right.contains(&named);
        if sample.right.is_empty() {
            if found.is_some() {
                false_alarms.push((sample.id.clone(), named.clone()));
            }
        } else {
            blocked += 1;
            right += usize::from(fits);
            certain += usize::from(
                found
                    .as_ref()
                    .is_some_and(|found| found.confidence == Certainty::Certain),
            );
        }
        if !fits
            && found
                .as_ref()
                .is_some_and(|found| found.confidence == Certainty::Certain)
        {
            wrong_certain.push((sample.id.clone(), named.clone()));
        }
        let label = sample
            .right
            .first()
            .cloned()
            .unwrap_or_else(|| "none".to_owned());
        confusion
            .entry((label, named))
            .or_default()
            .push(sample.id.clone());
    }
    print_confusion(&confusion);
    let others = samples.len() - blocked;
    println!(
        "{right} of {blocked} blocked answers named right, {certain} certain; {others} others"
    );
    assert!(
        false_alarms.is_empty(),
        "named though nothing blocks: {false_alarms:?}"
    );
    assert!(
        wrong_certain.is_empty(),
        "certain and wrong: {wrong_certain:?}"
    );
    assert!(right * 100 >= blocked * 97, "{right} of {blocked}");
}

/// Prints what was named in the place of each label, where that is something else; one line for all that fit.
fn print_confusion(confusion: &BTreeMap<(String, String), Vec<String>>) {
    let same: usize = confusion
        .iter()
        .filter(|((label, named), _)| label == named)
        .map(|(_, ids)| ids.len())
        .sum();
    println!("{same} answers named exactly as labelled; the others:");
    for ((label, named), ids) in confusion
        .iter()
        .filter(|((label, named), _)| label != named)
    {
        println!("  {label:28} named {named:28} {}", ids.join(" "));
    }
}

fn name(found: Option<&Match>) -> String {
    found.map_or("none", |found| found.entry.id).to_owned()
}

fn samples() -> Option<Vec<Sample>> {
    let text = std::fs::read_to_string(corpus("blocked-samples.jsonl")?).ok()?;
    Some(
        text.lines()
            .map(|line| sample(&serde_json::from_str(line).unwrap()))
            .collect(),
    )
}

fn sample(row: &Value) -> Sample {
    let headers: Headers = row["headers"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (name, value.as_str().unwrap()))
        .collect();
    let label = row["label"].as_str().filter(|label| *label != "none");
    let also = row["also_acceptable"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    Sample {
        id: row["id"].as_str().unwrap().to_owned(),
        right: label.into_iter().chain(also).map(str::to_owned).collect(),
        response: Response {
            status: u16::try_from(row["status"].as_u64().unwrap()).unwrap(),
            headers,
            body: row["body_excerpt"].as_str().unwrap_or_default().to_owned(),
            body_cut: false,
        },
    }
}

/// A file of the corpus, if it is there.
fn corpus(file: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/corpus")
        .join(file);
    if !path.exists() {
        println!("skipped: no corpus");
        return None;
    }
    Some(path)
}
