//! Redirects of the callback: what they change, what becomes of the POST, and where following them ends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics says what broke"
)]

mod hand;

use callback_doctor::diagnosis::Intake;
use callback_doctor::gateway::Gateway;
use callback_doctor::probe::{Method, Outcome, Probe, Purpose};
use callback_doctor::report::Surface;
use hand::{Run, SERVER_404, arrived, healthy, redirect, response, run};

const HOME: &str = "https://shop.example.com/wc-api/KCO_WC_Push/";
const WWW: &str = "https://www.shop.example.com/wc-api/KCO_WC_Push/";

/// A shop that sends the callback elsewhere, and answers `next` wherever that is.
fn sent(status: u16, to: &'static str, next: fn(&Probe) -> Outcome) -> Run {
    run(
        Intake::new("https://shop.example.com/", Surface::Native),
        move |probe| match probe.purpose {
            Purpose::Endpoint => redirect(status, to),
            Purpose::Hop => next(probe),
            _ => healthy(probe),
        },
    )
}

fn hops(run: &Run) -> Vec<(Method, &str)> {
    let hops = run.sent.iter().filter(|p| p.purpose == Purpose::Hop);
    hops.map(|p| (p.method, p.url.as_str())).collect()
}

#[test]
fn the_summary_says_what_changes_and_what_becomes_of_the_post() {
    let cases: &[(&str, u16, &str, &str, &str)] = &[
        ("www", 301, WWW, "adds www", "POST becomes GET"),
        (
            "www",
            308,
            WWW,
            "adds www",
            "sends the call again as it was",
        ),
        (
            "slash",
            302,
            "/wc-api/KCO_WC_Push",
            "only the slash",
            "POST becomes GET",
        ),
        (
            "small letters",
            301,
            "/wc-api/kco_wc_push/",
            "capital and small letters",
            "POST becomes GET",
        ),
        (
            "back to http",
            307,
            "http://shop.example.com/wc-api/KCO_WC_Push/",
            "back to http",
            "sends the call again as it was",
        ),
        (
            "another host",
            303,
            "https://pay.example.net/wc-api/KCO_WC_Push/",
            "leads away from the shop",
            "POST becomes GET",
        ),
        (
            "a page",
            302,
            "/kassa/",
            "another address of the shop",
            "POST becomes GET",
        ),
        ("itself", 301, HOME, "the same address", "POST becomes GET"),
    ];
    for (name, status, to, change, method) in cases {
        let run = sent(*status, to, |_| arrived());
        assert_eq!(run.first(), "redirected", "{name}");
        let finding = run.report.findings.iter().find(|f| f.check == "open-path");
        for text in [&run.report.causes[0].summary, &finding.unwrap().summary] {
            assert!(text.contains(change), "{name}: {text}");
            assert!(text.contains(method), "{name}: {text}");
        }
    }
}

#[test]
fn a_redirect_is_followed_as_a_client_would() {
    for (status, method) in [
        (301, Method::Get),
        (302, Method::Get),
        (303, Method::Get),
        (307, Method::Post),
        (308, Method::Post),
    ] {
        let run = sent(status, WWW, |_| arrived());
        assert_eq!(hops(&run), [(method, WWW)], "{status}");
        assert_eq!(run.sent.last().unwrap().purpose, Purpose::Hop, "asked last");
    }
    let lower = sent(301, "/wc-api/kco_wc_push/", |_| arrived());
    assert_eq!(
        hops(&lower).len(),
        1,
        "small letters name the same callback"
    );
}

#[test]
fn what_is_not_the_callback_on_this_site_is_not_asked() {
    for to in [
        "https://pay.example.net/wc-api/KCO_WC_Push/",
        "https://shop.example.com.evil.example/wc-api/KCO_WC_Push/",
        "https://shop.example.com:8443/wc-api/KCO_WC_Push/",
        "/kassa/",
        "/wp-login.php?redirect_to=/wc-api/KCO_WC_Push/",
        "/wc-api/KCO_WC_Notification/",
        "/wc-api/KCO_WC_Push/?kco_wc_order_id=1",
        "/wc-api/KCO_WC_Push/delete/",
        "javascript:alert(1)",
    ] {
        let run = sent(302, to, |_| arrived());
        assert_eq!(hops(&run), [], "{to}");
    }
}

