//! The extension's popup.

use std::rc::Rc;

use yew::prelude::*;

use super::copy::ToCopy;
use super::face::{click, short};
use super::report_view::{Layout, ReportView, copy_for_support};
use super::way::untrodden;
use super::words::{EN, Words};
use crate::hand::run::{Phase, Run};

/// What the popup is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PopupProps {
    /// What is going on.
    pub run: Run,
    /// The person wants the shop checked, or checked again.
    pub on_check: Callback<()>,
    /// The person wants it to stop.
    pub on_stop: Callback<()>,
    /// The person wants the whole report, in a page of its own.
    pub on_report: Callback<()>,
    /// The person wants something on the clipboard.
    pub on_copy: Callback<ToCopy>,
}

/// The popup: always of one size, so that nothing moves when the report comes.
#[component]
pub fn Popup(props: &PopupProps) -> Html {
    let run = &props.run;
    let words = &EN;
    let report = run.report.clone().map(Rc::new);
    let title = if run.shop.is_empty() {
        words.product
    } else {
        short(&run.shop)
    };
    html! {
        <div class="popup">
            <header>
                <h1>{ title.to_owned() }</h1>
                <p class="soft">{ run.page_url.clone() }</p>
            </header>
            // Scrolls by itself, so it must take the focus for the arrow keys.
            <main tabindex="0">
                if let Some(report) = report.clone() {
                    <ReportView
                        {report}
                        running={run.phase.is_busy()}
                        layout={Layout::Popup}
                        on_again={props.on_check.clone()}
                        on_stop={props.on_stop.clone()}
                        on_copy={props.on_copy.clone()}
                    />
                } else {
                    { untrodden(words) }
                    { state(&run.phase, words) }
                }
            </main>
            <footer>{ buttons(props, report.as_ref(), words) }</footer>
        </div>
    }
}

/// The words of a phase that has no report.
fn state(phase: &Phase, words: &Words) -> Html {
    let (title, text): (_, &[&str]) = match phase {
        Phase::NoPage => (words.no_page_title, &[words.no_page_text]),
        Phase::AskingPermission => (words.asking_title, &[words.asking_text]),
        Phase::ReadingPage => (words.reading_title, &[]),
        Phase::Probing => (words.probing_title, &[]),
        Phase::Refused => (words.refused_title, &[words.refused_text]),
        Phase::Failed(reason) => (words.failed_title, &[reason]),
        Phase::Ready | Phase::Done => (words.ready_title, &words.ready_text),
    };
    html! {
        <div class="state" role="status">
            <h2 class="verdict">{ title }</h2>
            { for text.iter().map(|line| html! { <p>{ (*line).to_owned() }</p> }) }
        </div>
    }
}

fn buttons(props: &PopupProps, report: Option<&Rc<crate::report::Report>>, words: &Words) -> Html {
    let phase = &props.run.phase;
    match report {
        _ if phase.is_busy() => html! {
            <button type="button" onclick={click(&props.on_stop)}>{ words.stop }</button>
        },
        Some(report) => html! {
            <>
                <button type="button" class="primary" onclick={click(&props.on_report)}>{ words.full_report }</button>
                { copy_for_support(report, &props.on_copy) }
            </>
        },
        None if *phase == Phase::NoPage => Html::default(),
        None => {
            let label = if *phase == Phase::Ready {
                words.check_shop
            } else {
                words.again
            };
            html! { <button type="button" class="primary" onclick={click(&props.on_check)}>{ label }</button> }
        }
    }
}
