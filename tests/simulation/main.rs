//! The engine against a model shop with every fault, every pair of faults that can occur together, and random sets: the
//! report's first cause is the one to mend first.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics says what broke"
)]

mod bodies;
mod changing;
mod faults;
#[path = "../hand/mod.rs"]
mod hand;
mod served;
mod shop;
mod ways;

use std::collections::BTreeSet;

use callback_doctor::diagnosis::Intake;
use callback_doctor::probe::{Outcome, Probe, Purpose};
use callback_doctor::report::{CauseId, Surface, Verdict};
use faults::{Fault, excluded, first, hides};
use hand::Run;
use proptest::prelude::*;
use shop::Shop;

const SURFACES: [Surface; 2] = [Surface::Native, Surface::Extension];

/// Where the shop lies below its host.
const FOLDERS: [&str; 2] = ["/", "/butik/"];

fn diagnose(faults: &[Fault], surface: Surface, folder: &'static str) -> Run {
    of_shop(&Shop::new(faults, folder), surface)
}

fn of_shop(shop: &Shop, surface: Surface) -> Run {
    let intake = Intake {
        page: shop.page(),
        ..Intake::new(&shop.address(), surface)
    };
    hand::drive(intake, |probe| {
        let (outcome, elapsed) = shop.answer(probe);
        (as_seen(surface, probe, outcome), elapsed)
    })
}

/// Every cause that a report names, of those that stand first and of the findings below them.
fn named(run: &Run) -> BTreeSet<&'static str> {
    let causes = run.report.causes.iter().map(|cause| cause.id);
    let findings = run
        .report
        .findings
        .iter()
        .flat_map(|finding| finding.causes.clone());
    causes.chain(findings).map(CauseId::as_str).collect()
}

/// What a report names that no fault accounts for.
fn invented(run: &Run, faults: &[Fault]) -> Vec<&'static str> {
    let accounted = |id: &str| {
        ["undetermined", "healthy"].contains(&id) || faults.iter().any(|fault| fault.allows(id))
    };
    named(run).into_iter().filter(|id| !accounted(id)).collect()
}

