//! Every cause with a shop that has it, and one that looks almost the same and does not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics says what broke"
)]
#![allow(clippy::too_many_lines, reason = "tables of cases are long")]
#![allow(clippy::unnecessary_wraps, reason = "helpers give what a field takes")]

mod address;
mod front;
#[path = "../hand/mod.rs"]
mod hand;
mod shape;
mod shop;
mod site;

use std::collections::BTreeSet;

use callback_doctor::check::CHECKS;
use callback_doctor::diagnosis::{Diagnosis, Intake};
use callback_doctor::probe::{Outcome, Probe, Purpose};
use callback_doctor::report::CauseId as C;
use callback_doctor::report::{CauseId, Report};
use callback_doctor::shop::dns::{LookUp, Resolver};
use hand::{INDEX, Run, drive, healthy, nobody_listens, page, response};
use shape::{
    BLOCK_CHECKOUT, FORBIDDEN, KCO_2_13, KCO_2_17,
    Named::{Below, First, Not},
    PRETTY_LINK, Row, SHOP, Shop, TWO_LANGUAGES, is_index, locked,
};

/// Every row.
fn rows() -> impl Iterator<Item = &'static Row> {
    [address::ROWS, front::ROWS, site::ROWS, shop::ROWS]
        .into_iter()
        .flatten()
}

fn diagnose(shop: &Shop) -> Run {
    let intake = Intake {
        page: shop.html.and_then(page),
        ..Intake::new(shop.address, shop.surface)
    };
    drive(intake, |probe| ((shop.answer)(probe), Some(shop.ms)))
}

/// Causes that stand in what people were sent, and that no request from here shows.
const ONLY_EXPLAINED: [CauseId; 2] = [C::GatewayRefused, C::OutboundFailed];

#[test]
fn every_cause_has_a_shop_that_has_it_and_one_that_nearly_has() {
    let asked = |cause: &&CauseId| !ONLY_EXPLAINED.contains(cause);
    for cause in CauseId::ALL.iter().filter(asked) {
        for named in [&[First, Below][..], &[Not]] {
            let has = rows().any(|(_, c, n, _)| c == cause && named.contains(n));
            assert!(has, "no row says {named:?} for {}", cause.as_str());
        }
    }
}

