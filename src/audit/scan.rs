//! One streaming pass over a page: every place that leads to http, and the site's own addresses that go on from there.

use super::class::{Class, Load, classify};
use super::css;
use super::hit::Hit;
use super::lines::Lines;
use super::loads::{self, Attribute};
use super::policy::Policy;
use crate::html::elements::Role;
use crate::html::encoding::Encoding;
use crate::html::entities::{Place, decode};
use crate::html::names::{
    A, AS, AUDIO, BASE, BUTTON, CONTENT, FORM, FRAME, HEAD, HREF, HTML, HTTP_EQUIV, IFRAME, INPUT,
    LINK, META, NOFRAMES, NOSCRIPT, OBJECT, REL, SCRIPT, SRC, STYLE, TEMPLATE, TITLE, TRACK, TYPE,
    VIDEO,
};
use crate::html::tokenizer::{Name, Sink, Tag, Text, Tokenizer};
use crate::html::tree::{Begun, Tree};
use crate::shop::{Scheme, Url, UrlError};

/// Bytes of a page, or of one style sheet, that are read.
pub const PAGE_BYTES: usize = 8 * 1024 * 1024;

/// Hits of one page that are kept.
const HITS: usize = 20_000;

/// The site's own addresses of one page that are kept.
const LINKS: usize = 5_000;

/// Bytes of one style element, style attribute or import map that are read.
const TEXT_BYTES: usize = 1024 * 1024;

/// Documents within documents (`srcdoc`) that are read.
const SRCDOC_DEPTH: u8 = 3;

const PICTURE: Name = Name::of("picture");
const NAV: Name = Name::of("nav");
const SRCSET: Name = Name::of("srcset");
const IMAGE_SRCSET: Name = Name::of("imagesrcset");
const SRCDOC: Name = Name::of("srcdoc");
const DISABLED: Name = Name::of("disabled");
const METHOD: Name = Name::of("method");
const NO_MODULE: Name = Name::of("nomodule");
const FORM_METHOD: Name = Name::of("formmethod");
const FRAMESET: Name = Name::of("frameset");
const XLINK_HREF: Name = Name::of("xlink:href");
const LANGUAGE: Name = Name::of("language");
const FOR: Name = Name::of("for");
const EVENT: Name = Name::of("event");

/// What was found in a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Scanned {
    pub(super) hits: Vec<Found>,
    /// Pages of the site that it leads to, over https.
    pub(super) links: Vec<Url>,
    /// Style sheets of the site that it loads.
    pub(super) sheets: Vec<Url>,
    /// Addresses that load nothing: canonical, hreflang, feeds.
    pub(super) named: Vec<Named>,
    /// Whether more was there than is kept.
    pub(super) cut: bool,
    /// The policy at its end, which its style sheets load by.
    pub(super) policy: Policy,
}

/// A hit, and where in the page it stands.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) hit: Hit,
    /// Whether it stands in a menu.
    pub(super) in_menu: bool,
}

/// An address by which a page names itself or its siblings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) what: NamedAs,
    pub(super) url: Url,
}

/// As what an address is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NamedAs {
    Canonical,
    Hreflang,
    Feed,
}

/// Reads a page piece by piece.
#[derive(Debug)]
pub(super) struct Scanner {
    encoding: Encoding,
    tokenizer: Tokenizer,
    sink: PageSink,
    room: usize,
}

impl Scanner {
    /// A scanner for the page at `url`, with its Content-Security-Policy headers.
    pub(super) fn new(url: &Url, policies: &[String]) -> Self {
        let mut policy = Policy::default();
        for text in policies {
            policy.add(text);
        }
        Self {
            encoding: Encoding::default(),
            tokenizer: Tokenizer::default(),
            sink: PageSink::new(url, policy, 0),
            room: PAGE_BYTES,
        }
    }

    /// What its `Content-Type` says; to be told before the first byte.
    pub(super) fn declare(&mut self, content_type: &str) {
        self.encoding = Encoding::declared(content_type);
    }

