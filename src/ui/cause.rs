//! A cause as a card: what is wrong, what to do, what to paste, what shows it.

use yew::prelude::*;

use super::copy::copy_button;
use super::face::Face;
use super::words;
use crate::report::{Cause, Confidence, Evidence, Paste, Remedy, Verdict};

/// The cause to fix first, everything open but the proof.
pub(super) fn first(cause: &Cause, verdict: Verdict, face: &Face) -> Html {
    html! {
        <section class="card first" id="cause" aria-labelledby="cause-title">
            <h3 id="cause-title">{ cause.title.clone() }{ confidence(cause, verdict, face) }</h3>
            <p>{ cause.summary.clone() }</p>
            { remedy(&cause.remedy, face) }
            { proof(&cause.evidence, cause.blocker_source.as_deref(), face) }
        </section>
    }
}

/// A cause to look at after the first, folded down to its title.
pub(super) fn other(cause: &Cause, verdict: Verdict, face: &Face) -> Html {
    html! {
        <details class="card">
            <summary><h4>{ cause.title.clone() }{ confidence(cause, verdict, face) }</h4></summary>
            <p>{ cause.summary.clone() }</p>
            { remedy(&cause.remedy, face) }
            { proof(&cause.evidence, cause.blocker_source.as_deref(), face) }
        </details>
    }
}

/// Something to paste, with its button.
pub(super) fn paste(paste: &Paste, face: &Face) -> Html {
    let text = paste.text.clone();
    html! {
        <figure class="paste">
            <figcaption>{ paste.label.clone() }</figcaption>
            { copy_button(face.ui.copy, face.ui, &face.on_copy, move || text.clone()) }
            <pre>{ paste.text.clone() }</pre>
        </figure>
    }
}

/// Evidence, folded: each place once, with what was seen there, and from where the product that it shows is known.
pub(super) fn proof(evidence: &[Evidence], source: Option<&str>, face: &Face) -> Html {
    if evidence.is_empty() {
        return Html::default();
    }
    html! {
        <details class="proof">
            <summary>{ face.ui.evidence }</summary>
            <ul>
                { for evidence.chunk_by(|a, b| a.at == b.at).map(|seen| html! {
                    <li>
                        <code>{ seen.first().map(|e| e.at.clone()) }</code>
                        <pre>{ seen.iter().map(|e| &*e.what).collect::<Vec<_>>().join("\n") }</pre>
                    </li>
                }) }
            </ul>
            if let Some(source) = source {
                <p>{ source.to_owned() }</p>
            }
        </details>
    }
}

/// What to do: steps, and what to paste.
pub(super) fn remedy(remedy: &Remedy, face: &Face) -> Html {
    html! {
        <>
            if !remedy.steps.is_empty() {
                <ol class="todo">
                    { for remedy.steps.iter().map(|step| html! { <li>{ step.clone() }</li> }) }
                </ol>
            }
            { for remedy.pastes.iter().map(|p| paste(p, face)) }
        </>
    }
}

/// Said only of faults, and only where there is doubt.
fn confidence(cause: &Cause, verdict: Verdict, face: &Face) -> Html {
    if verdict == Verdict::Fail && cause.confidence != Confidence::Certain {
        html! { <>{ " " }<span class="tag">{ words::confidence(cause.confidence, face.ui) }</span></> }
    } else {
        Html::default()
    }
}
