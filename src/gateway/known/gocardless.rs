//! GoCardless for WooCommerce 2.9.9.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-gateway-gocardless@be50dcb, read 2026-11-28; answers measured that
//! day.

use super::{Addresses, Ask, Body, Endpoint, Gateway, Known, Marks, Provider, Reply, Sure, Via};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "gocardless-webhook-service/1.",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    addresses: Known::Is(
        Addresses::Listed(&["35.204.73.47", "35.204.191.250", "35.204.214.181"]),
        Sure::Reported,
        "public repositories that cite the provider's page",
    ),
    ..Provider::named("GoCardless")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "gocardless",
    name: "GoCardless",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-gateway-gocardless"],
        methods: &["gocardless"],
        namespaces: &[],
        handles: &["wc-gocardless-blocks-integration"],
        versions: &[],
    },
    endpoints: &[
        // Asked without its argument: with it an unsigned call gets 498 and is logged.
        Endpoint {
            argument: "request=webhook",
            ask: Ask::POST,
            replies: &[
                Reply::unsigned(400, Body::Holds("Missing request type")),
                Reply::unsigned(498, Body::Json),
            ],
            ..Endpoint::new(Via::Auto {
                name: "WC_Gateway_GoCardless",
                slash: true,
            })
        },
    ],
    ..Gateway::BLANK
};
