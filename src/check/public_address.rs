//! Can the internet call the shop's address?
//!
//! # What it looks for
//! The shop's host in the table of special-purpose addresses and names.
//!
//! # Why callbacks fail
//! The provider's server stands in the internet; it finds no way to `localhost`, a private network or a local name.
//!
//! # Evidence needed
//! The address alone.
//!
//! # References
//! The IANA registries named in [`crate::shop`].

use crate::shop::{Reach, reach};

use super::reading::evidence;
use super::{Case, CauseId, Confidence, EvidenceKind, Found, Judged};

pub(super) fn judge(case: &Case) -> Judged {
    let shop = case.shop.to_string();
    let proof = vec![evidence(
        EvidenceKind::Url,
        &shop,
        &case.shop.host().to_string(),
    )];
    let block = match reach(case.shop.host()) {
        Reach::Public => return Judged::pass(proof),
        _ if case.is_demo() => return Judged::pass(proof),
        Reach::NotPublic(block) | Reach::Embedded { inner: block, .. } => block,
    };
    let found = Found::new(CauseId::NotPublic, Confidence::Certain, proof);
    Judged::fail(found.with("block", block.name).with("reason", block.reason))
}
