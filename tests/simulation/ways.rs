//! Every way by which a provider's call comes in, with every pair of faults: what concerns another way is no fault here.

use std::thread;

use callback_doctor::diagnosis::Intake;
use callback_doctor::gateway::{Ask, Form, Gateway, Via};
use callback_doctor::report::{Surface, Verdict};

use crate::faults::*;
use crate::hand::{self, Run};
use crate::served::{self, SERVED, decisive};
use crate::shop::Shop;
use crate::{assert_none, is_blind, named, pairs, told};

/// The surface that sees most.
const SURFACE: Surface = Surface::Native;

fn diagnose(gateway: &'static Gateway, faults: &[Fault]) -> Run {
    let shop = Shop {
        gateway,
        ..Shop::new(faults, "/")
    };
    let page = shop.page();
    let is_shown = page.as_ref().is_some_and(|page| {
        let methods = page.signs.payment_methods.as_ref();
        methods.is_some_and(|methods| {
            methods
                .iter()
                .any(|method| gateway.marks.methods.contains(&method.as_str()))
        })
    });
    let intake = Intake {
        page,
        // Whoever sees another page than the checkout says what the shop is paid by.
        gateway: (!is_shown).then_some(gateway),
        ..Intake::new(&shop.address(), SURFACE)
    };
    hand::ask(intake, |probe| {
        let (outcome, elapsed) = shop.answer(probe);
        hand::answer(outcome, elapsed, probe.caller)
    })
}

/// Faults that only a shop with Kustom's checkout has, and those of the stranger.
const KUSTOM_S: [Fault; 4] = [RestRouteGone, OldGateway, AgedGateway, OtherGateway];

/// How a fault concerns a gateway.
enum Concern {
    /// As it concerns all.
    All,
    /// Not: the call arrives, and nothing is to be said.
    None,
    /// It is there, and what can be said is one of these.
    Says(&'static [&'static str]),
}

fn concern(gateway: &'static Gateway, fault: Fault) -> Concern {
    let endpoint = decisive(gateway);
    let via = endpoint.via;
    let is_rest = via.rest().is_some();
    let by_path = via.handler().is_some() && !matches!(via, Via::Query { .. });
    let is_own = matches!(via, Via::Rewrite { .. });
    let is_asked = matches!(endpoint.ask, Ask::Empty(_));
    let has_slash = match via {
        Via::Path { slash, .. } | Via::Auto { slash, .. } => slash,
        Via::PathOrQuery { .. } => true,
        _ => false,
    };
    let only = |concerned: bool| {
        if concerned {
            Concern::All
        } else {
            Concern::None
        }
    };
    match fault {
        PlainPermalinks if is_own => Concern::Says(&["undetermined"]),
        PlainPermalinks => only(matches!(via, Via::Path { .. })),
        PathinfoPermalinks => {
            only(is_own || matches!(via, Via::Path { .. } | Via::PathOrQuery { .. }))
        }
        NoRewriting => only(by_path || is_own || is_rest),
        StaleRules | TranslatedHome => only(by_path || is_own),
        PolylangPrefix => only(by_path),
        QtranslateRedirect => only(by_path || is_own || matches!(via, Via::Query { .. })),
        ApiHidden => only(!matches!(via, Via::Query { .. })),
        SlashRedirect => only(has_slash),
        // Of what is never asked nothing but REST shows whether it listens.
        GatewayOff if !is_rest && !is_asked => Concern::None,
        // No cache keeps a plugin's redirect or its refusal.
        EdgeCache => only(served::is_kept(gateway)),
        HandlerCrash => only(is_asked),
        RestClosed if is_rest => Concern::Says(&["rest-locked"]),
        RestClosed => Concern::None,
        // What is printed before an answer that is more than a number may hide whose it is.
        CommentBefore | NoticeBefore | MarkBefore | CommentAfter | CutAfter | AlwaysOk => {
            Concern::Says(&["healthy", "undetermined"])
        }
        _ => Concern::All,
    }
}

