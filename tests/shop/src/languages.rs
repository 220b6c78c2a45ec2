//! The language plugins: which folder of an address they take for a language, what they redirect, and whether
//! `home_url()` gets the folder too. Swedish is the default language, English the other one.

use crate::request::{Request, with_query};
use crate::response::Response;
use crate::shop::Languages;
use crate::site::{Page, Site};
use crate::wordpress::page_caching;

/// The language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Swedish,
}

/// A request inside WordPress, after the language plugin has looked at its address.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) tongue: Tongue,
    /// The folder that links to pages get, such as `/sv`, or an empty string.
    pub(crate) folder: &'static str,
    /// The folder that `home_url()` gets, and with it the REST address and the shop's AJAX addresses.
    pub(crate) home_folder: &'static str,
    /// Whether the address named a language.
    pub(crate) named: bool,
    /// Whether the address went through `index.php`.
    pub(crate) via_index: bool,
    /// The path as asked for, without `index.php`, below the home address.
    pub(crate) asked: String,
    /// The same without the language's folder: what the rewrite rules see.
    pub(crate) path: String,
}

/// Takes the language out of a path below the home address, or redirects to the address with the right one.
pub(crate) fn enter(site: &Site<'_>, request: &Request, path: &str) -> Result<View, Response> {
    let languages = site.shop.languages;
    let (mut via_index, asked) = without_index(path);
    let (language, inside) = split(asked);
    let language = language.filter(|language| shown(languages, language));
    if let Languages::Qtranslate { default_shown } = languages
        && let Some(redirect) = qtranslate(site, request, path, default_shown)
    {
        return Err(redirect);
    }
    let mut path = asked;
    if language.is_some() {
        let (index, after) = without_index(inside);
        via_index |= index;
        path = after;
    }
    let tongue = match language {
        _ if languages == Languages::None => Tongue::English,
        Some("en") => Tongue::English,
        _ => Tongue::Swedish,
    };
    let folder = match tongue {
        Tongue::English if languages != Languages::None => "/en",
        Tongue::Swedish if shown(languages, "sv") => "/sv",
        _ => "",
    };
    let filters_home = matches!(
        languages,
        Languages::Qtranslate { .. } | Languages::TranslatePress
    );
    Ok(View {
        tongue,
        folder,
        home_folder: if filters_home { folder } else { "" },
        named: language.is_some(),
        via_index,
        asked: asked.to_owned(),
        path: path.to_owned(),
    })
}

/// Redirects of Polylang, which knows the language of each page: English pages have addresses of their own, and products
/// exist in Swedish only.
pub(crate) fn page_redirect(
    site: &Site<'_>,
    request: &Request,
    view: &View,
    page: Page,
    by_query: bool,
) -> Option<Response> {
    let Languages::Polylang { default_shown } = site.shop.languages else {
        return None;
    };
    let swedish = if default_shown { "/sv" } else { "" };
    let unnamed = default_shown && !view.named;
    let home = site.home();
    let by = "Polylang";
    // WooCommerce's list of products exists in each language.
    let sold = site.shop.woocommerce;
    match page {
        Page::Home if unnamed && request.query.is_empty() => Some(
            Response::moved(302, format!("{home}/sv/"), by)
                .with("Set-Cookie", cookie(Tongue::Swedish)),
        ),
        Page::Product(_) if unnamed && by_query => Some(Response::moved(
            301,
            with_query(&format!("{home}/sv/"), &request.query),
            by,
        )),
        Page::Home => None,
        Page::Shop if by_query || (sold && !unnamed) => None,
        Page::Product(_) if by_query => None,
        _ => {
            let asked = view.asked.trim_end_matches('/');
            let here = site.path(page, view.folder);
            let translated = view.tongue == Tongue::Swedish || here.ends_with("-en/");
            let right = !by_query && !unnamed && translated && asked == here.trim_end_matches('/');
            let target = format!("{home}{}", site.path(page, swedish));
            (!right).then(|| page_caching(site, page, Response::moved(301, target, by)))
        }
    }
}

/// The cookie by which Polylang remembers the language.
pub(crate) fn cookie(tongue: Tongue) -> String {
    format!(
        "pll_language={}; Max-Age=31536000; path=/; SameSite=Lax",
        tongue.code()
    )
}

impl Tongue {
    /// Such as `sv`.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
        }
    }

    /// Such as `sv-SE`.
    pub(crate) const fn locale(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Swedish => "sv-SE",
        }
    }

    /// The word of this language from a pair.
    pub(crate) const fn of<T: Copy>(self, pair: [T; 2]) -> T {
        let [english, swedish] = pair;
        match self {
            Self::English => english,
            Self::Swedish => swedish,
        }
    }
}

/// Whether addresses show this language as a folder.
fn shown(languages: Languages, language: &str) -> bool {
    match languages {
        Languages::None => false,
        Languages::TranslatePress => language == "en",
        Languages::Polylang { default_shown } | Languages::Qtranslate { default_shown } => {
            language == "en" || default_shown
        }
    }
}

/// qTranslate-XT redirects before anything else runs: every method, unless a form was sent; REST is exempt.
fn qtranslate(
    site: &Site<'_>,
    request: &Request,
    path: &str,
    default_shown: bool,
) -> Option<Response> {
    let form = request.method == "POST"
        && request.header_has("Content-Type", "form")
        && !request.body.is_empty();
    let (language, inside) = split(path);
    let path = match (language, default_shown) {
        (None, true) if !form && !inside.starts_with("/wp-json") => format!("/sv{path}"),
        (Some("sv"), false) if !form => inside.to_owned(),
        _ => return None,
    };
    let host = if site.place.demo {
        request.host.as_str()
    } else {
        crate::site::bare_host(&request.host)
    };
    let target = format!("{}://{host}{}{path}", request.scheme(), site.base());
    Some(
        Response::moved(301, with_query(&target, &request.query), "qTranslate-XT")
            .uncached()
            .with("Set-Cookie", "qtrans_front_language=sv; path=/"),
    )
}

/// Splits a language folder off a path; what remains begins with `/`.
fn split(path: &str) -> (Option<&'static str>, &str) {
    for (code, folder) in [("sv", "/sv"), ("en", "/en")] {
        match path.strip_prefix(folder) {
            Some("") => return (Some(code), "/"),
            Some(rest) if rest.starts_with('/') => return (Some(code), rest),
            _ => {}
        }
    }
    (None, path)
}

/// Takes `/index.php` off the beginning of a path; what remains begins with `/`.
fn without_index(path: &str) -> (bool, &str) {
    match path.strip_prefix("/index.php") {
        Some("") => (true, "/"),
        Some(rest) if rest.starts_with('/') => (true, rest),
        _ => (false, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_folders_are_languages() {
        for (path, language, rest) in [
            ("/sv/", Some("sv"), "/"),
            ("/sv", Some("sv"), "/"),
            ("/en/cart/", Some("en"), "/cart/"),
            ("/svante/", None, "/svante/"),
            ("/", None, "/"),
        ] {
            assert_eq!(split(path), (language, rest), "{path}");
        }
    }
}
