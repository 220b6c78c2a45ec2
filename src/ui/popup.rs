//! The extension's popup.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::age::use_age;
use super::copy::ToCopy;
use super::face::Layout;
use super::face::{button, explain_link, plain_button, title};
use super::report_view::{ReportView, copy_for_support};
use super::state;
use super::way::untrodden;
use crate::report::Report;
use crate::run::Run;
use crate::shared::Shared;
use crate::text::{self, Language, Ui};

/// What the popup is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PopupProps {
    /// What is going on.
    pub run: Shared<Run>,
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
    /// The person wants another gateway of the shop checked, by its id.
    #[prop_or_default]
    pub on_gateway: Callback<AttrValue>,
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
    let (ui, texts) = (text::ui(props.language), text::extension(props.language));
    let report = state::report(run).cloned();
    let busy = run.phase.is_busy();
    let started = report.as_ref().and_then(|report| report.started.clone());
    let old = use_age(started.as_deref(), ui).is_some_and(|age| age.old);
    let foot = use_node_ref();
    {
        let foot = foot.clone();
        // Who opens the popup has come to press its first button.
        use_effect_with((), move |()| {
            let foot = foot.cast::<Element>();
            let first = foot.and_then(|foot| foot.query_selector("button").ok().flatten());
            if let Some(button) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                // Where it cannot take the focus, the page keeps it.
                let _ = button.focus();
            }
        });
    }
    html! {
        <div class="popup">
            <header>
                <h1>{ title(run, ui) }</h1>
                <p class="soft">{ run.page_url.clone() }</p>
            </header>
            // Scrolls by itself, so it must take the focus for the arrow keys.
            <main tabindex="0">
                if let Some(report) = report.clone() {
                    <ReportView
                        {report}
                        running={busy}
                        layout={Layout::Popup}
                        language={props.language}
                        on_again={props.on_check.clone()}
                        on_gateway={props.on_gateway.clone()}
                        on_stop={props.on_stop.clone()}
                        on_copy={props.on_copy.clone()}
                        on_report={props.on_report.clone()}
                    />
                } else {
                    if run.in_tab.is_none() {
                        { untrodden(props.language) }
                    }
                    { state::state(run, props.permitted, props.language) }
                }
            </main>
            <footer ref={foot}>{ buttons(props, report.as_ref(), old, ui) }</footer>
            <nav aria-label={texts.elsewhere}>
                { explain_link(ui) }
                <a href="report.html" target="_blank">{ ui.shops }</a>
                if props.permitted && !busy {
                    { plain_button(texts.give_back.to_owned(), &props.on_give_back) }
                }
            </nav>
        </div>
    }
}

/// The first button is the one to press.
fn buttons(
    props: &PopupProps,
    report: Option<&Shared<Report>>,
    old: bool,
    ui: &'static Ui,
) -> Html {
    let run = &props.run;
    match report {
        _ if run.phase.is_busy() => button(ui.stop, &props.on_stop, false),
        Some(report) => html! {
            <>
                { button(ui.full_report, &props.on_report, !old) }
                { copy_for_support(report, &[], None, ui, &props.on_copy) }
            </>
        },
        None => state::begin(run, ui)
            .map(|label| button(label, &props.on_check, true))
            .unwrap_or_default(),
    }
}
