//! What the faces share: the words, the wishes, and a few pieces of page.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::copy::ToCopy;
use crate::run::Run;
use crate::text::{self, Language, Ui, fill};

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The popup: the verdict with its proof, and the first steps.
    Popup,
    /// A page: all of it.
    Wide,
}

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

/// What a face is about: the shop, or where there is none, this product. Until the shop's home is known, its host stands
/// for it.
pub(super) fn title(run: &Run, ui: &Ui) -> String {
    let title = if run.shop.is_empty() {
        ui.product
    } else if run.home_known {
        short(&run.shop)
    } else {
        host(&run.shop)
    };
    title.to_owned()
}

/// A run in a line, for the browser's own places: which shop, and the verdict.
pub fn run_title(run: &Run, language: Language) -> String {
    let ui = text::ui(language);
    let shop = title(run, ui);
    match run.verdict().and(run.report.as_ref()) {
        Some(report) => {
            let headline = report.headline.trim_end_matches('.');
            fill(ui.title_verdict, &[("shop", &shop), ("verdict", headline)])
        }
        None => shop,
    }
}

/// The extension's page for a shop's report.
pub fn report_path(shop: &str) -> String {
    shop_path("report.html?shop=", shop)
}

/// The extension's page for the audit of a shop's whole site.
pub(super) fn audit_path(shop: &str) -> String {
    shop_path("audit.html?shop=", shop)
}

fn shop_path(page: &str, shop: &str) -> String {
    let mut path = String::from(page);
    for letter in shop.chars() {
        match letter {
            '%' => path.push_str("%25"),
            '#' => path.push_str("%23"),
            '&' => path.push_str("%26"),
            '+' => path.push_str("%2B"),
            _ => path.push(letter),
        }
    }
    path
}

/// The host in a shop's address, with its port.
pub(super) fn host(shop: &str) -> &str {
    let below = shop.split_once("://").map_or(shop, |(_, below)| below);
    below.split('/').next().unwrap_or(below)
}

/// A shop's address without what is the same for every shop.
pub fn short(shop: &str) -> &str {
    shop.strip_prefix("https://")
        .unwrap_or(shop)
        .trim_end_matches('/')
}
