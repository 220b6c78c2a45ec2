//! What addresses that WordPress builds tell about its permalink structure and its home.

use super::signs::{PermalinkSigns, Sign, Structure};
use crate::shop::Url;

/// What one address tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) structure: Structure,
    /// The address of WordPress's home as `home_url()` gives it, which a language plugin may have prefixed.
    pub(super) home: Url,
}

impl Told {
    fn new(structure: Structure, url: &Url, home_path: &str) -> Self {
        Self {
            structure,
            home: url.with_path(home_path),
        }
    }
}

/// The folder that WordPress's PATHINFO addresses go through.
const INDEX: &str = "index.php";

/// What an address of the REST API tells: the REST link, or one below it such as the oEmbed link.
pub(super) fn of_rest(url: &Url) -> Option<Told> {
    let path = url.path();
    if has_key(url.query(), &["rest_route"]) {
        return Some(Told::new(Structure::Plain, url, without_index(path)));
    }
    if let Some(told) = of_pathinfo(url) {
        return Some(told);
    }
    let home = match path.split_once("/wp-json") {
        Some((home, _)) => home,
        // The name of the REST folder can be changed.
        None => {
            path.trim_end_matches('/')
                .trim_end_matches("/oembed/1.0/embed")
                .rsplit_once('/')?
                .0
        }
    };
    Some(Told::new(Structure::Pretty, url, &with_slash(home)))
}

/// What a feed's address tells.
pub(super) fn of_feed(url: &Url) -> Option<Told> {
    let path = url.path();
    if has_key(url.query(), &["feed"]) {
        return Some(Told::new(Structure::Plain, url, without_index(path)));
    }
    if let Some(told) = of_pathinfo(url) {
        return Some(told);
    }
    let (home, rest) = path.rsplit_once("/feed")?;
    let home = home.strip_suffix("/comments").unwrap_or(home);
    (rest.is_empty() || rest.starts_with('/'))
        .then(|| Told::new(Structure::Pretty, url, &with_slash(home)))
}

fn of_pathinfo(url: &Url) -> Option<Told> {
    let (home, _) = url.path().split_once("/index.php/")?;
    Some(Told::new(Structure::Pathinfo, url, &with_slash(home)))
}

/// The home in an address that is the home's own with a query behind: `/sv/?wc-ajax=…`, `/?p=7`.
pub(super) fn home_of_query(url: &Url, keys: &[&str]) -> Option<Url> {
    (url.path().ends_with('/') || url.path().ends_with(INDEX))
        .then(|| has_key(url.query(), keys))?
        .then(|| url.with_path(without_index(url.path())))
}

/// What the address of a page tells, where its home lies at one of `homes` (paths that begin and end with a slash).
pub(super) fn of_page(path_and_query: &str, homes: &[String]) -> Option<Structure> {
    let (path, query) = match path_and_query.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path_and_query, None),
    };
    let rest = homes
        .iter()
        .filter_map(|home| path.strip_prefix(home.as_str()))
        .min_by_key(|rest| rest.len())
        .unwrap_or_else(|| path.trim_start_matches('/'));
    if rest.starts_with("index.php/") {
        return Some(Structure::Pathinfo);
    }
    if rest.is_empty() || rest == INDEX {
        return has_key(query, PAGE_KEYS).then_some(Structure::Plain);
    }
    let is_home = homes.iter().any(|home| home.trim_end_matches('/') == path);
    let is_file = rest
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    let is_internal = ["wp-content/", "wp-admin/", "wp-includes/", "wp-json/"]
        .iter()
        .any(|folder| rest.starts_with(folder));
    (!is_home && !is_file && !is_internal).then_some(Structure::Pretty)
}

/// What many links tell together. Drafts have plain addresses under every structure, so those decide only where no pretty
/// ones outnumber them.
pub(super) fn of_links<'a>(
    links: impl Iterator<Item = &'a str>,
    homes: &[String],
) -> Option<(Structure, &'a str)> {
    let told: Vec<_> = links
        .filter_map(|link| Some((of_page(link, homes)?, link)))
        .collect();
    let of = |structure| told.iter().filter(move |(found, _)| *found == structure);
    let structure = if of(Structure::Pathinfo).next().is_some() {
        Structure::Pathinfo
    } else if of(Structure::Plain).count() > of(Structure::Pretty).count() {
        Structure::Plain
    } else {
        Structure::Pretty
    };
    of(structure).next().copied()
}

impl PermalinkSigns {
    /// Decides from signs in the order of their strength: the first one that tells anything decides.
    pub(super) fn decide(told: Vec<(Structure, Sign)>) -> Self {
        let structure = told.first().map(|(structure, _)| *structure);
        Self {
            structure,
            evidence: told
                .into_iter()
                .filter(|(found, _)| Some(*found) == structure)
                .map(|(_, sign)| sign)
                .collect(),
        }
    }
}

