//! Is the way to wc-api open, with nothing in front that refuses or redirects?
//!
//! # What it looks for
//! Refusals, challenges, passwords, maintenance pages, server errors, redirects, caches and silence at the endpoint, as
//! the provider calls it and as a browser does.
//!
//! # Why callbacks fail
//! Whatever answers in WooCommerce's place keeps the call.
//!
//! # Evidence needed
//! The endpoint's answer; the pair of profiles tells a rule against the caller from one against everybody.
//!
//! # References
//! [`crate::blocker`].

use crate::case::rest::shown;
use crate::gateway::Via;
use crate::page::Structure;
use crate::probe::{NoAnswer, Outcome, Purpose, Response, Speaker, TlsFault};
use crate::reading::{cache_hit, evidence};
use crate::shop::{Scheme, Url};

use super::{
    Asked, Case, CauseId, Check, CheckId, Confidence, Entry, Evidence, EvidenceKind, Found, Judged,
    Meaning, Note, Reading, Reason, Redirect, Variant, callers, pretty_permalinks::pretty_rest,
    request_line, unseen_reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::OpenPath,
    finds: &[
        CauseId::TlsBroken,
        CauseId::Unreachable,
        CauseId::CallerBlocked,
        CauseId::LoginWall,
        CauseId::Challenge,
        CauseId::RateLimited,
        CauseId::Maintenance,
        CauseId::Blocked,
        CauseId::ServerError,
        CauseId::CachedCallback,
        CauseId::Redirected,
        CauseId::PostRefused,
        CauseId::RestLocked,
    ],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    let Some(path) = case.heard(Purpose::Endpoint) else {
        return by_get_alone(case).unwrap_or_else(|| from_a_page(case));
    };
    if let Some(found) = case.answers_change() {
        return Judged::fail(found);
    }
    let mut by_answer = by_answer(case, case.refused_post().unwrap_or(&path.reading));
    if let Some(first) = by_answer.found.first()
        && let Some(behind) = behind(case, first.cause)
    {
        by_answer.found.push(behind);
    }
    let Some(refused) = callers::caller_blocked(case) else {
        return by_answer;
    };
    // What a browser meets behind the refusal will meet the provider next.
    let mut judged = Judged::fail(refused);
    judged.found.extend(by_answer.found);
    judged
}

/// What refuses a browser's GET of the callback most likely refuses POST too. A GET that arrives says nothing of POST.
fn by_get_alone(case: &Case) -> Option<Judged> {
    let reading = case.reading(Purpose::GetForm)?;
    let Meaning::Stopped(cause) = reading.meaning else {
        return None;
    };
    let found = Found {
        confidence: reading.confidence.min(Confidence::Likely),
        ..stopped(cause, reading)
    };
    (cause != CauseId::PostRefused).then(|| Judged::fail(found))
}

/// What a page learns that may read nothing: that there is an answer, or that the browser got none. Of the latter it is
/// not told the reason, so it is never certain.
fn from_a_page(case: &Case) -> Judged {
    if let Some(found) = slash_redirect(case).or_else(|| name_redirect(case)) {
        return Judged {
            reason: unseen_reason(case),
            ..Judged::fail(found)
        };
    }
    let mut silent = Vec::new();
    for asked in &case.asked {
        let Some(answer) = asked.heard.as_ref().map(|heard| &heard.answer) else {
            continue;
        };
        let seen = match answer.outcome {
            _ if asked.probe.purpose != Purpose::Presence => continue,
            Outcome::Opaque => "an answer that no page may read, after ",
            Outcome::Unreadable | Outcome::NoAnswer(NoAnswer::Timeout) => {
                "the browser got no answer after "
            }
            _ => continue,
        };
        let time = answer.elapsed_ms.unwrap_or_default().to_string();
        let proof = evidence(
            EvidenceKind::Network,
            &request_line(&asked.probe),
            &[seen, &time, " ms"].concat(),
        );
        if answer.outcome == Outcome::Opaque {
            return Judged {
                evidence: vec![proof],
                ..Judged::unsure(unseen_reason(case))
            };
        }
        silent.push(proof);
    }
    if silent.is_empty() {
        return Judged::unsure(unseen_reason(case));
    }
    let found = Found::new(CauseId::Unreachable, Confidence::Likely, silent);
    let found = found.said(Variant::PageGotNothing);
    Judged {
        reason: unseen_reason(case),
        ..Judged::fail(found.note(Note::PageCannotTell))
    }
}

