//! The audit of a whole site over https: an [`Inquiry`] that is asked "what next?" and told "this came back" until every
//! page was read. It finds every place where a page loads, sends or leads to http, and groups them by what mends them.
//!
//! It asks for `robots.txt`, then for the sitemaps, then for the pages that those list and that the pages link to; never for
//! a link that acts (`follow`), and only as fast as the site bears (`manners`). What a browser does with an address is
//! in `class` and `loads`.
//!
//! ```
//! use callback_doctor::audit::{Audit, Plan, Reply};
//! use callback_doctor::inquiry::{Inquiry, Step};
//! use callback_doctor::shop::Url;
//!
//! let mut audit = Audit::new(Plan::new(Url::parse("https://shop.example.com/").unwrap()));
//! // A hand: sends what it is given and says what came back. Here every page is the same.
//! while let Step::Send(request) = audit.next() {
//!     let page = r#"<img src="http://shop.example.com/cup.jpg">"#;
//!     audit.observe(request.id, Reply::page(200, "text/html", page.as_bytes()));
//! }
//! assert_eq!(audit.take_hits()[0].resource, "http://shop.example.com/cup.jpg");
//! ```

mod class;
mod css;
mod follow;
mod frontier;
mod group;
mod hit;
mod lines;
mod loads;
mod manners;
mod policy;
mod robots;
mod scan;
mod site_check;
mod sitemap;

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::inquiry::{Inquiry, Step};
use crate::probe::{Headers, NoAnswer};
use crate::shop::{Scheme, Url, shown_location};
use crate::verdict::Verdict;

pub use class::Class;
pub use follow::acts_pattern;
pub use frontier::PAGES as MOST_PAGES;
pub use group::{Group, Source};
pub use hit::Hit;
pub use manners::{IN_FLIGHT, REQUEST_TIMEOUT_MS, Stopped};
pub use scan::PAGE_BYTES;
pub use site_check::{SiteCheck, SiteCheckId};
pub use sitemap::SITEMAP_BYTES;

use frontier::{By, Frontier};
use group::Groups;
use manners::Pace;
use policy::Policy;
use robots::Robots;
use scan::{Found, NamedAs, Scanned, Scanner};

/// Pages that an audit reads where the person says nothing.
pub const DEFAULT_PAGES: usize = 200;

/// Requests of one audit, at most: its pages, what is asked for twice, sitemaps and style sheets.
pub const MOST_REQUESTS: usize = 60_000;

/// Sitemaps that are read, at most.
const SITEMAPS: usize = 1_000;

/// Style sheets of the site that are read, at most.
const SHEETS: usize = 300;

/// Where sitemaps stand that `robots.txt` does not name: WordPress's own, Yoast's and Rank Math's, All in One SEO's.
/// Source: WordPress 7.0, `class-wp-sitemaps-renderer.php`; the plugins' manuals (read 2026-11-29).
const USUAL_SITEMAPS: [&str; 3] = ["wp-sitemap.xml", "sitemap_index.xml", "sitemap.xml"];

/// Words of an address that name a checkout, in the languages of shops.
const CHECKOUTS: [&str; 14] = [
    "checkout",
    "kasse",
    "kassa",
    "kassan",
    "afrekenen",
    "commander",
    "commande",
    "caisse",
    "finalizar-compra",
    "pago",
    "zahlung",
    "cassa",
    "pagamento",
    "zamowienie",
];

/// What is to be audited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The site's home.
    pub home: Url,
    /// Pages that are to be read.
    pub pages: usize,
    /// Whether pages that `robots.txt` asks crawlers to leave alone are read too, as the person wants.
    pub ignore_robots: bool,
    /// When it begins, RFC 3339, where the hand knows it.
    pub started: Option<String>,
    /// Whether the hand sees where http leads: a page of the shop cannot.
    pub sees_http: bool,
}

impl Plan {
    /// A plan with the usual limits.
    pub fn new(home: Url) -> Self {
        Self {
            home,
            pages: DEFAULT_PAGES,
            ignore_robots: false,
            started: None,
            sees_http: true,
        }
    }
}

/// Why something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// `robots.txt`.
    Robots,
    /// A sitemap. What is packed with gzip is to be unpacked by the hand.
    Sitemap,
    /// A page.
    Page,
    /// A style sheet.
    Sheet,
    /// Once per site.
    Check(SiteCheckId),
}

