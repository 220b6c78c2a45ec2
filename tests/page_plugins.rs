//! What plugins leave on a page: languages, WooCommerce, gateways.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use callback_doctor::page::{LanguagePlugin, read};

const PAGE: &str = "https://shop.example.com/x/";

fn rest(href: &str) -> String {
    format!("<link rel=https://api.w.org/ href='{href}'>")
}

#[test]
fn language_plugins() {
    use LanguagePlugin as L;
    let asset = |slug: &str| format!("<script src=/wp-content/plugins/{slug}/a.js></script>");
    for (html, plugin) in [
        (asset("polylang"), L::Polylang),
        (asset("polylang-pro"), L::Polylang),
        (
            "<li class='lang-item lang-item-12 lang-item-sv'>".into(),
            L::Polylang,
        ),
        (asset("sitepress-multilingual-cms"), L::Wpml),
        (asset("woocommerce-multilingual"), L::Wpml),
        (
            "<meta name=generator content='WPML ver:4.6.9 stt:1,51;'>".into(),
            L::Wpml,
        ),
        ("<div class='x wpml-ls-statics-footer'>".into(), L::Wpml),
        (asset("translatepress-multilingual"), L::TranslatePress),
        (
            "<div class=trp-language-switcher-container>".into(),
            L::TranslatePress,
        ),
        (
            "<body class='home translatepress-sv_SE'>".into(),
            L::TranslatePress,
        ),
        (
            "<meta name=generator content='qTranslate-XT 3.16.1'>".into(),
            L::QtranslateXt,
        ),
        (
            "<script type=application/json id=weglot-data>{}</script>".into(),
            L::Weglot,
        ),
        (
            "<script src=https://cdn.weglot.com/weglot.min.js></script>".into(),
            L::Weglot,
        ),
        ("<div class=gtranslate_wrapper>".into(), L::Gtranslate),
        (
            "<script src=https://cdn.gtranslate.net/widgets/latest/float.js></script>".into(),
            L::Gtranslate,
        ),
        ("<div id=conveythis-wrapper>".into(), L::ConveyThis),
        (asset("conveythis-translate"), L::ConveyThis),
        (asset("linguise"), L::Linguise),
        (asset("falang"), L::Falang),
        (asset("bogo"), L::Bogo),
        (asset("wpglobus"), L::WpGlobus),
        (asset("multilingual-press"), L::MultilingualPress),
        // A theme's classes do not outweigh a plugin's own files.
        (
            "<i class=lang-item><i class=lang-item><i class=lang-item>".to_owned()
                + &asset("bogo")
                + &asset("bogo/x"),
            L::Bogo,
        ),
    ] {
        let signs = read(&html, Some(PAGE)).languages;
        assert_eq!(signs.plugin, Some(plugin), "{html}");
        assert!(!signs.evidence.is_empty(), "{html}");
    }
    for html in [
        asset("language-icons"),
        "<p class='lang item-lang slang-item trp wpml'>".into(),
        "<p id=weg>".into(),
        "<p title=lang-item>".into(),
        "<a href=/wp-content/plugins/polylang/readme.txt>".into(),
        "<meta name=description content='qTranslate-XT'>".into(),
    ] {
        assert_eq!(read(&html, Some(PAGE)).languages.plugin, None, "{html}");
    }
}

#[test]
fn products() {
    let signs = read(
        "<script src=/wp-includes/js/jquery.js></script>",
        Some(PAGE),
    );
    assert_eq!(signs.wordpress.as_deref(), Some(""));
    let signs = read(&rest("/wp-json/"), Some(PAGE));
    assert_eq!(signs.wordpress.as_deref(), Some(""));
    assert!(signs.woocommerce.is_none());
    let signs = read("<meta name=generator content='WordPress.com'>", Some(PAGE));
    assert_eq!(signs.wordpress, None);
    for (html, version) in [
        (
            "<meta name=generator content='WooCommerce 9.3.2'>",
            Some("9.3.2"),
        ),
        (
            "<meta name=generator content='WooCommerce Payments 8.0'><body class=woocommerce-page>",
            None,
        ),
        ("<body class='home woocommerce-no-js'>", None),
        (
            "<link rel=stylesheet href='/wp-content/plugins/woocommerce/x.css?ver=wc-10.9.1'>",
            Some("10.9.1"),
        ),
        (
            "<script src='/wp-content/plugins/woocommerce/assets/js/b.js?ver=2.7.0-wc.10.9.1'></script>",
            Some("10.9.1"),
        ),
        (
            "<script src='/app/plugins/woocommerce/assets/js/frontend/cart.min.js?ver=10.9.1'></script>",
            Some("10.9.1"),
        ),
        (
            "<script src='/wp-content/plugins/woocommerce/assets/js/select2.js?ver=4.0.3'></script>",
            None,
        ),
    ] {
        let woo = read(html, Some(PAGE)).woocommerce.unwrap();
        assert_eq!(woo.version.as_deref(), version, "{html}");
        assert!(!woo.evidence.is_empty(), "{html}");
    }
    assert_eq!(
        read("<body class='no-wc-breadcrumb xwoocommerce'>", Some(PAGE)).woocommerce,
        None
    );
}

