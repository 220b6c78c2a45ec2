//! The face of the checker site, and of the extension's page for answers: passes what its field holds to the brain, and
//! shows the run that the brain reports.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, JSON, Promise, decode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, Element, HtmlTextAreaElement};
use yew::{AttrValue, Callback};

use super::{
    browser::{address, is_windows, language, query_value, sleep, typed_address},
    chrome::from_js,
    faces::{Face, app, copy_it, nowhere, print},
    in_page, kept, words,
};
use crate::{
    given::Kind,
    run::{Phase, Run},
    shop::dns::Resolver,
    text,
    ui::{Bookmark, Place, Site, SiteProps, short_address},
};

/// Draws the page. What was typed while it loaded stays in the field, else `#shop=ADDRESS` (or `?shop=`) fills it; nothing
/// is sent.
/// `check(inputs, signal, show, gateway)` and `look_up(resolver, signal, show)` are the brain's and return a promise; without inputs
/// it asks the page that opened this window, and with a window in their place the page in that. `read`, of the same shape,
/// is the reader's, for everything that is not one address. `audit(window, shop, found)` shows the auditor's page, and finds nothing where that does not come. `agent` comes to the source of `www/agent.js`, which the page
/// does not wait for; without it there is no bookmark.
pub fn mount(
    check: Function,
    read: Function,
    look_up: Option<Function>,
    audit: Option<Function>,
    place: Place,
    agent: Option<Promise>,
) {
    let typed = field().map(|field| field.value()).unwrap_or_default();
    let shop = if typed.is_empty() {
        let linked = linked_shop().unwrap_or_default();
        if place == Place::Site {
            // An order may stand in this page's own address.
            link_to(&linked, is_own());
        }
        linked
    } else {
        typed
    };
    let asked = if place == Place::Site && !is_own() {
        linked_shop()
    } else {
        None
    };
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    let was_focused = focused.is_some_and(|element| element.id() == FIELD);
    let run = Run::new(shop, String::new(), Phase::Ready);
    let Some(root) = app() else {
        return;
    };
    let kept = (place == Place::Site && is_own())
        .then(|| kept::kept(&hash()))
        .flatten();
    let desk = Desk::open(run, asked, (check, read), (look_up, audit), place, root);
    if let Some(run) = kept {
        desk.show_again(run);
    }
    if let Some(agent) = agent {
        let desk = desk.clone();
        spawn_local(async move {
            let agent = agent.await.ok().and_then(|agent| agent.as_string());
            desk.change(|props| props.bookmark = agent.as_deref().and_then(bookmark));
        });
    }
    if place == Place::Site && hash().starts_with(in_page::HASH) {
        desk.check(JsValue::NULL);
    }
    // Yew draws before the next task.
    if was_focused {
        spawn_local(async {
            if let Some(field) = field() {
                // Without the focus the person clicks once more.
                let _ = field.focus();
            }
        });
    }
}

/// Draws, where nobody sees it, what the brain's `act` shows.
pub fn rehearse(act: Function, abort: AbortController) {
    let Some(nowhere) = nowhere() else {
        return;
    };
    let run = Run::new(String::new(), String::new(), Phase::Ready);
    let desk = Desk::open(
        run,
        None,
        (act.clone(), act),
        (None, None),
        Place::Site,
        nowhere,
    );
    desk.abort.replace(Some(abort.clone()));
    spawn_local(async move {
        // Whatever it comes to.
        let _ = desk.ask(&desk.brain, &JsValue::NULL, &abort).await;
        if let Some(face) = desk.face.take() {
            face.erase();
        }
    });
}

/// Id of the field, in the page as in what Yew draws.
const FIELD: &str = "input";

fn field() -> Option<HtmlTextAreaElement> {
    let field = web_sys::window()?.document()?.get_element_by_id(FIELD)?;
    field.dyn_into().ok()
}

fn hash() -> String {
    let location = web_sys::window().map(|window| window.location());
    location
        .and_then(|location| location.hash().ok())
        .unwrap_or_default()
}

