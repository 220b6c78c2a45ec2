//! What pages and workers of every browser have alike: addresses, the clock, the language, the clipboard.

use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use crate::report::Verdict;
use crate::shop::{Harmless, Url};
use crate::text::{self, Language};

/// The origin of an http or https address, such as `https://shop.example.com`; `None` for any other text.
pub(super) fn origin_of(url: &str) -> Option<String> {
    web_url(url).map(|url| url.origin())
}

/// What may be asked for of an address: it may hold an order's key, or do something when it is asked for. `None` for
/// anything but http and https.
pub(super) fn harmless(url: &str) -> Option<Harmless> {
    let url = web_url(url)?.href();
    Url::parse(&url).ok().map(|url| Harmless::of(&url))
}

/// The page of an address, without orders and keys; of a callback's address the shop's home.
pub(super) fn page_of(url: &str) -> Option<String> {
    harmless(url).map(|found| found.page.to_string())
}

/// Name or number of an address's host, without the port; empty where there is none.
pub(super) fn host_of(url: &str) -> String {
    web_url(url).map(|url| url.hostname()).unwrap_or_default()
}

/// What may be asked for of the address in a text that a person typed: https where they gave no scheme, international
/// names as punycode.
pub(super) fn typed_address(text: &str) -> Option<Harmless> {
    let text = text.trim();
    if text.contains(char::is_whitespace) {
        // The browser would make one address of several.
        None
    } else if text.contains("://") {
        harmless(text)
    } else {
        harmless(&["https://", text].concat())
    }
}

/// The address of this page without query and fragment.
pub(super) fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    let end = href.find(['?', '#']).unwrap_or(href.len());
    href.get(..end).unwrap_or_default().to_owned()
}

/// A value in the query of this page's address, such as `?shop=…`.
pub(super) fn query_value(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The time now, RFC 3339.
pub(super) fn now_rfc3339() -> String {
    Date::new_0().to_iso_string().into()
}

/// The language that the person reads the browser in, where there is a catalogue for it.
pub(super) fn language() -> Language {
    LANGUAGE.with(|tag| tag.as_deref().map_or(Language::En, Language::from_tag))
}

/// Whether this computer runs Windows, as far as the browser says.
pub(super) fn is_windows() -> bool {
    AGENT.with(|agent| {
        agent
            .as_deref()
            .is_some_and(|agent| agent.contains("Windows"))
    })
}

/// Whether this computer has a network, as far as the browser knows.
pub(super) fn is_online() -> bool {
    let online = NAVIGATOR.with(|navigator| Reflect::get(navigator, &"onLine".into()));
    online.is_ok_and(|online| online != JsValue::FALSE)
}

/// Names this page's tab, and whose page it is.
pub(super) fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(&[title, " – ", text::ui(language()).product].concat());
    }
}

/// Names this page's tab, marks it with the sign of a verdict, and gives it an address to come back to.
pub(super) fn show_as(title: &str, verdict: Option<Verdict>, address: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    set_title(title);
    if let Some(document) = window.document() {
        let sign = match verdict {
            Some(Verdict::Pass) => "icons/pass.svg",
            Some(Verdict::Fail) => "icons/fail.svg",
            Some(_) => "icons/unsure.svg",
            None => "icon.svg",
        };
        if let Ok(Some(icon)) = document.query_selector("link[rel=icon]") {
            // Neither can fail on a page's own element and address; without it a tab keeps what it had.
            let _ = icon.set_attribute("href", sign);
        }
    }
    let to = window.location().hash().unwrap_or_default();
    let to = [address, &to].concat();
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&to));
    }
}

/// Calls `tick` every so many milliseconds, for as long as the page lives.
pub(super) fn every(milliseconds: u32, tick: impl Fn() + 'static) {
    let tick = Closure::<dyn Fn()>::new(tick);
    set_interval(tick.as_ref().unchecked_ref(), milliseconds);
    tick.forget();
}

/// Waits so many milliseconds.
pub(super) async fn sleep(milliseconds: u32) {
    let wait = Promise::new(&mut |done, _| set_timeout(&done, milliseconds));
    // Never rejected.
    let _ = wait.await;
}

/// Puts text on the clipboard; says whether that worked.
pub(super) async fn copy(text: &str) -> bool {
    match write_text(text) {
        Ok(promise) => promise.await.is_ok(),
        Err(_) => false,
    }
}

/// After a panic the module is dead: the console says where for a bug report, `show` tells the person.
pub fn on_panic(show: fn()) {
    std::panic::set_hook(Box::new(move |info| {
        error(&info.to_string());
        show();
    }));
}

/// Instead of a page after a panic: that may leave it half drawn, so all of it is replaced.
pub fn show_broken() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(body) = document.and_then(|document| document.body()) {
        body.set_text_content(Some(super::words::broken()));
    }
}

fn web_url(url: &str) -> Option<web_sys::Url> {
    let url = web_sys::Url::new(url).ok()?;
    let is_web =
        matches!(url.protocol().as_str(), "http:" | "https:") && !url.hostname().is_empty();
    is_web.then_some(url)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: JsValue;
    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = language)]
    static LANGUAGE: Option<String>;
    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = userAgent)]
    static AGENT: Option<String>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = console)]
    fn error(text: &str);
    #[wasm_bindgen(js_name = setInterval)]
    fn set_interval(tick: &Function, milliseconds: u32) -> f64;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(done: &Function, milliseconds: u32);
}
