//! BTCPay For Woocommerce V2 2.8.0.
//!
//! Source: WordPressBugBounty/plugins-btcpay-greenfield-for-woocommerce@469ec2b, read 2026-11-28; answers measured that
//! day.

use super::{Addresses, Ask, Body, Endpoint, Gateway, Known, Marks, Provider, Reply, Sure, Via};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::MerchantsOwn,
        Sure::Derived,
        "the nature of the product",
    ),
    ..Provider::named("BTCPay Server")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "btcpay",
    name: "BTCPay",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["btcpay-greenfield-for-woocommerce"],
        methods: &["btcpaygf"],
        namespaces: &[],
        handles: &["btcpay_gf_modal_js", "btcpay-gateway-blocks"],
        versions: &[],
    },
    endpoints: &[Endpoint {
        ask: Ask::POST,
        replies: &[
            Reply::LISTENS,
            Reply::unsigned(500, Body::Holds("Webhook request validation failed")),
        ],
        ..Endpoint::new(Via::Auto {
            name: "btcpaygf_default",
            slash: true,
        })
    }],
    ..Gateway::BLANK
};
