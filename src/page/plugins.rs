//! Plugins, by the files that the page loads from their folders, and by classes and ids.

use super::collect::Collector;
use super::find::find;
use super::fingerprints::{
    GATEWAYS, KUSTOM, KUSTOM_MARKS, LANGUAGE_FOLDERS, LANGUAGE_HOSTS, LANGUAGE_MARKS, MAIN_IDS,
    is_mark_start,
};
use super::names::ID;
use super::refs::{self, sign};
use super::signs::{GatewaySigns, LanguagePlugin, Sign};
use super::tokenizer::{Name, Tag};
use super::{limits, settings};

impl Collector {
    /// Looks at the address of a file that the page loads.
    pub(super) fn asset(&mut self, tag: &Tag<'_>, attribute: &str) {
        let raw = tag.get(Name::of(attribute)).unwrap_or_default();
        match origin(raw) {
            Origin::Plugin => {}
            Origin::WordPress => {
                self.signs.wordpress.get_or_insert_default();
                return;
            }
            Origin::Service(plugin) => {
                return self.language_plugin(plugin, sign(tag, attribute, &refs::read(raw)));
            }
            Origin::Elsewhere => return,
        }
        let address = refs::read(raw);
        let Some(asset) = Asset::read(&address) else {
            return;
        };
        let signs = &mut self.signs;
        signs.wordpress.get_or_insert_default();
        if !signs.plugins.iter().any(|slug| slug == asset.slug) {
            if signs.plugins.len() >= limits::PLUGINS {
                return;
            }
            signs.plugins.push(asset.slug.to_owned());
        }
        if asset.slug == "woocommerce" {
            let woo = signs.woocommerce.get_or_insert_default();
            if woo.evidence.len() < limits::EXAMPLES {
                woo.evidence.push(sign(tag, attribute, &address));
            }
            if woo.version.is_none() {
                woo.version = asset.woo_version();
            }
            return;
        }
        if GATEWAYS.contains(&asset.slug) {
            let is_main = asset.is_main() || tag.get(ID).is_some_and(|id| MAIN_IDS.contains(&id));
            let version = asset.version.filter(|_| is_main);
            self.gateway_sign(asset.slug, version, sign(tag, attribute, &address));
            self.signs.block_checkout |=
                asset.slug == KUSTOM && asset.file.ends_with("/blocks/build/checkout.js");
            return;
        }
        for (folder, plugin) in LANGUAGE_FOLDERS {
            if asset.slug.starts_with(folder) {
                return self.language_plugin(*plugin, sign(tag, attribute, &address));
            }
        }
    }

    fn gateway_sign(&mut self, plugin: &str, version: Option<&str>, sign: Sign) {
        let gateways = &mut self.signs.gateways;
        if !gateways.iter().any(|gateway| gateway.plugin == plugin) {
            gateways.push(GatewaySigns {
                plugin: plugin.to_owned(),
                ..GatewaySigns::default()
            });
        }
        for gateway in gateways {
            if gateway.plugin != plugin {
                continue;
            }
            if gateway.version.is_none() && version.is_some() {
                // What shows the version comes first.
                gateway.version = version.map(str::to_owned);
                gateway.evidence.insert(0, sign);
                gateway.evidence.truncate(limits::EXAMPLES);
            } else if gateway.evidence.len() < limits::EXAMPLES {
                gateway.evidence.push(sign);
            }
            return;
        }
    }

    pub(super) fn language_plugin(&mut self, plugin: LanguagePlugin, sign: Sign) {
        let hints = &mut self.language_plugins;
        if hints.iter().filter(|(known, _)| *known == plugin).count() < limits::EXAMPLES {
            hints.push((plugin, sign));
        }
    }

    /// One of Kustom Checkout's settings.
    pub(super) fn kco_param(&mut self, key: &[u8], value: &[u8]) {
        let value = settings::decode(value);
        if self.signs.kco_params.is_none() {
            let at = String::from("script: var kco_params");
            self.gateway_sign(KUSTOM, None, Sign::new(at, &value));
        }
        let urls = &mut self.signs.kco_params.get_or_insert_default().urls;
        let is_address = ["/", "?", "http://", "https://"]
            .iter()
            .any(|start| value.starts_with(start));
        if is_address && urls.len() < limits::SETTINGS {
            urls.push((settings::decode(key), value));
        }
    }

