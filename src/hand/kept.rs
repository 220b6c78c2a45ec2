//! The site's last report, kept for as long as its tab is open: so that it is there again after a reload.

use js_sys::{Array, JSON};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::chrome::from_js;
use crate::run::{Phase, Run};

/// Under which name.
const KEY: &str = "report";

/// Keeps a finished run beside the place in the page's address that names its shop.
pub(super) fn keep(link: &str, run: &JsValue) {
    let both = Array::of2(&link.into(), run);
    // A browser that keeps nothing here loses it with the page.
    if let (Some(storage), Ok(text)) = (storage(), JSON::stringify(&both)) {
        let _ = storage.set_item(KEY, &String::from(text));
    }
}

/// The run that was kept beside this place. What only the page knew that made it is left out.
pub(super) fn kept(link: &str) -> Option<Run> {
    let text = storage()?.get_item(KEY).ok().flatten()?;
    let both: Array = JSON::parse(&text).ok()?.into();
    if both.get(0).as_string().as_deref() != Some(link) {
        return None;
    }
    let mut run: Run = from_js(both.get(1)).filter(|run: &Run| run.phase == Phase::Done)?;
    run.name_to_look_up = None;
    Some(run)
}

/// Another check begins.
pub(super) fn forget() {
    if let Some(storage) = storage() {
        // What is not there need not go.
        let _ = storage.remove_item(KEY);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
