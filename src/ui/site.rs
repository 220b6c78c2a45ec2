//! The checker site, and the extension's page for an answer that someone already has.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::bookmarklet::{Bookmark, Bookmarklet};
use super::commands::commands;
use super::copy::{ToCopy, copy_button};
use super::explanation::{Bar, explained};
use super::face::Layout;
use super::face::{Face, button, short};
use super::field::{Dropped, Field, Place, text_of};
use super::look_up::look_up;
use super::report_view::{ReportView, copy_for_support};
use super::sign;
use super::way::untrodden;
use super::way_on::{has_callback, is_beside, is_undecided, stops_no_call, way_on};
use crate::explain::Explanation;
use crate::report::{Confidence, Report, Surface, Verdict};
use crate::run::{Phase, Run};
use crate::shared::Shared;
use crate::shop::dns::Resolver;
use crate::text::{self, Language, Ui, fill};

/// What the site is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SiteProps {
    /// What is going on; its shop stands in the field at first.
    pub run: Shared<Run>,
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
    /// The person wants another gateway of the shop checked, by its id.
    #[prop_or_default]
    pub on_gateway: Callback<AttrValue>,
    /// The person wants this resolver to be asked for the shop's name.
    #[prop_or_default]
    pub on_look_up: Callback<Resolver>,
    /// The shop that the link to this page asks to be checked; empty where it names none.
    #[prop_or_default]
    pub asked: AttrValue,
    /// The person wants the shop's page opened in a window, to click the bookmark there.
    #[prop_or_default]
    pub on_open: Callback<()>,
    /// The shop whose whole site was audited last, and what was found, as Markdown; nothing where the auditor did not come.
    #[prop_or_default]
    pub audit: Option<(String, Option<String>)>,
    /// The person wants the shop's whole site audited, which only its own page can.
    #[prop_or_default]
    pub on_audit: Callback<()>,
    /// The person wants it to stop.
    pub on_stop: Callback<()>,
    /// The person wants something on the clipboard.
    pub on_copy: Callback<ToCopy>,
    /// The person wants what is shown on paper.
    #[prop_or_default]
    pub on_print: Callback<()>,
}

/// A headline, one field, the way, and below it the report or three short answers.
#[component]
pub fn Site(props: &SiteProps) -> Html {
    let ui = text::ui(props.language);
    let run = &props.run;
    let busy = run.phase.is_busy();
    let dropped = use_state_eq(|| None::<Dropped>);
    // Without this the browser would leave the page for the file.
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let dropped = dropped.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                let (files, text) = (data.files(), text_of(&data).into());
                dropped.set(Some(Dropped { files, text }));
            }
        })
    };
    let report = run.report.clone();
    let waits = match run.phase {
        Phase::AwaitingPage => Some(ui.bookmark_click_there),
        Phase::ReadingPage => Some(ui.page_awaited),
        Phase::Probing if report.is_none() => Some(ui.getting_ready),
        _ => None,
    };
    let offline = run.phase == Phase::Offline;
    // The headline has done its work; the room is the verdict's.
    let waiting = run.phase == Phase::AwaitingPage;
    let folded = busy && !waiting || offline || report.is_some() || !run.explained.is_empty();
    let ran = use_mut_ref(|| busy);
    use_effect_with(busy, move |busy| {
        if ran.replace(*busy) && !busy {
            focus_verdict();
        }
    });
    // What goes on from an explanation stands in the field from then on.
    let named = use_state_eq(AttrValue::default);
    let on_named = {
        let (named, on_check) = (named.setter(), props.on_check.clone());
        Callback::from(move |shop: AttrValue| {
            named.set(shop.clone());
            on_check.emit(vec![shop]);
        })
    };
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
    let print = button(ui.print, &props.on_print, false);
    let problem = match &run.phase {
        Phase::Failed(reason) => reason.clone(),
        _ => String::new(),
    };
    html! {
        // A file may be dropped anywhere, so this is as high as the window.
        <div class="drop" {ondragover} {ondrop}><div class={if folded { "page site folded-head" } else { "page site" }}>
            <header><p class="brand-line">{ sign::brand() }{ ui.product }</p></header>
            <main>
                <h1 class={folded.then_some("aside")}>{ title }</h1>
                if !folded {
                    <p class="lead">{ lead }</p>
                }
                if !props.asked.is_empty() && run.phase == Phase::Ready {
                    <p class="note" role="status">{ fill(ui.asked_to_check, &[("shop", short(&props.asked))]) }</p>
                }
                <Field
                    language={props.language}
                    place={props.place}
                    start={short(&run.shop).to_owned()}
                    named={(*named).clone()}
                    dropped={(*dropped).clone()}
                    {problem}
                    on_check={props.on_check.clone()}
                />
                if !run.left_out.is_empty() {
                    <div class="note left-out" role="status">
                        { for run.left_out.iter().map(|sentence| html! { <p>{ sentence.clone() }</p> }) }
                    </div>
                }
                if let Some(waits) = waits {
                    <p class="note waits" role="status">{ waits }</p>
                }
                if offline {
                    <section class="report">
                        <h2 class="verdict" tabindex="-1">{ sign::verdict(Verdict::NotApplicable) }<span>{ ui.offline_title }</span></h2>
                        <p>{ ui.offline_body }</p>
                        <p class="buttons">{ button(ui.check_again, &props.on_again, true) }</p>
                    </section>
                } else if let Some(report) = report {
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
                        actions={html! {
                            <>
                                { copy_for_support(&report, &run.left_out, audit_of(&report.shop, props), ui, &props.on_copy) }
                                { link_button(&report.shop, props, &face) }
                                { print }
                                if report.surface == Surface::InPage {
                                    { button(ui.audit_link, &props.on_audit, false) }
                                    if matches!(props.audit, Some((_, None))) {
                                        <span role="alert">{ ui.load_failed }</span>
                                    }
                                }
                            </>
                        }}
                        more={if is_beside(&report) { way_on(&report, props, &face) } else { Html::default() }}
                        way_on={is_undecided(&report).then(|| way_on(&report, props, &face))}
                        on_again={props.on_again.clone()}
                        on_gateway={props.on_gateway.clone()}
                        on_stop={props.on_stop.clone()}
                        on_copy={props.on_copy.clone()}
                    />
                    if let Some(script) = run.commands.as_ref().filter(|_| !busy && !is_undecided(&report) && !is_beside(&report) && !is_proven(&report)) {
                        { commands(script, props.windows, has_callback(&report), &face) }
                    }
                    if let Some(name) = run.name_to_look_up.as_ref().filter(|_| !busy && !is_proven(&report)) {
                        { look_up(name, ui, &props.on_look_up) }
                    }
                } else if !run.explained.is_empty() {
                    { explained(&run.explained, Bar { print, link: link_button(named_shop(&run.explained), props, &face), on_check: site.then_some(on_named) }, &face) }
                } else if site {
                    { untrodden(props.language) }
                }
                if site && !folded {
                    { first_look(props, ui) }
                }
            </main>
            if site {
                <footer><a href="privacy.html">{ ui.privacy }</a></footer>
            }
        </div></div>
    }
}

