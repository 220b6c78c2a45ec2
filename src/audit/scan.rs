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
    AS, AUDIO, BODY, BUTTON, CONTENT, FORM, HEAD, HREF, HTTP_EQUIV, IFRAME, INPUT, LINK, META,
    OBJECT, REL, SCRIPT, SRC, STYLE, TYPE, VIDEO,
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
        self.sink.out
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

/// Reads a style sheet of the site.
pub(super) fn sheet(url: &Url, css: &[u8]) -> Scanned {
    let mut sink = PageSink::new(url, Policy::default(), 0);
    let css = css.get(..PAGE_BYTES).unwrap_or(css);
    sink.css(&String::from_utf8_lossy(css), "css", None, 1);
    sink.out
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
            menus: 0,
            in_body: false,
            depth,
        }
    }

    /// The absolute address that a reference means, and how it is written where it is too long to be kept as one.
    fn url(&self, reference: &str) -> Result<Url, Option<String>> {
        let base = self.base.as_ref().unwrap_or(&self.page);
        base.join(reference).ok_or_else(|| {
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
        let (resource, class) = match self.url(text) {
            Ok(url) => match classify(load, &url, &self.page, self.policy) {
                Some(class) => (url.to_string(), class),
                None => return,
            },
            // So long an address is nobody's page.
            Err(Some(long)) if load != Load::Navigation => {
                let Ok(origin) = Url::parse(long.get(..long.len().min(200)).unwrap_or("")) else {
                    return;
                };
                match classify(load, &origin, &self.page, self.policy) {
                    Some(class) => (long, class),
                    None => return,
                }
            }
            Err(_) => return,
        };
        if self.out.hits.len() == HITS {
            self.out.cut = true;
            return;
        }
        self.out.hits.push(Found {
            hit: Hit {
                page: self.page.to_string(),
                element: element.to_owned(),
                attribute: attribute.to_owned(),
                resource,
                class,
                line,
            },
            in_menu: self.menus > 0 && load == Load::Navigation,
        });
    }

    fn attributes(&mut self, tag: &Tag<'_>, attributes: &[Attribute]) {
        for attribute in attributes {
            if let Some(raw) = tag.get(attribute.name) {
                let text = decode(raw, Place::Attribute);
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
        if tag.get(DISABLED).is_some() && rel_is("stylesheet") {
            return;
        }
        let load = loads::of_link(&rel, &value(tag, AS));
        if let Some(load) = load {
            if rel_is("preload")
                && let Some(raw) = tag.get(IMAGE_SRCSET)
            {
                self.set(tag, "imagesrcset", &decode(raw, Place::Attribute));
            }
            if !href.trim().is_empty() {
                self.refer(tag, "href", load, &href);
            }
            if rel_is("stylesheet")
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
        let kind = value(tag, TYPE);
        if kind.eq_ignore_ascii_case("importmap") {
            self.keep(Kept::ImportMap, tag);
        } else if is_script(&kind) && tag.get(NO_MODULE).is_none() {
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
        for mut found in inner.out.hits {
            found.hit.line += line - 1;
            if self.out.hits.len() < HITS {
                self.out.hits.push(found);
            }
        }
    }

    /// An image: which of its addresses a browser looks at.
    fn picture(&mut self, tag: &Tag<'_>) {
        let set = value(tag, SRCSET);
        let in_picture = self.holder == Some(Holder::Picture);
        let has_set = !set.trim().is_empty();
        if has_set {
            self.set(tag, "srcset", &set);
        }
        let src = value(tag, SRC);
        let is_unused = has_set && set_stands_alone(&set);
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

    fn set(&mut self, tag: &Tag<'_>, attribute: &str, set: &str) {
        let mut addresses = Vec::new();
        crate::page::candidates(set.as_bytes(), |address| {
            addresses.push(String::from_utf8_lossy(address).into_owned());
        });
        for address in addresses {
            self.refer(tag, attribute, Load::ImageSet, &address);
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
        for address in css::addresses(css) {
            let name = match (attribute, address.is_import) {
                (Some(name), _) => name,
                (None, true) => "@import",
                (None, false) => "url()",
            };
            if address.is_import && attribute.is_some() {
                continue;
            }
            let line = line
                + if attribute.is_some() {
                    0
                } else {
                    address.lines
                };
            self.refer_at(element, name, address.load, &address.text, line);
            if address.is_import
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
        if let Some(style) = tag.get(STYLE)
            && style.contains(&b'(')
        {
            let style = decode(style, Place::Attribute).into_owned();
            let element = String::from_utf8_lossy(tag.text).to_ascii_lowercase();
            let line = self.lines.of(tag.at);
            self.css(&style, &element, Some("style"), line);
        }
        match begun {
            Begun::Html(element) => {
                match element.role {
                    Role::Base if self.base.is_none() && tag.get(HREF).is_some() => {
                        self.base = self.page.join(&value(tag, HREF));
                    }
                    Role::Anchor => self.lead(tag),
                    Role::Body => self.in_body = true,
                    _ => {}
                }
                self.html(tag);
                match tag.name {
                    PICTURE => self.holder = Some(Holder::Picture),
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
                self.attributes(tag, loads::of_svg(tag.name));
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
            PICTURE | AUDIO | VIDEO => self.holder = None,
            NAV => self.menus = self.menus.saturating_sub(1),
            HEAD | BODY => self.in_body = true,
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
    fn lead(&mut self, tag: &Tag<'_>) {
        let href = value(tag, HREF);
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

fn value<'a>(tag: &Tag<'a>, name: Name) -> std::borrow::Cow<'a, str> {
    decode(tag.get(name).unwrap_or_default(), Place::Attribute)
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

/// Where a `<meta http-equiv="refresh">` leads. Source: html.spec.whatwg.org, section 4.2.5.3.
fn refresh(content: &str) -> Option<&str> {
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

/// Whether a set leaves no room for `src`: its pictures have widths, or one of them is for plain screens. Source:
/// html.spec.whatwg.org, section 4.8.4.3.9.
fn set_stands_alone(set: &str) -> bool {
    set.split(',').any(|candidate| {
        let mut words = candidate.split_ascii_whitespace();
        let address = words.next();
        match words.next() {
            None => address.is_some(),
            Some(size) => {
                size.ends_with('w')
                    || size
                        .strip_suffix('x')
                        .and_then(|density| density.parse::<f32>().ok())
                        .is_some_and(|density| (density - 1.0).abs() < f32::EPSILON)
            }
        }
    })
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
