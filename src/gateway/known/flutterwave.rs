//! Flutterwave WooCommerce 2.3.6.
//!
//! Source: Flutterwave/Woocommerce@29c8d30, read 2026-11-28; answers measured that day.

use super::{Ask, Body, Endpoint, Gateway, Marks, Provider, Reply, VersionedFile, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "flutterwave",
    name: "Flutterwave",
    provider: &Provider::named("Flutterwave"),
    marks: Marks {
        folders: &["rave-woocommerce-payment-gateway"],
        methods: &["rave"],
        namespaces: &[],
        handles: &["flutterwave", "flutterwave_js", "wc-flutterwave-blocks"],
        versions: &[VersionedFile::Handle("flutterwave_js")],
    },
    endpoints: &[
        // A call without its header is sent to the home page.
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::unsigned(302, Body::Home).beside(),
                Reply::unsigned(401, Body::Json).beside(),
            ],
            ..Endpoint::new(Via::Auto {
                name: "Flw_WC_Payment_Webhook",
                slash: true,
            })
        },
        Endpoint::back(Via::Auto {
            name: "FLW_WC_Payment_Gateway",
            slash: true,
        }),
    ],
    ..Gateway::BLANK
};
