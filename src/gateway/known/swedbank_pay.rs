//! Swedbank Pay Payment Menu 4.6.1.
//!
//! Source: SwedbankPay/swedbank-pay-woocommerce-paymentmenu@79901a9, read 2026-11-28; answers measured that day.

use super::{
    Addresses, Ask, Body, Endpoint, Fault, Gateway, Known, Marks, Never, Provider, Repeats, Reply,
    Sent, Sure, Version, Via,
};

// The shortest time of all that were read.
pub(super) const PROVIDER: Provider = Provider {
    addresses: Known::Is(
        Addresses::Listed(&["20.91.170.120/29"]),
        Sure::Documented,
        "developer.swedbankpay.com, callback",
    ),
    repeats: Known::Is(
        Repeats::calls(8, Some(21)),
        Sure::Documented,
        "developer.swedbankpay.com, callback",
    ),
    ..Provider::named("Swedbank Pay")
};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "swedbank_pay",
    name: "Swedbank Pay",
    provider: &PROVIDER,
    marks: Marks {
        folders: &[
            "swedbank-pay-payment-menu",
            "swedbank-pay-woocommerce-paymentmenu",
            "swedbank-pay-woocommerce-checkout",
            "swedbank-pay-payments",
        ],
        methods: &["payex", "swedbank"],
        namespaces: &[],
        handles: &[
            "wc-swedbank-pay-blocks-integration",
            "payex_inline_embedded",
            "payex_inline_embedded_sdk",
            "swedbank-pay-payment-status-check",
        ],
        versions: &[],
    },
    endpoints: &[
        // An empty call ends in a fatal error. Below 4.2.0 its own list of addresses, on by default, holds
        // 91.132.170.1 only: it refuses Swedbank Pay itself, which calls from elsewhere since March 2025.
        Endpoint {
            ask: Ask::Never(Never::Breaks),
            replies: &[Reply::LISTENS, Reply::refused(500, Body::Page).beside()],
            ..Endpoint::new(Via::Auto {
                name: "Swedbank_Pay_Payment_Gateway_Checkout",
                slash: true,
            })
        },
        // The plugin that ended with 7.1.3.
        Endpoint {
            sent: Sent::until(Version::new(7, 1, 3)),
            ask: Ask::Never(Never::Breaks),
            replies: &[Reply::LISTENS, Reply::refused(500, Body::Page).beside()],
            ..Endpoint::new(Via::Auto {
                name: "WC_Gateway_Swedbank_Pay_Checkout",
                slash: true,
            })
        },
    ],
    works_later: true,
    fault: Some(Fault::OldOwnList),
    ..Gateway::BLANK
};
