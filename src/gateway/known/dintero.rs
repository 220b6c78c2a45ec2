//! Dintero Checkout for WooCommerce 1.14.2.
//!
//! Source: Dintero/Dintero.Checkout.WooCommerce.V2@797e52d, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Fault, Gateway, Known, Marks, Provider, Reply, Sure,
    VersionedFile, Via,
};

// Dintero calls by GET.
pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&["34.241.230.119", "34.242.13.162"]),
        Sure::Documented,
        "docs.dintero.com",
    ),
    ..Provider::named("Dintero")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "dintero",
    name: "Dintero Checkout",
    provider: &PROVIDER,
    marks: Marks {
        folders: &[
            "dintero-checkout-for-woocommerce",
            "dintero-checkout-express",
        ],
        methods: &["dintero"],
        namespaces: &[],
        handles: &["dintero-checkout", "dintero-checkout-sdk"],
        versions: &[VersionedFile::Path("assets/js/dintero-checkout-express.js")],
    },
    endpoints: &[
        // It means to say 400 or 500 and says 200: the status is set after WooCommerce has written its own.
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[
                Reply::arrived(200, Body::Empty).beside(),
                Reply::unsigned(400, Body::Empty).beside(),
            ],
            ..Endpoint::new(Via::Path {
                name: "dintero_callback",
                slash: true,
            })
        },
    ],
    works_later: true,
    fault: Some(Fault::LosesErrors),
    ..Gateway::BLANK
};