/// A plain page is shown nothing of the index, whose address ends with a slash as the callback's does, and REST answers it
/// at a pretty address without one.
fn slash_redirect(case: &Case) -> Option<Found> {
    if !case.is_rest_hidden(Purpose::RestIndex) || case.answers_without_slash() != Some(true) {
        return None;
    }
    let proof = [Purpose::RestIndex, Purpose::RestNamespace]
        .into_iter()
        .filter_map(|purpose| case.rest_asked(purpose))
        .map(shown)
        .collect();
    let found = Found::new(CauseId::Redirected, Confidence::Likely, proof);
    Some(found.inferred(Note::SlashAtTheEnd))
}

/// WordPress answers a plain page under the other name, with www or without, and says that its home is under this one.
fn name_redirect(case: &Case) -> Option<Found> {
    let home = Url::parse(case.rest()?.home.as_deref()?).ok()?;
    let hidden = [Purpose::RestIndex, Purpose::RestRoute]
        .iter()
        .all(|purpose| case.is_rest_hidden(*purpose));
    if !hidden || home.host() != case.shop.host() {
        return None;
    }
    let proof = case
        .rest_asked(Purpose::RestIndex)
        .into_iter()
        .chain(case.index_asked())
        .map(shown)
        .collect();
    let found = Found::new(CauseId::Redirected, Confidence::Likely, proof);
    Some(found.inferred(Note::OtherNameAnswers))
}

/// What stops every caller behind what stops the callback, as the REST index shows it.
fn behind(case: &Case, before: CauseId) -> Option<Found> {
    let reading = case.reading(Purpose::RestIndex)?;
    let Meaning::Stopped(
        cause @ (CauseId::LoginWall | CauseId::Maintenance | CauseId::ServerError),
    ) = reading.meaning
    else {
        return None;
    };
    // A bare status may be a rule against REST alone.
    reading.blocker.filter(|_| cause != before)?;
    let mut found = stopped(cause, reading);
    found.rank_as = Some(CauseId::GatewayInactive);
    Some(found)
}

fn by_answer(case: &Case, reading: &Reading) -> Judged {
    match &reading.meaning {
        Meaning::Arrived { .. } | Meaning::Refused => match cached(case) {
            Some(found) => Judged::fail(found),
            None => Judged::pass(reading.evidence.clone()),
        },
        Meaning::Stopped(CauseId::Blocked)
            if reading.blocker.is_none() && cached(case).is_some() =>
        {
            cached(case).map_or_else(|| Judged::unsure(None), Judged::fail)
        }
        Meaning::Fits => Judged::unsure(unseen_reason(case).or(Some(Reason::AnswerFits))),
        Meaning::Stopped(cause) => Judged::fail(
            post_refused(case, *cause, reading).unwrap_or_else(|| stopped(*cause, reading)),
        ),
        Meaning::Silent(NoAnswer::NotPermitted | NoAnswer::Cancelled) | Meaning::Hidden => {
            Judged::unsure(unseen_reason(case))
        }
        Meaning::Silent(why) => Judged::fail(silent(case, *why, reading)),
        Meaning::Redirect(redirect) if is_language(case, redirect) => {
            Judged::pass(reading.evidence.clone())
        }
        Meaning::Redirect(redirect) => Judged::fail(
            Found::new(
                CauseId::Redirected,
                reading.confidence,
                reading.evidence.clone(),
            )
            .with_redirect(case, Purpose::Endpoint, redirect),
        ),
        Meaning::NotRouted if case.is_hidden_by_rule(reading) => Judged::fail(
            Found {
                confidence: Confidence::Likely,
                ..stopped(CauseId::Blocked, reading)
            }
            .said(Variant::HiddenByRule),
        ),
        Meaning::NotRouted | Meaning::Swallowed if is_stale(case) => {
            cached(case).map_or_else(|| Judged::unsure(unseen_reason(case)), Judged::fail)
        }
        Meaning::NotRouted | Meaning::Swallowed => match case.reading(Purpose::QueryForm) {
            // The web server did not know the path, and what stands in front of WordPress showed at the other form.
            Some(query) => match query.meaning {
                Meaning::Stopped(behind) => {
                    let mut found = stopped(behind, query);
                    if query.blocker.is_none() {
                        // One sample, without a name.
                        found.confidence = Confidence::Likely;
                    }
                    if case.is_routed(query) {
                        // The site works: what crashes is the handler, and the call does not come that far.
                        found.rank_as = Some(CauseId::GatewayInactive);
                    }
                    Judged::fail(found)
                }
                // Neither form arrives while WooCommerce is at work: who answers stands on the way.
                _ if !case.is_routed(query) && case.shows_woocommerce() => {
                    Judged::unsure(unseen_reason(case))
                }
                _ => Judged::pass(reading.evidence.clone()),
            },
            None if reading.speaker == Speaker::WordPress => Judged::pass(reading.evidence.clone()),
            None => refused_at_rest(case)
                .map_or_else(|| Judged::unsure(unseen_reason(case)), Judged::fail),
        },
    }
}

