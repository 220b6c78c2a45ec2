//! Do pretty permalinks work, so that `/wc-api/NAME/` is routed?
//!
//! # What it looks for
//! The permalink structure that the REST link shows, and whether the endpoint answers in its path form, as
//! `/?wc-api=NAME`, and under `/index.php/`.
//!
//! # Why callbacks fail
//! Gateways that write `/wc-api/NAME/` by hand depend on rewriting: with plain permalinks, with `/index.php/`, with a web
//! server that does not rewrite, or with stale rules in WordPress nobody knows the address.
//!
//! # Evidence needed
//! Answers from the path and the query form, or the page's REST link, or the REST index at both of its addresses.
//!
//! # References
//! The matrix measured on WordPress 7.0.4, Apache 2.4 and nginx 1.22.

use crate::case::rest;
use crate::gateway::{Form, Via};
use crate::page::Structure;
use crate::probe::{Purpose, Speaker};
use crate::rest_index::Problem;

use super::{
    Case, CauseId, Check, CheckId, Confidence, Evidence, Found, Judged, Meaning, Note, Reading,
    open_path, unseen_reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::PrettyPermalinks,
    finds: &[
        CauseId::PlainPermalinks,
        CauseId::PathinfoPermalinks,
        CauseId::RewriteNotServed,
        CauseId::StaleRewriteRules,
    ],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    if let Some(judged) = by_via(case) {
        return judged;
    }
    let path = case.reading(Purpose::Endpoint);
    let query = case.reading(Purpose::QueryForm);
    match path {
        Some(path) if path.arrived() && case.cached_callback().is_none() => {
            Judged::pass(path.evidence.clone())
        }
        Some(path) if matches!(path.meaning, Meaning::NotRouted | Meaning::Swallowed) => {
            if case
                .reading(Purpose::Prefixed)
                .is_some_and(|prefixed| case.is_routed(prefixed))
            {
                // Rewriting works; the language check says what does not.
                return Judged::pass(Vec::new());
            }
            match query {
                Some(query) if case.is_routed(query) => unrouted(case, path, query),
                Some(query) if is_behind(case, path, query) => {
                    let mut proof: Vec<Evidence> = path.evidence.iter().take(2).cloned().collect();
                    proof.extend(query.evidence.iter().cloned());
                    Judged::fail(Found::new(
                        CauseId::RewriteNotServed,
                        Confidence::Likely,
                        proof,
                    ))
                }
                _ => by_signs(case, Some(path)),
            }
        }
        _ => by_signs(case, path),
    }
}

/// Where the callback's address does not depend on the permalinks, or follows them.
fn by_via(case: &Case) -> Option<Judged> {
    let via = case.via();
    if via.form(Form::Pretty) == Form::Query {
        return Some(Judged::not_applicable());
    }
    if let Some((structure, sign)) = case.structure()
        && structure != Structure::Pretty
        && case.permalinks().is_some_and(|set| via.works(set))
    {
        return Some(Judged::pass(vec![sign]));
    }
    let path = case.reading(Purpose::Endpoint)?;
    let unknown = path.meaning == (Meaning::Arrived { registered: false });
    if !matches!(via, Via::Rewrite { .. }) || !unknown {
        return None;
    }
    if case.permalinks().is_some_and(|set| !via.works(set)) {
        return Some(by_signs(case, Some(path)));
    }
    if case.is_shown() {
        // The plugin is at work, and WordPress does not know its path.
        let proof = path.evidence.clone();
        let found = Found::new(CauseId::StaleRewriteRules, Confidence::Likely, proof);
        return Some(Judged::fail(found));
    }
    None
}

/// Whether the web server knows nothing of the path, while behind it WordPress fails or is under maintenance.
fn is_behind(case: &Case, path: &Reading, query: &Reading) -> bool {
    let wordpress = matches!(
        query.meaning,
        Meaning::Stopped(CauseId::Maintenance | CauseId::ServerError)
    );
    path.speaker == Speaker::WebServer
        && wordpress
        && case.structure().is_none()
        && !case.is_hidden_by_rule(path)
}

