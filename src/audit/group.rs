//! Hits, grouped by what mends them: one setting, one plugin, one month of uploads, one host, one menu, one page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::class::Class;
use super::follow::is_harmless;
use super::hit::Hit;
use super::scan::Found;
use crate::foreign;
use crate::shop::Url;

/// Pages that a group names.
const PAGES: usize = 5;

/// Groups that are kept apart; what comes later is counted in one.
const GROUPS: usize = 4_000;

/// Plugins, themes and core files that one page may load over http before the stored address is the likelier reason.
const STORED: usize = 3;

/// What mends a group of hits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// WordPress has the shop's own address stored with http.
    StoredAddress,
    /// A plugin's files, by its folder.
    Plugin(String),
    /// A theme's files, by its folder.
    Theme(String),
    /// WordPress's own files.
    Core,
    /// Uploads of one month, such as `2024/05`, or the others.
    Uploads(String),
    /// Another host.
    Host(String),
    /// A menu.
    Menu,
    /// One address that several pages name.
    Address(String),
    /// One page.
    Page(String),
    /// Where redirects lead, by their host.
    Redirect(String),
    /// An error, by its status; 0 where no answer came.
    Status(u16),
    /// What is too much to be kept apart.
    Others,
}

impl Source {
    /// The source as it stands in a report, such as `plugin:elementor`.
    pub fn id(&self) -> String {
        match self {
            Self::StoredAddress => "stored-address".to_owned(),
            Self::Plugin(slug) => ["plugin:", slug].concat(),
            Self::Theme(slug) => ["theme:", slug].concat(),
            Self::Core => "core".to_owned(),
            Self::Uploads(month) => ["uploads:", month].concat(),
            Self::Host(host) => ["host:", host].concat(),
            Self::Menu => "menu".to_owned(),
            Self::Address(address) => ["address:", address].concat(),
            Self::Page(page) => ["page:", page].concat(),
            Self::Redirect(host) => ["redirect:", host].concat(),
            Self::Status(status) => ["status:", &status.to_string()].concat(),
            Self::Others => "others".to_owned(),
        }
    }

    fn of(found: &Found, page: &Url) -> Self {
        let hit = &found.hit;
        let Ok(resource) = Url::parse(&hit.resource) else {
            return Self::Page(hit.page.clone());
        };
        let host = resource.host().to_string();
        match hit.class {
            Class::Redirect => return Self::Redirect(host),
            Class::Failed => return Self::Status(0),
            _ => {}
        }
        if !resource.host().same_site(page.host()) {
            return Self::Host(host);
        }
        if found.in_menu {
            return Self::Menu;
        }
        let path = resource.path();
        let below = |folder: &str| {
            let at = path.find(folder)?;
            path.get(at + folder.len()..)
        };
        let first = |rest: &str| rest.split('/').next().unwrap_or_default().to_owned();
        if let Some(rest) = below("/plugins/") {
            Self::Plugin(first(rest))
        } else if let Some(rest) = below("/themes/") {
            Self::Theme(first(rest))
        } else if let Some(rest) = below("/uploads/") {
            Self::Uploads(month(rest))
        } else if below("/wp-includes/").is_some() {
            Self::Core
        } else {
            Self::Address(shown(&resource))
        }
    }
}

/// An address as a report shows it: of one that acts, or names an order, only the names of its query.
fn shown(url: &Url) -> String {
    let text = url.to_string();
    if is_harmless(url) {
        text
    } else {
        foreign::address(&text)
    }
}

/// The month of an upload; empty where its folder names none.
fn month(rest: &str) -> String {
    let month = rest.get(..7).filter(|month| {
        let sound = |(at, byte): (usize, u8)| {
            (at == 4) == (byte == b'/') && (at == 4 || byte.is_ascii_digit())
        };
        month.bytes().enumerate().all(sound)
    });
    month.unwrap_or_default().to_owned()
}

/// Hits of one class that one thing mends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What becomes of them.
    pub class: Class,
    /// What mends them.
    pub source: Source,
    /// The address that was seen first.
    pub resource: String,
    /// How many there are.
    pub hits: u64,
    /// On how many pages.
    pub page_count: u64,
    /// The first five of these.
    pub pages: Vec<String>,
    /// The page that was counted last.
    last: String,
}

