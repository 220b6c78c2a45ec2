//! What leads on from an address alone, where a page of another site may not read what the shop answers: one step, drawn,
//! and two others folded.

use yew::prelude::*;

use super::bookmarklet::Bookmarklet;
use super::commands::commands;
use super::face::Face;
use super::site::SiteProps;
use crate::report::{CauseId, Report, Surface, Verdict};
use crate::text::fill;

/// Where the extension can be had, by the browser's name. Empty until a store has it.
const STORES: &[(&str, &str)] = &[];

/// Whether the page itself is all that has spoken, and nothing that it may read decides.
pub(super) fn is_undecided(report: &Report) -> bool {
    report.surface == Surface::Site && report.verdict == Verdict::Unsure && !has_callback(report)
}

/// Whether what was found stops no call by itself, and the callback was not seen: another fault may stand before it.
pub(super) fn is_beside(report: &Report) -> bool {
    let first = report.causes.first();
    report.surface == Surface::Site
        && first.is_some_and(|first| stops_no_call(first.id))
        && !has_callback(report)
}

/// Whether a call that meets this alone may arrive all the same.
pub(super) const fn stops_no_call(cause: CauseId) -> bool {
    matches!(cause, CauseId::HttpHomeUrl | CauseId::MixedContent)
}

/// Whether an answer of a callback is in it; of the site itself no request goes there.
pub(super) fn has_callback(report: &Report) -> bool {
    let mut probes = report.probes.iter();
    probes.any(|probe| probe.purpose.asks_wc_api())
}

/// The one step, what was read of how much, and what else there is.
pub(super) fn way_on(report: &Report, props: &SiteProps, face: &Face) -> Html {
    let ui = face.ui;
    let read = report.probes.iter().filter(|probe| probe.status.is_some());
    let counts = [
        ("read", read.count().to_string()),
        ("count", report.probes.len().to_string()),
    ];
    let counts = counts
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    html! {
        <section class="card first way-on">
            <p class="soft">
                if !report.probes.is_empty() {
                    { fill(ui.answers_read, &counts) }{ " " }
                }
                { ui.answers_hidden }
            </p>
            <h3>{ ui.bookmark_title }</h3>
            <Bookmarklet
                language={props.language}
                bookmark={props.bookmark.clone()}
                page={props.run.page_url.clone()}
                on_copy={props.on_copy.clone()}
                on_open={props.on_open.clone()}
            />
            <details class="more">
                <summary>{ ui.extension_title }</summary>
                <p>{ ui.extension_body }</p>
                if STORES.is_empty() {
                    <p>{ ui.extension_no_store }</p>
                    <ul class="todo"><li>{ ui.extension_chrome }</li><li>{ ui.extension_firefox }</li></ul>
                } else {
                    <ul class="todo">
                        { for STORES.iter().map(|(browser, store)| html! { <li><a href={*store}>{ *browser }</a></li> }) }
                    </ul>
                }
            </details>
            if let Some(script) = &props.run.commands {
                { commands(script, props.windows, false, face) }
            }
        </section>
    }
}
