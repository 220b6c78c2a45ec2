//! What a redirect of the callback changes, what becomes of the POST, and where following it ends.

use crate::case::trail::Trail;
use crate::foreign;
use crate::probe::{Method, Purpose};
use crate::shop::{Scheme, Url};

use super::{Asked, Case, CauseId, Found, Meaning, Reading, Redirect};

impl Found {
    /// The redirect's target, the plugin that named itself, and in words: what it changes, what becomes of the POST, and
    /// where following it ends.
    pub(super) fn with_redirect(mut self, case: &Case, from: Purpose, redirect: &Redirect) -> Self {
        let asked = case.asked.iter().find(|asked| {
            asked.probe.purpose == from
                && asked.heard.as_ref().is_some_and(
                    |heard| matches!(&heard.reading.meaning, Meaning::Redirect(seen) if seen == redirect),
                )
        });
        let from_url = asked.and_then(|asked| Url::parse(&asked.probe.url).ok());
        if let Some(to) = &redirect.to {
            self = self.with("location", foreign::address(&to.to_string()));
            if let Some(url) = &from_url
                && self.cause == CauseId::Redirected
            {
                self.notes.push(change(case, url, to));
            }
        }
        if let Some(status) = redirect.status {
            self = self.with("status", status.to_string());
            match status {
                301..=303 => self.notes.push("post-becomes-get"),
                307 | 308 => self.notes.push("post-stays"),
                _ => {}
            }
        }
        if from == Purpose::Endpoint
            && let Some(trail) = case.trail()
        {
            self.notes.extend(end(&trail));
            let hops = trail.steps.iter().skip(1);
            self.evidence.extend(hops.flat_map(|hop| {
                hop.heard
                    .iter()
                    .flat_map(|heard| heard.reading.evidence.clone())
            }));
        }
        self.redirect = Some(redirect.clone());
        self
    }
}

/// Which part of the address a redirect changes, as an id of `text::note`.
fn change(case: &Case, from: &Url, to: &Url) -> &'static str {
    let path = |url: &Url| url.path().to_owned();
    let (old, new) = (path(from), path(to));
    let same_host =
        from.host() == to.host() && (from.port() == to.port() || from.scheme() != to.scheme());
    if !case.shop.same_site(to) {
        return "changes-host";
    }
    if from.query() != to.query() {
        return "changes-address";
    }
    match (same_host, old == new) {
        (true, true) => match (from.scheme(), to.scheme()) {
            (Scheme::Http, Scheme::Https) => "changes-to-https",
            (Scheme::Https, Scheme::Http) => "changes-to-http",
            _ => "changes-nothing",
        },
        (false, true) => "changes-www",
        (true, false) if old.trim_end_matches('/') == new.trim_end_matches('/') => "changes-slash",
        (true, false) if old.eq_ignore_ascii_case(&new) => "changes-case",
        _ => "changes-address",
    }
}

/// Where following the redirect ends, as an id of `text::note`; `None` where nothing was followed.
fn end(trail: &Trail) -> Option<&'static str> {
    if trail.loops {
        return Some("follow-loops");
    }
    let last = trail.steps.last().filter(|_| trail.steps.len() > 1)?;
    let reading: &Reading = &last.heard.as_ref()?.reading;
    Some(match &reading.meaning {
        Meaning::Arrived { .. } | Meaning::Refused if last.probe.method == Method::Get => {
            "follow-arrives-get"
        }
        Meaning::Arrived { .. } | Meaning::Refused => "follow-arrives",
        Meaning::Stopped(CauseId::LoginWall) => "follow-login",
        Meaning::Redirect(redirect) if redirect.to.as_ref().is_some_and(is_login) => "follow-login",
        Meaning::Redirect(_) => "follow-again",
        Meaning::NotRouted => "follow-not-found",
        Meaning::Swallowed => "follow-page",
        Meaning::Stopped(CauseId::Blocked) if is_success(last) => "follow-page",
        Meaning::Stopped(_) | Meaning::Silent(_) => "follow-refused",
        Meaning::Hidden | Meaning::Fits => return None,
    })
}

fn is_success(asked: &Asked) -> bool {
    let response = asked
        .heard
        .as_ref()
        .and_then(|heard| heard.answer.response());
    response.is_some_and(|response| matches!(response.status, 200..=299))
}

fn is_login(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    path.contains("login") || path.contains("my-account")
}
