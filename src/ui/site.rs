//! The checker site, and the extension's page for an answer that someone already has.

use std::rc::Rc;

use yew::prelude::*;

use super::bookmarklet::{Bookmark, Bookmarklet};
use super::commands::commands;
use super::copy::ToCopy;
use super::explanation::explained;
use super::face::{Face, short};
use super::field::Field;
use super::look_up::look_up;
use super::report_view::{Layout, ReportView, copy_for_support};
use super::sign;
use super::way::untrodden;
use crate::hand::run::{Phase, Run};
use crate::report::Surface;
use crate::shop::dns::Resolver;
use crate::text::{self, Language, fill};

/// Where the field stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// On the site: it takes a shop, or an answer.
    #[default]
    Site,
    /// On the extension's own page: it takes an answer. Shops are checked where they are open.
    Extension,
}

/// What the site is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SiteProps {
    /// What is going on; its shop stands in the field at first.
    pub run: Run,
    /// Where the field stands.
    #[prop_or_default]
    pub place: Place,
    /// The address that this page stands at, for the person to compare.
    #[prop_or_default]
    pub address: AttrValue,
    /// The in-page hand as a bookmark, where there is one.
    #[prop_or_default]
    pub bookmark: Option<Bookmark>,
    /// Whether this computer runs Windows; its commands come first there.
    #[prop_or_default]
    pub windows: bool,
    /// The language of everything around the report's own words.
    #[prop_or_default]
    pub language: Language,
    /// The person wants these checked together: addresses, pages' sources, answers.
    pub on_check: Callback<Vec<AttrValue>>,
    /// The person wants the same checked again.
    pub on_again: Callback<()>,
    /// The person wants this resolver to be asked for the shop's name.
    #[prop_or_default]
    pub on_look_up: Callback<Resolver>,
    /// The person wants the shop of the field opened in a window, to click the bookmark there.
    #[prop_or_default]
    pub on_open: Callback<()>,
    /// The person wants it to stop.
    pub on_stop: Callback<()>,
    /// The person wants something on the clipboard.
    pub on_copy: Callback<ToCopy>,
}

/// A headline, one field, the way, and below it the report or three short answers.
#[component]
pub fn Site(props: &SiteProps) -> Html {
    let ui = text::ui(props.language);
    let run = &props.run;
    let busy = run.phase.is_busy();
    let dropped = use_state_eq(|| None::<web_sys::FileList>);
    // Without this the browser would leave the page for the file.
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let dropped = dropped.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(files) = event.data_transfer().and_then(|d| d.files()) {
                dropped.set(Some(files));
            }
        })
    };
    let waits = match run.phase {
        Phase::AwaitingPage => Some(ui.bookmark_click_there),
        Phase::ReadingPage => Some(ui.page_awaited),
        _ => None,
    };
    let report = run.report.clone().map(Rc::new);
    let face = Face {
        language: props.language,
        ui,
        layout: Layout::Wide,
        on_copy: props.on_copy.clone(),
    };
    let site = props.place == Place::Site;
    let (title, lead) = if site {
        (ui.site_headline, ui.site_lead)
    } else {
        (ui.explain_link, ui.explain_lead)
    };
    let answers = [
        (ui.checks_title, ui.checks_body),
        (ui.blind_title, ui.blind_body),
        (ui.sends_title, ui.sends_body),
    ];
    html! {
        // A file may be dropped anywhere, so this is as high as the window.
        <div class="drop" {ondragover} {ondrop}><div class="page site">
            <header><p class="brand-line">{ sign::brand() }{ ui.product }</p></header>
            <main>
                <h1>{ title }</h1>
                <p class="lead">{ lead }</p>
                <Field
                    language={props.language}
                    place={props.place}
                    start={short(&run.shop).to_owned()}
                    dropped={(*dropped).clone()}
                    on_check={props.on_check.clone()}
                />
                if let Phase::Failed(reason) = &run.phase {
                    <p class="note" role="alert">{ reason.clone() }</p>
                }
                if !run.left_out.is_empty() {
                    <div class="note left-out" role="status">
                        { for run.left_out.iter().map(|sentence| html! { <p>{ sentence.clone() }</p> }) }
                    </div>
                }
                if let Some(waits) = waits {
                    <p class="note" role="status">{ waits }</p>
                }
                if let Some(report) = report {
                    // Whatever is said in it: strangers can open this window too.
                    if report.surface == Surface::InPage {
                        <p class="note reported">{
                            fill(ui.page_reported, &[("shop", run.shop.as_str()), ("address", props.address.as_str())])
                        }</p>
                    }
                    <ReportView
                        report={report.clone()}
                        running={busy}
                        layout={Layout::Wide}
                        language={props.language}
                        on_again={props.on_again.clone()}
                        on_stop={props.on_stop.clone()}
                        on_copy={props.on_copy.clone()}
                    />
                    if let Some(script) = run.commands.as_ref().filter(|_| !busy) {
                        { commands(script, props.windows, &face) }
                    }
                    if !busy {
                        <p class="buttons">{ copy_for_support(&report, &run.left_out, ui, &props.on_copy) }</p>
                        if let Some(name) = &run.name_to_look_up {
                            { look_up(name, ui, &props.on_look_up) }
                        }
                    }
                } else if !run.explained.is_empty() {
                    { explained(&run.explained, &face) }
                } else if site {
                    { untrodden(props.language) }
                }
                if site {
                    <div class="answers">
                        { for answers.into_iter().map(|(title, text)| html! {
                            <section><h2>{ title }</h2><p>{ text }</p></section>
                        }) }
                    </div>
                    <Bookmarklet
                        language={props.language}
                        bookmark={props.bookmark.clone()}
                        on_copy={props.on_copy.clone()}
                        on_open={props.on_open.clone()}
                    />
                }
            </main>
            if site {
                <footer><a href="privacy.html">{ ui.privacy }</a></footer>
            }
        </div></div>
    }
}
