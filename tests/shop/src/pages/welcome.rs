//! The index page of the demo: every situation in plain words, the right first cause folded away.

use crate::response::{Response, escape};
use crate::router::Router;
use crate::situation::{Group, Situation};

/// The page at `/`. `host` is the name of loopback by which it was asked.
pub(crate) fn welcome(router: &Router, host: &str) -> Response {
    let mut groups = String::new();
    for group in Group::all() {
        let items: String = Situation::all()
            .filter(|s| s.group() == group)
            .map(|s| item(router, host, s))
            .collect();
        groups.push_str(&format!(
            "<section><h2>{}</h2><ul>{items}</ul></section>\n",
            group.title()
        ));
    }
    let html = PAGE.replacen("{groups}", &groups, 1);
    Response::new(200)
        .with("Content-Type", "text/html; charset=UTF-8")
        .body(html)
}

fn item(router: &Router, host: &str, situation: Situation) -> String {
    let id = situation.id();
    let place = match router.https {
        Some(port) if situation.needs_https() => Some(format!("https://{host}:{port}/{id}/")),
        None if situation.needs_https() => None,
        _ => Some(format!("http://{host}:{}/{id}/", router.http)),
    };
    let words = escape(situation.words());
    let name = match &place {
        Some(place) => format!("<a href=\"{place}\">{words}</a>"),
        None => format!("<span>{words} <small>Shows over https only.</small></span>"),
    };
    let causes: Vec<String> = situation
        .causes()
        .iter()
        .map(|cause| format!("<code>{cause}</code>"))
        .collect();
    format!(
        "<li>{name}<details><summary>Answer</summary><p>{}</p></details></li>\n",
        causes.join(" or ")
    )
}

const PAGE: &str = include_str!("welcome.html");
