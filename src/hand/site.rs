//! The checker site: takes what its field holds, and diagnoses with what a plain web page may ask and see.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    browser::{language, now_rfc3339, origin_of, query_value, typed_address},
    driver,
    faces::{self, copy_it},
    fetch::Mode,
    run::{Phase, Run},
    words,
};
use crate::{
    diagnosis::{Diagnosis, Intake, PageRead},
    page::{self, PageSigns},
    report::Surface,
    ui::{Input, Site},
};

/// Mounts the site. What was typed while it loaded stays in the field, else `?shop=ADDRESS` fills it; nothing is sent.
pub fn mount() {
    let typed = field().map(|field| field.value()).unwrap_or_default();
    let shop = if typed.is_empty() {
        let shop = query_value("shop");
        shop.as_deref().and_then(typed_address).unwrap_or_default()
    } else {
        typed
    };
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    let was_focused = focused.is_some_and(|element| element.id() == FIELD);
    faces::mount::<SiteFace>(SiteFaceProps { shop });
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
        Callback::from(move |input: String| {
            on_stop.emit(());
            let Ok(mine) = AbortController::new() else {
                return;
            };
            abort.replace(Some(mine.clone()));
            last.replace(input.clone());
            spawn_local(check(input, mine, run.clone()));
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

async fn check(input: String, abort: AbortController, show: UseStateSetter<Run>) {
    let mut run = Run::new(String::new(), String::new(), Phase::Probing);
    let intake = intake(&input);
    run.shop = origin_of(&intake.requested).unwrap_or_default();
    run.page_url.clone_from(&intake.requested);
    show.set(run.clone());
    run.phase = match Diagnosis::new(intake) {
        Ok(diagnosis) => {
            let report = driver::run(diagnosis, Mode::Site, &abort.signal(), |report| {
                run.report = Some(report);
                show.set(run.clone());
            })
            .await;
            run.report = Some(report);
            Phase::Done
        }
        Err(error) => Phase::Failed(words::refused_intake(&error).to_owned()),
    };
    show.set(run);
}

/// What is known before anything is sent. Without an address the brain says that it needs one.
fn intake(input: &str) -> Intake {
    let (address, page) = match Input::of(input) {
        Input::Page => {
            let address = address_in(&page::read(input, None)).unwrap_or_default();
            let page = PageRead {
                signs: page::read(input, Some(&address)),
                url: address.clone(),
                hops: Vec::new(),
                status: None,
                link_header: None,
            };
            (address, Some(page))
        }
        _ => (
            typed_address(input).unwrap_or_else(|| input.to_owned()),
            None,
        ),
    };
    Intake {
        page,
        started: Some(now_rfc3339()),
        language: language(),
        ..Intake::new(&address, Surface::Site)
    }
}

/// Where a saved page says that it is from.
fn address_in(signs: &PageSigns) -> Option<String> {
    [
        &signs.canonical,
        &signs.home,
        &signs.rest_link,
        &signs.shortlink,
    ]
    .into_iter()
    .flatten()
    .find_map(|address| typed_address(address))
}
