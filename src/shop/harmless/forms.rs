//! Callbacks as servers and people write them, for tests of every surface.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "only tests use it"
)]

use std::path::Path;

/// Stands where an order, a key or a nonce stands.
pub(crate) const SECRET: &str = "wc_order_S3cr3tT0ken";

/// One callback of each kind, and entrances that are no gateway's.
pub(crate) const FEW: &[&str] = &[
    "/wc-api/KCO_WC_Push/",
    "/wc-api/KCO_WC_Notification/",
    "/wc-api/mollie_wc_gateway_ideal/",
    "/?wc-api=wc_stripe",
    "/?wc-api=WC_Gateway_PayFast",
    "/wp-json/kco-block/order/0/validate",
    "/wp-json/wc/v3/payments/webhook",
    "/wp-json/1cc/v1",
    "/wp-json/",
    "/?rest_route=/klarna/v1/kec/notifications",
    "/?wc-ajax=update_order_review",
    "/wp-admin/admin-post.php?action=rzp_wc_webhook",
    "/wp-admin/admin-ajax.php?action=x",
    "/xmlrpc.php",
    "/wp-cron.php",
    "/paytrail/callback/index/",
    "/?paytrail-route=callback",
    "/vipps-consent-removal/",
    "/nobody-knows-this-ipn/",
];

/// The addresses of the gateways' endpoints in `shared`; none where it is absent.
pub(crate) fn of_facts(shared: &Path) -> Vec<String> {
    let Ok(text) = std::fs::read_to_string(shared.join("facts/gateways.json")) else {
        return Vec::new();
    };
    let facts: serde_json::Value = serde_json::from_str(&text).unwrap();
    let gateways = facts["gateways"].as_array().unwrap().iter();
    let endpoints = gateways.flat_map(|gateway| gateway["endpoints"].as_array().unwrap());
    let urls = endpoints.flat_map(|endpoint| [&endpoint["url"], &endpoint["probe"]["url"]]);
    let mut urls: Vec<String> = urls
        .filter_map(|url| url.as_str())
        // Some tell of an address and are none.
        .filter(|url| url.starts_with('/') && !url.contains(['<', '{', '\u{2026}']))
        .map(str::to_owned)
        .collect();
    let others: Vec<String> = urls.iter().filter_map(|url| other_form(url)).collect();
    urls.extend(others);
    urls.sort();
    urls.dedup();
    urls
}

/// The path for a query, and the query for a path.
fn other_form(url: &str) -> Option<String> {
    let name = |text: &str| {
        text.split(['/', '?', '&'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    if let Some(handler) = url.strip_prefix("/wc-api/") {
        return Some(format!("/?wc-api={}", name(handler)));
    }
    if let Some(handler) = url.strip_prefix("/?wc-api=") {
        return Some(format!("/wc-api/{}/", name(handler)));
    }
    let route = url.strip_prefix("/wp-json")?;
    Some(format!("/?rest_route={route}"))
}

/// The same path and query as servers and people write them: case, encoding, slashes, folders, what stands behind.
pub(crate) fn forms(callback: &str) -> Vec<(String, &'static str)> {
    let (path, query) = callback.split_once('?').unwrap_or((callback, ""));
    let path = path.trim_matches('/');
    let asked = if query.is_empty() {
        format!("?key={SECRET}&order=77")
    } else {
        format!("?{query}&key={SECRET}&order=77")
    };
    let encode_first = |text: &str, layer: &str| {
        let first = text.bytes().find(u8::is_ascii_alphabetic);
        first.map_or(text.to_owned(), |b| {
            text.replacen(char::from(b), &format!("{layer}{b:02x}"), 1)
        })
    };
    let mut out: Vec<(String, &'static str)> = Vec::new();
    for (prefix, home) in [
        ("/", "/"),
        ("/sv/", "/"),
        ("/pt-br/", "/"),
        ("/index.php/", "/"),
        ("/index.php/sv/", "/"),
        ("/sv/index.php/", "/"),
        ("/butik/", "/butik/"),
        ("/butik/en/", "/butik/"),
        ("/butik/index.php/", "/butik/"),
        ("//", "/"),
        ("/x/../", "/"),
        ("/%2e/", "/"),
    ] {
        let mut add = |path: &str, query: &str| out.push((format!("{prefix}{path}{query}"), home));
        add(path, &asked);
        let slash = if path.is_empty() { "" } else { "/" };
        add(&format!("{path}{slash}"), &asked);
        add(&path.to_uppercase(), &asked.to_uppercase());
        add(&path.to_lowercase(), &asked);
        add(&path.replace('/', "//"), &asked);
        add(&path.replace('/', "\\"), &asked);
        if path.is_empty() {
            add("", &encode_first(&asked, "%"));
            add("", &encode_first(&asked, "%25"));
            add("", &format!("?key={SECRET}&{query}"));
            add("", &format!("?key={SECRET};{query}"));
            add("", &asked.replacen("api=", "api%5B%5D=", 1));
        } else {
            add(&encode_first(path, "%"), &asked);
            add(&encode_first(path, "%25"), &asked);
            add(&encode_first(path, "%2525"), &asked);
            add(&format!("{path};jsessionid={SECRET}"), &asked);
            add(&path.replacen('/', &format!(";v={SECRET}/"), 1), &asked);
            add(&format!("{path}/77/{SECRET}"), &asked);
        }
    }
    out
}
