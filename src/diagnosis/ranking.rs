//! Which cause to fix first.
//!
//! The order is that of [`crate::cause`]; here is what a case changes in it.

use crate::case::{Asked, Case};
use crate::cause::{CAUSES, Cause, RestsOn};
use crate::check::{CHECKS, Found, Judged};
use crate::probe::Purpose;
use crate::reading::{Meaning, Reading};
use crate::rest_index::RestIndex;
use crate::shop::{Callback, Url};
use crate::verdict::{CauseId, CheckId, Confidence, Note, Reason, Variant, Verdict};

/// Causes that a report names, at most.
const NAMED: usize = 4;

/// What every check says, and the causes in the order in which to mend them; never empty.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub(super) judged: Vec<(CheckId, Judged)>,
    pub(super) causes: Vec<Found>,
}

/// Judges a case and ranks what was found.
pub(super) fn rank(case: &Case) -> Ranked {
    let judged: Vec<(CheckId, Judged)> = CHECKS
        .iter()
        .map(|check| (check, check.judged(case)))
        .filter(|(check, judged)| check.always || judged.verdict != Verdict::NotApplicable)
        .map(|(check, judged)| (check.id, judged))
        .collect();
    let mut causes: Vec<Found> = Vec::new();
    for found in judged.iter().flat_map(|(_, judged)| &judged.found) {
        if !causes.iter().any(|cause| cause.cause == found.cause) {
            causes.push(found.clone());
        }
    }
    if case.is_one_sample() {
        for found in &mut causes {
            if Cause::of(found.cause).rests_on == RestsOn::Answer {
                found.confidence = found.confidence.min(Confidence::Likely);
            }
        }
    }
    let explained = causes
        .iter()
        .any(|found| found.cause == CauseId::HttpHomeUrl);
    causes.sort_by_key(|found| place(found, explained));
    // What pages load or print does not stop a call that arrives.
    let beside = |found: &Found| Cause::of(found.cause).rests_on == RestsOn::Beside;
    if causes.iter().all(beside) {
        let first = without_cause(case, &judged);
        let fits =
            case.reading(Purpose::Endpoint).map(|path| &path.meaning) == Some(&Meaning::Fits);
        if causes.is_empty() || fits || first.cause == CauseId::Healthy || first.words.is_some() {
            causes.insert(0, first);
        }
    }
    causes.truncate(NAMED);
    Ranked { judged, causes }
}

/// Healthy only where the call was seen to arrive; everything else is undetermined.
fn without_cause(case: &Case, judged: &[(CheckId, Judged)]) -> Found {
    let of = |id: CheckId| {
        judged
            .iter()
            .find(|(check, _)| *check == id)
            .map(|(_, judged)| judged)
    };
    let passes = |id: CheckId| of(id).is_some_and(|judged| judged.verdict == Verdict::Pass);
    // Another form of the address may arrive while the provider's own is unknown, and nobody asked why.
    let arrived = case
        .reading(Purpose::Endpoint)
        .is_some_and(Reading::arrived);
    if arrived && case.differs_by_caller() {
        let open = Found::new(CauseId::Undetermined, Confidence::None, Vec::new());
        return open.said(Variant::CallersDiffer);
    }
    if arrived
        && passes(CheckId::OpenPath)
        && passes(CheckId::WoocommerceAnswers)
        && passes(CheckId::GatewayListens)
    {
        let proof = of(CheckId::GatewayListens)
            .map(|judged| judged.evidence.clone())
            .unwrap_or_default();
        let healthy = Found::new(CauseId::Healthy, Confidence::Likely, proof);
        return if case.pages_are_closed() {
            healthy.note(Note::PagesClosed)
        } else {
            healthy
        };
    }
    let reason = of(CheckId::GatewayListens).and_then(|judged| judged.reason);
    let evidence = || of(CheckId::WoocommerceAnswers).map(|judged| judged.evidence.clone());
    let mut open = Found::new(CauseId::Undetermined, Confidence::None, Vec::new());
    if let Some(answer) = case.broke_off() {
        let status = answer.status.to_string();
        return open.said(Variant::BrokenOff).with("status", status);
    }
    if reason == Some(Reason::ControlAnswered) {
        let printed = |asked: &Asked| {
            let heard = asked.heard.as_ref();
            heard.is_some_and(|heard| heard.reading.printed.is_some())
        };
        return open.said(if case.asked.iter().any(printed) {
            Variant::StatusPrintedOver
        } else {
            Variant::EveryNameAnswers
        });
    }
    if passes(CheckId::OpenPath) && passes(CheckId::WoocommerceAnswers) {
        open.evidence = evidence().unwrap_or_default();
        if reason == Some(Reason::GatewayUnseen) {
            let others: Vec<&str> = case.others().iter().map(|other| other.name).collect();
            let asked_by_name = !case.is_asked_by_control() && others.is_empty();
            open = open.said(if asked_by_name {
                Variant::NobodyUnderName
            } else {
                Variant::PathOpen
            });
            if let Some(Callback::Handler(name) | Callback::Route(name)) = &case.about {
                open = open.note(Note::NamedCallback).with("name", name.as_str());
            }
            return if others.is_empty() {
                open
            } else {
                open.note(Note::PluginsSeen)
                    .with("product", others.join(", "))
            };
        }
    }
    let lost = case
        .reading(Purpose::Endpoint)
        .is_some_and(|reading| matches!(reading.meaning, Meaning::NotRouted | Meaning::Swallowed));
    if lost {
        return open.said(Variant::NotArrived);
    }
    if case.is_rest_closed() {
        open = open.note(Note::RestClosed);
    }
    match case.rest().and_then(RestIndex::security_plugin) {
        Some(plugin) => open.note(Note::SecurityPlugin).with("product", plugin),
        None => open,
    }
}

/// The place in the order; lower is first.
fn place(found: &Found, http_home: bool) -> usize {
    if found.cause == CauseId::PluginOutdated && found.confidence == Confidence::Certain {
        // Such a version cannot fetch an order, whatever becomes of the call.
        return 1;
    }
    if found.cause == CauseId::Redirected && http_home && is_upgrade(found) {
        // Calls go to http because WordPress says http; https needs no redirect.
        return CAUSES.len() * 2;
    }
    // Twice the place leaves room for the exceptions above.
    Cause::place(found.rank_as.unwrap_or(found.cause)) * 2
}

/// Whether a redirect only turns http into https.
fn is_upgrade(found: &Found) -> bool {
    let to = found
        .redirect
        .as_ref()
        .and_then(|redirect| redirect.to.clone());
    let from = found
        .evidence
        .first()
        .and_then(|proof| Url::parse(proof.at.split(' ').next_back()?).ok());
    matches!((from, to), (Some(from), Some(to)) if from.with_scheme(to.scheme()) == to && from.scheme() != to.scheme())
}
