//! WooPayments 8.4.0.
//!
//! Source: Automattic/woocommerce-payments@e280f2a61, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Repeats, Reply, Sure,
    VersionedFile, Via,
};

// Stripe tells WordPress.com, and WordPress.com calls the shop.
pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&["192.0.64.0/18", "185.64.140.0/22"]),
        Sure::Reported,
        "github.com/Automattic/jetpack/issues/1719, old",
    ),
    repeats: Known::Is(
        Repeats::ShopFetches,
        Sure::InSource,
        "woocommerce-payments, class-wc-payments-webhook-reliability-service.php",
    ),
    ..Provider::named("WordPress.com")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "woopayments",
    name: "WooPayments",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-payments"],
        methods: &["woocommerce_payments"],
        namespaces: &[],
        handles: &[
            "WCPAY_CHECKOUT",
            "wcpay-upe-checkout",
            "WCPAY_EXPRESS_CHECKOUT_ECE",
            "WCPAY_WOOPAY",
        ],
        versions: &[VersionedFile::Path("dist/*.js")],
    },
    endpoints: &[
        // Its answer as the source has it: without Jetpack's signature WordPress refuses before the handler.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::new(Via::WordPressCom {
                namespace: "wc/v3",
                route: "payments/webhook",
            })
        },
        // Jetpack's connection speaks to it as well as to REST. By GET it says 405; what it does with its argument was not
        // followed.
        Endpoint {
            essential: true,
            replies: &[Reply::unsigned(
                405,
                Body::Holds("XML-RPC server accepts POST requests only"),
            )],
            ..Endpoint::extra(
                Via::Script {
                    path: "xmlrpc.php",
                    query: "for=jetpack",
                },
                Job::SetUp,
            )
        },
    ],
    ..Gateway::BLANK
};
