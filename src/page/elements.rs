//! The elements of HTML that matter: how their text is read, what they load, and who looks at them.

use super::names::{
    A, AREA, AUDIO, BASE, BODY, BUTTON, EMBED, FORM, FRAME, HTML, IFRAME, IMAGE, IMG, INPUT, LINK,
    MATH, META, NOEMBED, NOFRAMES, NOSCRIPT, OBJECT, PLAINTEXT, SCRIPT, SOURCE, STYLE, SVG, TABLE,
    TD, TEMPLATE, TEXTAREA, TH, TITLE, TRACK, VIDEO, XMP,
};
use super::refs::Kind;
use super::tokenizer::{Name, Text};

/// What is known about an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    pub(super) role: Role,
    /// How the text after its start tag is read.
    pub(super) text: Text,
    /// The attributes that a browser loads from or sends to.
    pub(super) references: References,
}

/// Attributes, and what a browser does with the addresses in them.
pub(super) type References = &'static [(&'static str, Kind)];

/// What an element means to us beyond its references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
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
pub(super) const fn element(name: Name) -> Element {
    const SRC: References = &[("src", Kind::Active)];
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
        OBJECT => loading(Role::None, &[("data", Kind::Active)]),
        IMG | IMAGE | SOURCE => loading(
            Role::Image,
            &[("src", Kind::Passive), ("srcset", Kind::Passive)],
        ),
        VIDEO => loading(
            Role::None,
            &[("src", Kind::Passive), ("poster", Kind::Passive)],
        ),
        AUDIO => loading(Role::None, &[("src", Kind::Passive)]),
        BODY => loading(Role::Body, BACKGROUND),
        TABLE | TD | TH => loading(Role::None, BACKGROUND),
        FORM => loading(Role::None, &[("action", Kind::Form)]),
        BUTTON => loading(Role::None, &[("formaction", Kind::Form)]),
        // The second one only where the input shows a picture.
        INPUT => loading(
            Role::None,
            &[("formaction", Kind::Form), ("src", Kind::Passive)],
        ),
        _ => of(Role::None),
    }
}

/// What elements of SVG load.
pub(super) const fn of_svg(name: Name) -> References {
    match name {
        SCRIPT => &[("href", Kind::Active), ("xlink:href", Kind::Active)],
        IMAGE => &[("href", Kind::Passive), ("xlink:href", Kind::Passive)],
        _ => &[],
    }
}

const BACKGROUND: References = &[("background", Kind::Passive)];

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
