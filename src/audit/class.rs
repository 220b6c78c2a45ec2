//! What a browser does with an http address that stands in a secure page.
//!
//! Source: W3C Mixed Content (Level 2), sections 3 and 4; Upgrade Insecure Requests, section 3; HTML, section 4.8.4.3.4, for
//! the initiator `imageset` (read 2026-11-29).

use serde::{Deserialize, Serialize};

use super::policy::Policy;
use crate::shop::{Host, Scheme, Url};

/// What becomes of an http address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// The browser does not load it: something of the page is missing.
    Blockable,
    /// The browser asks for it over https, and shows nothing where that fails.
    Upgradeable,
    /// What a visitor fills in is sent unprotected; browsers warn before it.
    Form,
    /// A link that leads from https to the site's own http.
    Navigation,
    /// A page of the site that leads to http.
    Redirect,
    /// A page that ends in an error.
    Failed,
}

impl Class {
    /// All of them, the worst first.
    pub const ALL: [Self; 6] = [
        Self::Failed,
        Self::Blockable,
        Self::Form,
        Self::Redirect,
        Self::Navigation,
        Self::Upgradeable,
    ];

    /// The class as it stands in a report.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blockable => "blockable",
            Self::Upgradeable => "upgradeable",
            Self::Form => "form",
            Self::Navigation => "navigation",
            Self::Redirect => "redirect",
            Self::Failed => "failed",
        }
    }
}

/// What an address is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Load {
    /// A picture, a sound or a film, one address alone.
    Media,
    /// A picture of several to choose from: never upgraded by itself.
    ImageSet,
    /// Everything else that a page loads: scripts, styles, fonts, frames, fetches.
    Active,
    /// Where a form is sent.
    Form,
    /// Where a link leads.
    Navigation,
}

/// What becomes of `url`, wanted for `load` by a secure page of `page`'s site; `None` where nothing is wrong with it.
pub(super) fn classify(load: Load, url: &Url, page: &Url, policy: Policy) -> Option<Class> {
    if url.scheme() != Scheme::Http || is_this_machine(url.host()) {
        return None;
    }
    if load == Load::Navigation {
        if !url.host().same_site(page.host()) {
            return None;
        }
        // Other sites' pages are not upgraded, and the twin with or without www. is another site.
        let same = url.host() == page.host() && url.port() == page.port();
        return Some(if policy.upgrade && same {
            Class::Upgradeable
        } else {
            Class::Navigation
        });
    }
    Some(match load {
        _ if policy.upgrade => Class::Upgradeable,
        Load::Form => Class::Form,
        Load::Media if !policy.block_all && !is_number(url.host()) => Class::Upgradeable,
        _ => Class::Blockable,
    })
}

/// Browsers take an address on the same machine for safe without TLS. Source: W3C Secure Contexts, section 3.1.
fn is_this_machine(host: &Host) -> bool {
    let host = host.to_string();
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || host.starts_with("127.") && is_dotted(&host)
}

/// An address in numbers has no certificate that anybody could expect: it is not upgraded.
fn is_number(host: &Host) -> bool {
    let host = host.to_string();
    host.starts_with('[') || is_dotted(&host)
}

fn is_dotted(host: &str) -> bool {
    host.bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::too_many_lines, reason = "tables of cases")]

    use super::*;

    #[test]
    fn what_becomes_of_an_http_address() {
        let page = Url::parse("https://shop.example.com/a/").unwrap();
        let plain = Policy::default();
        let upgrade = Policy {
            upgrade: true,
            ..plain
        };
        let block = Policy {
            block_all: true,
            ..plain
        };
        for (load, url, policy, class) in [
            (
                Load::Media,
                "http://cdn.example/a.png",
                plain,
                Some(Class::Upgradeable),
            ),
            (
                Load::Media,
                "http://203.0.113.7/a.png",
                plain,
                Some(Class::Blockable),
            ),
            (
                Load::Media,
                "http://[2001:db8::1]/a.png",
                plain,
                Some(Class::Blockable),
            ),
            (
                Load::Media,
                "http://cdn.example/a.png",
                block,
                Some(Class::Blockable),
            ),
            (
                Load::ImageSet,
                "http://cdn.example/a.png",
                plain,
                Some(Class::Blockable),
            ),
            (
                Load::ImageSet,
                "http://cdn.example/a.png",
                upgrade,
                Some(Class::Upgradeable),
            ),
            (
                Load::Active,
                "http://cdn.example/a.js",
                plain,
                Some(Class::Blockable),
            ),
            (
                Load::Active,
                "http://cdn.example/a.js",
                upgrade,
                Some(Class::Upgradeable),
            ),
            (Load::Active, "https://cdn.example/a.js", plain, None),
            (Load::Active, "http://localhost:3000/a.js", plain, None),
            (Load::Active, "http://127.0.0.1/a.js", plain, None),
            (
                Load::Active,
                "http://127.0.0.1.example/a.js",
                plain,
                Some(Class::Blockable),
            ),
            (
                Load::Form,
                "http://shop.example.com/",
                plain,
                Some(Class::Form),
            ),
            (
                Load::Form,
                "http://other.example/",
                plain,
                Some(Class::Form),
            ),
            (
                Load::Form,
                "http://shop.example.com/",
                upgrade,
                Some(Class::Upgradeable),
            ),
            (
                Load::Navigation,
                "http://shop.example.com/b/",
                plain,
                Some(Class::Navigation),
            ),
            (
                Load::Navigation,
                "http://www.shop.example.com/b/",
                plain,
                Some(Class::Navigation),
            ),
            (
                Load::Navigation,
                "http://shop.example.com/b/",
                upgrade,
                Some(Class::Upgradeable),
            ),
            (
                Load::Navigation,
                "http://www.shop.example.com/b/",
                upgrade,
                Some(Class::Navigation),
            ),
            (Load::Navigation, "http://other.example/", plain, None),
        ] {
            let url = Url::parse(url).unwrap();
            assert_eq!(classify(load, &url, &page, policy), class, "{load:?} {url}");
        }
    }
}
