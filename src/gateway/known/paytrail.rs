//! Paytrail for WooCommerce 2.6.1.
//!
//! The only one that is answered where pages are: coming-soon pages, caches and redirects of a language touch it.
//!
//! Source: WordPressBugBounty/plugins-paytrail-for-woocommerce@0fa6840, read 2026-11-28; answers measured that day.

use super::{Ask, Body, Endpoint, Gateway, Marks, Provider, Reply, Says, VersionedFile, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "paytrail",
    name: "Paytrail",
    provider: &Provider::named("Paytrail"),
    marks: Marks {
        folders: &[
            "paytrail-for-woocommerce",
            "checkout-finland-for-woocommerce",
        ],
        methods: &["paytrail"],
        namespaces: &[],
        handles: &[
            "paytrail-woocommerce-payment-fields",
            "paytrail-block-payment",
        ],
        versions: &[
            VersionedFile::Path("dist/assets/frontend/main.js"),
            VersionedFile::Path("dist/assets/frontend/main.css"),
        ],
    },
    endpoints: &[
        // The provider is given the address without a slash, so WordPress sends each GET on to the one with it. A
        // made-up route below `/paytrail/` ends in a fatal error.
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::arrived(200, Body::Page).beside(),
                Reply {
                    says: Says::OnTheWay,
                    ..Reply::arrived(301, Body::Slash)
                },
            ],
            ..Endpoint::new(Via::Rewrite {
                path: "paytrail/callback/index",
                query: Some("paytrail-route=callback&paytrail-action=index"),
            })
        },
    ],
    ..Gateway::BLANK
};
