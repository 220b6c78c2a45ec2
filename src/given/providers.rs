//! Payment providers: their domains, which shops call, and the names by which people speak of them.

use crate::shop::Url;

use super::words::Folded;

/// The providers' own domains, which shops call.
const PROVIDERS: &[&str] = &[
    "paypal.com",
    "mollie.com",
    "stripe.com",
    "klarna.com",
    "kustom.co",
    "adyen.com",
    "adyenpayments.com",
    "braintreegateway.com",
    "braintree-api.com",
    "squareup.com",
    "razorpay.com",
    "payu.com",
    "przelewy24.pl",
    "vivapayments.com",
    "viva.com",
    "payfast.co.za",
    "payfast.io",
    "svea.com",
    "nets.eu",
    "dibspayment.eu",
    "qliro.com",
    "qit.nu",
    "walleypay.com",
    "walleydev.com",
    "collector.se",
    "vipps.no",
    "swedbankpay.com",
    "payex.com",
    "paytrail.com",
    "quickpay.net",
    "flutterwave.com",
    "paystack.co",
    "paystack.com",
    "checkout.com",
    "gocardless.com",
    "multisafepay.com",
    "pay.nl",
    "airwallex.com",
    "mercadopago.com",
    "mercadolibre.com",
    "xendit.co",
    "midtrans.com",
    "iyzipay.com",
    "iyzico.com",
    "redsys.es",
    "sermepa.es",
    "dintero.com",
    "avarda.com",
    "resurs.com",
    "briqpay.com",
    "coinbase.com",
    "authorize.net",
    "worldpay.com",
    "sagepay.com",
    "opayo.eu.elavon.com",
    "paghiper.com",
    "molpay.com",
    "fiuu.com",
    "conekta.io",
    "swish.nu",
    "bambora.com",
    "worldline-solutions.com",
    "paynow.pl",
    "tpay.com",
    "payplug.com",
    "payone.com",
    "payson.se",
    "billmate.se",
    "2checkout.com",
    "amazonpay.com",
    "btcpayserver.org",
    "epayco.co",
    "payway.com.au",
    "eway.com.au",
    "cardcom.solutions",
    "payzen.eu",
];

/// The words by which people call a provider, and the gateway that its shops most likely have.
const NAMES: &[(&str, &str)] = &[
    ("kustom", "kco"),
    ("klarna", "klarna_payments"),
    ("woopayments", "woopayments"),
    ("stripe", "stripe"),
    ("paypal", "paypal_payments"),
    ("mollie", "mollie"),
    ("adyen", "adyen"),
    ("braintree", "braintree"),
    ("square", "square"),
    ("nexi", "nexi_checkout"),
    ("nets", "nexi_checkout"),
    ("dibs", "nexi_checkout"),
    ("svea", "svea"),
    ("qliro", "qliro"),
    ("walley", "walley"),
    ("avarda", "avarda"),
    ("briqpay", "briqpay"),
    ("dintero", "dintero"),
    ("vipps", "vipps_mobilepay"),
    ("mobilepay", "vipps_mobilepay"),
    ("swedbank pay", "swedbank_pay"),
    ("paytrail", "paytrail"),
    ("quickpay", "quickpay"),
    ("resurs", "resurs"),
    ("swish", "swish_bjorntech"),
    ("payfast", "payfast"),
    ("razorpay", "razorpay"),
    ("paystack", "paystack"),
    ("flutterwave", "flutterwave"),
    ("amazon pay", "amazon_pay"),
    ("checkout com", "checkoutcom"),
    ("viva", "viva"),
    ("przelewy24", "przelewy24"),
    ("p24", "przelewy24"),
    ("payu", "payu"),
    ("redsys", "redsys"),
    ("iyzico", "iyzico"),
    ("btcpay", "btcpay"),
    ("gocardless", "gocardless"),
    ("multisafepay", "multisafepay"),
    ("pay nl", "pay_nl"),
    ("airwallex", "airwallex"),
    ("mercado pago", "mercadopago"),
    ("mercadopago", "mercadopago"),
    ("xendit", "xendit"),
    ("midtrans", "midtrans"),
    ("worldpay", "worldpay"),
    ("opayo", "opayo"),
];

/// The gateway of the only provider that a text names.
pub(super) fn gateway(folded: &Folded) -> Option<&'static str> {
    let mut named = NAMES
        .iter()
        .filter(|(name, _)| folded.find(name).is_some())
        .map(|(_, gateway)| *gateway);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// Whether a word is a provider's name.
pub(super) fn is_name(word: &str) -> bool {
    NAMES.iter().any(|(name, _)| *name == word)
}

/// Whether an address is a provider's own.
pub(super) fn is_provider(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| {
        let host = url.host().to_string();
        PROVIDERS.iter().any(|domain| {
            host.strip_suffix(domain)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    })
}

/// Whether a text names a provider's own domain.
pub(super) fn names_provider(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let names = lower.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-');
    names.map(|name| name.trim_matches('.')).any(|name| {
        PROVIDERS.iter().any(|domain| {
            name.strip_suffix(domain)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    })
}
