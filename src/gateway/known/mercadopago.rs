//! Mercado Pago 8.9.0.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-mercadopago@ec425d8, read 2026-11-28; answers measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Job, Known, Marks, Never, Provider, Reply, Sure, VersionedFile,
    Via,
};

// The older kind of call says `MercadoPago Feed v2.0 payment`.
pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "MercadoPago WebHook v1.0 payment",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    ..Provider::named("Mercado Pago")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "mercadopago",
    name: "Mercado Pago",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-mercadopago"],
        methods: &["woo-mercado-pago"],
        namespaces: &[],
        handles: &[
            "mercadopago_melidata",
            "wc_mercadopago_woocommerce_scripts",
            "wc_mercadopago_health_monitor",
            "wc_mercadopago_sdk",
        ],
        versions: &[
            VersionedFile::Path("assets/js/melidata/melidata-client.min.js"),
            VersionedFile::Path("assets/js/scripts/mp-behavior-tracking.min.js"),
        ],
    },
    endpoints: &[
        // An empty call makes the shop call out.
        Endpoint {
            ask: Ask::Never(Never::CallsOut),
            replies: &[
                Reply::unsigned(
                    400,
                    Body::Is("{\"status\":400,\"message\":\"Invalid notification id\"}"),
                ),
                Reply::unsigned(422, Body::Json).beside(),
            ],
            ..Endpoint::new(Via::Auto {
                name: "WC_WooMercadoPago_Basic_Gateway",
                slash: true,
            })
        },
        // One name for each method: Custom, Ticket, Pix, Credits, Pse, Yape.
        Endpoint {
            ask: Ask::Never(Never::CallsOut),
            replies: &[
                Reply::unsigned(
                    400,
                    Body::Is("{\"status\":400,\"message\":\"Invalid notification id\"}"),
                ),
                Reply::unsigned(422, Body::Json).beside(),
            ],
            ..Endpoint::extra(
                Via::Auto {
                    name: "WC_WooMercadoPago_*_Gateway",
                    slash: true,
                },
                Job::Payment,
            )
        },
    ],
    ..Gateway::BLANK
};
