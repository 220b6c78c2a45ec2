//! JSON: recorded answers a line each, and whatever a provider's portal shows.

use serde_json::{Map, Value};

use super::{ANSWERS, Form, Given, Input, InputError, body, headers, status};

/// Levels of nesting that are searched.
const DEPTH: usize = 12;

/// Reads JSON, or JSON Lines.
pub(super) fn read(text: &str) -> Result<Input, InputError> {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return lines(text);
    };
    if let Some(entries) = value
        .get("log")
        .and_then(|log| log.get("entries"))
        .and_then(Value::as_array)
    {
        return super::har::callbacks(entries);
    }
    let mut answers = Vec::new();
    match &value {
        Value::Array(items) => answers.extend(items.iter().take(ANSWERS).filter_map(portal)),
        other => answers.extend(portal(other)),
    }
    if answers.is_empty() {
        Err(InputError::Unknown)
    } else {
        Ok(Input {
            form: Form::Json,
            answers,
        })
    }
}

fn lines(text: &str) -> Result<Input, InputError> {
    let mut answers = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(ANSWERS)
    {
        let value: Value = serde_json::from_str(line).map_err(|_| InputError::BrokenJson)?;
        answers.push(portal(&value).ok_or(InputError::Unknown)?);
    }
    if answers.is_empty() {
        Err(InputError::BrokenJson)
    } else {
        Ok(Input {
            form: Form::Json,
            answers,
        })
    }
}

const STATUS: &[&str] = &[
    "status",
    "statuscode",
    "httpstatus",
    "httpstatuscode",
    "responsecode",
    "responsestatus",
    "responsestatuscode",
    "code",
    "httpcode",
];
const HEADERS: &[&str] = &["headers", "responseheaders"];
const BODY: &[&str] = &[
    "body",
    "bodyexcerpt",
    "responsebody",
    "text",
    "responsetext",
    "content",
    "response",
];
const ADDRESS: &[&str] = &[
    "url",
    "callbackurl",
    "endpoint",
    "uri",
    "requesturl",
    "targeturl",
    "pushuri",
];
const METHOD: &[&str] = &["method", "httpmethod", "requestmethod"];

/// An answer from JSON of any shape: fields are known by their names, whatever stands between.
fn portal(value: &Value) -> Option<Given> {
    let object = value.as_object()?;
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_u64().and_then(status),
        Value::String(text) => text
            .split(|c: char| !c.is_ascii_digit())
            .find(|part| part.len() == 3)
            .and_then(|part| part.parse().ok())
            .and_then(status),
        _ => None,
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let list = |value: &Value| {
        (value.is_object() || value.is_array())
            .then(|| pairs(Some(value)))
            .filter(|pairs| !pairs.is_empty())
    };
    // The response's own headers and status, where the request's stand beside them.
    let inner = object
        .iter()
        .find(|(name, value)| plain(name) == "response" && value.is_object())
        .and_then(|(_, value)| value.as_object());
    let found_status = inner
        .and_then(|inner| search(inner, STATUS, DEPTH, &number))
        .or_else(|| search(object, STATUS, DEPTH, &number));
    let found_headers = inner
        .and_then(|inner| search(inner, HEADERS, DEPTH, &list))
        .or_else(|| search(object, HEADERS, DEPTH, &list));
    let found_body = inner
        .and_then(|inner| search(inner, BODY, DEPTH, &text))
        .or_else(|| search(object, BODY, DEPTH, &text));
    if found_status.is_none() && found_headers.is_none() {
        return None;
    }
    Some(Given {
        id: object.get("id").and_then(|id| {
            id.as_str()
                .map(str::to_owned)
                .or_else(|| id.as_u64().map(|id| id.to_string()))
        }),
        method: search(object, METHOD, DEPTH, &text),
        url: search(object, ADDRESS, DEPTH, &|value| {
            text(value).filter(|url| url.starts_with("http"))
        }),
        status: found_status,
        headers: headers(found_headers.unwrap_or_default()),
        body: found_body.map(|text| body(&text)),
        ..Given::default()
    })
}

/// The first value under one of these names that reads as what is wanted: this level first, then below.
fn search<T>(
    object: &Map<String, Value>,
    names: &[&str],
    depth: usize,
    read: &dyn Fn(&Value) -> Option<T>,
) -> Option<T> {
    let here = names.iter().find_map(|wanted| {
        object
            .iter()
            .filter(|(name, _)| plain(name) == *wanted)
            .find_map(|(_, value)| read(value))
    });
    if here.is_some() || depth == 0 {
        return here;
    }
    object.values().find_map(|value| match value {
        Value::Object(inner) => search(inner, names, depth - 1, read),
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_object)
            .find_map(|inner| search(inner, names, depth - 1, read)),
        _ => None,
    })
}

/// A field's name without what people write differently.
fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Headers as `{name: value}`, `{name: [values]}`, `[{name, value}]`, `[[name, value]]` or `["name: value"]`.
pub(super) fn pairs(value: Option<&Value>) -> Vec<(String, String)> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match value {
        Some(Value::Object(map)) => map
            .iter()
            .flat_map(|(name, value)| match value {
                Value::Array(values) => values
                    .iter()
                    .filter_map(text)
                    .map(|value| (name.clone(), value))
                    .collect(),
                other => text(other)
                    .map(|value| (name.clone(), value))
                    .into_iter()
                    .collect::<Vec<_>>(),
            })
            .collect(),
        Some(Value::Array(items)) => items
            .iter()
            .filter_map(|item| match item {
                Value::Object(map) => Some((
                    map.get("name")
                        .or_else(|| map.get("key"))?
                        .as_str()?
                        .to_owned(),
                    text(map.get("value")?)?,
                )),
                Value::Array(pair) => {
                    Some((pair.first()?.as_str()?.to_owned(), text(pair.get(1)?)?))
                }
                Value::String(line) => line
                    .split_once(':')
                    .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
