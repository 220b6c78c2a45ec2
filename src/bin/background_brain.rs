//! The wasm module that diagnoses for the extension: its background loads it when it is first needed. It does nothing
//! until the JavaScript beside it calls one of its functions.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{background, browser, chrome};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::spawn_local;

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

    /// Rehearses a diagnosis of the extension while none is under way; gives the runs that a face may be drawn from, where
    /// nobody sees them.
    #[wasm_bindgen]
    pub async fn background_rehearse() -> JsValue {
        browser::on_panic(background::fail_all);
        chrome::to_js(&background::rehearse().await)
    }
}

fn main() {}
