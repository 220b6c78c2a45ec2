//! Copying, with the answer said aloud.

use yew::prelude::*;

use super::words::EN;

/// A wish to have text on the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub struct ToCopy {
    /// The exact text.
    pub text: String,
    /// Told by the hand whether the text is on the clipboard now.
    pub done: Callback<bool>,
}

#[derive(PartialEq, Properties)]
pub(super) struct CopyButtonProps {
    /// What the button says, such as `Copy`.
    pub(super) label: AttrValue,
    /// Makes the text, only when it is wanted.
    pub(super) text: Callback<(), String>,
    pub(super) on_copy: Callback<ToCopy>,
    #[prop_or_default]
    pub(super) class: Classes,
}

/// A button that copies and then says whether it did, until it loses the focus.
#[component]
pub(super) fn CopyButton(props: &CopyButtonProps) -> Html {
    let copied = use_state_eq(|| None::<bool>);
    let onclick = {
        let (copied, on_copy, text) = (copied.clone(), props.on_copy.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            on_copy.emit(ToCopy {
                text: text.emit(()),
                done: Callback::from(move |done| copied.set(Some(done))),
            });
        })
    };
    let onblur = {
        let copied = copied.clone();
        Callback::from(move |_: FocusEvent| copied.set(None))
    };
    let said = match *copied {
        Some(true) => EN.copied,
        Some(false) => EN.not_copied,
        None => "",
    };
    let label = if said.is_empty() { &*props.label } else { said };
    html! {
        <>
            // The label keeps its room, so that the button does not change its width.
            <button type="button" class={props.class.clone()} {onclick} {onblur}>
                <span class="swap" data-label={props.label.clone()}>{ label.to_owned() }</span>
            </button>
            <span class="aside" role="status">{ said }</span>
        </>
    }
}
