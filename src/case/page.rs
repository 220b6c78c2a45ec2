//! The page that someone has open, and the way to it, without what would name an order.

use serde::{Deserialize, Serialize};

use crate::page::{self, PageSigns};
use crate::shop::{Harmless, Url, shown_file, shown_location};

/// The page that someone has open, as a hand read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageRead {
    /// Its final address.
    pub url: String,
    /// The redirects on the way there.
    pub hops: Vec<PageHop>,
    /// Its status, where the hand saw it.
    pub status: Option<u16>,
    /// Its `Link` headers, joined by commas, where the hand saw them.
    pub link_header: Option<String>,
    /// What its HTML shows.
    pub signs: PageSigns,
}

impl PageRead {
    /// A page that someone pasted, from wherever it says that it is from; its address is empty where it does not say.
    pub fn pasted(html: &str) -> Self {
        let signs = page::read(html, None);
        let shown = [
            &signs.canonical,
            &signs.home,
            &signs.rest_link,
            &signs.shortlink,
        ];
        let url = shown
            .into_iter()
            .flatten()
            .find_map(|address| Url::parse(address).ok());
        let url = url.map(|url| Harmless::of(&url).page.to_string());
        let url = url.unwrap_or_default();
        Self {
            signs: page::read(html, Some(&url)),
            url,
            ..Self::default()
        }
    }

    /// Without orders and keys in its address and on the way to it.
    pub(crate) fn harmless(mut self) -> Self {
        let page_of = |url: &str| Url::parse(url).map(|url| Harmless::of(&url).page.to_string());
        for hop in &mut self.hops {
            if let (Ok(url), Some(location)) = (Url::parse(&hop.url), &mut hop.location) {
                *location = shown_location(&url, location);
            }
            hop.url = page_of(&hop.url).unwrap_or_default();
        }
        self.url = page_of(&self.url).unwrap_or_default();
        let signs = &mut self.signs;
        let shown = signs.permalinks.evidence.iter_mut();
        for sign in shown.chain(&mut signs.languages.evidence) {
            if let Ok(url) = Url::parse(&sign.what) {
                sign.what = Harmless::of(&url).address().to_string();
            }
        }
        let refs = &mut signs.http_refs;
        let links = refs
            .links
            .examples
            .iter_mut()
            .chain(&mut refs.form.examples);
        for sign in links {
            if let Ok(url) = Url::parse(&sign.what) {
                sign.what = shown_location(&url, &sign.what);
            }
        }
        for sign in refs
            .active
            .examples
            .iter_mut()
            .chain(&mut refs.passive.examples)
        {
            if let Ok(url) = Url::parse(&sign.what) {
                sign.what = shown_file(&url).to_string();
            }
        }
        let rest = signs
            .rest_link
            .as_deref()
            .and_then(|link| Url::parse(link).ok());
        let rest = rest.map(|url| Harmless::of(&url));
        let rest = rest.filter(|link| !link.was_cut);
        signs.rest_link = rest.map(|link| link.address().to_string());
        self
    }
}

/// A redirect on the way to the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageHop {
    /// The address that was asked.
    pub url: String,
    /// Its status, where the hand saw it.
    pub status: Option<u16>,
    /// Where it led.
    pub location: Option<String>,
}
