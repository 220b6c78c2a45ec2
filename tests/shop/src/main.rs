//! The demo shop as a program: `demo-shop [--http PORT] [--https PORT] [--situation ID] [--gateway ID]
//! [--checker URL] [--log FILE]`.
//!
//! Prints one line of JSON with its addresses when it is ready, and runs until it is ended. Port 0, the default for
//! http, takes a free port. With `--log` each request becomes one line of JSON in FILE.

// See lib.rs.
#![forbid(unsafe_code)]

use std::fs::File;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use demo_shop::{Log, Options, Seen, Situation, start};
use serde_json::json;

const USAGE: &str = "usage: demo-shop [--http PORT] [--https PORT] [--situation ID] [--gateway ID] [--checker URL] [--log FILE]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("{words}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let options = options(std::env::args().skip(1))?;
    let situation = options.situation.map(Situation::id);
    let shop = start(options).map_err(|error| format!("The demo shop cannot listen: {error}"))?;
    let ready = json!({
        "http": format!("http://{}", shop.http()),
        "https": shop.https().map(|address| format!("https://{address}")),
        "situation": situation,
    });
    println!("{ready}");
    loop {
        std::thread::park();
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match name.as_str() {
            "--http" => options.http = loopback(&value)?,
            "--https" => options.https = Some(loopback(&value)?),
            "--situation" => {
                let known = || {
                    Situation::all()
                        .map(Situation::id)
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                let found = Situation::named(&value);
                options.situation =
                    Some(found.ok_or_else(|| {
                        format!("No situation {value:?}. There are: {}", known())
                    })?);
            }
            "--gateway" => options.gateway = Some(value),
            "--checker" => options.checker = Some(value),
            "--log" => options.log = Some(log_to(&value)?),
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok(options)
}

fn loopback(port: &str) -> Result<SocketAddr, String> {
    let port: u16 = port.parse().map_err(|_| format!("Not a port: {port:?}"))?;
    Ok(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
}

/// Appends each request to a file, as one line of JSON.
fn log_to(path: &str) -> Result<Log, String> {
    let file = File::options().create(true).append(true).open(path);
    let file = Mutex::new(file.map_err(|error| format!("Cannot write {path}: {error}"))?);
    Ok(Arc::new(move |seen: &Seen| {
        let body = String::from_utf8_lossy(&seen.body);
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let at_ms = now.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(0));
        let line = json!({"at_ms": at_ms, "method": seen.method, "url": seen.url, "headers": seen.headers, "body": body});
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = writeln!(file, "{line}") {
            eprintln!("The log could not be written: {error}");
        }
    }))
}
