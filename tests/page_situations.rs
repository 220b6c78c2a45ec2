//! Shops beyond the recorded ones: what one page tells of permalinks, home and languages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use callback_doctor::page::{LanguagePlugin, PageSigns, Structure, read};

const PAGE: &str = "https://shop.example.com/x/";

fn rest(href: &str) -> String {
    format!("<link rel=https://api.w.org/ href='{href}'>")
}

fn feed(href: &str) -> String {
    format!("<link rel=alternate type=application/rss+xml href='{href}'>")
}

fn links(hrefs: &[&str]) -> String {
    let links = hrefs
        .iter()
        .map(|href| ["<a href='", href, "'>x</a>"].concat());
    links.collect()
}

#[test]
fn permalink_structures() {
    use Structure::{Pathinfo, Plain, Pretty};
    let home = "https://shop.example.com";
    for (html, structure) in [
        (rest("/wp-json/"), Some(Pretty)),
        (rest("/blog/wp-json/"), Some(Pretty)),
        (rest("/api/"), Some(Pretty)),
        (rest("/?rest_route=/"), Some(Plain)),
        (rest("/index.php?rest_route=/"), Some(Plain)),
        (rest("/butik/index.php?rest_route=/"), Some(Plain)),
        (rest("/index.php/wp-json/"), Some(Pathinfo)),
        // The REST link decides over anything else.
        (rest("/wp-json/") + &links(&["/?page_id=3", "/?page_id=6"]), Some(Pretty)),
        (rest("/?rest_route=/") + &links(&["/old/a/", "/old/b/"]), Some(Plain)),
        (feed("/?feed=rss2"), Some(Plain)),
        (feed("/feed/"), Some(Pretty)),
        (feed("/index.php/feed/"), Some(Pathinfo)),
        (feed("/?feed=rss2") + "<link rel=canonical href=/a/>", Some(Plain)),
        (feed("https://feeds.example.net/shop"), None),
        ("<link rel=canonical href=/?product=mossa>".into(), Some(Plain)),
        ("<link rel=canonical href=/product/mossa/>".into(), Some(Pretty)),
        ("<link rel=canonical href=/index.php/product/mossa/>".into(), Some(Pathinfo)),
        ("<link rel=canonical href=/>".into(), None),
        ("<link rel=canonical href=https://other.example/?p=1>".into(), None),
        // A shortlink is the same under every structure.
        ("<link rel=shortlink href=/?p=7>".into(), None),
        ("<link rel=alternate type=application/json+oembed href='/?rest_route=%2Foembed%2F1.0%2Fembed&amp;url=x'>".into(), Some(Plain)),
        ("<link rel=alternate type=application/json+oembed href=/wp-json/oembed/1.0/embed?url=x>".into(), Some(Pretty)),
        ("<script>var wc_add_to_cart_params = {\"cart_url\":\"https:\\/\\/shop.example.com\\/?page_id=6\"};</script>".into(), Some(Plain)),
        ("<script>var wc_add_to_cart_params = {\"cart_url\":\"https:\\/\\/shop.example.com\\/cart\\/\"};</script>".into(), Some(Pretty)),
        (links(&["/?page_id=8"]), Some(Plain)),
        (links(&["/index.php/cart/"]), Some(Pathinfo)),
        (links(&["/cart/"]), Some(Pretty)),
        (links(&["/cart/", "/checkout/", "/?page_id=3"]), Some(Pretty)),
        (links(&["https://other.example/cart/", "/?page_id=3"]), Some(Plain)),
        (links(&["/", "#top", "mailto:a@shop.example.com", "/?s=x", "/a.pdf", home]), None),
        (links(&["?add-to-cart=13", "/wp-login.php", "/wp-content/a/"]), None),
        (String::new(), None),
    ] {
        let signs = read(&html, Some(PAGE)).permalinks;
        assert_eq!(signs.structure, structure, "{html}");
        assert_eq!(signs.evidence.is_empty(), structure.is_none(), "{html}");
    }
}

