//! The one field: an address, a page's source, an answer, and files dropped on it.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ClipboardEvent, DataTransfer, File, FileList, HtmlInputElement, HtmlTextAreaElement,
};
use yew::prelude::*;

use super::face::short;
use super::sign;
use crate::given::{INPUT_BYTES, Kind};
use crate::probe::{cut, limits};
use crate::report::Verdict;
use crate::shop::is_portal;
use crate::text::{self, Language, Ui, fill};

/// Where the field stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// On the site: it takes a shop, or an answer.
    #[default]
    Site,
    /// On the extension's own page: it takes an answer. Shops are checked where they are open.
    Extension,
}

#[derive(PartialEq, Properties)]
pub(super) struct FieldProps {
    pub(super) language: Language,
    pub(super) place: Place,
    /// What stands in it at first: the shop of the address bar.
    pub(super) start: AttrValue,
    /// What stands in it in place of what was typed, once it changes: the shop that an explanation went on to.
    pub(super) named: AttrValue,
    /// Why the last check could not begin; empty where it could.
    pub(super) problem: AttrValue,
    /// What was dropped on the page.
    pub(super) dropped: Option<Dropped>,
    pub(super) on_check: Callback<Vec<AttrValue>>,
}

/// What was dropped: files, or a text, which other programs add to a picture of it.
#[derive(Clone, PartialEq)]
pub(super) struct Dropped {
    pub(super) files: Option<FileList>,
    pub(super) text: AttrValue,
}

/// What is in the field, and beside it.
#[derive(Clone, Default, PartialEq)]
struct Entry {
    text: AttrValue,
    /// Files, too long to be shown.
    files: Vec<Taken>,
    /// Names of files that could not be read, and of those that were too many.
    unread: Vec<String>,
    too_many: Vec<String>,
    /// Files that are still being read.
    reading: usize,
    /// What a file was that cannot be read at all, such as a picture.
    no_text: Option<NoText>,
    /// Whether the person asked for a check with what is here.
    pressed: bool,
    /// Whether it has changed since a check was asked for.
    changed: bool,
}

/// A file that was read.
#[derive(Clone, PartialEq)]
struct Taken {
    name: String,
    kind: Kind,
    text: AttrValue,
}

/// A file in which there is no text.
#[derive(Clone, Copy, PartialEq)]
enum NoText {
    Picture,
    Pdf,
    Archive,
}

impl NoText {
    /// By its type, as the browser tells it by the name.
    fn of(kind: &str) -> Option<Self> {
        match kind {
            "application/pdf" => Some(Self::Pdf),
            "application/zip" | "application/x-zip-compressed" | "application/gzip" => {
                Some(Self::Archive)
            }
            _ => kind.starts_with("image/").then_some(Self::Picture),
        }
    }

    /// That it cannot be read, and what can.
    fn words(self, ui: &Ui) -> String {
        let what = match self {
            Self::Picture => ui.file_picture,
            Self::Pdf => ui.file_pdf,
            Self::Archive => ui.file_archive,
        };
        fill(ui.file_no_text, &[("name", what)])
    }
}

/// What happens to the entry.
enum Act {
    Typed(AttrValue),
    /// A text joins what is there.
    Dropped(AttrValue),
    /// So many files are about to be read.
    Reading(usize),
    /// A file was read, or could not be.
    Read(String, Option<String>),
    /// There is no text in a file.
    NoText(NoText),
    /// A file was not read, since there were more than are read together.
    TooMany(String),
    RemoveFiles,
    Pressed,
}

impl Reducible for Entry {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut entry = (*self).clone();
        entry.pressed = false;
        entry.changed = true;
        match act {
            Act::Typed(text) => {
                entry.text = text;
                entry.forget_picture();
            }
            Act::Dropped(text) => {
                let lines = [entry.text.trim_end(), &text].map(str::to_owned);
                entry.text = lines.join("\n").trim_start().to_owned().into();
            }
            Act::Reading(files) => entry.reading += files,
            Act::Read(name, text) => entry.take(name, text),
            Act::NoText(file) => {
                entry.reading = entry.reading.saturating_sub(1);
                entry.no_text = Some(file);
            }
            Act::TooMany(name) => entry.too_many.push(name),
            Act::RemoveFiles => {
                entry = Self {
                    text: entry.text,
                    reading: entry.reading,
                    ..Self::default()
                }
            }
            Act::Pressed => {
                entry.pressed = true;
                entry.changed = false;
                entry.forget_picture();
            }
        }
        entry.into()
    }
}

