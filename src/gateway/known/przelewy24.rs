//! Przelewy24 Payment Gateway 1.1.0.
//!
//! Source: koncewicz-pl/woo-przelewy24@c002890, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Endpoint, Gateway, Known, Marks, Provider, Reply, Sure, VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&[
            "5.252.202.254",
            "5.252.202.255",
            "20.215.81.124",
            "193.178.213.0/24",
            "91.220.177.0/24",
            "20.215.183.48/28",
            "134.112.88.8/29",
        ]),
        Sure::Reported,
        "public repositories that cite the provider's page",
    ),
    ..Provider::named("Przelewy24")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "przelewy24",
    name: "Przelewy24",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["przelewy24", "woo-przelewy24", "woocommerce-p24-gateway"],
        methods: &["p24", "przelewy24"],
        namespaces: &[],
        handles: &[
            "p24-online-payments",
            "p24-styles",
            "p24-block-checkout",
            "p24-installments",
        ],
        versions: &[
            VersionedFile::Path("assets/css/styles.css"),
            VersionedFile::Path("assets/js/online-payments.bundle.js"),
            VersionedFile::Path("assets/js/block-checkout.js"),
            VersionedFile::Path("assets/blocks/*"),
        ],
    },
    endpoints: &[Endpoint {
        ask: Ask::POST,
        replies: &[Reply::LISTENS],
        ..Endpoint::new(Via::Auto {
            name: "przelewy24",
            slash: true,
        })
    }],
    ..Gateway::BLANK
};
