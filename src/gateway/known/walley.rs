//! Walley Checkout for WooCommerce 4.5.2.
//!
//! Source: krokedil/collector-checkout-for-woocommerce@697c582, read 2026-11-28; answers measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Job, Marks, Provider, Reply, Sent, Version, VersionedFile, Via,
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "walley",
    name: "Walley Checkout",
    provider: &Provider::named("Walley"),
    marks: Marks {
        folders: &["collector-checkout-for-woocommerce"],
        methods: &["collector_checkout", "walley"],
        namespaces: &["krokedil/walley"],
        handles: &[
            "walley_checkout",
            "walley-checkout-loader",
            "walley-part-payment-widget",
        ],
        versions: &[VersionedFile::Path(
            "assets/js/walley-checkout-for-woocommerce.js",
        )],
    },
    endpoints: &[
        // 400 where the same look at the order is already scheduled.
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[Reply::LISTENS, Reply::arrived(400, Body::Uncached).beside()],
            ..Endpoint::new(Via::Path {
                name: "Collector_Checkout_Gateway",
                slash: true,
            })
        },
        Endpoint {
            sent: Sent::since(Version::new(4, 5, 0)),
            ask: Ask::POST,
            replies: &[Reply::unsigned(400, Body::Code("missing_params"))],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "krokedil/walley/v1",
                    route: "callback",
                },
                Job::Later,
            )
        },
    ],
    works_later: true,
    ..Gateway::BLANK
};
