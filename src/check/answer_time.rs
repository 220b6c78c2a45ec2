//! Does the shop answer before the provider gives up?
//!
//! # What it looks for
//! The time until the callback had arrived, in whatever form it did; else until its address had answered.
//!
//! # Why callbacks fail
//! A provider that waits in vain counts the call as failed, though the shop may have handled it, and calls again.
//!
//! # Evidence needed
//! An answer from the callback address, with its time.
//!
//! # References
//! [`crate::gateway::Provider::patience`], and [`limits::SLOW_MS`] where that is not known.

use crate::probe::{Caller, Probe, Purpose, limits};
use crate::reading::evidence;

use super::{
    Asked, Case, CauseId, Check, CheckId, Confidence, Evidence, EvidenceKind, Found, Heard, Judged,
    Reason, Variant, request_line, unseen_reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::AnswerTime,
    finds: &[CauseId::SlowAnswer],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    let wait = wait_ms(case);
    let times = |counts: fn(&Asked, &Heard) -> bool| {
        let times = case.asked.iter().filter_map(move |asked| {
            let heard = asked.heard.as_ref().filter(|heard| counts(asked, heard))?;
            Some((&asked.probe, heard.answer.elapsed_ms?))
        });
        // The quickest of the equal calls: one that had to wait for a cold cache proves nothing about the next.
        times.min_by_key(|(_, elapsed)| *elapsed)
    };
    // Where none arrived, also an answer that never ends, or one of something in front: the provider waits for it all the
    // same.
    let arrived =
        times(|asked, heard| asked.probe.purpose != Purpose::Control && heard.reading.arrived());
    let any = || {
        times(|asked, heard| {
            asked.probe.purpose == Purpose::Endpoint && heard.answer.response().is_some()
        })
    };
    // The provider waits for its own call, however quick a browser's is.
    let as_provider: Vec<(&Asked, u32)> = case
        .asked
        .iter()
        .filter(|asked| asked.caller() == Caller::Provider)
        .filter_map(|asked| {
            let heard = asked
                .heard
                .as_ref()
                .filter(|heard| heard.reading.arrived())?;
            Some((asked, heard.answer.elapsed_ms?))
        })
        .collect();
    let quickest = as_provider.iter().map(|(_, elapsed)| *elapsed).min();
    let slow = as_provider.iter().find(|(_, elapsed)| *elapsed > wait);
    if let Some((asked, elapsed)) = slow
        && arrived.is_some_and(|(_, quick)| quick <= wait)
    {
        if quickest.is_some_and(|quick| quick <= wait) || as_provider.len() < 2 {
            return Judged::unsure(Reason::SlowOnce);
        }
        return Judged::fail(too_slow(case, &asked.probe, *elapsed, Confidence::Likely));
    }
    let Some((probe, elapsed)) = arrived.or_else(any) else {
        return Judged::unsure(unseen_reason(case));
    };
    if elapsed > wait {
        // Where none arrived, it is the answer of something else that takes its time.
        let confidence = if arrived.is_some() {
            Confidence::Certain
        } else {
            Confidence::Likely
        };
        return Judged::fail(too_slow(case, probe, elapsed, confidence));
    }
    Judged::pass(vec![measured(probe, elapsed)])
}

/// Seconds that this shop's provider waits, where that is known.
fn patience(case: &Case) -> Option<u16> {
    let known = case.gateway.provider.patience.value();
    known.filter(|_| !case.is_stranger)
}

/// Milliseconds after which the provider may have given up.
fn wait_ms(case: &Case) -> u32 {
    patience(case).map_or(limits::SLOW_MS, |seconds| u32::from(seconds) * 1000)
}

fn too_slow(case: &Case, probe: &Probe, elapsed: u32, confidence: Confidence) -> Found {
    let proof = vec![measured(probe, elapsed)];
    let seconds = elapsed.div_ceil(1000).to_string();
    let found = Found::new(CauseId::SlowAnswer, confidence, proof).with("seconds", seconds);
    match patience(case) {
        Some(waits) => found
            .said(Variant::SlowerThanProvider)
            .with("time", waits.to_string()),
        None => found,
    }
}

fn measured(probe: &Probe, elapsed: u32) -> Evidence {
    let time = [&elapsed.to_string(), " ms"].concat();
    evidence(EvidenceKind::Network, &request_line(probe), &time)
}
