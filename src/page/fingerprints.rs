//! What plugins leave on a page: their folders, hosts, classes and ids. Data only.

use super::signs::LanguagePlugin;

/// The folder of Kustom Checkout; the name did not change with the brand.
pub(super) const KUSTOM: &str = "klarna-checkout-for-woocommerce";

/// Ids and classes of Kustom Checkout's elements. Source: the plugins' own source, read 2026-11-22.
pub(super) const KUSTOM_MARKS: &[&str] = &[
    "kco-checkout",
    "kco-iframe",
    "kco-order-review",
    "kco-wrapper",
    "klarna-checkout-container",
    "payment_method_kco",
];

/// How the folders of language plugins begin. Source: the plugins' own source, read 2026-11-22.
pub(super) const LANGUAGE_FOLDERS: &[(&str, LanguagePlugin)] = &[
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

/// How language plugins begin the content of their generator element. Source: the plugins' own source, read 2026-11-22.
pub(super) const LANGUAGE_GENERATORS: &[(&str, LanguagePlugin)] = &[
    ("qTranslate-XT", LanguagePlugin::QtranslateXt),
    ("WPML", LanguagePlugin::Wpml),
    ("WPGlobus", LanguagePlugin::WpGlobus),
];

/// Hosts of language services, behind `//cdn.`.
pub(super) const LANGUAGE_HOSTS: &[(&str, LanguagePlugin)] = &[
    ("weglot.com/", LanguagePlugin::Weglot),
    ("gtranslate.net/", LanguagePlugin::Gtranslate),
    ("conveythis.com/", LanguagePlugin::ConveyThis),
];

/// How classes and ids of language switchers begin.
pub(super) const LANGUAGE_MARKS: &[(&str, LanguagePlugin)] = &[
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

/// Whether any mark above begins with these letters.
pub(super) const fn is_mark_start(start: [u8; 4]) -> bool {
    matches!(
        &start,
        b"lang"
            | b"wpml"
            | b"trp-"
            | b"qtra"
            | b"wegl"
            | b"gtra"
            | b"conv"
            | b"ling"
            | b"bogo"
            | b"kco-"
            | b"klar"
            | b"paym"
    )
}

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
            assert!(
                is_mark_start(*mark.as_bytes().first_chunk().unwrap()),
                "{mark}"
            );
        }
    }
}
