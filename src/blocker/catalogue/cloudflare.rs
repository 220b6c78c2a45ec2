//! Cloudflare: challenges, rules, and the errors it reports about the server behind it.

use super::prelude::*;

const BASE: Entry = Entry {
    kind: Kind::Cdn,
    source: "WhatWaf issues, wafw00f, identYwaf",
    ..super::prelude::BASE
};
const RAY: Sign = weak(Header("cf-ray"), Any);
const CLOUDFLARE: Sign = weak(SERVER, Has("cloudflare"));

const EXPRESSION: Paste = Text("Cloudflare, custom rule, expression", "{cloudflare}");
const RULE: &str = "In Cloudflare, open Security, Security rules (in the older layout: WAF, Custom rules) and create a rule \
    with the expression below. If your provider publishes its addresses, narrow it with \"and ip.src in {…}\".";
const SKIP: &str = "Choose the action Skip and tick: remaining custom rules, rate limiting rules, managed rules, Super Bot \
    Fight Mode, and under more components Browser Integrity Check, Security Level, User Agent Blocking, Zone Lockdown. Put \
    the rule first.";
const BOT_FIGHT: &str = "Look in Security, Events which service stopped the call. If it is Bot Fight Mode, the free plan's, \
    no rule can skip it: turn Bot Fight Mode off, or add an IP access rule with the action Allow for the provider's \
    addresses.";
const EVENTS: &str = "In Cloudflare → Security → Events, find the call by its Ray ID: the service column names the rule.";

const SKIP_RULE: Remedy = Remedy {
    steps: &[EVENTS, RULE, SKIP],
    pastes: &[EXPRESSION],
};
const PASS_CHALLENGE: Remedy = Remedy {
    steps: &[RULE, SKIP, BOT_FIGHT],
    pastes: &[EXPRESSION],
};

