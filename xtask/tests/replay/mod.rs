//! A server that answers as a recorded shop did, with every request logged.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

pub(crate) struct Replay {
    child: Child,
    pub(crate) https: u16,
    pub(crate) http: u16,
    log: PathBuf,
}

impl Drop for Replay {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_file(&self.log);
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Times that a server is started before it is given up.
const TRIES: usize = 3;

impl Replay {
    pub(crate) fn start(shared: &Path, name: &str) -> Option<Self> {
        // Somebody else may have taken a port that was free a moment ago.
        (0..TRIES).find_map(|_| Self::begin(shared, name))
    }

    fn begin(shared: &Path, name: &str) -> Option<Self> {
        let (https, http) = (free_port(), free_port());
        let log = std::env::temp_dir().join(format!(
            "callback-doctor-{}-{name}.jsonl",
            std::process::id()
        ));
        let _ = std::fs::remove_file(&log);
        let mut child = Command::new("python3")
            .arg(shared.join("tools/replay.py"))
            .arg(shared.join(format!("corpus/shop/{name}.json")))
            .args([
                "--https",
                &https.to_string(),
                "--http",
                &http.to_string(),
                "--log",
            ])
            .arg(&log)
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut ready = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut ready)
            .unwrap();
        if !ready.contains("https") {
            eprintln!("the replaying server did not start: {ready:?}");
            let _ = child.wait();
            return None;
        }
        Some(Self {
            child,
            https,
            http,
            log,
        })
    }

    pub(crate) fn requests(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// The page that someone has open: the recorded checkout where it answered 200, else the home page.
pub(crate) fn page(shared: &Path, name: &str) -> String {
    let text = std::fs::read_to_string(shared.join(format!("corpus/shop/{name}.json"))).unwrap();
    let recorded: Value = serde_json::from_str(&text).unwrap();
    let checkout = recorded["answers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["name"] == "page_checkout" && a["status"] == 200);
    match checkout {
        Some(answer) => answer["url"].as_str().unwrap().to_owned(),
        None => format!(
            "{}/",
            recorded["base"].as_str().unwrap().trim_end_matches('/')
        ),
    }
}
