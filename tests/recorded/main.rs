//! The brain against the recorded answers of a real shop: every situation must get its first cause and its blocker.
//!
//! The recordings lie beside the project; where they are absent the tests say so and pass.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod answer;
mod gateways;
mod golden;
mod pasted;
mod schema;
mod shop;
mod visit;

use std::collections::BTreeMap;

use callback_doctor::case::PageRead;
use callback_doctor::diagnosis::{Diagnosis, Intake, Step};
use callback_doctor::probe::{Answer, Caller, NoAnswer, Outcome, limits};
use callback_doctor::report::{Report, Surface, Verdict};
use serde::Deserialize;
use shop::Recorded;

#[derive(Deserialize)]
struct Expected {
    cause: Vec<String>,
    #[serde(default)]
    blocker: Vec<Option<String>>,
    /// Causes that would be wrong.
    #[serde(default)]
    not: Vec<String>,
    /// The gateway, where a page shows it.
    #[serde(default)]
    gateway: Vec<String>,
    /// The path that the provider has on file.
    callback: Option<String>,
}

/// Folders of recordings: the shop in 76 situations, a newer one in 77 others, and shops with another gateway alone; and the
/// demo shop in a few, which every clone has.
const FOLDERS: [&str; 4] = ["shop", "gateways", "shop2", "small"];

fn expected() -> BTreeMap<String, Expected> {
    expected_in("shop")
}

