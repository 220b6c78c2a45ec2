//! Does a language plugin leave the callback address alone?
//!
//! # What it looks for
//! A redirect that puts a language into the path, a path form that is only known below a language, and a home address
//! that carries a language, each tried in both forms. A prefix is no fault by itself.
//!
//! # Why callbacks fail
//! The provider calls `/wc-api/NAME/`, and the plugin routes `/sv/wc-api/NAME/` only, or the other way round.
//!
//! # Evidence needed
//! The answer of the path form, and of the prefixed form where a language is known; from a plain page, the REST index.
//!
//! # References
//! Measured with Polylang 3.8.5, qTranslate-XT 3.16.1 and TranslatePress 3.2.3.

use crate::case::rest::shown;
use crate::gateway::Via;
use crate::probe::Purpose;
use crate::reading::evidence;

use super::{
    Case, CauseId, Check, CheckId, Confidence, Evidence, EvidenceKind, Found, Judged, Meaning,
    Note, Reading, Redirect, request_line, unseen_reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::LanguagePrefix,
    finds: &[
        CauseId::LanguageRedirect,
        CauseId::LanguagePrefixRequired,
        CauseId::LanguagePrefixAdded,
    ],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    let prefixed = case.reading(Purpose::Prefixed);
    let arrives = prefixed
        .is_some_and(|prefixed| case.is_routed(prefixed) && !is_unknown_path(case, prefixed));
    let prefix = tried_prefix(case);
    let Some(path) = case.reading(Purpose::Endpoint) else {
        return from_a_page(case).unwrap_or_else(|| unseen(case));
    };
    let comes_through =
        path.arrived() || path.meaning == Meaning::Fits || case.broke_off().is_some();
    match &path.meaning {
        Meaning::Redirect(redirect) => match language_of(case, redirect) {
            Some(to) => {
                let sure = redirect.by.is_some() || arrives;
                let confidence = if sure {
                    Confidence::Certain
                } else {
                    Confidence::Likely
                };
                Judged::fail(
                    found(CauseId::LanguageRedirect, confidence, path, prefixed, &to)
                        .with_redirect(case, Purpose::Endpoint, redirect),
                )
            }
            None if redirect.to.is_none() && arrives => Judged::fail(found(
                CauseId::LanguageRedirect,
                Confidence::Likely,
                path,
                prefixed,
                &prefix,
            )),
            None => unseen(case),
        },
        Meaning::NotRouted | Meaning::Swallowed if arrives => {
            let refused = case
                .reading(Purpose::QueryForm)
                .is_some_and(Reading::refused);
            let confidence = if refused || !prefixed.is_some_and(Reading::arrived) {
                Confidence::Likely
            } else {
                case.twice()
            };
            if case.answers_change().is_some() {
                return unseen(case);
            }
            Judged::fail(found(
                CauseId::LanguagePrefixRequired,
                confidence,
                path,
                prefixed,
                &prefix,
            ))
        }
        _ if comes_through => match (case.home_prefix(), prefixed) {
            (Some(_), Some(prefixed)) if is_lost(case, prefixed) => Judged::fail(found(
                CauseId::LanguagePrefixAdded,
                Confidence::Certain,
                path,
                Some(prefixed),
                &prefix,
            )),
            (None, _) if !is_multilingual(case) => Judged::not_applicable(),
            _ => Judged::pass(prefixed.unwrap_or(path).evidence.clone()),
        },
        _ => by_query(case, path).unwrap_or_else(|| unseen(case)),
    }
}

/// Whether a form of the address leads nowhere, rather than being refused or half answered.
fn is_lost(case: &Case, prefixed: &Reading) -> bool {
    if is_unknown_path(case, prefixed) {
        return case.reading(Purpose::Endpoint).map(|path| &path.meaning)
            != Some(&prefixed.meaning);
    }
    !prefixed.arrived() && !prefixed.refused() && prefixed.meaning != Meaning::Hidden
}

