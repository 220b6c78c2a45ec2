//! Opayo Payment Suite (WooCommerce.com).
//!
//! Its source was not found: which address it has is not known.

use super::{Gateway, Inbound, Marks, Provider};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "opayo",
    name: "Opayo",
    provider: &Provider::named("Opayo"),
    marks: Marks {
        folders: &["woocommerce-gateway-sagepay-form"],
        methods: &["sagepay"],
        namespaces: &[],
        handles: &[],
        versions: &[],
    },
    inbound: Inbound::NotKnown,
    ..Gateway::BLANK
};
