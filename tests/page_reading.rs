//! What a page shows and what it hides, in hand-written HTML.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use callback_doctor::page::{HttpRefs, LanguagePlugin, PageSigns, read, read_bytes};

const SHOP: &str = "https://shop.example.com/";

/// Markers of everything that is looked for, as a browser would take them for real.
const MARKERS: &str = r#"
    <link rel="https://api.w.org/" href="https://shop.example.com/sv/wp-json/">
    <link rel=canonical href="https://shop.example.com/sv/cart/">
    <link rel=shortlink href="https://shop.example.com/?p=1">
    <link rel=EditURI href="https://shop.example.com/xmlrpc.php?rsd">
    <link rel=alternate type="application/rss+xml" href="https://shop.example.com/sv/feed/">
    <link rel=alternate type="application/json+oembed" href="https://shop.example.com/wp-json/oembed/1.0/embed?url=x">
    <link rel=alternate hreflang=sv href="https://shop.example.com/sv/">
    <link rel=stylesheet href="http://shop.example.com/style.css">
    <link rel=icon href="http://shop.example.com/icon.png">
    <meta name=generator content="WordPress 7.0.4"><meta name=generator content="WooCommerce 10.9.1">
    <meta name=woo-coming-soon-page content=yes>
    <meta name=generator content="qTranslate-XT 3.16.1">
    <script src="http://shop.example.com/wp-content/plugins/klarna-checkout-for-woocommerce/blocks/build/checkout.js"></script>
    <script id=kco-js src="/wp-content/plugins/klarna-checkout-for-woocommerce/assets/js/klarna-checkout-for-woocommerce.min.js?ver=2.20.9"></script>
    <div id=kco-wrapper class="lang-item trp-language-switcher"></div>
    <img src="http://shop.example.com/a.png" srcset="http://shop.example.com/b.png 2x">
    <form action="http://shop.example.com/"><a href="http://shop.example.com/?page_id=8">8</a></form>
"#;

const SCRIPT: &str = r#"var kco_params = {"update_cart_url":"\/?wc-ajax=x"};
    var wc_add_to_cart_params = {"wc_ajax_url":"\/?wc-ajax=%%endpoint%%","cart_url":"https:\/\/shop.example.com\/?page_id=6"};"#;

