//! The index page of the demo: every situation in plain words, the right first cause folded away.

use crate::response::{Response, escape};
use crate::router::Router;
use crate::situation::{Group, Situation};

/// The page at `/`. `host` is the name of loopback by which it was asked.
pub(crate) fn welcome(router: &Router, host: &str) -> Response {
    let mut groups = String::new();
    for group in Group::all() {
        let about = match group {
            Group::Hostile => "<p>Made for tests. Your browser may be slow to give up on them.</p>",
            _ => "",
        };
        let items: String = Situation::all()
            .filter(|s| s.group() == group)
            .map(|s| item(router, host, s))
            .collect();
        groups.push_str(&format!(
            "<section><h2>{}</h2>{about}<ul>{items}</ul></section>\n",
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
    let words = escape(situation.words());
    let (place, note) = match (situation.needs_https(), router.https) {
        (true, Some(port)) => (
            Some(format!("https://{host}:{port}/{id}/")),
            "Over https: your browser will warn about the certificate.",
        ),
        (true, None) => (None, "Shows over https only."),
        (false, _) => (
            Some(format!("http://{host}:{}/{id}/", router.http)),
            if situation.shop().www_home {
                "Here, localhost stands for the www address."
            } else {
                ""
            },
        ),
    };
    let name = place.map_or_else(
        || words.clone(),
        |place| format!("<a href=\"{place}\">{words}</a>"),
    );
    let causes: Vec<String> = situation
        .causes()
        .iter()
        .map(|cause| format!("<code>{cause}</code>"))
        .collect();
    let causes = causes.join(" or ");
    format!(
        "<li><span>{name} <small>{note}</small></span><details><summary>Answer</summary><p>{causes}</p></details></li>\n"
    )
}

const PAGE: &str = include_str!("welcome.html");
