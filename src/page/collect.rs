//! What is kept of a page while it streams by.

use super::address::Address;
use super::entities::{Place, decode};
use super::names::{
    A, AREA, BASE, BODY, CLASS, CONTENT, HREF, HTML, ID, IMG, INPUT, LANG, LINK, META, SCRIPT, SRC,
    SRCSET, TITLE, TYPE,
};
use super::refs::{self, Kind};
use super::signs::{LanguagePlugin, PageSigns, Sign};
use super::tokenizer::{Name, Sink, Tag, Text};
use super::tree::Tree;
use super::{limits, settings};
use crate::shop::Url;

/// Gathers signs from tags; [`super::finish`] draws together what needs the whole page.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) signs: PageSigns,
    pub(super) address: Address,
    /// The shop's addresses for the cart and the checkout, from script settings.
    pub(super) shop_pages: Vec<String>,
    /// Path and query of the page's links to its own host.
    pub(super) own_links: Vec<String>,
    /// Every hint of a language plugin.
    pub(super) language_plugins: Vec<(LanguagePlugin, Sign)>,
    /// Whether this is the cart page.
    pub(super) is_cart: bool,
    tree: Tree,
    captured: Captured,
    /// Raw text that came in pieces.
    text: Vec<u8>,
}

/// Which raw text is kept.
#[derive(Debug, Default)]
enum Captured {
    #[default]
    Nothing,
    Title,
    Script,
}

impl Sink for Collector {
    fn start(&mut self, tag: &Tag<'_>) -> Text {
        self.captured = Captured::Nothing;
        let inert = self.tree.is_inert();
        let Some(text) = self.tree.start(tag) else {
            if !inert {
                self.references(tag, refs::of_svg_element(tag.name));
            }
            return Text::Data;
        };
        if !inert {
            self.element(tag);
        }
        text
    }

    fn end(&mut self, name: Name) {
        self.tree.end(name);
    }

    fn text(&mut self, piece: &[u8], complete: bool) {
        let limit = match self.captured {
            Captured::Nothing => return,
            Captured::Title => limits::VALUE_BYTES,
            Captured::Script => limits::SCRIPT_BYTES,
        };
        if complete && self.text.is_empty() {
            self.captured_text(piece.get(..limit).unwrap_or(piece));
        } else {
            let room = limit.saturating_sub(self.text.len());
            self.text
                .extend_from_slice(piece.get(..room).unwrap_or(piece));
            if complete {
                let text = std::mem::take(&mut self.text);
                self.captured_text(&text);
            }
        }
    }

    fn is_foreign(&self) -> bool {
        self.tree.is_foreign()
    }
}

impl Collector {
    pub(super) fn new(page: Option<&str>) -> Self {
        let mut collector = Self::default();
        collector.address.page = page.and_then(|page| Url::parse(page).ok());
        collector.signs.url = page.map(str::to_owned);
        collector
    }

    /// The page has ended: a title without an end tag counts, a script without one does not run.
    pub(super) fn end_of_page(&mut self) {
        if let Captured::Title = self.captured {
            let text = std::mem::take(&mut self.text);
            self.captured_text(&text);
        }
    }

    fn captured_text(&mut self, text: &[u8]) {
        match self.captured {
            Captured::Nothing => {}
            Captured::Title => {
                let title = decode(text, Place::Text);
                let words: Vec<_> = title.split_whitespace().collect();
                let title = refs::cut(&words.join(" "), limits::TITLE_BYTES).to_owned();
                self.signs.title = Some(title);
            }
            Captured::Script => self.script_settings(text),
        }
        self.captured = Captured::Nothing;
    }

    fn element(&mut self, tag: &Tag<'_>) {
        match tag.name {
            A | AREA => self.link_to(tag),
            LINK => self.link(tag),
            META => self.meta(tag),
            SCRIPT => self.script(tag),
            IMG => self.asset(tag, SRC),
            INPUT if !refs::is_picture_input(tag) => {
                self.references(tag, refs::INPUT_WITHOUT_PICTURE);
                return self.marks(tag);
            }
            TITLE if self.signs.title.is_none() => {
                // An unfinished title shows up as an empty one.
                self.signs.title = Some(String::new());
                self.text.clear();
                self.captured = Captured::Title;
            }
            HTML if self.signs.html_lang.is_none() => {
                self.signs.html_lang = value(tag, LANG).filter(|lang| !lang.is_empty());
            }
            BASE if self.signs.base_href.is_none() => self.base(tag),
            BODY => self.body(tag),
            _ => {}
        }
        self.references(tag, refs::of_element(tag.name));
        self.marks(tag);
    }

