//! The extension's popup and report page: they show the run that the background keeps, and pass wishes on to it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortSignal, Element};
use yew::{AppHandle, AttrValue, BaseComponent, Callback};

use super::{
    background::Message,
    browser::{
        copy, every, harmless, host_of, language, origin_of, page_of, query_value, set_title,
        show_as, sleep,
    },
    chrome::{self, Origins, from_js},
    fetch,
    store::{self, Entry},
};
use crate::run::{Phase, Run};
use crate::shared::Shared;
use crate::shop::{Url, home};
use crate::text;
use crate::ui::{
    Popup, PopupProps, ReportPage, ReportPageProps, Shops, ShopsProps, SiteProps, ToCopy,
    report_path, run_title,
};

/// Milliseconds between two looks whether the background still works on a run that is shown as busy.
const ALIVE_MS: u32 = 5_000;

/// Milliseconds that the popup waits for a page to say which shop it belongs to.
const HOME_MS: u32 = 200;

/// The shop that a face shows; it gets its home's name once that is known.
type Shop = Rc<RefCell<String>>;

/// Draws the popup with what is known of the shop in the tab in front.
pub async fn popup() {
    let tab = chrome::front_tab().await;
    let found = tab.as_ref().and_then(|tab| harmless(tab.url.as_ref()?));
    let text = |url: &Url| url.to_string();
    let address = found
        .as_ref()
        .map(|found| text(found.address()))
        .unwrap_or_default();
    let url = found
        .as_ref()
        .map(|found| text(&found.page))
        .unwrap_or_default();
    let tab = tab.and_then(|tab| tab.id);
    let permitted = permitted(&url).await;
    // As the background will read it.
    let run = match harmless(&address) {
        Some(found) => match known(&url, tab).await {
            Some(entry) => entry.run,
            None => Run::new(home::expected(&found), url.clone(), Phase::Ready),
        },
        None => Run::new(String::new(), url.clone(), Phase::NoPage),
    };
    let shop = run.shop.clone();
    if run.phase == Phase::AskingPermission {
        // The browser's question closes the popup. Where the popup opens again, the question is no longer open.
        chrome::send(&Message::Refused { shop });
    } else {
        // Loads the brain while the person reads, and wakes a run that fell asleep.
        chrome::send(&Message::Alive { shop });
    }
    let shop = Shop::new(RefCell::new(run.shop.clone()));
    let known = run.home_known.then(|| run.shop.clone());
    let check = check(address, tab, shop.clone(), known);
    follow::<Popup>(
        PopupProps {
            language: language(),
            permitted,
            on_give_back: give_back(&url),
            on_check: check.reform(|()| None),
            on_gateway: check.reform(Some),
            on_stop: stop(shop.clone()),
            on_report: {
                let shop = shop.clone();
                Callback::from(move |()| chrome::open(&report_path(&shop.borrow())))
            },
            on_copy: Callback::from(copy_it),
            run: run.into(),
        },
        shop,
        |_| (),
    );
}

/// The run of the shop that a page belongs to. Shops may share an origin: it is one that was begun on this very page, or
/// that of the home that the page in the tab names.
async fn known(page: &str, tab: Option<i32>) -> Option<Entry> {
    let mut entries = store::load_some(&homes(page)).await;
    let here = entries.iter().position(|entry| entry.run.page_url == page);
    if let Some(here) = here {
        return Some(entries.swap_remove(here));
    }
    let tab = tab.filter(|_| !entries.is_empty())?;
    let patience = AbortSignal::timeout_with_u32(HOME_MS);
    let named = fetch::unless(&patience, chrome::home_in(tab)).await??;
    let named = home::told(page, &named)?;
    entries.into_iter().find(|entry| entry.run.shop == named)
}

/// The names of the homes that a page may belong to.
fn homes(page: &str) -> Vec<String> {
    harmless(page).map_or_else(Vec::new, |page| home::possible(&page))
}

