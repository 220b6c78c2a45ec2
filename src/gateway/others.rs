//! Payment plugins that are known by name: a shop that shows one of them and no gateway of [`super::GATEWAYS`] is asked
//! nothing in its name. Facts: the plugins' own code and pages, read 2026-11-28.

/// A payment plugin, and by what a page or the REST index shows it.
#[derive(Debug)]
pub struct Other {
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
    name: &'static str,
    plugins: &'static [&'static str],
    methods: &'static [&'static str],
    namespaces: &'static [&'static str],
) -> Other {
    Other {
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
        "Adyen",
        &["integration-adyen-woocommerce", "woosa-adyen"],
        &["woosa_adyen"],
        &["woosa-adyen"],
    ),
    other(
        "Airwallex",
        &["airwallex-online-payments-gateway"],
        &["airwallex"],
        &[],
    ),
    other(
        "Amazon Pay",
        &["woocommerce-gateway-amazon-payments-advanced"],
        &["amazon_payments_advanced"],
        &[],
    ),
    other(
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
        "Avarda Checkout",
        &["avarda-checkout-for-woocommerce"],
        &["aco"],
        &["aco"],
    ),
    other(
        "Braintree",
        &["woocommerce-gateway-paypal-powered-by-braintree"],
        &["braintree"],
        &[],
    ),
    other("Briqpay", &["briqpay-for-woocommerce"], &["briqpay"], &[]),
    other(
        "BTCPay",
        &["btcpay-greenfield-for-woocommerce"],
        &["btcpaygf"],
        &[],
    ),
    other(
        "Checkout.com",
        &[
            "checkout-com-unified-payments-api",
            "checkout-woocommerce-plugin",
        ],
        &["wc_checkout_com"],
        &[],
    ),
    other(
        "Dintero Checkout",
        &[
            "dintero-checkout-for-woocommerce",
            "dintero-checkout-express",
        ],
        &["dintero"],
        &[],
    ),
    other(
        "Flutterwave",
        &["rave-woocommerce-payment-gateway"],
        &["rave"],
        &[],
    ),
    other(
        "GoCardless",
        &["woocommerce-gateway-gocardless"],
        &["gocardless"],
        &[],
    ),
    other(
        "iyzico",
        &["iyzico-woocommerce"],
        &["iyzico", "pwi"],
        &["iyzico"],
    ),
    other(
        "Klarna",
        &["klarna-payments-for-woocommerce"],
        &["klarna_payments"],
        &["klarna"],
    ),
    other(
        "Mercado Pago",
        &["woocommerce-mercadopago"],
        &["woo-mercado-pago"],
        &[],
    ),
    other("Midtrans", &["midtrans-woocommerce"], &["midtrans"], &[]),
    other(
        "Mollie",
        &["mollie-payments-for-woocommerce"],
        &["mollie_wc_gateway"],
        &["mollie"],
    ),
    other(
        "MultiSafepay",
        &["multisafepay"],
        &["multisafepay"],
        &["multisafepay"],
    ),
    other(
        "Nexi Checkout",
        &["dibs-easy-for-woocommerce"],
        &["dibs_easy", "nets_easy"],
        &[],
    ),
    other(
        "Opayo",
        &["woocommerce-gateway-sagepay-form"],
        &["sagepay"],
        &[],
    ),
    other(
        "Pay.",
        &["woocommerce-paynl-payment-methods"],
        &["pay_gateway"],
        &[],
    ),
    other(
        "Payfast",
        &["woocommerce-payfast-gateway", "woocommerce-gateway-payfast"],
        &["payfast"],
        &[],
    ),
    other(
        "PayPal Payments",
        &["woocommerce-paypal-payments"],
        &["ppcp-"],
        &["paypal"],
    ),
    other("PayPal Standard", &[], &["paypal"], &[]),
    other("Paystack", &["woo-paystack"], &["paystack"], &[]),
    other(
        "Paytrail",
        &[
            "paytrail-for-woocommerce",
            "checkout-finland-for-woocommerce",
        ],
        &["paytrail"],
        &[],
    ),
    other("PayU", &["woo-payu-payment-gateway"], &["payu"], &[]),
    other(
        "Przelewy24",
        &["przelewy24", "woo-przelewy24", "woocommerce-p24-gateway"],
        &["p24", "przelewy24"],
        &[],
    ),
    other(
        "Qliro",
        &["qliro-for-woocommerce", "qliro-one-for-woocommerce"],
        &["qliro"],
        &["qliro"],
    ),
    other("Quickpay", &["woocommerce-quickpay"], &["quickpay"], &[]),
    other("Razorpay", &["woo-razorpay"], &["razorpay"], &["1cc"]),
    other(
        "Redsys",
        &["woo-redsys-gateway-light", "redsyspur"],
        &["redsys", "bizumredsys"],
        &[],
    ),
    other(
        "Resurs Bank",
        &[
            "resurs-bank-payments-for-woocommerce",
            "resurs-bank-payment-gateway-for-woocommerce",
            "tornevalls-resurs-bank-payment-gateway-for-woocommerce",
        ],
        &["resurs"],
        &[],
    ),
    other("Square", &["woocommerce-square"], &["square_"], &[]),
    other("Stripe", &["woocommerce-gateway-stripe"], &["stripe"], &[]),
    other(
        "Stripe (Payment Plugins)",
        &["woo-stripe-payment"],
        &["stripe_cc", "stripe_upm"],
        &["wc-stripe"],
    ),
    other(
        "Svea Checkout",
        &["svea-checkout-for-woocommerce"],
        &["svea"],
        &[],
    ),
    other(
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
    other("Swish", &["woo-swish-e-commerce"], &["swish"], &["swish"]),
    other(
        "Vipps MobilePay",
        &[
            "woo-vipps",
            "vipps-recurring-payments-gateway-for-woocommerce",
        ],
        &["vipps"],
        &["woo-vipps"],
    ),
    other(
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
        "Walley Checkout",
        &["collector-checkout-for-woocommerce"],
        &["collector_checkout", "walley"],
        &["krokedil/walley"],
    ),
    other(
        "WooPayments",
        &["woocommerce-payments"],
        &["woocommerce_payments"],
        &[],
    ),
    other(
        "Worldpay",
        &[
            "worldpay-ecommerce-woocommerce",
            "woocommerce-gateway-worldpay",
        ],
        &["worldpay"],
        &[],
    ),
    other("Xendit", &["woo-xendit-virtual-accounts"], &["xendit"], &[]),
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