/// The path form is unknown while the query form arrives: which part of the rewriting is missing?
fn unrouted(case: &Case, path: &Reading, works: &Reading) -> Judged {
    if open_path::is_stale(case) || case.answers_change().is_some() {
        // What a cache keeps, or what comes and goes, says nothing of the rules.
        return Judged::unsure(unseen_reason(case));
    }
    let structure = case.structure();
    if case.is_hidden_by_rule(path) {
        // The web server hands pretty addresses to WordPress; the open path says what it does with this one.
        return Judged::pass(Vec::new());
    }
    let (cause, confidence) = match structure.as_ref().map(|(structure, _)| *structure) {
        Some(Structure::Plain) => (CauseId::PlainPermalinks, Confidence::Certain),
        Some(Structure::Pathinfo) => (CauseId::PathinfoPermalinks, Confidence::Certain),
        Some(Structure::Pretty) if path.speaker == Speaker::WebServer => {
            (CauseId::RewriteNotServed, case.twice())
        }
        Some(Structure::Pretty)
            if path.speaker != Speaker::WordPress && pretty_rest(case) == Some(false) =>
        {
            (CauseId::RewriteNotServed, Confidence::Likely)
        }
        Some(Structure::Pretty) if path.speaker == Speaker::WordPress => {
            (CauseId::StaleRewriteRules, case.twice())
        }
        Some(Structure::Pretty) => (CauseId::StaleRewriteRules, Confidence::Likely),
        // Nothing shows the structure. A page in place of the 404 is what a front controller does under plain permalinks.
        None if path.meaning == Meaning::Swallowed && !case.via().works(Form::Query) => {
            (CauseId::PlainPermalinks, Confidence::Likely)
        }
        None if pretty_rest(case) == Some(true) => (CauseId::StaleRewriteRules, Confidence::Likely),
        None if path.speaker == Speaker::WordPress => {
            (CauseId::StaleRewriteRules, Confidence::Likely)
        }
        None => (CauseId::RewriteNotServed, Confidence::Likely),
    };
    // Below its language the address may be routed: until that is known, the rules are not at fault.
    let prefix_open = !case.prefixes().is_empty() && !case.was_asked(Purpose::Prefixed);
    if cause == CauseId::StaleRewriteRules && prefix_open {
        return Judged::unsure(unseen_reason(case));
    }
    let confidence = if works.arrived() {
        confidence
    } else {
        confidence.min(Confidence::Likely)
    };
    let mut proof = Vec::new();
    if let Some((_, sign)) = structure {
        proof.push(sign);
    }
    proof.extend(path.evidence.iter().take(2).cloned());
    proof.extend(works.evidence.iter().cloned());
    if let Some(index) = case.reading(Purpose::PathinfoForm).filter(|r| r.arrived()) {
        proof.extend(index.evidence.iter().cloned());
    }
    Judged::fail(Found::new(cause, confidence, proof))
}

/// The callback's own answer does not tell; the structure on the page or the REST index may.
fn by_signs(case: &Case, path: Option<&Reading>) -> Judged {
    let Some((structure, sign)) = case.structure() else {
        return match pretty_rest(case) {
            Some(true) => Judged::pass(Vec::new()),
            _ => Judged::unsure(unseen_reason(case)),
        };
    };
    let unknown =
        path.is_some_and(|p| matches!(p.meaning, Meaning::NotRouted | Meaning::Swallowed));
    let fail = |cause, confidence, proof: Vec<Evidence>| {
        Judged::fail(Found::new(cause, confidence, proof))
    };
    match (structure, pretty_rest(case)) {
        (Structure::Plain, _) => fail(CauseId::PlainPermalinks, Confidence::Certain, vec![sign]),
        (Structure::Pathinfo, _) => {
            fail(CauseId::PathinfoPermalinks, Confidence::Certain, vec![sign])
        }
        (Structure::Pretty, Some(false)) if path.is_none() => {
            let shown = [Purpose::RestIndex, Purpose::RestNamespace].map(|p| case.rest_asked(p));
            let mut proof = vec![sign];
            proof.extend(shown.into_iter().flatten().map(rest::shown));
            let found = Found::new(CauseId::RewriteNotServed, Confidence::Likely, proof);
            Judged::fail(found.inferred(Note::PrettyRestHidden))
        }
        (Structure::Pretty, Some(false))
            if !unknown || path.is_some_and(|path| path.speaker == Speaker::WebServer) =>
        {
            fail(CauseId::RewriteNotServed, Confidence::Likely, vec![sign])
        }
        (Structure::Pretty, Some(true)) => Judged::pass(vec![sign]),
        (Structure::Pretty, _) => Judged::unsure(unseen_reason(case)),
    }
}

/// Whether the REST index answers at its pretty address: a sign of working rewriting that needs no wc-api. `Some(false)`
/// only where the other address answers, so that the difference is the rewriting.
pub(super) fn pretty_rest(case: &Case) -> Option<bool> {
    let pretty = case
        .rest_answers()
        .find(|(purpose, _)| *purpose == Purpose::RestIndex);
    let query = case
        .rest_answers()
        .find(|(purpose, _)| *purpose == Purpose::RestRoute);
    match (pretty, query) {
        (Some((_, Ok(_) | Err(Problem::Locked { .. }))), _) => Some(true),
        // WordPress's own "not found", or its maintenance page, came the same way.
        (Some((_, Err(Problem::Status(400..)))), _)
            if case
                .reading(Purpose::RestIndex)
                .is_some_and(|reading| reading.speaker == Speaker::WordPress) =>
        {
            Some(true)
        }
        // A redirect of the pretty address, or a refusal, is another fault.
        (
            Some((_, Err(Problem::Status(404) | Problem::NotJson | Problem::NotAnIndex))),
            Some((_, Ok(_) | Err(Problem::Locked { .. }))),
        ) => Some(false),
        // A plain page is not shown the answer, but WordPress lets it read REST wherever there is one.
        (None, Some((_, Ok(_)))) if case.is_rest_hidden(Purpose::RestIndex) => {
            case.answers_without_slash()
        }
        _ => None,
    }
}
