//! Language prefixes: which path segment stands for a language, and which is just a folder.

use super::signs::{Alternate, LanguagePlugin, LanguageSigns, Sign};

/// What the page says that can confirm a language.
#[derive(Debug)]
pub(super) struct Languages<'a> {
    /// `<html lang>`.
    pub(super) html_lang: Option<&'a str>,
    /// The `hreflang` rows.
    pub(super) alternates: &'a [Alternate],
    /// Whether a language plugin was seen: then any code at the end of the home is believed.
    pub(super) has_plugin: bool,
}

impl Languages<'_> {
    /// Whether a path segment stands for a language of this page.
    fn confirm(&self, segment: &str) -> bool {
        let mut langs = self
            .alternates
            .iter()
            .map(|row| row.lang.as_str())
            .chain(self.html_lang);
        is_code(segment) && langs.any(|lang| means(segment, lang))
    }

    /// Splits WordPress's home path into the home proper and the language prefix on it.
    pub(super) fn split<'p>(&self, home_path: &'p str) -> (&'p str, Option<&'p str>) {
        let trimmed = home_path.trim_end_matches('/');
        let Some((parent, segment)) = trimmed.rsplit_once('/') else {
            return (home_path, None);
        };
        if !(self.confirm(segment) || self.has_plugin && is_code(segment)) {
            return (home_path, None);
        }
        // Polylang can put all languages below a folder of this name.
        let parent = parent.strip_suffix("/language").unwrap_or(parent);
        let at = parent.len() + 1;
        match home_path.split_at_checked(at) {
            Some((home, _)) => (home, trimmed.get(at..)),
            None => (home_path, None),
        }
    }

    /// The language prefix of a path below the home, for a language that this text names, or any one of the page's.
    pub(super) fn prefix<'p>(
        &self,
        path: &'p str,
        home: &str,
        lang: Option<&str>,
    ) -> Option<&'p str> {
        let rest = path.strip_prefix(home)?;
        let rest = rest.strip_prefix("index.php/").unwrap_or(rest);
        let inner = rest.strip_prefix("language/").unwrap_or(rest);
        let segment = inner.split(['/', '?']).next().unwrap_or_default();
        let sound = match lang {
            Some(lang) => is_code(segment) && (means(segment, lang) || self.confirm(segment)),
            None => self.confirm(segment),
        };
        sound.then(|| rest.get(..rest.len() - inner.len() + segment.len()))?
    }
}

impl LanguageSigns {
    /// Adds a prefix, unless it is known.
    pub(super) fn add_prefix(&mut self, prefix: String) {
        if !self.prefixes.contains(&prefix) {
            self.prefixes.push(prefix);
        }
    }

    /// Chooses the plugin that has the most hints; on a draw the one seen first.
    pub(super) fn choose_plugin(&mut self, hints: Vec<(LanguagePlugin, Sign)>) {
        let mut best: Option<(LanguagePlugin, usize)> = None;
        for (plugin, _) in &hints {
            let count = hints.iter().filter(|(other, _)| other == plugin).count();
            if best.is_none_or(|(_, most)| count > most) {
                best = Some((*plugin, count));
            }
        }
        self.plugin = best.map(|(plugin, _)| plugin);
        self.evidence = hints
            .into_iter()
            .filter(|(plugin, _)| Some(*plugin) == self.plugin)
            .map(|(_, sign)| sign)
            .collect();
    }
}

/// Whether a segment has the shape of a language code: `sv`, `deu`, `pt-br`, `zh-hans`.
fn is_code(segment: &str) -> bool {
    let mut parts = segment.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| matches!(part.len(), 2 | 4) && letters(part);
    (2..=3).contains(&language.len()) && letters(language) && parts.all(is_part)
}

/// Whether a segment stands for the language of this tag: the language itself, its region, or a country that people write
/// for it.
fn means(segment: &str, lang: &str) -> bool {
    let mut tag = lang.split(['-', '_']);
    let language = tag.next().unwrap_or_default();
    let first = segment.split(['-', '_']).next().unwrap_or_default();
    let is = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
    is(first, language)
        || is(segment, lang)
        || tag.any(|region| is(segment, region))
        || COUNTRIES
            .split(' ')
            .filter_map(|pair| pair.split_once(':'))
            .any(|(country, spoken)| is(segment, country) && is(language, spoken))
}

/// Countries that stand for a language in addresses.
const COUNTRIES: &str = "se:sv dk:da no:nb no:nn uk:en gb:en us:en eu:en ie:en au:en ca:en at:de ch:de be:nl be:fr lu:fr \
    cz:cs gr:el ee:et si:sl ua:uk rs:sr al:sq br:pt mx:es ar:es jp:ja cn:zh tw:zh kr:ko vn:vi in:hi il:he";

#[cfg(test)]
mod tests {
    use super::*;

    const SWEDISH: Languages<'static> = Languages {
        html_lang: Some("sv-SE"),
        alternates: &[],
        has_plugin: false,
    };

    #[test]
    fn splits_homes() {
        for (path, home, prefix) in [
            ("/", "/", None),
            ("/sv/", "/", Some("sv")),
            ("/se/", "/", Some("se")),
            ("/shop2/", "/shop2/", None),
            ("/shop2/sv/", "/shop2/", Some("sv")),
            ("/language/sv/", "/", Some("language/sv")),
            ("/en/", "/en/", None),
            ("/tv/", "/tv/", None),
        ] {
            assert_eq!(SWEDISH.split(path), (home, prefix), "{path}");
        }
    }

    #[test]
    fn segments_stand_for_languages() {
        for (segment, lang, yes) in [
            ("sv", "sv", true),
            ("SV", "sv-SE", true),
            ("se", "sv", true),
            ("pt-br", "pt-BR", true),
            ("zh-hans", "zh-Hans", true),
            ("no", "nb-NO", true),
            ("dk", "da", true),
            ("en", "sv", false),
            ("tv", "sv", false),
            ("shop", "sh", false),
        ] {
            assert_eq!(
                is_code(segment) && means(segment, lang),
                yes,
                "{segment} {lang}"
            );
        }
        for segment in [
            "",
            "s",
            "shop2",
            "svenska",
            "s1",
            "sv-",
            "sv-x",
            "sv-butik",
            "my-account",
        ] {
            assert!(!is_code(segment), "{segment}");
        }
    }

    #[test]
    fn a_category_is_no_language() {
        let rows = [
            ("sv", "https://h.example/tv/"),
            ("en", "https://h.example/en/tv/"),
        ]
        .map(|(lang, href)| Alternate {
            lang: lang.to_owned(),
            href: href.to_owned(),
            prefix: None,
        });
        let languages = Languages {
            alternates: &rows,
            ..SWEDISH
        };
        assert_eq!(languages.prefix("/tv/", "/", Some("sv")), None);
        assert_eq!(languages.prefix("/en/tv/", "/", Some("en")), Some("en"));
        assert_eq!(languages.prefix("/sv", "/", None), Some("sv"));
        assert_eq!(languages.prefix("/shop2/sv/x", "/shop2/", None), Some("sv"));
        assert_eq!(languages.prefix("/other/sv/x", "/shop2/", None), None);
        assert_eq!(languages.prefix("/index.php/sv/x", "/", None), Some("sv"));
        assert_eq!(
            languages.prefix("/language/sv/", "/", None),
            Some("language/sv")
        );
        assert_eq!(languages.prefix("/sv?x", "/", None), Some("sv"));
    }
}
