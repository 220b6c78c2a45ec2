use super::*;

fn only(text: &str) -> (Form, Given) {
    let mut input = read(text).unwrap_or_else(|error| panic!("{error}: {text:?}"));
    assert_eq!(input.answers.len(), 1, "{text:?}: {:?}", input.answers);
    (input.form, input.answers.remove(0))
}

#[test]
fn raw_responses() {
    let cases = [
        (
            "line feeds",
            "HTTP/1.1 503 Service Unavailable\nServer: nginx\nRetry-After: 600\n\n<html>later</html>",
        ),
        (
            "carriage returns",
            "HTTP/1.1 503 Service Unavailable\r\nServer: nginx\r\nRetry-After: 600\r\n\r\n<html>later</html>",
        ),
        (
            "HTTP/2",
            "HTTP/2 503 \nserver: nginx\nretry-after: 600\n\n<html>later</html>",
        ),
        (
            "pseudo-headers",
            ":status: 503\nserver: nginx\nretry-after: 600\n\n<html>later</html>",
        ),
        (
            "a verbose curl",
            "*   Trying 127.0.0.1:443...\n* Connected to shop.example.com\n> POST /wc-api/KCO_WC_Push/ HTTP/1.1\n> Host: shop.example.com\n> \n< HTTP/1.1 503 Service Unavailable\n< Server: nginx\n< Retry-After: 600\n< \n{ [18 bytes data]\n<html>later</html>\n* Connection #0 to host left intact",
        ),
        (
            "an interim answer first",
            "HTTP/1.1 100 Continue\n\nHTTP/1.1 503 Service Unavailable\nServer: nginx\nRetry-After: 600\n\n<html>later</html>",
        ),
        (
            "a byte order mark",
            "\u{feff}HTTP/1.1 503 Service Unavailable\nServer: nginx\nRetry-After: 600\n\n<html>later</html>",
        ),
    ];
    for (name, text) in cases {
        let (_, given) = only(text);
        assert_eq!(given.status, Some(503), "{name}");
        assert_eq!(given.headers.get("retry-after"), Some("600"), "{name}");
        assert_eq!(given.headers.get("server"), Some("nginx"), "{name}");
        assert_eq!(given.body.as_deref(), Some("<html>later</html>"), "{name}");
    }
}

#[test]
fn a_verbose_curl_says_what_it_asked() {
    let secure = "* Connected to shop.example.com (192.0.2.1) port 443\n* SSL connection using TLSv1.3\n> POST /wc-api/KCO_WC_Push/?a=b HTTP/2\n> Host: shop.example.com\n> \n< HTTP/2 403 \n< server: nginx\n< \nno";
    let (form, given) = only(secure);
    assert_eq!((form, given.method.as_deref()), (Form::Curl, Some("POST")));
    assert_eq!(
        given.url.as_deref(),
        Some("https://shop.example.com/wc-api/KCO_WC_Push/?a=b")
    );
    let plain = "* Connected to 127.0.0.1 (127.0.0.1) port 8080\n> GET / HTTP/1.1\n> Host: 127.0.0.1:8080\n> \n< HTTP/1.1 200 OK\n< Server: nginx\n< \nyes";
    assert_eq!(only(plain).1.url.as_deref(), Some("http://127.0.0.1:8080/"));
    for unknown in [
        // A proxy's tunnel, a host that is missing, and more requests than answers.
        "> CONNECT shop.example.com:443 HTTP/1.1\n> Host: shop.example.com:443\n> \n< HTTP/1.1 403 Forbidden\n< Server: squid\n< \nno",
        "> POST / HTTP/1.1\n> \n< HTTP/1.1 403 Forbidden\n< Server: nginx\n< \nno",
        "> GET / HTTP/1.1\n> Host: a.example\n> \n> GET / HTTP/1.1\n> Host: b.example\n> \n< HTTP/1.1 403 Forbidden\n< Server: nginx\n< \nno",
    ] {
        assert_eq!(only(unknown).1.url, None, "{unknown}");
    }
}

#[test]
fn without_a_status_line() {
    let (form, given) =
        only("Server: Apache\nContent-Type: text/html; charset=iso-8859-1\n\n<h1>Forbidden</h1>");
    assert_eq!((form, given.status), (Form::Http, None));
    assert_eq!(given.body.as_deref(), Some("<h1>Forbidden</h1>"));
    let (form, given) = only("<!doctype html><title>Maintenance</title>");
    assert_eq!(form, Form::Body);
    assert!(given.body.is_some());
    assert_eq!(only("-1").1.body.as_deref(), Some("-1"));
}

#[test]
fn a_network_panel() {
    let text = "Request URL:\nhttps://shop.example.com/wc-api/KCO_WC_Push/\nRequest Method:\nPOST\nStatus Code:\n403 Forbidden\nRemote Address:\n192.0.2.1:443\nserver:\ncloudflare\ncf-mitigated:\nchallenge";
    let (_, given) = only(text);
    assert_eq!(
        (given.status, given.method.as_deref()),
        (Some(403), Some("POST"))
    );
    assert_eq!(
        given.url.as_deref(),
        Some("https://shop.example.com/wc-api/KCO_WC_Push/")
    );
    assert_eq!(given.headers.get("cf-mitigated"), Some("challenge"));
    assert_eq!(
        given.body, None,
        "a panel shows no body, so nothing says that it was empty"
    );
}

