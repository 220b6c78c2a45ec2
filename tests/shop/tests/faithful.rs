//! Compares the demo shop with the recorded answers of a real one: status, who speaks, and the headers that decide.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod client;

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::thread;

use client::{Answer, Ask, send};
use demo_shop::{Options, Running, Situation, start};
use serde_json::Value;

/// The probes that are compared, by their recorded names.
const PROBES: &[&str] = &[
    "get_push",
    "post_push",
    "post_push_empty",
    "post_push_klarna",
    "post_push_uajava",
    "post_push_uaempty",
    "post_push_form",
    "get_push_noslash",
    "post_push_noslash",
    "get_push_lower",
    "get_push_upperapi",
    "get_wcapi_root",
    "get_random",
    "post_random",
    "post_random_klarna",
    "post_push_query",
    "post_push_query_klarna",
    "get_random_query",
    "get_push_index",
    "get_push_indexquery",
    "post_push_index_klarna",
    "get_push_en",
    "post_push_en",
    "get_push_sv",
    "post_push_sv",
    "get_random_sv",
    "get_push_xx",
    "get_push_sv_query",
    "head_push",
    "options_push",
    "get_notification",
    "get_address",
    "get_wpjson",
    "get_wpjson_origin",
    "get_restroute",
    "get_store",
    "get_store_restroute",
    "get_kcoblock",
    "post_kcoblock_validate",
    "get_404",
    "get_wcajax",
    "http_get_push",
    "http_post_push",
    "http_get_home",
    "https_get_push",
    "https_get_home",
    "www_get_push",
    "www_post_push",
    "www_get_home",
    "page_home",
    "page_product",
    "page_shop",
    "page_cart",
    "page_checkout",
    "page_product_plain",
    "page_checkout_plain",
    "page_shop_plain",
    "page_en_home",
    "page_en_product",
    "page_en_shop",
    "page_en_cart",
    "page_sv_home",
    "page_sv_shop",
    "page_sv_checkout",
    "page_index_checkout",
];

/// The headers that are compared.
const HEADERS: &[&str] = &[
    "location",
    "x-redirect-by",
    "retry-after",
    "www-authenticate",
    "content-type",
    "cache-control",
    "expires",
    "pragma",
    "access-control-allow-origin",
    "access-control-allow-credentials",
    "server",
];

/// The signs in a page's source that are compared: what stands between two marks.
const SIGNS: &[(&str, &str, &str)] = &[
    (
        "rest link in the page",
        "<link rel=\"https://api.w.org/\" href=\"",
        "\"",
    ),
    ("generator", "<meta name=\"generator\" content=\"", "\""),
    ("canonical", "<link rel=\"canonical\" href=\"", "\""),
    ("shortlink", "<link rel='shortlink' href='", "'"),
    ("feed", "&raquo; Feed\" href=\"", "\""),
    ("ajax", "\"wc_ajax_url\":\"", "\""),
    ("kco_params", "\"update_cart_url\":\"", "\""),
    (
        "kco script",
        "/assets/js/klarna-checkout-for-woocommerce.min.js",
        "\"",
    ),
    (
        "coming soon",
        "<meta name='woo-coming-soon-page' content='",
        "'",
    ),
    ("language", "<html lang=\"", "\""),
    ("language", "hreflang=\"", "\""),
    ("checkout form", "name=\"checkout\" class=\"", "\""),
];

/// Where the demo shop differs on purpose: situation, probe (`*` for all), what differs, and why.
#[rustfmt::skip] // a table
const DELIBERATE: &[(&str, &str, &str, &str)] = &[
    ("block_checkout", "page_shop_plain", "cache-control", "A cart from the probe before was still in the session."),
    ("block_checkout", "page_shop_plain", "expires", "As above."),
    ("coming_soon_site", "page_checkout", "status", "The real one redirects to itself; a visitor is better served by the page."),
    ("coming_soon_site", "page_checkout", "location", "As above."),
    ("coming_soon_site", "page_checkout", "x-redirect-by", "As above."),
    ("coming_soon_site", "page_checkout", "expires", "As above."),
    ("multisite_shop2", "*", "shortlink", "The real second shop numbers its pages otherwise."),
    ("multisite_shop2", "page_checkout_plain", "location", "As above: there, page 7 is the account."),
    ("php_fatal", "get_wcajax", "language", "The error page is written whole for AJAX requests too."),
    ("polylang_dir_hidden", "get_wcapi_root", "language", "The home page stands there, whichever post Polylang finds."),
    ("two_plain_wordfence_ip", "post_push_query_klarna", "retry-after", "The block was extended after the first answer."),
    ("two_polylang_shown_tls_proxy_http_home", "http_get_home", "location", "Polylang remembered the https address of before."),
    ("two_polylang_shown_tls_proxy_http_home", "page_home", "location", "As above."),
    ("two_polylang_shown_tls_proxy_http_home", "www_get_home", "location", "As above."),
    ("wordfence_ip", "get_push", "retry-after", "The block was extended after the first two answers; ours is the later one."),
    ("wordfence_ip", "post_push", "retry-after", "As above."),
    ("wordfence_rate", "get_push", "retry-after", "As above."),
    ("wordfence_rate", "post_push", "retry-after", "As above."),
];

