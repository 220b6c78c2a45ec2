//! Page signs of the recorded shop (`../shared/corpus/shop`), scenario by scenario.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::path::Path;

use callback_doctor::page::{
    LanguagePlugin, PageSigns, Reader, Structure, limits, read, read_bytes,
};
use serde_json::Value;

const KUSTOM: &str = "klarna-checkout-for-woocommerce";
const SHOP: &str = "https://shop.example.com/";

/// Every page of a scenario that was answered with 200: its name, address and text. None without the corpus.
fn pages(scenario: &str) -> Option<Vec<(String, String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/shop");
    if !folder.is_dir() {
        println!("skipped: no corpus");
        return None;
    }
    let text = std::fs::read_to_string(folder.join(format!("{scenario}.json"))).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let pages = json["answers"].as_array().unwrap().iter();
    let pages: Vec<_> = pages
        .filter(|answer| text(&answer["name"]).starts_with("page_") && answer["status"] == 200)
        .map(|answer| {
            let [name, url, body] = ["name", "url", "body"].map(|key| text(&answer[key]));
            (name, url, body)
        })
        .collect();
    assert!(!pages.is_empty(), "{scenario}");
    Some(pages)
}

/// What the checkout page shows of Kustom Checkout.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kustom {
    Nothing,
    /// It is there.
    Seen,
    /// It is there, with its version.
    Version(&'static str),
}

/// What the pages of a scenario show.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each one is a column of the table"
)]
struct Expected {
    scenario: &'static str,
    structure: Structure,
    home: &'static str,
    /// Whether WordPress's home carries the language of the page.
    home_is_prefixed: fn(&str) -> bool,
    prefixes: &'static [&'static str],
    plugin: Option<LanguagePlugin>,
    woocommerce: Option<&'static str>,
    http_refs: bool,
    coming_soon: bool,
    kustom: Kustom,
    kco_params: bool,
    block_checkout: bool,
}

const HEALTHY: Expected = Expected {
    scenario: "baseline",
    structure: Structure::Pretty,
    home: SHOP,
    home_is_prefixed: |_| false,
    prefixes: &[],
    plugin: None,
    woocommerce: Some("10.9.1"),
    http_refs: false,
    coming_soon: false,
    kustom: Kustom::Version("2.20.9"),
    kco_params: true,
    block_checkout: false,
};

const SCENARIOS: &[Expected] = &[
    HEALTHY,
    Expected {
        scenario: "plain",
        structure: Structure::Plain,
        ..HEALTHY
    },
    Expected {
        scenario: "nginx_plain",
        structure: Structure::Plain,
        // Every address answers with the home page.
        kustom: Kustom::Nothing,
        kco_params: false,
        ..HEALTHY
    },
    Expected {
        scenario: "pathinfo",
        structure: Structure::Pathinfo,
        ..HEALTHY
    },
    Expected {
        scenario: "rewrite_broken",
        ..HEALTHY
    },
    Expected {
        scenario: "http_home",
        home: "http://shop.example.com/",
        ..HEALTHY
    },
    Expected {
        scenario: "http_home_on_https",
        ..HEALTHY
    },
    Expected {
        scenario: "tls_proxy_http_home",
        home: "http://shop.example.com/",
        http_refs: true,
        ..HEALTHY
    },
    Expected {
        scenario: "multisite_shop2",
        home: "https://shop.example.com/shop2/",
        ..HEALTHY
    },
    Expected {
        scenario: "www_redirect",
        home: "https://www.shop.example.com/",
        ..HEALTHY
    },
    Expected {
        scenario: "translatepress_hidden",
        home_is_prefixed: |path| path.starts_with("/en/"),
        prefixes: &["en"],
        plugin: Some(LanguagePlugin::TranslatePress),
        ..HEALTHY
    },
    Expected {
        scenario: "polylang_dir_shown",
        prefixes: &["sv", "en"],
        plugin: Some(LanguagePlugin::Polylang),
        ..HEALTHY
    },
    Expected {
        scenario: "qtranslate_shown",
        home_is_prefixed: |_| true,
        prefixes: &["sv", "en"],
        plugin: Some(LanguagePlugin::QtranslateXt),
        ..HEALTHY
    },
    Expected {
        scenario: "qtranslate_hidden",
        home_is_prefixed: |path| path.starts_with("/en/"),
        prefixes: &["en"],
        plugin: Some(LanguagePlugin::QtranslateXt),
        ..HEALTHY
    },
    Expected {
        scenario: "coming_soon_site",
        coming_soon: true,
        ..HEALTHY
    },
    Expected {
        scenario: "block_checkout",
        kustom: Kustom::Seen,
        kco_params: false,
        block_checkout: true,
        ..HEALTHY
    },
    Expected {
        scenario: "redirect_flow",
        kustom: Kustom::Seen,
        kco_params: false,
        ..HEALTHY
    },
    Expected {
        scenario: "kco_inactive",
        kustom: Kustom::Nothing,
        kco_params: false,
        ..HEALTHY
    },
    Expected {
        scenario: "woo_inactive",
        woocommerce: None,
        kustom: Kustom::Nothing,
        kco_params: false,
        ..HEALTHY
    },
];

