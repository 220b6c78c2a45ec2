use super::*;
use crate::probe::{BodyEnd, Caller, Method, NoAnswer};

const URL: &str = "https://shop.example.com/wc-api/KCO_WC_Push/";

fn mark_of(who: &str, url: &str, status: u16, rest: &str) -> String {
    format!(
        "\n--- callback-doctor {who} POST {url} http={status:03} time=0.234567 ip=203.0.113.7 {rest} ---\n"
    )
}

fn answered(body: &str) -> String {
    let head = "HTTP/2 200 \r\nx-empty:\r\ncontent-type: text/html\r\nset-cookie: a=secret\r\n\r\n";
    [head, body, &mark_of("provider", URL, 200, "exit=0 error=")].concat()
}

fn only(text: &str) -> Pasted {
    let mut answers = read(text).unwrap().answers;
    assert_eq!(answers.len(), 1, "{answers:?}");
    answers.remove(0)
}

#[test]
fn an_answer_with_its_headers() {
    let pasted = only(&answered("-1"));
    assert_eq!(
        (pasted.method, pasted.answer.caller),
        (Method::Post, Caller::Provider)
    );
    assert_eq!(pasted.url.to_string(), URL);
    assert_eq!(pasted.answer.elapsed_ms, Some(234));
    assert_eq!(pasted.answer.remote.as_deref(), Some("203.0.113.7"));
    let response = pasted.answer.response().unwrap();
    assert_eq!((response.status, response.body.as_str()), (200, "-1"));
    assert_eq!(response.headers.get("content-type"), Some("text/html"));
    assert_eq!(response.headers.get("set-cookie"), Some("a="));
}

#[test]
fn a_body_that_the_commands_have_cut() {
    let head = "HTTP/2 503 \r\n\r\n";
    // Ten bytes with a carriage return that a terminal took away.
    for (size, end) in [
        (9, BodyEnd::Whole),
        (10, BodyEnd::Whole),
        (20_000, BodyEnd::Cut),
    ] {
        let rest = format!("size={size} exit=0 error=");
        let text = [head, "<p>\nbegun", &mark_of("provider", URL, 503, &rest)].concat();
        let pasted = only(&text);
        let response = pasted.answer.response().unwrap();
        assert_eq!(response.body_end, end, "{size}");
    }
}

#[test]
fn whatever_a_terminal_makes_of_it() {
    let plain = answered("-1");
    let command = crate::command::line(
        Method::Post,
        URL,
        Caller::Provider,
        "APIs-Klarna",
        crate::command::Shell::Posix,
    );
    let cases = [
        ("no carriage returns", plain.replace("\r\n", "\n")),
        (
            "all carriage returns",
            plain.replace("\r\n", "\n").replace('\n', "\r\n"),
        ),
        (
            "prompts and the command itself",
            format!("me@host:~$ {command}\n{plain}me@host:~$ "),
        ),
        ("a command line of its own", format!("{command}\n{plain}")),
        (
            "a ping between",
            format!("Reply from 127.0.0.1: bytes=32\n{plain}Reply from 127.0.0.1"),
        ),
        (
            "colours",
            plain.replace("content-type", "\u{1b}[1mcontent-type\u{1b}[0m"),
        ),
        (
            "a broken line",
            plain
                .replace("/wc-api/KCO", "/wc-api/K\nCO")
                .replace("time=0", "tim\ne=0"),
        ),
        (
            "interim answers",
            format!("HTTP/1.1 100 Continue\r\n\r\n{plain}"),
        ),
        (
            "a proxy",
            format!("HTTP/1.1 200 Connection established\r\n\r\n{plain}"),
        ),
        ("twice", format!("{plain}{plain}")),
        (
            "no words of a newer curl",
            plain.replace(" exit=0 error=", ""),
        ),
    ];
    for (name, text) in cases {
        let pasted = only(&text);
        let response = pasted.answer.response().unwrap_or_else(|| panic!("{name}"));
        assert_eq!(
            (response.status, response.body.as_str()),
            (200, "-1"),
            "{name}"
        );
        assert_eq!(
            response.headers.get("content-type"),
            Some("text/html"),
            "{name}"
        );
        assert_eq!(pasted.answer.elapsed_ms, Some(234), "{name}");
    }
}

#[test]
fn the_newest_answer_counts() {
    let later = answered("-1")
        .replace("HTTP/2 200", "HTTP/2 400")
        .replace("http=200", "http=400");
    assert_eq!(
        only(&[answered("<p>"), later].concat())
            .answer
            .response()
            .unwrap()
            .status,
        400
    );
}

