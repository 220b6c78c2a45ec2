//! The wasm module of the checker site, and of the extension's page for answers. It shows what the brain's module finds
//! out, so that a page is there before the brain is loaded. It does nothing until the JavaScript beside a page calls it.

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use callback_doctor::hand::{browser, site};
    use callback_doctor::ui::Place;
    use js_sys::{Function, Promise};
    use wasm_bindgen::prelude::*;
    use web_sys::AbortController;

    /// Fills the checker site. `check(input, signal, show, gateway)` and `look_up(resolver, signal, show)` are the brain's,
    /// `read` is the reader's `check`, and `audit(window, shop, found)` the auditor's; each is loaded when it is first called. `agent` comes to the source of `agent.js`.
    #[wasm_bindgen]
    pub fn site(
        check: Function,
        read: Function,
        look_up: Function,
        audit: Function,
        agent: Promise,
    ) {
        browser::on_panic(browser::show_broken);
        site::mount(
            check,
            read,
            Some(look_up),
            Some(audit),
            Place::Site,
            Some(agent),
        );
    }

    /// Draws, where nobody sees it, what the brain's `act(input, signal, show)` shows; `abort` is its signal's.
    #[wasm_bindgen]
    pub fn rehearse(act: Function, abort: AbortController) {
        site::rehearse(act, abort);
    }

    /// Fills the extension's page for an answer that somebody already has. `explain(input, signal, show)` is the
    /// reader's and sends nothing.
    #[wasm_bindgen]
    pub fn explain_page(explain: Function) {
        browser::on_panic(browser::show_broken);
        site::mount(explain.clone(), explain, None, None, Place::Extension, None);
    }
}

fn main() {}
