//! The elements of HTML that matter: how their text is read, what they load, and who looks at them.

use super::names::{
    A, AREA, AUDIO, BASE, BODY, BUTTON, EMBED, FORM, FRAME, HTML, IFRAME, IMAGE, IMG, INPUT, LINK,
    MATH, META, NOEMBED, NOFRAMES, NOSCRIPT, OBJECT, PLAINTEXT, SCRIPT, SOURCE, STYLE, SVG, TABLE,
    TD, TEMPLATE, TEXTAREA, TH, TITLE, TRACK, VIDEO, XMP,
};
use super::tokenizer::{Name, Text};

/// What a browser does with a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Active,
    Passive,
    Form,
    Links,
}

/// What is known about an element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element {
    pub(crate) role: Role,
    /// How the text after its start tag is read.
    pub(crate) text: Text,
    /// The attributes that a browser loads from or sends to.
    pub(crate) references: References,
}

/// References of one element.
pub(crate) type References = &'static [Reference];

/// An attribute that holds an address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference {
    pub(crate) attribute: &'static str,
    pub(crate) name: Name,
    /// What a browser does with the address.
    pub(crate) kind: Kind,
    /// Whether it holds several, as `srcset` does.
    pub(crate) is_set: bool,
}

impl Reference {
    pub(crate) const fn new(attribute: &'static str, kind: Kind) -> Self {
        Self {
            attribute,
            name: Name::of(attribute),
            kind,
            is_set: false,
        }
    }

    const fn active(attribute: &'static str) -> Self {
        Self::new(attribute, Kind::Active)
    }

    const fn passive(attribute: &'static str) -> Self {
        Self::new(attribute, Kind::Passive)
    }

    const fn form(attribute: &'static str) -> Self {
        Self::new(attribute, Kind::Form)
    }

    const fn set(attribute: &'static str) -> Self {
        Self {
            is_set: true,
            ..Self::passive(attribute)
        }
    }
}

/// What an element means to us beyond its references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    None,
    Base,
    Body,
    Html,
    Image,
    /// A link to another page.
    Anchor,
    /// `<link>`.
    Link,
    Math,
    Meta,
    Script,
    Svg,
    Template,
    Title,
}

/// Looks an element up; every other one is an [`Element`] of no role.
pub(crate) const fn element(name: Name) -> Element {
    const SRC: References = &[Reference::active("src")];
    match name {
        A | AREA => of(Role::Anchor),
        LINK => of(Role::Link),
        META => of(Role::Meta),
        HTML => of(Role::Html),
        BASE => of(Role::Base),
        SVG => of(Role::Svg),
        MATH => of(Role::Math),
        TEMPLATE => of(Role::Template),
        SCRIPT => full(Role::Script, Text::Script, SRC),
        TITLE => full(Role::Title, Text::Raw, &[]),
        STYLE | TEXTAREA | XMP | NOEMBED | NOFRAMES | NOSCRIPT => full(Role::None, Text::Raw, &[]),
        PLAINTEXT => full(Role::None, Text::Plain, &[]),
        IFRAME => full(Role::None, Text::Raw, SRC),
        FRAME | EMBED | TRACK => full(Role::None, Text::Data, SRC),
        OBJECT => loading(Role::None, const { &[Reference::active("data")] }),
        IMG | IMAGE | SOURCE => loading(
            Role::Image,
            const { &[Reference::passive("src"), Reference::set("srcset")] },
        ),
        VIDEO => loading(
            Role::None,
            const { &[Reference::passive("src"), Reference::passive("poster")] },
        ),
        AUDIO => loading(Role::None, const { &[Reference::passive("src")] }),
        BODY => loading(Role::Body, BACKGROUND),
        TABLE | TD | TH => loading(Role::None, BACKGROUND),
        FORM => loading(Role::None, const { &[Reference::form("action")] }),
        BUTTON => loading(Role::None, const { &[Reference::form("formaction")] }),
        // The second one only where the input shows a picture.
        INPUT => loading(
            Role::None,
            const { &[Reference::form("formaction"), Reference::passive("src")] },
        ),
        _ => of(Role::None),
    }
}

/// What elements of SVG load.
pub(crate) const fn of_svg(name: Name) -> References {
    match name {
        SCRIPT => const { &[Reference::active("href"), Reference::active("xlink:href")] },
        IMAGE => const { &[Reference::passive("href"), Reference::passive("xlink:href")] },
        _ => &[],
    }
}

const BACKGROUND: References = const { &[Reference::passive("background")] };

const fn of(role: Role) -> Element {
    loading(role, &[])
}

const fn loading(role: Role, references: References) -> Element {
    full(role, Text::Data, references)
}

const fn full(role: Role, text: Text, references: References) -> Element {
    Element {
        role,
        text,
        references,
    }
}