    /// Counts the http references among these attributes.
    fn references(&mut self, tag: &Tag<'_>, attributes: &[(Name, Kind)]) {
        for (attribute, kind) in attributes {
            let Some(raw) = tag.get(*attribute) else {
                continue;
            };
            if *attribute == SRCSET {
                if raw.contains(&b':') {
                    for candidate in refs::candidates(&refs::value(raw)) {
                        self.reference(tag, *attribute, *kind, candidate);
                    }
                }
            } else if refs::may_be_http(raw) || self.address.is_base_http() {
                self.reference(tag, *attribute, *kind, &refs::value(raw));
            }
        }
    }

    /// Counts one reference if it is an http one.
    pub(super) fn reference(&mut self, tag: &Tag<'_>, attribute: Name, kind: Kind, value: &str) {
        if let Some(address) = self.address.http(value) {
            self.signs.http_refs.of(kind).add(tag, attribute, &address);
        }
    }

    fn link_to(&mut self, tag: &Tag<'_>) {
        let Some(raw) = tag.get(HREF) else { return };
        let is_wanted = self.own_links.len() < limits::OWN_LINKS;
        let may_be_http = refs::may_be_http(raw) || self.address.is_base_http();
        if !is_wanted && !may_be_http {
            return;
        }
        let link = refs::value(raw);
        if let Some(path) = self.address.own_path(&link) {
            if may_be_http {
                self.reference(tag, HREF, Kind::Links, &link);
            }
            if is_wanted {
                self.own_links.push(path.to_owned());
            }
        }
    }

    fn script(&mut self, tag: &Tag<'_>) {
        if tag.get(SRC).is_some() {
            self.asset(tag, SRC);
        } else if is_run(tag.get(TYPE).unwrap_or_default()) {
            self.text.clear();
            self.captured = Captured::Script;
        }
    }

    fn script_settings(&mut self, script: &[u8]) {
        let Self {
            signs, shop_pages, ..
        } = self;
        let mut urls = Vec::new();
        let mut seen = false;
        settings::read(
            script,
            |name| name == KCO || name.starts_with("wc_") || name == "woocommerce_params",
            |name, key, value| {
                if name == KCO {
                    seen = true;
                    if is_address(&value) && urls.len() < limits::SETTINGS {
                        urls.push((key, value));
                    }
                    return;
                }
                match key.as_str() {
                    "wc_ajax_url" if signs.wc_ajax_url.is_none() => signs.wc_ajax_url = Some(value),
                    "cart_url" | "checkout_url" if shop_pages.len() < limits::EXAMPLES => {
                        shop_pages.push(value);
                    }
                    _ => {}
                }
            },
        );
        if seen && signs.kco_params.is_none() {
            self.found_kco_params(urls);
        }
    }

    fn base(&mut self, tag: &Tag<'_>) {
        if let Some(href) = value(tag, HREF) {
            let base = match &self.address.page {
                Some(page) => page.join(&href),
                None => Url::parse(&href).ok(),
            };
            self.signs.base_href = Some(base.as_ref().map_or(href, Url::to_string));
            self.address.base = base;
        }
    }

    fn body(&mut self, tag: &Tag<'_>) {
        for class in value(tag, CLASS)
            .unwrap_or_default()
            .split_ascii_whitespace()
        {
            self.body_class(class);
        }
    }

    /// What the class and the id of any element tell.
    fn marks(&mut self, tag: &Tag<'_>) {
        for attribute in [CLASS, ID] {
            if let Some(raw) = tag.get(attribute) {
                for word in raw.split(u8::is_ascii_whitespace) {
                    self.mark(attribute, word);
                }
            }
        }
    }
}

/// The settings of Kustom Checkout.
pub(super) const KCO: &str = "kco_params";

/// An attribute's value, decoded.
pub(super) fn value(tag: &Tag<'_>, name: Name) -> Option<String> {
    tag.get(name).map(|raw| refs::value(raw).trim().to_owned())
}

/// `content` of a `<meta>`, decoded.
pub(super) fn content(tag: &Tag<'_>) -> String {
    value(tag, CONTENT).unwrap_or_default()
}

/// Whether a script of this type runs, now or when an optimiser lets it (`litespeed/javascript`).
fn is_run(kind: &[u8]) -> bool {
    let kind = String::from_utf8_lossy(kind).trim().to_ascii_lowercase();
    kind.is_empty() || kind == "module" || kind.contains("javascript") || kind.contains("rocket")
}

fn is_address(value: &str) -> bool {
    ["/", "?", "http://", "https://"]
        .iter()
        .any(|start| value.starts_with(start))
}
