//! Orders that are paid and still pending: what becomes of them, and what to ask for. Kustom's facts: docs.kustom.co and
//! docs.klarna.com, "Confirm purchase", read 2026-11-22: a push is repeated for 48 hours or until it is acknowledged.

use super::super::{OrdersText, OwnOrders};

pub(super) const ORDERS: OrdersText = OrdersText {
    own: &[(
        "kco",
        OwnOrders {
            waits: "The provider calls again by itself, at first after minutes and then every 4 hours, until 48 hours after \
                the purchase. Orders that young usually complete once this is mended.",
            repeats: "Orders of the last 48 hours may still complete by themselves: the provider calls about 2 minutes after \
                the purchase, again after 5, 15, 30 and 60 minutes, then every 4 hours.",
        },
    )],
    calls_for: "{provider} calls again for {time} ({source}, read {read}).",
    calls: "{provider} calls up to {count} times ({source}, read {read}).",
    calls_within: "{provider} calls up to {count} times within {time} ({source}, read {read}).",
    shop_fetches: "{gateway} itself asks {provider} for calls that were lost ({source}, read {read}), so such orders may complete later by \
        themselves.",
    not_known: "Whether and how long {provider} calls again is not known here: its portal or its support tells.",
    minutes: "{count} minutes",
    hours: "{count} hours",
    days: "{count} days",
    then_complete: "Orders for which it still calls usually complete once this is mended.",
    may_complete: "Orders for which it still calls may complete by themselves.",
    ends_at_refusal: "It gives up at once where the answer has a status from 400 to 499.",
    given_up: "It gives up at once where the answer has a status from 400 to 499, as now: do not wait for such orders, and \
        treat them like the older ones.",
    uncalled: "{provider} does not call this shop about payments, so there is no call to send again.",
    taken_for_delivery: "This answer looks like a success, so the provider may count the call as delivered and not try \
        again. Do not wait for such orders: treat them like the older ones.",
    assumed: "{sentence} This holds for Kustom and Klarna; another provider's portal says how often it tries.",
    older: "Older orders: ask the provider's support to send the call again. Or find the payment in its portal, and once you \
        saw it there, set the order to Processing under WooCommerce → Orders.",
    older_resend: "Older orders: in {provider}'s portal, open {menu}, and send the call again. Or find the payment there, and \
        once you saw it, set the order to Processing under WooCommerce → Orders.",
    older_log: "Older orders: {provider}'s portal lists its calls under {menu}; look there, or ask its support, whether they \
        can be sent again. Or find the payment there, and once you saw it, set the order to Processing under WooCommerce → \
        Orders.",
    refused: "With the block checkout a purchase ends where this call fails, so there may be no payment. Look for it in the \
        provider's portal before you set an order to Processing.",
    portal: "The provider's portal lists the calls that failed; many providers let you send them again from there, once this \
        is mended.",
    by_hand: "Or find the payment in the portal, and once you saw it there, set the order to Processing under WooCommerce → \
        Orders.",
};
