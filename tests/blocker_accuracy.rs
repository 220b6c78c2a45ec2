//! How well the catalogue names recorded answers, printed as tables (`--nocapture`).
//!
//! Reads the labelled answers of `../shared/corpus`, which is not part of the repository; without it these tests say
//! "skipped: no corpus".

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

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

/// Points at which each answer is cut, at least, where it is long enough.
const CUTS: usize = 200;

#[test]
fn an_answer_cut_anywhere_never_proves_something_else() {
    let Some(samples) = samples() else { return };
    let recorded = BLOCKED_SITUATIONS
        .iter()
        .flat_map(|situation| answers(situation));
    let recorded = recorded
        .filter(|answer| CALLS.contains(&answer.name.as_str()))
        .map(|answer| (answer.name, answer.response));
    let all = samples
        .into_iter()
        .map(|sample| (sample.id, sample.response))
        .chain(recorded);
    let mut wrong = vec![];
    for (id, response) in all {
        let whole = recognise(&response, None);
        let certain = whole
            .as_ref()
            .is_some_and(|found| found.confidence == Certainty::Certain);
        for cut in cuts(&response.body) {
            let part = Response {
                body: response.body[..cut].to_owned(),
                ..response.clone()
            };
            let Some(found) = recognise(&part, None) else {
                continue;
            };
            let same = whole
                .as_ref()
                .is_some_and(|whole| whole.entry == found.entry);
            // What is certain of a part must stand in the whole; and what is refused must not vanish into certainty.
            if found.confidence == Certainty::Certain && !same && (certain || whole.is_none()) {
                wrong.push(format!(
                    "{id} cut at {cut}: {} in place of {}",
                    found.entry.id,
                    name(whole.as_ref())
                ));
            }
        }
    }
    wrong.dedup_by_key(|line| line.split(" cut").next().map(str::to_owned));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Situations whose refusals are long pages.
const BLOCKED_SITUATIONS: [&str; 8] = [
    "wordfence_ip",
    "wordfence_rate",
    "shield_ip",
    "defender_ua",
    "lang_de_DE_solid",
    "lang_de_DE_critical",
    "lang_sv_SE_maintenance",
    "modsec_406",
];

/// At least [`CUTS`] places to cut a text at, or all there are.
fn cuts(text: &str) -> impl Iterator<Item = usize> {
    let step = (text.len() / CUTS).max(1);
    (0..text.len())
        .step_by(step)
        .filter(|cut| text.is_char_boundary(*cut))
}

#[test]
fn ordinary_pages_are_never_named() {
    let Some(expected) = corpus("shop/expected.json") else {
        return;
    };
    let expected: Value =
        serde_json::from_str(&std::fs::read_to_string(expected).unwrap()).unwrap();
    let situations = expected
        .as_object()
        .unwrap()
        .iter()
        // The pages of coming-soon mode are in the catalogue.
        .filter(|(name, expected)| {
            expected["cause"][0] == "healthy" && *name != "coming_soon_site"
        });
    let mut pages: BTreeMap<String, Headers> = BTreeMap::new();
    for (situation, _) in situations {
        for answer in answers(situation) {
            let ordinary =
                [200, 404].contains(&answer.response.status) && answer.response.body.len() > 1000;
            if ordinary {
                pages.insert(answer.response.body, answer.response.headers);
            }
        }
    }
    let documents = documents();
    println!(
        "{} recorded pages, {} documents of this machine",
        pages.len(),
        documents.len()
    );
    let all = pages
        .into_iter()
        .chain(documents.into_iter().map(|text| (text, Headers::default())));
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for (body, headers) in all {
        for status in [200, 400, 403, 404, 500, 503] {
            let response = Response {
                status,
                headers: headers.clone(),
                body: body.clone(),
                ..Response::default()
            };
            if let Some(found) = recognise(&response, None) {
                let start: String = body.chars().take(60).collect();
                *named
                    .entry(format!(
                        "{status} {} {:?} {start:?}",
                        found.entry.id, found.confidence
                    ))
                    .or_default() += 1;
            }
        }
    }
    assert!(named.is_empty(), "{named:#?}");
}

/// Documentation pages and read-me files that happen to be on this machine.
fn documents() -> Vec<String> {
    const FILES: usize = 1500;
    const BYTES: u64 = 1024 * 1024;
    let mut folders = vec![
        PathBuf::from("/usr/share/doc"),
        PathBuf::from("/usr/local/lib"),
        PathBuf::from("/usr/lib/python3"),
    ];
    let mut texts = vec![];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file()
                && (path.extension().is_some_and(|end| end == "html") || name.starts_with("readme"))
                && entry.metadata().is_ok_and(|data| data.len() < BYTES)
                && texts.len() < FILES
            {
                texts.extend(std::fs::read_to_string(path));
            }
        }
    }
    texts
}

/// The provider's calls in a recorded situation.
const CALLS: [&str; 3] = ["post_push_empty", "post_push_klarna", "post_push_uajava"];

#[test]
fn recorded_situations_are_named_right() {
    let Some(expected) = corpus("shop/expected.json") else {
        return;
    };
    let expected: Value =
        serde_json::from_str(&std::fs::read_to_string(expected).unwrap()).unwrap();
    let mut wrong = vec![];
    for (situation, expected) in expected.as_object().unwrap() {
        let right: Vec<&str> = expected["blocker"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|id| id.as_str().unwrap_or("none"))
            .collect();
        for answer in answers(situation) {
            let found = recognise(&answer.response, Some(&answer.url));
            let named = name(found.as_ref());
            assert!(
                answer.response.body.trim() != "-1" || found.is_none(),
                "{situation} {}: {named}",
                answer.name
            );
            if !CALLS.contains(&answer.name.as_str())
                || matches!(answer.response.body.as_str(), "-1")
            {
                continue;
            }
            let fits = if right.is_empty() {
                found.is_none_or(|found| found.confidence == Certainty::Likely)
            } else {
                right.contains(&named.as_str())
            };
            println!(
                "{situation:40} {:18} {} {named}",
                answer.name, answer.response.status
            );
            if !fits {
                wrong.push(format!("{situation} {}: {named}", answer.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// An answer of a recorded situation.
struct Answer {
    name: String,
    url: String,
    response: Response,
}

fn answers(situation: &str) -> Vec<Answer> {
    let text = std::fs::read_to_string(corpus(&format!("shop/{situation}.json")).unwrap()).unwrap();
    let recorded: Value = serde_json::from_str(&text).unwrap();
    recorded["answers"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(answer)
        .collect()
}

/// A recorded answer; none where the connection was closed.
fn answer(row: &Value) -> Option<Answer> {
    let header = |pair: &Value| {
        (
            pair[0].as_str().unwrap().to_owned(),
            pair[1].as_str().unwrap().to_owned(),
        )
    };
    Some(Answer {
        name: row["name"].as_str()?.to_owned(),
        url: row["url"].as_str()?.to_owned(),
        response: Response {
            status: u16::try_from(row["status"].as_u64()?).unwrap(),
            headers: row["headers"].as_array()?.iter().map(header).collect(),
            body: row["body"].as_str().unwrap_or_default().to_owned(),
            ..Response::default()
        },
    })
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
            ..Response::default()
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