/// Whether an answer is WordPress's "not found" for a path of the plugin's own.
fn is_unknown_path(case: &Case, reading: &Reading) -> bool {
    let unknown = reading.meaning == (Meaning::Arrived { registered: false });
    unknown && matches!(case.via(), Via::Rewrite { .. })
}

/// The web server keeps the path to itself, and the form that reaches WordPress is sent to a language.
fn by_query(case: &Case, path: &Reading) -> Option<Judged> {
    let query = case
        .reading(Purpose::QueryForm)
        .filter(|_| case.takes_language())?;
    let Meaning::Redirect(redirect) = &query.meaning else {
        return None;
    };
    let to = language_of(case, redirect).filter(|_| path.meaning == Meaning::NotRouted)?;
    let found = found(
        CauseId::LanguageRedirect,
        Confidence::Likely,
        query,
        None,
        &to,
    );
    Some(Judged::fail(found.with_redirect(
        case,
        Purpose::QueryForm,
        redirect,
    )))
}

/// WordPress's home address carries a language, its pretty REST address does not need one, and the other form of REST at the
/// shop's own address shows a plain page nothing. Measured: qTranslate-XT redirects that form as it redirects the
/// callback; TranslatePress, which only adds the language, leaves both alone.
fn from_a_page(case: &Case) -> Option<Judged> {
    let prefix = case.home_prefix().filter(|_| case.page.is_none())?;
    if !case.is_rest_hidden(Purpose::RestRoute) || !case.has_rest_at(Purpose::RestIndex) {
        return None;
    }
    let index = case.rest_asked(Purpose::RestIndex)?;
    let home = [
        "\"home\": \"",
        case.rest()?.home.as_deref().unwrap_or_default(),
        "\"",
    ];
    let route = case.rest_asked(Purpose::RestRoute)?;
    let proof = vec![
        evidence(
            EvidenceKind::Excerpt,
            &request_line(&index.probe),
            &home.concat(),
        ),
        shown(route),
    ];
    let found = Found::new(CauseId::LanguageRedirect, Confidence::Likely, proof)
        .with("prefix", prefix)
        .inferred(Note::LanguageAtTheHome);
    Some(Judged {
        reason: unseen_reason(case),
        ..Judged::fail(found)
    })
}

fn unseen(case: &Case) -> Judged {
    if is_multilingual(case) || case.signs().is_none() {
        Judged::unsure(unseen_reason(case))
    } else {
        Judged::not_applicable()
    }
}

fn is_multilingual(case: &Case) -> bool {
    let of_page = case
        .signs()
        .is_some_and(|s| s.languages.plugin.is_some() || !s.languages.alternates.is_empty());
    of_page || case.home_prefix().is_some() || case.rest().is_some_and(|rest| rest.has("pll/v1"))
}

/// The prefix of the probe that tried one.
fn tried_prefix(case: &Case) -> String {
    let probe = case
        .asked
        .iter()
        .find(|a| a.probe.purpose == Purpose::Prefixed);
    let prefix = probe.and_then(|asked| case.prefix_of_callback(asked.url.path()));
    prefix.map(str::to_owned).unwrap_or_default()
}

/// The language that a redirect of `/wc-api/NAME/` or of `/?wc-api=NAME` puts into the path.
fn language_of(case: &Case, redirect: &Redirect) -> Option<String> {
    let to = redirect.to.as_ref().filter(|to| case.shop.same_site(to))?;
    case.prefix_of_callback(to.path()).map(str::to_owned)
}

fn found(
    cause: CauseId,
    confidence: Confidence,
    path: &Reading,
    prefixed: Option<&Reading>,
    prefix: &str,
) -> Found {
    let proof: Vec<Evidence> = path
        .evidence
        .iter()
        .chain(prefixed.iter().flat_map(|r| &r.evidence))
        .cloned()
        .collect();
    Found::new(cause, confidence, proof).with("prefix", prefix)
}
