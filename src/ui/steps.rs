//! What is being asked, while it is asked.

use yew::prelude::*;

use super::words::Words;
use crate::report::ProbeLine;

/// The questions so far, each with its answer or that it is under way.
pub(super) fn steps(probes: &[ProbeLine], words: &Words) -> Html {
    html! {
        <ol class="steps">
            { for probes.iter().map(|p| {
                let (class, answer) = if p.pending { ("pending", words.under_way) } else { ("done", &*p.answer) };
                html! {
                    <li {class}><span>{ p.title.clone() }</span>{ " " }<span class="soft">{ answer.to_owned() }</span></li>
                }
            }) }
        </ol>
    }
}