    /// A class of `<body>`.
    pub(super) fn body_class(&mut self, class: &[u8]) {
        self.is_cart |= class == b"woocommerce-cart";
        let is_woo = class == b"woocommerce" || class.starts_with(b"woocommerce-");
        let is_translate_press = class.starts_with(b"translatepress-");
        if !is_woo && !is_translate_press {
            return;
        }
        let sign = Sign::new(String::from("body[class]"), &String::from_utf8_lossy(class));
        if is_translate_press {
            return self.language_plugin(LanguagePlugin::TranslatePress, sign);
        }
        let woo = self.signs.woocommerce.get_or_insert_default();
        if woo.evidence.len() < limits::EXAMPLES {
            woo.evidence.push(sign);
        }
    }

    /// Looks at the classes, or the id, of any element.
    pub(super) fn marks(&mut self, tag: &Tag<'_>, attribute: &str, raw: &[u8]) {
        let mut rest = raw;
        // Nearly every word is nothing, and goes by its first four letters.
        while let Some(start) = rest.first_chunk::<4>() {
            if is_mark_start(*start) {
                let word = rest.split(u8::is_ascii_whitespace).next();
                self.mark(tag, attribute, word.unwrap_or_default());
            }
            let Some(space) = find(rest, 0, b' ') else {
                return;
            };
            rest = rest.get(space + 1..).unwrap_or_default();
        }
    }

    fn mark(&mut self, tag: &Tag<'_>, attribute: &str, word: &[u8]) {
        let sign = || {
            let mut at = String::from_utf8_lossy(tag.text).to_ascii_lowercase();
            at.push('[');
            at.push_str(attribute);
            at.push(']');
            Sign::new(at, &String::from_utf8_lossy(word))
        };
        for (mark, plugin) in LANGUAGE_MARKS {
            if word.starts_with(mark.as_bytes()) {
                // A switcher has many marks; they weigh no more than one file of another plugin.
                if self
                    .language_plugins
                    .iter()
                    .all(|(known, _)| known != plugin)
                {
                    self.language_plugin(*plugin, sign());
                }
                return;
            }
        }
        if KUSTOM_MARKS.iter().any(|mark| mark.as_bytes() == word) {
            self.gateway_sign(KUSTOM, None, sign());
        }
    }
}

/// Where a file lies, at first sight.
enum Origin {
    Elsewhere,
    /// In a folder called `plugins`.
    Plugin,
    /// In another folder of WordPress.
    WordPress,
    /// At a language service.
    Service(LanguagePlugin),
}

fn origin(raw: &[u8]) -> Origin {
    let mut at = 0;
    let mut is_wordpress = false;
    while let Some(slash) = find(raw, at, b'/') {
        at = slash + 1;
        let rest = raw.get(at..).unwrap_or_default();
        if rest.starts_with(b"plugins/") {
            return Origin::Plugin;
        }
        is_wordpress |= rest.starts_with(b"wp-content/") || rest.starts_with(b"wp-includes/");
        if let Some(host) = rest.strip_prefix(b"/cdn.") {
            for (name, plugin) in LANGUAGE_HOSTS {
                if host.starts_with(name.as_bytes()) {
                    return Origin::Service(*plugin);
                }
            }
        }
    }
    if is_wordpress {
        Origin::WordPress
    } else {
        Origin::Elsewhere
    }
}

/// A file in a plugin's folder.
struct Asset<'a> {
    slug: &'a str,
    /// The path from the folder on, beginning with a slash.
    file: &'a str,
    version: Option<&'a str>,
}