#[test]
fn causes_are_named_where_they_are_and_not_where_they_are_not() {
    let mut wrong = Vec::new();
    for (name, cause, named, shop) in rows() {
        let run = diagnose(shop);
        let right = match named {
            First => run.first() == cause.as_str(),
            Below => run.first() == "healthy" && run.causes().contains(&cause.as_str()),
            Not => !run.causes().contains(&cause.as_str()),
        };
        if !right {
            wrong.push(format!(
                "{name}: wanted {} {named:?}, got {:?}\n{}",
                cause.as_str(),
                run.causes(),
                run.lines()
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn row(name: &str) -> Run {
    let (.., shop) = rows().find(|(row, ..)| *row == name).unwrap();
    diagnose(shop)
}

#[test]
fn pages_that_are_closed_are_said_not_to_be_the_reason() {
    for name in [
        "pages announce the shop, and callbacks pass",
        "a maintenance plugin that lets callbacks through",
    ] {
        let run = row(name);
        assert_eq!(run.first(), "healthy", "{name}");
        let summary = &run.report.causes[0].summary;
        assert!(summary.contains("not the reason"), "{name}: {summary}");
    }
    let summary = &row("both callers arrive").report.causes[0].summary;
    assert!(!summary.contains("not the reason"), "{summary}");
}

#[test]
fn what_a_web_page_did_not_see_of_the_callback_is_only_likely() {
    for name in [
        "a web page reads REST only by its query",
        "a web page reads REST wherever no slash stands at the end",
        "a web page reads the index under www, and the home is without it",
        "a web page reads a home with a language, and the query form is sent away",
    ] {
        let report = row(name).report;
        let first = &report.causes[0];
        assert!(report.headline.starts_with("Most likely: "), "{name}");
        assert!(first.summary.contains("Most likely"), "{name}");
        assert!(first.evidence.len() > 1, "{name}: {:?}", first.evidence);
        assert!(!report.unsure.is_empty(), "{name}");
    }
    let seen = row("sent to the same callback below a language").report;
    assert!(!seen.headline.contains("likely"), "{}", seen.headline);
}

#[test]
fn the_block_route_is_asked_only_where_it_settles_something() {
    let with_namespace = |p: &Probe| {
        if is_index(p) {
            response(200, &[], &INDEX.replace("wc/v3", "kco-block"))
        } else {
            healthy(p)
        }
    };
    let asks = |html: Option<&'static str>, answer: fn(&Probe) -> Outcome| {
        let run = diagnose(&Shop {
            html,
            answer,
            ..SHOP
        });
        (run.asked(Purpose::BlockRoute), run.sent.len())
    };
    assert_eq!(
        asks(Some(BLOCK_CHECKOUT), healthy),
        (true, 5),
        "the namespace is missing"
    );
    assert_eq!(
        asks(Some(BLOCK_CHECKOUT), with_namespace),
        (false, 4),
        "the namespace is there"
    );
    assert_eq!(
        asks(None, healthy),
        (false, 4),
        "no block checkout was seen"
    );
    assert!(!asks(Some(KCO_2_17), locked).0, "a classic checkout");
    let refused = |_: &Probe| response(403, &[], FORBIDDEN);
    assert!(!asks(Some(BLOCK_CHECKOUT), refused).0, "the way is closed");
}

#[test]
fn what_refuses_the_block_route_is_named_after_what_stops_the_push() {
    let run = diagnose(&Shop {
        html: Some(BLOCK_CHECKOUT),
        answer: |p| match p.purpose {
            Purpose::BlockRoute => response(
                503,
                &[],
                "<title>Your access to this site has been limited</title><p>Generated by Wordfence at now</p>",
            ),
            Purpose::Endpoint => nobody_listens(),
            _ => healthy(p),
        },
        ..SHOP
    });
    assert_eq!(
        run.causes(),
        ["gateway-inactive", "blocked"],
        "{}",
        run.lines()
    );
    assert!(run.report.causes[1].summary.contains("/wp-json/"));
}

#[test]
fn remedies_name_this_shops_paths() {
    let paths = |html: &'static str| {
        let run = diagnose(&Shop {
            html: Some(html),
            answer: |p| match p.purpose {
                Purpose::Endpoint => response(200, &[("x-cache", "HIT")], "-1"),
                _ => healthy(p),
            },
            ..SHOP
        });
        let causes = &run.report.causes;
        let cached = causes.iter().find(|cause| cause.id == C::CachedCallback);
        let mut pastes = cached.unwrap().remedy.pastes.iter();
        let list = pastes.find(|paste| paste.text.starts_with("/wc-api/"));
        list.unwrap().text.clone()
    };
    assert_eq!(paths(PRETTY_LINK), "/wc-api/KCO_WC_Push/");
    assert_eq!(
        paths(KCO_2_13),
        "/wc-api/KCO_WC_Push/\n/wc-api/KCO_WC_Notification/",
        "an older version sends one more"
    );
    assert_eq!(
        paths(BLOCK_CHECKOUT),
        "/wc-api/KCO_WC_Push/\n/wp-json/kco-block/order/"
    );
    assert_eq!(
        paths(TWO_LANGUAGES),
        "/wc-api/KCO_WC_Push/\n/sv/wc-api/KCO_WC_Push/\n/en/wc-api/KCO_WC_Push/"
    );
}

#[test]
fn retired_names_are_neither_called_nor_called_a_fault() {
    use callback_doctor::explain::explain;
    use callback_doctor::given::Given;
    for (name, _, _, shop) in rows() {
        let run = diagnose(shop);
        for endpoint in &run.report.endpoints {
            assert!(
                ["KCO_WC_Push", "callback_doctor_control"]
                    .iter()
                    .any(|name| endpoint.url.contains(name)),
                "{name}: {}",
                endpoint.url
            );
        }
    }
    let said = |path: &str| {
        let given = Given {
            url: Some(format!("https://shop.example.com{path}")),
            status: Some(400),
            body: Some("-1".to_owned()),
            ..Given::default()
        };
        explain(&given, callback_doctor::text::Language::En).cause
    };
    for path in [
        "/wc-api/KCO_WC_Notification/",
        "/sv/wc-api/kco_wc_validation",
        "/?wc-api=KCO_WC_Shipping_Option_Update&kco_wc_order_id=1",
    ] {
        assert_eq!(said(path), C::Healthy, "{path}");
    }
    assert_eq!(said("/wc-api/KCO_WC_Push/"), C::GatewayInactive);
}

/// Status, headers and body.
type Page = (u16, &'static [(&'static str, &'static str)], &'static str);

/// Answers of products that name themselves.
const PRODUCTS: [Page; 3] = [
    (
        503,
        &[],
        "<title>Your access to this site has been limited</title><p>Generated by Wordfence at now</p>",
    ),
    (
        503,
        &[],
        "<title>Your access to this site has been limited</title><p>Reason: Exceeded the maximum number of requests per minute</p><p>Generated by Wordfence at now</p>",
    ),
    (
        522,
        &[("server", "cloudflare"), ("cf-ray", "1-ARN")],
        "error code: 522",
    ),
];

/// What a check says that it can find, some shop has; and what it finds, it says.
#[test]
fn each_check_finds_what_it_declares_and_nothing_else() {
    let of = |report: Report| {
        let findings = report.findings.into_iter();
        findings.flat_map(|finding| {
            let causes = finding.causes.into_iter();
            causes.map(move |cause| (finding.check.clone(), cause))
        })
    };
    let rows = rows().flat_map(|(.., shop)| of(diagnose(shop).report));
    // What answers in a shop's callback's place, at the block checkout's route of one that works.
    let of_rows = |probe: &Probe| {
        let callback = Probe {
            purpose: Purpose::Endpoint,
            ..probe.clone()
        };
        let answers = self::rows().map(move |(.., shop)| (shop.answer)(&callback));
        answers.chain(PRODUCTS.map(|(status, headers, body)| response(status, headers, body)))
    };
    let at_route = (0..self::rows().count() + PRODUCTS.len()).flat_map(|number| {
        let intake = Intake {
            page: page(BLOCK_CHECKOUT),
            ..Intake::new(SHOP.address, SHOP.surface)
        };
        let run = drive(intake, |probe| {
            let answer = match probe.purpose {
                Purpose::BlockRoute => of_rows(probe).nth(number).unwrap(),
                _ => locked(probe),
            };
            (answer, Some(80))
        });
        of(run.report)
    });
    // Only a person lets a name be looked up.
    let mut nameless = Diagnosis::new(Intake::new(SHOP.address, SHOP.surface)).unwrap();
    nameless.look_up(LookUp {
        resolver: Resolver::Cloudflare,
        a: Ok(Vec::new()),
        aaaa: Ok(Vec::new()),
    });
    let found: BTreeSet<(String, CauseId)> =
        rows.chain(at_route).chain(of(nameless.report())).collect();
    let declared = CHECKS.iter().flat_map(|check| {
        let causes = check.finds.iter();
        causes.map(|cause| (check.id.as_str().to_owned(), *cause))
    });
    let declared: BTreeSet<(String, CauseId)> = declared.collect();
    let silent: Vec<_> = found.difference(&declared).collect();
    let unreached: Vec<_> = declared.difference(&found).collect();
    assert!(
        silent.is_empty() && unreached.is_empty(),
        "not declared: {silent:?}\nfound in no shop: {unreached:?}"
    );
}
