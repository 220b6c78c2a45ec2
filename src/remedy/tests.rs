//! Whatever is known or not, a remedy is there, is complete, and pastes nothing that a stranger wrote.

mod products;

use super::*;
use crate::report::Paste;

const LETTER: &str = "Message to your host";

fn bare(paths: &[String]) -> Context<'_> {
    Context {
        home: "https://shop.example.com/",
        host: "shop.example.com",
        home_path: "/",
        callback_paths: paths,
        prefix: None,
        language_plugin: None,
        gateway: "Kustom Checkout",
        user_agent: crate::probe::PROVIDER_USER_AGENT,
        blocker: None,
        location: None,
        status: None,
        server: None,
        block_checkout: false,
    }
}

fn push() -> Vec<String> {
    vec!["/wc-api/KCO_WC_Push/".to_owned()]
}

fn of(cause: CauseId, context: &Context) -> Remedy {
    remedy(cause, context, Language::En)
}

fn all(remedy: &Remedy) -> String {
    let pastes = remedy
        .pastes
        .iter()
        .map(|paste| [paste.label.as_str(), "\n", &paste.text].concat());
    remedy
        .steps
        .iter()
        .cloned()
        .chain(pastes)
        .collect::<Vec<_>>()
        .join("\n")
}

fn paste<'r>(remedy: &'r Remedy, label: &str) -> Option<&'r Paste> {
    remedy
        .pastes
        .iter()
        .find(|paste| paste.label.contains(label))
}

const SERVERS: [Option<ServerKind>; 5] = [
    None,
    Some(ServerKind::Apache),
    Some(ServerKind::Nginx),
    Some(ServerKind::LiteSpeed),
    Some(ServerKind::Iis),
];

#[test]
fn every_cause_has_steps_whatever_is_known() {
    let paths = [
        vec![],
        push(),
        vec!["/wc-api/X/".to_owned(), "/sv/wc-api/X/".to_owned()],
    ];
    for cause in CauseId::ALL {
        for (paths, server) in paths
            .iter()
            .flat_map(|paths| SERVERS.map(|server| (paths, server)))
        {
            let full = Context {
                server,
                prefix: Some("sv"),
                language_plugin: Some("Polylang"),
                location: Some("https://www.shop.example.com/wc-api/X/"),
                status: Some(403),
                block_checkout: true,
                ..bare(paths)
            };
            for context in [bare(paths), full] {
                let remedy = of(*cause, &context);
                assert!(
                    (1..=7).contains(&remedy.steps.len()),
                    "{}: {:?}",
                    cause.as_str(),
                    remedy.steps
                );
                for step in &remedy.steps {
                    assert!(
                        step.ends_with('.') && !step.contains(['{', '}', '!']),
                        "{step}"
                    );
                    assert!(!step.contains("  "), "{step}");
                }
                for Paste { label, text } in &remedy.pastes {
                    assert!(!label.is_empty() && !text.trim().is_empty(), "{label}");
                    assert_eq!(
                        remedy
                            .pastes
                            .iter()
                            .filter(|paste| paste.label == *label)
                            .count(),
                        1,
                        "{label}"
                    );
                }
                let below = remedy.steps.iter().any(|step| step.contains("below"));
                assert!(
                    !below || !remedy.pastes.is_empty(),
                    "{}: nothing below",
                    cause.as_str()
                );
            }
        }
    }
}

#[test]
fn the_step_that_mends_each_cause() {
    let paths = push();
    let cases = [
        (
            CauseId::PlainPermalinks,
            "Settings → Permalinks, choose Post name",
        ),
        (CauseId::PathinfoPermalinks, "take index.php/ out"),
        (
            CauseId::RewriteNotServed,
            "try_files $uri $uri/ /index.php?$args;",
        ),
        (CauseId::StaleRewriteRules, "wp rewrite flush"),
        (
            CauseId::HttpHomeUrl,
            "wp search-replace 'http://shop.example.com' 'https://shop.example.com'",
        ),
        (CauseId::MixedContent, "--dry-run"),
        (CauseId::PluginOutdated, "2.17.0"),
        (CauseId::Healthy, "48 hours"),
        (CauseId::Undetermined, "curl.exe -sS -i -X POST"),
        (CauseId::RestLocked, "/wp-json/kco-block/"),
        (CauseId::CachedCallback, "fastcgi_no_cache"),
        (CauseId::RateLimited, "limit_req_zone"),
        (CauseId::LoginWall, "auth_basic off;"),
        (CauseId::PostRefused, "Content-Type"),
        (CauseId::CallerBlocked, "APIs-Klarna"),
        (CauseId::Blocked, "52.17.117.56"),
        (CauseId::Maintenance, ".maintenance"),
    ];
    for (cause, expected) in cases {
        let text = all(&of(cause, &bare(&paths)));
        assert!(text.contains(expected), "{}: {text}", cause.as_str());
    }
}

