//! WooCommerce Payfast Gateway 1.7.6.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-payfast-gateway@2fa4f69, read 2026-11-28; answers measured that day.

use super::{Addresses, Ask, Endpoint, Gateway, Known, Marks, Never, Provider, Reply, Sure, Via};

// The plugin looks up four names of Payfast's and refuses other callers; it trusts X-Forwarded-For.
pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&[
            "197.97.145.144/28",
            "41.74.179.192/27",
            "102.216.36.0/28",
            "102.216.36.128/28",
            "144.126.193.139",
        ]),
        Sure::Reported,
        "public repositories that cite the provider's page",
    ),
    ..Provider::named("Payfast")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "payfast",
    name: "Payfast",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-payfast-gateway", "woocommerce-gateway-payfast"],
        methods: &["payfast"],
        namespaces: &[],
        handles: &["wc-payfast-blocks-integration"],
        versions: &[],
    },
    endpoints: &[
        // Any call, by any method, sends mail to the merchant, asks DNS and writes many log lines.
        Endpoint {
            ask: Ask::Never(Never::Writes),
            replies: &[Reply::LISTENS],
            ..Endpoint::new(Via::Query {
                name: "WC_Gateway_PayFast",
            })
        },
    ],
    ..Gateway::BLANK
};
