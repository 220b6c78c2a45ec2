//! The extension's background: every run lives here, so that a closed popup or a permission question loses nothing.
//!
//! What is known of a run stands in [`store`], and each call below begins by reading it: the browser may end the
//! background at any time and start it again for the next event.

use std::cell::{Cell, RefCell};

use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal};

use super::{
    browser::{harmless, host_of, language, now_rfc3339, origin_of, sleep},
    caller::{self, Rules},
    chrome::{self, Origins},
    driver::{self, Stop},
    fetch::{self, Mode},
    observer::Observer,
    run::{Phase, Run},
    store::{self, Entry},
    words,
};
use crate::{
    diagnosis::{Diagnosis, Intake, PageRead},
    page,
    probe::{Probe, limits},
    report::Surface,
};

/// What a face asks of the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Message {
    /// Diagnose the shop of this page. The face asks for the permission in the same click.
    Start {
        /// The page's address.
        url: String,
        /// The tab that shows it; without it the tab of the shop's last run.
        tab: Option<i32>,
    },
    /// The person did not allow requests to this shop, or the question is no longer open.
    Refused {
        /// The shop's origin.
        shop: String,
    },
    /// Stop this shop's run and keep what was found.
    Cancel {
        /// The shop's origin.
        shop: String,
    },
    /// A face shows this run as busy: go on if the background was ended in the middle.
    Alive {
        /// The shop's origin.
        shop: String,
    },
}

/// Milliseconds between two looks whether a run that was stopped has ended.
const ENDING_MS: u32 = 50;

/// Times that one run is begun, also anew where the background or the browser was ended in its middle.
const BEGINNINGS: u8 = 3;

/// Does what a face asks.
pub fn handle(message: Message) {
    caller::take_off();
    match message {
        Message::Start { url, tab } => spawn_local(start(url, tab)),
        Message::Refused { shop } => spawn_local(wake(shop, true)),
        Message::Alive { shop } => spawn_local(wake(shop, false)),
        Message::Cancel { shop } => spawn_local(cancel(shop)),
    }
}

/// Goes on with every run that waits: the person allowed something, or the background was ended and started again.
pub async fn resume() {
    caller::take_off();
    for entry in store::load_all().await {
        spawn_local(go_on(entry, false));
    }
}

/// Marks every run of this background as failed; for the panic hook.
pub fn fail_all() {
    caller::abandon();
    LIVE.with(|live| {
        for live in live.try_borrow().iter().flat_map(|live| live.iter()) {
            let run = Run::new(
                live.shop.clone(),
                live.shop.clone(),
                Phase::Failed(words::broken().to_owned()),
            );
            store::save(&Entry::new(run, None));
        }
    });
}

async fn start(url: String, tab: Option<i32>) {
    let (Some(shop), Some(found)) = (origin_of(&url), harmless(&url)) else {
        return;
    };
    let page = found.page.to_string();
    // The same check is joined; another one of this shop is stopped, and ends soon.
    while let Some(live) = live_of(&shop) {
        if live.shop == shop && live.page == page {
            return;
        }
        live.abort.abort();
        sleep(ENDING_MS).await;
    }
    let mut callback = found
        .callback
        .is_some()
        .then(|| found.address().to_string());
    let mut tab = tab;
    if tab.is_none()
        && let Some(before) = store::load(&shop).await
    {
        tab = before.tab;
        // The same check again.
        callback = callback.or(before.callback.filter(|_| before.run.page_url == page));
    }
    let run = Run::new(shop, page, Phase::AskingPermission);
    let entry = Entry {
        callback,
        ..Entry::new(run, tab)
    };
    // Stored before the browser is asked, so that a permission given in between finds it.
    store::save(&entry);
    spawn_local(go_on(entry, false));
}

async fn wake(shop: String, refused: bool) {
    if let Some(entry) = store::load(&shop).await {
        spawn_local(go_on(entry, refused));
    }
}

async fn cancel(shop: String) {
    let live = live_of(&shop).filter(|live| live.shop == shop);
    if let Some(live) = live {
        live.abort.abort();
    } else if let Some(mut entry) = store::load(&shop).await
        && entry.run.phase.is_busy()
    {
        entry.run.phase = Phase::Ready;
        store::save(&entry);
    }
}

