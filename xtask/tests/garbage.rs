//! `cargo xtask diagnose` on servers and files that are no shop: it ends within its limits, with a clear report, and never
//! calls healthy what answered no callback.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use demo_shop::{Options, Situation};
use serde_json::Value;

/// Seconds for the page, the diagnosis and a loaded machine; then it hangs.
const PATIENCE: Duration = Duration::from_secs(90);

fn loopback() -> SocketAddr {
    (Ipv4Addr::LOCALHOST, 0).into()
}

/// Runs the command, and fails where it does not end.
fn diagnose(arguments: &[&str]) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["diagnose", "--json"])
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let reader = thread::spawn(move || {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut out, &mut text).map(|_| text)
    });
    let deadline = Instant::now() + PATIENCE;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > deadline {
            child.kill().unwrap();
            panic!("diagnose {arguments:?} does not end");
        }
        thread::sleep(Duration::from_millis(50));
    };
    assert!(status.success(), "diagnose {arguments:?} failed");
    serde_json::from_str(&reader.join().unwrap().unwrap()).unwrap()
}

fn first(report: &Value) -> &str {
    report["causes"][0]["id"].as_str().unwrap()
}

#[test]
fn servers_that_are_no_shop() {
    let cases: [(&str, &[&str]); 8] = [
        ("not_wordpress", &["not-woocommerce"]),
        ("png", &["not-woocommerce", "blocked"]),
        ("lt_flood", &["not-woocommerce", "slow-answer"]),
        (
            "endless_body",
            &["not-woocommerce", "slow-answer", "unreachable"],
        ),
        ("one_byte_a_second", &["slow-answer", "unreachable"]),
        ("redirect_loop", &["redirected"]),
        ("empty_reply", &["unreachable"]),
        ("garbage", &["unreachable"]),
    ];
    thread::scope(|scope| {
        for (name, causes) in cases {
            scope.spawn(move || {
                let shop = demo_shop::start(Options {
                    http: loopback(),
                    https: Some(loopback()),
                    situation: Situation::named(name),
                    ..Options::default()
                })
                .unwrap();
                let https = format!(":443:127.0.0.1:{}", shop.https().unwrap().port());
                let http = format!(":80:127.0.0.1:{}", shop.http().port());
                let report = diagnose(&[
                    "https://shop.example.com/",
                    "--insecure",
                    "--connect-to",
                    &https,
                    "--connect-to",
                    &http,
                ]);
                assert!(
                    causes.contains(&first(&report)),
                    "{name}: wanted {causes:?}, got {}\n{}",
                    first(&report),
                    report["probes"]
                );
                assert_ne!(report["verdict"], "pass", "{name}");
            });
        }
    });
}

#[test]
fn a_closed_port() {
    let port = TcpListener::bind(loopback())
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let closed = format!("::127.0.0.1:{port}");
    let report = diagnose(&["https://shop.example.com/", "--connect-to", &closed]);
    assert_eq!(first(&report), "unreachable");
}

#[test]
fn files_that_are_no_page() {
    let port = TcpListener::bind(loopback())
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let closed = format!("::127.0.0.1:{port}");
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".repeat(1000);
    let files: [(&str, Vec<u8>); 4] = [
        ("png", png),
        ("angles", vec![b'<'; 50 * 1024 * 1024]),
        ("empty", Vec::new()),
        (
            "utf16",
            "<html lang=\"sv\">"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
        ),
    ];
    for (name, content) in files {
        let file =
            std::env::temp_dir().join(format!("callback-doctor-{}-{name}", std::process::id()));
        fs::write(&file, content).unwrap();
        let report = diagnose(&[
            "https://shop.example.com/",
            "--page",
            file.to_str().unwrap(),
            "--connect-to",
            &closed,
        ]);
        fs::remove_file(&file).unwrap();
        assert_eq!(first(&report), "unreachable", "{name}");
    }
}