/// The shop that the page's address names, or the callback, by its name alone.
fn linked_shop() -> Option<String> {
    let hash = hash();
    let named = match hash.strip_prefix(SHOP) {
        Some(shop) => decode_uri_component(shop).ok().map(String::from),
        None => query_value(LINK),
    };
    let found = named.as_deref().and_then(typed_address)?;
    Some(found.address().to_string())
}

/// Puts the shop into the page's address, so that it can be sent as a link; what is no address takes it out again.
/// `own` where the person typed it, and nobody sent them here.
fn link_to(input: &str, own: bool) {
    let link = match page_in(input) {
        Some(page) => [SHOP, short_address(&page)].concat(),
        None if hash().starts_with(SHOP) || query_value(LINK).is_some() => "#".to_owned(),
        None => return,
    };
    let window = web_sys::window();
    let path = window
        .as_ref()
        .and_then(|window| window.location().pathname().ok());
    if let Some(history) = window.and_then(|window| window.history().ok()) {
        // Without its query, where a shop may stand as well.
        let link = [path.unwrap_or_default(), link].concat();
        // A page from a file may not change its address; it works without.
        let _ = history.replace_state_with_url(&own.into(), "", Some(&link));
    }
}

/// Whether the shop in the page's address is there because it was checked here before.
fn is_own() -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()) == Some(JsValue::TRUE)
}

/// The page that an input names; `None` where it is no address.
fn page_in(input: &str) -> Option<String> {
    match Kind::guess(input) {
        Kind::Address => typed_address(input).map(|found| found.page.to_string()),
        _ => None,
    }
}

/// Whether these inputs have to be read: they are no address that stands alone.
fn reads(what: &JsValue) -> bool {
    let Some(inputs) = what.dyn_ref::<Array>() else {
        return false;
    };
    let alone = inputs.get(0).as_string().filter(|_| inputs.length() == 1);
    alone.is_none_or(|input| page_in(&input).is_none())
}

/// What stands before the shop in the page's address.
const SHOP: &str = "#shop=";

/// Its other place there: a key of the query.
const LINK: &str = "shop";

/// The agent with what it needs written into it: this checker's own address, none where it is a file, and what it says in a
/// page.
fn bookmark(agent: &str) -> Option<Bookmark> {
    let location = web_sys::window()?.location();
    let from_file = location.protocol().ok()? == "file:";
    let ui = text::ui(language());
    let quoted = |text: &str| String::from(JSON::stringify(&text.into()).unwrap_or_default());
    let (checker, blocked, ask) = if from_file {
        let ask = [",ask:", &quoted(ui.agent_ask)].concat();
        (String::new(), ui.agent_alone, ask)
    } else {
        let address = [location.origin().ok()?, location.pathname().ok()?];
        (address.concat(), ui.agent_blocked, String::new())
    };
    let source = agent.trim_end().trim_end_matches(';');
    let script = [
        "void(",
        source,
        ")(",
        &quoted(&checker),
        ",{blocked:",
        &quoted(blocked),
        ",cut_off:",
        &quoted(ui.agent_cut_off),
        ",close:",
        &quoted(ui.agent_close),
        &ask,
        "})",
    ]
    .concat();
    (!source.is_empty()).then(|| Bookmark {
        href: ["javascript:", &encoded(&script)].concat().into(),
        script: script.into(),
        from_file,
    })
}

/// A script as it stands in an address: every sign that an address cannot hold as it is takes three, and a bookmark is to stay
/// short.
fn encoded(script: &str) -> String {
    let mut out = String::from(js_sys::encode_uri(script))
        .replace('#', "%23")
        .replace('\'', "%27");
    for (code, sign) in [
        ("%7B", "{"),
        ("%7D", "}"),
        ("%5B", "["),
        ("%5D", "]"),
        ("%7C", "|"),
        ("%60", "`"),
        ("%5E", "^"),
    ] {
        out = out.replace(code, sign);
    }
    out
}

