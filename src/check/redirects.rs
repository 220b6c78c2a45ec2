//! What a redirect of the callback changes, what becomes of the POST, and where following it ends.

use crate::case::trail::Trail;
use crate::foreign;
use crate::probe::{Method, Purpose};
use crate::shop::{Scheme, Url};

use super::{Asked, Case, CauseId, Found, Meaning, Note, Reading, Redirect};

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
        let from_url = asked.map(|asked| &asked.url);
        if let Some(to) = &redirect.to {
            self = self.with("location", foreign::address(&to.to_string()));
            if let Some(url) = from_url
                && self.cause == CauseId::Redirected
            {
                self.notes.push(change(case, url, to));
            }
        }
        if let Some(status) = redirect.status {
            self = self.with("status", status.to_string());
            match status {
                301..=303 => self.notes.push(Note::PostBecomesGet),
                307 | 308 => self.notes.push(Note::PostStays),
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

/// Which part of the address a redirect changes.
fn change(case: &Case, from: &Url, to: &Url) -> Note {
    let path = |url: &Url| url.path().to_owned();
    let (old, new) = (path(from), path(to));
    let same_host =
        from.host() == to.host() && (from.port() == to.port() || from.scheme() != to.scheme());
    if !case.shop.same_site(to) {
        return Note::ChangesHost;
    }
    if from.query() != to.query() {
        return Note::ChangesAddress;
    }
    match (same_host, old == new) {
        (true, true) => match (from.scheme(), to.scheme()) {
            (Scheme::Http, Scheme::Https) => Note::ChangesToHttps,
            (Scheme::Https, Scheme::Http) => Note::ChangesToHttp,
            _ => Note::ChangesNothing,
        },
        (false, true) => Note::ChangesWww,
        (true, false) if old.trim_end_matches('/') == new.trim_end_matches('/') => {
            Note::ChangesSlash
        }
        (true, false) if old.eq_ignore_ascii_case(&new) => Note::ChangesCase,
        _ => Note::ChangesAddress,
    }
}

/// Where following the redirect ends; `None` where nothing was followed.
fn end(trail: &Trail) -> Option<Note> {
    if trail.loops {
        return Some(Note::FollowLoops);
    }
    let last = trail.steps.last().filter(|_| trail.steps.len() > 1)?;
    let reading: &Reading = &last.heard.as_ref()?.reading;
    Some(match &reading.meaning {
        Meaning::Arrived { .. } | Meaning::Refused if last.probe.method == Method::Get => {
            Note::FollowArrivesGet
        }
        Meaning::Arrived { .. } | Meaning::Refused => Note::FollowArrives,
        Meaning::Stopped(CauseId::LoginWall) => Note::FollowLogin,
        Meaning::Redirect(redirect) if redirect.to.as_ref().is_some_and(is_login) => {
            Note::FollowLogin
        }
        Meaning::Redirect(_) => Note::FollowAgain,
        Meaning::NotRouted => Note::FollowNotFound,
        Meaning::Swallowed => Note::FollowPage,
        Meaning::Stopped(CauseId::Blocked) if is_success(last) => Note::FollowPage,
        Meaning::Stopped(_) | Meaning::Silent(_) => Note::FollowRefused,
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
