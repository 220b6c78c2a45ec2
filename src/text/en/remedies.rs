//! Remedies, first part: choices, labels and the message to the host.

use super::super::remedies::{LetterText, MoreSteps, PasteLabels, RemedyTexts};
use super::steps;
use crate::report::CauseId;

pub(super) const REMEDIES: RemedyTexts = RemedyTexts {
    steps: steps::steps,
    letter,
    more: &MORE,
    language_plugins: LANGUAGE_PLUGINS,
    labels: &LABELS,
    host_letter: "Hello,\n\nmy payment provider reports payments to my shop {host} by POST requests from its own servers, without a browser and often with an empty body, to:\n\n{urls}\n\n\
        {seen}{answer}\n\n{please}\n\nThis repeats the request:\n\n{command}\n\nThe right answer \
        comes from WooCommerce: status 200, for many payment plugins with the two characters -1 as \
        the body.\n\nThank you.\n",
    letter_status: " The answer has the status {status}.",
    letter_location: " They are sent to {location}",
};

/// In the message to the host: what happens, what is asked for.
fn letter(cause: CauseId) -> Option<&'static LetterText> {
    Some(match cause {
        CauseId::Unreachable => &LetterText {
            seen: "These requests get no answer at all.",
            please: "Please check that the web server listens on the addresses that DNS gives for \
                this name, IPv6 too, and that no firewall drops such callers by address, country \
                or User-Agent.",
        },
        CauseId::TlsBroken => &LetterText {
            seen: "The secure connection fails before the request can be sent.",
            please: "Please install a valid certificate for this name with its full chain, \
                intermediate certificates included.",
        },
        CauseId::RewriteNotServed => &LetterText {
            seen: "The web server answers \"not found\" itself and does not hand the request to \
                WordPress's index.php.",
            please: "Please switch rewriting on for this site: mod_rewrite and AllowOverride All \
                on Apache, the WordPress rule with try_files on nginx.",
        },
        CauseId::Redirected => &LetterText {
            seen: "These requests are redirected, which loses the POST.",
            please: "Please exempt these paths from redirects by the web server, so that they are \
                answered at the address above.",
        },
        CauseId::Blocked | CauseId::Challenge => &LetterText {
            seen: "These requests are refused or challenged before WooCommerce sees them.",
            please: "Please look up the rule in the firewall's log at the time of my test, tell me \
                its number, and let POST requests to these paths through without bot check, \
                whatever their User-Agent and country.",
        },
        CauseId::CallerBlocked => &LetterText {
            seen: "The same request passes with the User-Agent of a browser and is refused with \
                the one in the command below.",
            please: "Please exempt these paths from rules about the User-Agent and from bot \
                checks.",
        },
        CauseId::PostRefused => &LetterText {
            seen: "POST requests with an empty body and without a Content-Type are refused here.",
            please: "Please allow them for these paths: no rule for methods, Content-Type or \
                Content-Length, and no static front that answers first.",
        },
        CauseId::RateLimited => &LetterText {
            seen: "These requests run into a limit of requests.",
            please: "Please exempt these paths from the limit.",
        },
        CauseId::LoginWall => &LetterText {
            seen: "These requests are asked for a password.",
            please: "Please take the password off for these paths.",
        },
        CauseId::ServerError => &LetterText {
            seen: "The site answers these requests with an error of its own.",
            please: "Please send me the lines of the PHP error log and the web server's error log \
                from the minute of the request.",
        },
        CauseId::CachedCallback => &LetterText {
            seen: "These requests are answered from a cache.",
            please: "Please exclude these paths from every cache, and empty the caches.",
        },
        CauseId::SlowAnswer => &LetterText {
            seen: "These requests take more than five seconds, longer than the provider may wait.",
            please: "Please tell me where the time goes: waiting for a PHP worker, the database, \
                or code of my site.",
        },
        _ => return None,
    })
}

/// The setting that keeps the default language and redirects out of the callback's address, for the plugin whose
/// name it is. Names of menus as the plugins write them; "usually under" where they could not be verified.
const LANGUAGE_PLUGINS: &[(&str, &str)] = &[
    (
        "polylang",
        "In WordPress, open Languages → Settings → URL modifications, tick \"Hide URL \
        language information for default language\" and save.",
    ),
    (
        "wpml",
        "In WordPress, open WPML → Languages → Language URL format and leave \"Use directory \
        for default language\" unticked. WPML has no switch that exempts the callback in other \
        languages.",
    ),
    (
        "translatepress",
        "In WordPress, open Settings → TranslatePress → General, set \"Use a \
        subdirectory for the default language\" to No and save.",
    ),
    (
        "qtranslate",
        "In WordPress, open Settings → Languages → General, tick \"Hide URL language \
        information for default language.\" and save.",
    ),
    (
        "falang",
        "In WordPress, open Falang → Settings, switch \"Show slug for main language\" off, \
        and with it detection of the visitor's language if it is on.",
    ),
    (
        "conveythis",
        "In WordPress, open ConveyThis → General settings, make the default language \
        the same as the source language, and add /wc-api/ to the excluded pages.",
    ),
    (
        "weglot",
        "In WordPress, open Weglot → Settings and switch the automatic redirection off; in \
        Weglot's dashboard, usually under Exclusions, exclude URLs that contain /wc-api/.",
    ),
    (
        "gtranslate",
        "In WordPress, open the settings of GTranslate and switch off automatic \
        switching to the visitor's language.",
    ),
    (
        "linguise",
        "In WordPress, open the settings of Linguise and switch the browser language \
        redirect off.",
    ),
    (
        "wpglobus",
        "In WordPress, open the settings of WPGlobus and switch off redirects by the \
        visitor's language.",
    ),
    (
        "bogo",
        "Bogo has no setting for this: let the addresses with a language through as well.",
    ),
];

