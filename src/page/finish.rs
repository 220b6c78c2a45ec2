//! What can be said only when the whole page was seen.

use super::collect::Collector;
use super::languages::Languages;
use super::permalinks::{self, Told};
use super::signs::{
    Alternate, HttpRefs, LanguagePlugin, PageSigns, PermalinkSigns, Sign, Structure,
};
use crate::shop::{Scheme, Url};

/// Draws the signs of a page together.
pub(super) fn finish(mut collector: Collector) -> PageSigns {
    collector.end_of_page();
    let hints = std::mem::take(&mut collector.language_plugins);
    collector.signs.languages.choose_plugin(hints);
    let told = Addresses::read(&collector);
    collector.home(&told);
    collector.prefixes(&told);
    collector.polylang(&told);
    collector.permalinks(&told);
    let signs = &mut collector.signs;
    if told.rest.is_some() || signs.edit_uri.is_some() {
        signs.wordpress.get_or_insert_default();
    }
    // A block cart loads the same script as a block checkout.
    signs.block_checkout &= !collector.is_cart;
    let is_https = |url: &Url| url.scheme() == Scheme::Https;
    if !collector.address.page.as_ref().is_some_and(is_https) {
        signs.http_refs = HttpRefs::default();
    }
    collector.signs
}

/// The addresses that tell something, read once.
struct Addresses {
    rest: Option<Told>,
    oembed: Option<Told>,
    feeds: Vec<Told>,
    /// Homes, as `home_url()` gives them; that of a feed last, which Polylang prefixes although it leaves the home alone.
    homes: Vec<Url>,
    /// Whether the first of them is more than a feed's.
    is_home_sure: bool,
}

impl Addresses {
    fn read(collector: &Collector) -> Self {
        let signs = &collector.signs;
        let parse = |address: &Option<String>| Url::parse(address.as_ref()?).ok();
        let own = |url: &Url| collector.address.is_own(url);
        let rest = parse(&signs.rest_link).and_then(|url| permalinks::of_rest(&url));
        let oembed = parse(&signs.oembed).and_then(|url| permalinks::of_rest(&url));
        let feeds: Vec<_> = signs
            .feeds
            .iter()
            .filter_map(|feed| Url::parse(feed).ok())
            .filter(own)
            .filter_map(|url| permalinks::of_feed(&url))
            .collect();
        let shortlink = parse(&signs.shortlink)
            .filter(own)
            .and_then(|url| permalinks::home_of_query(&url, &["p", "page_id"]));
        let ajax = signs
            .wc_ajax_url
            .as_ref()
            .and_then(|address| collector.address.url(address))
            .and_then(|url| permalinks::home_of_query(&url, &["wc-ajax"]));
        // A feed of one page lies below that page; that of the whole site comes twice, with its comments.
        let feed = feeds
            .iter()
            .find(|one| {
                one.home.path() == "/"
                    || feeds.iter().filter(|two| two.home == one.home).count() > 1
            })
            .map(|told| told.home.clone());
        let home = |told: &Option<Told>| told.as_ref().map(|told| told.home.clone());
        let sure = [home(&rest), home(&oembed), shortlink, ajax];
        let mut homes: Vec<_> = sure.into_iter().flatten().collect();
        let is_home_sure = !homes.is_empty();
        homes.extend(feed);
        Self {
            rest,
            oembed,
            feeds,
            homes,
            is_home_sure,
        }
    }
}

