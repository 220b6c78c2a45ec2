//! Which gateway an address of wc-api belongs to, by the name of its handler.
//!
//! Source: the gateways' own source, read 2026-11-28.

/// Handlers in lower case, and the gateway's id. One that ends in `*` stands for any ending.
const HANDLERS: &[(&str, &str)] = &[
    ("kco_wc_*", "kco"),
    ("kp_wc_authorization", "klarna_payments"),
    ("wc_gateway_klarna_payments", "klarna_payments"),
    ("wc_stripe", "stripe"),
    ("wc_gateway_paypal", "paypal_standard"),
    ("wc_braintree", "braintree"),
    ("mollie_*", "mollie"),
    ("dibs_api_callbacks", "nexi_checkout"),
    ("svea_*", "svea"),
    ("qoc_*", "qliro"),
    ("collector_checkout_gateway", "walley"),
    ("aco_wc_notification", "avarda"),
    ("briqpay_wc_notification", "briqpay"),
    ("dintero_callback", "dintero"),
    ("wc_gateway_vipps*", "vipps_mobilepay"),
    ("vipps_shipping_details", "vipps_mobilepay"),
    ("swedbank_pay_payment_gateway_checkout", "swedbank_pay"),
    ("wc_gateway_swedbank_pay_checkout", "swedbank_pay"),
    ("wc_quickpay", "quickpay"),
    ("resursbank", "resurs"),
    ("swish", "swish_bjorntech"),
    ("wc_gateway_payfast", "payfast"),
    ("razorpay", "razorpay"),
    ("tbz_wc_paystack_webhook", "paystack"),
    ("wc_gateway_paystack", "paystack"),
    ("flw_wc_payment_*", "flutterwave"),
    ("wc_gateway_amazon_payments_advanced*", "amazon_pay"),
    ("wc_checkoutcom_*", "checkoutcom"),
    ("wc_tech_autho", "authorize_net"),
    ("wc_vivacom_smart_*", "viva"),
    ("przelewy24", "przelewy24"),
    ("wc_gateway_payu*", "payu"),
    ("wc_gateway_redsys", "redsys"),
    ("wc_gateway_bizumredsys", "redsys"),
    ("wc_gateway_inespayredsys", "redsys"),
    ("iyzipay", "iyzico"),
    ("btcpaygf_default", "btcpay"),
    ("wc_gateway_gocardless", "gocardless"),
    ("multisafepay", "multisafepay"),
    ("wc_pay_gateway_*", "pay_nl"),
    ("airwallex_*", "airwallex"),
    ("wc_woomercadopago_*", "mercadopago"),
    ("wc_xendit_callback", "xendit"),
    ("xendit_integration_notification", "xendit"),
    ("wc_gateway_midtrans", "midtrans"),
];

/// The gateway of a handler.
pub(super) fn gateway(handler: &str) -> Option<&'static str> {
    let handler = handler.to_ascii_lowercase();
    let fits = |known: &&(&str, &str)| match known.0.strip_suffix('*') {
        Some(start) => handler.starts_with(start),
        None => handler == known.0,
    };
    HANDLERS.iter().find(fits).map(|(_, gateway)| *gateway)
}
