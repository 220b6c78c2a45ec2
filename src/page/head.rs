//! `<link>` and `<meta>`: what a page says of itself.

use super::collect::{Collector, words};
use super::fingerprints::LANGUAGE_GENERATORS;
use super::refs::{self, Kind, value};
use super::signs::{Alternate, PageSigns};
use super::{WORDPRESS_REST, limits};
use crate::html::elements::Reference;
use crate::html::names::{AS, CONTENT, HREF, HREFLANG, HTTP_EQUIV, NAME, REL, TYPE};
use crate::html::tokenizer::Tag;
use crate::shop::Url;

impl Collector {
    pub(super) fn meta(&mut self, tag: &Tag<'_>) {
        let is = |name, word: &str| {
            let value = tag.get(name).unwrap_or_default();
            value.eq_ignore_ascii_case(word.as_bytes())
        };
        if is(NAME, "generator") {
            self.generator(&value(tag, CONTENT));
        } else if is(NAME, "woo-coming-soon-page") {
            self.signs.coming_soon = true;
        } else if is(HTTP_EQUIV, "content-security-policy") {
            let policy = value(tag, CONTENT).to_ascii_lowercase();
            self.signs.http_refs.upgraded |= policy.contains("upgrade-insecure-requests");
        }
    }

    fn generator(&mut self, content: &str) {
        let sign = |content| super::Sign::new(String::from("meta[name=\"generator\"]"), content);
        let signs = &mut self.signs;
        if let Some(version) = version_of("WordPress", content) {
            signs.wordpress = Some(version);
        } else if let Some(version) = version_of("WooCommerce", content) {
            let woo = signs.woocommerce.get_or_insert_default();
            woo.version = Some(version);
            woo.evidence.insert(0, sign(content));
            woo.evidence.truncate(limits::EXAMPLES);
        } else {
            for (name, plugin) in LANGUAGE_GENERATORS {
                if content.starts_with(name) {
                    self.language_plugin(*plugin, sign(content));
                }
            }
        }
    }

    pub(super) fn link(&mut self, tag: &Tag<'_>) {
        for word in words(tag, REL) {
            let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
            if is("alternate") {
                self.alternate(tag);
            } else if is(WORDPRESS_REST) {
                self.own_address(tag, |signs| &mut signs.rest_link);
            } else if is("canonical") {
                self.own_address(tag, |signs| &mut signs.canonical);
            } else if is("shortlink") {
                self.own_address(tag, |signs| &mut signs.shortlink);
            } else if is("EditURI") {
                if self.signs.edit_uri.is_none() {
                    self.signs.edit_uri = Some(self.address.text(&value(tag, HREF)));
                }
            } else if let Some(kind) = refs::of_link(word, tag.get(AS).unwrap_or_default()) {
                self.references(tag, &[Reference::new("href", kind)]);
                return self.asset(tag, "href");
            }
        }
    }

    fn alternate(&mut self, tag: &Tag<'_>) {
        let lang = value(tag, HREFLANG);
        let kind = tag.get(TYPE).unwrap_or_default();
        let is = |name: &str| kind.eq_ignore_ascii_case(name.as_bytes());
        let is_feed = is("application/rss+xml") || is("application/atom+xml");
        let is_oembed = is("application/json+oembed");
        if lang.is_empty() && !is_feed && !is_oembed {
            return;
        }
        let href = value(tag, HREF);
        let address = self.address.text(&href);
        let signs = &mut self.signs;
        let alternates = &mut signs.languages.alternates;
        if !lang.is_empty() {
            if alternates.len() < limits::ALTERNATES {
                alternates.push(Alternate {
                    lang: lang.into_owned(),
                    href: address,
                    prefix: None,
                });
            }
        } else if is_oembed {
            signs.oembed.get_or_insert(address);
        } else {
            if signs.feeds.len() < limits::FEEDS {
                signs.feeds.push(address);
            }
            self.own_http(tag, &href);
        }
    }

    /// Keeps an address that the site gives for itself; the first one counts.
    fn own_address(&mut self, tag: &Tag<'_>, field: fn(&mut PageSigns) -> &mut Option<String>) {
        let href = value(tag, HREF);
        if href.is_empty() {
            return;
        }
        if self.address.page().is_none()
            && let Ok(url) = Url::parse(&href)
        {
            // Nobody said where the page is from: this is what it says.
            self.address.set_page(url);
        }
        let field = field(&mut self.signs);
        if field.is_none() {
            *field = Some(self.address.text(&href));
        }
        self.own_http(tag, &href);
    }

    fn own_http(&mut self, tag: &Tag<'_>, href: &str) {
        if self.address.own_path(href).is_some() {
            self.reference(tag, "href", Kind::Links, href);
        }
    }
}

/// The version in a generator element such as `WooCommerce 10.9.1`. Add-ons, as in `WooCommerce Payments 9.0`, are others.
fn version_of(product: &str, content: &str) -> Option<String> {
    let version = content.strip_prefix(product)?.trim_ascii_start();
    version
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| refs::cut(version, limits::VERSION_BYTES).to_owned())
}
