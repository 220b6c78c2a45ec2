//! WooCommerce's dispatcher for `/wc-api/NAME/` and `/?wc-api=NAME`.

use serde_json::json;

use crate::plugin::{self, Door};
use crate::request::Request;
use crate::response::Response;
use crate::site::Site;

/// The names that Kustom Checkout 2.20.9 listens to. Source: its `class-kco-api-callbacks.php`; measured 2026-11-22.
const LISTENED: &[&str] = &["kco_wc_push", "kco_wc_address_update"];

/// Answers a callback, whatever its method: what the plugin that listens to the name says, by itself or `-1`, else 400 `-1`.
///
/// Nothing is done with an order: the real handler, too, answers the same whether it knows the order or not.
pub(crate) fn dispatch(
    site: &Site<'_>,
    request: &Request,
    sent: &str,
    by_argument: bool,
) -> Response {
    let shop = site.shop;
    let name = sent.trim_matches('/').to_ascii_lowercase();
    if matches!(name.split('/').next(), Some("v1" | "v2" | "v3")) {
        let errors = json!({"errors": [{
            "code": "woocommerce_api_disabled",
            "message": "The legacy API of this demo shop is switched off.",
        }]});
        return Response::json(404, &errors).uncached();
    }
    if shop.gateway && !shop.is_kustom() {
        let door = Door::Handler {
            name: sent.trim_matches('/'),
            by_argument,
        };
        if let Some(response) = plugin::answer(site, &request.method, door) {
            return response.uncached();
        }
    }
    if shop.gateway && shop.is_kustom() && LISTENED.contains(&name.as_str()) {
        Response::html(200, "-1").uncached()
    } else {
        Response::html(400, "-1").uncached().closing()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shop::Shop;
    use crate::site::Place;

    fn status(shop: &Shop, name: &str) -> u16 {
        let place = Place {
            http: "shop.example.com".into(),
            https: "shop.example.com".into(),
            demo: false,
        };
        let request = Request {
            method: "POST".into(),
            ..Request::default()
        };
        let site = Site::new(shop, &place, &request);
        dispatch(&site, &request, name, false).status
    }

    #[test]
    fn names_are_found_in_any_case_and_only_whole() {
        let shop = Shop::default();
        for (name, expected) in [
            ("KCO_WC_Push", 200),
            ("kco_wc_push", 200),
            ("kco_wc_push/", 200),
            ("KCO_WC_Address_Update", 200),
            ("KCO_WC_Push/extra", 400),
            ("KCO_WC_Notification", 400),
            ("", 400),
            ("v3/orders", 404),
        ] {
            assert_eq!(status(&shop, name), expected, "{name}");
        }
        let off = Shop {
            gateway: false,
            ..Shop::default()
        };
        assert_eq!(status(&off, "KCO_WC_Push"), 400);
    }
}
