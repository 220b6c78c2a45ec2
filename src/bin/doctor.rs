//! The wasm module of every page and of the extension's background. It does nothing until the JavaScript beside a page
//! calls one of its functions.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{background, chrome, faces, site, words};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::spawn_local;

    /// Fills the extension's popup.
    #[wasm_bindgen]
    pub fn popup() {
        on_panic(show_broken);
        spawn_local(faces::popup());
    }

    /// Fills the extension's report page, `report.html?shop=ORIGIN`.
    #[wasm_bindgen]
    pub fn report_page() {
        on_panic(show_broken);
        spawn_local(faces::report_page());
    }

    /// Fills the checker site.
    #[wasm_bindgen]
    pub fn site() {
        on_panic(show_broken);
        site::mount();
    }

    /// A message has come to the background. Its sender was checked; its shape is checked here.
    #[wasm_bindgen]
    pub fn background_message(message: JsValue) {
        on_panic(background::fail_all);
        if let Some(message) = chrome::from_js(message) {
            background::handle(message);
        }
    }

    /// The background was started, or the person allowed something.
    #[wasm_bindgen]
    pub fn background_resume() {
        on_panic(background::fail_all);
        spawn_local(background::resume());
    }

    /// After a panic the module is dead: the console says where for a bug report, `show` tells the person.
    fn on_panic(show: fn()) {
        std::panic::set_hook(Box::new(move |info| {
            error(&info.to_string());
            show();
        }));
    }

    /// A panic may leave a page half drawn, so all of it is replaced.
    fn show_broken() {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(body) = document.and_then(|document| document.body()) {
            body.set_text_content(Some(words::BROKEN));
        }
    }

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = console)]
        fn error(text: &str);
    }
}

fn main() {}
