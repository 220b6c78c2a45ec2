//! A payment plugin at work: which of its endpoints a call is for, and the recorded answer of a healthy one.
//!
//! Endpoints are the brain's own table; answers are `tests/gateways/ID.jsonl`, a file a gateway. A new gateway needs no
//! code here.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};

use callback_doctor::gateway::{Endpoint, GATEWAYS, Gateway, Via};
use serde_json::Value;

use crate::response::Response;
use crate::site::Site;

/// What a recorded answer means in a healthy shop; the others are of refusals and of walls that look alike.
const HEALTHY: [&str; 5] = ["arrived", "fits", "listed", "other-form", "on-the-way"];

/// The host of the recordings.
const RECORDED: &str = "https://shop.example.com";

/// Where a call comes in, behind permalinks and languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door<'a> {
    /// WooCommerce's dispatcher, by a path or by an argument.
    Handler {
        /// The handler's name as sent.
        name: &'a str,
        /// Whether it came as an argument.
        by_argument: bool,
    },
    /// A route of REST, without slashes around.
    Route(&'a str),
    /// An action of `admin-post.php`.
    Action(&'a str),
    /// A path of the plugin's own, with its slash or without.
    Path(&'a str),
}

/// One line of a gateway's file.
#[derive(Clone, Debug)]
struct Line {
    path: String,
    query: String,
    method: String,
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: String,
}

/// The gateway of this id, such as `mollie`.
pub(crate) fn named(id: &str) -> Option<&'static Gateway> {
    GATEWAYS.iter().copied().find(|gateway| gateway.id == id)
}

/// The endpoint that a call is for.
pub(crate) fn endpoint(gateway: &'static Gateway, door: Door<'_>) -> Option<&'static Endpoint> {
    let mut all = gateway.endpoints.iter();
    all.find(|endpoint| match door {
        Door::Handler { name, .. } => endpoint.via.has_handler(name),
        Door::Route(route) => endpoint.via.has_route(route),
        Door::Action(action) => {
            matches!(endpoint.via, Via::AdminPost { action: known } if known == action)
        }
        Door::Path(path) => {
            let bare = path.trim_matches('/');
            matches!(endpoint.via, Via::Rewrite { path: known, .. } if known.trim_matches('/') == bare)
        }
    })
}

