//! What a redirect of the callback changes, what becomes of the POST, and where following it ends.

use crate::foreign;
use crate::probe::{Method, Purpose, Speaker, limits};
use crate::rest_index::Problem;
use crate::shop::{Callback, Harmless, Scheme, Url};

use super::{Asked, Case, CauseId, Found, Meaning, Reading, Redirect};

/// The callback and the hops that were followed from it.
pub(super) struct Trail<'c> {
    /// The callback first.
    pub(super) steps: Vec<&'c Asked>,
    /// Whether the last step leads back to one before it.
    pub(super) loops: bool,
}

impl Case {
    /// The callback and what was asked of the redirect after it; `None` before the callback was answered.
    pub(super) fn trail(&self) -> Option<Trail<'_>> {
        let first = self.asked(Purpose::Endpoint, self.voice())?;
        first.heard.as_ref()?;
        let mut trail = Trail {
            steps: vec![first],
            loops: false,
        };
        let mut last = first;
        while let Some((method, to)) = after(last) {
            let url = to.to_string();
            let same = |a: &&Asked| a.probe.url == url && a.probe.method == method;
            trail.loops = trail.steps.iter().any(&same);
            let answered = |a: &&Asked| same(a) && a.heard.is_some();
            let Some(next) = self.asked.iter().find(answered).filter(|_| !trail.loops) else {
                break;
            };
            trail.steps.push(next);
            last = next;
        }
        Some(trail)
    }

    /// The next request of a client that follows the callback's redirect, where it is still the callback's address on
    /// this site and was not asked yet.
    pub(crate) fn next_hop(&self) -> Option<(Method, String)> {
        let trail = self.trail().filter(|trail| !trail.loops)?;
        if trail.steps.len() > limits::HOPS {
            return None;
        }
        let (method, to) = after(trail.steps.last()?)?;
        self.is_callback(&to).then(|| (method, to.to_string()))
    }

    /// Whether WooCommerce was reached by this form of the address, though perhaps not the end: it answered, its handler
    /// crashed while the site works, or a language plugin sends the same call elsewhere.
    pub(super) fn is_routed(&self, reading: &Reading) -> bool {
        match &reading.meaning {
            Meaning::Arrived { .. } => true,
            // WordPress began to answer, and the rest could not be read.
            Meaning::Hidden => reading.speaker == Speaker::WordPress,
            Meaning::Stopped(CauseId::ServerError) => self
                .rest_answers()
                .any(|(_, rest)| matches!(rest, Ok(_) | Err(Problem::Locked { .. }))),
            Meaning::Redirect(redirect) => {
                redirect.by.is_some() && redirect.to.as_ref().is_some_and(|to| self.is_callback(to))
            }
            _ => false,
        }
    }

    /// Whether an address is this callback's, in any form, on this site, and nothing else: a query would be somebody else's
    /// words, and so would be what stands behind the name or is hidden by encoding.
    fn is_callback(&self, url: &Url) -> bool {
        let handler = self
            .gateway
            .probed_endpoint(self.version)
            .and_then(|endpoint| endpoint.via.handler())
            .unwrap_or_default();
        let found = Harmless::of(url);
        let named = matches!(&found.callback, Some(Callback::Handler(name)) if name.eq_ignore_ascii_case(handler));
        named && found.address() == url && url.query().is_none() && self.shop.same_site(url)
    }
}

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

/// Where an answer sends a client, and the method that it would use there.
fn after(asked: &Asked) -> Option<(Method, Url)> {
    let Meaning::Redirect(redirect) = &asked.heard.as_ref()?.reading.meaning else {
        return None;
    };
    let method = match redirect.status? {
        301..=303 => Method::Get,
        307 | 308 => asked.probe.method,
        _ => return None,
    };
    Some((method, redirect.to.clone()?))
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
        Meaning::Arrived { .. } if last.probe.method == Method::Get => "follow-arrives-get",
        Meaning::Arrived { .. } => "follow-arrives",
        Meaning::Stopped(CauseId::LoginWall) => "follow-login",
        Meaning::Redirect(redirect) if redirect.to.as_ref().is_some_and(is_login) => "follow-login",
        Meaning::Redirect(_) => "follow-again",
        Meaning::NotRouted => "follow-not-found",
        Meaning::Swallowed => "follow-page",
        Meaning::Stopped(CauseId::Blocked) if is_success(last) => "follow-page",
        Meaning::Stopped(_) | Meaning::Silent(_) => "follow-refused",
        Meaning::Hidden => return None,
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
