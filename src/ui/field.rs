//! The site's one field: an address, a page's source, an answer, or a file dropped on it.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::input::Input;
use crate::probe::{cut, limits};
use crate::text::{self, Language, Ui};

#[derive(PartialEq, Properties)]
pub(super) struct FieldProps {
    pub(super) language: Language,
    /// What stands in it at first: the shop of the address bar.
    pub(super) start: AttrValue,
    /// A file that was dropped on the page.
    pub(super) dropped: Option<web_sys::File>,
    pub(super) on_check: Callback<String>,
}

/// A file that was read: its name and its text.
type Loaded = Option<(String, AttrValue)>;

/// The field, what it recognises in it, and its button.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let ui = text::ui(props.language);
    let text = use_state_eq(|| props.start.to_string());
    let loaded = use_state_eq(|| Loaded::None);
    use_effect_with(props.dropped.clone(), {
        let loaded = loaded.clone();
        move |file| {
            if let Some(file) = file {
                read(file.clone(), loaded);
            }
        }
    });

    let input = loaded
        .as_ref()
        .map_or_else(|| Input::of(&text), |(_, source)| Input::of(source));
    let oninput = {
        let (text, loaded) = (text.clone(), loaded.clone());
        Callback::from(move |event: InputEvent| {
            let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else {
                return;
            };
            let mut value = area.value();
            cut(&mut value, limits::PAGE_BYTES);
            loaded.set(None);
            text.set(value);
        })
    };
    let onchange = {
        let loaded = loaded.clone();
        Callback::from(move |event: Event| {
            let files = event
                .target_dyn_into::<HtmlInputElement>()
                .and_then(|i| i.files());
            if let Some(file) = files.and_then(|f| f.get(0)) {
                read(file, loaded.clone());
            }
        })
    };
    let check = {
        let (text, loaded, on_check) = (text.clone(), loaded.clone(), props.on_check.clone());
        Callback::from(move |()| {
            if !matches!(input, Input::Empty | Input::Unknown) {
                on_check.emit(
                    loaded
                        .as_ref()
                        .map_or_else(|| (*text).clone(), |(_, source)| source.to_string()),
                );
            }
        })
    };
    let onsubmit = {
        let check = check.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            check.emit(());
        })
    };
    // A textarea takes Enter as a new line; after an address it means: go.
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() && input == Input::Address {
            event.prevent_default();
            check.emit(());
        }
    });
    let value = if loaded.is_some() {
        String::new()
    } else {
        (*text).clone()
    };

    html! {
        <form class="field" {onsubmit}>
            <label for="input">{ ui.field_label }</label>
            <div class="entry">
                <textarea id="input" rows="1" spellcheck="false" autocomplete="url" autocapitalize="off"
                    placeholder={ui.field_placeholder} aria-describedby="seen" {value} {oninput} {onkeydown} />
                <button class="primary">{ ui.check_shop }</button>
            </div>
            <p class="soft">
                <span id="seen" role="status">{ seen(input, loaded.as_ref(), ui) }</span>
                if input == Input::Empty {
                    <label class="link">
                        { ui.choose_file }
                        <input class="aside" type="file" accept=".html,.htm,.txt" {onchange} />
                    </label>
                    { " " }{ ui.field_drop }
                }
            </p>
        </form>
    }
}

fn seen(input: Input, loaded: Option<&(String, AttrValue)>, ui: &Ui) -> String {
    let kind = match input {
        Input::Empty => "",
        Input::Address => ui.input_address,
        Input::Page => ui.input_page,
        Input::Answer => ui.input_answer,
        Input::Unknown => ui.input_unknown,
    };
    match loaded {
        Some((name, _)) => name.clone() + ": " + kind,
        None => kind.to_owned(),
    }
}

/// Reads the beginning of a file as text; a file that cannot be read leaves the field as it was.
fn read(file: web_sys::File, loaded: UseStateHandle<Loaded>) {
    spawn_local(async move {
        let Ok(bytes) = i32::try_from(limits::PAGE_BYTES) else {
            return;
        };
        let Ok(start) = file.slice_with_i32_and_i32(0, bytes) else {
            return;
        };
        if let Ok(text) = JsFuture::from(start.text()).await
            && let Some(text) = text.as_string()
        {
            loaded.set(Some((file.name(), text.into())));
        }
    });
}
