//! Is the REST API open where the gateway is called back through it?
//!
//! # What it looks for
//! A REST error to the question for the index, in a shop whose checkout is the block one.
//!
//! # Why callbacks fail
//! The block checkout is asked for approval at a REST route; where REST is closed the purchase is refused.
//!
//! # Evidence needed
//! The checkout page or the namespaces, and the answer of the REST index.
//!
//! # References
//! Kustom Checkout 2.16.0 and later: `kco-block/order/…/validate`.

use crate::rest_index::Problem;

use super::reading::evidence;
use super::{Case, CauseId, Confidence, EvidenceKind, Found, Judged, request_line};

pub(super) fn judge(case: &Case) -> Judged {
    let Some(route) = case.gateway.block_route else {
        return Judged::not_applicable();
    };
    let registered = case.rest().is_some_and(|rest| rest.has(route.namespace));
    let locked = case
        .asked
        .iter()
        .find_map(|asked| match asked.heard.as_ref()?.rest.as_ref()? {
            Err(Problem::Locked { status, code }) => Some(evidence(
                EvidenceKind::Excerpt,
                &request_line(&asked.probe),
                &[&status.to_string(), " ", code.as_str()].concat(),
            )),
            _ => None,
        });
    let block_checkout = case.signs().is_some_and(|signs| signs.block_checkout);
    match locked {
        Some(proof) if block_checkout => Judged::fail(Found::new(
            CauseId::RestLocked,
            Confidence::Certain,
            vec![proof],
        )),
        _ if registered => Judged::pass(Vec::new()),
        _ if block_checkout => Judged::unsure("rest-unreadable"),
        _ => Judged::not_applicable(),
    }
}
