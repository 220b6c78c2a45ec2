#![allow(clippy::too_many_lines, reason = "tables of cases")]

use super::*;

const PAGE: &str = "https://shop.example.com/a/b/";

fn scanned(html: &str, policies: &[&str]) -> Scanned {
    let policies: Vec<String> = policies.iter().map(|text| (*text).to_owned()).collect();
    let mut scanner = Scanner::new(&Url::parse(PAGE).unwrap(), &policies);
    scanner.feed(html.as_bytes());
    scanner.finish()
}

fn hits(html: &str) -> Vec<(String, String, String, Class)> {
    let found = scanned(html, &[]).hits.into_iter();
    found
        .map(|Found { hit, .. }| (hit.element, hit.attribute, hit.resource, hit.class))
        .collect()
}

/// One hit of each way that a page can load, send or lead to http.
#[test]
fn every_way_to_http_is_found() {
    use Class::{Blockable, Form, Navigation, Upgradeable};
    for (html, element, attribute, class) in [
        ("<img src=http://h.example/x>", "img", "src", Upgradeable),
        (
            "<img srcset='http://h.example/x 2x' src=/y>",
            "img",
            "srcset",
            Blockable,
        ),
        (
            "<picture><source srcset=http://h.example/x><img src=y></picture>",
            "source",
            "srcset",
            Blockable,
        ),
        (
            "<picture><img src=http://h.example/x></picture>",
            "img",
            "src",
            Blockable,
        ),
        (
            "<img srcset='y 2x' src=http://h.example/x>",
            "img",
            "src",
            Blockable,
        ),
        (
            "<script src=http://h.example/x></script>",
            "script",
            "src",
            Blockable,
        ),
        (
            "<script type=module src=http://h.example/x></script>",
            "script",
            "src",
            Blockable,
        ),
        (
            "<link rel=stylesheet href=http://h.example/x>",
            "link",
            "href",
            Blockable,
        ),
        (
            "<link rel='shortcut icon' href=http://h.example/x>",
            "link",
            "href",
            Upgradeable,
        ),
        (
            "<link rel=manifest href=http://h.example/x>",
            "link",
            "href",
            Blockable,
        ),
        (
            "<link rel=preload as=font href=http://h.example/x>",
            "link",
            "href",
            Blockable,
        ),
        (
            "<link rel=preload as=image href=http://h.example/x>",
            "link",
            "href",
            Upgradeable,
        ),
        (
            "<link rel=preload as=image imagesrcset='http://h.example/x 1x'>",
            "link",
            "imagesrcset",
            Blockable,
        ),
        (
            "<link rel=modulepreload href=http://h.example/x>",
            "link",
            "href",
            Blockable,
        ),
        (
            "<link rel=modulepreload as=worker href=http://h.example/x>",
            "link",
            "href",
            Blockable,
        ),
        (
            "<link rel=prefetch href=http://h.example/x>",
            "link",
            "href",
            Blockable,
        ),
        (
            "<script type=importmap>{\"imports\":{\"a\":\"http://h.example/x\"}}</script>",
            "script",
            "importmap",
            Blockable,
        ),
        (
            "<iframe src=http://h.example/x></iframe>",
            "iframe",
            "src",
            Blockable,
        ),
        (
            "<frameset><frame src=http://h.example/x></frameset>",
            "frame",
            "src",
            Blockable,
        ),
        (
            "<iframe srcdoc='&lt;img src=http://h.example/x>'></iframe>",
            "img",
            "src",
            Upgradeable,
        ),
        ("<embed src=http://h.example/x>", "embed", "src", Blockable),
        (
            "<object data=http://h.example/x></object>",
            "object",
            "data",
            Blockable,
        ),
        (
            "<video src=http://h.example/x></video>",
            "video",
            "src",
            Upgradeable,
        ),
        (
            "<video poster=http://h.example/x></video>",
            "video",
            "poster",
            Upgradeable,
        ),
        (
            "<video><source src=http://h.example/x></video>",
            "source",
            "src",
            Upgradeable,
        ),
        (
            "<audio src=http://h.example/x></audio>",
            "audio",
            "src",
            Upgradeable,
        ),
        (
            "<video><track src=http://h.example/x></video>",
            "track",
            "src",
            Blockable,
        ),
        ("<form action=http://h.example/x>", "form", "action", Form),
        (
            "<button formaction=http://h.example/x>",
            "button",
            "formaction",
            Form,
        ),
        (
            "<input type=submit formaction=http://h.example/x>",
            "input",
            "formaction",
            Form,
        ),
        (
            "<input type=image src=http://h.example/x>",
            "input",
            "src",
            Upgradeable,
        ),
        (
            "<body background=http://h.example/x>",
            "body",
            "background",
            Upgradeable,
        ),
        (
            "<table><td background=http://h.example/x>",
            "td",
            "background",
            Upgradeable,
        ),
        (
            "<p style='background:url(http://h.example/x)'>",
            "p",
            "style",
            Upgradeable,
        ),
        (
            "<style>a{background:url(http://h.example/x)}</style>",
            "style",
            "url()",
            Upgradeable,
        ),
        (
            "<style>@import 'http://h.example/x';</style>",
            "style",
            "@import",
            Blockable,
        ),
        (
            "<style>@font-face{src:url(http://h.example/x)}</style>",
            "style",
            "url()",
            Blockable,
        ),
        (
            "<svg><image href=http://h.example/x></svg>",
            "image",
            "href",
            Upgradeable,
        ),
        (
            "<svg><image xlink:href=http://h.example/x></svg>",
            "image",
            "xlink:href",
            Upgradeable,
        ),
        (
            "<svg><use href=http://h.example/x></svg>",
            "use",
            "href",
            Blockable,
        ),
        (
            "<svg><style>a{fill:url(http://h.example/x)}</style></svg>",
            "style",
            "url()",
            Upgradeable,
        ),
        (
            "<svg><script href=http://h.example/x></script></svg>",
            "script",
            "href",
            Blockable,
        ),
        (
            "<base href=http://h.example/><script src=x></script>",
            "script",
            "src",
            Blockable,
        ),
        (
            "<img src='&#104;ttp://h.example/x'>",
            "img",
            "src",
            Upgradeable,
        ),
        (
            "<img src='ht\ntp://h.example/x'>",
            "img",
            "src",
            Upgradeable,
        ),
        (
            "<picture><source srcset=http://h.example/x media=print><b></b><img></picture>",
            "source",
            "srcset",
            Blockable,
        ),
        (
            "<picture><span><img src=http://h.example/x></span></picture>",
            "img",
            "src",
            Upgradeable,
        ),
        (
            "<img srcset='https://h.example/w_1,h_2/x 2x' src=http://h.example/x>",
            "img",
            "src",
            Blockable,
        ),
        (
            "<script language=JavaScript src=http://h.example/x></script>",
            "script",
            "src",
            Blockable,
        ),
        (
            "<script for=window event='onload()' src=http://h.example/x></script>",
            "script",
            "src",
            Blockable,
        ),
        (
            "<script type=module nomodule src=http://h.example/x></script>",
            "script",
            "src",
            Blockable,
        ),
        (
            "<head></head><frameset><frame src=http://h.example/x></frameset>",
            "frame",
            "src",
            Blockable,
        ),
        (
            "<video src=y><track src=http://h.example/x></video>",
            "track",
            "src",
            Blockable,
        ),
        (
            "<form></form><form action=http://h.example/x></form>",
            "form",
            "action",
            Form,
        ),
        (
            "<p style='background&colon;url&lpar;http://h.example/x)'>",
            "p",
            "style",
            Upgradeable,
        ),
        (
            "<p style='--x:url(http://h.example/x)'><style>p{background:var(--x)}</style>",
            "p",
            "style",
            Upgradeable,
        ),
        (
            "<svg><rect mask='url(http://h.example/x)'/></svg>",
            "rect",
            "mask",
            Upgradeable,
        ),
        (
            "<img src='http://%68.example/x'>",
            "img",
            "src",
            Upgradeable,
        ),
        (
            "<img src='HTTP:\\\\u:p@\u{ff48}\u{3002}example:80\\x'>",
            "img",
            "src",
            Upgradeable,
        ),
    ] {
        let resource = "http://h.example/x".to_owned();
        let expected = (element.to_owned(), attribute.to_owned(), resource, class);
        assert_eq!(hits(html), [expected], "{html}");
    }
    for (html, attribute) in [
        ("<a href=http://shop.example.com/x>", "href"),
        (
            "<svg><a xlink:href=http://shop.example.com/x></a></svg>",
            "xlink:href",
        ),
        (
            "<meta http-equiv=refresh content='0; url=http://shop.example.com/x'>",
            "content",
        ),
    ] {
        let found = hits(html);
        assert_eq!(found.len(), 1, "{html}");
        assert_eq!(
            (found[0].1.as_str(), found[0].3),
            (attribute, Navigation),
            "{html}"
        );
    }
}

