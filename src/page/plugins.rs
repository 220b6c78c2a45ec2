//! Plugins, by the files that the page loads from their folders, and by classes and ids.

use super::collect::Collector;
use super::find::find;
use super::limits;
use super::names::{CLASS, ID};
use super::refs::{self, sign};
use super::signs::{GatewaySigns, KcoParams, LanguagePlugin, Sign};
use super::tokenizer::{Name, Tag};

/// The folder of Kustom Checkout; the name did not change with the brand.
pub(super) const KUSTOM: &str = "klarna-checkout-for-woocommerce";

impl Collector {
    /// Looks at the address of a file that the page loads.
    pub(super) fn asset(&mut self, tag: &Tag<'_>, attribute: Name) {
        let Some(raw) = tag.get(attribute) else {
            return;
        };
        self.asset_host(tag, attribute, raw);
        if self.signs.wordpress.is_none()
            && (has_folder(raw, b"wp-content/") || has_folder(raw, b"wp-includes/"))
        {
            self.signs.wordpress = Some(String::new());
        }
        if !has_folder(raw, b"plugins/") {
            return;
        }
        let address = refs::value(raw);
        let Some(asset) = Asset::read(&address) else {
            return;
        };
        let signs = &mut self.signs;
        if !signs.plugins.iter().any(|slug| slug == asset.slug) {
            if signs.plugins.len() >= limits::PLUGINS {
                return;
            }
            signs.plugins.push(asset.slug.to_owned());
        }
        let sign = || sign(tag, attribute, &address);
        if asset.slug == "woocommerce" {
            let woo = signs.woocommerce.get_or_insert_default();
            if woo.evidence.len() < limits::EXAMPLES {
                woo.evidence.push(sign());
            }
            woo.version = woo.version.take().or_else(|| asset.woo_version());
        } else if GATEWAYS.contains(&asset.slug) {
            let is_main = asset.is_main() || tag.get(ID).is_some_and(|id| MAIN_IDS.contains(&id));
            let version = asset.version.filter(|_| is_main).map(str::to_owned);
            self.gateway_sign(asset.slug, version, sign());
            if asset.slug == KUSTOM && asset.file.ends_with("/blocks/build/checkout.js") {
                self.signs.block_checkout = true;
            }
        } else if let Some((_, plugin)) = LANGUAGE_FOLDERS
            .iter()
            .find(|(folder, _)| asset.slug.starts_with(folder))
        {
            self.language_plugin(*plugin, sign());
        }
    }

    /// Services that are loaded from their own hosts.
    fn asset_host(&mut self, tag: &Tag<'_>, attribute: Name, raw: &[u8]) {
        let Some(rest) = find(raw, 0, b'/').and_then(|at| raw.get(at..)) else {
            return;
        };
        let Some(host) = rest.strip_prefix(b"//cdn.") else {
            return;
        };
        if let Some((_, plugin)) = LANGUAGE_HOSTS
            .iter()
            .find(|(name, _)| host.starts_with(name.as_bytes()))
        {
            self.language_plugin(*plugin, sign(tag, attribute, &refs::value(raw)));
        }
    }

    pub(super) fn gateway_sign(&mut self, plugin: &str, version: Option<String>, sign: Sign) {
        let gateways = &mut self.signs.gateways;
        let at = gateways
            .iter()
            .position(|gateway| gateway.plugin == plugin)
            .unwrap_or_else(|| {
                gateways.push(GatewaySigns {
                    plugin: plugin.to_owned(),
                    ..GatewaySigns::default()
                });
                gateways.len() - 1
            });
        let Some(gateway) = gateways.get_mut(at) else {
            return;
        };
        if gateway.version.is_none() && version.is_some() {
            // What shows the version comes first.
            gateway.version = version;
            gateway.evidence.insert(0, sign);
            gateway.evidence.truncate(limits::EXAMPLES);
        } else if gateway.evidence.len() < limits::EXAMPLES {
            gateway.evidence.push(sign);
        }
    }

    pub(super) fn language_plugin(&mut self, plugin: LanguagePlugin, sign: Sign) {
        let hints = &mut self.language_plugins;
        if hints.iter().filter(|(known, _)| *known == plugin).count() < limits::EXAMPLES {
            hints.push((plugin, sign));
        }
    }

    pub(super) fn found_kco_params(&mut self, urls: Vec<(String, String)>) {
        let what = urls
            .first()
            .map_or("", |(_, address)| address.as_str())
            .to_owned();
        self.signs.kco_params = Some(KcoParams { urls });
        self.gateway_sign(KUSTOM, None, Sign::new("script: var kco_params", &what));
    }

    /// A class of `<body>`.
    pub(super) fn body_class(&mut self, class: &str) {
        let sign = || Sign::new("body[class]", class);
        self.is_cart |= class == "woocommerce-cart";
        if class == "woocommerce" || class.starts_with("woocommerce-") {
            let woo = self.signs.woocommerce.get_or_insert_default();
            if woo.evidence.len() < limits::EXAMPLES {
                woo.evidence.push(sign());
            }
        } else if class.starts_with("translatepress-") {
            self.language_plugin(LanguagePlugin::TranslatePress, sign());
        }
    }

    /// One class, or the id, of any element.
    pub(super) fn mark(&mut self, attribute: Name, word: &[u8]) {
        // Nearly every word is nothing, and goes by its first four letters.
        let Some(start) = word.first_chunk::<4>() else {
            return;
        };
        if !MARK_STARTS.contains(&u32::from_le_bytes(*start)) {
            return;
        }
        let sign = || {
            let at = if attribute == CLASS {
                "[class]"
            } else {
                "[id]"
            };
            Sign::new(at, &String::from_utf8_lossy(word))
        };
        if let Some((_, plugin)) = LANGUAGE_MARKS
            .iter()
            .find(|(mark, _)| word.starts_with(mark.as_bytes()))
        {
            self.language_plugin(*plugin, sign());
        } else if KUSTOM_MARKS.iter().any(|mark| mark.as_bytes() == word) {
            self.gateway_sign(KUSTOM, None, sign());
        }
    }
}

