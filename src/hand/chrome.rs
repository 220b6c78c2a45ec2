//! The few `chrome.*` functions that the extension uses. Firefox has them under the same name, with promises.

use js_sys::Promise;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

use super::shape::Value;
use crate::shop::Host;

/// The page that the person has open.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Tab {
    /// The browser's number for it.
    pub id: Option<i32>,
    /// Its address; only there for websites, and after the person clicked the extension's button.
    pub url: Option<String>,
}

/// What `extension/read-page.js` returns from a tab.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct OpenPage {
    /// `document.URL`.
    pub url: String,
    /// The document as HTML, as scripts have left it.
    pub html: String,
    /// Status of the answer that the page came with; 0 where the browser does not tell.
    pub status: u16,
}

/// The tab in front, in the window whose button was clicked.
pub async fn front_tab() -> Option<Tab> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Query {
        active: bool,
        current_window: bool,
    }
    let query = Query {
        active: true,
        current_window: true,
    };
    let tabs: Vec<Tab> = from_js(tabs_query(&to_js(&query)).ok()?.await.ok()?)?;
    tabs.into_iter().next()
}

/// The tab of this number; its address only where the extension may read that site.
pub async fn tab(id: i32) -> Option<Tab> {
    from_js(tabs_get(id).ok()?.await.ok()?)
}

/// Where the shop of the page in a tab begins, as WordPress's own link to its REST interface shows it.
pub async fn home_in(tab: i32) -> Option<String> {
    in_tab(tab, "find-home.js").await
}

/// Reads the page in a tab, from now on. `None` where the browser does not allow it: its own pages, error pages, a tab that is
/// gone.
pub fn read_tab(tab: i32) -> impl Future<Output = Option<OpenPage>> + use<> {
    in_tab(tab, "read-page.js")
}

/// What a script gives in a tab. It runs at once, before the future is awaited.
fn in_tab<T: DeserializeOwned>(
    tab: i32,
    file: &'static str,
) -> impl Future<Output = Option<T>> + use<T> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Target {
        tab_id: i32,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Script {
        target: Target,
        files: [&'static str; 1],
        /// The browser would wait for pages that never end; the script waits as long as is good.
        inject_immediately: bool,
    }
    #[derive(Deserialize)]
    struct Injected<T> {
        result: Option<T>,
    }
    let script = Script {
        target: Target { tab_id: tab },
        files: [file],
        inject_immediately: true,
    };
    let call = execute_script(&to_js(&script));
    async move {
        let frames: Vec<Injected<T>> = from_js(call.ok()?.await.ok()?)?;
        frames.into_iter().next()?.result
    }
}

/// The number of the tab that this page of the extension is in.
pub async fn own_tab() -> Option<i32> {
    let tab = tabs_get_current().ok()?.await.ok()?;
    from_js::<Tab>(tab)?.id
}

/// Opens one of the extension's own pages in a new tab.
pub fn open(path: &str) {
    forget(tabs_create(&to_js(&Create::new(path, None))));
}

/// The same beside a tab, where that is still there.
pub async fn open_beside(path: &str, tab: Option<i32>) {
    let opened = tabs_create(&to_js(&Create::new(path, tab)));
    let beside = match opened {
        Ok(promise) => promise.await.is_ok(),
        Err(_) => false,
    };
    if !beside {
        open(path);
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    opener_tab_id: Option<i32>,
}

impl Create {
    fn new(path: &str, opener_tab_id: Option<i32>) -> Self {
        Self {
            url: get_url(path),
            opener_tab_id,
        }
    }
}

/// A page of the extension that is open.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Context {
    document_url: Option<String>,
    tab_id: i32,
}

/// Brings one of the extension's own pages to the front where it is open, in a tab or as the popup; says whether it was.
pub async fn bring_forward(path: &str) -> bool {
    #[derive(Serialize)]
    struct Update {
        active: bool,
    }
    let Ok(asked) = get_contexts(&js_sys::Object::new()) else {
        return false;
    };
    let open: Option<Vec<Context>> = asked.await.ok().and_then(from_js);
    let url = get_url(path);
    let shown = |context: &Context| context.document_url.as_deref() == Some(&*url);
    let Some(context) = open.iter().flatten().find(|context| shown(context)) else {
        return false;
    };
    // A popup has no tab, and is in front.
    if context.tab_id >= 0 {
        forget(tabs_update(
            context.tab_id,
            &to_js(&Update { active: true }),
        ));
    }
    true
}

/// Match patterns, as `permissions` takes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origins {
    origins: Vec<String>,
}

impl Origins {
    /// http and https of one host: a callback is tried in both forms.
    pub fn of_host(host: &str) -> Self {
        Self::of_hosts(&[host])
    }

    /// The same with the host's twin, where it has one: a callback is often redirected between them.
    pub fn of_shop(host: &str) -> Self {
        let twin = Host::parse(host).ok().and_then(|host| host.twin());
        let twin = twin.map(|twin| twin.to_string());
        match &twin {
            Some(twin) => Self::of_hosts(&[host, twin]),
            None => Self::of_host(host),
        }
    }

    fn of_hosts(hosts: &[&str]) -> Self {
        let pattern = |scheme, host: &&str| [scheme, "://", host, "/*"].concat();
        let both = |host| [pattern("https", host), pattern("http", host)];
        Self {
            origins: hosts.iter().flat_map(both).collect(),
        }
    }

    /// Asks the person, where it was not allowed before. Must be called in the handler of a click: the question is put
    /// at once, before the future is awaited.
    pub fn request(&self) -> impl Future<Output = bool> + use<> {
        yes(permissions_request(&to_js(self)))
    }

    /// Whether the person allowed it.
    pub fn allowed(&self) -> impl Future<Output = bool> + use<> {
        yes(permissions_contains(&to_js(self)))
    }

    /// Gives the permission back. The browser refuses where it is part of the manifest, as in the test build.
    pub fn give_back(&self) -> impl Future<Output = bool> + use<> {
        yes(permissions_remove(&to_js(self)))
    }
}

/// Sends a message to the background. What it does shows in the storage.
pub fn send<T: Serialize>(message: &T) {
    forget(send_message(&to_js(message)));
}

/// A value from JavaScript, or `None` where it has another shape.
pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Value(value)).ok()
}

/// A value for JavaScript. Structs become plain objects.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or_default()
}

/// Lets a call go its way; a failure of it is of no consequence.
pub(super) fn forget(call: Called) {
    if let Ok(promise) = call {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = promise.await;
        });
    }
}

/// What a call of the browser gives: a promise, or an exception at once.
pub(super) type Called = Result<Promise, JsValue>;

async fn yes(call: Called) -> bool {
    match call {
        Ok(promise) => promise.await.is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    fn tabs_query(query: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = getCurrent)]
    fn tabs_get_current() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = get)]
    fn tabs_get(id: i32) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = update)]
    fn tabs_update(id: i32, properties: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getContexts)]
    fn get_contexts(filter: &js_sys::Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    fn tabs_create(tab: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    fn execute_script(script: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn permissions_request(origins: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    fn permissions_contains(origins: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    fn permissions_remove(origins: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    fn send_message(message: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn get_url(path: &str) -> String;
}
