//! Where runs are kept: `chrome.storage.session` holds what is going on, `chrome.storage.local` the last reports.

use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{
    chrome::{Called, forget, from_js, to_js},
    words,
};
use crate::probe::UserAgent;
use crate::run::{Phase, Run};

/// Finished reports that are kept, one a shop.
pub const KEPT_REPORTS: usize = 20;

/// A run with what the background needs to go on with it after it was put to sleep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What the faces show.
    pub run: Run,
    /// The tab that shows the page.
    pub tab: Option<i32>,
    /// The address that the person has open, where it is a callback's: by its name alone.
    #[serde(default)]
    pub callback: Option<String>,
    /// The gateway that the person chose, by its id.
    #[serde(default)]
    pub gateway: Option<String>,
    /// How often it was begun.
    #[serde(default)]
    pub begun: u8,
    /// Whether the browser has to ask the person first.
    #[serde(default)]
    pub asks: bool,
    /// What the shop was called before its home was known.
    #[serde(default)]
    pub before: Option<String>,
}

impl Entry {
    /// A run that was not begun yet.
    pub const fn new(run: Run, tab: Option<i32>) -> Self {
        Self {
            run,
            tab,
            callback: None,
            gateway: None,
            begun: 0,
            asks: false,
            before: None,
        }
    }
}

/// The shop's run, where there is one since the browser started, or one that its end interrupted.
pub async fn load(shop: &str) -> Option<Entry> {
    if let Some(entry) = load_some(&[shop.to_owned()]).await.pop() {
        return Some(entry);
    }
    let mut all = load_all().await.into_iter();
    all.find(|entry| entry.before.as_deref() == Some(shop))
}

/// The runs of these shops, in their order.
pub async fn load_some(shops: &[String]) -> Vec<Entry> {
    let under_way = |shop: &String| under_way_key(shop);
    let keys: Vec<String> = shops.iter().map(|shop| session_key(shop)).collect();
    let interrupted_keys: Vec<String> = shops.iter().map(under_way).collect();
    let known = SESSION.with(|area| area.get(&to_js(&keys)));
    let interrupted = LOCAL.with(|area| area.get(&to_js(&interrupted_keys)));
    let (known, interrupted) = (read(known).await, read(interrupted).await);
    let entry = |(key, interrupted_key): (&String, &String)| {
        from_js(field(&known, key)).or_else(|| {
            let entry: Entry = from_js(field(&interrupted, interrupted_key))?;
            // Tabs have other numbers now.
            Some(Entry { tab: None, ..entry })
        })
    };
    keys.iter()
        .zip(&interrupted_keys)
        .filter_map(entry)
        .collect()
}

/// Every run since the browser started, and those that its end interrupted.
pub async fn load_all() -> Vec<Entry> {
    let found = read(SESSION.with(|area| area.get(&JsValue::NULL))).await;
    let mut entries: Vec<Entry> = Object::values(&Object::from(found))
        .iter()
        .filter_map(from_js)
        .collect();
    for mut interrupted in interrupted().await {
        if !entries
            .iter()
            .any(|known| known.run.shop == interrupted.run.shop)
        {
            // Tabs have other numbers now.
            interrupted.tab = None;
            entries.push(interrupted);
        }
    }
    entries
}

/// Notes that a run has begun, so that it is not lost with the browser's session.
pub fn begin(entry: &Entry) {
    let items = single(&under_way_key(&entry.run.shop), &to_js(entry));
    forget(LOCAL.with(|area| area.set(&items)));
}

/// Notes that a run has ended.
pub fn end(shop: &str) {
    let key = under_way_key(shop);
    forget(LOCAL.with(|area| area.remove(&key.as_str().into())));
}

/// Gives the run of a shop the name of its home, where that turns out to be another one.
pub fn rename(entry: &mut Entry, shop: String) {
    if entry.run.shop == shop {
        return;
    }
    let before = std::mem::replace(&mut entry.run.shop, shop);
    forget(SESSION.with(|area| area.remove(&session_key(&before).into())));
    end(&before);
    begin(entry);
    entry.before = Some(before);
}

/// Forgets a shop: its run, its report, and the settings for it.
pub async fn remove(shop: &str) {
    forget(SESSION.with(|area| area.remove(&session_key(shop).into())));
    let mut runs = kept().await;
    runs.retain(|run| run.shop != shop);
    forget(LOCAL.with(|area| area.set(&single(REPORTS, &to_js(&runs)))));
    for key in [
        user_agent_key(shop),
        audit_key(shop),
        audit_report_key(shop),
    ] {
        forget(LOCAL.with(|area| area.remove(&key.into())));
    }
}

