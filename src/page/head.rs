//! `<link>` and `<meta>`: what a page says of itself.

use super::collect::{Collector, content, value};
use super::limits;
use super::names::{AS, CONTENT, HREF, HREFLANG, HTTP_EQUIV, NAME, REL, TYPE};
use super::refs::{self, Kind, sign};
use super::signs::{Alternate, LanguagePlugin};
use super::tokenizer::Tag;
use crate::shop::Url;

/// The relation of WordPress's REST link.
const REST: &str = "https://api.w.org/";

/// Content of the generator element on Callback Doctor's own demo shop, at its beginning.
const DEMO: &str = "Callback Doctor demo shop";

impl Collector {
    pub(super) fn meta(&mut self, tag: &Tag<'_>) {
        let name = value(tag, NAME).unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "generator" => self.generator(tag, &content(tag)),
            "woo-coming-soon-page" => self.signs.coming_soon = true,
            _ => {}
        }
        let policy = value(tag, HTTP_EQUIV).unwrap_or_default();
        if policy.eq_ignore_ascii_case("content-security-policy") {
            let content = content(tag).to_ascii_lowercase();
            self.signs.http_refs.upgraded |= content.contains("upgrade-insecure-requests");
        }
    }

    fn generator(&mut self, tag: &Tag<'_>, content: &str) {
        let signs = &mut self.signs;
        let sign = || {
            let mut sign = sign(tag, CONTENT, content);
            sign.at = String::from("meta[name=\"generator\"]");
            sign
        };
        if let Some(version) = version_of("WordPress", content) {
            signs.wordpress = Some(version);
        } else if let Some(version) = version_of("WooCommerce", content) {
            let woo = signs.woocommerce.get_or_insert_default();
            woo.version = Some(version);
            woo.evidence.insert(0, sign());
            woo.evidence.truncate(limits::EXAMPLES);
        } else if content.starts_with(DEMO) {
            signs.demo = true;
        } else if let Some((_, plugin)) = LANGUAGE_GENERATORS
            .iter()
            .find(|(name, _)| content.starts_with(name))
        {
            self.language_plugin(*plugin, sign());
        }
    }

    pub(super) fn link(&mut self, tag: &Tag<'_>) {
        let (Some(rel), Some(href)) = (value(tag, REL), value(tag, HREF)) else {
            return;
        };
        if href.is_empty() {
            return;
        }
        if let Some(kind) = refs::of_link(&rel, &value(tag, AS).unwrap_or_default()) {
            self.reference(tag, HREF, kind, &href);
            self.asset(tag, HREF);
        }
        for word in rel.split_ascii_whitespace() {
            match word.to_ascii_lowercase().as_str() {
                REST => self.own_address(tag, &href, |signs| &mut signs.rest_link),
                "canonical" => self.own_address(tag, &href, |signs| &mut signs.canonical),
                "shortlink" => self.own_address(tag, &href, |signs| &mut signs.shortlink),
                "edituri" => {
                    let href = self.address.text(&href);
                    self.signs.edit_uri.get_or_insert(href);
                }
                "alternate" => self.alternate(tag, &href),
                _ => {}
            }
        }
    }

    fn alternate(&mut self, tag: &Tag<'_>, href: &str) {
        let signs = &mut self.signs;
        if let Some(lang) = value(tag, HREFLANG).filter(|lang| !lang.is_empty()) {
            if signs.languages.alternates.len() < limits::ALTERNATES {
                signs.languages.alternates.push(Alternate {
                    lang,
                    href: self.address.text(href),
                    prefix: None,
                });
            }
            return;
        }
        let kind = value(tag, TYPE).unwrap_or_default().to_ascii_lowercase();
        match kind.as_str() {
            "application/rss+xml" | "application/atom+xml" => {
                if signs.feeds.len() < limits::FEEDS {
                    signs.feeds.push(self.address.text(href));
                }
                self.own_http(tag, href);
            }
            "application/json+oembed" if signs.oembed.is_none() => {
                signs.oembed = Some(self.address.text(href));
            }
            _ => {}
        }
    }

    /// Keeps an address that the site gives for itself; the first one counts.
    fn own_address(
        &mut self,
        tag: &Tag<'_>,
        href: &str,
        field: impl Fn(&mut super::PageSigns) -> &mut Option<String>,
    ) {
        if self.address.page.is_none() {
            // Nobody said where the page is from: this is what it says.
            self.address.page = Url::parse(href).ok();
        }
        let text = self.address.text(href);
        if field(&mut self.signs).is_none() {
            *field(&mut self.signs) = Some(text);
        }
        self.own_http(tag, href);
    }

    fn own_http(&mut self, tag: &Tag<'_>, href: &str) {
        if self
            .address
            .url(href)
            .is_some_and(|url| self.address.is_own(&url))
        {
            self.reference(tag, HREF, Kind::Links, href);
        }
    }
}

/// The version in a generator element such as `WooCommerce 10.9.1`. Add-ons, as in `WooCommerce Payments 9.0`, are others.
fn version_of(product: &str, content: &str) -> Option<String> {
    let version = content.strip_prefix(product)?.trim_start();
    version
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| refs::cut(version, limits::VERSION_BYTES).to_owned())
}

/// How language plugins begin the content of their generator element. Source: domain fact sheet, section 5.2 (2026-11-22).
const LANGUAGE_GENERATORS: &[(&str, LanguagePlugin)] = &[
    ("qTranslate-XT", LanguagePlugin::QtranslateXt),
    ("WPML", LanguagePlugin::Wpml),
    ("WPGlobus", LanguagePlugin::WpGlobus),
];
