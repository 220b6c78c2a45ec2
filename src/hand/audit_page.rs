//! The extension's page for the audit of a whole site. It asks the pages itself: a page of its own is never put to sleep,
//! as the background is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_net::http::Request;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestRedirect, ResponseType};
use yew::{AppHandle, Callback};

use super::{
    browser::{harmless, host_of, language, now_rfc3339, query_value, set_title, sleep},
    chrome::{self, Origins},
    driver::{InFlight, first},
    faces::{app, copy_it, print},
    fetch::{body, either, milliseconds, now, plain},
    gunzip::gunzip,
    observer::Observer,
    store,
};
use crate::audit::{
    Audit, Came, PAGE_BYTES, Plan, REQUEST_TIMEOUT_MS, Reply, Request as Wanted, SITEMAP_BYTES,
    Stopped, What,
};
use crate::audit_report;
use crate::inquiry::{Inquiry, Step};
use crate::probe::{NoAnswer, network_error};
use crate::shop::Url;
use crate::text;
use crate::ui::{AuditPage, AuditPageProps, AuditPhase};

/// Milliseconds between two drawings of an audit that is under way.
const DRAW_MS: f64 = 250.0;

/// Milliseconds between two times that an audit under way is kept; a large one, which takes longer to write, less often.
const KEEP_MS: f64 = 3_000.0;

/// Pages for each of which another millisecond goes by before an audit is kept again.
const KEEP_PAGES: f64 = 2.0;

/// What `Accept` says: pages.
const ACCEPT: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// Draws the page for the shop in its address.
pub async fn audit_page() {
    let Some(home) = query_value("shop").and_then(|shop| harmless(&shop)) else {
        return;
    };
    let home = home.page.with_query(None);
    let texts = text::audit(language());
    set_title(&[texts.title, ": ", &home.host().to_string()].concat());
    let kept = store::audit(&home.to_string()).await;
    let resumable = kept
        .as_deref()
        .and_then(|kept| Audit::resume(Plan::new(home.clone()), kept));
    let desk = Rc::new(Desk {
        home,
        audit: RefCell::default(),
        stop: RefCell::default(),
        running: Cell::new(false),
        began: Cell::new(0.0),
        before: Cell::new(0),
        drawn: Cell::new(0.0),
        kept: Cell::new(0.0),
        pages: Cell::new(0),
        face: RefCell::default(),
        resumable: Cell::new(resumable.is_some()),
    });
    desk.audit.replace(resumable);
    desk.draw(AuditPhase::Ready, false);
}

struct Desk {
    home: Url,
    audit: RefCell<Option<Audit>>,
    /// Ends what is under way.
    stop: RefCell<Option<AbortController>>,
    running: Cell<bool>,
    /// When the audit began or went on, and how many pages were read by then.
    began: Cell<f64>,
    before: Cell<usize>,
    drawn: Cell<f64>,
    kept: Cell<f64>,
    /// How many pages the person chose.
    pages: Cell<usize>,
    face: RefCell<Option<AppHandle<AuditPage>>>,
    /// Whether what is kept can go on.
    resumable: Cell<bool>,
}

impl Desk {
    fn draw(self: &Rc<Self>, phase: AuditPhase, refused: bool) {
        let report = match &*self.audit.borrow() {
            Some(audit) => audit_report::report(audit, language()),
            None => audit_report::report(&Audit::new(Plan::new(self.home.clone())), language()),
        };
        let done = report.pages.read + report.pages.failed;
        let seconds = (now() - self.began.get()) / 1000.0;
        let pace =
            f64::from(u32::try_from(done.saturating_sub(self.before.get())).unwrap_or(0)) / seconds;
        let to_go = u32::try_from(report.pages.found.saturating_sub(done)).unwrap_or(0);
        // The first moments say little.
        let known = phase == AuditPhase::Running && seconds > 1.0 && pace >= 1.0;
        let act = |act: fn(&Rc<Self>)| {
            let desk = Rc::clone(self);
            Callback::from(move |()| act(&desk))
        };
        let props = AuditPageProps {
            shop: self.home.to_string().into(),
            phase,
            report: report.into(),
            pace: known.then(|| milliseconds(pace)),
            left: known.then(|| milliseconds(f64::from(to_go) / pace)),
            resumable: self.resumable.get(),
            refused,
            language: language(),
            on_start: {
                let desk = Rc::clone(self);
                Callback::from(move |pages| desk.start(pages))
            },
            on_resume: act(Self::resume),
            on_pause: act(Self::pause),
            on_cancel: act(Self::cancel),
            on_copy: Callback::from(copy_it),
            on_print: Callback::from(|()| print()),
        };
        let face = &mut *self.face.borrow_mut();
        match face {
            Some(face) => face.update(props),
            None => {
                *face = app().map(|root| yew::Renderer::with_root_and_props(root, props).render());
            }
        }
        self.drawn.set(now());
    }

