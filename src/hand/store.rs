//! Where runs are kept: `chrome.storage.session` holds what is going on, `chrome.storage.local` the last reports.

use js_sys::{Function, Object, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{
    chrome::{Called, forget, from_js, to_js},
    run::Run,
};

/// Finished reports that are kept, one a shop.
pub const KEPT_REPORTS: usize = 20;

/// A run with what the background needs to go on with it after it was put to sleep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What the faces show.
    pub run: Run,
    /// The tab that shows the page.
    pub tab: Option<i32>,
}

/// The shop's run, where there is one since the browser started.
pub async fn load(shop: &str) -> Option<Entry> {
    let key = session_key(shop);
    from_js(field(
        &read(SESSION.with(|area| area.get(&key.as_str().into()))).await,
        &key,
    ))
}

/// Every run since the browser started.
pub async fn load_all() -> Vec<Entry> {
    let found = read(SESSION.with(|area| area.get(&JsValue::NULL))).await;
    Object::values(&Object::from(found))
        .iter()
        .filter_map(from_js)
        .collect()
}

/// Stores a run; faces hear of it. Later calls win, in the order of the calls.
pub fn save(entry: &Entry) {
    let items = single(&session_key(&entry.run.shop), &to_js(entry));
    forget(SESSION.with(|area| area.set(&items)));
}

/// Keeps a finished run beyond the browser's session: newest first, one a shop, at most [`KEPT_REPORTS`].
pub async fn keep(run: &Run) {
    let mut runs = kept().await;
    runs.retain(|old| old.shop != run.shop);
    runs.insert(0, run.clone());
    runs.truncate(KEPT_REPORTS);
    let items = single(REPORTS, &to_js(&runs));
    forget(LOCAL.with(|area| area.set(&items)));
}

/// The finished runs that are kept, newest first.
pub async fn kept() -> Vec<Run> {
    let found = read(LOCAL.with(|area| area.get(&REPORTS.into()))).await;
    from_js(field(&found, REPORTS)).unwrap_or_default()
}

/// Calls `changed` with each new state of the shop's run, for as long as the page lives.
pub fn watch(shop: &str, changed: impl Fn(Run) + 'static) {
    #[derive(Deserialize)]
    struct Change {
        #[serde(rename = "newValue")]
        new_value: Option<Entry>,
    }
    let key = session_key(shop);
    let listener = Closure::<dyn Fn(JsValue)>::new(move |changes: JsValue| {
        let change: Option<Change> = from_js(field(&changes, &key));
        if let Some(entry) = change.and_then(|change| change.new_value) {
            changed(entry.run);
        }
    });
    on_changed(listener.as_ref().unchecked_ref());
    listener.forget();
}

const REPORTS: &str = "reports";

fn session_key(shop: &str) -> String {
    ["run:", shop].concat()
}

async fn read(call: Called) -> JsValue {
    match call {
        Ok(promise) => promise.await.unwrap_or_default(),
        Err(_) => JsValue::UNDEFINED,
    }
}

fn field(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or_default()
}

fn single(key: &str, value: &JsValue) -> JsValue {
    let object = Object::new();
    // Cannot fail on a plain object.
    let _ = Reflect::set(&object, &key.into(), value);
    object.into()
}

#[wasm_bindgen]
extern "C" {
    type StorageArea;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = session)]
    static SESSION: StorageArea;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = local)]
    static LOCAL: StorageArea;
    #[wasm_bindgen(catch, method)]
    fn get(this: &StorageArea, keys: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn set(this: &StorageArea, items: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session", "onChanged"], js_name = addListener)]
    fn on_changed(listener: &Function);
}
