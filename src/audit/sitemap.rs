//! Sitemaps: lists of pages, and lists of such lists, as XML or as plain lines.
//!
//! Read by hand rather than with an XML crate: only the text of `<loc>` counts, and what is cut off or broken gives what
//! stands before. Source: sitemaps.org, protocol 0.90 (read 2026-11-29).

use crate::html::entities::{Place, decode};

/// Bytes of one file that are read. Source: sitemaps.org allows 50 MB.
pub const SITEMAP_BYTES: usize = 52 * 1024 * 1024;

/// Addresses of one file that are read. Source: the same.
const ADDRESSES: usize = 50_000;

/// What a file lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sitemap {
    /// Pages, as they are written.
    pub(super) pages: Vec<String>,
    /// Further sitemaps.
    pub(super) sitemaps: Vec<String>,
}

/// Reads a sitemap; what is none gives an empty one.
pub(super) fn read(bytes: &[u8]) -> Sitemap {
    let bytes = bytes.get(..SITEMAP_BYTES).unwrap_or(bytes);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut found = Sitemap::default();
    if !bytes.trim_ascii_start().starts_with(b"<") {
        // Google and others take plain lists of addresses.
        let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
        let addresses =
            lines.filter(|line| line.starts_with(b"http://") || line.starts_with(b"https://"));
        let texts = addresses.map(|line| String::from_utf8_lossy(line).into_owned());
        found.pages = texts.take(ADDRESSES).collect();
        return found;
    }
    let mut rest = bytes;
    // Whether the entry that is open is of another sitemap.
    let mut in_index = false;
    while let Some(open) = position(rest, b"<") {
        rest = rest.get(open..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix(b"<!--") {
            rest = after(comment, b"-->");
            continue;
        }
        let end = position(rest, b">").unwrap_or(rest.len());
        let tag = rest.get(1..end).unwrap_or_default();
        rest = rest.get(end + 1..).unwrap_or_default();
        match name(tag) {
            b"sitemap" => in_index = true,
            b"url" => in_index = false,
            // A picture's or a film's address has another prefix.
            b"loc" if !tag.contains(&b':') && !tag.ends_with(b"/") => {
                let address = text(rest);
                let list = if in_index {
                    &mut found.sitemaps
                } else {
                    &mut found.pages
                };
                if !address.is_empty() && list.len() < ADDRESSES {
                    list.push(address);
                }
            }
            _ => {}
        }
    }
    found
}

/// A tag's name without its prefix and attributes.
fn name(tag: &[u8]) -> &[u8] {
    let end = tag
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || *byte == b'/');
    let name = tag.get(..end.unwrap_or(tag.len())).unwrap_or_default();
    let colon = name.iter().position(|byte| *byte == b':');
    colon
        .and_then(|colon| name.get(colon + 1..))
        .unwrap_or(name)
}

/// The text of the element that has just begun.
fn text(rest: &[u8]) -> String {
    const CDATA: &[u8] = b"<![CDATA[";
    let trimmed = rest.trim_ascii_start();
    if let Some(cdata) = trimmed.strip_prefix(CDATA) {
        let end = position(cdata, b"]]>").unwrap_or(cdata.len());
        let text = cdata.get(..end).unwrap_or_default().trim_ascii();
        return String::from_utf8_lossy(text).into_owned();
    }
    let end = position(rest, b"<").unwrap_or(rest.len());
    let text = rest.get(..end).unwrap_or_default().trim_ascii();
    decode(text, Place::Text).into_owned()
}

fn position(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|part| part == needle)
}

fn after<'b>(hay: &'b [u8], needle: &[u8]) -> &'b [u8] {
    let at = position(hay, needle).map_or(hay.len(), |at| at + needle.len());
    hay.get(at..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_sitemaps() {
        let found = read(
            b"<?xml version='1.0'?><!-- <loc>https://no.example/</loc> --><urlset xmlns:image='x'><url><loc>\n https://shop.example.com/a/?b=1&amp;c=2 </loc>\
              <image:image><image:loc>https://shop.example.com/a.png</image:loc></image:image></url>\
              <url><loc><![CDATA[https://shop.example.com/c/]]></loc></url></urlset>",
        );
        assert_eq!(
            found.pages,
            [
                "https://shop.example.com/a/?b=1&c=2",
                "https://shop.example.com/c/"
            ]
        );
        let found = read(b"<sitemapindex><sitemap><loc>https://shop.example.com/p.xml.gz</loc></sitemap></sitemapindex>");
        assert_eq!(found.sitemaps, ["https://shop.example.com/p.xml.gz"]);
        assert!(found.pages.is_empty());
    }

    #[test]
    fn what_is_broken_gives_what_stands_before() {
        for (text, pages) in [
            (
                &b"<urlset><url><loc>https://a.example/</loc></url><url><loc>https://b.exa"[..],
                2,
            ),
            (b"<urlset><url><loc>", 0),
            (b"<urlset><url><loc/></url>", 0),
            (b"<ns:urlset><ns:url><ns:loc>https://a.example/</ns:loc>", 0),
            (b"https://a.example/\r\nhttps://b.example/\n\nnothing", 2),
            (b"", 0),
            (b"\0\0<<<>>>", 0),
            (b"<html><body>Not found", 0),
        ] {
            let found = read(text);
            assert_eq!(
                found.pages.len(),
                pages,
                "{}",
                String::from_utf8_lossy(text)
            );
        }
    }
}
