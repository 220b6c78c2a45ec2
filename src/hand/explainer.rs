//! Explains what somebody already has, without any request.

use super::browser::language;
use crate::{
    desk::LeftOut,
    explain,
    given::{self, Input, Kind},
    run::{Phase, Run},
    text,
};

/// The run of answers that somebody already has: each explained, or why none could be read.
pub fn explain(texts: &[String]) -> Run {
    let (mut inputs, mut left_out) = (Vec::new(), Vec::new());
    let mut first = None;
    for text in texts {
        match given::read(text) {
            Ok(input) => inputs.push(input),
            Err(error) => {
                let kind = Kind::of(text);
                first = first.or(Some(error));
                left_out.push(LeftOut::Unreadable { kind, error });
            }
        }
    }
    let mut run = explained(&inputs);
    match first {
        Some(error) if inputs.is_empty() => {
            run.phase = Phase::Failed(text::unreadable(language(), &error));
        }
        _ => run.left_out = sentences(&left_out, ""),
    }
    run
}

/// The run that shows what these answers mean.
pub(super) fn explained(inputs: &[Input]) -> Run {
    let mut run = Run::new(String::new(), String::new(), Phase::Done);
    for input in inputs {
        run.explained
            .extend(explain::explain_all(input, language()));
    }
    run
}

/// What is said of what was left out, beside a report about `shop`.
pub(super) fn sentences(left_out: &[LeftOut], shop: &str) -> Vec<String> {
    let words = left_out.iter();
    words.map(|left| left.sentence(shop, language())).collect()
}
