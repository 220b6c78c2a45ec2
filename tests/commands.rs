//! Every command that a report holds, run by a real curl against a server that counts: one request a line, at the address
//! that was meant, whatever a hostile shop wrote into its addresses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics says what broke"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use callback_doctor::case::PageRead;
use callback_doctor::diagnosis::{Diagnosis, Intake, Step, commands};
use callback_doctor::page;
use callback_doctor::probe::{Answer, Outcome, Probe, Purpose, Response};
use callback_doctor::report::Surface;

/// Paths that mean something to curl, to a shell, or to the command prompt.
const PATHS: &[&str] = &[
    "",
    "[1-20]/",
    "[a-z]/",
    "[b]/",
    "{a,b}/",
    "[1-3]{x,y}/",
    "%CD%AA/%ACCESS_TOKEN%AA/",
    "%CD:~0,3%AB/",
    "sm%C3%B6rg%C3%A5s/",
    "$(id)`id`/",
    "';id;'/",
    "\"&id&\"/",
    "!!/*/?x=[1-20]",
    "a%0Ab/",
];

/// A server that writes down the first line of each request.
struct Server {
    port: u16,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let lines = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &lines);
            }
        });
        Self { port, seen }
    }
}

/// Writes the request's first line down, then answers `-1`.
fn answer(mut stream: TcpStream, lines: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(read @ 1..) => request.extend_from_slice(&piece[..read]),
            _ => break,
        }
    }
    let text = String::from_utf8_lossy(&request);
    lines
        .lock()
        .unwrap()
        .extend(text.lines().next().map(str::to_owned));
    // Curl may have gone.
    let _ =
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n-1");
}

fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Outcome {
    Outcome::Response(Response {
        status,
        headers: headers.iter().copied().collect(),
        body: body.to_owned(),
        ..Response::default()
    })
}

/// Every curl line that a diagnosis hands out: in the scripts, as the way to settle a question, among the things to
/// paste, and in the letters.
fn lines(intake: Intake, shop: impl Fn(&Probe) -> Outcome) -> Vec<String> {
    let mut diagnosis = Diagnosis::new(intake).unwrap();
    let mut waiting = Vec::new();
    loop {
        match diagnosis.next() {
            Step::Send(probe) => waiting.push(probe),
            Step::Wait => {
                let probe: Probe = waiting.remove(0);
                diagnosis.observe(probe.id, Answer::new(shop(&probe), probe.caller));
            }
            Step::Done => break,
        }
    }
    let report = diagnosis.report();
    let mut texts: Vec<String> = report
        .unsure
        .into_iter()
        .filter_map(|u| u.command)
        .collect();
    for cause in report.causes {
        texts.extend(cause.remedy.pastes.into_iter().map(|paste| paste.text));
    }
    if let Some(script) = commands(diagnosis.case()) {
        texts.extend([script.posix, script.windows]);
    }
    let lines = texts.iter().flat_map(|text| text.lines());
    let is_curl = |line: &&str| {
        ["curl ", "curl.exe ", "& curl.exe "]
            .iter()
            .any(|p| line.starts_with(p))
    };
    let mut lines: Vec<String> = lines.filter(is_curl).map(str::to_owned).collect();
    lines.sort();
    lines.dedup();
    lines
}

/// The line as a POSIX shell runs it: those for Windows differ in the program's name and in how a percent sign is kept.
fn posix(line: &str) -> String {
    let (line, _) = line.split_once(" >").unwrap_or((line, ""));
    let line = line
        .replacen("& curl.exe ", "curl ", 1)
        .replacen("curl.exe ", "curl ", 1);
    match line.split_once(" --url ('") {
        Some((before, url)) => {
            let url = url
                .strip_suffix("'.Replace('^', '%'))")
                .unwrap()
                .replace('^', "%");
            [before, " --url '", &url, "'"].concat()
        }
        None => line,
    }
}

/// The request that a line is to send: its method, and its address without scheme, host and fragment.
fn meant(line: &str) -> String {
    let line = posix(line);
    let method = line
        .split(" -X ")
        .nth(1)
        .unwrap()
        .split(' ')
        .next()
        .unwrap();
    let url = line.split(" --url ").nth(1).unwrap();
    let url = url.trim_matches(['\'', '"']);
    let rest = url.split_once("://").unwrap().1;
    let path = rest.find(['/', '?']).map_or("/", |at| &rest[at..]);
    [method, " ", path.split('#').next().unwrap(), " HTTP/1.1"].concat()
}

