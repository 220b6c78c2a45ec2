//! What can be said only when the whole page was seen.

use super::WORDPRESS_REST;
use super::collect::Collector;
use super::languages::Languages;
use super::permalinks::{self, Told};
use super::signs::{HttpRefs, LanguagePlugin, PageSigns, PermalinkSigns, Sign, Structure};
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
    let mut signs = collector.signs;
    if told.rest.is_some() || signs.edit_uri.is_some() {
        signs.wordpress.get_or_insert_default();
    }
    // A block cart loads the same script as a block checkout.
    signs.block_checkout &= !collector.is_cart;
    let page = collector.address.page();
    if page.is_none_or(|page| page.scheme() != Scheme::Https) {
        signs.http_refs = HttpRefs::default();
    }
    signs
}

/// The addresses that tell something, read once.
struct Addresses {
    rest: Option<Told>,
    oembed: Option<Told>,
    feeds: Vec<Told>,
    /// The shop's home as `home_url()` gives it: where it was seen, and its path.
    home: Option<(Url, String)>,
    /// Whether the home is more than a guess from a feed: Polylang prefixes feeds and leaves the home alone.
    is_home_sure: bool,
}

impl Addresses {
    fn read(collector: &Collector) -> Self {
        let signs = &collector.signs;
        let mut addresses = Self {
            rest: None,
            oembed: None,
            feeds: Vec::new(),
            home: None,
            is_home_sure: false,
        };
        addresses.rest = addresses.tell(signs.rest_link.as_deref(), permalinks::of_rest);
        addresses.oembed = addresses.tell(signs.oembed.as_deref(), permalinks::of_rest);
        let own = |address: &&str| collector.address.own_path(address).is_some();
        let shortlink = signs.shortlink.as_deref().filter(own);
        addresses.tell(shortlink, |url| {
            permalinks::of_query(url, &["p", "page_id"])
        });
        let ajax = signs.wc_ajax_url.as_deref();
        let ajax = ajax.map(|address| collector.address.text(address));
        addresses.tell(ajax.as_deref(), |url| {
            permalinks::of_query(url, &["wc-ajax"])
        });
        addresses.is_home_sure = addresses.home.is_some();
        for address in &signs.feeds {
            let Ok(url) = Url::parse(address) else {
                continue;
            };
            let Some(told) = permalinks::of_feed(&url).filter(|_| own(&address.as_str())) else {
                continue;
            };
            // A feed of one page lies below that page; that of the whole site comes twice, with its comments.
            let is_site = told.home == "/" || addresses.feeds.contains(&told);
            if is_site && addresses.home.is_none() {
                addresses.home = Some((url, told.home.clone()));
            }
            addresses.feeds.push(told);
        }
        addresses
    }

    /// Reads an address; the first one that tells a home decides.
    fn tell(&mut self, address: Option<&str>, of: fn(&Url) -> Option<Told>) -> Option<Told> {
        let url = Url::parse(address?).ok()?;
        let told = of(&url)?;
        if self.home.is_none() {
            self.home = Some((url, told.home.clone()));
        }
        Some(told)
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
        let Some((url, path)) = &told.home else {
            return;
        };
        // WordPress's own files lie where it is installed; a home in that very folder is a folder, not a language.
        let edit_uri = self.signs.edit_uri.as_deref();
        let installed = edit_uri.and_then(|uri| self.address.own_path(uri));
        let is_installed = installed
            .and_then(|file| file.strip_prefix(path.as_str()))
            .is_some_and(|file| file.starts_with("xmlrpc.php"));
        let (home, prefix) = if is_installed {
            (path.as_str(), None)
        } else {
            self.languages().split(path)
        };
        let prefix = prefix.filter(|_| told.is_home_sure).map(str::to_owned);
        self.signs.home = Some(url.with_path(home).to_string());
        self.home_path = home.to_owned();
        self.signs.home_prefix = prefix;
    }

