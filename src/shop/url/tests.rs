//! Addresses as people, pages and headers write them.

use proptest::prelude::*;

use super::*;

const BASE: &str = "https://shop.example.com/butik/kassa?steg=1";

fn parsed(text: &str) -> String {
    Url::parse(text).map_or_else(|error| format!("{error:?}"), String::from)
}

#[test]
fn reads_what_browsers_read() {
    for (text, expected) in [
        ("https://shop.example.com", "https://shop.example.com/"),
        (
            "HTTPS://Shop.Example.COM/Kassa",
            "https://shop.example.com/Kassa",
        ),
        (
            "  https://shop.example.com/\u{0} ",
            "https://shop.example.com/",
        ),
        (
            "ht\ntps://shop.exam\tple.com/a\r\nb",
            "https://shop.example.com/ab",
        ),
        ("http:/shop.example.com/a", "http://shop.example.com/a"),
        ("https:shop.example.com", "https://shop.example.com/"),
        (
            "https:\\\\shop.example.com\\a\\b",
            "https://shop.example.com/a/b",
        ),
        (
            "https:////shop.example.com//a",
            "https://shop.example.com//a",
        ),
        ("https://shop.example.com:443/", "https://shop.example.com/"),
        (
            "http://shop.example.com:443/",
            "http://shop.example.com:443/",
        ),
        ("https://shop.example.com:/", "https://shop.example.com/"),
        (
            "https://shop.example.com:08443/",
            "https://shop.example.com:8443/",
        ),
        ("https://shop.example.com./", "https://shop.example.com/"),
        (
            "https://shop.example.com/a/./b/../c",
            "https://shop.example.com/a/c",
        ),
        (
            "https://shop.example.com/a/%2E%2e/b/%2e",
            "https://shop.example.com/b/",
        ),
        (
            "https://shop.example.com/../../a/..",
            "https://shop.example.com/",
        ),
        (
            "https://shop.example.com/a//../b",
            "https://shop.example.com/a/b",
        ),
        (
            "https://shop.example.com/.../..a/a..",
            "https://shop.example.com/.../..a/a..",
        ),
        (
            "https://shop.example.com/k%C3%b6p%",
            "https://shop.example.com/k%C3%b6p%",
        ),
        (
            "https://shop.example.com/köp mig",
            "https://shop.example.com/k%C3%B6p%20mig",
        ),
        (
            "https://shop.example.com/?q='a b'\\..",
            "https://shop.example.com/?q=%27a%20b%27\\..",
        ),
        ("https://shop.example.com?", "https://shop.example.com/?"),
        (
            "https://shop.example.com?a=/../b",
            "https://shop.example.com/?a=/../b",
        ),
        (
            "https://shop.example.com/a?b#c?d#e",
            "https://shop.example.com/a?b",
        ),
        ("https://shop.example.com#/x", "https://shop.example.com/"),
        (
            "https://[2001:DB8:0:0::1]:8443/",
            "https://[2001:db8::1]:8443/",
        ),
        ("http://[::1]", "http://[::1]/"),
        ("http://127.1:8080/", "http://127.0.0.1:8080/"),
        (
            "https://KÖPMAT.example.com/",
            "https://xn--kpmat-jua.example.com/",
        ),
        (
            "https://my_shop.example.com/",
            "https://my_shop.example.com/",
        ),
    ] {
        assert_eq!(parsed(text), expected, "{text:?}");
    }
}

