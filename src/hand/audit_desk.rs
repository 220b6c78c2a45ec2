//! An audit of a whole site on a page: asks, draws, rests, goes on, keeps. What it asks through is the page's own
//! ([`AuditHand`]).

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, Element};
use yew::{AppHandle, AttrValue, Callback};

use super::{
    browser::{language, now_rfc3339, sleep},
    driver::{InFlight, first},
    faces::{copy_it, print},
    fetch::{milliseconds, now},
};
use crate::audit::{Audit, Plan, Reply, Request, Stopped};
use crate::audit_report;
use crate::inquiry::{Inquiry, Step};
use crate::shop::Url;
use crate::ui::{AuditPage, AuditPageProps, AuditPhase, AuditPlace};

/// Milliseconds between two drawings of an audit that is under way.
const DRAW_MS: f64 = 250.0;

/// Milliseconds between two times that an audit under way is kept; a large one, which takes longer to write, less often.
const KEEP_MS: f64 = 3_000.0;

/// Pages for each of which another millisecond goes by before an audit is kept again.
const KEEP_PAGES: f64 = 2.0;

/// What an audit asks through, and where it is kept.
pub(super) trait AuditHand: 'static {
    /// What its requests go through while it runs.
    type Line;

    /// Whether it sees where http leads.
    const SEES_HTTP: bool;

    /// Makes ready to ask the site, or says in a sentence why that cannot be. Called in a person's press, before anything
    /// waits.
    fn open(&self, home: &Url) -> Pin<Box<dyn Future<Output = Result<Self::Line, String>>>>;

    /// Sends one request without cookies and says what came back.
    async fn send(line: &Self::Line, request: &Request, stop: &AbortSignal) -> Reply;

    /// Why nothing can be asked through this any more, in a sentence.
    fn trouble(line: &Self::Line) -> Option<String>;

    /// Keeps an audit that may go on.
    fn keep(&self, home: &Url, saved: &str);

    /// Forgets an audit that has ended.
    fn forget(&self, home: &Url);

    /// What was found, as Markdown, stands beside the shop's report from now on.
    fn found(&self, home: &Url, markdown: &str);
}

/// An audit on a page.
pub(super) struct Desk<Hand> {
    hand: Hand,
    home: Url,
    root: Element,
    place: AuditPlace,
    on_report: Option<Callback<()>>,
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
    /// Why the last wish could not be fulfilled.
    trouble: RefCell<Option<AttrValue>>,
}

impl<Hand: AuditHand> Desk<Hand> {
    /// Draws the page for a site; what was `kept` can go on. `on_report` leads back, where no link does.
    pub(super) fn open(
        hand: Hand,
        home: Url,
        kept: Option<String>,
        root: Element,
        place: AuditPlace,
        on_report: Option<Callback<()>>,
    ) -> Rc<Self> {
        let plan = Plan {
            sees_http: Hand::SEES_HTTP,
            ..Plan::new(home.clone())
        };
        let resumable = kept.and_then(|kept| Audit::resume(plan, &kept));
        let desk = Rc::new(Self {
            hand,
            home,
            root,
            place,
            on_report,
            resumable: Cell::new(resumable.is_some()),
            audit: RefCell::new(resumable),
            stop: RefCell::default(),
            running: Cell::new(false),
            began: Cell::new(0.0),
            before: Cell::new(0),
            drawn: Cell::new(0.0),
            kept: Cell::new(0.0),
            pages: Cell::new(0),
            face: RefCell::default(),
            trouble: RefCell::default(),
        });
        desk.draw(AuditPhase::Ready);
        desk
    }

