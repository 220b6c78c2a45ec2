//! Names the answers of files, and says how long that took: `bench-matching FILE...`.
//!
//! Files and the lines printed are those of `peers.py` beside it.

// Nothing here needs it.
#![forbid(unsafe_code)]

use std::{env, error::Error, fs, hint::black_box, time::Instant};

use callback_doctor::{blocker::recognise, probe::Response};
use serde_json::{Value, json};

/// Runs, of which the median counts.
const RUNS: usize = 9;

/// Seconds of one run, at least: the answers are passed over as often as that takes.
const RUN_SECONDS: f64 = 0.1;

fn main() -> Result<(), Box<dyn Error>> {
    for file in env::args_os().skip(1) {
        let text = fs::read_to_string(file)?;
        let answers = text.lines().map(answer).collect::<Result<Vec<_>, _>>()?;
        let named = pass(&answers);
        let mut seconds: Vec<f64> = (0..RUNS).map(|_| run(&answers)).collect();
        seconds.sort_by(f64::total_cmp);
        let seconds = seconds.get(RUNS / 2);
        let row = json!({"answers": answers.len(), "named": named, "seconds": seconds});
        println!("{row}");
    }
    Ok(())
}

/// Seconds that one pass takes.
fn run(answers: &[Response]) -> f64 {
    let start = Instant::now();
    let mut passes = 0.0;
    loop {
        black_box(pass(black_box(answers)));
        passes += 1.0;
        let seconds = start.elapsed().as_secs_f64();
        if seconds >= RUN_SECONDS {
            return seconds / passes;
        }
    }
}

/// How many of the answers are named.
fn pass(answers: &[Response]) -> usize {
    answers
        .iter()
        .filter(|answer| recognise(answer, None).is_some())
        .count()
}

fn answer(line: &str) -> Result<Response, Box<dyn Error>> {
    let row: Value = serde_json::from_str(line)?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let pair = |pair: &Value| {
        let part = |at| pair.get(at).map(text).unwrap_or_default();
        (part(0), part(1))
    };
    let headers = row.get("headers").and_then(Value::as_array);
    Ok(Response {
        status: u16::try_from(row.get("status").and_then(Value::as_u64).unwrap_or(0))?,
        headers: headers.into_iter().flatten().map(pair).collect(),
        body: row.get("body").map(text).unwrap_or_default(),
        ..Response::default()
    })
}