fn expected_in(folder: &str) -> BTreeMap<String, Expected> {
    let Some(folder) = shop::corpus(folder) else {
        println!("skipped: no corpus");
        return BTreeMap::new();
    };
    serde_json::from_str(&std::fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap()
}

/// Drives a diagnosis as a hand does, two at a time, and checks the rules that never bend.
fn diagnose(recorded: &Recorded, surface: Surface) -> Report {
    let (requested, page) = recorded.page();
    diagnose_at(recorded, surface, &requested, page)
}

fn diagnose_at(
    recorded: &Recorded,
    surface: Surface,
    requested: &str,
    page: Option<PageRead>,
) -> Report {
    let intake = Intake {
        page,
        ..Intake::new(requested, surface)
    };
    let mut diagnosis = Diagnosis::new(intake).unwrap();
    let mut under_way = Vec::new();
    let mut sent = 0;
    loop {
        match diagnosis.next() {
            Step::Send(probe) => {
                sent += 1;
                assert!(
                    sent <= limits::PROBES,
                    "more than {} probes",
                    limits::PROBES
                );
                for forbidden in [
                    "KCO_WC_Notification",
                    "KCO_WC_Validation",
                    "kco_wc_order_id",
                ] {
                    assert!(!probe.url.contains(forbidden), "asks {}", probe.url);
                }
                under_way.push(probe);
                assert!(
                    under_way.len() <= limits::IN_FLIGHT,
                    "more than {} probes at a time",
                    limits::IN_FLIGHT
                );
            }
            Step::Wait => {
                let probe = under_way.remove(0);
                let answer = recorded.answer(&probe, surface);
                diagnosis.observe(probe.id, answer);
            }
            Step::Done => break,
        }
    }
    assert!(under_way.is_empty(), "done with answers outstanding");
    let report = diagnosis.report();
    schema::assert_valid(&report);
    report
}

#[test]
fn every_recorded_situation_gets_its_first_cause() {
    for folder in FOLDERS {
        every_situation(folder);
    }
}

fn every_situation(folder: &str) {
    let mut wrong = Vec::new();
    let mut probes = Vec::new();
    for (name, expected) in expected_in(folder) {
        let report = diagnose(&Recorded::open_in(folder, &name), Surface::Native);
        let first = &report.causes[0];
        let cause_fits = expected
            .cause
            .iter()
            .any(|cause| cause == first.id.as_str());
        let blocker_fits = expected.blocker.is_empty() || expected.blocker.contains(&first.blocker);
        // Most home pages show none.
        let shows = folder == "small" || report.gateway.seen;
        let gateway_fits =
            !shows || expected.gateway.is_empty() || expected.gateway.contains(&report.gateway.id);
        if !cause_fits || !blocker_fits || !gateway_fits {
            wrong.push(format!(
                "{name}: of {}: wanted {:?} {:?}, got {:?}\n{}",
                report.gateway.id,
                expected.cause,
                expected.blocker,
                report
                    .causes
                    .iter()
                    .map(|c| (c.id.as_str(), &c.blocker))
                    .collect::<Vec<_>>(),
                lines(&report)
            ));
        }
        probes.push(report.probes.len());
    }
    if !probes.is_empty() {
        println!(
            "{folder}: {} situations, {} wrong, {} probes in all",
            probes.len(),
            wrong.len(),
            probes.iter().sum::<usize>()
        );
    }
    assert!(
        wrong.is_empty(),
        "{} situations of {folder} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Shops with another gateway alone: as someone on the checkout asks, and as someone who brings the address that the provider
/// has on file, which is all that there is where no page shows the gateway.
#[test]
fn every_gateway_s_situation_gets_its_first_cause() {
    let mut wrong = Vec::new();
    let mut asked = 0;
    let expected = expected_in("gateways2");
    for (name, expected) in &expected {
        let recorded = Recorded::open_in("gateways2", name);
        let base = recorded.base.trim_end_matches('/');
        let on_file = [base, expected.callback.as_deref().unwrap_or("/")].concat();
        let (page_url, page) = recorded.checkout();
        let by_page = !expected.gateway.is_empty() && !name.ends_with("_in_path_form");
        let home = recorded.page_at(&[base, "/"].concat());
        for (at, requested, page) in [
            ("page", &page_url, page.filter(|_| by_page)),
            ("on file", &on_file, home),
        ] {
            // Of a path of its own that nobody knows only a page tells whether the plugin is there at all.
            let untold = at == "on file" && name == "paytrail_stale"
                // There only a comment of the page shows it, and comments are no signs.
                || at == "page" && name == "redsys_rewrite_broken";
            if at == "page" && !by_page || untold {
                continue;
            }
            asked += 1;
            let report = diagnose_at(&recorded, Surface::Native, requested, page);
            let first = &report.causes[0];
            let fits = expected
                .cause
                .iter()
                .any(|cause| cause == first.id.as_str());
            let blames = expected
                .not
                .iter()
                .any(|not| report.causes.iter().any(|c| c.id.as_str() == not));
            let blocker = expected.blocker.is_empty() || expected.blocker.contains(&first.blocker);
            let gateway =
                expected.gateway.is_empty() || expected.gateway.contains(&report.gateway.id);
            if !fits || blames || !blocker || !gateway {
                let causes: Vec<_> = report
                    .causes
                    .iter()
                    .map(|c| (c.id.as_str(), &c.blocker))
                    .collect();
                wrong.push(format!(
                    "{name} by {at}: wanted {:?} {:?}, got {causes:?} of {}\n{}",
                    expected.cause,
                    expected.blocker,
                    report.gateway.id,
                    lines(&report)
                ));
            }
        }
    }
    println!(
        "gateways2: {} situations, {asked} checks, {} wrong",
        expected.len(),
        wrong.len()
    );
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn lines(report: &Report) -> String {
    report
        .probes
        .iter()
        .map(|p| {
            format!(
                "    {} {} {:?} -> {} {}",
                p.method.as_str(),
                p.url,
                p.caller,
                p.answer,
                p.speaker.as_str()
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_browser_alone_is_never_wrong_about_a_situation() {
    // Without the provider's User-Agent a rule against it cannot be seen; then the report must say what it did not try.
    for (name, expected) in expected() {
        let report = diagnose(&Recorded::open(&name), Surface::InPage);
        let first = report.causes[0].id.as_str();
        let needs_provider = expected.cause.iter().any(|cause| cause == "caller-blocked");
        assert!(
            needs_provider || expected.cause.iter().any(|cause| cause == first),
            "{name}: wanted {:?}, got {first}\n{}",
            expected.cause,
            lines(&report)
        );
        assert!(
            report
                .unsure
                .iter()
                .any(|unsure| unsure.id == "caller-profile"),
            "{name}: does not say that the provider's profile was not tried"
        );
    }
}

#[test]
fn a_plain_page_never_passes_what_it_did_not_see() {
    let mut named = Vec::new();
    for (name, expected) in expected() {
        let recorded = Recorded::open(&name);
        let intake = Intake::new(&recorded.base, Surface::Site);
        let mut diagnosis = Diagnosis::new(intake).unwrap();
        while let Step::Send(probe) = diagnosis.next() {
            let answer = recorded.answer(&probe, Surface::Site);
            diagnosis.observe(probe.id, answer);
        }
        let report = diagnosis.report();
        let first = report.causes[0].id.as_str();
        assert_ne!(
            first, "healthy",
            "{name}: healthy, though the callback was never seen"
        );
        for finding in &report.findings {
            let passes = finding.verdict == Verdict::Pass;
            assert!(
                !passes || READ_FROM_REST.contains(&finding.check.as_str()),
                "{name}: {} passes: {}",
                finding.check,
                finding.summary
            );
        }
        schema::assert_valid(&report);
        if expected.cause.iter().any(|cause| cause == first) {
            named.push(name);
        } else if first != "undetermined" {
            let inner = INNER.iter().find(|(situation, _)| *situation == name);
            assert_eq!(
                inner.map(|(_, cause)| *cause),
                Some(first),
                "{name}: wanted {:?}\n{}",
                expected.cause,
                lines(&report)
            );
        }
    }
    println!("named from the address alone: {}", named.join(", "));
    assert!(
        shop::corpus("shop").is_none() || named.len() >= FEWEST,
        "only {named:?}"
    );
}

/// Requirements that the REST index shows by itself.
const READ_FROM_REST: &[&str] = &["pretty-permalinks", "rest-open"];

/// What is named is true; what comes before it no page of another origin can see.
const INNER: &[(&str, &str)] = &[("two_polylang_shown_tls_proxy_http_home", "http-home-url")];

/// First causes that an address alone gives.
const FEWEST: usize = 15;

#[test]
fn a_dead_shop_ends_in_a_report() {
    for why in [
        NoAnswer::Dns,
        NoAnswer::Refused,
        NoAnswer::Timeout,
        NoAnswer::Unknown,
        NoAnswer::NotPermitted,
    ] {
        let mut diagnosis =
            Diagnosis::new(Intake::new("https://shop.example.com/", Surface::Native)).unwrap();
        while let Step::Send(probe) = diagnosis.next() {
            let outcome = Outcome::NoAnswer(why);
            diagnosis.observe(probe.id, Answer::new(outcome, Caller::Browser));
        }
        schema::assert_valid(&diagnosis.report());
        let wanted = if why == NoAnswer::NotPermitted {
            "undetermined"
        } else {
            "unreachable"
        };
        assert_eq!(diagnosis.report().causes[0].id.as_str(), wanted, "{why:?}");
    }
}
