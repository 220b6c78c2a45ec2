//! The checker site's run: takes what its field holds, and diagnoses with what a plain web page may ask and see.

use std::cell::RefCell;

use web_sys::AbortSignal;

use super::{
    browser::{language, now_rfc3339, origin_of, typed_address},
    driver, explainer,
    fetch::{self, Mode},
    pasted,
    run::{Phase, Run},
    words,
};
use crate::{
    diagnosis::{Diagnosis, Intake, PageRead, commands},
    probe::Probe,
    report::Surface,
    shop::dns::{self, Kind, LookUp, LookUpError, Resolver},
    ui::Input,
};

/// Checks what the field holds and shows each state of the run. What is an answer already is explained, and nothing sent.
pub async fn check(input: &str, cancel: &AbortSignal, show: &dyn Fn(&Run)) {
    let kind = Input::of(input);
    if kind.is_explained() {
        show(&explainer::explain(input));
        return;
    }
    let mut run = Run::new(String::new(), String::new(), Phase::Probing);
    let intake = intake(input);
    if kind == Input::Page
        && intake.requested.is_empty()
        && let Some(explained) = explainer::explain_page(input)
    {
        show(&explained);
        return;
    }
    run.shop = origin_of(&intake.requested).unwrap_or_default();
    run.page_url.clone_from(&intake.requested);
    show(&run);
    run.phase = match Diagnosis::new(intake) {
        Ok(mut diagnosis) => {
            let send = async |probe: &Probe, stop: &AbortSignal| {
                fetch::send(probe, Mode::Site, stop).await
            };
            let report = driver::run(&mut diagnosis, send, cancel, |report| {
                run.report = Some(report);
                show(&run);
            })
            .await;
            run.report = Some(report);
            run.commands = commands(diagnosis.case());
            keep(&mut run, diagnosis);
            Phase::Done
        }
        Err(error) => Phase::Failed(words::refused_intake(&error).to_owned()),
    };
    show(&run);
}

/// Asks the resolver that the person named for the shop's name, and shows the report with what it said.
pub async fn look_up(resolver: Resolver, cancel: &AbortSignal, show: &dyn Fn(&Run)) {
    let Some((mut run, mut diagnosis)) = LAST.take() else {
        return;
    };
    if let Some(name) = run.name_to_look_up.take() {
        run.phase = Phase::Probing;
        show(&run);
        let ask = async |kind| {
            let said = fetch::dns_json(&resolver.url(&name, kind), cancel).await;
            dns::read(kind, &said.ok_or(LookUpError::Silent)?)
        };
        let (a, aaaa) = (ask(Kind::A).await, ask(Kind::Aaaa).await);
        if !cancel.aborted() {
            diagnosis.look_up(LookUp { resolver, a, aaaa });
        }
        run.report = Some(diagnosis.report());
    }
    run.phase = Phase::Done;
    keep(&mut run, diagnosis);
    show(&run);
}

/// Keeps a finished diagnosis for as long as the page is open.
fn keep(run: &mut Run, diagnosis: Diagnosis) {
    let name = diagnosis.case().name_to_look_up();
    run.name_to_look_up = name.map(str::to_owned);
    LAST.replace(Some((run.clone(), diagnosis)));
}

thread_local! {
    static LAST: RefCell<Option<(Run, Diagnosis)>> = const { RefCell::new(None) };
}

/// What is known before anything is sent. Without an address the brain says that it needs one.
fn intake(input: &str) -> Intake {
    if let Some(intake) = pasted::intake(input) {
        return Intake {
            started: Some(now_rfc3339()),
            language: language(),
            ..intake
        };
    }
    let (address, page) = match Input::of(input) {
        Input::Page => {
            let page = PageRead::pasted(input);
            (page.url.clone(), Some(page))
        }
        _ => (
            typed_address(input).unwrap_or_else(|| input.to_owned()),
            None,
        ),
    };
    Intake {
        // Who pastes a page asked for it to be read; nothing is sent.
        offline: page.is_some(),
        page,
        started: Some(now_rfc3339()),
        language: language(),
        ..Intake::new(&address, Surface::Site)
    }
}
