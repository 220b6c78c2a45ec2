//! The report: one thing first, everything else folded below, in order of use.

use std::rc::Rc;

use yew::prelude::*;

use super::copy::{CopyButton, ToCopy};
use super::face::{Face, click, fold};
use super::finding::findings;
use super::requests::requests;
use super::steps::steps;
use super::technical::technical;
use super::unsure::unsure;
use super::way::way;
use super::words::EN;
use super::{cause, sign};
use crate::report::{Report, Verdict};

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
    let words = &EN;
    let face = Face {
        words,
        layout: props.layout,
        on_again: props.on_again.clone(),
        on_copy: props.on_copy.clone(),
    };
    let said = if props.running {
        words.probing_title
    } else {
        &report.headline
    };
    html! {
        <article class="report">
            <p class="aside" role="status">{ said.to_owned() }</p>
            { way(&report.way, words) }
            if props.running {
                <h2 class="verdict">{ words.probing_title }</h2>
                { steps(&report.probes, words) }
                if props.layout == Layout::Wide {
                    <button type="button" onclick={click(&props.on_stop)}>{ words.stop }</button>
                }
            } else {
                <h2 class="verdict">{ sign::verdict(report.verdict) }<span>{ report.headline.clone() }</span></h2>
                if !report.complete {
                    <p class="note">{ words.incomplete }</p>
                }
                { found(report, &face) }
            }
        </article>
    }
}

/// What was found, when nothing more comes.
fn found(report: &Report, face: &Face) -> Html {
    let words = face.words;
    let wide = face.layout == Layout::Wide;
    let mut causes = report.causes.iter();
    let first = causes.next();
    let others = causes.as_slice();
    html! {
        <>
            if let Some(first) = first {
                { cause::first(first, report.verdict, face) }
            }
            if wide && !others.is_empty() {
                <section class="others" id="others">
                    <h3>{ words.others }</h3>
                    { for others.iter().map(|c| cause::other(c, report.verdict, face)) }
                </section>
            }
            <p class="caveat soft">{ report.caveat.clone() }</p>
            if wide {
                { folds(report, face) }
            }
        </>
    }
}

fn folds(report: &Report, face: &Face) -> Html {
    let words = face.words;
    let (seen, sent, hidden) = (&report.findings, &report.probes, &report.unsure);
    html! {
        <div class="folds">
            if !hidden.is_empty() {
                { fold("unsure", words.not_seen, Some(hidden.len()), report.verdict == Verdict::Unsure, unsure(hidden, face)) }
            }
            if !seen.is_empty() {
                { fold("checks", words.checks, Some(seen.len()), false, findings(seen, face)) }
            }
            { fold("requests", words.requests, Some(sent.len()), false, requests(&report.endpoints, sent, face)) }
            { fold("technical", words.technical, None, false, technical(report, face)) }
        </div>
    }
}

/// The button that copies the report as text for a support ticket.
pub(super) fn copy_for_support(report: &Rc<Report>, on_copy: &Callback<ToCopy>) -> Html {
    let report = Rc::clone(report);
    html! {
        <CopyButton
            label={EN.copy_for_support}
            text={Callback::from(move |()| as_text(&report))}
            on_copy={on_copy.clone()}
        />
    }
}

/// The report as text.
fn as_text(report: &Report) -> String {
    // Stand-in until `report::markdown` lands.
    report.headline.clone()
}
