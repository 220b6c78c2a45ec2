//! Does the gateway listen under its callback's name?
//!
//! # What it looks for
//! The dispatcher's status for the endpoint: 200 says that a plugin listens, 400 that nobody does. The control name
//! must get 400, else the 200 proves nothing.
//!
//! # Why callbacks fail
//! The plugin is not active, or it is another version than the provider was told about.
//!
//! # Evidence needed
//! An answer of the dispatcher.
//!
//! # References
//! WooCommerce's `LegacyRestApiStub.php`, 9.3 to 10.9.

use crate::gateway::Via;
use crate::probe::Purpose;
use crate::reading::evidence;

use super::{
    Case, CauseId, Check, CheckId, Confidence, EvidenceKind, Found, Judged, Meaning, Reading,
    Reason, Variant, request_line, unseen_reason,
};

/// Forms of the endpoint's address, the provider's own first.
const FORMS: [Purpose; 5] = [
    Purpose::Endpoint,
    Purpose::Prefixed,
    Purpose::QueryForm,
    Purpose::PathinfoForm,
    Purpose::Hop,
];

pub(super) const CHECK: Check = Check {
    id: CheckId::GatewayListens,
    finds: &[CauseId::GatewayInactive],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    if case.is_asked_by_control() {
        return by_listing(case);
    }
    let heard = FORMS
        .iter()
        .find_map(|form| case.reading(*form).filter(|r| r.arrived()));
    // What a cache kept says nothing of today's gateway.
    let Some(reading) = heard.filter(|_| case.cached_callback().is_none()) else {
        return Judged::unsure(unseen_reason(case));
    };
    if reading.meaning == (Meaning::Arrived { registered: false }) {
        return nobody(case, reading);
    }
    let control = case.reading(Purpose::Control).map(|r| &r.meaning);
    if control == Some(&Meaning::Arrived { registered: true }) {
        return Judged::unsure(Reason::ControlAnswered);
    }
    if reading.printed.is_some() && control != Some(&Meaning::Arrived { registered: false }) {
        // What prints may have fixed the status.
        return Judged::unsure(Reason::ControlAnswered);
    }
    Judged::pass(reading.evidence.clone())
}

/// The endpoint itself is never asked: REST's index shows who listens there, and of the others nothing does.
fn by_listing(case: &Case) -> Judged {
    let index = || {
        let Some(asked) = case.index_asked() else {
            return Vec::new();
        };
        let (namespace, _) = case.via().rest().unwrap_or_default();
        let listed = case.is_listed() == Some(true);
        let line = [
            "\"",
            namespace,
            if listed { "\"" } else { "\": not listed" },
        ]
        .concat();
        let mut proof = asked
            .heard
            .iter()
            .flat_map(|heard| heard.reading.evidence.clone())
            .collect::<Vec<_>>();
        proof.push(evidence(
            EvidenceKind::Excerpt,
            &request_line(&asked.probe),
            &line,
        ));
        proof
    };
    match case.is_listed() {
        Some(true) => Judged::pass(index()),
        Some(false) if case.has_gateway() && case.shows_woocommerce() => {
            let found = Found::new(CauseId::GatewayInactive, Confidence::Certain, index());
            Judged::fail(found.said(Variant::NotRegistered))
        }
        Some(false) => Judged::unsure(Reason::GatewayUnseen),
        None => match case.reading(Purpose::Endpoint) {
            Some(reading) if reading.meaning == (Meaning::Arrived { registered: true }) => {
                Judged::unsure(Reason::ControlAnswered)
            }
            Some(reading) if reading.arrived() => Judged {
                evidence: reading.evidence.clone(),
                ..Judged::unsure(Reason::GatewayUnseen)
            },
            _ => Judged::unsure(unseen_reason(case)),
        },
    }
}

/// Nobody listens under the name that was asked: a fault only where the shop has the gateway.
fn nobody(case: &Case, reading: &Reading) -> Judged {
    let fail = |confidence| {
        let proof = reading.evidence.clone();
        Found::new(CauseId::GatewayInactive, confidence, proof)
    };
    if matches!(case.via(), Via::Rewrite { .. }) && case.is_shown() {
        // The plugin is there; its path is not among WordPress's rules.
        return Judged::unsure(unseen_reason(case));
    }
    if case.via().handler().is_none() && case.lacks_woocommerce() {
        // Without WooCommerce no gateway listens, which is said already.
        return Judged::unsure(unseen_reason(case));
    }
    if case.has_gateway() {
        return Judged::fail(fail(Confidence::Certain));
    }
    if case.others().is_empty() && case.offers_nothing_online() {
        return Judged::fail(fail(Confidence::Likely).said(Variant::NobodyOffered));
    }
    Judged {
        evidence: reading.evidence.clone(),
        ..Judged::unsure(Reason::GatewayUnseen)
    }
}
