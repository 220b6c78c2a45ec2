//! WooCommerce PayPal Payments 4.1.0.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-paypal-payments@e6038d9, read 2026-11-28; answers measured that day.

use super::{Ask, Endpoint, Gateway, Job, Known, Marks, Provider, Reply, Sure, VersionedFile, Via};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "PayPal/AUHD-",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    addresses: super::paypal_standard::PROVIDER.addresses,
    log: Known::Is(
        "Developer Dashboard → Event Logs → Webhooks Events",
        Sure::Documented,
        "developer.paypal.com/api/rest/webhooks/events-dashboard",
    ),
    resend: Known::Is(
        "Developer Dashboard → Webhooks Events → Resend",
        Sure::Documented,
        "developer.paypal.com/api/rest/webhooks/events-dashboard",
    ),
    ..Provider::named("PayPal")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "paypal_payments",
    name: "PayPal Payments",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-paypal-payments"],
        methods: &["ppcp-"],
        namespaces: &["paypal"],
        handles: &[
            "ppcp-checkout-block",
            "ppcp-advanced-card-checkout-block",
            "wc-ppcp-blocks",
            "wc-ppcp-axo-block",
        ],
        versions: &[VersionedFile::Path("assets/ppcp-*")],
    },
    endpoints: &[
        // An empty call is refused and logged; the index is not.
        Endpoint {
            ask: Ask::Index,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::new(Via::Rest {
                namespace: "paypal/v1",
                route: "incoming",
            })
        },
        // Used with pretty permalinks, and after a first webhook has arrived.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "paypal/v1",
                    route: "shipping-callback",
                },
                Job::Shipping,
            )
        },
    ],
    ..Gateway::BLANK
};
