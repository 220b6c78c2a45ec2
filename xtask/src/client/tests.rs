//! The client against small servers that behave badly.

mod servers;

use std::{
    io::{Read, Write},
    sync::mpsc,
    thread,
    time::Duration,
};

use callback_doctor::probe::{ProbeId, Response, TlsFault};

use super::*;
use servers::{
    Authority, closed_port, reply, request, reset, serve, serve_certificate, serve_for_clients_of,
    serve_tls,
};

#[test]
fn a_probe_carries_its_headers_and_nothing_else() {
    for (caller, method, expected) in [
        (
            Caller::Provider,
            Method::Post,
            "POST /wc-api/X/?a=b HTTP/1.1|Host: HOST|Connection: close|Content-Length: 0|User-Agent: APIs-Klarna|Accept: */*||",
        ),
        (
            Caller::Browser,
            Method::Get,
            "GET /wc-api/X/?a=b HTTP/1.1|Host: HOST|Connection: close|User-Agent: Mozilla/5.0",
        ),
    ] {
        let (sender, receiver) = mpsc::channel();
        let address = serve(move |stream| {
            sender.send(request(stream)).unwrap();
            reply(stream, b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n-1");
        });
        // Neither credentials nor a fragment leave.
        let mut probe = probe(&format!("http://user:secret@{address}/wc-api/X/?a=b#top"));
        (probe.caller, probe.method) = (caller, method);
        probe.user_agent = (caller == Caller::Provider).then(UserAgent::default);
        let answer = client().send(&probe);
        assert_eq!(answer.response().unwrap().body, "-1");
        assert_eq!(answer.caller, caller);
        let sent = receiver
            .recv()
            .unwrap()
            .replace("\r\n", "|")
            .replace(&address.to_string(), "HOST");
        assert!(
            sent.starts_with(expected) && sent.ends_with("|Accept: */*||"),
            "{sent}"
        );
        assert!(!sent.contains("secret"), "{sent}");
    }
}

#[test]
fn redirects_and_errors_are_answers() {
    for status in [
        "301 Moved",
        "401 Unauthorized",
        "404 Not Found",
        "503",
        "999 Denied",
    ] {
        let answer = ask(&format!(
            "HTTP/1.1 {status}\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n"
        ));
        assert_eq!(answer.status.to_string(), status[..3]);
        assert_eq!(
            answer.headers.get("location"),
            Some("https://other.example/")
        );
    }
}

#[test]
fn bodies_end_where_their_framing_says() {
    use BodyEnd::{Broken, Unread, Whole};
    for (reply, body, end) in [
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n-1 and more",
            "-1",
            Whole,
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n-1",
            "-1",
            Broken,
        ),
        ("HTTP/1.0 200 OK\r\n\r\nto the end", "to the end", Whole),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n-\r\n1;x=y\r\n1\r\n0\r\n\r\n",
            "-1",
            Whole,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n-\r\n5\r\n1",
            "-1",
            Broken,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n-1",
            "-1",
            Broken,
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno chunk",
            "",
            Unread,
        ),
        (
            "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
            "",
            Whole,
        ),
        (
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n-1",
            "-1",
            Whole,
        ),
        ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "", Whole),
        ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", "", Unread),
        (
            "HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n-1\r\n",
            "-1",
            Broken,
        ),
        ("HTTP/1.1 200 OK\nContent-Length: 2\n\n-1", "-1", Whole),
    ] {
        let answer = ask(reply);
        assert_eq!(
            (answer.body.as_str(), answer.body_end),
            (body, end),
            "{reply}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    let answer = ask_bytes(
        b"HTTP/1.1 200 \xe5\r\nX-Name: h\xe5ll\r\nBad Name: x\r\nX-After: y\r\n\r\nh\xe5ll\0",
    );
    assert_eq!(answer.body, "h\u{fffd}ll\0");
    assert_eq!(answer.headers.get("x-name"), Some("h\u{fffd}ll"));
    assert_eq!(
        answer.headers.get("x-after"),
        Some("y"),
        "a broken header takes no other with it"
    );
}

