//! What a support agent asks for first.

use yew::prelude::*;

use super::face::Face;
use super::words;
use crate::report::Report;
use crate::text::fill;

/// Which shop, which gateway, where and when.
pub(super) fn technical(report: &Report, face: &Face) -> Html {
    let ui = face.ui;
    let causes: Vec<&str> = report.causes.iter().map(|c| c.id.as_str()).collect();
    let brought = report
        .unsure
        .iter()
        .any(|open| open.id == "brought-answers");
    let sent = fill(
        if brought {
            ui.answers_brought
        } else {
            ui.requests_sent
        },
        &[("count", &report.probes.len().to_string())],
    );
    html! {
        <ul class="about">
            <li>{ report.shop.clone() }</li>
            <li>{ words::gateway(&report.gateway, ui) }</li>
            if let Some(started) = &report.started {
                <li>{ fill(ui.started, &[("time", started)]) }</li>
            }
            <li>{ sent }</li>
            <li>{ ui.product }{ " " }{ report.version.clone() }{ ", " }{ words::surface(report.surface, ui) }</li>
            <li><code>{ causes.join(", ") }</code></li>
            <li><code>{ report.schema.clone() }</code></li>
        </ul>
    }
}
