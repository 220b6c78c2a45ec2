//! What a support agent asks for first and the line over the verdict does not say.

use yew::prelude::*;

use super::face::Face;
use super::subject::is_brought;
use super::words;
use crate::report::Report;
use crate::text::fill;

/// What was sent, by which version, and the stable names.
pub(super) fn technical(report: &Report, face: &Face) -> Html {
    let ui = face.ui;
    let causes: Vec<&str> = report.causes.iter().map(|c| c.id.as_str()).collect();
    let sent = fill(
        if is_brought(report) {
            ui.answers_brought
        } else {
            ui.requests_sent
        },
        &[("count", &report.probes.len().to_string())],
    );
    html! {
        <ul class="about">
            <li>{ sent }</li>
            <li>{ ui.product }{ " " }{ report.version.clone() }{ ", " }{ words::surface(report.surface, ui) }</li>
            <li><code>{ causes.join(", ") }</code></li>
            <li><code>{ report.schema.clone() }</code></li>
        </ul>
    }
}
