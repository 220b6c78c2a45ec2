//! Resurs Bank Payments for WooCommerce 1.0.53.
//!
//! Source: common-repository/resurs-bank-payments-for-woocommerce@99c3b3f, read 2026-11-28; answers measured that day.

use super::{Ask, Body, Endpoint, Gateway, Marks, Provider, Reply, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "resurs",
    name: "Resurs Bank",
    provider: &Provider::named("Resurs Bank"),
    marks: Marks {
        folders: &[
            "resurs-bank-payments-for-woocommerce",
            "resurs-bank-payment-gateway-for-woocommerce",
            "tornevalls-resurs-bank-payment-gateway-for-woocommerce",
        ],
        methods: &["resurs"],
        namespaces: &[],
        handles: &[
            "rb-get-address",
            "rb-set-customertype",
            "partpayment-script",
        ],
        versions: &[],
    },
    endpoints: &[Endpoint {
        ask: Ask::POST_LOGS,
        replies: &[Reply::arrived(200, Body::Holds("Unknown callback type"))],
        ..Endpoint::new(Via::Auto {
            name: "resursbank",
            slash: true,
        })
    }],
    ..Gateway::BLANK
};
