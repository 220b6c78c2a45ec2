//! A cause as a card: what is wrong, what to do, what to paste, what shows it.

use yew::prelude::*;

use super::addresses::compared;
use super::copy::copy_button_for;
use super::face::Layout;
use super::face::{Face, plain_button};
use super::words;
use crate::report::{
    Cause, CauseId, Confidence, Evidence, EvidenceKind, Link, Paste, Remedy, Verdict,
};
use crate::text::fill;

/// Steps that the popup has room for.
const FIRST_STEPS: usize = 2;

/// What to do about the cause to fix first. The headline is its title, so it has none of its own. The popup has room for
/// the first steps; the person wants the `on_report` for more.
pub(super) fn first(cause: &Cause, face: &Face, on_report: &Callback<()>) -> Html {
    let (steps, wide) = (&cause.remedy.steps, face.layout == Layout::Wide);
    let title = if cause.effort.is_empty() {
        face.ui.what_to_do
    } else {
        &cause.effort
    };
    let shown = steps.get(..FIRST_STEPS).filter(|_| !wide).unwrap_or(steps);
    let more = steps.len() - shown.len();
    html! {
        <section class="card first" id="cause">
            // In the popup the proof has to do.
            if wide || cause.effort.is_empty() {
                <p>{ cause.summary.clone() }</p>
            }
            { addresses(cause, face) }
            if !steps.is_empty() {
                <h3>{ title.to_owned() }</h3>
            }
            { numbered(shown, cause.remedy.link.as_ref(), face) }
            if wide {
                { pastes(&cause.remedy.pastes, face) }
            } else if more > 0 {
                <p>{ plain_button(fill(face.ui.more_steps, &[("count", &more.to_string())]), on_report) }</p>
            }
        </section>
    }
}

/// The address on file beside the right one, where these are what is wrong.
fn addresses(cause: &Cause, face: &Face) -> Html {
    let is_url = |row: &&Evidence| row.kind == EvidenceKind::Url;
    let mut urls = cause.evidence.iter().filter(is_url);
    match (cause.id, urls.next(), urls.next()) {
        (CauseId::CallbackAddressWrong, Some(on_file), Some(of_shop)) => {
            compared(&on_file.what, &of_shop.what, face)
        }
        _ => Html::default(),
    }
}

/// A cause to look at after the first, folded down to its title.
pub(super) fn other(cause: &Cause, verdict: Verdict, face: &Face) -> Html {
    html! {
        <details class="card">
            <summary><h4>{ cause.title.clone() }{ confidence(cause, verdict, face) }</h4></summary>
            <p>{ cause.summary.clone() }</p>
            if !cause.effort.is_empty() {
                <p><strong>{ cause.effort.clone() }</strong></p>
            }
            { remedy(&cause.remedy, face) }
            { proof(&cause.evidence, cause.blocker_source.as_deref(), face) }
        </details>
    }
}

/// What to paste. Of several one fits the server at hand, so each is folded down to its label.
fn pastes(pastes: &[Paste], face: &Face) -> Html {
    match pastes {
        [only] => paste(only, face),
        several => html! {
            { for several.iter().map(|p| html! {
                <details class="choice"><summary>{ p.label.clone() }</summary>{ paste(p, face) }</details>
            }) }
        },
    }
}

/// Something to paste, with its button.
pub(super) fn paste(paste: &Paste, face: &Face) -> Html {
    let text = paste.text.clone();
    html! {
        <figure class="paste">
            <figcaption>{ paste.label.clone() }</figcaption>
            { copy_button_for(&paste.label, face.ui, &face.on_copy, move || text.clone()) }
            <pre>{ paste.text.clone() }</pre>
        </figure>
    }
}

/// Evidence, folded.
pub(super) fn proof(rows: &[Evidence], source: Option<&str>, face: &Face) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <details class="proof"><summary>{ face.ui.evidence }</summary>{ evidence(rows, source) }</details>
    }
}

/// Each place once, with what was seen there, and from where the product that it shows is known.
pub(super) fn evidence(rows: &[Evidence], source: Option<&str>) -> Html {
    html! {
        <>
            <ul class="seen">
                { for rows.chunk_by(|a, b| a.at == b.at).map(|seen| html! {
                    <li>
                        <code>{ seen.first().map(|e| e.at.clone()) }</code>
                        <pre>{ seen.iter().map(|e| &*e.what).collect::<Vec<_>>().join("\n") }</pre>
                    </li>
                }) }
            </ul>
            if let Some(source) = source {
                <p class="soft">{ source.to_owned() }</p>
            }
        </>
    }
}

/// What to do: steps, and what to paste.
pub(super) fn remedy(remedy: &Remedy, face: &Face) -> Html {
    html! {
        <>
            { numbered(&remedy.steps, remedy.link.as_ref(), face) }
            { pastes(&remedy.pastes, face) }
        </>
    }
}

/// Steps, the first one with the page where it is done.
fn numbered(steps: &[String], link: Option<&Link>, face: &Face) -> Html {
    if steps.is_empty() {
        return Html::default();
    }
    let link = link.filter(|link| link.url.starts_with("http"));
    html! {
        <ol class="todo">
            { for steps.iter().enumerate().map(|(number, step)| html! {
                <li>
                    { step.clone() }
                    if let Some(link) = link.filter(|_| number == 0) {
                        { " " }
                        <a href={link.url.clone()} target="_blank" rel="noreferrer">
                            { fill(face.ui.open_place, &[("place", &link.label)]) }
                        </a>
                    }
                </li>
            }) }
        </ol>
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
