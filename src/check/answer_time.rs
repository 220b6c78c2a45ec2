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
//! [`limits::SLOW_MS`].

use crate::probe::{Purpose, limits};

use super::reading::evidence;
use super::{
    Asked, Case, CauseId, Confidence, EvidenceKind, Found, Heard, Judged, request_line,
    unseen_reason,
};

pub(super) fn judge(case: &Case) -> Judged {
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
    let Some((probe, elapsed)) = arrived.or_else(any) else {
        return Judged::unsure(unseen_reason(case));
    };
    let seconds = elapsed.div_ceil(1000).to_string();
    let proof = vec![evidence(
        EvidenceKind::Network,
        &request_line(probe),
        &[&elapsed.to_string(), " ms"].concat(),
    )];
    if elapsed > limits::SLOW_MS {
        return Judged::fail(
            Found::new(CauseId::SlowAnswer, Confidence::Certain, proof).with("seconds", seconds),
        );
    }
    Judged::pass(proof)
}
