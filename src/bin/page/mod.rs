//! What both modules that diagnose for the site offer its page.

#![expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]

use callback_doctor::hand::{browser, checker, chrome, in_page};
use callback_doctor::run::Run;
use callback_doctor::shop::dns::Resolver;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Window};

/// Gives JavaScript each state of a run.
pub(crate) fn shown_by(show: Function) -> impl Fn(&Run) {
    move |run| {
        // A face that is gone hears nothing.
        let _ = show.call1(&JsValue::UNDEFINED, &chrome::to_js(run));
    }
}

/// Runs as a check does for made-up shops, so that its functions are compiled before a press: nothing is sent. `show` is
/// given each state of the runs, until it is cancelled.
#[wasm_bindgen]
pub async fn rehearse(_: JsValue, cancel: AbortSignal, show: Function) {
    browser::on_panic(|| {});
    let show = shown_by(show);
    checker::rehearse(&cancel, &|run| {
        if !cancel.aborted() {
            show(run);
        }
    })
    .await;
}

/// Lets the page that opened this window, or the one in a window that this has `opened`, answer for its shop. With the
/// id of a gateway it goes on asking the page that was asked last. `show` is given each state of the run.
#[wasm_bindgen]
pub async fn in_page(
    opened: Option<Window>,
    cancel: AbortSignal,
    show: Function,
    gateway: Option<String>,
) {
    browser::on_panic(|| {});
    in_page::check(opened, gateway.as_deref(), &cancel, &shown_by(show)).await;
}

/// Asks a public resolver, named by its host, for the name of the shop that was checked last. Only when the person said
/// so. `show` is given each state of the run.
#[wasm_bindgen]
pub async fn look_up(resolver: String, cancel: AbortSignal, show: Function) {
    browser::on_panic(|| {});
    if let Some(resolver) = Resolver::by_host(&resolver) {
        checker::look_up(resolver, &cancel, &shown_by(show)).await;
    }
}
