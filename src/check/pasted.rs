//! Answers to commands that a person ran for a page that may not look itself.

use crate::probe::{Answer, Caller, Method, Purpose};
use crate::shop::Url;

use super::Case;

/// The answer to one command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The method of its request.
    pub method: Method,
    /// Its address.
    pub url: Url,
    /// What came back, and whom the request imitated.
    pub answer: Answer,
}

impl Case {
    /// Whether what wc-api answers can be known: the hand may read it, or a person pasted it.
    pub fn reads_callbacks(&self) -> bool {
        self.surface.reads_callbacks() || self.has_pasted_callbacks()
    }

    /// Whether a person pasted what wc-api answers.
    pub fn has_pasted_callbacks(&self) -> bool {
        self.pasted
            .iter()
            .any(|pasted| is_callback(&pasted.url.to_string()))
    }

    /// The pasted answer to a request.
    pub(crate) fn pasted(&self, method: Method, url: &str, caller: Caller) -> Option<&Answer> {
        if self.pasted.is_empty() {
            return None;
        }
        let url = Url::parse(url).ok()?;
        let found = self.pasted.iter().find(|pasted| {
            pasted.method == method && pasted.url == url && pasted.answer.caller == caller
        });
        found.map(|pasted| &pasted.answer)
    }

    /// Whether an answer to a request can be had: the hand may read it, or it was pasted. REST lets any page read it.
    pub(crate) fn can_have(&self, purpose: Purpose, pasted: bool) -> bool {
        let rest = matches!(purpose, Purpose::RestIndex | Purpose::RestRoute);
        self.surface.reads_callbacks() || rest || pasted
    }
}

/// Whether an address is one of wc-api, in any of its forms.
fn is_callback(url: &str) -> bool {
    url.contains("wc-api")
}
