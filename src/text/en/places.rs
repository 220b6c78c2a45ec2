//! Menus and where they are in WordPress's admin area: a step that begins with one gets a link there.

/// Each menu as the steps write it, and its page below `wp-admin/`. Pages as WordPress, WooCommerce and the plugins register
/// them (read 2026-11-28); what could not be looked up has no row.
pub(super) const PLACES: &[(&str, &str)] = &[
    ("Settings → Permalinks", "options-permalink.php"),
    ("Settings → General", "options-general.php"),
    ("Plugins → Installed Plugins", "plugins.php"),
    ("Tools → Site Health", "site-health.php"),
    (
        "WooCommerce → Status → Logs",
        "admin.php?page=wc-status&tab=logs",
    ),
    (
        "WooCommerce → Status → Scheduled Actions",
        "admin.php?page=wc-status&tab=action-scheduler",
    ),
    ("WooCommerce → Status", "admin.php?page=wc-status"),
    (
        "WooCommerce → Settings → Payments",
        "admin.php?page=wc-settings&tab=checkout",
    ),
    ("Languages → Settings", "admin.php?page=mlang_settings"),
    (
        "WPML → Languages",
        "admin.php?page=sitepress-multilingual-cms/menu/languages.php",
    ),
    (
        "Settings → TranslatePress",
        "options-general.php?page=translate-press",
    ),
    (
        "Settings → Languages",
        "options-general.php?page=qtranslate-xt",
    ),
    ("Weglot → Settings", "admin.php?page=weglot-settings"),
    ("Tools → Redirection", "tools.php?page=redirection.php"),
    ("Yoast SEO → Redirects", "admin.php?page=wpseo_redirects"),
    (
        "Rank Math SEO → Redirections",
        "admin.php?page=rank-math-redirections",
    ),
    (
        "Tools → Redirect Manager",
        "edit.php?post_type=redirect_rule",
    ),
    (
        "All in One SEO → Redirects",
        "admin.php?page=aioseo-redirects",
    ),
    (
        "Tools → Permalink Manager",
        "tools.php?page=permalink-manager",
    ),
    (
        "Wordfence → Tools → Live Traffic",
        "admin.php?page=WordfenceTools&subpage=livetraffic",
    ),
    (
        "Wordfence → Firewall → All Firewall Options",
        "admin.php?page=WordfenceWAF&subpage=waf_options",
    ),
    ("Defender → Firewall", "admin.php?page=wdf-ip-lockout"),
    ("WP Security → Dashboard", "admin.php?page=aiowpsec"),
    ("NinjaFirewall → Logs", "admin.php?page=nfsublog"),
    ("Security → Dashboard", "admin.php?page=itsec-dashboard"),
];
