//! Qliro for WooCommerce 2.2.8.
//!
//! Source: krokedil/qliro-for-woocommerce@52ca889, read 2026-11-28; answers measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Job, Marks, Provider, Reply, Sent, Version, VersionedFile, Via,
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "qliro",
    name: "Qliro",
    provider: &Provider::named("Qliro"),
    marks: Marks {
        folders: &["qliro-for-woocommerce", "qliro-one-for-woocommerce"],
        methods: &["qliro"],
        namespaces: &["qliro"],
        handles: &["qliro-for-woocommerce", "qliro-one-widget"],
        versions: &[VersionedFile::Handle("qliro-for-woocommerce")],
    },
    endpoints: &[
        Endpoint {
            sent: Sent::since(Version::new(0, 2, 1)),
            ask: Ask::POST_LOGS,
            replies: &[Reply::arrived(
                200,
                Body::Is("{ \"CallbackResponse\": \"received\" }"),
            )],
            ..Endpoint::new(Via::Path {
                name: "QOC_Checkout_Status",
                slash: true,
            })
        },
        Endpoint {
            essential: true,
            ask: Ask::POST_LOGS,
            replies: &[Reply::arrived(
                200,
                Body::Is("{ \"CallbackResponse\": \"received\" }"),
            )],
            ..Endpoint::extra(
                Via::Path {
                    name: "QOC_OM_Status",
                    slash: true,
                },
                Job::Later,
            )
        },
        Endpoint {
            ask: Ask::Index,
            replies: &[Reply::arrived(
                200,
                Body::Is("{\"CallbackResponse\":\"received\"}"),
            )],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "qliro",
                    route: "v1/callback/notifications",
                },
                Job::Later,
            )
        },
        Endpoint {
            ask: Ask::Index,
            replies: &[Reply::unsigned(
                404,
                Body::Holds("Order not found in WooCommerce"),
            )],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "qliro",
                    route: "v1/callback/save-card",
                },
                Job::Later,
            )
        },
    ],
    works_later: true,
    ..Gateway::BLANK
};
