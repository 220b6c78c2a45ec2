//! WooCommerce Quickpay 7.3.4.
//!
//! Handlers called `wc_klarna`, `wc_swish`, `wc_vipps`, `wc_resurs` are Quickpay's methods, not those providers'
//! plugins.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-quickpay@bf3cabb, read 2026-11-28; answers measured that day.

use super::{Ask, Body, Endpoint, Gateway, Marks, Provider, Reply, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "quickpay",
    name: "Quickpay",
    provider: &Provider::named("Quickpay"),
    marks: Marks {
        folders: &["woocommerce-quickpay"],
        methods: &["quickpay"],
        namespaces: &[],
        handles: &["quickpay-blocks-integration"],
        versions: &[],
    },
    endpoints: &[
        // Never with `{}`, which is accepted.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::unsigned(
                400,
                Body::Is("{\"success\":false,\"data\":\"Invalid request\"}"),
            )],
            ..Endpoint::new(Via::Query {
                name: "WC_QuickPay",
            })
        },
    ],
    ..Gateway::BLANK
};