#[test]
fn recorded_pages() {
    for expected in SCENARIOS {
        let Some(pages) = pages(expected.scenario) else {
            return;
        };
        for (name, url, body) in pages {
            let signs = read(&body, Some(&url));
            let at = format!("{} {name}", expected.scenario);
            assert_eq!(signs.permalinks.structure, Some(expected.structure), "{at}");
            assert!(!signs.permalinks.evidence.is_empty(), "{at}");
            assert_eq!(signs.home.as_deref(), Some(expected.home), "{at}");
            let path = url.splitn(4, '/').nth(3).unwrap_or_default();
            let is_prefixed = (expected.home_is_prefixed)(&format!("/{path}"));
            assert_eq!(signs.home_prefix.is_some(), is_prefixed, "{at}");
            let prefixes = &signs.languages.prefixes;
            if name.ends_with("_home") || name.ends_with("_checkout") {
                assert_eq!(prefixes, expected.prefixes, "{at}");
            } else {
                // A page that has no translation names its own language only.
                let is_known = |prefix: &String| expected.prefixes.contains(&prefix.as_str());
                assert!(prefixes.iter().all(is_known), "{at} {prefixes:?}");
            }
            assert_eq!(signs.languages.plugin, expected.plugin, "{at}");
            assert_eq!(signs.wordpress.as_deref(), Some("7.0.4"), "{at}");
            let woocommerce = signs.woocommerce.as_ref();
            let version = woocommerce.map(|woo| woo.version.as_deref().unwrap());
            assert_eq!(version, expected.woocommerce, "{at}");
            let refs = &signs.http_refs;
            for refs in [&refs.active, &refs.form, &refs.links] {
                assert_eq!(refs.count > 0, expected.http_refs, "{at} {refs:?}");
                assert_eq!(
                    refs.examples.len(),
                    refs.count.min(limits::EXAMPLES),
                    "{at}"
                );
            }
            assert_eq!(signs.coming_soon, expected.coming_soon, "{at}");
            assert!(!signs.cut && signs.bytes == body.len(), "{at}");
            if name.ends_with("_checkout") {
                checkout(expected, &signs, &at);
            }
        }
    }
}

fn checkout(expected: &Expected, signs: &PageSigns, at: &str) {
    let kustom = signs.gateways.iter().find(|found| found.plugin == KUSTOM);
    let shown = match kustom.map(|gateway| gateway.version.as_deref()) {
        None => Kustom::Nothing,
        Some(None) => Kustom::Seen,
        Some(Some("2.20.9")) => Kustom::Version("2.20.9"),
        Some(version) => panic!("{at} {version:?}"),
    };
    assert_eq!(shown, expected.kustom, "{at}");
    assert!(
        kustom.is_none_or(|gateway| !gateway.evidence.is_empty()),
        "{at}"
    );
    assert_eq!(signs.block_checkout, expected.block_checkout, "{at}");
    assert_eq!(signs.kco_params, expected.kco_params, "{at}");
}

#[test]
fn only_shops_with_kustom_show_it() {
    let Some(pages) = pages("baseline") else {
        return;
    };
    for (name, url, body) in pages {
        let signs = read(&body, Some(&url));
        let shown = !signs.gateways.is_empty();
        assert_eq!(shown, name == "page_checkout", "{name}");
        assert_eq!(signs.plugins.contains(&KUSTOM.to_owned()), shown, "{name}");
    }
}

#[test]
fn a_page_without_its_address_says_where_it_is_from() {
    let Some(pages) = pages("multisite_shop2") else {
        return;
    };
    for (name, url, body) in pages {
        let with = read(&body, Some(&url));
        let without = read(&body, None);
        assert_eq!(without.home, with.home, "{name}");
        assert_eq!(
            without.permalinks.structure, with.permalinks.structure,
            "{name}"
        );
        assert_eq!(without.url, None);
    }
}

#[test]
fn recorded_pages_in_pieces() {
    let Some(pages) = pages("polylang_dir_shown") else {
        return;
    };
    for (name, url, body) in pages {
        let whole = read(&body, Some(&url));
        for size in [1, 7, 1024] {
            let mut reader = Reader::new(Some(&url));
            for piece in body.as_bytes().chunks(size) {
                reader.feed(piece);
            }
            assert_eq!(reader.finish(), whole, "{name} in pieces of {size}");
        }
        // Cut anywhere, a page shows no more than it did.
        for end in (0..body.len()).step_by(997) {
            read_bytes(&body.as_bytes()[..end], Some(&url));
        }
    }
}
