//! MultiSafepay 6.9.0.
//!
//! Source: WordPressBugBounty/plugins-multisafepay@057c6f3, read 2026-11-28; answers measured that day.

use super::{Ask, Body, Endpoint, Gateway, Job, Marks, Provider, Reply, VersionedFile, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "multisafepay",
    name: "MultiSafepay",
    provider: &Provider::named("MultiSafepay"),
    marks: Marks {
        folders: &["multisafepay"],
        methods: &["multisafepay"],
        namespaces: &["multisafepay"],
        handles: &[
            "multisafepay-payment-component-script",
            "multisafepay-payment-methods-blocks",
            "multisafepay-public-css",
        ],
        versions: &[VersionedFile::Path(
            "assets/public/css/multisafepay-public.css",
        )],
    },
    endpoints: &[
        // A call without a signature ends in a fatal error; with a wrong one it is told OK.
        Endpoint {
            ask: Ask::Index,
            replies: &[
                Reply::arrived(200, Body::Is("OK")).beside(),
                Reply::refused(500, Body::Page).beside(),
            ],
            ..Endpoint::new(Via::Rest {
                namespace: "multisafepay/v1",
                route: "notification",
            })
        },
        // Only where a filter puts it in place of REST. The words are translated.
        Endpoint {
            ask: Ask::GET,
            replies: &[
                Reply::unsigned(400, Body::Holds("Invalid request")),
                Reply::arrived(200, Body::Is("OK")).beside(),
            ],
            ..Endpoint::extra(
                Via::Query {
                    name: "multisafepay",
                },
                Job::Payment,
            )
        },
    ],
    ..Gateway::BLANK
};
