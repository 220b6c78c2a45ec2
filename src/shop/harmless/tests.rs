//! Callbacks in every form, pages with orders and keys in them, and any text at all.
#![allow(clippy::too_many_lines, reason = "tables")]

use std::path::PathBuf;

use proptest::prelude::*;

use super::forms::{FEW, SECRET, forms, of_facts};
use super::*;

fn harmless(text: &str) -> Harmless {
    Harmless::of(&Url::parse(text).unwrap_or_else(|e| panic!("{text}: {e}")))
}

fn assert_cut(callback: &str) {
    for (form, home) in forms(callback) {
        let found = harmless(&format!("https://shop.example.com{form}"));
        assert!(found.callback.is_some(), "{form} is a callback");
        assert_eq!(
            found.page.to_string(),
            format!("https://shop.example.com{home}"),
            "{form}"
        );
        let said = format!("{found:?} {}", found.address());
        let said = said.to_ascii_lowercase();
        for secret in [
            &SECRET.to_ascii_lowercase(),
            "s3cr3t",
            "77",
            "key=",
            "jsession",
        ] {
            assert!(!said.contains(secret), "{form}: {said}");
        }
    }
}

#[test]
fn every_callback_is_cut_to_its_home_in_every_form() {
    for callback in FEW {
        assert_cut(callback);
    }
}

