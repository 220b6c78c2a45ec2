//! Copying, with the answer said aloud.

use web_sys::HtmlTextAreaElement;
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
    ui: &'static Ui,
    on_copy: &Callback<ToCopy>,
    text: impl Fn() -> String + 'static,
) -> Html {
    button(label, None, ui, on_copy, text)
}

/// The same beside a thing to paste, whose name a screen reader says too.
pub(super) fn copy_button_for(
    thing: &str,
    ui: &'static Ui,
    on_copy: &Callback<ToCopy>,
    text: impl Fn() -> String + 'static,
) -> Html {
    button(ui.copy, Some([": ", thing].concat()), ui, on_copy, text)
}

fn button(
    label: &'static str,
    thing: Option<String>,
    ui: &'static Ui,
    on_copy: &Callback<ToCopy>,
    text: impl Fn() -> String + 'static,
) -> Html {
    let text = Callback::from(move |()| text());
    let (copied, failed, on_copy) = (ui.copied, ui.copy_failed, on_copy.clone());
    html! { <CopyButton {label} {thing} {copied} {failed} {text} {on_copy} /> }
}

#[derive(PartialEq, Properties)]
struct CopyButtonProps {
    label: &'static str,
    thing: Option<String>,
    copied: &'static str,
    failed: &'static str,
    text: Callback<(), String>,
    on_copy: Callback<ToCopy>,
}

/// What came of it.
#[derive(Clone, PartialEq)]
enum Copied {
    NotYet,
    Yes,
    /// The browser did not allow it; the person can copy this by hand.
    Refused(AttrValue),
}

/// Says that it copied until it loses the focus. What the browser did not allow to be copied is shown, selected.
#[component]
fn CopyButton(props: &CopyButtonProps) -> Html {
    let copied = use_state_eq(|| Copied::NotYet);
    let shown = use_node_ref();
    use_effect_with((*copied).clone(), {
        let shown = shown.clone();
        move |_| {
            if let Some(shown) = shown.cast::<HtmlTextAreaElement>() {
                shown.select();
            }
        }
    });
    let onclick = {
        let (copied, make, on_copy) = (copied.setter(), props.text.clone(), props.on_copy.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, text) = (copied.clone(), make.emit(()));
            let kept = AttrValue::from(text.clone());
            let done = Callback::from(move |done| {
                copied.set(if done {
                    Copied::Yes
                } else {
                    Copied::Refused(kept.clone())
                });
            });
            on_copy.emit(ToCopy { text, done });
        })
    };
    let onblur = {
        let copied = copied.clone();
        Callback::from(move |_: FocusEvent| {
            if *copied == Copied::Yes {
                copied.set(Copied::NotYet);
            }
        })
    };
    let label = if *copied == Copied::Yes {
        props.copied
    } else {
        props.label
    };
    let name = props.thing.as_ref().map(|thing| [label, thing].concat());
    html! {
        <>
            <button type="button" aria-label={name} {onclick} {onblur}>
                <span class="swap" data-label={props.label} data-copied={props.copied}>{ label }</span>
            </button>
            if let Copied::Refused(text) = &*copied {
                <span class="note" role="status">{ props.failed }</span>
                <textarea class="by-hand" rows="4" readonly=true aria-label={props.label} ref={shown} value={text.clone()} />
            } else {
                <span class="aside" role="status">{ if *copied == Copied::Yes { props.copied } else { "" } }</span>
            }
        </>
    }
}
