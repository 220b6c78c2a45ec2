//! Payment plugins that are known by name: a shop that shows one of them and no gateway of [`super::GATEWAYS`] is asked
//! nothing in its name. Facts: the plugins' own code and pages, read 2026-11-28.

/// A payment plugin, and by what a page or the REST index shows it.
#[derive(Debug)]
pub struct Other {
    /// Stable id, as reports name it.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Its folders under `wp-content/plugins/`, today's first.
    plugins: &'static [&'static str],
    /// How the ids of its payment methods on the checkout begin.
    methods: &'static [&'static str],
    /// Its REST namespaces, without the version at their end.
    namespaces: &'static [&'static str],
}

const fn other(
    id: &'static str,
    name: &'static str,
    plugins: &'static [&'static str],
    methods: &'static [&'static str],
    namespaces: &'static [&'static str],
) -> Other {
    Other {
        id,
        name,
        plugins,
        methods,
        namespaces,
    }
}

/// Payment methods that no provider calls back for: bank transfer, cheque, cash on delivery.
const OFFLINE: [&str; 3] = ["bacs", "cheque", "cod"];

/// Every one that is known, by name.
pub static OTHERS: &[Other] = &[
    other(
        "adyen",
        "Adyen",
        &["integration-adyen-woocommerce", "woosa-adyen"],
        &["woosa_adyen"],
        &["woosa-adyen"],
    ),
    other(
        "airwallex",
        "Airwallex",
        &["airwallex-online-payments-gateway"],
        &["airwallex"],
        &[],
    ),
    other(
        "amazon_pay",
        "Amazon Pay",
        &["woocommerce-gateway-amazon-payments-advanced"],
        &["amazon_payments_advanced"],
        &[],
    ),
    other(
        "authorize_net",
        "Authorize.Net",
        &[
            "woocommerce-gateway-authorize-net-cim",
            "woo-authorize-net-gateway-aim",
            "authorizenet-payment-gateway-for-woocommerce",
        ],
        &["authorize_net", "authnet"],
        &[],
    ),
    other(
        "avarda",
        "Avarda Checkout",
        &["avarda-checkout-for-woocommerce"],
        &["aco"],
        &["aco"],
    ),
    other(
        "braintree",
        "Braintree",
        &["woocommerce-gateway-paypal-powered-by-braintree"],
        &["braintree"],
        &[],
    ),
    other(
        "briqpay",
        "Briqpay",
        &["briqpay-for-woocommerce"],
        &["briqpay"],
        &[],
    ),
    other(
        "btcpay",
        "BTCPay",
        &["btcpay-greenfield-for-woocommerce"],
        &["btcpaygf"],
        &[],
    ),
    other(
        "checkoutcom",
        "Checkout.com",
        &[
            "checkout-com-unified-payments-api",
            "checkout-woocommerce-plugin",
        ],
        &["wc_checkout_com"],
        &[],
    ),
    other(
        "dintero",
        "Dintero Checkout",
        &[
            "dintero-checkout-for-woocommerce",
            "dintero-checkout-express",
        ],
        &["dintero"],
        &[],
    ),
    other(
        "flutterwave",
        "Flutterwave",
        &["rave-woocommerce-payment-gateway"],
        &["rave"],
        &[],
    ),
    other(
        "gocardless",
        "GoCardless",
        &["woocommerce-gateway-gocardless"],
        &["gocardless"],
        &[],
    ),
    other(
        "iyzico",
        "iyzico",
        &["iyzico-woocommerce"],
        &["iyzico", "pwi"],
        &["iyzico"],
    ),
    other(
        "klarna_payments",
        "Klarna",
        &["klarna-payments-for-woocommerce"],
        &["klarna_payments"],
        &["klarna"],
    ),
    other(
        "mercadopago",
        "Mercado Pago",
        &["woocommerce-mercadopago"],
        &["woo-mercado-pago"],
        &[],
    ),
    other(
        "midtrans",
        "Midtrans",
        &["midtrans-woocommerce"],
        &["midtrans"],
        &[],
    ),
    other(
        "mollie",
        "Mollie",
        &["mollie-payments-for-woocommerce"],
        &["mollie_wc_gateway"],
        &["mollie"],
    ),
    other(
        "multisafepay",
        "MultiSafepay",
        &["multisafepay"],
        &["multisafepay"],
        &["multisafepay"],
    ),
    other(
        "nexi_checkout",
        "Nexi Checkout",
        &["dibs-easy-for-woocommerce"],
        &["dibs_easy", "nets_easy"],
        &[],
    ),
    other(
        "opayo",
        "Opayo",
        &["woocommerce-gateway-sagepay-form"],
        &["sagepay"],
        &[],
    ),
    other(
        "pay_nl",
        "Pay.",
        &["woocommerce-paynl-payment-methods"],
        &["pay_gateway"],
        &[],
    ),
    other(
        "payfast",
        "Payfast",
        &["woocommerce-payfast-gateway", "woocommerce-gateway-payfast"],
        &["payfast"],
        &[],
    ),
    other(
        "paypal_payments",
        "PayPal Payments",
        &["woocommerce-paypal-payments"],
        &["ppcp-"],
        &["paypal"],
    ),
    other("paypal_standard", "PayPal Standard", &[], &["paypal"], &[]),
    other(
        "paystack",
        "Paystack",
        &["woo-paystack"],
        &["paystack"],
        &[],
    ),
    other(
        "paytrail",
        "Paytrail",
        &[
            "paytrail-for-woocommerce",
            "checkout-finland-for-woocommerce",
        ],
        &["paytrail"],
        &[],
    ),
    other(
        "payu",
        "PayU",
        &["woo-payu-payment-gateway"],
        &["payu"],
        &[],
    ),
    other(
        "przelewy24",
        "Przelewy24",
        &["przelewy24", "woo-przelewy24", "woocommerce-p24-gateway"],
        &["p24", "przelewy24"],
        &[],
    ),
    other(
        "qliro",
        "Qliro",
        &["qliro-for-woocommerce", "qliro-one-for-woocommerce"],
        &["qliro"],
        &["qliro"],
    ),
    other(
        "quickpay",
        "Quickpay",
        &["woocommerce-quickpay"],
        &["quickpay"],
        &[],
    ),
    other(
        "razorpay",
        "Razorpay",
        &["woo-razorpay"],
        &["razorpay"],
        &["1cc"],
    ),
    other(
        "redsys",
        "Redsys",
        &["woo-redsys-gateway-light", "redsyspur"],
        &["redsys", "bizumredsys"],
        &[],
    ),
    other(
        "resurs",
        "Resurs Bank",
        &[
            "resurs-bank-payments-for-woocommerce",
            "resurs-bank-payment-gateway-for-woocommerce",
            "tornevalls-resurs-bank-payment-gateway-for-woocommerce",
        ],
        &["resurs"],
        &[],
    ),
    other(
        "square",
        "Square",
        &["woocommerce-square"],
        &["square_"],
        &[],
    ),
    other(
        "stripe",
        "Stripe",
        &["woocommerce-gateway-stripe"],
        &["stripe"],
        &[],
    ),
    other(
        "payment_plugins_stripe",
        "Stripe (Payment Plugins)",
        &["woo-stripe-payment"],
        &["stripe_cc", "stripe_upm"],
        &["wc-stripe"],
    ),
    other(
        "svea",
        "Svea Checkout",
        &["svea-checkout-for-woocommerce"],
        &["svea"],
        &[],
    ),
    other(
        "swedbank_pay",
        "Swedbank Pay",
        &[
            "swedbank-pay-payment-menu",
            "swedbank-pay-woocommerce-paymentmenu",
            "swedbank-pay-woocommerce-checkout",
            "swedbank-pay-payments",
        ],
        &["payex", "swedbank"],
        &[],
    ),
    other(
        "swish_bjorntech",
        "Swish",
        &["woo-swish-e-commerce"],
        &["swish"],
        &["swish"],
    ),
    other(
        "vipps_mobilepay",
        "Vipps MobilePay",
        &[
            "woo-vipps",
            "vipps-recurring-payments-gateway-for-woocommerce",
        ],
        &["vipps"],
        &["woo-vipps"],
    ),
    other(
        "viva",
        "Viva.com",
        &[
            "viva-com-smart-for-woocommerce",
            "viva-wallet-for-woocommerce",
            "woo-payment-gateway-for-vivapayments",
        ],
        &["vivacom", "viva"],
        &["wc_vivacom_smart"],
    ),
    other(
        "walley",
        "Walley Checkout",
        &["collector-checkout-for-woocommerce"],
        &["collector_checkout", "walley"],
        &["krokedil/walley"],
    ),
    other(
        "woopayments",
        "WooPayments",
        &["woocommerce-payments"],
        &["woocommerce_payments"],
        &[],
    ),
    other(
        "worldpay",
        "Worldpay",
        &[
            "worldpay-ecommerce-woocommerce",
            "woocommerce-gateway-worldpay",
        ],
        &["worldpay"],
        &[],
    ),
    other(
        "xendit",
        "Xendit",
        &["woo-xendit-virtual-accounts"],
        &["xendit"],
        &[],
    ),
];

