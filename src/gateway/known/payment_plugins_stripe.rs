//! Payment Plugins for Stripe WooCommerce 4.0.8.
//!
//! Source: WordPressBugBounty/plugins-woo-stripe-payment@609693a, read 2026-11-28; answers measured that day.

use super::{Ask, Body, Endpoint, Gateway, Marks, Reply, VersionedFile, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "payment_plugins_stripe",
    name: "Stripe (Payment Plugins)",
    provider: &super::stripe::PROVIDER,
    marks: Marks {
        folders: &["woo-stripe-payment"],
        methods: &["stripe_cc", "stripe_upm"],
        namespaces: &["wc-stripe"],
        handles: &[
            "wc-stripe-actions",
            "wc-stripe-cart",
            "wc-stripe-checkout-fields",
            "wc-stripe-context",
        ],
        versions: &[
            VersionedFile::Path("packages/blocks/build/style.css"),
            VersionedFile::Path("assets/build/stripe.css"),
        ],
    },
    endpoints: &[
        // 3.x says `webhook-error`, and logs it.
        Endpoint {
            ask: Ask::POST,
            replies: &[
                Reply::unsigned(400, Body::Code("rest-error")),
                Reply::unsigned(400, Body::Code("webhook-error")),
                Reply::arrived(
                    200,
                    Body::Holds("Stripe sends webhook notifications via the http POST method"),
                ),
            ],
            ..Endpoint::new(Via::Rest {
                namespace: "wc-stripe/v1",
                route: "webhook",
            })
        },
    ],
    ..Gateway::BLANK
};
