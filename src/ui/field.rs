//! The one field: an address, a page's source, an answer, or a file dropped on it.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::input::Input;
use super::site::Place;
use crate::explain::input::INPUT_BYTES;
use crate::probe::{cut, limits};
use crate::text::{self, Language, Ui};

#[derive(PartialEq, Properties)]
pub(super) struct FieldProps {
    pub(super) language: Language,
    pub(super) place: Place,
    /// What stands in it at first: the shop of the address bar.
    pub(super) start: AttrValue,
    /// Files that were dropped on the page.
    pub(super) dropped: Option<FileList>,
    pub(super) on_check: Callback<String>,
}

/// What is in the field.
#[derive(Clone, Default, PartialEq)]
struct Entry {
    text: AttrValue,
    /// Name of the file that the text is from; it is too long to be shown.
    file: Option<String>,
    /// Whether the person asked for a check in vain.
    pressed: bool,
}

/// The field, what it recognises in it, and its button.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let ui = text::ui(props.language);
    let entry = use_state_eq(|| Entry {
        text: props.start.clone(),
        ..Entry::default()
    });
    use_effect_with(props.dropped.clone(), {
        let entry = entry.setter();
        move |files| read(files.clone(), entry)
    });

    let input = Input::of(&entry.text);
    let oninput = {
        let entry = entry.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                let mut text = area.value();
                if !Input::of(&text).is_long() {
                    cut(&mut text, limits::PAGE_BYTES);
                }
                entry.set(Entry {
                    text: text.into(),
                    ..Entry::default()
                });
            }
        })
    };
    let onchange = {
        let entry = entry.setter();
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlInputElement>();
            read(chosen.and_then(|i| i.files()), entry.clone());
        })
    };
    let check = {
        let (entry, on_check) = (entry.clone(), props.on_check.clone());
        Callback::from(move |()| match input {
            Input::Empty => entry.set(Entry {
                pressed: true,
                ..(*entry).clone()
            }),
            _ => on_check.emit(entry.text.trim().to_owned()),
        })
    };
    let onsubmit = check.reform(|event: SubmitEvent| event.prevent_default());
    // A textarea takes Enter as a new line; after all but a text of many lines it means: go.
    let goes = input == Input::Address || input == Input::Empty || entry.file.is_some();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if goes && event.key() == "Enter" && !event.shift_key() {
            event.prevent_default();
            check.emit(());
        }
    });
    let words = Words::of(props.place, input, ui);
    let value = entry.file.is_none().then(|| entry.text.clone());

    html! {
        <form class="field" {onsubmit}>
            <label for="input">{ words.label }</label>
            <div class="entry">
                <textarea id="input" rows="1" spellcheck="false" autocomplete="url" autocapitalize="off"
                    placeholder={words.placeholder} aria-describedby="seen"
                    value={value.unwrap_or_default()} {oninput} {onkeydown} />
                <button class="primary">
                    // Both words keep their room.
                    <span class="swap" data-label={words.longest} data-copied={ui.explain}>{ words.button }</span>
                </button>
            </div>
            <p class="soft">
                <span id="seen" role="status">{ seen(input, &entry, &words, ui) }</span>
                if input == Input::Empty && !entry.pressed {
                    <label class="link">
                        { ui.choose_file }
                        <input class="aside" type="file" multiple=true accept=".html,.htm,.txt,.har,.json,.log" {onchange} />
                    </label>
                    { " " }{ ui.field_drop }
                }
            </p>
        </form>
    }
}

/// The words that depend on the place and on what the field holds.
struct Words {
    label: &'static str,
    placeholder: &'static str,
    /// The longest word that the button can have.
    longest: &'static str,
    button: &'static str,
    empty: &'static str,
    unknown: &'static str,
}

impl Words {
    fn of(place: Place, input: Input, ui: &Ui) -> Self {
        match place {
            Place::Site => Self {
                label: ui.field_label,
                placeholder: ui.field_placeholder,
                longest: ui.check_shop,
                button: if input.is_explained() && input != Input::Unknown {
                    ui.explain
                } else {
                    ui.check_shop
                },
                empty: ui.address_empty,
                unknown: ui.input_unknown,
            },
            Place::Extension => Self {
                label: ui.explain_label,
                placeholder: ui.explain_placeholder,
                longest: ui.explain,
                button: ui.explain,
                empty: ui.answer_unknown,
                unknown: ui.input_no_answer,
            },
        }
    }
}

fn seen(input: Input, entry: &Entry, words: &Words, ui: &Ui) -> String {
    let kind = match input {
        Input::Empty if entry.pressed => words.empty,
        Input::Empty => "",
        Input::Address if words.unknown == ui.input_unknown => ui.input_address,
        Input::Page => ui.input_page,
        Input::Commands => ui.input_commands,
        Input::Answer => ui.input_answer,
        Input::Har => ui.input_har,
        Input::Json => ui.input_json,
        Input::Status => ui.input_status,
        Input::Address | Input::Unknown => words.unknown,
    };
    match &entry.file {
        Some(name) => name.clone() + ": " + kind,
        None => kind.to_owned(),
    }
}

/// Files that are read of those that were dropped at once.
const FILES: u32 = 4;

/// Reads the beginning of the files as text; what cannot be read leaves the field as it was. A page and what the commands
/// printed make one text, the page first; of files that do not belong together the first one counts.
fn read(files: Option<FileList>, entry: UseStateSetter<Entry>) {
    let Some(files) = files else {
        return;
    };
    let files: Vec<File> = (0..files.length().min(FILES))
        .filter_map(|at| files.get(at))
        .collect();
    spawn_local(async move {
        let mut texts: Vec<(Input, String, String)> = Vec::new();
        for file in &files {
            if let Some(text) = beginning(file).await {
                texts.push((Input::of(&text), file.name(), text));
            }
        }
        let output = |(input, ..): &(Input, String, String)| *input == Input::Commands;
        if texts.iter().any(output) {
            texts.retain(|text| output(text) || text.0 == Input::Page);
            texts.sort_by_key(output);
        } else {
            texts.truncate(1);
        }
        let mut names: Vec<String> = Vec::new();
        let mut whole = String::new();
        for (_, name, text) in texts {
            names.push(name);
            whole.push_str(&text);
            whole.push('\n');
        }
        if !names.is_empty() {
            entry.set(Entry {
                text: whole.into(),
                file: Some(names.join(", ")),
                pressed: false,
            });
        }
    });
}

async fn beginning(file: &File) -> Option<String> {
    let name = file.name().to_ascii_lowercase();
    let export = [".har", ".json"].iter().any(|end| name.ends_with(end));
    // One byte more than the brain reads: so it can tell that there was more.
    let bytes = if export {
        INPUT_BYTES + 1
    } else {
        limits::PAGE_BYTES
    };
    let start = file
        .slice_with_i32_and_i32(0, i32::try_from(bytes).ok()?)
        .ok()?;
    JsFuture::from(start.text()).await.ok()?.as_string()
}
