//! What a healthy plugin answers at the address by which its provider calls: one gateway for each way by which calls come in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use callback_doctor::gateway::{Ask, Endpoint, Form, GATEWAYS, Gateway, Via};
use callback_doctor::probe::{Method, Outcome, Probe};
use serde::Deserialize;

use crate::bodies;

/// One gateway for each way, and for each manner in which an endpoint may be asked there.
pub(crate) const SERVED: [&str; 12] = [
    "kco",             // a path
    "klarna_payments", // a path without a slash
    "stripe",          // arguments, under another spelling of its name
    "checkoutcom",     // arguments, answered as others answer too
    "paypal_standard", // the permalinks' own form, with an error page as the right answer
    "mercadopago",     // the same, never asked
    "vipps_mobilepay", // a path, or arguments where permalinks are plain
    "viva",            // REST, asked itself
    "mollie",          // REST, shown by its namespace's index
    "woopayments",     // REST, called by WordPress.com
    "razorpay",        // admin-post.php
    "paytrail",        // a path of its own among pages
];

/// The gateway with this id.
pub(crate) fn gateway(id: &str) -> &'static Gateway {
    Gateway::by_id(id).unwrap()
}

/// The endpoint on which a payment depends.
pub(crate) fn decisive(gateway: &'static Gateway) -> &'static Endpoint {
    gateway.decisive(None).unwrap()
}

/// Every gateway whose provider calls the shop and that a checkout shows.
pub(crate) fn all() -> impl Iterator<Item = &'static Gateway> {
    let all = GATEWAYS.iter().copied();
    all.filter(|gateway| gateway.decisive(None).is_some() && !gateway.marks.methods.is_empty())
}

/// An answer as `tests/gateways` has it.
#[derive(Clone, Deserialize)]
struct Row {
    url: String,
    of: Option<String>,
    method: String,
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
    means: String,
    by: Option<String>,
}

/// The healthy answer to an empty call of each gateway that is asked itself, as it was measured or read.
static ANSWERS: LazyLock<BTreeMap<&str, Row>> = LazyLock::new(|| {
    all()
        .filter_map(|gateway| Some((gateway.id, recorded(gateway)?)))
        .collect()
});

fn recorded(gateway: &'static Gateway) -> Option<Row> {
    let endpoint = decisive(gateway);
    let Ask::Empty(empty) = endpoint.ask else {
        return None;
    };
    let file = format!(
        "{}/tests/gateways/{}.jsonl",
        env!("CARGO_MANIFEST_DIR"),
        gateway.id
    );
    let text = std::fs::read_to_string(file).unwrap();
    let rows = text
        .lines()
        .map(|line| serde_json::from_str::<Row>(line).unwrap());
    let form = endpoint.via.form(Form::Pretty);
    let end = ["/", &endpoint.via.end(form, empty.name).unwrap()].concat();
    let bare = |text: &str| text.trim_end_matches('/').to_owned();
    let mut own = rows.filter(|row| {
        let is_call = row.method == empty.method.as_str() && bare(&row.url) == bare(&end);
        let is_healthy = ["arrived", "fits", "listed"].contains(&row.means.as_str());
        is_call && is_healthy && row.by.is_none() && row.of.is_none()
    });
    let mut row = own.next().or_else(|| by_hand(gateway.id))?;
    // As WooCommerce and `wp-admin` mark what they hand to plugins; the rows leave it out.
    if endpoint.via.rest().is_none() {
        let marks = [
            ("expires", "Wed, 11 Jan 1984 05:00:00 GMT"),
            ("content-type", "text/html; charset=UTF-8"),
        ];
        let marks = marks.map(|(name, value)| (name.to_owned(), value.to_owned()));
        row.headers.extend(marks);
    }
    if let Some(to) = row.headers.get_mut("location") {
        *to = to.replacen("https://shop.example.com", "", 1);
    }
    Some(row)
}

/// Where a POST's answer is recorded behind its redirect alone: Paytrail's page, by whatever method.
fn by_hand(id: &str) -> Option<Row> {
    (id == "paytrail").then(|| Row {
        url: String::new(),
        of: None,
        method: "POST".to_owned(),
        status: 200,
        headers: BTreeMap::from([(
            "expires".to_owned(),
            "Wed, 11 Jan 1984 05:00:00 GMT".to_owned(),
        )]),
        body: "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head><title>x</title></head>\n<body id=\"error-page\">x</body>\n</html>".to_owned(),
        means: "fits".to_owned(),
        by: None,
    })
}

/// Its healthy answer to an empty call.
pub(crate) fn answer(gateway: &Gateway) -> Outcome {
    let Some(row) = ANSWERS.get(gateway.id) else {
        panic!("{} is not to be called", gateway.id);
    };
    let headers = row.headers.iter();
    let headers: Vec<_> = headers.map(|(n, v)| (n.as_str(), v.as_str())).collect();
    bodies::http(row.status, &headers, &row.body)
}

/// Whether others answer like it, so that only a control or REST's index beside it proves it.
pub(crate) fn is_proven_beside(gateway: &Gateway) -> bool {
    ANSWERS
        .get(gateway.id)
        .is_some_and(|row| row.means != "arrived")
}

/// Whether a cache may keep its answer: a page of some words, as caches are made for.
pub(crate) fn is_kept(gateway: &Gateway) -> bool {
    ANSWERS
        .get(gateway.id)
        .is_some_and(|row| (200..300).contains(&row.status))
}

/// Whether a name is this one, of which a part may differ from shop to shop.
pub(crate) fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_ascii_lowercase(), name.to_ascii_lowercase());
    match pattern.split_once('*') {
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
        None => pattern == name,
    }
}

/// Holds a call that came to an endpoint to what its contract allows: written once more, apart from the engine.
pub(crate) fn assert_allowed(endpoint: &Endpoint, probe: &Probe, name: &str) {
    let own = endpoint
        .via
        .handler()
        .or(endpoint.via.rest().map(|(_, route)| route));
    let allowed = match endpoint.ask {
        Ask::Never(_) | Ask::Index => false,
        Ask::Empty(empty) => {
            let method =
                probe.method == empty.method || probe.method == Method::Get && empty.by_get;
            let spelled = match (own, empty.name) {
                (Some(own), other) if !other.is_empty() && !own.contains('*') => name == other,
                _ => true,
            };
            method && spelled
        }
    };
    assert!(
        allowed,
        "{} {} is never to be called",
        probe.method.as_str(),
        probe.url
    );
}

/// Whether the provider is given an address of arguments under these permalinks.
pub(crate) fn is_given_arguments(gateway: &'static Gateway, permalinks: Form) -> bool {
    decisive(gateway).via.form(permalinks) == Form::Query
}

/// What its address begins with, where that is a path that a web server may hide: `/wc-api/`, `/wp-json/NAMESPACE`.
pub(crate) fn folder(gateway: &'static Gateway) -> String {
    match decisive(gateway).via {
        Via::AdminPost { .. } => "/wp-admin/".to_owned(),
        Via::Rewrite { path, .. } => ["/", path.split('/').next().unwrap()].concat(),
        via => match via.rest() {
            Some(_) => "/wp-json/".to_owned(),
            None => "/wc-api/".to_owned(),
        },
    }
}
