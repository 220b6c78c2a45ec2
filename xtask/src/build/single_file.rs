//! The whole site in one page that opens from a file: browsers let no page from a file load modules or fetch what lies
//! beside it, so everything stands in the page itself.
//!
//! Modules come by an import map, WebAssembly and the agent by `data:` addresses in a block that `www/site.js` reads.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use ring::digest::{SHA256, digest};

use super::bundle::Bundle;
use crate::failure::{Failure, Outcome};

/// The page, beside those of the site; `www/file.js` names it.
pub(super) const PAGE: &str = "callback-doctor.html";

/// Modules that are imported by name.
const MODULES: [&str; 4] = ["auditor.js", "checker.js", "press.js", "reader.js"];

/// What is fetched, with its type.
const FETCHED: [(&str, &str); 4] = [
    ("agent.js", "text/javascript"),
    ("auditor_bg.wasm", "application/wasm"),
    ("checker_bg.wasm", "application/wasm"),
    ("reader_bg.wasm", "application/wasm"),
];

/// Makes the one page of the files of the site.
pub(super) fn page(files: &Bundle) -> Outcome<Vec<u8>> {
    let text = |name: &str| -> Outcome<String> {
        Ok(String::from_utf8_lossy(bytes(files, name)?).into_owned())
    };
    let mut imports = BTreeMap::new();
    for name in MODULES {
        let url = data_url(bytes(files, name)?, "text/javascript");
        imports.insert(format!("./{name}"), url);
    }
    let mut fetched = BTreeMap::new();
    for (name, kind) in FETCHED {
        fetched.insert(name, data_url(bytes(files, name)?, kind));
    }
    let json = |value: &serde_json::Value| value.to_string();
    let map = json(&serde_json::json!({ "imports": imports }));
    let (style, script) = (text("doctor.css")?, text("site.js")?);
    for (name, inline) in [("doctor.css", &style), ("site.js", &script)] {
        if inline.contains("</") {
            return Err(Failure::new(format!(
                "{name} holds `</`, which could end the element that it stands in within {PAGE}."
            )));
        }
    }
    let icon = data_url(bytes(files, "icon.svg")?, "image/svg+xml");
    let mut html = Html(text("index.html")?);
    html.replace(
        "script-src 'self'",
        &format!("script-src {} {} data:", hash(&map), hash(&script)),
    )?;
    html.replace("style-src 'self'", &format!("style-src {}", hash(&style)))?;
    html.replace("img-src 'self'", "img-src data:")?;
    html.replace("connect-src 'self'", "connect-src data:")?;
    html.replace("worker-src 'self'; ", "")?;
    html.replace("href=\"icon.svg\"", &format!("href=\"{icon}\""))?;
    html.replace("    <script src=\"file.js\" async></script>\n", "")?;
    // The script of the site imports it too.
    html.replace(
        "    <script type=\"module\" src=\"press.js\"></script>\n",
        "",
    )?;
    html.replace(
        "<link rel=\"stylesheet\" href=\"doctor.css\">",
        &format!("<style>{style}</style>"),
    )?;
    html.replace(
        "<script type=\"module\" src=\"site.js\"></script>",
        &format!("<script type=\"importmap\">{map}</script>"),
    )?;
    let block = json(&serde_json::json!(fetched));
    html.replace(
        "  </body>",
        &format!(
            "    <script type=\"application/json\" id=\"files\">{block}</script>\n    \
             <script type=\"module\">{script}</script>\n  </body>"
        ),
    )?;
    Ok(html.0.into_bytes())
}

fn bytes<'b>(files: &'b Bundle, name: &str) -> Outcome<&'b [u8]> {
    files
        .get(name)
        .ok_or_else(|| Failure::new(format!("{PAGE} needs {name}, and the site has none.")))
}

fn data_url(content: &[u8], kind: &str) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(content))
}

/// An inline element's content as a Content-Security-Policy names it.
fn hash(content: &str) -> String {
    let sum = STANDARD.encode(digest(&SHA256, content.as_bytes()));
    format!("'sha256-{sum}'")
}

/// The page under work.
struct Html(String);

impl Html {
    /// Puts something in the place of what stands in `www/index.html` exactly once.
    fn replace(&mut self, old: &str, new: &str) -> Outcome {
        if self.0.matches(old).count() != 1 {
            return Err(Failure::new(format!(
                "www/index.html should hold `{old}` once: {PAGE} is made by replacing it."
            )));
        }
        self.0 = self.0.replacen(old, new, 1);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::root;

    fn site() -> Bundle {
        let mut files = Bundle::read(&root().join("www")).unwrap();
        for name in [
            "auditor.js",
            "reader.js",
            "checker.js",
            "auditor_bg.wasm",
            "reader_bg.wasm",
            "checker_bg.wasm",
        ] {
            files.insert(name, name.as_bytes().to_vec());
        }
        files
    }

    #[test]
    fn nothing_is_left_to_load() {
        let html = String::from_utf8(page(&site()).unwrap()).unwrap();
        for loads in [
            " src=\"",
            "href=\"doctor.css\"",
            "href=\"icon.svg\"",
            "'self'",
        ] {
            assert!(!html.contains(loads), "it still has {loads}");
        }
        let wasm = STANDARD.encode("reader_bg.wasm");
        assert!(html.contains(&format!(
            "\"reader_bg.wasm\":\"data:application/wasm;base64,{wasm}\""
        )));
    }

    #[test]
    fn the_policy_names_what_stands_in_the_page() {
        let html = String::from_utf8(page(&site()).unwrap()).unwrap();
        for (start, end) in [
            ("<style>", "</style>"),
            ("<script type=\"importmap\">", "</script>"),
            ("<script type=\"module\">", "</script>"),
        ] {
            let (_, rest) = html.split_once(start).unwrap();
            let (content, _) = rest.split_once(end).unwrap();
            assert!(html.contains(&hash(content)), "no hash for {start}");
        }
    }

    #[test]
    fn a_missing_file_and_another_page_are_named() {
        let mut files = site();
        files.retain(|path| path != "agent.js");
        assert!(page(&files).unwrap_err().to_string().contains("agent.js"));
        let mut files = site();
        files.insert("index.html", b"<p>".to_vec());
        assert!(page(&files).unwrap_err().to_string().contains("script-src"));
    }

    #[test]
    fn a_style_that_ends_its_element_is_refused() {
        let mut files = site();
        files.insert("doctor.css", b"p::after { content: \"</style>\" }".to_vec());
        assert!(page(&files).unwrap_err().to_string().contains("doctor.css"));
    }
}
