//! Which addresses of a log are those that providers call. Most lines of a log are other traffic.

use crate::gateway::address::{Address, Name};
use crate::shop::{Callback, Harmless, Url};

/// Stands for the shop's name where a line has the path alone.
const SOME_SHOP: &str = "https://shop.example.com";

/// Bytes of a target that are looked at.
const TARGET_BYTES: usize = 2048;

/// Words that plugins put into the addresses of their callbacks; a part of a path or of an argument's value.
const WORDS: &[&str] = &[
    "webhook",
    "webhooks",
    "callback",
    "callbacks",
    "ipn",
    "itn",
    "notify",
    "notification",
    "notifications",
    "postback",
    "notifyurl",
];

/// First parts of routes of REST that the shop's own pages and other plugins call.
const OTHER_ROUTES: &[&str] = &[
    "wp",
    "oembed",
    "wc-admin",
    "wc-analytics",
    "wc-telemetry",
    "contact-form-7",
    "jetpack",
    "elementor",
    "yoast",
    "wordfence",
    "wccom-site",
    "batch",
    "litespeed",
    "akismet",
    "rankmath",
    "wp-site-health",
    "wp-block-editor",
    "wpcom",
    "wc-blocks",
    "facebook",
    "google-site-kit",
    "mailchimp",
    "omnisend",
    "fluentform",
    "gravityforms",
];

/// Ends of files that no provider calls.
const FILES: &[&str] = &[
    ".js", ".css", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".woff", ".woff2",
    ".map", ".txt", ".xml", ".ttf", ".json", ".html", ".mp4", ".avif",
];

/// An address of a log, without what names an order, and whether providers call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) url: String,
    pub(super) is_called: bool,
}

/// Reads the target of a request; `host` is the shop's name where the line has it.
pub(super) fn place(target: &str, host: Option<&str>, scheme: &str) -> Option<Place> {
    let target = target
        .get(..target.floor_char_boundary(TARGET_BYTES))
        .unwrap_or(target);
    // Most lines are of pages and files.
    if !may_be_called(target) {
        return Some(Place {
            url: String::new(),
            is_called: false,
        });
    }
    let host = host.filter(|host| is_host(host));
    let url = if target.starts_with('/') {
        let shop = match host {
            Some(host) => [scheme, host, target].concat(),
            None => [SOME_SHOP, target].concat(),
        };
        Url::parse(&shop).ok()?
    } else {
        Url::parse(target).ok()?
    };
    let is_called = is_callback(&url);
    let bare = bare(&url);
    let url = if target.starts_with('/') && host.is_none() {
        match bare.query() {
            Some(query) => [bare.path(), "?", query].concat(),
            None => bare.path().to_owned(),
        }
    } else {
        bare.to_string()
    };
    Some(Place { url, is_called })
}

/// Whether a host's name may stand before a path: with a point or a port, and nothing else.
fn is_host(host: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-.:[]_".contains(&b);
    !host.is_empty()
        && host.len() <= 260
        && host.bytes().all(plain)
        && host.bytes().any(|b| b.is_ascii_alphabetic() || b == b'.')
        && (host.contains('.') || host.starts_with("localhost"))
        && host != "_"
}

