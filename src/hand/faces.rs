//! The extension's popup and report page: they show the run that the background keeps, and pass wishes on to it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    background::Message,
    browser::{Every, copy, host_of, origin_of, query_value},
    chrome::{self, Origins},
    run::{Phase, Run},
    store,
};
use crate::ui::{Popup, ReportPage, ToCopy};

/// Milliseconds between two looks whether the background still works on a run that is shown as busy.
const ALIVE_MS: u32 = 5_000;

/// Mounts the popup with what is known of the shop in the tab in front.
pub async fn popup() {
    let tab = chrome::front_tab().await;
    let url = tab
        .as_ref()
        .and_then(|tab| tab.url.clone())
        .unwrap_or_default();
    let tab = tab.and_then(|tab| tab.id);
    let run = match origin_of(&url) {
        Some(shop) => match store::load(&shop).await {
            Some(entry) => entry.run,
            None => Run::new(shop, url.clone(), Phase::Ready),
        },
        None => Run::new(String::new(), url.clone(), Phase::NoPage),
    };
    if run.phase == Phase::AskingPermission {
        // The browser's question closes the popup. Where the popup opens again, the question is no longer open.
        chrome::send(&Message::Refused {
            shop: run.shop.clone(),
        });
    }
    mount::<PopupFace>(FaceProps { run, url, tab });
}

/// Mounts the report page with the run of the shop in its address, else with the last report that was kept.
pub async fn report_page() {
    let asked = query_value("shop");
    let shop = asked.and_then(|shop| origin_of(&shop)).unwrap_or_default();
    let run = if let Some(entry) = store::load(&shop).await {
        entry.run
    } else {
        let kept = store::kept().await.into_iter().find(|run| run.shop == shop);
        kept.unwrap_or_else(|| Run::new(shop, String::new(), Phase::Ready))
    };
    let url = run.page_url.clone();
    mount::<ReportFace>(FaceProps {
        run,
        url,
        tab: None,
    });
}

/// What a face begins with.
#[derive(Clone, Debug, PartialEq, Properties)]
struct FaceProps {
    run: Run,
    /// The page to diagnose when the person asks for it.
    url: String,
    tab: Option<i32>,
}

#[component]
fn PopupFace(props: &FaceProps) -> Html {
    let run = use_run(props);
    let on_report = {
        let shop = run.shop.clone();
        Callback::from(move |()| chrome::open(&report_path(&shop)))
    };
    html! {
        <Popup
            run={(*run).clone()}
            on_check={check(props)}
            on_stop={stop(&run.shop)}
            {on_report}
            on_copy={Callback::from(copy_it)}
        />
    }
}

#[component]
fn ReportFace(props: &FaceProps) -> Html {
    let run = use_run(props);
    let on_print = Callback::from(|()| {
        if let Some(window) = web_sys::window() {
            // A browser without a printer has nothing to say about it either.
            let _ = window.print();
        }
    });
    html! {
        <ReportPage
            run={(*run).clone()}
            on_again={check(props)}
            on_stop={stop(&run.shop)}
            on_copy={Callback::from(copy_it)}
            {on_print}
        />
    }
}

/// The shop's run as it changes in the store; the background is woken where it fell asleep over it.
#[hook]
fn use_run(props: &FaceProps) -> UseStateHandle<Run> {
    let run = use_state_eq(|| props.run.clone());
    use_effect_with(props.run.shop.clone(), {
        let run = run.clone();
        move |shop: &String| {
            let (shop, changed) = (shop.clone(), run.setter());
            if !shop.is_empty() {
                store::watch(&shop, {
                    let changed = changed.clone();
                    move |run| changed.set(run)
                });
                // It may have changed between the first look and now.
                spawn_local(async move {
                    if let Some(entry) = store::load(&shop).await {
                        changed.set(entry.run);
                    }
                });
            }
        }
    });
    use_effect_with((run.shop.clone(), run.phase.is_busy()), |(shop, busy)| {
        let shop = shop.clone();
        let alive = busy.then(|| {
            Every::new(ALIVE_MS, move || {
                chrome::send(&Message::Alive { shop: shop.clone() });
            })
        });
        move || drop(alive)
    });
    run
}

/// Starts a run. The message goes first: the browser's question may close the popup at once.
fn check(props: &FaceProps) -> Callback<()> {
    let FaceProps { url, tab, .. } = props.clone();
    Callback::from(move |()| {
        let Some(shop) = origin_of(&url) else {
            return;
        };
        chrome::send(&Message::Start {
            url: url.clone(),
            tab,
        });
        let granted = Origins::of_host(&host_of(&url)).request();
        spawn_local(async move {
            if !granted.await {
                chrome::send(&Message::Refused { shop });
            }
        });
    })
}

fn stop(shop: &str) -> Callback<()> {
    let shop = shop.to_owned();
    Callback::from(move |()| chrome::send(&Message::Cancel { shop: shop.clone() }))
}

/// Does what [`ToCopy`] asks for.
pub(super) fn copy_it(wish: ToCopy) {
    spawn_local(async move { wish.done.emit(copy(&wish.text).await) });
}

fn report_path(shop: &str) -> String {
    let shop: String = js_sys::encode_uri_component(shop).into();
    ["report.html?shop=", &shop].concat()
}

/// Mounts a face in the page's `#app`; whatever stood there while loading goes.
pub(super) fn mount<C: BaseComponent>(props: C::Properties) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(app) = document.and_then(|document| document.get_element_by_id("app")) {
        yew::Renderer::<C>::with_root_and_props(app, props).render();
    }
}
