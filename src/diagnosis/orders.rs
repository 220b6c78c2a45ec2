//! What becomes of orders that are paid and still pending.

use crate::case::Case;
use crate::check::Found;
use crate::probe::Purpose;
use crate::reading::Reading;
use crate::text::{self, Language};
use crate::verdict::CauseId;

use super::proof::passes_for_delivery;

/// Sentences about the paid orders: whether the provider tries again and until when, and what to ask for afterwards.
pub(super) fn orders(case: &Case, found: &Found, language: Language) -> Vec<String> {
    let words = text::orders(language);
    // Of other providers it is not known here how often they repeat a call.
    if case.is_stranger {
        return vec![words.portal.to_owned(), words.by_hand.to_owned()];
    }
    let arrives = case
        .reading(Purpose::Endpoint)
        .is_some_and(Reading::arrived);
    let now = match found.cause {
        CauseId::RestLocked => return vec![words.refused.to_owned()],
        CauseId::Undetermined => words.repeats,
        _ if passes_for_delivery(case, found) => words.taken_for_delivery,
        CauseId::Healthy
        | CauseId::MixedContent
        | CauseId::SlowAnswer
        | CauseId::OutputBeforeAnswer
            if arrives =>
        {
            words.repeats
        }
        _ => words.waits,
    };
    let is_known = case.gateway_seen || now == words.taken_for_delivery;
    let now = if is_known {
        now.to_owned()
    } else {
        text::fill(words.assumed, &[("sentence", now)])
    };
    vec![now, words.older.to_owned()]
}
