//! Where the checker keeps an audit that may go on: the browser's store for answers, which has room for one of 50,000 pages.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The store's name; the site's own files have another (`www/sw.js`).
const NAME: &str = "callback-doctor-audits";

/// The open store.
pub(super) struct AuditStore {
    answers: Answers,
    /// What is to be done next, once the one before is done.
    next: Rc<RefCell<Option<Wish>>>,
    busy: Rc<RefCell<bool>>,
}

/// What is to be kept under an address; nothing where it is to be forgotten.
type Wish = (String, Option<String>);

impl AuditStore {
    /// Opens it; none where the browser keeps nothing for this page.
    pub(super) async fn open() -> Option<Self> {
        let stores = STORES.with(Clone::clone)?;
        let answers = stores.open(NAME).ok()?.await.ok()?;
        Some(Self {
            answers: answers.unchecked_into(),
            next: Rc::default(),
            busy: Rc::default(),
        })
    }

    /// The audit that is kept for a site.
    pub(super) async fn audit(&self, home: &str) -> Option<String> {
        let found = self.answers.find(&key(home)).ok()?.await.ok()?;
        let answer: Answer = found.dyn_into().ok()?;
        answer.text().ok()?.await.ok()?.as_string()
    }

    /// Keeps the audit of a site.
    pub(super) fn keep(&self, home: &str, saved: &str) {
        self.put(home, Some(saved.to_owned()));
    }

    /// Forgets the audit of a site.
    pub(super) fn forget(&self, home: &str) {
        self.put(home, None);
    }

    /// One after the other, so that the last wish is what stays.
    fn put(&self, home: &str, saved: Option<String>) {
        self.next.replace(Some((key(home), saved)));
        if self.busy.replace(true) {
            return;
        }
        let (answers, next, busy) = (self.answers.clone(), self.next.clone(), self.busy.clone());
        spawn_local(async move {
            while let Some((key, saved)) = next.take() {
                let done = match saved {
                    Some(saved) => Answer::of(&saved).and_then(|answer| answers.put(&key, &answer)),
                    None => answers.delete(&key),
                };
                if let Ok(done) = done {
                    // A full store keeps what it had.
                    let _ = done.await;
                }
            }
            busy.replace(false);
        });
    }
}

/// Such a store wants an address; nobody is asked for it.
fn key(home: &str) -> String {
    let home = String::from(js_sys::encode_uri_component(home));
    ["https://audits.invalid/", &home].concat()
}

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Stores;
    /// None where this page is not served securely, and has no stores.
    #[wasm_bindgen(thread_local_v2, js_name = caches)]
    static STORES: Option<Stores>;
    #[wasm_bindgen(catch, method)]
    fn open(this: &Stores, name: &str) -> Result<Promise, JsValue>;
    #[derive(Clone)]
    type Answers;
    #[wasm_bindgen(catch, method, js_name = match)]
    fn find(this: &Answers, key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn put(this: &Answers, key: &str, answer: &Answer) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn delete(this: &Answers, key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_name = Response)]
    type Answer;
    #[wasm_bindgen(catch, constructor, js_class = "Response")]
    fn of(text: &str) -> Result<Answer, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn text(this: &Answer) -> Result<Promise, JsValue>;
}