/// What may be said first of a fault, and where it is named at all.
fn causes(gateway: &'static Gateway, fault: Fault) -> Vec<&'static str> {
    match concern(gateway, fault) {
        Concern::All => fault.causes().to_vec(),
        Concern::None => vec![healthy(gateway)],
        Concern::Says(causes) => causes.to_vec(),
    }
}

/// What is said of a shop that has no fault: who is never asked is never seen to listen, but by REST.
fn healthy(gateway: &'static Gateway) -> &'static str {
    let endpoint = decisive(gateway);
    if matches!(endpoint.ask, Ask::Never(_)) {
        "undetermined"
    } else {
        "healthy"
    }
}

fn allows(gateway: &'static Gateway, fault: Fault, cause: &str) -> bool {
    match concern(gateway, fault) {
        Concern::All => fault.allows(cause),
        Concern::None => false,
        Concern::Says(causes) => causes.contains(&cause) || cause == "output-before-answer",
    }
}

/// What may be said first, of the faults that concern this gateway and that show.
fn wanted(gateway: &'static Gateway, faults: &[Fault]) -> Vec<&'static str> {
    let via = decisive(gateway).via;
    let has = |fault: Fault| faults.contains(&fault);
    // With plain permalinks such an address has arguments, and no rule about paths meets it.
    let by_arguments = has(PlainPermalinks) && via.form(Form::Query) == Form::Query;
    let concerns = |fault: &Fault| {
        !(matches!(concern(gateway, *fault), Concern::None)
            || by_arguments
                && [ApiHidden, SlashRedirect].contains(fault)
                && !matches!(via, Via::AdminPost { .. }))
    };
    let concerned: Vec<Fault> = faults.iter().copied().filter(concerns).collect();
    let is_doubt = |fault: &&Fault| causes(gateway, **fault).contains(&"undetermined");
    let hider = |outer: &&Fault| {
        concerned.contains(outer) && !(**outer == PlainPermalinks && is_doubt(outer))
            || **outer == RestClosed
    };
    let shows = |fault: &&Fault| {
        let mut outer = faults.iter().filter(hider);
        !outer.any(|outer| hides(*outer, **fault).is_some())
    };
    let shown: Vec<Fault> = concerned.iter().filter(shows).copied().collect();
    let told = shown.iter().filter(|fault| !is_doubt(fault));
    let found = told.min_by_key(|f| f.place());
    let mut causes = found.map_or_else(Vec::new, |fault| causes(gateway, *fault));
    let stops = causes.iter().any(|cause| *cause != "healthy");
    if !stops {
        causes.push(healthy(gateway));
        let doubts = concerned.iter().filter(is_doubt);
        causes.extend(doubts.flat_map(|fault| self::causes(gateway, *fault)));
    }
    causes.extend(beside(gateway, faults));
    causes
}

/// What may be said as well, where two faults cannot be told apart by this way, or where either is right.
fn beside(gateway: &'static Gateway, faults: &[Fault]) -> Vec<&'static str> {
    let via = decisive(gateway).via;
    let has = |fault: Fault| faults.contains(&fault);
    let with = |one: Fault, others: &[Fault]| has(one) && others.iter().any(|other| has(*other));
    let is_rest = via.rest().is_some();
    let own = first(faults);
    let both_refuse = own.len() > 1 && has(AgentRefused);
    let mut causes = Vec::new();
    if both_refuse || has(AgentRefused) && has(RestClosed) && is_rest {
        causes.extend(["blocked", "caller-blocked"]);
    }
    if with(PostDropped, &[Maintenance]) {
        causes.push("blocked");
    }
    // Closed REST stops the call as any refusal does.
    if is_rest && has(RestClosed) {
        causes.extend(["rest-locked", "blocked"]);
    }
    // Nothing shows that the web server rewrites.
    if with(
        ApiHidden,
        &[SlashRedirect, PathinfoPermalinks, PlainPermalinks],
    ) {
        causes.extend(["rewrite-not-served", "undetermined"]);
    }
    // WordPress's index, which shows who listens, cannot be read.
    if is_rest && with(SlashRedirect, &[QtranslateRedirect]) {
        causes.push("undetermined");
    }
    if is_rest && with(NoRewriting, &[QtranslateRedirect]) {
        causes.push("undetermined");
    }
    let is_own = matches!(via, Via::Rewrite { .. });
    if is_own && (has(AlwaysOk) || with(NoRewriting, &[QtranslateRedirect])) {
        causes.push("undetermined");
    }
    // By arguments any page fits.
    if is_own && with(BannedPage, &[ApiHidden, NoRewriting]) {
        causes.push("undetermined");
    }
    if is_own && with(GatewayOff, &[PlainPermalinks]) || is_rest && with(AlwaysOk, &[RestClosed]) {
        causes.push("undetermined");
    }
    // Nothing of REST is read, and the home shows its page to whatever arguments.
    if with(NotWordPress, &[SlashRedirect]) {
        causes.push("undetermined");
    }
    if has(GatewayOff) && has(StaleRules) {
        causes.push("gateway-inactive");
    }
    if (is_rest || is_own) && with(GatewayOff, &[Mislabelled, AlwaysOk]) {
        causes.push("gateway-inactive");
    }
    let by_arguments = via.form(permalinks(faults)) == Form::Query;
    let only_the_home = by_arguments && !matches!(via, Via::AdminPost { .. });
    // A page at the home may be the home's: what shows of the other is said, or nothing.
    if only_the_home && (has(DeniedCallback) || has(DeniedPage) || has(BannedPage)) {
        causes.push("undetermined");
        let others = faults.iter().filter(|fault| **fault != DeniedCallback);
        causes.extend(others.flat_map(|fault| self::causes(gateway, *fault)));
    }
    // Without a control that arrives, what is right beside one alone proves nothing.
    if has(EdgeCache) && served::is_proven_beside(gateway) {
        causes.push("undetermined");
        let others = faults.iter().filter(|fault| **fault != EdgeCache);
        causes.extend(others.flat_map(|fault| self::causes(gateway, *fault)));
    }
    causes
}

fn permalinks(faults: &[Fault]) -> Form {
    match () {
        () if faults.contains(&PlainPermalinks) => Form::Query,
        () if faults.contains(&PathinfoPermalinks) => Form::Pathinfo,
        () => Form::Pretty,
    }
}

fn wrong(gateway: &'static Gateway, faults: &[Fault], run: &Run) -> Option<String> {
    let seen: Vec<Fault> = faults
        .iter()
        .copied()
        .filter(|fault| !is_blind(SURFACE, *fault))
        .collect();
    let wanted = wanted(gateway, &seen);
    let invented: Vec<_> = named(run)
        .into_iter()
        .filter(|id| {
            !["undetermined", "healthy"].contains(id)
                && !wanted.contains(id)
                && !faults.iter().any(|fault| allows(gateway, *fault, id))
        })
        .collect();
    if !wanted.contains(&run.first()) {
        Some(format!("wanted {wanted:?}, {}", told(run)))
    } else if !invented.is_empty() {
        Some(format!("{invented:?} is invented, {}", told(run)))
    } else if run.first() == "healthy" && run.report.verdict != Verdict::Pass {
        Some(format!(
            "the verdict is {:?}, {}",
            run.report.verdict,
            told(run)
        ))
    } else {
        None
    }
}

/// Runs sets of faults with gateways other than Kustom's, which the other tests have, and gives what is wrong.
fn over(
    gateways: impl Iterator<Item = &'static Gateway>,
    sets: &[Vec<Fault>],
) -> (usize, Vec<String>) {
    let tasks: Vec<(&'static Gateway, &Vec<Fault>)> = gateways
        .filter(|gateway| gateway.id != "kco")
        .flat_map(|gateway| sets.iter().map(move |set| (gateway, set)))
        .filter(|(_, set)| !set.iter().any(|fault| KUSTOM_S.contains(fault)))
        .collect();
    let lanes = thread::available_parallelism().map_or(2, usize::from);
    let share = tasks.len().div_ceil(lanes).max(1);
    let wrong = thread::scope(|scope| {
        let lanes: Vec<_> = tasks
            .chunks(share)
            .map(|tasks| {
                scope.spawn(move || {
                    let judged = tasks.iter().filter_map(|(gateway, set)| {
                        let run = diagnose(gateway, set);
                        let what = wrong(gateway, set, &run)?;
                        Some(format!("{} {set:?}: {what}", gateway.id))
                    });
                    judged.collect::<Vec<String>>()
                })
            })
            .collect();
        lanes
            .into_iter()
            .flat_map(|lane| lane.join().unwrap())
            .collect()
    });
    (tasks.len(), wrong)
}

#[test]
fn of_every_gateway_every_fault_is_named_where_it_concerns_it() {
    let singles = Fault::ALL.iter().map(|fault| vec![*fault]);
    let sets: Vec<_> = singles.chain([Vec::new()]).collect();
    let (count, wrong) = over(served::all(), &sets);
    println!("{count} shops");
    assert_none(&wrong);
}

#[test]
fn by_every_way_of_every_pair_the_one_to_mend_first_comes_first() {
    let sets: Vec<_> = pairs().into_iter().map(|(a, b)| vec![a, b]).collect();
    let (count, wrong) = over(SERVED.iter().map(|id| served::gateway(id)), &sets);
    println!("{count} shops");
    assert_none(&wrong);
}