#[test]
fn evidence_holds_what_agrees_the_strongest_first() {
    let html = links(&["/?page_id=3"]) + "<link rel=canonical href=/a/>" + &rest("/wp-json/");
    let signs = read(&html, Some(PAGE)).permalinks;
    let at: Vec<_> = signs.evidence.iter().map(|sign| sign.at.as_str()).collect();
    assert_eq!(
        at,
        [
            "link[rel=\"https://api.w.org/\"]",
            "link[rel=\"canonical\"]"
        ]
    );
}

/// A page's language, its head, and the home and prefix that follow.
type Home = (
    &'static str,
    String,
    Option<&'static str>,
    Option<&'static str>,
);

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn homes() {
    let ajax = |url: &str| {
        format!("<script>var wc_cart_fragments_params={{\"wc_ajax_url\":\"{url}\"}}</script>")
    };
    let installed = |path: &str| format!("<link rel=EditURI href='{path}xmlrpc.php?rsd'>");
    let alternate =
        |lang: &str, href: &str| format!("<link rel=alternate hreflang={lang} href={href}>");
    let site = "https://shop.example.com/";
    let rows: Vec<Home> = vec![
        ("sv-SE", rest("/wp-json/"), Some(site), None),
        ("sv-SE", rest("/sv/wp-json/"), Some(site), Some("sv")),
        ("sv-SE", rest("/sv/?rest_route=/"), Some(site), Some("sv")),
        ("sv-SE", rest("/sv/api/"), Some(site), Some("sv")),
        ("nb-NO", rest("/no/wp-json/"), Some(site), Some("no")),
        ("sv-SE", rest("/se/wp-json/"), Some(site), Some("se")),
        ("pt-BR", rest("/pt-br/wp-json/"), Some(site), Some("pt-br")),
        (
            "sv-SE",
            rest("/language/sv/wp-json/"),
            Some(site),
            Some("language/sv"),
        ),
        (
            "sv-SE",
            rest("/shop2/wp-json/"),
            Some("https://shop.example.com/shop2/"),
            None,
        ),
        (
            "sv-SE",
            rest("/shop2/sv/wp-json/"),
            Some("https://shop.example.com/shop2/"),
            Some("sv"),
        ),
        (
            "sv-SE",
            rest("/tv/wp-json/"),
            Some("https://shop.example.com/tv/"),
            None,
        ),
        // A site of its own that lies in a folder of that name: WordPress is installed there.
        (
            "sv-SE",
            rest("/sv/wp-json/") + &installed("/sv/"),
            Some("https://shop.example.com/sv/"),
            None,
        ),
        // WordPress's files in a folder, its home above.
        (
            "sv-SE",
            rest("/wp-json/") + &installed("/wp/"),
            Some(site),
            None,
        ),
        (
            "sv-SE",
            rest("/sv/wp-json/") + &installed("/wp/"),
            Some(site),
            Some("sv"),
        ),
        // The page's language is not said, its rows say it.
        (
            "",
            rest("/sv/wp-json/") + &alternate("sv", "/sv/x/"),
            Some(site),
            Some("sv"),
        ),
        // Not said at all, but a language plugin is there.
        (
            "",
            rest("/sv/wp-json/") + "<meta name=generator content='qTranslate-XT 3'>",
            Some(site),
            Some("sv"),
        ),
        (
            "",
            rest("/sv/wp-json/"),
            Some("https://shop.example.com/sv/"),
            None,
        ),
        // Without the REST link.
        (
            "sv-SE",
            ajax("\\/sv\\/?wc-ajax=%%endpoint%%"),
            Some(site),
            Some("sv"),
        ),
        ("sv-SE", ajax("\\/?wc-ajax=%%endpoint%%"), Some(site), None),
        (
            "sv-SE",
            ajax("https:\\/\\/shop.example.com\\/butik\\/?wc-ajax=x"),
            Some("https://shop.example.com/butik/"),
            None,
        ),
        (
            "sv-SE",
            "<link rel=shortlink href=/sv/?p=7>".into(),
            Some(site),
            Some("sv"),
        ),
        // Polylang prefixes feeds and leaves the home alone.
        (
            "sv-SE",
            feed("/sv/feed/") + &feed("/sv/comments/feed/"),
            Some(site),
            None,
        ),
        ("sv-SE", feed("/feed/"), Some(site), None),
        ("sv-SE", feed("/product/mossa/feed/"), None, None),
        (
            "sv-SE",
            "<link rel=canonical href=/sv/x/>".into(),
            None,
            None,
        ),
    ];
    for (lang, head, home, prefix) in rows {
        let signs = read(&format!("<html lang='{lang}'>{head}"), Some(PAGE));
        assert_eq!(signs.home.as_deref(), home, "{lang} {head}");
        assert_eq!(signs.home_prefix.as_deref(), prefix, "{lang} {head}");
    }
}

