//! Statuses in a provider's log: 2xx, 3xx, the classes, and no answer. `refused` has 4xx, `failed` 5xx.
//!
//! Only the number is known: meanings say what it can stand for, causes are ranked and none is claimed.

mod failed;
mod refused;

use super::super::status::{StatusRow, StatusText, StatusTexts, row};
use crate::probe::NoAnswer;

pub(super) const STATUSES: StatusTexts = StatusTexts {
    rows: &[ARRIVED_OR_SENT_ON, refused::ROWS, failed::ROWS],
    class,
    silence,
};

/// Next steps that several statuses share.
const READ_ANSWER: &str = "Ask support for the full answer (\"response body\") and paste it here: its first lines usually tell who \
        wrote it.";
const READ_LOCATION: &str = "Ask support for the line of the answer that begins with Location: it says where the call was sent.";
const GATEWAY_LOG: &str =
    "In WordPress, read the payment plugin's log under WooCommerce → Status → Logs.";
const HOST_LOG: &str = "Ask your host what its error log says about the call at that time.";
const HOST_RULE: &str = "Ask your host which rule refused the call, and to exempt /wc-api/.";
const HOST_FIREWALL: &str = "Ask your host whether its firewall stopped the provider at that time.";
const NO_CACHE: &str = "Exclude /wc-api/ from every cache: the plugin's, the host's and the CDN's.";
const QUEUE: &str = "Ask your host how long calls to /wc-api/ take: slow work belongs in a queue.";
const RETRY: &str = "Look in the provider's log whether the next attempt got through.";

/// Causes that several statuses share.
const GATEWAY_ANSWER: &str = "The payment plugin's own answer";
const MODSECURITY: &str = "ModSecurity at the host";
const PLAIN_HTTP: &str = "Plain http sent to the https port";
const BAD_BOTS: &str = "A list of bad bots or countries in nginx";
const FIREWALL_DROPS: &str = "The host's firewall: CSF, Imunify360, fail2ban, a block by country";
const DEAD_IPV6: &str = "An AAAA record to a dead IPv6 address";
const CERTIFICATE: &str = "A certificate that has expired or lacks its chain";
const SLOW_WORK: &str = "Mail, stock or remote calls within the callback";
const SLOW_SHOP: &str = "A shop that is slower than the provider waits";
const SERVER_DOWN: &str = "A web server that is down or overloaded";

/// Meanings that several statuses share.
const SENT_ON: &str = "The call was sent on to another address. Many providers do not follow, \
    and a POST may become a GET and lose what it carries.";
const SENT_ON_UNCHANGED: &str = "The call was sent on to another address, unchanged. Many \
    providers do not follow.";
const ODD: &str = "This status is odd for a callback. Most likely a firewall uses it to refuse.";

const ARRIVED_OR_SENT_ON: &[StatusRow] = &[
    row(
        &[200],
        "200 means \"OK\", but a page or a cache says so too. The full answer would tell: -1 is WooCommerce's own, \
        a page is not.",
        &[
            "The payment plugin took the call: -1, empty, OK or JSON",
            "A page of the theme or a cache: the address does not lead to WooCommerce",
            "A check for humans: Imunify360, LiteSpeed, F5",
            "A coming-soon page",
            "A PHP error, or a spam filter such as CleanTalk",
        ],
        "Ask support for the full answer (\"response body\"), and paste its first lines here.",
    ),
    row(
        &[201, 204],
        "The call was accepted, most likely by the payment plugin.",
        &[GATEWAY_ANSWER],
        GATEWAY_LOG,
    ),
    row(
        &[202],
        "The call was accepted, or a check for humans answered: both use 202.",
        &[
            GATEWAY_ANSWER,
            "SiteGround's check for humans",
            "A challenge of AWS WAF",
        ],
        "Ask the provider for the headers: SG-Captcha or x-amzn-waf-action means a challenge.",
    ),
    row(
        &[301],
        SENT_ON,
        &[
            "From http to https",
            "From www to the name without it, or back",
            "A slash too few or too many at the end of the address",
            "A language plugin that adds a prefix",
            "A redirect list of an SEO plugin, or IP2Location",
        ],
        READ_LOCATION,
    ),
    row(
        &[302],
        SENT_ON,
        &[
            "A switch by language, country or currency",
            "A login page, or Password Protected",
            "Cloudflare Access",
            "All-In-One Security or a captcha that turns callers away",
            "The payment plugin sends a shopper on",
        ],
        READ_LOCATION,
    ),
    row(
        &[303],
        "The caller was sent on to a page, as is usual for shoppers and not for callbacks.",
        &["The payment plugin takes the caller for a shopper"],
        "Check at the provider that callback and return address are not mixed up.",
    ),
    row(
        &[304],
        "A cache answered that nothing has changed, most likely without WooCommerce.",
        &["A cache that does not leave out /wc-api/"],
        NO_CACHE,
    ),
    row(
        &[307],
        SENT_ON_UNCHANGED,
        &[
            "From http to https",
            "Sucuri's browser check",
            "Stop Spammers",
        ],
        READ_LOCATION,
    ),
    row(
        &[308],
        SENT_ON_UNCHANGED,
        &[
            "From http to https",
            "A slash too few or too many at the end of the address",
        ],
        READ_LOCATION,
    ),
];

