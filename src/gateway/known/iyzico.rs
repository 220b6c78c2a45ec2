//! iyzico WooCommerce 3.5.28.
//!
//! Source: WordPressBugBounty/plugins-iyzico-woocommerce@25805c1, read 2026-11-28; answers measured that day.

use super::{Ask, Body, Endpoint, Gateway, Job, Marks, Never, Provider, Reply, VersionedFile, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "iyzico",
    name: "iyzico",
    provider: &Provider::named("iyzico"),
    marks: Marks {
        folders: &["iyzico-woocommerce"],
        methods: &["iyzico", "pwi"],
        namespaces: &["iyzico"],
        handles: &[
            "wc-iyzico-blocks-integration",
            "wc-pwi-blocks-integration",
            "iyzico-overlay-script",
        ],
        versions: &[VersionedFile::Path("assets/css/iyzico-loading.css")],
    },
    endpoints: &[
        Endpoint {
            ask: Ask::Never(Never::CallsOut),
            replies: &[Reply::arrived(302, Body::To("/checkout/")).beside()],
            ..Endpoint::back(Via::Page {
                argument: "wc-api=iyzipay",
            })
        },
        // Each shop has its own end of the path; the index names it. A call is logged.
        Endpoint {
            ask: Ask::Index,
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "iyzico/v1",
                    route: "webhook/*",
                },
                Job::Payment,
            )
        },
    ],
    ..Gateway::BLANK
};
