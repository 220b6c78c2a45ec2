//! The small corpus, `tests/corpus/small`: a few situations of the demo shop in the form of the recorded ones, so that a
//! clone without the recordings proves as much in kind. It is held to what the demo shop answers.
//!
//! `GOLDEN=write cargo test -p demo-shop --test small` records it anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod client;

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use client::{Ask, send};
use demo_shop::{Options, Situation, start};
use serde_json::{Map, Value, json};

/// One of each family of causes; none that shows a product's page.
const SITUATIONS: [&str; 8] = [
    "baseline",
    "kco_inactive",
    "nginx_no_try_files",
    "pathinfo",
    "plain",
    "rules_unflushed",
    "trailing_slash_redirect",
    "ua_block_klarna",
];

/// Shops with another payment plugin alone, whose calls come by REST, by arguments, and by a path: the situation, the
/// plugin, the first cause, and the plugin's own addresses.
const OTHERS: [Other; 3] = [
    (
        "baseline",
        "mollie",
        "healthy",
        &[
            ("gw_get_ns", "GET", "/wp-json/mollie/v1"),
            ("gw_get_restroute", "GET", "/?rest_route=/mollie/v1"),
            (
                "gw_post_madeup_route_empty",
                "POST",
                "/wp-json/mollie/v1/callback-doctor-control",
            ),
            (
                "gw_post_madeup_ns_empty",
                "POST",
                "/wp-json/callback-doctor/v1/webhook",
            ),
        ],
    ),
    (
        "plain",
        "stripe",
        "healthy",
        &[
            ("gw_post_query_empty", "POST", "/?wc-api=WC_STRIPE"),
            ("gw_post_path_empty", "POST", "/wc-api/WC_STRIPE/"),
        ],
    ),
    (
        "plain",
        "klarna_payments",
        "plain-permalinks",
        &[
            ("gw_post_path_empty", "POST", "/wc-api/KP_WC_AUTHORIZATION/"),
            (
                "gw_post_query_empty",
                "POST",
                "/?wc-api=KP_WC_AUTHORIZATION",
            ),
            (
                "gw_post_index_empty",
                "POST",
                "/index.php/wc-api/KP_WC_AUTHORIZATION/",
            ),
        ],
    ),
];

type Other = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
);

/// Recorded name, method and address.
const ASKED: [(&str, &str, &str); 20] = [
    ("page_home", "GET", "https://shop.example.com/"),
    ("page_checkout", "GET", "https://shop.example.com/checkout/"),
    ("get_404", "GET", "https://shop.example.com/no-such-page/"),
    (
        "get_push",
        "GET",
        "https://shop.example.com/wc-api/KCO_WC_Push/",
    ),
    (
        "post_push_empty",
        "POST",
        "https://shop.example.com/wc-api/KCO_WC_Push/",
    ),
    (
        "post_push_klarna",
        "POST",
        "https://shop.example.com/wc-api/KCO_WC_Push/",
    ),
    (
        "post_push_noslash",
        "POST",
        "https://shop.example.com/wc-api/KCO_WC_Push",
    ),
    (
        "get_push_noslash",
        "GET",
        "https://shop.example.com/wc-api/KCO_WC_Push",
    ),
    (
        "post_random",
        "POST",
        "https://shop.example.com/wc-api/some_random_handler/",
    ),
    (
        "post_random_klarna",
        "POST",
        "https://shop.example.com/wc-api/some_random_handler/",
    ),
    (
        "post_push_query",
        "POST",
        "https://shop.example.com/?wc-api=KCO_WC_Push",
    ),
    (
        "post_push_query_klarna",
        "POST",
        "https://shop.example.com/?wc-api=KCO_WC_Push",
    ),
    (
        "get_random_query",
        "GET",
        "https://shop.example.com/?wc-api=some_random_handler",
    ),
    (
        "post_push_index",
        "POST",
        "https://shop.example.com/index.php/wc-api/KCO_WC_Push/",
    ),
    (
        "post_push_index_klarna",
        "POST",
        "https://shop.example.com/index.php/wc-api/KCO_WC_Push/",
    ),
    ("get_wpjson", "GET", "https://shop.example.com/wp-json/"),
    (
        "get_wpjson_index",
        "GET",
        "https://shop.example.com/index.php/wp-json/",
    ),
    (
        "get_restroute",
        "GET",
        "https://shop.example.com/?rest_route=/",
    ),
    (
        "get_store",
        "GET",
        "https://shop.example.com/wp-json/wc/store/v1",
    ),
    (
        "http_post_push",
        "POST",
        "http://shop.example.com/wc-api/KCO_WC_Push/",
    ),
];

