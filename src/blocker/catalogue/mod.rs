//! The rows, grouped the way people think of them.

mod cloudflare;
mod host;
mod not_firewall;
mod prelude;
mod wordfence;

use super::Entry;

/// All rows. Their order decides between rows that fit equally well; no answer known needs it.
pub(super) const GROUPS: &[&[Entry]] = &[
    wordfence::ROWS,
    cloudflare::ROWS,
    host::ROWS,
    not_firewall::ROWS,
];
