//! Runs a diagnosis: asks the brain what next, sends it, and tells the brain what came back.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    task::{Context, Poll},
};

use web_sys::AbortSignal;

use super::{browser::sleep, fetch};
use crate::{
    diagnosis::{Diagnosis, Step, Stopped},
    probe::{Answer, Probe, ProbeId, limits},
    report::Report,
};

/// What ends a run: the person, or its limit of time.
pub struct Stop {
    cancel: AbortSignal,
    signal: AbortSignal,
}

impl Stop {
    /// Begins the time of a run that `cancel` ends earlier.
    pub fn begin(cancel: &AbortSignal) -> Self {
        let late = AbortSignal::timeout_with_u32(limits::DIAGNOSIS_MS);
        Self {
            cancel: cancel.clone(),
            signal: fetch::either(cancel, &late),
        }
    }

    /// Lets another signal end the run, as the person would.
    pub fn add(&mut self, signal: &AbortSignal) {
        self.cancel = fetch::either(&self.cancel, signal);
        self.signal = fetch::either(&self.signal, signal);
    }

    /// Aborts when the run is to end.
    pub const fn signal(&self) -> &AbortSignal {
        &self.signal
    }

    /// Why the run is to end, as soon as it is.
    fn why(&self) -> Option<Stopped> {
        match (self.cancel.aborted(), self.signal.aborted()) {
            (true, _) => Some(Stopped::Cancelled),
            (false, true) => Some(Stopped::OutOfTime),
            (false, false) => None,
        }
    }
}

/// Milliseconds that an answer may take before the report so far is shown: too short for anybody to see it.
pub(super) const SOON_MS: u32 = 15;

/// A request that is under way, and its number.
pub(super) type InFlight<'a, Id, Answer> = Pin<Box<dyn Future<Output = (Id, Answer)> + 'a>>;

/// Lets `send` ask what `diagnosis` wants to know until it has a report or is stopped.
///
/// `send` is given a probe and the signal that ends it at once, and never fails: see [`fetch::send`].
/// The report so far is given to `publish` where the next answer lets wait; the last one is returned.
pub async fn run(
    diagnosis: &mut Diagnosis,
    send: impl AsyncFn(&Probe, &AbortSignal) -> Answer,
    stop: &Stop,
    mut publish: impl FnMut(Report),
) -> Report {
    let began = fetch::now();
    let mut flight: Vec<InFlight<'_, ProbeId, Answer>> = Vec::new();
    loop {
        if let Some(why) = stop.why() {
            diagnosis.stop(why);
            break;
        }
        while flight.len() < limits::IN_FLIGHT
            && let Step::Send(probe) = diagnosis.next()
        {
            let (send, stop) = (&send, stop.signal());
            flight.push(Box::pin(
                async move { (probe.id, send(&probe, stop).await) },
            ));
        }
        if flight.is_empty() {
            break;
        }
        // What is to be sent is on its way before the report is written, and nobody waits for one that is soon replaced.
        let (id, answer) = if let Some(answered) = soon(&mut flight).await {
            answered
        } else {
            publish(diagnosis.report());
            first(&mut flight).await
        };
        // A probe that the stop signal ended was not answered; the brain is told of the stop instead.
        if stop.why().is_none() {
            diagnosis.observe(id, answer);
        }
    }
    Report {
        took_ms: Some(fetch::milliseconds(fetch::now() - began)),
        ..diagnosis.report()
    }
}

/// What ends within [`SOON_MS`].
async fn soon<Id, Answer>(flight: &mut Vec<InFlight<'_, Id, Answer>>) -> Option<(Id, Answer)> {
    let mut late = pin!(sleep(SOON_MS));
    poll_fn(|context| match ready(flight, context) {
        Some(answered) => Poll::Ready(Some(answered)),
        None => late.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// Waits for whichever ends first and takes it out.
pub(super) async fn first<Id, Answer>(flight: &mut Vec<InFlight<'_, Id, Answer>>) -> (Id, Answer) {
    poll_fn(|context| ready(flight, context).map_or(Poll::Pending, Poll::Ready)).await
}

/// Lets each of them go on, and takes out the first one that has ended.
fn ready<Id, Answer>(
    flight: &mut Vec<InFlight<'_, Id, Answer>>,
    context: &mut Context<'_>,
) -> Option<(Id, Answer)> {
    for index in 0..flight.len() {
        if let Some(probe) = flight.get_mut(index)
            && let Poll::Ready(answer) = probe.as_mut().poll(context)
        {
            drop(flight.swap_remove(index));
            return Some(answer);
        }
    }
    None
}
