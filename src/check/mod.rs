//! The shop's requirements as checks, one a file, and the case that they are judged on.
//!
//! A check is a pure function of the [`Case`]. It never guesses: what it could not see is [`Verdict::Unsure`], with the
//! way to get the answer.

mod answer_time;
mod callback_address;
mod callers;
mod clean_answer;
mod gateway_listens;
mod gateway_version;
mod https_everywhere;
mod language_prefix;
mod open_path;
mod pretty_permalinks;
mod public_address;
mod redirects;
mod repeat;
mod rest_open;
mod woocommerce_answers;

use crate::blocker::Entry;
use crate::case::{Asked, Case, Heard, Stopped, request_line};
use crate::reading::{Meaning, Reading, Redirect};
use crate::verdict::{
    CauseId, CheckId, Confidence, Evidence, EvidenceKind, Note, Reason, Surface, Variant, Verdict,
};

/// One requirement.
#[derive(Debug)]
pub struct Check {
    /// Its id, the file's name in kebab case.
    pub id: CheckId,
    /// The causes that it can find.
    pub finds: &'static [CauseId],
    judge: fn(&Case) -> Judged,
    /// Whether it stands in a report also where there was nothing to judge.
    pub always: bool,
}

/// Every check, in the order in which a call meets its requirement.
pub const CHECKS: &[&Check] = &[
    &public_address::CHECK,
    &callback_address::CHECK,
    &open_path::CHECK,
    &https_everywhere::CHECK,
    &pretty_permalinks::CHECK,
    &language_prefix::CHECK,
    &woocommerce_answers::CHECK,
    &gateway_listens::CHECK,
    &gateway_version::CHECK,
    &answer_time::CHECK,
    &rest_open::CHECK,
    &clean_answer::CHECK,
];

impl Check {
    /// What it says of a case.
    pub fn judged(&self, case: &Case) -> Judged {
        let judged = (self.judge)(case);
        for found in &judged.found {
            debug_assert!(
                self.finds.contains(&found.cause),
                "{} does not declare {}",
                self.id.as_str(),
                found.cause.as_str()
            );
        }
        judged
    }
}

/// What a check says of a case.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Its verdict.
    pub verdict: Verdict,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// The causes behind a [`Verdict::Fail`].
    pub found: Vec<Found>,
    /// Why it is [`Verdict::Unsure`].
    pub reason: Option<Reason>,
}

/// A cause that a check found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Which cause.
    pub cause: CauseId,
    /// How sure.
    pub confidence: Confidence,
    /// The product behind it, where it is known.
    pub blocker: Option<&'static Entry>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// What fills the placeholders of its sentences.
    pub values: Vec<(&'static str, String)>,
    /// The redirect that it is about, whole: only [`crate::foreign::address`] of its target is shown.
    pub redirect: Option<Redirect>,
    /// Ranked in the place of this cause rather than its own.
    pub rank_as: Option<CauseId>,
    /// The sentence in the place of the cause's own, where the callback itself was not seen.
    pub inferred: Option<Note>,
    /// The words in the place of the cause's own, where they would say too much or too little.
    pub words: Option<Variant>,
    /// Sentences that hold in this case, after those of the cause.
    pub notes: Vec<Note>,
}

impl Judged {
    fn pass(evidence: Vec<Evidence>) -> Self {
        Self {
            verdict: Verdict::Pass,
            evidence,
            found: Vec::new(),
            reason: None,
        }
    }

    fn not_applicable() -> Self {
        Self {
            verdict: Verdict::NotApplicable,
            ..Self::pass(Vec::new())
        }
    }

    fn unsure(reason: impl Into<Option<Reason>>) -> Self {
        Self {
            verdict: Verdict::Unsure,
            reason: reason.into(),
            ..Self::pass(Vec::new())
        }
    }

    fn fail(found: Found) -> Self {
        Self {
            verdict: Verdict::Fail,
            evidence: found.evidence.clone(),
            found: vec![found],
            reason: None,
        }
    }
}

impl Found {
    pub(crate) fn new(cause: CauseId, confidence: Confidence, evidence: Vec<Evidence>) -> Self {
        Self {
            cause,
            confidence,
            blocker: None,
            evidence,
            values: Vec::new(),
            redirect: None,
            rank_as: None,
            inferred: None,
            words: None,
            notes: Vec::new(),
        }
    }

    /// Found without seeing the callback: the sentence says from what.
    const fn inferred(mut self, id: Note) -> Self {
        self.inferred = Some(id);
        self
    }

    /// Said in the words of this variant.
    pub(crate) const fn said(mut self, id: Variant) -> Self {
        self.words = Some(id);
        self
    }

    pub(crate) fn note(mut self, id: Note) -> Self {
        self.notes.push(id);
        self
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The value of a placeholder.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| v.as_str())
    }
}

/// Why the callback's own answer does not tell; `None` where another finding says it already.
fn unseen_reason(case: &Case) -> Option<Reason> {
    use crate::probe::NoAnswer;
    match case.stopped {
        Some(Stopped::Cancelled) => return Some(Reason::Cancelled),
        Some(Stopped::OutOfTime) => return Some(Reason::OutOfTime),
        None => {}
    }
    let reading = case.reading(crate::probe::Purpose::Endpoint);
    match reading.map(|r| &r.meaning) {
        _ if !case.reads_callbacks() => Some(if case.is_forbidden() {
            Reason::HttpFromHttps
        } else {
            Reason::CallbackUnreadable
        }),
        // A page needs no permission for its own shop; its own rules refused.
        Some(Meaning::Silent(NoAnswer::NotPermitted)) if case.surface == Surface::InPage => {
            Some(Reason::PageForbids)
        }
        Some(Meaning::Silent(NoAnswer::NotPermitted)) => Some(Reason::NotPermitted),
        Some(Meaning::Silent(NoAnswer::Cancelled)) => Some(Reason::Cancelled),
        Some(Meaning::Redirect(Redirect { to: None, .. })) => Some(Reason::RedirectHidden),
        Some(Meaning::Hidden) if case.broke_off().is_some() => Some(Reason::AnswerBrokeOff),
        Some(Meaning::Hidden) => Some(Reason::CallbackUnreadable),
        // Commands were run, but not these.
        None if !case.surface.reads_callbacks() => Some(Reason::CallbackUnreadable),
        _ => None,
    }
}
