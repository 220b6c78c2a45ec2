//! The wasm module that diagnoses: the extension's background loads it, and the site once somebody wants a check. It does
//! nothing until the JavaScript beside it calls one of its functions.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{background, browser, checker, chrome, explainer, in_page};
    use callback_doctor::shop::dns::Resolver;
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::spawn_local;
    use web_sys::{AbortSignal, Window};

    /// A message has come to the background. Its sender was checked; its shape is checked here.
    #[wasm_bindgen]
    pub fn background_message(message: JsValue) {
        browser::on_panic(background::fail_all);
        if let Some(message) = chrome::from_js(message) {
            background::handle(message);
        }
    }

    /// The background was started, or the person allowed something.
    #[wasm_bindgen]
    pub fn background_resume() {
        browser::on_panic(background::fail_all);
        spawn_local(background::resume());
    }

    /// Checks what the site's field and files hold, a text each, and of several gateways the one with this id. `show` is given each state of the run, as [`callback_doctor::run::Run`].
    #[wasm_bindgen]
    pub async fn check(
        inputs: Vec<String>,
        cancel: AbortSignal,
        show: Function,
        gateway: Option<String>,
    ) {
        browser::on_panic(|| {});
        checker::check(&inputs, gateway.as_deref(), &cancel, &|run| {
            // A face that is gone hears nothing.
            let _ = show.call1(&JsValue::UNDEFINED, &chrome::to_js(run));
        })
        .await;
    }

    /// Runs as [`check`] does for made-up shops, so that its functions are compiled before a press: nothing is sent. `show` is
    /// given each state of the runs, until it is cancelled.
    #[wasm_bindgen]
    pub async fn rehearse(_: JsValue, cancel: AbortSignal, show: Function) {
        browser::on_panic(|| {});
        checker::rehearse(&cancel, &|run| {
            if !cancel.aborted() {
                let _ = show.call1(&JsValue::UNDEFINED, &chrome::to_js(run));
            }
        })
        .await;
    }

    /// Rehearses a diagnosis of the extension while none is under way; gives the runs that a face may be drawn from, where
    /// nobody sees them.
    #[wasm_bindgen]
    pub async fn background_rehearse() -> JsValue {
        browser::on_panic(background::fail_all);
        chrome::to_js(&background::rehearse().await)
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
        in_page::check(opened, gateway.as_deref(), &cancel, &|run| {
            let _ = show.call1(&JsValue::UNDEFINED, &chrome::to_js(run));
        })
        .await;
    }

    /// Asks a public resolver, named by its host, for the name of the shop that was checked last. Only when the person said
    /// so. `show` is given each state of the run.
    #[wasm_bindgen]
    pub async fn look_up(resolver: String, cancel: AbortSignal, show: Function) {
        browser::on_panic(|| {});
        if let Some(resolver) = Resolver::by_host(&resolver) {
            checker::look_up(resolver, &cancel, &|run| {
                let _ = show.call1(&JsValue::UNDEFINED, &chrome::to_js(run));
            })
            .await;
        }
    }

    /// Explains answers that somebody already has, a text each; nothing is sent. Gives a [`callback_doctor::run::Run`].
    #[wasm_bindgen]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands texts over"
    )]
    pub fn explain(inputs: Vec<String>) -> JsValue {
        browser::on_panic(|| {});
        chrome::to_js(&explainer::explain(&inputs))
    }
}

fn main() {}