impl<'a> Asset<'a> {
    /// Finds `/wp-content/plugins/<slug>/` in an address; the content folder may have been renamed as Bedrock does.
    fn read(address: &'a str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let at = path.find("/plugins/")?;
        let (front, rest) = (path.get(..at)?, path.get(at + "/plugins/".len()..)?);
        if !["/wp-content", "/app", "/content"]
            .iter()
            .any(|folder| front.ends_with(folder))
        {
            return None;
        }
        let at = rest.find('/')?;
        let (slug, file) = rest.split_at(at);
        let is_sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if slug.is_empty() || slug.len() > limits::SLUG_BYTES || !slug.bytes().all(is_sound) {
            return None;
        }
        let version = query
            .split(['&', '#'])
            .find_map(|pair| pair.strip_prefix("ver="));
        Some(Self {
            slug,
            file,
            version: version.filter(|version| is_version(version)),
        })
    }

    /// Whether the file carries the plugin's own name: others in its folder have versions of their own.
    fn is_main(&self) -> bool {
        let name = self.file.rsplit('/').next().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        stem.len() >= MAIN_BYTES && self.slug.starts_with(stem)
    }

    /// WooCommerce's version: its own scripts have it alone, its blocks as `wc-10.9.1`, bundled libraries behind theirs as
    /// `2.7.0-wc.10.9.1`. Source: pages of WooCommerce 10.9.1 (2026-11-22).
    fn woo_version(&self) -> Option<String> {
        let version = self.version?;
        let own = match version.find("wc") {
            Some(at) => version.get(at + 3..)?,
            None if self.file.starts_with("/assets/js/frontend/") => version,
            None => return None,
        };
        is_version(own).then(|| own.to_owned())
    }
}

/// Whether a `ver=` is a version and not a checksum.
fn is_version(text: &str) -> bool {
    let own = text.strip_prefix("wc-").unwrap_or(text);
    text.len() <= limits::VERSION_BYTES
        && own.starts_with(|c: char| c.is_ascii_digit())
        && own.contains('.')
        && own
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-+_".contains(&byte))
}

/// Bytes of the shortest file name that counts as the plugin's own.
const MAIN_BYTES: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_from_checksums() {
        for (address, version) in [
            ("/wp-content/plugins/a/x.js?ver=2.20.9", Some("2.20.9")),
            (
                "/wp-content/plugins/a/x.js?a=b&ver=2.20.9#top",
                Some("2.20.9"),
            ),
            (
                "/wp-content/plugins/a/x.js?ver=3.0.0-beta.1",
                Some("3.0.0-beta.1"),
            ),
            ("/wp-content/plugins/a/x.js?ver=b6572d146d9a5337699f", None),
            ("/wp-content/plugins/a/x.js?ver=1732345678", None),
            ("/wp-content/plugins/a/x.js", None),
        ] {
            let asset = Asset::read(address).unwrap();
            assert_eq!((asset.slug, asset.version), ("a", version), "{address}");
        }
    }

    #[test]
    fn only_wordpress_folders_hold_plugins() {
        for (address, slug) in [
            (
                "https://shop.example.com/app/plugins/woo-vipps/v.js",
                Some("woo-vipps"),
            ),
            ("/sv/wp-content/plugins/x/y/z.css", Some("x")),
            ("https://connect.example.net/plugins/like/x.js", None),
            ("/wp-content/plugins/x.js", None),
            ("/wp-content/plugins//x.js", None),
            ("/wp-content/plugins/%3Cscript%3E/x.js", None),
            ("/x?u=/wp-content/plugins/y/z", None),
        ] {
            assert_eq!(
                Asset::read(address).map(|asset| asset.slug),
                slug,
                "{address}"
            );
        }
    }

    #[test]
    fn only_the_plugins_own_files_show_its_version() {
        for (file, is_main) in [
            ("/assets/js/klarna-checkout-for-woocommerce.min.js", true),
            ("/assets/css/klarna-checkout-for-woocommerce.css", true),
            (
                "/dependencies/krokedil/shipping/src//assets/js/pickup-point-select.js",
                false,
            ),
            ("/blocks/build/checkout.js", false),
            ("/assets/js/klarna.js", true),
            ("/assets/js/k.js", false),
        ] {
            let asset = Asset {
                slug: KUSTOM,
                file,
                version: None,
            };
            assert_eq!(asset.is_main(), is_main, "{file}");
        }
    }
}