    /// The next bytes of the page; they may end anywhere. Bytes beyond [`PAGE_BYTES`] are not read.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.sink.out.cut |= bytes.len() > self.room;
        let bytes = bytes.get(..self.room).unwrap_or(bytes);
        self.room -= bytes.len();
        self.decode(bytes, false);
    }

    /// What was found.
    pub(super) fn finish(mut self) -> Scanned {
        self.decode(&[], true);
        self.tokenizer.finish(&mut self.sink);
        self.sink.end_of_page()
    }

    fn decode(&mut self, bytes: &[u8], last: bool) {
        let Self {
            encoding,
            tokenizer,
            sink,
            ..
        } = self;
        encoding.decode(bytes, last, |text| {
            sink.lines.take(text);
            tokenizer.feed(text, sink);
            sink.lines.forget_before(tokenizer.done());
        });
    }
}

/// Reads a style sheet of the site, loaded by a page with this policy.
pub(super) fn sheet(url: &Url, css: &[u8], policy: Policy) -> Scanned {
    let mut sink = PageSink::new(url, policy, 0);
    let css = css.get(..PAGE_BYTES).unwrap_or(css);
    sink.css(&String::from_utf8_lossy(css), "css", None, 1);
    sink.end_of_page()
}

/// What holds sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holder {
    Picture,
    /// Audio or video, and whether it has an address of its own, so that its sources are not looked at.
    Media(bool),
}

/// Which raw text is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kept {
    #[default]
    Nothing,
    Style,
    ImportMap,
}

#[derive(Debug)]
struct PageSink {
    page: Url,
    base: Option<Url>,
    policy: Policy,
    tree: Tree,
    lines: Lines,
    out: Scanned,
    kept: Kept,
    /// Raw text that is kept, and the line where it begins.
    text: Vec<u8>,
    text_line: usize,
    holder: Option<Holder>,
    /// How many hits there were before the sources of a picture that has no image yet.
    offered: Option<usize>,
    /// What stands in custom properties of styles, and those that are used.
    custom: Vec<(String, Found)>,
    used: Vec<String>,
    /// Whether the page is one of frames.
    has_frames: bool,
    /// Open menus.
    menus: usize,
    /// Whether the head is over: a policy in a `<meta>` counts before alone.
    in_body: bool,
    depth: u8,
}

impl PageSink {
    fn new(page: &Url, policy: Policy, depth: u8) -> Self {
        Self {
            page: page.clone(),
            base: None,
            policy,
            tree: Tree::default(),
            lines: Lines::default(),
            out: Scanned::default(),
            kept: Kept::Nothing,
            text: Vec::new(),
            text_line: 0,
            holder: None,
            offered: None,
            custom: Vec::new(),
            used: Vec::new(),
            has_frames: false,
            menus: 0,
            in_body: false,
            depth,
        }
    }

    /// The absolute address that a reference means, and how it is written where it is too long to be kept as one.
    fn url(&self, reference: &str) -> Result<Url, Option<String>> {
        let base = self.base.as_ref().unwrap_or(&self.page);
        base.join(&readable(reference)).ok_or_else(|| {
            // What is too long to be kept is asked for all the same.
            let long = matches!(Url::parse(reference), Err(UrlError::TooLong { .. }));
            let text = reference.trim();
            let is_http = text
                .get(..5)
                .is_some_and(|start| start.eq_ignore_ascii_case("http:"));
            (long && is_http).then(|| text.to_owned())
        })
    }

    fn refer(&mut self, tag: &Tag<'_>, attribute: &str, load: Load, reference: &str) {
        let line = self.lines.of(tag.at);
        let element = String::from_utf8_lossy(tag.text).to_ascii_lowercase();
        self.refer_at(&element, attribute, load, reference, line);
    }

    fn refer_at(&mut self, element: &str, attribute: &str, load: Load, text: &str, line: usize) {
        if let Some(found) = self.found(element, attribute, load, text, line) {
            self.keep_hit(found);
        }
    }

    fn keep_hit(&mut self, found: Found) {
        if self.out.hits.len() < HITS {
            self.out.hits.push(found);
        } else {
            self.out.cut = true;
        }
    }

