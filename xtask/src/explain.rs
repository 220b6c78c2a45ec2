//! `cargo xtask explain`: names the blocker in each recorded answer of a file.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use callback_doctor::{
    explain::{self, input},
    text::Language,
};

use crate::failure::{Failure, Outcome};

const HELP: &str = "\
cargo xtask explain FILE

Reads recorded answers, a JSON object a line: {\"id\", \"status\", \"headers\": {name: value}, \"body\", \"url\"?}, and writes
a line for each: {\"id\", \"blocker\", \"cause\", \"speaker\", \"confidence\", \"evidence\"}. A FILE that is no JSON is read as
one answer: a raw response, the output of curl, a status.";

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
    let inputs: Vec<(usize, &str)> = if as_lines && !lines.is_empty() {
        lines
    } else {
        vec![(0, text)]
    };
    let mut broken = 0;
    for (number, input) in inputs {
        let answers = match input::read(input) {
            Ok(input) => input.answers,
            Err(error) => {
                eprintln!("  line {}: {error}", number + 1);
                broken += 1;
                continue;
            }
        };
        for given in answers {
            let explanation = explain::explain(&given, Language::En);
            serde_json::to_writer(&mut *out, &explanation.line())
                .map_err(Failure::at("Writing the result"))?;
            writeln!(out).map_err(Failure::at("Writing the result"))?;
        }
    }
    Ok(broken)
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
}