impl Group {
    fn new(class: Class, source: Source, resource: &str) -> Self {
        Self {
            class,
            source,
            resource: resource.to_owned(),
            hits: 0,
            page_count: 0,
            pages: Vec::new(),
            last: String::new(),
        }
    }

    fn add(&mut self, hit: &Hit) {
        self.hits += 1;
        // The hits of a page come one after the other.
        if self.last != hit.page {
            self.page_count += 1;
            self.last.clone_from(&hit.page);
            if self.pages.len() < PAGES {
                self.pages.push(hit.page.clone());
            }
        }
    }

    fn join(&mut self, other: Self) {
        self.hits += other.hits;
        // Pages that both name are counted twice where they are more than are kept.
        self.page_count = self.page_count.max(other.page_count);
        for page in other.pages {
            if self.pages.len() < PAGES && !self.pages.contains(&page) {
                self.pages.push(page);
            }
        }
        self.page_count = self
            .page_count
            .max(u64::try_from(self.pages.len()).unwrap_or(0));
    }
}

/// The groups of one audit.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Groups(Vec<Group>, #[serde(skip)] BTreeMap<(Class, Source), usize>);

impl Groups {
    /// Adds a hit of `page`; a page that failed has its status.
    pub(super) fn add(&mut self, found: &Found, page: &Url, status: u16) {
        let hit = &found.hit;
        let source = match hit.class {
            Class::Failed => Source::Status(status),
            _ => Source::of(found, page),
        };
        let mut key = (hit.class, source);
        if self.0.len() >= GROUPS && !self.1.contains_key(&key) {
            key.1 = Source::Others;
        }
        let at = *self.1.entry(key.clone()).or_insert_with(|| {
            let resource = Url::parse(&hit.resource).map(|url| shown(&url));
            let resource = resource.unwrap_or_else(|_| foreign::address(&hit.resource));
            self.0.push(Group::new(key.0, key.1, &resource));
            self.0.len() - 1
        });
        if let Some(group) = self.0.get_mut(at) {
            group.add(hit);
        }
    }

    /// How many hits there are of a class.
    pub(super) fn hits(&self, class: Class) -> u64 {
        let of = self.0.iter().filter(|group| group.class == class);
        of.map(|group| group.hits).sum()
    }

    /// Makes what is not saved of what is.
    pub(super) fn restore(&mut self) {
        let keys = self.0.iter().enumerate();
        self.1 = keys
            .map(|(at, group)| ((group.class, group.source.clone()), at))
            .collect();
    }

