//! What strangers write into answers: no control character, no mark of direction and no secret of an address gets into a
//! report, its JSON, its Markdown or an explanation, and no sentence becomes a product's name.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics says what broke"
)]

mod hand;

use callback_doctor::diagnosis::Intake;
use callback_doctor::explain::explain_all;
use callback_doctor::given;
use callback_doctor::probe::{Outcome, Probe, Purpose};
use callback_doctor::report::{Report, Surface, markdown};
use callback_doctor::text::Language;
use hand::{healthy, response, run};

const SHOP: &str = "https://shop.example.com/";

fn diagnosed(callback: &Outcome) -> Report {
    let shop = |probe: &Probe| match probe.purpose {
        Purpose::RestIndex | Purpose::RestRoute => healthy(probe),
        _ => callback.clone(),
    };
    run(Intake::new(SHOP, Surface::Native), shop).report
}

/// Everything that is shown or written of an answer: the report as JSON and Markdown, and the explanation.
fn shown(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<String> {
    let report = diagnosed(&response(status, headers, body));
    let headers: serde_json::Map<_, _> = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).into()))
        .collect();
    let url = [SHOP, "wc-api/KCO_WC_Push/"].concat();
    let given = serde_json::json!({"id": "a\u{9b}b", "status": status, "url": url, "headers": headers, "body": body});
    let input = given::read(&given.to_string()).unwrap();
    let explained = explain_all(&input, Language::En);
    vec![
        serde_json::to_string(&report).unwrap(),
        markdown(&report),
        serde_json::to_string(&explained).unwrap(),
        serde_json::to_string(&explained[0].line()).unwrap(),
    ]
}

#[test]
fn nothing_that_a_terminal_obeys_is_written() {
    let hostile = [
        "\u{1b}]0;pwned\u{7}\u{1b}[2J\u{1b}[31mHello",
        "\u{9b}2J\u{9d}0;x\u{9c}\u{85}",
        "\u{202e}gpj.exe\u{2066}\u{200b}\u{feff}x",
        "\u{0}\u{8}\u{7f}",
    ];
    // JSON writes control characters as escapes, of C1 none.
    let escapes = ["\\u00", "\\b", "\\f"];
    for text in hostile {
        for status in [200, 302, 403, 404, 500, 503] {
            let names = [
                "server",
                "location",
                "x-redirect-by",
                "www-authenticate",
                "via",
            ];
            let headers: Vec<_> = names.iter().map(|name| (*name, text)).collect();
            for out in shown(status, &headers, text) {
                let bad = |c: char| {
                    c.is_control() && c != '\n'
                        || ('\u{200b}'..='\u{200f}').contains(&c)
                        || ('\u{202a}'..='\u{202e}').contains(&c)
                        || ('\u{2060}'..='\u{2069}').contains(&c)
                };
                assert!(!out.contains(bad), "{status} {text:?}: {out:?}");
                assert!(
                    !escapes.iter().any(|escape| out.contains(escape)),
                    "{status} {text:?}: {out:?}"
                );
            }
        }
    }
}

#[test]
fn the_target_of_a_redirect_is_shown_without_its_secrets() {
    let targets = [
        "https://admin:hunter2@shop.example.com/wp-login.php?redirect_to=hunter2&token=hunter2#hunter2",
        "https://hunter2@auth.example.net/?rd=hunter2",
        "//me:hunter2@www.shop.example.com/wc-api/KCO_WC_Push/?key=hunter2",
        "/my-account/?redirect=hunter2",
        "/?hunter2",
        "/login;jsessionid=hunter2?a",
        "javascript:hunter2",
    ];
    for target in targets {
        for status in [301, 302, 307, 403] {
            // Servers repeat the target in the page that goes with it.
            let body = format!("<a href=\"{target}\">here</a>");
            let body = if status == 403 { "" } else { &body };
            for out in shown(status, &[("location", target)], body) {
                assert!(!out.contains("hunter2"), "{status} {target}: {out}");
            }
        }
    }
    let report = diagnosed(&response(302, &[("location", targets[0])], ""));
    let line = "location: https://shop.example.com/wp-login.php?redirect_to&token";
    let evidence = &report.causes[0].evidence;
    assert!(
        evidence.iter().any(|proof| proof.what == line),
        "{evidence:?}"
    );
}

#[test]
fn a_sentence_is_no_name() {
    let long = "x".repeat(8000);
    for by in [
        "[call support](https://evil.example/) @everyone",
        "Your shop was hacked. Call +1 800 555 5555 now",
        "\u{202e}evil\u{200b}",
        &long,
    ] {
        let headers = [
            ("location", "/sv/wc-api/KCO_WC_Push/"),
            ("x-redirect-by", by),
        ];
        let report = diagnosed(&response(301, &headers, ""));
        let first = &report.causes[0];
        let words = [&report.headline, &first.title, &first.summary].map(String::as_str);
        let stops = report.way.iter().map(|stop| stop.word.as_str());
        for word in words.into_iter().chain(stops) {
            assert!(
                !word.contains("evil") && !word.contains("hacked") && !word.contains("xxx"),
                "{word}"
            );
        }
    }
    let headers = [
        ("location", "/sv/wc-api/KCO_WC_Push/"),
        ("x-redirect-by", "qTranslate-XT"),
    ];
    let report = diagnosed(&response(301, &headers, ""));
    assert!(
        report.headline.contains("qTranslate-XT"),
        "{}",
        report.headline
    );
}
