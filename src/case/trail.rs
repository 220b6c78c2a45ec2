//! The callback and what was followed from it.

use crate::probe::{Method, Purpose, Speaker, limits};
use crate::reading::{Meaning, Reading};
use crate::rest_index::Problem;
use crate::shop::Url;
use crate::verdict::CauseId;

use super::{Asked, Case, Of};

/// The callback and the hops that were followed from it.
pub(crate) struct Trail<'c> {
    /// The callback first.
    pub(crate) steps: Vec<&'c Asked>,
    /// Whether the last step leads back to one before it.
    pub(crate) loops: bool,
}

impl Case {
    /// The callback and what was asked of the redirect after it; `None` before the callback was answered.
    pub(crate) fn trail(&self) -> Option<Trail<'_>> {
        let first = self.asked(Purpose::Endpoint, self.voice())?;
        first.heard.as_ref()?;
        let mut trail = Trail {
            steps: vec![first],
            loops: false,
        };
        let mut last = first;
        while let Some((method, to)) = after(last) {
            let same = |a: &&Asked| a.url == to && a.probe.method == method;
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
    pub(crate) fn next_hop(&self) -> Option<(Method, Url)> {
        let trail = self.trail().filter(|trail| !trail.loops)?;
        if trail.steps.len() > limits::HOPS {
            return None;
        }
        let (method, to) = after(trail.steps.last()?)?;
        // That a POST does nothing says nothing of a GET.
        let harmless = match self.callback().of {
            Of::Endpoint(endpoint) => method != Method::Get || endpoint.is_asked_by_get(),
            _ => true,
        };
        (harmless && self.is_callback(&to)).then_some((method, to))
    }

    /// Whether WooCommerce was reached by this form of the address, though perhaps not the end: it answered, its handler
    /// crashed while the site works, or a language plugin sends the same call elsewhere.
    pub(crate) fn is_routed(&self, reading: &Reading) -> bool {
        match &reading.meaning {
            Meaning::Arrived { .. } => true,
            // WordPress began to answer, and the rest could not be read.
            Meaning::Hidden | Meaning::Fits => reading.speaker == Speaker::WordPress,
            Meaning::Stopped(CauseId::ServerError) => self
                .rest_answers()
                .any(|(_, rest)| matches!(rest, Ok(_) | Err(Problem::Locked { .. }))),
            Meaning::Redirect(redirect) => {
                redirect.by.is_some() && redirect.to.as_ref().is_some_and(|to| self.is_callback(to))
            }
            _ => false,
        }
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
