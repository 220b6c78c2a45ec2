//! Maintenance mode and coming-soon pages, by WordPress itself and by plugins.

use super::prelude::*;

const BASE: Entry = Entry {
    kind: Kind::NotFirewall,
    means: Maintenance,
    statuses: &[503],
    ..super::prelude::BASE
};

/// What acts on pages only, after WooCommerce has answered its callbacks.
const ON_PAGES: Entry = Entry {
    after_dispatcher: true,
    remedy: &AFTER_WOOCOMMERCE,
    ..BASE
};

const AFTER_WOOCOMMERCE: Remedy = Remedy {
    steps: &[
        "This page replaces the shop's pages only, after WooCommerce has answered its callbacks. Seeing it here means that \
         WooCommerce did not know the callback's address: check that WooCommerce and the payment plugin are active, then \
         save Settings, Permalinks once.",
        "Turn the mode off when the shop is open for business.",
    ],
    pastes: &[],
};

const SWITCH_OFF: Remedy = Remedy {
    steps: &[
        "This mode answers before WooCommerce and so stops callbacks too. Turn it off in the plugin's settings.",
    ],
    pastes: &[],
};

pub(super) const ROWS: &[Entry] = &[
    Entry {
        id: "wp-core-maintenance-503",
        name: "WordPress update in progress",
        signs: &[
            prose(Body, Has("briefly unavailable for scheduled maintenance")),
            prose(
                Body,
                Has("tillfälligt otillgänglig på grund av ett planerat underhållsarbete"),
            ),
            weak(Header("retry-after"), Is("600")),
            weak(Header("expires"), Has("11 jan 1984")),
            weak(Body, Has("wp-die-message")),
            weak(Body, Starts("{\"code\":\"wp_die\"")),
            weak(Body, Has("<html dir='ltr'>")),
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
    Entry {
        id: "wc-coming-soon",
        name: "WooCommerce coming soon mode",
        means: ComingSoon,
        statuses: &[200],
        signs: &[
            strong(Body, Has("class=\"wp-block-woocommerce-coming-soon")),
            strong(Body, Has(" wp-block-woocommerce-coming-soon")),
            strong(Body, Has("woocommerce-coming-soon-entire-site")),
            strong(Body, Has("woocommerce-coming-soon-store-only")),
            strong(Body, Has("woocommerce-coming-soon-default")),
            strong(Body, Then("name='woo-coming-soon-page'", 12, "yes")),
            weak(Header("cache-control"), Has("max-age=60")),
        ],
        source: "woocommerce 10.9.1 ComingSoonRequestHandler.php",
        remedy: &Remedy {
            steps: &[
                "This mode replaces pages only; a known callback is answered all the same. Seeing it here means that \
                 WooCommerce did not know the callback's address: check that the payment plugin is active, then save \
                 Settings, Permalinks once.",
                "When the shop opens: WooCommerce, Settings, Site visibility, Live.",
            ],
            pastes: &[],
        },
        ..ON_PAGES
    },
    Entry {
        id: "seedprod",
        name: "SeedProd",
        statuses: &[200, 302, 503],
        signs: &[
            strong(Body, Has("sp-h-full sp-antialiased sp-bg-slideshow")),
            prose(Body, Has("id='seedprod-css-css'")),
            prose(Body, Has("id=\"seedprod-css-css\"")),
            weak(Header("retry-after"), Is("86400")),
        ],
        specificity: 3,
        source: "coming-soon app/render-csp-mm.php",
        ..ON_PAGES
    },
    Entry {
        id: "wpmm-lightstart",
        name: "LightStart (WP Maintenance Mode)",
        statuses: &[302, 503],
        signs: &[
            strong(Body, Has("/plugins/wp-maintenance-mode/assets/")),
            prose(Title, Ends(" - maintenance mode")),
            weak(Body, Has("<div class=\"wrap\" role=\"main\">")),
            weak(Header("retry-after"), Number),
        ],
        specificity: 3,
        source: "wp-maintenance-mode",
        ..ON_PAGES
    },
    Entry {
        id: "maintenance-plugin",
        name: "Maintenance (WebFactory)",
        statuses: &[200, 503],
        signs: &[
            strong(Body, Has("/plugins/maintenance/load/")),
            strong(Body, Has("/plugins/maintenance/frontend/")),
            strong(Body, Has("<body class=\"maintenance ")),
            weak(Header("retry-after"), Is("3600")),
        ],
        specificity: 3,
        source: "maintenance/maintenance.php",
        ..ON_PAGES
    },
    Entry {
        id: "ucp-200",
        name: "UnderConstructionPage",
        means: ComingSoon,
        statuses: &[200],
        signs: &[
            strong(
                Body,
                Has("content=\"underconstructionpage plugin for wordpress"),
            ),
            prose(Body, Has("underconstructionpage plugin for wordpress")),
            weak(Header("retry-after"), Any),
        ],
        source: "under-construction-page",
        ..ON_PAGES
    },
    Entry {
        id: "csmm-200",
        name: "Minimal Coming Soon & Maintenance Mode",
        statuses: &[200, 503],
        signs: &[
            strong(
                Body,
                Then(
                    "coming soon & maintenance mode plugin for wordpress\"",
                    2,
                    ">",
                ),
            ),
            strong(
                Body,
                Then(
                    "coming soon &amp; maintenance mode plugin for wordpress\"",
                    2,
                    ">",
                ),
            ),
            strong(Body, Has("/minimal-coming-soon-maintenance-mode/")),
        ],
        source: "minimal-coming-soon-maintenance-mode",
        remedy: &SWITCH_OFF,
        ..BASE
    },
    Entry {
        id: "aios-lockdown-503",
        name: "All-In-One Security, site lockout",
        kind: Kind::Plugin,
        signs: &[
            strong(Body, Has("aiowps-site-lockout")),
            strong(Body, Has("wp-security-site-lockout-page.css")),
            weak(
                Body,
                Has("this site is currently not available. please try again later."),
            ),
        ],
        statuses: &[200, 503],
        source: "all-in-one-wp-security-and-firewall 5.4.9",
        remedy: &Remedy {
            steps: &[
                "This mode answers before WooCommerce. In WP Security, Tools, Visitor lockout (older: Maintenance), turn it \
                 off.",
            ],
            pastes: &[],
        },
        ..BASE
    },
    Entry {
        id: "bps-maintenance-503",
        name: "BulletProof Security, maintenance mode",
        signs: &[
            strong(Body, Has("id=\"bps-mtable-div\"")),
            weak(Header("retry-after"), Any),
        ],
        specificity: 3,
        source: "bulletproof-security",
        remedy: &SWITCH_OFF,
        ..BASE
    },
    Entry {
        id: "malcare-maintenance-503",
        name: "MalCare, BlogVault, maintenance mode",
        kind: Kind::Plugin,
        signs: &[
            strong(Body, Has("bvwpmaintenance")),
            weak(Body, Has("maintenance")),
        ],
        specificity: 2,
        source: "malcare-security 5.77",
        remedy: &Remedy {
            steps: &["Finish or cancel the migration or maintenance in the MalCare dashboard."],
            pastes: &[],
        },
        ..BASE
    },
    // What shops and hosts write themselves, in ten languages, with 503 or as if it were the page: title or sentence.
    Entry {
        id: "maintenance-words",
        name: "Maintenance page",
        kind: Kind::Words,
        statuses: &[200, 202, 503],
        signs: &[
            front(Title, Has("maintenance")),
            front(Title, Has("under construction")),
            front(Title, Has("be right back")),
            front(Title, Has("be back soon")),
            front(Title, Has("underhåll")),
            front(Title, Has("strax tillbaka")),
            front(Title, Has("vedlikehold")),
            front(Title, Has("straks tilbake")),
            front(Title, Has("snart tilbake")),
            front(Title, Has("vedligehold")),
            front(Title, Has("straks tilbage")),
            front(Title, Has("snart tilbage")),
            front(Title, Has("huolto")),
            front(Title, Has("palaamme pian")),
            front(Title, Has("wartung")),
            front(Title, Has("gleich zurück")),
            front(Title, Has("bald zurück")),
            front(Title, Has("onderhoud")),
            front(Title, Has("zo terug")),
            front(Title, Has("bientôt de retour")),
            front(Title, Has("de retour bientôt")),
            front(Title, Has("mantenimiento")),
            front(Title, Has("volvemos")),
            front(Title, Has("manutenzione")),
            front(Title, Has("torniamo")),
            front(Title, Has("przerwa techniczna")),
            front(Title, Has("prace serwisowe")),
            front(Body, Has("undergoing maintenance")),
            front(Body, Has("under maintenance")),
            front(Body, Has("down for maintenance")),
            front(Body, Has("scheduled maintenance")),
            front(Body, Has("we'll be back")),
            front(Body, Has("we will be back")),
            front(Body, Has("be right back")),
            front(Body, Has("strax tillbaka")),
            front(Body, Has("snart tillbaka")),
            front(Body, Has("pågår underhåll")),
            front(Body, Has("underhållsarbete")),
            front(Body, Has("straks tilbake")),
            front(Body, Has("snart tilbake")),
            front(Body, Has("vedlikehold")),
            front(Body, Has("straks tilbage")),
            front(Body, Has("snart tilbage")),
            front(Body, Has("vedligehold")),
            front(Body, Has("huoltokatko")),
            front(Body, Has("huoltotauko")),
            front(Body, Has("palaamme pian")),
            front(Body, Has("wartungsarbeiten")),
            front(Body, Has("wartungsmodus")),
            front(Body, Has("gleich wieder da")),
            front(Body, Has("bald wieder da")),
            front(Body, Has("gleich zurück")),
            front(Body, Has("bald zurück")),
            front(Body, Has("in onderhoud")),
            front(Body, Has("onderhoudswerkzaamheden")),
            front(Body, Has("zo weer terug")),
            front(Body, Has("snel weer terug")),
            front(Body, Has("en maintenance")),
            front(Body, Has("bientôt de retour")),
            front(Body, Has("de retour bientôt")),
            front(Body, Has("en mantenimiento")),
            front(Body, Has("volvemos pronto")),
            front(Body, Has("volveremos pronto")),
            front(Body, Has("in manutenzione")),
            front(Body, Has("torniamo presto")),
            front(Body, Has("torneremo presto")),
            front(Body, Has("przerwa techniczna")),
            front(Body, Has("prace serwisowe")),
            front(Body, Has("zaraz wracamy")),
            front(Body, Has("wkrótce wracamy")),
            front(Title, Has("manutenção")),
            front(Body, Has("em manutenção")),
            front(Body, Has("voltamos em breve")),
            front(Body, Has("voltaremos em breve")),
            front(Body, Has("sivustoa päivitetään")),
            front(Body, Has("päivitämme sivustoa")),
            front(Body, Has("on tauolla")),
        ],
        specificity: 1,
        // Nobody is named, so the cause's own steps are shown.
        remedy: &SWITCH_OFF,
        ..BASE
    },
    Entry {
        id: "age-gate",
        name: "Age Gate",
        means: Normal,
        statuses: &[200],
        signs: &[
            weak(Body, Has("class=\"age-gate")),
            weak(Body, Has("age_gate")),
        ],
        needs: Never,
        specificity: 1,
        source: "age-gate",
        ..ON_PAGES
    },
];
