//! An answer that somebody already has, explained: the same card as a cause's.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::cause::{proof, remedy};
use super::copy::copy_button;
use super::face::{Face, short};
use super::{sign, words};
use crate::explain::Explanation;
use crate::report::Confidence;
use crate::text::{self, Language, Ui, fill};

/// What can be done with an explanation, beside copying it.
pub(super) struct Bar {
    /// The button that prints it.
    pub(super) print: Html,
    /// The button that copies a link to a check of the shop, where one is named.
    pub(super) link: Html,
    /// The person wants this shop checked; `None` where no shop can be checked from here.
    pub(super) on_check: Option<Callback<AttrValue>>,
}

/// Every answer: the first one whole, the others folded.
pub(super) fn explained(answers: &[Explanation], bar: Bar, face: &Face) -> Html {
    let mut rest = answers.iter();
    let Some(first) = rest.next() else {
        return Html::default();
    };
    let others = rest.as_slice();
    let redirects = others.iter().any(is_redirect);
    let text = plain(first, face.ui);
    let leads_on = bar.on_check.is_some();
    let named = first.url.clone().filter(|url| url.contains("://"));
    html! {
        <article class="report explained">
            <p class="aside" role="status">{ first.headline.clone() }</p>
            <h2 class="verdict" tabindex="-1">{ sign::verdict(first.verdict) }<span>{ first.headline.clone() }</span></h2>
            { shown(first, face) }
            if let Some(on_check) = bar.on_check {
                if let Some(url) = named {
                    { check_named(url, &on_check, face) }
                } else {
                    <WhichShop language={face.language} causes={first.likely.len()} {on_check} />
                }
            }
            <section class="card first">{ card(first, "h3", leads_on, face) }</section>
            <p class="buttons">
                { copy_button(face.ui.copy_explanation, face.ui, &face.on_copy, move || text.clone()) }
                { bar.link }
                { bar.print }
            </p>
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
                                    { status(answer, face.ui) }{ " " }
                                    <span class="soft">{ answer.headline.clone() }</span>
                                </h4>
                            </summary>
                            { shown(answer, face) }
                            { card(answer, "h5", leads_on, face) }
                        </details>
                    }) }
                </section>
            }
        </article>
    }
}

/// Checks the shop that the answer names.
fn check_named(url: String, on_check: &Callback<AttrValue>, face: &Face) -> Html {
    let host = short(&url).split(['/', '?']).next().unwrap_or_default();
    let label = fill(face.ui.check_named, &[("shop", host)]);
    let url = AttrValue::from(url);
    let onclick = on_check.reform(move |_: MouseEvent| url.clone());
    html! { <p><button type="button" class="primary" {onclick}>{ label }</button></p> }
}

#[derive(PartialEq, Properties)]
struct WhichShopProps {
    language: Language,
    /// How many causes the answer leaves open.
    causes: usize,
    on_check: Callback<AttrValue>,
}

/// Asks for the shop that the answer does not name, and goes on from there.
#[component]
fn WhichShop(props: &WhichShopProps) -> Html {
    let ui = text::ui(props.language);
    let input = use_node_ref();
    let onsubmit = {
        let (input, on_check) = (input.clone(), props.on_check.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let input = input.cast::<HtmlInputElement>();
            let typed = input.map(|input| input.value()).unwrap_or_default();
            if !typed.trim().is_empty() {
                on_check.emit(typed.into());
            }
        })
    };
    let which = if props.causes > 1 {
        fill(ui.which_shop, &[("count", &props.causes.to_string())])
    } else {
        ui.which_shop_else.to_owned()
    };
    html! {
        <form class="which" {onsubmit}>
            <label for="which">{ which }</label>
            <input id="which" inputmode="url" autocomplete="url" autocapitalize="off" spellcheck="false"
                placeholder={ui.field_placeholder} ref={input} />
            <button class="primary">{ ui.check_shop }</button>
        </form>
    }
}

