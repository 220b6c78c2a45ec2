//! The audit of a whole site by the bookmark: the agent in the shop's own page (`www/agent.js`) sends what the audit asks
//! for. This window sends nothing by itself, and believes as little as in a check ([`in_page`](super::in_page)).

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Function, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Element, HtmlElement, Window};
use yew::Callback;

use super::{
    audit_desk::{AuditHand, Desk},
    audit_store::AuditStore,
    browser::{language, origin_of},
    faces::app,
    fetch,
    gunzip::gunzip,
    in_page::{self, Line, Trouble, field, headers_in, meet, message, text, whole},
};
use crate::audit::{Came, PAGE_BYTES, REQUEST_TIMEOUT_MS, Reply, Request};
use crate::probe::NoAnswer;
use crate::shop::{Scheme, Url};
use crate::text::audit as texts;
use crate::ui::AuditPlace;

/// Milliseconds beyond its own limit that the agent may take to say so; then its page is gone.
const GONE_MS: u32 = 5_000;

/// Id of the place that the audit is drawn in, beside the report's.
const PLACE: &str = "audit";

thread_local! {
    /// The audit that is open, with its shop.
    static OPEN: RefCell<Option<(String, Rc<Desk<Agent>>)>> = const { RefCell::new(None) };
}

/// Shows the audit of a `shop` in the place of its report; the page that opened this window, or the one in a window that this
/// has `opened`, asks. `found` is given what was found, as Markdown.
pub async fn audit(opened: Option<Window>, shop: String, found: Function) {
    let is_open = OPEN.with_borrow(|open| open.as_ref().is_some_and(|(other, _)| *other == shop));
    if !is_open && let Some((home, place)) = Url::parse(&shop).ok().zip(place()) {
        let home = home.with_scheme(Scheme::Https);
        let store = AuditStore::open().await;
        let kept = match &store {
            Some(store) => store.audit(&home.to_string()).await,
            None => None,
        };
        let has_store = store.is_some();
        let agent = Agent {
            opened,
            store,
            found,
        };
        let back = Callback::from(|()| show(false));
        let place_of = AuditPlace::Bookmark { kept: has_store };
        let desk = Desk::open(agent, home, kept, place, place_of, Some(back));
        OPEN.replace(Some((shop, desk)));
    }
    show(true);
}

/// A new place for the audit, in that of an older one.
fn place() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    if let Some(older) = document.get_element_by_id(PLACE) {
        older.remove();
    }
    let place = document.create_element("div").ok()?;
    place.set_id(PLACE);
    document.body()?.append_child(&place).ok()?;
    Some(place)
}

/// Shows the audit or, in its place, the report.
fn show(audit: bool) {
    let Some((app, window)) = app().zip(web_sys::window()) else {
        return;
    };
    let place = window
        .document()
        .and_then(|document| document.get_element_by_id(PLACE));
    for (element, shown) in [(Some(app), !audit), (place, audit)] {
        let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
        else {
            continue;
        };
        element.set_hidden(!shown);
        let heading = element.query_selector("h1[tabindex], h2[tabindex]");
        if shown && let Ok(Some(heading)) = heading {
            // Without the focus the person finds it.
            let _ = heading
                .dyn_into::<HtmlElement>()
                .map(|heading| heading.focus());
        }
    }
    window.scroll_to_with_x_and_y(0.0, 0.0);
}

/// The shop's own page, and where this window keeps things.
struct Agent {
    opened: Option<Window>,
    store: Option<AuditStore>,
    found: Function,
}

/// What an audit asks the agent through.
struct Asked {
    line: Line,
    origin: String,
    /// Why the agent is asked no more.
    trouble: RefCell<Option<String>>,
}

impl AuditHand for Agent {
    type Line = Asked;

    const SEES_HTTP: bool = false;

    fn open(&self, home: &Url) -> Pin<Box<dyn Future<Output = Result<Asked, String>>>> {
        let (opened, shop) = (self.opened.clone(), home.to_string());
        Box::pin(async move { meet_agent(opened, shop).await.map_err(|why| why.sentence()) })
    }

    async fn send(line: &Asked, request: &Request, stop: &AbortSignal) -> Reply {
        line.send(request, stop).await
    }