/// The site while it is open.
struct Desk {
    /// The brain's `check`.
    brain: Function,
    /// The reader's `check`.
    reader: Function,
    /// The brain's `look_up`, where names may be looked up.
    look_up: Option<Function>,
    /// The auditor's `audit`, where the shop's page may send.
    audit: Option<Function>,
    face: RefCell<Option<Face<Site>>>,
    /// The page of the shop that was checked last.
    page: RefCell<Option<String>>,
    /// What was checked last, as the brain takes it.
    last: RefCell<JsValue>,
    /// The gateway that the person chose, by its id.
    gateway: RefCell<Option<AttrValue>>,
    /// Ends the newest run.
    abort: RefCell<Option<AbortController>>,
    /// What the newest run showed last, as it came from the brain.
    shown: RefCell<JsValue>,
}

impl Desk {
    fn open(
        run: Run,
        asked: Option<String>,
        (brain, reader): (Function, Function),
        (look_up, audit): (Option<Function>, Option<Function>),
        place: Place,
        root: Element,
    ) -> Rc<Self> {
        let desk = Rc::new(Self {
            brain,
            reader,
            look_up,
            audit,
            face: RefCell::default(),
            page: RefCell::default(),
            last: RefCell::new(JsValue::NULL),
            gateway: RefCell::default(),
            abort: RefCell::default(),
            shown: RefCell::new(JsValue::NULL),
        });
        let wish = |act: fn(&Rc<Self>)| {
            let desk = desk.clone();
            Callback::from(move |()| act(&desk))
        };
        let props = SiteProps {
            run: run.into(),
            asked: asked.unwrap_or_default().into(),
            place,
            bookmark: None,
            address: address().into(),
            windows: is_windows(),
            language: language(),
            on_check: {
                let desk = desk.clone();
                Callback::from(move |inputs: Vec<AttrValue>| {
                    desk.gateway.replace(None);
                    let texts = inputs.iter().map(|text| JsValue::from_str(text));
                    desk.check(texts.collect::<Array>().into());
                    if let (Place::Site, Some(first)) = (place, inputs.into_iter().next()) {
                        // After the brain has begun: the browser takes its time for this, and the first requests need not wait.
                        spawn_local(async move {
                            sleep(1).await;
                            link_to(&first, true);
                            kept::forget();
                        });
                    }
                })
            },
            on_again: wish(|desk| {
                let last = desk.last.borrow().clone();
                if !Array::is_array(&last) {
                    desk.gateway.replace(None);
                }
                if last.is_object() && !Array::is_array(&last) {
                    // The page in that window has let go of this one.
                    desk.open_shop();
                } else {
                    desk.check(last);
                }
            }),
            on_gateway: {
                let desk = desk.clone();
                Callback::from(move |gateway| {
                    desk.gateway.replace(Some(gateway));
                    let last = desk.last.borrow().clone();
                    desk.check(last);
                })
            },
            on_look_up: {
                let desk = desk.clone();
                Callback::from(move |resolver| desk.look_up(resolver))
            },
            audit: None,
            on_audit: wish(Desk::audit),
            on_open: wish(Desk::open_shop),
            on_stop: wish(|desk| desk.stop()),
            on_copy: Callback::from(copy_it),
            on_print: Callback::from(|()| print()),
        };
        desk.face.replace(Some(Face::draw(root, props)));
        desk
    }

    fn stop(&self) {
        if let Some(abort) = &*self.abort.borrow() {
            abort.abort();
        }
    }

    /// Opens the shop of the field in a window, and waits for the bookmark there.
    fn open_shop(self: &Rc<Self>) {
        self.gateway.replace(None);
        let shop = field().and_then(|field| page_in(&field.value()));
        // What was checked, where the field holds something else by now.
        let shop = shop
            .or_else(|| self.page.borrow().clone())
            .filter(|page| !page.is_empty());
        let opened = web_sys::window()
            .zip(shop)
            .and_then(|(window, shop)| window.open_with_url(&shop).ok().flatten());
        match opened {
            Some(window) => self.check(window.into()),
            None => {
                if let Some(field) = field() {
                    // Without the focus the person clicks once more.
                    let _ = field.focus();
                }
            }
        }
    }

    fn check(self: &Rc<Self>, what: JsValue) {
        self.last.replace(what.clone());
        if let Some(abort) = self.begin() {
            let run = |phase| Run::new(String::new(), String::new(), phase);
            self.show(&abort, run(Phase::Probing));
            let desk = self.clone();
            spawn_local(async move {
                // The sign that the press was heard is on the screen before the brain begins.
                sleep(0).await;
                let act = if reads(&what) {
                    &desk.reader
                } else {
                    &desk.brain
                };
                if !desk.ask(act, &what, &abort).await {
                    desk.show(&abort, run(Phase::Failed(words::broken().to_owned())));
                }
                desk.keep(&abort, &what);
            });
        }
    }