/// Draws the report page with the run of the shop in its address, else with the last report that was kept; without a shop
/// the list of all of them.
pub async fn report_page() {
    let Some(shop) = query_value("shop").and_then(|shop| harmless(&shop)) else {
        shops().await;
        return;
    };
    let shop = home::named(&shop);
    let run = if let Some(entry) = store::load(&shop).await {
        entry.run
    } else {
        let kept = store::kept().await.into_iter().find(|run| run.shop == shop);
        kept.unwrap_or_else(|| {
            // Without a page of the shop, its first one is read.
            let page = page_of(&[&shop, "/"].concat()).unwrap_or_default();
            Run {
                home_known: homes(&page).len() > 1,
                ..Run::new(shop, page, Phase::Ready)
            }
        })
    };
    let permitted = permitted(&run.shop).await;
    let shop = Shop::new(RefCell::new(run.shop.clone()));
    let known = run.home_known.then(|| run.shop.clone());
    let check = check(run.page_url.clone(), None, shop.clone(), known);
    follow::<ReportPage>(
        ReportPageProps {
            language: language(),
            permitted,
            audit: store::audit_report(&run.shop).await,
            agent: store::user_agent(&run.shop).await,
            on_agent: {
                let shop = shop.clone();
                Callback::from(move |agent| store::set_user_agent(&shop.borrow(), &agent))
            },
            on_give_back: give_back(&run.shop),
            on_again: check.reform(|()| None),
            on_gateway: check.reform(Some),
            on_stop: stop(shop.clone()),
            on_copy: Callback::from(copy_it),
            on_print: Callback::from(|()| print()),
            run: run.into(),
        },
        shop,
        |run| {
            show_as(
                &run_title(run, language()),
                run.verdict(),
                &report_path(&run.shop),
            );
        },
    );
}

/// Draws the list of the last reports.
async fn shops() {
    let app = Rc::default();
    let props = shops_props(&app).await;
    set_title(text::ui(props.language).shops);
    let drawn = self::app().map(|root| yew::Renderer::with_root_and_props(root, props).render());
    app.replace(drawn);
}

async fn shops_props(app: &Rc<RefCell<Option<AppHandle<Shops>>>>) -> ShopsProps {
    let app = app.clone();
    ShopsProps {
        language: language(),
        runs: store::kept().await,
        on_remove: Callback::from(move |shop: String| {
            let app = app.clone();
            spawn_local(async move {
                store::remove(&shop).await;
                let props = shops_props(&app).await;
                if let Some(app) = &mut *app.borrow_mut() {
                    app.update(props);
                }
            });
        }),
    }
}

/// Where a page's face stands; whatever stood there while loading goes.
pub(super) fn app() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id("app")
}

/// A place that is in no page: what is drawn there nobody sees.
pub(super) fn nowhere() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.create_element("div").ok()
}

/// Draws the popup once for each of these runs where nobody sees it: then what draws a report is compiled.
pub async fn rehearse_popup(runs: JsValue) {
    let runs: Vec<Run> = from_js(runs).unwrap_or_default();
    let Some((nowhere, run)) = nowhere().zip(runs.first()) else {
        return;
    };
    let mut face = Face::<Popup>::draw(
        nowhere,
        PopupProps {
            run: run.clone().into(),
            permitted: true,
            language: language(),
            on_give_back: Callback::noop(),
            on_check: Callback::noop(),
            on_gateway: Callback::noop(),
            on_stop: Callback::noop(),
            on_report: Callback::noop(),
            on_copy: Callback::noop(),
        },
    );
    for run in runs {
        // Drawn before the next task.
        sleep(0).await;
        face.show(run);
    }
    sleep(0).await;
    face.erase();
}

/// A face that was drawn, and what it was drawn from.
pub(super) struct Face<C: BaseComponent> {
    props: C::Properties,
    app: AppHandle<C>,
}

impl<C: BaseComponent<Properties: Clone + ShowsRun>> Face<C> {
    /// Draws it into an element.
    pub(super) fn draw(root: Element, props: C::Properties) -> Self {
        let app = yew::Renderer::with_root_and_props(root, props.clone()).render();
        Self { props, app }
    }

    /// What it is drawn from now.
    pub(super) const fn props(&self) -> &C::Properties {
        &self.props
    }

    /// Takes it away.
    pub(super) fn erase(self) {
        self.app.destroy();
    }

    /// Draws it anew where the run has changed.
    pub(super) fn show(&mut self, run: Run) {
        self.change(|props| {
            // A run that called the shop was allowed to.
            if run.phase == Phase::Done
                && let Some(permitted) = props.permitted()
            {
                *permitted = true;
            }
            *props.run() = run.into();
        });
    }

    /// Draws it anew with something else in it.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut C::Properties)) {
        change(&mut self.props);
        self.app.update(self.props.clone());
    }
}

/// What a face is drawn from holds a run.
pub(super) trait ShowsRun {
    fn run(&mut self) -> &mut Shared<Run>;

    /// Whether the browser allows requests to the shop; `None` where it is never asked.
    fn permitted(&mut self) -> Option<&mut bool> {
        None
    }
}

