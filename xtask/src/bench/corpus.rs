//! The labelled answers of `../shared/corpus`, which is not part of the repository.

use std::{fs, path::PathBuf};

use callback_doctor::{given::Given, probe::Headers};
use serde_json::Value;

use crate::{
    failure::{Failure, Outcome},
    workspace::root,
};

/// The label of an answer in which nothing may be named.
pub(super) const NONE: &str = "none";

/// The provider's calls in a recorded situation.
const CALLS: [&str; 3] = ["post_push_empty", "post_push_klarna", "post_push_uajava"];

/// An answer, and what it is.
pub(super) struct Labelled {
    /// The sample's id, or the situation and the request.
    pub(super) id: String,
    /// Ids that are right, the best one first; [`NONE`] where nothing may be named.
    pub(super) right: Vec<String>,
    /// The answer.
    pub(super) given: Given,
}

impl Labelled {
    /// The best of the ids that are right.
    pub(super) fn label(&self) -> &str {
        self.right.first().map_or(NONE, String::as_str)
    }
}

/// Answers of blockers, and answers that look like theirs; none without a corpus.
pub(super) fn samples() -> Outcome<Option<Vec<Labelled>>> {
    let path = folder().join("blocked-samples.jsonl");
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(&path).map_err(Failure::at("Reading the samples"))?;
    let sample = |line| serde_json::from_str(line).map(|row: Value| sample(&row));
    let samples = text.lines().map(sample).collect::<Result<_, _>>();
    samples.map(Some).map_err(Failure::at("Reading a sample"))
}

fn sample(row: &Value) -> Labelled {
    let also = list(row, "also_acceptable").filter_map(Value::as_str);
    let headers = row.get("headers").and_then(Value::as_object);
    let headers = headers
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name, value.as_str()?)));
    Labelled {
        id: text(row, "id").unwrap_or_default(),
        right: [text(row, "label").unwrap_or_else(|| NONE.to_owned())]
            .into_iter()
            .chain(also.map(str::to_owned))
            .collect(),
        given: given(row, headers.collect(), "body_excerpt"),
    }
}

/// The provider's calls to a recorded shop that were not answered `-1`, situation by situation.
pub(super) fn shop() -> Outcome<Vec<Labelled>> {
    let mut calls = Vec::new();
    let expected = json("expected")?;
    for (situation, expected) in expected.as_object().into_iter().flatten() {
        let mut right: Vec<String> = list(expected, "blocker")
            .map(|id| id.as_str().unwrap_or(NONE).to_owned())
            .collect();
        if right.is_empty() {
            right.push(NONE.to_owned());
        }
        let recorded = json(situation)?;
        for row in list(&recorded, "answers") {
            let name = text(row, "name").unwrap_or_default();
            let headers = list(row, "headers").filter_map(pair).collect();
            let given = given(row, headers, "body");
            let delivered = given.body.as_deref() == Some("-1");
            // Where the connection was closed there is no status.
            if CALLS.contains(&name.as_str()) && given.status.is_some() && !delivered {
                calls.push(Labelled {
                    id: format!("{situation}/{name}"),
                    right: right.clone(),
                    given,
                });
            }
        }
    }
    Ok(calls)
}

/// Pages of recorded shops, some with http left in them; none without a corpus.
pub(super) fn pages() -> Outcome<Vec<String>> {
    const SHOPS: [&str; 4] = [
        "block_checkout",
        "http_home",
        "tls_proxy_http_home",
        "translatepress_hidden",
    ];
    const PAGES: [&str; 5] = [
        "page_home",
        "page_shop",
        "page_product",
        "page_cart",
        "page_checkout",
    ];
    let mut pages = Vec::new();
    if !folder().exists() {
        return Ok(pages);
    }
    for shop in SHOPS {
        let recorded = json(shop)?;
        for row in list(&recorded, "answers") {
            let is_page = text(row, "name").is_some_and(|name| PAGES.contains(&name.as_str()));
            let body = text(row, "body").unwrap_or_default();
            if is_page && body.contains('<') {
                pages.push(body);
            }
        }
    }
    Ok(pages)
}

fn given(row: &Value, headers: Headers, body: &str) -> Given {
    let status = row.get("status").and_then(Value::as_u64);
    Given {
        url: text(row, "url"),
        status: status.and_then(|status| u16::try_from(status).ok()),
        headers,
        body: Some(text(row, body).unwrap_or_default()),
        ..Given::default()
    }
}

/// A file of the recorded shop.
fn json(name: &str) -> Outcome<Value> {
    let path = folder().join("shop").join(format!("{name}.json"));
    let text = fs::read(&path).map_err(Failure::at(format!("Reading {}", path.display())))?;
    serde_json::from_slice(&text).map_err(Failure::at(format!("Reading {}", path.display())))
}

fn text(row: &Value, key: &str) -> Option<String> {
    row.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn list<'a>(row: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    row.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn pair(pair: &Value) -> Option<(&str, &str)> {
    Some((pair.get(0)?.as_str()?, pair.get(1)?.as_str()?))
}

fn folder() -> PathBuf {
    root().join("../shared/corpus")
}
