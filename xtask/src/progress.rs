//! Progress lines, on stderr so that results can be piped.

use std::time::Instant;

use crate::failure::Outcome;

/// Says what is going on, or what was left out and why.
pub(crate) fn note(sentence: &str) {
    eprintln!("  {sentence}");
}

/// Runs one step, and says what it is and how long it took.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("{what} …");
    let start = Instant::now();
    let outcome = work();
    let seconds = start.elapsed().as_secs_f32();
    match &outcome {
        Ok(_) => eprintln!("  done in {seconds:.1} s"),
        Err(_) => eprintln!("  failed after {seconds:.1} s"),
    }
    outcome
}
