//! The extension's button in the browser's toolbar: how the check of the shop in a tab stands, by sign, colour and title.
//! The browser takes it off where the tab goes elsewhere.

use js_sys::Promise;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{
    browser::{language, origin_of},
    chrome::{self, forget, to_js},
};
use crate::{report::Verdict, run::Run, ui};

/// Shows how a run stands on its tab's button.
pub(super) async fn show(run: &Run, tab: Option<i32>) {
    let Some(tab_id) = tab else {
        return;
    };
    if !run.phase.is_busy() {
        // Meanwhile the tab may show something else, which this would speak of.
        let address = chrome::tab(tab_id).await.and_then(|tab| tab.url);
        let elsewhere = |url: String| origin_of(&url) != origin_of(&run.page_url);
        if address.is_none_or(elsewhere) {
            return;
        }
    }
    let (text, color) = sign(run);
    let title = ui::run_title(run, language());
    let details = |text, color, title| {
        to_js(&Details {
            tab_id,
            text,
            color,
            title,
        })
    };
    forget(set_colour(&details(None, Some(color), None)));
    forget(set_text_colour(&details(None, Some("#fff"), None)));
    forget(set_text(&details(Some(text), None, None)));
    forget(set_title(&details(None, None, Some(&title))));
}

// The colours of `www/doctor.css`, which a toolbar cannot read; `tests/badge.rs` holds the two together.
const BUSY: &str = "#14557b";
const PASS: &str = "#1d6b3e";
const FAIL: &str = "#b3261e";
const UNSURE: &str = "#875300";

/// A sign, and its colour.
fn sign(run: &Run) -> (&'static str, &'static str) {
    match run.verdict() {
        _ if run.phase.is_busy() => ("…", BUSY),
        Some(Verdict::Pass) => ("✓", PASS),
        Some(Verdict::Fail) => ("✗", FAIL),
        Some(_) => ("?", UNSURE),
        None => ("", BUSY),
    }
}

/// What the functions of the button take; each reads its own part.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Details<'a> {
    tab_id: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    fn set_text(details: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    fn set_colour(details: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeTextColor)]
    fn set_text_colour(details: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setTitle)]
    fn set_title(details: &JsValue) -> Result<Promise, JsValue>;
}