#[test]
fn a_packed_body_that_nobody_asked_for_is_unpacked() {
    let answer = ask_packed("gzip", &gzip("-1".repeat(limits::BODY_BYTES).as_bytes()));
    assert_eq!(
        (answer.body.len(), answer.body_end),
        (limits::BODY_BYTES, BodyEnd::Cut)
    );
    assert!(answer.body.starts_with("-1-1"));
    let twice = gzip(&gzip(b"-1"));
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 64, 5, 18)
        .write_all(b"-1")
        .unwrap();
    for (label, packed) in [
        ("gzip", gzip(b"-1")),
        ("X-GZip", gzip(b"-1")),
        ("deflate", zlib(b"-1")),
        ("deflate", deflate(b"-1")),
        ("br", brotli),
        ("identity", b"-1".to_vec()),
        // A label that says nothing is ignored, as browsers do.
        ("utf-8", b"-1".to_vec()),
        // Packed and not labelled, packed twice, packed in two ways.
        ("", gzip(b"-1")),
        ("identity", gzip(b"-1")),
        ("gzip", twice.clone()),
        ("gzip, gzip", twice),
        ("deflate, gzip", gzip(&zlib(b"-1"))),
    ] {
        let answer = ask_packed(label, &packed);
        assert_eq!(
            (answer.body.as_str(), answer.body_end),
            ("-1", BodyEnd::Whole),
            "{label:?} {packed:?}"
        );
    }
    assert_eq!(ask_packed("gzip", b"").body_end, BodyEnd::Whole);
}

#[test]
fn what_cannot_be_unpacked_was_not_read() {
    let whole = gzip("<p>a page of some length that is packed</p>".as_bytes());
    let (half, _) = whole.split_at(whole.len() - 8);
    for (label, body, expected) in [
        ("gzip", &b"-1"[..], ("-1", BodyEnd::Broken)),
        ("deflate", b"-1", ("-1", BodyEnd::Broken)),
        ("br", b"\xff\xff\xff-1", ("", BodyEnd::Unread)),
        ("zstd", b"\x28\xb5\x2f\xfd\x04\x00", ("", BodyEnd::Unread)),
        (
            "gzip",
            half,
            (
                "<p>a page of some length that is packed</p>",
                BodyEnd::Broken,
            ),
        ),
    ] {
        let answer = ask_packed(label, body);
        assert_eq!(
            (answer.body.as_str(), answer.body_end),
            expected,
            "{label} {body:?}"
        );
    }
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(plain).unwrap();
    packed.finish().unwrap()
}

fn zlib(plain: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(plain).unwrap();
    packed.finish().unwrap()
}

fn deflate(plain: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(plain).unwrap();
    packed.finish().unwrap()
}

fn ask_packed(label: &str, body: &[u8]) -> Response {
    let label = match label {
        "" => String::new(),
        label => format!("Content-Encoding: {label}\r\n"),
    };
    let mut reply = format!("HTTP/1.1 200 OK\r\n{label}\r\n").into_bytes();
    reply.extend(body);
    ask_bytes(&reply)
}

#[test]
fn a_huge_body_is_cut_and_the_rest_is_not_read() {
    for head in [
        "Content-Length: 52428800",
        "Transfer-Encoding: chunked",
        "X-Framing: none",
    ] {
        let address = serve(move |stream| {
            request(stream);
            reply(
                stream,
                format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(),
            );
            if head.ends_with("chunked") {
                reply(stream, b"3200000\r\n");
            }
            let megabyte = vec![b'x'; 1 << 20];
            // 50 of them, until the client hangs up.
            for _ in 0..50 {
                if stream.write_all(&megabyte).is_err() {
                    return;
                }
            }
        });
        let answer = answered(&client().send(&probe(&format!("http://{address}/"))));
        assert_eq!(
            (answer.body.len(), answer.body_end),
            (limits::BODY_BYTES, BodyEnd::Cut),
            "{head}"
        );
    }
}

#[test]
fn the_rest_index_may_be_larger_than_other_bodies() {
    let body = "x".repeat(limits::BODY_BYTES + 1);
    let address = serve(move |stream| {
        request(stream);
        reply(stream, format!("HTTP/1.1 200 OK\r\n\r\n{body}").as_bytes());
    });
    let mut probe = probe(&format!("http://{address}/"));
    probe.purpose = Purpose::RestIndex;
    let answer = answered(&client().send(&probe));
    assert_eq!(
        (answer.body.len(), answer.body_end),
        (limits::BODY_BYTES + 1, BodyEnd::Whole)
    );
}

#[test]
fn a_flood_of_headers_is_still_an_answer() {
    let many = "X-Flood: y\r\n".repeat(10_000);
    let answer = ask(&format!(
        "HTTP/1.1 403 Forbidden\r\nServer: flood\r\n{many}Content-Length: 2\r\n\r\n-1"
    ));
    assert_eq!(
        (
            answer.status,
            answer.headers.iter().count(),
            answer.body.as_str()
        ),
        (403, limits::HEADERS, "-1")
    );
    let endless = "X-Flood: y\r\n".repeat(100_000);
    let answer = ask(&format!(
        "HTTP/1.1 403 Forbidden\r\nServer: flood\r\n{endless}"
    ));
    assert_eq!(
        (answer.status, answer.headers.get("server")),
        (403, Some("flood"))
    );
}

