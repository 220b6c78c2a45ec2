//! The in-page audit's bookmark, drawn in three steps, and the next best ways where a page refuses it.

use yew::prelude::*;

use super::copy::{ToCopy, copy_button};
use super::drawing;
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
    /// The page of the shop to open; empty where no shop is known yet.
    #[prop_or_default]
    pub(super) page: AttrValue,
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
    let known = !props.page.is_empty();
    let copy =
        |label, text: AttrValue| copy_button(label, ui, &props.on_copy, move || text.to_string());
    html! {
        <>
            <ol class="pictured">
                <li>
                    { drawing::keep() }
                    <p>{ ui.bookmark_drag }</p>
                    <p><a class="mark" href={href.clone()} onclick={keep}>{ ui.bookmark_name }</a></p>
                    <p class="soft">{ ui.bookmark_bar }</p>
                </li>
                <li>
                    { drawing::shop() }
                    if from_file {
                        <p>{ if known { ui.bookmark_open } else { ui.bookmark_open_here } }</p>
                        <p><button type="button" class={known.then_some("primary")} {onclick}>{ ui.open_shop }</button></p>
                    } else {
                        <p>{ ui.bookmark_open }</p>
                        if known {
                            // The shop's page has no use for a way back into this one.
                            <p><a class="button primary" href={props.page.clone()} target="_blank" rel="noopener noreferrer">{ ui.open_shop }</a></p>
                        }
                    }
                </li>
                <li>
                    { drawing::click() }
                    <p>{ if from_file { ui.bookmark_click_there } else { ui.bookmark_click } }</p>
                </li>
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
                        <li>{ ui.bookmark_extension }</li>
                        <li>{ ui.bookmark_source }</li>
                        <li>{ ui.bookmark_console }{ " " }{ copy(ui.bookmark_script, bookmark.script.clone()) }</li>
                    </ul>
                </details>
            }
        </>
    }
}
