//! What is being asked, while it is asked.

use yew::prelude::*;

use super::words;
use crate::report::ProbeLine;
use crate::text::Ui;

/// The questions so far, each with its answer or that it is under way.
pub(super) fn steps(probes: &[ProbeLine], ui: &Ui) -> Html {
    html! {
        <ol class="steps">
            { for probes.iter().map(|p| {
                let class = if p.pending { "pending" } else { "done" };
                html! {
                    <li {class}><span>{ p.title.clone() }</span>{ " " }<span class="soft">{ words::answer(p, ui) }</span></li>
                }
            }) }
        </ol>
    }
}
