//! The page's own address, and what references mean against it.

use super::refs;
use crate::shop::{Scheme, Url};

/// The addresses that references are resolved against.
#[derive(Debug, Default)]
pub(super) struct Address {
    /// The page's own address; where nobody gave it, what the page says of itself.
    page: Option<Url>,
    /// The page's host without `www.`; empty where it is not known.
    host: String,
    /// `<base href>`.
    base: Option<Url>,
}

impl Address {
    pub(super) const fn page(&self) -> Option<&Url> {
        self.page.as_ref()
    }

    pub(super) fn set_page(&mut self, page: Url) {
        let host = page.host().to_string();
        self.host = host
            .strip_prefix("www.")
            .map_or(host.clone(), str::to_owned);
        self.page = Some(page);
    }

    /// Reads `<base href>`; returns it as an absolute address.
    pub(super) fn set_base(&mut self, href: &str) -> String {
        let text = self.text(href);
        self.base = self.url(href);
        text
    }

    /// Whether `<base>` makes every relative reference an http one.
    pub(super) fn is_base_http(&self) -> bool {
        let base = self.base.as_ref();
        base.is_some_and(|base| base.scheme() == Scheme::Http)
    }

    /// The absolute address that a reference means.
    pub(super) fn url(&self, reference: &str) -> Option<Url> {
        match self.base.as_ref().or(self.page.as_ref()) {
            Some(base) => base.join(reference),
            None => Url::parse(reference).ok(),
        }
    }

    /// The same as text. What is absolute already, or cannot be resolved, stays as it is.
    pub(super) fn text(&self, reference: &str) -> String {
        if reference.starts_with("https://") || reference.starts_with("http://") {
            return reference.to_owned();
        }
        match self.url(reference) {
            Some(url) => url.to_string(),
            None => reference.to_owned(),
        }
    }

    /// The address, if a reference is an http one to another machine.
    pub(super) fn http(&self, reference: &str) -> Option<String> {
        let may_be_http = refs::may_be_http(reference.as_bytes());
        if !may_be_http && (!self.is_base_http() || reference.is_empty()) {
            return None;
        }
        let mut text = reference.to_owned();
        if may_be_http {
            text.retain(|c| !matches!(c, '\t' | '\n' | '\r'));
        } else {
            text = self.url(reference)?.to_string();
        }
        refs::http_text(&text).map(str::to_owned)
    }

    /// Whether a host is the page's own, with or without `www.`.
    pub(super) fn is_own_host(&self, host: &str) -> bool {
        let host = match host.split_at_checked(4) {
            Some((www, rest)) if www.eq_ignore_ascii_case("www.") => rest,
            _ => host,
        };
        !host.is_empty() && host.eq_ignore_ascii_case(&self.host)
    }

    /// What a link asks the page's own host for: path and query. None for links to other hosts and within the page.
    pub(super) fn own_path<'a>(&self, link: &'a str) -> Option<&'a str> {
        let link = link.split_once('#').map_or(link, |(before, _)| before);
        let rest = match link.split_once(':') {
            Some((scheme, rest)) if !scheme.contains(['/', '?']) => {
                let is = |name: &str| scheme.eq_ignore_ascii_case(name);
                (is("https") || is("http")).then_some(rest)?
            }
            _ => link,
        };
        if rest.len() == link.len() && !rest.starts_with("//") {
            return rest.starts_with(['/', '?']).then_some(rest);
        }
        let host = refs::host(rest);
        let name = host.rsplit_once(':').map_or(host, |(name, _port)| name);
        if !self.is_own_host(name) {
            return None;
        }
        let rest = rest.trim_start_matches('/');
        rest.get(rest.find(['/', '?']).unwrap_or(rest.len())..)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_paths() {
        let mut address = Address::default();
        assert_eq!(address.own_path("https://shop.example.com/x"), None);
        assert_eq!(address.own_path("/x"), Some("/x"));
        address.set_page(Url::parse("https://www.shop.example.com/cart/").unwrap());
        for (link, path) in [
            ("https://shop.example.com/x/?y=z#top", Some("/x/?y=z")),
            ("HTTP://WWW.shop.example.com:8080/x", Some("/x")),
            ("//shop.example.com?page_id=1", Some("?page_id=1")),
            ("?page_id=8", Some("?page_id=8")),
            ("/a:b/", Some("/a:b/")),
            ("https://shop.example.com", Some("")),
            ("https://other.example.com/x", None),
            ("mailto:a@shop.example.com", None),
            ("tel:/1", None),
            ("#top", None),
            ("", None),
        ] {
            assert_eq!(address.own_path(link), path, "{link}");
        }
    }

    #[test]
    fn a_base_can_make_references_http() {
        let mut address = Address::default();
        address.set_page(Url::parse("https://shop.example.com/").unwrap());
        assert_eq!(address.http("/x.js"), None);
        assert_eq!(
            address.set_base("http://cdn.example.com/"),
            "http://cdn.example.com/"
        );
        assert_eq!(
            address.http("x.js").as_deref(),
            Some("http://cdn.example.com/x.js")
        );
        assert_eq!(
            address.http("//h.example/x").as_deref(),
            Some("http://h.example/x")
        );
        assert_eq!(address.http("https://h.example/x"), None);
        assert_eq!(address.http("data:,x"), None);
        assert_eq!(address.http(""), None);
    }
}
