//! The server itself: what it remembers, how it survives bad clients, and that the demo says what it is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod client;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use client::{Answer, Ask, exchange, send};
use demo_shop::{Group, Options, Running, Situation, start};

fn demo() -> Running {
    let https = Some(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    start(Options {
        https,
        ..Options::default()
    })
    .unwrap()
}

fn fixed(id: &str) -> Running {
    start(Options {
        situation: Situation::named(id),
        ..Options::default()
    })
    .unwrap()
}

fn get(shop: &Running, target: &str) -> Answer {
    let ask = Ask {
        method: "GET".into(),
        host: shop.http().to_string(),
        target: target.into(),
        headers: vec![("User-Agent".into(), "Mozilla/5.0".into())],
        ..Ask::default()
    };
    send(shop, &ask).unwrap()
}

fn raw(shop: &Running, out: &[u8]) -> String {
    String::from_utf8_lossy(&exchange(TcpStream::connect(shop.http()).unwrap(), out)).into_owned()
}

#[test]
fn what_arrived_can_be_asserted() {
    let shop = fixed("baseline");
    raw(&shop, b"POST /wc-api/KCO_WC_Push/?a=b HTTP/1.1\r\nHost: Shop.Example.com\r\nX-A: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
    let seen = shop.requests();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].method, "POST");
    assert_eq!(
        seen[0].url,
        "http://shop.example.com/wc-api/KCO_WC_Push/?a=b"
    );
    assert!(seen[0].headers.contains(&("X-A".into(), "1".into())));
    assert_eq!(seen[0].body, b"{}");
    shop.clear();
    assert!(shop.requests().is_empty());
}

#[test]
fn a_running_shop_can_be_switched() {
    let shop = fixed("baseline");
    assert_eq!(get(&shop, "/wc-api/KCO_WC_Push/").status, 200);
    shop.switch(Situation::named("kco_inactive").unwrap());
    assert_eq!(get(&shop, "/wc-api/KCO_WC_Push/").status, 400);
}

#[test]
fn connections_are_kept_and_heads_have_no_body() {
    let shop = fixed("baseline");
    let head = "HEAD / HTTP/1.1\r\nHost: shop.example.com\r\n\r\n";
    let post =
        "POST /wc-api/KCO_WC_Push/ HTTP/1.1\r\nHost: shop.example.com\r\nConnection: close\r\n\r\n";
    let answers = raw(&shop, format!("{head}{head}{post}").as_bytes());
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 3);
    assert!(!answers.contains("<html"));
    assert!(answers.ends_with("\r\n\r\n-1"));
}

#[test]
fn bodies_come_in_chunks_too() {
    let shop = fixed("baseline");
    raw(&shop, b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n");
    assert_eq!(shop.requests()[0].body, b"abcd");
}

#[test]
fn bad_requests_are_refused_and_the_server_lives() {
    let shop = fixed("baseline");
    let long = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(70_000));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(200));
    let cases: [(&str, &[u8], &str); 11] = [
        ("binary", b"\x00\xff\x16\x03\x01\r\n\r\n", "400"),
        ("no target", b"GET\r\n\r\n", "400"),
        ("no path", b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        (
            "markup in the host",
            b"GET / HTTP/1.1\r\nHost: <b>\r\n\r\n",
            "400",
        ),
        ("long header", long.as_bytes(), "431"),
        ("many headers", many.as_bytes(), "400"),
        (
            "huge body",
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n",
            "413",
        ),
        (
            "bad length",
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "400",
        ),
        (
            "bad chunk",
            b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "400",
        ),
        (
            "huge chunk",
            b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
            "413",
        ),
        (
            "trailers",
            b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n",
            "400",
        ),
    ];
    for (name, out, status) in cases {
        assert!(
            raw(&shop, out).starts_with(&format!("HTTP/1.1 {status} ")),
            "{name}"
        );
    }
    assert!(shop.requests().is_empty(), "none of them got through");
    assert_eq!(get(&shop, "/").status, 301, "another host is sent home");
}

#[test]
fn nothing_from_a_request_gets_into_headers_or_pages_unescaped() {
    let shop = demo();
    for id in [
        "password_protected",
        "trailing_slash_redirect",
        "qtranslate_shown",
        "https_redirect",
        "redirect_loop",
    ] {
        let answer = get(
            &shop,
            &format!("/{id}/%0d%0aX-Evil:1/\"><script>alert(1)</script>/?a=%0d%0aX-Evil:1"),
        );
        assert!(answer.header("x-evil").is_none(), "{id}");
        assert!(!answer.body.contains("<script>alert"), "{id}");
    }
}

#[test]
fn stopping_closes_open_connections() {
    let shop = fixed("endless_body");
    let mut stream = TcpStream::connect(shop.http()).unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        .unwrap();
    let mut some = [0; 100];
    assert!(stream.read(&mut some).unwrap() > 0);
    let address = shop.http();
    drop(shop);
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err());
}