impl Other {
    /// Whether this plugin's folder is one of its.
    pub fn has_plugin(&self, folder: &str) -> bool {
        self.plugins.contains(&folder)
    }

    /// Whether a payment method of the checkout is one of its.
    pub fn has_method(&self, id: &str) -> bool {
        self.methods.iter().any(|start| id.starts_with(start))
    }

    /// Whether it registered this REST namespace.
    pub fn has_namespace(&self, namespace: &str) -> bool {
        let mut known = self.namespaces.iter();
        known.any(|known| {
            let rest = namespace.strip_prefix(known);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

/// Whether a provider calls back for this payment method of a checkout.
pub fn is_online(method: &str) -> bool {
    !OFFLINE.contains(&method)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(by: impl Fn(&Other) -> bool) -> Vec<&'static str> {
        OTHERS.iter().filter(|o| by(o)).map(|o| o.name).collect()
    }

    #[test]
    fn known_by_folder_method_and_namespace() {
        assert_eq!(named(|o| o.has_plugin("woo-vipps")), ["Vipps MobilePay"]);
        assert_eq!(
            named(|o| o.has_method("mollie_wc_gateway_ideal")),
            ["Mollie"]
        );
        assert_eq!(
            named(|o| o.has_namespace("krokedil/walley/v1")),
            ["Walley Checkout"]
        );
        assert_eq!(named(|o| o.has_namespace("aco")), ["Avarda Checkout"]);
        assert_eq!(named(|o| o.has_namespace("acorn/v1")), Vec::<&str>::new());
        for nothing in [
            "",
            "bacs",
            "kco",
            "klarna-checkout-for-woocommerce",
            "wc/v3",
            "kco-block",
        ] {
            let by = |o: &Other| {
                o.has_plugin(nothing) || o.has_method(nothing) || o.has_namespace(nothing)
            };
            assert_eq!(named(by), Vec::<&str>::new(), "{nothing}");
        }
    }

    #[test]
    fn rows_are_in_order() {
        let names: Vec<String> = OTHERS.iter().map(|o| o.name.to_ascii_lowercase()).collect();
        assert!(names.is_sorted(), "{names:?}");
    }
}