#[test]
fn answers_like_the_recorded_shop() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/shop");
    if !folder.is_dir() {
        println!("skipped: no corpus");
        return;
    }
    let (mut compared, mut situations, mut found) = (0, 0, Vec::new());
    for situation in Situation::all() {
        let Some(recorded) = recording(&folder, situation.id()) else {
            continue;
        };
        situations += 1;
        let shop = serve(situation);
        let answers = recorded["answers"].as_array().unwrap();
        let bare = answers
            .iter()
            .any(|answer| answer["name"] == "post_push_klarna");
        let chosen: Vec<&Value> = answers
            .iter()
            .filter(|answer| is_compared(answer))
            .collect();
        compared += chosen.len();
        thread::scope(|scope| {
            let running: Vec<_> = chosen
                .iter()
                .map(|answer| scope.spawn(|| differences(&shop, situation, answer, bare)))
                .collect();
            for thread in running {
                found.extend(thread.join().unwrap());
            }
        });
    }
    let used: BTreeSet<usize> = found
        .iter()
        .filter_map(|difference| difference.excuse)
        .collect();
    let wrong: Vec<&str> = found
        .iter()
        .filter(|difference| difference.excuse.is_none())
        .map(|difference| difference.words.as_str())
        .collect();
    println!(
        "{compared} answers of {situations} situations compared: {} differences, {} of them deliberate",
        found.len(),
        found.len() - wrong.len(),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let idle: Vec<_> = DELIBERATE
        .iter()
        .enumerate()
        .filter(|(row, _)| !used.contains(row))
        .collect();
    assert!(idle.is_empty(), "no longer needed: {idle:?}");
    assert!(compared > 2000, "{compared}");
}

/// The right first causes are those of the recorded situations.
#[test]
fn causes_are_the_expected_ones() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/shop");
    let Some(expected) = recording(&folder, "expected") else {
        println!("skipped: no corpus");
        return;
    };
    for situation in Situation::all() {
        if let Some(causes) = expected[situation.id()]["cause"].as_array() {
            let causes: Vec<&str> = causes.iter().filter_map(Value::as_str).collect();
            assert_eq!(situation.causes(), causes, "{situation:?}");
        }
    }
}

fn recording(folder: &Path, id: &str) -> Option<Value> {
    let path: PathBuf = folder.join(id).with_extension("json");
    Some(serde_json::from_str(&std::fs::read_to_string(path).ok()?).unwrap())
}

fn serve(situation: Situation) -> Running {
    start(Options {
        https: Some(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))),
        situation: Some(situation),
        ..Options::default()
    })
    .unwrap()
}

/// Answers that were filled in from another situation prove nothing.
fn is_compared(answer: &Value) -> bool {
    answer["filled"].is_null() && PROBES.contains(&answer["name"].as_str().unwrap())
}

/// A fact that only one of the two answers has.
struct Difference {
    words: String,
    /// Its row in [`DELIBERATE`].
    excuse: Option<usize>,
}

fn differences(
    shop: &Running,
    situation: Situation,
    recorded: &Value,
    bare: bool,
) -> Vec<Difference> {
    let name = recorded["name"].as_str().unwrap();
    let answer = send(shop, &ask(recorded, bare));
    let expected = recorded["status"].as_u64().map(|_| answer_of(recorded));
    let (ours, real) = match (&answer, &expected) {
        (None, None) => return Vec::new(),
        (Some(ours), Some(real)) => (facts(ours), facts(real)),
        _ => {
            let words = format!("{situation:?} {name}: ours {answer:?}, real {expected:?}");
            return vec![Difference {
                words,
                excuse: None,
            }];
        }
    };
    let excuse = |what: &str| {
        DELIBERATE.iter().position(|(id, probe, part, _)| {
            *id == situation.id() && ["*", name].contains(probe) && *part == what
        })
    };
    ours.symmetric_difference(&real)
        .map(|fact| {
            let (what, value) = fact;
            let whose = if ours.contains(fact) {
                "only ours"
            } else {
                "only real"
            };
            let words = format!("{situation:?} {name}: {whose}: {what} {value:?}");
            Difference {
                words,
                excuse: excuse(what),
            }
        })
        .collect()
}

