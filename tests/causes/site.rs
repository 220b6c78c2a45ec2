//! WordPress: whether it is there, its permalinks, rules and languages, its failures.

use callback_doctor::probe::Purpose;
use callback_doctor::report::CauseId as C;

use crate::hand::{INDEX, SERVER_404, THEME_404, healthy, redirect, response};
use crate::shape::{
    FORBIDDEN, HOME_IN_SWEDISH,
    Named::{First, Not},
    PATHINFO_LINK, PLAIN_LINK, PRETTY_LINK, Row, SEED_PROD, SHOP, Shop, TWO_LANGUAGES, is_index,
    unknown_path,
};

pub(crate) const ROWS: &[Row] = &[
    (
        "a site that shows nothing of WordPress",
        C::NotWoocommerce,
        First,
        Shop {
            answer: |_| response(404, &[], FORBIDDEN),
            ..SHOP
        },
    ),
    (
        "the same answers, and a theme's page among them",
        C::NotWoocommerce,
        Not,
        Shop {
            answer: |_| response(404, &[], THEME_404),
            ..SHOP
        },
    ),
    (
        "WordPress without WooCommerce's namespaces",
        C::WoocommerceInactive,
        First,
        Shop {
            answer: |p| {
                if is_index(p) {
                    response(200, &[], &INDEX.replace("wc/", "x/"))
                } else {
                    response(404, &[], THEME_404)
                }
            },
            ..SHOP
        },
    ),
    (
        "WordPress's 404 at the path alone",
        C::WoocommerceInactive,
        Not,
        Shop {
            answer: unknown_path,
            ..SHOP
        },
    ),
    (
        "the front page at the path, and a REST link without a path",
        C::PlainPermalinks,
        First,
        Shop {
            html: Some(PLAIN_LINK),
            answer: |p| match p.purpose {
                Purpose::Endpoint | Purpose::Control => response(200, &[], THEME_404),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "a REST link without a path, and the path works",
        C::PlainPermalinks,
        Not,
        Shop {
            html: Some(PLAIN_LINK),
            ..SHOP
        },
    ),
    (
        "the whole site is refused",
        C::PlainPermalinks,
        Not,
        Shop {
            answer: |_| response(403, &[], FORBIDDEN),
            ..SHOP
        },
    ),
    (
        "the address works through index.php only",
        C::PathinfoPermalinks,
        First,
        Shop {
            html: Some(PATHINFO_LINK),
            answer: unknown_path,
            ..SHOP
        },
    ),
    (
        "the address works through index.php, and permalinks are pretty",
        C::PathinfoPermalinks,
        Not,
        Shop {
            html: Some(PRETTY_LINK),
            answer: unknown_path,
            ..SHOP
        },
    ),
    (
        "the web server's 404 at every pretty address",
        C::RewriteNotServed,
        First,
        Shop {
            html: Some(PRETTY_LINK),
            answer: |p| match p.purpose {
                Purpose::Endpoint | Purpose::Control | Purpose::RestIndex => {
                    response(404, &[], SERVER_404)
                }
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "WordPress's own 404 at the path",
        C::RewriteNotServed,
        Not,
        Shop {
            html: Some(PRETTY_LINK),
            answer: unknown_path,
            ..SHOP
        },
    ),
    (
        "WordPress's 404 while REST and the query form work",
        C::StaleRewriteRules,
        First,
        Shop {
            html: Some(PRETTY_LINK),
            answer: unknown_path,
            ..SHOP
        },
    ),
    (
        "a 404 that a cache has kept",
        C::StaleRewriteRules,
        Not,
        Shop {
            html: Some(PRETTY_LINK),
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(404, &[("x-cache", "HIT")], THEME_404),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "only the address with a language is known",
        C::LanguagePrefixRequired,
        First,
        Shop {
            html: Some(TWO_LANGUAGES),
            answer: unknown_path,
            ..SHOP
        },
    ),
    (
        "neither address is known",
        C::LanguagePrefixRequired,
        Not,
        Shop {
            html: Some(TWO_LANGUAGES),
            answer: |p| match p.purpose {
                Purpose::Prefixed => response(404, &[], THEME_404),
                _ => unknown_path(p),
            },
            ..SHOP
        },
    ),
    (
        "the home carries a language whose callback is unknown",
        C::LanguagePrefixAdded,
        First,
        Shop {
            html: Some(HOME_IN_SWEDISH),
            answer: |p| match p.purpose {
                Purpose::Prefixed => response(404, &[], THEME_404),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "the home carries a language, and its callback works",
        C::LanguagePrefixAdded,
        Not,
        Shop {
            html: Some(HOME_IN_SWEDISH),
            ..SHOP
        },
    ),
    (
        "sent to the same callback below a language",
        C::LanguageRedirect,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => redirect(302, "/sv/wc-api/KCO_WC_Push/"),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "sent to a page below a language",
        C::LanguageRedirect,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => redirect(302, "/sv/kassa/"),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "WordPress is being updated",
        C::Maintenance,
        First,
        Shop {
            answer: |_| {
                let body = "<div class=\"wp-die-message\">Briefly unavailable for scheduled maintenance. Check back in a minute.</div>";
                response(503, &[("retry-after", "600")], body)
            },
            ..SHOP
        },
    ),
    (
        "a maintenance plugin that lets callbacks through",
        C::Maintenance,
        Not,
        Shop {
            html: Some(SEED_PROD),
            ..SHOP
        },
    ),
    (
        "WordPress fails",
        C::ServerError,
        First,
        Shop {
            answer: |_| response(500, &[], ""),
            ..SHOP
        },
    ),
    (
        "REST alone fails",
        C::ServerError,
        Not,
        Shop {
            answer: |p| {
                if is_index(p) {
                    response(500, &[], "")
                } else {
                    healthy(p)
                }
            },
            ..SHOP
        },
    ),
];
