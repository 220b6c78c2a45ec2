//! What `fetch` hides and the browser tells extensions: redirects, the address it was connected to, why a request failed,
//! and how it really looked.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

use super::{
    chrome::{from_js, to_js},
    fetch,
};

/// Milliseconds after which an event that did not come is given up: it takes another way than the answer of `fetch`.
const PATIENCE_MS: u32 = 400;

/// Listens to the extension's own requests while it lives.
pub struct Observer {
    seen: Rc<RefCell<Vec<Seen>>>,
    /// Who waits for the next event.
    waiting: Rc<RefCell<Vec<Function>>>,
    listeners: Vec<(Event, Listener)>,
}

type Listener = Closure<dyn Fn(JsValue)>;

/// What the browser told of one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The mark in its address; see [`super::caller::Mark`].
    mark: String,
    /// The `User-Agent` that went out.
    pub user_agent: Option<String>,
    /// The answer's status and headers, also those of a redirect.
    pub answer: Option<(u16, Vec<(String, String)>)>,
    /// The IP address that the browser was connected to.
    pub remote: Option<String>,
    /// Why there was no answer, in the browser's words.
    pub error: Option<String>,
}

impl Observer {
    /// Begins to listen to the background's requests; `None` where the browser has no such events.
    pub fn begin() -> Option<Self> {
        Self::begin_in(NO_TAB)
    }

    /// The same for the requests of a page of the extension's, in the tab of this number.
    pub fn begin_in(tab: i32) -> Option<Self> {
        let events = WEB_REQUEST.with(Clone::clone)?;
        let mut observer = Self {
            seen: Rc::default(),
            waiting: Rc::default(),
            listeners: Vec::new(),
        };
        for (name, info) in [
            ("onSendHeaders", Some("requestHeaders")),
            ("onHeadersReceived", Some("responseHeaders")),
            ("onResponseStarted", None),
            ("onBeforeRedirect", None),
            ("onCompleted", None),
            ("onErrorOccurred", None),
        ] {
            observer.listen(&events, name, info, tab)?;
        }
        Some(observer)
    }

    /// Forgets what was told of a request: one that is sent once more has the same mark.
    pub fn forget(&self, mark: &str) {
        self.seen.borrow_mut().retain(|seen| seen.mark != mark);
    }

    /// What was told of a request, as soon as `enough` says so; after [`PATIENCE_MS`] what there is.
    pub async fn of(&self, mark: &str, enough: impl Fn(&Seen) -> bool) -> Seen {
        let is_enough = || {
            let seen = self.seen.borrow();
            seen.iter().any(|seen| seen.mark == mark && enough(seen))
        };
        if !is_enough() {
            let told = async {
                while !is_enough() {
                    self.next().await;
                }
            };
            let patience = AbortSignal::timeout_with_u32(PATIENCE_MS);
            // What did not come in time is missing from what there is.
            let _ = fetch::unless(&patience, told).await;
        }
        let seen = self.seen.borrow();
        seen.iter()
            .find(|seen| seen.mark == mark)
            .cloned()
            .unwrap_or_default()
    }

    /// Waits for the next event of any request.
    async fn next(&self) {
        let event = Promise::new(&mut |done, _| self.waiting.borrow_mut().push(done));
        // Never rejected.
        let _ = event.await;
    }

    fn listen(&mut self, events: &Object, name: &str, info: Option<&str>, tab: i32) -> Option<()> {
        let event: Event = Reflect::get(events, &name.into()).ok()?.dyn_into().ok()?;
        let (seen, waiting) = (self.seen.clone(), self.waiting.clone());
        let listener = Listener::new(move |details| {
            if let Some(details) = from_js::<Details>(details) {
                note(&mut seen.borrow_mut(), details);
            }
            for waiting in waiting.take() {
                // Cannot fail: it is a promise's own function.
                let _ = waiting.call0(&JsValue::UNDEFINED);
            }
        });
        let function = listener.as_ref().unchecked_ref();
        let filter = to_js(&Filter {
            urls: ["http://*/*", "https://*/*"],
            tab_id: tab,
        });
        match info {
            Some(info) => event.add_with(function, &filter, &Array::of1(&info.into())),
            None => event.add(function, &filter),
        }
        .ok()?;
        self.listeners.push((event, listener));
        Some(())
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        for (event, listener) in &self.listeners {
            event.remove(listener.as_ref().unchecked_ref());
        }
    }
}

/// The number that requests have which belong to no tab, as those of an extension's background.
const NO_TAB: i32 = -1;

#[derive(Serialize)]
struct Filter {
    urls: [&'static str; 2],
    #[serde(rename = "tabId")]
    tab_id: i32,
}

/// An event of `chrome.webRequest`, as far as it is read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    url: String,
    #[serde(default)]
    request_headers: Option<Vec<Header>>,
    #[serde(default)]
    response_headers: Option<Vec<Header>>,
    #[serde(default)]
    status_code: Option<u16>,
    #[serde(default)]
    ip: Option<String>,
    #[serde(default)]
    error: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    name: String,
    #[serde(default)]
    value: Option<String>,
}

fn note(seen: &mut Vec<Seen>, details: Details) {
    let Some((_, mark)) = details.url.split_once('#') else {
        return;
    };
    let index = if let Some(index) = seen.iter().position(|seen| seen.mark == mark) {
        index
    } else {
        seen.push(Seen {
            mark: mark.to_owned(),
            ..Seen::default()
        });
        seen.len() - 1
    };
    let Some(seen) = seen.get_mut(index) else {
        return;
    };
    if let Some(headers) = details.request_headers {
        let agent = headers
            .into_iter()
            .find(|header| header.name.eq_ignore_ascii_case("user-agent"));
        seen.user_agent = agent.and_then(|header| header.value);
    }
    if let (Some(status), Some(headers)) = (details.status_code, details.response_headers) {
        let headers = headers.into_iter();
        let headers = headers.filter_map(|header| Some((header.name, header.value?)));
        seen.answer = Some((status, headers.collect()));
    }
    if let Some(ip) = details.ip.filter(|ip| !ip.is_empty()) {
        seen.remote = Some(ip);
    }
    if let Some(error) = details.error {
        seen.error = Some(error);
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = chrome, js_name = webRequest)]
    static WEB_REQUEST: Option<Object>;
    #[derive(Clone)]
    #[wasm_bindgen(typescript_type = "object", is_type_of = JsValue::is_object)]
    type Event;
    #[wasm_bindgen(catch, method, js_name = addListener)]
    fn add(this: &Event, listener: &Function, filter: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method, js_name = addListener)]
    fn add_with(
        this: &Event,
        listener: &Function,
        filter: &JsValue,
        info: &Array,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = removeListener)]
    fn remove(this: &Event, listener: &Function);
}
