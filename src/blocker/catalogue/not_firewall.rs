//! Answers that no firewall sends: maintenance, passwords, errors.

use super::prelude::*;

const BASE: Entry = Entry {
    kind: Kind::NotFirewall,
    ..super::prelude::BASE
};

const WP_DIE: Sign = weak(Body, Has("wp-die-message"));
const WP_DIE_JSON: Sign = weak(Body, Starts("{\"code\":\"wp_die\""));
const NO_CACHE: Sign = weak(Header("expires"), Has("11 jan 1984"));

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
        basis: Known,
        remedy: &Remedy {
            steps: &[
                "The whole site asks for a password, which the provider's servers do not have. If this is no longer a test \
                 site, switch the password protection off at your host.",
                "If it must stay, take the callbacks out of it with the lines below.",
            ],
            pastes: &[
                (
                    "Apache, .htaccess, in place of \"Require valid-user\"",
                    "SetEnvIf Request_URI \"/wc-api/\" callback\n<RequireAny>\n  Require env callback\n  Require env REDIRECT_callback\n  Require valid-user\n</RequireAny>",
                ),
                (
                    "nginx, inside the server block",
                    "location ^~ /wc-api/ {\n  auth_basic off;\n  try_files $uri /index.php?$args;\n}",
                ),
            ],
        },
        ..BASE
    },
    Entry {
        id: "wp-core-maintenance-503",
        name: "WordPress update in progress",
        means: Maintenance,
        statuses: &[503],
        signs: &[
            prose(Body, Has("briefly unavailable for scheduled maintenance")),
            weak(Header("retry-after"), Is("600")),
            NO_CACHE,
            WP_DIE,
            WP_DIE_JSON,
        ],
        needs: StrongOrWeak(3),
        source: "WordPress wp-includes/load.php",
        remedy: &Remedy {
            steps: &[
                "WordPress is being updated. Wait ten minutes and check again.",
                "If it stays, an update was left unfinished: delete the file .maintenance in WordPress's folder, by FTP or in \
                 your host's file manager.",
            ],
            pastes: &[],
        },
        ..BASE
    },
];
