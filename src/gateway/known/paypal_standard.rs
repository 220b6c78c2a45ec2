//! PayPal Standard (WooCommerce core) 10.9.1.
//!
//! Source: WordPressBugBounty/plugins-woocommerce@839eaf69, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Repeats, Reply, Sure, Via,
};

// An unanswered message is sent again between 1 and 15 times.
pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "PayPal IPN ( https://www.paypal.com/ipn )",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    addresses: Known::Is(
        Addresses::Listed(&[
            "64.4.240.0/21",
            "64.4.248.0/22",
            "66.211.168.0/22",
            "91.243.72.0/23",
            "173.0.80.0/20",
            "185.177.52.0/22",
            "192.160.215.0/24",
            "198.54.216.0/23",
        ]),
        Sure::Reported,
        "a hosting firm's list of payment providers",
    ),
    repeats: Known::Is(
        Repeats::calls(16, None),
        Sure::Documented,
        "developer.paypal.com/api/nvp-soap/ipn/IPNOperations",
    ),
    log: Known::Is(
        "IPN History",
        Sure::Documented,
        "developer.paypal.com/api/nvp-soap/ipn/IPNOperations",
    ),
    resend: Known::Is(
        "IPN History → Resend",
        Sure::Documented,
        "developer.paypal.com/api/nvp-soap/ipn/IPNOperations",
    ),
    ..Provider::named("PayPal")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "paypal_standard",
    name: "PayPal Standard",
    provider: &PROVIDER,
    marks: Marks {
        folders: &[],
        methods: &["paypal"],
        namespaces: &[],
        handles: &[],
        versions: &[],
    },
    endpoints: &[
        // With any form field it calls PayPal back.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::unsigned(
                500,
                Body::Holds("PayPal IPN Request Failure"),
            )],
            ..Endpoint::new(Via::Auto {
                name: "WC_Gateway_Paypal",
                slash: true,
            })
        },
        // Stands in every WooCommerce of this age, used or not: it proves REST and not PayPal.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::extra(
                Via::WordPressCom {
                    namespace: "wc/v3",
                    route: "paypal-webhooks",
                },
                Job::Payment,
            )
        },
        // From 10.6.0 on it looks at a token first.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "wc/v3",
                    route: "paypal-standard/update-shipping",
                },
                Job::Shipping,
            )
        },
    ],
    ..Gateway::BLANK
};
