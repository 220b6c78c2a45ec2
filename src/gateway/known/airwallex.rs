//! Airwallex Online Payments Gateway 1.34.0.
//!
//! Source: WordPressBugBounty/plugins-airwallex-online-payments-gateway@1422c0a, read 2026-11-28; answers measured that
//! day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Known, Marks, Provider, Reply, Sure, VersionedFile,
    Via,
};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&[
            "35.240.218.67",
            "35.185.179.53",
            "34.87.64.173",
            "35.220.213.251",
            "34.92.128.176",
            "34.91.47.254",
            "34.91.75.229",
            "35.230.185.215",
            "34.86.42.60",
            "34.177.101.131",
            "34.143.140.106",
            "34.158.57.211",
            "34.124.183.136",
            "34.126.131.52",
            "34.21.185.174",
            "34.142.140.136",
            "35.236.197.105",
            "34.11.6.7",
            "34.145.133.253",
            "34.182.195.122",
            "35.186.175.150",
            "34.85.218.163",
            "136.107.34.62",
            "35.186.166.138",
            "34.21.104.184",
            "35.240.211.132",
            "35.187.239.216",
            "34.87.139.23",
            "34.92.48.104",
            "34.92.144.250",
            "34.92.15.70",
            "136.110.35.143",
            "34.142.189.194",
            "35.197.128.86",
        ]),
        Sure::Reported,
        "a hosting firm's list of payment providers",
    ),
    ..Provider::named("Airwallex")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "airwallex",
    name: "Airwallex",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["airwallex-online-payments-gateway"],
        methods: &["airwallex"],
        namespaces: &[],
        handles: &[
            "airwallex-common-js",
            "airwallex-card-js",
            "airwallex-apm-js",
            "airwallex-lpm-js",
        ],
        versions: &[
            VersionedFile::Path("assets/css/airwallex-checkout.css"),
            VersionedFile::Path("assets/js/airwallex-local.js"),
            VersionedFile::Path("build/airwallex-card.min.js"),
        ],
    },
    endpoints: &[
        Endpoint {
            ask: Ask::POST_LOGS,
            replies: &[
                Reply::unsigned(401, Body::Is("{\"success\":0}")),
                Reply::arrived(200, Body::Is("{\"success\":1}")),
            ],
            ..Endpoint::new(Via::Auto {
                name: "airwallex_webhook",
                slash: true,
            })
        },
        Endpoint::back(Via::Auto {
            name: "airwallex_payment_confirmation",
            slash: true,
        }),
    ],
    ..Gateway::BLANK
};