/// Steps that a situation adds.
const MORE: MoreSteps = MoreSteps {
    find_blocker: "Find out who refuses: look at the time of this check in the log of your \
        security plugin and the event list of your CDN, and ask your host for its firewall's log.",
    open_paths: "Let POST requests to {paths} through by their path, for every caller and country, \
        without bot check and without a limit.",
    block_checkout: "This shop uses the block checkout, which is also called at {rest} before a \
        purchase completes: let that path through too, or purchases may be refused.",
    provider_addresses: "Where a rule can only name senders: {provider} documents the addresses \
        below for its callbacks ({source}, read {read}).",
    kustom_addresses: "Where a rule can only name senders: for Kustom no addresses are known. \
        {provider} documents those below for its own callbacks ({source}, read {read}); ask \
        Kustom's support before you rely on them.",
    provider_agent: "The User-Agent {agent} is documented for Klarna's callbacks ({source}, read \
        {read}); whether Kustom sends the same is not known. A rule by path works either way.",
    server_lines: "On a server that you run yourself, the lines below make the exception.",
    send_letter: "Where it is not yours to change, send the message below to your host.",
    rewrite_apache: "If that changes nothing, paste the rules below at the top of .htaccess in \
        WordPress's folder. If they stand there already, ask your host for mod_rewrite and \
        AllowOverride All.",
    rewrite_nginx: "On nginx, have the rule below put into the server block of {host}, and nginx \
        reloaded.",
    rewrite_iis: "On IIS, ask your host for the module URL Rewrite, then save the permalinks \
        again: WordPress writes the rules into web.config.",
    rewrite_if_needed: "If WordPress cannot write its rules, or the callback then gets a \"not \
        found\" of the web server, use the rules below.",
    redirect_https: "The call goes out over http and is sent on to https. In WordPress, open \
        Settings → General and make both addresses begin with https://, so that the provider gets \
        the final one.",
    redirect_host: "The call is sent on to {target}. In WordPress, open Settings → General and \
        make both addresses use the name that answers without a redirect, or turn the redirect \
        round.",
    redirect_path: "Exempt {paths} from the redirect. It is usually a rule about slashes, capital \
        letters or languages in .htaccess, in nginx, in the CDN or in a redirect plugin.",
    redirect_elsewhere: "Find the plugin or rule that sends callers away: login, age, country or \
        cookie gates, redirect plugins, the CDN. Exempt {paths} there.",
    language_unknown: "In the settings of your language plugin, hide the language code for the \
        default language and switch off redirects by browser language.",
    language_rule: "If the default language must keep its code in addresses, put the small plugin \
        below into wp-content/mu-plugins/ instead, and save Settings → Permalinks once.",
    language_filter: "To give the provider the address without a language, put the small plugin \
        below into wp-content/mu-plugins/.",
    kustom_version: "Version 2.17.0 or newer is needed: Kustom announced that its interface at \
        klarna.com ends on 2026-03-31 (help.kustom.co, read 2026-11-22).",
    kustom_credentials: "If the plugin then reports that it is not authorised, ask Kustom for new \
        credentials and enter them in WooCommerce → Settings → Payments.",
    klarna_retries: "An order younger than 48 hours may still complete by itself: the push comes \
        about 2 minutes after the purchase, again after 5, 15, 30 and 60 minutes, then every 4 \
        hours (docs.kustom.co, read 2026-11-22).",
    kustom_log: "Paid there, pending here: open WooCommerce → Status → Logs. With logging on, the \
        plugin writes a line for each push that arrives.",
};

/// Over the things to paste: where they go.
const LABELS: PasteLabels = PasteLabels {
    htaccess_rules: "Apache and LiteSpeed: .htaccess in WordPress's folder",
    nginx_rules: "nginx: server block",
    htaccess_open: "Apache: at the end of .htaccess",
    htaccess_no_redirect: "Apache: at the top of .htaccess",
    nginx_open: "nginx: server block, above other locations, with your own fastcgi_pass",
    nginx_limit: "nginx: http block, then as the key of limit_req_zone",
    nginx_no_cache: "nginx: beside fastcgi_cache",
    cloudflare: "Cloudflare: expression",
    paths: "Paths for lists of exceptions",
    addresses: "Addresses of {provider}",
    wp_config: "wp-config.php, near the top",
    mu_plugin: "wp-content/mu-plugins/callback-address.php",
    wp_cli: "On the server, with WP-CLI",
    curl_posix: "Linux, macOS",
    curl_windows: "Windows",
    letter: "Message to your host",
};
