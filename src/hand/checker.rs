//! The checker site's run: diagnoses with what a plain web page may ask and see.

use std::cell::{Cell, RefCell};

use web_sys::AbortSignal;

use super::{
    browser::{is_online, language, now_rfc3339, origin_of, page_of, typed_address},
    driver::{self, Stop},
    fetch::{self, Mode},
    rehearsal,
    words::{self, sentences},
};
use crate::{
    desk::{self, LeftOut},
    diagnosis::{Diagnosis, Intake, commands},
    gateway::Gateway,
    probe::{NoAnswer, Outcome, Probe},
    run::{Phase, Run},
    shop::dns::{self, LookUp, LookUpError, Resolver},
};

/// Checks the shop that one address names, or the callback that it is, and shows each state of the run. Of several
/// gateways the one with this id is asked, where the person chose it.
pub async fn check_address(
    text: &str,
    gateway: Option<&str>,
    cancel: &AbortSignal,
    show: &dyn Fn(&Run),
) {
    let harmless = typed_address(text).map(|found| found.address().to_string());
    let intake = desk::address(harmless.as_deref().unwrap_or(text));
    diagnose(None, intake, &[], gateway, cancel, show).await;
}

/// The same for made-up shops: nothing is sent, and nothing kept.
pub async fn rehearse(cancel: &AbortSignal, show: &dyn Fn(&Run)) {
    for shop in rehearsal::SHOPS {
        if !cancel.aborted() {
            let intake = desk::address(rehearsal::SHOP);
            diagnose(Some(shop), intake, &[], None, cancel, show).await;
        }
    }
}

/// Diagnoses, beside what was left out of what the person gave.
pub(super) async fn diagnose(
    rehearsed: Option<rehearsal::Shop>,
    intake: Intake,
    left_out: &[LeftOut],
    gateway: Option<&str>,
    cancel: &AbortSignal,
    show: &dyn Fn(&Run),
) {
    let mut run = Run::new(String::new(), String::new(), Phase::Probing);
    run.shop = origin_of(&intake.requested).unwrap_or_default();
    run.page_url = page_of(&intake.requested).unwrap_or_default();
    run.left_out = sentences(left_out, &run.shop);
    let intake = Intake {
        started: Some(now_rfc3339()),
        language: language(),
        gateway: gateway.and_then(Gateway::by_id).or(intake.gateway),
        ..intake
    };
    let has_answers = !intake.pasted.is_empty();
    let stop = Stop::begin(cancel);
    run.phase = match Diagnosis::new(intake) {
        Ok(mut diagnosis) => {
            let (sent, heard) = (Cell::new(false), Cell::new(has_answers));
            let send = async |probe: &Probe, stop: &AbortSignal| {
                let answer = match rehearsed {
                    Some(shop) => shop.answer(probe, false).await,
                    None => fetch::send(probe, Mode::Site, stop).await,
                };
                match answer.outcome {
                    Outcome::NoAnswer(NoAnswer::NotPermitted) => {}
                    Outcome::NoAnswer(_) | Outcome::Unreadable => sent.set(true),
                    _ => heard.set(true),
                }
                answer
            };
            let report = driver::run(&mut diagnosis, send, &stop, |report| {
                run.report = Some(report.into());
                show(&run);
            })
            .await;
            // Silence is the shop's only where something else answers.
            let silent = sent.get() && !heard.get() && rehearsed.is_none();
            if silent && !cancel.aborted() && is_offline(cancel).await {
                run.report = None;
                run.phase = Phase::Offline;
                show(&run);
                return;
            }
            run.shop = report.shop.trim_end_matches('/').to_owned();
            run.report = Some(report.into());
            run.commands = commands(diagnosis.case());
            let not_asked = diagnosis.case().not_asked();
            run.left_out
                .extend(sentences(not_asked.as_slice(), &run.shop));
            if rehearsed.is_none() {
                keep(&mut run, diagnosis);
            }
            Phase::Done
        }
        Err(error) => Phase::Failed(words::refused_intake(&error).to_owned()),
    };
    show(&run);
}

/// Whether this computer itself has no network: the browser says so, or where this page came from does not answer either.
async fn is_offline(cancel: &AbortSignal) -> bool {
    !is_online() || !fetch::own_answers(cancel).await
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
        let (a, aaaa) = (ask(dns::Kind::A).await, ask(dns::Kind::Aaaa).await);
        if !cancel.aborted() {
            diagnosis.look_up(LookUp { resolver, a, aaaa });
        }
        run.report = Some(diagnosis.report().into());
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