    /// Finds the language prefixes: in the `hreflang` rows, the page's own path, its feeds and WordPress's home.
    fn prefixes(&mut self, told: &Addresses) {
        let languages = self.languages();
        let mut rows = Vec::new();
        for row in languages.alternates {
            let path = self.address.own_path(&row.href).unwrap_or_default();
            let lang = (!row.lang.eq_ignore_ascii_case(X_DEFAULT)).then_some(row.lang.as_str());
            let prefix = languages.prefix(path, &self.home_path, lang);
            rows.push(prefix.map(str::to_owned));
        }
        let mut others = Vec::new();
        // Without pretty addresses there are no folders for languages; the server just answers everything alike.
        let is_plain = |told: &Told| told.structure == Structure::Plain;
        let page = self.address.page().map(Url::path).unwrap_or_default();
        if !told.rest.as_ref().is_some_and(is_plain) {
            others.push(page);
        }
        for feed in &told.feeds {
            others.push(&feed.home);
        }
        let mut prefixes = Vec::new();
        for path in others {
            let prefix = languages.prefix(path, &self.home_path, None);
            prefixes.push(prefix.map(str::to_owned));
        }
        prefixes.push(self.signs.home_prefix.clone());
        let signs = &mut self.signs.languages;
        for (row, prefix) in signs.alternates.iter_mut().zip(&rows) {
            row.prefix.clone_from(prefix);
        }
        for prefix in [rows, prefixes].into_iter().flatten().flatten() {
            signs.add_prefix(prefix);
        }
    }

    /// Polylang leaves no file or class on a page without its switcher, but its addresses tell: feeds with a prefix below a
    /// home without one, and a language in the oEmbed link. Every other plugin known here prefixes the home as well.
    /// Source: pages of Polylang 3.8.5 (2026-11-22).
    fn polylang(&mut self, told: &Addresses) {
        let signs = &self.signs;
        if signs.languages.plugin.is_some() || signs.home_prefix.is_some() || !told.is_home_sure {
            return;
        }
        let languages = self.languages();
        let mut evidence = Vec::new();
        for feed in &told.feeds {
            if let Some(prefix) = languages.prefix(&feed.home, &self.home_path, None)
                && evidence.is_empty()
            {
                evidence.push(Sign::new(FEED.to_owned(), prefix));
            }
        }
        let oembed = signs.oembed.as_deref().unwrap_or_default();
        if oembed.contains("&lang=") {
            evidence.push(Sign::new(OEMBED.to_owned(), oembed));
        }
        if !evidence.is_empty() {
            self.signs.languages.plugin = Some(LanguagePlugin::Polylang);
            self.signs.languages.evidence = evidence;
        }
    }

    fn permalinks(&mut self, told: &Addresses) {
        let signs = &self.signs;
        let mut homes = vec![self.home_path.clone()];
        for prefix in &signs.languages.prefixes {
            homes.push([&self.home_path, prefix.as_str(), "/"].concat());
        }
        let mut all = Vec::new();
        let mut tell = |structure: Option<Structure>, at: &str, what: Option<&str>| {
            if let Some(structure) = structure {
                let sign = Sign::new(at.to_owned(), what.unwrap_or_default());
                all.push((structure, sign));
            }
        };
        let of = |told: Option<&Told>| told.map(|told| told.structure);
        let of_page =
            |address: Option<&str>| permalinks::of_page(self.address.own_path(address?)?, &homes);
        let rest_link = ["link[rel=\"", WORDPRESS_REST, "\"]"].concat();
        tell(
            of(told.rest.as_ref()),
            &rest_link,
            signs.rest_link.as_deref(),
        );
        let feed = signs.feeds.first().map(String::as_str);
        tell(of(told.feeds.first()), FEED, feed);
        let canonical = signs.canonical.as_deref();
        tell(of_page(canonical), "link[rel=\"canonical\"]", canonical);
        tell(of(told.oembed.as_ref()), OEMBED, signs.oembed.as_deref());
        let cart = self.cart_url.as_deref();
        tell(of_page(cart), "script: cart_url", cart);
        if let Some((structure, link)) = permalinks::of_links(&self.own_links, &homes) {
            tell(Some(structure), "a[href]", Some(link));
        }
        self.signs.permalinks = PermalinkSigns::decide(all);
    }
}

const FEED: &str = "link[type=\"application/rss+xml\"]";
const OEMBED: &str = "link[type=\"application/json+oembed\"]";

/// The `hreflang` of the page for everybody else.
const X_DEFAULT: &str = "x-default";
