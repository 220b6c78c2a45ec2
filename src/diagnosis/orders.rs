//! What becomes of orders that are paid and still pending.

use crate::case::Case;
use crate::check::Found;
use crate::gateway::{Gateway, Inbound, Known, Provider, READ, Repeats};
use crate::probe::Purpose;
use crate::reading::Reading;
use crate::text::{self, Language, OrdersText, fill};
use crate::verdict::CauseId;

use super::proof::passes_for_delivery;

/// Hours up to which a time is told in hours, and minutes up to which it is told in minutes.
const HOURS: u32 = 72;
const MINUTES: u32 = 120;

/// Sentences about the paid orders: whether the provider tries again and until when, and what to ask for afterwards.
pub(super) fn orders(case: &Case, found: &Found, language: Language) -> Vec<String> {
    let words = text::orders(language);
    // Of other providers it is not known here how often they repeat a call.
    if case.is_stranger {
        return vec![words.portal.to_owned(), words.by_hand.to_owned()];
    }
    let provider = case.gateway.provider;
    if case.gateway.inbound == Inbound::Never {
        let uncalled = fill(words.uncalled, &[("provider", provider.name)]);
        return vec![uncalled, words.by_hand.to_owned()];
    }
    let refuses = found.cause == CauseId::RestLocked && case.via().rest().is_none();
    if refuses {
        return vec![words.refused.to_owned()];
    }
    let passes = passes_for_delivery(case, found);
    let now = if passes {
        words.taken_for_delivery.to_owned()
    } else {
        now(case, found, words)
    };
    let now = if case.gateway_seen || passes {
        now
    } else {
        fill(words.assumed, &[("sentence", &now)])
    };
    vec![now, older(provider, words)]
}

/// Whether and how long the provider calls again.
fn now(case: &Case, found: &Found, words: &OrdersText) -> String {
    let waits = is_stopped(case, found);
    let own = words.own.iter().find(|(id, _)| *id == case.gateway.id);
    if let Some((_, own)) = own {
        return if waits { own.waits } else { own.repeats }.to_owned();
    }
    let Some(often) = often(case.gateway, words) else {
        let name = case.gateway.provider.name;
        return fill(words.not_known, &[("provider", name)]);
    };
    if case.gateway.provider.repeats.value() == Some(Repeats::ShopFetches) {
        return often;
    }
    let ends = matches!(
        case.gateway.provider.repeats.value(),
        Some(Repeats::Calls {
            ends_at_refusal: true,
            ..
        })
    );
    let hope = match (ends, was_refused(case)) {
        (true, true) if waits => words.given_up,
        (true, _) => words.ends_at_refusal,
        (false, _) if waits => words.then_complete,
        (false, _) => words.may_complete,
    };
    let values = [("provider", case.gateway.provider.name)];
    [often.as_str(), " ", &fill(hope, &values)].concat()
}

/// Whether the finding keeps calls away, so far as was seen.
fn is_stopped(case: &Case, found: &Found) -> bool {
    let arrives = case
        .reading(Purpose::Endpoint)
        .is_some_and(Reading::arrived);
    match found.cause {
        CauseId::Undetermined => false,
        CauseId::Healthy
        | CauseId::MixedContent
        | CauseId::SlowAnswer
        | CauseId::OutputBeforeAnswer => !arrives,
        _ => true,
    }
}

/// Whether the callback got a status from 400 to 499.
fn was_refused(case: &Case) -> bool {
    let heard = case.heard(Purpose::Endpoint);
    let answer = heard.and_then(|heard| heard.answer.response());
    answer.is_some_and(|answer| matches!(answer.status, 400..=499))
}

/// How often the provider calls, and from where that is known.
fn often(gateway: &Gateway, words: &OrdersText) -> Option<String> {
    let Known::Is(repeats, _, source) = gateway.provider.repeats else {
        return None;
    };
    let (template, calls, minutes) = match repeats {
        Repeats::ShopFetches => (words.shop_fetches, None, None),
        Repeats::Calls {
            calls: Some(calls),
            minutes: Some(minutes),
            ..
        } => (words.calls_within, Some(calls), Some(minutes)),
        Repeats::Calls {
            calls: Some(calls), ..
        } => (words.calls, Some(calls), None),
        Repeats::Calls { minutes, .. } => (words.calls_for, None, Some(minutes?)),
    };
    let calls = calls.map_or_else(String::new, |calls| calls.to_string());
    let time = minutes.map_or_else(String::new, |minutes| time(minutes, words));
    let values = [
        ("gateway", gateway.name),
        ("provider", gateway.provider.name),
        ("source", source),
        ("read", READ),
        ("count", calls.as_str()),
        ("time", time.as_str()),
    ];
    Some(fill(template, &values))
}

fn time(minutes: u32, words: &OrdersText) -> String {
    let hours = minutes / 60;
    let (template, count) = if minutes < MINUTES {
        (words.minutes, minutes)
    } else if hours <= HOURS {
        (words.hours, hours)
    } else {
        (words.days, hours / 24)
    };
    fill(template, &[("count", &count.to_string())])
}

/// What to do for orders that are no longer called for.
fn older(provider: &Provider, words: &OrdersText) -> String {
    let (template, menu) = match (provider.resend.value(), provider.log.value()) {
        (Some(menu), _) => (words.older_resend, menu),
        (None, Some(menu)) => (words.older_log, menu),
        (None, None) => (words.older, ""),
    };
    fill(template, &[("provider", provider.name), ("menu", menu)])
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: fn() -> &'static OrdersText = || text::orders(Language::En);

    #[test]
    fn every_provider_is_told_as_its_file_knows_it() {
        let cases = [
            ("stripe", "Stripe calls again for 72 hours"),
            ("mollie", "Mollie calls up to 10 times within 26 hours"),
            (
                "swedbank_pay",
                "Swedbank Pay calls up to 8 times within 21 minutes",
            ),
            ("adyen", "Adyen calls again for 30 days"),
            ("paypal_standard", "PayPal calls up to 16 times"),
            ("amazon_pay", "Amazon Pay calls again for 14 days"),
        ];
        for (id, expected) in cases {
            let said = often(Gateway::by_id(id).unwrap(), WORDS()).unwrap();
            assert!(said.starts_with(expected), "{id}: {said}");
            assert!(said.contains("read 20"), "{id}: {said}");
        }
        let fetched = often(Gateway::by_id("woopayments").unwrap(), WORDS()).unwrap();
        assert!(fetched.contains("calls that were lost"), "{fetched}");
        assert_eq!(often(Gateway::by_id("paytrail").unwrap(), WORDS()), None);
    }

    #[test]
    fn the_portal_s_menu_stands_where_it_is_known() {
        let said = |id: &str| older(Gateway::by_id(id).unwrap().provider, WORDS());
        assert!(said("stripe").contains("Workbench → Webhooks → Event deliveries → Resend"));
        assert!(said("razorpay").contains("Accounts & Settings → Webhooks"));
        assert!(said("kco").contains("ask the provider's support"));
    }
}
