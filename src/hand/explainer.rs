//! Explains what the field holds, without any request.

use super::{
    browser::language,
    run::{Phase, Run},
};
use crate::{
    explain::{
        self, Explanation,
        input::{self, Form, InputError},
    },
    report::Verdict,
    text::{self, Ui, fill},
};

/// The run of an answer that somebody already has: explained, or why it could not be read.
pub fn explain(text: &str) -> Run {
    let mut run = Run::new(String::new(), String::new(), Phase::Done);
    match explanations(text) {
        Ok(explained) => run.explained = explained,
        Err(error) => run.phase = Phase::Failed(refused(&error, text::ui(language()))),
    }
    run
}

/// What a page's source means that names no shop: the page of a known product.
pub(super) fn explain_page(text: &str) -> Option<Run> {
    let explained = explanations(text).ok()?;
    let named = explained.iter().any(|answer| answer.blocker.is_some());
    named.then(|| Run {
        explained,
        ..Run::new(String::new(), String::new(), Phase::Done)
    })
}

/// The one to be shown whole comes first: of several hops the last, of several requests the last that failed.
fn explanations(text: &str) -> Result<Vec<Explanation>, InputError> {
    let input = input::read(text)?;
    let mut explained: Vec<Explanation> = input
        .answers
        .iter()
        .map(|given| explain::explain(given, language()))
        .collect();
    let failed = |answer: &Explanation| answer.verdict == Verdict::Fail;
    let whole = match input.form {
        Form::Har | Form::Json => explained.iter().rposition(failed),
        _ => None,
    };
    let whole = whole.unwrap_or(explained.len().saturating_sub(1));
    if let Some(first) = explained.get_mut(..=whole) {
        first.rotate_right(1);
    }
    Ok(explained)
}

/// Why nothing could be read, in words for people.
fn refused(error: &InputError, ui: &Ui) -> String {
    let sentence = match error {
        InputError::NoCallback { entries } => {
            return fill(ui.answer_no_callback, &[("count", &entries.to_string())]);
        }
        InputError::TooLong { .. } => ui.answer_long,
        InputError::Binary => ui.answer_binary,
        InputError::BrokenJson => ui.answer_broken,
        _ => ui.answer_unknown,
    };
    sentence.to_owned()
}