/// The prefixes of a page with these rows.
fn prefixes(url: &str, lang: &str, rows: &[(&str, &str)]) -> PageSigns {
    let row = |(lang, href): &(&str, &str)| {
        ["<link rel=alternate hreflang=", lang, " href=", href, ">"].concat()
    };
    let rows: String = rows.iter().map(row).collect();
    let home = rest("/wp-json/");
    read(&format!("<html lang={lang}>{rows}{home}"), Some(url))
}

#[test]
fn language_prefixes() {
    for (url, lang, rows, expected) in [
        (
            "https://h.example/",
            "sv-SE",
            &[("sv", "/sv/"), ("en", "/en/")][..],
            &["sv", "en"][..],
        ),
        (
            "https://h.example/",
            "sv-SE",
            &[("sv", "/"), ("en", "/en/"), ("x-default", "/")],
            &["en"],
        ),
        (
            "https://h.example/",
            "sv-SE",
            &[("sv-SE", "/"), ("en-US", "/en/"), ("en", "/en/")],
            &["en"],
        ),
        (
            "https://h.example/",
            "sv-SE",
            &[("sv", "/se/"), ("da", "/dk/"), ("nb", "/no/")],
            &["se", "dk", "no"],
        ),
        (
            "https://h.example/",
            "de-DE",
            &[("de", "/"), ("zh-Hans", "/zh-hans/")],
            &["zh-hans"],
        ),
        (
            "https://h.example/",
            "sv",
            &[
                ("sv", "https://h.example/"),
                ("en", "https://en.h.example/en/"),
            ],
            &[],
        ),
        (
            "https://h.example/",
            "sv",
            &[("sv", "/?lang=sv"), ("en", "/?lang=en")],
            &[],
        ),
        (
            "https://h.example/tv/",
            "sv",
            &[("sv", "/tv/"), ("en", "/en/tv/")],
            &["en"],
        ),
        (
            "https://h.example/om-oss/",
            "sv",
            &[("sv", "/om-oss/"), ("en", "/about/")],
            &[],
        ),
        // The default language's own prefix shows in the page's path only.
        ("https://h.example/sv/kassa/", "sv-SE", &[], &["sv"]),
        ("https://h.example/sv", "sv-SE", &[], &["sv"]),
        ("https://h.example/en/", "sv-SE", &[], &[]),
        ("https://h.example/sv-butik/", "sv-SE", &[], &[]),
        ("https://h.example/svenska/", "sv-SE", &[], &[]),
    ] {
        let signs = prefixes(url, lang, rows);
        assert_eq!(signs.languages.prefixes, expected, "{url} {rows:?}");
        assert_eq!(signs.languages.alternates.len(), rows.len());
    }
    let rows = [("sv", "/sv/"), ("x-default", "/sv/"), ("en", "/")];
    let signs = prefixes("https://h.example/sv/", "sv-SE", &rows);
    let found: Vec<_> = signs
        .languages
        .alternates
        .iter()
        .map(|row| row.prefix.as_deref())
        .collect();
    assert_eq!(found, [Some("sv"), Some("sv"), None]);
}

#[test]
fn polylang_shows_in_addresses_alone() {
    let page = |home: &str, feed_: &str| {
        let html = format!("<html lang=sv-SE>{}{}", rest(home), feed(feed_));
        read(&html, Some(PAGE)).languages.plugin
    };
    assert_eq!(
        page("/wp-json/", "/sv/feed/"),
        Some(LanguagePlugin::Polylang)
    );
    assert_eq!(page("/wp-json/", "/feed/"), None);
    assert_eq!(page("/wp-json/", "/blog/feed/"), None);
    assert_eq!(page("/sv/wp-json/", "/sv/feed/"), None);
}