impl ShowsRun for PopupProps {
    fn run(&mut self) -> &mut Shared<Run> {
        &mut self.run
    }

    fn permitted(&mut self) -> Option<&mut bool> {
        Some(&mut self.permitted)
    }
}

impl ShowsRun for ReportPageProps {
    fn run(&mut self) -> &mut Shared<Run> {
        &mut self.run
    }

    fn permitted(&mut self) -> Option<&mut bool> {
        Some(&mut self.permitted)
    }
}

impl ShowsRun for SiteProps {
    fn run(&mut self) -> &mut Shared<Run> {
        &mut self.run
    }
}

/// Draws a face with the shop's run as it changes in the store, tells `shown` of each state, and wakes the background where
/// it fell asleep over it.
fn follow<C: BaseComponent<Properties: Clone + ShowsRun>>(
    mut props: C::Properties,
    shop: Shop,
    shown: fn(&Run),
) {
    let run = props.run();
    shown(run);
    let page = run.page_url.clone();
    let busy = Rc::new(Cell::new(run.phase.is_busy()));
    let Some(root) = app() else {
        return;
    };
    let mut face = Face::<C>::draw(root, props);
    if shop.borrow().is_empty() {
        return;
    }
    let changed = {
        let (busy, shop) = (busy.clone(), shop.clone());
        move |run: Run| {
            if run.shop != *shop.borrow() {
                // A run on this very page is this shop's, whatever its home turned out to be.
                if run.page_url != page {
                    return;
                }
                shop.borrow_mut().clone_from(&run.shop);
            }
            busy.set(run.phase.is_busy());
            shown(&run);
            face.show(run);
        }
    };
    watch(shop, busy, Rc::new(RefCell::new(changed)));
}

fn watch(shop: Shop, busy: Rc<Cell<bool>>, changed: Rc<RefCell<dyn FnMut(Run)>>) {
    store::watch({
        let changed = changed.clone();
        move |run| changed.borrow_mut()(run)
    });
    let look = {
        let shop = shop.clone();
        move || {
            if busy.get() {
                let shop = shop.borrow().clone();
                chrome::send(&Message::Alive { shop });
            }
        }
    };
    look();
    every(ALIVE_MS, look);
    spawn_local(async move {
        // It may have changed between the first look and now.
        let shop = shop.borrow().clone();
        if let Some(entry) = store::load(&shop).await {
            changed.borrow_mut()(entry.run);
        }
    });
}

/// Starts a run. The message goes first: the browser's question may close the popup at once. `known`: the shop's home, where
/// it was known when the face was drawn. It is given the gateway that the person chose, if any.
fn check(
    url: String,
    tab: Option<i32>,
    shop: Shop,
    known: Option<String>,
) -> Callback<Option<AttrValue>> {
    Callback::from(move |gateway: Option<AttrValue>| {
        if origin_of(&url).is_none() {
            return;
        }
        chrome::send(&Message::Start {
            url: url.clone(),
            tab,
            shop: known.clone(),
            gateway: gateway.map(|id| id.to_string()),
        });
        let granted = Origins::of_shop(&host_of(&url)).request();
        let shop = shop.clone();
        spawn_local(async move {
            if !granted.await {
                let shop = shop.borrow().clone();
                chrome::send(&Message::Refused { shop });
            }
        });
    })
}

/// Whether the browser allows requests to this address's host.
async fn permitted(url: &str) -> bool {
    let host = host_of(url);
    !host.is_empty() && Origins::of_host(&host).allowed().await
}

/// Takes back what was allowed for this address's host, and shows the page anew.
fn give_back(url: &str) -> Callback<()> {
    let origins = Origins::of_shop(&host_of(url));
    Callback::from(move |()| {
        let given = origins.give_back();
        spawn_local(async move {
            if given.await
                && let Some(window) = web_sys::window()
            {
                // A page that cannot be shown anew shows what was true before.
                let _ = window.location().reload();
            }
        });
    })
}

fn stop(shop: Shop) -> Callback<()> {
    Callback::from(move |()| {
        let shop = shop.borrow().clone();
        chrome::send(&Message::Cancel { shop });
    })
}

/// Does what [`ToCopy`] asks for.
pub(super) fn copy_it(wish: ToCopy) {
    spawn_local(async move { wish.done.emit(copy(&wish.text).await) });
}

/// Puts the page on paper.
pub(super) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without a printer has nothing to say about it either.
        let _ = window.print();
    }
}