/// A product that names itself refused the question for REST and asked to be left alone, so that nobody could ask for the
/// callback in the form that reaches it.
fn refused_at_rest(case: &Case) -> Option<Found> {
    let reading = [Purpose::RestIndex, Purpose::RestRoute]
        .into_iter()
        .filter_map(|purpose| case.reading(purpose))
        .find(|reading| reading.blocker.is_some_and(Entry::names_a_product))?;
    let Meaning::Stopped(cause) = reading.meaning else {
        return None;
    };
    // What closes REST leaves every other way alone.
    (cause != CauseId::RestLocked || case.via().rest().is_some()).then(|| Found {
        confidence: Confidence::Likely,
        ..stopped(cause, reading)
    })
}

/// Whether a cache keeps an old page at the callback's address: WooCommerce answers at another form, permalinks are
/// pretty, and what came is the cache's own.
pub(super) fn is_stale(case: &Case) -> bool {
    let routed = case
        .reading(Purpose::QueryForm)
        .is_some_and(|query| query.arrived() || query.meaning == Meaning::Fits);
    let pretty = matches!(case.structure(), None | Some((Structure::Pretty, _)));
    routed && pretty && case.cached_callback().is_some()
}

pub(super) fn stopped(cause: CauseId, reading: &Reading) -> Found {
    let mut found = Found::new(cause, reading.confidence, reading.evidence.clone());
    found.blocker = reading.blocker;
    if let Some(status) = reading
        .evidence
        .iter()
        .find(|e| e.kind == EvidenceKind::Status)
    {
        found = found.with("status", status.what.as_str());
        if cause == CauseId::Blocked && status.what.starts_with('2') {
            found = found.said(Variant::AnswersInstead);
        }
    }
    found
}

/// GET arrives where POST is refused: a rule against the method, or against an empty body.
fn post_refused(case: &Case, cause: CauseId, reading: &Reading) -> Option<Found> {
    let by_get = case.reading(Purpose::GetForm).filter(|r| r.arrived())?;
    if !matches!(cause, CauseId::Blocked | CauseId::PostRefused) {
        return None;
    }
    let mut found = stopped(CauseId::PostRefused, reading);
    if found
        .value("status")
        .is_some_and(|status| status.starts_with('2'))
    {
        // Nothing says no: another answer stands in WooCommerce's place.
        return None;
    }
    found.confidence = case.twice();
    found.evidence.extend(by_get.evidence.iter().cloned());
    Some(found)
}

/// GET gets an answer of whatever kind where POST gets none.
fn post_dropped(case: &Case, reading: &Reading) -> Option<Found> {
    let by_get = case.reading(Purpose::GetForm)?;
    let answered = !matches!(by_get.meaning, Meaning::Silent(_));
    let mut found = stopped(CauseId::PostRefused, reading);
    found.confidence = Confidence::Likely;
    found.evidence.extend(by_get.evidence.iter().cloned());
    answered.then_some(found)
}

