//! How WordPress builds its addresses, as the page and the answers show it.

use crate::page::{Structure, structure_of_rest_link};
use crate::reading::evidence;
use crate::verdict::{Evidence, EvidenceKind};

use super::{Case, request_line};

impl Case {
    /// How WordPress builds its addresses: from the page, else from a `Link` header of any answer.
    pub fn structure(&self) -> Option<(Structure, Evidence)> {
        use EvidenceKind::{Header, Selector};
        if let Some(signs) = self.signs()
            && let Some(structure) = signs.permalinks.structure
        {
            let sign = signs.permalinks.evidence.first();
            let (at, what) = sign.map_or(("", ""), |s| (s.at.as_str(), s.what.as_str()));
            return Some((structure, evidence(Selector, at, what)));
        }
        self.rest_headers().find_map(|(at, header, link)| {
            Some((
                structure_of_rest_link(link)?,
                evidence(Header, &at, &["link: ", header].concat()),
            ))
        })
    }

    /// `Link` headers that name REST, of the page and of every answer: where each was seen, the header, and the address.
    fn rest_headers(&self) -> impl Iterator<Item = (String, &str, &str)> {
        let of_page = self.page.iter().filter_map(|page| {
            let header = page.link_header.as_deref()?;
            Some((page.url.clone(), header))
        });
        let of_answers = self.asked.iter().filter_map(|asked| {
            let headers = &asked.heard.as_ref()?.answer.response()?.headers;
            let header = headers
                .all("link")
                .find(|link| link.contains("api.w.org"))?;
            Some((request_line(&asked.probe), header))
        });
        of_page
            .chain(of_answers)
            .filter_map(|(at, header)| Some((at, header, rest_link(header)?)))
    }

    /// Every address of REST that the page or an answer names, and where.
    pub(super) fn rest_links(&self) -> impl Iterator<Item = (String, &str)> {
        let of_page = self
            .page
            .iter()
            .filter_map(|page| Some((page.url.clone(), page.signs.rest_link.as_deref()?)));
        of_page.chain(self.rest_headers().map(|(at, _, link)| (at, link)))
    }
}

/// The address of the REST API in a `Link` header.
fn rest_link(header: &str) -> Option<&str> {
    let before = header.split("api.w.org").next()?;
    let start = before.rfind('<')?;
    before.get(start + 1..)?.split('>').next()
}
