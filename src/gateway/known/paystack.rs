//! Paystack WooCommerce Payment Gateway 5.8.2.
//!
//! Source: common-repository/woo-paystack@eb1b9bd, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Known, Marks, Provider, Reply, Sure, VersionedFile,
    Via,
};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&["52.31.139.75", "52.49.173.169", "52.214.14.220"]),
        Sure::Reported,
        "public repositories that cite the provider's page",
    ),
    ..Provider::named("Paystack")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "paystack",
    name: "Paystack",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woo-paystack"],
        methods: &["paystack"],
        namespaces: &[],
        handles: &["paystack", "wc_paystack", "wc-paystack-blocks"],
        versions: &[
            VersionedFile::Path("assets/js/blocks/frontend/blocks.js"),
            VersionedFile::Path("assets/js/paystack.js"),
            VersionedFile::Path("assets/js/paystack.min.js"),
        ],
    },
    endpoints: &[
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::arrived(200, Body::Empty).beside()],
            ..Endpoint::new(Via::Auto {
                name: "Tbz_WC_Paystack_Webhook",
                slash: true,
            })
        },
        Endpoint::back(Via::Auto {
            name: "WC_Gateway_Paystack",
            slash: true,
        }),
    ],
    ..Gateway::BLANK
};
