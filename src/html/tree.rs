//! The little of tree building that a page without a tree needs: how the text of an element is read, what belongs to SVG
//! and MathML, and what lies in a template and is therefore not part of the page.
//!
//! Not followed: `<select>`, `<frameset>` and `<frame>`, where browsers drop some tags; `<font>` and `<annotation-xml>` within SVG
//! and MathML; tags in a `<style>` of SVG, which is read as text; and of two HTML elements, whether one closes the other unsaid.
//!
//! Source: html.spec.whatwg.org, sections 13.2.6.4 and 13.2.6.5 (read 2026-11-23).

use super::elements::{Element, Role, element};
use super::names::{BODY, BR, FORM, HEAD, HTML, P, SHADOW_ROOT_MODE, TABLE, TEMPLATE};
use super::tokenizer::{Name, Tag};

/// Open elements of SVG and MathML that are kept, and those of HTML. Deeper ones of the first are counted only; of HTML
/// the outer half is forgotten, since what is left open, such as `<li>`, is all that makes them many.
const DEPTH: usize = 64;

/// Where in the page we are.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The open elements of SVG and MathML, and the open templates, outermost first.
    open: Vec<Open>,
    /// How many more are open than are kept.
    deeper: usize,
    /// The open elements of HTML: the end tag of one closes what is open of SVG and MathML within it.
    html: Vec<Name>,
    /// Whether a form is open: another one in it is none.
    in_form: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    name: Name,
    kind: Kind,
    /// How many elements of HTML were open around it.
    around: usize,
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
pub(crate) enum Begun {
    /// An element of HTML.
    Html(Element),
    /// An element of SVG.
    Svg,
    /// An element of MathML.
    Math,
    /// Nothing: the browser drops the tag.
    Nothing,
}

impl Kind {
    const fn is_foreign(self) -> bool {
        matches!(self, Self::Svg | Self::Math)
    }
}

impl Tree {
    /// Whether the innermost element belongs to SVG or MathML, also where its content is HTML.
    pub(crate) fn is_foreign(&self) -> bool {
        self.open.last().is_some_and(|open| {
            open.kind.is_foreign() || open.kind == Kind::Html && open.around == self.html.len()
        })
    }

    /// Whether we are in a template, whose content is no part of the page.
    pub(crate) fn is_inert(&self) -> bool {
        self.open.iter().any(|open| open.kind == Kind::Template)
    }

    /// The innermost open element of HTML, those left out that hold nothing.
    pub(crate) fn parent(&self) -> Option<Name> {
        let mut open = self.html.iter().rev();
        open.find(|name| !VOID.contains(name)).copied()
    }

    fn is_in_template(&self) -> bool {
        let mut open = self.open.iter();
        open.any(|open| matches!(open.kind, Kind::Template | Kind::Shadow))
    }

    /// A start tag. Says what element begins.
    pub(crate) fn start(&mut self, tag: &Tag<'_>) -> Begun {
        match self.open.last() {
            Some(open) if open.kind.is_foreign() => self.start_foreign(tag),
            Some(open) if open.kind == Kind::Html => {
                let of_math = MATH_HOLDS_HTML.contains(&open.name) && self.is_foreign();
                if of_math && MATH_STAYS.contains(&tag.name) {
                    self.begin_foreign(tag, Kind::Math)
                } else {
                    self.start_html(tag)
                }
            }
            _ => self.start_html(tag),
        }
    }

    fn start_foreign(&mut self, tag: &Tag<'_>) -> Begun {
        if BREAKOUTS.contains(&tag.name) {
            self.break_out();
        }
        match self.open.last() {
            Some(open) if open.kind.is_foreign() => self.begin_foreign(tag, open.kind),
            _ => self.start_html(tag),
        }
    }

    fn begin_foreign(&mut self, tag: &Tag<'_>, kind: Kind) -> Begun {
        let (begun, holds_html) = match kind {
            Kind::Svg => (Begun::Svg, &SVG_HOLDS_HTML[..]),
            _ => (Begun::Math, &MATH_HOLDS_HTML[..]),
        };
        if !tag.self_closing {
            let holds_html = holds_html.contains(&tag.name);
            self.push(tag.name, if holds_html { Kind::Html } else { kind });
        }
        begun
    }

