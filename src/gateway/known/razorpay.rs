//! 1 Razorpay: Signup for FREE PG 4.8.6.
//!
//! Source: razorpay/razorpay-woocommerce@5f613bff, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Job, Known, Marks, Provider, Repeats, Reply, Sure, Via,
};

// After 24 hours of failures it switches the webhook off and sends an e-mail.
pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "Razorpay-Webhook/v1",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    addresses: Known::Is(
        Addresses::PublishedAt(
            "https://github.com/razorpay/markdown-docs, announcements/whitelists.md",
        ),
        Sure::Documented,
        "razorpay.com/docs, whitelists",
    ),
    patience: Known::Is(5, Sure::Documented, "razorpay.com/docs, webhooks"),
    repeats: Known::Is(
        Repeats::hours(24),
        Sure::Documented,
        "razorpay.com/docs, webhooks",
    ),
    log: Known::Is(
        "Accounts & Settings → Webhooks",
        Sure::Documented,
        "razorpay.com/docs, webhooks",
    ),
    ..Provider::named("Razorpay")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "razorpay",
    name: "Razorpay",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woo-razorpay"],
        methods: &["razorpay"],
        namespaces: &["1cc"],
        handles: &["razorpay_wc_script", "razorpay-blocks-integration"],
        versions: &[],
    },
    endpoints: &[
        // Not wc-api: every rule that closes `/wp-admin/` stops it.
        Endpoint {
            ask: Ask::POST,
            replies: &[Reply::arrived(200, Body::Empty).beside()],
            ..Endpoint::new(Via::AdminPost {
                action: "rzp_wc_webhook",
            })
        },
        Endpoint::back(Via::Query { name: "razorpay" }),
        // Magic Checkout only.
        Endpoint {
            ask: Ask::Index,
            replies: &[Reply::FORBIDDEN],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "1cc/v1",
                    route: "*",
                },
                Job::Payment,
            )
        },
    ],
    works_later: true,
    ..Gateway::BLANK
};
