//! The report: one thing first, everything else folded below, in order of use.

use std::rc::Rc;

use yew::prelude::*;

use super::copy::{ToCopy, copy_button};
use super::face::{Face, button, fold};
use super::finding::findings;
use super::requests::requests;
use super::steps::steps;
use super::technical::technical;
use super::unsure::unsure;
use super::way::way;
use super::{cause, sign, words};
use crate::report::{Cause, Report, Verdict, markdown};
use crate::text::{self, Language, Ui, fill};

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The popup: the way, the verdict and the first cause.
    Popup,
    /// A page: all of it.
    Wide,
}

/// What a report is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReportViewProps {
    /// The report so far.
    pub report: Rc<Report>,
    /// Whether probes are under way.
    pub running: bool,
    /// How much room there is.
    pub layout: Layout,
    /// The language of everything around the report's own words.
    #[prop_or_default]
    pub language: Language,
    /// What the face offers to do with the report; stands under the verdict, before "Check again".
    #[prop_or_default]
    pub actions: Html,
    /// The person wants the shop checked again.
    pub on_again: Callback<()>,
    /// The person wants it to stop.
    pub on_stop: Callback<()>,
    /// The person wants something on the clipboard.
    pub on_copy: Callback<ToCopy>,
}

/// A report, finished or filling.
#[component]
pub fn ReportView(props: &ReportViewProps) -> Html {
    let report = &*props.report;
    let face = Face {
        language: props.language,
        ui: text::ui(props.language),
        layout: props.layout,
        on_copy: props.on_copy.clone(),
    };
    html! {
        <article class="report">
            <p class="aside" role="status">{ said(report, props.running, face.ui) }</p>
            { way(&report.way, words::way(report, props.running, face.ui)) }
            if props.running {
                <h2 class="verdict">{ face.ui.busy_title }</h2>
                { steps(&report.probes, face.ui) }
                if props.layout == Layout::Wide {
                    { button(face.ui.stop, &props.on_stop, false) }
                }
            } else {
                <h2 class="verdict">{ sign::verdict(report.verdict) }<span>{ report.headline.clone() }</span></h2>
                <p class="buttons">{ props.actions.clone() }{ button(face.ui.check_again, &props.on_again, false) }</p>
                { found(report, &face) }
            }
        </article>
    }
}

/// The button that copies the report as text for a support ticket, with what was left out of it.
pub(super) fn copy_for_support(
    report: &Rc<Report>,
    left_out: &[String],
    ui: &Ui,
    on_copy: &Callback<ToCopy>,
) -> Html {
    let report = Rc::clone(report);
    let left_out = left_out.join("\n\n");
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

/// What was found, when nothing more comes.
fn found(report: &Report, face: &Face) -> Html {
    let mut causes = report.causes.iter();
    let first = causes.next();
    let others = causes.as_slice();
    html! {
        <>
            if !report.complete {
                <p class="note">{ face.ui.partial }</p>
            }
            if let Some(first) = first {
                { cause::first(first, report.verdict, face) }
            }
            if !others.is_empty() {
                <section class="others" id="others">
                    <h3>{ face.ui.also_found }</h3>
                    { also(others, report.verdict, face) }
                </section>
            }
            if !report.caveat.is_empty() {
                <p class="soft">{ report.caveat.clone() }</p>
            }
            if face.layout == Layout::Wide {
                { folds(report, face) }
            }
        </>
    }
}

/// The causes after the first: in the popup only what they are.
fn also(others: &[Cause], verdict: Verdict, face: &Face) -> Html {
    match face.layout {
        Layout::Wide => others
            .iter()
            .map(|c| cause::other(c, verdict, face))
            .collect(),
        Layout::Popup => {
            html! { <ul>{ for others.iter().map(|c| html! { <li>{ c.title.clone() }</li> }) }</ul> }
        }
    }
}

fn folds(report: &Report, face: &Face) -> Html {
    let ui = face.ui;
    let (seen, sent, hidden) = (&report.findings, &report.probes, &report.unsure);
    let undecided = report.verdict == Verdict::Unsure;
    html! {
        <div class="folds">
            if !hidden.is_empty() {
                { fold("unsure", ui.not_seen, Some(hidden.len()), undecided, unsure(hidden, face)) }
            }
            if !seen.is_empty() {
                { fold("checks", ui.checks, Some(seen.len()), false, findings(seen, face)) }
            }
            if !sent.is_empty() || !report.endpoints.is_empty() {
                { fold("requests", ui.requests, Some(sent.len()), false, requests(&report.endpoints, sent, face)) }
            }
            { fold("about", ui.about, None, false, technical(report, face)) }
        </div>
    }
}
