//! The checker site's face: passes what its field holds to the brain, and shows the run that the brain reports.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    browser::{query_value, typed_address},
    chrome::from_js,
    faces::{self, copy_it},
    run::{Phase, Run},
    words,
};
use crate::ui::Site;

/// Mounts the site. What was typed while it loaded stays in the field, else `?shop=ADDRESS` fills it; nothing is sent.
/// `check(input, signal, show)` is the brain's and returns a promise.
pub fn mount(check: Function) {
    let typed = field().map(|field| field.value()).unwrap_or_default();
    let shop = if typed.is_empty() {
        let shop = query_value("shop");
        shop.as_deref().and_then(typed_address).unwrap_or_default()
    } else {
        typed
    };
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    let was_focused = focused.is_some_and(|element| element.id() == FIELD);
    faces::mount::<SiteFace>(SiteFaceProps { shop, check });
    // Yew draws before the next task.
    if was_focused {
        spawn_local(async {
            if let Some(field) = field() {
                // Without the focus the person clicks once more.
                let _ = field.focus();
            }
        });
    }
}

/// Id of the field, in the page as in what Yew draws.
const FIELD: &str = "input";

fn field() -> Option<HtmlTextAreaElement> {
    let field = web_sys::window()?.document()?.get_element_by_id(FIELD)?;
    field.dyn_into().ok()
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SiteFaceProps {
    shop: String,
    check: Function,
}

#[component]
fn SiteFace(props: &SiteFaceProps) -> Html {
    let run = use_state_eq(|| Run::new(props.shop.clone(), String::new(), Phase::Ready));
    let last = use_mut_ref(String::new);
    // The run under way; a new one takes its place, and only the newest may show what it finds.
    let abort = use_mut_ref(|| None::<AbortController>);
    let on_stop = {
        let abort = abort.clone();
        Callback::from(move |()| {
            if let Some(abort) = abort.take() {
                abort.abort();
            }
        })
    };
    let on_check = {
        let (run, last, on_stop) = (run.setter(), last.clone(), on_stop.clone());
        let brain = props.check.clone();
        Callback::from(move |input: String| {
            on_stop.emit(());
            let Ok(mine) = AbortController::new() else {
                return;
            };
            abort.replace(Some(mine.clone()));
            last.replace(input.clone());
            spawn_local(check(brain.clone(), input, mine, run.clone()));
        })
    };
    let on_again = {
        let on_check = on_check.clone();
        Callback::from(move |()| {
            let input = last.borrow().clone();
            on_check.emit(input);
        })
    };
    html! { <Site run={(*run).clone()} {on_check} {on_again} {on_stop} on_copy={Callback::from(copy_it)} /> }
}

/// Lets the brain check, and shows each state of its run.
async fn check(brain: Function, input: String, abort: AbortController, show: UseStateSetter<Run>) {
    let mut waiting = Run::new(String::new(), String::new(), Phase::Probing);
    show.set(waiting.clone());
    let listener = {
        let show = show.clone();
        Closure::<dyn Fn(JsValue)>::new(move |run| {
            if let Some(run) = from_js(run) {
                show.set(run);
            }
        })
    };
    let promise = brain.call3(
        &JsValue::UNDEFINED,
        &input.as_str().into(),
        &abort.signal(),
        listener.as_ref(),
    );
    let done = match promise.map(Promise::from) {
        Ok(promise) => promise.await.is_ok(),
        Err(_) => false,
    };
    if !done {
        waiting.phase = Phase::Failed(words::BROKEN.to_owned());
        show.set(waiting);
    }
}
