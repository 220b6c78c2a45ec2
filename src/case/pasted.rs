//! Answers to commands that a person ran for a page that may not look itself.

use crate::probe::{Answer, Caller, Method, Purpose};
use crate::shop::{Callback, Harmless, Url};

use super::Case;

/// The answer to one command, or to the same request as somebody else made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The method of its request.
    pub method: Method,
    /// Its address.
    pub url: Url,
    /// What came back, and whom the request imitated.
    pub answer: Answer,
    /// Whether it was brought along rather than printed by a command: then it counts as a browser's, since nothing shows
    /// that the provider's profile was asked with.
    pub brought: bool,
}

impl Case {
    /// Whether what wc-api answers can be known: the hand may read it, or a person pasted it.
    pub fn reads_callbacks(&self) -> bool {
        self.surface.reads_callbacks() || self.has_pasted_callbacks()
    }

    /// Whether a person pasted what wc-api answers.
    pub fn has_pasted_callbacks(&self) -> bool {
        self.pasted.iter().any(|pasted| is_callback(&pasted.url))
    }

    /// Whether a command asked wc-api as the provider does.
    pub(crate) fn has_pasted_provider(&self) -> bool {
        let mut pasted = self.pasted.iter();
        pasted.any(|p| p.answer.caller == Caller::Provider && is_callback(&p.url))
    }

    /// Whether a person brought answers along whose caller and network are not known.
    pub(crate) fn has_brought_answers(&self) -> bool {
        self.pasted.iter().any(|pasted| pasted.brought)
    }

    /// The pasted answer to a request.
    pub(crate) fn pasted(&self, method: Method, url: &Url, caller: Caller) -> Option<&Answer> {
        if self.pasted.is_empty() {
            return None;
        }
        let found = self.pasted.iter().find(|pasted| {
            pasted.method == method && pasted.url == *url && pasted.answer.caller == caller
        });
        found.map(|pasted| &pasted.answer)
    }

    /// Where the pasted redirects of the page lead, as far as nobody went.
    pub(crate) fn next_page(&self) -> Option<Url> {
        let pages = || self.pasted.iter().filter(|pasted| pasted.is_page());
        let ends = pages().filter_map(Pasted::leads_to);
        let mut open = ends.filter(|to| self.shop.same_site(to) && !pages().any(|p| p.url == *to));
        open.next().filter(|_| self.page.is_none())
    }

    /// Whether an answer to a request can be had: the hand may read it, or it was pasted. REST lets any page read it.
    pub(crate) fn can_have(&self, purpose: Purpose, pasted: bool) -> bool {
        // Without a paste, a plain page asks only what it may read.
        self.surface.reads_callbacks() || !self.reads_callbacks() || purpose.asks_rest() || pasted
    }
}

impl Pasted {
    /// Whether it is the answer to a request for a page of the shop.
    pub fn is_page(&self) -> bool {
        is_page(self.method, &self.url)
    }

    /// The page that a redirect leads to.
    pub fn leads_to(&self) -> Option<Url> {
        let response = self.answer.response()?;
        let redirects = matches!(response.status, 301..=303 | 307 | 308);
        let location = response.headers.get("location").filter(|_| redirects)?;
        let to = Harmless::of(&self.url.join(location)?);
        to.callback.is_none().then_some(to.page)
    }
}

/// Whether a request is for a page, rather than for a callback of any kind.
pub(crate) fn is_page(method: Method, url: &Url) -> bool {
    method == Method::Get && Harmless::of(url).callback.is_none()
}

/// Whether an address is one of REST, in any of its forms.
pub(crate) fn is_rest(url: &Url) -> bool {
    matches!(Harmless::of(url).callback, Some(Callback::Route(_)))
}

/// Whether an address is that of REST's index, in any of its forms.
pub(crate) fn is_rest_index(url: &Url) -> bool {
    Harmless::of(url).callback == Some(Callback::Route(String::new()))
}

/// Whether an address is one of wc-api, in any of its forms.
pub(crate) fn is_callback(url: &Url) -> bool {
    matches!(Harmless::of(url).callback, Some(Callback::Handler(_)))
}