/// Whether `folder`, with a slash behind it, stands after a slash.
fn has_folder(raw: &[u8], folder: &[u8]) -> bool {
    let mut at = 0;
    while let Some(slash) = find(raw, at, b'/') {
        at = slash + 1;
        if raw.get(at..).is_some_and(|rest| rest.starts_with(folder)) {
            return true;
        }
    }
    false
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
        let (front, rest) = path.split_once("/plugins/")?;
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
        let own = match version.split_once("wc") {
            Some((_, own)) => own.trim_start_matches(['-', '.']),
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

/// Ids of scripts and styles whose version is Kustom Checkout's.
const MAIN_IDS: [&[u8]; 2] = [b"kco-js", b"kco-css"];

/// Folders of payment plugins. Source: domain fact sheet, section 6 (2026-11-22).
const GATEWAYS: &[&str] = &[
    KUSTOM,
    "klarna-payments-for-woocommerce",
    "avarda-checkout-for-woocommerce",
    "briqpay-for-woocommerce",
    "checkout-com-unified-payments-api",
    "collector-checkout-for-woocommerce",
    "dibs-easy-for-woocommerce",
    "dintero-checkout-express",
    "mollie-payments-for-woocommerce",
    "paytrail-for-woocommerce",
    "qliro-for-woocommerce",
    "qliro-one-for-woocommerce",
    "resurs-bank-payments-for-woocommerce",
    "svea-checkout-for-woocommerce",
    "swedbank-pay-woocommerce-checkout",
    "woo-vipps",
    "woocommerce-gateway-amazon-payments-advanced",
    "woocommerce-gateway-stripe",
    "woocommerce-paypal-payments",
    "woocommerce-quickpay",
];

/// Ids and classes of Kustom Checkout's elements. Source: domain fact sheet, section 1.5 (2026-11-22).
const KUSTOM_MARKS: &[&str] = &[
    "kco-checkout",
    "kco-iframe",
    "kco-order-review",
    "kco-wrapper",
    "klarna-checkout-container",
    "payment_method_kco",
];

/// How the folders of language plugins begin. Source: domain fact sheet, section 5.2 (2026-11-22).
const LANGUAGE_FOLDERS: &[(&str, LanguagePlugin)] = &[
    ("polylang", LanguagePlugin::Polylang),
    ("sitepress-multilingual-cms", LanguagePlugin::Wpml),
    ("woocommerce-multilingual", LanguagePlugin::Wpml),
    ("wpml-", LanguagePlugin::Wpml),
    ("translatepress-", LanguagePlugin::TranslatePress),
    ("qtranslate-xt", LanguagePlugin::QtranslateXt),
    ("weglot", LanguagePlugin::Weglot),
    ("gtranslate", LanguagePlugin::Gtranslate),
    ("conveythis-translate", LanguagePlugin::ConveyThis),
    ("linguise", LanguagePlugin::Linguise),
    ("falang", LanguagePlugin::Falang),
    ("bogo", LanguagePlugin::Bogo),
    ("wpglobus", LanguagePlugin::WpGlobus),
    ("woocommerce-wpglobus", LanguagePlugin::WpGlobus),
    ("multilingualpress", LanguagePlugin::MultilingualPress),
    ("multilingual-press", LanguagePlugin::MultilingualPress),
];

/// Hosts of language services, behind `//cdn.`.
const LANGUAGE_HOSTS: &[(&str, LanguagePlugin)] = &[
    ("weglot.com/", LanguagePlugin::Weglot),
    ("gtranslate.net/", LanguagePlugin::Gtranslate),
    ("conveythis.com/", LanguagePlugin::ConveyThis),
];

/// How classes and ids of language switchers begin.
const LANGUAGE_MARKS: &[(&str, LanguagePlugin)] = &[
    ("lang-item", LanguagePlugin::Polylang),
    ("wpml-ls", LanguagePlugin::Wpml),
    ("trp-", LanguagePlugin::TranslatePress),
    ("qtranxs", LanguagePlugin::QtranslateXt),
    ("weglot", LanguagePlugin::Weglot),
    ("gtranslate", LanguagePlugin::Gtranslate),
    ("conveythis", LanguagePlugin::ConveyThis),
    ("linguise", LanguagePlugin::Linguise),
    ("bogo-language", LanguagePlugin::Bogo),
];

/// The first four letters of every mark above.
const MARK_STARTS: [u32; 12] = [
    u32::from_le_bytes(*b"lang"),
    u32::from_le_bytes(*b"wpml"),
    u32::from_le_bytes(*b"trp-"),
    u32::from_le_bytes(*b"qtra"),
    u32::from_le_bytes(*b"wegl"),
    u32::from_le_bytes(*b"gtra"),
    u32::from_le_bytes(*b"conv"),
    u32::from_le_bytes(*b"ling"),
    u32::from_le_bytes(*b"bogo"),
    u32::from_le_bytes(*b"kco-"),
    u32::from_le_bytes(*b"klar"),
    u32::from_le_bytes(*b"paym"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_by_its_start() {
        let marks = LANGUAGE_MARKS
            .iter()
            .map(|(mark, _)| mark)
            .chain(KUSTOM_MARKS);
        for mark in marks {
            let start = mark.as_bytes().first_chunk().unwrap();
            assert!(MARK_STARTS.contains(&u32::from_le_bytes(*start)), "{mark}");
        }
    }

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
