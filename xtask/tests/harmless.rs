//! `cargo xtask diagnose` with the address of every callback that is known, in every form, against a server that records
//! what it is asked and sends clients on to orders and foreign callbacks: nothing of the address but its page is ever
//! asked for, and no handler but the two that do nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[path = "../../src/shop/harmless/forms.rs"]
mod forms;

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;

use callback_doctor::diagnosis::rules;
use callback_doctor::probe::Method;
use forms::{FEW, SECRET, forms, of_facts};

/// Runs at the same time: most of one is waiting.
const WORKERS: usize = 4;

/// Each callback is tried in one of so many of its forms, another one than its neighbour: together they are all.
const STRIDE: usize = 13;

/// Pages with orders and keys, and addresses that act.
const PAGES: &[&str] = &[
    "/checkout/order-received/77/?key=wc_order_S3cr3tT0ken",
    "/kassa/order-mottagen/77/?key=wc_order_S3cr3tT0ken&order=77",
    "/checkout/order-pay/77/?pay_for_order=true&key=wc_order_S3cr3tT0ken",
    "/my-account/view-order/77/",
    "/my-account/customer-logout/?_wpnonce=S3cr3tT0ken",
    "/?add-to-cart=77&_wpnonce=S3cr3tT0ken",
    "/?page_id=9&order-received=77&key=wc_order_S3cr3tT0ken",
    "/wp-login.php?action=logout&_wpnonce=S3cr3tT0ken",
    "/tack/wc_order_S3cr3tT0ken/",
    "/[1-77]/wc_order_S3cr3tT0ken",
    "/%2577c-api/KCO_WC_Notification/?order=S3cr3tT0ken#S3cr3tT0ken",
];

/// One request: host, method, target, and everything that was sent.
#[derive(Clone)]
struct Asked {
    host: String,
    line: String,
    head: String,
}

type Log = Arc<Mutex<Vec<Asked>>>;

/// A name without digits, which might be an order's.
fn host(number: usize) -> String {
    let letter = |digit: char| char::from(b'a' + u8::try_from(digit).unwrap() - b'0');
    let name: String = number.to_string().chars().map(letter).collect();
    format!("{name}.example.com")
}

fn number(host: &str) -> usize {
    let name = host.split('.').next().unwrap_or_default();
    name.bytes()
        .fold(0, |number, letter| number * 10 + usize::from(letter - b'a'))
}

/// Answers as shops do; which shop, the number in its name says.
fn serve(log: &Log) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let log = Arc::clone(log);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let log = Arc::clone(&log);
            thread::spawn(move || answer(stream, &log));
        }
    });
    port
}

fn answer(mut stream: TcpStream, log: &Log) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut head = String::new();
    while reader.read_line(&mut head).is_ok_and(|read| read > 2) {}
    let line = head.lines().next().unwrap_or_default().to_owned();
    let host = head
        .lines()
        .find_map(|line| line.strip_prefix("Host: "))
        .unwrap_or_default()
        .to_owned();
    let target = line.split(' ').nth(1).unwrap_or_default().to_owned();
    let number = number(&host);
    log.lock().unwrap().push(Asked {
        host: host.clone(),
        line,
        head,
    });
    let order = format!("/checkout/order-received/77/?key={SECRET}");
    let is_page =
        !target.contains("wc-api") && !target.contains("wp-json") && !target.contains("rest_route");
    let redirect = |status: u16, to: &str| {
        format!(
            "HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nX-Redirect-By: WordPress\r\nContent-Length: 0\r\n\r\n"
        )
    };
    let ok = |status: u16, kind: &str, body: &str| {
        format!(
            "HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let page = format!(
        "<!doctype html><title>Shop</title><link rel=canonical href=\"http://{host}{order}\"><link rel=shortlink href=\"http://{host}/?p=77&key={SECRET}\">\
         <link rel=\"https://api.w.org/\" href=\"http://{host}{}\"><meta name=generator content=\"WordPress 7.1\"><meta name=generator content=\"WooCommerce 10.0\">",
        if number % 4 == 2 {
            "/wc-api/KCO_WC_Notification/"
        } else {
            "/wp-json/"
        },
    );
    let index = format!(
        "{{\"name\":\"Shop\",\"url\":\"http://{host}{order}\",\"home\":\"http://{host}{}\",\"namespaces\":[\"wp/v2\",\"wc/v3\"]}}",
        if number % 4 == 1 {
            "/wc-api/KCO_WC_Notification/?order=S3cr3tT0ken"
        } else {
            &order
        },
    );
    let text = match (number % 4, is_page) {
        (1, true) if !target.contains("order") => redirect(302, &order),
        (2, true) if target == "/" => redirect(301, &format!("/sv/?key={SECRET}")),
        (3, true) => redirect(302, &format!("/wc-api/KCO_WC_Notification/?order={SECRET}")),
        (_, true) => ok(200, "text/html", &page),
        (1, _) if target.contains("wc-api") => redirect(
            307,
            &format!("/%77c-api/KCO_WC_Notification/?order={SECRET}"),
        ),
        (2, _) if target.contains("wc-api") => redirect(
            301,
            &format!("http://{host}/sv{target}?order={SECRET}#{SECRET}"),
        ),
        (3, _) if target.contains("wc-api") => {
            redirect(308, "/wc-api/KCO_WC_Notification/77/wc-api/KCO_WC_Push/")
        }
        (2, _) => ok(404, "text/html", "<h1>Not found</h1>"),
        _ if target.contains("wc-api") => ok(400, "text/html", "-1"),
        _ => ok(200, "application/json", &index),
    };
    let _ = stream.write_all(text.as_bytes());
}