#[test]
fn gateways() {
    let kustom = "/wp-content/plugins/klarna-checkout-for-woocommerce";
    for (html, version) in [
        (
            format!(
                "<script src={kustom}/assets/js/klarna-checkout-for-woocommerce.js?ver=2.13.3></script>"
            ),
            Some("2.13.3"),
        ),
        (
            format!(
                "<link rel=stylesheet href={kustom}/assets/css/klarna-checkout-for-woocommerce.min.css?x=y&#038;ver=2.20.9>"
            ),
            Some("2.20.9"),
        ),
        (
            format!("<script id=kco-js src={kustom}/assets/js/renamed.js?ver=2.20.9></script>"),
            Some("2.20.9"),
        ),
        (
            format!(
                "<script src={kustom}/dependencies/krokedil/shipping/src//assets/js/pickup-point-select.js?ver=2.0.0></script>"
            ),
            None,
        ),
        (
            format!(
                "<script src={kustom}/assets/js/klarna-checkout-for-woocommerce.js?ver=b6572d14></script>"
            ),
            None,
        ),
        ("<div id=kco-iframe>".into(), None),
        (
            "<li class='wc_payment_method payment_method_kco'>".into(),
            None,
        ),
        (
            "<script>var kco_params = {\"submit_order\":\"\\/?wc-ajax=checkout\"};</script>".into(),
            None,
        ),
    ] {
        let gateways = read(&html, Some(PAGE)).gateways;
        assert_eq!(
            gateways[0].plugin, "klarna-checkout-for-woocommerce",
            "{html}"
        );
        assert_eq!(gateways[0].version.as_deref(), version, "{html}");
    }
    let html = "<script src=/wp-content/plugins/klarna-payments-for-woocommerce/assets/js/klarna-payments.js?ver=4.7.0></script>";
    let gateways = read(html, Some(PAGE)).gateways;
    assert_eq!(gateways[0].plugin, "klarna-payments-for-woocommerce");
    assert_eq!(gateways[0].version.as_deref(), Some("4.7.0"));
    // What stands behind `?ver=` is a version for the files that the gateway's row names, and for no other.
    for (file, plugin, version) in [
        (
            "woocommerce-gateway-stripe/assets/css/stripe-link.css",
            "woocommerce-gateway-stripe",
            Some("10.8.3"),
        ),
        (
            "woocommerce-gateway-stripe/build/upe-blocks.js",
            "woocommerce-gateway-stripe",
            None,
        ),
        (
            "mollie-payments-for-woocommerce/public/mollie.js",
            "mollie-payments-for-woocommerce",
            None,
        ),
        ("woo-razorpay/checkout_block.js", "woo-razorpay", None),
    ] {
        let html = format!("<script src=/wp-content/plugins/{file}?ver=10.8.3></script>");
        let gateways = read(&html, Some(PAGE)).gateways;
        assert_eq!(gateways[0].plugin, plugin, "{file}");
        assert_eq!(gateways[0].version.as_deref(), version, "{file}");
    }
    let script = format!("<script src={kustom}/blocks/build/checkout.js?ver=b6></script>");
    let on = |class: &str| read(&format!("<body class={class}>{script}"), Some(PAGE));
    assert!(on("woocommerce-checkout").block_checkout);
    assert!(!on("woocommerce-cart").block_checkout);
}
