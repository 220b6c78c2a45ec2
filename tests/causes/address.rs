//! What a plain web page finds that may read REST alone.

use callback_doctor::probe::{NoAnswer, Outcome, Probe, Purpose};
use callback_doctor::report::CauseId as C;
use callback_doctor::report::Surface;

use crate::hand::{INDEX, healthy, response};
use crate::shape::{
    NO_ROUTE,
    Named::{First, Not},
    Row, SHOP, Shop,
};

/// The same shop from a web page: it is shown nothing that REST did not write.
const PAGE: Shop = Shop {
    surface: Surface::Site,
    answer: |p| rest(p, Purpose::asks_rest),
    ..SHOP
};

/// What WordPress says beside every answer of REST, and lets every page read.
const PRETTY_HEADER: &str = "<https://shop.example.com/wp-json/>; rel=\"https://api.w.org/\"";

/// REST answers where `open` says so, and nothing else can be read.
fn rest(probe: &Probe, open: fn(Purpose) -> bool) -> Outcome {
    match probe.purpose {
        Purpose::Presence => Outcome::Opaque,
        Purpose::RestNamespace if open(probe.purpose) => response(404, &[], NO_ROUTE),
        purpose if open(purpose) => healthy(probe),
        _ => Outcome::Unreadable,
    }
}

/// Every address of REST answers, and WordPress's home carries a language.
fn in_swedish(probe: &Probe) -> Outcome {
    if probe.purpose.asks_rest() {
        let home = "\"home\":\"https://shop.example.com";
        response(200, &[], &INDEX.replace(home, &[home, "/sv"].concat()))
    } else {
        Outcome::Unreadable
    }
}

/// REST answers under www alone, and WordPress says that this is its home.
fn only_under_www(probe: &Probe, home: &str) -> Outcome {
    if probe.url.starts_with("https://www.example.com/") {
        response(200, &[], &INDEX.replace("https://shop.example.com", home))
    } else if probe.purpose == Purpose::Presence {
        Outcome::Opaque
    } else {
        Outcome::Unreadable
    }
}

pub(crate) const ROWS: &[Row] = &[
    (
        "a web page that reads a healthy index",
        C::Undetermined,
        First,
        PAGE,
    ),
    (
        "a web page that is shown nothing, but that there is an answer",
        C::Undetermined,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::Presence => Outcome::Opaque,
                _ => Outcome::Unreadable,
            },
            ..PAGE
        },
    ),
    (
        "a web page that gets nothing at all",
        C::Unreachable,
        First,
        Shop {
            answer: |_| Outcome::Unreadable,
            ..PAGE
        },
    ),
    (
        "a secure web page that may not ask an http address",
        C::Undetermined,
        First,
        Shop {
            answer: |_| Outcome::NoAnswer(NoAnswer::NotPermitted),
            ..PAGE
        },
    ),
    (
        "a web page reads REST only by its query",
        C::RewriteNotServed,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::RestRoute => response(200, &[("link", PRETTY_HEADER)], INDEX),
                _ => Outcome::Unreadable,
            },
            ..PAGE
        },
    ),
    (
        "a web page reads REST wherever no slash stands at the end",
        C::Redirected,
        First,
        Shop {
            answer: |p| {
                rest(p, |purpose| {
                    matches!(purpose, Purpose::RestRoute | Purpose::RestNamespace)
                })
            },
            ..PAGE
        },
    ),
    (
        "a web page reads REST wherever no slash stands at the end, so rewriting works",
        C::RewriteNotServed,
        Not,
        Shop {
            answer: |p| {
                rest(p, |purpose| {
                    matches!(purpose, Purpose::RestRoute | Purpose::RestNamespace)
                })
            },
            ..PAGE
        },
    ),
    (
        "a web page gets a page where no slash stands at the end",
        C::Redirected,
        Not,
        Shop {
            answer: |p| match p.purpose {
                Purpose::RestIndex => Outcome::Unreadable,
                Purpose::RestNamespace => response(200, &[], "<html>{}</html>"),
                _ => healthy(p),
            },
            ..PAGE
        },
    ),
    (
        "a web page reads the index under www, and the home is without it",
        C::Redirected,
        First,
        Shop {
            address: "https://example.com/",
            answer: |p| only_under_www(p, "https://example.com"),
            ..PAGE
        },
    ),
    (
        "a web page reads the index under www, where the home is",
        C::Redirected,
        Not,
        Shop {
            address: "https://example.com/",
            answer: |p| only_under_www(p, "https://www.example.com"),
            ..PAGE
        },
    ),
    (
        "a web page reads a home with a language, and the query form is sent away",
        C::LanguageRedirect,
        First,
        Shop {
            answer: |p| match p.purpose {
                Purpose::RestRoute => Outcome::Unreadable,
                _ => in_swedish(p),
            },
            ..PAGE
        },
    ),
    (
        "a web page reads a home with a language in both forms",
        C::LanguageRedirect,
        Not,
        Shop {
            answer: in_swedish,
            ..PAGE
        },
    ),
    (
        "a web page reads a home without a language, and the query form shows nothing",
        C::LanguageRedirect,
        Not,
        Shop {
            answer: |p| rest(p, |purpose| purpose == Purpose::RestIndex),
            ..PAGE
        },
    ),
];