/// The ends of the addresses that a gateway's own contract calls harmless, with their method.
static KNOWN: LazyLock<Vec<(Method, String)>> = LazyLock::new(|| {
    let ends = rules().into_iter().flat_map(|(method, rules)| {
        let ends = rules.into_iter().flat_map(|rule| rule.ends());
        ends.map(move |end| (method, end))
    });
    ends.filter(|(_, end)| !end.is_empty()).collect()
});

/// What is wrong with a request; nothing where a check may send it.
fn fault(asked: &Asked) -> Option<String> {
    // A route's own name.
    let head = asked
        .head
        .to_ascii_lowercase()
        .replace("order-set-shipping", "");
    for secret in [
        "s3cr3t",
        "77",
        "key=",
        "order-",
        "wc_order",
        "nonce",
        "jsession",
        "cookie:",
        "authorization:",
    ] {
        if head.contains(secret) {
            return Some(format!("{secret:?} is sent"));
        }
    }
    let mut words = asked.line.split(' ');
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let bare = target.strip_suffix('/').unwrap_or(target);
    let known = KNOWN.iter();
    let callback = known
        .filter(|(own, _)| own.as_str() == method)
        .filter_map(|(_, end)| bare.strip_suffix(end.as_str()))
        // The longest end leaves the least before it.
        .filter(|folder| folder.ends_with('/'))
        .min_by_key(|folder| folder.len());
    let folder = callback.unwrap_or(target);
    let folder = folder.to_ascii_lowercase();
    for entrance in [
        "wc-api",
        "wp-json",
        "rest_route",
        "wc-ajax",
        ".php?",
        "xmlrpc",
        "cron",
        "admin",
        "callback",
        "webhook",
        "notification",
        "ipn",
        "consent",
        "paytrail",
        "%25",
        "//",
    ] {
        if folder.contains(entrance) {
            return Some(format!("{entrance:?} is asked for"));
        }
    }
    (callback.is_none() && method != "GET").then(|| "a page is not asked for by GET".to_owned())
}

#[test]
fn nothing_of_an_address_is_sent_but_its_page() {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let mut callbacks = of_facts(&shared);
    if callbacks.is_empty() {
        println!("skipped: no facts; only a few callbacks are tried");
    }
    callbacks.extend(FEW.iter().map(|&url| url.to_owned()));
    let mut addresses: Vec<String> = PAGES.iter().map(|&page| page.to_owned()).collect();
    for (at, callback) in callbacks.iter().enumerate() {
        let all = forms(callback).into_iter().map(|(form, _)| form);
        addresses.extend(all.skip(at % STRIDE).step_by(STRIDE));
    }
    let log = Log::default();
    let port = serve(&log);
    let (waiting, wrong) = (
        Mutex::new(addresses.iter().enumerate()),
        Mutex::new(Vec::new()),
    );
    let work = || {
        while let Some((number, address)) = { waiting.lock().unwrap().next() } {
            let host = host(number);
            let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
            command.args(["diagnose", &format!("http://user:{SECRET}@{host}{address}")]);
            command.args(["--connect-to", &format!(":80:127.0.0.1:{port}")]);
            if number % 2 == 0 {
                command.arg("--json");
            }
            let output = command.output().unwrap();
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said).to_ascii_lowercase();
            let mut faults: Vec<String> = Vec::new();
            if !output.status.success() {
                faults.push(format!("it failed: {said}"));
            }
            for secret in ["s3cr3t", "key=", "/77", "jsession"] {
                if let Some(found) = said.find(secret) {
                    let around = said.get(found.saturating_sub(80)..(found + 40).min(said.len()));
                    faults.push(format!("{secret:?} is said: {around:?}"));
                }
            }
            let asked: Vec<Asked> = log
                .lock()
                .unwrap()
                .iter()
                .filter(|a| a.host == host)
                .cloned()
                .collect();
            if asked.is_empty() {
                faults.push("nothing was asked".to_owned());
            }
            faults.extend(
                asked
                    .iter()
                    .filter_map(|a| Some(format!("{}: {}", a.line, fault(a)?))),
            );
            if !faults.is_empty() {
                wrong
                    .lock()
                    .unwrap()
                    .push(format!("{address} (shop {}): {faults:#?}", number % 4));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(work);
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        addresses.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
    println!(
        "{} addresses, {} requests",
        addresses.len(),
        log.lock().unwrap().len()
    );
}
