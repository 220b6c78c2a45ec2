//! WooCommerce PayPal Payments 4.1.0.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-paypal-payments@e6038d9, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Endpoint, Gateway, Job, Known, Marks, Provider, Reply, Sure, VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "PayPal/AUHD-",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    addresses: Known::Is(
        Addresses::Listed(&[
            "64.4.240.0/21",
            "64.4.248.0/22",
            "66.211.168.0/22",
            "91.243.72.0/23",
            "173.0.80.0/20",
            "185.177.52.0/22",
            "192.160.215.0/24",
            "198.54.216.0/23",
        ]),
        Sure::Reported,
        "a hosting firm's list of payment providers",
    ),
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
