//! The little of tree building that a page without a tree needs: how the text of an element is read, what belongs to SVG
//! and MathML, and what lies in a template and is therefore not part of the page.
//!
//! Not followed: `<select>` and `<frameset>`, where browsers drop some tags; `<font>` and `<annotation-xml>` within SVG
//! and MathML; and within SVG's `<foreignObject>` whether an HTML element is still open when its end tag comes.
//!
//! Source: html.spec.whatwg.org, sections 13.2.6.4 and 13.2.6.5 (read 2026-11-23).

use super::elements::{Element, Role, element};
use super::names::{BR, P, SHADOW_ROOT_MODE, TEMPLATE};
use super::tokenizer::{Name, Tag};

/// Open elements that are kept. Deeper ones are counted only.
const DEPTH: usize = 64;

/// Where in the page we are.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The open elements of SVG and MathML, and the open templates, outermost first.
    open: Vec<(Name, Kind)>,
    /// How many more are open than are kept.
    deeper: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A template, whose content is no part of the page.
    Template,
    /// A template whose content is shown: a shadow root.
    Shadow,
    /// An element of SVG.
    Svg,
    /// An element of MathML.
    Math,
    /// An element of either whose content is HTML.
    Html,
}

/// What a start tag begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum Begun {
    /// An element of HTML.
    Html(Element),
    /// An element of SVG.
    Svg,
    /// An element of MathML.
    Math,
}

impl Kind {
    const fn is_foreign(self) -> bool {
        matches!(self, Self::Svg | Self::Math)
    }

    const fn is_template(self) -> bool {
        matches!(self, Self::Template | Self::Shadow)
    }
}

impl Tree {
    /// Whether the open element belongs to SVG or MathML.
    pub(super) fn is_foreign(&self) -> bool {
        self.open.last().is_some_and(|(_, kind)| kind.is_foreign())
    }

    /// Whether we are in a template, whose content is no part of the page.
    pub(super) fn is_inert(&self) -> bool {
        self.open.iter().any(|(_, kind)| *kind == Kind::Template)
    }

    /// A start tag. Says what element begins.
    pub(super) fn start(&mut self, tag: &Tag<'_>) -> Begun {
        match self.open.last() {
            Some((_, Kind::Svg | Kind::Math)) => self.start_foreign(tag),
            _ => self.start_html(tag),
        }
    }

    fn start_foreign(&mut self, tag: &Tag<'_>) -> Begun {
        if BREAKOUTS.contains(&tag.name) {
            self.break_out();
        }
        let Some((_, kind @ (Kind::Svg | Kind::Math))) = self.open.last() else {
            return self.start_html(tag);
        };
        let (kind, begun, holds_html) = match kind {
            Kind::Svg => (Kind::Svg, Begun::Svg, &SVG_HOLDS_HTML[..]),
            _ => (Kind::Math, Begun::Math, &MATH_HOLDS_HTML[..]),
        };
        if !tag.self_closing {
            let holds_html = holds_html.contains(&tag.name);
            self.push(tag.name, if holds_html { Kind::Html } else { kind });
        }
        begun
    }

    fn start_html(&mut self, tag: &Tag<'_>) -> Begun {
        let element = element(tag.name);
        match element.role {
            Role::Template => {
                let mode = tag.get(SHADOW_ROOT_MODE).unwrap_or_default();
                let is_shown =
                    mode.eq_ignore_ascii_case(b"open") || mode.eq_ignore_ascii_case(b"closed");
                let kind = if is_shown {
                    Kind::Shadow
                } else {
                    Kind::Template
                };
                self.push(tag.name, kind);
            }
            Role::Svg if !tag.self_closing => self.push(tag.name, Kind::Svg),
            Role::Math if !tag.self_closing => self.push(tag.name, Kind::Math),
            _ => {}
        }
        Begun::Html(element)
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: Name) {
        if !self.open.is_empty() {
            self.end_within(name);
        }
    }

    fn end_within(&mut self, name: Name) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if self.is_foreign() && matches!(name, P | BR) {
            self.break_out();
        }
        let found = self
            .open
            .iter()
            .enumerate()
            .rev()
            // A template's content cannot close what is around it.
            .find(|(_, (open, kind))| *open == name || kind.is_template() && name != TEMPLATE);
        if let Some((at, (open, _))) = found
            && *open == name
        {
            self.open.truncate(at);
        }
    }

    fn push(&mut self, name: Name, kind: Kind) {
        if self.open.len() < DEPTH {
            self.open.push((name, kind));
        } else {
            self.deeper += 1;
        }
    }

    /// Closes what is open of SVG and MathML: an HTML element begins.
    fn break_out(&mut self) {
        self.deeper = 0;
        while self.is_foreign() {
            self.open.pop();
        }
    }
}

/// HTML elements that end SVG and MathML where they begin.
static BREAKOUTS: [Name; 44] = Name::list(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr \
     ol p pre ruby s small span strong strike sub sup table tt u ul var",
);

/// Elements of SVG whose content is HTML.
static SVG_HOLDS_HTML: [Name; 3] = Name::list("foreignobject desc title");

/// Elements of MathML whose content is HTML.
static MATH_HOLDS_HTML: [Name; 5] = Name::list("mi mo mn ms mtext");
