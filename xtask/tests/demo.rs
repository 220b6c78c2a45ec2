//! The demo's own page, walked by its commands: each of its shops gets the answer that stands beside it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use demo_shop::{Options, Running, Situation};
use serde_json::Value;

/// Shops at the same time: most of one is waiting.
const WORKERS: usize = 8;

/// Shops whose cause the report has other words for: their rows say it so too.
const SAID: [&str; 2] = ["kco_inactive", "png"];

fn demo() -> Running {
    demo_shop::start(Options::default()).unwrap()
}

/// What the demo's page shows: of each shop its id, the right causes, their titles and the command to copy.
fn rows(demo: &Running) -> Vec<[String; 4]> {
    let mut stream = TcpStream::connect(demo.http()).unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    let items = page.split("<li id=\"").skip(1);
    items
        .map(|item| {
            let of = |mark: &str, end: &str| {
                let (_, value) = item.split_once(mark).unwrap();
                value.split(end).next().unwrap().to_owned()
            };
            [
                item.split('"').next().unwrap().to_owned(),
                of("data-causes=\"", "\""),
                of("The right answer: </span>", "</span>"),
                of("data-copy='", "'"),
            ]
        })
        .collect()
}

#[test]
fn every_shop_gets_its_answer_from_the_command() {
    let demo = demo();
    let rows = rows(&demo);
    assert_eq!(rows.len(), Situation::all().count());
    let (waiting, wrong) = (Mutex::new(rows.iter()), Mutex::new(Vec::new()));
    let work = || {
        while let Some([id, causes, titles, command]) = { waiting.lock().unwrap().next() } {
            let words = command.strip_prefix("cargo xtask ").unwrap().split(' ');
            let words = words.map(|word| word.trim_matches('"'));
            let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
                .args(words)
                .arg("--json")
                .stderr(Stdio::null())
                .output()
                .unwrap();
            let report: Value = serde_json::from_slice(&output.stdout).unwrap();
            let first = &report["causes"][0];
            let (first, title) = (
                first["id"].as_str().unwrap(),
                first["title"].as_str().unwrap(),
            );
            let title = title.replace('\'', "&#039;");
            let told = titles.contains(&*title) || !SAID.contains(&&**id);
            if !told || !causes.split(' ').any(|cause| cause == first) {
                let line = format!("{id}: wanted {causes} ({titles}), got {first} ({title})");
                wrong.lock().unwrap().push(line);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(work);
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_readme_counts_them() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let count = format!("{} situations", Situation::all().count());
    assert!(readme.contains(&count), "README.md should say: {count}");
}
