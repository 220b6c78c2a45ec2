//! The extension's report page.

use std::rc::Rc;

use yew::prelude::*;

use super::copy::ToCopy;
use super::face::{click, short};
use super::report_view::{Layout, ReportView, copy_for_support};
use super::sign;
use super::words::{EN, Words};
use crate::hand::run::Run;
use crate::report::Report;

/// What the report page is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReportPageProps {
    /// What is going on.
    pub run: Run,
    /// The person wants the shop checked again.
    pub on_again: Callback<()>,
    /// The person wants it to stop.
    pub on_stop: Callback<()>,
    /// The person wants something on the clipboard.
    pub on_copy: Callback<ToCopy>,
    /// The person wants it on paper.
    pub on_print: Callback<()>,
}

/// The whole report beside its contents.
#[component]
pub fn ReportPage(props: &ReportPageProps) -> Html {
    let words = &EN;
    let Some(report) = props.run.report.clone().map(Rc::new) else {
        return html! {
            <div class="page">
                <main class="state">
                    <h1 class="verdict">{ words.no_report_title }</h1>
                    <p>{ words.no_report_text }</p>
                </main>
            </div>
        };
    };
    let running = props.run.phase.is_busy();
    html! {
        <div class="page with-contents">
            <header>
                <p class="brand-line">{ sign::brand() }{ words.product }</p>
                <h1>{ short(&report.shop).to_owned() }</h1>
            </header>
            if !running {
                { contents(&report, words) }
            }
            <main>
                <ReportView
                    report={report.clone()}
                    {running}
                    layout={Layout::Wide}
                    on_again={props.on_again.clone()}
                    on_stop={props.on_stop.clone()}
                    on_copy={props.on_copy.clone()}
                />
                if !running {
                    <p class="buttons">
                        { copy_for_support(&report, &props.on_copy) }
                        <button type="button" onclick={click(&props.on_print)}>{ words.print }</button>
                    </p>
                }
            </main>
        </div>
    }
}

fn contents(report: &Report, words: &Words) -> Html {
    let parts = [
        ("#cause", words.first, !report.causes.is_empty()),
        ("#others", words.others, report.causes.len() > 1),
        ("#unsure", words.not_seen, !report.unsure.is_empty()),
        ("#checks", words.checks, !report.findings.is_empty()),
        ("#requests", words.requests, true),
        ("#technical", words.technical, true),
    ];
    html! {
        <nav aria-label={words.contents}>
            <ul>
                { for parts.into_iter().filter(|(.., there)| *there).map(|(href, title, _)| html! {
                    <li><a {href}>{ title }</a></li>
                }) }
            </ul>
        </nav>
    }
}