#[test]
fn says_what_is_wrong() {
    use UrlError::{
        Empty, HostCharacter, Ipv4, Ipv6, LabelLength, NoHost, NoScheme, NonAscii, OtherScheme,
        Port,
    };
    for (text, expected) in [
        ("", Empty),
        (" \n", Empty),
        ("#top", Empty),
        ("shop.example.com", NoScheme),
        ("//shop.example.com/", NoScheme),
        ("/kassa", NoScheme),
        ("1http://shop.example.com", NoScheme),
        (
            "MAILTO:butik@example.com",
            OtherScheme {
                found: "mailto".into(),
            },
        ),
        (
            "ftp://shop.example.com",
            OtherScheme {
                found: "ftp".into(),
            },
        ),
        ("https:", NoHost),
        ("https:///", NoHost),
        ("https://?a", NoHost),
        ("https://user@:80/", NoHost),
        ("https://./", NoHost),
        ("https://shop..example.com/", LabelLength { bytes: 0 }),
        ("https://.example.com/", LabelLength { bytes: 0 }),
        ("https://shop example.com/", HostCharacter { found: ' ' }),
        ("https://shop%2eexample.com/", HostCharacter { found: '%' }),
        ("https://$(id).example.com/", HostCharacter { found: '$' }),
        ("https://shop.example.com:https/", Port),
        ("https://shop.example.com:65536/", Port),
        ("https://shop.example.com:+1/", Port),
        (
            "https://256.1.1.1/",
            Ipv4 {
                found: "256.1.1.1".into(),
            },
        ),
        (
            "https://shop.example.99/",
            Ipv4 {
                found: "shop.example.99".into(),
            },
        ),
        (
            "https://[::1",
            Ipv6 {
                found: "[::1".into(),
            },
        ),
        (
            "https://[fe80::1%eth0]/",
            Ipv6 {
                found: "[fe80::1%eth0]".into(),
            },
        ),
        (
            "https://[::1]x/",
            Ipv6 {
                found: "[::1]x".into(),
            },
        ),
        (
            "https://a:b@店.example.com:8443/x",
            NonAscii {
                host: "店.example.com".into(),
            },
        ),
    ] {
        let error = Url::parse(text).unwrap_err();
        assert_eq!(error, expected, "{text:?}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn keeps_to_its_limits() {
    let fits = |bytes: usize| format!("https://shop.example.com/{}", "a".repeat(bytes - 25));
    assert_eq!(
        Url::parse(&fits(URL_BYTES)).unwrap().to_string().len(),
        URL_BYTES
    );
    assert_eq!(
        Url::parse(&fits(URL_BYTES + 1)),
        Err(UrlError::TooLong {
            bytes: URL_BYTES + 1
        })
    );
    // Encoding triples what it touches; a fragment counts for nothing.
    let umlauts = format!("https://shop.example.com/{}", "ö".repeat(400));
    assert_eq!(
        Url::parse(&umlauts),
        Err(UrlError::TooLong {
            bytes: 25 + 400 * 6
        })
    );
    assert!(Url::parse(&format!("{BASE}#{}", "a".repeat(1_000_000))).is_ok());
    assert!(Url::parse(&"https://".repeat(1_000_000)).is_err());

    let base = Url::parse(BASE).unwrap();
    assert_eq!(base.join(&"../a/".repeat(1000)), None);
    assert_eq!(base.join(&format!("?{}", "ö".repeat(400))), None);
}

#[test]
fn reads_what_people_type() {
    for (text, expected) in [
        ("shop.example.com", "https://shop.example.com/"),
        (
            "shop.example.com/checkout",
            "https://shop.example.com/checkout",
        ),
        (
            "  Shop.Example.com/Kassa?x=1#betala\n",
            "https://shop.example.com/Kassa?x=1",
        ),
        ("//shop.example.com/a", "https://shop.example.com/a"),
        ("\\\\shop.example.com\\a", "https://shop.example.com/a"),
        ("HTTPS://shop.example.com", "https://shop.example.com/"),
        ("http://shop.example.com", "http://shop.example.com/"),
        ("http:/shop.example.com", "http://shop.example.com/"),
        ("<https://shop.example.com/>", "https://shop.example.com/"),
        (
            "\"https://shop.example.com/a\"",
            "https://shop.example.com/a",
        ),
        ("'shop.example.com'", "https://shop.example.com/"),
        ("”shop.example.com”", "https://shop.example.com/"),
        (
            "«\u{a0}shop.example.com\u{a0}»",
            "https://shop.example.com/",
        ),
        (
            "\u{feff}\u{200b}shop.example.com\u{200b}",
            "https://shop.example.com/",
        ),
        ("shop.example.com:8443", "https://shop.example.com:8443/"),
        (
            "shop.example.com:8443/wp",
            "https://shop.example.com:8443/wp",
        ),
        ("localhost:8080?a", "https://localhost:8080/?a"),
        ("127.0.0.1:8080", "https://127.0.0.1:8080/"),
        ("[::1]:8080/", "https://[::1]:8080/"),
        ("köpmat.example.com", "https://xn--kpmat-jua.example.com/"),
        (
            "https://anna:hemligt@shop.example.com/",
            "https://shop.example.com/",
        ),
    ] {
        let found = Url::typed(text).map_or_else(|error| format!("{error:?}"), String::from);
        assert_eq!(found, expected, "{text:?}");
    }
    for text in [
        "",
        "''",
        "mailto:butik@example.com",
        "javascript:alert(1)",
        "tel:0701234567x",
        "ftp://shop.example.com",
        "my shop",
        "shop.example.com is broken",
        "/kassa/",
        "?",
    ] {
        assert!(
            Url::typed(text).is_err(),
            "{text:?} gave {:?}",
            Url::typed(text)
        );
    }
}

#[test]
fn joins_what_pages_and_headers_refer_to() {
    let base = Url::parse(BASE).unwrap();
    for (reference, expected) in [
        ("", "https://shop.example.com/butik/kassa?steg=1"),
        ("#betala", "https://shop.example.com/butik/kassa?steg=1"),
        ("?steg=2", "https://shop.example.com/butik/kassa?steg=2"),
        ("?", "https://shop.example.com/butik/kassa?"),
        ("tack", "https://shop.example.com/butik/tack"),
        ("./tack/", "https://shop.example.com/butik/tack/"),
        ("../", "https://shop.example.com/"),
        ("..", "https://shop.example.com/"),
        ("../../../a", "https://shop.example.com/a"),
        (
            "/sv/wc-api/KCO_WC_Push/",
            "https://shop.example.com/sv/wc-api/KCO_WC_Push/",
        ),
        ("\\sv\\", "https://shop.example.com/sv/"),
        ("//www.example.com", "https://www.example.com/"),
        ("\\/www.example.com", "https://www.example.com/"),
        ("http://shop.example.com/", "http://shop.example.com/"),
        ("http:shop.example.com", "http://shop.example.com/"),
        ("https:tack", "https://shop.example.com/butik/tack"),
        ("https:/tack", "https://shop.example.com/tack"),
        (
            " HTTPS://u:p@Shop.Example.com:443 ",
            "https://shop.example.com/",
        ),
        ("a:b@c/d", "none"),
        ("./a:b", "https://shop.example.com/butik/a:b"),
        ("mailto:butik@example.com", "none"),
        ("javascript:void(0)", "none"),
        ("data:text/html,x", "none"),
        ("blob:https://shop.example.com/1", "none"),
        ("//", "none"),
        ("//[::1", "none"),
        ("https://exa mple.com/", "none"),
    ] {
        let found = base.join(reference).map_or("none".into(), String::from);
        assert_eq!(found, expected, "{reference:?}");
    }
    let root = Url::parse("https://shop.example.com").unwrap();
    assert_eq!(root.join("a").unwrap().path(), "/a");
}

#[test]
fn gives_its_parts() {
    let url = Url::parse("http://Anna:hemligt@Shop.example.com:8080/a/b?c=d#e").unwrap();
    assert_eq!(url.scheme(), Scheme::Http);
    assert_eq!(url.host(), &Host::Name("shop.example.com".into()));
    assert_eq!(url.port(), Some(8080));
    assert_eq!((url.path(), url.query()), ("/a/b", Some("c=d")));
    assert_eq!(url.origin(), "http://shop.example.com:8080");
    assert_eq!(
        url.with_path("x y?/../z").to_string(),
        "http://shop.example.com:8080/z"
    );
    assert_eq!(
        url.with_path("").to_string(),
        "http://shop.example.com:8080/"
    );
    assert_eq!(
        url.with_query(None).to_string(),
        "http://shop.example.com:8080/a/b"
    );
    assert_eq!(
        url.with_query(Some("x#y")).to_string(),
        "http://shop.example.com:8080/a/b?x%23y"
    );
    assert_eq!(
        url.with_scheme(Scheme::Https).to_string(),
        "https://shop.example.com:8080/a/b?c=d"
    );

    let other = Url::parse("http://shop.example.com:443/").unwrap();
    assert_eq!(
        other.with_scheme(Scheme::Https).to_string(),
        "https://shop.example.com/"
    );
}

#[test]
fn travels_as_a_string() {
    let url = Url::parse(BASE).unwrap();
    let json = serde_json::to_string(&url).unwrap();
    assert_eq!(json, format!("{BASE:?}"));
    assert_eq!(serde_json::from_str::<Url>(&json).unwrap(), url);
    assert!(serde_json::from_str::<Url>("\"/kassa\"").is_err());
    assert_eq!(serde_json::to_string(&Scheme::Https).unwrap(), "\"https\"");
}

/// Pieces that addresses are made of, and some that break them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z0-9.]{0,8}",
        "[0-9xXa-f.]{0,6}",
        any::<char>().prop_map(String::from),
        proptest::sample::select(vec![
            "http:",
            "https://",
            "//",
            "/",
            "\\",
            ":",
            ":443",
            "@",
            "?",
            "#",
            "%",
            "%2e",
            "..",
            ".",
            "[",
            "]",
            "::",
            "é",
            "ß",
            "xn--",
            "shop.example.com",
            "user:pw@",
            "\t",
            " ",
            "0x",
            "127.0.0.1",
        ])
        .prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn display_is_a_fixed_point(text in pieces(), scheme in "(https?://)?") {
        for url in [Url::parse(&format!("{scheme}{text}")), Url::typed(&text)].into_iter().flatten() {
            let shown = url.to_string();
            prop_assert!(shown.len() <= URL_BYTES && shown.bytes().all(|b| b.is_ascii_graphic()), "{shown}");
            prop_assert_eq!(Url::parse(&shown), Ok(url.clone()));
            // A quote at the end belongs to the person who typed, not to the address.
            if !shown.ends_with(['\'', '`']) {
                prop_assert_eq!(Url::typed(&shown), Ok(url.clone()));
            }
            prop_assert_eq!(url.join(&shown), Some(url.clone()));
            prop_assert_eq!(url.join(""), Some(url.clone()));
            prop_assert!(url.path().starts_with('/'));
            prop_assert!(!url.path().split('/').any(|segment| matches!(segment, "." | "..")));
        }
    }

    #[test]
    fn joining_gives_an_address_or_nothing(text in pieces(), base in pieces()) {
        let base = Url::parse(&format!("http://shop.example.com/{base}"));
        if let Some(url) = base.ok().and_then(|base| base.join(&text)) {
            prop_assert_eq!(Url::parse(&url.to_string()), Ok(url));
        }
    }

    #[test]
    fn user_information_never_survives(user in "HEMLIGT[a-z0-9:@%!;.]{0,9}HEMLIGT", text in pieces()) {
        for url in [format!("https://{user}@{text}"), format!("https://{user}@shop.example.com/{text}")] {
            let base = Url::parse(BASE).unwrap();
            let seen = [Url::parse(&url).ok(), Url::typed(&url).ok(), base.join(&url)];
            let seen = format!("{seen:?}");
            prop_assert!(!seen.to_lowercase().contains("hemligt"), "{}", seen);
            let shown = format!("{:?} {:?}", Url::parse(&url), Url::typed(&url));
            prop_assert!(!shown.to_lowercase().contains("hemligt"), "{}", shown);
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        let _ = Url::parse(&text).or_else(|_| Url::typed(&text)).map(|url| url.join(&text));
    }
}