pub(super) const ROWS: &[Entry] = &[
    Entry {
        id: "cloudflare-challenge",
        name: "Cloudflare challenge",
        means: Challenge,
        statuses: &[403, 429, 503],
        signs: &[
            proof(Header("cf-mitigated"), Has("challenge")),
            prose(Title, Is("just a moment...")),
            prose(Body, Has("_cf_chl_opt")),
            // The same folder also serves a script that is put into ordinary pages.
            prose(
                Body,
                Then("/cdn-cgi/challenge-platform/h/", 4, "orchestrate/"),
            ),
            prose(Body, Has("enable javascript and cookies to continue")),
            CLOUDFLARE,
            RAY,
            weak(Cookie("__cf_bm"), Any),
        ],
        specificity: 3,
        remedy: &PASS_CHALLENGE,
        ..BASE
    },
    Entry {
        id: "cloudflare-waf-block",
        name: "Cloudflare rule",
        signs: &[
            prose(Title, Has("attention required! | cloudflare")),
            prose(
                Title,
                Then(
                    "access denied | ",
                    200,
                    "used cloudflare to restrict access",
                ),
            ),
            prose(Body, Has("sorry, you have been blocked")),
            strong(Body, Is("error code: 1020")),
            prose(Body, Has("error 1020")),
            prose(Body, Then("error code", 8, "1020")),
            prose(Body, Has("cf-error-code\">1020")),
            prose(Body, Then("error_code\"", 3, "1020")),
            weak(Body, Has("cf-error-details")),
            weak(Body, Has("cloudflare ray id")),
            CLOUDFLARE,
            RAY,
        ],
        specificity: 3,
        remedy: &SKIP_RULE,
        ..BASE
    },
    Entry {
        id: "cloudflare-under-attack",
        name: "Cloudflare Under Attack mode",
        means: Challenge,
        statuses: &[403, 503],
        signs: &[
            prose(Body, Has("cf-browser-verification")),
            prose(Body, Then("ddos protection by", 60, "cloudflare")),
            prose(Body, Has("jschl-answer")),
            weak(Title, Has("just a moment")),
            CLOUDFLARE,
        ],
        remedy: &Remedy {
            steps: &[
                "Turn Under Attack mode off, or take the callbacks out of it: Rules, Configuration Rules, new rule with the \
                 expression below, Security Level: Essentially Off, Browser Integrity Check: off.",
                BOT_FIGHT,
            ],
            pastes: &[EXPRESSION],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-1010",
        name: "Cloudflare Browser Integrity Check (error 1010)",
        signs: &[
            strong(Body, Is("error code: 1010")),
            prose(Body, Has("cf-error-code\">1010")),
            prose(Body, Has("error 1010")),
            prose(Body, Then("error_code\"", 3, "1010")),
            prose(
                Body,
                Has("banned your access based on your browser's signature"),
            ),
            CLOUDFLARE,
            RAY,
        ],
        remedy: &Remedy {
            steps: &[
                "Cloudflare dislikes the plain User-Agent of the provider's servers. Under Rules, Configuration Rules, \
                 create a rule with the expression below that turns Browser Integrity Check off.",
                "Or create a custom rule with the same expression, action Skip, and tick Browser Integrity Check.",
            ],
            pastes: &[EXPRESSION],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-5xx-origin",
        name: "Cloudflare cannot reach the server (520 to 527)",
        means: ServerError,
        statuses: &[520, 521, 522, 523, 524, 525, 526, 527],
        signs: &[
            front(Status, Starts("52")),
            strong(Header("cf-ray"), Any),
            strong(SERVER, Has("cloudflare")),
            strong(Body, Starts("error code: 52")),
            prose(Body, Has("error code 52")),
            prose(Body, Has("cf-error-code\">52")),
        ],
        source: "Cloudflare's list of 5xx errors",
        remedy: &Remedy {
            steps: &[
                "No rule refuses the call: your server did not answer Cloudflare. 521, 522: let Cloudflare's address ranges \
                 through the host's firewall. 524: the callback ran for over 100 seconds. 525, 526: renew the server's \
                 certificate. 520: look in the server's error log at that second.",
                "Send your host the status and the time.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-1006-ip-ban",
        name: "Cloudflare address ban (errors 1006 to 1008)",
        signs: &[
            strong(Body, Is("error code: 1006")),
            strong(Body, Is("error code: 1007")),
            strong(Body, Is("error code: 1008")),
            prose(Body, Has("cf-error-code\">1006")),
            prose(Body, Has("cf-error-code\">1007")),
            prose(Body, Has("cf-error-code\">1008")),
            prose(Body, Has("error 1006")),
            prose(Body, Has("error 1007")),
            prose(Body, Has("error 1008")),
            prose(Body, Then("error_code\"", 3, "1006")),
            prose(Body, Has("has banned your ip address")),
            CLOUDFLARE,
            RAY,
        ],
        by_address: true,
        remedy: &Remedy {
            steps: &[
                "In Cloudflare, Security, Security rules, IP access rules (and Zone Lockdown, User Agent Blocking), delete \
                 the entry that covers the provider, or add an Allow entry for its addresses.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-1009-country",
        name: "Cloudflare country block (error 1009)",
        signs: &[
            strong(Body, Is("error code: 1009")),
            prose(Body, Has("cf-error-code\">1009")),
            prose(Body, Has("error 1009")),
            prose(Body, Then("error_code\"", 3, "1009")),
            prose(
                Body,
                Has("banned the country or region your ip address is in"),
            ),
            CLOUDFLARE,
            RAY,
        ],
        by_address: true,
        remedy: &Remedy {
            steps: &[
                "Payment servers stand in data centres, often abroad. In Cloudflare → Security → Security rules, find the \
                 country rule and add the text below to its expression. If it is an IP access rule, remove the country.",
            ],
            pastes: &[Text(
                "Cloudflare, country rule, add at the end",
                "and not http.request.uri.path contains \"/wc-api/\"",
            )],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-1015",
        name: "Cloudflare rate limit (error 1015)",
        means: RateLimited,
        statuses: &[403, 429],
        signs: &[
            strong(Body, Is("error code: 1015")),
            prose(Body, Has("cf-error-code\">1015")),
            prose(Body, Has("error 1015")),
            prose(Body, Then("error_code\"", 3, "1015")),
            prose(Body, Has("you are being rate limited")),
            CLOUDFLARE,
            weak(Header("retry-after"), Number),
        ],
        remedy: &Remedy {
            steps: &[
                "In Cloudflare → Security → Security rules → Rate limiting rules, add the text below to the rule's expression: \
                 a provider sends many callbacks from one address.",
            ],
            pastes: &[Text(
                "Cloudflare, rate limiting rule, add at the end",
                "and not http.request.uri.path contains \"/wc-api/\"",
            )],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-access",
        name: "Cloudflare Access",
        means: LoginWall,
        statuses: &[302, 401, 403],
        signs: &[
            strong(
                Header("location"),
                Has("cloudflareaccess.com/cdn-cgi/access/login"),
            ),
            strong(Header("location"), Has("/cdn-cgi/access/login/")),
            prose(Body, Has("cloudflareaccess.com")),
            weak(Cookie("cf_appsession"), Any),
            CLOUDFLARE,
        ],
        source: "",
        remedy: &Remedy {
            steps: &[
                "The whole shop stands behind a login. In Cloudflare Zero Trust → Access → Applications, add a second \
                 application for the path below with a Bypass policy for everyone, above the one for the whole site.",
            ],
            pastes: &[Text(
                "Cloudflare Access, application, path",
                "{host}/wc-api/*",
            )],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-waiting-room",
        name: "Cloudflare Waiting Room",
        means: RateLimited,
        statuses: &[200],
        signs: &[
            // Ordinary pages behind a waiting room set the cookie too.
            front(Cookie("__cfwaitingroom"), Any),
            front(Header("refresh"), Number),
            prose(Body, Has("cf-waitingroom")),
            CLOUDFLARE,
        ],
        needs: StrongAndWeak,
        specificity: 3,
        source: "website-stalker issue 207",
        remedy: &Remedy {
            steps: &[
                "In Cloudflare → Traffic → Waiting Rooms, limit the room to the storefront's paths, or add a rule to it that \
                 lets /wc-api/ pass.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "cloudflare-530-1xxx",
        name: "Cloudflare cannot find the server (530)",
        means: ServerError,
        statuses: &[530],
        signs: &[
            front(Status, Is("530")),
            strong(Header("cf-ray"), Any),
            strong(SERVER, Has("cloudflare")),
            strong(Body, Starts("error code: 10")),
            prose(Body, Has("error 1016")),
            prose(Body, Has("error 1033")),
        ],
        source: "",
        remedy: &Remedy {
            steps: &[
                "The name points nowhere, or a Cloudflare Tunnel is down. In Cloudflare → DNS → Records, mend the record, or \
                 start the tunnel again. No allow rule helps.",
            ],
            pastes: &[],
        },
        ..BASE
    },
];
