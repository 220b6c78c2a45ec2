//! `cargo xtask bench`: how well and how fast blockers are named.

mod accuracy;
mod corpus;
mod matching;
mod peers;

use crate::failure::Outcome;

const HELP: &str = "\
cargo xtask bench [accuracy [--all] | matching]

  accuracy     how many labelled answers are named right, and what the others are called; --all shows every label
  matching     answers a second on short answers and on pages of 60 kB, beside wafw00f and identYwaf, whose matching
               runs on the same answers without a request being sent

Without a word both. The answers are those of ../shared/corpus.";

/// Reads the options and measures.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::Arg::{Long, Short, Value};
    let (mut accuracy, mut matching, mut all) = (true, true, false);
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("all") => all = true,
            Value(word) if word == "accuracy" => matching = false,
            Value(word) if word == "matching" => accuracy = false,
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(samples) = corpus::samples()? else {
        println!("skipped: no corpus");
        return Ok(());
    };
    if accuracy || !matching {
        accuracy::print(&samples, &corpus::shop()?, all);
    }
    if matching || !accuracy {
        matching::print(&samples)?;
    }
    Ok(())
}
