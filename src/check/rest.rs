//! What a case knows of WordPress's REST: the answers, and what a plain page was shown of them.

use crate::probe::{Outcome, Purpose};
use crate::rest_index::{self, Problem, RestIndex};

use super::reading::evidence;
use super::{Asked, Case, Evidence, EvidenceKind, request_line};

/// How the addresses of REST begin, below the home.
const FORMS: [&str; 3] = ["wp-json/", "index.php/wp-json/", "?rest_route="];

impl Case {
    /// The REST index, wherever it was read.
    pub fn rest(&self) -> Option<&RestIndex> {
        self.rest_answers().find_map(|(_, rest)| rest.as_ref().ok())
    }

    /// Every answer to a question for the REST index.
    pub fn rest_answers(&self) -> impl Iterator<Item = (Purpose, &Result<RestIndex, Problem>)> {
        self.asked
            .iter()
            .filter_map(|a| Some((a.probe.purpose, a.heard.as_ref()?.rest.as_ref()?)))
    }

    /// The request that brought the REST index.
    pub(super) fn index_asked(&self) -> Option<&Asked> {
        let brought =
            |a: &&Asked| matches!(a.heard.as_ref().and_then(|h| h.rest.as_ref()), Some(Ok(_)));
        self.asked.iter().find(brought)
    }

    /// Whether REST was asked for its index, and is closed to guests.
    pub fn is_rest_closed(&self) -> bool {
        let locked =
            |rest: &Result<RestIndex, Problem>| matches!(rest, Err(Problem::Locked { .. }));
        self.rest().is_none() && self.rest_answers().any(|(_, rest)| locked(rest))
    }

    /// The question to REST for this purpose, where it was asked right below the home: a folder that turned out to be the
    /// home was tried after the root.
    pub fn rest_asked(&self, purpose: Purpose) -> Option<&Asked> {
        let home = self.shop.to_string();
        let at_home = |asked: &&Asked| {
            let below = asked.probe.url.strip_prefix(&home);
            below.is_some_and(|below| FORMS.iter().any(|form| below.starts_with(form)))
        };
        let mut asked = self.asked.iter().filter(at_home);
        asked.find(|asked| asked.probe.purpose == purpose)
    }

    /// Whether a plain page asked REST there and was shown nothing: a redirect, or an answer that REST did not write.
    pub fn is_rest_hidden(&self, purpose: Purpose) -> bool {
        let heard = self.rest_asked(purpose).and_then(|a| a.heard.as_ref());
        !self.surface.reads_callbacks()
            && heard.is_some_and(|heard| heard.answer.outcome == Outcome::Unreadable)
    }

    /// Whether the REST index came from there.
    pub fn has_rest_at(&self, purpose: Purpose) -> bool {
        let heard = self.rest_asked(purpose).and_then(|a| a.heard.as_ref());
        heard.is_some_and(|heard| matches!(heard.rest, Some(Ok(_))))
    }

    /// Whether REST answers at a pretty address that ends without a slash; `None` where nobody asked, or where something
    /// else answered.
    pub(super) fn answers_without_slash(&self) -> Option<bool> {
        if self.is_rest_hidden(Purpose::RestNamespace) {
            return Some(false);
        }
        let heard = self.rest_asked(Purpose::RestNamespace)?.heard.as_ref()?;
        rest_index::is_rest(heard.answer.response()?).then_some(true)
    }
}

/// What a plain page was shown of an answer.
pub(super) fn shown(asked: &Asked) -> Evidence {
    let response = asked
        .heard
        .as_ref()
        .and_then(|heard| heard.answer.response());
    let (kind, what) = match response {
        Some(response) => (EvidenceKind::Status, response.status.to_string()),
        None => (
            EvidenceKind::Network,
            "nothing that a page may read".to_owned(),
        ),
    };
    evidence(kind, &request_line(&asked.probe), &what)
}
