//! Runs a diagnosis: asks the brain what next, sends it, and tells the brain what came back.

use std::{future::poll_fn, pin::Pin, task::Poll};

use web_sys::AbortSignal;

use super::fetch;
use crate::{
    diagnosis::{Diagnosis, Step, Stopped},
    probe::{Answer, Probe, ProbeId, limits},
    report::Report,
};

type InFlight<'a> = Pin<Box<dyn Future<Output = (ProbeId, Answer)> + 'a>>;

/// Lets `send` ask what `diagnosis` wants to know until it has a report, the time is over, or `cancel` aborts.
///
/// `send` is given a probe and the signal that ends it at once, and never fails: see [`fetch::send`].
/// The report so far is given to `publish` after each step; the last one is returned.
pub async fn run(
    diagnosis: &mut Diagnosis,
    send: impl AsyncFn(&Probe, &AbortSignal) -> Answer,
    cancel: &AbortSignal,
    mut publish: impl FnMut(Report),
) -> Report {
    let late = AbortSignal::timeout_with_u32(limits::DIAGNOSIS_MS);
    let stop = fetch::either(cancel, &late);
    let mut flight: Vec<InFlight> = Vec::new();
    loop {
        if stop.aborted() {
            let why = if cancel.aborted() {
                Stopped::Cancelled
            } else {
                Stopped::OutOfTime
            };
            diagnosis.stop(why);
            break;
        }
        while flight.len() < limits::IN_FLIGHT
            && let Step::Send(probe) = diagnosis.next()
        {
            let (send, stop) = (&send, &stop);
            flight.push(Box::pin(
                async move { (probe.id, send(&probe, stop).await) },
            ));
        }
        if flight.is_empty() {
            break;
        }
        publish(diagnosis.report());
        let (id, answer) = first(&mut flight).await;
        // A probe that the stop signal ended was not answered; the brain is told of the stop instead.
        if !stop.aborted() {
            diagnosis.observe(id, answer);
        }
    }
    diagnosis.report()
}

/// Waits for whichever ends first and takes it out.
async fn first(flight: &mut Vec<InFlight<'_>>) -> (ProbeId, Answer) {
    poll_fn(|context| {
        for index in 0..flight.len() {
            if let Some(probe) = flight.get_mut(index)
                && let Poll::Ready(answer) = probe.as_mut().poll(context)
            {
                drop(flight.swap_remove(index));
                return Poll::Ready(answer);
            }
        }
        Poll::Pending
    })
    .await
}