#[test]
fn every_callback_of_the_facts_is_cut_in_every_form() {
    let callbacks = of_facts(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    if callbacks.is_empty() {
        println!("skipped: no facts");
        return;
    }
    assert!(
        callbacks.len() > 100,
        "only {} addresses were read",
        callbacks.len()
    );
    for callback in &callbacks {
        assert_cut(callback);
    }
}

#[test]
fn a_callback_keeps_its_name_and_nothing_else() {
    let handler = |name: &str| Some(Callback::Handler(name.to_owned()));
    let route = |name: &str| Some(Callback::Route(name.to_owned()));
    let entrance = |name: &str| Some(Callback::Entrance(name.to_owned()));
    for (address, page, callback, bare) in [
        (
            "/wc-api/KCO_WC_Push/?kco_wc_order_id=77",
            "/",
            handler("KCO_WC_Push"),
            "/wc-api/KCO_WC_Push/",
        ),
        (
            "/sv/wc-api/KCO_WC_Push",
            "/",
            handler("KCO_WC_Push"),
            "/sv/wc-api/KCO_WC_Push",
        ),
        (
            "/butik/index.php/%77c-api/kco_wc_push/77/",
            "/butik/",
            handler("kco_wc_push"),
            "/butik/index.php/wc-api/kco_wc_push/",
        ),
        (
            "/wc-api%2FKCO_WC_Push%2F77",
            "/",
            handler("KCO_WC_Push"),
            "/wc-api/KCO_WC_Push",
        ),
        (
            "/sv/?wc-api=wc_stripe&key=77",
            "/",
            handler("wc_stripe"),
            "/sv/?wc-api=wc_stripe",
        ),
        ("/wc-api/wc_order_abcDEF/", "/", entrance("wc-api"), "/"),
        ("/wc-api/", "/", entrance("wc-api"), "/"),
        ("/wc-api/%3Cscript%3E/", "/", entrance("wc-api"), "/"),
        (
            "/wp-json/mollie/v1/webhook?mollie_webhook_secret=77",
            "/",
            route("mollie/v1/webhook"),
            "/wp-json/mollie/v1/webhook",
        ),
        (
            "/wp-json/kco-block/order/77/validate",
            "/",
            route("kco-block/order"),
            "/wp-json/kco-block/order",
        ),
        (
            "/wp-json/iyzico/v1/webhook/a1b2c3",
            "/",
            route("iyzico/v1/webhook"),
            "/wp-json/iyzico/v1/webhook",
        ),
        (
            "/wp-json/iyzico/v1/webhook/abcdef",
            "/",
            route("iyzico/v1/webhook"),
            "/wp-json/iyzico/v1/webhook",
        ),
        (
            "/wp-json/qliro/v1/callback/save-card",
            "/",
            route("qliro/v1/callback/save-card"),
            "/wp-json/qliro/v1/callback/save-card",
        ),
        (
            "/?rest_route=%2Fwc-stripe%2Fv1%2Fwebhook&x=1",
            "/",
            route("wc-stripe/v1/webhook"),
            "/?rest_route=/wc-stripe/v1/webhook",
        ),
        ("/wp-json/?x=1", "/", route(""), "/wp-json/"),
        (
            "/butik/wp-admin/admin-post.php?action=rzp_wc_webhook",
            "/butik/",
            entrance("admin-post.php"),
            "/butik/wp-admin/admin-post.php?action=rzp_wc_webhook",
        ),
        (
            "/wp-admin/admin-ajax.php",
            "/",
            entrance("admin-ajax.php"),
            "/",
        ),
        (
            "/wp-content/plugins/x/ipn.php?order=77",
            "/",
            entrance("ipn"),
            "/",
        ),
        (
            "/checkout/order-received/77/?key=wc_order_x&wc-api=iyzipay",
            "/checkout/",
            handler("iyzipay"),
            "/checkout/",
        ),
        (
            "/my-account/wc-api/KCO_WC_Push/",
            "/",
            handler("KCO_WC_Push"),
            "/",
        ),
        (
            "/checkout/?wc-ajax=checkout",
            "/checkout/",
            entrance("wc-ajax"),
            "/checkout/",
        ),
    ] {
        let found = harmless(&format!("https://shop.example.com{address}"));
        let short = |url: &Url| url.to_string().replace("https://shop.example.com", "");
        assert_eq!(
            (short(&found.page).as_str(), &found.callback),
            (page, &callback),
            "{address}"
        );
        assert_eq!(short(found.address()), bare, "{address}");
        assert_eq!(
            harmless(&found.address().to_string()).page,
            found.page,
            "{address}"
        );
    }
}

#[test]
fn a_callback_shows_the_home_below_which_it_stands() {
    for (address, home) in [
        ("/butik/sv/wc-api/X/77", Some("/butik/")),
        ("/?wc-api=wc_stripe", Some("/")),
        ("/checkout/order-received/77/?wc-api=iyzipay", None),
        ("/butik/", None),
    ] {
        let home_path = harmless(&format!("https://shop.example.com{address}")).home();
        assert_eq!(
            home_path.as_ref().map(ShopUrl::home_path),
            home,
            "{address}"
        );
    }
}

#[test]
fn a_page_keeps_what_finds_it() {
    for (address, page, was_cut) in [
        ("/checkout/", "/checkout/", false),
        ("/checkout", "/checkout", false),
        ("/index.php/kassa/", "/index.php/kassa/", false),
        ("/index.php", "/index.php", false),
        ("//kassa//", "/kassa/", false),
        ("/?page_id=7", "/?page_id=7", false),
        (
            "/?page_id=7&order-received=77&key=wc_order_x",
            "/?page_id=7",
            false,
        ),
        (
            "/?p=12&post_type=product&lang=sv&product=mugg&s=bl%C3%A5+mugg",
            "/?p=12&post_type=product&lang=sv&product=mugg&s=bl%C3%A5+mugg",
            false,
        ),
        ("/?p=77&post_type=shop_order", "/", false),
        ("/?p=77&key=wc_order_x", "/", false),
        ("/?s=a%26b%3DX&lang=77", "/", false),
        (
            "/?page_id=7%20OR%201&product=%2e%2e",
            "/?product=%2e%2e",
            false,
        ),
        (
            "/?add-to-cart=5&_wpnonce=ab12&customer-logout=1",
            "/",
            false,
        ),
        ("/produkt/skjorta-42/", "/produkt/skjorta-42/", false),
        (
            "/f%C3%B6rl%C3%A5ng/kassa/",
            "/f%C3%B6rl%C3%A5ng/kassa/",
            false,
        ),
        ("/2024/05/mugg/", "/2024/", true),
        (
            "/checkout/order-received/77/?key=wc_order_x",
            "/checkout/",
            true,
        ),
        (
            "/checkout/order-pay/77/?pay_for_order=true&key=x",
            "/checkout/",
            true,
        ),
        ("/kassa/order-mottagen/77/?key=wc_order_x", "/kassa/", true),
        (
            "/kassa/best%C3%A4llning-mottagen/77/",
            "/kassa/best%C3%A4llning-mottagen/",
            true,
        ),
        ("/my-account/view-order/77/", "/", true),
        ("/sv/mitt-konto/orders/2/", "/sv/", true),
        ("/my-account/customer-logout/?_wpnonce=ab12", "/", true),
        ("/index.php/order-received/77/", "/", true),
        ("/tack/wc_order_AbCdEf/", "/tack/", true),
        (
            "/tack/KCO-123e4567-e89b-12d3-a456-426614174000/",
            "/tack/",
            true,
        ),
        ("/tack/anna@example.com/", "/tack/", true),
        ("/tack/key=abc/", "/tack/", true),
        ("/kassa;jsessionid=1A2B/", "/", true),
        ("/[1-99999]/", "/", true),
        ("/kassa/%252e%252e/x/", "/kassa/", true),
        ("/%CD%AA%ACCESS_TOKEN%AA/", "/", true),
        ("/wp-login.php?action=logout&_wpnonce=ab12", "/", true),
        ("/wp-admin/post.php?post=77", "/", true),
    ] {
        let address = format!("https://shop.example.com{address}");
        let found = harmless(&address);
        assert_eq!(
            found.page.to_string(),
            format!("https://shop.example.com{page}"),
            "{address}"
        );
        assert_eq!(
            (found.was_cut, &found.callback),
            (was_cut, &None),
            "{address}"
        );
    }
}

#[test]
fn a_shop_is_never_at_a_callback_or_an_order() {
    for (address, home) in [
        ("/wc-api/KCO_WC_Push/?order=77", "/"),
        ("/butik/wp-json/", "/butik/"),
        ("/checkout/order-received/77/", "/checkout/"),
        ("/2025/", "/2025/"),
        ("/[1-9]/", "/"),
        ("/sv/", "/sv/"),
    ] {
        let url = Url::parse(&format!("https://shop.example.com{address}")).unwrap();
        assert_eq!(ShopUrl::new(&url).home_path(), home, "{address}");
    }
}

/// Texts that look like addresses of callbacks and orders.
fn addresses() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z0-9%/?&=;._-]{0,6}",
        any::<char>().prop_map(String::from),
        proptest::sample::select(vec![
            "wc-api",
            "%77c-api",
            "wp-json",
            "/",
            "//",
            "\\",
            "?",
            "&",
            "=",
            ";",
            "%2F",
            "%252F",
            "%3F",
            "%26",
            "%25",
            "..",
            "index.php",
            "wc-api=",
            "rest_route=/",
            "?p=",
            "&s=",
            "&lang=",
            "post_type=shop_order",
            "key=",
            "77",
            "order-received",
            "my-account",
            "sv",
            "KCO_WC_Push",
            "callback",
            "[",
            "xmlrpc.php",
            "wp-admin",
        ])
        .prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_is_harmless_once_and_for_all(text in addresses()) {
        let Ok(url) = Url::parse(&["https://shop.example.com/", &text].concat()) else {
            return Ok(());
        };
        let found = Harmless::of(&url);
        let page = &found.page;
        prop_assert_eq!(page.origin(), "https://shop.example.com");
        let again = Harmless::of(page);
        prop_assert_eq!(&again.page, page, "cut twice: {}", url);
        prop_assert_eq!(&again.callback, &None, "still a callback: {}", url);
        prop_assert!(!again.was_cut, "still to cut: {}", url);
        for pair in page.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let key = pair.split('=').next().unwrap_or_default();
            prop_assert!(["page_id", "p", "post_type", "lang", "product", "s"].contains(&key), "{}", page);
        }
        let bare = Harmless::of(found.address());
        prop_assert_eq!(bare.address(), found.address(), "another address the second time: {}", url);
        prop_assert_eq!(&bare.page, page, "another page: {}", url);
        // What the browser and the server make of it is what was looked at.
        prop_assert_eq!(Url::parse(&page.to_string()), Ok(page.clone()));
    }
}

