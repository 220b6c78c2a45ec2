//! Addresses of callbacks and orders in every form, brought in every way that the site takes, by themselves and with what
//! shops answer: no question, command, report or sentence holds anything of them but the page and the callback's name.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics says what broke"
)]

#[path = "../src/shop/harmless/forms.rs"]
mod forms;
mod hand;

use std::path::PathBuf;
use std::sync::LazyLock;

use callback_doctor::case::PageRead;
use callback_doctor::desk::{Begun, gather};
use callback_doctor::diagnosis::{Diagnosis, Intake, Step, commands, rules};
use callback_doctor::probe::{Answer, NoAnswer, Outcome, Probe};
use callback_doctor::report::{Report, Surface, markdown};
use callback_doctor::shop::Callback;
use callback_doctor::text::Language;
use forms::{FEW, SECRET, forms, of_facts};
use hand::{assert_harmless, response};

const SHOP: &str = "https://shop.example.com";

/// Each callback is tried in one of so many of its forms, another one than its neighbour.
const STRIDE: usize = 67;

const PAGES: &[&str] = &[
    "/checkout/order-received/77/?key=wc_order_S3cr3tT0ken",
    "/kassa/order-mottagen/77/?key=wc_order_S3cr3tT0ken",
    "/my-account/view-order/77/?_wpnonce=S3cr3tT0ken",
    "/?add-to-cart=77&_wpnonce=S3cr3tT0ken",
    "/?page_id=9&order-received=77&key=wc_order_S3cr3tT0ken",
    "/tack/wc_order_S3cr3tT0ken/",
];

fn addresses() -> Vec<String> {
    let mut callbacks = of_facts(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    if callbacks.is_empty() {
        println!("skipped: no facts; only a few callbacks are tried");
    }
    callbacks.extend(FEW.iter().map(|&url| url.to_owned()));
    let mut addresses: Vec<String> = PAGES.iter().map(|&page| page.to_owned()).collect();
    for (at, callback) in callbacks.iter().enumerate() {
        let all = forms(callback).into_iter().map(|(form, _)| form);
        addresses.extend(all.skip(at % STRIDE).step_by(STRIDE));
    }
    addresses
}

fn assert_clean(what: &str, address: &str, text: &str) {
    let text = text.to_ascii_lowercase();
    for secret in ["s3cr3t", "key=", "/77", "=77", "jsession", "wpnonce="] {
        if let Some(at) = text.find(secret) {
            let start = text.floor_char_boundary(at.saturating_sub(100));
            let end = text.floor_char_boundary((at + 60).min(text.len()));
            panic!("{address}: {secret:?} in {what}: {}", &text[start..end]);
        }
    }
}

/// The ends of every address that may be asked for.
static ASKED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rules = rules().into_iter().flat_map(|(_, rules)| rules);
    let ends = rules.flat_map(|rule| rule.ends());
    ends.map(|end| ["/", &end].concat()).collect()
});

/// Whether a command's line asks for a page, rather than for a callback or REST.
fn urls(script: &str) -> impl Iterator<Item = &str> {
    script
        .split("--url ")
        .skip(1)
        .filter_map(|line| line.split(['\'', '"']).nth(1))
}

/// Answers that lead to orders and foreign callbacks.
fn hostile(probe: &Probe) -> Outcome {
    let order = format!("{SHOP}/checkout/order-received/77/?key={SECRET}#{SECRET}");
    let json = [("content-type", "application/json")];
    if probe.url.contains("wp-json") {
        return response(404, &[], "Not found");
    }
    if probe.url.contains("rest_route") {
        let index = format!(
            r#"{{"name":"Shop","url":"https://user:{SECRET}@shop.example.com/","home":"{order}","namespaces":["wp/v2","wc/v3"]}}"#
        );
        return response(200, &json, &index);
    }
    response(
        302,
        &[("location", &order), ("x-redirect-by", "WordPress")],
        "",
    )
}

fn run(address: &str, intake: Intake) -> Report {
    let surface = intake.surface;
    let mut diagnosis = Diagnosis::new(intake).unwrap_or_else(|e| panic!("{address}: {e}"));
    while let Step::Send(probe) = diagnosis.next() {
        assert_harmless(&probe);
        assert_clean("a request", address, &probe.url);
        let outcome = match surface {
            Surface::Site if probe.url.contains("wc-api") => Outcome::NoAnswer(NoAnswer::Unknown),
            _ => hostile(&probe),
        };
        diagnosis.observe(probe.id, Answer::new(outcome, probe.caller));
    }
    let report = diagnosis.report();
    assert_clean(
        "the report",
        address,
        &serde_json::to_string(&report).unwrap(),
    );
    assert_clean("the copy", address, &markdown(&report));
    if let Some(script) = commands(diagnosis.case()) {
        for script in [&script.posix, &script.windows] {
            assert_clean("a command", address, script);
            for url in urls(script) {
                let callback =
                    url.contains("wc-api") || url.contains("wp-json") || url.contains("rest_route");
                let bare = url.trim_end_matches('/');
                let mut asked = ASKED.iter();
                let known = asked.any(|end| bare.ends_with(end));
                assert!(!callback || known, "{address}: {url}");
            }
        }
    }
    report
}

