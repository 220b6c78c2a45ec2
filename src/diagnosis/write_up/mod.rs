//! From a case to a report, put into words: what stands for the whole of it. [`causes`] writes the causes, [`rows`] the
//! way, the checks, the answers and what could not be seen.

mod causes;
mod rows;

use crate::case::Case;
use crate::foreign;
use crate::gateway::address::Name;
use crate::redaction::redacted;
use crate::report::{Cause, GatewayLine, GatewayName, Report, SCHEMA};
use crate::shop::Callback;
use crate::text::{self, Language};
use crate::verdict::{CauseId, Surface, Verdict};

use super::ranking::{Ranked, rank};
use super::{orders, proof};

/// Writes the report of a case, also half-way.
pub(super) fn report(
    case: &Case,
    started: Option<String>,
    language: Language,
    complete: bool,
) -> Report {
    let ranked = rank(case);
    let writer = Writer { case, language };
    let first = ranked.causes.first();
    let proof = first.and_then(|first| proof::proof(case, first, language));
    // What the proof quotes needs no second place.
    let quoted = proof.as_ref().and_then(|proof| proof.said.as_deref());
    let causes: Vec<Cause> = ranked
        .causes
        .iter()
        .map(|found| writer.cause(found, quoted))
        .collect();
    let headline = first.map_or_else(String::new, |first| writer.headline(first));
    let ended = complete || case.stopped.is_some();
    let orders = first.filter(|_| ended);
    let orders = orders.map_or_else(Vec::new, |first| orders::orders(case, first, language));
    let verdict = overall(case, &ranked);
    let unsure = writer.unsure(&ranked, &causes, complete);
    let mut report = Report {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        language: language.code().to_owned(),
        shop: case.shop.to_string(),
        gateway: writer.gateway(),
        gateways: gateways(case),
        surface: case.surface,
        started,
        took_ms: None,
        complete,
        verdict,
        headline,
        proof,
        orders,
        causes,
        way: writer.stops(&ranked),
        endpoints: writer.endpoints(),
        findings: ranked
            .judged
            .iter()
            .map(|(id, judged)| writer.finding(*id, judged))
            .collect(),
        probes: writer.probes(),
        unsure,
        caveat: caveat(case, verdict, language).to_owned(),
    };
    // Whatever a page or a server quotes: nobody who reads a report needs it.
    report.each_quote(&mut |text| {
        let told = redacted(text);
        if told != *text {
            *text = told;
        }
    });
    report
}

fn gateways(case: &Case) -> Vec<GatewayName> {
    let shown = case.gateways().into_iter();
    let names = shown.map(|gateway| GatewayName {
        id: gateway.id.to_owned(),
        name: gateway.name.to_owned(),
    });
    names.collect()
}

/// Of a failure only where it was measured; else what that leaves open.
fn caveat(case: &Case, verdict: Verdict, language: Language) -> &'static str {
    let source = if case.has_brought_answers() {
        text::Source::Brought
    } else if case.has_pasted_callbacks() {
        text::Source::Pasted
    } else if case.surface == Surface::InPage {
        text::Source::Page
    } else {
        text::Source::Here
    };
    match source {
        _ if verdict == Verdict::Fail => text::measured(language, source),
        text::Source::Brought => text::brought_caveat(language),
        text::Source::Pasted => text::pasted_caveat(language),
        text::Source::Here | text::Source::Page => text::caveat(language, case.surface),
    }
}

/// A page cannot look like the provider, and of an answer that was brought along nobody knows who asked: what arrives so
/// leaves the question open.
fn overall(case: &Case, ranked: &Ranked) -> Verdict {
    let blind = matches!(case.surface, Surface::InPage | Surface::Site);
    match ranked.causes.first().map(|found| found.cause) {
        Some(CauseId::Healthy) if blind && !case.imitates_provider() => Verdict::Unsure,
        Some(CauseId::Healthy) => Verdict::Pass,
        Some(CauseId::Undetermined) | None => Verdict::Unsure,
        Some(_) => Verdict::Fail,
    }
}

/// The id of a gateway that nobody here knows.
const STRANGER: &str = "unknown";

struct Writer<'c> {
    case: &'c Case,
    language: Language,
}

impl Writer<'_> {
    /// The gateway that was asked for, or another one that the shop shows in its place.
    fn gateway(&self) -> GatewayLine {
        let case = self.case;
        let others = case.others();
        if case.is_stranger {
            return GatewayLine {
                id: STRANGER.to_owned(),
                name: self.gateway_name().to_owned(),
                version: None,
                seen: true,
            };
        }
        match others.first().filter(|_| !case.has_gateway()) {
            Some(other) => GatewayLine {
                id: other.id.to_owned(),
                name: other.name.to_owned(),
                version: None,
                seen: true,
            },
            None => GatewayLine {
                id: case.gateway.id.to_owned(),
                name: self.gateway_name().to_owned(),
                version: case.version.map(|version| version.to_string()),
                seen: case.has_gateway(),
            },
        }
    }

    /// What sentences call the gateway: its name, else that of the callback that the person named.
    fn gateway_name(&self) -> &str {
        let case = self.case;
        if !case.is_stranger {
            return case.gateway.name;
        }
        let about = match (&case.about, &case.on_file) {
            (Some(Callback::Handler(name) | Callback::Route(name)), _) => {
                let plugin = name.split('/').next();
                plugin.and_then(foreign::name)
            }
            (_, Some(on_file)) => match &on_file.name {
                Name::Action(name) => foreign::name(name),
                _ => None,
            },
            _ => None,
        };
        let other = || case.others().first().map(|other| other.name);
        about.or_else(other).unwrap_or("WooCommerce")
    }
}