/// What only looks like it.
#[test]
fn what_a_browser_would_not_load_is_no_hit() {
    for html in [
        "<!-- <img src=http://h.example/x> -->",
        "<template><img src=http://h.example/x></template>",
        "<textarea><img src=http://h.example/x></textarea>",
        "<title><img src=http://h.example/x></title>",
        "<noscript><img src=http://h.example/x></noscript>",
        "<script>var a='<img src=http://h.example/x>';</script>",
        "<script type='application/ld+json'>{\"url\":\"http://h.example/x\"}</script>",
        "<script type=text/template src=http://h.example/x></script>",
        "<style>/* url(http://h.example/x) */</style>",
        "<style type=text/less>a{b:url(http://h.example/x)}</style>",
        "<img data-src=http://h.example/x>",
        "<img src=//h.example/x>",
        "<img src=https://h.example/?u=http://h.example/x>",
        "<img srcset='y 300w' src=http://h.example/x>",
        "<img srcset='y' src=http://h.example/x>",
        "<picture><source src=http://h.example/x></picture>",
        "<video src=y><source src=http://h.example/x></video>",
        "<source src=http://h.example/x>",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'></svg>",
        "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:og='http://ogp.me/ns#'>",
        "<meta property=og:image content=http://h.example/x>",
        "<a href=http://other.example/>",
        "<link rel=dns-prefetch href=http://h.example/x>",
        "<link rel=preconnect href=http://h.example/x>",
        "<link rel=canonical href=http://shop.example.com/x>",
        "<link rel=profile href=http://gmpg.org/xfn/11>",
        "<link rel=stylesheet disabled href=http://h.example/x>",
        "<input type=text src=http://h.example/x formaction=http://h.example/x>",
        "<button type=button formaction=http://h.example/x>",
        "<form method=dialog action=http://h.example/x>",
        "<script nomodule src=http://h.example/x></script>",
        "<iframe src=about:blank></iframe>",
        "<blockquote cite=http://h.example/x>",
        "<img alt='http://h.example/x' longdesc=http://h.example/x>",
        "<img src=http://localhost/x><img src=http://127.0.0.1:8080/x>",
        "<math><mi><img src=https://h.example/x></mi></math>",
        "http://h.example/x",
        "<img srcset='http://h.example/x 1q, http://h.example/x 1x 2x, http://h.example/x 0w'>",
        "<link rel=preload as=bogus href=http://h.example/x>",
        "<link rel=preload as=script imagesrcset='http://h.example/x 2x'>",
        "<link rel=stylesheet type=text/less href=http://h.example/x>",
        "<script language=vbscript src=http://h.example/x></script>",
        "<script for=window event=onclick src=http://h.example/x></script>",
        "<div><track src=http://h.example/x></div>",
        "<frame src=http://h.example/x>",
        "<body><frameset><frame src=http://h.example/x></frameset>",
        "<form action=/a><form action=http://h.example/x></form></form>",
        "<picture><img src=y><source srcset=http://h.example/x></picture>",
        "<picture><source srcset=http://h.example/x></picture>",
        "<svg><image xlink:href=http://h.example/x href=y></svg>",
        "<style>a{--x:url(http://h.example/x)}</style>",
        "<img src='http://%2563.example/x'>",
        "<form><button formmethod=dialog formaction=http://h.example/x></form>",
        "<base href=http://h.example/><svg><rect fill='url(#x)'/></svg>",
    ] {
        assert_eq!(hits(html), [], "{html}");
    }
}