impl Collector {
    fn languages(&self) -> Languages<'_> {
        Languages {
            html_lang: self.signs.html_lang.as_deref(),
            alternates: &self.signs.languages.alternates,
            has_plugin: self.signs.languages.plugin.is_some(),
        }
    }

    /// Finds the shop's home, and the prefix that a language plugin puts on it.
    fn home(&mut self, told: &Addresses) {
        let Some(raw) = told.homes.first() else {
            return;
        };
        // WordPress's own files lie where it is installed; a home in that very folder is a folder, not a language.
        let installed = self.signs.edit_uri.as_ref().and_then(|uri| {
            let (folder, _) = uri.split_once("xmlrpc.php")?;
            Url::parse(folder).ok()
        });
        let (home, prefix) = if installed.is_some_and(|folder| folder.path() == raw.path()) {
            (raw.path(), None)
        } else {
            self.languages().split(raw.path())
        };
        let home = raw.with_path(home).to_string();
        let is_own = told.is_home_sure;
        let prefix = prefix.filter(|_| is_own).map(str::to_owned);
        self.signs.home = Some(home);
        self.signs.home_prefix = prefix;
    }

    fn home_path(&self) -> String {
        self.signs
            .home
            .as_ref()
            .and_then(|home| Url::parse(home).ok())
            .map_or_else(|| String::from("/"), |home| home.path().to_owned())
    }

    /// Finds the language prefixes: in the `hreflang` rows, the page's own path, its feeds and WordPress's home.
    fn prefixes(&mut self, told: &Addresses) {
        let home = self.home_path();
        let languages = self.languages();
        let own_path = |address: &str| {
            let url = Url::parse(address).ok()?;
            (self.address.page.is_none() || self.address.is_own(&url))
                .then(|| url.path().to_owned())
        };
        let of_row = |row: &Alternate| {
            let lang = (row.lang != X_DEFAULT).then_some(row.lang.as_str());
            let path = own_path(&row.href)?;
            languages.prefix(&path, &home, lang).map(str::to_owned)
        };
        let rows: Vec<_> = languages.alternates.iter().map(of_row).collect();
        let page = self.address.page.iter();
        let others: Vec<_> = page
            .chain(told.feeds.iter().map(|feed| &feed.home))
            .filter_map(|url| languages.prefix(url.path(), &home, None))
            .map(str::to_owned)
            .chain(self.signs.home_prefix.clone())
            .collect();
        let signs = &mut self.signs.languages;
        for prefix in rows.iter().flatten().chain(&others) {
            signs.add_prefix(prefix);
        }
        for (row, prefix) in signs.alternates.iter_mut().zip(rows) {
            row.prefix = prefix;
        }
    }

    /// Polylang leaves no file or class on a page without its switcher, but its addresses tell: feeds with a prefix below a
    /// home without one, and a language in the oEmbed link. Every other plugin known here prefixes the home as well.
    /// Source: domain fact sheet, section 5.1, and pages of Polylang 3.8.5 (2026-11-22).
    fn polylang(&mut self, told: &Addresses) {
        let signs = &self.signs;
        if signs.languages.plugin.is_some() || signs.home_prefix.is_some() || !told.is_home_sure {
            return;
        }
        let home = self.home_path();
        let languages = self.languages();
        let of_feed = told
            .feeds
            .iter()
            .zip(&signs.feeds)
            .find_map(|(feed, address)| {
                languages.prefix(feed.home.path(), &home, None)?;
                Some(Sign::new(FEED, address))
            });
        let of_oembed = signs.oembed.as_ref().and_then(|address| {
            let (_, query) = address.split_once('?')?;
            query.split('&').find(|pair| pair.starts_with("lang="))?;
            Some(Sign::new(OEMBED, address))
        });
        let evidence: Vec<_> = of_feed.into_iter().chain(of_oembed).collect();
        if !evidence.is_empty() {
            let signs = &mut self.signs.languages;
            signs.plugin = Some(LanguagePlugin::Polylang);
            signs.evidence = evidence;
        }
    }

    fn permalinks(&mut self, told: &Addresses) {
        let signs = &self.signs;
        let home = self.home_path();
        let below = signs
            .languages
            .prefixes
            .iter()
            .map(|prefix| format!("{home}{prefix}/"));
        let homes: Vec<_> = std::iter::once(home.clone()).chain(below).collect();
        let mut all = Vec::new();
        let mut tell = |structure: Option<Structure>, at: &str, what: &str| {
            if let Some(structure) = structure {
                all.push((structure, Sign::new(at, what)));
            }
        };
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let of = |told: Option<&Told>| told.map(|told| told.structure);
        tell(of(told.rest.as_ref()), REST_LINK, &text(&signs.rest_link));
        if let Some(feed) = told.feeds.first() {
            tell(
                Some(feed.structure),
                FEED,
                signs.feeds.first().map_or("", String::as_str),
            );
        }
        let canonical = text(&signs.canonical);
        let path = self.address.own_path(&canonical).unwrap_or_default();
        tell(permalinks::of_page(path, &homes), CANONICAL, &canonical);
        tell(of(told.oembed.as_ref()), OEMBED, &text(&signs.oembed));
        for page in &self.shop_pages {
            let path = self.address.own_path(page).unwrap_or_default();
            tell(permalinks::of_page(path, &homes), "script: cart_url", page);
        }
        let links = self.own_links.iter().map(String::as_str);
        if let Some((structure, link)) = permalinks::of_links(links, &homes) {
            tell(Some(structure), "a[href]", link);
        }
        self.signs.permalinks = PermalinkSigns::decide(all);
    }
}

const REST_LINK: &str = "link[rel=\"https://api.w.org/\"]";
const CANONICAL: &str = "link[rel=\"canonical\"]";
const FEED: &str = "link[type=\"application/rss+xml\"]";
const OEMBED: &str = "link[type=\"application/json+oembed\"]";

/// The `hreflang` of the page for everybody else.
const X_DEFAULT: &str = "x-default";