#[test]
fn a_page_is_read_where_a_redirect_stays_on_the_site() {
    let from = Url::parse("https://shop.example.com/sv/").unwrap();
    let site = ShopUrl::at_root(&from);
    for (location, expected) in [
        ("/shop/", Some("https://shop.example.com/shop/")),
        ("kassa/#top", Some("https://shop.example.com/sv/kassa/")),
        ("http://shop.example.com/", Some("http://shop.example.com/")),
        (
            "//www.shop.example.com/",
            Some("https://www.shop.example.com/"),
        ),
        ("/?page_id=7", Some("https://shop.example.com/?page_id=7")),
        ("https://shop.example.com:8443/", None),
        ("https://other.example/", None),
        ("https://shop.example.com.other.example/", None),
        ("https://shop.example.com@other.example/", None),
        ("http://169.254.169.254/latest/meta-data/", None),
        ("http://[fd00:ec2::254]/", None),
        ("http://127.0.0.1/", None),
        ("//localhost/", None),
        ("javascript:alert(1)", None),
        ("intent://shop.example.com/", None),
        ("/wc-api/KCO_WC_Push/?kco=1", None),
        ("/?wc-api=KCO_WC_Push", None),
    ] {
        let next = next_page(&site, &from, location).map(|url| url.to_string());
        assert_eq!(next.as_deref(), expected, "{location}");
    }
}
