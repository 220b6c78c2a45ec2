//! PayU Payment Gateway for WooCommerce 2.6.1.
//!
//! Source: WordPressBugBounty/plugins-woo-payu-payment-gateway@048402a, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Never, Provider, Reply, Sure,
    VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&[
            "185.68.12.10",
            "185.68.12.11",
            "185.68.12.12",
            "185.68.12.26",
            "185.68.12.27",
            "185.68.12.28",
        ]),
        Sure::Reported,
        "public repositories that cite the provider's page",
    ),
    ..Provider::named("PayU")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "payu",
    name: "PayU",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woo-payu-payment-gateway"],
        methods: &["payu"],
        namespaces: &[],
        handles: &[
            "payu-gateway",
            "payustandard-block",
            "payulistbanks-block",
            "payucreditcard-block",
        ],
        versions: &[
            VersionedFile::Path("assets/css/payu-gateway.css"),
            VersionedFile::Path("assets/js/payu-gateway.js"),
        ],
    },
    endpoints: &[
        // An empty POST writes and logs nothing.
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::LISTENS,
                Reply::unsigned(500, Body::Holds("Empty value of data")),
            ],
            ..Endpoint::new(Via::Query {
                name: "WC_Gateway_PayuStandard",
            })
        },
        // One name for each method: PayuListBanks, PayuCreditCard, PayuBlik and more.
        Endpoint {
            ask: Ask::Never(Never::Unknown),
            replies: &[
                Reply::LISTENS,
                Reply::unsigned(500, Body::Holds("Empty value of data")),
            ],
            ..Endpoint::extra(
                Via::Query {
                    name: "WC_Gateway_Payu*",
                },
                Job::Payment,
            )
        },
    ],
    ..Gateway::BLANK
};