    /// What is wrong with an address, if anything is.
    fn found(
        &self,
        element: &str,
        attribute: &str,
        load: Load,
        text: &str,
        line: usize,
    ) -> Option<Found> {
        let (resource, class) = match self.url(text) {
            Ok(url) => {
                let class = classify(load, &url, &self.page, self.policy)?;
                (url.to_string(), class)
            }
            // So long an address is nobody's page.
            Err(Some(long)) if load != Load::Navigation => {
                let origin = Url::parse(long.get(..long.len().min(200)).unwrap_or("")).ok()?;
                let class = classify(load, &origin, &self.page, self.policy)?;
                (long, class)
            }
            Err(_) => return None,
        };
        Some(Found {
            hit: Hit {
                page: self.page.to_string(),
                element: element.to_owned(),
                attribute: attribute.to_owned(),
                resource,
                class,
                line,
            },
            in_menu: self.menus > 0 && load == Load::Navigation,
        })
    }

    fn end_of_page(mut self) -> Scanned {
        for (property, found) in std::mem::take(&mut self.custom) {
            if self.used.contains(&property) {
                self.keep_hit(found);
            }
        }
        self.out.policy = self.policy;
        self.out
    }

    fn attributes(&mut self, tag: &Tag<'_>, attributes: &[Attribute]) {
        for attribute in attributes {
            if tag.get(attribute.name).is_some() {
                let text = value(tag, attribute.name);
                // Without an address an element loads nothing; a form goes to its own page.
                if !text.trim().is_empty() || attribute.load == Load::Navigation {
                    self.refer(tag, attribute.text, attribute.load, &text);
                }
            }
        }
    }

    fn html(&mut self, tag: &Tag<'_>) {
        match tag.name {
            LINK => self.link(tag),
            META => self.meta(tag),
            SCRIPT => self.script(tag),
            INPUT => self.input(tag),
            BUTTON if value(tag, FORM_METHOD).eq_ignore_ascii_case("dialog") => {}
            BUTTON => {
                let kind = value(tag, TYPE);
                if !["button", "reset"]
                    .iter()
                    .any(|other| kind.eq_ignore_ascii_case(other))
                {
                    self.attributes(tag, loads::of_html(tag.name));
                }
            }
            FORM if value(tag, METHOD).eq_ignore_ascii_case("dialog") => {}
            FRAME if !self.has_frames => {}
            TRACK if !matches!(self.holder, Some(Holder::Media(_))) => {}
            IFRAME => self.frame(tag),
            OBJECT => self.attributes(tag, loads::of_html(tag.name)),
            // HTML's `<image>` is one too.
            name if loads::is_picture(name) => self.picture(&Tag {
                text: b"img",
                ..*tag
            }),
            name if loads::is_source(name) => self.source(tag),
            name => self.attributes(tag, loads::of_html(name)),
        }
    }

    fn link(&mut self, tag: &Tag<'_>) {
        let (rel, href) = (value(tag, REL), value(tag, HREF));
        let rel_is = |word: &str| {
            rel.split_ascii_whitespace()
                .any(|one| one.eq_ignore_ascii_case(word))
        };
        let is_sheet = rel_is("stylesheet");
        if is_sheet && (tag.get(DISABLED).is_some() || !is_css(&value(tag, TYPE))) {
            return;
        }
        let kind = value(tag, AS);
        let load = loads::of_link(&rel, &kind);
        if let Some(load) = load {
            if rel_is("preload")
                && kind.eq_ignore_ascii_case("image")
                && let Some(raw) = tag.get(IMAGE_SRCSET)
            {
                self.set(tag, "imagesrcset", &decode(raw, Place::Attribute));
            }
            if !href.trim().is_empty() {
                self.refer(tag, "href", load, &href);
            }
            // Without an address it is no sheet, and not the page itself.
            if is_sheet
                && !href.trim().is_empty()
                && let Ok(url) = self.url(&href)
                && self.is_own(&url)
                && self.out.sheets.len() < LINKS
            {
                self.out.sheets.push(url.with_scheme(Scheme::Https));
            }
            return;
        }
        let is_language = tag.get(Name::of("hreflang")).is_some();
        let what = if rel_is("canonical") {
            NamedAs::Canonical
        } else if rel_is("alternate") && is_language {
            NamedAs::Hreflang
        } else if rel_is("alternate") && value(tag, TYPE).to_ascii_lowercase().contains("xml") {
            NamedAs::Feed
        } else if rel_is("next") || rel_is("prev") {
            return self.lead_to(&href);
        } else {
            return;
        };
        if let Ok(url) = self.url(&href)
            && url.host().same_site(self.page.host())
        {
            if self.out.named.len() < LINKS {
                self.out.named.push(Named { what, url });
            }
            if what != NamedAs::Feed {
                self.lead_to(&href);
            }
        }
    }