/// What a hand sends: a GET without cookies, whose redirects are not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its number.
    pub id: u32,
    /// The address.
    pub url: Url,
    /// Why it is asked for.
    pub what: What,
    /// Milliseconds to wait before it is sent.
    pub rest_ms: u32,
}

/// What a hand saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What came back.
    pub came: Came,
    /// Milliseconds until its end, where the hand measures time.
    pub elapsed_ms: Option<u32>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// An answer.
    Answer {
        /// The status.
        status: u16,
        /// Its headers.
        headers: Headers,
        /// The body as bytes, unpacked.
        body: Vec<u8>,
        /// Whether that is all of it.
        whole: bool,
    },
    /// A redirect whose status and target the hand was not shown; and where it ended, if the browser followed it over https.
    Redirect {
        /// The address at its end.
        ended: Option<String>,
    },
    /// Nothing.
    Nothing(NoAnswer),
}

impl Reply {
    /// An answer of which nothing else is known.
    pub fn page(status: u16, kind: &str, body: &[u8]) -> Self {
        Self {
            came: Came::Answer {
                status,
                headers: [("content-type", kind)].into_iter().collect(),
                body: body.to_vec(),
                whole: true,
            },
            elapsed_ms: None,
        }
    }
}

/// An audit under way. No network, no clock, no randomness.
#[derive(Debug)]
pub struct Audit {
    plan: Plan,
    kept: Kept,
    robots: Robots,
    flight: Vec<Request>,
    next_id: u32,
    /// Whether `robots.txt` was asked for, and has answered.
    robots_known: bool,
    robots_asked: bool,
    /// Hits that nobody has taken yet.
    hits: Vec<Hit>,
    pace: Pace,
    stopped: Option<Stopped>,
    wants_no_more: bool,
}

/// How many pages there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageCounts {
    /// Found so far, those that are not to be read left out.
    pub found: usize,
    /// Read.
    pub read: usize,
    /// Ended in an error.
    pub failed: usize,
}

/// What is kept between two sessions of one audit.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Kept {
    home: Option<Url>,
    /// What the person chose at the beginning.
    pages: usize,
    ignore_robots: bool,
    started: Option<String>,
    frontier: Frontier,
    /// What comes before the next page.
    first: VecDeque<(What, Url)>,
    /// Whether the sitemaps and what is asked once per site were put there.
    begun: bool,
    /// Pages that are asked for again: their answers never came, or were none.
    again: Vec<Url>,
    /// Pages that were asked for again because nothing came: the second time it is believed.
    lost: Vec<Url>,
    /// Pages that `robots.txt` keeps back, or the hand.
    disallowed: usize,
    /// Pages whose markup was read.
    scanned: usize,
    /// Kinds of addresses that the site names itself by, over https or not.
    seen: Vec<SiteCheckId>,
    groups: Groups,
    checks: Vec<SiteCheck>,
    read: usize,
    failed: usize,
    /// Sitemaps and sheets that were asked for.
    others: Vec<String>,
    /// Sheets that are loaded by pages with a policy, as long as no page without it was seen to load them.
    #[serde(default)]
    policies: Vec<(String, Policy)>,
    checkout: Option<Url>,
    hsts: Option<String>,
    cut: bool,
}

impl Kept {
    /// What has no answer is asked for again; `robots.txt` each time that the audit begins or goes on.
    fn put_back(&mut self, request: &Request) {
        match request.what {
            What::Page => self.again.push(request.url.clone()),
            What::Robots => {}
            what => self.first.push_front((what, request.url.clone())),
        }
    }
}

impl Audit {
    /// Begins an audit; nothing is asked yet.
    pub fn new(plan: Plan) -> Self {
        let home = plan.home.with_scheme(Scheme::Https);
        let mut audit = Self {
            kept: Kept {
                home: Some(home.clone()),
                pages: plan.pages.min(MOST_PAGES),
                ignore_robots: plan.ignore_robots,
                started: plan.started.clone(),
                ..Kept::default()
            },
            plan: Plan {
                pages: plan.pages.min(MOST_PAGES),
                home: home.clone(),
                ..plan
            },
            robots: Robots::default(),
            flight: Vec::new(),
            next_id: 0,
            robots_known: false,
            robots_asked: false,
            hits: Vec::new(),
            pace: Pace::default(),
            stopped: None,
            wants_no_more: false,
        };
        audit.kept.frontier.add(&home, &home, By::Name);
        audit
    }

