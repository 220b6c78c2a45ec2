//! Integration for Adyen with WooCommerce 1.8.1.
//!
//! Source: common-repository/integration-adyen-woocommerce@940815c, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Repeats, Reply, Sure, Via,
};

// While one event fails, all that follow wait behind it.
pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "Adyen HttpClient 1.0",
        Sure::Reported,
        "a host's documentation of its rate limits",
    ),
    addresses: Known::Is(
        Addresses::Names(&["out.adyen.com"]),
        Sure::Reported,
        "a hosting firm's list of payment providers",
    ),
    patience: Known::Is(10, Sure::Documented, "docs.adyen.com, webhooks"),
    repeats: Known::Is(
        Repeats::hours(30 * 24),
        Sure::Documented,
        "docs.adyen.com/development-resources/webhooks/troubleshoot",
    ),
    log: Known::Is(
        "Developers → Webhooks → Troubleshoot",
        Sure::Documented,
        "docs.adyen.com/development-resources/webhooks/troubleshoot",
    ),
    resend: Known::Is(
        "Developers → Webhooks → Troubleshoot",
        Sure::Documented,
        "docs.adyen.com/development-resources/webhooks/troubleshoot",
    ),
    ..Provider::named("Adyen")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "adyen",
    name: "Adyen",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["integration-adyen-woocommerce", "woosa-adyen"],
        methods: &["woosa_adyen"],
        namespaces: &["woosa-adyen"],
        handles: &["adn-util"],
        versions: &[],
    },
    endpoints: &[
        // Answers as its source has them. Never by POST: where no HMAC key is stored, a failure writes the stored
        // credentials into the log.
        Endpoint {
            ask: Ask::Index,
            replies: &[
                Reply::unsigned(200, Body::Holds("[declined]")),
                Reply::arrived(200, Body::Holds("[accepted]")),
                Reply::FORBIDDEN,
            ],
            ..Endpoint::new(Via::Rest {
                namespace: "woosa-adyen",
                route: "payment-status",
            })
        },
        // Its answer as the source has it.
        Endpoint {
            ask: Ask::Index,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "woosa-adyen",
                    route: "boleto-payment-status",
                },
                Job::Payment,
            )
        },
    ],
    ..Gateway::BLANK
};
