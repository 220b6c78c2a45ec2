//! The wasm module that audits a whole site for the checker, and shows it. It is loaded once somebody wants an audit, and
//! does nothing until the JavaScript beside it calls its function.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches it; wasm-bindgen wants it public"
)]
mod entry {
    use callback_doctor::hand::{audit_in_page, browser};
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use web_sys::Window;

    /// Shows the audit of a `shop` in the place of its report. The page that opened this window, or the one in a window that
    /// this has `opened`, asks its own site; `found` is given what was found, as Markdown.
    #[wasm_bindgen]
    pub async fn audit(opened: Option<Window>, shop: String, found: Function) {
        browser::on_panic(|| {});
        audit_in_page::audit(opened, shop, found).await;
    }
}

fn main() {}
