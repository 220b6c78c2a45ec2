//! Reads pages with each reader, and says how long that took: `bench-page FILE`, a JSON string a line. Prints a line of
//! JSON for each reader.

#![forbid(unsafe_code)]

mod readers;

use std::{env, error::Error, fs, hint::black_box, time::Instant};

use readers::{READERS, Reader};
use serde_json::json;

/// Rounds, of which each reader's best counts: on a busy machine the others are slower for reasons that are not theirs.
const ROUNDS: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args_os().nth(1).ok_or("bench-page FILE")?;
    let text = fs::read_to_string(file)?;
    let pages = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<String>, _>>()?;
    let mut best = READERS.map(|_| f64::MAX);
    // In turns, so that a busy moment hits them all.
    for _ in 0..ROUNDS {
        for (reader, best) in READERS.iter().zip(&mut best) {
            *best = best.min(seconds(*reader, &pages));
        }
    }
    for ((name, read), seconds) in READERS.iter().zip(best) {
        let hits: usize = pages.iter().map(|page| read(page.as_bytes())).sum();
        println!(
            "{}",
            json!({"reader": name, "where": "native", "hits": hits, "seconds": seconds})
        );
    }
    Ok(())
}

/// Seconds that one pass takes.
fn seconds((_, read): Reader, pages: &[String]) -> f64 {
    let start = Instant::now();
    for page in black_box(pages) {
        black_box(read(page.as_bytes()));
    }
    start.elapsed().as_secs_f64()
}
