//! Fields of JSON that tools write in many shapes.

use serde_json::Value;

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
