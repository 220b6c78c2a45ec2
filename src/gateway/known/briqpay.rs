//! Briqpay for WooCommerce 1.8.3.
//!
//! Source: krokedil/briqpay-for-woocommerce@5a9f78e, read 2026-11-28; answers measured that day.

use super::{Ask, Endpoint, Gateway, Marks, Provider, Reply, VersionedFile, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "briqpay",
    name: "Briqpay",
    provider: &Provider::named("Briqpay"),
    marks: Marks {
        folders: &["briqpay-for-woocommerce"],
        methods: &["briqpay"],
        namespaces: &[],
        handles: &["briqpay"],
        versions: &[VersionedFile::Path("assets/js/briqpay-for-woocommerce.js")],
    },
    endpoints: &[Endpoint {
        ask: Ask::POST,
        replies: &[Reply::LISTENS],
        ..Endpoint::new(Via::Path {
            name: "BRIQPAY_WC_NOTIFICATION",
            slash: false,
        })
    }],
    works_later: true,
    ..Gateway::BLANK
};
