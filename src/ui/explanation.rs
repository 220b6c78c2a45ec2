//! An answer that somebody already has, explained: the same card as a cause's.

use yew::prelude::*;

use super::cause::{proof, remedy};
use super::face::Face;
use super::{sign, words};
use crate::explain::Explanation;
use crate::report::Confidence;

/// Every answer: the first one whole, the others folded.
pub(super) fn explained(answers: &[Explanation], face: &Face) -> Html {
    let mut rest = answers.iter();
    let Some(first) = rest.next() else {
        return Html::default();
    };
    let others = rest.as_slice();
    let redirects = others.iter().any(is_redirect);
    html! {
        <article class="report explained">
            <p class="aside" role="status">{ first.headline.clone() }</p>
            <h2 class="verdict">{ sign::verdict(first.verdict) }<span>{ first.headline.clone() }</span></h2>
            <section class="card first">{ card(first, "h3", face) }</section>
            if !others.is_empty() {
                <section class="others">
                    <h3>{ face.ui.other_answers }</h3>
                    if redirects {
                        <p class="soft">{ face.ui.redirects_not_followed }</p>
                    }
                    { for others.iter().map(|answer| html! {
                        <details class="card">
                            <summary>
                                { sign::verdict(answer.verdict) }
                                <h4>
                                    { status(answer, face) }{ " " }
                                    <span class="soft">{ answer.headline.clone() }</span>
                                </h4>
                            </summary>
                            { card(answer, "h5", face) }
                        </details>
                    }) }
                </section>
            }
        </article>
    }
}

/// What is known, what it means and what to do, with headings of this level.
#[expect(
    clippy::ignored_unit_patterns,
    reason = "yew writes it for a tag that is chosen"
)]
fn card(answer: &Explanation, level: &'static str, face: &Face) -> Html {
    let ui = face.ui;
    let speaker = words::speaker(answer.speaker, face.language).unwrap_or(ui.nobody_known);
    let block = match answer.is_block() {
        Some(true) => ui.blocked_yes,
        Some(false) => ui.blocked_no,
        None => ui.blocked_unknown,
    };
    let names_shop = answer.request.contains("://");
    let row =
        |label: &'static str, text: Html| html! { <div><dt>{ label }</dt><dd>{ text }</dd></div> };
    html! {
        <>
            <p>
                if names_shop {
                    <code>{ answer.request.clone() }</code>{ " " }
                }
                <strong>{ status(answer, face) }</strong>
            </p>
            <dl class="facts">
                { row(ui.spoken_by, speaker.into()) }
                { row(ui.blocked, block.into()) }
                if let Some(name) = &answer.blocker_name {
                    { row(ui.product_named, html! { <>{ name.clone() }{ sure(answer.confidence, face) }</> }) }
                }
                if !answer.meaning.is_empty() {
                    { row(ui.meaning, (*answer.meaning).into()) }
                }
            </dl>
            if !answer.summary.is_empty() {
                <p>{ answer.summary.clone() }</p>
            }
            if !answer.likely.is_empty() {
                <@{level}>{ ui.likely_causes }</@>
                <ol class="todo">
                    { for answer.likely.iter().map(|cause| html! { <li>{ cause.clone() }</li> }) }
                </ol>
            }
            if !answer.remedy.steps.is_empty() || !answer.remedy.pastes.is_empty() {
                <@{level}>{ ui.what_to_do }</@>
                if !names_shop && !answer.remedy.pastes.is_empty() {
                    <p class="soft">{ ui.example_address }</p>
                }
                { remedy(&answer.remedy, face) }
            }
            if !answer.next.is_empty() {
                <@{level}>{ ui.next_step }</@>
                <p>{ answer.next.clone() }</p>
            }
            { proof(&answer.evidence, None, face) }
        </>
    }
}

fn status(answer: &Explanation, face: &Face) -> String {
    match answer.status {
        Some(status) => status.to_string(),
        None => face.ui.no_status.to_owned(),
    }
}

/// How sure the naming of the product is.
fn sure(confidence: Confidence, face: &Face) -> Html {
    html! { <>{ " " }<span class="tag">{ words::confidence(confidence, face.ui) }</span></> }
}

fn is_redirect(answer: &Explanation) -> bool {
    answer
        .status
        .is_some_and(|status| (300..400).contains(&status))
}
