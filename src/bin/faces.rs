//! The wasm module of everything that is seen: popup, report page and site. It shows what the brain's module finds out,
//! so that a page is there before the brain is loaded. It does nothing until the JavaScript beside a page calls it.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{browser, faces, site, words};
    use callback_doctor::ui::Place;
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::spawn_local;

    /// Fills the extension's popup.
    #[wasm_bindgen]
    pub fn popup() {
        browser::on_panic(show_broken);
        spawn_local(faces::popup());
    }

    /// Fills the extension's report page, `report.html?shop=ORIGIN`.
    #[wasm_bindgen]
    pub fn report_page() {
        browser::on_panic(show_broken);
        spawn_local(faces::report_page());
    }

    /// Fills the checker site. `check(input, signal, show)` and `look_up(resolver, signal, show)` are the brain's, loaded
    /// when it is first called; `agent` is the source of `agent.js`.
    #[wasm_bindgen]
    pub fn site(check: Function, look_up: Function, agent: &str) {
        browser::on_panic(show_broken);
        site::mount(check, Some(look_up), Place::Site, agent);
    }

    /// Fills the extension's page for an answer that somebody already has. `explain(input, signal, show)` reads it with
    /// the brain and sends nothing.
    #[wasm_bindgen]
    pub fn explain_page(explain: Function) {
        browser::on_panic(show_broken);
        site::mount(explain, None, Place::Extension, "");
    }

    /// A panic may leave a page half drawn, so all of it is replaced.
    fn show_broken() {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(body) = document.and_then(|document| document.body()) {
            body.set_text_content(Some(words::broken()));
        }
    }
}

fn main() {}