/// The REST namespaces that a gateway registers.
pub(crate) fn namespaces(gateway: &'static Gateway) -> Vec<&'static str> {
    let mut names = Vec::new();
    for endpoint in gateway.endpoints {
        if let Some((name, _)) = endpoint.via.rest()
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// What the plugin answers at one of its endpoints; `None` where no answer of a healthy one was recorded.
pub(crate) fn answer(site: &Site<'_>, method: &str, door: Door<'_>) -> Option<Response> {
    let gateway = site.shop.plugin;
    endpoint(gateway, door)?;
    let lines = lines(gateway);
    let fitting = lines.iter().filter(|line| {
        let strict = matches!(door, Door::Route(_)) || line.status == 301;
        line.fits(gateway, door) && (line.method == method || !strict)
    });
    // The nearest recording: the same address first, then the same method, then the order of the file.
    let nearest = fitting.min_by_key(|line| (line.method != method, !line.is_at(door)))?;
    let mut response = Response::html(nearest.status, nearest.body.clone());
    for (name, value) in &nearest.headers {
        response = response.with(name, value.replace(RECORDED, &site.home()));
    }
    Some(response)
}

impl Line {
    fn of(line: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(line).ok()?;
        let means = value.get("means")?.as_str()?;
        // The index of a namespace is WordPress's, and what the provider itself would get is not for us.
        if !HEALTHY.contains(&means) || value.get("of").is_some() || value.get("by").is_some() {
            return None;
        }
        let url = value.get("url")?.as_str()?;
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut headers = Vec::new();
        for (name, sent) in value.get("headers")?.as_object()? {
            let known = ["Location", "X-Redirect-By", "Expires"];
            let known = known.into_iter().find(|k| k.eq_ignore_ascii_case(name));
            headers.push((known?, sent.as_str()?.to_owned()));
        }
        Some(Self {
            path: path.to_owned(),
            query: query.to_owned(),
            method: value.get("method")?.as_str()?.to_owned(),
            status: u16::try_from(value.get("status")?.as_u64()?).ok()?,
            headers,
            body: value.get("body")?.as_str()?.to_owned(),
        })
    }

    /// Where this line's call came in.
    fn door(&self) -> Option<Door<'_>> {
        let query = self.query.as_str();
        if let Some(name) = query.strip_prefix("wc-api=") {
            let name = name.split('&').next().unwrap_or(name);
            return Some(Door::Handler {
                name,
                by_argument: true,
            });
        }
        if let Some(name) = self.path.strip_prefix("/wc-api/") {
            return Some(Door::Handler {
                name: name.trim_matches('/'),
                by_argument: false,
            });
        }
        if let Some(route) = self.path.strip_prefix("/wp-json/") {
            return Some(Door::Route(route.trim_matches('/')));
        }
        if self.path == ADMIN_POST {
            let action = query.strip_prefix("action=")?;
            return Some(Door::Action(action));
        }
        query.is_empty().then_some(Door::Path(&self.path))
    }

    /// Whether it was recorded at the endpoint that a call is for.
    fn fits(&self, gateway: &'static Gateway, door: Door<'_>) -> bool {
        let (asked, own) = (endpoint(gateway, door), self.door());
        let own = own.and_then(|own| {
            let found = endpoint(gateway, own)?;
            // A redirect that adds a slash comes only where the slash is missing.
            let slash = matches!((own, door), (Door::Path(own), Door::Path(asked)) if own.ends_with('/') != asked.ends_with('/'));
            let moves = self.status == 301 && slash;
            (!moves).then_some(found)
        });
        matches!((asked, own), (Some(asked), Some(own)) if std::ptr::eq(asked, own))
    }

    /// Whether it was recorded at this very address, in this very form.
    fn is_at(&self, door: Door<'_>) -> bool {
        self.door() == Some(door)
    }
}

/// Where WordPress takes actions without a login.
pub(crate) const ADMIN_POST: &str = "/wp-admin/admin-post.php";

/// The recorded lines of a gateway, read when they are first needed.
fn lines(gateway: &'static Gateway) -> Vec<Line> {
    static READ: LazyLock<Mutex<HashMap<&'static str, Vec<Line>>>> = LazyLock::new(Mutex::default);
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let found = read.entry(gateway.id).or_insert_with(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../gateways");
        let text = fs::read_to_string(folder.join(gateway.id).with_extension("jsonl"));
        let text = text.unwrap_or_default();
        text.lines().filter_map(Line::of).collect()
    });
    found.clone()
}

/// The gateway that a name of the demo's asks for behind its situation: `plain--mollie`, with `-` for `_`.
pub(crate) fn at(label: &str) -> Option<&'static Gateway> {
    named(&label.replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Those whose plugins nobody could run, so that nothing was recorded.
    const NOT_RECORDED: [&str; 3] = ["opayo", "square", "worldpay"];

    #[test]
    fn every_gateway_has_its_file_its_two_lines_and_its_answers() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let known = root.join("src/gateway/known");
        let list = fs::read_to_string(known.join("mod.rs")).unwrap();
        let mut files = 0;
        for entry in fs::read_dir(&known).unwrap() {
            let path = entry.unwrap().path();
            let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
            if id == "mod" {
                continue;
            }
            files += 1;
            assert!(list.contains(&format!("\nmod {id};\n")), "{id}: no mod");
            assert!(
                list.contains(&format!("    &{id}::GATEWAY,\n")),
                "{id}: no row"
            );
            assert!(named(&id).is_some(), "{id}: its id is not its file's name");
            let recorded = root.join(format!("tests/gateways/{id}.jsonl")).exists();
            assert_ne!(recorded, NOT_RECORDED.contains(&id.as_str()), "{id}");
        }
        assert_eq!(files, GATEWAYS.len());
    }
}
