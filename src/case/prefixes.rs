//! Which language prefixes stand below the home.

use crate::gateway::Via;
use crate::probe::Purpose;
use crate::reading::Meaning;
use crate::shop::{Url, is_language};

use super::Case;

impl Case {
    /// Language prefixes to try, the most probable first.
    pub fn prefixes(&self) -> Vec<String> {
        let mut prefixes: Vec<String> = Vec::new();
        let mut add = |prefix: Option<&str>| {
            if let Some(prefix) = prefix
                && !prefix.is_empty()
                && !prefixes.iter().any(|p| p == prefix)
            {
                prefixes.push(prefix.to_owned());
            }
        };
        for asked in &self.asked {
            if let Some(heard) = &asked.heard
                && let Meaning::Redirect(redirect) = &heard.reading.meaning
                && let Some(to) = &redirect.to
                && asked.probe.purpose == Purpose::Endpoint
            {
                add(self.prefix_of_callback(to.path()));
            }
        }
        add(self.home_prefix());
        if let Some(page) = &self.page {
            if let Some(lang) = page.signs.html_lang.as_deref() {
                let short = lang
                    .split(['-', '_'])
                    .next()
                    .unwrap_or(lang)
                    .to_ascii_lowercase();
                add(page
                    .signs
                    .languages
                    .prefixes
                    .iter()
                    .find(|p| **p == short)
                    .map(String::as_str));
            }
            for prefix in &page.signs.languages.prefixes {
                add(Some(prefix));
            }
            for hop in &page.hops {
                if let Some(to) = hop
                    .location
                    .as_deref()
                    .and_then(|l| Url::parse(&hop.url).ok()?.join(l))
                {
                    add(self.language_segment(to.path()));
                }
            }
        }
        prefixes
    }

    /// The prefix that WordPress's own home address carries.
    pub fn home_prefix(&self) -> Option<&str> {
        let of_page = self.signs().and_then(|s| s.home_prefix.as_deref());
        of_page.or_else(|| {
            let path = self.rest()?.home.as_deref()?.splitn(4, '/').nth(3)?;
            let below = path.strip_prefix(self.shop.home_path().trim_start_matches('/'))?;
            below
                .split('/')
                .next()
                .filter(|segment| is_language(segment))
        })
    }

    /// The prefix in `/home/sv/wc-api/…`, as it stands before `wc-api` or before the plugin's own path.
    pub fn prefix_of_callback<'p>(&self, path: &'p str) -> Option<&'p str> {
        let below = path.strip_prefix(self.shop.home_path())?;
        let before = below.split("wc-api").next()?;
        let before = before.split("wp-json").next()?;
        let before = match self.via() {
            Via::Rewrite { path, .. } => before.split(path).next()?,
            _ => before,
        };
        let before = before.trim_matches('/');
        (is_language(before) && below.len() > before.len()).then_some(before)
    }

    /// The first segment below the home path, where it looks like a language: `sv`, `pt-br`.
    fn language_segment<'p>(&self, path: &'p str) -> Option<&'p str> {
        let segment = path
            .strip_prefix(self.shop.home_path())?
            .split('/')
            .next()?;
        is_language(segment).then_some(segment)
    }
}