/// Any number without a row.
fn class(status: u16) -> &'static StatusText {
    match status {
        100..=199 => &StatusText {
            meaning: "This is an interim answer, and says nothing yet.",
            likely: &["The final status came after it"],
            next: "Look in the provider's log for the status that followed.",
        },
        200..=299 => &StatusText {
            meaning: "Something accepted the call. That does not prove that it reached \
                WooCommerce.",
            likely: &["A cache or proxy on the way", GATEWAY_ANSWER],
            next: NO_CACHE,
        },
        300..=399 => &StatusText {
            meaning: "The call was pointed elsewhere. Many providers do not follow.",
            likely: &["The web server, a plugin or a CDN"],
            next: READ_LOCATION,
        },
        400..=499 => &StatusText {
            meaning: "The call was refused, with a rare status that does not say by whom.",
            likely: &[
                "A firewall, a proxy or the host",
                "The payment plugin itself",
            ],
            next: READ_ANSWER,
        },
        540..=599 => &StatusText {
            meaning: "This status is none of HTTP's own. Proxies and CDNs use such for failures.",
            likely: &[
                "A proxy's time limit (598, 599)",
                "A login at AWS's load balancer (561)",
                "A captcha of Edgio (549)",
            ],
            next: READ_ANSWER,
        },
        500..=539 => &StatusText {
            meaning: "A server failed, the shop's or one before it.",
            likely: &["An error in the shop", "A proxy or CDN before the shop"],
            next: HOST_LOG,
        },
        600..=999 => &StatusText {
            meaning: "This status belongs to no class of HTTP.",
            likely: &["A code of the provider's own", "A firewall or proxy"],
            next: READ_ANSWER,
        },
        _ => &StatusText {
            meaning: "This is no HTTP status. A 0 usually stands for no answer at all.",
            likely: &[
                "The provider's own code for a failed connection",
                "Another number, such as a duration",
            ],
            next: "Look for the words beside the number, such as timeout, TLS or refused.",
        },
    }
}

/// No answer, by what the log says of it.
fn silence(reason: NoAnswer) -> &'static StatusText {
    match reason {
        NoAnswer::Dns => &StatusText {
            meaning: "No address was found for the shop's name.",
            likely: &[
                "A DNS record that is missing or misspelt",
                "Name servers that do not answer from abroad",
            ],
            next: "Look the name up from abroad, and compare with your host's records.",
        },
        NoAnswer::Refused => &StatusText {
            meaning: "The connection was refused.",
            likely: &[FIREWALL_DROPS, SERVER_DOWN, "A wrong DNS record or port"],
            next: HOST_FIREWALL,
        },
        NoAnswer::Reset => &StatusText {
            meaning: "The connection was closed before an answer came.",
            likely: &[FIREWALL_DROPS, BAD_BOTS, "PHP or the web server crashes"],
            next: HOST_FIREWALL,
        },
        NoAnswer::Tls => &StatusText {
            meaning: "No secure connection came about.",
            likely: &[
                CERTIFICATE,
                "A certificate for another name",
                "A server with only old versions of TLS",
            ],
            next: "Test the shop's name with an SSL test, such as SSL Labs.",
        },
        NoAnswer::Timeout => &StatusText {
            meaning: "No answer came in the time that the provider waits, often 5 to 30 seconds. \
                Whether the call arrived is not known.",
            likely: &[FIREWALL_DROPS, DEAD_IPV6, SLOW_SHOP],
            next: "Ask your host for the call in the access log: if it is there, the shop is \
                slow, if not, it was stopped before.",
        },
        NoAnswer::NotHttp => &StatusText {
            meaning: "Something answered, but not in HTTP.",
            likely: &[PLAIN_HTTP, "Another service on that port"],
            next: "Compare scheme and port of the callback address with the shop's.",
        },
        NoAnswer::NotPermitted => &StatusText {
            meaning: "The call was not sent, so it says nothing about the shop.",
            likely: &["The sending side did not allow it"],
            next: "Allow it there, and send the call again.",
        },
        NoAnswer::Cancelled => &StatusText {
            meaning: "The sending side ended the call before an answer came.",
            likely: &[SLOW_SHOP, "Somebody stopped it"],
            next: RETRY,
        },
        NoAnswer::Unknown => &StatusText {
            meaning: "No HTTP answer came, and the reason is not known.",
            likely: &[
                FIREWALL_DROPS,
                CERTIFICATE,
                DEAD_IPV6,
                "Name servers that do not answer from abroad",
                SLOW_SHOP,
            ],
            next: "Ask the provider for the error: DNS, refused, reset, TLS or timeout.",
        },
    }
}