#[test]
fn a_policy_counts_from_where_it_stands() {
    use Class::{Blockable, Upgradeable};
    let image = "<img src=http://h.example/x><script src=http://h.example/x></script>";
    let classes = |html: &str, policies: &[&str]| -> Vec<Class> {
        let found = scanned(html, policies).hits.into_iter();
        found.map(|found| found.hit.class).collect()
    };
    let upgrade = "upgrade-insecure-requests";
    assert_eq!(classes(image, &[]), [Upgradeable, Blockable]);
    assert_eq!(classes(image, &[upgrade]), [Upgradeable, Upgradeable]);
    assert_eq!(
        classes(image, &["block-all-mixed-content"]),
        [Blockable, Blockable]
    );
    let meta =
        format!("<head><meta http-equiv=Content-Security-Policy content={upgrade}></head>{image}");
    assert_eq!(classes(&meta, &[]), [Upgradeable, Upgradeable]);
    let script = "<script src=http://h.example/x></script>";
    for (begins, class) in [
        ("", Upgradeable),
        ("<link rel=icon href=y><title>a</title>", Upgradeable),
        ("<head></head>", Upgradeable),
        // What stands in no head ends it.
        ("<div></div>", Blockable),
        ("<svg></svg>", Blockable),
    ] {
        let late = format!(
            "{script}{begins}<meta http-equiv=Content-Security-Policy content={upgrade}>{script}"
        );
        assert_eq!(classes(&late, &[]), [Blockable, class], "{begins}");
    }
    let body = format!("<body><meta http-equiv=Content-Security-Policy content={upgrade}>{image}");
    assert_eq!(classes(&body, &[]), [Upgradeable, Blockable]);
}

