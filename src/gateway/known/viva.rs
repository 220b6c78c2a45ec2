//! Viva.com | Smart Checkout for WooCommerce 1.1.0.
//!
//! Source: WordPressBugBounty/plugins-viva-com-smart-for-woocommerce@ee898c4, read 2026-11-28; answers measured that
//! day.

use super::{Addresses, Ask, Endpoint, Gateway, Known, Marks, Provider, Reply, Sure, Via};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&[
            "51.138.37.238",
            "13.80.70.181",
            "13.80.71.223",
            "13.79.28.70",
            "40.127.253.112/28",
            "51.105.129.192/28",
            "20.54.89.16",
            "4.223.76.50",
        ]),
        Sure::Reported,
        "public repositories that cite the provider's page, not all of them",
    ),
    ..Provider::named("Viva.com")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "viva",
    name: "Viva.com",
    provider: &PROVIDER,
    marks: Marks {
        folders: &[
            "viva-com-smart-for-woocommerce",
            "viva-wallet-for-woocommerce",
            "woo-payment-gateway-for-vivapayments",
        ],
        methods: &["vivacom", "viva"],
        namespaces: &["wc_vivacom_smart"],
        handles: &["wc-vivacom-smart-payment-blocks-integration"],
        versions: &[],
    },
    endpoints: &[
        // Never by GET: it fetches a key from Viva, prints it and logs.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::PARAMETERS],
            ..Endpoint::new(Via::Rest {
                namespace: "wc_vivacom_smart/v1",
                route: "payments_methods_endpoint",
            })
        },
        Endpoint::back(Via::Path {
            name: "wc_vivacom_smart_success",
            slash: false,
        }),
    ],
    ..Gateway::BLANK
};
