//! Shops whose answers change: two servers of which one is set up wrongly, a firewall that counts, chance.

use std::cell::{Cell, RefCell};

use callback_doctor::diagnosis::Intake;
use callback_doctor::probe::{Caller, Method, NoAnswer, Outcome, Probe, Purpose};
use callback_doctor::report::{Confidence, Surface, Verdict};
use proptest::prelude::*;

use crate::bodies;
use crate::faults::Fault;
use crate::hand::{self, Run};
use crate::shop::Shop;
use crate::{SURFACES, as_seen, assert_none, told};

/// An answer by its name.
type Named = (&'static str, fn() -> Outcome);

/// What a call gets at times, in the place of the shop's own answer.
const AT_TIMES: [Named; 8] = [
    ("403", || bodies::http(403, &[], bodies::SERVER_403)),
    ("403 without a body", || bodies::empty(403)),
    ("404", || bodies::http(404, &[], bodies::SERVER_404)),
    ("405", bodies::not_allowed),
    ("500", bodies::critical_error),
    ("502", || bodies::no_backend(502)),
    ("a redirect home", || bodies::redirect(301, "/")),
    ("an empty 200", || bodies::empty(200)),
];

/// When that is.
#[derive(Clone, Copy, Debug)]
enum When {
    /// Every second time, beginning with the first one or the second.
    Turn { first: bool },
    /// By chance.
    Chance(u64),
}

/// Which calls change.
#[derive(Clone, Copy, Debug)]
enum What {
    Calls,
    /// Only those by path, or only those by query.
    Path,
    Query,
}

/// A request with what it got.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is asked by itself")]
struct Sample {
    method: Method,
    url: String,
    caller: Caller,
    purpose: Purpose,
    /// Whether that was the shop's own answer.
    own: bool,
    /// Whether WooCommerce's dispatcher answered, and whether it said that a plugin listens.
    dispatched: bool,
    listens: bool,
    /// Whether it asks to be left alone, so that nobody may try again.
    asks_for_rest: bool,
}

impl Sample {
    fn is_of(&self, other: &Self) -> bool {
        self.method == other.method && self.url == other.url
    }
}

/// Dice that fall alike on every machine. Source: Knuth's MMIX generator.
struct Dice(Cell<u64>);

impl Dice {
    fn throw(&self) -> u64 {
        let next = self
            .0
            .get()
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0.set(next);
        next >> 33
    }
}

/// The status of an answer that WooCommerce's dispatcher gave, in whatever company.
fn dispatched(outcome: &Outcome) -> Option<u16> {
    match outcome {
        Outcome::Response(r) if r.body.ends_with("-1") => Some(r.status),
        _ => None,
    }
}

fn drive(
    shop: &Shop,
    surface: Surface,
    answer: impl Fn(&Probe) -> (Outcome, bool),
) -> (Run, Vec<Sample>) {
    let samples = RefCell::new(Vec::new());
    let intake = Intake {
        page: shop.page(),
        ..Intake::new(&shop.address(), surface)
    };
    let run = hand::drive(intake, |probe| {
        let (outcome, own) = answer(probe);
        samples.borrow_mut().push(Sample {
            method: probe.method,
            url: probe.url.clone(),
            caller: probe.caller,
            purpose: probe.purpose,
            own,
            dispatched: dispatched(&outcome).is_some(),
            listens: dispatched(&outcome) == Some(200),
            asks_for_rest: hand::asks_for_rest(&outcome),
        });
        (as_seen(surface, probe, outcome), Some(80))
    });
    (run, samples.into_inner())
}

/// A shop that answers some calls otherwise at times.
fn changing(
    faults: &[Fault],
    surface: Surface,
    (what, when): (What, When),
    other: fn() -> Outcome,
) -> (Run, Vec<Sample>) {
    let shop = Shop::new(faults, "/");
    let turn = Cell::new(matches!(when, When::Turn { first: true }));
    let dice = Dice(Cell::new(match when {
        When::Chance(seed) => seed,
        When::Turn { .. } => 0,
    }));
    drive(&shop, surface, |probe| {
        let by_path = probe.url.contains("/wc-api/");
        let changes = match what {
            What::Calls => probe.url.contains("wc-api"),
            What::Path => by_path,
            What::Query => probe.url.contains("?wc-api"),
        };
        let other_now = changes
            && match when {
                When::Turn { .. } => turn.replace(!turn.get()),
                When::Chance(_) => dice.throw().is_multiple_of(2),
            };
        let own = shop.answer(probe).0;
        let is_connected = !matches!(own, Outcome::NoAnswer(NoAnswer::Refused | NoAnswer::Tls));
        if other_now && is_connected {
            (other(), false)
        } else {
            (own, true)
        }
    })
}

/// Whether what came at times was seen often enough to be called certain: the same request got it twice, and no caller
/// got the shop's own answer to it as well.
fn was_seen_twice(samples: &[Sample]) -> bool {
    samples.iter().any(|one| {
        let same = || samples.iter().filter(|other| other.is_of(one));
        let both = |a: &Sample| same().any(|b| a.caller == b.caller && a.own != b.own);
        same().filter(|sample| !sample.own).count() >= 2 && !same().any(both)
    })
}

/// Whether one and the same request passed and failed.
fn was_seen_to_change(samples: &[Sample]) -> bool {
    samples.iter().any(|a| {
        let mut same = samples
            .iter()
            .filter(|b| b.is_of(a) && a.caller == b.caller);
        same.any(|b| a.dispatched != b.dispatched)
    })
}

/// Whether the provider's call was seen to arrive, and a browser's fails, if it does, whenever it is tried, twice where
/// that is allowed.
fn may_pass(samples: &[Sample]) -> bool {
    let calls = || {
        let of_endpoint =
            |sample: &&Sample| matches!(sample.purpose, Purpose::Endpoint | Purpose::Repeat);
        samples.iter().filter(of_endpoint)
    };
    let by = |caller| calls().filter(move |sample| sample.caller == caller);
    let is_tried = by(Caller::Browser).count() >= 2 || samples.iter().any(|s| s.asks_for_rest);
    let browser_fails = is_tried && by(Caller::Browser).all(|sample| !sample.listens);
    let provider_passes = by(Caller::Provider).all(|sample| sample.listens);
    let is_heard = calls().any(|sample| sample.listens);
    is_heard && provider_passes && (browser_fails || by(Caller::Browser).all(|s| s.listens))
}

/// What is wrong with a report on a changing shop, whose lasting fault is `fault`.
fn misjudged(run: &Run, samples: &[Sample], fault: Option<Fault>) -> Option<&'static str> {
    let cause = &run.report.causes[0];
    let lasting = fault.is_some_and(|fault| fault.allows(run.first()));
    let passes = run.first() == "healthy" || run.report.verdict == Verdict::Pass;
    let certain = cause.confidence == Confidence::Certain;
    let changed = samples.iter().any(|sample| !sample.own);
    if passes && !may_pass(samples) && !fault.is_some_and(Fault::arrives) {
        return Some("a call failed, and it passes");
    }
    if certain && changed && !lasting && !was_seen_twice(samples) {
        return Some("certain from one sample");
    }
    if was_seen_to_change(samples) && !says_that_answers_change(run) {
        return Some("does not say that the answers change");
    }
    None
}

