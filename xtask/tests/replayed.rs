//! `cargo xtask diagnose` over real HTTP and TLS against a server that answers as a recorded shop did, with every request
//! logged: the first cause is right, and nothing is sent that must not be.
//!
//! Where the recordings, Python or openssl are absent the test says so and passes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod replay;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use replay::{Replay, page};
use serde_json::Value;

fn diagnose(url: &str, replay: &Replay) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["diagnose", url, "--json", "--insecure"])
        .args(["--connect-to", &format!(":443:127.0.0.1:{}", replay.https)])
        .args(["--connect-to", &format!(":80:127.0.0.1:{}", replay.http)])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "diagnose failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_recorded_situation_over_the_wire() {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let Ok(expected) = std::fs::read_to_string(shared.join("corpus/shop/expected.json")) else {
        println!("skipped: no corpus");
        return;
    };
    let expected: BTreeMap<String, Value> = serde_json::from_str(&expected).unwrap();
    let schema = include_str!("../../www/report.schema.json");
    let schema = jsonschema::draft202012::new(&serde_json::from_str(schema).unwrap()).unwrap();
    let (waiting, wrong) = (Mutex::new(expected.iter()), Mutex::new(Vec::new()));
    let sent = AtomicUsize::new(0);
    let work = || {
        while let Some((name, expected)) = { waiting.lock().unwrap().next() } {
            let Some(replay) = Replay::start(&shared, name) else {
                println!("skipped: python3 is needed");
                return;
            };
            let report = diagnose(&page(&shared, name), &replay);
            let broken: Vec<String> = schema.iter_errors(&report).map(|e| e.to_string()).collect();
            assert!(
                broken.is_empty(),
                "{name}: the report breaks its schema: {broken:?}"
            );
            let first = &report["causes"][0];
            let blocker = first.get("blocker").cloned().unwrap_or(Value::Null);
            let fits = |list: &Value, value: &Value| {
                list.as_array().is_none_or(|list| list.contains(value))
            };
            if !fits(&expected["cause"], &first["id"]) || !fits(&expected["blocker"], &blocker) {
                let line = format!("{name}: wanted {expected}, got {} {blocker}", first["id"]);
                wrong.lock().unwrap().push(line);
            }
            let requests = replay.requests();
            sent.fetch_add(requests.len(), Ordering::Relaxed);
            for request in &requests {
                assert_harmless(name, request);
            }
            let probes = requests.iter().filter(|r| is_probe(r)).count();
            assert!(probes <= 8, "{name}: {probes} probes");
        }
    };
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(work);
        }
    });
    let wrong = wrong.into_inner().unwrap();
    println!(
        "{} situations over the wire, {} requests, {} wrong",
        expected.len(),
        sent.into_inner(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Situations at the same time: most of one is waiting.
const WORKERS: usize = 4;

fn is_probe(request: &Value) -> bool {
    let url = request["url"].as_str().unwrap();
    ["wc-api", "wp-json", "rest_route"]
        .iter()
        .any(|part| url.contains(part))
}

/// No cookie, no credential, no body, no order id, no address but the page's and the allowed ones, and only headers that a
/// provider's server would send.
fn assert_harmless(name: &str, request: &Value) {
    let url = request["url"].as_str().unwrap();
    assert_eq!(request["body"], "", "{name}: a body was sent to {url}");
    let lower = url.to_ascii_lowercase();
    let is_rest = lower.contains("wp-json") || lower.contains("rest_route");
    let is_route = lower.contains("kco-block/order/0/validate");
    match request["method"].as_str().unwrap() {
        "POST" => assert!(lower.contains("wc-api"), "{name}: POST to {url}"),
        "OPTIONS" => assert!(is_rest && is_route, "{name}: OPTIONS to {url}"),
        "GET" => assert!(!is_route, "{name}: GET of the route {url}"),
        method => panic!("{name}: {method} to {url}"),
    }
    for forbidden in [
        "order_id",
        "notification",
        "validation",
        "shipping_option",
        "wp-admin",
        "wp-login",
    ] {
        assert!(!lower.contains(forbidden), "{name}: asked {url}");
    }
    let handler = lower
        .split("wc-api")
        .nth(1)
        .map(|rest| rest.trim_matches(['/', '=']).to_owned());
    if let Some(handler) = handler {
        assert!(
            ["kco_wc_push", "callback_doctor_control"].contains(&handler.as_str()),
            "{name}: asked {url}"
        );
    }
    let mut agent = "";
    for header in request["headers"].as_array().unwrap() {
        let header_name = header[0].as_str().unwrap().to_ascii_lowercase();
        let allowed = [
            "host",
            "connection",
            "content-length",
            "user-agent",
            "accept",
        ];
        assert!(
            allowed.contains(&header_name.as_str()),
            "{name}: the header {header_name} was sent to {url}"
        );
        if header_name == "user-agent" {
            agent = header[1].as_str().unwrap();
        }
    }
    assert!(
        agent == "APIs-Klarna" || agent.starts_with("Mozilla/5.0"),
        "{name}: the User-Agent {agent:?} was sent to {url}"
    );
}

/// What `diagnose` prints with these options more.
fn printed(replay: &Replay, url: &str, options: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["diagnose", url, "--insecure"])
        .args(["--connect-to", &format!(":443:127.0.0.1:{}", replay.https)])
        .args(["--connect-to", &format!(":80:127.0.0.1:{}", replay.http)])
        .args(options)
        .output()
        .unwrap();
    let text = if output.status.success() {
        output.stdout
    } else {
        output.stderr
    };
    (output.status.success(), String::from_utf8(text).unwrap())
}

#[test]
fn every_export_and_letter_from_the_terminal() {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    if !shared.join("corpus/shop/wordfence_ip.json").is_file() {
        println!("skipped: no corpus");
        return;
    }
    let Some(replay) = Replay::start(&shared, "wordfence_ip") else {
        println!("skipped: python3 is needed");
        return;
    };
    let url = page(&shared, "wordfence_ip");
    for (options, begins, holds) in [
        (&["--export", "markdown"][..], "**", "Wordfence"),
        (&["--export", "text"], "\u{2717} ", "Wordfence"),
        (&["--export", "html"], "<!doctype html>", "</html>"),
        (&["--export", "json"], "{", "\"language\": \"en\""),
        (&["--export", "csv"], "shop,gateway,", "blocked"),
        (&["--export", "junit"], "<?xml", "<testsuite"),
        (&["--letter", "host"], "Hello,", "/wc-api/KCO_WC_Push/"),
        (&["--letter", "developer"], "Hello,", "Wordfence"),
        (&["--letter", "provider"], "Hello,", "User-Agent"),
        (
            &[
                "--language",
                "en",
                "--export",
                "text",
                "--audience",
                "public",
            ],
            "\u{2717} ",
            "shop.example/",
        ),
    ] {
        let (well, text) = printed(&replay, &url, options);
        assert!(
            well && text.starts_with(begins) && text.contains(holds),
            "{options:?}: {text}"
        );
        if options.contains(&"public") {
            assert!(!text.contains("shop.example.com"), "{text}");
        }
    }
    for options in [
        ["--export", "pdf"],
        ["--letter", "boss"],
        ["--audience", "all"],
        ["--language", "xx"],
    ] {
        let (well, text) = printed(&replay, &url, &options);
        assert!(
            !well && text.contains("is none of these"),
            "{options:?}: {text}"
        );
    }
}
