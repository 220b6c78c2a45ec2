//! The wasm module of the extension's page for the audit of a whole site: it asks, reads and draws. It does nothing until the
//! JavaScript beside it calls its function.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches it; wasm-bindgen wants it public"
)]
mod entry {
    use callback_doctor::hand::{audit_page, browser};
    use wasm_bindgen::prelude::*;

    /// Fills the page, `audit.html?shop=HOME`.
    #[wasm_bindgen]
    pub async fn audit() {
        browser::on_panic(browser::show_broken);
        audit_page::audit_page().await;
    }
}

fn main() {}
