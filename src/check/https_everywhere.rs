//! Does the shop say https of itself everywhere?
//!
//! # What it looks for
//! The scheme of the shop's own address, of the address stored in WordPress, of the links that WordPress builds, and of
//! what its pages load.
//!
//! # Why callbacks fail
//! A gateway builds its callback from WordPress's home address. If that is http, the provider calls http and depends on a
//! redirect, which may lose the call.
//!
//! # Evidence needed
//! The page, or the REST index: only the index shows the stored address, since WordPress follows the request's scheme.
//!
//! # References
//! Measured on WordPress 7.0.4; the provider's requirement of https for the whole site: docs.krokedil.com.

use crate::page::{HttpRefs, PageSigns, Refs, Sign};
use crate::probe::Purpose;
use crate::reading::evidence;
use crate::shop::{Reach, Scheme, Url, is_demo, reach};

use super::{
    Asked, Case, CauseId, Check, CheckId, Confidence, Evidence, EvidenceKind, Found, Judged,
    Meaning, Note, Reading, Reason, request_line,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::HttpsEverywhere,
    finds: &[
        CauseId::HttpHomeUrl,
        CauseId::MixedContent,
        CauseId::Redirected,
    ],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    // Only the demo shops about https have https.
    let demo = is_demo(case.shop.host()) && case.shop.scheme() == Scheme::Https;
    if reach(case.shop.host()) != Reach::Public && !demo {
        return Judged::not_applicable();
    }
    let redirected = redirected(case);
    let http_home = http_home(case).map(|mut home| {
        // The call that goes to http meets this redirect; https needs none.
        if let Some(upgrade) = &redirected {
            home.evidence.extend(upgrade.evidence.iter().cloned());
            home.notes.extend(&upgrade.notes);
            home.values.extend(upgrade.values.iter().cloned());
        }
        home
    });
    let redirected = redirected.filter(|_| http_home.is_none());
    let found: Vec<Found> = [http_home, redirected, mixed_content(case)]
        .into_iter()
        .flatten()
        .collect();
    if let Some(first) = found.first() {
        return Judged {
            found: found.clone(),
            ..Judged::fail(first.clone())
        };
    }
    match stored(case) {
        // The addresses are in order; what pages load was not looked at.
        Some((_, proof)) if case.signs().is_none() => Judged {
            evidence: vec![proof],
            ..Judged::unsure(Reason::PageNotRead)
        },
        Some((_, proof)) => Judged::pass(vec![proof]),
        None if case.signs().is_some_and(|signs| signs.rest_link.is_some()) => {
            Judged::pass(page_signs(case).into_iter().take(1).collect())
        }
        None if case.is_rest_closed() => Judged::unsure(Reason::RestClosed),
        None => Judged::unsure(Reason::RestUnreadable),
    }
}

/// WordPress builds http addresses.
fn http_home(case: &Case) -> Option<Found> {
    let mut proof = Vec::new();
    let mut confidence = Confidence::Certain;
    let named = case.shop.scheme() == Scheme::Http;
    let inferred = named && !is_seen(case);
    if named && (is_seen(case) || is_unseen_at_both(case)) {
        proof.push(evidence(EvidenceKind::Url, &case.shop.to_string(), "http"));
    } else if let Some(signs) = case.signs().filter(|signs| links_are_http(signs)) {
        // Links that an author typed with http are no sign of the address that WordPress builds with.
        let examples = &signs.http_refs.links.examples;
        proof.extend(examples.iter().filter(|sign| is_built(sign)).map(of_page));
        if proof.is_empty() && signs.rest_link.is_some() {
            proof.extend(page_signs(case));
        }
    }
    if let Some((Scheme::Http, stored)) = stored(case) {
        let home = case
            .rest()
            .and_then(|rest| rest.home.as_deref())
            .and_then(|home| Url::parse(home).ok());
        if proof.is_empty() && home.is_some_and(|home| home.scheme() == Scheme::Https) {
            confidence = Confidence::Likely;
        }
        proof.push(stored);
    }
    if let Some(built) = built(case) {
        confidence = Confidence::Certain;
        proof.push(built);
    }
    if inferred && proof.len() == 1 && stored(case).is_none() {
        let found = Found::new(CauseId::HttpHomeUrl, Confidence::Likely, proof);
        let found = found.inferred(Note::HttpTyped);
        return Some(found.with("shop", case.shop.with_scheme(Scheme::Https).to_string()));
    }
    (!proof.is_empty()).then(|| {
        Found::new(CauseId::HttpHomeUrl, confidence, proof)
            .with("shop", case.shop.with_scheme(Scheme::Https).to_string())
    })
}

/// Whether a plain page was shown nothing at http, nor at https.
fn is_unseen_at_both(case: &Case) -> bool {
    let over_https = |asked: &Asked| asked.url.scheme() == Scheme::Https;
    let rest = || {
        case.asked
            .iter()
            .filter(|asked| asked.probe.purpose.asks_rest())
    };
    rest().any(over_https) && rest().all(Asked::is_hidden)
}

