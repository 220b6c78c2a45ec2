//! Checkout.com Payment Gateway 5.1.2.
//!
//! Source: checkout/checkout-woocommerce-plugin@71f231b, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Known, Marks, Never, Provider, Reply, Sure,
    VersionedFile, Via,
};

// Checkout.com itself advises against restricting by address.
pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::PublishedAt("https://www.checkout.com/docs/files/ip-lists/webhooks-live.txt"),
        Sure::Reported,
        "a hosting firm's list of payment providers",
    ),
    log: Known::Is(
        "Developers → Webhooks",
        Sure::Documented,
        "checkout.com/docs, webhooks",
    ),
    ..Provider::named("Checkout.com")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "checkoutcom",
    name: "Checkout.com",
    provider: &PROVIDER,
    marks: Marks {
        folders: &[
            "checkout-com-unified-payments-api",
            "checkout-woocommerce-plugin",
        ],
        methods: &["wc_checkout_com"],
        namespaces: &[],
        handles: &[
            "cko-frames-script",
            "cko-frames-integration-script",
            "cko-google-pay-integration-script",
            "cko-paypal-script",
        ],
        versions: &[VersionedFile::Path("assets/js/cko-frames-integration.js")],
    },
    endpoints: &[
        // An empty call is sent to the home page.
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::unsigned(302, Body::Home).beside(),
                Reply::unsigned(401, Body::Uncached).beside(),
            ],
            ..Endpoint::new(Via::Query {
                name: "wc_checkoutcom_webhook",
            })
        },
        Endpoint {
            replies: &[Reply::arrived(302, Body::To("/checkout/")).beside()],
            ..Endpoint::back(Via::Query {
                name: "wc_checkoutcom_callback",
            })
        },
        Endpoint {
            replies: &[Reply::arrived(400, Body::Page).beside()],
            ..Endpoint::back(Via::Query {
                name: "wc_checkoutcom_flow_process",
            })
        },
        // An empty call ends in a fatal error.
        Endpoint {
            ask: Ask::Never(Never::Breaks),
            replies: &[Reply::refused(500, Body::Page).beside()],
            ..Endpoint::back(Via::Query {
                name: "wc_checkoutcom_generate_token",
            })
        },
    ],
    ..Gateway::BLANK
};