    /// The groups as a person reads them: the worst class first, of each the most hits; what one setting mends is one.
    pub(super) fn ordered(&self) -> Vec<Group> {
        let mut found: Vec<Group> = Vec::new();
        for class in Class::ALL {
            let of_class = || self.0.iter().filter(move |group| group.class == class);
            let stored = |group: &&Group| {
                matches!(
                    group.source,
                    Source::Plugin(_) | Source::Theme(_) | Source::Core
                )
            };
            let is_stored = of_class().filter(stored).count() >= STORED;
            let mut groups: BTreeMap<Source, Group> = BTreeMap::new();
            for group in of_class() {
                let source = match &group.source {
                    Source::Plugin(_) | Source::Theme(_) | Source::Core if is_stored => {
                        Source::StoredAddress
                    }
                    // What one page alone names is mended there.
                    Source::Address(_) if group.page_count == 1 && !group.last.is_empty() => {
                        Source::Page(group.last.clone())
                    }
                    source => source.clone(),
                };
                if let Some(first) = groups.get_mut(&source) {
                    first.join(group.clone());
                } else {
                    let group = Group {
                        source: source.clone(),
                        ..group.clone()
                    };
                    groups.insert(source, group);
                }
            }
            let mut groups: Vec<Group> = groups.into_values().collect();
            groups.sort_by_key(|group| std::cmp::Reverse((group.page_count, group.hits)));
            found.append(&mut groups);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str, resource: &str, class: Class, in_menu: bool) -> Found {
        Found {
            hit: Hit {
                page: page.to_owned(),
                element: "img".to_owned(),
                attribute: "src".to_owned(),
                resource: resource.to_owned(),
                class,
                line: 1,
            },
            in_menu,
        }
    }

    fn grouped(hits: &[Found]) -> Vec<(String, u64, u64)> {
        let page = Url::parse("https://shop.example.com/").unwrap();
        let mut groups = Groups::default();
        for hit in hits {
            groups.add(hit, &page, 404);
        }
        let ordered = groups.ordered().into_iter();
        ordered
            .map(|group| (group.source.id(), group.hits, group.page_count))
            .collect()
    }

    #[test]
    fn hits_are_grouped_by_what_mends_them() {
        use Class::{Blockable, Failed, Navigation, Redirect, Upgradeable};
        let at = "https://shop.example.com/a/";
        for (resource, class, in_menu, source) in [
            (
                "http://shop.example.com/wp-content/plugins/slider/a.js",
                Blockable,
                false,
                "plugin:slider",
            ),
            (
                "http://www.shop.example.com/wp-content/themes/astra/a.css",
                Blockable,
                false,
                "theme:astra",
            ),
            (
                "http://shop.example.com/wp-includes/js/a.js",
                Blockable,
                false,
                "core",
            ),
            (
                "http://shop.example.com/wp-content/uploads/2024/05/a.jpg",
                Upgradeable,
                false,
                "uploads:2024/05",
            ),
            (
                "http://shop.example.com/wp-content/uploads/woo/a.jpg",
                Upgradeable,
                false,
                "uploads:",
            ),
            (
                "http://cdn.example.net/a.js",
                Blockable,
                false,
                "host:cdn.example.net",
            ),
            ("http://shop.example.com/about/", Navigation, true, "menu"),
            (
                "http://shop.example.com/about/",
                Navigation,
                false,
                "page:https://shop.example.com/a/",
            ),
            (
                "http://shop.example.com/b/",
                Redirect,
                false,
                "redirect:shop.example.com",
            ),
            (at, Failed, false, "status:404"),
        ] {
            assert_eq!(
                grouped(&[found(at, resource, class, in_menu)]),
                [(source.to_owned(), 1, 1)],
                "{resource}"
            );
        }
    }

    #[test]
    fn an_order_in_an_address_is_not_in_the_report() {
        let page = Url::parse("https://shop.example.com/").unwrap();
        for secret in [
            "http://shop.example.com/checkout/order-received/12/?key=wc_order_x7Kq",
            "http://shop.example.com/?wc-api=wc_stripe&order=x7Kq",
            "http://shop.example.com/?remove_item=x7Kq&_wpnonce=x7Kq",
        ] {
            let mut groups = Groups::default();
            groups.add(
                &found(
                    "https://shop.example.com/",
                    secret,
                    Class::Navigation,
                    false,
                ),
                &page,
                0,
            );
            let group = &groups.ordered()[0];
            assert!(!group.resource.contains("x7Kq"), "{}", group.resource);
            assert!(!group.source.id().contains("x7Kq"), "{}", group.source.id());
        }
    }

    #[test]
    fn one_setting_is_one_group() {
        let mut hits = Vec::new();
        for page in ["https://shop.example.com/a/", "https://shop.example.com/b/"] {
            for file in ["plugins/one/a.js", "plugins/two/a.js", "themes/astra/a.css"] {
                let resource = format!("http://shop.example.com/wp-content/{file}");
                hits.push(found(page, &resource, Class::Blockable, false));
            }
        }
        assert_eq!(grouped(&hits), [("stored-address".to_owned(), 6, 2)]);
    }

    #[test]
    fn a_link_on_several_pages_is_one_address() {
        let link = "http://shop.example.com/terms/";
        let hits = ["https://shop.example.com/a/", "https://shop.example.com/b/"];
        let hits = hits.map(|page| found(page, link, Class::Navigation, false));
        assert_eq!(grouped(&hits), [(format!("address:{link}"), 2, 2)]);
    }
}
