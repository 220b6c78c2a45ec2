//! The in-page audit's bookmark, and the next best ways where a page refuses it.

use yew::prelude::*;

use super::copy::{ToCopy, copy_button};
use crate::text::{self, Language};

/// The in-page hand, ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The bookmark's address: `javascript:` and the script, percent-encoded.
    pub href: AttrValue,
    /// The script itself, for a console.
    pub script: AttrValue,
    /// Whether the checker is a file, which no page can open: then it opens the shop's page.
    pub from_file: bool,
}

#[derive(PartialEq, Properties)]
pub(super) struct BookmarkletProps {
    pub(super) language: Language,
    pub(super) bookmark: Option<Bookmark>,
    pub(super) on_copy: Callback<ToCopy>,
    pub(super) on_open: Callback<()>,
}

/// Three steps, and what to do where they lead nowhere.
#[component]
pub(super) fn Bookmarklet(props: &BookmarkletProps) -> Html {
    let ui = text::ui(props.language);
    let clicked = use_state_eq(|| false);
    // Run on this page it would only check the checker.
    let keep = {
        let clicked = clicked.setter();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            clicked.set(true);
        })
    };
    let href = props
        .bookmark
        .as_ref()
        .map(|bookmark| bookmark.href.clone());
    let from_file = props
        .bookmark
        .as_ref()
        .is_some_and(|bookmark| bookmark.from_file);
    let onclick = props.on_open.reform(|_: MouseEvent| ());
    let copy =
        |label, text: AttrValue| copy_button(label, ui, &props.on_copy, move || text.to_string());
    html! {
        <section class="bookmark">
            <h2>{ ui.bookmark_title }</h2>
            <p class="soft">{ ui.bookmark_lead }</p>
            <ol class="todo">
                <li>{ ui.bookmark_drag }{ " " }<a class="mark" href={href.clone()} onclick={keep}>{ ui.bookmark_name }</a></li>
                if from_file {
                    <li>{ ui.bookmark_open_here }{ " " }<button type="button" {onclick}>{ ui.open_shop }</button></li>
                    <li>{ ui.bookmark_click_there }</li>
                } else {
                    <li>{ ui.bookmark_open }</li>
                    <li>{ ui.bookmark_click }</li>
                }
            </ol>
            <div role="status">
                if let Some(href) = href.filter(|_| *clicked) {
                    <p class="note">{ ui.bookmark_clicked }{ " " }{ copy(ui.bookmark_copy, href) }</p>
                }
            </div>
            if let Some(bookmark) = &props.bookmark {
                <details>
                    <summary>{ ui.bookmark_fails }</summary>
                    <p>{ ui.bookmark_refused }</p>
                    <ul class="todo">
                        <li>{ ui.bookmark_console }{ " " }{ copy(ui.bookmark_script, bookmark.script.clone()) }</li>
                        <li>{ ui.bookmark_extension }</li>
                        <li>{ ui.bookmark_source }</li>
                        <li>{ ui.bookmark_command }</li>
                    </ul>
                </details>
            }
        </section>
    }
}
