//! How hard an audit may ask: at most four pages at a time, fewer where the site slows, and none where it asks for that.

use serde::{Deserialize, Serialize};

use crate::blocker::{self, Certainty, Means};
use crate::probe::{BodyEnd, Headers, Response};

/// Requests in flight, at most.
pub const IN_FLIGHT: usize = 4;

/// Milliseconds that one request may take.
pub const REQUEST_TIMEOUT_MS: u32 = 30_000;

/// Answers by which the site's usual pace is known.
const FIRST: usize = 8;

/// How many times its usual pace a site may take before it is asked less.
const SLOWER: u32 = 3;

/// Milliseconds below which no answer is slow.
const QUICK_MS: u32 = 150;

/// Milliseconds from which an answer is so slow that a site is given time between requests.
const TIRED_MS: u32 = 1_000;

/// The restraint at which one request at a time is left.
const LEAST: u32 = 3;

/// Milliseconds of rest before a request, at most.
const REST_MS: u32 = 5_000;

/// Failures one after the other that end an audit: a site that fails everywhere is not asked on.
const FAILURES: u32 = 12;

/// Characters of a body that may be a challenge.
const CHALLENGE_BYTES: usize = 64 * 1024;

/// Why an audit ends before its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
#[non_exhaustive]
pub enum Stopped {
    /// The person cancelled.
    Cancelled,
    /// The site asks for rest: 429, or 503 with a time.
    RateLimited {
        /// Seconds that it asks for, where it names them.
        retry_after: Option<u32>,
    },
    /// Something in front of the site wants to see a human.
    Challenged {
        /// The id of its row in the catalogue.
        blocker: String,
    },
    /// One request after the other failed.
    Failing,
}

/// The pace of one audit.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Pace {
    usual_ms: u32,
    answers: usize,
    /// How much less is asked than could be: each step is a request less in flight, then a longer rest.
    restraint: u32,
    good: u32,
    failures: u32,
}

impl Pace {
    /// Requests that may be in flight.
    pub(super) fn in_flight(&self) -> usize {
        IN_FLIGHT
            .saturating_sub(usize::try_from(self.restraint).unwrap_or(IN_FLIGHT))
            .max(1)
    }

    /// Milliseconds to rest before the next request.
    pub(super) fn rest_ms(&self) -> u32 {
        let full = u32::try_from(IN_FLIGHT).unwrap_or(u32::MAX);
        match self.restraint.checked_sub(full) {
            Some(more) => (500 << more.min(4)).min(REST_MS),
            None => 0,
        }
    }

    /// Hears how long an answer took, and whether it was one; the second is whether the audit must end.
    pub(super) fn hear(&mut self, elapsed_ms: Option<u32>, worked: bool) -> Option<Stopped> {
        self.failures = if worked { 0 } else { self.failures + 1 };
        if self.failures >= FAILURES {
            return Some(Stopped::Failing);
        }
        let elapsed = elapsed_ms?;
        self.answers += 1;
        if self.answers <= FIRST {
            // The slowest of the first counts: caches are cold.
            self.usual_ms = self.usual_ms.max(elapsed);
        } else if elapsed > QUICK_MS.max(self.usual_ms.saturating_mul(SLOWER)) {
            let most = if elapsed > TIRED_MS { u32::MAX } else { LEAST };
            if self.restraint < most {
                self.restraint += 1;
            }
            self.good = 0;
        } else {
            self.good += 1;
            if self.good >= 16 {
                self.restraint = self.restraint.saturating_sub(1);
                self.good = 0;
            }
        }
        None
    }
}

/// Whether an answer asks an audit to leave the site alone.
pub(super) fn asks_to_stop(status: u16, headers: &Headers, body: &[u8]) -> Option<Stopped> {
    let retry_after = headers.get("retry-after");
    let seconds = retry_after.and_then(|value| value.trim().parse().ok());
    if status == 429 || status == 503 && retry_after.is_some() {
        return Some(Stopped::RateLimited {
            retry_after: seconds,
        });
    }
    // A page of the shop is not looked at twice: challenges are small.
    if body.len() > CHALLENGE_BYTES || status == 404 {
        return None;
    }
    let response = Response {
        status,
        headers: headers.clone(),
        body: String::from_utf8_lossy(body).into_owned(),
        body_end: BodyEnd::Whole,
    };
    let found = blocker::recognise(&response, None)?;
    let sure = found.confidence == Certainty::Certain;
    match found.entry.means {
        Means::RateLimited if sure => Some(Stopped::RateLimited {
            retry_after: seconds,
        }),
        Means::Challenge if sure => Some(Stopped::Challenged {
            blocker: found.entry.id.to_owned(),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_that_slows_is_asked_less_and_recovers() {
        let mut pace = Pace::default();
        for _ in 0..FIRST {
            assert_eq!(pace.hear(Some(100), true), None);
        }
        assert_eq!((pace.in_flight(), pace.rest_ms()), (IN_FLIGHT, 0));
        for _ in 0..IN_FLIGHT {
            pace.hear(Some(2_000), true);
        }
        assert_eq!((pace.in_flight(), pace.rest_ms()), (1, 500));
        for _ in 0..10 {
            pace.hear(Some(2_000), true);
        }
        assert_eq!((pace.in_flight(), pace.rest_ms()), (1, REST_MS));
        for _ in 0..16 * 14 {
            pace.hear(Some(100), true);
        }
        assert_eq!((pace.in_flight(), pace.rest_ms()), (IN_FLIGHT, 0));
    }

    #[test]
    fn failures_alone_end_it() {
        let mut pace = Pace::default();
        for _ in 1..FAILURES {
            assert_eq!(pace.hear(Some(5), false), None);
        }
        assert_eq!(pace.clone().hear(Some(5), true), None);
        assert_eq!(pace.hear(None, false), Some(Stopped::Failing));
    }

    #[test]
    fn who_asks_for_rest_gets_it() {
        let headers = |pairs: &[(&str, &str)]| {
            pairs
                .iter()
                .map(|(name, value)| (*name, *value))
                .collect::<Headers>()
        };
        let rest = |retry_after| Some(Stopped::RateLimited { retry_after });
        assert_eq!(asks_to_stop(429, &headers(&[]), b""), rest(None));
        let named = headers(&[("retry-after", "120")]);
        assert_eq!(asks_to_stop(503, &named, b""), rest(Some(120)));
        assert_eq!(asks_to_stop(503, &headers(&[]), b"Error"), None);
        assert_eq!(
            asks_to_stop(200, &headers(&[]), b"<html><title>Shop</title>"),
            None
        );
        let challenge = headers(&[("cf-mitigated", "challenge"), ("server", "cloudflare")]);
        assert!(matches!(
            asks_to_stop(403, &challenge, b"<title>Just a moment...</title>"),
            Some(Stopped::Challenged { .. })
        ));
    }
}