#[test]
fn no_answer_says_why() {
    let silent = |reply: &'static [u8]| {
        serve(move |stream| {
            request(stream);
            let _ = stream.write_all(reply);
        })
    };
    for (url, expected) in [
        (format!("http://{}/", closed_port()), NoAnswer::Refused),
        (format!("http://{}/", silent(b"")), NoAnswer::Reset),
        (
            format!("http://{}/", silent(b"HTTP/1.1 200 OK\r\nServer:")),
            NoAnswer::Reset,
        ),
        (format!("http://{}/", serve(reset)), NoAnswer::Reset),
        (
            format!("http://{}/", silent(b"SSH-2.0-OpenSSH_9.2\r\n")),
            NoAnswer::NotHttp,
        ),
        (
            format!("http://{}/", silent(b"HTTP/1.1 000 X\r\n\r\n-1")),
            NoAnswer::NotHttp,
        ),
        (
            format!("http://{}/", silent(b"\0\0\x12\x04\0\0\0\0\0\0")),
            NoAnswer::NotHttp,
        ),
        (
            format!("https://{}/", silent(b"HTTP/1.1 400 Bad Request\r\n\r\n")),
            NoAnswer::Tls,
        ),
        (format!("https://{}/", serve(reset)), NoAnswer::Reset),
        ("http://no-such-shop.invalid/".to_owned(), NoAnswer::Dns),
        ("ftp://shop.example/".to_owned(), NoAnswer::NotPermitted),
        ("no address".to_owned(), NoAnswer::NotPermitted),
    ] {
        assert_eq!(
            client().send(&probe(&url)).outcome,
            Outcome::NoAnswer(expected),
            "{url}"
        );
    }
}

#[test]
fn the_deadline_holds_against_a_server_that_drips() {
    let drip = |reply: &'static [u8]| {
        let address = serve(move |stream| {
            request(stream);
            for byte in reply.iter().cycle() {
                if stream.write_all(&[*byte]).is_err() {
                    return;
                }
                thread::sleep(Duration::from_millis(50));
            }
        });
        let url = parse(&format!("http://{address}/")).unwrap();
        let request = Request {
            method: Method::Post,
            url: &url,
            user_agent: "x",
            keep_alive: false,
        };
        client().exchange(
            &request,
            limits::BODY_BYTES,
            Reach::Any,
            Instant::now() + milliseconds(4_000),
        )
    };
    assert_eq!(
        drip(b"HTTP/1.1 200 OK\r\nX-Very-Long: header header header header\r\n")
            .unwrap_err()
            .why,
        NoAnswer::Timeout
    );
    // The head came in time: what is known of the body is an answer.
    let received = drip(b"HTTP/1.1 200\r\n\r\n-").unwrap();
    assert_eq!((received.status, received.end), (200, BodyEnd::Cut));
}

#[test]
fn a_connection_that_stays_silent_ends_with_the_deadline() {
    let (_keep, held) = mpsc::channel::<()>();
    let address = serve(move |_| held.recv().unwrap_or_default());
    for scheme in ["http", "https"] {
        let url = parse(&format!("{scheme}://{address}/")).unwrap();
        let request = Request {
            method: Method::Post,
            url: &url,
            user_agent: "x",
            keep_alive: false,
        };
        let received =
            client().exchange(&request, 1, Reach::Any, Instant::now() + milliseconds(300));
        assert_eq!(received.unwrap_err().why, NoAnswer::Timeout, "{scheme}");
    }
}

#[test]
fn a_certificate_of_its_own_is_refused_unless_any_is_welcome() {
    let address = serve_tls();
    let rule = format!("shop.example:443:127.0.0.1:{}", address.port())
        .parse()
        .unwrap();
    let mut options = ClientOptions {
        connect_to: vec![rule],
        insecure: false,
    };
    let probe = probe("https://shop.example/");
    assert_eq!(
        Client::new(options.clone()).unwrap().send(&probe).outcome,
        Outcome::NoAnswer(NoAnswer::Tls)
    );
    options.insecure = true;
    let answer = answered(&Client::new(options).unwrap().send(&probe));
    assert_eq!(
        answer.body, "shop.example Host: shop.example",
        "SNI and Host are those of the address"
    );
}

