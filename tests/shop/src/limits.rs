//! Every limit of the server, with its unit, so that a hostile client cannot exhaust the machine it is tested on.

use std::time::Duration;

/// Bytes of a request's line and headers together.
pub(crate) const HEAD_BYTES: usize = 64 * 1024;

/// Headers of a request.
pub(crate) const HEADERS: usize = 100;

/// Bytes of a request's body.
pub(crate) const BODY_BYTES: usize = 1024 * 1024;

/// Connections open at the same time; further ones are closed at once. Two browsers that walk the demo's shops one after the
/// other keep up to 256 idle ones each (Chromium's pool), and what is closed on them looks like a shop that does not answer.
pub(crate) const CONNECTIONS: usize = 1024;

/// Requests remembered for [`crate::Running::requests`]; then the oldest are forgotten.
pub(crate) const REMEMBERED: usize = 10_000;

/// How long an idle or stalled connection is kept.
pub(crate) const IDLE: Duration = Duration::from_secs(15);

/// How long a client that was refused may go on sending, and how many bytes.
pub(crate) const HEARD_OUT: Duration = Duration::from_secs(1);
pub(crate) const HEARD_OUT_BYTES: u64 = 256 * 1024;

/// How long the slow shop takes to answer a callback. Source: the recorded situation `nginx_slow`.
pub(crate) const SLOW: Duration = Duration::from_secs(7);
