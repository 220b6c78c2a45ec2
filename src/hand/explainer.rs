//! Explains what the field holds, without any request.

use super::{
    browser::language,
    run::{Phase, Run},
};
use crate::{
    explain::{
        self, Explanation,
        input::{self, InputError},
    },
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

fn explanations(text: &str) -> Result<Vec<Explanation>, InputError> {
    Ok(explain::explain_all(&input::read(text)?, language()))
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
