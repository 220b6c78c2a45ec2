use super::*;
use crate::given::read;

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
        (
            "the dispatcher's body without its status",
            "-1",
            "undetermined",
            None,
            Verdict::Unsure,
        ),
    ];
    for (name, text, cause, blocker, verdict) in cases {
        let explanation = explained(text);
        assert_eq!(explanation.cause.as_str(), cause, "{name}");
        assert_eq!(explanation.blocker.as_deref(), blocker, "{name}");
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
        (explanation.blocker.as_deref(), explanation.confidence),
        (None, Confidence::None)
    );
    assert!(explanation.likely.len() > 1);
    assert_eq!(explanation.is_block(), None, "firewalls answer so as well");
    assert!(explanation.headline.contains("can tell why"));
    assert_eq!(explained("Read timed out").is_block(), None);
    assert_eq!(explained("403").is_block(), Some(true));
    assert_eq!(explained("HTTP/1.1 200 OK\n\n-1").is_block(), Some(false));
}

#[test]
fn a_bare_answer_is_told_once_and_only_as_far_as_it_goes() {
    for (text, headline, summary) in [
        ("503", "The call failed", "503 means"),
        ("500", "The call failed", "500 means"),
        ("404", "Nothing was found", "404 means"),
        ("403", "The call was refused", "403 means"),
        ("400", "The call failed", "400 means"),
        ("200", "The call was answered", "200 means"),
        ("Read timed out", "no answer in time", "stopped waiting"),
        ("Could not resolve host", "did not find", "misspelt"),
        ("Connection refused", "got no answer", "may be down"),
        ("HTTP status 000", "got no answer", "may be down"),
        ("SSL handshake failed", "secure connection", "certificate"),
    ] {
        let told = explained(text);
        assert!(told.headline.contains(headline), "{text}: {told:?}");
        assert!(told.summary.contains(summary), "{text}: {told:?}");
        // The label says nothing that the summary said, and nobody is named whose work it is.
        assert!(!told.meaning.contains(summary), "{text}: {told:?}");
        assert_eq!(told.effort, "", "{text}");
        for step in &told.remedy.steps {
            assert!(!step.contains("shop.example.com"), "{text}: {step}");
        }
        for word in ["http, but not over https", "Not one", "at all"] {
            assert!(!told.summary.contains(word), "{text}: {told:?}");
        }
    }
}

#[test]
fn a_line_names_its_shop_and_what_failed_there() {
    let at = "2026-11-27 14:03:22 POST https://butik.example.org/wc-api/KCO_WC_Push/";
    for (said, cause) in [
        (
            "SSL certificate problem: certificate has expired",
            "tls-broken",
        ),
        ("Read timed out", "unreachable"),
        ("503", "server-error"),
        ("400 -1", "gateway-inactive"),
    ] {
        let told = explained(&[at, " ", said].concat());
        assert_eq!(told.cause.as_str(), cause, "{said}");
        let all = [told.remedy.steps.join(" "), told.request.clone()].concat();
        assert!(all.contains("butik.example.org"), "{said}: {all}");
        assert!(!all.contains("shop.example.com"), "{said}: {all}");
    }
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

#[test]
fn nobody_has_to_listen_at_a_retired_address() {
    let at = |path: &str, rest: &str| {
        explained(
            &[
                "Request URL: https://shop.example.com/",
                path,
                "\nRequest Method: POST\nStatus Code: ",
                rest,
            ]
            .concat(),
        )
    };
    for path in [
        "wc-api/KCO_WC_Notification",
        "wc-api/kco_wc_validation/?sid=1",
        "butik/wc-api/KCO_WC_Shipping_Option_Update/",
        "?wc-api=KCO_WC_Validation&order_id=7",
    ] {
        let explanation = at(path, "400\ncontent-length: 2\n\n-1");
        assert_eq!(explanation.cause, CauseId::Healthy, "{path}");
        assert_eq!(explanation.verdict, Verdict::Pass, "{path}");
        assert!(explanation.summary.contains("normal"), "{path}");
        assert!(!explanation.meaning.contains("misspelt"), "{path}");
    }
    // The address that counts, a name that merely begins alike, and a refusal at a retired address.
    for (path, rest, cause) in [
        (
            "wc-api/KCO_WC_Push/",
            "400\ncontent-length: 2\n\n-1",
            CauseId::GatewayInactive,
        ),
        (
            "wc-api/KCO_WC_Validations",
            "400\ncontent-length: 2\n\n-1",
            CauseId::GatewayInactive,
        ),
        (
            "wc-api/KCO_WC_Notification",
            "403\ncf-mitigated: challenge\nserver: cloudflare",
            CauseId::Challenge,
        ),
    ] {
        assert_eq!(at(path, rest).cause, cause, "{path} {rest}");
    }
}

#[test]
fn an_explanation_shows_no_order_and_can_be_kept() {
    let explanation = explained(
        r#"{"url":"https://shop.example.com/?key=wc_order_secret&wc-api=KCO_WC_Push&klarna_order_id=secret","status":403,"headers":{"cookie":"secret","set-cookie":"session=secret","authorization":"Basic secret"},"body":""}"#,
    );
    assert_eq!(
        explanation.request,
        "POST https://shop.example.com/?wc-api=KCO_WC_Push"
    );
    let kept = serde_json::to_string(&explanation).unwrap();
    assert!(!kept.contains("secret"), "{kept}");
    assert_eq!(
        serde_json::from_str::<Explanation>(&kept).unwrap(),
        explanation
    );
}
