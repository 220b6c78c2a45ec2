//! `cargo xtask explain`: names the blocker in each recorded answer of a file.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use callback_doctor::{explain, given, text::Language};

use crate::failure::{Failure, Outcome};

const HELP: &str = "\
cargo xtask explain FILE

Reads recorded answers, a JSON object a line: {\"id\", \"status\", \"headers\": {name: value}, \"body\", \"url\"?}, and writes
a line for each: {\"id\", \"blocker\", \"cause\", \"speaker\", \"confidence\", \"evidence\"}. Any other FILE is read as what a
person pasted: a raw response, the output of curl, a log, a mail, a status. It gives one line, which also has \"form\",
\"gateway\", \"url\", \"likely\" and \"headline\"; of several answers it speaks of the first that failed.";

/// Reads the option and explains each line.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::Arg::{Long, Short, Value};
    let mut file = None;
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| {
        Failure::usage("The file of answers is missing: cargo xtask explain FILE.")
    })?;
    let bytes = fs::read(&file).map_err(Failure::at(format!("Reading {}", file.display())))?;
    let text = String::from_utf8_lossy(&bytes);
    let mut out = BufWriter::new(io::stdout().lock());
    let broken = explain(&text, &mut out)?;
    out.flush().map_err(Failure::at("Writing the result"))?;
    match broken {
        0 => Ok(()),
        1 => Err(Failure::new("One answer could not be read.")),
        many => Err(Failure::new(format!("{many} answers could not be read."))),
    }
}

/// Explains every answer of a text; says how many could not be read.
fn explain(text: &str, out: &mut impl Write) -> Outcome<usize> {
    let lines: Vec<(usize, &str)> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .collect();
    let as_lines = lines.iter().all(|(_, line)| {
        line.trim_start_matches('\u{feff}').starts_with('{') && line.trim_end().ends_with('}')
    });
    let recorded = as_lines && lines.iter().any(|(_, line)| is_recorded(line));
    let inputs: Vec<(usize, &str)> = if recorded { lines } else { vec![(0, text)] };
    let mut broken = 0;
    for (number, input) in inputs {
        let input = match given::read(input) {
            Ok(input) => input,
            Err(error) => {
                eprintln!("  line {}: {error}", number + 1);
                broken += 1;
                continue;
            }
        };
        if recorded {
            for given in &input.answers {
                write_line(
                    out,
                    serde_json::to_string(&explain::explain(given, Language::En).line()),
                )?;
            }
        } else if let Some(first) = explain::explain_all(&input, Language::En).first() {
            write_line(out, serde_json::to_string(&first.pasted_line(input.form)))?;
        }
    }
    Ok(broken)
}

/// Bytes of the longest line of a file of recorded answers.
const LINE_BYTES: usize = 1024 * 1024;

/// Whether a line is one of a file of recorded answers: its status, headers and body stand beside each other.
fn is_recorded(line: &str) -> bool {
    let line = Some(line.trim_start_matches('\u{feff}')).filter(|line| line.len() <= LINE_BYTES);
    let value: Option<serde_json::Value> = line.and_then(|line| serde_json::from_str(line).ok());
    value.is_some_and(|value| {
        value.get("id").is_some() && value.get("status").is_some() && value.get("headers").is_some()
    })
}

fn write_line(out: &mut impl Write, line: serde_json::Result<String>) -> Outcome<()> {
    let line = line.map_err(Failure::at("Writing the result"))?;
    writeln!(out, "{line}").map_err(Failure::at("Writing the result"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explained(text: &str) -> (usize, Vec<serde_json::Value>) {
        let mut out = Vec::new();
        let broken = explain(text, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        (
            broken,
            text.lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect(),
        )
    }

    #[test]
    fn a_line_for_each_answer() {
        let (broken, lines) = explained(
            "{\"id\":\"a\",\"status\":200,\"headers\":{},\"body\":\"-1\"}\n\n{\"id\":7,\"status\":403,\"headers\":{\"server\":\"cloudflare\",\"cf-mitigated\":\"challenge\"},\"body_excerpt\":\"\"}\n",
        );
        assert_eq!(broken, 0);
        assert_eq!(
            (lines[0]["id"].as_str(), lines[0]["cause"].as_str()),
            (Some("a"), Some("healthy"))
        );
        assert!(lines[0]["blocker"].is_null());
        assert_eq!(
            (lines[1]["id"].as_str(), lines[1]["blocker"].as_str()),
            (Some("7"), Some("cloudflare-challenge"))
        );
    }

    #[test]
    fn a_broken_line_does_not_end_the_others() {
        let (broken, lines) = explained(
            "{\"id\":\"a\",}\n{\"id\":\"b\",\"status\":429,\"headers\":{},\"body\":\"\"}",
        );
        assert_eq!((broken, lines.len()), (1, 1));
        assert_eq!(lines[0]["cause"], "rate-limited");
    }

    #[test]
    fn a_raw_response_is_one_answer() {
        let (broken, lines) =
            explained("HTTP/1.1 503 Service Unavailable\nRetry-After: 600\n\nlater");
        assert_eq!((broken, lines.len()), (0, 1));
    }

    #[test]
    fn what_a_person_pasted_is_one_line_about_the_first_failure() {
        let (_, lines) = explained(
            "HTTP/1.1 301 Moved Permanently\nLocation: https://shop.example.com/wc-api/KCO_WC_Push/?kco_wc_order_id=secret\n\nHTTP/1.1 200 OK\n\n-1",
        );
        assert_eq!(
            (lines.len(), lines[0]["cause"].as_str()),
            (1, Some("redirected"))
        );
        assert_eq!(lines[0]["form"], "http");
        let (_, lines) = explained(
            "POST https://shop.example.com/wc-api/WC_Gateway_Paypal/?key=wc_order_secret failed: HTTP 403",
        );
        assert_eq!(
            (lines[0]["gateway"].as_str(), lines[0]["likely"][0].as_str()),
            (Some("paypal_standard"), Some("blocked"))
        );
        assert!(!lines[0].to_string().contains("secret"), "{}", lines[0]);
        assert!(lines[0]["headline"].is_string() && lines[0]["url"].is_string());
        let (_, lines) = explained("{\"status\": 403}");
        assert_eq!(
            (lines[0]["form"].as_str(), lines[0]["url"].as_str()),
            (Some("json"), None)
        );
    }
}
