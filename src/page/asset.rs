//! The files that a page loads, and the plugins that they belong to.

use super::fingerprints::LANGUAGE_HOSTS;
use super::limits;
use super::signs::LanguagePlugin;
use crate::html::find::find;

/// Where a file lies, at first sight.
pub(super) enum Origin {
    Elsewhere,
    /// In a folder called `plugins`.
    Plugin,
    /// In another folder of WordPress.
    WordPress,
    /// At a language service.
    Service(LanguagePlugin),
}

/// Looks at an address before anything of it is decoded.
pub(super) fn origin(raw: &[u8]) -> Origin {
    let mut at = 0;
    let mut is_wordpress = false;
    while let Some(slash) = find(raw, at, b'/') {
        at = slash + 1;
        let rest = raw.get(at..).unwrap_or_default();
        if rest.starts_with(b"plugins/") {
            return Origin::Plugin;
        }
        is_wordpress |= rest.starts_with(b"wp-content/") || rest.starts_with(b"wp-includes/");
        if let Some(host) = rest.strip_prefix(b"/cdn.") {
            for (name, plugin) in LANGUAGE_HOSTS {
                if host.starts_with(name.as_bytes()) {
                    return Origin::Service(*plugin);
                }
            }
        }
    }
    if is_wordpress {
        Origin::WordPress
    } else {
        Origin::Elsewhere
    }
}

/// A file in a plugin's folder.
pub(super) struct Asset<'a> {
    pub(super) slug: &'a str,
    /// The path from the folder on, beginning with a slash.
    pub(super) file: &'a str,
    pub(super) version: Option<&'a str>,
}

impl<'a> Asset<'a> {
    /// Finds `/wp-content/plugins/<slug>/` in an address; the content folder may have been renamed as Bedrock does.
    pub(super) fn read(address: &'a str) -> Option<Self> {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let at = after_slash(path.as_bytes(), b"plugins/")?;
        let (front, rest) = (path.get(..at)?, path.get(at + "plugins/".len()..)?);
        if !["/wp-content/", "/app/", "/content/"]
            .iter()
            .any(|folder| front.ends_with(folder))
        {
            return None;
        }
        let (slug, file) = rest.split_at(rest.find('/')?);
        let is_sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if slug.is_empty() || slug.len() > limits::SLUG_BYTES || !slug.bytes().all(is_sound) {
            return None;
        }
        let query = query.split_once('#').map_or(query, |(query, _)| query);
        let version = query.split('&').find_map(|pair| pair.strip_prefix("ver="));
        Some(Self {
            slug,
            file,
            version: version.filter(|version| is_version(version)),
        })
    }

    /// WooCommerce's version: its own scripts have it alone, its blocks as `wc-10.9.1`, bundled libraries behind theirs as
    /// `2.7.0-wc.10.9.1`. Source: pages of WooCommerce 10.9.1 (2026-11-22).
    pub(super) fn woo_version(&self) -> Option<String> {
        let version = self.version?;
        let own = match version.find("wc") {
            Some(at) => version.get(at + 3..)?,
            None if self.file.starts_with("/assets/js/frontend/") => version,
            None => return None,
        };
        is_version(own).then(|| own.to_owned())
    }
}

/// Whether a `ver=` is a version and not a checksum.
fn is_version(text: &str) -> bool {
    let own = text.strip_prefix("wc-").unwrap_or(text);
    text.len() <= limits::VERSION_BYTES
        && own.starts_with(|c: char| c.is_ascii_digit())
        && own.contains('.')
        && own
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-+_".contains(&byte))
}

/// Where `folder` stands behind a slash.
fn after_slash(path: &[u8], folder: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at = find(path, at, b'/')? + 1;
        if path.get(at..)?.starts_with(folder) {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_from_checksums() {
        for (address, version) in [
            ("/wp-content/plugins/a/x.js?ver=2.20.9", Some("2.20.9")),
            (
                "/wp-content/plugins/a/x.js?a=b&ver=2.20.9#top",
                Some("2.20.9"),
            ),
            (
                "/wp-content/plugins/a/x.js?ver=3.0.0-beta.1",
                Some("3.0.0-beta.1"),
            ),
            ("/wp-content/plugins/a/x.js?ver=b6572d146d9a5337699f", None),
            ("/wp-content/plugins/a/x.js?ver=1732345678", None),
            ("/wp-content/plugins/a/x.js", None),
        ] {
            let asset = Asset::read(address).unwrap();
            assert_eq!((asset.slug, asset.version), ("a", version), "{address}");
        }
    }

    #[test]
    fn only_wordpress_folders_hold_plugins() {
        for (address, slug) in [
            (
                "https://shop.example.com/app/plugins/woo-vipps/v.js",
                Some("woo-vipps"),
            ),
            ("/sv/wp-content/plugins/x/y/z.css", Some("x")),
            ("https://connect.example.net/plugins/like/x.js", None),
            ("/wp-content/plugins/x.js", None),
            ("/wp-content/plugins//x.js", None),
            ("/wp-content/plugins/%3Cscript%3E/x.js", None),
            ("/x?u=/wp-content/plugins/y/z", None),
        ] {
            assert_eq!(
                Asset::read(address).map(|asset| asset.slug),
                slug,
                "{address}"
            );
        }
    }
}
