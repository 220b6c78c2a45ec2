//! Payment Gateway for Redsys & WooCommerce Lite 7.0.0.
//!
//! A setting lets notifications come over http, for servers whose TLS Redsys does not take.
//!
//! Source: WordPressBugBounty/plugins-woo-redsys-gateway-light@647e6b4, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Never, Provider, Reply, Sure,
    VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&[
            "193.16.243.13",
            "193.16.243.173",
            "194.224.159.47",
            "194.224.159.57",
            "195.76.9.187",
            "195.76.9.222",
            "195.76.9.117",
            "195.76.9.149",
        ]),
        Sure::Reported,
        "public repositories that cite the provider's page",
    ),
    ..Provider::named("Redsys")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "redsys",
    name: "Redsys",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woo-redsys-gateway-light", "redsyspur"],
        methods: &["redsys", "bizumredsys"],
        namespaces: &[],
        handles: &["wc-redsys-payments-blocks", "redsys-css"],
        versions: &[VersionedFile::Path("assets/css/redsys-css.css")],
    },
    endpoints: &[
        // The words are translated.
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[Reply::unsigned(
                500,
                Body::Holds("Do not access this page directly"),
            )],
            ..Endpoint::new(Via::Query {
                name: "WC_Gateway_redsys",
            })
        },
        // An empty call ends in a fatal error.
        Endpoint {
            ask: Ask::Never(Never::Breaks),
            replies: &[Reply::refused(500, Body::Page).beside()],
            ..Endpoint::new(Via::Query {
                name: "WC_Gateway_bizumredsys",
            })
        },
        Endpoint {
            ask: Ask::Never(Never::NoUse),
            replies: &[Reply::arrived(200, Body::Holds("OK")).beside()],
            ..Endpoint::extra(
                Via::Query {
                    name: "wc_gateway_inespayredsys",
                },
                Job::Payment,
            )
        },
    ],
    ..Gateway::BLANK
};
