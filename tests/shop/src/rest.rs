//! WordPress's REST API, as far as a diagnosis reads it: the index, namespaces, and the errors.

use serde_json::{Map, Value, json};

use crate::languages::View;
use crate::plugin::{self, Door};
use crate::request::Request;
use crate::response::Response;
use crate::shop::{Checkout, Languages, Permalinks, Shop};
use crate::site::Site;

/// The address of the REST API, as `rest_url()` builds it.
pub(crate) fn address(site: &Site<'_>, view: &View) -> String {
    let home = format!("{}{}", site.home(), view.home_folder);
    match site.shop.permalinks {
        Permalinks::Plain => format!("{home}/index.php?rest_route=/"),
        Permalinks::Pathinfo => format!("{home}/index.php/wp-json/"),
        Permalinks::Pretty => format!("{home}/wp-json/"),
    }
}

/// The `Link` header that names the REST API.
pub(crate) fn link(site: &Site<'_>, view: &View) -> String {
    format!("<{}>; rel=\"https://api.w.org/\"", address(site, view))
}

/// Answers a REST request for a route such as `/` or `/wc/store/v1`.
pub(crate) fn answer(site: &Site<'_>, request: &Request, view: &View, route: &str) -> Response {
    let shop = site.shop;
    let route = route.trim_matches('/');
    let store = route.starts_with("wc/store") && shop.woocommerce;
    let own = own(site, request, route);
    let (status, mut value) = match shop.rest_refusal {
        Some(words) => (401, error("rest_cannot_access", words, 401)),
        None if own.is_some() => (own.as_ref().map_or(404, |own| own.status), Value::Null),
        None => routed(site, request, view, route),
    };
    if status < 400
        && let Some(fields) = request
            .argument("_fields")
            .filter(|fields| !fields.is_empty())
    {
        value = only(value, &fields);
    }
    let response = match own.filter(|_| shop.rest_refusal.is_none()) {
        Some(own) => Response::new(own.status)
            .with("Content-Type", "application/json; charset=UTF-8")
            .body(own.body),
        None => Response::json(status, &value),
    };
    let mut response = response
        .with("X-Robots-Tag", "noindex")
        .with("Link", link(site, view))
        .with("X-Content-Type-Options", "nosniff")
        .with(
            "Access-Control-Expose-Headers",
            "X-WP-Total, X-WP-TotalPages, Link",
        )
        .with(
            "Access-Control-Allow-Headers",
            "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
        );
    if status != 404 && status != 401 {
        let validates = validated(route);
        response = response.with("Allow", if validates { "POST" } else { "GET" });
    }
    // Core echoes any origin; WooCommerce's store routes name none of strangers.
    let origin = request.header("Origin").filter(|_| !store);
    if let Some(origin) = origin {
        response = response
            .with("Access-Control-Allow-Origin", origin)
            .with("Vary", "Origin");
    }
    if store || origin.is_some() {
        response = response
            .with(
                "Access-Control-Allow-Methods",
                "OPTIONS, GET, POST, PUT, PATCH, DELETE",
            )
            .with("Access-Control-Allow-Credentials", "true");
    }
    response
}

/// What the payment plugin answers at a route of its own.
fn own(site: &Site<'_>, request: &Request, route: &str) -> Option<Response> {
    let shop = site.shop;
    if !(shop.woocommerce && shop.gateway) || shop.is_kustom() {
        return None;
    }
    plugin::answer(site, &request.method, Door::Route(route))
}

fn routed(site: &Site<'_>, request: &Request, view: &View, route: &str) -> (u16, Value) {
    let names = namespaces(site);
    if route.is_empty() {
        return (200, index(site, view, &names));
    }
    let validates = validated(route) && names.contains(&"kco-block");
    if request.method == "OPTIONS" && (validates || names.contains(&route)) {
        return (200, json!({"namespace": route}));
    }
    if request.method == "OPTIONS" && site.shop.gateway && !site.shop.is_kustom() {
        let endpoint = plugin::endpoint(site.shop.plugin, Door::Route(route));
        if let Some((name, _)) = endpoint.and_then(|endpoint| endpoint.via.rest()) {
            return (200, json!({"namespace": name, "methods": ["POST"]}));
        }
    }
    if validates && request.method == "POST" {
        let words = "The order could not be checked.";
        return (
            400,
            json!({"error_type": "approval_failed", "error_text": words}),
        );
    }
    if names.contains(&route) && request.method != "POST" {
        let path = format!("/{route}");
        return (
            200,
            json!({"namespace": route, "routes": {path: {"namespace": route, "methods": ["GET"]}}}),
        );
    }
    (
        404,
        error("rest_no_route", "There is nothing at this route.", 404),
    )
}

/// Whether a route is the one by which the checkout block asks the shop for approval.
fn validated(route: &str) -> bool {
    route
        .strip_prefix("kco-block/order/")
        .is_some_and(|rest| rest.ends_with("/validate"))
}

fn index(site: &Site<'_>, view: &View, names: &[&str]) -> Value {
    let routes: Map<String, Value> = std::iter::once(String::from("/"))
        .chain(names.iter().map(|name| format!("/{name}")))
        .map(|path| (path, json!({"methods": ["GET"]})))
        .collect();
    json!({
        "name": site.shop.name,
        "description": "",
        "url": site.stored(),
        "home": format!("{}{}", site.home(), view.home_folder),
        "gmt_offset": "0",
        "timezone_string": "",
        "page_for_posts": 0,
        "show_on_front": "posts",
        "namespaces": names,
        "authentication": {},
        "routes": routes,
    })
}

fn namespaces(site: &Site<'_>) -> Vec<&'static str> {
    let Shop {
        woocommerce,
        gateway,
        checkout,
        languages,
        ..
    } = *site.shop;
    let mut names = vec!["oembed/1.0"];
    if woocommerce {
        names.extend([
            "wc/v3",
            "wc/v2",
            "wc/v1",
            "wc-admin",
            "wc-analytics",
            "wc/store",
            "wc/store/v1",
            "wc/private",
        ]);
    }
    names.extend([
        "wp/v2",
        "wp-site-health/v1",
        "wp-block-editor/v1",
        "wp-abilities/v1",
    ]);
    if woocommerce && gateway && !site.shop.is_kustom() {
        for name in plugin::namespaces(site.shop.plugin) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    } else if woocommerce && gateway && checkout == Checkout::Block {
        names.push("kco-block");
    }
    if matches!(languages, Languages::Polylang { .. }) {
        names.push("pll/v1");
    }
    names
}

fn error(code: &str, message: &str, status: u16) -> Value {
    json!({"code": code, "message": message, "data": {"status": status}})
}

/// What `_fields` leaves of an object: a list of names, of which the part before a dot counts.
fn only(value: Value, fields: &str) -> Value {
    let wanted = |name: &str| {
        fields
            .split(',')
            .any(|field| field.trim().split('.').next() == Some(name))
    };
    match value {
        Value::Object(map) => {
            Value::Object(map.into_iter().filter(|(name, _)| wanted(name)).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_honoured() {
        let value = json!({"a": 1, "b": {"c": 2}, "d": 3});
        assert_eq!(
            only(value.clone(), "a, b.c"),
            json!({"a": 1, "b": {"c": 2}})
        );
        assert_eq!(only(value, "x"), json!({}));
    }
}
