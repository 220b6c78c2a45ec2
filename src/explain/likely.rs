//! Which causes an answer leaves possible, the most likely first.

use crate::probe::NoAnswer;
use crate::verdict::CauseId as C;

/// The causes behind a status or a silence, after the one that is shown.
pub(super) fn likely(cause: C, status: Option<u16>, silence: Option<NoAnswer>) -> Vec<C> {
    let ranked: &[C] = match (status, silence) {
        (Some(status), _) => of_status(status),
        (None, Some(why)) => of_silence(why),
        (None, None) => &[],
    };
    let mut likely = vec![cause];
    likely.retain(|cause| *cause != C::Undetermined);
    likely.extend(ranked.iter().filter(|other| **other != cause));
    likely
}

/// Source: the table of statuses in [`crate::text::status`].
const fn of_status(status: u16) -> &'static [C] {
    match status {
        200..=299 => &[
            C::Healthy,
            C::CachedCallback,
            C::PlainPermalinks,
            C::Challenge,
            C::Blocked,
        ],
        300..=399 => &[
            C::Redirected,
            C::LanguageRedirect,
            C::CallbackAddressWrong,
            C::LoginWall,
            C::CachedCallback,
        ],
        400 => &[C::GatewayInactive, C::GatewayRefused, C::Blocked],
        401 => &[C::LoginWall, C::RestLocked, C::GatewayRefused],
        403 => &[
            C::Blocked,
            C::Challenge,
            C::CallerBlocked,
            C::GatewayRefused,
        ],
        404 | 410 => &[
            C::PlainPermalinks,
            C::StaleRewriteRules,
            C::RewriteNotServed,
            C::GatewayInactive,
            C::LanguagePrefixRequired,
            C::CallbackAddressWrong,
            C::Blocked,
        ],
        405 | 411 | 413 | 415 | 417 => &[C::PostRefused, C::Blocked],
        429 => &[C::RateLimited, C::Challenge],
        503 => &[C::Maintenance, C::Blocked, C::ServerError, C::RateLimited],
        504 | 524 | 499 | 408 => &[C::SlowAnswer, C::ServerError],
        525 | 526 => &[C::TlsBroken],
        500..=599 => &[C::ServerError, C::Blocked],
        _ => &[C::Blocked, C::GatewayRefused],
    }
}

const fn of_silence(why: NoAnswer) -> &'static [C] {
    match why {
        NoAnswer::Timeout => &[C::Unreachable, C::SlowAnswer, C::Blocked],
        NoAnswer::Tls => &[C::TlsBroken],
        NoAnswer::Dns => &[C::Unreachable, C::CallbackAddressWrong, C::NotPublic],
        _ => &[C::Unreachable, C::Blocked, C::TlsBroken],
    }
}