fn assert_none(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What this surface's hand sees of an answer: a page is not shown where a redirect leads, nor another origin's answers
/// but those of REST.
fn as_seen(surface: Surface, probe: &Probe, outcome: Outcome) -> Outcome {
    let Outcome::Response(response) = &outcome else {
        // A page is not told why.
        return match surface {
            Surface::Site => Outcome::Unreadable,
            _ => outcome,
        };
    };
    let is_redirect = (300..400).contains(&response.status);
    let is_rest = probe.purpose.asks_rest() && response.body.starts_with('{');
    match surface {
        Surface::Site if probe.purpose == Purpose::Presence => Outcome::Opaque,
        Surface::Site if is_redirect || !is_rest => Outcome::Unreadable,
        Surface::InPage if is_redirect => Outcome::RedirectHidden,
        _ => outcome,
    }
}

/// Whether a surface cannot see a fault: a rule against the provider's User-Agent, from where it cannot be sent.
fn is_blind(surface: Surface, fault: Fault) -> bool {
    fault == Fault::AgentRefused && !surface.imitates_provider()
}

fn told(run: &Run) -> String {
    format!("got {:?}\n{}", run.causes(), run.lines())
}

#[test]
fn a_shop_without_a_fault_is_healthy() {
    for surface in SURFACES {
        for folder in FOLDERS {
            let run = diagnose(&[], surface, folder);
            assert_eq!(run.first(), "healthy", "{surface:?}\n{}", run.lines());
            assert!(run.sent.len() <= 4, "{}", run.lines());
        }
    }
}

/// What is wrong with the report on a shop that has this fault alone.
fn misjudged(run: &Run, fault: Fault) -> Option<String> {
    let told_of = named(run);
    let names = fault.names();
    let what = if !fault.causes().contains(&run.first()) {
        format!("wanted {:?}", fault.causes())
    } else if !names.is_empty() && !names.iter().any(|id| told_of.contains(id)) {
        format!("{names:?} is not named")
    } else if let Some(other) = told_of
        .iter()
        .find(|id| !fault.allows(id) && !["healthy", "undetermined"].contains(id))
    {
        format!("{other} is invented")
    } else if run.first() == "healthy" && run.report.verdict != Verdict::Pass {
        format!(
            "the callback arrives, and the verdict is {:?}",
            run.report.verdict
        )
    } else {
        return None;
    };
    Some(format!("{what}, {}", told(run)))
}

#[test]
fn every_single_fault_is_named() {
    let mut wrong = Vec::new();
    for surface in SURFACES {
        for folder in FOLDERS {
            for fault in Fault::ALL {
                let run = diagnose(&[*fault], surface, folder);
                if is_blind(surface, *fault) {
                    assert_eq!(run.report.verdict, Verdict::Pass);
                } else if let Some(what) = misjudged(&run, *fault) {
                    wrong.push(format!("{fault:?}, {surface:?}, {folder}: {what}"));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// A plain page has only the address. What it names is there, or it leaves the question open.
#[test]
fn from_an_address_alone_nothing_is_invented() {
    let mut wrong = Vec::new();
    let mut named = std::collections::BTreeSet::new();
    let singles = Fault::ALL.iter().map(|fault| vec![*fault]);
    let pairs = pairs().into_iter().map(|(a, b)| vec![a, b]);
    for faults in singles.chain(pairs).chain([Vec::new()]) {
        for folder in FOLDERS {
            let shop = Shop::new(&faults, folder);
            let intake = Intake::new(&shop.address(), Surface::Site);
            let run = hand::drive(intake, |probe| {
                let (outcome, elapsed) = shop.answer(probe);
                (as_seen(Surface::Site, probe, outcome), elapsed)
            });
            assert_ne!(run.report.verdict, Verdict::Pass, "{faults:?}, {folder}");
            let is_there = faults
                .iter()
                .any(|fault| fault.causes().contains(&run.first()));
            // Why nobody answers a page is not told.
            let silent =
                run.first() == "unreachable" && faults.contains(&Fault::ExpiredCertificate);
            if is_there {
                named.insert(run.first());
            } else if run.first() != "undetermined" && !silent {
                wrong.push(format!("{faults:?}, {folder}: {}", told(&run)));
            }
        }
    }
    println!("named from the address alone: {named:?}");
    assert_none(&wrong);
}

/// Every pair of faults that can occur together.
fn pairs() -> Vec<(Fault, Fault)> {
    let all = Fault::ALL.iter().enumerate();
    let pairs = all.flat_map(|(at, outer)| {
        let inner = Fault::ALL.iter().skip(at + 1);
        inner.map(move |inner| (*outer, *inner))
    });
    pairs.filter(|(a, b)| excluded(*a, *b).is_none()).collect()
}

#[test]
fn of_every_pair_the_one_to_mend_first_comes_first() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (outer, inner) in pairs() {
        count += 1;
        for surface in SURFACES {
            let pair = [outer, inner];
            let seen: Vec<Fault> = pair
                .into_iter()
                .filter(|f| !is_blind(surface, *f))
                .collect();
            let run = diagnose(&pair, surface, "/");
            let wanted = first(&seen);
            let invented = invented(&run, &pair);
            if !wanted.contains(&run.first()) {
                wrong.push(format!(
                    "{outer:?} + {inner:?}, {surface:?}: wanted {wanted:?}, {}",
                    told(&run)
                ));
            } else if !invented.is_empty() {
                wrong.push(format!(
                    "{outer:?} + {inner:?}, {surface:?}: {invented:?} is invented, {}",
                    told(&run)
                ));
            }
        }
    }
    println!("{count} pairs on {} surfaces", SURFACES.len());
    assert_none(&wrong);
}

#[test]
fn of_a_pair_both_are_named_where_both_show() {
    let mut wrong = Vec::new();
    let (mut named, mut hidden) = (0, 0);
    for (outer, inner) in pairs() {
        let pair = [outer, inner];
        let both = diagnose(&pair, Surface::Native, "/");
        let causes = self::named(&both);
        let is_named = |fault: &Fault| {
            let names = fault.names();
            names.is_empty() || names.iter().any(|id| causes.contains(id))
        };
        if pair.iter().all(is_named) {
            named += 1;
            continue;
        }
        for (missing, other) in [(outer, inner), (inner, outer)] {
            if is_named(&missing) {
                continue;
            }
            if hides(other, missing).is_some() {
                hidden += 1;
            } else {
                wrong.push(format!(
                    "{outer:?} + {inner:?}: {missing:?} is not named, {}",
                    told(&both)
                ));
            }
        }
    }
    println!("{named} pairs with both named, {hidden} where one hides the other");
    assert_none(&wrong);
}

/// Whoever has the page of the wall open, and in whatever language it says that the shop is closed.
#[test]
fn a_wall_is_told_by_what_it_says() {
    use Fault::*;
    let walls = [
        CookieChallenge,
        PasswordForm,
        PortalRedirect,
        DeniedPage,
        RegionRefresh,
        BannedPage,
    ];
    let closed = [MaintenancePage, MaintenanceDown]
        .into_iter()
        .flat_map(|fault| bodies::CLOSED.map(|(language, ..)| (fault, language)));
    let mut wrong = Vec::new();
    for (fault, language) in walls.map(|fault| (fault, "sv")).into_iter().chain(closed) {
        for walled in [false, true] {
            for surface in SURFACES {
                let shop = Shop {
                    language,
                    walled,
                    ..Shop::new(&[fault], "/")
                };
                let run = of_shop(&shop, surface);
                if let Some(what) = misjudged(&run, fault) {
                    wrong.push(format!(
                        "{fault:?}, {language}, {surface:?}, walled {walled}: {what}"
                    ));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// Where the checkout offers only a payment plugin that nobody here knows, only the name that nobody has is called.
#[test]
fn another_gateway_is_neither_called_nor_called_off() {
    for surface in SURFACES {
        for fault in Fault::ALL {
            if excluded(Fault::OtherGateway, *fault).is_some() {
                continue;
            }
            let shop = Shop::new(&[Fault::OtherGateway, *fault], "/");
            let shows = shop.page().is_some_and(|page| page.status == Some(200));
            let run = of_shop(&shop, surface);
            let called = run.sent.iter().any(|probe| probe.url.contains("KCO_"));
            assert!(!called || !shows, "{fault:?}, {}", told(&run));
            assert!(
                !run.causes().contains(&"gateway-inactive"),
                "{fault:?}, {}",
                told(&run)
            );
            assert_ne!(run.report.verdict, Verdict::Pass, "{fault:?}");
        }
    }
}

#[test]
fn a_refusal_of_the_whole_site_is_not_taken_for_permalinks() {
    for inner in [
        Fault::PlainPermalinks,
        Fault::PathinfoPermalinks,
        Fault::NoRewriting,
    ] {
        for surface in SURFACES {
            let run = diagnose(&[Fault::SiteRefused, inner], surface, "/");
            assert_eq!(run.causes(), ["blocked"], "{inner:?}\n{}", run.lines());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    /// The hand itself asserts the number of probes, how many are in flight, their methods and addresses, and that
    /// nothing is asked after an answer that asks for rest.
    #[test]
    fn no_set_of_faults_passes_and_no_question_is_harmful(
        picked in proptest::collection::vec(0..Fault::ALL.len(), 1..=3),
        surface in prop_oneof![
            Just(Surface::Native),
            Just(Surface::Extension),
            Just(Surface::InPage),
            Just(Surface::Site),
        ],
        folder in prop_oneof![Just("/"), Just("/butik/")],
    ) {
        let faults: Vec<Fault> = picked.into_iter().map(|at| Fault::ALL[at]).collect();
        let clash = faults.iter().enumerate().any(|(at, a)| {
            faults.iter().skip(at + 1).any(|b| a != b && excluded(*a, *b).is_some())
        });
        prop_assume!(!clash);
        let run = diagnose(&faults, surface, folder);
        let may_pass = |fault: &Fault| is_blind(surface, *fault) || fault.arrives();
        if !faults.iter().all(may_pass) {
            prop_assert_ne!(run.first(), "healthy", "{:?}, {:?}\n{}", &faults, surface, run.lines());
            prop_assert_ne!(run.report.verdict, Verdict::Pass);
        }
    }
}