    /// Goes on with an audit that was saved by [`Audit::save`], as it was chosen then; of `plan` the home and what the hand
    /// sees count. `None` where the text is none, or of another site.
    pub fn resume(plan: Plan, saved: &str) -> Option<Self> {
        let mut kept: Kept = serde_json::from_str(saved).ok()?;
        let mut audit = Self::new(plan);
        if kept.home.as_ref() != Some(&audit.plan.home) {
            return None;
        }
        kept.frontier.restore();
        kept.groups.restore();
        audit.plan.pages = kept.pages.min(MOST_PAGES);
        audit.plan.ignore_robots = kept.ignore_robots;
        audit.plan.started.clone_from(&kept.started);
        audit.kept = kept;
        Some(audit)
    }

    /// The audit as text, to go on with later. What has no answer yet is asked for again then.
    pub fn save(&self) -> String {
        let mut kept = self.kept.clone();
        for request in &self.flight {
            kept.put_back(request);
        }
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Ends the audit early; the report says why, and that it is not complete.
    pub fn stop(&mut self, why: Stopped) {
        self.stopped.get_or_insert(why);
    }

    /// Lets nothing more be sent for now; what is on its way is still heard.
    pub const fn pause(&mut self, pause: bool) {
        self.wants_no_more = pause;
    }

    /// Whether it was told to rest.
    pub const fn is_paused(&self) -> bool {
        self.wants_no_more
    }

    /// Goes on after a rest, or after it was stopped; the hand has nothing under way any more.
    pub fn go_on(&mut self) {
        for request in std::mem::take(&mut self.flight) {
            self.kept.put_back(&request);
            self.robots_asked &= request.what != What::Robots;
        }
        self.wants_no_more = false;
        self.stopped = None;
    }

    /// Hits that came since the last call, in the order of the pages' answers.
    pub fn take_hits(&mut self) -> Vec<Hit> {
        std::mem::take(&mut self.hits)
    }

    /// Pages that are found, read and failed so far.
    pub fn counts(&self) -> PageCounts {
        PageCounts {
            found: (self.kept.frontier.found() + self.kept.frontier.beyond())
                .saturating_sub(self.kept.disallowed),
            read: self.kept.read,
            failed: self.kept.failed,
        }
    }

    /// The site's home, over https.
    pub const fn home(&self) -> &Url {
        &self.plan.home
    }

    /// When it began, where that is known.
    pub fn started(&self) -> Option<&str> {
        self.plan.started.as_deref()
    }

    /// Why it ended before its end.
    pub const fn stopped(&self) -> Option<&Stopped> {
        self.stopped.as_ref()
    }

    /// Hits by what mends them, the worst first.
    pub fn groups(&self) -> Vec<Group> {
        self.kept.groups.ordered()
    }

    /// Whether every page that was found was read to its end, those left out that the site asks to leave alone.
    pub fn is_complete(&self) -> bool {
        self.stopped.is_none()
            && self.robots_known
            && self.flight.is_empty()
            && !self.kept.cut
            && self.has_read_all()
    }

    /// All of the checks, also those that were not answered.
    pub fn checks(&self) -> Vec<SiteCheck> {
        let all = SiteCheckId::ALL.into_iter();
        all.map(|id| {
            let known = self.kept.checks.iter().find(|check| check.id == id);
            known.cloned().unwrap_or_else(|| self.unanswered(id))
        })
        .collect()
    }

    /// A check that no answer decided by itself.
    fn unanswered(&self, id: SiteCheckId) -> SiteCheck {
        use SiteCheckId::{
            Canonical, CheckoutRedirect, Feeds, Hreflang, Hsts, Sitemaps, TwinCertificate,
        };
        let complete = self.is_complete();
        let nothing = |verdict| (verdict, String::new());
        let (verdict, evidence) = match (id, &self.kept.hsts) {
            (Hsts, Some(hsts)) if hsts.is_empty() => nothing(Verdict::Fail),
            (Hsts, Some(hsts)) => (Verdict::Pass, hsts.clone()),
            (CheckoutRedirect, _) if complete && self.kept.checkout.is_none() => {
                nothing(Verdict::NotApplicable)
            }
            (TwinCertificate, _) if complete => nothing(Verdict::NotApplicable),
            (Canonical | Hreflang | Feeds | Sitemaps, _) if complete => {
                // Only what was seen can be in order.
                nothing(if self.kept.seen.contains(&id) {
                    Verdict::Pass
                } else {
                    Verdict::NotApplicable
                })
            }
            _ => nothing(Verdict::Unsure),
        };
        SiteCheck {
            id,
            verdict,
            evidence,
        }
    }

    /// Pass only where all of it was seen to be right.
    pub fn verdict(&self) -> Verdict {
        let hits = Class::ALL
            .iter()
            .any(|class| self.kept.groups.hits(*class) > 0);
        let failed = |check: &SiteCheck| check.id.counts() && check.verdict == Verdict::Fail;
        if hits || self.kept.checks.iter().any(failed) {
            Verdict::Fail
        } else if self.is_complete() && self.kept.scanned > 0 {
            Verdict::Pass
        } else {
            Verdict::Unsure
        }
    }

    fn has_read_all(&self) -> bool {
        self.kept.read + self.kept.failed + self.kept.disallowed
            >= self.kept.frontier.found() + self.kept.frontier.beyond()
    }

    fn send(&mut self, what: What, url: Url) -> Step<Request> {
        let request = Request {
            id: self.next_id,
            url,
            what,
            rest_ms: self.pace.rest_ms(),
        };
        self.next_id += 1;
        self.flight.push(request.clone());
        Step::Send(request)
    }

    /// The next page that may be asked for.
    fn next_page(&mut self) -> Option<Url> {
        if let Some(url) = self.kept.again.pop() {
            return Some(url);
        }
        loop {
            let limit = self.plan.pages.saturating_add(self.kept.disallowed);
            let url = self.kept.frontier.next(&self.plan.home, limit)?;
            let path = match url.query() {
                Some(query) => [url.path(), "?", query].concat(),
                None => url.path().to_owned(),
            };
            if self.plan.ignore_robots || self.robots.allows(&path) {
                return Some(url);
            }
            self.kept.disallowed += 1;
        }
    }

    fn begin_sitemaps(&mut self) {
        if std::mem::replace(&mut self.kept.begun, true) {
            return;
        }
        let home = self.plan.home.clone();
        let named: Vec<String> = self.robots.sitemaps.clone();
        for text in &named {
            self.add_sitemap(text);
        }
        for path in USUAL_SITEMAPS {
            self.add_sitemap(path);
        }
        if self.plan.sees_http {
            let check = What::Check(SiteCheckId::HomeRedirect);
            self.kept
                .first
                .push_back((check, home.with_scheme(Scheme::Http)));
        }
        if let Some(twin) = home.host().twin().and_then(|twin| {
            let origin = ["https://", &twin.to_string(), home.path()].concat();
            Url::parse(&origin).ok()
        }) && home.port().is_none()
        {
            let check = What::Check(SiteCheckId::TwinCertificate);
            self.kept.first.push_back((check, twin));
        }
    }

    fn add_sitemap(&mut self, text: &str) {
        let Some(url) = self.plan.home.join(text) else {
            return;
        };
        if url.scheme() == Scheme::Http && self.is_own(&url) {
            self.fail(SiteCheckId::Sitemaps, url.to_string());
        }
        self.add_other(What::Sitemap, &url, SITEMAPS);
    }

    fn add_other(&mut self, what: What, url: &Url, limit: usize) {
        let url = url.with_scheme(Scheme::Https);
        let text = url.to_string();
        if self.is_own(&url) && follow::is_harmless(&url) && !self.kept.others.contains(&text) {
            if self.kept.others.len() < limit {
                self.kept.others.push(text);
                self.kept.first.push_back((what, url));
            } else {
                self.kept.cut = true;
            }
        }
    }

    fn is_own(&self, url: &Url) -> bool {
        url.host().same_site(self.plan.home.host())
    }

    fn hear(&mut self, request: &Request, reply: &Reply) {
        let worked = !matches!(reply.came, Came::Nothing(_))
            && !matches!(
                reply.came,
                Came::Answer {
                    status: 403 | 500..,
                    ..
                }
            );
        // What is asked once, and is most often missing, says nothing about the site.
        if matches!(request.what, What::Page | What::Sheet)
            && let Some(why) = self.pace.hear(reply.elapsed_ms, worked)
        {
            self.stop(why);
        }
        if let Came::Answer {
            status,
            headers,
            body,
            ..
        } = &reply.came
            && !matches!(request.what, What::Check(_))
            // What is a page of the shop is looked at once it was read.
            && !(*status == 200 && request.what == What::Page)
            && let Some(why) = manners::asks_to_stop(*status, headers, body)
        {
            return self.refused(request, why);
        }
        let is_check = matches!(request.what, What::Check(_) | What::Robots);
        // Half of it says nothing of the other half; where nothing came, all is unseen.
        self.kept.cut |= !is_check
            && match &reply.came {
                Came::Answer { whole, .. } => !whole,
                Came::Nothing(_) => request.what != What::Page,
                Came::Redirect { .. } => false,
            };
        match request.what {
            What::Robots => {
                if let Came::Answer {
                    status: 200, body, ..
                } = &reply.came
                {
                    self.robots = Robots::read(body);
                }
                self.robots_known = true;
                self.begin_sitemaps();
            }
            What::Sitemap => self.sitemap(&request.url, &reply.came),
            What::Page => self.page(request, &reply.came),
            What::Sheet => {
                if let Came::Answer {
                    status: 200,
                    headers,
                    body,
                    ..
                } = &reply.came
                    && is_style(headers)
                {
                    let policy = self.policy_of(&request.url);
                    let scanned = scan::sheet(&request.url, body, policy);
                    self.take(&request.url, scanned, 200);
                }
            }
            What::Check(id) => self.check(id, &request.url, &reply.came),
        }
    }

    /// An answer was none: the same is asked for again when the audit goes on.
    fn refused(&mut self, request: &Request, why: Stopped) {
        self.kept.put_back(request);
        self.robots_asked &= request.what != What::Robots;
        self.stop(why);
    }

    fn sitemap(&mut self, url: &Url, came: &Came) {
        let (status, headers, body) = match came {
            Came::Answer {
                status,
                headers,
                body,
                ..
            } => (*status, headers, body),
            _ => return,
        };
        if (300..400).contains(&status) {
            if let Some(target) = headers.get("location").and_then(|to| url.join(to)) {
                self.add_sitemap(&target.to_string());
            }
            return;
        }
        if status != 200 {
            return;
        }
        let list = sitemap::read(body);
        for text in list.sitemaps {
            self.add_sitemap(&text);
        }
        for text in list.pages {
            let Some(page) = url.join(&text).filter(|page| self.is_own(page)) else {
                continue;
            };
            self.name(SiteCheckId::Sitemaps, &page);
            if follow::may_follow(&page) {
                self.kept
                    .frontier
                    .add(&page, &self.plan.home.clone(), By::Name);
            }
        }
    }

    fn page(&mut self, request: &Request, came: &Came) {
        let url = &request.url;
        let fail = |status| {
            (
                scan::of_page(url, "", url.to_string(), Class::Failed),
                status,
            )
        };
        let (found, status) = match came {
            Came::Answer {
                status, headers, ..
            } if (300..400).contains(status) => {
                self.kept.read += 1;
                let location = headers.get("location").unwrap_or_default();
                let Some(target) = url.join(location).filter(|_| !location.is_empty()) else {
                    return;
                };
                return self.redirect(url, &target);
            }
            Came::Answer {
                status,
                headers,
                body,
                ..
            } if *status < 400 => {
                let kind = headers.get("content-type").unwrap_or("text/html");
                let saved = headers.get("content-disposition").unwrap_or_default();
                // What is saved as a file is not shown.
                let is_html = kind.to_ascii_lowercase().contains("html")
                    && !saved.trim().to_ascii_lowercase().starts_with("attachment");
                let scanned = is_html.then(|| {
                    let policies = headers.all("content-security-policy").map(str::to_owned);
                    let mut scanner = Scanner::new(url, &policies.collect::<Vec<_>>());
                    scanner.declare(kind);
                    scanner.feed(body);
                    scanner.finish()
                });
                // A page of the shop leads on; what does not may be a challenge in its place.
                if scanned
                    .as_ref()
                    .is_some_and(|scanned| scanned.links.is_empty())
                    && let Some(why) = manners::asks_to_stop(*status, headers, body)
                {
                    return self.refused(request, why);
                }
                self.kept.read += 1;
                if url.path() == self.plan.home.path() && self.kept.hsts.is_none() {
                    let hsts = headers.get("strict-transport-security").unwrap_or_default();
                    self.kept.hsts = Some(hsts.to_owned());
                }
                let policy = scanned.as_ref().map(|scanned| scanned.policy);
                if let Some(scanned) = scanned {
                    self.kept.scanned += 1;
                    self.take(url, scanned, *status);
                }
                let refresh = headers.get("refresh").and_then(scan::refresh);
                if let Some(target) = refresh.and_then(|to| url.join(to)) {
                    self.refresh(url, &target, policy.unwrap_or_default());
                }
                return;
            }
            Came::Redirect { ended } => {
                self.kept.read += 1;
                match ended.as_deref().map(Url::parse) {
                    Some(Ok(target)) => self.redirect(url, &target),
                    // The browser would not go where it leads: to http, or to a site that forbids to be read.
                    _ => self.kept.cut = true,
                }
                return;
            }
            Came::Answer { status, .. } => fail(*status),
            // What the hand may not ask for, or was kept from, says nothing about the site, and was not read.
            Came::Nothing(NoAnswer::NotPermitted | NoAnswer::Cancelled) => {
                self.kept.disallowed += 1;
                self.kept.cut = true;
                return;
            }
            // Once it may be the connection.
            Came::Nothing(_) if !self.kept.lost.contains(url) => {
                self.kept.lost.push(url.clone());
                self.kept.again.push(url.clone());
                return;
            }
            Came::Nothing(_) => fail(0),
        };
        self.kept.failed += 1;
        self.count(found, url, status);
    }

    fn redirect(&mut self, url: &Url, target: &Url) {
        if target.scheme() == Scheme::Http {
            let found = scan::of_page(url, "location", target.to_string(), Class::Redirect);
            self.count(found, url, 0);
        }
        if self.is_own(target) && follow::may_follow(target) {
            let home = self.plan.home.clone();
            self.kept.frontier.add(target, &home, By::Name);
        }
    }

    /// A header that leads on as a `<meta>` of that name does.
    fn refresh(&mut self, url: &Url, target: &Url, policy: Policy) {
        if let Some(class) = class::classify(class::Load::Navigation, target, url, policy) {
            let found = scan::of_page(url, "refresh", target.to_string(), class);
            self.count(found, url, 0);
        }
        if self.is_own(target) && follow::may_follow(target) {
            let home = self.plan.home.clone();
            self.kept.frontier.add(target, &home, By::Name);
        }
    }

    /// A page with this policy loads a sheet: of several pages the one counts that asks for the least.
    fn note_policy(&mut self, sheet: &Url, policy: Policy) {
        let sheet = sheet.to_string();
        let known = self.kept.policies.iter().position(|(one, _)| *one == sheet);
        match known {
            Some(at) if policy == Policy::default() => {
                self.kept.policies.swap_remove(at);
            }
            None if policy != Policy::default() && !self.kept.others.contains(&sheet) => {
                self.kept.policies.push((sheet, policy));
            }
            _ => {}
        }
    }

    fn policy_of(&self, sheet: &Url) -> Policy {
        let sheet = sheet.to_string();
        let mut known = self.kept.policies.iter();
        let known = known.find(|(one, _)| *one == sheet);
        known.map(|(_, policy)| *policy).unwrap_or_default()
    }

    fn take(&mut self, url: &Url, scanned: Scanned, status: u16) {
        self.kept.cut |= scanned.cut;
        for found in scanned.hits {
            self.count(found, url, status);
        }
        for sheet in &scanned.sheets {
            self.note_policy(sheet, scanned.policy);
            self.add_other(What::Sheet, sheet, SITEMAPS + SHEETS);
        }
        for named in scanned.named {
            let id = match named.what {
                NamedAs::Canonical => SiteCheckId::Canonical,
                NamedAs::Hreflang => SiteCheckId::Hreflang,
                NamedAs::Feed => SiteCheckId::Feeds,
            };
            self.name(id, &named.url);
        }
        let home = self.plan.home.clone();
        for link in scanned.links {
            if follow::may_follow(&link) {
                if self.kept.checkout.is_none() && is_checkout(&link) {
                    self.kept.checkout = Some(link.clone());
                    if self.plan.sees_http {
                        let check = What::Check(SiteCheckId::CheckoutRedirect);
                        self.kept
                            .first
                            .push_back((check, link.with_scheme(Scheme::Http)));
                    }
                }
                self.kept.frontier.add(&link, &home, By::Link);
            }
        }
    }

    fn count(&mut self, found: Found, page: &Url, status: u16) {
        self.kept.groups.add(&found, page, status);
        self.hits.push(found.hit);
    }

    fn check(&mut self, id: SiteCheckId, url: &Url, came: &Came) {
        let (verdict, evidence) = match (id, came) {
            (SiteCheckId::TwinCertificate, Came::Nothing(NoAnswer::Dns)) => {
                (Verdict::NotApplicable, String::new())
            }
            (SiteCheckId::TwinCertificate, Came::Nothing(NoAnswer::Tls)) => {
                (Verdict::Fail, url.to_string())
            }
            (SiteCheckId::TwinCertificate, Came::Nothing(_)) | (_, Came::Redirect { .. }) => {
                (Verdict::Unsure, String::new())
            }
            (SiteCheckId::TwinCertificate, Came::Answer { .. }) => (Verdict::Pass, url.to_string()),
            // Where nothing listens on http, nobody comes by it.
            (_, Came::Nothing(NoAnswer::Refused)) => (Verdict::NotApplicable, String::new()),
            (_, Came::Nothing(_)) => (Verdict::Unsure, String::new()),
            (
                _,
                Came::Answer {
                    status, headers, ..
                },
            ) => {
                let location = headers.get("location").unwrap_or_default();
                let target = url.join(location).filter(|_| (300..400).contains(status));
                let secure = target
                    .as_ref()
                    .is_some_and(|target| target.scheme() == Scheme::Https);
                let shown = shown_location(url, location);
                let line = [&status.to_string(), " ", &shown].concat();
                let verdict = if secure {
                    Verdict::Pass
                } else if *status < 400 {
                    Verdict::Fail
                } else {
                    Verdict::Unsure
                };
                (verdict, line.trim().to_owned())
            }
        };
        self.kept.checks.push(SiteCheck {
            id,
            verdict,
            evidence,
        });
    }

    /// Notes an address by which the site names itself.
    fn name(&mut self, id: SiteCheckId, url: &Url) {
        if url.scheme() == Scheme::Http {
            self.fail(id, url.to_string());
        } else if !self.kept.seen.contains(&id) {
            self.kept.seen.push(id);
        }
    }

    /// Notes what is wrong, once.
    fn fail(&mut self, id: SiteCheckId, evidence: String) {
        if self.kept.checks.iter().all(|check| check.id != id) {
            self.kept.checks.push(SiteCheck {
                id,
                verdict: Verdict::Fail,
                evidence,
            });
        }
    }
}

impl Inquiry for Audit {
    type Id = u32;
    type Request = Request;
    type Answer = Reply;

