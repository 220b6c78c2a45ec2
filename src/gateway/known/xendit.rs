//! Xendit Payment 7.2.1.
//!
//! Source: WordPressBugBounty/plugins-woo-xendit-virtual-accounts@d765067, read 2026-11-28; answers measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Known, Marks, Provider, Repeats, Reply, Sure, VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    repeats: Known::Is(
        Repeats::calls(7, None),
        Sure::Documented,
        "docs.xendit.co/webhook/delivery-attempts-and-retries",
    ),
    ..Provider::named("Xendit")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "xendit",
    name: "Xendit",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woo-xendit-virtual-accounts"],
        methods: &["xendit"],
        namespaces: &[],
        handles: &["xendit_pg_style", "wc-xendit-payments-blocks"],
        versions: &[VersionedFile::Path("assets/js/frontend/sweetalert.min.js")],
    },
    endpoints: &[
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::LISTENS,
                Reply::unsigned(401, Body::Holds("Invalid signature")),
            ],
            ..Endpoint::new(Via::Query {
                name: "wc_xendit_callback",
            })
        },
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::unsigned(400, Body::Is("Invalid payload")),
                Reply::unsigned(501, Body::Holds("Invalid request method")),
            ],
            ..Endpoint::new(Via::Query {
                name: "xendit_integration_notification",
            })
        },
    ],
    ..Gateway::BLANK
};
