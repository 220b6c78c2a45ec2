//! The wasm module of the extension's popup and report page. It shows what the brain's module finds out, so that a page is
//! there before the brain is loaded. It does nothing until the JavaScript beside a page calls it.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{browser, faces};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::spawn_local;

    /// Fills the extension's popup.
    #[wasm_bindgen]
    pub async fn popup() {
        browser::on_panic(browser::show_broken);
        faces::popup().await;
    }

    /// Draws the popup once for each of the rehearsed `runs`, where nobody sees it.
    #[wasm_bindgen]
    pub async fn rehearse_popup(runs: JsValue) {
        faces::rehearse_popup(runs).await;
    }

    /// Fills the extension's report page, `report.html?shop=HOME`.
    #[wasm_bindgen]
    pub fn report_page() {
        browser::on_panic(browser::show_broken);
        spawn_local(faces::report_page());
    }
}

fn main() {}
