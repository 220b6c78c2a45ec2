//! The extension's manifests: one a browser, with the version from Cargo.

use serde_json::Value;

use crate::failure::{Failure, Outcome};

/// A manifest as it ships, and what the build needs to know of it.
pub(crate) struct Manifest {
    /// The file's text, in the order of its source.
    pub(crate) text: String,
    /// Every file that it names.
    pub(crate) names: Vec<String>,
    /// The page behind the toolbar button.
    pub(crate) popup: Option<String>,
}

/// Fills the version in.
pub(crate) fn fill(source: &[u8]) -> Outcome<Manifest> {
    let text = with_version(&String::from_utf8_lossy(source), env!("CARGO_PKG_VERSION"))?;
    let json = parse(&text)?;
    let mut names = Vec::new();
    collect_names(&json, &mut names);
    let popup = json
        .pointer("/action/default_popup")
        .and_then(Value::as_str)
        .map(str::to_owned);
    Ok(Manifest { text, names, popup })
}

/// The same manifest with hosts that need no prompt, for tests.
pub(crate) fn grant(manifest: &str, hosts: &[&str]) -> Outcome<String> {
    let mut json = parse(manifest)?;
    if let Some(object) = json.as_object_mut() {
        object.insert(
            "host_permissions".to_owned(),
            hosts.iter().copied().collect(),
        );
    }
    Ok(format!("{json:#}\n"))
}

fn parse(text: &str) -> Outcome<Value> {
    serde_json::from_str(text).map_err(Failure::at("the manifest is not JSON"))
}

/// Replaces the value of the one key `version`, leaving everything else as it was written.
fn with_version(text: &str, version: &str) -> Outcome<String> {
    let expected = || Failure::new("expected exactly one line \"version\": \"…\"");
    let (before, rest) = text.split_once("\"version\"").ok_or_else(expected)?;
    let (colon, rest) = rest.split_once('"').ok_or_else(expected)?;
    let (_, after) = rest.split_once('"').ok_or_else(expected)?;
    if colon.trim() != ":" || after.contains("\"version\"") {
        return Err(expected());
    }
    Ok(format!("{before}\"version\"{colon}\"{version}\"{after}"))
}

/// Strings that are paths of files: those that end like one and hold no pattern and no address.
fn collect_names(json: &Value, names: &mut Vec<String>) {
    match json {
        Value::String(text) => {
            let is_file = [".html", ".js", ".css", ".svg", ".png", ".wasm"]
                .iter()
                .any(|end| text.ends_with(end));
            if is_file && !text.contains(['*', ':']) {
                names.push(text.clone());
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_names(item, names)),
        Value::Object(items) => items.values().for_each(|item| collect_names(item, names)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"{
  "manifest_version": 3,
  "version": "0.0.0",
  "minimum_chrome_version": "120",
  "action": { "default_popup": "popup.html" },
  "web_accessible_resources": [{ "resources": ["*.js"], "matches": ["https://a.example/x.js"] }]
}
"#;

    #[test]
    fn the_version_is_filled_in_and_nothing_else_changes() {
        let manifest = fill(SOURCE.as_bytes()).unwrap();
        assert_eq!(
            manifest.text,
            SOURCE.replace("0.0.0", env!("CARGO_PKG_VERSION"))
        );
        assert_eq!(manifest.popup.as_deref(), Some("popup.html"));
        assert_eq!(manifest.names, ["popup.html"]);
    }

    #[test]
    fn a_manifest_without_a_version_or_with_two_is_refused() {
        for text in [
            r#"{"manifest_version": 3}"#,
            r#"{"version": "1", "x": {"version": "2"}}"#,
            r#"{"version": 3, "a": "b"}"#,
        ] {
            assert!(fill(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn granted_hosts_replace_those_of_the_product() {
        let json = parse(&grant(SOURCE, &["*://localhost/*"]).unwrap()).unwrap();
        assert_eq!(
            json["host_permissions"],
            serde_json::json!(["*://localhost/*"])
        );
        assert_eq!(json["manifest_version"], 3);
    }
}
