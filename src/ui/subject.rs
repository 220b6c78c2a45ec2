//! What a report is about: which shop and gateway, when, from where and as whom.

use yew::prelude::*;

use super::age::Age;
use super::face::Layout;
use super::face::{Face, short};
use super::words;
use crate::probe::PROVIDER_USER_AGENT;
use crate::report::Report;
use crate::text::fill;
use crate::verdict::Reason;

/// The line over the verdict. The popup's own header names the shop.
pub(super) fn subject(report: &Report, age: Option<&Age>, face: &Face) -> Html {
    let ui = face.ui;
    let wide = face.layout == Layout::Wide;
    let from = if is_brought(report) {
        ui.from_brought
    } else {
        ui.from_here
    };
    html! {
        <header class="subject">
            if wide {
                <h1>{ short(&report.shop).to_owned() }</h1>
            }
            <p class="soft">
                if wide {
                    <span>{ words::gateway(&report.gateway, ui) }</span>
                }
                if let Some(age) = age {
                    <span>
                        // Where it is old, a note of its own says how old.
                        { fill(ui.started, &[("time", if age.old { "" } else { &age.words })]) }
                        if wide {
                            { if age.old { "" } else { ", " } }
                            <time datetime={report.started.clone()} title={report.started.clone()}>{ age.local.clone() }</time>
                        }
                    </span>
                }
                if wide {
                    <span>{ from }</span>
                }
                if let Some(as_whom) = as_whom(report, face) {
                    <span>{ as_whom }</span>
                }
            </p>
        </header>
    }
}

/// How many calls it took, and how long.
pub(super) fn calls(report: &Report, face: &Face) -> Html {
    let ui = face.ui;
    if report.probes.is_empty() || is_brought(report) {
        return Html::default();
    }
    let count = match report.probes.len() {
        1 => ui.one_call.to_owned(),
        count => fill(ui.calls, &[("count", &count.to_string())]),
    };
    let took = report.took_ms.map(|ms| words::took(ms, ui));
    html! { <p class="soft">{ count }if let Some(took) = took { { ", " }{ took } }</p> }
}

/// Whether a person brought answers along.
pub(super) fn is_brought(report: &Report) -> bool {
    report
        .unsure
        .iter()
        .any(|open| open.id == Reason::BroughtAnswers.as_str())
}

/// Whom the provider's calls imitated; none where the hand cannot choose.
fn as_whom(report: &Report, face: &Face) -> Option<String> {
    let agent = report
        .probes
        .iter()
        .find_map(|probe| probe.user_agent.as_ref())?;
    Some(match agent.as_str() {
        PROVIDER_USER_AGENT => face.ui.as_klarna.to_owned(),
        other => fill(face.ui.as_agent, &[("agent", other)]),
    })
}
