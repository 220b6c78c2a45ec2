//! BjornTech Swish for WooCommerce 3.7.7.
//!
//! Source: WordPressBugBounty/plugins-woo-swish-e-commerce@b0aad51, read 2026-11-28; answers measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Job, Marks, Never, Provider, Reply, Sent, VersionedFile, Via,
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "swish_bjorntech",
    name: "Swish",
    provider: &Provider::named("Swish"),
    marks: Marks {
        folders: &["woo-swish-e-commerce"],
        methods: &["swish"],
        namespaces: &["swish"],
        handles: &[
            "waiting-for-swish-callback",
            "swish-ecommerce",
            "wc-swish-payments-blocks",
        ],
        versions: &[
            VersionedFile::Path("assets/javascript/swish.js"),
            VersionedFile::Path("assets/stylesheets/swish.css"),
        ],
    },
    endpoints: &[
        // An empty call is logged; the index is not.
        Endpoint {
            ask: Ask::Index,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::new(Via::Rest {
                namespace: "swish",
                route: "callback",
            })
        },
        // Where the plugin is connected through the vendor's service, Swish calls that.
        Endpoint::extra(Via::Relay, Job::Payment),
        // The older address, still listening.
        Endpoint {
            sent: Sent::Never,
            ask: Ask::Never(Never::NoUse),
            replies: &[Reply::refused(403, Body::Dispatched).beside()],
            ..Endpoint::extra(
                Via::Auto {
                    name: "swish",
                    slash: true,
                },
                Job::Payment,
            )
        },
    ],
    ..Gateway::BLANK
};
