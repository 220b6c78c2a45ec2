//! Mollie Payments for WooCommerce 8.1.9.
//!
//! Source: WordPressBugBounty/plugins-mollie-payments-for-woocommerce@5acc126, read 2026-11-28; answers measured that
//! day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Redirects, Repeats,
    Reply, Sure, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "Mollie HTTP client/1.0",
        Sure::Reported,
        "a host's documentation of its rate limits",
    ),
    addresses: Known::Is(
        Addresses::PublishedAt("https://ip-ranges.mollie.com/ips.txt"),
        Sure::Reported,
        "a hosting firm's list of payment providers",
    ),
    patience: Known::Is(15, Sure::Documented, "docs.mollie.com, webhooks"),
    repeats: Known::Is(
        Repeats::calls(10, Some(26 * 60)),
        Sure::Documented,
        "docs.mollie.com, webhooks",
    ),
    redirects: Known::Is(
        Redirects::AsGet,
        Sure::Documented,
        "docs.mollie.com, webhooks",
    ),
    ..Provider::named("Mollie")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "mollie",
    name: "Mollie",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["mollie-payments-for-woocommerce"],
        methods: &["mollie_wc_gateway"],
        namespaces: &["mollie"],
        handles: &[
            "gatewaySurcharge",
            "mollie-components",
            "mollie-gateway-icons",
            "mollie_block_index",
        ],
        versions: &[],
    },
    endpoints: &[
        // Up to 8.1.8 an unsigned call got an empty 404. A call is logged; the index is not.
        Endpoint {
            ask: Ask::Index,
            replies: &[Reply::FORBIDDEN, Reply::unsigned(404, Body::Empty).beside()],
            ..Endpoint::new(Via::Rest {
                namespace: "mollie/v1",
                route: "webhook",
            })
        },
        // In place of REST where that is switched off; listens only with a working key.
        Endpoint::extra(
            Via::Auto {
                name: "mollie_wc_gateway_*",
                slash: false,
            },
            Job::Payment,
        ),
        Endpoint {
            replies: &[Reply::LISTENS],
            ..Endpoint::back(Via::Page {
                argument: "onMollieReturn",
            })
        },
    ],
    ..Gateway::BLANK
};