async fn interrupted() -> Vec<Entry> {
    let found = Object::from(read(LOCAL.with(|area| area.get(&JsValue::NULL))).await);
    Object::keys(&found)
        .iter()
        .filter_map(|key| key.as_string())
        .filter(|key| key.starts_with(UNDER_WAY))
        .filter_map(|key| from_js(field(&found, &key)))
        .collect()
}

/// The `User-Agent` that imitates the provider's call to this shop, as the person has set it. It is asked for at once, before
/// the future is awaited.
pub fn user_agent(shop: &str) -> impl Future<Output = UserAgent> + use<> {
    let key = user_agent_key(shop);
    let found = LOCAL.with(|area| area.get(&key.as_str().into()));
    async move { from_js(field(&read(found).await, &key)).unwrap_or_default() }
}

/// Sets the `User-Agent` that imitates the provider's call to this shop.
pub fn set_user_agent(shop: &str, agent: &UserAgent) {
    let items = single(&user_agent_key(shop), &to_js(agent));
    forget(LOCAL.with(|area| area.set(&items)));
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

/// The finished runs that are kept, newest first; one that cannot be read says so.
pub async fn kept() -> Vec<Run> {
    let found = read(LOCAL.with(|area| area.get(&REPORTS.into()))).await;
    let Ok(runs) = field(&found, REPORTS).dyn_into::<Array>() else {
        return Vec::new();
    };
    let run = |kept: JsValue| from_js(kept.clone()).or_else(|| damaged(&kept));
    runs.iter().filter_map(run).collect()
}

fn damaged(kept: &JsValue) -> Option<Run> {
    let shop = field(kept, "shop").as_string()?;
    let reason = words::kept_unreadable().to_owned();
    Some(Run::new(shop.clone(), shop, Phase::Failed(reason)))
}

/// Calls `changed` with each new state of any shop's run, for as long as the page lives.
pub fn watch(changed: impl Fn(Run) + 'static) {
    #[derive(Deserialize)]
    struct Change {
        #[serde(rename = "newValue")]
        new_value: Option<Entry>,
    }
    let listener = Closure::<dyn Fn(JsValue)>::new(move |changes: JsValue| {
        for change in Object::values(&Object::from(changes)).iter() {
            let change: Option<Change> = from_js(change);
            if let Some(entry) = change.and_then(|change| change.new_value) {
                changed(entry.run);
            }
        }
    });
    on_changed(listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The audit of a site that was left off, as [`crate::audit::Audit::save`] wrote it.
pub async fn audit(home: &str) -> Option<String> {
    let key = audit_key(home);
    let found = read(LOCAL.with(|area| area.get(&key.as_str().into()))).await;
    field(&found, &key).as_string()
}

/// Keeps an audit that may go on.
pub fn keep_audit(home: &str, saved: &str) {
    let items = single(&audit_key(home), &saved.into());
    forget(LOCAL.with(|area| area.set(&items)));
}

/// Forgets an audit that has ended.
pub fn forget_audit(home: &str) {
    forget(LOCAL.with(|area| area.remove(&audit_key(home).as_str().into())));
}

/// Keeps what an audit found, as Markdown, to stand beside the shop's report.
pub fn keep_audit_report(home: &str, markdown: &str) {
    let items = single(&audit_report_key(home), &markdown.into());
    forget(LOCAL.with(|area| area.set(&items)));
}

/// What the last audit of a shop found, as Markdown.
pub async fn audit_report(home: &str) -> Option<String> {
    let key = audit_report_key(home);
    let found = read(LOCAL.with(|area| area.get(&key.as_str().into()))).await;
    field(&found, &key).as_string()
}

fn audit_key(home: &str) -> String {
    ["audit:", home.trim_end_matches('/')].concat()
}

fn audit_report_key(home: &str) -> String {
    ["audit-report:", home.trim_end_matches('/')].concat()
}

const REPORTS: &str = "reports";
const UNDER_WAY: &str = "under-way:";

fn user_agent_key(shop: &str) -> String {
    ["user-agent:", shop].concat()
}

fn under_way_key(shop: &str) -> String {
    [UNDER_WAY, shop].concat()
}

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
    #[wasm_bindgen(catch, method)]
    fn remove(this: &StorageArea, keys: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session", "onChanged"], js_name = addListener)]
    fn on_changed(listener: &Function);
}
