//! What the faces share: the words, the wishes, and a few pieces of page.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::copy::ToCopy;
use super::report_view::Layout;
use crate::hand::run::Run;
use crate::text::{Language, Ui};

/// What every part of a report needs to draw itself.
pub(super) struct Face {
    pub(super) language: Language,
    pub(super) ui: &'static Ui,
    pub(super) layout: Layout,
    pub(super) on_copy: Callback<ToCopy>,
}

/// A button that wishes for something.
pub(super) fn button(label: &'static str, wish: &Callback<()>, primary: bool) -> Html {
    let onclick = wish.reform(|_: MouseEvent| ());
    html! { <button type="button" class={primary.then_some("primary")} {onclick}>{ label }</button> }
}

/// A button in the middle of sentences, looking like a link.
pub(super) fn plain_button(label: String, wish: &Callback<()>) -> Html {
    let onclick = wish.reform(|_: MouseEvent| ());
    html! { <button type="button" class="plain" {onclick}>{ label }</button> }
}

/// Takes the focus to an element where it fell to the page, since what had it is gone.
pub(super) fn focus_if_lost(place: &NodeRef) {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document
        .as_ref()
        .and_then(web_sys::Document::active_element);
    let lost = focused.is_none_or(|focused| focused.tag_name() == "BODY");
    if let Some(element) = place.cast::<HtmlElement>().filter(|_| lost) {
        // An element that cannot take it leaves it where it is.
        let _ = element.focus();
    }
}

/// Leads from the extension's faces to its page for answers.
pub(super) fn explain_link(ui: &Ui) -> Html {
    html! { <a href="explain.html" target="_blank">{ ui.explain_link }{ "…" }</a> }
}

/// A folded section. The id stands inside, because a browser opens a `details` when a link leads into it.
pub(super) fn fold(
    id: &'static str,
    title: String,
    count: Option<usize>,
    open: bool,
    body: Html,
) -> Html {
    html! {
        <details class="fold" {open}>
            <summary>
                <h3>{ title }if let Some(count) = count { <span class="soft">{ " " }{ count }</span> }</h3>
            </summary>
            <div {id} class="folded">{ body }</div>
        </details>
    }
}

/// What a face is about: the shop, or where there is none, this product.
pub(super) fn title(run: &Run, ui: &Ui) -> String {
    let title = if run.shop.is_empty() {
        ui.product
    } else {
        short(&run.shop)
    };
    title.to_owned()
}

/// A shop's address without what is the same for every shop.
pub fn short(shop: &str) -> &str {
    shop.strip_prefix("https://")
        .unwrap_or(shop)
        .trim_end_matches('/')
}
