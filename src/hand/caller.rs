//! Makes the extension's own requests look as their caller profile says: a session rule of `declarativeNetRequest` for
//! each profile, which lasts as long as runs are under way.
//!
//! A probe's address carries a mark behind `#`, which never goes over the network: the rules tell the profiles apart by
//! it, and [`super::observer`] the requests. The pages that the person has open are not touched: the rules hold for
//! requests of this extension alone.

use std::cell::{Cell, RefCell};

use js_sys::Promise;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::chrome::{Called, forget, to_js};
use crate::probe::{ACCEPT, Caller, Probe, UserAgent, limits};

/// The mark of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark(String);

impl Mark {
    /// The mark of this probe in the run of this number.
    pub fn of(run: u32, probe: &Probe) -> Self {
        let caller = match probe.caller {
            Caller::Provider => PROVIDER,
            Caller::Browser => BROWSER,
        };
        let (run, id) = (run.to_string(), probe.id.0.to_string());
        Self([PREFIX, &run, "-", &id, caller].concat())
    }

    /// The mark of the request that reads the page, by the redirects before it.
    pub fn of_page(run: u32, hops: usize) -> Self {
        let (run, id) = (run.to_string(), (limits::PROBES + hops).to_string());
        Self([PREFIX, &run, "-", &id, BROWSER].concat())
    }

    /// The mark without its `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The probe's address with the mark.
    pub fn on(&self, url: &str) -> String {
        [url, "#", &self.0].concat()
    }
}

const PREFIX: &str = "callback-doctor-";
const PROVIDER: &str = "-provider";
const BROWSER: &str = "-browser";

/// The rules, set while any run holds one of these.
pub struct Rules(());

thread_local! {
    static HELD: Cell<u32> = const { Cell::new(0) };
    /// What the provider's calls introduce themselves as, once the browser has the rules.
    static AGENT: RefCell<UserAgent> = RefCell::default();
}

impl Rules {
    /// Sets the rules; the browser has them once the future is done. Where it does not take them, every request looks
    /// like the browser's, and its answer says so.
    pub fn set(agent: &UserAgent) -> impl Future<Output = Self> + use<> {
        HELD.set(HELD.get() + 1);
        let rules = Self(());
        let put_on = put_on(agent);
        async move {
            put_on.await;
            rules
        }
    }

    /// Lets the provider's calls introduce themselves so from now on. All runs have the same rules: where another one changes
    /// them in between, the answer says so.
    pub async fn call_as(&self, agent: &UserAgent) {
        if AGENT.with_borrow(|set| set != agent) {
            put_on(agent).await;
        }
    }
}

impl Drop for Rules {
    fn drop(&mut self) {
        HELD.set(HELD.get().saturating_sub(1));
        take_off();
    }
}

/// Takes the rules off unless a run needs them; also those that an ended background left behind.
pub fn take_off() {
    if HELD.get() == 0 {
        forget(update(&to_js(&Update {
            remove_rule_ids: RULES,
            add_rules: Vec::new(),
        })));
    }
}

/// Takes the rules off although runs hold them: the module has died.
pub fn abandon() {
    HELD.set(0);
    take_off();
}

/// The rules are asked for at once; the future is done when the browser has them.
fn put_on(agent: &UserAgent) -> impl Future<Output = ()> + use<> {
    let call = set_rules(agent);
    let agent = agent.clone();
    async move {
        if let Ok(promise) = call {
            // What it means when they were refused stands at `Rules::set`.
            let _ = promise.await;
        }
        AGENT.set(agent);
    }
}

fn set_rules(agent: &UserAgent) -> Called {
    let remove = |name: &&'static str| Change {
        header: name,
        operation: "remove",
        value: None,
    };
    let set = |header, value| Change {
        header,
        operation: "set",
        value: Some(value),
    };
    let mut provider = vec![set("user-agent", agent.as_str()), set("accept", ACCEPT)];
    provider.extend(OF_BROWSERS.iter().map(remove));
    // A page's own request would not carry an extension's address.
    let browser = OF_EXTENSIONS.iter().map(remove).collect();
    // Chromium calls it the extension's id; Firefox takes no other name than that of the pages.
    let own = OWN_HOST.with(Clone::clone);
    let rules = [(PROVIDER, provider), (BROWSER, browser)]
        .into_iter()
        .zip(RULES)
        .map(|((ending, request_headers), id)| Rule {
            id,
            priority: 1,
            condition: Condition {
                regex_filter: ["#", PREFIX, "[0-9]+-[0-9]+", ending, "$"].concat(),
                initiator_domains: [own.clone()],
                resource_types: ["xmlhttprequest", "other"],
            },
            action: Action {
                kind: "modifyHeaders",
                request_headers,
            },
        })
        .collect();
    update(&to_js(&Update {
        remove_rule_ids: RULES,
        add_rules: rules,
    }))
}

/// Numbers of the two rules.
const RULES: [u32; 2] = [1, 2];

/// What a browser adds and a server does not send. `Host`, `Connection` and `Content-Length` are HTTP's own.
const OF_BROWSERS: [&str; 22] = [
    "origin",
    "referer",
    "cookie",
    "authorization",
    "accept-language",
    "accept-encoding",
    "content-type",
    "sec-fetch-site",
    "sec-fetch-mode",
    "sec-fetch-dest",
    "sec-fetch-user",
    "sec-fetch-storage-access",
    "sec-ch-ua",
    "sec-ch-ua-mobile",
    "sec-ch-ua-platform",
    "sec-gpc",
    "dnt",
    "priority",
    "pragma",
    "cache-control",
    "te",
    "upgrade-insecure-requests",
];

const OF_EXTENSIONS: [&str; 1] = ["origin"];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Update<'a> {
    remove_rule_ids: [u32; 2],
    add_rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
struct Rule<'a> {
    id: u32,
    priority: u32,
    condition: Condition,
    action: Action<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Condition {
    regex_filter: String,
    initiator_domains: [String; 1],
    resource_types: [&'static str; 2],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Action<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    request_headers: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    header: &'static str,
    operation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = location, js_name = host)]
    static OWN_HOST: String;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "declarativeNetRequest"], js_name = updateSessionRules)]
    fn update(update: &JsValue) -> Result<Promise, JsValue>;
}