#[test]
fn markers_are_found_where_they_are_real() {
    let page = format!("<html lang=sv-SE><title>A</title>{MARKERS}<script>{SCRIPT}</script>");
    for page in [
        page.clone(),
        // A density's letter is a small one: browsers drop `2X`.
        page.to_uppercase()
            .replace("HREF=", "\thref \n= ")
            .replace(" 2X", " 2x"),
    ] {
        let signs = read(&page, Some("https://shop.example.com/x/"));
        assert!(
            signs.rest_link.is_some() && signs.canonical.is_some(),
            "{page}"
        );
        assert!(signs.shortlink.is_some() && signs.edit_uri.is_some());
        assert!(signs.oembed.is_some() && signs.feeds.len() == 1);
        assert_eq!(signs.languages.alternates.len(), 1);
        assert!(signs.coming_soon);
        let refs = &signs.http_refs;
        let counts = [&refs.active, &refs.passive, &refs.form, &refs.links].map(|refs| refs.count);
        assert_eq!(counts, [2, 3, 1, 1]);
    }
    let signs = read(&page, Some("https://shop.example.com/x/"));
    assert!(signs.block_checkout && signs.kco_params);
    assert_eq!(signs.wc_ajax_url.as_deref(), Some("/?wc-ajax=%%endpoint%%"));
    assert_eq!(signs.gateways[0].version.as_deref(), Some("2.20.9"));
    assert_eq!(signs.languages.plugin, Some(LanguagePlugin::QtranslateXt));
    assert_eq!(signs.home.as_deref(), Some(SHOP));
    assert_eq!(signs.home_prefix.as_deref(), Some("sv"));
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn markers_are_left_alone_where_they_are_hidden() {
    let script = format!("<script>{SCRIPT}</script>");
    let inner = MARKERS.replace(['\n', '"'], "").replace("</script>", "");
    for (name, page) in [
        ("comment", format!("<!-- {MARKERS}{script} -->")),
        (
            "comment ended late",
            format!("<!-- a --!b {MARKERS} -- > {script} --!>"),
        ),
        (
            "processing instruction",
            "<?link rel=canonical href=https://x.example/?><? a >".into(),
        ),
        (
            "doctype",
            "<!doctype link rel=canonical href=https://x.example/>".into(),
        ),
        (
            "end tag",
            "</link rel=canonical href=https://x.example/>".into(),
        ),
        ("style", format!("<style>{MARKERS}{script}</style>")),
        (
            "text area",
            format!("<textarea>{MARKERS}{script}</textarea>"),
        ),
        (
            "noscript",
            format!("<noscript>{MARKERS}{script}</noscript>"),
        ),
        (
            "noscript in head",
            format!("<head><noscript>{MARKERS}</noscript>"),
        ),
        ("xmp", format!("<xmp>{MARKERS}{script}</xmp>")),
        ("iframe", format!("<iframe>{MARKERS}</iframe>")),
        ("noembed", format!("<noembed>{MARKERS}</noembed>")),
        ("noframes", format!("<noframes>{MARKERS}</noframes>")),
        (
            "plaintext",
            format!("<plaintext>{MARKERS}{script}</plaintext>{script}"),
        ),
        (
            "template",
            format!("<template>{MARKERS}{script}</template>"),
        ),
        (
            "nested templates",
            format!("<template><template></template>{MARKERS}</template>"),
        ),
        (
            "svg in a template",
            format!("<template><svg></template></svg><template>{MARKERS}"),
        ),
        ("attribute", format!("<p title='{MARKERS}{SCRIPT}'>")),
        (
            "attribute without quotes",
            "<p title=<link&#32;rel=canonical>".into(),
        ),
        (
            "attribute not closed",
            format!("<p title='{MARKERS}{script}"),
        ),
        (
            "script's text",
            format!("<script>var a = `{inner}`;</script>"),
        ),
        (
            "script's string",
            "<script>a = 'var kco_params = {\"a_url\":\"/x\"};'</script>".into(),
        ),
        (
            "script's comment",
            "<script>/* var kco_params = {\"a_url\":\"/x\"}; */</script>".into(),
        ),
        (
            "script in comment",
            format!("<script><!-- <script> {inner} </script> --></script>"),
        ),
        (
            "other script",
            format!("<script type=text/template>{SCRIPT}{inner}</script>"),
        ),
        (
            "json",
            format!("<script type=application/json>{SCRIPT}</script>"),
        ),
        (
            "script with src",
            format!("<script src=/x.js>{SCRIPT}</script>"),
        ),
        (
            "svg's cdata",
            format!("<svg><![CDATA[{MARKERS}{script}]]></svg>"),
        ),
        (
            "svg's link",
            "<svg><link rel=canonical href=https://x.example/></svg>".into(),
        ),
        ("svg's title", "<svg><title>A</title></svg>".into()),
        (
            "cdata in mi",
            format!("<math><mi><![CDATA[{MARKERS}]]></mi></math>"),
        ),
        (
            "cdata in mi, behind an element",
            format!("<math><mi><b></b><br><![CDATA[{MARKERS}]]></mi></math>"),
        ),
        (
            "cdata in svg's desc",
            format!("<svg><desc><![CDATA[{MARKERS}]]></desc></svg>"),
        ),
        (
            "mathml's glyph",
            "<math><mi><mglyph><link rel=canonical href=/c>".into(),
        ),
        (
            "mathml's mark",
            "<math><ms><malignmark><link rel=canonical href=/c></malignmark></ms></math>".into(),
        ),
        (
            "what svg's end tags do not close",
            "<div></div><svg></div><link rel=canonical href=/c></svg>".into(),
        ),
        (
            "what an svg that is closed at once does not close",
            "<svg/><math></svg><link rel=canonical href=/c></math>".into(),
        ),
        (
            "svg beyond the body",
            "<body><form><svg></form></body></html><link rel=canonical href=/c></svg>".into(),
        ),
        (
            "html within svg closes nothing around it",
            "<a><svg><desc></a></desc><link rel=canonical href=/c></svg></a>".into(),
        ),
        (
            "a template's html closes nothing around it",
            "<a><template></a><link rel=canonical href=/c></template></a>".into(),
        ),
        ("text", MARKERS.replace('<', "&lt;")),
        (
            "cut tag",
            "<link rel=canonical href=https://shop.example.com/".into(),
        ),
        (
            "data attributes",
            "<img data-src=http://x.example/a.png data-srcset=http://x.example/b>".into(),
        ),
        (
            "named inputs",
            "<input src=http://x.example/><input type=text src=http://x.example/>".into(),
        ),
    ] {
        let url = "https://shop.example.com/x/";
        let expected = PageSigns {
            url: Some(url.to_owned()),
            bytes: page.len(),
            ..PageSigns::default()
        };
        assert_eq!(read(&page, Some(url)), expected, "{name}");
    }
}

#[test]
fn what_follows_hidden_text_counts() {
    for hidden in [
        "<!-->",
        "<!--->",
        "<!---->",
        "<!-- --!>",
        "<!a>",
        "<?a>",
        "</>",
        "</ a>",
        "<![CDATA[ a>",
        "<style></styl</style >",
        "<script></scripty></script/>",
        "<script><!-- <script></script> --></script>",
        "<script><!-- <script></script></script>",
        "<title></title\n>",
        "<template></template>",
        "<template><template></template></template>",
        "<template><svg></template>",
        "<svg></svg>",
        "<svg/>",
        "<svg><style><b>",
        "<svg><title></svg>",
        "<svg><![CDATA[>]]></svg>",
        "<svg><p>",
        "<a><svg><path></a>",
        "<div><a><svg></div>",
        "<span><math><mi></span>",
        "<h1><svg><g><math></h1>",
        "<a><svg><desc></desc><title></title></a>",
        "<svg><foreignObject><a><svg></a>",
        "<svg><title><title></title>",
        "<svg><foreignObject><p></foreignObject>",
        "<svg><desc><b><![CDATA[></b>",
        "<math><mi><b><mglyph>",
        "<math><mi><mglyph></mglyph>",
        "<math><mi></mi></math>",
        "<a title='>'>",
        "<a title=\">\">",
        "<a title=\"'\">",
        "<a b='c'd=\"e\"/f>",
    ] {
        let page = format!("{hidden}<link rel=canonical href=/c>");
        let signs = read(&page, Some(SHOP));
        assert_eq!(
            signs.canonical.as_deref(),
            Some("https://shop.example.com/c"),
            "{hidden}"
        );
    }
}

#[test]
fn what_is_no_mixed_content() {
    for html in [
        "<link rel=profile href=http://gmpg.org/xfn/11>",
        "<link rel=dns-prefetch href=http://fonts.example/>",
        "<link rel=preconnect href=http://fonts.example/>",
        "<link rel=pingback href=http://shop.example.com/xmlrpc.php>",
        "<link rel=EditURI href=http://shop.example.com/xmlrpc.php?rsd>",
        "<link rel=canonical href=http://other.example/>",
        "<a href=http://other.example/>",
        "<html xmlns=http://www.w3.org/1999/xhtml>",
        "<svg xmlns=http://www.w3.org/2000/svg></svg>",
        "<script src=http://localhost:3000/x.js></script>",
        "<img src=http://127.0.0.1/x.png>",
        "<img src=//shop.example.com/x.png>",
        "<img src=/http://x.example/a.png>",
        "<blockquote cite=http://x.example/>",
        "<param name=x value=http://x.example/>",
    ] {
        let signs = read(html, Some(SHOP));
        assert_eq!(signs.http_refs, HttpRefs::default(), "{html}");
    }
    let page = "<script src=http://x.example/a.js></script>";
    assert_eq!(
        read(page, Some("http://shop.example.com/")).http_refs,
        HttpRefs::default()
    );
}

#[test]
fn what_is_mixed_content() {
    for (html, counts) in [
        ("<script src=http://x/></script>", [1, 0, 0, 0]),
        ("<SCRIPT SRC='HTTP://x/'></SCRIPT>", [1, 0, 0, 0]),
        ("<script src=' ht\ntp://x/ '></script>", [1, 0, 0, 0]),
        ("<script src=&#104;ttp&colon;//x/></script>", [1, 0, 0, 0]),
        (
            "<link rel='preload stylesheet' href=http://x/>",
            [1, 0, 0, 0],
        ),
        (
            "<link rel='alternate stylesheet' href=http://x/>",
            [1, 0, 0, 0],
        ),
        ("<link rel=preload as=image href=http://x/>", [0, 1, 0, 0]),
        ("<link rel='shortcut icon' href=http://x/>", [0, 1, 0, 0]),
        (
            "<iframe src=http://x/></iframe><object data=http://x/></object>",
            [2, 0, 0, 0],
        ),
        ("<embed src=http://x/><frame src=http://x/>", [2, 0, 0, 0]),
        ("<img src=http://x/ src=https://x/>", [0, 1, 0, 0]),
        ("<img src=https://x/ src=http://x/>", [0, 0, 0, 0]),
        ("<img src src=http://x/>", [0, 0, 0, 0]),
        ("<image src=http://x/>", [0, 1, 0, 0]),
        ("<svg><image xlink:href=http://x/ /></svg>", [0, 1, 0, 0]),
        ("<svg><script href=http://x/ /></svg>", [1, 0, 0, 0]),
        (
            "<picture><source srcset='http://x/a 1x, http://x/b 2x'></picture>",
            [0, 2, 0, 0],
        ),
        (
            "<video src=http://x/ poster=http://x/></video><audio src=http://x/>",
            [0, 3, 0, 0],
        ),
        (
            "<input type=IMAGE src=http://x/ formaction=http://x/>",
            [0, 1, 1, 0],
        ),
        (
            "<form action=http://x/><button formaction=http://x/>",
            [0, 0, 2, 0],
        ),
        (
            "<link rel=canonical href=http://shop.example.com/a>",
            [0, 0, 0, 1],
        ),
        (
            "<a href=http://www.shop.example.com/a><area href=http://shop.example.com>",
            [0, 0, 0, 2],
        ),
        (
            "<template shadowrootmode=open><img src=http://x/></template>",
            [0, 1, 0, 0],
        ),
        (
            "<base href=http://x.example/><img src=a.png><script src=/b.js></script>",
            [1, 1, 0, 0],
        ),
        (
            "<base href=http://x.example/><img src=https://x.example/a.png>",
            [0, 0, 0, 0],
        ),
    ] {
        let refs = read(html, Some(SHOP)).http_refs;
        let found = [&refs.active, &refs.passive, &refs.form, &refs.links].map(|refs| refs.count);
        assert_eq!(found, counts, "{html}");
        assert!(!refs.upgraded);
    }
    let upgraded = "<meta http-equiv=Content-Security-Policy content='upgrade-insecure-requests'>";
    assert!(read(upgraded, Some(SHOP)).http_refs.upgraded);
}

#[test]
fn signs_say_where_they_stand() {
    let page = "<script id=x-js src=http://x.example/a.js></script><link rel=stylesheet href=http://x.example/>";
    let examples = read(page, Some(SHOP)).http_refs.active.examples;
    assert_eq!(examples[0].at, "script#x-js[src]");
    assert_eq!(examples[0].what, "http://x.example/a.js");
    assert_eq!(examples[1].at, "link[rel=\"stylesheet\"]");
}

#[test]
fn encodings() {
    let page = "<title>H\u{e5}ll</title><link rel=canonical href=/c>";
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let text = page.encode_utf16().flat_map(bytes);
        mark.into_iter().chain(text).collect::<Vec<_>>()
    };
    for bytes in [
        page.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", page.as_bytes()].concat(),
        utf16([0xff, 0xfe], u16::to_le_bytes),
        utf16([0xfe, 0xff], u16::to_be_bytes),
    ] {
        let signs = read_bytes(&bytes, Some(SHOP));
        assert_eq!(signs.title.as_deref(), Some("H\u{e5}ll"));
        assert_eq!(
            signs.canonical.as_deref(),
            Some("https://shop.example.com/c")
        );
        assert_eq!(signs.bytes, bytes.len());
    }
    let latin_1 = b"<title>H\xe5ll</title><link rel=canonical href=/c>";
    let signs = read_bytes(latin_1, Some(SHOP));
    assert_eq!(signs.title.as_deref(), Some("H\u{fffd}ll"));
    assert!(signs.canonical.is_some());
}

