//! Svea Checkout for WooCommerce 3.0.7.
//!
//! Source: common-repository/svea-checkout-for-woocommerce@1e9e85b, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Fault, Gateway, Job, Known, Marks, Provider, Reply, Sure,
    VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&["193.13.207.0/24", "193.105.138.0/24"]),
        Sure::InSource,
        "Svea's documentation and its plugin's source",
    ),
    ..Provider::named("Svea")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "svea",
    name: "Svea Checkout",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["svea-checkout-for-woocommerce"],
        methods: &["svea"],
        namespaces: &[],
        handles: &["svea-checkout-for-woocommerce"],
        versions: &[
            VersionedFile::Path("assets/css/frontend/application.min.css"),
            VersionedFile::Path("assets/js/frontend/application.min.js"),
        ],
    },
    endpoints: &[
        // The words are translated. Its own list of addresses, where that is on, refuses with 403 and may refuse Svea
        // behind a proxy.
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::unsigned(400, Body::Holds("Missing params")),
                Reply::refused(403, Body::Uncached).beside(),
            ],
            ..Endpoint::new(Via::Path {
                name: "svea_checkout_push",
                slash: true,
            })
        },
        // Returns before it looks at who calls. A refusal here stops the purchase.
        Endpoint {
            essential: true,
            ask: Ask::POST,
            replies: &[Reply::LISTENS, Reply::refused(403, Body::Uncached).beside()],
            ..Endpoint::extra(
                Via::Path {
                    name: "svea_validation_callback",
                    slash: true,
                },
                Job::Validation,
            )
        },
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[Reply::arrived(200, Body::Empty).beside()],
            ..Endpoint::extra(
                Via::Path {
                    name: "svea_webhook",
                    slash: true,
                },
                Job::Shipping,
            )
        },
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[Reply::unsigned(400, Body::Empty).beside()],
            ..Endpoint::extra(
                Via::Path {
                    name: "svea_checkout_push_recurring",
                    slash: true,
                },
                Job::Later,
            )
        },
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::unsigned(400, Body::Holds("Missing params"))],
            ..Endpoint::extra(
                Via::Path {
                    name: "svea_checkout_instore_push",
                    slash: true,
                },
                Job::Payment,
            )
        },
    ],
    fault: Some(Fault::OwnList),
    ..Gateway::BLANK
};
