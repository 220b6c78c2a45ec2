//! What WordPress says of itself at `/wp-json/`: its stored address, the address it builds links with, its namespaces.

mod security;

use std::fmt;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::probe::{Response, limits};
use crate::shop::{Harmless, Url};

/// The fields that a probe asks for: the whole index of a shop is above 1 MB.
pub const FIELDS: &str = "_fields=name,url,home,namespaces";

/// Namespaces that are kept; a large shop has about 60.
const NAMESPACES: usize = 200;

/// The REST index, as far as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestIndex {
    /// The site's title.
    pub name: Option<String>,
    /// The stored WordPress address, with the scheme as stored.
    pub url: Option<String>,
    /// The home address as this request's filters made it: scheme by the request, with a language prefix where a
    /// plugin adds one.
    pub home: Option<String>,
    /// The registered namespaces, such as `wc/store/v1`.
    pub namespaces: Vec<String>,
}

impl RestIndex {
    /// Whether a namespace is registered.
    pub fn has(&self, namespace: &str) -> bool {
        self.namespaces.iter().any(|n| n == namespace)
    }

    /// A security plugin that registered a namespace, by its name for people.
    pub fn security_plugin(&self) -> Option<&'static str> {
        security::plugin(&self.namespaces)
    }

    /// Whether WooCommerce registered any of its namespaces.
    pub fn has_woocommerce(&self) -> bool {
        self.namespaces.iter().any(|n| n.starts_with("wc/"))
    }
}

/// Why an answer gave no REST index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Problem {
    /// Expected an open index; WordPress answered with an error of this status and code, such as `rest_cannot_access`.
    Locked {
        /// The HTTP status.
        status: u16,
        /// WordPress's error code.
        code: String,
    },
    /// Expected status 200, this came without a REST error.
    Status(u16),
    /// Expected JSON, something else came with status 200, such as the shop's home page.
    NotJson,
    /// Expected `namespaces` in the JSON, they were not there.
    NotAnIndex,
}

/// Reads the REST index from an answer.
pub fn read(response: &Response) -> Result<RestIndex, Problem> {
    let body = json_part(&response.body);
    if response.status != 200 {
        return Err(match body.and_then(error_code) {
            Some(code) => Problem::Locked {
                status: response.status,
                code,
            },
            None => Problem::Status(response.status),
        });
    }
    let body = body.ok_or(Problem::NotJson)?;
    let mut index = RestIndex::default();
    // A cut index is still worth what came before the cut, so the error is not the verdict: the fields are.
    let mut json = serde_json::Deserializer::from_str(body);
    let _ = json.deserialize_map(Fields(&mut index));
    if index.namespaces.is_empty() && index.home.is_none() {
        return Err(Problem::NotAnIndex);
    }
    // Whatever a shop says of its home, nobody is sent to an order or a callback with it.
    for address in [&mut index.url, &mut index.home] {
        *address = address.take().and_then(harmless_home);
    }
    Ok(index)
}

/// Whether WordPress's REST wrote an answer: the description of a namespace, or one of its errors.
pub fn is_rest(response: &Response) -> bool {
    #[derive(Deserialize)]
    struct Described {
        namespace: Option<String>,
        code: Option<String>,
    }
    let described =
        json_part(&response.body).and_then(|body| serde_json::from_str::<Described>(body).ok());
    described.is_some_and(|described| {
        described.namespace.is_some()
            || described.code.is_some_and(|code| code.starts_with("rest_"))
    })
}

/// A home address as it was written, or what is harmless of it; `None` where it is no home.
fn harmless_home(text: String) -> Option<String> {
    let url = Url::parse(&text).ok()?;
    let found = Harmless::of(&url);
    if found.was_cut || found.callback.is_some() {
        return None;
    }
    let page = found.page.with_query(None);
    let as_written = page == url && !text.contains(['@', '#']);
    Some(if as_written { text } else { page.to_string() })
}

