//! Whatever is known or not, a remedy is there, is complete, and pastes nothing that a stranger wrote.

mod products;

use super::*;
use crate::gateway::Right;
use crate::report::Paste;
use crate::shop::Url;

const LETTER: &str = "Message to your host";

/// Addresses to let through: `*` at the end goes on, and what stands behind `?` is the argument.
pub(super) fn opens(addresses: &[&str]) -> Vec<Open> {
    let one = |address: &&str| {
        let bare = address.trim_end_matches('*');
        let (path, argument) = match bare.split_once('?') {
            Some((path, argument)) => (path, Some(argument.to_owned())),
            None => (bare, None),
        };
        Open {
            path: path.to_owned(),
            argument,
            goes_on: bare != *address,
        }
    };
    addresses.iter().map(one).collect()
}

pub(super) fn bare(open: &[Open]) -> Context<'_> {
    Context {
        case: None,
        note: None,
        home: "https://shop.example.com/",
        host: "shop.example.com",
        home_path: "/",
        open,
        url: "https://shop.example.com/wc-api/KCO_WC_Push/",
        expected: None,
        test: Some(Test {
            method: Method::Post,
            url: "https://shop.example.com/wc-api/KCO_WC_Push/",
            right: Right::Plugin,
        }),
        prefix: None,
        language_plugin: None,
        gateway: "Kustom Checkout",
        known: Some(crate::gateway::ASSUMED),
        user_agent: crate::probe::PROVIDER_USER_AGENT,
        blocker: None,
        redirect: None,
        answer: None,
        server: None,
        block_checkout: false,
    }
}