/// Query arguments that name a page under plain permalinks. Source: domain fact sheet, section 4 (2026-11-22).
const PAGE_KEYS: &[&str] = &[
    "page_id",
    "p",
    "product",
    "post_type",
    "product_cat",
    "product_tag",
    "cat",
    "tag",
    "m",
    "author",
];

fn has_key(query: Option<&str>, keys: &[&str]) -> bool {
    query.is_some_and(|query| {
        query
            .split('&')
            .any(|pair| keys.contains(&pair.split('=').next().unwrap_or_default()))
    })
}

fn without_index(path: &str) -> &str {
    path.strip_suffix(INDEX).unwrap_or(path)
}

fn with_slash(path: &str) -> String {
    let mut path = path.to_owned();
    if !path.ends_with('/') {
        path.push('/');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(of: fn(&Url) -> Option<Told>, address: &str) -> Option<(Structure, String)> {
        of(&Url::parse(address).unwrap()).map(|told| (told.structure, told.home.to_string()))
    }

    #[test]
    fn rest_links() {
        use Structure::{Pathinfo, Plain, Pretty};
        for (address, structure, home) in [
            ("https://h.example/wp-json/", Pretty, "https://h.example/"),
            (
                "https://h.example/sv/wp-json/",
                Pretty,
                "https://h.example/sv/",
            ),
            (
                "https://h.example/shop2/wp-json",
                Pretty,
                "https://h.example/shop2/",
            ),
            (
                "https://h.example:8443/api/",
                Pretty,
                "https://h.example:8443/",
            ),
            (
                "https://h.example/index.php?rest_route=/",
                Plain,
                "https://h.example/",
            ),
            (
                "https://h.example/butik/?rest_route=/",
                Plain,
                "https://h.example/butik/",
            ),
            (
                "https://h.example/index.php/wp-json/",
                Pathinfo,
                "https://h.example/",
            ),
            (
                "https://h.example/b/index.php/wp-json/",
                Pathinfo,
                "https://h.example/b/",
            ),
            (
                "http://h.example/wp-json/oembed/1.0/embed?url=x",
                Pretty,
                "http://h.example/",
            ),
            (
                "http://h.example/api/oembed/1.0/embed?url=x",
                Pretty,
                "http://h.example/",
            ),
        ] {
            let expected = Some((structure, home.to_owned()));
            assert_eq!(told(of_rest, address), expected, "{address}");
        }
    }

    #[test]
    fn feeds() {
        use Structure::{Pathinfo, Plain, Pretty};
        for (address, structure, home) in [
            ("https://h.example/feed/", Pretty, "https://h.example/"),
            ("https://h.example/feed", Pretty, "https://h.example/"),
            (
                "https://h.example/sv/comments/feed/",
                Pretty,
                "https://h.example/sv/",
            ),
            (
                "https://h.example/?feed=comments-rss2",
                Plain,
                "https://h.example/",
            ),
            (
                "https://h.example/index.php/feed/",
                Pathinfo,
                "https://h.example/",
            ),
            ("https://h.example/feed/atom/", Pretty, "https://h.example/"),
        ] {
            let expected = Some((structure, home.to_owned()));
            assert_eq!(told(of_feed, address), expected, "{address}");
        }
        assert_eq!(told(of_feed, "https://h.example/feedback/"), None);
        assert_eq!(told(of_feed, "https://h.example/rss.xml"), None);
    }

    #[test]
    fn pages() {
        use Structure::{Pathinfo, Plain, Pretty};
        let homes = ["/", "/sv/"].map(str::to_owned);
        for (link, structure) in [
            ("/?page_id=8", Some(Plain)),
            ("/index.php?product=mossa", Some(Plain)),
            ("/sv/?p=1", Some(Plain)),
            ("?post_type=product", Some(Plain)),
            ("/index.php/cart/", Some(Pathinfo)),
            ("/cart/", Some(Pretty)),
            ("/sv/checkout", Some(Pretty)),
            ("/", None),
            ("/sv/", None),
            ("/sv", None),
            ("/?s=x", None),
            ("/?add-to-cart=13", None),
            ("/wp-content/uploads/price.pdf", None),
            ("/wp-login.php", None),
            ("/wp-admin/profile", None),
        ] {
            assert_eq!(of_page(link, &homes), structure, "{link}");
        }
    }

    #[test]
    fn a_draft_does_not_make_permalinks_plain() {
        let homes = ["/".to_owned()];
        let links = ["/?page_id=3", "/cart/", "/checkout/"];
        let told = of_links(links.into_iter(), &homes);
        assert_eq!(told, Some((Structure::Pretty, "/cart/")));
        let links = ["/?page_id=3", "/?page_id=6", "/old-site/"];
        let told = of_links(links.into_iter(), &homes);
        assert_eq!(told, Some((Structure::Plain, "/?page_id=3")));
        assert_eq!(of_links(["/", "/?s=x"].into_iter(), &homes), None);
    }
}