    fn start(self: &Rc<Self>, pages: usize) {
        // Again, with as many as before.
        if pages > 0 {
            self.pages.set(pages);
        }
        let plan = Plan {
            pages: self.pages.get(),
            started: Some(now_rfc3339()),
            ..Plan::new(self.home.clone())
        };
        self.allowed(move |desk| {
            desk.audit.replace(Some(Audit::new(plan)));
            desk.run();
        });
    }

    fn resume(self: &Rc<Self>) {
        self.allowed(|desk| {
            if let Some(audit) = &mut *desk.audit.borrow_mut() {
                audit.go_on();
            }
            desk.run();
        });
    }

    /// Does it once the browser lets the site be read.
    fn allowed(self: &Rc<Self>, act: impl FnOnce(&Rc<Self>) + 'static) {
        let granted = Origins::of_shop(&host_of(&self.home.to_string())).request();
        let desk = Rc::clone(self);
        spawn_local(async move {
            if granted.await {
                act(&desk);
            } else {
                desk.draw(AuditPhase::Ready, true);
            }
        });
    }

    fn pause(self: &Rc<Self>) {
        if let Some(audit) = &mut *self.audit.borrow_mut() {
            audit.pause(true);
        }
    }

    fn cancel(self: &Rc<Self>) {
        if let Some(audit) = &mut *self.audit.borrow_mut() {
            audit.stop(Stopped::Cancelled);
        }
        if let Some(stop) = &*self.stop.borrow() {
            stop.abort();
        }
        if !self.running.get() {
            self.finish();
        }
    }

    fn run(self: &Rc<Self>) {
        if self.running.replace(true) {
            return;
        }
        let counts = self
            .audit
            .borrow()
            .as_ref()
            .map(Audit::counts)
            .unwrap_or_default();
        self.before.set(counts.read + counts.failed);
        self.began.set(now());
        self.draw(AuditPhase::Running, false);
        let desk = Rc::clone(self);
        spawn_local(async move {
            desk.ask().await;
            desk.running.set(false);
            desk.finish();
        });
    }

    /// Asks until nothing is left to ask, or the person wants it to rest.
    async fn ask(self: &Rc<Self>) {
        let Ok(stop) = AbortController::new() else {
            return;
        };
        let signal = stop.signal();
        self.stop.replace(Some(stop));
        let tab = chrome::own_tab().await;
        let observer = tab.and_then(Observer::begin_in);
        let mut flight: Vec<InFlight<'_, u32, Reply>> = Vec::new();
        loop {
            while let Some(request) = self.next() {
                let (observer, signal) = (observer.as_ref(), &signal);
                flight.push(Box::pin(async move {
                    let reply = send(&request, observer, signal).await;
                    (request.id, reply)
                }));
            }
            if flight.is_empty() {
                return;
            }
            let (id, reply) = first(&mut flight).await;
            // What the person ended was not answered.
            if !signal.aborted()
                && let Some(audit) = &mut *self.audit.borrow_mut()
            {
                audit.observe(id, reply);
                // The groups keep what is shown of them.
                drop(audit.take_hits());
            }
            self.tell();
            if signal.aborted() {
                return;
            }
        }
    }

