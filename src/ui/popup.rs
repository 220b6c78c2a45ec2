//! The extension's popup.

use std::rc::Rc;

use yew::prelude::*;

use super::copy::ToCopy;
use super::face::{button, explain_link, short, title};
use super::permission::held;
use super::report_view::{Layout, ReportView, copy_for_support};
use super::state::{begin, state};
use super::way::untrodden;
use crate::hand::run::{Phase, Run};
use crate::report::Report;
use crate::text::{self, Language, Ui, fill};

/// What the popup is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PopupProps {
    /// What is going on.
    pub run: Run,
    /// Whether the browser allows requests to the shop.
    #[prop_or_default]
    pub permitted: bool,
    /// The language of everything around the report's own words.
    #[prop_or_default]
    pub language: Language,
    /// The person takes the permission back.
    pub on_give_back: Callback<()>,
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
    let ui = text::ui(props.language);
    let report = run.report.clone().map(Rc::new);
    html! {
        <div class="popup">
            <header>
                <h1>{ title(run, ui) }</h1>
                <p class="soft">{ run.page_url.clone() }</p>
            </header>
            // Scrolls by itself, so it must take the focus for the arrow keys.
            <main tabindex="0">
                if let Some(report) = report.clone() {
                    if run.phase == Phase::Refused {
                        <p class="note">{ fill(ui.permission_refused, &[("host", short(&run.shop))]) }</p>
                    }
                    <ReportView
                        {report}
                        running={run.phase.is_busy()}
                        layout={Layout::Popup}
                        language={props.language}
                        on_again={props.on_check.clone()}
                        on_stop={props.on_stop.clone()}
                        on_copy={props.on_copy.clone()}
                        on_report={props.on_report.clone()}
                    />
                } else {
                    { untrodden(props.language) }
                    { state(run, props.permitted, ui) }
                }
                if !run.phase.is_busy() {
                    if props.permitted {
                        { held(&run.shop, &props.on_give_back, ui) }
                    }
                    <p class="explain-link">{ explain_link(ui) }</p>
                }
            </main>
            <footer>{ buttons(props, report.as_ref(), ui) }</footer>
        </div>
    }
}

fn buttons(props: &PopupProps, report: Option<&Rc<Report>>, ui: &'static Ui) -> Html {
    if props.run.phase.is_busy() {
        return button(ui.stop, &props.on_stop, false);
    }
    let begin = begin(&props.run, ui).map(|label| button(label, &props.on_check, true));
    match report {
        None => begin.unwrap_or_default(),
        Some(_) if props.run.phase == Phase::Refused => html! {
            <>{ begin }{ button(ui.full_report, &props.on_report, false) }</>
        },
        Some(report) => html! {
            <>
                { button(ui.full_report, &props.on_report, true) }
                { copy_for_support(report, &[], ui, &props.on_copy) }
            </>
        },
    }
}