    fn meta(&mut self, tag: &Tag<'_>) {
        let name = value(tag, HTTP_EQUIV);
        let content = value(tag, CONTENT);
        if name.eq_ignore_ascii_case("content-security-policy") && !self.in_body {
            self.policy.add(&content);
        } else if name.eq_ignore_ascii_case("refresh")
            && let Some(target) = refresh(&content)
        {
            self.refer(tag, "content", Load::Navigation, target);
            self.lead_to(target);
        }
    }

    fn script(&mut self, tag: &Tag<'_>) {
        let kind = script_type(tag);
        if kind.eq_ignore_ascii_case("importmap") {
            self.keep(Kept::ImportMap, tag);
        } else if is_script(&kind) && !is_left_alone(tag, &kind) {
            self.attributes(tag, loads::of_html(tag.name));
        }
    }

    fn input(&mut self, tag: &Tag<'_>) {
        let kind = value(tag, TYPE);
        let is_image = kind.eq_ignore_ascii_case("image");
        for attribute in loads::of_html(tag.name) {
            let counts = match attribute.load {
                Load::Form => is_image || kind.eq_ignore_ascii_case("submit"),
                _ => is_image,
            };
            if counts {
                self.attributes(tag, std::slice::from_ref(attribute));
            }
        }
    }

    fn frame(&mut self, tag: &Tag<'_>) {
        let Some(document) = tag.get(SRCDOC) else {
            return self.attributes(tag, loads::of_html(tag.name));
        };
        if self.depth == SRCDOC_DEPTH {
            self.out.cut = true;
            return;
        }
        // The document in the attribute stands in the place of `src`.
        let line = self.lines.of(tag.at);
        let document = decode(document, Place::Attribute).into_owned();
        let mut inner = Self::new(&self.page, self.policy, self.depth + 1);
        inner.base.clone_from(&self.base);
        inner.lines.take(document.as_bytes());
        let mut tokenizer = Tokenizer::default();
        tokenizer.feed(document.as_bytes(), &mut inner);
        tokenizer.finish(&mut inner);
        for mut found in inner.end_of_page().hits {
            found.hit.line += line - 1;
            self.keep_hit(found);
        }
    }

    /// An image: which of its addresses a browser looks at.
    fn picture(&mut self, tag: &Tag<'_>) {
        let set = value(tag, SRCSET);
        let in_picture =
            self.holder == Some(Holder::Picture) && self.tree.parent() == Some(PICTURE);
        if in_picture {
            // What comes after it offers nothing to it, and what came before is offered now.
            self.holder = None;
            self.offered = None;
        }
        let has_set = tag.get(SRCSET).is_some();
        let stands_alone = self.set(tag, "srcset", &set);
        let src = value(tag, SRC);
        let is_unused = has_set && stands_alone;
        if !src.trim().is_empty() && !is_unused {
            let load = if has_set || in_picture {
                Load::ImageSet
            } else {
                Load::Media
            };
            self.refer(tag, "src", load, &src);
        }
    }

    fn source(&mut self, tag: &Tag<'_>) {
        match self.holder {
            Some(Holder::Picture) => {
                let set = value(tag, SRCSET).into_owned();
                self.offered.get_or_insert(self.out.hits.len());
                self.set(tag, "srcset", &set);
            }
            Some(Holder::Media(false)) => {
                let src = value(tag, SRC).into_owned();
                if !src.trim().is_empty() {
                    self.refer(tag, "src", Load::Media, &src);
                }
            }
            _ => {}
        }
    }

    /// The pictures of a set. Says whether it leaves no room for `src`: its pictures have widths, or one of them is for
    /// plain screens. Source: html.spec.whatwg.org, section 4.8.4.3.9.
    fn set(&mut self, tag: &Tag<'_>, attribute: &str, set: &str) -> bool {
        let mut addresses = Vec::new();
        let mut stands_alone = false;
        crate::page::candidates(set.as_bytes(), |address, size| {
            addresses.push(String::from_utf8_lossy(address).into_owned());
            stands_alone |= size.is_empty() || size.ends_with(b"w") || size.ends_with(b"h");
            let density = size.strip_suffix(b"x").map(String::from_utf8_lossy);
            stands_alone |= density
                .and_then(|density| density.parse::<f32>().ok())
                .is_some_and(|density| (density - 1.0).abs() < f32::EPSILON);
        });
        for address in addresses {
            self.refer(tag, attribute, Load::ImageSet, &address);
        }
        stands_alone
    }

