//! Bot managers and firewall appliances.

use super::prelude::*;

const BASE: Entry = Entry {
    kind: Kind::BotManager,
    means: Challenge,
    source: "wafw00f, identYwaf",
    remedy: &ALLOW_PATH,
    ..super::prelude::BASE
};

const APPLIANCE: Entry = Entry {
    kind: Kind::Appliance,
    means: Blocked,
    ..BASE
};

pub(super) const ROWS: &[Entry] = &[
    Entry {
        id: "datadome",
        name: "DataDome",
        statuses: &[403, 405, 429],
        signs: &[
            prose(Body, Has("captcha-delivery.com")),
            front(Header("x-datadome"), Any),
            front(Header("x-dd-b"), Any),
            weak(Cookie("datadome"), Any),
        ],
        ..BASE
    },
    Entry {
        id: "perimeterx-human",
        name: "HUMAN (PerimeterX)",
        statuses: &[403, 429],
        signs: &[
            strong(Body, Has("id=\"px-captcha\"")),
            prose(Body, Has("px-captcha")),
            prose(Body, Has("_pxappid")),
            prose(Body, Has("perimeterx.com/whywasiblocked")),
            prose(Body, Has("perimeterx.net/whywasiblocked")),
            prose(Body, Has("client.perimeterx.net")),
            prose(Body, Has("captcha.px-cdn.net")),
            weak(Title, Has("access to this page has been denied")),
            weak(Cookie("_px"), Any),
        ],
        ..BASE
    },
    Entry {
        id: "kasada",
        name: "Kasada",
        statuses: &[403, 429],
        signs: &[
            prose(Body, Has("window.kpsdk")),
            prose(Body, Has("kpsdk={}")),
            prose(Body, Has("kpsdk.now")),
            prose(Body, Has("kpsdk.start")),
            front(Header("x-kpsdk-ct"), Any),
            strong(Body, Has("/149e9513-01fa-4fb0-aad4-566afd725d1b/")),
        ],
        source: "published answers",
        ..BASE
    },
    Entry {
        id: "radware-bot-manager",
        name: "Radware Bot Manager",
        statuses: &[302, 403, 503],
        signs: &[
            strong(Header("location"), Has("validate.perfdrive.com")),
            prose(Body, Has("perfdrive.com")),
            weak(Cookie("__uz"), Any),
        ],
        specificity: 3,
        source: "",
        ..BASE
    },
    Entry {
        id: "anubis",
        name: "Anubis",
        statuses: &[200, 401, 403],
        signs: &[
            strong(Body, Has("id=\"anubis_challenge\"")),
            prose(Body, Has("anubis_challenge")),
            prose(Body, Has("/.within.website/x/cmd/anubis/")),
            weak(Cookie("techaro.lol-anubis"), Any),
        ],
        source: "wafw00f",
        remedy: &Remedy {
            steps: &["Whoever runs Anubis adds the lines below at the head of the bot policies."],
            pastes: &[Text(
                "Anubis, botPolicies.yaml",
                "- name: wc-api\n  path_regex: /wc-api/\n  action: ALLOW",
            )],
        },
        ..BASE
    },
    Entry {
        id: "barracuda",
        name: "Barracuda WAF",
        statuses: &[403, 503],
        signs: &[
            prose(Body, Has("event id found at the bottom of the page")),
            prose(Body, Has("barracuda networks")),
            weak(Cookie("barra_counter_session"), Any),
            weak(Cookie("bni__barracuda"), Any),
        ],
        specificity: 3,
        ..APPLIANCE
    },
    Entry {
        id: "f5-asm",
        name: "F5 BIG-IP",
        statuses: &[200, 403],
        signs: &[
            prose(
                Body,
                Early(
                    500,
                    "the requested url was rejected. please consult with your administrator",
                ),
            ),
            prose(Title, Is("request rejected")),
            weak(Body, Has("your support id is")),
            weak(Cookie("ts0"), Any),
        ],
        source: "WhatWaf issues 1371, 1400",
        remedy: &Remedy {
            steps: &[
                "Whoever runs the F5 adds the allowed URL /wc-api/* to the policy, with attack signatures off. The support id on \
                 the page finds the call. The page often comes with 200, so the provider takes the call for delivered.",
            ],
            pastes: &[],
        },
        ..APPLIANCE
    },
    Entry {
        id: "fortiweb",
        name: "FortiWeb",
        statuses: &[403, 500, 503],
        signs: &[
            strong(Body, Has("class=\"fgd_icon\"")),
            prose(Body, Has("fgd_icon")),
            prose(Body, Then("web page blocked", 900, "attack id")),
            prose(Body, Then("web page blocked", 900, "message id")),
            weak(Cookie("fortiwafsid"), Any),
            weak(Cookie("cookiesession1"), Any),
            weak(Body, Has("server unavailable!")),
        ],
        specificity: 3,
        ..APPLIANCE
    },
    Entry {
        id: "fortigate",
        name: "FortiGate on your side",
        statuses: &[200, 403],
        signs: &[
            prose(Title, Has("web filter violation")),
            prose(Title, Has("application control violation")),
            prose(Body, Has("url.fortinet.net")),
        ],
        source: "WhatWaf issues 34, 513",
        remedy: &Remedy {
            steps: &[
                "The network that you are in filters what you open; the shop is not to blame. Check from another network.",
            ],
            pastes: &[],
        },
        ..APPLIANCE
    },
    Entry {
        id: "radware-appwall",
        name: "Radware AppWall",
        signs: &[
            prose(Title, Has("unauthorized request blocked")),
            strong(Body, Has("cloudwebsec@radware.com")),
            prose(Body, Has("because we have detected unauthorized activity")),
            weak(Header("x-sl-compstate"), Any),
        ],
        ..APPLIANCE
    },
    Entry {
        id: "netscaler",
        name: "Citrix NetScaler",
        statuses: &[200, 403],
        signs: &[
            prose(Title, Has("application firewall block page")),
            prose(Title, Has("appfw")),
            prose(Body, Has("appfw session id")),
            prose(Body, Has("ns transaction id")),
            prose(Body, Has("category: appfw_")),
            weak(Cookie("citrix_ns_id"), Any),
        ],
        specificity: 3,
        ..APPLIANCE
    },
];
