//! Midtrans - WooCommerce Payment Gateway 2.32.3.
//!
//! Source: WordPressBugBounty/plugins-midtrans-woocommerce@b200892, read 2026-11-28; answers measured that day.

use super::{Addresses, Ask, Body, Endpoint, Gateway, Known, Marks, Provider, Reply, Sure, Via};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&[
            "103.208.23.0/24",
            "103.208.23.6",
            "103.127.16.0/23",
            "103.127.17.6",
        ]),
        Sure::Reported,
        "public repositories that cite the provider's page",
    ),
    ..Provider::named("Midtrans")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "midtrans",
    name: "Midtrans",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["midtrans-woocommerce"],
        methods: &["midtrans"],
        namespaces: &[],
        handles: &[],
        versions: &[],
    },
    endpoints: &[
        // The shopper comes back here as well.
        Endpoint {
            ask: Ask::GET,
            replies: &[
                Reply::arrived(
                    200,
                    Body::Starts("This endpoint is for Midtrans notification URL"),
                ),
                Reply::arrived(200, Body::Holds("Notification Received")),
            ],
            ..Endpoint::new(Via::Query {
                name: "WC_Gateway_Midtrans",
            })
        },
    ],
    ..Gateway::BLANK
};
