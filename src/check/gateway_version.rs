//! Can this version of the gateway still work with its provider?
//!
//! # What it looks for
//! The version that the checkout page shows, against the first one that works.
//!
//! # Why callbacks fail
//! An old version speaks to servers that the provider has closed: the callback arrives, and the plugin cannot fetch
//! the order that it is about.
//!
//! # Evidence needed
//! The checkout page, with a product in the cart.
//!
//! # References
//! [`crate::gateway`].

use crate::reading::evidence;

use super::{Case, CauseId, Check, CheckId, Confidence, EvidenceKind, Found, Judged, Reason};

pub(super) const CHECK: Check = Check {
    id: CheckId::GatewayVersion,
    finds: &[CauseId::PluginOutdated],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    let Some(oldest) = case.gateway.oldest_working.filter(|_| !case.is_stranger) else {
        return Judged::not_applicable();
    };
    let Some(version) = case.version else {
        return Judged::unsure(Reason::PageNotCheckout);
    };
    let signs = case.signs().and_then(|s| {
        s.gateways
            .iter()
            .find(|g| g.plugin == case.gateway.plugin())
    });
    let proof = signs
        .and_then(|s| s.evidence.first())
        .map(|sign| evidence(EvidenceKind::Selector, &sign.at, &sign.what))
        .into_iter()
        .collect();
    if version >= oldest.version {
        return Judged::pass(proof);
    }
    let confidence = if version < oldest.partly {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    Judged::fail(
        Found::new(CauseId::PluginOutdated, confidence, proof)
            .with("version", version.to_string())
            .with("oldest", oldest.version.to_string()),
    )
}