/// No HTTP answer: is it https alone, POST alone, or everything?
fn silent(case: &Case, why: NoAnswer, reading: &Reading) -> Found {
    if case.answers_others() {
        let by_method = post_refused(case, CauseId::PostRefused, reading);
        return by_method
            .or_else(|| post_dropped(case, reading))
            .unwrap_or_else(|| {
                Found {
                    confidence: Confidence::Likely,
                    ..stopped(CauseId::Blocked, reading)
                }
                .said(Variant::Dropped)
            });
    }
    let http = case.reading(Purpose::HttpsRedirect);
    let http_answers =
        http.is_some_and(|r| !matches!(r.meaning, Meaning::Silent(_) | Meaning::Hidden));
    let https = case.shop.scheme() == Scheme::Https;
    let mut proof = reading.evidence.clone();
    if https && (why == NoAnswer::Tls || http_answers) {
        proof.extend(http.iter().flat_map(|r| r.evidence.iter().cloned()));
        let fault = tls_fault(case, why);
        let confidence = if why == NoAnswer::Tls || fault.is_some() {
            Confidence::Certain
        } else {
            Confidence::Likely
        };
        let found = Found::new(CauseId::TlsBroken, confidence, proof);
        return match fault {
            Some(fault) => found.said(Variant::Tls(fault)),
            None => found,
        };
    }
    let confidence = if why == NoAnswer::Unknown {
        Confidence::Likely
    } else {
        Confidence::Certain
    };
    Found::new(CauseId::Unreachable, confidence, proof)
}

/// What is wrong with the secure connection, as far as the hand was told. A port that refuses while http answers is
/// closed.
fn tls_fault(case: &Case, why: NoAnswer) -> Option<TlsFault> {
    match why {
        NoAnswer::Refused => Some(TlsFault::PortClosed),
        NoAnswer::Tls => {
            let answer = &case.heard(Purpose::Endpoint)?.answer;
            answer.error.as_deref().and_then(TlsFault::of)
        }
        _ => None,
    }
}

/// Whether the language check accounts for a redirect.
fn is_language(case: &Case, redirect: &Redirect) -> bool {
    match &redirect.to {
        Some(to) => case.shop.same_site(to) && case.prefix_of_callback(to.path()).is_some(),
        None => case
            .reading(Purpose::Prefixed)
            .is_some_and(Reading::arrived),
    }
}

/// A cache that answered the callback in the shop's place.
fn cached(case: &Case) -> Option<Found> {
    let (asked, hit) = case.cached_callback()?;
    let proof: Evidence = evidence(EvidenceKind::Header, &request_line(&asked.probe), &hit);
    Some(Found::new(
        CauseId::CachedCallback,
        Confidence::Likely,
        vec![proof],
    ))
}

impl Case {
    /// The callback's answer, where it began and could not be read to where it tells.
    pub(crate) fn broke_off(&self) -> Option<&Response> {
        let heard = self.heard(Purpose::Endpoint)?;
        let hidden = heard.reading.meaning == Meaning::Hidden;
        heard.answer.response().filter(|_| hidden)
    }

    /// Whether the shop gave any HTTP answer at the scheme that is asked, to whatever request.
    pub(crate) fn answers_others(&self) -> bool {
        let mut asked = self.asked.iter();
        asked.any(|asked| {
            let answered = asked.heard.as_ref().is_some_and(|heard| {
                matches!(
                    heard.answer.outcome,
                    Outcome::Response(_) | Outcome::RedirectHidden
                )
            });
            answered && asked.probe.purpose != Purpose::HttpsRedirect
        })
    }

    /// Whether something before WordPress says "not found" for this address, while its rewriting is proven to work.
    pub(super) fn is_hidden_by_rule(&self, path: &Reading) -> bool {
        let unknown = path.meaning == Meaning::NotRouted
            && !matches!(path.speaker, Speaker::WordPress | Speaker::Gateway);
        if unknown && matches!(self.via(), Via::AdminPost { .. }) {
            // That file is part of every WordPress, whatever the permalinks.
            return self.rest().is_some() || pretty_rest(self) == Some(true);
        }
        let pretty = !matches!(
            self.structure(),
            Some((Structure::Plain | Structure::Pathinfo, _))
        );
        unknown && pretty && pretty_rest(self) == Some(true)
    }

    /// The call that a cache answered, with the header that says so.
    pub(super) fn cached_callback(&self) -> Option<(&Asked, String)> {
        self.callbacks().find_map(|asked| {
            let heard = asked.heard.as_ref()?;
            // A refusal or a redirect is a fault of its own, wherever it was kept.
            let success = |answer: &Response| matches!(answer.status, 200..=299);
            let answered = match heard.reading.meaning {
                Meaning::Arrived { .. } | Meaning::Swallowed | Meaning::NotRouted => true,
                Meaning::Stopped(CauseId::Blocked) => heard.answer.response().is_some_and(success),
                _ => false,
            };
            let hit = cache_hit(heard.answer.response()?)?;
            answered.then_some((asked, hit))
        })
    }
}