    /// What a picture's sources offer is taken by nobody where no image follows them.
    fn end_of_picture(&mut self) {
        if let Some(from) = self.offered.take() {
            let offered = self.out.hits.split_off(from.min(self.out.hits.len()));
            let mut others = offered
                .into_iter()
                .filter(|found| found.hit.element != "source")
                .collect();
            self.out.hits.append(&mut others);
        }
    }

    fn lead_to(&mut self, href: &str) {
        if let Ok(url) = self.url(href)
            && self.is_own(&url)
        {
            if self.out.links.len() < LINKS {
                self.out.links.push(url.with_scheme(Scheme::Https));
            } else {
                self.out.cut = true;
            }
        }
    }

    fn is_own(&self, url: &Url) -> bool {
        url.host().same_site(self.page.host())
    }

    fn keep(&mut self, kept: Kept, tag: &Tag<'_>) {
        self.kept = kept;
        self.text.clear();
        self.text_line = self.lines.of(tag.end);
    }

    fn css(&mut self, css: &str, element: &str, attribute: Option<&str>, line: usize) {
        let loaded = css::read(css);
        self.used.extend(loaded.used);
        for address in loaded.addresses {
            let name = match (attribute, address.is_import) {
                (Some(name), _) => name,
                (None, true) => "@import",
                (None, false) => "url()",
            };
            // A fragment alone is of the same page, whatever its base is.
            if address.is_import && attribute.is_some() || address.text.starts_with('#') {
                continue;
            }
            let line = line
                + if attribute.is_some() {
                    0
                } else {
                    address.lines
                };
            if let Some(found) = self.found(element, name, address.load, &address.text, line) {
                match address.property {
                    Some(property) if self.custom.len() < HITS => {
                        self.custom.push((property, found));
                    }
                    Some(_) => self.out.cut = true,
                    None => self.keep_hit(found),
                }
            }
            if address.is_import
                && !address.text.trim().is_empty()
                && let Ok(url) = self.url(&address.text)
                && self.is_own(&url)
                && self.out.sheets.len() < LINKS
            {
                self.out.sheets.push(url.with_scheme(Scheme::Https));
            }
        }
    }

    /// The addresses of an import map, which modules may load.
    fn import_map(&mut self, text: &[u8]) {
        let Ok(map) = serde_json::from_slice::<serde_json::Value>(text) else {
            return;
        };
        let imports = map.get("imports").and_then(serde_json::Value::as_object);
        let scopes = map.get("scopes").and_then(serde_json::Value::as_object);
        let scopes = scopes.into_iter().flat_map(serde_json::Map::values);
        let scopes = scopes.filter_map(serde_json::Value::as_object);
        for address in imports
            .into_iter()
            .chain(scopes)
            .flat_map(serde_json::Map::values)
        {
            if let Some(address) = address.as_str() {
                self.refer_at("script", "importmap", Load::Active, address, self.text_line);
            }
        }
    }

    fn end_of_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        match std::mem::take(&mut self.kept) {
            Kept::Nothing => {}
            Kept::Style => {
                let line = self.text_line;
                self.css(&String::from_utf8_lossy(&text), "style", None, line);
            }
            Kept::ImportMap => self.import_map(&text),
        }
    }
}