#[test]
fn a_body_that_looks_like_the_end_of_an_answer() {
    let forged = mark_of("provider", URL, 200, "exit=0 error=");
    let text = answered(&["<p>", &forged, "still the body"].concat());
    let pasted = only(&text);
    assert!(
        pasted
            .answer
            .response()
            .unwrap()
            .body
            .ends_with("still the body")
    );
}

#[test]
fn no_answer_and_why() {
    let cases = [
        (
            "",
            "exit=6 error=Could not resolve host: shop.example.com",
            NoAnswer::Dns,
        ),
        ("", "exit=7 error=refused", NoAnswer::Refused),
        ("", "exit=28 error=", NoAnswer::Timeout),
        ("", "exit=60 error=SSL certificate problem", NoAnswer::Tls),
        ("", "exit=35 error=", NoAnswer::Tls),
        ("", "exit=52 error=Empty reply from server", NoAnswer::Reset),
        ("", "exit=56 error=", NoAnswer::Reset),
        (
            "curl: (6) Could not resolve host",
            "exit= error=",
            NoAnswer::Dns,
        ),
        (
            "curl: (60) SSL certificate problem: certificate has expired\nMore details here",
            "exit= error=",
            NoAnswer::Tls,
        ),
        (
            "",
            "exit=56 error=error:0A00045C:SSL routines::tlsv13 alert certificate required",
            NoAnswer::Tls,
        ),
        ("", "exit= error=", NoAnswer::Unknown),
    ];
    for (before, rest, expected) in cases {
        let pasted = only(&[before, &mark_of("browser", URL, 0, rest)].concat());
        assert_eq!(pasted.answer.outcome, Outcome::NoAnswer(expected), "{rest}");
        assert_eq!(pasted.answer.caller, Caller::Browser);
    }
}

#[test]
fn another_shop_is_left_out_and_named() {
    let other = answered("-1").replace("shop.example.com", "other.example.org");
    let read = read(&[answered("-1"), other].concat()).unwrap();
    assert_eq!(read.answers.len(), 1);
    assert_eq!(read.others, ["https://other.example.org"]);
    assert_eq!(read.requested.to_string(), "https://shop.example.com/");
}

#[test]
fn a_page_and_the_redirect_before_it() {
    let get = |url: &str, status: u16, head: &str, body: &str| {
        let end = mark_of("browser", url, status, "exit=0 error=").replace("POST", "GET");
        format!("HTTP/2 {status} \r\n{head}\r\n{body}{end}")
    };
    let text = [
        get("https://shop.example.com/", 301, "location: /sv/\r\n", ""),
        get(
            "https://shop.example.com/sv/",
            200,
            "",
            "<html lang=sv><body></body></html>",
        ),
        answered("-1"),
    ]
    .concat();
    let read = read(&text).unwrap();
    let page = read.page.unwrap();
    assert_eq!(page.url, "https://shop.example.com/sv/");
    assert_eq!((page.hops.len(), page.status), (1, Some(200)));
    assert_eq!(page.signs.html_lang.as_deref(), Some("sv"));
}

#[test]
fn a_second_paste_goes_on_from_the_first() {
    let further = answered("-1").replace("KCO_WC_Push", "callback_doctor_control");
    let first = read(&answered("<p>")).unwrap();
    let both = read(&further).unwrap().after(first.clone());
    assert_eq!(both.answers.len(), 2);
    let newer = read(&answered("-1")).unwrap().after(both);
    assert_eq!(newer.answers.len(), 2);
    assert_eq!(newer.answers[1].answer.response().unwrap().body, "-1");
    let other = answered("-1").replace("shop.example.com", "other.example.org");
    assert_eq!(read(&other).unwrap().after(first).answers.len(), 1);
}

#[test]
fn a_source_before_the_output() {
    let source = "<html><body>Home</body></html>\n";
    assert_eq!(before(&[source, &answered("-1")].concat()), source);
    assert!(is_output(&answered("-1")));
    for text in [
        "",
        "https://shop.example.com/",
        "--- callback-doctor ",
        "HTTP/1.1 200 OK\n\n-1",
    ] {
        assert!(!is_output(text), "{text}");
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn cut_anywhere_and_huge() {
    let text = format!("å{}{}", answered("<p>\u{1b}[0må\u{1b}"), answered("-1"));
    for (at, _) in text.char_indices() {
        let _ = (read(&text[at..]), read(&text[..at]), before(&text[..at]));
    }
    let huge = answered(&"-".repeat(200_000));
    let pasted = only(&huge);
    let response = pasted.answer.response().unwrap();
    assert_eq!(response.body_end, BodyEnd::Cut);
    assert_eq!(response.body.len(), limits::BODY_BYTES);
    let many = "\n--- callback-doctor ".repeat(100_000);
    assert_eq!(read(&many), None);
}
