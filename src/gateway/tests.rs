//! Every gateway by its table and by its recorded answers, `tests/gateways/ID.jsonl`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;

use super::address::Address;
use super::*;
use crate::probe::{Method, Response};
use crate::shop::{ShopUrl, Url};

const FORMS: [Form; 3] = [Form::Query, Form::Pathinfo, Form::Pretty];

/// An answer that a gateway gives.
#[derive(Deserialize)]
struct Row {
    /// The address that was called, below the shop's home.
    url: String,
    /// The endpoint's own address, where another was called in its place: the index of its namespace.
    of: Option<String>,
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
    means: String,
    by: Option<String>,
}

fn shop() -> ShopUrl {
    ShopUrl::new(&Url::parse("https://shop.example.com/").unwrap())
}

fn url(end: &str) -> Url {
    Url::parse(&["https://shop.example.com", end].concat()).unwrap()
}

fn all() -> impl Iterator<Item = (&'static Gateway, &'static Endpoint)> {
    GATEWAYS.iter().flat_map(|gateway| {
        gateway
            .endpoints
            .iter()
            .map(|endpoint| (*gateway, endpoint))
    })
}

fn recorded(id: &str) -> Vec<Row> {
    let file: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "tests",
        "gateways",
        &[id, ".jsonl"].concat(),
    ]
    .iter()
    .collect();
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect()
}

#[test]
fn every_gateway_is_told_from_the_others() {
    let ids: BTreeSet<_> = GATEWAYS.iter().map(|gateway| gateway.id).collect();
    assert_eq!((GATEWAYS.len(), ids.len()), (46, 46));
    let names: Vec<_> = GATEWAYS
        .iter()
        .map(|g| g.name.to_ascii_lowercase())
        .collect();
    assert!(names.is_sorted(), "{names:?}");
    let mut folders = BTreeSet::new();
    for gateway in GATEWAYS {
        assert!(!gateway.provider.name.is_empty(), "{}", gateway.id);
        for folder in gateway.marks.folders {
            assert!(folders.insert(folder), "{folder} is in two rows");
        }
        let called = gateway.inbound == Inbound::Called;
        assert!(!called || !gateway.endpoints.is_empty(), "{}", gateway.id);
    }
}

#[test]
fn handler_names_belong_to_one_gateway() {
    let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (gateway, endpoint) in all() {
        let name = endpoint.via.handler().map(str::to_owned);
        let route = endpoint
            .via
            .rest()
            .map(|(space, route)| [space, "/", route].concat());
        if let Some(name) = name.or(route) {
            owners
                .entry(name.to_ascii_lowercase())
                .or_default()
                .insert(gateway.id);
        }
    }
    let clashes: Vec<_> = owners.iter().filter(|(_, ids)| ids.len() > 1).collect();
    assert!(clashes.is_empty(), "{clashes:?}");
    assert!(owners.len() > 60, "{}", owners.len());
}

/// How a GET's answer is judged beside each control, where the provider sends a POST.
const BY_GET: [Arrival; 4] = [
    Arrival::Fits,
    Arrival::Arrived,
    Arrival::Fits,
    Arrival::Fits,
];