#[test]
fn several_hops_stay_apart() {
    let text = "HTTP/1.1 301 Moved Permanently\nLocation: https://shop.example.com/x\n\n<html>moved</html>\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n-1";
    let input = read(text).unwrap();
    assert_eq!(
        input.answers.iter().map(|a| a.status).collect::<Vec<_>>(),
        [Some(301), Some(200)]
    );
    assert_eq!(input.answers[1].body.as_deref(), Some("-1"));
}

#[test]
fn a_har_file_without_its_secrets() {
    let text = r#"{"log":{"entries":[
        {"request":{"method":"GET","url":"https://shop.example.com/"},"response":{"status":200,"headers":[]}},
        {"request":{"method":"POST","url":"https://shop.example.com/wc-api/KCO_WC_Push/","headers":[{"name":"Authorization","value":"Basic c2VjcmV0"}]},
         "response":{"status":401,"headers":[{"name":"WWW-Authenticate","value":"Basic realm=\"x\""},{"name":"Set-Cookie","value":"wordpress_logged_in=secret; path=/"},{"name":"Authorization","value":"secret"}],"content":{"text":"no"}}}]}}"#;
    let (form, given) = only(text);
    assert_eq!((form, given.status), (Form::Har, Some(401)));
    assert!(!format!("{given:?}").contains("secret"), "{given:?}");
    assert!(
        given
            .headers
            .get("set-cookie")
            .is_some_and(|c| c == "wordpress_logged_in=")
    );
    let none = r#"{"log":{"entries":[{"request":{"url":"https://shop.example.com/"}}]}}"#;
    assert_eq!(read(none), Err(InputError::NoCallback { entries: 1 }));
    // Whatever gateway it is: which addresses are callbacks, the gateways' files say.
    let other = r#"{"log":{"entries":[{"request":{"method":"POST","url":"https://shop.example.com/wp-admin/admin-post.php?action=rzp_wc_webhook"},
         "response":{"status":403,"headers":[],"content":{"text":"no"}}}]}}"#;
    assert_eq!(only(other).1.status, Some(403));
}

#[test]
fn what_portals_show() {
    let cases = [
        r#"{"status":503,"headers":{"server":"nginx"},"body":"x"}"#,
        r#"{"callback":{"url":"https://shop.example.com/wc-api/A/","response":{"statusCode":"503","headers":[["Server","nginx"]],"body":"x"}}}"#,
        r#"[{"httpStatus":"503 Service Unavailable","responseHeaders":[{"name":"server","value":"nginx"}],"responseBody":"x"}]"#,
        r#"{"request":{"headers":{"server":"no"}},"response":{"code":503,"headers":["Server: nginx"],"body":"x"}}"#,
    ];
    for text in cases {
        let (form, given) = only(text);
        assert_eq!(
            (
                form,
                given.status,
                given.headers.get("server"),
                given.body.as_deref()
            ),
            (Form::Json, Some(503), Some("nginx"), Some("x")),
            "{text}"
        );
    }
}

#[test]
fn lines_about_a_status() {
    let cases = [
        ("503", Some(503)),
        ("HTTP 503", Some(503)),
        ("503 Service Unavailable", Some(503)),
        ("HTTP/1.1 503", Some(503)),
        ("Status: 503", Some(503)),
        ("Error 520", Some(520)),
        ("We got response code 403 from your server", Some(403)),
        ("http status 999", Some(999)),
    ];
    for (text, status) in cases {
        assert_eq!(only(text).1.status, status, "{text}");
    }
    for (text, why) in [
        ("Read timed out", NoAnswer::Timeout),
        ("Connection refused", NoAnswer::Refused),
        ("SSL handshake failed", NoAnswer::Tls),
        ("ENOTFOUND shop.example.com", NoAnswer::Dns),
    ] {
        assert_eq!(only(text).1.silence, Some(why), "{text}");
    }
}

#[test]
fn what_cannot_be_read() {
    let cases = [
        ("", InputError::Empty),
        (" \n\t", InputError::Empty),
        ("\u{feff}", InputError::Empty),
        ("a\0b", InputError::Binary),
        ("hello", InputError::Unknown),
        ("order 123 of 456", InputError::Unknown),
        ("{\"log\":{\"entries\":[{\"req", InputError::BrokenJson),
        ("{\"hello\":\"world\"}", InputError::Unknown),
        ("[]", InputError::Unknown),
    ];
    for (text, error) in cases {
        assert_eq!(read(text), Err(error), "{text:?}");
    }
}

proptest::proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,300}", start in proptest::sample::select(vec!["", "HTTP/1.1 200 OK\n", "{", "< HTTP/2 1", ":status: 5", "[[", "Status Code:\n"])) {
        let _ = read(&[start, &text].concat());
    }
}
