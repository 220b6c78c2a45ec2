//! The question whether a public resolver may be asked for the shop's name. Nothing is sent before a button is pressed.

use yew::prelude::*;

use crate::shop::dns::Resolver;
use crate::text::{Ui, fill};

/// What is sent to whom, and a button for each resolver; folded, since few shops fail there.
pub(super) fn look_up(name: &str, ui: &Ui, on_look_up: &Callback<Resolver>) -> Html {
    html! {
        <details class="look-up">
            <summary><h2>{ ui.look_up_title }</h2></summary>
            <p class="soft">{ fill(ui.look_up_lead, &[("host", name)]) }</p>
            <p class="buttons">
                { for Resolver::ALL.into_iter().map(|resolver| {
                    let onclick = on_look_up.reform(move |_: MouseEvent| resolver);
                    let who = [("name", resolver.operator()), ("host", resolver.host())];
                    html! { <button type="button" {onclick}>{ fill(ui.look_up_at, &who) }</button> }
                }) }
            </p>
        </details>
    }
}
