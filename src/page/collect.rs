//! What is kept of a page while it streams by.

use super::address::Address;
use super::refs::{self, Kind, value};
use super::settings::KCO;
use super::signs::{LanguagePlugin, PageSigns, Sign};
use super::{limits, settings};
use crate::html::elements::{self, Element, Reference, Role};
use crate::html::entities::{Place, decode};
use crate::html::names::{CLASS, HREF, ID, INPUT, LANG, SRC, TYPE};
use crate::html::tokenizer::{Name, Sink, Tag, Text};
use crate::html::tree::{Begun, Tree};
use crate::shop::Url;

/// Gathers signs from tags; [`super::finish`] draws together what needs the whole page.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) signs: PageSigns,
    pub(super) address: Address,
    /// The shop's address for its cart, from script settings.
    pub(super) cart_url: Option<String>,
    /// Path and query of the page's links to its own host.
    pub(super) own_links: Vec<String>,
    /// The path of the shop's home, without a language prefix; begins and ends with a slash.
    pub(super) home_path: String,
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
        let is_inert = self.tree.is_inert();
        match self.tree.start(tag) {
            Begun::Html(element) => {
                if !is_inert {
                    self.element(tag, &element);
                }
                element.text
            }
            Begun::Svg => {
                if !is_inert {
                    self.references(tag, elements::of_svg(tag.name));
                }
                Text::Data
            }
            Begun::Math | Begun::Nothing => Text::Data,
        }
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
        let mut collector = Self {
            home_path: String::from("/"),
            ..Self::default()
        };
        if let Some(url) = page.and_then(|page| Url::parse(page).ok()) {
            collector.address.set_page(url);
        }
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
                let mut title = String::new();
                for word in decode(text, Place::Text).split_ascii_whitespace() {
                    if !title.is_empty() {
                        title.push(' ');
                    }
                    title.push_str(word);
                }
                title.truncate(title.floor_char_boundary(limits::TITLE_BYTES));
                self.signs.title = Some(title);
            }
            Captured::Script => self.script_settings(text),
        }
        self.captured = Captured::Nothing;
    }

    fn element(&mut self, tag: &Tag<'_>, element: &Element) {
        match element.role {
            Role::Anchor => self.link_to(tag),
            Role::Link => self.link(tag),
            Role::Meta => self.meta(tag),
            Role::Script => self.script(tag),
            Role::Image => self.asset(tag, "src"),
            Role::Title if self.signs.title.is_none() => {
                // An unfinished title shows up as an empty one.
                self.signs.title = Some(String::new());
                self.capture(Captured::Title);
            }
            Role::Html if self.signs.html_lang.is_none() => {
                let lang = value(tag, LANG);
                self.signs.html_lang = (!lang.is_empty()).then(|| lang.into_owned());
            }
            Role::Base if self.signs.base_href.is_none() && tag.get(HREF).is_some() => {
                self.signs.base_href = Some(self.address.set_base(&value(tag, HREF)));
            }
            Role::Body => {
                for class in words(tag, CLASS) {
                    self.body_class(class);
                }
            }
            _ => {}
        }
        if !element.references.is_empty() {
            self.references(tag, element.references);
        }
        self.marks(tag, "class", tag.get(CLASS).unwrap_or_default());
        self.marks(tag, "id", tag.get(ID).unwrap_or_default());
    }

    /// Counts the http references among these attributes.
    pub(super) fn references(&mut self, tag: &Tag<'_>, references: &[Reference]) {
        for reference in references {
            let Some(raw) = tag.get(reference.name) else {
                continue;
            };
            let (attribute, kind) = (reference.attribute, reference.kind);
            if reference.is_set {
                let text = refs::read(raw);
                refs::candidates(text.as_bytes(), |candidate, _| {
                    if self.may_be_http(candidate) {
                        let candidate = String::from_utf8_lossy(candidate);
                        self.reference(tag, attribute, kind, &candidate);
                    }
                });
            } else if self.may_be_http(raw) && is_loaded(tag, kind) {
                self.reference(tag, attribute, kind, &refs::read(raw));
            }
        }
    }

    fn may_be_http(&self, raw: &[u8]) -> bool {
        refs::may_be_http(raw) || self.address.is_base_http()
    }

    /// Counts one reference if it is an http one.
    pub(super) fn reference(&mut self, tag: &Tag<'_>, attribute: &str, kind: Kind, value: &str) {
        if let Some(address) = self.address.http(value) {
            let refs = self.signs.http_refs.of(kind);
            refs.add(tag, attribute, &address);
        }
    }

    fn link_to(&mut self, tag: &Tag<'_>) {
        let Some(raw) = tag.get(HREF) else { return };
        let is_wanted = self.own_links.len() < limits::OWN_LINKS;
        let may_be_http = self.may_be_http(raw);
        if !is_wanted && !may_be_http {
            return;
        }
        let link = refs::read(raw);
        if let Some(path) = self.address.own_path(&link) {
            if is_wanted {
                self.own_links.push(path.to_owned());
            }
            if may_be_http {
                self.reference(tag, "href", Kind::Links, &link);
            }
        }
    }

    fn script(&mut self, tag: &Tag<'_>) {
        if tag.get(SRC).is_some() {
            self.asset(tag, "src");
        } else if is_run(tag.get(TYPE).unwrap_or_default()) {
            self.capture(Captured::Script);
        }
    }

    fn capture(&mut self, what: Captured) {
        self.text.clear();
        self.captured = what;
    }

    fn script_settings(&mut self, script: &[u8]) {
        settings::read(script, |name, key, value| match (name, key) {
            (KCO, _) => self.kco_param(value),
            (_, b"wc_ajax_url") if self.signs.wc_ajax_url.is_none() => {
                self.signs.wc_ajax_url = Some(settings::decode(value));
            }
            (_, b"cart_url") if self.cart_url.is_none() => {
                self.cart_url = Some(settings::decode(value));
            }
            _ => {}
        });
    }
}

/// An attribute's words, undecoded: no class, id or relation that matters is written with references.
pub(super) fn words<'a>(tag: &Tag<'a>, name: Name) -> impl Iterator<Item = &'a [u8]> {
    let raw = tag.get(name).unwrap_or_default();
    raw.split(u8::is_ascii_whitespace)
}

/// Whether a browser loads what this kind of attribute names: an input loads nothing but its picture.
fn is_loaded(tag: &Tag<'_>, kind: Kind) -> bool {
    tag.name != INPUT || kind != Kind::Passive || refs::is_picture_input(tag)
}

/// Whether a script of this type runs, now or when an optimiser lets it (`litespeed/javascript`).
fn is_run(kind: &[u8]) -> bool {
    let is_within = |word: &[u8]| {
        kind.windows(word.len())
            .any(|part| part.eq_ignore_ascii_case(word))
    };
    kind.is_empty() || is_within(b"javascript") || is_within(b"module") || is_within(b"rocket")
}
