//! What a support agent asks for first.

use yew::prelude::*;

use super::face::Face;
use super::requests::row;
use crate::report::Report;

/// Which shop, which gateway, where and when.
pub(super) fn technical(report: &Report, face: &Face) -> Html {
    let words = face.words;
    let gateway = &report.gateway;
    let mut name = gateway.name.clone();
    if let Some(version) = &gateway.version {
        name.push(' ');
        name.push_str(version);
    }
    let causes: Vec<&str> = report.causes.iter().map(|c| c.id.as_str()).collect();
    html! {
        <dl>
            { row(words.shop, report.shop.clone()) }
            { row(words.gateway, html! {
                <>{ name }if !gateway.seen { <span class="soft">{ ", " }{ words.assumed }</span> }</>
            }) }
            if let Some(started) = &report.started {
                { row(words.started, started.clone()) }
            }
            { row(words.surface, words.surface(report.surface)) }
            { row(words.cause_ids, html! { <code>{ causes.join(", ") }</code> }) }
            { row(words.version, report.version.clone()) }
            { row(words.schema, html! { <code>{ report.schema.clone() }</code> }) }
        </dl>
    }
}
