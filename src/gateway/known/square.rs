//! WooCommerce Square 5.4.1.
//!
//! The plugin receives no call: payments end in the browser, and the shop asks Square by schedule. There is nothing to
//! probe.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-square@605de85, read 2026-11-28; answers measured that day.

use super::{Gateway, Inbound, Marks, Provider, VersionedFile};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "square",
    name: "Square",
    provider: &Provider::named("Square"),
    marks: Marks {
        folders: &["woocommerce-square"],
        methods: &["square_"],
        namespaces: &[],
        handles: &[
            "wc-square-credit-card-blocks-integration",
            "wc-square-digital-wallet",
            "wc-square-cash-app-pay-blocks-integration",
        ],
        versions: &[VersionedFile::Path(
            "build/assets/frontend/wc-square-cart-checkout-blocks.css",
        )],
    },
    inbound: Inbound::Never,
    ..Gateway::BLANK
};
