//! The gateway, REST, versions and addresses; and shops that have nothing.

use callback_doctor::probe::Purpose;
use callback_doctor::report::CauseId as C;

use crate::hand::{INDEX, THEME_404, arrived, healthy, nobody_listens, redirect, response};
use crate::shape::{
    BANK_TRANSFER, BLOCK_CHECKOUT, COMING_SOON, DESCRIBED, FORBIDDEN, KCO_2_13, KCO_2_17, LOCKED,
    NO_ROUTE,
    Named::{Below, First, Not},
    Row, SHOP, STRANGER, Shop, is_index, locked, nobody_anywhere, noisy,
};

pub(crate) const ROWS: &[Row] = &[
    (
        "REST's own refusal in the place of the callback's answer",
        C::RestLocked,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::RestIndex | Purpose::RestRoute => healthy(p),
                _ => response(401, &[], LOCKED),
            },
            ..SHOP
        },
    ),
    (
        "the address on file has a name that the plugin gave up",
        C::CallbackAddressWrong,
        First,
        Shop {
            address: "https://shop.example.com/wc-api/KCO_WC_Validation/",
            ..SHOP
        },
    ),
    (
        "the address on file is the plugin's own",
        C::CallbackAddressWrong,
        Not,
        Shop {
            address: "https://shop.example.com/wc-api/KCO_WC_Push/",
            ..SHOP
        },
    ),
    (
        "http was typed and is redirected, and what WordPress has stored is hidden",
        C::Redirected,
        First,
        Shop {
            address: "http://shop.example.com/",
            html: Some("<p>A page that shows nothing, seen over https</p>"),
            answer: |p| match p.purpose {
                _ if is_index(p) => response(403, &[], FORBIDDEN),
                _ if p.url.starts_with("http:") => redirect(301, &p.url.replace("http:", "https:")),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "nobody listens under the gateway's name",
        C::GatewayInactive,
        First,
        Shop {
            answer: |p| {
                if is_index(p) {
                    healthy(p)
                } else {
                    nobody_listens()
                }
            },
            html: Some(KCO_2_17),
            ..SHOP
        },
    ),
    (
        "nobody listens under a name that nobody has",
        C::GatewayInactive,
        Not,
        SHOP,
    ),
    (
        "400 in other words than WooCommerce's",
        C::GatewayInactive,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(400, &[], "-1 is no valid id"),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "the stored address is http, the home https",
        C::HttpHomeUrl,
        First,
        Shop {
            answer: |p| {
                if is_index(p) {
                    let index = INDEX.replace("\"url\":\"https", "\"url\":\"http");
                    response(200, &[], &index)
                } else {
                    healthy(p)
                }
            },
            ..SHOP
        },
    ),
    (
        "the stored address is https, the home http",
        C::HttpHomeUrl,
        First,
        Shop {
            answer: |p| {
                if is_index(p) {
                    let index = INDEX.replace("\"home\":\"https", "\"home\":\"http");
                    response(200, &[], &index)
                } else {
                    healthy(p)
                }
            },
            ..SHOP
        },
    ),
    (
        "somebody typed a link with http",
        C::HttpHomeUrl,
        Not,
        Shop {
            html: Some(
                r#"<link rel="https://api.w.org/" href="https://shop.example.com/wp-json/"><a href="http://shop.example.com/villkor/">Villkor</a>"#,
            ),
            ..SHOP
        },
    ),
    (
        "nobody listens in a shop that shows nothing",
        C::GatewayInactive,
        Not,
        Shop {
            answer: nobody_anywhere,
            ..SHOP
        },
    ),
    (
        "nobody listens in a shop with a gateway that nobody knows",
        C::GatewayInactive,
        Not,
        Shop {
            html: Some(STRANGER),
            answer: nobody_anywhere,
            ..SHOP
        },
    ),
    (
        "nobody listens, and the checkout offers a bank transfer alone",
        C::GatewayInactive,
        First,
        Shop {
            html: Some(BANK_TRANSFER),
            answer: nobody_anywhere,
            ..SHOP
        },
    ),
    (
        "a notice before the answer",
        C::OutputBeforeAnswer,
        Below,
        Shop {
            answer: |p| {
                noisy(
                    p,
                    "<br />\n<b>Notice</b>:  x in <b>/srv/wp-content/plugins/a/a.php</b> on line <b>3</b><br />\n",
                    "",
                )
            },
            ..SHOP
        },
    ),
    (
        "a cache's comment after the answer",
        C::OutputBeforeAnswer,
        Below,
        Shop {
            answer: |p| noisy(p, "", "\n<!-- kept by a cache -->"),
            ..SHOP
        },
    ),
    ("the answer alone", C::OutputBeforeAnswer, Not, SHOP),
    (
        "a picture of the shop over http",
        C::MixedContent,
        Below,
        Shop {
            html: Some(r#"<img src="http://shop.example.com/a.jpg">"#),
            ..SHOP
        },
    ),
    (
        "a picture of somebody else over http",
        C::MixedContent,
        Not,
        Shop {
            html: Some(r#"<img src="http://pictures.example.net/a.jpg">"#),
            ..SHOP
        },
    ),
    (
        "the block checkout, and REST wants a login",
        C::RestLocked,
        First,
        Shop {
            html: Some(BLOCK_CHECKOUT),
            answer: |p| match p.purpose {
                Purpose::BlockRoute => response(401, &[], LOCKED),
                _ => locked(p),
            },
            ..SHOP
        },
    ),
    (
        "the block checkout, and its route is gone",
        C::RestLocked,
        First,
        Shop {
            html: Some(BLOCK_CHECKOUT),
            answer: |p| match p.purpose {
                Purpose::BlockRoute => response(404, &[], NO_ROUTE),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "the block checkout, REST closed but for its route",
        C::RestLocked,
        Not,
        Shop {
            html: Some(BLOCK_CHECKOUT),
            answer: |p| match p.purpose {
                Purpose::BlockRoute => response(200, &[("allow", "POST")], DESCRIBED),
                _ => locked(p),
            },
            ..SHOP
        },
    ),
    (
        "the block checkout, and the server refuses OPTIONS",
        C::RestLocked,
        Not,
        Shop {
            html: Some(BLOCK_CHECKOUT),
            answer: |p| match p.purpose {
                Purpose::BlockRoute => response(405, &[("allow", "GET, POST")], ""),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "REST is closed, and the checkout is the classic one",
        C::RestLocked,
        Not,
        Shop {
            html: Some(KCO_2_17),
            answer: locked,
            ..SHOP
        },
    ),
    (
        "an answer after eight seconds",
        C::SlowAnswer,
        First,
        Shop { ms: 8_000, ..SHOP },
    ),
    (
        "an answer just in time",
        C::SlowAnswer,
        Not,
        Shop { ms: 5_000, ..SHOP },
    ),
    (
        "a version that speaks to hosts that were closed",
        C::PluginOutdated,
        First,
        Shop {
            html: Some(KCO_2_13),
            ..SHOP
        },
    ),
    (
        "the first version that works",
        C::PluginOutdated,
        Not,
        Shop {
            html: Some(KCO_2_17),
            ..SHOP
        },
    ),
    (
        "a name that nobody has gets the same answer",
        C::Undetermined,
        First,
        Shop {
            answer: |p| if is_index(p) { healthy(p) } else { arrived() },
            ..SHOP
        },
    ),
    (
        "everything can be seen but REST",
        C::Undetermined,
        Not,
        Shop {
            answer: locked,
            ..SHOP
        },
    ),
    ("both callers arrive", C::Healthy, First, SHOP),
    (
        "pages announce the shop, and callbacks pass",
        C::Healthy,
        First,
        Shop {
            html: Some(COMING_SOON),
            ..SHOP
        },
    ),
    (
        "a shop in a folder",
        C::Healthy,
        First,
        Shop {
            address: "https://shop.example.com/butik/",
            ..SHOP
        },
    ),
    (
        "200 and a page instead of WooCommerce's answer",
        C::Healthy,
        Not,
        Shop {
            answer: |p| {
                if is_index(p) {
                    healthy(p)
                } else {
                    response(200, &[], THEME_404)
                }
            },
            ..SHOP
        },
    ),
];