/// The headers that are kept: those that decide, and none that changes with the day.
const HEADERS: [&str; 9] = [
    "access-control-allow-origin",
    "cache-control",
    "content-type",
    "expires",
    "link",
    "location",
    "retry-after",
    "server",
    "x-redirect-by",
];

#[test]
fn the_small_corpus_is_what_the_demo_shop_answers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/small");
    let write = std::env::var_os("GOLDEN").is_some_and(|how| how == "write");
    let mut expected = Map::new();
    let mut wanted = Vec::new();
    for id in SITUATIONS {
        let situation = Situation::named(id).unwrap();
        expected.insert(id.to_owned(), json!({ "cause": situation.causes() }));
        let asked = ASKED.map(|(name, method, url)| (name, method, url.to_owned()));
        wanted.push((id.to_owned(), recorded(situation, None, &asked)));
    }
    for (id, gateway, cause, own) in OTHERS {
        let situation = Situation::named(id).unwrap();
        let name = format!("{gateway}_{id}");
        expected.insert(
            name.clone(),
            json!({ "cause": [cause], "gateway": [gateway] }),
        );
        let asked = asked_of(situation, own);
        wanted.push((name, recorded(situation, Some(gateway), &asked)));
    }
    wanted.push(("expected".to_owned(), Value::Object(expected)));
    let mut changed = Vec::new();
    for (id, value) in wanted {
        let file = folder.join(&id).with_extension("json");
        if write {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, serde_json::to_string_pretty(&value).unwrap() + "\n").unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        if serde_json::from_str::<Value>(&kept).ok() != Some(value) {
            changed.push(id);
        }
    }
    assert!(
        changed.is_empty(),
        "the demo shop answers otherwise: {changed:?}"
    );
}

/// What a shop with another plugin is asked for: that plugin's addresses in the place of Kustom's.
fn asked_of(
    situation: Situation,
    own: &[(&'static str, &'static str, &str)],
) -> Vec<(&'static str, &'static str, String)> {
    let base = "https://shop.example.com";
    let common = ASKED.iter().filter(|(_, _, url)| !url.contains("KCO_"));
    common
        .map(|(name, method, url)| match *name {
            // Under plain permalinks it has another address.
            "page_checkout" => (*name, *method, [base, &situation.page()].concat()),
            _ => (*name, *method, (*url).to_owned()),
        })
        .chain(
            own.iter()
                .map(|(name, method, path)| (*name, *method, [base, path].concat())),
        )
        .collect()
}

fn recorded(situation: Situation, gateway: Option<&str>, asked: &[(&str, &str, String)]) -> Value {
    let shop = start(Options {
        https: Some(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))),
        situation: Some(situation),
        gateway: gateway.map(str::to_owned),
        ..Options::default()
    })
    .unwrap();
    let answers = asked.iter().map(|(name, method, url)| {
        let (scheme, rest) = url.split_once("://").unwrap();
        let (host, target) = rest.split_at(rest.find('/').unwrap());
        let agent = if name.ends_with("_klarna") {
            "APIs-Klarna"
        } else {
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
        };
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let answer = send(
            &shop,
            &Ask {
                method: (*method).to_owned(),
                https: scheme == "https",
                host: host.to_owned(),
                target: target.to_owned(),
                headers: vec![header("Accept", "*/*"), header("User-Agent", agent)],
                body: String::new(),
            },
        )
        .unwrap();
        let kept = HEADERS
            .iter()
            .filter_map(|name| Some((name, answer.header(name)?)));
        json!({
            "name": name,
            "method": method,
            "url": url,
            "status": answer.status,
            "headers": kept.collect::<Vec<_>>(),
            "body": answer.body,
        })
    });
    let answers: Vec<Value> = answers.collect();
    json!({ "base": "https://shop.example.com", "answers": answers })
}
