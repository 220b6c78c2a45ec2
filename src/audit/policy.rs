//! What a page's Content-Security-Policy does about http.
//!
//! Source: W3C Upgrade Insecure Requests, section 3; Mixed Content (Level 1), section 6, for `block-all-mixed-content`
//! (read 2026-11-29).

use serde::{Deserialize, Serialize};

/// The directives that matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Policy {
    /// `upgrade-insecure-requests`: the browser asks for everything over https.
    pub(super) upgrade: bool,
    /// `block-all-mixed-content`: what would be upgraded by itself is blocked.
    pub(super) block_all: bool,
}

impl Policy {
    /// Adds what a policy says, as it stands in a header or in a `<meta>`.
    pub(super) fn add(&mut self, policy: &str) {
        for directive in policy.split([';', ',']) {
            let name = directive
                .split_ascii_whitespace()
                .next()
                .unwrap_or_default();
            self.upgrade |= name.eq_ignore_ascii_case("upgrade-insecure-requests");
            self.block_all |= name.eq_ignore_ascii_case("block-all-mixed-content");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_count_by_their_name_alone() {
        for (text, upgrade, block_all) in [
            ("upgrade-insecure-requests", true, false),
            (
                "default-src 'self'; Upgrade-Insecure-Requests;",
                true,
                false,
            ),
            ("default-src https:, block-all-mixed-content", false, true),
            ("report-uri /upgrade-insecure-requests", false, false),
            ("", false, false),
        ] {
            let mut policy = Policy::default();
            policy.add(text);
            assert_eq!(policy, Policy { upgrade, block_all }, "{text}");
        }
    }
}
