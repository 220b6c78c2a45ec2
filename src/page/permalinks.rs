//! What addresses that WordPress builds tell about its permalink structure and its home.

use super::signs::{PermalinkSigns, Sign, Structure};
use crate::shop::Url;

/// What one address tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) structure: Structure,
    /// The path of WordPress's home as `home_url()` gives it, which a language plugin may have prefixed. Begins and ends
    /// with a slash.
    pub(super) home: String,
}

/// The file that all of WordPress's addresses go through.
const INDEX: &str = "index.php";

/// What an address of the REST API tells: the REST link, or one below it such as the oEmbed link.
pub(super) fn of_rest(url: &Url) -> Option<Told> {
    of_query(url, &["rest_route"])
        .or_else(|| of_pathinfo(url))
        .or_else(|| {
            let path = url.path();
            let home = if let Some(at) = path.find("/wp-json") {
                path.get(..at)?
            } else {
                // The name of the REST folder can be changed.
                let path = path.strip_suffix("/oembed/1.0/embed").unwrap_or(path);
                path.strip_suffix('/').unwrap_or(path).rsplit_once('/')?.0
            };
            Some(told(Structure::Pretty, home))
        })
}

/// What a feed's address tells.
pub(super) fn of_feed(url: &Url) -> Option<Told> {
    of_query(url, &["feed"])
        .or_else(|| of_pathinfo(url))
        .or_else(|| {
            let path = url.path();
            let at = path.find("/feed/").or_else(|| {
                let at = path.len().checked_sub("/feed".len())?;
                path.ends_with("/feed").then_some(at)
            })?;
            let home = path.get(..at)?;
            let home = home.strip_suffix("/comments").unwrap_or(home);
            Some(told(Structure::Pretty, home))
        })
}

/// What an address tells that is the home's own with one of these query arguments: `/sv/?wc-ajax=…`, `/?p=7`.
pub(super) fn of_query(url: &Url, keys: &[&str]) -> Option<Told> {
    let path = url.path();
    let home = path.strip_suffix(INDEX).unwrap_or(path);
    (home.ends_with('/') && has_key(url.query().unwrap_or_default(), keys))
        .then(|| told(Structure::Plain, home))
}

fn of_pathinfo(url: &Url) -> Option<Told> {
    let at = url.path().find("/index.php/")?;
    Some(told(Structure::Pathinfo, url.path().get(..at)?))
}

fn told(structure: Structure, home: &str) -> Told {
    let mut home = home.to_owned();
    if !home.ends_with('/') {
        home.push('/');
    }
    Told { structure, home }
}

/// What the address of a page tells, where the shop's home lies at one of `homes` (paths that begin and end with a slash).
pub(super) fn of_page(path_and_query: &str, homes: &[String]) -> Option<Structure> {
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    let mut rest = path.strip_prefix('/').unwrap_or(path);
    for home in homes {
        if home.strip_suffix('/') == Some(path) {
            rest = "";
        } else if let Some(below) = path.strip_prefix(home.as_str())
            && below.len() < rest.len()
        {
            rest = below;
        }
    }
    if rest.starts_with("index.php/") {
        return Some(Structure::Pathinfo);
    }
    if rest.is_empty() || rest == INDEX {
        return has_key(query, PAGE_KEYS).then_some(Structure::Plain);
    }
    let name = rest.rsplit_once('/').map_or(rest, |(_, name)| name);
    let is_internal = rest.starts_with("wp-") || name.contains('.');
    (!is_internal).then_some(Structure::Pretty)
}

/// What many links tell together, and one that tells it. Drafts have plain addresses under every structure, so those decide
/// only where no pretty ones outnumber them.
pub(super) fn of_links<'a>(links: &'a [String], homes: &[String]) -> Option<(Structure, &'a str)> {
    let mut plain = (0, None);
    let mut pretty = (0, None);
    for link in links {
        let told = of_page(link, homes);
        let (count, first) = match told {
            Some(Structure::Pathinfo) => return Some((Structure::Pathinfo, link)),
            Some(Structure::Plain) => &mut plain,
            Some(Structure::Pretty) => &mut pretty,
            None => continue,
        };
        *count += 1;
        first.get_or_insert(link.as_str());
    }
    if plain.0 > pretty.0 {
        Some((Structure::Plain, plain.1?))
    } else {
        Some((Structure::Pretty, pretty.1?))
    }
}

impl PermalinkSigns {
    /// Decides from signs in the order of their strength: the first one that tells anything decides.
    pub(super) fn decide(told: Vec<(Structure, Sign)>) -> Self {
        let mut signs = Self::default();
        for (structure, sign) in told {
            if *signs.structure.get_or_insert(structure) == structure {
                signs.evidence.push(sign);
            }
        }
        signs
    }
}

/// Query arguments that name a page under plain permalinks. Source: WordPress's class-wp.php, read 2026-11-22.
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

fn has_key(query: &str, keys: &[&str]) -> bool {
    query.split('&').any(|pair| {
        let key = pair.split_once('=').map_or(pair, |(key, _)| key);
        keys.contains(&key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(of: fn(&Url) -> Option<Told>, address: &str) -> Option<(Structure, String)> {
        of(&Url::parse(address).unwrap()).map(|told| (told.structure, told.home))
    }

    #[test]
    fn rest_links() {
        use Structure::{Pathinfo, Plain, Pretty};
        for (address, structure, home) in [
            ("https://h.example/wp-json/", Pretty, "/"),
            ("https://h.example/sv/wp-json/", Pretty, "/sv/"),
            ("https://h.example/shop2/wp-json", Pretty, "/shop2/"),
            ("https://h.example:8443/api/", Pretty, "/"),
            ("https://h.example/index.php?rest_route=/", Plain, "/"),
            ("https://h.example/butik/?rest_route=/", Plain, "/butik/"),
            ("https://h.example/index.php/wp-json/", Pathinfo, "/"),
            ("https://h.example/b/index.php/wp-json/", Pathinfo, "/b/"),
            (
                "http://h.example/wp-json/oembed/1.0/embed?url=x",
                Pretty,
                "/",
            ),
            ("http://h.example/api/oembed/1.0/embed?url=x", Pretty, "/"),
        ] {
            let expected = Some((structure, home.to_owned()));
            assert_eq!(told(of_rest, address), expected, "{address}");
        }
    }

    #[test]
    fn feeds() {
        use Structure::{Pathinfo, Plain, Pretty};
        for (address, structure, home) in [
            ("https://h.example/feed/", Pretty, "/"),
            ("https://h.example/feed", Pretty, "/"),
            ("https://h.example/sv/comments/feed/", Pretty, "/sv/"),
            ("https://h.example/?feed=comments-rss2", Plain, "/"),
            ("https://h.example/index.php/feed/", Pathinfo, "/"),
            ("https://h.example/feed/atom/", Pretty, "/"),
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
        let links = ["/?page_id=3", "/cart/", "/checkout/"].map(str::to_owned);
        let told = of_links(&links, &homes);
        assert_eq!(told, Some((Structure::Pretty, "/cart/")));
        let links = ["/?page_id=3", "/?page_id=6", "/old-site/"].map(str::to_owned);
        let told = of_links(&links, &homes);
        assert_eq!(told, Some((Structure::Plain, "/?page_id=3")));
        assert_eq!(of_links(&["/", "/?s=x"].map(str::to_owned), &homes), None);
    }
}
