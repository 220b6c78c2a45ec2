//! The rows, grouped the way people think of them.

mod antispam;
mod bot_manager;
mod cdn;
mod cloudflare;
mod host;
mod maintenance;
mod not_firewall;
mod prelude;
mod server;
mod wordfence;
mod wordpress;

use super::Entry;

/// All rows. Their order decides between rows that fit equally well; no answer known needs it.
pub(super) const GROUPS: &[&[Entry]] = &[
    wordfence::ROWS,
    wordpress::ROWS,
    antispam::ROWS,
    cloudflare::ROWS,
    cdn::ROWS,
    bot_manager::ROWS,
    host::ROWS,
    server::ROWS,
    maintenance::ROWS,
    not_firewall::ROWS,
];