impl Sink for PageSink {
    fn start(&mut self, tag: &Tag<'_>) -> Text {
        self.kept = Kept::Nothing;
        let is_inert = self.tree.is_inert();
        let begun = self.tree.start(tag);
        if is_inert {
            return match begun {
                Begun::Html(element) => element.text,
                _ => Text::Data,
            };
        }
        self.styled(tag, "style");
        self.has_frames |= tag.name == FRAMESET && !self.in_body;
        self.in_body |= !in_head(tag.name);
        match begun {
            Begun::Html(element) => {
                match element.role {
                    Role::Base if self.base.is_none() && tag.get(HREF).is_some() => {
                        self.base = self.page.join(&value(tag, HREF));
                    }
                    Role::Anchor => self.lead(tag, HREF),
                    _ => {}
                }
                self.html(tag);
                match tag.name {
                    PICTURE => {
                        self.end_of_picture();
                        self.holder = Some(Holder::Picture);
                    }
                    AUDIO | VIDEO => {
                        self.holder = Some(Holder::Media(tag.get(SRC).is_some()));
                    }
                    NAV => self.menus += 1,
                    STYLE if is_css(&value(tag, TYPE)) => self.keep(Kept::Style, tag),
                    _ => {}
                }
                element.text
            }
            Begun::Svg => {
                for attribute in &loads::SVG_STYLES {
                    self.styled(tag, attribute);
                }
                // Of both names the one without a prefix counts.
                let plain = tag.get(HREF).is_some();
                for attribute in loads::of_svg(tag.name) {
                    if plain == (attribute.name == HREF) {
                        self.attributes(tag, std::slice::from_ref(attribute));
                    }
                }
                if tag.name == A {
                    self.lead(tag, if plain { HREF } else { XLINK_HREF });
                }
                if tag.name == STYLE && !tag.self_closing && is_css(&value(tag, TYPE)) {
                    self.keep(Kept::Style, tag);
                    return Text::Raw;
                }
                Text::Data
            }
            Begun::Math | Begun::Nothing => Text::Data,
        }
    }

    fn end(&mut self, name: Name) {
        match name {
            PICTURE => {
                self.end_of_picture();
                self.holder = None;
            }
            AUDIO | VIDEO => self.holder = None,
            NAV => self.menus = self.menus.saturating_sub(1),
            _ => {}
        }
        self.tree.end(name);
    }

    fn text(&mut self, piece: &[u8], complete: bool) {
        if self.kept == Kept::Nothing {
            return;
        }
        let room = TEXT_BYTES.saturating_sub(self.text.len());
        self.out.cut |= piece.len() > room;
        self.text
            .extend_from_slice(piece.get(..room).unwrap_or(piece));
        if complete {
            self.end_of_text();
        }
    }

    fn is_foreign(&self) -> bool {
        self.tree.is_foreign()
    }
}

impl PageSink {
    /// An attribute whose value is CSS.
    fn styled(&mut self, tag: &Tag<'_>, attribute: &str) {
        if let Some(style) = tag.get(Name::of(attribute))
            // A bracket may be written as a reference.
            && style.iter().any(|byte| matches!(byte, b'(' | b'&'))
        {
            let style = decode(style, Place::Attribute).into_owned();
            let element = String::from_utf8_lossy(tag.text).to_ascii_lowercase();
            let line = self.lines.of(tag.at);
            self.css(&style, &element, Some(attribute), line);
        }
    }

    fn lead(&mut self, tag: &Tag<'_>, attribute: Name) {
        let href = value(tag, attribute);
        if href.is_empty() || href.starts_with('#') {
            return;
        }
        // A link that search engines are asked not to follow, and that has a query, sorts, filters or acts.
        let rel = value(tag, REL);
        let is_unfollowed = rel
            .split_ascii_whitespace()
            .any(|word| word.eq_ignore_ascii_case("nofollow"));
        if !(is_unfollowed && href.contains('?')) {
            self.lead_to(&href);
        }
    }
}

/// An http address whose host browsers read and [`Url`] does not, written as they ask for it; any other one as it is.
fn readable(reference: &str) -> std::borrow::Cow<'_, str> {
    const SCHEME: usize = "http:".len();
    let text = reference.trim_start();
    let is_http = text
        .get(..SCHEME)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:"));
    let rest = text.get(SCHEME..).unwrap_or_default();
    let rest = rest.trim_start_matches(['/', '\\']);
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let authority = authority.rsplit('@').next().unwrap_or_default();
    if !is_http || authority.is_ascii() && !authority.contains('%') {
        return reference.into();
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, port),
        _ => (authority, ""),
    };
    let host = crate::shop::ascii_host(host);
    ["http://", &host, ":", port, path].concat().into()
}

fn value<'a>(tag: &Tag<'a>, name: Name) -> std::borrow::Cow<'a, str> {
    let raw = tag.get(name).unwrap_or_default();
    if std::str::from_utf8(raw).is_ok() {
        decode(raw, Place::Attribute)
    } else {
        decode(&of_old_encoding(raw), Place::Attribute)
            .into_owned()
            .into()
    }
}

