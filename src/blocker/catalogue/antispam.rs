//! Anti-spam, country and bot plugins of WordPress.

use super::prelude::*;

/// WordPress's page for errors.
const WP_DIE: Sign = weak(Body, Has("wp-die-message"));

pub(super) const ROWS: &[Entry] = &[
    Entry {
        id: "cleantalk-sfw-403",
        name: "CleanTalk SpamFireWall",
        signs: &[
            prose(Body, Has("spamfirewall is checking your browser and ip")),
            prose(Body, Has("anti-flood is activated for your ip")),
            prose(
                Body,
                Has("anti-crawler protection is checking your browser"),
            ),
            prose(Body, Has("ip blacklisted. blocked by sfw")),
            weak(Body, Has("cleantalk.org/blacklists/")),
            weak(Body, Has("the page was generated at")),
            weak(
                Body,
                Has("please make sure that you have enabled javascript"),
            ),
        ],
        by_address: true,
        source: "cleantalk-spam-protect Firewall/SFW.php",
        remedy: &Remedy {
            steps: &[
                "CleanTalk knows about /wc-api/ in its form checks, but SpamFireWall looks only at the address. At \
                 cleantalk.org/my, SpamFireWall, Personal lists, allow the provider's addresses.",
                "Or turn SpamFireWall off in the plugin's advanced settings.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "cleantalk-form-200",
        name: "CleanTalk form check",
        statuses: &[200],
        signs: &[
            prose(Body, Then("<h1 class='main'>", 120, "spam protection</h1>")),
            prose(
                Body,
                Has("forbidden. sender blacklisted. blocked by cleantalk"),
            ),
            weak(Body, Has("settimeout(\"history.back()\", 5000)")),
        ],
        source: "cleantalk-spam-protect inc/cleantalk-public.php",
        remedy: &Remedy {
            steps: &[
                "In CleanTalk → Settings → Advanced → URL exclusions, add the word below. The page comes with 200, so the \
                      provider takes the call for delivered.",
            ],
            pastes: &[Text("CleanTalk, URL exclusions", "wc-api")],
        },
        ..BASE
    },
    Entry {
        id: "cleantalk-security-403",
        name: "Security by CleanTalk",
        signs: &[
            prose(Body, Has("security firewall is activated for your ip")),
            prose(Title, Is("blocked: security by cleantalk")),
            weak(Body, Has("cleantalk.org/blacklists/")),
        ],
        by_address: true,
        source: "security-malware-firewall die_page_fw.html",
        remedy: &Remedy {
            steps: &[
                "In Security by CleanTalk → Firewall → Personal lists, allow the provider's addresses; look at the WAF's \
                 exceptions too.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "stop-spammers-200",
        name: "Stop Spammers, Dam Spam",
        // Its settings decide the status; its older refusal has 403 in three places.
        statuses: &[200, 307, 403],
        signs: &[
            prose(Title, Is("stop spammers")),
            prose(Title, Is("dam spam")),
            prose(Body, Has("site is protected by the stop spammer")),
            prose(
                Body,
                Has(
                    "\"code\":\"wp_die\",\"message\":\"access denied<br><br>this site is protected by the stop spammers",
                ),
            ),
            weak(Body, Has("wp-die-message")),
            weak(Body, Has("id=\"error-page\"")),
            weak(Body, Has("\"code\":\"wp_die\"")),
            weak(Title, Is("login access denied")),
        ],
        needs: StrongAndWeak,
        source: "stop-spammer-registrations-plugin classes/ss_challenge.php",
        remedy: &Remedy {
            steps: &[
                "In Stop Spammers → Protection Options, limit it to WordPress's standard forms, or add the provider's addresses \
                 to the allow lists. Where its page comes with 200, the provider takes the call for delivered.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "wp-ban",
        name: "WP-Ban",
        // 200 up to version 1.69, 403 since 2.0.
        statuses: &[200, 403],
        signs: &[
            strong(Body, Has("id=\"wp-ban-container\"")),
            weak(Body, Has("you are banned.")),
        ],
        by_address: true,
        source: "lesterchan/wp-ban 1.69.1, 2.0.0 includes/class-wp-ban-blocker.php; measured",
        remedy: &Remedy {
            steps: &[
                "In WordPress, open Settings, Ban. Take the entry off the banned IPs, ranges, host names, referrers or \
                 User-Agents that covers the caller; those of the provider can stand under Banned Exclude IPs.",
                "With status 200 the provider takes the page for a delivery, so look for orders that stayed pending since.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "wp-spamshield-403",
        name: "WP-SpamShield",
        signs: &[
            prose(
                Body,
                Has("your location has been identified as part of a reported spam network"),
            ),
            prose(
                Body,
                Has("please be sure javascript and cookies are enabled in your browser"),
            ),
            WP_DIE,
            weak(Body, Has("id=\"error-page\"")),
        ],
        needs: StrongAndWeak,
        source: "wp-plugins/wp-spamshield languages/wp-spamshield.pot; graphpaperpress/Sell-Media issue 728",
        remedy: &Remedy {
            steps: &[
                "In WordPress, open Settings, WP-SpamShield, switch off its protection for miscellaneous forms and save. It \
                 takes a payment provider's POST for a form that a robot sent.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "ip2location-403",
        name: "IP2Location Country Blocker",
        statuses: &[301, 403],
        signs: &[
            prose(Title, Has("error 403: access denied")),
            strong(Body, Has("/plugins/ip2location-country-blocker/")),
            prose(Body, Has("ip2location country blocker")),
            weak(
                Body,
                Has("please contact web administrator for assistance."),
            ),
        ],
        by_address: true,
        source: "ip2location-country-blocker",
        remedy: &Remedy {
            steps: &[
                "Payment servers stand in data centres, often abroad. In IP2Location → Frontend, add the provider's addresses to \
                 the allow list, or take their country off the blocked ones.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "iq-block-country-403",
        name: "iQ Block Country",
        statuses: &[200, 403],
        signs: &[strong(
            Body,
            Starts("forbidden - visitors from your country are not permitted to browse"),
        )],
        by_address: true,
        source: "iq-block-country libs/blockcountry-checks.php",
        remedy: &Remedy {
            steps: &[
                "Payment servers stand in data centres, often abroad. In iQ Block Country, Frontend, add the provider's \
                 addresses to the allow list.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "blackhole-bad-bots",
        name: "Blackhole for Bad Bots",
        signs: &[
            prose(Body, Has("<h1>you have been banned from this site.")),
            prose(Body, Has("you have been banned from this site.")),
            weak(Body, Has("contact the administrator via proxy server")),
            weak(Header("connection"), Has("close")),
        ],
        by_address: true,
        source: "blackhole-bad-bots inc/blackhole-response.php",
        remedy: &Remedy {
            steps: &[
                "In Blackhole → Bad Bots log, delete the provider's entry; in Settings, Whitelisted Bots, add a part of its \
                 User-Agent.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "zero-spam-403",
        name: "Zero Spam",
        signs: &[
            prose(
                Body,
                Has("your ip address has been blocked due to detected spam/malicious activity."),
            ),
            weak(Title, Has("blocked")),
            weak(Body, Has("wp-die-message")),
        ],
        specificity: 3,
        after_dispatcher: true,
        by_address: true,
        source: "zero-spam core/class-access.php",
        remedy: &Remedy {
            steps: &[
                "In Zero Spam → Settings, allow the provider's addresses.",
                "It acts after WooCommerce has answered its callbacks, so check also that WooCommerce and the payment plugin \
                 are active, and save Settings, Permalinks once.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "altcha-403",
        name: "ALTCHA",
        statuses: &[400, 403],
        signs: &[
            front(Body, Has("altcha")),
            prose(Body, Has("<altcha-widget")),
            weak(Body, Has("captcha")),
            weak(Body, Has(" captcha")),
            weak(Body, Has("verification failed")),
        ],
        needs: StrongAndWeak,
        specificity: 2,
        source: "altcha-wordpress-next issue 7",
        remedy: &Remedy {
            steps: &[
                "In ALTCHA → Settings, add the first line below under Actions and the second under Paths.",
            ],
            pastes: &[
                Text("ALTCHA, Actions", "!wc-api=*"),
                Text("ALTCHA, Paths", "!/wc-api/*"),
            ],
        },
        ..BASE
    },
];
