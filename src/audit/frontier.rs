//! The pages that were found, each once, in the order in which they are asked for.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::shop::{Scheme, Url};

/// Pages that are kept, at most.
pub const PAGES: usize = 50_000;

/// Queries of one path that are followed, so that a list without end does not take the whole audit.
const QUERIES: usize = 100;

/// Numbers of one shape of path that are followed where no sitemap names them: calendars and counters have no end.
const SHAPES: usize = 20_000;

/// The pages of one site.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Frontier {
    /// Host, path and query of each page, in the order in which they were found; the host only where it is not the site's.
    pages: Vec<Box<str>>,
    /// How many of them were given out.
    given: usize,
    /// Pages that were found when there was no more room.
    beyond: usize,
    /// Checksums of those that are kept. What has the same one is taken for the same page: of 50,000 pages, one pair in
    /// fifteen thousand million audits.
    #[serde(skip)]
    known: HashSet<u64>,
    #[serde(skip)]
    queries: HashMap<u64, usize>,
    #[serde(skip)]
    shapes: HashMap<u64, usize>,
}

/// How a page was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// A person named it, a sitemap does, or a redirect leads to it.
    Name,
    /// A page links to it.
    Link,
}

impl Frontier {
    /// Adds a page unless it is known. `site` is the site's own address.
    pub(super) fn add(&mut self, url: &Url, site: &Url, by: By) {
        let key = key(url, site);
        if self.known.contains(&checksum(&key)) {
            return;
        }
        if by == By::Link && !self.has_room(url) {
            return;
        }
        self.known.insert(checksum(&key));
        if self.pages.len() < PAGES {
            self.pages.push(key.into_boxed_str());
        } else {
            self.beyond += 1;
        }
    }

    fn has_room(&mut self, url: &Url) -> bool {
        let path = url.path();
        if url.query().is_some_and(|query| !names_a_page(query)) {
            let count = self.queries.entry(checksum(path)).or_default();
            *count += 1;
            if *count > QUERIES {
                return false;
            }
        }
        if path.bytes().any(|byte| byte.is_ascii_digit()) || url.query().is_some() {
            let shape: String = [path, url.query().unwrap_or_default()]
                .concat()
                .chars()
                .map(|c| if c.is_ascii_digit() { '0' } else { c })
                .collect();
            let count = self.shapes.entry(checksum(&shape)).or_default();
            *count += 1;
            return *count <= SHAPES;
        }
        true
    }

    /// The next page, where `limit` allows one more.
    pub(super) fn next(&mut self, site: &Url, limit: usize) -> Option<Url> {
        if self.given >= limit {
            return None;
        }
        let page = self.pages.get(self.given)?;
        self.given += 1;
        if page.starts_with("//") {
            return site.join(page);
        }
        let (path, query) = match page.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (&**page, None),
        };
        Some(site.with_path(path).with_query(query))
    }

    /// Pages that are kept.
    pub(super) const fn found(&self) -> usize {
        self.pages.len()
    }

    /// Pages that were found beyond [`PAGES`].
    pub(super) const fn beyond(&self) -> usize {
        self.beyond
    }

    /// Makes what is not saved of what is.
    pub(super) fn restore(&mut self) {
        self.known = self.pages.iter().map(|page| checksum(page)).collect();
    }
}

/// Whether a query is all that names a page, as where permalinks are plain. Source: WordPress 7.0, `class-wp.php`.
fn names_a_page(query: &str) -> bool {
    const KEYS: [&str; 13] = [
        "attachment_id",
        "author",
        "cat",
        "lang",
        "m",
        "p",
        "page_id",
        "paged",
        "post_type",
        "product",
        "product_cat",
        "product_tag",
        "tag",
    ];
    query
        .split('&')
        .all(|pair| KEYS.contains(&pair.split('=').next().unwrap_or_default()))
}

/// What a page is kept as.
fn key(url: &Url, site: &Url) -> String {
    let url = url.with_scheme(Scheme::Https);
    let mut key = String::new();
    if url.host() != site.host() || url.port() != site.port() {
        key.push_str(url.origin().trim_start_matches("https:"));
    }
    key.push_str(url.path());
    if let Some(query) = url.query() {
        key.push('?');
        key.push_str(query);
    }
    key
}

fn checksum(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_comes_once_and_in_order() {
        let site = Url::parse("https://shop.example.com/").unwrap();
        let mut frontier = Frontier::default();
        for link in [
            "/",
            "/a/",
            "http://shop.example.com/a/",
            "/b/?x=1",
            "https://www.shop.example.com/",
            "/a/",
        ] {
            frontier.add(&site.join(link).unwrap(), &site, By::Link);
        }
        let mut pages = Vec::new();
        while let Some(url) = frontier.next(&site, 100) {
            pages.push(url.to_string());
        }
        assert_eq!(
            pages,
            [
                "https://shop.example.com/",
                "https://shop.example.com/a/",
                "https://shop.example.com/b/?x=1",
                "https://www.shop.example.com/"
            ]
        );
    }

    #[test]
    fn lists_without_end_end() {
        let site = Url::parse("https://shop.example.com/").unwrap();
        let mut frontier = Frontier::default();
        for number in 0..10_000 {
            frontier.add(
                &site.join(&format!("/list/?n={number}")).unwrap(),
                &site,
                By::Link,
            );
            frontier.add(
                &site.join(&format!("/day/{number:05}/")).unwrap(),
                &site,
                By::Link,
            );
        }
        assert_eq!(frontier.found(), QUERIES + 10_000);
        for number in 0..PAGES {
            frontier.add(
                &site.join(&format!("/named/{number}/")).unwrap(),
                &site,
                By::Name,
            );
        }
        assert_eq!(
            (frontier.found(), frontier.beyond()),
            (PAGES, QUERIES + 10_000)
        );
    }
}