    fn trouble(line: &Asked) -> Option<String> {
        line.trouble.borrow().clone()
    }

    fn keep(&self, home: &Url, saved: &str) {
        if let Some(store) = &self.store {
            store.keep(&home.to_string(), saved);
        }
    }

    fn forget(&self, home: &Url) {
        if let Some(store) = &self.store {
            store.forget(&home.to_string());
        }
    }

    fn found(&self, _: &Url, markdown: &str) {
        // A report that is gone hears nothing.
        let _ = self.found.call1(&JsValue::UNDEFINED, &markdown.into());
    }
}

/// The agent can ask its own origin only.
async fn meet_agent(opened: Option<Window>, shop: String) -> Result<Asked, Trouble> {
    let never = web_sys::AbortController::new().map_err(|_| Trouble::Alone)?;
    let greeting = meet(opened, true, &never.signal()).await?;
    let origin = greeting.origin();
    if origin_of(&shop).as_ref() != Some(&origin) {
        return Err(Trouble::Elsewhere { shop });
    }
    Ok(Asked {
        line: Line::open(&greeting).ok_or(Trouble::Alone)?,
        origin,
        trouble: RefCell::default(),
    })
}

impl Asked {
    /// Asks the agent. What it says in another shape, and its silence, end the conversation.
    async fn send(&self, request: &Request, stop: &AbortSignal) -> Reply {
        let url = request.url.to_string();
        // As the browser writes it: the agent sends nothing else.
        let written = web_sys::Url::new(&url).map(|url| url.href());
        let written = written.unwrap_or_default();
        if origin_of(&written).as_ref() != Some(&self.origin) {
            return nothing(NoAnswer::NotPermitted);
        }
        let question = message(&[
            ("id", &request.id.into()),
            ("method", &"GET".into()),
            ("url", &written.into()),
            ("audit", &JsValue::TRUE),
        ]);
        let late = AbortSignal::timeout_with_u32(REQUEST_TIMEOUT_MS + GONE_MS);
        let over = fetch::either(stop, &late);
        let over = fetch::either(&over, &self.line.disturbed.signal());
        let seen = self.line.ask(request.id, &question, &over).await;
        if let Some(came) = self.came(&seen).await {
            let elapsed_ms = whole(&seen, "ms");
            return Reply { came, elapsed_ms };
        }
        if !stop.aborted() {
            let trouble = if late.aborted() {
                Trouble::Alone
            } else {
                Trouble::Disturbed
            };
            self.trouble.replace(Some(trouble.sentence()));
        }
        nothing(NoAnswer::Cancelled)
    }

    /// What the agent saw; `None` where the message is none of an agent.
    async fn came(&self, seen: &JsValue) -> Option<Came> {
        let response = field(seen, "response");
        if response.is_object() {
            let body: ArrayBuffer = field(&response, "body").dyn_into().ok()?;
            let most = u32::try_from(PAGE_BYTES).unwrap_or(u32::MAX);
            return Some(Came::Answer {
                status: whole(&response, "status")?,
                headers: headers_in(&response)?,
                body: gunzip(Uint8Array::new(&body).subarray(0, most).to_vec()).await,
                whole: text(&response, "end", 8)?.is_empty() && body.byte_length() <= most,
            });
        }
        if field(seen, "redirect") == JsValue::TRUE {
            return Some(Came::Redirect { ended: None });
        }
        if let Some(refused) = text(seen, "refused", in_page::REFUSAL_CHARACTERS) {
            if refused.contains(POLICY) {
                let sentence = texts(language()).page_forbids.to_owned();
                self.trouble.replace(Some(sentence));
            }
            return Some(Came::Nothing(NoAnswer::NotPermitted));
        }
        let silence = match text(seen, "silent", 16)?.as_str() {
            "timeout" => NoAnswer::Timeout,
            "unknown" => NoAnswer::Unknown,
            _ => return None,
        };
        Some(Came::Nothing(silence))
    }
}

/// Stands in the agent's refusal where its page's own policy is the reason.
const POLICY: &str = "Content-Security-Policy";

const fn nothing(why: NoAnswer) -> Reply {
    Reply {
        came: Came::Nothing(why),
        elapsed_ms: None,
    }
}
