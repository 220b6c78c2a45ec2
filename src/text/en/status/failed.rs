//! 5xx: a server failed, the shop's or one before it.

use super::super::super::status::{StatusRow, row};
use super::{HOST_LOG, HOST_RULE, MODSECURITY, ODD, QUEUE, SERVER_DOWN, SLOW_WORK};

const BANS_CLOUDFLARE: &str = "The host's firewall shuts Cloudflare out";
const WRONG_RECORD: &str = "A wrong DNS record in Cloudflare";
const LET_CLOUDFLARE_IN: &str = "Ask your host whether the server was up and lets Cloudflare in.";

pub(super) const ROWS: &[StatusRow] = &[
    row(
        &[500],
        "500 means that the site failed with an error. Rarely a firewall answers so too.",
        &[
            "A fatal error of PHP, in a plugin or the theme",
            "The database does not answer",
            "A fault in .htaccess",
            "PHP's memory limit",
            "A firewall, such as NinjaFirewall, FortiWeb or Imunify360",
        ],
        "In WordPress, read the newest fatal-errors log under WooCommerce → Status → Logs.",
    ),
    row(&[501], ODD, &[MODSECURITY, "An unusual method"], HOST_RULE),
    row(
        &[502],
        "A proxy got no usable answer from the server behind it.",
        &["PHP is down or crashes", "A filter in the host's proxy"],
        HOST_LOG,
    ),
    row(
        &[503],
        "503 means \"not available now\". WordPress says so while it is updated, and firewalls such as Wordfence do when \
        they turn a caller away.",
        &[
            "Wordfence: a block, a limit or a country",
            "WordPress maintenance during an update",
            "A maintenance plugin: SeedProd, LightStart, Maintenance",
            "A block by Shield or SecuPress",
            SERVER_DOWN,
        ],
        "Ask support for the full answer (\"response body\"): its first line usually names the plugin.",
    ),
    row(
        &[504],
        "A proxy stopped waiting. Whether the call was carried out is not known.",
        &[SLOW_WORK],
        QUEUE,
    ),
    row(
        &[505, 506, 510, 511],
        "A server did not take the protocol, or a network asked for a login (511).",
        &["An unusual proxy"],
        HOST_LOG,
    ),
    row(
        &[507, 508, 509],
        "The hosting ran out of disk space (507), resources (508) or traffic (509).",
        &["A quota of the hosting", "The limits of CloudLinux (508)"],
        "Look at quotas and usage in your hosting panel.",
    ),
    row(
        &[520],
        "Cloudflare got an empty or broken answer from the shop's server.",
        &[
            "PHP or the web server crashes",
            "The server closes the connection",
            "Headers that are too large",
        ],
        HOST_LOG,
    ),
    row(
        &[521],
        "The shop's server refused Cloudflare's connection.",
        &[SERVER_DOWN, BANS_CLOUDFLARE],
        LET_CLOUDFLARE_IN,
    ),
    row(
        &[522],
        "Cloudflare got no connection to the shop's server.",
        &[BANS_CLOUDFLARE, SERVER_DOWN, WRONG_RECORD],
        LET_CLOUDFLARE_IN,
    ),
    row(
        &[523],
        "Cloudflare found no way to the shop's server.",
        &[WRONG_RECORD, "A fault in the host's network"],
        "Compare the A and AAAA records in Cloudflare with your host's.",
    ),
    row(
        &[524],
        "Cloudflare waited some 100 seconds for the shop's server in vain.",
        &[SLOW_WORK],
        QUEUE,
    ),
    row(
        &[525, 526],
        "Cloudflare got no secure connection to the shop's server.",
        &["An expired or self-signed certificate, with Full (strict)"],
        "Renew the server's certificate, or install one of Cloudflare's.",
    ),
    row(
        &[527],
        "Cloudflare's Railgun, since retired, failed.",
        &["An old setup"],
        "Have Railgun removed.",
    ),
    row(
        &[529, 530],
        "The site is overloaded (529), or Cloudflare or the host cannot reach it (530).",
        &[
            "A DNS record or tunnel in Cloudflare is down (530)",
            "An overloaded host",
            "A site that Pantheon has frozen",
        ],
        "Ask the provider whether the body names 1016, a DNS record, or 1033, a tunnel.",
    ),
];
