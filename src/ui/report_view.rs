//! The report: which shop, the verdict with its proof, what to do, the paid orders; everything else folded below.

use yew::prelude::*;

use super::age::{Age, use_age};
use super::copy::{ToCopy, copy_button};
use super::face::{Face, Layout, focus_if_lost, fold, plain_button};
use super::finding::findings;
use super::requests::requests;
use super::steps::steps;
use super::subject::{calls, subject};
use super::technical::technical;
use super::unsure::unsure;
use super::way::way;
use super::{cause, gateways, sign, words};
use crate::report::{Proof, Report, Verdict, markdown};
use crate::shared::Shared;
use crate::text::{self, Language, Ui, fill};

/// What a report is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReportViewProps {
    /// The report so far; none before its first line.
    pub report: Option<Shared<Report>>,
    /// Stands in its place until then.
    #[prop_or_default]
    pub before: Html,
    /// What the button says until then; empty where there is nothing to begin.
    #[prop_or_default]
    pub begin: &'static str,
    /// Whether probes are under way.
    pub running: bool,
    /// How much room there is.
    pub layout: Layout,
    /// The language of everything around the report's own words.
    #[prop_or_default]
    pub language: Language,
    /// What the face offers to do with the report; stands before "Check again".
    #[prop_or_default]
    pub actions: Html,
    /// What else the face has; stands after "Check again".
    #[prop_or_default]
    pub more: Html,
    /// Stands in the place of the first cause's card, where the face knows a better way on.
    #[prop_or_default]
    pub way_on: Option<Html>,
    /// The person wants the shop checked again.
    pub on_again: Callback<()>,
    /// The person wants another gateway of the shop checked, by its id.
    #[prop_or_default]
    pub on_gateway: Callback<AttrValue>,
    /// The person wants it to stop.
    pub on_stop: Callback<()>,
    /// The person wants something on the clipboard.
    pub on_copy: Callback<ToCopy>,
    /// The person wants the whole report, where this is a part of it.
    #[prop_or_default]
    pub on_report: Callback<()>,
}

/// A report, finished or filling.
#[component]
pub fn ReportView(props: &ReportViewProps) -> Html {
    let (report, running) = (props.report.as_deref(), props.running);
    let face = Face {
        language: props.language,
        ui: text::ui(props.language),
        layout: props.layout,
        on_copy: props.on_copy.clone(),
    };
    let age = use_age(report.and_then(|report| report.started.as_deref()), face.ui);
    let age = age.filter(|_| !running);
    let old = age.as_ref().is_some_and(|age| age.old);
    let verdict = use_node_ref();
    let ran = use_mut_ref(|| running);
    {
        let verdict = verdict.clone();
        use_effect_with(running, move |running| {
            if ran.replace(*running) && !running {
                focus_if_lost(&verdict);
            }
        });
    }
    // One button from the first press to the last, whatever is drawn around it: whoever pressed it does not lose their
    // place, and a press ends on the button that it began on.
    let bar = html! {
        <div key="bar" class="buttons">
            <>{ if running { Html::default() } else { props.actions.clone() } }</>
            { again(props, old, face.ui) }
            <>{ if running { Html::default() } else { props.more.clone() } }</>
        </div>
    };
    let parts = match report {
        None => vec![
            html! { <div key="before" class="body">{ props.before.clone() }</div> },
            bar,
        ],
        Some(report) => {
            let head = head(props, report, age.as_ref(), &verdict, &face);
            match (running, props.layout) {
                // The popup's own foot has the button that stops.
                (true, Layout::Popup) => vec![head],
                (true, Layout::Wide) => vec![head, bar],
                (false, _) => {
                    let body = html! { <div key="body" class="body">{ to_do(props, report, &face) }</div> };
                    let rest = html! { <div key="rest" class="rest">{ rest(report, props.way_on.is_some(), &face) }</div> };
                    if old {
                        vec![head, aged(age.as_ref(), face.ui), bar, body, rest]
                    } else {
                        vec![head, body, bar, rest]
                    }
                }
            }
        }
    };
    html! { <article class={if old { "report old" } else { "report" }}>{ for parts }</article> }
}

/// Which shop, the verdict with its proof and the way; while it runs, what is under way.
fn head(
    props: &ReportViewProps,
    report: &Report,
    age: Option<&Age>,
    verdict: &NodeRef,
    face: &Face,
) -> Html {
    let running = props.running;
    let old = age.is_some_and(|age| age.old);
    html! {
        <div key="head" class="head">
            <p class="aside" role="status">{ said(report, running, face.ui) }</p>
            if !old || props.layout == Layout::Wide {
                { subject(report, age, face) }
            }
            if running {
                <h2 class="verdict">{ face.ui.busy_title }</h2>
            } else {
                { headline(props, report, verdict, face) }
            }
            { way(&report.way, words::way(report, running, face.ui)) }
            if running {
                { steps(&report.probes, face.ui) }
            }
        </div>
    }
}

/// The button that copies the report as text for a support ticket, with what was left out of it.
pub(super) fn copy_for_support(
    report: &Shared<Report>,
    left_out: &[String],
    audit: Option<&str>,
    ui: &'static Ui,
    on_copy: &Callback<ToCopy>,
) -> Html {
    let report = report.clone();
    let left_out = [&left_out.join("\n\n"), audit.unwrap_or_default()].concat();
    copy_button(ui.copy_support, ui, on_copy, move || {
        [&markdown(&report), "\n", &left_out].concat()
    })
}