#[test]
fn typed_and_opened() {
    for address in addresses() {
        for surface in [
            Surface::Site,
            Surface::Extension,
            Surface::InPage,
            Surface::Native,
        ] {
            let url = [SHOP, &address].concat();
            run(&address, Intake::new(&url, surface));
            // The page as a hand read it: its own address, its canonical and its home are somebody's words.
            let html = format!(
                "<link rel=canonical href=\"{url}\"><link rel=shortlink href=\"{url}\"><link rel=\"https://api.w.org/\" href=\"{url}\">\
                 <meta name=generator content=\"WordPress 7.1\"><body class=woocommerce><a href=\"http://shop.example.com{address}\">x</a>"
            );
            let page = PageRead {
                url: url.clone(),
                hops: vec![callback_doctor::case::PageHop {
                    url: url.clone(),
                    status: Some(302),
                    location: Some(url.clone()),
                }],
                signs: callback_doctor::page::read(&html, Some(&url)),
                ..PageRead::default()
            };
            let intake = Intake {
                page: Some(page.clone()),
                ..Intake::new(&url, surface)
            };
            run(&address, intake);
            // Opened elsewhere, so that the page counts.
            let page = PageRead {
                url: format!("{SHOP}/butik/"),
                ..page
            };
            let intake = Intake {
                page: Some(page),
                ..Intake::new(SHOP, surface)
            };
            run(&address, intake);
        }
    }
}

#[test]
fn typed_pasted_and_dropped_on_the_site() {
    for address in addresses() {
        let url = [SHOP, &address].concat();
        let page = format!(
            "<!doctype html><html><head><link rel=canonical href=\"{url}\"><meta name=generator content=\"WordPress 7.1\"></head><body class=woocommerce-checkout></body></html>"
        );
        let entry = |url: &str, kind: &str, body: &str| {
            serde_json::json!({ "request": { "method": "GET", "url": url, "headers": [], "postData": { "text": SECRET } },
                "response": { "status": 200, "headers": [{ "name": "Content-Type", "value": kind }], "content": { "mimeType": kind, "text": body }, "redirectURL": "" } })
        };
        let har = serde_json::json!({ "log": { "entries": [
            entry(&url, "text/html", "-1"),
            entry(&format!("{SHOP}/butik/"), "text/html", &page),
            entry(&format!("{SHOP}/wc-api/KCO_WC_Push/77/?kco_wc_order_id={SECRET}"), "text/html", "-1"),
        ] } })
        .to_string();
        let printed = format!(
            "HTTP/1.1 302 Found\nLocation: {url}\n\n--- callback-doctor browser GET {url} http=302 time=0.1 ip=192.0.2.1 exit=0 error= ---\n\
             HTTP/1.1 403 Forbidden\nServer: nginx\n\nNo\n--- callback-doctor provider POST {SHOP}/wc-api/KCO_WC_Push/ http=403 time=0.1 ip=192.0.2.1 exit=0 error= ---\n"
        );
        let verbose = format!(
            "POST {url} HTTP/1.1\n\nHTTP/1.1 301 Moved\nServer: nginx\nLocation: {url}\n\n"
        );
        for texts in [
            vec![url.as_str()],
            vec![page.as_str()],
            vec![har.as_str()],
            vec![printed.as_str()],
            vec![SHOP, printed.as_str()],
            vec![url.as_str(), har.as_str()],
            vec![url.as_str(), page.as_str()],
            vec![SHOP, page.as_str()],
            vec![SHOP, har.as_str()],
            vec![SHOP, verbose.as_str()],
        ] {
            let gathered = gather(&texts, None);
            let left_out: Vec<String> = gathered
                .left_out
                .iter()
                .map(|left| left.sentence(SHOP, Language::En))
                .collect();
            assert_clean("a sentence", &address, &left_out.join("\n"));
            if let Begun::Diagnosis(intake) = gathered.begun {
                assert_clean("what is diagnosed", &address, &intake.requested);
                if intake.requested.is_empty() && intake.page.is_none() {
                    continue;
                }
                run(&address, *intake);
            }
        }
    }
}

#[test]
fn what_the_person_asks_about_is_kept() {
    let about = |texts: &[&str]| match gather(texts, None).begun {
        Begun::Diagnosis(intake) => {
            let diagnosis = Diagnosis::new(*intake).unwrap();
            let case = diagnosis.case();
            (
                case.about.clone(),
                case.gateway_seen.then_some(case.gateway.id),
                case.shop.to_string(),
            )
        }
        other => panic!("{other:?}"),
    };
    let handler = |name: &str| Some(Callback::Handler(name.to_owned()));
    let shop = || format!("{SHOP}/butik/");
    let typed =
        about(&["https://shop.example.com/butik/sv/wc-api/KCO_WC_Push/?kco_wc_order_id=77"]);
    assert_eq!(typed, (handler("KCO_WC_Push"), Some("kco"), shop()));
    let foreign = about(&["https://shop.example.com/butik/?wc-api=wc_stripe&order=77"]);
    assert_eq!(foreign, (handler("wc_stripe"), Some("stripe"), shop()));
    let block = about(&["https://shop.example.com/butik/wp-json/kco-block/order/77/validate"]);
    let route = Some(Callback::Route("kco-block/order".to_owned()));
    assert_eq!(block, (route, Some("kco"), shop()));
    assert_eq!(about(&[SHOP]), (None, None, format!("{SHOP}/")));
    let answer = "POST /wc-api/wc_stripe/?x=77 HTTP/1.1\nHost: shop.example.com\n\nHTTP/1.1 403 Forbidden\nServer: nginx\n\n<h1>403 Forbidden</h1>";
    let pasted = about(&[SHOP, answer]);
    assert!(
        pasted.0.is_none() || pasted.0 == handler("wc_stripe"),
        "{pasted:?}"
    );
}