/// A quick look, before an address is read.
fn may_be_called(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    if FILES.iter().any(|end| path.ends_with(end)) && !lower.contains("wc-api=") {
        return false;
    }
    [
        "wc-api",
        "wp-json",
        "rest_route",
        "admin-post.php",
        "admin-ajax.php",
        "hook",
        "callback",
        "notif",
        "ipn",
        "itn",
        "postback",
        "paytrail",
        "vipps",
        "paypal",
        "woo",
        "wc_",
        "payment",
        "return",
        "listener",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

/// Whether providers call an address.
fn is_callback(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    if FILES.iter().any(|end| path.ends_with(end)) {
        return false;
    }
    let address = Address::read(url);
    match address.as_ref().map(|address| &address.name) {
        // Until 2016 the shop's own REST interface stood there.
        Some(Name::Handler(name)) => {
            let first = name.split('/').next().unwrap_or_default();
            !matches!(first, "v1" | "v2" | "v3")
        }
        Some(Name::Route(route)) => {
            let known = address
                .as_ref()
                .is_some_and(|address| !address.endpoints().is_empty());
            let first = route
                .split('/')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            let other = OTHER_ROUTES.contains(&first.as_str())
                || route.to_ascii_lowercase().starts_with("wc/");
            known || !other && has_word(route)
        }
        Some(Name::Action(action)) => {
            address
                .as_ref()
                .is_some_and(|address| !address.endpoints().is_empty())
                || has_word(action)
        }
        Some(Name::Own(_)) => true,
        None => {
            let query = url.query().unwrap_or_default();
            let named = |pair: &str| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                has_word(name) || matches!(name, "action" | "page") && has_word(value)
            };
            let admin = path.contains("/wp-admin/")
                && !path.ends_with("/admin-ajax.php")
                && !path.ends_with("/admin-post.php");
            !admin && (has_word(&path) || query.split('&').any(named))
        }
    }
}

fn has_word(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// An address as it may be kept: of a callback's only what names it.
fn bare(url: &Url) -> Url {
    let harmless = Harmless::of(url);
    if let Some(Callback::Entrance(_)) = harmless.callback {
        // A plugin's own file or path, up to what may be an order's number or a key.
        let plain = |segment: &&str| {
            segment.len() <= 40 && segment.bytes().filter(u8::is_ascii_digit).count() < 4
        };
        let path: Vec<&str> = url.path().split('/').take_while(plain).collect();
        return url.with_path(&path.join("/")).with_query(kept(url));
    }
    if harmless.callback.is_some() {
        let bare = harmless.address();
        if Address::read(bare).is_some() || Address::read(url).is_none() {
            return bare.clone();
        }
    }
    url.with_query(kept(url))
}

/// An argument that names the callback.
fn kept(url: &Url) -> Option<&str> {
    url.query().unwrap_or_default().split('&').find(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        matches!(name, "wc-api" | "rest_route" | "action")
            && pair.bytes().all(|b| b.is_ascii_graphic() && b != b'%')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callbacks_among_other_traffic() {
        for (target, called) in [
            ("/wc-api/KCO_WC_Push/?kco_wc_order_id=12", true),
            ("/sv/wc-api/KCO_WC_Push/", true),
            ("/?wc-api=wc_stripe", true),
            ("/index.php?wc-api=WC_Gateway_Paypal", true),
            ("/wp-json/mollie/v1/webhook", true),
            ("/wp-json/paypal/v1/incoming", true),
            ("/?rest_route=/paypal/v1/incoming", true),
            ("/wp-admin/admin-post.php?action=rzp_wc_webhook", true),
            ("/modules/gateways/callback/paghiper.php", true),
            ("/wc-api/v3/orders", false),
            ("/wp-json/wc/store/v1/cart", false),
            ("/wp-json/wc-admin/notifications", false),
            ("/wp-json/contact-form-7/v1/contact-forms/5/feedback", false),
            (
                "/wp-content/plugins/woocommerce/assets/js/webhook.js",
                false,
            ),
            ("/product/gift-shipnow/", false),
            ("/wp-login.php", false),
            ("/wp-admin/admin.php?page=wc-settings&tab=webhooks", false),
            ("/", false),
            ("/checkout/order-received/12/?key=wc_order_x", false),
        ] {
            let found = place(target, None, "https://");
            assert_eq!(
                found.is_some_and(|place| place.is_called),
                called,
                "{target}"
            );
        }
    }

    #[test]
    fn nothing_of_an_order_is_kept() {
        for (target, host, kept) in [
            (
                "/wc-api/KCO_WC_Push/?kco_wc_order_id=secret",
                None,
                "/wc-api/KCO_WC_Push/",
            ),
            ("/?wc-api=wc_stripe&key=secret", None, "/?wc-api=wc_stripe"),
            (
                "/wc-api/wc_gateway_vipps/v2/payments/secret-1042",
                Some("shop.example.com"),
                "https://shop.example.com/wc-api/wc_gateway_vipps",
            ),
            (
                "/modules/gateways/callback/paghiper.php?id=secret",
                None,
                "/modules/gateways/callback/paghiper.php",
            ),
        ] {
            let found = place(target, host, "https://").unwrap();
            assert!(found.url.starts_with(kept), "{target}: {}", found.url);
            assert!(!found.url.contains("secret"), "{target}: {}", found.url);
        }
    }
}
