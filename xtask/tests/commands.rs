//! The site's commands, run by a shell with the real curl against a server that answers as a recorded shop did; what they
//! print is pasted back until nothing is left to ask. The page itself may read nothing here.
//!
//! Where the recordings, Python, openssl or curl are absent the test says so and passes.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod replay;

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use callback_doctor::diagnosis::{Diagnosis, Intake, Script, Step, commands};
use callback_doctor::given::commands::read;
use callback_doctor::probe::{Answer, Outcome};
use callback_doctor::report::{Report, Surface};
use replay::{Replay, page};
use serde_json::Value;

/// Situations at the same time: most of one is waiting.
const WORKERS: usize = 4;

/// Pastes until nothing is left to ask.
const ROUNDS: usize = 4;

#[test]
fn every_recorded_situation_by_the_sites_own_commands() {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let Ok(expected) = std::fs::read_to_string(shared.join("corpus/shop/expected.json")) else {
        println!("skipped: no corpus");
        return;
    };
    if Command::new("curl").arg("--version").output().is_err() {
        println!("skipped: curl is needed");
        return;
    }
    let expected: BTreeMap<String, Value> = serde_json::from_str(&expected).unwrap();
    let (waiting, wrong) = (Mutex::new(expected.iter()), Mutex::new(Vec::new()));
    let sent = Mutex::new(0);
    let work = || {
        while let Some((name, expected)) = { waiting.lock().unwrap().next() } {
            let Some(replay) = Replay::start(&shared, name) else {
                println!("skipped: python3 is needed");
                return;
            };
            let report = diagnose(name, &page(&shared, name), &replay);
            let first = serde_json::to_value(&report.causes[0]).unwrap();
            let blocker = first.get("blocker").cloned().unwrap_or(Value::Null);
            let fits = |list: &Value, value: &Value| {
                list.as_array().is_none_or(|list| list.contains(value))
            };
            if !fits(&expected["cause"], &first["id"]) || !fits(&expected["blocker"], &blocker) {
                let line = format!("{name}: wanted {expected}, got {} {blocker}", first["id"]);
                wrong.lock().unwrap().push(line);
            }
            let requests = replay.requests();
            *sent.lock().unwrap() += requests.len();
            for request in &requests {
                assert_eq!(request["body"], "", "{name}: a body was sent");
                let headers = request["headers"].as_array().unwrap();
                for header in headers {
                    let header = header[0].as_str().unwrap().to_ascii_lowercase();
                    let allowed = ["host", "content-length", "user-agent", "accept"];
                    assert!(allowed.contains(&header.as_str()), "{name}: sent {header}");
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(work);
        }
    });
    let wrong = wrong.into_inner().unwrap();
    println!(
        "{} situations by real commands, {} requests, {} wrong",
        expected.len(),
        sent.into_inner().unwrap(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn diagnose(name: &str, url: &str, replay: &Replay) -> Report {
    let home = home(name, replay);
    let (mut report, mut script) = run(Intake::new(url, Surface::Site));
    let mut text = String::new();
    for _ in 0..ROUNDS {
        let Some(commands) = script else { break };
        text.push_str(&printed(&commands.posix, &home));
        let read = read(&text).unwrap_or_else(|| panic!("{name}: unread:\n{text}"));
        (report, script) = run(Intake {
            pasted: read.answers,
            page: read.page,
            ..Intake::new(&read.requested.to_string(), Surface::Site)
        });
    }
    std::fs::remove_dir_all(home).unwrap();
    report
}

/// A page that no other site lets read anything.
fn run(intake: Intake) -> (Report, Option<Script>) {
    let mut diagnosis = Diagnosis::new(intake).unwrap();
    while let Step::Send(probe) = diagnosis.next() {
        assert!(!probe.url.contains("wc-api"), "the page asks {}", probe.url);
        diagnosis.observe(probe.id, Answer::new(Outcome::Unreadable, probe.caller));
    }
    (diagnosis.report(), commands(diagnosis.case()))
}

/// A folder whose settings lead curl to the recorded shop, and in which nobody sleeps.
fn home(name: &str, replay: &Replay) -> PathBuf {
    let folder = std::env::temp_dir().join(format!(
        "callback-doctor-commands-{}-{name}",
        std::process::id()
    ));
    std::fs::create_dir_all(&folder).unwrap();
    let settings = format!(
        "insecure\nconnect-to = \":443:127.0.0.1:{}\"\nconnect-to = \":80:127.0.0.1:{}\"\n",
        replay.https, replay.http
    );
    std::fs::write(folder.join(".curlrc"), settings).unwrap();
    let sleep = folder.join("sleep");
    std::fs::write(&sleep, "#!/bin/sh\n").unwrap();
    std::fs::set_permissions(&sleep, std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// What the commands leave in their file; the terminal shows little.
fn printed(script: &str, home: &Path) -> String {
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", script])
        .current_dir(home)
        .env("CURL_HOME", home)
        .env("PATH", format!("{}:{path}", home.display()))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("Done: ") && told.len() < 400, "{told}");
    std::fs::read_to_string(home.join("callback-doctor.txt")).unwrap()
}