/// Whether the shop itself was seen at its http address: that somebody typed it so says nothing of the shop.
fn is_seen(case: &Case) -> bool {
    let is_http = |url: &str| url.starts_with("http://");
    let page = case.page.as_ref();
    let by_page =
        page.is_some_and(|page| page.status.is_some_and(|s| s < 300) && is_http(&page.url));
    let answered = |asked: &Asked| {
        let reading = asked.heard.as_ref().map(|heard| &heard.reading);
        asked.url.scheme() == Scheme::Http && reading.is_some_and(Reading::arrived)
    };
    by_page || case.asked.iter().any(answered)
}

/// The REST link shows the scheme that WordPress builds with; without it other links may.
fn links_are_http(signs: &PageSigns) -> bool {
    match signs.rest_link.as_deref() {
        Some(link) => link.starts_with("http://"),
        None => signs.http_refs.links.count > 0,
    }
}

/// An element that WordPress or WooCommerce wrote from the home address, rather than an author.
fn is_built(sign: &Sign) -> bool {
    sign.at.starts_with("link")
}

/// The home address that WordPress built for a request over https, where it built it with http: it does not see the
/// encryption.
fn built(case: &Case) -> Option<Evidence> {
    let text = case.rest()?.home.as_deref()?;
    let home = Url::parse(text)
        .ok()
        .filter(|home| home.scheme() == Scheme::Http && case.shop.same_site(home))?;
    let asked = case
        .index_asked()
        .filter(|a| a.url.scheme() == Scheme::Https)?;
    Some(evidence(
        EvidenceKind::Excerpt,
        &request_line(&asked.probe),
        &["\"home\": \"", &home.to_string(), "\""].concat(),
    ))
}

/// The address that is stored in WordPress, as the REST index gives it.
fn stored(case: &Case) -> Option<(Scheme, Evidence)> {
    let text = case.rest()?.url.as_deref()?;
    let url = Url::parse(text)
        .ok()
        .filter(|url| case.shop.same_site(url))?;
    let asked = case.index_asked()?;
    Some((
        url.scheme(),
        evidence(
            EvidenceKind::Excerpt,
            &request_line(&asked.probe),
            &["\"url\": \"", text, "\""].concat(),
        ),
    ))
}

/// The person named an http address, http is redirected, and nothing shows that WordPress itself says https.
fn redirected(case: &Case) -> Option<Found> {
    if matches!(stored(case), Some((Scheme::Https, _))) || case.shop.scheme() == Scheme::Http {
        return None;
    }
    // Where https does not answer, what http does is no fault of its own.
    let reading = case.reading(Purpose::HttpsRedirect).filter(|_| {
        case.reading(Purpose::Endpoint)
            .is_some_and(Reading::arrived)
    })?;
    let Meaning::Redirect(redirect) = &reading.meaning else {
        return None;
    };
    Some(
        Found::new(
            CauseId::Redirected,
            Confidence::Likely,
            reading.evidence.clone(),
        )
        .with_redirect(case, Purpose::HttpsRedirect, redirect),
    )
}

/// The shop's own files are loaded over http.
fn mixed_content(case: &Case) -> Option<Found> {
    let refs = &case.signs()?.http_refs;
    let own = |refs: &Refs| -> Vec<Evidence> {
        refs.examples
            .iter()
            .filter(|sign| is_own(case, sign))
            .map(of_page)
            .collect()
    };
    let mut proof = own(&refs.active);
    proof.extend(own(&refs.passive));
    proof.extend(own(&refs.form));
    let count = refs.active.count + refs.passive.count + refs.form.count;
    (!proof.is_empty()).then(|| {
        let found = Found::new(CauseId::MixedContent, Confidence::Certain, proof);
        let found = found.with("count", count.to_string());
        if is_proxied(case, refs) {
            found.note(Note::ProxyNotTold)
        } else {
            found
        }
    })
}

/// Whether WordPress writes http for files that it loads itself, while the address that it has stored is https: it takes
/// the visitor's request for http.
fn is_proxied(case: &Case, refs: &HttpRefs) -> bool {
    let by_wordpress = |sign: &Sign| {
        let folders = [
            "/wp-includes/",
            "/wp-content/themes/",
            "/wp-content/plugins/",
        ];
        is_own(case, sign) && folders.iter().any(|folder| sign.what.contains(folder))
    };
    let enqueued = refs.active.examples.iter().any(by_wordpress);
    enqueued && matches!(stored(case), Some((Scheme::Https, _)))
}

fn is_own(case: &Case, sign: &Sign) -> bool {
    Url::parse(&sign.what).is_ok_and(|url| case.shop.same_site(&url))
}

fn of_page(sign: &Sign) -> Evidence {
    evidence(EvidenceKind::Selector, &sign.at, &sign.what)
}

fn page_signs(case: &Case) -> Option<Evidence> {
    let link = case.signs()?.rest_link.as_deref()?;
    Some(evidence(
        EvidenceKind::Selector,
        "link[rel=\"https://api.w.org/\"]",
        link,
    ))
}
