//! Several answers in one input: the first that failed leads, and a later success of another form is the proof of why.

use crate::shop::Url;
use crate::verdict::{CauseId, Verdict};

use super::{Explanation, handler, judge::language_of};
use crate::given::Given;

/// Which of several answers leads: the first that failed, else the first of a failing status, else the last.
pub(super) fn lead(explained: &[Explanation]) -> usize {
    let fails = |answer: &Explanation| answer.verdict == Verdict::Fail;
    let other = |answer: &Explanation| {
        answer.verdict != Verdict::Pass && answer.status.is_none_or(|status| status >= 300)
    };
    let first = explained
        .iter()
        .position(|answer| fails(answer) || answer.status.is_some() && other(answer));
    first.unwrap_or(explained.len().saturating_sub(1))
}

/// What another answer proves of the one that failed.
pub(super) struct Proof {
    /// The cause that the two show together.
    pub(super) cause: CauseId,
    /// The language that the working form has.
    pub(super) prefix: Option<String>,
    /// Which answer proves it.
    pub(super) by: usize,
}

/// Compares the answer that leads with the others.
pub(super) fn compare(answers: &[Given], explained: &[Explanation], lead: usize) -> Option<Proof> {
    let failed = Form::of(answers.get(lead)?)?;
    let first = explained.get(lead)?;
    let not_found = matches!(first.status, Some(404 | 410));
    answers
        .iter()
        .zip(explained)
        .enumerate()
        .find_map(|(by, (given, told))| {
            let works = matches!(
                told.cause,
                CauseId::Healthy | CauseId::GatewayInactive | CauseId::GatewayRefused
            );
            let passes =
                works || told.verdict != Verdict::Fail && matches!(told.status, Some(200..=299));
            if by == lead || !passes {
                return None;
            }
            let form = Form::of(given)?;
            if !form.handler.eq_ignore_ascii_case(&failed.handler) {
                return None;
            }
            let proof = |cause| {
                Some(Proof {
                    cause,
                    prefix: None,
                    by,
                })
            };
            if works && not_found && failed.prefix.is_none() && form.prefix.is_some() {
                return Some(Proof {
                    cause: CauseId::LanguagePrefixRequired,
                    prefix: form.prefix,
                    by,
                });
            }
            if works && not_found && failed.is_pretty && !form.is_pretty {
                return proof(match first.cause {
                    CauseId::StaleRewriteRules => CauseId::StaleRewriteRules,
                    _ => CauseId::RewriteNotServed,
                });
            }
            let same = failed.is_pretty == form.is_pretty && failed.prefix == form.prefix;
            let refuses = matches!(
                first.status,
                Some(401 | 403 | 404 | 405 | 406 | 429 | 500..=503)
            );
            if !same || !refuses || first.blocker.is_some() {
                return None;
            }
            let (agents, method) = (
                answers.get(lead).and_then(|lead| lead.agent.as_deref()) != given.agent.as_deref(),
                failed.method != form.method,
            );
            match (agents, method) {
                // Two things differ: either may be what is filtered.
                (true, _) => proof(CauseId::Blocked),
                (false, true)
                    if failed.method == "POST" && matches!(first.status, Some(403..=406)) =>
                {
                    proof(CauseId::PostRefused)
                }
                _ => None,
            }
        })
}

/// The form in which a callback was asked.
struct Form {
    handler: String,
    is_pretty: bool,
    prefix: Option<String>,
    method: String,
}

impl Form {
    fn of(given: &Given) -> Option<Self> {
        let url = super::address(given)?;
        let name = handler(&url)?.split('/').next()?.to_owned();
        Some(Self {
            is_pretty: url.path().contains("/wc-api/") && !url.path().contains("/index.php/"),
            prefix: language_of(&url).map(str::to_owned),
            method: given.method.clone().unwrap_or_else(|| "POST".to_owned()),
            handler: name,
        })
    }
}

/// Addresses of hops: where a redirect leads is what the next answer was asked at.
pub(super) fn follow(answers: &[Given]) -> Vec<Given> {
    let mut answers = answers.to_vec();
    let mut next: Option<String> = None;
    for given in &mut answers {
        if given.url.is_none() {
            given.url = next.take();
        }
        let location = given
            .headers
            .get("location")
            .filter(|_| matches!(given.status, Some(300..=399)));
        next = location.and_then(|location| match given.url.as_deref() {
            Some(url) => Url::parse(url)
                .ok()?
                .join(location)
                .map(|url| url.to_string()),
            None => Some(location.to_owned()),
        });
    }
    answers
}