fn says_that_answers_change(run: &Run) -> bool {
    let mut causes = run.report.causes.iter();
    causes.any(|cause| cause.title.contains("different answers"))
}

/// Every way in which answers change, one after the other.
fn ways(seeds: u64) -> impl Iterator<Item = (What, When)> {
    [What::Calls, What::Path, What::Query]
        .into_iter()
        .flat_map(move |what| {
            let turns = [true, false].map(|first| When::Turn { first });
            let chances = (0..seeds).map(When::Chance);
            turns
                .into_iter()
                .chain(chances)
                .map(move |when| (what, when))
        })
}

#[test]
fn one_sample_of_a_changing_shop_is_never_certain() {
    let mut wrong = Vec::new();
    let mut changes = 0;
    for surface in SURFACES {
        for (name, other) in AT_TIMES {
            for way in ways(12) {
                let (run, samples) = changing(&[], surface, way, other);
                changes += usize::from(was_seen_to_change(&samples));
                if let Some(what) = misjudged(&run, &samples, None) {
                    wrong.push(format!(
                        "{name}, {way:?}, {surface:?}: {what}, {}",
                        told(&run)
                    ));
                }
            }
        }
    }
    println!("{changes} runs in which one request got two answers");
    assert_none(&wrong);
}

#[test]
fn nor_where_something_lasting_is_wrong_as_well() {
    let mut wrong = Vec::new();
    for fault in Fault::ALL {
        for (at, (name, other)) in (0_u64..).zip(AT_TIMES) {
            let when = When::Chance(100 * at + *fault as u64);
            let (run, samples) = changing(&[*fault], Surface::Native, (What::Calls, when), other);
            if let Some(what) = misjudged(&run, &samples, Some(*fault)) {
                wrong.push(format!(
                    "{fault:?}, {name}, {when:?}: {what}, {}",
                    told(&run)
                ));
            }
        }
    }
    assert_none(&wrong);
}