/// The answer in one line: what was asked, as far as it is known, and what came.
fn shown(answer: &Explanation, face: &Face) -> Html {
    html! {
        <p class="shown"><code>
            if answer.request.contains('/') {
                { answer.request.clone() }{ " → " }
            }
            <strong>{ status(answer, face.ui) }</strong>
        </code></p>
    }
}

/// The explanation as text, for whoever is to read it elsewhere.
fn plain(answer: &Explanation, ui: &Ui) -> String {
    let mut shown = status(answer, ui);
    if answer.request.contains('/') {
        shown = [&answer.request, " → ", &shown].concat();
    }
    let mut parts = vec![answer.headline.clone(), shown];
    let said = [&answer.summary, &answer.meaning];
    parts.extend(said.into_iter().filter(|text| !text.is_empty()).cloned());
    if !answer.likely.is_empty() {
        let causes = answer.likely.join("\n- ");
        parts.push([ui.likely_causes, ":\n- ", &causes].concat());
    }
    let numbered = answer.remedy.steps.iter().zip(1..);
    let steps: Vec<String> = numbered
        .map(|(step, number): (&String, usize)| [&number.to_string(), ". ", step].concat())
        .collect();
    if !steps.is_empty() {
        parts.push([ui.what_to_do, ":\n", &steps.join("\n")].concat());
    }
    let pastes = answer.remedy.pastes.iter();
    parts.extend(pastes.map(|paste| {
        [
            &paste.label,
            ":\n\n    ",
            &paste.text.replace('\n', "\n    "),
        ]
        .concat()
    }));
    if !answer.orders.is_empty() {
        parts.push([ui.orders, ":\n", &answer.orders.join("\n")].concat());
    }
    if !answer.next.is_empty() {
        parts.push(answer.next.clone());
    }
    parts.join("\n\n") + "\n"
}

/// What is known, what it means and what to do, with headings of this level. `leads_on` where a check of the shop shows
/// which of several causes it is: then no other way to look is named.
#[expect(
    clippy::ignored_unit_patterns,
    reason = "yew writes it for a tag that is chosen"
)]
fn card(answer: &Explanation, level: &'static str, leads_on: bool, face: &Face) -> Html {
    let ui = face.ui;
    let speaker = words::speaker(answer.speaker, face.language).unwrap_or(ui.nobody_known);
    let block = match answer.is_block() {
        Some(true) => ui.blocked_yes,
        Some(false) => ui.blocked_no,
        None => ui.blocked_unknown,
    };
    let is_open = !answer.likely.is_empty();
    let names_shop = answer.request.contains("://");
    let row =
        |label: &'static str, text: Html| html! { <div><dt>{ label }</dt><dd>{ text }</dd></div> };
    html! {
        <>
            if !answer.summary.is_empty() {
                <p>{ answer.summary.clone() }</p>
            }
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
            if !answer.likely.is_empty() {
                <@{level}>{ ui.likely_causes }</@>
                <ol class="todo">
                    { for answer.likely.iter().map(|cause| html! { <li>{ cause.clone() }</li> }) }
                </ol>
            }
            if !(leads_on && is_open || answer.remedy.steps.is_empty() && answer.remedy.pastes.is_empty()) {
                <@{level}>{ if answer.effort.is_empty() { ui.what_to_do } else { &answer.effort }.to_owned() }</@>
                if !names_shop && !answer.remedy.pastes.is_empty() {
                    <p class="soft">{ ui.example_address }</p>
                }
                { remedy(&answer.remedy, face) }
            }
            if !answer.orders.is_empty() {
                <@{level}>{ ui.orders }</@>
                { for answer.orders.iter().map(|sentence| html! { <p>{ sentence.clone() }</p> }) }
            }
            if !answer.next.is_empty() {
                <@{level}>{ ui.next_step }</@>
                <p>{ answer.next.clone() }</p>
            }
            { proof(&answer.evidence, None, face) }
        </>
    }
}

fn status(answer: &Explanation, ui: &Ui) -> String {
    match answer.status {
        Some(status) => status.to_string(),
        None => ui.no_status.to_owned(),
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
