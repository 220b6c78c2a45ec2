//! Orders that are paid and still pending: what becomes of them, and what to ask for. Facts: docs.kustom.co and
//! docs.klarna.com, "Confirm purchase", read 2026-11-22: a push is repeated for 48 hours or until it is acknowledged.

use super::super::OrdersText;

pub(super) const ORDERS: OrdersText = OrdersText {
    waits: "The provider calls again by itself, at first after minutes and then every 4 hours, until 48 hours after the \
        purchase. Orders that young usually complete once this is mended.",
    repeats: "Orders of the last 48 hours may still complete by themselves: the provider calls about 2 minutes after the \
        purchase, again after 5, 15, 30 and 60 minutes, then every 4 hours.",
    taken_for_delivery: "This answer looks like a success, so the provider may count the call as delivered and not try \
        again. Do not wait for such orders: treat them like the older ones.",
    assumed: "{sentence} So do Kustom and Klarna; the portal of another provider says how often it tries.",
    older: "Older orders: ask the provider's support to send the call again. Or find the payment in its portal, and once you \
        saw it there, set the order to Processing under WooCommerce → Orders.",
    refused: "With the block checkout a purchase ends where this call fails, so there may be no payment. Look for it in the \
        provider's portal before you set an order to Processing.",
    portal: "The provider's portal lists the calls that failed; many providers let you send them again from there, once this \
        is mended.",
    by_hand: "Or find the payment in the portal, and once you saw it there, set the order to Processing under WooCommerce → \
        Orders.",
};