/// One run from page to report, also one that an ended background left behind. Does nothing while the person is still
/// asked, after the end, and while the shop has another run.
async fn go_on(mut entry: Entry, refused: bool) {
    let allowed = Origins::of_host(&host_of(&entry.run.shop)).allowed().await;
    let waits = entry.run.phase == Phase::AskingPermission && !allowed && !refused;
    if waits || !entry.run.phase.is_busy() {
        return;
    }
    let Some(live) = Live::begin(&entry.run) else {
        return;
    };
    if entry.begun == BEGINNINGS {
        // Something about this shop ends the background again and again.
        entry.run.phase = match entry.run.report {
            Some(_) => Phase::Done,
            None => Phase::Failed(words::broken().to_owned()),
        };
        store::end(&entry.run.shop);
        store::save(&entry);
        return;
    }
    let stop = Stop::begin(&live.0.abort.signal());
    entry.begun += 1;
    entry.run.phase = Phase::ReadingPage;
    entry.run.report = None;
    store::save(&entry);
    store::begin(&entry);
    let user_agent = store::user_agent().await;
    // Set while the page is read.
    let rules = allowed.then(|| Rules::set(&user_agent));
    let observer = allowed.then(Observer::begin).flatten();
    let mode = if allowed {
        Mode::Extension {
            run: RUNS.replace(RUNS.get().wrapping_add(1)),
            observer: observer.as_ref(),
        }
    } else {
        Mode::Refused
    };
    let intake = Intake {
        page: read_page(&entry, mode, stop.signal()).await,
        started: Some(now_rfc3339()),
        language: language(),
        user_agent,
        ..Intake::new(
            entry.callback.as_ref().unwrap_or(&entry.run.page_url),
            Surface::Extension,
        )
    };
    let _rules = match rules {
        Some(rules) => Some(rules.await),
        None => None,
    };
    entry.run.phase = match Diagnosis::new(intake) {
        Ok(mut diagnosis) => {
            entry.run.phase = Phase::Probing;
            let send =
                async |probe: &Probe, stop: &AbortSignal| fetch::send(probe, mode, stop).await;
            let report = driver::run(&mut diagnosis, send, &stop, |report| {
                entry.run.report = Some(report);
                store::save(&entry);
            })
            .await;
            entry.run.report = Some(report);
            if allowed { Phase::Done } else { Phase::Refused }
        }
        Err(error) => Phase::Failed(words::refused_intake(&error).to_owned()),
    };
    if entry.run.phase == Phase::Done {
        store::keep(&entry.run).await;
    }
    store::end(&entry.run.shop);
    store::save(&entry);
}

/// The page in the person's tab, as they see it; where that tab has gone elsewhere or may not be read, as a visitor
/// without cookies gets it.
async fn read_page(entry: &Entry, mode: Mode<'_>, stop: &AbortSignal) -> Option<PageRead> {
    let time = AbortSignal::timeout_with_u32(limits::PAGE_MS);
    let stop = fetch::either(stop, &time);
    // A page whose script is busy, or that shows a message, does not answer until it is done.
    let patience = AbortSignal::timeout_with_u32(limits::TAB_MS);
    let patience = fetch::either(&stop, &patience);
    if let Some(tab) = entry.tab
        && let Some(Some(open)) = fetch::unless(&patience, chrome::read_tab(tab)).await
        && origin_of(&open.url).as_deref() == Some(&entry.run.shop)
        // The answer of a callback is no page of the shop.
        && harmless(&open.url).is_some_and(|found| found.callback.is_none())
    {
        return Some(PageRead {
            signs: page::read(&open.html, Some(&open.url)),
            url: open.url,
            hops: Vec::new(),
            status: (open.status != 0).then_some(open.status),
            link_header: None,
        });
    }
    let page = fetch::page(&entry.run.page_url, mode, &stop).await?;
    Some(PageRead {
        signs: page::read_bytes(&page.body, Some(&page.url)),
        url: page.url,
        hops: page.hops,
        status: Some(page.status),
        link_header: page.link_header,
    })
}

/// A run of this background.
#[derive(Clone)]
struct LiveRun {
    shop: String,
    page: String,
    abort: AbortController,
}

/// A shop's place among the runs of this background, given up when dropped.
struct Live(LiveRun);

thread_local! {
    /// Number of the next run.
    static RUNS: Cell<u32> = const { Cell::new(0) };
    static LIVE: RefCell<Vec<LiveRun>> = const { RefCell::new(Vec::new()) };
}

impl Live {
    fn begin(run: &Run) -> Option<Self> {
        if live_of(&run.shop).is_some() {
            return None;
        }
        let live = LiveRun {
            shop: run.shop.clone(),
            page: run.page_url.clone(),
            abort: AbortController::new().ok()?,
        };
        LIVE.with_borrow_mut(|all| all.push(live.clone()));
        Some(Self(live))
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        LIVE.with_borrow_mut(|all| all.retain(|live| live.shop != self.0.shop));
    }
}

/// The run that a shop has: http and https of one host are the same shop.
fn live_of(shop: &str) -> Option<LiveRun> {
    let host = host_of(shop);
    let same = |live: &&LiveRun| host_of(&live.shop) == host;
    LIVE.with_borrow(|all| all.iter().find(same).cloned())
}
