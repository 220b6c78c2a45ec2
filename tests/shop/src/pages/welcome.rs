//! The front page of the demo: every situation in a sentence, its right answer, and a click for each way to check it.

use callback_doctor::gateway::{ASSUMED, GATEWAYS};

use crate::request::encode;
use crate::response::{Response, escape};
use crate::router::{AUTHORITY, Router};
use crate::shop::Redirect;
use crate::situation::{Group, Situation};

/// The page at every address that is no shop's.
pub(crate) fn welcome(router: &Router) -> Response {
    let (mut groups, mut contents) = (String::new(), String::new());
    for group in Group::all() {
        let (id, title) = (format!("{group:?}").to_lowercase(), group.title());
        let items: Vec<String> = Situation::all()
            .filter(|situation| situation.group() == group)
            .map(|situation| item(router, situation))
            .collect();
        let count = items.len();
        contents.push_str(&format!(
            "<li><a href=\"#{id}\">{title}</a> <span>{count}</span></li>\n"
        ));
        let about = match group {
            Group::Hostile => {
                "<p class=\"soft\">Made for tests. A browser shows nothing of them, or gives up on them slowly: check them \
                 with the checker or the command.</p>\n"
            }
            _ => "",
        };
        groups.push_str(&format!(
            "<section id=\"{id}\">\n<h2>{title}</h2>\n{about}<ul>\n{}</ul>\n</section>\n",
            items.concat()
        ));
    }
    let checker = router.checker.as_deref().unwrap_or_default();
    let checker = match checker {
        "" => "with the checker".to_owned(),
        address => format!("with <a href=\"{}\">the checker</a>", escape(address)),
    };
    let html = PAGE
        .replacen("{count}", &Situation::all().count().to_string(), 1)
        .replacen("{authority}", AUTHORITY, 1)
        .replacen("{checker}", &checker, 1)
        .replacen("{plugins}", &plugins(), 1)
        .replacen("{contents}", &contents, 1)
        .replacen("{groups}", &groups, 1);
    Response::new(200)
        .with("Content-Type", "text/html; charset=UTF-8")
        .with("Cache-Control", "no-store")
        .body(html)
}

/// The payment plugins to choose from, the one that the answers are for first.
fn plugins() -> String {
    let others = GATEWAYS.iter().filter(|gateway| gateway.id != ASSUMED.id);
    std::iter::once(&ASSUMED)
        .chain(others)
        .map(|gateway| {
            let kept = if gateway.id == ASSUMED.id {
                String::new()
            } else {
                gateway.id.replace('_', "-")
            };
            format!(
                "<option value=\"{kept}\">{}</option>\n",
                escape(gateway.name)
            )
        })
        .collect()
}

fn item(router: &Router, situation: Situation) -> String {
    let sent_on = matches!(situation.shop().redirect, Some(Redirect::ToHttps(_)));
    let needs_https = sent_on || situation.needs_https();
    let scheme = if situation.needs_https() {
        "https"
    } else {
        "http"
    };
    let (host, port, page) = (situation.host(), router.port, situation.page());
    let url = format!("{scheme}://{host}:{port}{page}");
    let linked = encode(&url);
    let url = escape(&url);
    let insecure = if needs_https { " --insecure" } else { "" };
    let checker = router
        .checker
        .as_deref()
        .map_or_else(String::new, |checker| {
            format!(
                "<a class=\"button check\" href=\"{}#shop={linked}\">Check it</a>\n",
                escape(checker)
            )
        });
    // In quotes: a shell would take `?` for a pattern.
    let actions = format!(
        "<a class=\"button shop\" href=\"{url}\">Open the shop</a>\n{checker}\
         <button type=\"button\" data-copy='cargo xtask diagnose \"{url}\"{insecure}'>Copy the command</button>\n"
    );
    let note = if needs_https {
        "<p class=\"soft\">Over https: <a href=\"#trust\">trust the demo's certificate</a> first.</p>\n"
    } else {
        ""
    };
    format!(
        "<li id=\"{}\">\n<div>\n<h3>{}</h3>\n{}{note}</div>\n<div class=\"ways\">\n{actions}</div>\n</li>\n",
        situation.id(),
        escape(situation.words()),
        expected(situation),
    )
}

/// The answer that is right, in the words of the report. Where more than one is, the best comes first.
fn expected(situation: Situation) -> String {
    let causes = situation.causes();
    let titles: Vec<String> = causes
        .iter()
        .filter_map(|cause| situation.title(cause).map(escape))
        .collect();
    let (class, sign) = if causes.first() == Some(&"healthy") {
        ("pass", PASS)
    } else {
        ("fail", FAIL)
    };
    format!(
        "<p class=\"answer {class}\" data-causes=\"{}\">{sign}<span><span class=\"aside\">The right answer: </span>{}</span></p>\n",
        causes.join(" "),
        titles.join(" <i>or</i> ")
    )
}

/// The signs of the reports.
const PASS: &str = r#"<svg viewBox="-10 -10 20 20" aria-hidden="true"><circle r="9"/><path d="m-4 .3 2.8 2.9L4-3.2"/></svg>"#;
const FAIL: &str = r#"<svg viewBox="-10 -10 20 20" aria-hidden="true"><path class="shape" d="M-3.9-9.4h7.8l5.5 5.5v7.8l-5.5 5.5h-7.8l-5.5-5.5v-7.8z"/><path d="m-3.3-3.3 6.6 6.6m0-6.6-6.6 6.6"/></svg>"#;

const PAGE: &str = include_str!("welcome.html");
