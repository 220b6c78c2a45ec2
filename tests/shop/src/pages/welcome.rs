//! The index page of the demo: every situation in plain words, the right first cause folded away.

use crate::response::{Response, escape};
use crate::router::Router;
use crate::shop::Redirect;
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
    let shop = situation.shop();
    let path = format!("{}{}/", situation.id(), shop.home_path);
    let words = escape(situation.words());
    let sent_on = matches!(shop.redirect, Some(Redirect::ToHttps(_)));
    let over_http = || Some(format!("http://{host}:{}/{path}", router.http));
    let (place, note) = match router.https {
        None if sent_on || situation.needs_https() => {
            (None, "Shows only where the demo has https.")
        }
        Some(port) if situation.needs_https() => (
            Some(format!("https://{host}:{port}/{path}")),
            "Over https: your browser will warn about the certificate.",
        ),
        _ if sent_on => (over_http(), "Your browser will warn about the certificate."),
        _ if shop.www_home => (over_http(), "Here, localhost stands for the www address."),
        _ => (over_http(), ""),
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
