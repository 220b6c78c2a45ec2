//! Avarda Checkout for WooCommerce 1.17.7.
//!
//! Source: krokedil/avarda-checkout-for-woocommerce@a664a4e, read 2026-11-28; answers measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Job, Marks, Method, Provider, Reply, Sent, Version,
    VersionedFile, Via,
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "avarda",
    name: "Avarda Checkout",
    provider: &Provider::named("Avarda"),
    marks: Marks {
        folders: &["avarda-checkout-for-woocommerce"],
        methods: &["aco"],
        namespaces: &["aco"],
        handles: &["aco_wc", "aco_utility", "aco_shipping_widget"],
        versions: &[VersionedFile::Path("assets/js/aco_checkout.js")],
    },
    endpoints: &[
        // An empty 404 is its healthy answer; a theme's page is not.
        Endpoint {
            sent: Sent::since(Version::new(0, 2, 0)),
            ask: Ask::POST_LOGS,
            replies: &[Reply::unsigned(404, Body::Empty).beside()],
            ..Endpoint::new(Via::Path {
                name: "ACO_WC_Notification",
                slash: false,
            })
        },
        // Only with Avarda's shipping broker.
        Endpoint {
            ask: Ask::empty(Method::Post, "create-session", false),
            replies: &[Reply::unsigned(
                401,
                Body::Holds("Authorization header is missing"),
            )],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "aco",
                    route: "shipping/*",
                },
                Job::Shipping,
            )
        },
    ],
    works_later: true,
    ..Gateway::BLANK
};