fn push() -> Vec<Open> {
    opens(&["/wc-api/KCO_WC_Push/"])
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

const SERVERS: [Option<ServerKind>; 7] = [
    None,
    Some(ServerKind::Apache),
    Some(ServerKind::Nginx),
    Some(ServerKind::LiteSpeed),
    Some(ServerKind::Iis),
    Some(ServerKind::Caddy),
    Some(ServerKind::Lighttpd),
];

fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Response {
    Response {
        status,
        headers: headers.iter().copied().collect(),
        body: body.to_owned(),
        ..Response::default()
    }
}

/// A redirect from the shop's callback, as a plugin made it that gives this name.
fn moved(home: &str, to: &str, by: Option<&str>) -> Redirect {
    let from = Url::parse(&[home, "wc-api/KCO_WC_Push/"].concat()).unwrap();
    Redirect {
        status: Some(301),
        to: from.join(to),
        by: by.map(str::to_owned),
    }
}

#[test]
fn every_cause_has_steps_whatever_is_known() {
    let paths = [vec![], push(), opens(&["/wc-api/X/", "/sv/wc-api/X/"])];
    let to_www = moved(
        "https://shop.example.com/",
        "https://www.shop.example.com/wc-api/X/",
        None,
    );
    let refused = response(403, &[], "");
    for cause in CauseId::ALL {
        for (paths, server) in paths
            .iter()
            .flat_map(|paths| SERVERS.map(|server| (paths, server)))
        {
            let full = Context {
                server,
                prefix: Some("sv"),
                language_plugin: Some("Polylang"),
                redirect: Some(&to_www),
                answer: Some(&refused),
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
        (CauseId::Healthy, "Scheduled Actions"),
        (CauseId::Undetermined, "curl.exe -sS -i -X POST"),
        (CauseId::RestLocked, "/wp-json/"),
        (CauseId::CachedCallback, "fastcgi_no_cache"),
        (CauseId::RateLimited, "limit_req_zone"),
        (CauseId::LoginWall, "auth_basic off;"),
        (CauseId::PostRefused, "Content-Type"),
        (CauseId::CallerBlocked, "APIs-Klarna"),
        (CauseId::Blocked, "Ask its support."),
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
fn servers_get_their_own_lines_and_an_unknown_one_gets_the_choice() {
    let paths = push();
    let all_rules = [
        ".htaccess in",
        "nginx: server",
        "Caddy: ",
        "lighttpd: ",
        "IIS with",
    ];
    let cases: [(Option<ServerKind>, &[usize], &str); 7] = [
        (None, &[0, 1, 2, 3, 4], "do not say which"),
        (Some(ServerKind::Apache), &[0], "mod_rewrite"),
        (Some(ServerKind::LiteSpeed), &[0], "graceful restart"),
        (Some(ServerKind::Nginx), &[1], "On nginx"),
        (Some(ServerKind::Caddy), &[2], "On Caddy"),
        (Some(ServerKind::Lighttpd), &[3], "On lighttpd"),
        (Some(ServerKind::Iis), &[4], "On IIS"),
    ];
    for (server, rules, step) in cases {
        let context = Context {
            server,
            ..bare(&paths)
        };
        let remedy = of(CauseId::RewriteNotServed, &context);
        for (number, label) in all_rules.iter().enumerate() {
            assert_eq!(
                paste(&remedy, label).is_some(),
                rules.contains(&number),
                "{server:?}: {label}"
            );
        }
        assert!(
            remedy.steps.iter().any(|s| s.contains(step)),
            "{server:?}: {:?}",
            remedy.steps
        );
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
        ("Caddy", Some(ServerKind::Caddy)),
        ("lighttpd/1.4.69", Some(ServerKind::Lighttpd)),
        ("cloudflare", None),
        ("Varnish", None),
        ("not-apache", None),
        ("", None),
    ];
    for (header, expected) in cases {
        assert_eq!(ServerKind::from_header(header), expected, "{header}");
    }
}

#[test]
fn a_shop_in_a_folder_gets_its_own_paths() {
    let paths = opens(&["/shop/wc-api/KCO_WC_Push/", "/shop/sv/wc-api/KCO_WC_Push/"]);
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
        wall.contains("location ~ ^(/shop/wc-api/KCO_WC_Push/?$|/shop/sv/wc-api/KCO_WC_Push/?$) {"),
        "{wall}"
    );
    let letter = host_letter(CauseId::Blocked, &context, Language::En).unwrap();
    assert!(
        letter.contains("\nhttps://shop.example.com/shop/sv/wc-api/KCO_WC_Push/\n"),
        "{letter}"
    );
}

/// Where the callback is sent, the name in `X-Redirect-By`, what a step says, and whether lines for the server and the
/// message to the host are offered.
#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases is long")]
fn redirects_are_told_apart() {
    let paths = push();
    let shop = "https://shop.example.com/";
    let callback = "https://shop.example.com/wc-api/KCO_WC_Push/";
    let cases: &[(&str, Option<&str>, &str, bool, bool)] = &[
        (
            "https://www.shop.example.com/wc-api/KCO_WC_Push/",
            None,
            "Now the call is sent on to www.shop.example.com.",
            true,
            true,
        ),
        (
            "/wc-api/KCO_WC_Push",
            None,
            "rule about slashes",
            true,
            true,
        ),
        (
            "/",
            None,
            "Find the rule that sends callers away",
            true,
            true,
        ),
        (
            "https://shop.example.de/",
            None,
            "sent on to shop.example.de, another site",
            true,
            true,
        ),
        (
            "https://auth.example.com/?rd=x&rm=POST",
            None,
            "auth.example.com asks every caller to log in",
            false,
            true,
        ),
        (
            "https://x.cloudflareaccess.com/cdn-cgi/access/login",
            None,
            "policy Bypass",
            false,
            true,
        ),
        ("/age-check/", None, "such as age", false, true),
        (
            "/wp-login.php?redirect_to=x",
            None,
            "the shop's login",
            false,
            true,
        ),
        (callback, None, "X-Forwarded-Proto", false, true),
        (
            "http://shop.example.com/wc-api/KCO_WC_Push/",
            None,
            "X-Forwarded-Proto",
            false,
            true,
        ),
        (
            "/wc-api/KCO_WC_Push",
            Some("redirection"),
            "Tools → Redirection",
            false,
            false,
        ),
        (
            "/",
            Some("redirection"),
            "Tools → Redirection",
            false,
            false,
        ),
        (
            "/",
            Some("Yoast SEO Premium"),
            "Yoast SEO → Redirects",
            false,
            false,
        ),
        (
            "/",
            Some("Rank Math"),
            "Rank Math SEO → Redirections",
            false,
            false,
        ),
        (
            "/",
            Some("Safe Redirect Manager"),
            "Tools → Redirect Manager",
            false,
            false,
        ),
        (
            "/",
            Some("Permalink Manager"),
            "Tools → Permalink Manager",
            false,
            false,
        ),
        (
            "/",
            Some("Polylang Pro"),
            "Languages → Settings",
            false,
            false,
        ),
        ("/", Some("WPML"), "Language URL format", false, false),
        (
            "/",
            Some("TranslatePress"),
            "TranslatePress → General",
            false,
            false,
        ),
        (
            "/",
            Some("Some Redirector"),
            "Some Redirector made this redirect",
            false,
            false,
        ),
        ("/", Some("WordPress"), "gives no name", false, false),
        ("/", Some("WooCommerce"), "gives no name", false, false),
        ("/", Some(""), "gives no name", false, false),
        (
            "/wc-api/KCO_WC_Push",
            Some("WordPress"),
            "gives no name",
            false,
            false,
        ),
        (
            "https://www.shop.example.com/",
            Some("WordPress"),
            "Settings → General",
            false,
            false,
        ),
    ];
    for (to, by, step, server, letter) in cases {
        let redirect = moved(shop, to, *by);
        let context = Context {
            redirect: Some(&redirect),
            ..bare(&paths)
        };
        let remedy = of(CauseId::Redirected, &context);
        let text = all(&remedy);
        assert!(text.contains(step), "{to} {by:?}: {text}");
        let lines = paste(&remedy, ".htaccess").or_else(|| paste(&remedy, "nginx"));
        assert_eq!(lines.is_some(), *server, "{to} {by:?}: {text}");
        assert_eq!(
            paste(&remedy, LETTER).is_some(),
            *letter,
            "{to} {by:?}: {text}"
        );
    }
    let home = "http://shop.example.com/";
    let redirect = moved(home, callback, None);
    let https = all(&of(
        CauseId::Redirected,
        &Context {
            home,
            url: "http://shop.example.com/wc-api/KCO_WC_Push/",
            redirect: Some(&redirect),
            ..bare(&paths)
        },
    ));
    assert!(
        https.contains("begin with https://") && !https.contains(LETTER),
        "{https}"
    );
}

#[test]
fn a_redirect_from_a_cache_begins_with_emptying_it() {
    let paths = push();
    let redirect = moved("https://shop.example.com/", "/", Some("redirection"));
    let cases: &[(&[(&str, &str)], bool)] = &[
        (&[("x-varnish", "32770 4"), ("age", "0")], true),
        (&[("age", "120")], true),
        (&[("x-cache", "HIT")], true),
        (&[("x-varnish", "32770"), ("x-cache", "MISS")], false),
    ];
    for (headers, cached) in cases {
        let answer = response(301, headers, "");
        let context = Context {
            redirect: Some(&redirect),
            answer: Some(&answer),
            ..bare(&paths)
        };
        let steps = of(CauseId::Redirected, &context).steps;
        assert_eq!(
            steps[0].contains("Empty every cache"),
            *cached,
            "{headers:?}"
        );
        assert!(
            steps
                .iter()
                .any(|step| step.contains("Tools → Redirection")),
            "{steps:?}"
        );
    }
}

#[test]
fn logs_of_the_shop_are_for_what_the_shop_wrote() {
    let paths = push();
    let cases = [
        (
            response(
                502,
                &[("server", "nginx")],
                "<html><head><title>502 Bad Gateway</title>",
            ),
            false,
        ),
        (
            response(
                503,
                &[],
                "<h1>503 Service Unavailable</h1>No server is available",
            ),
            false,
        ),
        (response(504, &[], ""), false),
        (response(522, &[("server", "cloudflare")], ""), false),
        (response(500, &[], ""), true),
        (
            response(
                503,
                &[("link", "<https://x/>; rel=\"https://api.w.org/\"")],
                "x",
            ),
            true,
        ),
    ];
    for (answer, shop) in cases {
        let context = Context {
            answer: Some(&answer),
            ..bare(&paths)
        };
        let text = all(&of(CauseId::ServerError, &context));
        assert_eq!(
            text.contains("WooCommerce → Status → Logs"),
            shop,
            "{answer:?}"
        );
        assert_eq!(text.contains("a server in front"), !shop, "{answer:?}");
    }
}

#[test]
fn an_interface_that_wants_a_key_gets_no_steps_for_a_password_dialog() {
    let paths = push();
    let json = [("content-type", "application/json")];
    let dialog = [
        ("content-type", "application/json"),
        ("www-authenticate", "Basic realm=\"x\""),
    ];
    let cases = [
        (response(401, &json, "{\"message\":\"Unauthorized\"}"), true),
        (response(401, &[], "{\"code\":401}"), true),
        (response(401, &dialog, "{}"), false),
        (response(401, &[], "<h1>Unauthorized</h1>"), false),
    ];
    for (answer, key) in cases {
        let context = Context {
            answer: Some(&answer),
            ..bare(&paths)
        };
        let remedy = of(CauseId::LoginWall, &context);
        assert_eq!(all(&remedy).contains("asks for a key"), key, "{answer:?}");
        assert_eq!(all(&remedy).contains("auth_basic off"), !key, "{answer:?}");
    }
}

#[test]
fn what_strangers_wrote_gets_into_no_rule() {
    let hostile = [
        "/x\"; }\ninclude evil;\n/wc-api/X/",
        "/.*|/wc-api/X/",
        "/(a)|[b]{c}^$+?/wc-api/X/",
        "/%CD%AA/$(id)/wc-api/X/",
        "/a b'c`d/wc-api/X/",
    ];
    let evil = [
        "include evil",
        "$(id)",
        ".*|",
        "(a)|",
        "%CD",
        "a b",
        "evil.example\"",
    ];
    for path in hostile {
        let paths = [path.to_owned()];
        let home = path.trim_end_matches("wc-api/X/");
        let redirect = moved(
            "https://shop.example.com/",
            "https://evil.example/wc-api/",
            Some("x"),
        );
        let open: Vec<Open> = paths
            .iter()
            .map(|path| Open {
                path: path.clone(),
                argument: None,
                goes_on: false,
            })
            .collect();
        let hostile = Context {
            home: "https://evil.example\"'$(id)/x\n/",
            host: "evil.example\"'$(id)",
            home_path: home,
            prefix: Some("{gateway}"),
            language_plugin: Some("{home}\u{0}"),
            redirect: Some(&redirect),
            block_checkout: true,
            ..bare(&open)
        };
        let check = |remedy: &Remedy, what: &str| {
            for Paste { label, text } in &remedy.pastes {
                let command =
                    label == LETTER || ["Linux, macOS", "Windows"].contains(&label.as_str());
                for evil in evil {
                    assert!(command || !text.contains(evil), "{what}: {label}: {text}");
                }
            }
        };
        for (cause, server) in CauseId::ALL
            .iter()
            .flat_map(|cause| SERVERS.map(|server| (*cause, server)))
        {
            check(&of(cause, &Context { server, ..hostile }), cause.as_str());
        }
        for entry in crate::blocker::entries() {
            let context = Context {
                blocker: Some(BlockerRemedy::of(entry)),
                ..hostile
            };
            check(&of(CauseId::Blocked, &context), entry.id);
        }
    }
}

#[test]
fn a_dot_in_a_path_is_a_dot_in_an_expression() {
    let paths = opens(&["/my.shop/wc-api/KCO_WC_Push/"]);
    let context = Context {
        blocker: crate::blocker::entry("modsecurity-406").map(BlockerRemedy::of),
        home_path: "/my.shop/",
        ..bare(&paths)
    };
    let text = all(&of(CauseId::Blocked, &context));
    assert!(
        text.contains(r#"<LocationMatch "^/my\.shop/wc-api/KCO_WC_Push/">"#),
        "{text}"
    );
}