    fn draw(self: &Rc<Self>, phase: AuditPhase) {
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
            place: self.place,
            report: report.into(),
            pace: known.then(|| milliseconds(pace)),
            left: known.then(|| milliseconds(f64::from(to_go) / pace)),
            resumable: self.resumable.get(),
            trouble: self.trouble.borrow().clone(),
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
            on_report: self.on_report.clone(),
        };
        let face = &mut *self.face.borrow_mut();
        if let Some(face) = face {
            face.update(props);
        } else {
            let root = self.root.clone();
            *face = Some(yew::Renderer::with_root_and_props(root, props).render());
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
            sees_http: Hand::SEES_HTTP,
            ..Plan::new(self.home.clone())
        };
        self.run(move |desk| {
            desk.audit.replace(Some(Audit::new(plan)));
        });
    }

    fn resume(self: &Rc<Self>) {
        self.run(|desk| {
            if let Some(audit) = &mut *desk.audit.borrow_mut() {
                audit.go_on();
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

    /// Asks the site once it may be asked; before that the audit is made ready to `begin`.
    fn run(self: &Rc<Self>, begin: impl FnOnce(&Rc<Self>) + 'static) {
        if self.running.replace(true) {
            return;
        }
        let opening = self.hand.open(&self.home);
        let desk = Rc::clone(self);
        spawn_local(async move {
            match opening.await {
                Ok(line) => {
                    desk.trouble.replace(None);
                    begin(&desk);
                    desk.begin_clock();
                    desk.draw(AuditPhase::Running);
                    desk.ask(&line).await;
                    let trouble = Hand::trouble(&line);
                    if trouble.is_some() {
                        // What cannot be asked now can be later.
                        desk.pause();
                    }
                    desk.trouble.replace(trouble.map(AttrValue::from));
                    desk.running.set(false);
                    desk.finish();
                }
                Err(trouble) => {
                    desk.trouble.replace(Some(trouble.into()));
                    desk.running.set(false);
                    desk.draw(desk.phase());
                }
            }
        });
    }

    /// How far an audit has come that is not under way.
    fn phase(&self) -> AuditPhase {
        let audit = self.audit.borrow();
        match &*audit {
            Some(audit) if audit.is_paused() && audit.stopped().is_none() => AuditPhase::Paused,
            Some(audit) if audit.stopped().is_some() => AuditPhase::Done,
            _ => AuditPhase::Ready,
        }
    }

    fn begin_clock(&self) {
        let audit = self.audit.borrow();
        let counts = audit.as_ref().map(Audit::counts).unwrap_or_default();
        self.before.set(counts.read + counts.failed);
        self.began.set(now());
    }

    /// Asks until nothing is left to ask, or the person wants it to rest.
    async fn ask(self: &Rc<Self>, line: &Hand::Line) {
        let Ok(stop) = AbortController::new() else {
            return;
        };
        let signal = stop.signal();
        self.stop.replace(Some(stop));
        let mut flight: Vec<InFlight<'_, u32, Reply>> = Vec::new();
        loop {
            while let Some(request) = self.next() {
                let signal = &signal;
                flight.push(Box::pin(async move {
                    if request.rest_ms > 0 {
                        sleep(request.rest_ms).await;
                    }
                    let reply = Hand::send(line, &request, signal).await;
                    (request.id, reply)
                }));
            }
            if flight.is_empty() {
                return;
            }
            let (id, reply) = first(&mut flight).await;
            let over = signal.aborted() || Hand::trouble(line).is_some();
            // What ended so was not answered.
            if !over && let Some(audit) = &mut *self.audit.borrow_mut() {
                audit.observe(id, reply);
                // The groups keep what is shown of them.
                drop(audit.take_hits());
            }
            self.tell();
            if over {
                return;
            }
        }
    }

    fn next(&self) -> Option<Request> {
        let audit = &mut *self.audit.borrow_mut();
        match audit.as_mut()?.next() {
            Step::Send(request) => Some(request),
            Step::Wait | Step::Done => None,
        }
    }

    /// Draws and keeps what is under way, where it is time.
    fn tell(self: &Rc<Self>) {
        if now() - self.drawn.get() > DRAW_MS {
            self.draw(AuditPhase::Running);
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
            self.hand.keep(&self.home, &audit.save());
        }
    }

    /// The audit rests or has ended: what can go on is kept, and what was found stands beside the shop's report.
    fn finish(self: &Rc<Self>) {
        let (paused, goes_on) = match &*self.audit.borrow() {
            Some(audit) => {
                let report = audit_report::report(audit, language());
                self.hand
                    .found(&self.home, &audit_report::markdown(&report, language()));
                let paused = audit.stopped().is_none() && audit.is_paused();
                (paused, paused || audit.stopped().is_some())
            }
            None => (false, false),
        };
        self.resumable.set(goes_on);
        if goes_on {
            self.keep();
        } else {
            self.hand.forget(&self.home);
        }
        self.draw(if paused {
            AuditPhase::Paused
        } else {
            AuditPhase::Done
        });
    }
}
