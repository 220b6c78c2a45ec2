//! The extension's background: every run lives here, so that a closed popup or a permission question loses nothing.
//!
//! What is known of a run stands in [`store`], and each call below begins by reading it: the browser may end the
//! background at any time and start it again for the next event.

use std::cell::{Cell, RefCell};

use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal};

use super::{
    badge,
    browser::{harmless, host_of, is_online, language, now_rfc3339, origin_of, sleep},
    caller::{self, Rules},
    chrome::{self, OpenPage, Origins, to_js},
    driver::{self, Stop},
    fetch::{self, Mode},
    observer::Observer,
    rehearsal,
    store::{self, Entry},
    words,
};
use crate::{
    blocker,
    diagnosis::{Diagnosis, Intake, PageRead},
    gateway::Gateway,
    page,
    probe::{BodyEnd, Headers, Probe, Response, limits},
    report::{Confidence, Surface, Verdict},
    run::{Phase, Run},
    shop::home,
    ui::report_path,
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
        /// The shop's home, where the face knows it.
        #[serde(default)]
        shop: Option<String>,
        /// The gateway that the person chose, by its id.
        #[serde(default)]
        gateway: Option<String>,
    },
    /// The person did not allow requests to this shop, or the question is no longer open.
    Refused {
        /// The shop, as [`Run::shop`] has it.
        shop: String,
    },
    /// Stop this shop's run and keep what was found.
    Cancel {
        /// The shop, as [`Run::shop`] has it.
        shop: String,
    },
    /// A face shows this run as busy: go on if the background was ended in the middle.
    Alive {
        /// The shop, as [`Run::shop`] has it.
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
        Message::Start {
            url,
            tab,
            shop,
            gateway,
        } => spawn_local(start(url, tab, shop, gateway)),
        Message::Refused { shop } => spawn_local(wake(shop, true)),
        Message::Alive { shop } => spawn_local(wake(shop, false)),
        Message::Cancel { shop } => spawn_local(cancel(shop)),
    }
}

/// Goes on with every run that waits: the person allowed something, or the background was ended and started again.
pub async fn resume() {
    caller::take_off();
    for entry in store::load_all().await {
        spawn_local(go_on(entry, false, false));
    }
}