impl Entry {
    /// Whether a picture is all that there is.
    fn is_picture(&self) -> bool {
        self.no_text.is_some() && self.text.is_empty() && self.files.is_empty() && self.reading == 0
    }

    /// Beside files it stays named: it is left out of every check of them.
    fn forget_picture(&mut self) {
        if self.files.is_empty() {
            self.no_text = None;
        }
    }

    /// A file joins those that are there; one of the same name takes its place.
    fn take(&mut self, name: String, text: Option<String>) {
        self.reading = self.reading.saturating_sub(1);
        self.unread.retain(|known| *known != name);
        self.too_many.retain(|known| *known != name);
        self.files.retain(|file| file.name != name);
        match text {
            None => self.unread.push(name),
            Some(_) if self.files.len() >= FILES => self.too_many.push(name),
            Some(text) => self.files.push(Taken {
                name,
                kind: Kind::guess(&text),
                text: text.into(),
            }),
        }
    }
}

/// The field, what it recognises in it, and its button.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let ui = text::ui(props.language);
    let entry = use_reducer_eq(|| Entry {
        text: props.start.clone(),
        ..Entry::default()
    });
    use_effect_with(props.dropped.clone(), {
        let entry = entry.dispatcher();
        move |dropped: &Option<Dropped>| {
            if let Some(dropped) = dropped {
                if !dropped.text.is_empty() {
                    entry.dispatch(Act::Dropped(dropped.text.clone()));
                }
                read(dropped.files.clone(), entry);
            }
        }
    });

    use_effect_with(props.named.clone(), {
        let entry = entry.dispatcher();
        move |named: &AttrValue| {
            if !named.is_empty() {
                entry.dispatch(Act::Typed(named.clone()));
            }
        }
    });

    let typed = Kind::guess(&entry.text);
    let no_answer = props.place == Place::Extension && typed == Kind::Address;
    let mail = typed == Kind::Address && is_mail(&entry.text);
    let portal = typed == Kind::Address && is_portal(host(&entry.text));
    let oninput = {
        let entry = entry.dispatcher();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                let mut text = area.value();
                if !Kind::guess(&text).is_long() {
                    cut(&mut text, limits::PAGE_BYTES);
                }
                entry.dispatch(Act::Typed(text.into()));
            }
        })
    };
    let onchange = {
        let entry = entry.dispatcher();
        Callback::from(move |event: Event| {
            if let Some(chosen) = event.target_dyn_into::<HtmlInputElement>() {
                read(chosen.files(), entry.clone());
                // The same file may be chosen again.
                chosen.set_value("");
            }
        })
    };
    // A picture of the screen, which the field would leave out in silence.
    let onpaste = {
        let entry = entry.dispatcher();
        Callback::from(move |event: Event| {
            let pasted = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            // A table or a mail comes with a picture of itself: the field takes the text.
            let text = |pasted: &DataTransfer| pasted.get_data("text/plain").unwrap_or_default();
            let pasted = pasted.filter(|pasted| text(pasted).trim().is_empty());
            let files = pasted.and_then(|pasted| pasted.files());
            if files.as_ref().is_some_and(|files| files.length() > 0) {
                event.prevent_default();
                read(files, entry.clone());
            }
        })
    };
    let check = {
        let (entry, on_check) = (entry.clone(), props.on_check.clone());
        Callback::from(move |()| {
            let text = entry.text.trim();
            let typed = (!text.is_empty()).then(|| text.to_owned().into());
            let files = entry.files.iter().map(|file| file.text.clone());
            let texts: Vec<AttrValue> = typed.into_iter().chain(files).collect();
            if entry.reading > 0 {
                // It says so; a report without them would be about something else.
            } else {
                entry.dispatch(Act::Pressed);
                if !texts.is_empty() && !portal && !no_answer && !mail {
                    on_check.emit(texts);
                }
            }
        })
    };
    let remove = {
        let entry = entry.dispatcher();
        Callback::from(move |_: MouseEvent| entry.dispatch(Act::RemoveFiles))
    };
    let onsubmit = check.reform(|event: SubmitEvent| event.prevent_default());
    // A textarea takes Enter as a new line; after an address, or beside files, it means: go.
    let goes = matches!(typed, Kind::Address | Kind::Empty);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if goes && event.key() == "Enter" && !event.shift_key() {
            event.prevent_default();
            check.emit(());
        }
    });
    let kinds: Vec<Kind> = (typed != Kind::Empty)
        .then_some(typed)
        .into_iter()
        .chain(entry.files.iter().map(|file| file.kind))
        .collect();
    let words = Words::of(props.place, &kinds, ui);

    let problem = if let Some(file) = entry.no_text.filter(|_| entry.is_picture()) {
        file.words(ui)
    } else if entry.pressed && portal {
        ui.input_portal.to_owned()
    } else if entry.pressed && mail {
        ui.input_mail.to_owned()
    } else if entry.pressed && no_answer {
        words.unknown.to_owned()
    } else if entry.pressed && kinds.is_empty() {
        words.empty.to_owned()
    } else if entry.changed {
        String::new()
    } else {
        props.problem.to_string()
    };
    let wrong = !problem.is_empty();
    let asked = entry.pressed && entry.files.is_empty();
    let seen = if wrong || portal || mail || asked {
        String::new()
    } else {
        seen(typed, &kinds, &entry, &words, ui)
    };

    html! {
        <form class="field" {onsubmit}>
            <label for="input">{ words.label }</label>
            <div class="entry">
                <textarea id="input" rows="1" spellcheck="false" autocomplete="url" autocapitalize="off"
                    placeholder={words.placeholder} aria-describedby={if wrong { "problem" } else { "seen" }}
                    aria-invalid={(wrong && (entry.pressed || entry.is_picture())).then_some("true")}
                    value={entry.text.clone()} {oninput} {onkeydown} {onpaste} />
                <button class="primary">
                    // Both words keep their room.
                    <span class="swap" data-label={words.longest} data-copied={ui.explain}>{ words.button }</span>
                </button>
            </div>
            if wrong {
                <p class="note problem" id="problem" role="alert">{ sign::verdict(Verdict::Fail) }<span>{ problem }</span></p>
            }
            <p class="soft">
                <span id="seen" role="status">{ seen }</span>
                if goes {
                    <label class="link">
                        { if entry.files.is_empty() { ui.choose_file } else { ui.more_files } }
                        <input class="aside" type="file" multiple=true accept=".html,.htm,.txt,.har,.json,.log" {onchange} />
                    </label>
                    { " " }{ ui.field_drop }
                }
                if !(entry.files.is_empty() && entry.unread.is_empty()) {
                    <button type="button" class="plain" onclick={remove}>{ ui.remove_files }</button>
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
    fn of(place: Place, kinds: &[Kind], ui: &Ui) -> Self {
        let explained = |kind: &Kind| kind.is_explained() && *kind != Kind::Unknown;
        match place {
            Place::Site => Self {
                label: ui.field_label,
                placeholder: ui.field_placeholder,
                longest: ui.check_shop,
                button: match kinds {
                    [] => ui.check_shop,
                    _ if kinds.iter().all(explained) => ui.explain,
                    _ if sends_nothing(kinds) => ui.read_it,
                    _ => ui.check_shop,
                },
                empty: ui.address_empty,
                unknown: ui.input_unknown,
            },
            Place::Extension => Self {
                label: ui.explain_label,
                placeholder: ui.explain_placeholder,
                longest: ui.explain,
                button: ui.explain,
                empty: ui.answer_empty,
                unknown: ui.input_no_answer,
            },
        }
    }
}

/// Whether a page's source, and what may stand beside it, is read without a request.
fn sends_nothing(kinds: &[Kind]) -> bool {
    let sends = |kind: &Kind| matches!(kind, Kind::Address | Kind::Commands);
    kinds.contains(&Kind::Page) && !kinds.iter().any(sends)
}

/// The host of an address as it was typed.
fn host(address: &str) -> &str {
    let rest = short(address.trim());
    let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let place = place.rsplit('@').next().unwrap_or_default();
    place.split(':').next().unwrap_or_default()
}

/// Whether it is somebody's e-mail address rather than a site's.
fn is_mail(text: &str) -> bool {
    let before = text.trim().split_once('@').map(|(before, _)| before);
    before.is_some_and(|before| !before.is_empty() && !before.contains(['/', ':']))
}

/// What was recognised, a line for each file, and what will be done with it.
fn seen(typed: Kind, kinds: &[Kind], entry: &Entry, words: &Words, ui: &Ui) -> String {
    let label = |kind: Kind| match kind {
        Kind::Address if words.unknown == ui.input_unknown => ui.input_address,
        Kind::Page => ui.input_page,
        Kind::Commands => ui.input_commands,
        Kind::Answer => ui.input_answer,
        Kind::Har => ui.input_har,
        Kind::Json => ui.input_json,
        Kind::Status => ui.input_status,
        Kind::Address | Kind::Unknown | Kind::Empty => words.unknown,
    };
    let known = |kind: &Kind| label(*kind) != words.unknown;
    let will = if kinds.contains(&Kind::Address) && known(&Kind::Address) {
        ui.will_call
    } else if kinds.contains(&Kind::Commands) {
        ui.will_ask
    } else {
        ui.will_read
    };
    let mut lines: Vec<String> = Vec::new();
    // What is not known may yet become something; once a check is asked for, that is said.
    if typed != Kind::Empty && known(&typed) {
        lines.push(label(typed).to_owned());
    }
    for file in &entry.files {
        lines.push([&file.name, ": ", label(file.kind)].concat());
    }
    if kinds.iter().any(known) {
        match (kinds, lines.last_mut()) {
            ([_], Some(only)) => *only = [only, ": ", will, "."].concat(),
            _ => lines.push([ui.together, " ", will, "."].concat()),
        }
    }
    if entry.reading > 0 {
        lines.push(ui.files_awaited.to_owned());
    }
    for (names, sentence) in [
        (&entry.unread, ui.file_unread),
        (&entry.too_many, ui.files_many),
    ] {
        if !names.is_empty() {
            lines.push(fill(sentence, &[("name", &names.join(", "))]));
        }
    }
    lines.extend(entry.no_text.map(|file| file.words(ui)));
    lines.join("\n")
}

/// The text among what was dropped. Beside files a lone address is no more than where one of them came from.
pub(super) fn text_of(data: &DataTransfer) -> String {
    let text = data.get_data("text/plain").unwrap_or_default();
    let files = data.files().map_or(0, |files| files.length());
    if files > 0 && Kind::guess(&text) == Kind::Address {
        return String::new();
    }
    text.trim().to_owned()
}

/// Files that are read together.
const FILES: usize = 4;

/// Files that are named of those that were dropped at once.
const NAMED: u32 = 20;

/// Reads the beginning of the files as text, one after the other.
fn read(files: Option<FileList>, entry: UseReducerDispatcher<Entry>) {
    let Some(files) = files else {
        return;
    };
    let files: Vec<File> = (0..files.length().min(NAMED))
        .filter_map(|at| files.get(at))
        .collect();
    entry.dispatch(Act::Reading(files.len().min(FILES)));
    spawn_local(async move {
        for (at, file) in files.iter().enumerate() {
            let act = if let Some(none) = NoText::of(&file.type_()) {
                Act::NoText(none)
            } else if at < FILES {
                Act::Read(file.name(), beginning(file).await)
            } else {
                Act::TooMany(file.name())
            };
            entry.dispatch(act);
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
    let text = JsFuture::from(start.text()).await.ok()?.as_string()?;
    if !text.starts_with("\u{fffd}\u{fffd}") || !text.contains('\0') {
        return Some(text);
    }
    // What an older PowerShell writes is UTF-16.
    let buffer = JsFuture::from(start.array_buffer()).await.ok()?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    let units = bytes.chunks_exact(2).skip(1).map(|pair| match pair {
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0,
    });
    Some(
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}
