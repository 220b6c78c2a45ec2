//! The page's own address, and what references mean against it.

use crate::shop::{Scheme, Url};

use super::refs;

/// The addresses that references are resolved against.
#[derive(Debug, Default)]
pub(super) struct Address {
    /// The page's own address; where nobody gave it, what the page says of itself.
    pub(super) page: Option<Url>,
    /// `<base href>`.
    pub(super) base: Option<Url>,
}

impl Address {
    /// The absolute address that a reference means.
    pub(super) fn url(&self, reference: &str) -> Option<Url> {
        match self.base.as_ref().or(self.page.as_ref()) {
            Some(base) => base.join(reference),
            None => Url::parse(reference).ok(),
        }
    }

    /// The same as text; what cannot be resolved stays as it is.
    pub(super) fn text(&self, reference: &str) -> String {
        self.url(reference)
            .map_or_else(|| reference.trim().to_owned(), |url| url.to_string())
    }

    /// Whether `<base>` makes every relative reference an http one.
    pub(super) fn is_base_http(&self) -> bool {
        self.base
            .as_ref()
            .is_some_and(|base| base.scheme() == Scheme::Http)
    }

    /// The address, if a reference is an http one to another machine.
    pub(super) fn http(&self, reference: &str) -> Option<String> {
        let mut text = reference.to_owned();
        text.retain(|c| !matches!(c, '\t' | '\n' | '\r'));
        if let Some(address) = refs::http_text(&text) {
            return Some(address.to_owned());
        }
        if !self.is_base_http() || text.trim().is_empty() {
            return None;
        }
        refs::http_text(&self.url(&text)?.to_string()).map(str::to_owned)
    }

    /// Whether an address is on the page's own host, with or without `www.`.
    pub(super) fn is_own(&self, url: &Url) -> bool {
        self.page
            .as_ref()
            .is_some_and(|page| page.host().same_site(url.host()))
    }

    /// What an own link asks the host for: path and query. None for links to other hosts and within the page.
    pub(super) fn own_path<'a>(&self, link: &'a str) -> Option<&'a str> {
        let link = link.trim_matches(|c| c <= ' ');
        let link = link.split('#').next().unwrap_or_default();
        let after_scheme = ["https:", "http:"].into_iter().find_map(|scheme| {
            let (front, rest) = link.split_at_checked(scheme.len())?;
            front.eq_ignore_ascii_case(scheme).then_some(rest)
        });
        match after_scheme.or_else(|| link.starts_with("//").then_some(link)) {
            Some(rest) => {
                let host = refs::host(rest);
                let own = self.page.as_ref()?.host().to_string();
                let host = host.rsplit_once(':').map_or(host, |(host, _port)| host);
                if !without_www(host).eq_ignore_ascii_case(without_www(&own)) {
                    return None;
                }
                let rest = rest.trim_start_matches('/');
                rest.find(['/', '?']).and_then(|at| rest.get(at..))
            }
            None => link.starts_with(['/', '?']).then_some(link),
        }
    }
}

fn without_www(host: &str) -> &str {
    match host.split_at_checked(4) {
        Some((www, rest)) if www.eq_ignore_ascii_case("www.") => rest,
        _ => host,
    }
}
