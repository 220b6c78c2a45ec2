//! The extension's page for the audit of a whole site. It asks the pages itself: a page of its own is never put to sleep,
//! as the background is.

use std::pin::Pin;

use gloo_net::http::Request;
use web_sys::{AbortSignal, RequestCache, RequestRedirect, ResponseType};

use super::{
    audit_desk::{AuditHand, Desk},
    browser::{harmless, host_of, language, query_value, set_title},
    chrome::{self, Origins},
    faces::app,
    fetch::{body, either, milliseconds, now, plain},
    gunzip::gunzip,
    observer::Observer,
    store,
};
use crate::audit::{
    Came, PAGE_BYTES, REQUEST_TIMEOUT_MS, Reply, Request as Wanted, SITEMAP_BYTES, What,
};
use crate::probe::{NoAnswer, network_error};
use crate::shop::Url;
use crate::text;
use crate::ui::AuditPlace;

/// What `Accept` says: pages.
const ACCEPT: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// Draws the page for the shop in its address.
pub async fn audit_page() {
    let Some((home, root)) = query_value("shop")
        .and_then(|shop| harmless(&shop))
        .zip(app())
    else {
        return;
    };
    let home = home.page.with_query(None);
    let kept = store::audit(&home.to_string()).await;
    let title = text::audit(language()).title;
    set_title(&[title, ": ", &home.host().to_string()].concat());
    Desk::open(Page, home, kept, root, AuditPlace::Extension, None);
}

/// The extension's own page.
struct Page;

impl AuditHand for Page {
    type Line = Option<Observer>;

    const SEES_HTTP: bool = true;

    fn open(&self, home: &Url) -> Pin<Box<dyn Future<Output = Result<Self::Line, String>>>> {
        let granted = Origins::of_shop(&host_of(&home.to_string())).request();
        Box::pin(async move {
            if !granted.await {
                return Err(text::audit(language()).refused.to_owned());
            }
            Ok(chrome::own_tab().await.and_then(Observer::begin_in))
        })
    }

    async fn send(line: &Self::Line, request: &Wanted, stop: &AbortSignal) -> Reply {
        send(request, line.as_ref(), stop).await
    }

    fn trouble(_: &Self::Line) -> Option<String> {
        None
    }

    fn keep(&self, home: &Url, saved: &str) {
        store::keep_audit(&home.to_string(), saved);
    }

    fn forget(&self, home: &Url) {
        store::forget_audit(&home.to_string());
    }

    fn found(&self, home: &Url, markdown: &str) {
        store::keep_audit_report(&home.to_string(), markdown);
    }
}

/// Sends one request without cookies and says what came back.
async fn send(request: &Wanted, observer: Option<&Observer>, stop: &AbortSignal) -> Reply {
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