    fn next(&self) -> Option<Wanted> {
        let audit = &mut *self.audit.borrow_mut();
        match audit.as_mut()?.next() {
            Step::Send(request) => Some(request),
            Step::Wait | Step::Done => None,
        }
    }

    /// Draws and keeps what is under way, where it is time.
    fn tell(self: &Rc<Self>) {
        if now() - self.drawn.get() > DRAW_MS {
            self.draw(AuditPhase::Running, false);
        }
        let found = self
            .audit
            .borrow()
            .as_ref()
            .map_or(0, |audit| audit.counts().found);
        let patience = KEEP_MS + f64::from(u32::try_from(found).unwrap_or(u32::MAX)) / KEEP_PAGES;
        if now() - self.kept.get() > patience {
            self.keep();
        }
    }

    fn keep(&self) {
        self.kept.set(now());
        if let Some(audit) = &*self.audit.borrow() {
            store::keep_audit(&self.home.to_string(), &audit.save());
        }
    }

    /// The audit rests or has ended: what can go on is kept, and the report of what was found beside the shop's own.
    fn finish(self: &Rc<Self>) {
        let (paused, goes_on) = match &*self.audit.borrow() {
            Some(audit) => {
                let report = audit_report::report(audit, language());
                let markdown = audit_report::markdown(&report, language());
                store::keep_audit_report(&self.home.to_string(), &markdown);
                let paused = audit.stopped().is_none() && audit.is_paused();
                (paused, paused || audit.stopped().is_some())
            }
            None => (false, false),
        };
        self.resumable.set(goes_on);
        if goes_on {
            self.keep();
        } else {
            store::forget_audit(&self.home.to_string());
        }
        let phase = if paused {
            AuditPhase::Paused
        } else {
            AuditPhase::Done
        };
        self.draw(phase, false);
    }
}

/// Sends one request without cookies and says what came back.
async fn send(request: &Wanted, observer: Option<&Observer>, stop: &AbortSignal) -> Reply {
    if request.rest_ms > 0 {
        sleep(request.rest_ms).await;
    }
    let mark = ["audit-", &request.id.to_string()].concat();
    let url = [&request.url.to_string(), "#", &mark].concat();
    let begun = now();
    let late = AbortSignal::timeout_with_u32(REQUEST_TIMEOUT_MS);
    let signal = either(stop, &late);
    let asked = Request::get(&url).cache(RequestCache::NoStore);
    let asked = plain(asked, &signal, ACCEPT).redirect(RequestRedirect::Manual);
    let came = match asked.send().await {
        Ok(response) if response.type_() == ResponseType::Opaqueredirect => {
            redirect(observer, &mark).await
        }
        Ok(response) => {
            let keep = match request.what {
                What::Sitemap => SITEMAP_BYTES,
                _ => PAGE_BYTES,
            };
            let (bytes, end) = body(response.body(), keep, &signal).await;
            Came::Answer {
                status: response.status(),
                headers: response.headers().entries().collect(),
                body: gunzip(bytes).await,
                whole: end.is_whole(),
            }
        }
        Err(_) if late.aborted() => Came::Nothing(NoAnswer::Timeout),
        Err(_) => {
            let seen = match observer {
                Some(observer) => observer.of(&mark, |seen| seen.error.is_some()).await,
                None => super::observer::Seen::default(),
            };
            Came::Nothing(
                seen.error
                    .as_deref()
                    .map_or(NoAnswer::Unknown, network_error),
            )
        }
    };
    if let Some(observer) = observer {
        observer.forget(&mark);
    }
    Reply {
        came,
        elapsed_ms: Some(milliseconds(now() - begun)),
    }
}

/// Where a redirect leads, as the browser tells extensions.
async fn redirect(observer: Option<&Observer>, mark: &str) -> Came {
    let seen = match observer {
        Some(observer) => observer.of(mark, |seen| seen.answer.is_some()).await.answer,
        None => None,
    };
    match seen {
        Some((status, headers)) => Came::Answer {
            status,
            headers: headers.into_iter().collect(),
            body: Vec::new(),
            whole: true,
        },
        None => Came::Redirect { ended: None },
    }
}