#[test]
fn the_summary_says_where_following_ends() {
    type Next = fn(&Probe) -> Outcome;
    let cases: &[(&str, u16, Next, usize, &str)] = &[
        ("arrives", 308, |_| arrived(), 1, "the call arrives."),
        (
            "arrives by GET",
            301,
            |_| arrived(),
            1,
            "arrives, but as a GET",
        ),
        (
            "not found",
            301,
            |_| response(404, &[], SERVER_404),
            1,
            "nothing is found",
        ),
        (
            "a password",
            301,
            |_| response(401, &[("www-authenticate", "Basic")], ""),
            1,
            "at a login",
        ),
        (
            "a login page",
            301,
            |_| redirect(302, "/my-account/"),
            1,
            "at a login",
        ),
        (
            "a page",
            301,
            |_| response(200, &[], "<html>"),
            1,
            "not WooCommerce's",
        ),
        (
            "refused",
            301,
            |_| response(403, &[], "<html>"),
            1,
            "with a refusal",
        ),
        (
            "back and forth",
            301,
            |p| {
                let www = p.url.contains("//www.");
                redirect(301, if www { HOME } else { WWW })
            },
            2,
            "in a circle",
        ),
        ("to itself", 301, |_| redirect(301, WWW), 1, "in a circle"),
        (
            "on and on",
            301,
            |p| {
                let small = p.url.ends_with("push/");
                let swedish = "/sv/wc-api/KCO_WC_PUSH/";
                redirect(
                    301,
                    if small {
                        swedish
                    } else {
                        "/wc-api/kco_wc_push/"
                    },
                )
            },
            2,
            "the next redirect",
        ),
    ];
    for (name, status, next, count, end) in cases {
        let run = sent(*status, WWW, *next);
        let summary = &run.report.causes[0].summary;
        assert!(summary.contains(end), "{name}: {summary}\n{}", run.lines());
        assert_eq!(hops(&run).len(), *count, "{name}\n{}", run.lines());
    }
}

#[test]
fn a_redirect_whose_target_is_hidden_is_not_followed() {
    let run = run(
        Intake::new("https://shop.example.com/", Surface::InPage),
        |probe| match probe.purpose {
            Purpose::Endpoint => Outcome::RedirectHidden,
            _ => healthy(probe),
        },
    );
    assert_eq!(hops(&run), []);
    assert_eq!(run.first(), "redirected");
}

/// After 301 to 303 a client goes on by GET: there it is followed only where the contract calls a GET as harmless as the
/// POST, or where a made-up name is asked in the endpoint's place.
#[test]
fn a_hop_is_followed_by_get_only_where_the_contract_allows_it() {
    let gateways: &[(&str, &str, bool)] = &[
        ("kco", "/wc-api/KCO_WC_Push/", true),
        ("klarna_payments", "/wc-api/KP_WC_AUTHORIZATION", false),
        (
            "viva",
            "/wp-json/wc_vivacom_smart/v1/payments_methods_endpoint",
            false,
        ),
        ("vipps_mobilepay", "/wc-api/wc_gateway_vipps/", false),
        ("paytrail", "/paytrail/callback/index", false),
        ("mercadopago", "/wc-api/callback_doctor_control/", true),
    ];
    for (id, path, by_get) in gateways {
        for status in [301, 302, 303, 307, 308] {
            let to = ["https://www.shop.example.com", path].concat();
            let intake = Intake {
                gateway: Gateway::by_id(id),
                ..Intake::new("https://shop.example.com/", Surface::Native)
            };
            let run = run(intake, |probe| match probe.purpose {
                Purpose::Endpoint => redirect(status, &to),
                Purpose::Hop => arrived(),
                _ => healthy(probe),
            });
            let method = if status > 303 {
                Method::Post
            } else {
                Method::Get
            };
            let wanted: &[_] = if method == Method::Post || *by_get {
                &[(method, to.as_str())]
            } else {
                &[]
            };
            assert_eq!(hops(&run), wanted, "{id} {status}\n{}", run.lines());
            assert_eq!(run.first(), "redirected", "{id} {status}\n{}", run.lines());
        }
    }
}
