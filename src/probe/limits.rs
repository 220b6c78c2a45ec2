//! Every limit that keeps a diagnosis harmless and bounded, each with its unit.

/// Probes in one diagnosis, at most.
pub const PROBES: usize = 8;

/// Probes in flight at the same time, at most.
pub const IN_FLIGHT: usize = 2;

/// Probes of these that are asked once more because their connection was lost, at most: as many as one moment can lose.
pub const LOST: usize = IN_FLIGHT;

/// Milliseconds that one probe may take.
pub const PROBE_TIMEOUT_MS: u32 = 12_000;

/// Milliseconds that a whole diagnosis may take, the page's reading included; then the report says what is missing.
pub const DIAGNOSIS_MS: u32 = 20_000;

/// Milliseconds of these that reading the page may take; what is left is enough for one probe that takes all its time.
pub const PAGE_MS: u32 = 7_000;

/// Milliseconds of these that a page in a tab may take to answer: one that is busy never does.
pub const TAB_MS: u32 = 5_000;

/// Milliseconds after which a provider may have given up. Source: a read timeout at 5131 ms in a provider's log,
/// krokedil/klarna-checkout-for-woocommerce issue 85.
pub const SLOW_MS: u32 = 5_000;

/// Bytes of an answer's body that a hand keeps.
pub const BODY_BYTES: usize = 64 * 1024;

/// Bytes of the REST index that a hand keeps: the whole index of a shop is above 1 MB where `_fields` is ignored.
pub const REST_INDEX_BYTES: usize = 2 * 1024 * 1024;

/// Bytes of a page that are read for signs.
pub const PAGE_BYTES: usize = 8 * 1024 * 1024;

/// Headers of an answer that are kept; those that decide first, cookies last.
pub const HEADERS: usize = 100;

/// Headers of an answer that a page's message may hold.
pub const HEADERS_IN_MESSAGE: usize = 4_096;

/// Bytes of one header value that are kept.
pub const HEADER_VALUE_BYTES: usize = 8 * 1024;

/// Redirects within the site that a hand follows when it reads the page that someone asks about. Probes follow none.
pub const PAGE_HOPS: usize = 10;

/// Redirects of the callback that a diagnosis follows itself, one probe each.
pub const HOPS: usize = 2;

/// Bytes of an excerpt shown as evidence.
pub const EXCERPT_BYTES: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_leaves_time_for_a_probe() {
        const { assert!(TAB_MS < PAGE_MS) }
        const { assert!(PAGE_MS + PROBE_TIMEOUT_MS < DIAGNOSIS_MS) }
    }

    #[test]
    fn the_in_page_hand_has_the_same_limits() {
        use crate::audit::{MOST_REQUESTS, REQUEST_TIMEOUT_MS};
        let agent = include_str!("../../www/agent.js");
        for line in [
            format!(
                "= [[{PROBES}, {IN_FLIGHT}, {PROBE_TIMEOUT_MS}], [{MOST_REQUESTS}, {}, {REQUEST_TIMEOUT_MS}]];",
                crate::audit::IN_FLIGHT
            ),
            format!(
                "= [2 ** {}, 2 ** {}, 2 ** {}];",
                BODY_BYTES.ilog2(),
                REST_INDEX_BYTES.ilog2(),
                PAGE_BYTES.ilog2()
            ),
        ] {
            assert!(agent.contains(&line), "the agent has other limits: {line}");
        }
        for bytes in [BODY_BYTES, REST_INDEX_BYTES, PAGE_BYTES] {
            assert!(bytes.is_power_of_two(), "{bytes}");
        }
    }
}
