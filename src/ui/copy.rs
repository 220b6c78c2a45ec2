//! Copying, with the answer said aloud.

use yew::prelude::*;

use crate::text::Ui;

/// A wish to have text on the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub struct ToCopy {
    /// The exact text.
    pub text: String,
    /// Told by the hand whether the text is on the clipboard now.
    pub done: Callback<bool>,
}

/// A button that copies what `text` makes, once it is wanted.
pub(super) fn copy_button(
    label: &'static str,
    ui: &Ui,
    on_copy: &Callback<ToCopy>,
    text: impl Fn() -> String + 'static,
) -> Html {
    let wish = on_copy.reform(move |done| ToCopy { text: text(), done });
    html! { <CopyButton {label} copied={ui.copied} failed={ui.copy_failed} {wish} /> }
}

/// The same beside a thing to paste, whose name a screen reader says too.
pub(super) fn copy_button_for(
    thing: &str,
    ui: &Ui,
    on_copy: &Callback<ToCopy>,
    text: impl Fn() -> String + 'static,
) -> Html {
    let wish = on_copy.reform(move |done| ToCopy { text: text(), done });
    let thing = [": ", thing].concat();
    html! { <CopyButton label={ui.copy} {thing} copied={ui.copied} failed={ui.copy_failed} {wish} /> }
}

#[derive(PartialEq, Properties)]
struct CopyButtonProps {
    label: &'static str,
    #[prop_or_default]
    thing: Option<String>,
    copied: &'static str,
    failed: &'static str,
    wish: Callback<Callback<bool>>,
}

/// Says whether it copied until it loses the focus.
#[component]
fn CopyButton(props: &CopyButtonProps) -> Html {
    let copied = use_state_eq(|| None::<bool>);
    let onclick = {
        let copied = copied.setter();
        props.wish.reform(move |_: MouseEvent| {
            let copied = copied.clone();
            Callback::from(move |done| copied.set(Some(done)))
        })
    };
    let onblur = {
        let copied = copied.setter();
        Callback::from(move |_: FocusEvent| copied.set(None))
    };
    let (label, said, class) = match *copied {
        None => (props.label, "", "aside"),
        Some(true) => (props.copied, props.copied, "aside"),
        Some(false) => (props.label, props.failed, "note"),
    };
    let name = props.thing.as_ref().map(|thing| [label, thing].concat());
    html! {
        <>
            <button type="button" aria-label={name} {onclick} {onblur}>
                <span class="swap" data-label={props.label} data-copied={props.copied}>{ label }</span>
            </button>
            <span {class} role="status">{ said }</span>
        </>
    }
}