/// Text that is no UTF-8, as a page in windows-1252 means it. In a query the bytes stay as they are, as browsers ask for them.
fn of_old_encoding(raw: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
    let mut out = Vec::with_capacity(raw.len() + 8);
    let mut in_query = false;
    for byte in raw {
        in_query |= *byte == b'?';
        match byte {
            ..0x80 => out.push(*byte),
            _ if in_query => out.extend([b'%', digit(byte >> 4), digit(byte & 15)]),
            _ => {
                let letter = crate::html::entities::windows_1252(*byte);
                out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    out
}

/// The elements before which a page's head is not over. Source: html.spec.whatwg.org, section 13.2.6.4.4.
fn in_head(name: Name) -> bool {
    const BASE_FONT: Name = Name::of("basefont");
    const BACK_SOUND: Name = Name::of("bgsound");
    matches!(
        name,
        HTML | HEAD
            | BASE
            | BASE_FONT
            | BACK_SOUND
            | LINK
            | META
            | TITLE
            | NOSCRIPT
            | NOFRAMES
            | STYLE
            | SCRIPT
            | TEMPLATE
    )
}

/// What a script says that it is: without a type its language counts.
fn script_type<'a>(tag: &Tag<'a>) -> std::borrow::Cow<'a, str> {
    let language = value(tag, LANGUAGE);
    if tag.get(TYPE).is_none() && !language.is_empty() {
        return ["text/", &language].concat().into();
    }
    value(tag, TYPE)
}

/// Whether browsers leave a script alone that they could read: it is for those without modules, or for an event that they do
/// not know. Source: html.spec.whatwg.org, section 4.12.1.1.
fn is_left_alone(tag: &Tag<'_>, kind: &str) -> bool {
    if kind.trim().eq_ignore_ascii_case("module") {
        return false;
    }
    let is = |name, words: &[&str]| {
        let text = value(tag, name);
        words
            .iter()
            .any(|word| text.trim().eq_ignore_ascii_case(word))
    };
    let has_both = tag.get(FOR).is_some() && tag.get(EVENT).is_some();
    tag.get(NO_MODULE).is_some()
        || has_both && !(is(FOR, &["window"]) && is(EVENT, &["onload", "onload()"]))
}

/// Whether a script of this type is loaded. Source: html.spec.whatwg.org, section 4.12.1.
fn is_script(kind: &str) -> bool {
    const JAVASCRIPT: [&str; 16] = [
        "application/ecmascript",
        "application/javascript",
        "application/x-ecmascript",
        "application/x-javascript",
        "text/ecmascript",
        "text/javascript",
        "text/javascript1.0",
        "text/javascript1.1",
        "text/javascript1.2",
        "text/javascript1.3",
        "text/javascript1.4",
        "text/javascript1.5",
        "text/jscript",
        "text/livescript",
        "text/x-ecmascript",
        "text/x-javascript",
    ];
    let kind = kind.trim().to_ascii_lowercase();
    kind.is_empty() || kind == "module" || JAVASCRIPT.contains(&kind.as_str())
}

fn is_css(kind: &str) -> bool {
    kind.is_empty() || kind.eq_ignore_ascii_case("text/css")
}

/// Where a `<meta http-equiv="refresh">`, or a header of that name, leads. Source: html.spec.whatwg.org, section 4.2.5.3.
pub(super) fn refresh(content: &str) -> Option<&str> {
    let rest = content.trim_start();
    let time = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if time.len() == rest.len() {
        return None;
    }
    let rest = time
        .trim_start()
        .trim_start_matches([';', ','])
        .trim_start();
    let rest = match rest.get(..3) {
        Some(word) if word.eq_ignore_ascii_case("url") => {
            let after = rest.get(3..).unwrap_or_default().trim_start();
            after.strip_prefix('=').map_or(rest, str::trim_start)
        }
        _ => rest,
    };
    let target = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next()?,
        _ => rest,
    };
    (!target.is_empty()).then_some(target)
}

/// A redirect's place in the report, and that of a page that fails.
pub(super) fn of_page(page: &Url, attribute: &str, resource: String, class: Class) -> Found {
    Found {
        hit: Hit {
            page: page.to_string(),
            element: String::new(),
            attribute: attribute.to_owned(),
            resource,
            class,
            line: 0,
        },
        in_menu: false,
    }
}

#[cfg(test)]
mod tests;