#[test]
fn each_language_plugin_has_its_own_setting() {
    let paths = push();
    let cases = [
        ("Polylang", "Languages → Settings → URL modifications"),
        ("Polylang Pro", "Languages → Settings → URL modifications"),
        ("WPML", "Language URL format"),
        (
            "TranslatePress",
            "Use a subdirectory for the default language",
        ),
        ("qTranslate-XT", "Settings → Languages → General"),
        ("Falang", "Show slug for main language"),
        ("ConveyThis", "ConveyThis → General settings"),
        ("Weglot", "automatic redirection"),
        ("GTranslate", "GTranslate"),
        ("Linguise", "browser language redirect"),
        ("WPGlobus", "WPGlobus"),
        ("Bogo", "Bogo"),
        ("Some Other Plugin", "your language plugin"),
        ("", "your language plugin"),
    ];
    for (name, expected) in cases {
        let context = Context {
            language_plugin: Some(name),
            ..bare(&paths)
        };
        for cause in [
            CauseId::LanguagePrefixRequired,
            CauseId::LanguagePrefixAdded,
            CauseId::LanguageRedirect,
        ] {
            assert!(
                all(&of(cause, &context)).contains(expected),
                "{name}: {}",
                cause.as_str()
            );
        }
    }
}

#[test]
fn servers_get_their_own_lines_and_an_unknown_one_gets_both() {
    let paths = push();
    let cases = [
        (None, true, true),
        (Some(ServerKind::Apache), true, false),
        (Some(ServerKind::LiteSpeed), true, false),
        (Some(ServerKind::Nginx), false, true),
        (Some(ServerKind::Iis), false, false),
    ];
    for (server, apache, nginx) in cases {
        let remedy = of(
            CauseId::RewriteNotServed,
            &Context {
                server,
                ..bare(&paths)
            },
        );
        assert_eq!(paste(&remedy, ".htaccess").is_some(), apache, "{server:?}");
        assert_eq!(paste(&remedy, "nginx").is_some(), nginx, "{server:?}");
        assert!(paste(&remedy, LETTER).is_some(), "{server:?}");
    }
}

#[test]
fn server_headers_name_the_server() {
    let cases = [
        ("Apache/2.4.62 (Debian)", Some(ServerKind::Apache)),
        ("nginx", Some(ServerKind::Nginx)),
        ("openresty/1.25.3.1", Some(ServerKind::Nginx)),
        ("LiteSpeed", Some(ServerKind::LiteSpeed)),
        ("Microsoft-IIS/10.0", Some(ServerKind::Iis)),
        ("cloudflare", None),
        ("not-apache", None),
        ("", None),
    ];
    for (header, expected) in cases {
        assert_eq!(ServerKind::from_header(header), expected, "{header}");
    }
}

#[test]
fn a_shop_in_a_folder_gets_its_own_paths() {
    let paths = vec![
        "/shop/wc-api/KCO_WC_Push/".to_owned(),
        "/shop/sv/wc-api/KCO_WC_Push/".to_owned(),
    ];
    let context = Context {
        home: "https://shop.example.com/shop/",
        home_path: "/shop/",
        ..bare(&paths)
    };
    let rules = all(&of(CauseId::RewriteNotServed, &context));
    assert!(
        rules.contains("RewriteBase /shop/\n")
            && rules.contains("RewriteRule . /shop/index.php [L]"),
        "{rules}"
    );
    let wall = all(&of(CauseId::LoginWall, &context));
    assert!(
        wall.contains("location ~ ^(/shop/wc-api/|/shop/sv/wc-api/) {"),
        "{wall}"
    );
    let letter = host_letter(CauseId::Blocked, &context, Language::En).unwrap();
    assert!(
        letter.contains("\nhttps://shop.example.com/shop/sv/wc-api/KCO_WC_Push/\n"),
        "{letter}"
    );
}

#[test]
fn redirects_are_told_apart() {
    let paths = push();
    let at = |home, location| {
        all(&of(
            CauseId::Redirected,
            &Context {
                home,
                location: Some(location),
                ..bare(&paths)
            },
        ))
    };
    let https = at(
        "http://shop.example.com/",
        "https://shop.example.com/wc-api/KCO_WC_Push/",
    );
    assert!(
        https.contains("begin with https://") && !https.contains(LETTER),
        "{https}"
    );
    let host = at(
        "https://shop.example.com/",
        "https://www.shop.example.com/wc-api/KCO_WC_Push/",
    );
    assert!(host.contains("sent on to www.shop.example.com."), "{host}");
    let slash = at("https://shop.example.com/", "/wc-api/KCO_WC_Push");
    assert!(
        slash.contains("rule about slashes") && slash.contains("[END]"),
        "{slash}"
    );
    let gate = at(
        "https://shop.example.com/",
        "https://shop.example.com/age-check/",
    );
    assert!(gate.contains("gates"), "{gate}");
}

#[test]
fn what_strangers_wrote_gets_into_no_rule() {
    let paths = vec!["/x\"; }\ninclude evil;\n/wc-api/X/".to_owned()];
    let hostile = Context {
        home: "https://evil.example\"'$(id)/x\n/",
        host: "evil.example\"'$(id)",
        home_path: "/x\"; }\ninclude evil;\n/",
        prefix: Some("{gateway}"),
        language_plugin: Some("{home}\u{0}"),
        location: Some("https://evil\"$(id)/wc-api/\r\nX: y"),
        status: Some(999),
        block_checkout: true,
        ..bare(&paths)
    };
    for (cause, server) in CauseId::ALL
        .iter()
        .flat_map(|cause| SERVERS.map(|server| (*cause, server)))
    {
        let remedy = of(cause, &Context { server, ..hostile });
        for Paste { label, text } in &remedy.pastes {
            if label != LETTER && !label.starts_with("Paths") {
                assert!(
                    !text.contains("include evil") && !text.contains("$(id)"),
                    "{label}: {text}"
                );
            }
        }
    }
}
