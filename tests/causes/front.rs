//! What stands before WordPress: the address, the connection, refusals, redirects, caches.

use callback_doctor::probe::{Caller, NoAnswer, Outcome, Purpose};
use callback_doctor::report::CauseId as C;

use crate::hand::{THEME_404, healthy, redirect, response};
use crate::shape::{
    FORBIDDEN,
    Named::{First, Not},
    PRETTY_LINK, Row, SHOP, Shop, is_index, locked,
};

pub(crate) const ROWS: &[Row] = &[
    (
        "an address of a private network",
        C::NotPublic,
        First,
        Shop {
            address: "http://192.168.1.20/",
            ..SHOP
        },
    ),
    (
        "a public address that is only a number",
        C::NotPublic,
        Not,
        Shop {
            address: "https://8.8.8.8/",
            ..SHOP
        },
    ),
    (
        "a public name that begins like a private one",
        C::NotPublic,
        Not,
        Shop {
            address: "https://localhost.example.com/",
            ..SHOP
        },
    ),
    (
        "nothing listens",
        C::Unreachable,
        First,
        Shop {
            answer: |_| Outcome::NoAnswer(NoAnswer::Refused),
            ..SHOP
        },
    ),
    (
        "only the provider's call is closed without an answer",
        C::Unreachable,
        Not,
        Shop {
            answer: |p| match p.caller {
                Caller::Provider => Outcome::NoAnswer(NoAnswer::Reset),
                Caller::Browser => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "the certificate fails, http answers",
        C::TlsBroken,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::HttpsRedirect => redirect(301, &p.url.replace("http:", "https:")),
                _ => Outcome::NoAnswer(NoAnswer::Tls),
            },
            ..SHOP
        },
    ),
    (
        "https is refused, and http too",
        C::TlsBroken,
        Not,
        Shop {
            answer: |_| Outcome::NoAnswer(NoAnswer::Refused),
            ..SHOP
        },
    ),
    (
        "www is added",
        C::Redirected,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => {
                    redirect(301, "https://www.shop.example.com/wc-api/KCO_WC_Push/")
                }
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "http is redirected, and the shop says https of itself",
        C::Redirected,
        Not,
        Shop {
            address: "http://shop.example.com/kassa/",
            html: Some(PRETTY_LINK),
            answer: |p| match p.purpose {
                Purpose::HttpsRedirect => redirect(301, &p.url.replace("http:", "https:")),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "everybody is refused",
        C::Blocked,
        First,
        Shop {
            answer: |_| response(403, &[], FORBIDDEN),
            ..SHOP
        },
    ),
    (
        "REST alone is refused",
        C::Blocked,
        Not,
        Shop {
            answer: |p| {
                if is_index(p) {
                    response(403, &[], FORBIDDEN)
                } else {
                    healthy(p)
                }
            },
            ..SHOP
        },
    ),
    (
        "Cloudflare asks for a browser",
        C::Challenge,
        First,
        Shop {
            answer: |_| {
                response(
                    403,
                    &[("cf-mitigated", "challenge")],
                    "<title>Just a moment...</title>",
                )
            },
            ..SHOP
        },
    ),
    (
        "Cloudflare lets the call through",
        C::Challenge,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(
                    200,
                    &[
                        ("server", "cloudflare"),
                        ("cf-cache-status", "DYNAMIC"),
                        ("cf-ray", "8c1-ARN"),
                    ],
                    "-1",
                ),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "the provider's User-Agent is refused",
        C::CallerBlocked,
        First,
        Shop {
            answer: |p| match p.caller {
                Caller::Provider => response(403, &[], FORBIDDEN),
                Caller::Browser => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "both are refused in the same words",
        C::CallerBlocked,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(403, &[], FORBIDDEN),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "POST is not allowed, GET arrives",
        C::PostRefused,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(403, &[], FORBIDDEN),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "neither POST nor GET is allowed",
        C::PostRefused,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint | Purpose::GetForm => response(403, &[], FORBIDDEN),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "too many requests",
        C::RateLimited,
        First,
        Shop {
            answer: |_| response(429, &[("retry-after", "60")], ""),
            ..SHOP
        },
    ),
    (
        "a limit that is counted and not reached",
        C::RateLimited,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(200, &[("x-ratelimit-remaining", "59")], "-1"),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "the web server asks for a password",
        C::LoginWall,
        First,
        Shop {
            answer: |_| response(401, &[("www-authenticate", "Basic realm=\"x\"")], ""),
            ..SHOP
        },
    ),
    (
        "REST asks for a login",
        C::LoginWall,
        Not,
        Shop {
            answer: locked,
            ..SHOP
        },
    ),
    (
        "a cache gives its own -1",
        C::CachedCallback,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(200, &[("x-varnish", "32770 3")], "-1"),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "a cache gives an old page",
        C::CachedCallback,
        First,
        Shop {
            html: Some(PRETTY_LINK),
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(200, &[("x-litespeed-cache", "hit")], THEME_404),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
    (
        "a cache that has nothing to give",
        C::CachedCallback,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(
                    200,
                    &[
                        ("x-cache", "MISS"),
                        ("x-varnish", "32770"),
                        ("age", "0"),
                        ("cf-cache-status", "BYPASS"),
                    ],
                    "-1",
                ),
                _ => healthy(p),
            },
            ..SHOP
        },
    ),
];
