//! What holds for every format, and the table in which each format's texts stand.

use crate::explain::{Explanation, explain_all};
use crate::given::read;
use crate::text::Language;

fn first(text: &str) -> Option<Explanation> {
    let input = read(text).ok()?;
    Some(explain_all(&input, Language::En).swap_remove(0))
}

/// What is told first: status, cause, product.
pub(super) fn told(text: &str) -> String {
    let Some(first) = first(text) else {
        return "unreadable".to_owned();
    };
    let status = first
        .status
        .map_or("-".to_owned(), |status| status.to_string());
    let blocker = first.blocker.map_or(String::new(), |id| format!(" {id}"));
    format!("{status} {}{blocker}", first.cause.as_str())
}

/// Asserts what is told of each text, whole, with other line ends, and behind what other programs write before a line.
#[track_caller]
pub(super) fn all(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        for (form, text) in [
            ("", (*text).to_owned()),
            ("CRLF ", text.replace('\n', "\r\n")),
        ] {
            let found = told(&text);
            if found != *wanted {
                wrong.push(format!("{form}{text:?}: {found}, wanted {wanted}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Asserts that everything shown of a text holds these words, and none of those.
#[track_caller]
pub(super) fn shows(text: &str, words: &[&str], secrets: &[&str]) {
    let input = read(text).unwrap();
    let given = format!("{:?}", input.answers);
    let shown: Vec<_> = explain_all(&input, Language::En);
    let shown = serde_json::to_string(&shown).unwrap();
    for word in words {
        assert!(shown.contains(word), "{word}: {shown}");
    }
    for secret in secrets {
        assert!(
            !shown.contains(secret) && !given.contains(secret),
            "{secret}: {given}"
        );
    }
}

const TRAFFIC: &str = r#"198.51.100.20 - - [12/Nov/2025:03:00:00 +0100] "GET / HTTP/1.1" 200 51000 "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
198.51.100.21 - - [12/Nov/2025:03:00:01 +0100] "GET /wp-content/plugins/woocommerce/assets/js/frontend/cart.min.js?ver=10 HTTP/1.1" 200 900 "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
198.51.100.22 - - [12/Nov/2025:03:00:02 +0100] "POST /wp-login.php HTTP/1.1" 403 199 "-" "python-requests/2.31"
198.51.100.22 - - [12/Nov/2025:03:00:03 +0100] "GET /.env HTTP/1.1" 404 199 "-" "-"
198.51.100.23 - - [12/Nov/2025:03:00:04 +0100] "POST /?wc-ajax=update_order_review HTTP/1.1" 500 199 "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
198.51.100.24 - - [12/Nov/2025:03:00:05 +0100] "POST /xmlrpc.php HTTP/1.1" 503 199 "-" "-"
"#;

#[test]
fn other_traffic_proves_nothing_and_hides_nothing() {
    assert_eq!(told(TRAFFIC), "- undetermined");
    shows(
        TRAFFIC,
        &["No line of this text is about a payment callback"],
        &[],
    );
    let call = "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 404 199 \"-\" \"APIs-Klarna\"\n";
    for text in [
        [TRAFFIC, call].concat(),
        [call, TRAFFIC].concat(),
        [TRAFFIC, call, TRAFFIC].concat(),
    ] {
        assert_eq!(told(&text), "404 undetermined");
    }
}

#[test]
fn the_order_of_lines_changes_nothing() {
    let text = [
        TRAFFIC,
        r#"203.0.113.9 - - [11/Nov/2025:22:10:11 +0100] "POST /wc-api/KCO_WC_Push/ HTTP/1.1" 200 2 "-" "APIs-Klarna"
203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] "POST /wc-api/KCO_WC_Push/ HTTP/1.1" 403 199 "-" "APIs-Klarna"
203.0.113.9 - - [12/Nov/2025:04:10:11 +0100] "POST /wc-api/KCO_WC_Push/ HTTP/1.1" 403 199 "-" "APIs-Klarna"
203.0.113.9 - - [13/Nov/2025:04:10:11 +0100] "POST /wc-api/KCO_WC_Push/ HTTP/1.1" 503 199 "-" "APIs-Klarna"
2025/11/12 03:10:11 [error] 22#22: *88 access forbidden by rule, client: 203.0.113.9, server: shop.example.com, request: "POST /wc-api/KCO_WC_Push/ HTTP/1.1", host: "shop.example.com"
198.51.100.20 - - [12/Nov/2025:05:00:00 +0100] "GET /wc-api/KCO_WC_Push/ HTTP/1.1" 200 2 "-" "Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/130"
"#,
    ]
    .concat();
    let mut lines: Vec<&str> = text.lines().collect();
    let whole = read(&text).unwrap();
    for turn in 0..lines.len() {
        lines.rotate_left(1);
        if turn % 3 == 0 {
            lines.reverse();
        }
        assert_eq!(read(&lines.join("\n")).unwrap(), whole, "{turn}");
    }
    assert_eq!(told(&text), "- blocked nginx-403");
}

#[test]
fn counts_and_since_when() {
    let line = |at: &str, status: &str| {
        format!(
            "203.0.113.9 - - [{at} +0100] \"POST /wc-api/KCO_WC_Push/?kco_wc_order_id=secret-1 HTTP/1.1\" {status} 199 \"-\" \"APIs-Klarna\""
        )
    };
    let text = [
        line("11/Nov/2025:22:00:00", "200"),
        line("13/Nov/2025:09:05:00", "403"),
        line("12/Nov/2025:03:10:11", "403"),
        line("12/Nov/2025:13:10:11", "403"),
    ]
    .join("\n");
    shows(
        &text,
        &[
            "3 times, since 12 Nov 2025 03:10, the last time at 13 Nov 2025 09:05",
            "answered with a success: 1",
        ],
        &["secret-1"],
    );
}

#[test]
fn as_people_paste_it() {
    let line = "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 403 162 \"-\" \"APIs-Klarna\"";
    all(&[
        (&format!("> {line}\n> {line}"), "403 blocked"),
        (&format!("```\n{line}\n```"), "403 blocked"),
        (&format!("$ grep wc-api access.log\n{line}"), "403 blocked"),
        (&format!("/var/log/nginx/access.log:{line}"), "403 blocked"),
        (&format!("My host sent me this:\n\n{line}"), "403 blocked"),
        (
            "Wordfence Live Traffic\nType: Blocked\nURL: https://shop.example.com/wc-api/KCO_WC_Push/\nIP: 203.0.113.9\nTime: Nov 12, 2025 3:10:11 AM",
            "- blocked wordfence-waf-403",
        ),
        (
            "Amsterdam, Netherlands was blocked: Exceeded the maximum global requests per minute at https://shop.example.com/wc-api/KCO_WC_Push/\n12/11/2025 03:10:11 (5 minutes ago)\nIP: 203.0.113.9",
            "- rate-limited wordfence-rate-limit-503",
        ),
        // Other programs, other logs, a monitor's own way of asking, a size that looks like a status.
        (
            "Nov 12 03:10:11 web1 sshd[999]: Failed password for root from 198.51.100.7 port 22 ssh2",
            "- undetermined",
        ),
        (
            &line
                .replace("POST", "HEAD")
                .replace("APIs-Klarna", "UptimeRobot/2.0")
                .replace("403", "405"),
            "- undetermined",
        ),
        (
            "[12/Nov/2025:03:10:11 +0100] 203.0.113.9 TLSv1.3 TLS_AES_256_GCM_SHA384 \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 199",
            "unreadable",
        ),
        (
            "{\"result\":[{\"ray_id\":\"8e1b2c3d4e5f6a7b\",\"source\":\"bic\",\"action\":\"drop\",\"ip\":\"203.0.113.9\",\"ua\":\"APIs-Klarna\",\"method\":\"POST\",\"host\":\"shop.example.com\",\"uri\":\"/wc-api/KCO_WC_Push/\",\"occurred_at\":\"2025-11-12T03:10:11Z\"}]}",
            "- blocked cloudflare-1010",
        ),
        (
            "Your site could not complete a loopback request\nError: cURL error 28: Operation timed out after 10001 milliseconds with 0 bytes received (http_request_failed)",
            "- undetermined",
        ),
    ]);
}

#[test]
fn a_visitors_success_is_no_arrival() {
    for agent in [
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130",
        "Mozilla/5.0 (compatible; Googlebot/2.1)",
    ] {
        let text = format!(
            "198.51.100.20 - - [12/Nov/2025:05:00:00 +0100] \"GET /wc-api/KCO_WC_Push/ HTTP/1.1\" 200 2 \"-\" \"{agent}\""
        );
        assert_eq!(told(&text), "- undetermined", "{agent}");
        shows(
            &text,
            &["No line of this text is about a payment callback"],
            &[],
        );
    }
    // The shopper who is sent back to the shop.
    let text = "198.51.100.20 - - [12/Nov/2025:05:00:00 +0100] \"GET /wc-api/mollie_return/?order_id=1&key=wc_order_secret HTTP/1.1\" 302 2 \"-\" \"Mozilla/5.0 (iPhone) AppleWebKit/605\"";
    assert_eq!(told(text), "- undetermined");
}

#[test]
fn cut_anywhere_it_is_read_or_refused() {
    let text = [
        TRAFFIC,
        "--a1b2c3d4-A--\n[12/Nov/2025:03:10:11 +0100] Z 203.0.113.9 5 192.0.2.5 443\n--a1b2c3d4-B--\nPOST /wc-api/å/ HTTP/1.1\nHost: x\n--a1b2c3d4-H--\nMessage: [id \"949110\"]\n",
        "{\"ts\":1762917011.5,\"request\":{\"remote_ip\":\"203.0.113.9\",\"method\":\"POST\",\"uri\":\"/wc-api/å/\"},\"status\":500}\n",
        "#Fields: date time cs-method cs-uri-stem sc-status\n2025-11-12 03:10:11 POST /wc-api/å 404\n",
    ]
    .concat();
    for end in (0..text.len()).step_by(3) {
        let _ = read(text.get(..end).unwrap_or_default());
        let _ = read(text.get(end..).unwrap_or_default());
    }
}

#[test]
fn a_large_log_is_read_in_linear_time() {
    let long = TRAFFIC.repeat(2_000);
    let begun = std::time::Instant::now();
    assert_eq!(told(&long), "- undetermined");
    let once = begun.elapsed();
    let begun = std::time::Instant::now();
    assert_eq!(told(&long.repeat(4)), "- undetermined");
    let four = begun.elapsed();
    println!(
        "{} bytes in {once:?}, four times as many in {four:?}",
        long.len()
    );
    assert!(
        four < once * 12 + std::time::Duration::from_secs(2),
        "{once:?} {four:?}"
    );
}

#[test]
fn a_line_of_nothing_but_quotes_is_read_in_linear_time() {
    let line = [
        "203.0.113.9 [12/Nov/2025:03:10:11 +0100] ",
        &"\"".repeat(8_000),
    ]
    .concat();
    let text = [line.as_str(); 200].join("\n");
    let begun = std::time::Instant::now();
    let _ = read(&text);
    assert!(
        begun.elapsed() < std::time::Duration::from_mins(1),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn more_other_traffic_never_makes_a_statement() {
    let others = [
        TRAFFIC,
        "2025-11-12 03:10:11,123 fail2ban.actions [1023]: NOTICE [sshd] Ban 198.51.100.7\n",
        "2025/11/12 03:10:11 [error] 22#22: *88 access forbidden by rule, client: 198.51.100.7, server: shop.example.com, request: \"GET /.git/config HTTP/1.1\", host: \"shop.example.com\"\n",
        "[Wed Nov 12 03:10:11 2025] [:error] [pid 1] [client 198.51.100.7] ModSecurity: Access denied with code 403 (phase 2). [id \"949110\"] [hostname \"shop.example.com\"] [uri \"/xmlrpc.php\"]\n",
        "[12-Nov-2025 03:10:11 UTC] PHP Warning:  x in /srv/wp-content/plugins/a/b.php on line 1\n",
        "[12-Nov-2025 03:10:11] WARNING: [pool www] server reached pm.max_children setting (5), consider raising it\n",
        "2025-11-12T03:10:11+00:00 INFO Order created\n",
    ];
    for end in 1..=others.len() {
        let text = others.get(..end).unwrap().concat();
        assert_eq!(told(&text), "- undetermined", "{end}");
        // Beside a call that was answered, they say nothing either.
        let call = "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 200 2 \"-\" \"APIs-Klarna\"\n";
        assert_eq!(told(&[&text, call].concat()), "200 undetermined", "{end}");
    }
}

#[test]
fn every_named_product_is_in_the_catalogue() {
    let sources = [
        include_str!("access.rs"),
        include_str!("audit.rs"),
        include_str!("ban.rs"),
        include_str!("cloudflare.rs"),
        include_str!("error.rs"),
        include_str!("events.rs"),
        include_str!("iis.rs"),
        include_str!("structured.rs"),
    ];
    let ids = crate::blocker::entries()
        .map(|entry| entry.id)
        .collect::<Vec<_>>();
    for source in sources {
        let code = source.split("#[cfg(test)]").next().unwrap();
        for word in code.split('"').skip(1).step_by(2) {
            let like = [
                "wordfence-",
                "cloudflare-",
                "aios-",
                "imunify360-",
                "csf-",
                "solid-security-",
                "sucuri-",
                "aws-",
                "iis-",
                "modsecurity-",
            ]
            .iter()
            .any(|start| word.starts_with(start) && word.len() > start.len());
            assert!(!like || ids.contains(&word), "{word}");
        }
    }
}
