//! Answers that no firewall sends: passwords, errors, WordPress's own pages.

use super::prelude::*;

const BASE: Entry = Entry {
    kind: Kind::NotFirewall,
    ..super::prelude::BASE
};

/// WordPress's page for errors, which also stands in JSON answers.
const WP_DIE: Sign = weak(Body, Has("wp-die-message"));
const NO_CACHE: Sign = weak(Header("expires"), Has("11 jan 1984"));
/// Pages that come before WordPress knows its language name none.
const EARLY: Sign = weak(Body, Has("<html dir='ltr'>"));

const HANDLED_EARLIER: &str = "It acts on pages only, after WooCommerce has answered its callbacks. Seeing it here means that \
    WooCommerce did not know the callback's address: check that WooCommerce and the payment plugin are active, then save \
    Settings, Permalinks once.";

pub(super) const ROWS: &[Entry] = &[
    Entry {
        id: "http-basic-auth",
        name: "Password of the web server",
        means: LoginWall,
        statuses: &[401],
        signs: &[
            strong(Header("www-authenticate"), Starts("basic")),
            strong(Header("www-authenticate"), Starts("digest")),
            prose(Title, Is("401 authorization required")),
            prose(Title, Is("401 unauthorized")),
            weak(Body, Has("authorization required")),
        ],
        specificity: 3,
        remedy: &Remedy {
            steps: &[
                "The site asks for a password, which the provider's servers do not have. If this is no test site any more, \
                 switch the password protection off at your host.",
                "If it must stay, take the callbacks out of it with the lines below.",
            ],
            pastes: &[
                Text("Apache: at the end of .htaccess", "{apache_open}"),
                Text(
                    "nginx: in the server block, above other locations, with your own fastcgi_pass",
                    "{nginx_open}",
                ),
            ],
        },
        ..BASE
    },
    Entry {
        id: "wp-critical-error-500",
        name: "WordPress critical error",
        means: ServerError,
        statuses: &[500],
        signs: &[
            prose(Body, Has("there has been a critical error on this website")),
            prose(Body, Then("wp-die-message", 400, "faq-troubleshooting")),
            prose(Body, Has("\"status\":500,\"error\":{\"type\":")),
            prose(Body, Has("kritiskt fel på webbplatsen")),
            prose(Body, Has("kritischen fehler auf ")),
            prose(Body, Has("kritieke fout voorgedaan op ")),
            prose(Body, Has("kritisk feil på dette nettstedet")),
            prose(Body, Has("erreur critique sur ce site")),
            prose(Body, Has("error crítico en est")),
            weak(Body, Has("\"code\":\"internal_server_error\"")),
            WP_DIE,
            weak(Title, Starts("wordpress &rsaquo;")),
        ],
        source: "WordPress wp-includes/class-wp-fatal-error-handler.php",
        remedy: &Remedy {
            steps: &[
                "A plugin or theme crashes on this call. In WordPress, open WooCommerce → Status → Logs and read the newest fatal-errors log: it \
                 names the file, and so the plugin.",
                "If there is none, ask your host for the PHP error log at the time of the call.",
                "Update or deactivate that plugin, then check again.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "wp-db-error-500",
        name: "WordPress without its database",
        means: ServerError,
        statuses: &[500],
        signs: &[
            prose(Body, Has("error establishing a database connection")),
            prose(Body, Has("fehler beim aufbau einer datenbankverbindung")),
            prose(Body, Has("fout bij het maken van een databaseverbinding")),
            prose(
                Body,
                Has("erreur lors de la connexion à la base de données"),
            ),
            prose(
                Body,
                Has("error al establecer una conexión con la base de datos"),
            ),
            weak(Title, Is("database error")),
            // The heading alone, in any language.
            weak(Body, Has("wp-die-message\"><h1>")),
            weak(Body, Has("{\"code\":\"wp_die\",\"message\":\"<h1>")),
            weak(Body, Has("</h1></div></body>")),
            weak(Body, Has("</h1>\",\"data\":{\"status\":500}")),
            NO_CACHE,
            EARLY,
        ],
        needs: StrongOrWeak(3),
        source: "WordPress wp-includes/functions.php",
        remedy: &Remedy {
            steps: &[
                "The database is down, full, or refuses WordPress's password. Tell your host the time of the call.",
                "If the shop was moved lately, compare the DB_ lines of wp-config.php with what your host says.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "redis-down",
        name: "Redis object cache",
        means: ServerError,
        statuses: &[500, 503],
        signs: &[
            prose(Body, Has("error establishing a redis connection")),
            prose(Body, Has("to disable redis, delete the ")),
            WP_DIE,
            NO_CACHE,
        ],
        specificity: 5,
        source: "redis-cache includes/object-cache.php; measured",
        remedy: &Remedy {
            steps: &[
                "WordPress keeps its object cache in Redis, which does not answer. Ask your host to start Redis, and to compare \
                 the WP_REDIS_ lines of wp-config.php with where it runs.",
                "Until it runs, delete or rename the file object-cache.php in wp-content: the shop is slower without it, and \
                 works.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "php-fatal",
        name: "PHP error in the page",
        means: ServerError,
        statuses: &[200, 500],
        signs: &[
            prose(Body, Early(2000, "<b>fatal error</b>:")),
            prose(Body, Early(2000, "<b>parse error</b>:")),
            prose(Body, Starts("php fatal error:")),
            prose(Body, Starts("fatal error:")),
            prose(Body, Starts("php parse error:")),
            prose(Body, Starts("parse error:")),
            weak(Body, Has("stack trace:")),
            weak(Body, Has(" on line ")),
        ],
        specificity: 3,
        source: "woocommerce issue 20565",
        remedy: &Remedy {
            steps: &[
                "The file in the message names the plugin that crashes. Update or deactivate it, then check again.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "http-520-class-host-502",
        name: "Web server without PHP (502, 503, 504)",
        means: ServerError,
        statuses: &[502, 503, 504],
        signs: &[
            prose(Title, Is("502 bad gateway")),
            prose(Title, Is("503 service unavailable")),
            prose(Title, Is("503 service temporarily unavailable")),
            prose(Title, Is("504 gateway timeout")),
            prose(Title, Is("504 gateway time-out")),
            weak(Body, Has("<center>nginx")),
            weak(Body, Has("<address>apache")),
        ],
        specificity: 1,
        source: "WhatWaf issue 27; measured",
        remedy: &Remedy {
            steps: &[
                "The web server runs, PHP behind it does not answer: it is overloaded, stopped, or slower than the server \
                 waits. Tell your host the time of the call.",
                "If only callbacks are slow, look for plugins that send mail or call other services when an order changes.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "varnish-503",
        name: "Varnish without a server behind it",
        means: ServerError,
        statuses: &[503],
        signs: &[
            prose(Body, Has("guru meditation")),
            weak(Body, Has("backend fetch failed")),
            weak(Header("x-varnish"), Any),
        ],
        remedy: &Remedy {
            steps: &[
                "The cache in front cannot reach the web server, or waited too long for it. Tell your host the time of the \
                 call and the XID on the page.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "rest-blocked-401",
        name: "REST closed to guests",
        kind: Kind::Plugin,
        means: RestLocked,
        statuses: &[401, 403],
        signs: &[
            strong(Body, Then("\"rest_cannot_access\"", 2, "\"message\":")),
            strong(Body, Then("\"rest_unauthorized\"", 2, "\"message\":")),
            strong(Body, Then("\"rest_login_required\"", 2, "\"message\":")),
            strong(Body, Then("\"rest_disabled\"", 2, "\"message\":")),
            strong(Body, Then("\"rest_forbidden_access\"", 2, "\"message\":")),
            strong(
                Body,
                Then(
                    "\"forbidden\"",
                    2,
                    "\"message\":\"access forbidden to non-logged",
                ),
            ),
            prose(
                Body,
                Has("only authenticated users can access the rest api"),
            ),
            weak(Header("content-type"), Has("application/json")),
        ],
        specificity: 3,
        source: "disable-json-api, wp-force-login, really-simple-ssl",
        remedy: &Remedy {
            steps: &[
                "This stops only callbacks below /wp-json/. In the plugin that closes the REST API (Disable REST API, Force \
                 Login, Password Protected, Really Simple Security), let guests use the payment plugin's part of it.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "redirect-to-login",
        name: "Redirect to the login page",
        means: Redirected,
        statuses: &[301, 302],
        signs: &[
            prose(Header("location"), Has("/wp-login.php")),
            prose(Header("location"), Then("/my-account", 60, "redirect")),
        ],
        specificity: 2,
        after_dispatcher: true,
        source: "wp-force-login",
        remedy: &Remedy {
            steps: &[
                "A plugin sends guests to the login page.",
                HANDLED_EARLIER,
                "A membership plugin that acts earlier needs an exception for addresses with /wc-api/.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "password-protected-302",
        name: "Password Protected",
        means: LoginWall,
        statuses: &[200, 302],
        signs: &[
            strong(Header("location"), Has("password-protected=login")),
            strong(Address, Has("password-protected=login")),
            strong(Body, Has("login-password-protected")),
            weak(Cookie("wordpress_test_cookie"), Any),
        ],
        after_dispatcher: true,
        source: "password-protected",
        remedy: &Remedy {
            steps: &[
                HANDLED_EARLIER,
                "If the shop is open for business, turn Password Protected off in its settings.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "wp-login-form-200",
        name: "Login page of WordPress",
        means: LoginWall,
        statuses: &[200],
        signs: &[
            strong(Body, Has("id=\"loginform\"")),
            weak(Body, Has("name=\"log\"")),
            weak(Title, Has("log in")),
            weak(Address, Has("/wp-login.php")),
        ],
        needs: StrongAndWeak,
        specificity: 2,
        source: "WordPress wp-login.php",
        remedy: &Remedy {
            steps: &[
                "The call was redirected to the login page. Find the plugin that asks guests to log in.",
                HANDLED_EARLIER,
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "wpcom-private",
        name: "WordPress.com site that is private",
        means: LoginWall,
        statuses: &[200, 302, 403],
        signs: &[
            strong(Title, Is("private site")),
            prose(Body, Has("wpcom-coming-soon")),
            prose(Body, Has("jetpack-private")),
            prose(Body, Has("private site</h1>")),
            weak(Header("host-header"), Has("wordpress.com")),
            weak(Header("x-ac"), Any),
        ],
        specificity: 3,
        remedy: &Remedy {
            steps: &[
                "In WordPress.com, Settings, General, launch the site or set its privacy to Public.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "host-suspended",
        name: "Suspended hosting account",
        means: ServerError,
        statuses: &[200, 302, 403, 503, 509],
        signs: &[
            strong(Header("location"), Has("/cgi-sys/suspendedpage.cgi")),
            strong(Address, Has("/cgi-sys/suspendedpage.cgi")),
            prose(Title, Starts("account suspended")),
            prose(Title, Starts("this account has been suspended")),
            weak(Body, Has("contact your hosting provider")),
        ],
        specificity: 3,
        source: "cPanel",
        remedy: &Remedy {
            steps: &["Your host has suspended the account. Settle that with your host first."],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "sucuri-plugin",
        name: "Sucuri Security plugin",
        statuses: &[],
        needs: Never,
        specificity: 1,
        source: "sucuri-scanner",
        remedy: &Remedy {
            steps: &[
                "The plugin itself refuses no callbacks; Sucuri's separate cloud firewall may.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "limit-login-attempts",
        name: "Limit Login Attempts Reloaded, Loginizer",
        statuses: &[],
        needs: Never,
        specificity: 1,
        source: "limit-login-attempts-reloaded",
        remedy: &Remedy {
            steps: &["It touches only logins, never callbacks."],
            pastes: &[],
        },
        ..BASE
    },
];
