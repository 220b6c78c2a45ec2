//! The wasm module that diagnoses for the site: an address that was typed, and the shop's own page by the bookmark. It is
//! loaded once somebody wants a check, and does nothing until the JavaScript beside it calls one of its functions.

#[cfg(target_arch = "wasm32")]
#[path = "page/mod.rs"]
mod page;

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{browser, checker};
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use web_sys::AbortSignal;

    use super::page::shown_by;

    /// Checks the shop of one address, and of several gateways the one with this id. `show` is given each state of the
    /// run, as [`callback_doctor::run::Run`].
    #[wasm_bindgen]
    pub async fn check(
        inputs: Vec<String>,
        cancel: AbortSignal,
        show: Function,
        gateway: Option<String>,
    ) {
        browser::on_panic(|| {});
        let address = inputs.first().map(String::as_str).unwrap_or_default();
        checker::check_address(address, gateway.as_deref(), &cancel, &shown_by(show)).await;
    }
}

fn main() {}
