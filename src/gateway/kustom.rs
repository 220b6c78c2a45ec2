//! Kustom Checkout, until 2025 called Klarna Checkout. Source: the plugin's tags 1.1.1 to 2.20.9
//! (krokedil/klarna-checkout-for-woocommerce, `classes/class-kco-api-callbacks.php`), read 2026-11-22.

use super::{Endpoint, Gateway, OldestWorking, RestRoute, Span, Version};

/// Kustom Checkout for WooCommerce; folder, handles and handler names kept Klarna's.
pub(super) const CHECKOUT: Gateway = Gateway {
    id: "kco",
    name: "Kustom Checkout",
    method: "kco",
    plugin: "klarna-checkout-for-woocommerce",
    endpoints: &[
        // Returns at once without an order id, in every version.
        Endpoint {
            handler: "KCO_WC_Push",
            harmless: true,
            sent: Span {
                first: None,
                last: None,
            },
        },
        // Below 2.20.0 each call without an order id writes a scheduled event into the shop.
        Endpoint {
            handler: "KCO_WC_Notification",
            harmless: false,
            sent: Span {
                first: None,
                last: Some(Version::new(2, 19, 1)),
            },
        },
        // In 1.x it runs customer and cart code.
        Endpoint {
            handler: "KCO_WC_Validation",
            harmless: false,
            sent: Span {
                first: None,
                last: Some(Version::new(2, 0, 1)),
            },
        },
        Endpoint {
            handler: "KCO_WC_Shipping_Option_Update",
            harmless: false,
            sent: Span {
                first: None,
                last: Some(Version::new(2, 4, 3)),
            },
        },
    ],
    block_route: Some(RestRoute {
        namespace: "kco-block",
        path: "kco-block/",
        // No order has the number 0.
        described: "kco-block/order/0/validate",
        first: Version::new(2, 16, 0),
    }),
    // 2.17.0 speaks to kustom.co only; klarna.com's hosts were announced to close on 2026-03-31. From 2.13.11 on the
    // host follows the credentials. Source: help.kustom.co, articles 574180 and 454956.
    oldest_working: Some(OldestWorking {
        version: Version::new(2, 17, 0),
        partly: Version::new(2, 13, 11),
    }),
};
