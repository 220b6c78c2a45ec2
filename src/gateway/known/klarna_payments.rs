//! Klarna for WooCommerce 4.10.7.
//!
//! Source: krokedil/klarna-payments-for-woocommerce@1c4ab75, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Never, Provider, Reply, Sent, Sure,
    Version, VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "APIs-Klarna",
        Sure::Documented,
        "docs.krokedil.com, Klarna Checkout, Callbacks",
    ),
    addresses: Known::Is(
        Addresses::Listed(&[
            "52.17.117.56",
            "52.17.176.198",
            "52.0.45.33",
            "52.0.46.187",
            "13.211.30.100",
            "3.104.49.49",
            "13.54.229.130",
        ]),
        Sure::Documented,
        "docs.klarna.com/api/callbacks",
    ),
    ..Provider::named("Klarna")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "klarna_payments",
    name: "Klarna",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["klarna-payments-for-woocommerce"],
        methods: &["klarna_payments"],
        namespaces: &["klarna"],
        handles: &[
            "klarna_payments",
            "klarna-payments-block",
            "klarna_express_button",
            "klarna_express_button_library",
        ],
        versions: &[VersionedFile::Path("assets/js/klarna-payments.js")],
    },
    endpoints: &[
        // An empty body ends it at once; any JSON is scheduled.
        Endpoint {
            sent: Sent::since(Version::new(2, 2, 0)),
            ask: Ask::POST,
            replies: &[Reply::LISTENS],
            ..Endpoint::new(Via::Path {
                name: "KP_WC_AUTHORIZATION",
                slash: false,
            })
        },
        // Not put into the session; an empty call ends in a fatal error.
        Endpoint {
            sent: Sent::Never,
            ask: Ask::Never(Never::Breaks),
            replies: &[Reply::refused(500, Body::Page).beside()],
            ..Endpoint::extra(
                Via::Auto {
                    name: "wc_gateway_klarna_payments",
                    slash: true,
                },
                Job::Later,
            )
        },
        // Express checkout only.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "klarna/v1",
                    route: "kec/notifications",
                },
                Job::Payment,
            )
        },
    ],
    works_later: true,
    ..Gateway::BLANK
};
