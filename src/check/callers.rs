//! The provider is refused where a browser gets through.

use crate::probe::Caller;
use crate::reading::callers::browser_gets_further;

use super::{Case, CauseId, Confidence, EvidenceKind, Found};

/// A browser gets further than the provider.
pub(super) fn caller_blocked(case: &Case) -> Option<Found> {
    let provider = &case.endpoint(Caller::Provider)?.reading;
    let browser = &case.endpoint(Caller::Browser)?.reading;
    if !browser_gets_further(provider, browser) {
        return None;
    }
    let mut proof = provider.evidence.clone();
    proof.extend(browser.evidence.iter().cloned());
    let confidence = if browser.arrived() {
        case.twice()
    } else {
        Confidence::Likely
    };
    let mut found = Found::new(CauseId::CallerBlocked, confidence, proof);
    found.blocker = provider.blocker;
    if let Some(status) = provider
        .evidence
        .iter()
        .find(|e| e.kind == EvidenceKind::Status)
    {
        found = found.with("status", status.what.as_str());
    }
    Some(found)
}
