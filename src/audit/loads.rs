//! Which attributes of which elements a browser loads from, sends to or leads to.
//!
//! Source: html.spec.whatwg.org, section 4 and the index of attributes; SVG 2, section 16 (read 2026-11-29).

use super::class::Load;
use crate::html::names::{
    A, AREA, AUDIO, BODY, BUTTON, EMBED, FORM, FRAME, IFRAME, IMAGE, IMG, INPUT, OBJECT, SCRIPT,
    SOURCE, TABLE, TD, TH, TRACK, VIDEO,
};
use crate::html::tokenizer::Name;

/// An attribute with an address.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribute {
    pub(super) text: &'static str,
    pub(super) name: Name,
    pub(super) load: Load,
}

const fn at(text: &'static str, load: Load) -> Attribute {
    Attribute {
        text,
        name: Name::of(text),
        load,
    }
}

/// The attributes of an element of HTML; `<img>`, `<source>`, `<link>` and `<meta>` have rules of their own.
pub(super) const fn of_html(name: Name) -> &'static [Attribute] {
    const TR: Name = Name::of("tr");
    const THEAD: Name = Name::of("thead");
    const TBODY: Name = Name::of("tbody");
    const TFOOT: Name = Name::of("tfoot");
    match name {
        A | AREA => const { &[at("href", Load::Navigation)] },
        SCRIPT | FRAME | IFRAME | EMBED | TRACK => const { &[at("src", Load::Active)] },
        OBJECT => const { &[at("data", Load::Active)] },
        AUDIO => const { &[at("src", Load::Media)] },
        VIDEO => const { &[at("src", Load::Media), at("poster", Load::Media)] },
        BODY | TABLE | THEAD | TBODY | TFOOT | TR | TD | TH => {
            const { &[at("background", Load::Media)] }
        }
        FORM => const { &[at("action", Load::Form)] },
        BUTTON => const { &[at("formaction", Load::Form)] },
        INPUT => const { &[at("formaction", Load::Form), at("src", Load::Media)] },
        _ => &[],
    }
}

/// The attributes of an element of SVG.
pub(super) const fn of_svg(name: Name) -> &'static [Attribute] {
    const FE_IMAGE: Name = Name::of("feimage");
    const USE: Name = Name::of("use");
    match name {
        SCRIPT | USE => const { &[at("href", Load::Active), at("xlink:href", Load::Active)] },
        IMAGE | FE_IMAGE => const { &[at("href", Load::Media), at("xlink:href", Load::Media)] },
        A => {
            const {
                &[
                    at("href", Load::Navigation),
                    at("xlink:href", Load::Navigation),
                ]
            }
        }
        _ => &[],
    }
}

/// The attributes of SVG whose value is CSS and may load something. Source: SVG 2, section 6.6.
pub(super) static SVG_STYLES: [&str; 9] = [
    "clip-path",
    "cursor",
    "fill",
    "filter",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "stroke",
];

/// Whether an element shows one picture of several.
pub(super) const fn is_picture(name: Name) -> bool {
    matches!(name, IMG | IMAGE)
}

/// Whether an element offers something to the one around it.
pub(super) const fn is_source(name: Name) -> bool {
    matches!(name, SOURCE)
}

/// What a `<link>` with these words loads; none where it loads nothing.
pub(super) fn of_link(rel: &str, destination: &str) -> Option<Load> {
    let mut found = None;
    for word in rel.split_ascii_whitespace() {
        let load = match word.to_ascii_lowercase().as_str() {
            "stylesheet" | "manifest" | "modulepreload" | "prefetch" | "prerender" => Load::Active,
            "icon" | "apple-touch-icon" | "apple-touch-icon-precomposed" | "mask-icon" => {
                Load::Media
            }
            "preload" => match destination.to_ascii_lowercase().as_str() {
                "image" => Load::Media,
                "fetch" | "font" | "script" | "style" | "track" => Load::Active,
                // Without a kind, or with another one, it is left alone.
                _ => continue,
            },
            _ => continue,
        };
        if load == Load::Active || found.is_none() {
            found = Some(load);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_links_load() {
        for (rel, destination, load) in [
            ("stylesheet", "", Some(Load::Active)),
            ("shortcut icon", "", Some(Load::Media)),
            ("Preload", "IMAGE", Some(Load::Media)),
            ("preload", "font", Some(Load::Active)),
            ("preload", "", None),
            ("preload", "bogus", None),
            ("preload", "document", None),
            ("preload", "fetch", Some(Load::Active)),
            ("preload stylesheet", "style", Some(Load::Active)),
            ("canonical", "", None),
            ("alternate", "", None),
            ("dns-prefetch preconnect", "", None),
            ("", "", None),
        ] {
            assert_eq!(of_link(rel, destination), load, "{rel} {destination}");
        }
    }
}
