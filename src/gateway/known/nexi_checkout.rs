//! Nexi Checkout 2.14.6.
//!
//! Source: krokedil/dibs-easy-for-woocommerce@6bf2608, read 2026-11-28; answers measured that day.

use super::{
    Ask, Endpoint, Gateway, Known, Marks, Provider, Repeats, Reply, Sent, Sure, Version,
    VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    repeats: Known::Is(
        Repeats::calls(10, None),
        Sure::Documented,
        "developer.nexigroup.com, how many attempts are made to deliver a webhook",
    ),
    ..Provider::named("Nexi")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "nexi_checkout",
    name: "Nexi Checkout",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["dibs-easy-for-woocommerce"],
        methods: &["dibs_easy", "nets_easy"],
        namespaces: &[],
        handles: &[
            "dibs-script",
            "nets-easy-checkout",
            "nexi-checkout-inline",
            "nets-easy-checkout-block",
        ],
        versions: &[
            VersionedFile::Handle("dibs-script"),
            VersionedFile::Handle("nets-easy-checkout"),
        ],
    },
    endpoints: &[
        // Without its argument it returns; with it an empty body writes a log line.
        Endpoint {
            sent: Sent::since(Version::new(1, 5, 5)),
            ask: Ask::POST,
            replies: &[Reply::LISTENS],
            ..Endpoint::new(Via::Path {
                name: "DIBS_Api_Callbacks",
                slash: true,
            })
        },
    ],
    works_later: true,
    ..Gateway::BLANK
};
