//! Pay with Vipps and MobilePay for WooCommerce 6.1.5.
//!
//! Source: WordPressBugBounty/plugins-woo-vipps@e5467b4, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Reply, Sure, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Names(&[
            "callback-1.vipps.no",
            "callback-2.vipps.no",
            "callback-3.vipps.no",
            "callback-4.vipps.no",
            "callback-dr-1.vipps.no",
            "callback-dr-2.vipps.no",
            "callback-dr-3.vipps.no",
            "callback-dr-4.vipps.no",
        ]),
        Sure::Documented,
        "developer.vippsmobilepay.com, servers",
    ),
    ..Provider::named("Vipps MobilePay")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "vipps_mobilepay",
    name: "Vipps MobilePay",
    provider: &PROVIDER,
    marks: Marks {
        folders: &[
            "woo-vipps",
            "vipps-recurring-payments-gateway-for-woocommerce",
        ],
        methods: &["vipps"],
        namespaces: &["woo-vipps"],
        handles: &[
            "vipps-gw",
            "vipps-button-webcomponent",
            "vipps-block-editor-css",
            "wc-payment-method-vipps",
        ],
        versions: &[],
    },
    endpoints: &[
        // 202 before it looks at the body.
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[Reply::arrived(202, Body::Dispatched)],
            ..Endpoint::new(Via::PathOrQuery {
                name: "wc_gateway_vipps",
            })
        },
        // Express checkout: a refusal stops the purchase.
        Endpoint {
            essential: true,
            ask: Ask::POST_LOGS,
            replies: &[Reply::unsigned(400, Body::Is("No address"))],
            ..Endpoint::extra(
                Via::PathOrQuery {
                    name: "vipps_shipping_details",
                },
                Job::Shipping,
            )
        },
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::PARAMETERS],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "woo-vipps/v1",
                    route: "order-set-shipping",
                },
                Job::Shipping,
            )
        },
        // Registered only where recurring payments are switched on; its answer as the source has it.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::arrived(202, Body::Dispatched)],
            ..Endpoint::extra(
                Via::PathOrQuery {
                    name: "wc_gateway_vipps_recurring",
                },
                Job::Later,
            )
        },
        Endpoint::extra(
            Via::Rewrite {
                path: "vipps-consent-removal/",
                query: None,
            },
            Job::SetUp,
        ),
    ],
    ..Gateway::BLANK
};