/// From the first brace on: a byte order mark, or a notice printed by PHP, may stand before the JSON, a page may not.
fn json_part(body: &str) -> Option<&str> {
    let start = body.find('{')?;
    let before = body.get(..start)?;
    let page = before.to_ascii_lowercase();
    if page.contains("<!doctype") || page.contains("<html") || page.contains("<head") {
        return None;
    }
    body.get(start..)
}

fn error_code(body: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct RestError {
        code: String,
    }
    let mut code = serde_json::from_str::<RestError>(body).ok()?.code;
    crate::probe::cut(&mut code, limits::EXCERPT_BYTES);
    Some(code)
}

/// Fills an index field by field, so that what came before a cut is kept.
struct Fields<'a>(&'a mut RestIndex);

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a REST index")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "name" => self.0.name = map.next_value::<Text>()?.0,
                "url" => self.0.url = map.next_value::<Text>()?.0,
                "home" => self.0.home = map.next_value::<Text>()?.0,
                "namespaces" => {
                    let list: Vec<Text> = map.next_value()?;
                    self.0.namespaces = list
                        .into_iter()
                        .filter_map(|text| text.0)
                        .take(NAMESPACES)
                        .collect();
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// A string, or nothing where another type stands: plugins filter the index.
struct Text(Option<String>);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(text) => Some(text),
            _ => None,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Response {
        Response {
            status,
            body: body.to_owned(),
            ..Response::default()
        }
    }

    const INDEX: &str = r#"{"name":"Shop","url":"http://a.example","home":"https://a.example","namespaces":["wp/v2","wc/store/v1"],"routes":{"/":{}}}"#;

    #[test]
    fn an_index_is_read() {
        let index = read(&answer(200, INDEX)).unwrap();
        assert_eq!(index.url.as_deref(), Some("http://a.example"));
        assert!(index.has_woocommerce() && index.has("wp/v2") && !index.has("wc"));
    }

    #[test]
    fn a_notice_before_the_json_does_not_hide_it() {
        assert!(
            read(&answer(
                200,
                &format!("\u{feff}\n<b>Notice</b>: something\n{INDEX}")
            ))
            .is_ok()
        );
    }

    #[test]
    fn what_came_before_a_cut_is_kept() {
        let cut = INDEX.find("routes").unwrap() + 9;
        let index = read(&answer(200, &INDEX[..cut])).unwrap();
        assert_eq!(index.namespaces.len(), 2);
    }

    #[test]
    fn wrong_types_are_left_out() {
        let index = read(&answer(
            200,
            r#"{"name":7,"url":null,"home":"https://a.example","namespaces":[1,"wc/v3"]}"#,
        ))
        .unwrap();
        assert_eq!((index.name, index.url), (None, None));
        assert_eq!(index.namespaces, ["wc/v3"]);
    }

    #[test]
    fn what_is_no_index() {
        let locked = r#"{"code":"rest_cannot_access","message":"no","data":{"status":401}}"#;
        let cases = [
            (
                "locked",
                answer(401, locked),
                Problem::Locked {
                    status: 401,
                    code: "rest_cannot_access".to_owned(),
                },
            ),
            (
                "server page",
                answer(404, "<html><h1>Not Found</h1>"),
                Problem::Status(404),
            ),
            (
                "home page",
                answer(200, "<!doctype html><script>var a = {\"b\":1}</script>"),
                Problem::NotJson,
            ),
            ("empty", answer(200, ""), Problem::NotJson),
            (
                "other JSON",
                answer(200, r#"{"hello":"world"}"#),
                Problem::NotAnIndex,
            ),
            (
                "deep nesting",
                answer(200, &"{\"a\":".repeat(100_000)),
                Problem::NotAnIndex,
            ),
        ];
        for (name, response, problem) in cases {
            assert_eq!(read(&response), Err(problem), "{name}");
        }
    }
}