/// What the command prompt would take for the names of variables: between any two percent signs, up to a colon.
fn variables(line: &str) -> Vec<&str> {
    let pieces: Vec<&str> = line.split('%').collect();
    let between = pieces
        .get(1..pieces.len().saturating_sub(1))
        .unwrap_or_default();
    between
        .iter()
        .filter_map(|text| text.split(':').next())
        .collect()
}

fn origins(path: &str) -> Vec<(&'static str, Vec<String>)> {
    let shop = "http://shop.example.com/";
    let hostile = [shop, path].concat();
    let silent = |_: &Probe| Outcome::Unreadable;
    let from = |surface, requested: &str, page: Option<String>| Intake {
        page: page.map(|html| PageRead {
            url: requested.to_owned(),
            status: Some(200),
            signs: page::read(&html, Some(requested)),
            ..PageRead::default()
        }),
        ..Intake::new(requested, surface)
    };
    let escaped = hostile.replace('&', "&amp;").replace('"', "&quot;");
    let canonical = format!(
        "<link rel='canonical' href=\"{escaped}\"><link rel='https://api.w.org/' href=\"{escaped}wp-json/\"><body class='woocommerce'>"
    );
    let index = serde_json::json!({"name": "x", "url": shop, "home": hostile, "namespaces": ["wp/v2", "wc/v3"]});
    let rest = |probe: &Probe| match probe.purpose {
        Purpose::RestIndex | Purpose::RestRoute => response(
            200,
            &[("content-type", "application/json")],
            &index.to_string(),
        ),
        _ => Outcome::Unreadable,
    };
    let moved = |probe: &Probe| match probe.purpose {
        Purpose::Endpoint => response(302, &[("location", &hostile)], ""),
        _ => response(404, &[], ""),
    };
    vec![
        ("typed", lines(from(Surface::Site, &hostile, None), silent)),
        (
            "typed, refused",
            lines(from(Surface::Native, &hostile, None), |_| {
                response(403, &[], "")
            }),
        ),
        (
            "canonical",
            lines(from(Surface::InPage, shop, Some(canonical)), silent),
        ),
        ("REST home", lines(from(Surface::Site, shop, None), rest)),
        ("Location", lines(from(Surface::Native, shop, None), moved)),
    ]
}

#[test]
fn a_line_sends_one_request_to_the_address_that_was_meant() {
    let folder = std::env::temp_dir().join(format!("callback-doctor-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let server = Server::start();
    let config = format!(
        "connect-to = \"::127.0.0.1:{}\"\nnoproxy = \"*\"\n",
        server.port
    );
    std::fs::write(folder.join(".curlrc"), config).unwrap();
    let run = |line: &str| {
        Command::new("sh")
            .args(["-c", &posix(line)])
            .env("CURL_HOME", &folder)
            .env("HOME", &folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
    };
    if !run("curl --version").is_ok_and(|status| status.success()) {
        println!("skipped: no curl");
        return;
    }
    let mut count = 0;
    for path in PATHS {
        for (origin, lines) in origins(path) {
            assert!(!lines.is_empty(), "{origin} {path}: no commands");
            // https needs a certificate: the form is the same.
            for line in lines.iter().map(|line| line.replace("https://", "http://")) {
                run(&line).unwrap();
                let seen = std::mem::take(&mut *server.seen.lock().unwrap());
                assert_eq!(seen, [meant(&line)], "{origin} {path}:\n{line}");
                count += 1;
            }
        }
    }
    println!("{count} commands");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn no_line_for_windows_names_a_variable_of_a_stranger() {
    for path in PATHS {
        for (origin, lines) in origins(path) {
            for line in lines.iter().filter(|line| line.contains("curl.exe")) {
                for name in variables(line) {
                    // The names of curl's own `-w` begin with a brace.
                    let harmless = name.len() == 2 && !name.eq_ignore_ascii_case("cd")
                        || name.starts_with('{')
                        || !name.contains(|c: char| c.is_ascii_alphabetic());
                    assert!(harmless, "{origin} {path}: {name} in\n{line}");
                }
            }
        }
    }
}
