//! Security plugins of WordPress, besides Wordfence.

use super::prelude::*;

pub(super) const ROWS: &[Entry] = &[
    Entry {
        id: "solid-security-lockout",
        name: "Solid Security (iThemes, Kadence)",
        // In JSON its page comes with 500.
        statuses: &[403, 500],
        signs: &[
            strong(Body, Has("id=\"lockout_screen\"")),
            strong(Body, Has("lockout-container-primary")),
            prose(Body, Has("you have been locked out of this site")),
            weak(Title, Is("forbidden")),
            weak(Body, Has("/better-wp-security/core/templates/lockout/")),
        ],
        by_address: true,
        source: "better-wp-security 10.0.3 core/lockout.php; measured",
        remedy: &Remedy {
            steps: &[
                "In WordPress, open Security → Dashboard and release the lockout of the provider's address.",
                "In Security → Settings → Global Settings, add the provider's addresses to Authorized IPs.",
                "Look at Ban Users for User-Agents and at Firewall, Rules for the rule that matched; 404 detection also locks \
                 out callers whose address answers 404.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "solid-security-legacy",
        name: "iThemes Security, old version",
        signs: &[
            prose(Body, Is("error")),
            prose(Body, Is("<p>error</p>")),
            prose(Body, Is("<h1>error</h1>")),
            weak(Header("expires"), Has("11 jan 1984")),
        ],
        specificity: 2,
        by_address: true,
        source: "better-wp-security 10.0.3, default lockout message",
        remedy: &Remedy {
            steps: &[
                "In Security, release the lockout of the provider's address and add it to the authorized ones.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "aios-firewall-403",
        name: "All-In-One Security",
        signs: &[
            weak(Body, Blank),
            weak(Header("content-type"), Has("text/html")),
        ],
        needs: Never,
        specificity: 1,
        source: "all-in-one-wp-security-and-firewall 5.4.9",
        remedy: &AIOS,
        ..BASE
    },
    Entry {
        id: "aios-redirect-127",
        name: "All-In-One Security, blocked visitor",
        statuses: &[301, 302],
        signs: &[
            strong(Header("location"), Is("http://127.0.0.1")),
            strong(Header("location"), Is("http://127.0.0.1/")),
            strong(Header("location"), Is("https://127.0.0.1")),
            strong(Header("location"), Is("https://127.0.0.1/")),
        ],
        by_address: true,
        source: "all-in-one-wp-security-and-firewall 5.4.9 classes/wp-security-blocking.php; measured",
        remedy: &AIOS,
        ..BASE
    },
    Entry {
        id: "ninjafirewall",
        name: "NinjaFirewall",
        statuses: &[400, 403, 404, 406, 418, 500, 503],
        signs: &[
            strong(Title, Starts("ninjafirewall 4")),
            strong(Title, Starts("ninjafirewall 50")),
            strong(Title, Starts("ninjafirewall: 4")),
            strong(Title, Starts("ninjafirewall: 50")),
            prose(Body, Has("for security reasons, it was blocked and logged")),
            weak(Body, Has("your request cannot be processed")),
        ],
        source: "ninjafirewall 4.8.6 lib/firewall.php",
        remedy: &Remedy {
            steps: &[
                "In NinjaFirewall → Logs, find the call by the incident number of the page; in Rules Editor, disable the rule \
                 it names.",
                "Or let the callbacks through altogether: put the file below next to WordPress's folder, or above it.",
            ],
            pastes: &[Text(
                ".htninja",
                "<?php\nif (strpos($_SERVER[\"REQUEST_URI\"], \"/wc-api/\") !== false) { return \"ALLOW\"; }",
            )],
        },
        ..BASE
    },
    Entry {
        id: "shield-block",
        name: "Shield Security",
        statuses: &[403, 503],
        signs: &[
            prose(Title, Starts("access restricted | ")),
            prose(Title, Starts("request blocked by firewall | ")),
            prose(Title, Starts("site is under lockdown | ")),
            prose(Title, Starts("block username fishing | ")),
            prose(
                Body,
                Has("access from your ip address has been temporarily restricted"),
            ),
            prose(
                Body,
                Has("firewall terminated the request because it triggered a firewall rule"),
            ),
            prose(Body, Has("you were blocked by the shield")),
            prose(Body, Has("remaining transgression(s) against this site")),
            prose(
                Body,
                Has("something in the url, form or cookie data wasn't appropriate"),
            ),
            weak(Body, Has("restriction details")),
            weak(
                Body,
                Has("this website uses a security service to monitor requests"),
            ),
            weak(Body, Has("/shield-blockpage.bundle.")),
        ],
        source: "wp-simple-firewall 22.1.3 Render/FullPage/Block; measured",
        remedy: &Remedy {
            steps: &[
                "In Shield → IPs & Bots → IP Rules, put the provider's addresses on the bypass list.",
                "In Shield → Zones → Firewall, whitelist the page /wc-api/ with * as parameter.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "shield-rate-limit",
        name: "Shield Security, rate limit",
        means: RateLimited,
        statuses: &[429, 503],
        signs: &[
            prose(
                Body,
                Has("there have been too many requests from your ip address"),
            ),
            prose(
                Body,
                Has("you have exceeded the site's traffic rate limiting parameters"),
            ),
            weak(Title, Has("access restricted |")),
        ],
        specificity: 5,
        source: "wp-simple-firewall 22.1.3 BlockTrafficRateLimitExceeded.php",
        remedy: &Remedy {
            steps: &[
                "In Shield → Zones → Traffic, raise the rate limit, or put the provider's addresses on the bypass list.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "wp-cerber",
        name: "WP Cerber",
        signs: &[
            prose(Body, Has("we're sorry, you are not allowed to proceed")),
            weak(Title, Has("403 access forbidden")),
            weak(Body, Has("requests from spam posting software")),
            weak(Body, Has("denied by a security policy")),
        ],
        source: "published pages of three versions",
        remedy: &Remedy {
            steps: &[
                "In WP Cerber → Traffic Inspector → Request whitelist, and in Anti-spam, Query whitelist, add the line below.",
                "In Access Lists, add the provider's addresses to the White IP Access List.",
            ],
            pastes: &[Text(
                "WP Cerber, Request whitelist (braces mean a pattern)",
                "{/wc-api/}",
            )],
        },
        ..BASE
    },
    Entry {
        id: "malcare-403",
        name: "MalCare, BlogVault",
        signs: &[
            strong(Body, Has("<p>blocked because of malicious activities</p>")),
            prose(Body, Has("blocked because of malicious activities")),
            weak(Body, Has(" firewall</p>")),
            weak(Body, Has("reference id: ")),
            weak(Cookie("mc_"), Any),
        ],
        source: "malcare-security 5.77 protect/fw.php",
        remedy: &Remedy {
            steps: &[
                "In the MalCare dashboard, your site, Security, Firewall, Traffic log, find the call and allow its address.",
                "If addresses change, ask MalCare's support to exempt /wc-api/.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "malcare-login-403",
        name: "MalCare login protection",
        signs: &[
            strong(Body, Has("login protection</h2><h3>powered by</h3>")),
            weak(Body, Has("you are barred from logging into this site")),
        ],
        by_address: true,
        source: "malcare-security 5.77 protect/lp.php",
        remedy: &Remedy {
            steps: &[
                "By itself it guards the login only; on a callback the address is on the block list. Take it off in MalCare, \
                 Firewall, IPs.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "patchstack-403",
        name: "Patchstack",
        signs: &[
            prose(Body, Has("this request has been blocked by patchstack")),
            prose(
                Body,
                Then("class=\"access-denied\">", 2000, "patchstack.com"),
            ),
            weak(Title, Has("access denied")),
            weak(Body, Has("error code ")),
            weak(Header("x-content-type-options"), Has("nosniff")),
        ],
        source: "patchstack includes/firewall.php",
        remedy: &Remedy {
            steps: &[
                "In the Patchstack app, your site, Hardening or Firewall, Whitelist, add a rule of type URL with the value \
                 below. Error codes 22 to 24 on the page mean a ban of the address or country, other numbers a rule.",
            ],
            pastes: &[Text("Patchstack, whitelist, URL", "/wc-api/")],
        },
        ..BASE
    },
    Entry {
        id: "stop-bad-bots-403",
        name: "Stop Bad Bots",
        signs: &[weak(Body, Blank), weak(Header("connection"), Has("close"))],
        needs: Never,
        specificity: 1,
        source: "stopbadbots",
        remedy: &Remedy {
            steps: &[
                "In Stop Bad Bots → Settings → Whitelist, add the provider's addresses and a part of its User-Agent.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "bbq-403",
        name: "BBQ Firewall (Block Bad Queries)",
        signs: &[weak(Body, Blank), weak(Header("connection"), Has("close"))],
        needs: Never,
        specificity: 1,
        source: "block-bad-queries",
        remedy: &Remedy {
            steps: &[
                "The free version has no exceptions: deactivate it, or remove the pattern that matches with its filters \
                 request_uri_items, query_string_items or user_agent_items. BBQ Pro has an exclusion box.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "hmwp-ghost-403",
        name: "WP Ghost (Hide My WP)",
        signs: &[
            strong(Body, Has("<meta<head><title>403 forbidden")),
            // One word apart from Apache's page.
            prose(Body, Has("you don't have the permission to access")),
            prose(Body, Has("this ip was blocked for security reasons")),
            prose(Title, Has("this request was blocked for security reasons")),
            weak(Body, Has("<h1>forbidden</h1>")),
        ],
        source: "hide-my-wp models/Rewrite.php",
        remedy: &Remedy {
            steps: &[
                "In WP Ghost → Firewall → Whitelist, add the path below, and the provider's addresses.",
            ],
            pastes: &[Text("WP Ghost, whitelisted paths", "/wc-api/")],
        },
        ..BASE
    },
    Entry {
        id: "defender-403",
        name: "Defender",
        signs: &[
            strong(Body, Has("class=\"wp-defender\"")),
            strong(Body, Has("locked_page_header")),
            strong(Cookie("wpdef_lockout_"), Any),
            prose(
                Body,
                Has("the administrator has blocked your ip from accessing this website"),
            ),
            weak(Header("clear-site-data"), Has("\"cache\"")),
            weak(Body, Has("locked out due to too many 404 requests")),
        ],
        source: "defender-security 6.1.0 src/view/ip-lockout/locked.php; measured",
        remedy: &Remedy {
            steps: &[
                "In Defender → Firewall → User Agent Banning, see whether the provider's User-Agent, or an empty one, is banned.",
                "In IP Banning, add the provider's addresses to the allow list; in 404 Detection, exclude /wc-api/; turn the \
                 AntiBot Global Firewall off if it names the address.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "secupress-block",
        name: "SecuPress",
        statuses: &[403, 405, 503],
        signs: &[
            strong(Body, Then("<h1>secupress</h1>", 8, "<h2>")),
            prose(Body, Has("logged details:")),
            weak(
                Body,
                Has("you are not allowed to access the requested page"),
            ),
            weak(Body, Has("support id:")),
        ],
        source: "secupress free/functions/common.php",
        remedy: &Remedy {
            steps: &[
                "The page names its reason. In SecuPress → Firewall, look at bad User-Agents, bad URL contents and request methods (405 means the method).",
                "In SecuPress → Logs, take the provider's address off the banned ones and whitelist it.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "sg-security-403",
        name: "Security Optimizer (SiteGround)",
        signs: &[
            prose(Title, Has("restricted access")),
            prose(
                Body,
                Then(
                    "t have access to this page",
                    4,
                    "please contact the administrator of this website",
                ),
            ),
            // Its own page in any language: the drawings have titles. SiteGround's servers may use the same drawings.
            strong(Title, Is("400_401_403_bgr")),
            strong(Body, Has("abstract-half-dot--circle")),
            weak(Body, Has("wp-die-message")),
            weak(Header("expires"), Has("11 jan 1984")),
            weak(Body, Has("error--shape__clouds")),
        ],
        needs: StrongAndWeak,
        by_address: true,
        source: "sg-security core/Block_Service, core/Helper, templates/error.php; measured",
        remedy: &Remedy {
            steps: &["In SG Security → Activity Log → Blocked, unblock the provider's address."],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "jetpack-waf-403",
        name: "Jetpack Firewall",
        signs: &[
            proof(Header("x-jetpackwaf-blocked"), Any),
            prose(Body, Early(16, " - reason ")),
        ],
        specificity: 5,
        source: "jetpack-waf src/class-waf-runtime.php",
        remedy: &Remedy {
            steps: &[
                "In Jetpack → Settings → Security → Firewall, add the provider's addresses to those that are always allowed, or \
                 turn the automatic rules off.",
                "The number in the X-JetpackWAF-Blocked header is the rule, should you ask Jetpack's support.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "bulletproof-403",
        name: "BulletProof Security",
        statuses: &[400, 403, 405, 410],
        signs: &[
            strong(Body, Has("id=\"bpsmessage\"")),
            prose(Body, Then("bps plugin ", 4, "error page")),
            weak(
                Body,
                Has("if you arrived here due to a search or clicking on a link"),
            ),
        ],
        source: "bulletproof-security 403.php",
        remedy: &Remedy {
            steps: &[
                "In BPS Security, htaccess Core, Custom Code, \"Plugin/Theme skip/bypass rules\", add the lines below (the \
                 number after S= must be that of the rules that follow), save, and activate Root folder BulletProof Mode \
                 again.",
                "Or take the provider's User-Agent out of the Query String Exploits list.",
            ],
            pastes: &[Text(
                "BulletProof, custom code",
                "RewriteCond %{REQUEST_URI} /wc-api/ [NC]\nRewriteRule . - [S=13]",
            )],
        },
        ..BASE
    },
    Entry {
        id: "wp-hide-404",
        name: "WP Hide & Security Enhancer",
        statuses: &[404],
        signs: &[weak(Body, Has("wph-throw-404"))],
        needs: Never,
        specificity: 1,
        source: "wp-hide-security-enhancer",
        remedy: &Remedy {
            steps: &[
                "In WP Hide, do not rename or block addresses that WooCommerce uses; then save the permalinks again.",
            ],
            pastes: &[],
        },
        ..BASE
    },
];

const AIOS: Remedy = Remedy {
    steps: &[
        "In WP Security → Dashboard → Locked IPs and Permanent block list, release the provider's address: 404 detection and the \
         cookie-based login guard put callers there.",
        "In WP Security → Firewall → Block & allow lists, add the provider's addresses to the allow list.",
        "Under PHP rules, turn off the ban of POST requests with a blank User-Agent and referrer; under 6G, the block of \
         User-Agents.",
    ],
    pastes: &[],
};
