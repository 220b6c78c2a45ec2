//! The web servers' own pages. Many causes look like these; they are never certain, and count only when the page is
//! there to its end.

use super::prelude::*;

const BASE: Entry = Entry {
    kind: Kind::Server,
    source: "WhatWaf issues; measured",
    ..super::prelude::BASE
};

const FIND_RULE: &str = "Many things answer with this page: a rule in .htaccess, a ModSecurity rule, a denied address, a rule \
    against the User-Agent. The server's error log at the time of the call says which: \"ModSecurity: Access denied\" names a \
    rule, \"client denied by server configuration\" points to .htaccess.";

pub(super) const ROWS: &[Entry] = &[
    Entry {
        id: "litespeed-403",
        name: "LiteSpeed page",
        // Its 406 says nothing of ModSecurity, and its title is that of Apache's.
        statuses: &[403, 406],
        signs: &[
            front(
                Body,
                Has("access to this resource on the server is denied!"),
            ),
            front(Body, Has("this request is not acceptable")),
            weak(Body, Has("litespeedtech.com/error-page")),
            weak(SERVER, Has("litespeed")),
        ],
        specificity: 2,
        remedy: &Remedy {
            steps: &[
                FIND_RULE,
                "Look in .htaccess for lines with deny, Require or User-Agent first. LiteSpeed reads the same ModSecurity rules \
                 as Apache; ask your host about them, and about its throttling, with the message below.",
            ],
            pastes: &[Letter],
        },
        ..BASE
    },
    Entry {
        id: "apache-403",
        name: "Apache page",
        signs: &[
            front(
                Body,
                Then(
                    "<h1>forbidden</h1>",
                    80,
                    "permission to access this resource.</p>",
                ),
            ),
            front(
                Body,
                Then(
                    "<p>you don't have permission to access",
                    400,
                    "on this server.",
                ),
            ),
            weak(Title, Has("403 forbidden")),
            weak(SERVER, Has("apache")),
            weak(Body, Has("<address>apache")),
        ],
        specificity: 1,
        remedy: &Remedy {
            steps: &[
                FIND_RULE,
                "Look in WordPress's .htaccess for block lists (5G, 6G, 7G), deny lines and User-Agent lines, and in your \
                 host's panel for blocked addresses. If you find nothing, ask your host with the message below.",
            ],
            pastes: &[
                Letter,
                Text(
                    "Apache, .htaccess, above a block list with RewriteRule",
                    "RewriteCond %{REQUEST_URI} /wc-api/ [NC]\nRewriteRule ^ index.php [END]",
                ),
            ],
        },
        ..BASE
    },
    Entry {
        id: "nginx-403",
        name: "nginx page",
        signs: &[
            front(
                Body,
                Then(
                    "<center><h1>403 forbidden</h1></center>",
                    20,
                    "<center>nginx</center>",
                ),
            ),
            front(
                Body,
                Then(
                    "<center><h1>403 forbidden</h1></center>",
                    20,
                    "<center>nginx/",
                ),
            ),
            weak(Title, Has("403 forbidden")),
            weak(SERVER, Has("nginx")),
        ],
        specificity: 1,
        remedy: &Remedy {
            steps: &[
                FIND_RULE,
                "In nginx's configuration look for deny lines and for rules on $http_user_agent. The lines below let the \
                 callbacks through; on shared hosting send the message to your host.",
            ],
            pastes: &[
                Letter,
                Text(
                    "nginx, in the server block, above the rule that refuses",
                    "location ^~ /wc-api/ {\n  try_files $uri /index.php?$args;\n}",
                ),
            ],
        },
        ..BASE
    },
    Entry {
        id: "openresty-403",
        name: "OpenResty page",
        statuses: &[403, 406, 415],
        signs: &[
            front(Body, Has("<center>openresty</center>")),
            front(Body, Has("<center>openresty/")),
            weak(SERVER, Has("openresty")),
        ],
        specificity: 1,
        source: "wafw00f",
        remedy: &Remedy {
            steps: &[
                "On a host with cPanel or Plesk this is usually Imunify360: send the message below. In Nginx Proxy Manager \
                 look at the proxy host's access list and at \"Block Common Exploits\".",
            ],
            pastes: &[Letter],
        },
        ..BASE
    },
    Entry {
        id: "empty-403",
        name: "Empty refusal",
        kind: Kind::Plugin,
        signs: &[front(Body, Blank), weak(Header("connection"), Has("close"))],
        specificity: 1,
        source: "all-in-one-wp-security-and-firewall 5.4.9, block-bad-queries, stopbadbots",
        remedy: &Remedy {
            steps: &[
                "Nobody signs an empty refusal. The plugins that send it are All-In-One Security, BBQ Firewall, Stop Bad Bots \
                 and IQ Block Country: deactivate the ones you have one by one and check again each time.",
                "All-In-One Security: in WP Security, Firewall, turn off the ban of POST requests with a blank User-Agent and \
                 referrer, and add the provider's addresses to the allow list.",
                "If it stays, a rule of the server refuses: send your host the message below.",
            ],
            pastes: &[Letter],
        },
        ..BASE
    },
    Entry {
        id: "plesk-403",
        name: "Plesk page",
        signs: &[
            front(Body, Has("/error_docs/styles.css")),
            weak(
                Body,
                Has("you do not have permission to access this document"),
            ),
            weak(Title, Has("403 forbidden")),
        ],
        specificity: 2,
        remedy: &Remedy {
            steps: &[
                "In Plesk, your domain, Web Application Firewall, open the ModSecurity log, find the refused call and enter \
                 its rule id under Switch off security rules.",
                "Look under Apache & nginx Settings for denied addresses too.",
            ],
            pastes: &[Letter],
        },
        ..BASE
    },
    Entry {
        id: "haproxy-deny",
        name: "HAProxy page",
        statuses: &[403, 429],
        signs: &[
            front(Body, Has("request forbidden by administrative rules.")),
            weak(Title, Has("403 forbidden")),
        ],
        specificity: 2,
        remedy: &Remedy {
            steps: &["Whoever runs the load balancer adds the lines below above the deny line."],
            pastes: &[
                Letter,
                Text(
                    "HAProxy",
                    "acl callback path_sub /wc-api/\nhttp-request allow if callback",
                ),
            ],
        },
        ..BASE
    },
    Entry {
        id: "iis-403",
        name: "IIS page",
        statuses: &[403, 404],
        signs: &[
            front(Title, Has("403 - forbidden: access is denied.")),
            front(Body, Has("http error 403. the request url is forbidden")),
            front(Body, Has("404.5 - ")),
            front(Body, Has("404.6 - ")),
            front(Body, Has("404.7 - ")),
            front(Body, Has("404.8 - ")),
            front(Body, Has("404.11 - ")),
            front(Body, Has("404.14 - ")),
            front(Body, Has("404.15 - ")),
            weak(SERVER, Has("microsoft-iis")),
            weak(SERVER, Has("microsoft-httpapi")),
        ],
        specificity: 2,
        remedy: &Remedy {
            steps: &[
                "In IIS Manager, your site, look at IP Address and Domain Restrictions, Dynamic IP Restrictions and Request \
                 Filtering (URL sequences, verbs), and allow the path /wc-api.",
            ],
            pastes: &[Letter],
        },
        ..BASE
    },
    Entry {
        id: "varnish-403",
        name: "Varnish rule",
        statuses: &[400, 403, 418, 451],
        signs: &[
            // Its own page for whatever a rule answers; what it says of a server behind it comes with 503.
            front(Body, Has("guru meditation")),
            prose(Body, Has("naughty, not nice!")),
            prose(Body, Has("request rejected by xvarnish-waf")),
            strong(Header("x-cachewall-action"), Any),
            weak(Body, Has("varnish cache server")),
        ],
        specificity: 3,
        source: "wafw00f",
        remedy: &Remedy {
            steps: &["Whoever runs Varnish adds the line below before the security rules."],
            pastes: &[
                Letter,
                Text(
                    "Varnish, vcl_recv",
                    "if (req.url ~ \"/wc-api/\") { return (pass); }",
                ),
            ],
        },
        ..BASE
    },
];
