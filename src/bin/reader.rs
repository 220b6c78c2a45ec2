//! The wasm module that reads what somebody already has, and diagnoses with it: pages, answers, logs, what commands
//! printed. The brain's functions for a page are in it too, for the site in one page, which carries this module alone.

#[cfg(target_arch = "wasm32")]
#[path = "page/mod.rs"]
mod page;

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{browser, chrome, reader};
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use web_sys::AbortSignal;

    use super::page::shown_by;

    /// Checks what the site's field and files hold, a text each, and of several gateways the one with this id. `show` is
    /// given each state of the run, as [`callback_doctor::run::Run`].
    #[wasm_bindgen]
    pub async fn check(
        inputs: Vec<String>,
        cancel: AbortSignal,
        show: Function,
        gateway: Option<String>,
    ) {
        browser::on_panic(|| {});
        reader::check(&inputs, gateway.as_deref(), &cancel, &shown_by(show)).await;
    }

    /// Explains answers that somebody already has, a text each; nothing is sent. Gives a [`callback_doctor::run::Run`].
    #[wasm_bindgen]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen hands texts over"
    )]
    pub fn explain(inputs: Vec<String>) -> JsValue {
        browser::on_panic(|| {});
        chrome::to_js(&reader::explain(&inputs))
    }
}

fn main() {}
