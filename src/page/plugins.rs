//! Plugins, by the files that the page loads from their folders, and by classes and ids.

use super::asset::{Asset, Origin, origin};
use super::collect::Collector;
use super::fingerprints::{KUSTOM, KUSTOM_MARKS, LANGUAGE_FOLDERS, LANGUAGE_MARKS, is_mark_start};
use super::refs::{self, sign};
use super::signs::{GatewaySigns, LanguagePlugin, Sign};
use super::{limits, settings};
use crate::gateway::Gateway;
use crate::html::find::find;
use crate::html::names::ID;
use crate::html::tokenizer::{Name, Tag};

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
        if let Some(gateway) = Gateway::by_folder(asset.slug) {
            let id = str::from_utf8(tag.get(ID).unwrap_or_default()).unwrap_or_default();
            let path = asset.file.trim_start_matches('/');
            let version = asset
                .version
                .filter(|_| gateway.marks.tells_version(path, id));
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

    /// One of Kustom Checkout's settings; the first shows the plugin.
    pub(super) fn kco_param(&mut self, value: &[u8]) {
        if !self.signs.kco_params {
            let at = String::from("script: var kco_params");
            self.gateway_sign(KUSTOM, None, Sign::new(at, &settings::decode(value)));
            self.signs.kco_params = true;
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
        if let Some(method) = word.strip_prefix(b"payment_method") {
            self.payment_method(method);
        }
        if KUSTOM_MARKS.iter().any(|mark| mark.as_bytes() == word) {
            self.gateway_sign(KUSTOM, None, sign());
        }
    }

    /// The list of a classic checkout (`payment_methods`), and each method in it (`payment_method_ID`).
    fn payment_method(&mut self, rest: &[u8]) {
        if rest == b"s" {
            self.signs.payment_methods.get_or_insert_default();
        } else if let (Some(id), Some(methods)) =
            (rest.strip_prefix(b"_"), &mut self.signs.payment_methods)
        {
            let id = String::from_utf8_lossy(id);
            let fits = !id.is_empty() && id.len() <= limits::SLUG_BYTES;
            if fits
                && methods.len() < limits::PAYMENT_METHODS
                && !methods.iter().any(|known| *known == id)
            {
                methods.push(id.into_owned());
            }
        }
    }
}
