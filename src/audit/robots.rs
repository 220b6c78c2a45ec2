//! `robots.txt`: what a site asks crawlers to leave alone, and where its sitemaps are.
//!
//! Source: RFC 9309; sitemaps.org, section "Specifying the Sitemap location" (read 2026-11-29).

/// Bytes of the file that are read. Source: RFC 9309, section 2.5, asks for 500 kibibytes at least.
const ROBOTS_BYTES: usize = 512 * 1024;

/// Rules that are kept.
const RULES: usize = 5_000;

/// Sitemaps that are kept.
const SITEMAPS: usize = 200;

/// By which name a group is ours before the one for everybody.
pub(super) const NAME: &str = "callback-doctor";

/// What a `robots.txt` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Robots {
    rules: Vec<Rule>,
    /// Addresses of sitemaps, as they stand there.
    pub(super) sitemaps: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    allows: bool,
    pattern: String,
}

impl Robots {
    /// Reads the file.
    pub(super) fn read(text: &[u8]) -> Self {
        let text = String::from_utf8_lossy(text.get(..ROBOTS_BYTES).unwrap_or(text));
        let (mut ours, mut all) = (Vec::new(), Vec::new());
        let (mut is_ours, mut is_all, mut in_names) = (false, false, false);
        let (mut named, mut sitemaps) = (false, Vec::new());
        for line in text.trim_start_matches('\u{feff}').lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match key.trim().to_ascii_lowercase().as_str() {
                "user-agent" => {
                    if !in_names {
                        (is_ours, is_all) = (false, false);
                    }
                    in_names = true;
                    is_all |= value == "*";
                    is_ours |= value.eq_ignore_ascii_case(NAME);
                    named |= is_ours;
                }
                key @ ("allow" | "disallow") => {
                    in_names = false;
                    let rule = || Rule {
                        allows: key == "allow",
                        pattern: value.to_owned(),
                    };
                    if !value.is_empty() && is_ours && ours.len() < RULES {
                        ours.push(rule());
                    }
                    if !value.is_empty() && is_all && all.len() < RULES {
                        all.push(rule());
                    }
                }
                "sitemap" if sitemaps.len() < SITEMAPS => sitemaps.push(value.to_owned()),
                _ => {}
            }
        }
        Self {
            rules: if named { ours } else { all },
            sitemaps,
        }
    }

    /// Whether a path, with its query, may be asked for: the longest rule that fits decides, and of two the kinder one.
    pub(super) fn allows(&self, path: &str) -> bool {
        let fitting = self.rules.iter().filter(|rule| fits(&rule.pattern, path));
        fitting
            .max_by_key(|rule| (rule.pattern.len(), rule.allows))
            .is_none_or(|rule| rule.allows)
    }
}

/// Whether a pattern with `*` and a closing `$` fits the beginning of a path.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, to_the_end) = match pattern.strip_suffix('$') {
        Some(front) => (front, true),
        None => (pattern, false),
    };
    let mut parts = pattern.split('*');
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return !to_the_end || rest.is_empty();
    };
    for part in middle {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    if to_the_end {
        rest.ends_with(last)
    } else {
        rest.contains(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rule_decides() {
        let robots = Robots::read(
            b"\xef\xbb\xbfUser-agent: other\nDisallow: /\n\nUser-Agent: *\nUser-agent: another\nDisallow: /wp-admin/ # not this\n\
              Allow: /wp-admin/admin-ajax.php\nDisallow: /*?add-to-cart=\nDisallow: /*.pdf$\nDisallow:\nDisallow: /private\n\n\
              Sitemap: https://shop.example.com/sitemap_index.xml\nsitemap: /second.xml\n",
        );
        for (path, allowed) in [
            ("/", true),
            ("/wp-admin/x", false),
            ("/wp-admin/admin-ajax.php", true),
            ("/shop/?add-to-cart=1", false),
            ("/a.pdf", false),
            ("/a.pdf?x", true),
            ("/private-sale/", false),
            ("/a/private", true),
        ] {
            assert_eq!(robots.allows(path), allowed, "{path}");
        }
        assert_eq!(
            robots.sitemaps,
            ["https://shop.example.com/sitemap_index.xml", "/second.xml"]
        );
    }

    #[test]
    fn a_group_of_our_own_comes_first() {
        let robots = Robots::read(
            b"User-agent: *\nDisallow: /\nUser-agent: Callback-Doctor\nDisallow: /x\n",
        );
        assert!(robots.allows("/"));
        assert!(!robots.allows("/x"));
        assert!(Robots::read(b"").allows("/"));
        assert!(!Robots::read(b"User-agent: *\r\nDisallow: /\r\n").allows("/"));
    }
}
