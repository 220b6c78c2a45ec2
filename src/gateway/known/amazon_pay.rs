//! Amazon Pay for WooCommerce 2.6.2.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-gateway-amazon-payments-advanced@23c828e, read 2026-11-28; answers
//! measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Repeats, Reply, Sent, Sure, Version,
    VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "Amazon Simple Notification Service Agent",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    repeats: Known::Is(
        Repeats::Calls {
            calls: None,
            minutes: Some(14 * 24 * 60),
            ends_at_refusal: true,
        },
        Sure::Documented,
        "developer.amazon.com, Amazon Pay, IPN response",
    ),
    ..Provider::named("Amazon Pay")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "amazon_pay",
    name: "Amazon Pay",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-gateway-amazon-payments-advanced"],
        methods: &["amazon_payments_advanced"],
        namespaces: &[],
        handles: &[
            "amazon_payments_advanced",
            "amazon_payments_advanced_checkout",
        ],
        versions: &[
            VersionedFile::Path("build/css/amazon-pay*.css"),
            VersionedFile::Path("build/js/non-block/amazon-wc-checkout*.js"),
        ],
    },
    endpoints: &[
        Endpoint {
            sent: Sent::since(Version::new(1, 8, 0)),
            ask: Ask::POST_LOGS,
            replies: &[Reply::unsigned(400, Body::Holds("Empty post data."))],
            ..Endpoint::new(Via::Auto {
                name: "WC_Gateway_Amazon_Payments_Advanced",
                slash: true,
            })
        },
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::unsigned(
                400,
                Body::Holds("Unable to import Amazon keys"),
            )],
            ..Endpoint::extra(
                Via::Auto {
                    name: "WC_Gateway_Amazon_Payments_Advanced_Merchant_Onboarding",
                    slash: true,
                },
                Job::SetUp,
            )
        },
    ],
    ..Gateway::BLANK
};