    fn next(&mut self) -> Step<Request> {
        let waiting = |audit: &Self| {
            if audit.flight.is_empty() {
                Step::Done
            } else {
                Step::Wait
            }
        };
        if self.stopped.is_some() || self.wants_no_more {
            return waiting(self);
        }
        if !self.robots_asked {
            self.robots_asked = true;
            return match self.plan.home.join("/robots.txt") {
                Some(url) => self.send(What::Robots, url),
                None => Step::Done,
            };
        }
        if !self.robots_known || self.flight.len() >= self.pace.in_flight() {
            return waiting(self);
        }
        if let Some((what, url)) = self.kept.first.pop_front() {
            return self.send(what, url);
        }
        // What the sitemaps list comes before what pages link to.
        if self
            .flight
            .iter()
            .any(|request| request.what == What::Sitemap)
        {
            return Step::Wait;
        }
        match self.next_page() {
            Some(url) => self.send(What::Page, url),
            None => waiting(self),
        }
    }

    fn observe(&mut self, id: u32, reply: Reply) {
        if let Some(at) = self.flight.iter().position(|request| request.id == id) {
            let request = self.flight.swap_remove(at);
            self.hear(&request, &reply);
        }
    }
}

fn is_checkout(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    path.split('/').any(|word| CHECKOUTS.contains(&word))
}

/// Whether a browser takes an answer for a style sheet. Source: html.spec.whatwg.org, section 4.6.7.
fn is_style(headers: &Headers) -> bool {
    let kind = headers.get("content-type").unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.is_empty() || kind.eq_ignore_ascii_case("text/css")
}

#[cfg(test)]
mod tests;