#[test]
fn every_shop_of_the_demo_says_that_it_is_one() {
    let shop = demo();
    for situation in Situation::all().filter(|s| s.group() != Group::Hostile) {
        let id = situation.id();
        let home = get(&shop, &format!("/{id}/"));
        let themed = home.body.contains("rel=\"home\"");
        assert_eq!(
            themed,
            home.body.contains("Callback Doctor demo shop"),
            "{id}"
        );
        let index = get(
            &shop,
            &format!("/{id}/?rest_route=/&_fields=namespaces,home"),
        );
        if index.status == 200 && index.header("content-type").unwrap().contains("json") {
            assert!(index.body.contains("callback-doctor-demo/v1"), "{id}");
        }
    }
    let lone = start(Options {
        situation: Situation::named("plain"),
        demo: true,
        ..Options::default()
    })
    .unwrap();
    assert!(
        get(&lone, "/")
            .body
            .contains(&format!("http://{}/?page_id=7", lone.http()))
    );
    assert!(
        get(&lone, "/?rest_route=/")
            .body
            .contains("callback-doctor-demo/v1")
    );
    let real = fixed("baseline");
    let index = get(&real, "/?rest_route=/&_fields=namespaces");
    assert!(index.body.contains("wc/store/v1") && !index.body.contains("callback-doctor"));
}

#[test]
fn links_stay_in_the_folder_of_the_shop() {
    let shop = demo();
    for id in [
        "baseline",
        "pathinfo",
        "nginx_plain",
        "polylang_dir_hidden",
        "translatepress_hidden",
        "block_checkout",
    ] {
        let home = format!("http://{}/{id}", shop.http());
        let page = get(&shop, &format!("/{id}/")).body;
        let links: Vec<&str> = ["href=\"", "href='", "src=\""]
            .iter()
            .flat_map(|mark| page.split(mark).skip(1))
            .map(|rest| rest.split(['"', '\'']).next().unwrap())
            .filter(|link| !link.starts_with("data:"))
            .collect();
        assert!(links.len() > 10, "{id}");
        for link in links {
            assert!(link.starts_with(&home), "{id}: {link}");
            let target = link
                .strip_prefix(&format!("http://{}", shop.http()))
                .unwrap();
            let status = get(&shop, &target.replace("&amp;", "&")).status;
            // Polylang has no English products and sends visitors to the Swedish ones; xmlrpc.php is not there.
            assert!(
                status == 200 || status == 301 || link.contains("xmlrpc.php"),
                "{id}: {link}: {status}"
            );
        }
    }
}

#[test]
fn the_welcome_page_lists_every_situation_and_folds_the_answer() {
    let shop = demo();
    let page = get(&shop, "/").body;
    for situation in Situation::all() {
        assert!(
            page.contains(&format!("/{}/", situation.id())),
            "{situation:?}"
        );
        assert!(
            page.contains(&format!("<code>{}</code>", situation.causes()[0])),
            "{situation:?}"
        );
    }
    assert_eq!(page.matches("<details>").count(), Situation::all().count());
    assert_eq!(get(&shop, "/nothing/").status, 404);
    assert_eq!(get(&shop, "/plain").header("location"), Some("/plain/"));
}

#[test]
fn over_https_the_demo_tells_http_addresses_apart() {
    let shop = demo();
    let index = |id: &str| {
        let ask = Ask {
            method: "GET".into(),
            https: true,
            host: "127.0.0.1".into(),
            target: format!("/{id}/wp-json/?_fields=url,home"),
            ..Ask::default()
        };
        send(&shop, &ask).unwrap().body
    };
    let (http, https) = (
        format!("http://{}", shop.http()),
        format!("https://{}", shop.https().unwrap()),
    );
    assert_eq!(
        index("baseline"),
        format!(r#"{{"home":"{https}/baseline","url":"{https}/baseline"}}"#)
    );
    assert_eq!(
        index("http_home"),
        format!(r#"{{"home":"{https}/http_home","url":"{http}/http_home"}}"#)
    );
    let proxied = format!("{http}/tls_proxy_http_home");
    assert_eq!(
        index("tls_proxy_http_home"),
        format!(r#"{{"home":"{proxied}","url":"{proxied}"}}"#)
    );
}

#[test]
fn misbehaving_servers_misbehave() {
    let ask = b"GET / HTTP/1.1\r\nHost: shop.example.com\r\n\r\n";
    assert_eq!(raw(&fixed("empty_reply"), ask), "");
    assert!(!raw(&fixed("garbage"), ask).contains("HTTP/"));
    assert!(raw(&fixed("redirect_loop"), ask).contains("Location: http://shop.example.com/\r\n"));
    assert!(raw(&fixed("png"), ask).contains("Content-Type: image/png"));
    let flood = raw(&fixed("lt_flood"), ask);
    assert!(flood.len() > 50_000_000 && flood.ends_with("<<<"));
    assert_eq!(raw(&fixed("nginx_ua_444"), ask), "", "no agent, no answer");
}
