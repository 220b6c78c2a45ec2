//! 4xx, and 999: the call was refused, or nobody took it.

use super::super::super::status::{StatusRow, row};
use super::{
    BAD_BOTS, GATEWAY_LOG, HOST_LOG, HOST_RULE, MODSECURITY, ODD, PLAIN_HTTP, QUEUE, READ_ANSWER,
    RETRY, SLOW_SHOP, SLOW_WORK,
};

pub(super) const ROWS: &[StatusRow] = &[
    row(
        &[400],
        "400 means \"bad request\". With the body -1 it is WooCommerce's own: the payment plugin is off \
        or uses another address.",
        &[
            "The payment plugin is off, or the address is old or misspelt (-1)",
            "The payment plugin refused the content (JSON)",
            PLAIN_HTTP,
            "A firewall: SiteGround, NinjaFirewall, BulletProof",
            "Headers that are too large",
        ],
        "Ask support for the full answer (\"response body\"): with -1, activate the payment plugin or correct its address.",
    ),
    row(
        &[401],
        "401 asks the caller for a password or a key, and the provider has none to give.",
        &[
            "A password on the site, as on staging copies",
            "REST is closed to visitors (only /wp-json/)",
            "Keys that the payment plugin does not accept",
            "NinjaFirewall's login protection",
            "A lock of the host, such as Pantheon's",
        ],
        "Open the shop in a private window: if it asks for a password, take that off for the callback.",
    ),
    row(
        &[402],
        "A payment is asked for, most likely for the hosting.",
        &["A plan that has run out"],
        "Ask your host whether a plan has run out.",
    ),
    row(
        &[403],
        "403 means \"forbidden\". Security plugins, hosts and networks such as Cloudflare say so, and the \
        full answer often shows which.",
        &[
            "Wordfence",
            MODSECURITY,
            "Cloudflare: a block or a check for humans",
            "Another security plugin: All-In-One Security, BBQ, Solid Security",
            "The host: Imunify360, BitNinja or a block by country",
        ],
        READ_ANSWER,
    ),
    row(
        &[404],
        "404 means \"not found\". Most likely the call did not reach WooCommerce, or WooCommerce does not know \
        the address.",
        &[
            "Permalinks are Plain, or their rules are out of date",
            "WooCommerce or the payment plugin is off",
            "A language in the address",
            "An old address, such as /wc-api/v3/",
            "nginx or IIS does not pass it on to WordPress",
        ],
        "Open /?wc-api=zz_probe on the shop: if it shows -1, save Settings → Permalinks again.",
    ),
    row(
        &[405],
        "405 refuses the way in which the call was sent, usually POST.",
        &[
            "The payment plugin takes only one method",
            "A static site or page cache in front",
            "A captcha of AWS WAF",
            "A rule of SecuPress or BulletProof",
        ],
        "Send GET and POST to /wc-api/zz_probe/: WooCommerce answers both with 400 and -1.",
    ),
    row(
        &[406],
        "The call was found not acceptable, most often by a firewall.",
        &[
            MODSECURITY,
            "A filter of LiteSpeed",
            "Fastly's firewall (Signal Sciences)",
            "The payment plugin refuses a digest",
            "NinjaFirewall",
        ],
        HOST_RULE,
    ),
    row(
        &[407],
        "A proxy asked for a login, most likely on the provider's side.",
        &["A proxy in the provider's network"],
        "Ask the provider to look at its own proxy.",
    ),
    row(
        &[408],
        "The call did not come in whole in time.",
        &["A slow or broken connection from the provider"],
        RETRY,
    ),
    row(
        &[409],
        "The call did not fit the order's state. That is usually harmless.",
        &["The payment plugin had handled the order already"],
        "Compare the order with the provider's portal.",
    ),
    row(
        &[410],
        "What was called is said to be gone.",
        &[
            "The order is unknown: test and live mixed up",
            "BulletProof",
            "A site that was taken away",
        ],
        "Check that provider and payment plugin are both in test mode or both live.",
    ),
    row(
        &[411],
        "The server insists on Content-Length.",
        &["A proxy that refuses an empty or chunked POST"],
        "Ask your host to accept a POST without Content-Length.",
    ),
    row(&[412], ODD, &[MODSECURITY], HOST_RULE),
    row(
        &[413],
        "The call was found too large. Callbacks are small, so the limit must be tight.",
        &[
            "A small client_max_body_size in nginx",
            MODSECURITY,
            "A proxy or CDN",
        ],
        "Ask your host for its limit on request bodies.",
    ),
    row(
        &[414],
        "The address was found too long.",
        &["A provider that puts all data into it"],
        "Ask your host for larger buffers.",
    ),
    row(
        &[415],
        "The kind of content was refused.",
        &[
            "A REST route that wants JSON",
            "OpenResty or Imunify360",
            "A firewall's list of content types",
        ],
        "Compare the Content-Type with what the payment plugin documents.",
    ),
    row(
        &[417],
        "The header Expect of the call was refused.",
        &["An old proxy before the shop"],
        "Ask the provider to send without Expect.",
    ),
    row(
        &[418],
        ODD,
        &["NinjaFirewall", "NAXSI in nginx"],
        "Read NinjaFirewall's log, or ask your host about NAXSI.",
    ),
    row(
        &[421],
        "The call reached a server that does not answer for this name.",
        &[
            "A certificate or a virtual host for another name",
            "A shared HTTP/2 connection",
        ],
        "Ask your host to check certificate and virtual host.",
    ),
    row(
        &[422, 423, 424],
        "The call was understood and not carried out.",
        &["The payment plugin's own checks"],
        GATEWAY_LOG,
    ),
    row(
        &[425],
        "The server took the call for a possible repetition (TLS 0-RTT).",
        &["0-RTT at the CDN or web server"],
        "Switch off 0-RTT there, at least for POST.",
    ),
    row(
        &[426, 428, 431],
        "A proxy asks for another protocol, a condition or smaller headers.",
        &["A strict proxy before the shop"],
        HOST_LOG,
    ),
    row(
        &[429],
        "The caller was asked to slow down, or a check for humans answered.",
        &[
            "Cloudflare: a limit or a challenge",
            "The host: Hostinger, LiteSpeed, WP Engine, Kinsta",
            "A check for humans: Vercel, Kasada or DataDome",
            "The payment plugin itself (JSON)",
        ],
        READ_ANSWER,
    ),
    row(
        &[444],
        "nginx closed the connection without an answer. Only its own log says so.",
        &[BAD_BOTS],
        HOST_RULE,
    ),
    row(
        &[449, 450, 451],
        "A filter refused the call, by policy or law.",
        &["A filter of a country or company", "A block by country"],
        "Call the shop from another country, and compare.",
    ),
    row(
        &[454, 455],
        "Simply.com uses this status for its check of browsers (454) and its protection (455).",
        &[
            "The call comes from a data centre",
            "A rule about the path or the User-Agent",
        ],
        "Ask Simply.com to exempt /wc-api/.",
    ),
    row(
        &[460, 463, 464],
        "AWS's load balancer ended the call: the provider hung up (460), or headers do not fit.",
        &[SLOW_SHOP, "A wrong X-Forwarded-For (463) or protocol (464)"],
        QUEUE,
    ),
    row(
        &[493, 494, 495, 496, 497],
        "The connection or its headers were refused before WordPress.",
        &[
            "Plain http sent to the https port (497)",
            "A client certificate is asked for (495, 496)",
            "Headers that are too large (494)",
            "360 WAF (493)",
        ],
        HOST_LOG,
    ),
    row(
        &[499],
        "The provider hung up before the shop answered. Only nginx's own log says so.",
        &[SLOW_WORK],
        QUEUE,
    ),
    row(&[999], ODD, &["WebKnight on an IIS server"], HOST_RULE),
];
