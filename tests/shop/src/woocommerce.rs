//! WooCommerce's dispatcher for `/wc-api/NAME/` and `/?wc-api=NAME`.

use serde_json::json;

use crate::response::Response;
use crate::shop::Shop;

/// The names that Kustom Checkout 2.20.9 listens to. Source: its `class-kco-api-callbacks.php`; measured 2026-11-22.
const LISTENED: &[&str] = &["kco_wc_push", "kco_wc_address_update"];

/// Answers a callback, whatever its method: `-1`, with 200 where a plugin listens to the name, else 400.
///
/// Nothing is done with an order: the real handler, too, answers the same whether it knows the order or not.
pub(crate) fn dispatch(shop: &Shop, name: &str) -> Response {
    let name = name.trim_matches('/').to_ascii_lowercase();
    if matches!(name.split('/').next(), Some("v1" | "v2" | "v3")) {
        let errors = json!({"errors": [{
            "code": "woocommerce_api_disabled",
            "message": "The legacy API of this demo shop is switched off.",
        }]});
        return Response::json(404, &errors).uncached();
    }
    if shop.gateway && LISTENED.contains(&name.as_str()) {
        Response::html(200, "-1").uncached()
    } else {
        Response::html(400, "-1").uncached().closing()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case_and_only_whole() {
        let shop = Shop::default();
        for (name, status) in [
            ("KCO_WC_Push", 200),
            ("kco_wc_push", 200),
            ("kco_wc_push/", 200),
            ("KCO_WC_Address_Update", 200),
            ("KCO_WC_Push/extra", 400),
            ("KCO_WC_Notification", 400),
            ("", 400),
            ("v3/orders", 404),
        ] {
            assert_eq!(dispatch(&shop, name).status, status, "{name}");
        }
        let off = Shop {
            gateway: false,
            ..Shop::default()
        };
        assert_eq!(dispatch(&off, "KCO_WC_Push").status, 400);
    }
}
