//! Braintree for WooCommerce Payment Gateway 3.10.0.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-gateway-paypal-powered-by-braintree@c50b50a, read 2026-11-28; answers
//! measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Repeats, Reply, Sent,
    Sure, Version, VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "Braintree-Webhooks",
        Sure::Reported,
        "a public list of robots",
    ),
    addresses: Known::Is(
        Addresses::PublishedAt("https://assets.braintreegateway.com/json/ips.json"),
        Sure::Reported,
        "a hosting firm's list of payment providers",
    ),
    patience: Known::Is(
        30,
        Sure::Documented,
        "developer.paypal.com/braintree/docs/guides/webhooks/parse",
    ),
    repeats: Known::Is(
        Repeats::hours(24),
        Sure::Documented,
        "developer.paypal.com/braintree/docs/guides/webhooks/parse",
    ),
    ..Provider::named("Braintree")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "braintree",
    name: "Braintree",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-gateway-paypal-powered-by-braintree"],
        methods: &["braintree"],
        namespaces: &[],
        handles: &[
            "wc-braintree",
            "braintree-js-client",
            "braintree-js-hosted-fields",
            "braintree-js-latinise",
        ],
        versions: &[VersionedFile::Path("assets/js/frontend/latinise.min.js")],
    },
    endpoints: &[
        // Looks at the raw argument, as Stripe's does.
        Endpoint {
            sent: Sent::since(Version::new(3, 3, 0)),
            ask: Ask::POST,
            replies: &[
                Reply::LISTENS,
                Reply::unsigned(400, Body::Empty).beside(),
                Reply::refused(500, Body::Empty).beside(),
            ],
            ..Endpoint::extra(
                Via::Query {
                    name: "wc_braintree",
                },
                Job::Payment,
            )
        },
        Endpoint {
            sent: Sent::Never,
            ..Endpoint::back(Via::Auto {
                name: "WC_Gateway_Braintree_PayPal",
                slash: true,
            })
        },
    ],
    ..Gateway::BLANK
};
