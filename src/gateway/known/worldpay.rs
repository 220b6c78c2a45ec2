//! Worldpay eCommerce for WooCommerce 2.0.0.
//!
//! Its source could not be read: which address it has is not known.
//!
//! Source: Worldpay/worldpay-woocommerce@5dd6148, read 2026-11-28; answers measured that day.

use super::{Addresses, Gateway, Inbound, Known, Marks, Provider, Sure};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::PublishedAt("https://developer.worldpay.com/products/events"),
        Sure::Documented,
        "developer.worldpay.com/products/events",
    ),
    ..Provider::named("Worldpay")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "worldpay",
    name: "Worldpay",
    provider: &PROVIDER,
    marks: Marks {
        folders: &[
            "worldpay-ecommerce-woocommerce",
            "woocommerce-gateway-worldpay",
        ],
        methods: &["worldpay"],
        namespaces: &[],
        handles: &[],
        versions: &[],
    },
    inbound: Inbound::NotKnown,
    ..Gateway::BLANK
};
