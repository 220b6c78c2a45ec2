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

use crate::probe::Purpose;

use super::{Case, CauseId, Confidence, Found, Judged, Meaning, Reading, unseen_reason};

/// Forms of the endpoint's address, the provider's own first.
const FORMS: [Purpose; 5] = [
    Purpose::Endpoint,
    Purpose::Prefixed,
    Purpose::QueryForm,
    Purpose::PathinfoForm,
    Purpose::Hop,
];

pub(super) fn judge(case: &Case) -> Judged {
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
        return Judged::unsure("control-answered");
    }
    if case.other_gateway {
        // A name that nobody registers was answered as a known one is.
        return Judged::unsure("control-answered");
    }
    if reading.printed.is_some() && control != Some(&Meaning::Arrived { registered: false }) {
        // What prints may have fixed the status.
        return Judged::unsure("control-answered");
    }
    Judged::pass(reading.evidence.clone())
}

/// Nobody listens under the name that was asked: a fault only where the shop has the gateway.
fn nobody(case: &Case, reading: &Reading) -> Judged {
    let fail = |confidence| {
        let proof = reading.evidence.clone();
        Found::new(CauseId::GatewayInactive, confidence, proof)
    };
    if case.has_gateway() {
        return Judged::fail(fail(Confidence::Certain));
    }
    if case.others().is_empty() && case.offers_nothing_online() {
        return Judged::fail(fail(Confidence::Likely).said("nobody-offered"));
    }
    Judged {
        evidence: reading.evidence.clone(),
        ..Judged::unsure(GATEWAY_UNSEEN)
    }
}

/// The reason of a doubt: nothing shows which payment plugin the provider calls.
pub(crate) const GATEWAY_UNSEEN: &str = "gateway-unseen";