/// What a screen reader says of itself: each step, then the verdict.
fn said(report: &Report, running: bool, ui: &Ui) -> String {
    if !running {
        return report.headline.clone();
    }
    match report.probes.iter().rfind(|probe| probe.pending) {
        Some(probe) => fill(ui.busy_step, &[("step", &probe.title)]),
        None => ui.busy_title.to_owned(),
    }
}

/// The verdict, how sure it is, and the answer that shows it.
fn headline(props: &ReportViewProps, report: &Report, place: &NodeRef, face: &Face) -> Html {
    let more = report.causes.len().saturating_sub(1);
    html! {
        <>
            <h2 class="verdict" tabindex="-1" ref={place.clone()}>
                { sign::verdict(report.verdict) }
                <span>
                    { report.headline.clone() }
                    // Where nothing was found, nothing is more or less sure.
                    if let Some(first) = report.causes.first().filter(|_| props.way_on.is_none()) {
                        { " " }<span class="tag">{ words::confidence(first.confidence, face.ui) }</span>
                    }
                </span>
            </h2>
            if face.layout == Layout::Popup && more > 0 {
                <p>{ plain_button(fill(face.ui.more_causes, &[("count", &more.to_string())]), &props.on_report) }</p>
            }
            if let Some(proof) = &report.proof {
                { shown(proof) }
            }
            { calls(report, face) }
            { gateways::others(report, &props.on_gateway, face) }
        </>
    }
}

/// The proof in one line.
fn shown(proof: &Proof) -> Html {
    html! {
        <p class="shown">
            <code>{ proof.request.clone() }{ " → " }<strong>{ proof.answer.clone() }</strong></code>
            if let Some(said) = &proof.said {
                { " " }<q>{ said.clone() }</q>
            }
        </p>
    }
}

/// That the shop may have changed since.
fn aged(age: Option<&Age>, ui: &Ui) -> Html {
    let words = age.map(|age| fill(ui.aged, &[("time", &age.words)]));
    html! { <p key="aged" class="note">{ words }</p> }
}

/// Begins, checks again, or stops what is under way.
fn again(props: &ReportViewProps, old: bool, ui: &Ui) -> Html {
    let (label, wish, first) = match (&props.report, props.running) {
        (_, true) => (ui.stop, &props.on_stop, false),
        (None, false) => (props.begin, &props.on_again, true),
        (Some(_), false) => (ui.check_again, &props.on_again, old),
    };
    if label.is_empty() {
        return Html::default();
    }
    let onclick = wish.reform(|_: MouseEvent| ());
    html! { <button type="button" class={first.then_some("primary")} {onclick}>{ label }</button> }
}

/// What to do about the first cause, and what becomes of the orders.
fn to_do(props: &ReportViewProps, report: &Report, face: &Face) -> Html {
    // The popup has room for one sentence.
    let orders = report.orders.iter().map(String::as_str);
    let orders: Vec<&str> = match face.layout {
        Layout::Popup => orders
            .flat_map(|order| order.split_inclusive(". "))
            .take(1)
            .collect(),
        Layout::Wide => orders.collect(),
    };
    html! {
        <>
            if !report.complete {
                <p class="note">{ face.ui.partial }</p>
            }
            if let Some(way_on) = &props.way_on {
                { way_on.clone() }
            } else if let Some(first) = report.causes.first() {
                { cause::first(first, face, &props.on_report) }
            }
            if !orders.is_empty() {
                <section class="orders">
                    <h3>{ face.ui.orders }</h3>
                    { for orders.into_iter().map(|order| html! { <p>{ order.to_owned() }</p> }) }
                </section>
            }
        </>
    }
}

/// Everything below the buttons.
fn rest(report: &Report, leads_on: bool, face: &Face) -> Html {
    let others = report.causes.get(1..).unwrap_or_default();
    html! {
        <>
            // Under a fault the popup has better things to say.
            if face.layout == Layout::Wide || report.verdict == Verdict::Pass {
                <p class="soft">{ report.caveat.clone() }</p>
            }
            if face.layout == Layout::Wide {
                if !others.is_empty() {
                    <section class="others" id="others">
                        <h3>{ face.ui.also_found }</h3>
                        { for others.iter().map(|c| cause::other(c, report.verdict, face)) }
                    </section>
                }
                { folds(report, leads_on, face) }
            }
        </>
    }
}

fn folds(report: &Report, leads_on: bool, face: &Face) -> Html {
    let ui = face.ui;
    let (seen, sent, hidden) = (&report.findings, &report.probes, &report.unsure);
    let undecided = report.verdict == Verdict::Unsure && !leads_on;
    let unchecked = match hidden.len() {
        1 => ui.unchecked_one.to_owned(),
        count => fill(ui.unchecked, &[("count", &count.to_string())]),
    };
    html! {
        <div class="folds">
            if let Some(first) = report.causes.first().filter(|first| !first.evidence.is_empty()) {
                { fold("shown", ui.evidence.to_owned(), None, false, cause::evidence(&first.evidence, first.blocker_source.as_deref())) }
            }
            if !hidden.is_empty() {
                { fold("unsure", unchecked, None, undecided, unsure(hidden, face)) }
            }
            if !seen.is_empty() {
                { fold("checks", ui.checks.to_owned(), Some(seen.len()), false, findings(seen, face)) }
            }
            if !sent.is_empty() || !report.endpoints.is_empty() {
                { fold("requests", ui.requests.to_owned(), Some(sent.len()), false, requests(&report.endpoints, sent, face)) }
            }
            { fold("about", ui.about.to_owned(), None, false, technical(report, face)) }
        </div>
    }
}