/// What stands below the field before anything was asked.
fn first_look(props: &SiteProps, ui: &'static Ui) -> Html {
    let answers = [
        (ui.checks_title, ui.checks_body),
        (ui.blind_title, ui.blind_body),
        (ui.sends_title, ui.sends_body),
    ];
    html! {
        <>
            <div class="answers">
                { for answers.into_iter().map(|(title, text)| html! {
                    <section><h2>{ title }</h2><p>{ text }</p></section>
                }) }
            </div>
            <section class="bookmark">
                <h2>{ ui.bookmark_title }</h2>
                <p class="soft">{ ui.bookmark_lead }</p>
                <Bookmarklet
                    language={props.language}
                    bookmark={props.bookmark.clone()}
                    on_copy={props.on_copy.clone()}
                    on_open={props.on_open.clone()}
                />
            </section>
        </>
    }
}

/// What the audit of a shop's whole site found, where there was one.
fn audit_of<'p>(shop: &str, props: &'p SiteProps) -> Option<&'p str> {
    let (audited, found) = props.audit.as_ref()?;
    found.as_deref().filter(|_| audited == shop)
}

/// Copies a link to this page that asks for a check of a shop; a file has no address for others.
fn link_button(shop: &str, props: &SiteProps, face: &Face) -> Html {
    if shop.is_empty() || !props.address.starts_with("http") {
        return Html::default();
    }
    let link = [props.address.as_str(), "#shop=", short(shop)].concat();
    copy_button(face.ui.copy_link, face.ui, &face.on_copy, move || {
        link.clone()
    })
}

/// The home of the shop whose answer is explained; empty where its address is not known.
fn named_shop(explained: &[Explanation]) -> &str {
    let url = explained.first().and_then(|answer| answer.url.as_deref());
    let url = url.filter(|url| url.contains("://")).unwrap_or_default();
    url.split_once("wc-api")
        .map_or(url, |(home, _)| home.trim_end_matches('?'))
}

/// Whether no command would change the first cause.
fn is_proven(report: &Report) -> bool {
    let first = report.causes.first();
    // Where what was found stops no call, what the callback is answered may be the first cause.
    let is_beside = first.is_some_and(|first| stops_no_call(first.id));
    let arrives = report
        .endpoints
        .first()
        .is_some_and(|e| e.verdict == Verdict::Pass);
    report.verdict == Verdict::Fail
        && (!is_beside || arrives)
        && first.is_some_and(|first| first.confidence == Confidence::Certain)
}

/// Takes the person to the verdict, which stands where the headline was.
fn focus_verdict() {
    let document = web_sys::window().and_then(|window| window.document());
    let verdict =
        document.and_then(|document| document.query_selector("h2.verdict").ok().flatten());
    if let Some(verdict) = verdict.and_then(|verdict| verdict.dyn_into::<HtmlElement>().ok()) {
        // Without the focus they find it themselves.
        let _ = verdict.focus();
    }
}
