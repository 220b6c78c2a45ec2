//! Several answers in one input: the first that failed leads, and a later success of another form is the proof of why.

use crate::shop::Url;
use crate::verdict::{CauseId, Verdict};

use super::{Explanation, handler, judge::language_of, shown_time};
use crate::given::Given;
use crate::text::{self, Language};

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

/// How many of several calls failed, and when, in sentences; nothing of a single call.
pub(super) fn counted(answers: &[Given], explained: &[Explanation], language: Language) -> String {
    // The hops of one call are no calls.
    let is_told = |given: &Given| given.time.is_some() || given.repeats > 0;
    if !answers.iter().any(is_told) {
        return String::new();
    }
    let calls = |given: &Given| u64::from(given.repeats) + 1;
    let failed: Vec<&Given> = answers
        .iter()
        .zip(explained)
        .filter(|(given, told)| {
            told.verdict == Verdict::Fail
                || told.verdict == Verdict::Unsure
                    && given.status.is_none_or(|status| status >= 300)
        })
        .map(|(given, _)| given)
        .collect();
    let total: u64 = answers.iter().map(calls).sum();
    let count: u64 = failed.iter().map(|given| calls(given)).sum();
    if total < 2 || count == 0 {
        return String::new();
    }
    let texts = text::brain(language);
    let sentence = if count == total {
        texts.all_failed
    } else {
        texts.some_failed
    };
    let (count, total) = (count.to_string(), total.to_string());
    let mut counted = text::fill_known(sentence, &[("count", &count), ("total", &total)]);
    let times: Vec<&str> = failed
        .iter()
        .flat_map(|given| [given.time.as_deref(), given.until.as_deref()])
        .flatten()
        .collect();
    // Dates that begin with the year are in order as they stand; others stay in the text's own.
    let is_sorted = times.iter().all(|time| is_iso(time));
    let ends = if is_sorted {
        (times.iter().min(), times.iter().max())
    } else {
        (times.first(), times.last())
    };
    if let (Some(first), Some(last)) = ends
        && first != last
        && let (Some(first), Some(last)) = (shown_time(Some(first)), shown_time(Some(last)))
    {
        let between = [("time", first.as_str()), ("until", last.as_str())];
        counted.push(' ');
        counted.push_str(&text::fill_known(texts.failed_between, &between));
    }
    counted
}

/// `2025-11-12…`
fn is_iso(time: &str) -> bool {
    let mut bytes = time.bytes();
    let year = bytes.by_ref().take(4).filter(u8::is_ascii_digit).count();
    year == 4 && matches!(bytes.next(), Some(b'-' | b'/'))
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

/// Compares the answer that leads with the others. Commands of one person differ in nothing but what they show.
pub(super) fn compare(
    answers: &[Given],
    explained: &[Explanation],
    lead: usize,
    is_of_commands: bool,
) -> Option<Proof> {
    let all = answers;
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
            // A success of the form that needs no rules, whose text nobody gave, is WooCommerce's.
            let answers = works || given.body.is_none() && told.cause == CauseId::Undetermined;
            if answers && not_found && failed.is_pretty && !form.is_pretty {
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
                all.get(lead).and_then(|lead| lead.agent.as_deref()) != given.agent.as_deref(),
                failed.method != form.method,
            );
            match (agents, method) {
                (true, false) if is_of_commands => proof(CauseId::CallerBlocked),
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
