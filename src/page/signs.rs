//! What a page's HTML shows: plain data, no verdicts.
//!
//! Addresses are absolute where the page's own address is known (relative ones are resolved against `<base href>` and the
//! page), character references are decoded, and every text is cut to the limits in [`super::limits`].

use serde::{Deserialize, Serialize};

/// Everything that one page shows about its shop. All fields are empty for a page that shows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each one is a sign of its own"
)]
pub struct PageSigns {
    /// The page's own address, as the caller gave it.
    pub url: Option<String>,
    /// Text of the first `<title>`, white space collapsed.
    pub title: Option<String>,
    /// Bytes that were read.
    pub bytes: usize,
    /// Whether the page was longer than [`crate::probe::limits::PAGE_BYTES`] and its end was not read.
    pub cut: bool,
    /// `<html lang>`, such as `sv-SE`.
    pub html_lang: Option<String>,
    /// `<base href>`, absolute.
    pub base_href: Option<String>,
    /// `<link rel="https://api.w.org/">`: where WordPress says that its REST API is.
    pub rest_link: Option<String>,
    /// `<link rel="canonical">`.
    pub canonical: Option<String>,
    /// `<link rel="shortlink">`.
    pub shortlink: Option<String>,
    /// `<link rel="EditURI">`: `xmlrpc.php?rsd` beside WordPress's own files, which may lie elsewhere than its home.
    pub edit_uri: Option<String>,
    /// `<link rel="alternate" type="application/rss+xml">` and the Atom form, in page order.
    pub feeds: Vec<String>,
    /// `<link rel="alternate" type="application/json+oembed">`.
    pub oembed: Option<String>,
    /// How WordPress builds its addresses.
    pub permalinks: PermalinkSigns,
    /// The shop's home address, ending in `/` and without a language prefix, such as `https://shop.example.com/shop2/`.
    pub home: Option<String>,
    /// The language prefix that WordPress's own home address carries, without slashes, such as `sv`: a language plugin
    /// filters `home_url`, so a callback address gets the prefix too.
    pub home_prefix: Option<String>,
    /// The languages that the page offers, and who manages them.
    pub languages: LanguageSigns,
    /// `http://` references; filled only when the page itself came over https.
    pub http_refs: HttpRefs,
    /// WordPress's version; empty when WordPress is seen without its version.
    pub wordpress: Option<String>,
    /// Signs of WooCommerce.
    pub woocommerce: Option<WooSigns>,
    /// `wc_ajax_url` of WooCommerce's script settings, as printed, such as `/sv/?wc-ajax=%%endpoint%%`.
    pub wc_ajax_url: Option<String>,
    /// Kustom Checkout's script settings, printed on the checkout page only.
    pub kco_params: bool,
    /// Whether the checkout is the block one with Kustom Checkout in it: it needs the REST callback as well. A block cart
    /// loads the same script and does not count.
    pub block_checkout: bool,
    /// Ids of the payment methods that a classic checkout lists, each once; `None` where no list was shown.
    pub payment_methods: Option<Vec<String>>,
    /// Whether WooCommerce's own "coming soon" page was shown.
    pub coming_soon: bool,
    /// Folders of the plugins whose files the page uses, in page order, each once.
    pub plugins: Vec<String>,
    /// Payment plugins among them.
    pub gateways: Vec<GatewaySigns>,
}

/// Where in the page something was seen, and what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// A selector, such as `link[rel="https://api.w.org/"]`.
    pub at: String,
    /// The address, class or text that was seen there.
    pub what: String,
}

/// How WordPress builds its addresses, as far as the page tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PermalinkSigns {
    /// The structure; `None` when nothing on the page tells.
    pub structure: Option<Structure>,
    /// What told it, the strongest sign first.
    pub evidence: Vec<Sign>,
}

/// WordPress's permalink structures, as far as they matter to callbacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Structure {
    /// "Plain": `/?page_id=8`.
    Plain,
    /// Everything below `/index.php/`.
    Pathinfo,
    /// Paths without `index.php`.
    Pretty,
}

/// The languages of a shop as one page shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LanguageSigns {
    /// `<link rel="alternate" hreflang>` rows, in page order.
    pub alternates: Vec<Alternate>,
    /// Distinct first path segments that stand for a language, without slashes, such as `sv`; the default language's too
    /// where it has one.
    pub prefixes: Vec<String>,
    /// The plugin that manages the languages.
    pub plugin: Option<LanguagePlugin>,
    /// What told it.
    pub evidence: Vec<Sign>,
}

/// One `<link rel="alternate" hreflang>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternate {
    /// The `hreflang` value, such as `sv-SE` or `x-default`.
    pub lang: String,
    /// The address of that version.
    pub href: String,
    /// The language prefix in that address, without slashes; `None` where the language has none.
    pub prefix: Option<String>,
}

/// Plugins that manage languages. Source: the plugins' own source, read 2026-11-22.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LanguagePlugin {
    /// Polylang, free or Pro.
    Polylang,
    /// WPML.
    Wpml,
    /// TranslatePress.
    TranslatePress,
    /// qTranslate-XT.
    QtranslateXt,
    /// Weglot.
    Weglot,
    /// GTranslate.
    Gtranslate,
    /// ConveyThis.
    ConveyThis,
    /// Linguise.
    Linguise,
    /// Falang.
    Falang,
    /// Bogo.
    Bogo,
    /// `WPGlobus`.
    WpGlobus,
    /// MultilingualPress.
    MultilingualPress,
}

impl LanguagePlugin {
    /// What the plugin calls itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Polylang => "Polylang",
            Self::Wpml => "WPML",
            Self::TranslatePress => "TranslatePress",
            Self::QtranslateXt => "qTranslate-XT",
            Self::Weglot => "Weglot",
            Self::Gtranslate => "GTranslate",
            Self::ConveyThis => "ConveyThis",
            Self::Linguise => "Linguise",
            Self::Falang => "Falang",
            Self::Bogo => "Bogo",
            Self::WpGlobus => "WPGlobus",
            Self::MultilingualPress => "MultilingualPress",
        }
    }
}

/// `http://` references on an https page, by what a browser does with them. References to the same machine
/// (`localhost`, `127.0.0.1`) and plain names (`rel="profile"`, `xmlns`) are none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HttpRefs {
    /// Scripts, style sheets, frames, objects: browsers block them.
    pub active: Refs,
    /// Pictures, video, sound, icons: browsers upgrade or warn.
    pub passive: Refs,
    /// Forms that would send to http.
    pub form: Refs,
    /// The shop's addresses of itself: canonical, REST link, feeds, shortlink and `a[href]` to the page's own host.
    pub links: Refs,
    /// Whether the page asks browsers to load http references over https (`upgrade-insecure-requests`), which hides the
    /// active and passive ones from visitors.
    pub upgraded: bool,
}

/// References of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refs {
    /// How many there are.
    pub count: usize,
    /// The first few, at most [`super::limits::EXAMPLES`].
    pub examples: Vec<Sign>,
}

/// Signs of WooCommerce.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WooSigns {
    /// Its version, from the generator element or the version of its own assets.
    pub version: Option<String>,
    /// What told it.
    pub evidence: Vec<Sign>,
}

/// A payment plugin seen on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewaySigns {
    /// Its plugin folder, such as `klarna-checkout-for-woocommerce`.
    pub plugin: String,
    /// Its version, where the page shows it.
    pub version: Option<String>,
    /// What told it.
    pub evidence: Vec<Sign>,
}