#[test]
fn every_recorded_answer_is_judged() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for gateway in GATEWAYS {
        let rows = recorded(gateway.id);
        assert!(
            gateway.endpoints.is_empty() || !rows.is_empty(),
            "{}",
            gateway.id
        );
        for row in rows {
            count += 1;
            let called = url(&row.url);
            let address = Address::read(&url(row.of.as_deref().unwrap_or(&row.url)));
            let found = address.as_ref().and_then(|address| {
                let owners = address.endpoints();
                owners.into_iter().find(|(owner, _)| owner.id == gateway.id)
            });
            let (Some(address), Some((_, endpoint))) = (address, found) else {
                wrong.push(format!("{}: {} is not recognised", gateway.id, row.url));
                continue;
            };
            let answer = Response {
                status: row.status,
                headers: row
                    .headers
                    .iter()
                    .map(|(n, v)| (n.as_str(), v.as_str()))
                    .collect(),
                body: row.body.clone(),
                ..Response::default()
            };
            let called = Called {
                url: &called,
                form: address.form,
                by: if row.by.as_deref() == Some("provider") {
                    By::Provider
                } else {
                    By::Us
                },
            };
            let controls = [
                Control::Unseen,
                Control::Dispatched,
                Control::Stopped,
                Control::Listed,
            ];
            let judged = controls.map(|control| endpoint.judge(called, &answer, control));
            let wanted = match row.means.as_str() {
                "arrived" if endpoint.is_asked_by_get_alone() => BY_GET,
                "arrived" => [Arrival::Arrived; 4],
                "fits" => [
                    Arrival::Fits,
                    Arrival::Arrived,
                    Arrival::NotIts,
                    Arrival::Arrived,
                ],
                "refused-beside" => [
                    Arrival::Fits,
                    Arrival::Refused,
                    Arrival::NotIts,
                    Arrival::Refused,
                ],
                "listed" => [
                    Arrival::Fits,
                    Arrival::Fits,
                    Arrival::NotIts,
                    Arrival::Arrived,
                ],
                "refused-listed" => [
                    Arrival::Fits,
                    Arrival::Fits,
                    Arrival::NotIts,
                    Arrival::Refused,
                ],
                "unsure" => [Arrival::Fits, Arrival::Fits, Arrival::NotIts, Arrival::Fits],
                "on-the-way" => [Arrival::OnTheWay; 4],
                "other-form" => [Arrival::OtherForm; 4],
                "nobody" => [Arrival::Nobody; 4],
                "no" => [Arrival::NotIts; 4],
                other => panic!("{other}"),
            };
            if judged != wanted {
                wrong.push(format!(
                    "{}: {} {} {:?}: {judged:?}",
                    gateway.id, row.status, row.url, row.body
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count > 120, "{count}");
}

#[test]
fn a_block_page_in_its_place_is_never_an_arrival() {
    let pages = [
        (
            403,
            "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>",
        ),
        (
            503,
            "<!DOCTYPE html><html><body>Generated by Wordfence</body></html>",
        ),
        (401, "<html>Authorization Required</html>"),
        (406, "Not Acceptable!"),
        (429, "Too many requests"),
        (200, "<html><body>Checking your browser</body></html>"),
        (403, ""),
    ];
    for (gateway, endpoint) in all() {
        for (status, body) in pages {
            let answer = Response {
                status,
                body: body.to_owned(),
                ..Response::default()
            };
            for form in FORMS {
                let Some(address) = endpoint.via.url(&shop(), "", form, "X") else {
                    continue;
                };
                let called = Called {
                    url: &address,
                    form,
                    by: By::Us,
                };
                for control in [Control::Unseen, Control::Stopped] {
                    let judged = endpoint.judge(called, &answer, control);
                    let fits = judged == Arrival::Fits && control == Control::Unseen;
                    assert!(
                        judged == Arrival::NotIts || fits,
                        "{} {address} {status} {judged:?}",
                        gateway.id
                    );
                }
            }
        }
    }
}

#[test]
fn every_address_is_built_and_recognised_again() {
    let mut count = 0;
    for (gateway, endpoint) in all() {
        for home in [
            "https://shop.example.com/",
            "https://shop.example.com/butik/",
            "http://127.0.0.1:8080/",
        ] {
            let home = ShopUrl::new(&Url::parse(home).unwrap());
            for prefix in ["", "sv"] {
                for form in FORMS {
                    let Some(url) = endpoint.via.url(&home, prefix, form, "") else {
                        continue;
                    };
                    count += 1;
                    let address =
                        Address::read(&url).unwrap_or_else(|| panic!("{url} is not read"));
                    let fixed = matches!(endpoint.via, Via::AdminPost { .. } | Via::Script { .. });
                    assert_eq!(address.home, home, "{url}");
                    assert_eq!(address.prefix, if fixed { "" } else { prefix }, "{url}");
                    assert_eq!(address.form, form, "{url}");
                    let (owner, found) = address.endpoints()[0];
                    assert_eq!((owner.id, found.via), (gateway.id, endpoint.via), "{url}");
                }
            }
        }
    }
    assert!(count > 900, "{count}");
}

#[test]
fn addresses_as_the_plugins_give_them_out() {
    let endpoint = |id: &str| &Gateway::by_id(id).unwrap().endpoints[0];
    for (id, plain, pathinfo, pretty) in [
        (
            "kco",
            "/wc-api/KCO_WC_Push/",
            "/wc-api/KCO_WC_Push/",
            "/wc-api/KCO_WC_Push/",
        ),
        (
            "klarna_payments",
            "/wc-api/KP_WC_AUTHORIZATION",
            "/wc-api/KP_WC_AUTHORIZATION",
            "/wc-api/KP_WC_AUTHORIZATION",
        ),
        (
            "stripe",
            "/?wc-api=wc_stripe",
            "/?wc-api=wc_stripe",
            "/?wc-api=wc_stripe",
        ),
        (
            "paystack",
            "/?wc-api=Tbz_WC_Paystack_Webhook",
            "/index.php/wc-api/Tbz_WC_Paystack_Webhook/",
            "/wc-api/Tbz_WC_Paystack_Webhook/",
        ),
        (
            "vipps_mobilepay",
            "/?wc-api=wc_gateway_vipps",
            "/wc-api/wc_gateway_vipps/",
            "/wc-api/wc_gateway_vipps/",
        ),
        (
            "mollie",
            "/?rest_route=/mollie/v1/webhook",
            "/index.php/wp-json/mollie/v1/webhook",
            "/wp-json/mollie/v1/webhook",
        ),
        (
            "razorpay",
            "/wp-admin/admin-post.php?action=rzp_wc_webhook",
            "/wp-admin/admin-post.php?action=rzp_wc_webhook",
            "/wp-admin/admin-post.php?action=rzp_wc_webhook",
        ),
        (
            "paytrail",
            "/index.php?paytrail-route=callback&paytrail-action=index",
            "/paytrail/callback/index",
            "/paytrail/callback/index",
        ),
        (
            "gocardless",
            "/?wc-api=WC_Gateway_GoCardless&request=webhook",
            "/index.php/wc-api/WC_Gateway_GoCardless/?request=webhook",
            "/wc-api/WC_Gateway_GoCardless/?request=webhook",
        ),
    ] {
        for (form, end) in FORMS.into_iter().zip([plain, pathinfo, pretty]) {
            let built = endpoint(id).address(&shop(), "", form).unwrap();
            assert_eq!(built, url(end), "{id} {form:?}");
        }
    }
    let works = |id: &str| FORMS.map(|form| endpoint(id).via.works(form));
    assert_eq!(works("kco"), [false, false, true]);
    assert_eq!(works("stripe"), [true; 3]);
    assert_eq!(works("paystack"), [true; 3]);
    assert_eq!(works("vipps_mobilepay"), [true, false, true]);
    assert_eq!(works("mollie"), [true; 3]);
    assert_eq!(works("razorpay"), [true; 3]);
    assert_eq!(works("paytrail"), [true, false, true]);
}

/// What must never be called, from the table of facts: writes, unsafe, outgoing, unknown.
const FORBIDDEN: [&str; 25] = [
    "/wc-api/KCO_WC_Notification/",
    "/wc-api/KCO_WC_Validation/",
    "/wc-api/KCO_WC_Shipping_Option_Update/",
    "/wc-api/wc_gateway_klarna_payments/",
    "/wc-api/WC_Gateway_Braintree_PayPal/",
    "/wc-api/mollie_wc_gateway_ideal",
    "/vipps-consent-removal/",
    "/wc-api/Swedbank_Pay_Payment_Gateway_Checkout/",
    "/wc-api/WC_Gateway_Swedbank_Pay_Checkout/",
    "/?wc-api=WC_Gateway_PayFast",
    "/?wc-api=razorpay",
    "/wc-api/WC_Gateway_Paystack/",
    "/wc-api/FLW_WC_Payment_Gateway/",
    "/?wc-api=wc_checkoutcom_generate_token",
    "/?wc-api=wc_checkoutcom_callback",
    "/?wc-api=wc_checkoutcom_flow_process",
    "/wc-api/wc_vivacom_smart_success",
    "/?wc-api=WC_Gateway_bizumredsys",
    "/?wc-api=WC_Gateway_PayuBlik",
    "/checkout/order-received/1/?wc-api=iyzipay",
    "/wp-json/multisafepay/v1/notification",
    "/?wc-api=Wc_Pay_Gateway_Return",
    "/wc-api/airwallex_payment_confirmation/",
    "/wc-api/WC_WooMercadoPago_Basic_Gateway/",
    "/wc-api/WC_WooMercadoPago_Pix_Gateway/",
];

#[test]
fn what_must_never_be_called_has_no_request() {
    let mut requests = Vec::new();
    for (_, endpoint) in all() {
        for form in FORMS {
            requests.extend(endpoint.request(&shop(), "", form));
            requests.extend(endpoint.control(&shop(), "", form));
        }
        if matches!(endpoint.ask, Ask::Never(_)) {
            assert!(endpoint.ends().is_empty());
            assert!(
                FORMS
                    .iter()
                    .all(|form| endpoint.request(&shop(), "", *form).is_none())
            );
        }
    }
    assert!(requests.len() > 200, "{}", requests.len());
    for end in FORBIDDEN {
        let address = Address::read(&url(end)).unwrap_or_else(|| panic!("{end} is not read"));
        let endpoints = address.endpoints();
        assert!(!endpoints.is_empty(), "{end} is nobody's");
        for request in &requests {
            let asked = Address::read(request.url());
            let owner = asked.and_then(|asked| asked.endpoints().into_iter().next());
            let same = owner.is_some_and(|(_, asked)| asked.via == endpoints[0].1.via);
            assert!(!same, "{} asks {end}", request.url());
        }
    }
    // Where a GET acts, or a POST is recorded as a failure.
    for request in &requests {
        let text = request.url().to_string();
        assert!(
            !text.contains("wc-api=wc_stripe") && !text.contains("wc-api/wc_stripe"),
            "{text}"
        );
        assert!(
            !(text.contains("vivacom") && request.method() == Method::Get),
            "{text}"
        );
        assert!(!text.contains("woosa-adyen/payment-status"), "{text}");
        assert!(
            request
                .url()
                .query()
                .is_none_or(|query| !query.contains("request=webhook"))
        );
    }
}

#[test]
fn controls_are_made_up_names_in_the_same_via() {
    let control = |id: &str, form: Form| {
        let gateway = Gateway::by_id(id).unwrap();
        gateway.endpoints[0]
            .control(&shop(), "", form)
            .map(|request| request.url().to_string())
    };
    for (id, form, end) in [
        (
            "kco",
            Form::Pretty,
            Some("/wc-api/callback_doctor_control/"),
        ),
        (
            "stripe",
            Form::Query,
            Some("/?wc-api=callback_doctor_control"),
        ),
        (
            "paystack",
            Form::Pathinfo,
            Some("/index.php/wc-api/callback_doctor_control/"),
        ),
        (
            "mollie",
            Form::Pretty,
            Some("/wp-json/callback-doctor/v1/webhook"),
        ),
        (
            "razorpay",
            Form::Query,
            Some("/wp-admin/admin-post.php?action=callback_doctor_control"),
        ),
        ("paytrail", Form::Pretty, Some("/paytrail-callback-doctor")),
    ] {
        assert_eq!(
            control(id, form),
            end.map(|end| url(end).to_string()),
            "{id}"
        );
    }
    let answer = |status, body: &str| Response {
        status,
        body: body.to_owned(),
        ..Response::default()
    };
    let no_route = r#"{"code":"rest_no_route","message":"x","data":{"status":404}}"#;
    let error = "<!DOCTYPE html><html><body id=\"error-page\"><p>x</p></body></html>";
    let theme = "<!DOCTYPE html><link href='/wp-content/themes/a/style.css'>";
    for (id, passed) in [
        ("kco", answer(400, "-1")),
        ("stripe", answer(400, "-1")),
        ("mollie", answer(404, no_route)),
        ("razorpay", answer(400, error)),
        ("paytrail", answer(404, theme)),
    ] {
        let via = Gateway::by_id(id).unwrap().endpoints[0].via;
        assert_eq!(via.read_control(&passed), Control::Dispatched, "{id}");
        assert_eq!(
            via.read_control(&answer(403, "Forbidden")),
            Control::Stopped,
            "{id}"
        );
    }
}

#[test]
fn what_a_firewall_has_to_let_through() {
    let open = |id: &str, at: usize, form: Form| {
        let open = Gateway::by_id(id).unwrap().endpoints[at]
            .via
            .open(&shop(), "", form)
            .unwrap();
        (open.path, open.argument, open.goes_on)
    };
    let text = str::to_owned;
    assert_eq!(
        open("kco", 0, Form::Pretty),
        (text("/wc-api/KCO_WC_Push/"), None, false)
    );
    assert_eq!(
        open("stripe", 0, Form::Query),
        (text("/"), Some(text("wc-api=wc_stripe")), false)
    );
    assert_eq!(
        open("kco", 5, Form::Pretty),
        (text("/wp-json/kco-block/order/"), None, true)
    );
    assert_eq!(
        open("mollie", 1, Form::Pretty),
        (text("/wc-api/mollie_wc_gateway_"), None, true)
    );
    assert_eq!(
        open("razorpay", 0, Form::Query),
        (
            text("/wp-admin/admin-post.php"),
            Some(text("action=rzp_wc_webhook")),
            false
        )
    );
}

#[test]
fn marks_name_a_gateway() {
    for (method, id) in [
        ("stripe", "stripe"),
        ("stripe_klarna", "stripe"),
        ("stripe_cc", "payment_plugins_stripe"),
        ("mollie_wc_gateway_ideal", "mollie"),
        ("ppcp-gateway", "paypal_payments"),
        ("paypal", "paypal_standard"),
        ("vipps", "vipps_mobilepay"),
        ("nets_easy", "nexi_checkout"),
        ("square_credit_card", "square"),
        ("kco", "kco"),
    ] {
        assert_eq!(
            Gateway::by_method(method).map(|gateway| gateway.id),
            Some(id),
            "{method}"
        );
    }
    for method in ["bacs", "", "cod"] {
        assert!(Gateway::by_method(method).is_none(), "{method}");
    }
    let marks = |id: &str| &Gateway::by_id(id).unwrap().marks;
    assert!(marks("walley").has_namespace("krokedil/walley/v1"));
    assert!(!marks("avarda").has_namespace("acorn/v1"));
    assert!(marks("stripe").has_handle("wc-stripe-upe-classic-js"));
    for gateway in GATEWAYS {
        for handle in gateway.marks.handles {
            let owners = GATEWAYS
                .iter()
                .filter(|other| other.marks.has_handle(handle));
            assert_eq!(owners.count(), 1, "{handle}");
        }
    }
}

#[test]
fn a_version_is_believed_of_named_files_only() {
    let tells = |id: &str, path: &str, handle: &str| {
        Gateway::by_id(id)
            .unwrap()
            .marks
            .tells_version(path, handle)
    };
    assert!(tells("stripe", "assets/css/stripe-link.css", ""));
    assert!(!tells(
        "stripe",
        "build/upe-blocks.js",
        "wc-stripe-blocks-integration-js"
    ));
    assert!(tells(
        "nexi_checkout",
        "assets/js/checkout.js",
        "dibs-script-js"
    ));
    assert!(tells("amazon_pay", "build/css/amazon-pay.min.css", ""));
    assert!(!tells("klarna_payments", "blocks/build/payment.js", ""));
    for none in [
        "mollie",
        "vipps_mobilepay",
        "swedbank_pay",
        "quickpay",
        "razorpay",
        "viva",
        "payfast",
        "pay_nl",
    ] {
        assert!(
            Gateway::by_id(none).unwrap().marks.versions.is_empty(),
            "{none}"
        );
    }
}

#[test]
fn logs_name_a_gateway() {
    let named = |line: &str| {
        Gateway::in_log(line)
            .iter()
            .map(|gateway| gateway.id)
            .collect::<Vec<_>>()
    };
    for (line, id) in [
        (
            "192.0.2.1 - - [01/Sep/2026:10:00:00 +0200] \"POST /?wc-api=wc_stripe HTTP/1.1\" 403 199",
            "stripe",
        ),
        ("POST /wp-json/mollie/v1/webhook 404", "mollie"),
        (
            "PHP Fatal error in /srv/www/wp-content/plugins/woo-vipps/payment/Vipps.class.php:12",
            "vipps_mobilepay",
        ),
        (
            "woocommerce-gateway-stripe-2026-11-22-abc.log: ERROR",
            "stripe",
        ),
        (
            "POST https://shop.example.com/wp-admin/admin-post.php?action=rzp_wc_webhook 401",
            "razorpay",
        ),
        (
            "GET /paytrail/callback/index?checkout-status=ok 301",
            "paytrail",
        ),
        ("GET /sv/wc-api/WC_QuickPay/ 200", "quickpay"),
    ] {
        assert_eq!(named(line), [id], "{line}");
    }
    for line in [
        "",
        "GET /kassa/ 200",
        "POST /wc-api/something_else/ 400",
        "my-woo-vipps-2026.log",
    ] {
        assert!(named(line).is_empty(), "{line}");
    }
}

#[test]
fn callers_are_said_with_a_source_or_not_at_all() {
    for gateway in GATEWAYS {
        let provider = gateway.provider;
        let sources = [
            provider.agent.source(),
            provider.addresses.source(),
            provider.patience.source(),
            provider.repeats.source(),
            provider.redirects.source(),
            provider.log.source(),
            provider.resend.source(),
        ];
        for (_, source) in sources.into_iter().flatten() {
            assert!(source.len() > 5, "{}: {source}", gateway.id);
        }
    }
    let provider = |id: &str| Gateway::by_id(id).unwrap().provider;
    assert_eq!(provider("kco").addresses, Known::No);
    assert!(matches!(
        provider("mollie").addresses.value(),
        Some(Addresses::PublishedAt(_))
    ));
    assert_eq!(
        provider("stripe").redirects.value(),
        Some(Redirects::NotFollowed)
    );
    assert_eq!(
        provider("swedbank_pay").repeats.value(),
        Some(Repeats::calls(8, Some(21)))
    );
}

#[test]
fn kustom_as_it_was() {
    let sent = |v: Option<Version>| {
        let endpoints = ASSUMED.endpoints.iter();
        endpoints
            .filter(|endpoint| endpoint.sent.holds(v))
            .filter_map(|endpoint| endpoint.via.handler())
            .collect::<Vec<_>>()
    };
    let newest = Some(Version::new(2, 21, 0));
    assert_eq!(
        sent(None),
        ["KCO_WC_Push"],
        "an unknown version counts as today's"
    );
    assert_eq!(sent(newest), ["KCO_WC_Push"]);
    assert_eq!(
        sent(Some(Version::new(2, 13, 3))),
        ["KCO_WC_Push", "KCO_WC_Notification"]
    );
    assert_eq!(sent(Some(Version::new(1, 11, 8))).len(), 4);
    for version in [
        None,
        newest,
        Some(Version::new(1, 1, 1)),
        Some(Version::new(2, 0, 1)),
    ] {
        let decisive = ASSUMED.decisive(version).unwrap();
        assert!(decisive.is_harmless());
        assert_eq!(decisive.via.handler(), Some("KCO_WC_Push"));
    }
    for name in [
        "KCO_WC_Notification",
        "kco_wc_validation",
        "KCO_WC_Shipping_Option_Update",
    ] {
        assert!(ASSUMED.is_retired(name), "{name}");
    }
    for name in ["KCO_WC_Push", "KCO_WC_Address_Update", "", "KCO_WC_Upsell"] {
        assert!(!ASSUMED.is_retired(name), "{name}");
    }
    let has = |v: Option<Version>| ASSUMED.block_route(v).is_some();
    assert!(has(None) && has(newest) && has(Some(Version::new(2, 16, 0))));
    assert!(!has(Some(Version::new(2, 15, 9))));
    let route = ASSUMED.block_route(None).unwrap();
    assert_eq!(route.namespace(), Some("kco-block"));
}

#[test]
fn one_endpoint_decides() {
    let decisive = |id: &str| Gateway::by_id(id).and_then(|gateway| gateway.decisive(None));
    assert_eq!(
        decisive("kco").and_then(|e| e.via.handler()),
        Some("KCO_WC_Push")
    );
    assert_eq!(
        decisive("iyzico").and_then(|e| e.via.rest()),
        Some(("iyzico/v1", "webhook/*"))
    );
    for none in ["square", "authorize_net", "worldpay", "opayo"] {
        assert!(decisive(none).is_none(), "{none}");
    }
    for gateway in GATEWAYS {
        let called = gateway.inbound == Inbound::Called;
        assert_eq!(gateway.decisive(None).is_some(), called, "{}", gateway.id);
        // What is asked of it, or the control alone, tells.
        if let Some(endpoint) = gateway.decisive(None) {
            let form = endpoint.via.form(Form::Pretty);
            assert!(
                endpoint.control(&shop(), "", form).is_some(),
                "{}",
                gateway.id
            );
        }
    }
}
