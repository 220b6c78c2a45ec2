//! Kustom Checkout for WooCommerce 2.20.9.
//!
//! Until 2025 called Klarna Checkout; folder, handles and handler names kept Klarna's. From 2.21.0 on, pushes for
//! orders of an order type of another plugin's work as well (krokedil/klarna-checkout-for-woocommerce#821); no
//! change of its addresses is known.
//!
//! Source: krokedil/klarna-checkout-for-woocommerce@8d3290d3, read 2026-11-28; answers measured that day.

use super::{
    Ask, Body, Endpoint, Gateway, Job, Known, Marks, Method, Never, OldestWorking, Provider,
    Repeats, Reply, Sent, Sure, Version, VersionedFile, Via,
};

// Kustom names no addresses and no portal's list of calls; whether it still calls under Klarna's name is unsure. The
// first push comes about 2 minutes after the purchase, then after 5, 15, 30 and 60 minutes, then every 4 hours.
pub(super) const PROVIDER: Provider = Provider {
    agent: Known::Is(
        "APIs-Klarna",
        Sure::Documented,
        "docs.krokedil.com, Klarna Checkout, Callbacks",
    ),
    patience: Known::Is(
        5,
        Sure::Reported,
        "github.com/krokedil/klarna-checkout-for-woocommerce/issues/85",
    ),
    repeats: Known::Is(
        Repeats::hours(48),
        Sure::Documented,
        "docs.kustom.co, Confirm purchase",
    ),
    ..Provider::named("Kustom")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "kco",
    name: "Kustom Checkout",
    provider: &PROVIDER,
    marks: Marks {
        folders: &["klarna-checkout-for-woocommerce"],
        methods: &["kco"],
        namespaces: &["kco-block"],
        handles: &["kco", "kco-checkout-block"],
        versions: &[
            VersionedFile::Path("assets/js/klarna-checkout-for-woocommerce*"),
            VersionedFile::Path("assets/css/klarna-checkout-for-woocommerce*"),
            VersionedFile::Handle("kco"),
        ],
    },
    endpoints: &[
        // Returns at once without an order id, in every version.
        Endpoint {
            ask: Ask::POST_OR_GET,
            replies: &[Reply::LISTENS],
            ..Endpoint::new(Via::Path {
                name: "KCO_WC_Push",
                slash: true,
            })
        },
        // Below 2.20.0 each call without an order id writes a scheduled event into the shop.
        Endpoint {
            sent: Sent::until(Version::new(2, 19, 1)),
            ask: Ask::Never(Never::Writes),
            ..Endpoint::extra(
                Via::Path {
                    name: "KCO_WC_Notification",
                    slash: true,
                },
                Job::Later,
            )
        },
        // In 1.x it runs customer and cart code.
        Endpoint {
            sent: Sent::until(Version::new(2, 0, 1)),
            ask: Ask::Never(Never::Writes),
            ..Endpoint::extra(
                Via::Path {
                    name: "KCO_WC_Validation",
                    slash: true,
                },
                Job::Validation,
            )
        },
        // In the versions that have it, it acts on the order and answers with its JSON.
        Endpoint {
            sent: Sent::until(Version::new(2, 4, 3)),
            ask: Ask::Never(Never::Writes),
            ..Endpoint::extra(
                Via::Path {
                    name: "KCO_WC_Shipping_Option_Update",
                    slash: true,
                },
                Job::Shipping,
            )
        },
        // An empty function that stands in every version read.
        Endpoint {
            sent: Sent::Never,
            ask: Ask::Never(Never::NoUse),
            replies: &[Reply::LISTENS],
            ..Endpoint::extra(
                Via::Path {
                    name: "KCO_WC_Address_Update",
                    slash: true,
                },
                Job::Nothing,
            )
        },
        // A POST makes the shop call out; no order has the number 0, and OPTIONS runs nothing.
        Endpoint {
            essential: true,
            sent: Sent::since(Version::new(2, 16, 0)),
            ask: Ask::empty(Method::Options, "0", false),
            replies: &[Reply::arrived(200, Body::Holds("\"kco-block\""))],
            ..Endpoint::extra(
                Via::Rest {
                    namespace: "kco-block",
                    route: "order/*/validate",
                },
                Job::Validation,
            )
        },
    ],
    // 2.17.0 speaks to kustom.co only; klarna.com's hosts were announced to close on 2026-03-31. From 2.13.11 on the
    // host follows the credentials. Source: help.kustom.co, articles 574180 and 454956.
    oldest_working: Some(OldestWorking {
        version: Version::new(2, 17, 0),
        partly: Version::new(2, 13, 11),
    }),
    ..Gateway::BLANK
};