#[test]
fn each_fault_of_the_secure_connection_is_told_apart() {
    use TlsFault::*;
    let authority = Authority::new("An authority");
    let stranger = Authority::new("A stranger");
    let valid = authority.certificate("shop.example", (2020, 4096));
    let alert = |code: u8| {
        serve(move |stream| {
            let _ = stream.read(&mut [0; 4096]);
            reply(stream, &[0x15, 3, 3, 0, 2, 2, code]);
        })
    };
    let plain = serve(|stream| {
        let _ = stream.read(&mut [0; 4096]);
        reply(stream, b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    for (address, expected) in [
        (serve_certificate(valid.clone()), None),
        (
            serve_certificate(authority.certificate("shop.example", (2020, 2021))),
            Some(Expired),
        ),
        (
            serve_certificate(authority.certificate("shop.example", (4000, 4096))),
            Some(NotYetValid),
        ),
        (
            serve_certificate(authority.certificate("host.example", (2020, 4096))),
            Some(WrongName),
        ),
        (serve_tls(), Some(SelfSigned)),
        (serve_certificate(stranger.itself()), Some(SelfSigned)),
        (
            serve_certificate(stranger.certificate("shop.example", (2020, 4096)).alone()),
            Some(IncompleteChain),
        ),
        (
            serve_certificate(stranger.certificate("shop.example", (2020, 4096))),
            Some(UnknownIssuer),
        ),
        (
            serve_for_clients_of(&authority, valid.clone(), &rustls::version::TLS13),
            Some(ClientCertificate),
        ),
        (
            serve_for_clients_of(&authority, valid, &rustls::version::TLS12),
            Some(ClientCertificate),
        ),
        (alert(70), Some(OldProtocol)),
        (alert(40), Some(NothingInCommon)),
        (alert(112), Some(WrongName)),
        (alert(80), None),
        (plain, Some(NotTls)),
    ] {
        let rule = format!("shop.example:443:127.0.0.1:{}", address.port());
        let client = Client::trusting(Some(authority.roots()), vec![rule.parse().unwrap()]);
        let answer = client.unwrap().send(&probe("https://shop.example/"));
        let words = answer.error.unwrap_or_default();
        assert_eq!(TlsFault::of(&words), expected, "{words}");
        if expected.is_some() {
            assert_eq!(answer.outcome, Outcome::NoAnswer(NoAnswer::Tls), "{words}");
        }
    }
}

#[test]
fn a_page_is_read_past_its_redirects() {
    let address = serve(|stream| {
        let asked = request(stream);
        let location = match asked.split(' ').nth(1).unwrap() {
            "/" => "/shop",
            "/shop" => "shop/#top",
            "/loop" => "/loop2",
            "/loop2" => "/loop",
            "/away" => "intent://shop",
            path if path.starts_with("/far") => &format!("{path}x"),
            _ => return reply(stream, b"HTTP/1.1 200 OK\r\n\r\n<html>h\xe5ll"),
        };
        reply(
            stream,
            format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n")
                .as_bytes(),
        );
    });
    let read = |path: &str| read(&format!("http://{address}{path}"));
    let page = read("/");
    assert_eq!(page.url, format!("http://{address}/shop/"));
    assert_eq!(page.body, b"<html>h\xe5ll");
    assert_eq!(page.hops.len(), 2);
    assert_eq!(
        page.hops[1],
        Hop {
            url: format!("http://{address}/shop"),
            status: 302,
            location: "shop/#top".to_owned()
        }
    );
    for (path, hops) in [("/loop", 1), ("/away", 0), ("/far", limits::PAGE_HOPS)] {
        let page = read(path);
        assert_eq!(
            (page.hops.len(), answered(&page.answer).status),
            (hops, 302),
            "{path}"
        );
    }
    let nowhere = read("nowhere");
    assert_eq!(
        nowhere.answer.outcome,
        Outcome::NoAnswer(NoAnswer::NotPermitted)
    );
}

#[test]
fn a_page_is_read_without_leaving_the_site() {
    let (sender, asked) = mpsc::channel();
    let log = sender.clone();
    let elsewhere = serve(move |stream| {
        log.send(request(stream)).unwrap();
        reply(stream, b"HTTP/1.1 200 OK\r\n\r\nsecret");
    });
    let port = elsewhere.port();
    for location in [
        format!("http://{elsewhere}/latest/meta-data/"),
        format!("http://localhost:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("//other.example:{port}/"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "http://[fd00:ec2::254]/latest/meta-data/".to_owned(),
    ] {
        let to = location.clone();
        let shop = serve(move |stream| {
            request(stream);
            reply(
                stream,
                format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n")
                    .as_bytes(),
            );
        });
        // Whatever name is asked for leads to a server of this test.
        let rules = [
            format!("shop.example::127.0.0.1:{}", shop.port()),
            format!("::127.0.0.1:{port}"),
        ];
        let client = Client::new(ClientOptions {
            connect_to: rules.iter().map(|rule| rule.parse().unwrap()).collect(),
            insecure: false,
        })
        .unwrap();
        let page = client.read_page("http://shop.example/", soon());
        assert_eq!(
            (page.hops.len(), answered(&page.answer).status),
            (0, 302),
            "{location}"
        );
        assert!(asked.try_recv().is_err(), "{location} was asked");
    }
}

#[test]
fn the_sites_other_name_is_read_where_it_is_public() {
    let shop = serve(|stream| {
        let asked = request(stream);
        let port = asked.split("shop.localhost:").nth(1).unwrap_or_default();
        let port = port.lines().next().unwrap_or_default();
        if asked.contains("www.") {
            return reply(stream, b"HTTP/1.1 200 OK\r\n\r\ntwin");
        }
        let twin = format!("http://www.shop.localhost:{port}/");
        reply(
            stream,
            format!("HTTP/1.1 302 Found\r\nLocation: {twin}\r\n\r\n").as_bytes(),
        );
    });
    let port = shop.port();
    let page = |twin: &str| {
        let rules = ["shop.localhost", twin].map(|host| format!("{host}:{port}:127.0.0.1:{port}"));
        let client = Client::new(ClientOptions {
            connect_to: rules.iter().map(|rule| rule.parse().unwrap()).collect(),
            insecure: false,
        })
        .unwrap();
        client.read_page(&format!("http://shop.localhost:{port}/"), soon())
    };
    assert_eq!(
        page("www.shop.localhost").body,
        b"twin",
        "a rule leads there"
    );
    let resolved = page("unused.example").answer.outcome;
    assert!(
        matches!(
            resolved,
            Outcome::NoAnswer(NoAnswer::NotPermitted | NoAnswer::Dns)
        ),
        "{resolved:?}"
    );
}

#[test]
fn a_page_that_drips_is_read_as_far_as_it_came() {
    let address = serve(|stream| {
        request(stream);
        reply(stream, b"HTTP/1.1 200 OK\r\n\r\n<html>");
        while stream.write_all(b"<p>").is_ok() {
            thread::sleep(Duration::from_millis(50));
        }
    });
    let deadline = Instant::now() + milliseconds(1_000);
    let page = client().read_page(&format!("http://{address}/"), deadline);
    assert!(page.body.starts_with(b"<html>"));
    assert_eq!(answered(&page.answer).body_end, BodyEnd::Cut);
}

#[test]
fn addresses_are_brought_into_their_normal_form() {
    for (address, expected) in [
        (
            " https://Köket.example:443/käk?q=ä#x ",
            Some("https://xn--kket-5qa.example/k%C3%A4k?q=%C3%A4"),
        ),
        ("http://shop.example", Some("http://shop.example/")),
        ("shop.example", None),
        ("javascript:alert(1)", None),
    ] {
        assert_eq!(
            parse(address).map(String::from).as_deref(),
            expected,
            "{address}"
        );
    }
}

#[test]
fn two_threads_share_a_client() {
    let address = serve(|stream| {
        request(stream);
        reply(stream, b"HTTP/1.1 200 OK\r\n\r\n-1");
    });
    let (client, probe) = (client(), probe(&format!("http://{address}/")));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| assert_eq!(answered(&client.send(&probe)).body, "-1"));
        }
    });
}

fn read(url: &str) -> PageRead {
    client().read_page(url, soon())
}

/// Far enough away for every server here that answers.
fn soon() -> Instant {
    Instant::now() + milliseconds(limits::PAGE_MS)
}

fn client() -> Client {
    Client::new(ClientOptions::default()).unwrap()
}

fn probe(url: &str) -> Probe {
    Probe {
        id: ProbeId(0),
        purpose: Purpose::Endpoint,
        caller: Caller::Provider,
        method: Method::Post,
        url: url.to_owned(),
        user_agent: Some(UserAgent::default()),
    }
}

fn answered(answer: &Answer) -> Response {
    answer
        .response()
        .unwrap_or_else(|| panic!("no response: {:?}", answer.outcome))
        .clone()
}

fn ask(reply: &str) -> Response {
    ask_bytes(reply.as_bytes())
}

fn ask_bytes(answer: &[u8]) -> Response {
    let answer = answer.to_vec();
    let address = serve(move |stream| {
        request(stream);
        reply(stream, &answer);
    });
    answered(&client().send(&probe(&format!("http://{address}/"))))
}
