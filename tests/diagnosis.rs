//! The engine against shops described in a few lines: what it asks, when it stops, and what it says first.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics says what broke"
)]
#![allow(clippy::too_many_lines, reason = "tables of cases are long")]
#![allow(clippy::unnecessary_wraps, reason = "helpers give what a field takes")]

mod hand;

use std::cell::RefCell;

use callback_doctor::case::PageRead;
use callback_doctor::diagnosis::{Diagnosis, Intake, Step, Stopped, commands};
use callback_doctor::page;
use callback_doctor::probe::{Answer, Caller, NoAnswer, Outcome, Probe, Purpose, limits};
use callback_doctor::report::{Surface, Verdict};
use hand::{
    INDEX, Run, SERVER_404, THEME_404, answer, arrived, healthy, nobody_listens, page, redirect,
    response, run,
};

fn native(shop: impl Fn(&Probe) -> Outcome) -> Run {
    run(
        Intake::new("https://shop.example.com/", Surface::Native),
        shop,
    )
}

#[test]
fn a_healthy_shop_needs_four_probes() {
    let run = native(healthy);
    assert_eq!(run.first(), "healthy");
    assert_eq!(run.report.verdict, Verdict::Pass);
    assert_eq!(run.sent.len(), 4, "{:?}", run.sent);
    assert!(
        run.report.unsure.iter().any(|u| u.id == "provider-network"),
        "a pass from here does not speak for the provider's network"
    );
}

