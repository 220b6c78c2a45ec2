//! Pay. Payment Methods for WooCommerce 4.0.9.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-paynl-payment-methods@a1c70a0, read 2026-11-28; answers measured that
//! day.

use super::{Ask, Body, Endpoint, Gateway, Marks, Provider, Reply, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "pay_nl",
    name: "Pay.",
    provider: &Provider::named("Pay."),
    marks: Marks {
        folders: &["woocommerce-paynl-payment-methods"],
        methods: &["pay_gateway"],
        namespaces: &[],
        handles: &[
            "ppmfwc_checkout_style",
            "paynl-blocks-js",
            "paynl-blocks-style",
        ],
        versions: &[],
    },
    endpoints: &[
        // Leaves a line of the level critical.
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[
                Reply::arrived(200, Body::Starts("TRUE|")),
                Reply::refused(200, Body::Starts("FALSE|")),
            ],
            ..Endpoint::new(Via::Query {
                name: "Wc_Pay_Gateway_Exchange",
            })
        },
        Endpoint {
            replies: &[Reply::arrived(302, Body::To("/checkout/")).beside()],
            ..Endpoint::back(Via::Query {
                name: "Wc_Pay_Gateway_Return",
            })
        },
    ],
    ..Gateway::BLANK
};
