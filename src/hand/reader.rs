//! What somebody already has, read: a page's source, answers, a log, what commands printed. What names a shop is
//! diagnosed as [`checker`] does; what is answers alone is explained, and nothing sent.

use std::{borrow::Cow, cell::RefCell};

use web_sys::AbortSignal;

use super::{
    browser::{language, typed_address},
    checker,
    words::sentences,
};
use crate::{
    desk::{Begun, Gathered, LeftOut, addresses, gather},
    explain,
    given::{self, Input, Kind, commands::Commands},
    run::{Phase, Run},
    text,
};

/// Checks what the field and the files hold together and shows each state of the run. Of several gateways the one with
/// this id is asked, where the person chose it.
pub async fn check(
    texts: &[String],
    gateway: Option<&str>,
    cancel: &AbortSignal,
    show: &dyn Fn(&Run),
) {
    let Gathered {
        begun, left_out, ..
    } = gathered(texts);
    let mut run = match begun {
        Begun::Diagnosis(intake) => {
            return checker::diagnose(None, *intake, &left_out, gateway, cancel, show).await;
        }
        Begun::Explanation(inputs) => explained(&inputs),
        Begun::Nothing(error) => {
            let reason = text::unreadable(language(), &error);
            Run::new(String::new(), String::new(), Phase::Failed(reason))
        }
    };
    run.left_out = sentences(&left_out, "");
    show(&run);
}

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
fn explained(inputs: &[Input]) -> Run {
    let mut run = Run::new(String::new(), String::new(), Phase::Done);
    for input in inputs {
        run.explained
            .extend(explain::explain_all(input, language()));
    }
    run
}

/// What the texts come to, and what they go on from while the page is open.
fn gathered(texts: &[String]) -> Gathered {
    let texts: Vec<Cow<'_, str>> = texts
        .iter()
        .flat_map(|text| addresses(text))
        .map(|text| match Kind::of(text) {
            Kind::Address => match typed_address(text) {
                Some(found) => Cow::Owned(found.address().to_string()),
                None => Cow::Borrowed(text),
            },
            _ => Cow::Borrowed(text),
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    ANSWERS.with_borrow_mut(|answers| {
        let gathered = gather(&texts, answers.as_ref());
        if gathered.answers.is_some() {
            answers.clone_from(&gathered.answers);
        }
        gathered
    })
}

thread_local! {
    /// Answers that were put in before: further commands ask only what the first ones left open.
    static ANSWERS: RefCell<Option<Commands>> = const { RefCell::new(None) };
}
