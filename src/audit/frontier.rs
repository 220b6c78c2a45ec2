//! The pages that were found, each once, in the order in which they are asked for.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::follow::is_date;
use crate::shop::{Scheme, Url};

/// Pages that are kept, at most.
pub const PAGES: usize = 50_000;

/// Queries of one path that are followed, so that a list without end does not take the whole audit.
const QUERIES: usize = 30;

/// Queries with the same keys that are followed, on all paths together.
const KEYS: usize = 1_000;

/// Archives by date that are followed: a calendar has no end.
const DATES: usize = 400;

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
    /// How many links there were of each kind that may have no end.
    #[serde(skip)]
    kinds: HashMap<u64, usize>,
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

    /// Whether a link may lead on: lists without end are cut.
    fn has_room(&mut self, url: &Url) -> bool {
        let (path, query) = (url.path(), url.query().unwrap_or_default());
        if !query.is_empty() && !names_a_page(query) {
            let keys: Vec<&str> = query.split('&').map(key_of).collect();
            let keys = ["?", &keys.join("&")].concat();
            if self.count(path) > QUERIES || self.count(&keys) > KEYS {
                return false;
            }
        }
        if is_dated(path, query) && self.count("dates") > DATES {
            return false;
        }
        if path.bytes().any(|byte| byte.is_ascii_digit()) || !query.is_empty() {
            let digits = |c: char| if c.is_ascii_digit() { '0' } else { c };
            let shape: String = [path, query].concat().chars().map(digits).collect();
            return self.count(&["#", &shape].concat()) <= SHAPES;
        }
        true
    }

    /// Counts one more of a kind.
    fn count(&mut self, kind: &str) -> usize {
        let count = self.kinds.entry(checksum(kind)).or_default();
        *count += 1;
        *count
    }

    /// The next page, where `limit` allows one more.
    pub(super) fn next(&mut self, site: &Url, limit: usize) -> Option<Url> {
        if self.given >= limit {
            return None;
        }
        let page = self.pages.get(self.given)?;
        self.given += 1;
        // A path of the site's own may begin with two slashes.
        if page.starts_with("https://") {
            return Url::parse(page).ok();
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

fn key_of(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default()
}

/// Whether an address is an archive by date, rather than a page of that date: it ends in one.
fn is_dated(path: &str, query: &str) -> bool {
    let mut words = path.split('/').rev().filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default();
    let is_part = last.len() <= 2 && last.bytes().all(|byte| byte.is_ascii_digit());
    let value = |pair: &str| {
        pair.split_once('=')
            .is_some_and(|(_, value)| value.contains('-') && is_date(value))
    };
    last.contains('-') && is_date(last)
        || !last.is_empty() && is_part && words.take(2).any(is_date)
        || query.split('&').any(value)
}

/// Whether a query is all that names a page, as where permalinks are plain. Source: WordPress 7.0, `class-wp.php`.
fn names_a_page(query: &str) -> bool {
    const NAMES: [&str; 13] = [
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
    query.split('&').all(|pair| NAMES.contains(&key_of(pair)))
}

/// What a page is kept as.
fn key(url: &Url, site: &Url) -> String {
    let url = url.with_scheme(Scheme::Https);
    let mut key = String::new();
    if url.host() != site.host() || url.port() != site.port() {
        key.push_str(&url.origin());
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
            "https://shop.example.com//evil.example/",
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
                "https://www.shop.example.com/",
                "https://shop.example.com//evil.example/"
            ]
        );
    }

    #[test]
    fn lists_without_end_end() {
        let site = Url::parse("https://shop.example.com/").unwrap();
        let found = |links: &dyn Fn(usize) -> String, by| {
            let mut frontier = Frontier::default();
            for number in 0..30_000 {
                frontier.add(&site.join(&links(number)).unwrap(), &site, by);
            }
            (frontier.found(), frontier.beyond())
        };
        let year = |n: usize| 1000 + n / 12;
        for (links, count) in [
            (
                &(|n| format!("/list/?n={n}")) as &dyn Fn(usize) -> String,
                QUERIES,
            ),
            (&|n| format!("/page-{}/?from={n}", n % 7_000), KEYS),
            (&|n| format!("/archive/{}/{}/", year(n), n % 12 + 1), DATES),
            (
                &|n| format!("/list/?month={}-{:02}", year(n), n % 12 + 1),
                QUERIES,
            ),
            (&|n| format!("/day/{n:05}/"), SHAPES),
            (
                &|n| format!("/{}/{}/post-{n}/", year(n), n % 12 + 1),
                30_000,
            ),
            (&|n| format!("/?p={n}"), 30_000),
        ] {
            let (kept, _) = found(links, By::Link);
            assert!((count / 2..=count).contains(&kept), "{}: {kept}", links(0));
        }
        assert_eq!(found(&|n| format!("/named/{n}/"), By::Name), (30_000, 0));
    }

    #[test]
    fn what_is_too_much_is_counted() {
        let site = Url::parse("https://shop.example.com/").unwrap();
        let mut frontier = Frontier::default();
        for number in 0..PAGES + 7 {
            frontier.add(
                &site.join(&format!("/named/{number}/")).unwrap(),
                &site,
                By::Name,
            );
        }
        assert_eq!((frontier.found(), frontier.beyond()), (PAGES, 7));
    }
}