#[test]
fn first_causes() {
    type Shop = fn(&Probe) -> Outcome;
    let cases: &[(&str, &str, Shop)] = &[
        (
            "nobody listens under a name that nothing shows",
            "undetermined",
            |p| match p.purpose {
                Purpose::RestIndex => healthy(p),
                _ => nobody_listens(),
            },
        ),
        (
            "the server's 404 while the query form arrives",
            "rewrite-not-served",
            |p| match p.purpose {
                Purpose::Endpoint | Purpose::Control | Purpose::RestIndex => {
                    response(404, &[], SERVER_404)
                }
                Purpose::RestRoute => response(
                    200,
                    &[(
                        "link",
                        "<https://shop.example.com/wp-json/>; rel=\"https://api.w.org/\"",
                    )],
                    INDEX,
                ),
                _ => arrived(),
            },
        ),
        (
            "the same, and the REST link says plain",
            "plain-permalinks",
            |p| match p.purpose {
                Purpose::Endpoint | Purpose::Control | Purpose::RestIndex => {
                    response(404, &[], SERVER_404)
                }
                Purpose::RestRoute => response(
                    200,
                    &[(
                        "link",
                        "<https://shop.example.com/index.php?rest_route=/>; rel=\"https://api.w.org/\"",
                    )],
                    INDEX,
                ),
                _ => arrived(),
            },
        ),
        (
            "the theme's 404 while REST and the query form work",
            "stale-rewrite-rules",
            |p| match p.purpose {
                Purpose::Endpoint | Purpose::Control => response(404, &[], THEME_404),
                _ => healthy(p),
            },
        ),
        (
            "every address gives the home page, WooCommerce's form too",
            "woocommerce-inactive",
            |p| match p.purpose {
                Purpose::RestIndex => response(
                    200,
                    &[],
                    r#"{"name":"Blog","url":"https://shop.example.com","home":"https://shop.example.com","namespaces":["wp/v2"]}"#,
                ),
                _ => response(200, &[], THEME_404),
            },
        ),
        ("a site that is no WordPress", "not-woocommerce", |_| {
            response(404, &[], "<html><body>Nothing here</body></html>")
        }),
        ("static files alone", "not-woocommerce", |p| {
            match p.purpose {
                Purpose::RestIndex | Purpose::RestRoute => response(404, &[], SERVER_404),
                _ => response(405, &[], ""),
            }
        }),
        ("a method rule on the path", "post-refused", |p| {
            match p.purpose {
                Purpose::Endpoint => response(405, &[("allow", "GET, HEAD")], ""),
                _ => healthy(p),
            }
        }),
        (
            "a firewall's rule against POST",
            "post-refused",
            |p| match p.purpose {
                Purpose::Endpoint => response(403, &[], "<html><body>No</body></html>"),
                _ => healthy(p),
            },
        ),
        (
            "a rule against the address, by any method",
            "blocked",
            |p| match p.purpose {
                Purpose::Endpoint | Purpose::GetForm => {
                    response(403, &[], "<html><body>No</body></html>")
                }
                _ => healthy(p),
            },
        ),
        (
            "a language plugin redirects",
            "language-redirect",
            |p| match p.purpose {
                Purpose::Endpoint => response(
                    301,
                    &[
                        (
                            "location",
                            "https://shop.example.com/sv/wc-api/KCO_WC_Push/",
                        ),
                        ("x-redirect-by", "qTranslate-XT"),
                    ],
                    "",
                ),
                _ => healthy(p),
            },
        ),
        (
            "a redirect to a page whose name is short",
            "redirected",
            |p| match p.purpose {
                Purpose::Endpoint => redirect(302, "https://shop.example.com/faq/"),
                _ => healthy(p),
            },
        ),
        ("www is added", "redirected", |p| match p.purpose {
            Purpose::Endpoint => redirect(308, "https://www.shop.example.com/wc-api/KCO_WC_Push/"),
            _ => healthy(p),
        }),
        ("the slash is taken away", "redirected", |p| {
            match p.purpose {
                Purpose::Endpoint => redirect(301, "/wc-api/KCO_WC_Push"),
                _ => healthy(p),
            }
        }),
        ("an unknown product refuses everybody", "blocked", |_| {
            response(403, &[], "<html><body>No</body></html>")
        }),
        (
            "an unknown product refuses the provider's agent",
            "caller-blocked",
            |p| match (p.purpose, p.caller) {
                (Purpose::Endpoint, Caller::Provider) => {
                    response(403, &[], "<html><body>No</body></html>")
                }
                _ => healthy(p),
            },
        ),
        (
            "the connection is closed on the provider's agent",
            "caller-blocked",
            |p| match (p.purpose, p.caller) {
                (Purpose::Endpoint, Caller::Provider) => Outcome::NoAnswer(NoAnswer::Reset),
                _ => healthy(p),
            },
        ),
        (
            "the handler crashes, the site does not",
            "server-error",
            |p| match p.purpose {
                Purpose::Endpoint => response(500, &[], ""),
                _ => healthy(p),
            },
        ),
        ("https fails and http answers", "tls-broken", |p| {
            match p.purpose {
                Purpose::HttpsRedirect => arrived(),
                _ => Outcome::NoAnswer(NoAnswer::Tls),
            }
        }),
        ("a cache answers the POST", "cached-callback", |p| {
            match p.purpose {
                Purpose::Endpoint => response(200, &[("x-cache", "HIT")], "-1"),
                _ => healthy(p),
            }
        }),
        ("a cache that says MISS is none", "healthy", |p| {
            match p.purpose {
                Purpose::Endpoint => response(200, &[("x-cache", "MISS"), ("age", "0")], "-1"),
                _ => healthy(p),
            }
        }),
        ("the stored address is http", "http-home-url", |p| {
            match p.purpose {
                Purpose::RestIndex => response(
                    200,
                    &[],
                    &INDEX.replace("\"url\":\"https", "\"url\":\"http"),
                ),
                Purpose::HttpsRedirect => {
                    redirect(301, "https://shop.example.com/wc-api/KCO_WC_Push/")
                }
                _ => healthy(p),
            }
        }),
        (
            "everything answers -1, also a name that nobody has",
            "undetermined",
            |p| match p.purpose {
                Purpose::RestIndex => healthy(p),
                _ => arrived(),
            },
        ),
        (
            "REST is locked, which the push does not need",
            "healthy",
            |p| match p.purpose {
                Purpose::RestIndex => response(
                    401,
                    &[],
                    r#"{"code":"rest_cannot_access","message":"no","data":{"status":401}}"#,
                ),
                _ => healthy(p),
            },
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|(name, wanted, shop)| (name, wanted, native(shop)))
        .filter(|(_, wanted, run)| run.first() != **wanted)
        .map(|(name, wanted, run)| format!("{name}: wanted {wanted}, got {:?}", run.causes()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_answer_that_asks_for_rest_gets_it() {
    let cases = [
        ("429", response(429, &[], "slow down")),
        (
            "Retry-After",
            response(503, &[("retry-after", "600")], "later"),
        ),
        (
            "a challenge",
            response(
                403,
                &[("cf-mitigated", "challenge"), ("server", "cloudflare")],
                "<title>Just a moment...</title>",
            ),
        ),
    ];
    for (name, outcome) in cases {
        let run = native(|_| outcome.clone());
        assert_eq!(
            run.sent.len(),
            limits::IN_FLIGHT,
            "{name}: asked on after it"
        );
        assert!(
            run.report.unsure.iter().any(|u| u.id == "stopped-early"),
            "{name}: does not say that it stopped asking"
        );
    }
}

#[test]
fn stopping_ends_at_once_and_says_so() {
    for (why, id) in [
        (Stopped::Cancelled, "cancelled"),
        (Stopped::OutOfTime, "out-of-time"),
    ] {
        let mut diagnosis =
            Diagnosis::new(Intake::new("https://shop.example.com/", Surface::Native)).unwrap();
        assert!(matches!(diagnosis.next(), Step::Send(_)));
        diagnosis.stop(why);
        assert_eq!(diagnosis.next(), Step::Done);
        let report = diagnosis.report();
        assert_eq!(report.causes[0].id.as_str(), "undetermined");
        assert!(
            !report.complete && report.unsure.iter().any(|u| u.id == id),
            "{why:?}"
        );
    }
}

#[test]
fn only_the_first_answer_to_a_probe_counts() {
    let mut diagnosis =
        Diagnosis::new(Intake::new("https://shop.example.com/", Surface::Native)).unwrap();
    let Step::Send(probe) = diagnosis.next() else {
        panic!("asks nothing")
    };
    let answer = |outcome| hand::answer(outcome, None, Caller::Provider);
    diagnosis.observe(probe.id, answer(arrived()));
    diagnosis.observe(probe.id, answer(response(403, &[], "")));
    diagnosis.observe(callback_doctor::probe::ProbeId(200), answer(arrived()));
    assert_eq!(diagnosis.report().probes[0].status, Some(200));
}

#[test]
fn a_page_from_elsewhere_does_not_move_the_shop() {
    let html = "<link rel=\"https://api.w.org/\" href=\"https://victim.example.net/wp-json/\">";
    let intake = Intake {
        page: page(html),
        ..Intake::new("https://shop.example.com/", Surface::Native)
    };
    let run = run(intake, healthy);
    for probe in &run.sent {
        assert!(
            probe.url.starts_with("https://shop.example.com/"),
            "asked {}",
            probe.url
        );
    }
}

#[test]
fn pasted_source_is_judged_without_a_request() {
    let html = "<meta name=\"generator\" content=\"WordPress 7.0.4\"><link rel=\"https://api.w.org/\" href=\"https://shop.example.com/index.php?rest_route=/\">";
    let intake = Intake {
        page: Some(PageRead {
            signs: page::read(html, None),
            ..PageRead::default()
        }),
        offline: true,
        ..Intake::new("", Surface::Site)
    };
    let run = run(intake, healthy);
    assert_eq!(run.sent.len(), 0);
    assert_eq!(run.first(), "plain-permalinks");
}

#[test]
fn a_local_shop_is_not_public_whatever_answers() {
    for address in [
        "http://localhost/",
        "http://192.168.1.20/",
        "https://shop.test/",
        "http://[::1]/",
        "http://0x7f.1/",
        "https://nas/",
    ] {
        let run = run(Intake::new(address, Surface::Native), healthy);
        assert_eq!(run.first(), "not-public", "{address}");
    }
}

#[test]
fn nothing_forbidden_is_ever_asked() {
    let outcomes = [
        arrived(),
        nobody_listens(),
        response(404, &[], THEME_404),
        response(200, &[], "<html>"),
        Outcome::RedirectHidden,
        Outcome::Unreadable,
        Outcome::Opaque,
    ];
    for outcome in outcomes {
        for surface in [
            Surface::Native,
            Surface::Extension,
            Surface::Site,
            Surface::InPage,
        ] {
            let run = run(Intake::new("https://shop.example.com/", surface), |_| {
                outcome.clone()
            });
            for probe in run.sent {
                let url = probe.url.to_ascii_lowercase();
                for forbidden in [
                    "notification",
                    "validation",
                    "order_id",
                    "order-id",
                    "@",
                    "<",
                    "'",
                    "../",
                ] {
                    assert!(!url.contains(forbidden), "asked {}", probe.url);
                }
            }
        }
    }
}

#[test]
fn commands_after_an_audit_in_the_page_settle_what_is_open_and_nothing_else() {
    type Shop = fn(&Probe) -> Outcome;
    let cases: &[(&str, bool, Shop)] = &[
        (
            "a browser arrives, the provider was not tried",
            true,
            healthy,
        ),
        (
            "nobody listens, and nothing shows the gateway",
            true,
            |p| match p.purpose {
                Purpose::RestIndex => healthy(p),
                _ => nobody_listens(),
            },
        ),
        ("a 403 of nobody's", true, |_| {
            response(403, &[], "<html><body>No</body></html>")
        }),
    ];
    for (name, open, shop) in cases {
        let intake = Intake {
            page: page("<p>"),
            ..Intake::new("https://shop.example.com/", Surface::InPage)
        };
        let mut diagnosis = Diagnosis::new(intake).unwrap();
        while let Step::Send(probe) = diagnosis.next() {
            diagnosis.observe(probe.id, answer(shop(&probe), Some(50), Caller::Browser));
        }
        let script = commands(diagnosis.case());
        assert_eq!(script.is_some(), *open, "{name}: {script:?}");
        if let Some(script) = script {
            for needed in [
                "APIs-Klarna",
                "/wc-api/KCO_WC_Push/",
                "callback_doctor_control",
            ] {
                assert!(script.posix.contains(needed), "{name}: no {needed}");
                assert!(script.windows.contains(needed), "{name}: no {needed}");
            }
        }
    }
}

/// A browser's failure in its own words.
fn failed(words: &str, why: NoAnswer) -> Answer {
    Answer {
        error: Some(words.to_owned()),
        ..answer(Outcome::NoAnswer(why), Some(3), Caller::Provider)
    }
}

#[test]
fn a_lost_connection_is_asked_once_more_before_it_is_believed() {
    for lost in [
        failed("net::ERR_SOCKET_NOT_CONNECTED", NoAnswer::Reset),
        failed("net::ERR_NETWORK_CHANGED", NoAnswer::Unknown),
    ] {
        for losing in 0..4 {
            let asked = RefCell::new(0);
            let run = hand::hear(
                Intake::new("https://shop.example.com/", Surface::Native),
                |probe| {
                    let number = asked.replace_with(|asked| *asked + 1);
                    if number == losing {
                        lost.clone()
                    } else {
                        answer(healthy(probe), Some(80), probe.caller)
                    }
                },
            );
            assert_eq!(run.first(), "healthy", "{lost:?} at {losing}");
            let [first, again] = [0, 1].map(|nth| {
                let twice =
                    |probe: &&Probe| run.sent.iter().filter(|other| other == probe).count() == 2;
                run.sent.iter().filter(twice).nth(nth).unwrap()
            });
            assert_eq!(first, again);
            assert_eq!(run.sent.len(), 5, "{:?}", run.sent);
            assert_eq!(run.report.probes.len(), 4);
        }
    }
}

#[test]
fn a_connection_that_is_lost_each_time_is_believed() {
    let lost = failed("net::ERR_SOCKET_NOT_CONNECTED", NoAnswer::Reset);
    let intake = || Intake::new("https://shop.example.com/", Surface::Native);
    let run = hand::hear(intake(), |_| lost.clone());
    assert_eq!(run.first(), "unreachable");
    assert_eq!(run.sent.len(), run.report.probes.len() + limits::LOST);
}

#[test]
fn a_shop_that_resets_is_not_asked_again() {
    let reset = failed("net::ERR_CONNECTION_RESET", NoAnswer::Reset);
    let intake = Intake::new("https://shop.example.com/", Surface::Native);
    let run = hand::hear(intake, |_| reset.clone());
    assert_eq!(run.first(), "unreachable");
    assert_eq!(run.sent.len(), run.report.probes.len());
}

#[test]
fn nothing_is_asked_once_more_of_a_shop_that_asks_for_rest() {
    let intake = Intake::new("https://shop.example.com/", Surface::Native);
    let mut diagnosis = Diagnosis::new(intake).unwrap();
    let Step::Send(first) = diagnosis.next() else {
        panic!("nothing to ask")
    };
    let Step::Send(second) = diagnosis.next() else {
        panic!("one at a time")
    };
    let lost = failed("net::ERR_SOCKET_NOT_CONNECTED", NoAnswer::Reset);
    diagnosis.observe(first.id, lost);
    let busy = response(429, &[], "");
    diagnosis.observe(second.id, answer(busy, Some(80), Caller::Provider));
    assert_eq!(diagnosis.next(), Step::Done);
    assert_eq!(diagnosis.report().probes.len(), 2);
    // A second answer is left out, also one that is lost.
    diagnosis.observe(
        first.id,
        failed("net::ERR_SOCKET_NOT_CONNECTED", NoAnswer::Reset),
    );
    assert_eq!(diagnosis.next(), Step::Done);
}

#[test]
fn the_way_and_the_checks_tell_one_story() {
    let intake = Intake {
        page: page(
            "<html lang='sv-SE'><link rel='alternate' hreflang='sv' href='https://shop.example.com/sv/'>",
        ),
        ..Intake::new("https://shop.example.com/", Surface::Native)
    };
    let run = run(intake, |probe| match probe.purpose {
        Purpose::RestIndex => healthy(probe),
        Purpose::Prefixed => arrived(),
        _ => response(404, &[], THEME_404),
    });
    assert_eq!(run.first(), "language-prefix-required", "{}", run.lines());
    let stop = |name: &str| {
        run.report
            .way
            .iter()
            .find(|stop| stop.name == name)
            .unwrap()
    };
    let check = |id: &str| {
        run.report
            .findings
            .iter()
            .find(|finding| finding.check == id)
            .unwrap()
    };
    for (station, id) in [
        ("WooCommerce", "woocommerce-answers"),
        ("Gateway", "gateway-listens"),
    ] {
        assert_eq!(stop(station).word, "answers at /sv/ instead");
        let summary = &check(id).summary;
        assert!(
            summary.contains("answers at /sv/, and not at the callback's own address"),
            "{summary}"
        );
    }
    // Nobody saw the provider pass.
    assert_eq!(
        stop("Provider").word,
        "starts here: this computer, as the provider"
    );
    // Where a check leaves the address open, the way does too.
    for surface in [
        Surface::Native,
        Surface::Extension,
        Surface::Site,
        Surface::InPage,
    ] {
        let report = hand::run(Intake::new("https://shop.example.com/", surface), healthy).report;
        let stop = report
            .way
            .iter()
            .find(|stop| stop.name == "Address")
            .unwrap();
        let check = report
            .findings
            .iter()
            .find(|check| check.check == "public-address")
            .unwrap();
        let open = check.verdict == Verdict::Unsure;
        assert_eq!(
            open,
            stop.word != "passed",
            "{surface:?}: {}, {:?}",
            stop.word,
            check.verdict
        );
    }
}

#[test]
fn the_last_sentence_fits_the_verdict() {
    let failed = native(|_| response(403, &[], "<html><body>No</body></html>")).report;
    assert_eq!(failed.caveat, "Measured from this computer.");
    let passed = native(healthy).report;
    assert!(
        passed.caveat.contains("may still be treated differently"),
        "{}",
        passed.caveat
    );
}

#[test]
fn commands_count_print_little_and_leave_one_file() {
    let mut diagnosis =
        Diagnosis::new(Intake::new("https://shop.example.com/", Surface::Site)).unwrap();
    while let Step::Send(probe) = diagnosis.next() {
        diagnosis.observe(
            probe.id,
            answer(Outcome::Unreadable, Some(50), Caller::Browser),
        );
    }
    let script = commands(diagnosis.case()).unwrap();
    let calls = script
        .posix
        .lines()
        .filter(|line| line.starts_with("curl "))
        .count();
    assert!((2..=limits::PROBES).contains(&calls), "{}", script.posix);
    assert!(
        script.posix.contains(&format!("$n of {calls}")),
        "{}",
        script.posix
    );
    assert!(
        script.posix.contains("head -c") && script.posix.contains("pbcopy"),
        "{}",
        script.posix
    );
    assert!(
        script.windows.contains(&format!("echo {calls}/{calls}\n")),
        "{}",
        script.windows
    );
    assert!(script.windows.contains("| clip"), "{}", script.windows);
    for lines in [&script.posix, &script.windows] {
        assert!(lines.contains("callback-doctor.txt"), "{lines}");
    }
}