    /// Shows the audit of the whole site of the shop that was checked last.
    fn audit(self: &Rc<Self>) {
        let shop = self.face.borrow().as_ref().and_then(|face| {
            let report = face.props().run.report.as_ref()?;
            Some(report.shop.clone())
        });
        let Some((audit, shop)) = self.audit.clone().zip(shop) else {
            return;
        };
        let found = {
            let (desk, shop) = (self.clone(), shop.clone());
            Closure::<dyn Fn(Option<String>)>::new(move |found| {
                desk.change(|props| props.audit = Some((shop.clone(), found)));
            })
        };
        let last = self.last.borrow();
        let opened = if Array::is_array(&last) {
            JsValue::UNDEFINED
        } else {
            last.clone()
        };
        // It says itself where it did not come.
        let _ = audit.call3(
            &JsValue::UNDEFINED,
            &opened,
            &shop.into(),
            &found.into_js_value(),
        );
    }

    /// The person wants this resolver to be asked for the name of the shop that was checked last.
    fn look_up(self: &Rc<Self>, resolver: Resolver) {
        if let Some(abort) = self.begin() {
            let desk = self.clone();
            spawn_local(async move {
                if let Some(look_up) = &desk.look_up {
                    // The report stays as it is where the brain is gone.
                    desk.ask(look_up, &resolver.host().into(), &abort).await;
                }
            });
        }
    }

    /// Ends what is under way, so that the next can begin.
    fn begin(&self) -> Option<AbortController> {
        self.stop();
        let abort = AbortController::new().ok()?;
        self.abort.replace(Some(abort.clone()));
        Some(abort)
    }

    /// Shows what a run found, unless a newer one has taken its place.
    fn show(&self, abort: &AbortController, run: Run) {
        if self.abort.borrow().as_ref() == Some(abort)
            && let Some(face) = &mut *self.face.borrow_mut()
        {
            self.page.replace(Some(run.page_url.clone()));
            face.show(run);
        }
    }

    /// Keeps the report of an address, unless a newer run has taken its place.
    fn keep(&self, abort: &AbortController, what: &JsValue) {
        let link = hash();
        let of_address = link.starts_with(SHOP) && Array::is_array(what) && !reads(what);
        if of_address && self.abort.borrow().as_ref() == Some(abort) {
            kept::keep(&link, &self.shown.borrow());
        }
    }

    /// Shows a report that was made before the page was loaded; "Check again" asks the same shop.
    fn show_again(&self, run: Run) {
        let shop = linked_shop().unwrap_or_default();
        self.last.replace(Array::of1(&shop.into()).into());
        self.page.replace(Some(run.page_url.clone()));
        self.change(|props| props.run = run.into());
    }

    /// Draws the page anew with something else in it.
    fn change(&self, change: impl FnOnce(&mut SiteProps)) {
        if let Some(face) = &mut *self.face.borrow_mut() {
            face.change(change);
        }
    }

    /// Lets the brain do one thing, and shows each state of its run; says whether it came to its end.
    async fn ask(self: &Rc<Self>, act: &Function, what: &JsValue, abort: &AbortController) -> bool {
        let listener = {
            let (desk, abort) = (self.clone(), abort.clone());
            Closure::<dyn Fn(JsValue)>::new(move |run: JsValue| {
                desk.shown.replace(run.clone());
                if let Some(run) = from_js(run) {
                    desk.show(&abort, run);
                }
            })
        };
        let gateway = self.gateway.borrow().as_deref().map(JsValue::from_str);
        let arguments = Array::of4(
            what,
            &abort.signal(),
            listener.as_ref(),
            &gateway.unwrap_or_default(),
        );
        let promise = act.apply(&JsValue::UNDEFINED, &arguments);
        match promise.map(Promise::from) {
            Ok(promise) => promise.await.is_ok(),
            Err(_) => false,
        }
    }
}
