//! The extension's report page.

use yew::prelude::*;

use super::copy::ToCopy;
use super::face::Layout;
use super::face::{audit_path, button, title};
use super::report_view::{ReportView, copy_for_support};
use super::settings::settings;
use super::sign;
use super::state;
use super::way::untrodden;
use crate::probe::UserAgent;
use crate::report::Report;
use crate::run::Run;
use crate::shared::Shared;
use crate::text::{self, Language, Ui};

/// What the report page is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReportPageProps {
    /// What is going on.
    pub run: Shared<Run>,
    /// Whether the browser allows requests to the shop.
    #[prop_or_default]
    pub permitted: bool,
    /// What the last audit of the whole site found, as Markdown.
    #[prop_or_default]
    pub audit: Option<String>,
    /// The `User-Agent` that imitates the provider.
    #[prop_or_default]
    pub agent: UserAgent,
    /// The language of everything around the report's own words.
    #[prop_or_default]
    pub language: Language,
    /// The person takes the permission back.
    pub on_give_back: Callback<()>,
    /// The person wants another `User-Agent` to be sent.
    pub on_agent: Callback<UserAgent>,
    /// The person wants the shop checked again.
    pub on_again: Callback<()>,
    /// The person wants another gateway of the shop checked, by its id.
    #[prop_or_default]
    pub on_gateway: Callback<AttrValue>,
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
    let ui = text::ui(props.language);
    let run = &props.run;
    let report = state::report(run).cloned();
    let running = run.phase.is_busy();
    html! {
        <div class="page with-contents">
            <header>
                <p class="brand-line">{ sign::brand() }{ ui.product }</p>
                // A report names its shop.
                if report.is_none() {
                    <h1>{ title(run, ui) }</h1>
                }
            </header>
            if let Some(report) = report.as_ref().filter(|_| !running) {
                { contents(report, ui) }
            }
            <main>
                <ReportView
                    report={report.clone()}
                    before={before(props)}
                    begin={state::begin(run, ui).unwrap_or_default()}
                    {running}
                    layout={Layout::Wide}
                    language={props.language}
                    on_again={props.on_again.clone()}
                    on_gateway={props.on_gateway.clone()}
                    on_stop={props.on_stop.clone()}
                    on_copy={props.on_copy.clone()}
                    actions={report.as_ref().map(|report| actions(report, props, ui)).unwrap_or_default()}
                    more={html! { <>{ audited(props, ui) }{ settings(props) }</> }}
                />
            </main>
            <footer><a href="report.html">{ ui.shops }</a></footer>
        </div>
    }
}

/// What stands in the place of a report before there is one.
fn before(props: &ReportPageProps) -> Html {
    html! {
        <>
            if props.run.in_tab.is_none() {
                { untrodden(props.language) }
            }
            { state::state(&props.run, props.permitted, props.language) }
        </>
    }
}

/// What can be done with the report.
fn actions(report: &Shared<Report>, props: &ReportPageProps, ui: &'static Ui) -> Html {
    html! {
        <>
            { copy_for_support(report, &[], props.audit.as_deref(), ui, &props.on_copy) }
            { button(ui.print, &props.on_print, false) }
            <a class="plain-button" href={audit_path(&props.run.shop)} target="_blank">{ ui.audit_link }</a>
        </>
    }
}

/// What the last audit of the whole site came to, where there was one.
fn audited(props: &ReportPageProps, ui: &Ui) -> Html {
    let Some(audit) = props
        .audit
        .as_ref()
        .filter(|_| state::report(&props.run).is_some())
    else {
        return Html::default();
    };
    let verdict = audit.lines().next().unwrap_or_default();
    html! {
        <p class="note">
            <a href={audit_path(&props.run.shop)} target="_blank">{ ui.audited }</a>
            { ": " }{ verdict.trim_start_matches(['#', ' ']).to_owned() }
        </p>
    }
}

/// Links to the parts that this report has.
fn contents(report: &Report, ui: &Ui) -> Html {
    let parts = [
        ("#cause", ui.what_to_do, !report.causes.is_empty()),
        ("#others", ui.also_found, report.causes.len() > 1),
        ("#unsure", ui.not_seen, !report.unsure.is_empty()),
        ("#checks", ui.checks, !report.findings.is_empty()),
        (
            "#requests",
            ui.requests,
            !report.probes.is_empty() || !report.endpoints.is_empty(),
        ),
        ("#about", ui.about, true),
    ];
    html! {
        <nav aria-label={ui.contents}>
            <ul>
                { for parts.into_iter().filter(|(.., there)| *there).map(|(href, title, _)| html! {
                    <li><a {href}>{ title }</a></li>
                }) }
            </ul>
        </nav>
    }
}
