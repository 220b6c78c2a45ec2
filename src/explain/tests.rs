use super::input::read;
use super::*;

fn explained(text: &str) -> Explanation {
    let input = read(text).unwrap();
    explain(input.answers.last().unwrap(), Language::En)
}

#[test]
fn what_answers_mean() {
    let cases = [
        (
            "the dispatcher",
            "HTTP/1.1 200 OK\n\n-1",
            "healthy",
            None,
            Verdict::Pass,
        ),
        (
            "nobody listens",
            "HTTP/1.1 400 Bad Request\n\n-1",
            "gateway-inactive",
            None,
            Verdict::Fail,
        ),
        (
            "a challenge",
            "HTTP/2 403\ncf-mitigated: challenge\nserver: cloudflare\n\n<title>Just a moment...</title>",
            "challenge",
            Some("cloudflare-challenge"),
            Verdict::Fail,
        ),
        (
            "the same without a status",
            "cf-mitigated: challenge\nserver: cloudflare\n\n<title>Just a moment...</title>",
            "challenge",
            Some("cloudflare-challenge"),
            Verdict::Fail,
        ),
        (
            "a password",
            "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=\"Staging\"\n\n",
            "login-wall",
            Some("http-basic-auth"),
            Verdict::Fail,
        ),
        (
            "a language plugin",
            "HTTP/1.1 301 Moved\nLocation: https://shop.example.com/sv/wc-api/KCO_WC_Push/\nX-Redirect-By: qTranslate-XT\n\n",
            "language-redirect",
            None,
            Verdict::Fail,
        ),
        (
            "another redirect",
            "HTTP/1.1 301 Moved\nLocation: https://www.shop.example.com/wc-api/KCO_WC_Push/\n\n",
            "redirected",
            None,
            Verdict::Fail,
        ),
        (
            "a bare 200",
            "200 OK",
            "undetermined",
            None,
            Verdict::Unsure,
        ),
        ("a bare 429", "429", "rate-limited", None, Verdict::Fail),
        (
            "a timeout",
            "Read timed out",
            "unreachable",
            None,
            Verdict::Fail,
        ),
        ("a body alone", "-1", "healthy", None, Verdict::Pass),
    ];
    for (name, text, cause, blocker, verdict) in cases {
        let explanation = explained(text);
        assert_eq!(explanation.cause.as_str(), cause, "{name}");
        assert_eq!(explanation.blocker, blocker, "{name}");
        assert_eq!(explanation.verdict, verdict, "{name}");
        assert!(
            !explanation.headline.is_empty()
                && !explanation.next.is_empty()
                && !explanation.remedy.steps.is_empty(),
            "{name}"
        );
    }
}

#[test]
fn a_bare_status_names_nobody_and_ranks_what_is_likely() {
    let explanation = explained("503 Service Unavailable");
    assert_eq!(
        (explanation.blocker, explanation.confidence),
        (None, Confidence::None)
    );
    assert!(explanation.likely.len() > 1);
}

#[test]
fn the_remedy_is_for_the_path_that_was_called() {
    let text = r#"{"url":"https://shop.example.com/butik/wc-api/KCO_WC_Push/","status":403,"headers":{"cf-mitigated":"challenge","server":"cloudflare"},"body":""}"#;
    let remedy = explained(text).remedy;
    assert!(
        remedy
            .pastes
            .iter()
            .any(|paste| paste.text.contains("/butik/wc-api/")),
        "{remedy:?}"
    );
}