    fn start_html(&mut self, tag: &Tag<'_>) -> Begun {
        if tag.name == FORM && !self.is_in_template() && std::mem::replace(&mut self.in_form, true)
        {
            return Begun::Nothing;
        }
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
            Role::Svg | Role::Math if tag.self_closing => {}
            Role::Svg => self.push(tag.name, Kind::Svg),
            Role::Math => self.push(tag.name, Kind::Math),
            _ => self.push_html(tag.name),
        }
        Begun::Html(element)
    }

    fn push_html(&mut self, name: Name) {
        let is_void = !self.open.is_empty() && VOID.contains(&name);
        // The end tags of these close nothing within them.
        if is_void || matches!(name, HTML | HEAD | BODY | FORM) {
            return;
        }
        if self.html.len() == DEPTH {
            const FORGOTTEN: usize = DEPTH / 2;
            self.html.drain(..FORGOTTEN);
            for open in &mut self.open {
                open.around = open.around.saturating_sub(FORGOTTEN);
            }
        }
        self.html.push(name);
    }

    /// An end tag.
    pub(crate) fn end(&mut self, name: Name) {
        if name == FORM && !self.is_in_template() {
            self.in_form = false;
        }
        if !self.open.is_empty() {
            self.end_within(name);
        } else if let Some(at) = self.html_closed_by(name) {
            self.html.truncate(at);
        }
    }

    /// The open element of HTML that an end tag of this name closes.
    fn html_closed_by(&self, name: Name) -> Option<usize> {
        // Nearly always it is the last one.
        if self.html.last() == Some(&name) {
            return Some(self.html.len() - 1);
        }
        let place = self.html.iter().rposition(|open| *open == name)?;
        let keeps = |inner: &Name| match () {
            () if OF_TABLE.contains(&name) => *inner == TABLE,
            () if SPECIAL.contains(&name) => SCOPES.contains(inner),
            () => SPECIAL.contains(inner),
        };
        let mut within = self.html.get(place + 1..)?.iter();
        (!within.any(keeps)).then_some(place)
    }

    fn end_within(&mut self, name: Name) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if matches!(name, P | BR) && self.open.last().is_some_and(|open| open.kind.is_foreign()) {
            self.break_out();
        }
        let mut in_html = self.html_closed_by(name);
        // What is open of HTML within SVG and MathML lets only HTML end.
        let within = |open: &&Open| open.kind == Kind::Html && open.around < self.html.len();
        if let Some(open) = self.open.last().filter(within)
            && in_html.is_none_or(|place| place < open.around)
            && name != TEMPLATE
        {
            return;
        }
        // From the inside out: what the name closes first.
        for (at, open) in self.open.iter().enumerate().rev() {
            if let Some(place) = in_html
                && place >= open.around
            {
                self.html.truncate(place);
                self.open.truncate(at + 1);
                return;
            }
            if open.name == name {
                self.html.truncate(open.around);
                self.open.truncate(at);
                return;
            }
            match open.kind {
                // A template's content cannot close what is around it.
                Kind::Template | Kind::Shadow if name != TEMPLATE => return,
                // HTML within SVG and MathML does not close HTML around them.
                Kind::Html => in_html = None,
                _ => {}
            }
        }
        if let Some(place) = in_html {
            self.html.truncate(place);
            self.open.clear();
        }
    }

    fn push(&mut self, name: Name, kind: Kind) {
        if self.open.is_empty() {
            self.forget_what_is_not_open();
        }
        if self.open.len() < DEPTH {
            let around = self.html.len();
            self.open.push(Open { name, kind, around });
        } else {
            self.deeper += 1;
        }
    }

    /// What holds nothing, and parts of a table outside one, which browsers drop, were kept so far: it mattered to nobody.
    fn forget_what_is_not_open(&mut self) {
        let mut in_table = false;
        self.html.retain(|name| {
            in_table |= *name == TABLE;
            !VOID.contains(name) && (in_table || !OF_TABLE.contains(name))
        });
    }

    /// Closes what is open of SVG and MathML: an HTML element begins.
    fn break_out(&mut self) {
        self.deeper = 0;
        while self.open.pop_if(|open| open.kind.is_foreign()).is_some() {}
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

/// Elements of MathML that stay so where HTML may stand.
static MATH_STAYS: [Name; 2] = Name::list("mglyph malignmark");

/// Elements of HTML whose end tags look for them up to the next table.
static OF_TABLE: [Name; 8] = Name::list("table tbody tfoot thead tr td th caption");

/// Elements of HTML out of which no end tag of a block reaches.
static SCOPES: [Name; 8] = Name::list("applet caption table td th marquee object template");

/// Elements of HTML out of which only the end tags of these reach. Source: html.spec.whatwg.org, section 13.2.4.2.
static SPECIAL: [Name; 49] = Name::list(
    "address applet article aside blockquote button caption center dd details dir div dl dt fieldset figcaption \
     figure footer h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol p pre search section \
     select summary table tbody td template tfoot th thead tr ul",
);

/// Elements of HTML that hold nothing.
static VOID: [Name; 15] =
    Name::list("area base br col embed frame hr image img input link meta source track wbr");