/// The request as it was recorded.
fn ask(recorded: &Value, bare: bool) -> Ask {
    let text = |key: &str| recorded[key].as_str().unwrap_or_default().to_owned();
    let (name, url, body) = (text("name"), text("url"), text("request_body"));
    let (scheme, rest) = url.split_once("://").unwrap();
    let slash = rest.find('/').unwrap();
    let mut headers = vec![("Accept".to_owned(), "*/*".to_owned())];
    let mut add = |name: &str, value: &str| headers.push((name.to_owned(), value.to_owned()));
    match name.rsplit('_').next().unwrap() {
        "klarna" => add("User-Agent", "APIs-Klarna"),
        "uajava" => add("User-Agent", "Java/17.0.2"),
        "uaempty" => {}
        _ => add(
            "User-Agent",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
        ),
    }
    if name.ends_with("_form") {
        add("Content-Type", "application/x-www-form-urlencoded");
    } else if text("method") == "POST"
        && !name.ends_with("_klarna")
        && !(bare && name.ends_with("_empty"))
    {
        add("Content-Type", "application/json");
    }
    if name.ends_with("_origin") {
        add("Origin", "https://checker.example");
    }
    Ask {
        method: text("method"),
        https: scheme == "https",
        host: rest[..slash].to_owned(),
        target: rest[slash..].to_owned(),
        headers,
        body,
    }
}

fn answer_of(recorded: &Value) -> Answer {
    Answer {
        status: recorded["status"].as_u64().unwrap().try_into().unwrap(),
        headers: recorded["headers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| {
                (
                    pair[0].as_str().unwrap().to_ascii_lowercase(),
                    pair[1].as_str().unwrap().to_owned(),
                )
            })
            .collect(),
        body: recorded["body"].as_str().unwrap_or_default().to_owned(),
    }
}

/// What a diagnosis can see of an answer: pairs of a kind and a value.
fn facts(answer: &Answer) -> BTreeSet<(&'static str, String)> {
    let mut facts = BTreeSet::from([
        ("status", answer.status.to_string()),
        ("speaker", speaker(answer).to_owned()),
        ("rest link", rest_link(answer)),
        ("site", site(&answer.body)),
    ]);
    for name in HEADERS {
        facts.extend(answer.header(name).map(|value| (*name, value.to_owned())));
    }
    for (name, before, after) in SIGNS {
        let parts = answer.body.split(before).skip(1);
        facts.extend(parts.map(|part| {
            (
                *name,
                part.split(after).next().unwrap_or_default().to_owned(),
            )
        }));
    }
    facts
}

fn speaker(answer: &Answer) -> &'static str {
    let body = answer.body.trim();
    let kind = answer.header("content-type").unwrap_or_default();
    match () {
        () if body.is_empty() => "nobody",
        () if body == "-1" => "dispatcher",
        () if kind.contains("json") => "json",
        () if body.contains("<address>Apache/") => "apache",
        () if body.contains("<center>nginx/") => "nginx",
        () if body.contains("Generated by Wordfence at") => "wordfence",
        () if body.contains("wp-die-message") => "wp_die",
        () if body.contains("critical error") => "wp_die",
        () if body.contains("woo-coming-soon-page") => "coming soon",
        () if kind.starts_with("text/html") => "theme",
        () => "other",
    }
}

/// The address in the `Link` header that names the REST API.
fn rest_link(answer: &Answer) -> String {
    let mut links = answer.headers.iter().filter(|(name, _)| name == "link");
    let found = links.find_map(|(_, value)| value.split_once(">; rel=\"https://api.w.org/\""));
    found.map_or(String::new(), |(before, _)| {
        before.rsplit('<').next().unwrap_or_default().to_owned()
    })
}

/// What a REST index says of the site, and the namespaces that a diagnosis looks for.
fn site(body: &str) -> String {
    let Ok(Value::Object(index)) = serde_json::from_str(body) else {
        return String::new();
    };
    let names: BTreeSet<&str> = index
        .get("namespaces")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|name| ["wp/v2", "wc/store/v1", "wc/v3", "kco-block", "pll/v1"].contains(name))
        .collect();
    format!(
        "{:?} {:?} {:?} {names:?}",
        index.get("url"),
        index.get("home"),
        index.get("code")
    )
}