/// Diagnoses made-up shops while no run is under way: nothing is sent, and nothing kept. Gives what is shown of each half-way
/// and at its end.
pub async fn rehearse() -> Vec<Run> {
    let is_busy = || LIVE.with_borrow(|live| !live.is_empty());
    let mut runs = Vec::new();
    for shop in rehearsal::SHOPS {
        if is_busy() {
            break;
        }
        let Ok(abort) = AbortController::new() else {
            break;
        };
        let intake = Intake {
            page: Some(rehearsal::page()),
            started: Some(now_rfc3339()),
            language: language(),
            ..Intake::new(rehearsal::SHOP, Surface::Extension)
        };
        let Ok(mut diagnosis) = Diagnosis::new(intake) else {
            break;
        };
        let home = rehearsal::SHOP.trim_end_matches('/').to_owned();
        let mut run = Run::new(home, rehearsal::SHOP.to_owned(), Phase::Probing);
        let send = async |probe: &Probe, _: &AbortSignal| {
            let answer = shop.answer(probe, true).await;
            // Somebody waits for something real.
            if is_busy() {
                abort.abort();
            }
            answer
        };
        let stop = Stop::begin(&abort.signal());
        let report = driver::run(&mut diagnosis, send, &stop, |report| {
            run.report = Some(report.into());
            to_js(&Entry::new(run.clone(), None));
        })
        .await;
        if abort.signal().aborted() {
            break;
        }
        runs.push(run.clone());
        run.phase = Phase::Done;
        run.report = Some(report.into());
        runs.push(run);
    }
    runs
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

async fn start(url: String, tab: Option<i32>, shop: Option<String>, gateway: Option<String>) {
    let Some(found) = harmless(&url) else {
        return;
    };
    let page = found.page.to_string();
    let known = shop.filter(|shop| origin_of(shop) == origin_of(&url));
    let home_known = known.is_some();
    let shop = known.unwrap_or_else(|| home::expected(&found));
    // The same check is joined; another one of this shop is stopped. A host is asked for one shop at a time.
    while let Some(live) = live_of(&shop) {
        if live.page == page {
            return;
        }
        if is_same(&live.shop, &shop) {
            live.abort.abort();
        }
        sleep(ENDING_MS).await;
    }
    let mut callback = found
        .callback
        .is_some()
        .then(|| found.address().to_string());
    let (mut tab, mut gateway) = (tab, gateway);
    if tab.is_none()
        && let Some(before) = store::load(&shop).await
    {
        tab = before.tab;
        // The same check again.
        if before.run.page_url == page {
            callback = callback.or(before.callback);
            gateway = gateway.or(before.gateway);
        }
    }
    let asks = !Origins::of_host(&host_of(&page)).allowed().await;
    let run = Run {
        home_known,
        ..Run::new(shop, page, Phase::AskingPermission)
    };
    let entry = Entry {
        callback,
        gateway,
        asks,
        ..Entry::new(run, tab)
    };
    if asks {
        // Stored before the browser is asked, so that a permission given in between finds it.
        store::save(&entry);
    }
    spawn_local(go_on(entry, false, !asks));
}

async fn wake(shop: String, refused: bool) {
    if let Some(entry) = store::load(&shop).await {
        spawn_local(go_on(entry, refused, false));
    }
}

async fn cancel(shop: String) {
    let live = live_of(&shop).filter(|live| live.shop == shop || live.before == shop);
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
/// asked, after the end, and while the shop has another run. `allowed` where the browser has just said so.
async fn go_on(mut entry: Entry, refused: bool, allowed: bool) {
    // Both are asked for together.
    let user_agent = store::user_agent(&entry.run.shop);
    let allowed = allowed || Origins::of_host(&host_of(&entry.run.shop)).allowed().await;
    let waits = entry.run.phase == Phase::AskingPermission && !allowed && !refused;
    if waits || !entry.run.phase.is_busy() {
        return;
    }
    let Some(live) = Live::begin(&entry.run) else {
        return;
    };
    if entry.begun == BEGINNINGS {
        give_up(entry);
        return;
    }
    let stop = Stop::begin(&live.0.abort.signal());
    // The browser's question closed the popup: the answer comes to the person.
    let comes = allowed && entry.asks && entry.run.phase == Phase::AskingPermission;
    entry.asks = false;
    entry.begun += 1;
    entry.run.phase = Phase::ReadingPage;
    entry.run.report = None;
    store::save(&entry);
    store::begin(&entry);
    if comes {
        spawn_local(bring_report(entry.run.shop.clone(), entry.tab));
    }
    // It is read while the rest is made ready.
    let open = entry.tab.map(chrome::read_tab);
    let user_agent = user_agent.await;
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
    badge::show(&entry.run, entry.tab).await;
    let page = read_page(&entry, open, mode, stop.signal()).await;
    let in_tab = page.as_ref().and_then(|(_, refusal)| refusal.clone());
    let intake = Intake {
        page: page.map(|(page, _)| page),
        started: Some(now_rfc3339()),
        language: language(),
        gateway: entry.gateway.as_deref().and_then(Gateway::by_id),
        user_agent,
        ..Intake::new(
            entry.callback.as_ref().unwrap_or(&entry.run.page_url),
            Surface::Extension,
        )
    };
    let rules = match rules {
        Some(rules) => Some(rules.await),
        None => None,
    };
    entry.run.phase = match Diagnosis::new(intake) {
        Ok(mut diagnosis) => {
            if settle(&mut entry, &diagnosis) {
                // Another shop than was expected may have another setting.
                let user_agent = store::user_agent(&entry.run.shop).await;
                diagnosis.call_as(user_agent);
            }
            entry.run.phase = Phase::Probing;
            let cut_off = Cell::new(!is_online());
            let send = async |probe: &Probe, stop: &AbortSignal| {
                // Another gateway's provider, or what the person set for the shop that it turned out to be.
                if let (Some(rules), Some(agent)) = (&rules, &probe.user_agent) {
                    rules.call_as(agent).await;
                }
                let answer = fetch::send(probe, mode, stop).await;
                let error = answer.error.as_deref().unwrap_or_default();
                if OFFLINE.iter().any(|words| error.contains(words)) {
                    cut_off.set(true);
                }
                answer
            };
            let report = driver::run(&mut diagnosis, send, &stop, |report| {
                entry.run.report = Some(report.into());
                store::save(&entry);
            })
            .await;
            let heard = report.probes.iter().any(|probe| probe.status.is_some());
            entry.run.report = Some(report.into());
            settle(&mut entry, &diagnosis);
            if !allowed {
                entry.run.in_tab = in_tab.or_else(|| shown_by_page(&entry.run));
                Phase::Refused
            } else if cut_off.get() && !heard {
                entry.run.report = None;
                Phase::Offline
            } else {
                Phase::Done
            }
        }
        Err(error) => Phase::Failed(words::refused_intake(&error).to_owned()),
    };
    drop(rules);
    finish(&entry).await;
}

/// Stores a run that has ended. The faces hear of it first; where the background ends before the rest, the browser's next
/// session begins the run again.
async fn finish(entry: &Entry) {
    store::save(entry);
    if entry.run.phase == Phase::Done {
        store::keep(&entry.run).await;
    }
    store::end(&entry.run.shop);
    badge::show(&entry.run, entry.tab).await;
}

/// Something about this shop ends the background again and again.
fn give_up(mut entry: Entry) {
    entry.run.phase = match entry.run.report {
        Some(_) => Phase::Done,
        None => Phase::Failed(words::broken().to_owned()),
    };
    store::end(&entry.run.shop);
    store::save(&entry);
}

/// What browsers say where this computer has no network.
const OFFLINE: [&str; 2] = ["ERR_INTERNET_DISCONNECTED", "NS_ERROR_OFFLINE"];

/// Calls a run by the home that the diagnosis knows now; says whether that was another one.
fn settle(entry: &mut Entry, diagnosis: &Diagnosis) -> bool {
    let case = diagnosis.case();
    entry.run.home_known |= case.is_home_told();
    let told = home::told(&entry.run.page_url, &case.shop.to_string());
    let Some(shop) = told.filter(|shop| *shop != entry.run.shop) else {
        return false;
    };
    LIVE.with_borrow_mut(|all| {
        if let Some(live) = all.iter_mut().find(|live| live.shop == entry.run.shop) {
            live.shop.clone_from(&shop);
        }
    });
    store::rename(entry, shop);
    true
}

/// Opens the report, unless the popup outlived the browser's question and shows it.
async fn bring_report(shop: String, tab: Option<i32>) {
    let path = report_path(&shop);
    if !chrome::bring_forward("popup.html").await && !chrome::bring_forward(&path).await {
        chrome::open_beside(&path, tab).await;
    }
}

/// What the page alone proves, as far as nothing may be asked.
fn shown_by_page(run: &Run) -> Option<String> {
    let report = run.report.as_ref()?;
    let first = report.causes.first()?;
    let proven = report.verdict == Verdict::Fail && first.confidence == Confidence::Certain;
    proven.then(|| words::page_shows(&first.title))
}

/// The page in the person's tab, as they see it and `open` reads it; where that tab has gone elsewhere or may not be read, as a visitor
/// without cookies gets it. Beside it, in a sentence, who refuses to show it.
async fn read_page(
    entry: &Entry,
    open: Option<impl Future<Output = Option<OpenPage>>>,
    mode: Mode<'_>,
    stop: &AbortSignal,
) -> Option<(PageRead, Option<String>)> {
    let time = AbortSignal::timeout_with_u32(limits::PAGE_MS);
    let stop = fetch::either(stop, &time);
    // A page whose script is busy, or that shows a message, does not answer until it is done.
    let patience = AbortSignal::timeout_with_u32(limits::TAB_MS);
    let patience = fetch::either(&stop, &patience);
    if let Some(open) = open
        && let Some(Some(open)) = fetch::unless(&patience, open).await
        && origin_of(&open.url) == origin_of(&entry.run.page_url)
        // The answer of a callback is no page of the shop.
        && harmless(&open.url).is_some_and(|found| found.callback.is_none())
    {
        let signs = page::read(&open.html, Some(&open.url));
        let home = signs.home.as_deref();
        let home = home.and_then(|home| home::told(&open.url, home));
        // Another shop of the same origin may be open there by now.
        if !entry.run.home_known || home.is_none_or(|home| home == entry.run.shop) {
            let refusal = refusal(open.status, open.html);
            let page = PageRead {
                signs,
                url: open.url,
                hops: Vec::new(),
                status: (open.status != 0).then_some(open.status),
                link_header: None,
            };
            return Some((page, refusal));
        }
    }
    let page = fetch::page(&entry.run.page_url, mode, &stop).await?;
    let page = PageRead {
        signs: page::read_bytes(&page.body, Some(&page.url)),
        url: page.url,
        hops: page.hops,
        status: Some(page.status),
        link_header: page.link_header,
    };
    Some((page, None))
}

/// Who refuses to show the page in a tab, in a sentence.
fn refusal(status: u16, html: String) -> Option<String> {
    let response = Response {
        status,
        headers: Headers::default(),
        body: html,
        body_end: BodyEnd::Whole,
    };
    let name = blocker::recognise(&response, None)
        .and_then(|found| found.entry.named())
        .map(|entry| entry.name);
    match name {
        Some(name) => Some(words::tab_refused(name, status)),
        None if status >= 400 => Some(words::tab_failed(status)),
        None => None,
    }
}

/// A run of this background.
#[derive(Clone)]
struct LiveRun {
    shop: String,
    /// What the shop was called when the run began.
    before: String,
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
            before: run.shop.clone(),
            page: run.page_url.clone(),
            abort: AbortController::new().ok()?,
        };
        LIVE.with_borrow_mut(|all| all.push(live.clone()));
        Some(Self(live))
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        LIVE.with_borrow_mut(|all| all.retain(|live| live.page != self.0.page));
    }
}

/// Whether two addresses are of one shop: http and https are the same.
fn is_same(a: &str, b: &str) -> bool {
    let below =
        |shop: &str| origin_of(shop).and_then(|origin| Some(shop.get(origin.len()..)?.to_owned()));
    host_of(a) == host_of(b) && below(a) == below(b)
}

/// The run that a shop's host has.
fn live_of(shop: &str) -> Option<LiveRun> {
    let host = host_of(shop);
    let same = |live: &&LiveRun| host_of(&live.shop) == host;
    LIVE.with_borrow(|all| all.iter().find(same).cloned())
}
