//! WooCommerce Stripe Gateway 10.8.3.
//!
//! The handler works on POST and on the raw argument alone: by the path it is dispatched, says 200 `-1` and throws the
//! event away.
//!
//! Source: WordPressBugBounty/plugins-woocommerce-gateway-stripe@87d3535, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Gateway, Known, Marks, Method, Provider, Redirects, Repeats,
    Reply, Sure, VersionedFile, Via,
};

pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        Sure::Reported,
        "recorded in many public repositories",
    ),
    addresses: Known::Is(
        Addresses::PublishedAt("https://stripe.com/files/ips/ips_webhooks.txt"),
        Sure::Documented,
        "docs.stripe.com/ips",
    ),
    repeats: Known::Is(
        Repeats::hours(72),
        Sure::Documented,
        "docs.stripe.com/webhooks/process-undelivered-events",
    ),
    redirects: Known::Is(
        Redirects::NotFollowed,
        Sure::Documented,
        "support.stripe.com, webhooks and 3xx",
    ),
    log: Known::Is(
        "Workbench → Webhooks → Event deliveries",
        Sure::Documented,
        "docs.stripe.com/workbench/webhooks",
    ),
    resend: Known::Is(
        "Workbench → Webhooks → Event deliveries → Resend",
        Sure::Documented,
        "docs.stripe.com/workbench/webhooks",
    ),
    ..Provider::named("Stripe")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "stripe",
    name: "Stripe",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["woocommerce-gateway-stripe"],
        methods: &["stripe"],
        namespaces: &[],
        handles: &[
            "wc-stripe-upe-classic",
            "wc-stripe-blocks-integration",
            "stripelink_styles",
            "wc-stripe-blocks-checkout-style",
        ],
        versions: &[
            VersionedFile::Path("assets/css/stripe-link.css"),
            VersionedFile::Path("assets/css/stripe-styles.css"),
        ],
    },
    endpoints: &[
        // It compares the raw argument: in capitals the name is dispatched and ignored, so that nothing is recorded.
        // An empty POST under the exact name is recorded as a failure, which the settings page shows.
        Endpoint {
            ask: Ask::empty(Method::Post, "WC_STRIPE", false),
            replies: &[
                Reply::LISTENS,
                Reply::unsigned(204, Body::Empty).beside(),
                Reply::unsigned(400, Body::Empty).beside(),
            ],
            ..Endpoint::new(Via::Query { name: "wc_stripe" })
        },
    ],
    ..Gateway::BLANK
};