/// Everything that a layer of a shop can say, whatever it was asked.
fn any_answer() -> impl Strategy<Value = Outcome> {
    let link = "https://shop.example.com/wp-json/";
    let all = vec![
        bodies::dispatched(200),
        bodies::dispatched(200),
        bodies::dispatched(200),
        bodies::dispatched(400),
        bodies::dispatched(400),
        bodies::kept(),
        bodies::kept_redirect(),
        bodies::http(200, &[], &[bodies::NOTICE, "-1"].concat()),
        bodies::http(404, &[], bodies::SERVER_404),
        bodies::http(403, &[], bodies::SERVER_403),
        bodies::not_allowed(),
        bodies::password(),
        bodies::theme_404(link),
        bodies::front(link),
        bodies::redirect(301, "/"),
        bodies::redirect(302, "https://www.shop.example.com/wc-api/KCO_WC_Push/"),
        bodies::language_redirect("/sv/wc-api/KCO_WC_Push/"),
        bodies::critical_error(),
        bodies::maintenance(),
        bodies::cookie_challenge(),
        bodies::password_form(),
        bodies::denied(),
        bodies::closed(200, "de"),
        bodies::json(200),
        bodies::json(401),
        bodies::empty(200),
        bodies::empty(204),
        bodies::no_backend(502),
        bodies::challenge(),
        bodies::too_many(),
        bodies::rest_closed(),
        bodies::no_route(),
        bodies::route_described(),
        bodies::index(
            link,
            link,
            "https://shop.example.com",
            &["wp/v2", "wc/v3", "kco-block"],
        ),
        bodies::index(link, link, "https://shop.example.com", &["wp/v2"]),
        bodies::index(link, link, "http://shop.example.com", &["wp/v2", "wc/v3"]),
        bodies::nothing(NoAnswer::Reset),
        bodies::nothing(NoAnswer::Timeout),
        bodies::nothing(NoAnswer::Unknown),
    ];
    prop::sample::select(all)
}

/// Causes that compare two requests, and the caller or method whose refusal they rest on.
const COMPARING: [&str; 5] = [
    "caller-blocked",
    "post-refused",
    "stale-rewrite-rules",
    "rewrite-not-served",
    "language-prefix-required",
];

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(1_500)
    })]

    /// The hand asserts that it ends, within 8 probes and 2 at a time. A shop that answers anything to anything is one
    /// whose answers change.
    #[test]
    fn whatever_is_answered_nothing_unseen_is_said(
        answers in prop::collection::vec(any_answer(), 8),
        with_page in any::<bool>(),
        surface in prop_oneof![
            Just(Surface::Native),
            Just(Surface::Extension),
            Just(Surface::InPage),
            Just(Surface::Site),
        ],
    ) {
        let shop = Shop::new(if with_page { &[] } else { &[Fault::NobodyListens] }, "/");
        let at = Cell::new(0);
        let (run, samples) = drive(&shop, surface, |_| {
            let outcome = answers[at.replace(at.get() + 1)].clone();
            (outcome, true)
        });
        prop_assert!(!run.report.causes.is_empty());
        if run.first() == "healthy" || run.report.verdict == Verdict::Pass {
            prop_assert!(surface != Surface::Site && may_pass(&samples), "{}", told(&run));
        }
        let cause = &run.report.causes[0];
        // A method that the server itself calls refused is no comparison, unless the call passes by another one or form.
        let is_call = |s: &Sample| s.url.contains("KCO_WC_Push");
        let passes = samples.iter().any(|s| is_call(s) && s.dispatched);
        let compares = COMPARING.contains(&run.first()) && (run.first() != "post-refused" || passes);
        if compares && cause.confidence == Confidence::Certain {
            let mut calls = samples.iter().filter(|s| s.purpose == Purpose::Endpoint);
            let twice = calls.any(|one| {
                let by_caller = |s: &&Sample| {
                    run.first() != "caller-blocked" || s.caller == Caller::Provider
                };
                let same = || samples.iter().filter(|s| s.is_of(one)).filter(by_caller);
                same().count() >= 2 && same().all(|s| !s.dispatched)
            });
            prop_assert!(twice, "certain from one sample, {}", told(&run));
        }
    }
}
