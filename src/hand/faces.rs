//! The extension's popup and report page: they show the run that the background keeps, and pass wishes on to it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen_futures::spawn_local;
use yew::{AppHandle, BaseComponent, Callback};

use super::{
    background::Message,
    browser::{copy, every, harmless, host_of, language, origin_of, page_of, query_value},
    chrome::{self, Origins},
    run::{Phase, Run},
    store,
};
use crate::shop::Url;
use crate::ui::{Popup, PopupProps, ReportPage, ReportPageProps, SiteProps, ToCopy};

/// Milliseconds between two looks whether the background still works on a run that is shown as busy.
const ALIVE_MS: u32 = 5_000;

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
    let run = match origin_of(&url) {
        Some(shop) => match store::load(&shop).await {
            Some(entry) => entry.run,
            None => Run::new(shop, url.clone(), Phase::Ready),
        },
        None => Run::new(String::new(), url.clone(), Phase::NoPage),
    };
    if run.phase == Phase::AskingPermission {
        // The browser's question closes the popup. Where the popup opens again, the question is no longer open.
        chrome::send(&Message::Refused {
            shop: run.shop.clone(),
        });
    } else {
        // Loads the brain while the person reads, and wakes a run that fell asleep.
        chrome::send(&Message::Alive {
            shop: run.shop.clone(),
        });
    }
    let shop = run.shop.clone();
    follow::<Popup>(PopupProps {
        language: language(),
        permitted,
        on_give_back: give_back(&url),
        on_check: check(address, tab),
        on_stop: stop(shop.clone()),
        on_report: Callback::from(move |()| chrome::open(&report_path(&shop))),
        on_copy: Callback::from(copy_it),
        run,
    });
}

/// Draws the report page with the run of the shop in its address, else with the last report that was kept.
pub async fn report_page() {
    let asked = query_value("shop");
    let shop = asked.and_then(|shop| origin_of(&shop)).unwrap_or_default();
    let run = if let Some(entry) = store::load(&shop).await {
        entry.run
    } else {
        let kept = store::kept().await.into_iter().find(|run| run.shop == shop);
        kept.unwrap_or_else(|| {
            // Without a page of the shop, its first one is read.
            let page = page_of(&shop).unwrap_or_default();
            Run::new(shop, page, Phase::Ready)
        })
    };
    let permitted = permitted(&run.shop).await;
    follow::<ReportPage>(ReportPageProps {
        language: language(),
        permitted,
        agent: store::user_agent().await,
        on_agent: Callback::from(|agent| store::set_user_agent(&agent)),
        on_give_back: give_back(&run.shop),
        on_again: check(run.page_url.clone(), None),
        on_stop: stop(run.shop.clone()),
        on_copy: Callback::from(copy_it),
        on_print: Callback::from(|()| print()),
        run,
    });
}

/// A face that was drawn, and what it was drawn from.
pub(super) struct Face<C: BaseComponent> {
    props: C::Properties,
    app: AppHandle<C>,
}

impl<C: BaseComponent<Properties: Clone + ShowsRun>> Face<C> {
    /// Draws it into the page's `#app`; whatever stood there while loading goes.
    pub(super) fn draw(props: C::Properties) -> Option<Self> {
        let place = web_sys::window()?.document()?.get_element_by_id("app")?;
        let app = yew::Renderer::with_root_and_props(place, props.clone()).render();
        Some(Self { props, app })
    }

    /// Draws it anew where the run has changed.
    pub(super) fn show(&mut self, run: Run) {
        // A run that called the shop was allowed to.
        if run.phase == Phase::Done
            && let Some(permitted) = self.props.permitted()
        {
            *permitted = true;
        }
        *self.props.run() = run;
        self.app.update(self.props.clone());
    }
}

/// What a face is drawn from holds a run.
pub(super) trait ShowsRun {
    fn run(&mut self) -> &mut Run;

    /// Whether the browser allows requests to the shop; `None` where it is never asked.
    fn permitted(&mut self) -> Option<&mut bool> {
        None
    }
}

impl ShowsRun for PopupProps {
    fn run(&mut self) -> &mut Run {
        &mut self.run
    }

    fn permitted(&mut self) -> Option<&mut bool> {
        Some(&mut self.permitted)
    }
}

impl ShowsRun for ReportPageProps {
    fn run(&mut self) -> &mut Run {
        &mut self.run
    }

    fn permitted(&mut self) -> Option<&mut bool> {
        Some(&mut self.permitted)
    }
}

impl ShowsRun for SiteProps {
    fn run(&mut self) -> &mut Run {
        &mut self.run
    }
}

/// Draws a face with the shop's run as it changes in the store, and wakes the background where it fell asleep over it.
fn follow<C: BaseComponent<Properties: Clone + ShowsRun>>(mut props: C::Properties) {
    let shop = props.run().shop.clone();
    let busy = Rc::new(Cell::new(props.run().phase.is_busy()));
    let Some(mut face) = Face::<C>::draw(props) else {
        return;
    };
    let changed = {
        let busy = busy.clone();
        move |run: Run| {
            busy.set(run.phase.is_busy());
            face.show(run);
        }
    };
    if !shop.is_empty() {
        watch(shop, busy, Rc::new(RefCell::new(changed)));
    }
}

fn watch(shop: String, busy: Rc<Cell<bool>>, changed: Rc<RefCell<dyn FnMut(Run)>>) {
    store::watch(&shop, {
        let changed = changed.clone();
        move |run| changed.borrow_mut()(run)
    });
    let look = {
        let shop = shop.clone();
        move || {
            if busy.get() {
                chrome::send(&Message::Alive { shop: shop.clone() });
            }
        }
    };
    look();
    every(ALIVE_MS, look);
    spawn_local(async move {
        // It may have changed between the first look and now.
        if let Some(entry) = store::load(&shop).await {
            changed.borrow_mut()(entry.run);
        }
    });
}

/// Starts a run. The message goes first: the browser's question may close the popup at once.
fn check(url: String, tab: Option<i32>) -> Callback<()> {
    Callback::from(move |()| {
        let Some(shop) = origin_of(&url) else {
            return;
        };
        chrome::send(&Message::Start {
            url: url.clone(),
            tab,
        });
        let granted = Origins::of_shop(&host_of(&url)).request();
        spawn_local(async move {
            if !granted.await {
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

fn stop(shop: String) -> Callback<()> {
    Callback::from(move |()| chrome::send(&Message::Cancel { shop: shop.clone() }))
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

fn report_path(shop: &str) -> String {
    let shop: String = js_sys::encode_uri_component(shop).into();
    ["report.html?shop=", &shop].concat()
}
