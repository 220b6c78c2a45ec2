//! What a shop's own products write, from their pages to the words of a report.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics says what broke"
)]

mod hand;

use callback_doctor::blocker::recognise;
use callback_doctor::diagnosis::Intake;
use callback_doctor::probe::{Outcome, Probe, Purpose};
use callback_doctor::report::{Report, Surface};
use hand::{healthy, response, run};

const WORDPRESS: &[(&str, &str)] = &[
    ("server", "Apache"),
    ("expires", "Wed, 11 Jan 1984 05:00:00 GMT"),
];

fn die(title: &str, message: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>{title}</title></head><body id=\"error-page\"><div class=\"wp-die-message\">{message}</div></body></html>"
    )
}

fn bare(title: &str, body: &str) -> String {
    format!("<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>")
}

/// A shop whose callbacks all get this answer.
fn report(callback: &Outcome) -> Report {
    let shop = |probe: &Probe| match probe.purpose {
        Purpose::RestIndex | Purpose::RestRoute => healthy(probe),
        _ => callback.clone(),
    };
    run(
        Intake::new("https://shop.example.com/", Surface::Native),
        shop,
    )
    .report
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases is long")]
fn pages_name_their_products() {
    let varnish = bare(
        "403 Forbidden",
        "<h1>Error 403 Forbidden</h1><h3>Guru Meditation:</h3><p>XID: 3</p><hr><p>Varnish cache server</p>",
    );
    let litespeed = bare(
        " 406 Not Acceptable\n",
        "<h1>406</h1><h2>Not Acceptable</h2><p>This request is not acceptable</p>",
    );
    let apache = bare(
        "406 Not Acceptable",
        "<h1>Not Acceptable</h1><p>An appropriate representation of the requested resource could not be found on this server.</p>",
    );
    let siteground = bare(
        "Begränsad",
        "<svg data-name=\"Layer 1\"><title>400_401_403_bgr</title></svg><div class=\"abstract-half-dot--circle\"></div><h1>Åtkomst nekad</h1>",
    );
    let wp_ban = "<!DOCTYPE html><html><head><title>Shop</title></head><body><div id=\"wp-ban-container\"><p>Du är blockerad.</p></div></body></html>";
    let lockout = bare(
        "Shop",
        "<div class=\"aiowps-site-lockout-body\"><p>Snart öppet</p></div>",
    );
    let cases: &[(&str, u16, &str, Option<&str>)] = &[
        (
            "Stop Spammers",
            403,
            &die(
                "Login Access Denied",
                "Access Denied<br />This site is protected by the Stop Spammer Registrations Plugin.<br />",
            ),
            Some("stop-spammers-200"),
        ),
        (
            "a login that is denied elsewhere",
            403,
            &die("Login Access Denied", "No."),
            None,
        ),
        (
            "WP-SpamShield",
            403,
            &die(
                "x",
                "ERROR: Sorry, there was an error. Please be sure JavaScript and Cookies are enabled in your browser and try again.",
            ),
            Some("wp-spamshield-403"),
        ),
        ("WP-Ban before 2.0", 200, wp_ban, Some("wp-ban")),
        ("WP-Ban since 2.0", 403, wp_ban, Some("wp-ban")),
        ("Varnish", 403, &varnish, Some("varnish-403")),
        ("LiteSpeed's 406", 406, &litespeed, Some("litespeed-403")),
        ("Apache's 406", 406, &apache, Some("modsecurity-406")),
        (
            "nginx's 406",
            406,
            &bare(
                "406 Not Acceptable",
                "<center><h1>406 Not Acceptable</h1></center><hr><center>nginx</center>",
            ),
            None,
        ),
        (
            "SiteGround's plugin in Swedish",
            403,
            &siteground,
            Some("sg-security-403"),
        ),
        (
            "AIOS, site lockout",
            503,
            &lockout,
            Some("aios-lockdown-503"),
        ),
        (
            "Redis",
            500,
            &die(
                "WordPress &rsaquo; Error",
                "<h1>Error establishing a Redis connection</h1>",
            ),
            Some("redis-down"),
        ),
        (
            "the database",
            500,
            &die(
                "Database Error",
                "<h1>Error establishing a database connection</h1>",
            ),
            Some("wp-db-error-500"),
        ),
    ];
    for (name, status, body, expected) in cases {
        let Outcome::Response(answer) = response(*status, WORDPRESS, body) else {
            unreachable!()
        };
        let found = recognise(
            &answer,
            Some("https://shop.example.com/wc-api/KCO_WC_Push/"),
        );
        let id = found
            .and_then(|found| found.entry.named())
            .map(|entry| entry.id);
        assert_eq!(id, *expected, "{name}");
    }
}

#[test]
fn maintenance_is_known_in_ten_languages_and_names_nobody() {
    let pages = [
        ("Under maintenance", "<h1>We'll be back soon</h1>"),
        (
            "Underhåll",
            "<h1>Vi uppdaterar butiken</h1><p>Vi är strax tillbaka.</p>",
        ),
        (
            "Butikken",
            "<h1>Vedlikehold</h1><p>Vi er straks tilbake.</p>",
        ),
        ("Vedligeholdelse", "<p>Vi er snart tilbage.</p>"),
        ("Huoltokatko", "<p>Palaamme pian.</p>"),
        ("Wartungsarbeiten", "<p>Wir sind gleich zurück.</p>"),
        ("Onderhoud", "<p>We zijn zo terug.</p>"),
        ("Maintenance en cours", "<p>Bientôt de retour.</p>"),
        ("Sitio en mantenimiento", "<p>Volvemos pronto.</p>"),
        ("Manutenzione", "<p>Torniamo presto.</p>"),
        ("Przerwa techniczna", "<p>Zaraz wracamy.</p>"),
    ];
    for (title, body) in pages {
        for status in [200, 503] {
            let report = report(&response(status, &[], &bare(title, body)));
            let first = &report.causes[0];
            assert_eq!(first.id.as_str(), "maintenance", "{title} {status}");
            assert_eq!(first.blocker, None, "{title} {status}");
        }
    }
    for (title, body) in [
        ("403 Forbidden", "<h1>Forbidden</h1>"),
        (
            "Garden maintenance plan",
            &"<p>A long page about gardens.</p>".repeat(400),
        ),
    ] {
        let report = report(&response(200, &[], &bare(title, body)));
        assert_ne!(report.causes[0].id.as_str(), "maintenance", "{title}");
    }
}

#[test]
fn a_block_by_address_is_said_of_this_computer_with_the_page_s_own_reason() {
    let wordfence = bare(
        "Your access to this site has been limited",
        "<table><tr><th>Block Reason:</th> <td>Manual block by administrator</td></tr></table><p>Generated by Wordfence at Sun, 22 Nov 2026</p><a href=\"https://www.wordfence.com/help/?query=locked-out\" target=\"_blank\" rel=\"noopener noreferrer\">Documentation</a>",
    );
    let wall = report(&response(503, &[], &wordfence));
    assert_eq!(wall.headline, "Wordfence refuses this computer.");
    let summary = &wall.causes[0].summary;
    assert!(summary.contains("cannot be seen from here"), "{summary}");
    let said = wall.proof.as_ref().and_then(|proof| proof.said.as_deref());
    assert_eq!(
        said,
        Some("Your access to this site has been limited. Manual block by administrator")
    );
    assert!(!summary.contains("Manual block"), "said twice: {summary}");
    assert!(!summary.contains("in the same way"), "{summary}");
    assert!(wall.causes[0].remedy.steps[0].contains("Live Traffic"));
    for proof in &wall.causes[0].evidence {
        let markup = ["</", "href=", "=\""]
            .iter()
            .any(|mark| proof.what.contains(mark));
        assert!(!markup, "markup in the evidence: {}", proof.what);
    }
    // A rule about the request refuses everybody.
    let ninja = report(&response(
        403,
        &[],
        &bare("NinjaFirewall: 403 Forbidden", "x"),
    ));
    assert_eq!(ninja.headline, "NinjaFirewall refuses the callback.");
}

#[test]
fn a_server_in_front_never_leads_into_the_shop_s_logs() {
    let bad_gateway = bare(
        "502 Bad Gateway",
        "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>",
    );
    for (status, body) in [
        (502, bad_gateway.as_str()),
        (504, ""),
        (
            503,
            "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>",
        ),
    ] {
        let gone = response(status, &[], body);
        let report = run(
            Intake::new("https://shop.example.com/", Surface::Native),
            |_| gone.clone(),
        )
        .report;
        let first = &report.causes[0];
        assert_eq!(first.id.as_str(), "server-error", "{status}");
        let steps = first.remedy.steps.join(" ");
        assert!(
            !steps.contains("Status → Logs") && !steps.contains("fatal-errors"),
            "{status}: {steps}"
        );
    }
}