#[test]
fn titles() {
    for (html, title) in [
        ("<title> A \n &amp;\tB </title>", Some("A & B")),
        ("<title>A</title><title>B</title>", Some("A")),
        ("<svg><title>A</title></svg><title>B</title>", Some("B")),
        ("<svg><title><title>A</title></title></svg>", Some("A")),
        ("<title>A<b>B</b></title>", Some("A<b>B</b>")),
        ("<title>A</titl", Some("A</titl")),
        ("<title></title>", Some("")),
        ("<title", None),
        ("", None),
    ] {
        assert_eq!(read(html, None).title.as_deref(), title, "{html}");
    }
}

#[test]
fn signs_survive_json() {
    let page = format!("<title>A</title>{MARKERS}<script>{SCRIPT}</script>");
    let signs = read(&page, Some(SHOP));
    let json = serde_json::to_string(&signs).unwrap();
    assert_eq!(serde_json::from_str::<PageSigns>(&json).unwrap(), signs);
    assert_eq!(
        serde_json::from_str::<PageSigns>("{}").unwrap(),
        PageSigns::default()
    );
}

/// What a browser's own parser makes of the hostile pages of the corpus.
#[test]
fn hostile_pages_of_the_corpus() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/hostile");
    for (file, plugin) in [
        ("unclosed-svg.html", "klarna-checkout-for-woocommerce"),
        ("iso-2022-jp.html", "woocommerce"),
    ] {
        let Ok(page) = std::fs::read(corpus.join(file)) else {
            println!("skipped: no corpus");
            return;
        };
        let signs = read_bytes(&page, Some(SHOP));
        assert!(signs.plugins.iter().any(|found| found == plugin), "{file}");
    }
}
