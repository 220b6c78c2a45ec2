//! What a case knows of WordPress's REST: the answers, and what a plain page was shown of them.

use crate::probe::{Outcome, Purpose};
use crate::rest_index::{self, Problem, RestIndex};

use crate::shop::{Harmless, Url, is_language};

use crate::reading::evidence;
use crate::verdict::{Evidence, EvidenceKind};

use super::{Asked, Case, request_line};

/// Where REST begins below the home, unless a site moves it.
const ROOT: &str = "wp-json";

impl Case {
    /// The REST index, wherever it was read.
    pub fn rest(&self) -> Option<&RestIndex> {
        self.rest_answers().find_map(|(_, rest)| rest.as_ref().ok())
    }

    /// Where REST begins below the home under pretty permalinks, with a slash at its end: `wp-json/`, or what the page or a
    /// `Link` header says, such as `api/`.
    pub fn rest_root(&self) -> String {
        let moved = self
            .rest_links()
            .find_map(|(_, link)| self.moved_root(link));
        [moved.as_deref().unwrap_or(ROOT), "/"].concat()
    }

    /// The one segment below the home where a link to REST leads, if it is not the usual one.
    fn moved_root(&self, link: &str) -> Option<String> {
        let url = Url::parse(link).ok()?;
        let path = url.path();
        let below = path
            .strip_prefix(self.shop.home_path())?
            .trim_end_matches('/');
        let below = below.strip_prefix("index.php/").unwrap_or(below);
        // Below the language that WordPress's own home carries.
        let below = match below.split_once('/') {
            Some((language, below)) if is_language(language) => below,
            _ => below,
        };
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        let is_root =
            !below.is_empty() && ![ROOT, "wc-api"].contains(&below) && below.bytes().all(plain);
        let found = Harmless::of(&url);
        let is_page = found.callback.is_none() && found.page == url;
        (is_root && is_page && self.shop.same_site(&url)).then(|| below.to_owned())
    }

    /// Every answer to a question for the REST index.
    pub fn rest_answers(&self) -> impl Iterator<Item = (Purpose, &Result<RestIndex, Problem>)> {
        self.asked
            .iter()
            .filter_map(|a| Some((a.probe.purpose, a.heard.as_ref()?.rest.as_ref()?)))
    }

    /// The request that brought the REST index.
    pub(crate) fn index_asked(&self) -> Option<&Asked> {
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
        let root = self.rest_root();
        let pathinfo = ["index.php/", &root].concat();
        let forms = [root.as_str(), pathinfo.as_str(), "?rest_route="];
        let at_home = |asked: &&Asked| {
            let below = asked.probe.url.strip_prefix(&home);
            below.is_some_and(|below| forms.iter().any(|form| below.starts_with(form)))
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
    pub(crate) fn answers_without_slash(&self) -> Option<bool> {
        if self.is_rest_hidden(Purpose::RestNamespace) {
            return Some(false);
        }
        let heard = self.rest_asked(Purpose::RestNamespace)?.heard.as_ref()?;
        rest_index::is_rest(heard.answer.response()?).then_some(true)
    }
}

/// What a plain page was shown of an answer.
pub(crate) fn shown(asked: &Asked) -> Evidence {
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