#[test]
fn pages_may_be_cut_anywhere() {
    let html = "\n<p>\n<img\n src=http://h.example/a>\n<style>\n a{b:url(http://h.example/b)}\n</style>\n\
                <script>\n</script><a href=/x/>x</a>\r\n<link rel=stylesheet href=http://shop.example.com/c.css>";
    let whole = scanned(html, &[]);
    let lines: Vec<usize> = whole.hits.iter().map(|found| found.hit.line).collect();
    assert_eq!(lines, [3, 6, 10]);
    assert_eq!(whole.links.len(), 1);
    assert_eq!(
        whole.sheets[0].to_string(),
        "https://shop.example.com/c.css"
    );
    for size in 1..html.len() {
        let mut scanner = Scanner::new(&Url::parse(PAGE).unwrap(), &[]);
        for piece in html.as_bytes().chunks(size) {
            scanner.feed(piece);
        }
        let found: Vec<Hit> = scanner.finish().hits.into_iter().map(|f| f.hit).collect();
        let expected: Vec<Hit> = whole.hits.iter().map(|f| f.hit.clone()).collect();
        assert_eq!(found, expected, "pieces of {size}");
    }
}

#[test]
fn where_a_refresh_leads() {
    for (content, target) in [
        ("0; url=http://h.example/", Some("http://h.example/")),
        ("0;URL='http://h.example/'", Some("http://h.example/")),
        ("5 , http://h.example/", Some("http://h.example/")),
        ("5", None),
        ("url=http://h.example/", None),
        ("", None),
    ] {
        assert_eq!(refresh(content), target, "{content}");
    }
}

/// Expected from Chromium, which asks for it so.
#[test]
fn an_address_in_windows_1252_is_asked_for_as_browsers_do() {
    let mut scanner = Scanner::new(&Url::parse(PAGE).unwrap(), &[]);
    scanner.feed(b"<img src='http://h.example/\xfc\x80?q=\xfc'>");
    let found = scanner.finish().hits;
    assert_eq!(
        found[0].hit.resource,
        "http://h.example/%C3%BC%E2%82%AC?q=%FC"
    );
}

#[test]
fn letters_of_iso_2022_jp_named_in_a_header_are_no_tags() {
    let mut scanner = Scanner::new(&Url::parse(PAGE).unwrap(), &[]);
    scanner.declare("text/html; charset=iso-2022-jp");
    scanner.feed(b"\x1b$B<img/src=http://h.example/x>!!\x1b(B");
    assert_eq!(scanner.finish().hits.len(), 0);
}

#[test]
fn without_an_address_there_is_no_sheet() {
    for html in [
        "<link rel=stylesheet>",
        "<link rel=stylesheet href=' '>",
        "<style>@import '';</style>",
        "<style>@import url();</style>",
    ] {
        assert_eq!(scanned(html, &[]).sheets, [], "{html}");
    }
}

#[test]
fn links_of_a_drawing_lead_on() {
    for attribute in ["href", "xlink:href"] {
        let found = scanned(&format!("<svg><a {attribute}=/x/></a></svg>"), &[]);
        let links: Vec<String> = found.links.iter().map(Url::to_string).collect();
        assert_eq!(links, ["https://shop.example.com/x/"], "{attribute}");
    }
}
