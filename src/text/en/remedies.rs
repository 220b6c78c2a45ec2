//! Remedies, first part: choices, labels and the message to the host.

use super::super::remedies::{
    CallerTexts, GatewayTexts, LetterText, MoreSteps, PasteLabels, RemedyTexts,
};
use super::steps;
use crate::gateway::Right;
use crate::probe::TlsFault;
use crate::report::CauseId;
use crate::report::Effort;

pub(super) const REMEDIES: RemedyTexts = RemedyTexts {
    steps: steps::steps,
    case_steps: steps::case_steps,
    proxy_not_told: steps::PROXY_NOT_TOLD,
    letter,
    tls_letter,
    more: &MORE,
    language_plugins: LANGUAGE_PLUGINS,
    redirect_plugins: REDIRECT_PLUGINS,
    places: super::places::PLACES,
    effort,
    labels: &LABELS,
    host_letter: "Hello,\n\nmy payment provider reports payments to my shop {host} by POST requests from its own servers, without a browser and often with an empty body, to:\n\n{urls}\n\n\
        {seen}{answer}\n\n{please}\n\n{test}Thank you.\n",
    letter_test: "This repeats the request:\n\n{command}\n\n{right}\n\n",
    letter_right,
    callers: &CALLERS,
    gateways: GATEWAYS,
    letter_status: " The answer has the status {status}.",
    letter_location: " They are sent to {location}",
};

/// In the message to the host, below the command.
const fn letter_right(right: Right) -> &'static str {
    match right {
        Right::Plugin => {
            "The right answer comes from the payment plugin in WordPress, and for many of them it is status 200 with the \
                two characters -1 as the body."
        }
        Right::WooCommerce => {
            "The name at its end is made up, so that the test changes nothing in the shop. The right answer comes from \
                WooCommerce: status 400 with the two characters -1 as the body."
        }
        Right::Rest => {
            "The address is made up, so that the test changes nothing in the shop. The right answer comes from WordPress: \
                status 404 with the word rest_no_route in the body."
        }
        Right::AdminPost => {
            "The action is made up, so that the test changes nothing in the shop. The right answer comes from WordPress: \
                status 400."
        }
        Right::NotFound => {
            "The address is made up, so that the test changes nothing in the shop. The right answer is WordPress's own page \
                for what was not found."
        }
    }
}

/// From where and by what name the provider calls.
const CALLERS: CallerTexts = CallerTexts {
    addresses: "If the form only takes IP addresses: those below are what {provider} calls from ({source}, read {read}).",
    addresses_reported: "If the form only takes IP addresses: those below are reported for {provider} ({source}, read \
        {read}). Ask its support whether they still hold.",
    addresses_at: "If the form only takes IP addresses: {provider} keeps a list of them at {list}. It changes, so take it \
        from there.",
    names: "If the form only takes IP addresses: {provider} calls from those that the names below lead to ({source}, read \
        {read}). They change without notice.",
    addresses_own: "If the form only takes IP addresses: the calls come from your own {provider} server, so use its \
        address.",
    addresses_unknown: "If the form only takes IP addresses: those of {provider} are not known here. Ask its support.",
    agent: "The User-Agent {agent} is documented for {provider}'s calls ({source}, read {read}). A rule by path works \
        whatever it is.",
    agent_reported: "The User-Agent {agent} is reported for {provider}'s calls ({source}, read {read}). A rule by path works \
        whatever it is.",
    agent_unknown: "Which User-Agent {provider} sends is not known here: the call that was refused gave the name {agent}. A \
        rule by path works whatever it is.",
};

/// What is said of one gateway alone.
const GATEWAYS: &[(&str, GatewayTexts)] = &[(
    "kco",
    GatewayTexts {
        outdated: &[
            "Version 2.17.0 or newer is needed: Kustom announced that its interface at klarna.com ends on 2026-03-31 \
                (help.kustom.co, read 2026-11-22).",
            "If the plugin then reports that it is not authorised, ask Kustom for new credentials and enter them in \
                WooCommerce → Settings → Payments.",
        ],
        log: Some(
            "Paid there, pending here: open WooCommerce → Status → Logs. With logging on, the plugin writes a line for each \
                push that arrives.",
        ),
        agent: Some(
            "The User-Agent {agent} is documented for Klarna's callbacks ({source}, read {read}); whether Kustom sends the \
                same is not known. A rule by path works either way.",
        ),
    },
)];

/// Above the steps: who, and how long.
const fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Setting => "You can fix this yourself in WordPress, about 5 minutes.",
        Effort::Service => {
            "Whoever looks after the service in front of your shop can fix this, often your developer: about 15 \
                minutes."
        }
        Effort::Code => {
            "Your developer, or whoever looks after the site, can fix this: usually within an hour."
        }
        Effort::Host => "Your host has to fix this: ask its support, it usually takes a day.",
        Effort::Provider => {
            "This is fixed in the payment provider's portal, or by its support: usually within a day."
        }
    }
}

/// In its place, where it is known what is wrong with the secure connection.
const fn tls_letter(fault: TlsFault) -> &'static LetterText {
    match fault {
        TlsFault::Expired => &LetterText {
            seen: "The certificate of this name has expired.",
            please: "Please renew the certificate for this name, and see that it renews by itself.",
        },
        TlsFault::NotYetValid => &LetterText {
            seen: "The certificate of this name is not valid yet.",
            please: "Please install a certificate for this name that is valid now.",
        },
        TlsFault::OutOfDate => &LetterText {
            seen: "The certificate of this name is not valid today.",
            please: "Please renew the certificate for this name, and see that it renews by itself.",
        },
        TlsFault::WrongName => &LetterText {
            seen: "The server has no certificate for this name.",
            please: "Please install a certificate that covers exactly this name, on every server and address that answers \
                for it.",
        },
        TlsFault::SelfSigned => &LetterText {
            seen: "The server uses a self-signed certificate.",
            please: "Please install a certificate of a public authority for this name, with its full chain.",
        },
        TlsFault::IncompleteChain => &LetterText {
            seen: "The server sends its certificate without the intermediate certificates.",
            please: "Please install the full chain; with Let's Encrypt that is fullchain.pem, not cert.pem.",
        },
        TlsFault::UnknownIssuer => &LetterText {
            seen: "The certificate of this name does not lead to a known authority.",
            please: "Please install a certificate of a public authority for this name with its full chain, intermediate \
                certificates included.",
        },
        TlsFault::Revoked => &LetterText {
            seen: "The certificate of this name has been revoked.",
            please: "Please issue a new certificate for this name with a new key.",
        },
        TlsFault::OldProtocol => &LetterText {
            seen: "The server refuses TLS 1.2 and 1.3.",
            please: "Please switch TLS 1.2 and 1.3 on for this name.",
        },
        TlsFault::NothingInCommon => &LetterText {
            seen: "The TLS handshake fails: the server finds nothing in common with the caller.",
            please: "Please allow TLS 1.2 and 1.3 with today's usual ciphers for this name, and check that a certificate \
                for exactly this name is installed.",
        },
        TlsFault::ClientCertificate => &LetterText {
            seen: "The server demands a client certificate.",
            please: "Please do not demand client certificates for these paths.",
        },
        TlsFault::NotTls => &LetterText {
            seen: "The server does not speak TLS on the port of https.",
            please: "Please switch TLS on for this name on port 443, with a certificate for it.",
        },
        TlsFault::PortClosed => &LetterText {
            seen: "Connections to port 443 are refused, while port 80 answers.",
            please: "Please let the web server listen on port 443 for this name, with a valid certificate, and open the \
                port in the firewall.",
        },
    }
}

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
                on Apache, the WordPress rule with try_files on nginx or Caddy, the like elsewhere.",
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

/// Where each plugin keeps its redirects, by the name in `X-Redirect-By`. Names as chandra.dev, http.dev and
/// johngodley/redirection have them (read 2026-11-28), menus as the plugins write them.
const REDIRECT_PLUGINS: &[(&str, &str)] = &[
    (
        "redirection",
        "The plugin Redirection made this redirect. In WordPress, open Tools → Redirection, look in \
        its Log for {url}, and delete the rule or change it so that it leaves {paths} out.",
    ),
    (
        "yoast",
        "Yoast SEO made this redirect. In WordPress, open Yoast SEO → Redirects, also its tab Regex \
        Redirects, and delete the rule that catches {paths}.",
    ),
    (
        "rankmath",
        "Rank Math made this redirect. In WordPress, open Rank Math SEO → Redirections, and delete \
        the rule that catches {paths}; its fallback for pages that are not found is under General \
        Settings → Redirections.",
    ),
    (
        "saferedirectmanager",
        "Safe Redirect Manager made this redirect. In WordPress, open Tools → Redirect Manager and \
        delete the rule that catches {paths}.",
    ),
    (
        "simple301",
        "Simple 301 Redirects made this redirect. In WordPress, open 301 Redirects, usually under \
        Settings, and delete the rule that catches {paths}.",
    ),
    (
        "allinoneseo",
        "All in One SEO made this redirect. In WordPress, open All in One SEO → Redirects and delete \
        the rule that catches {paths}.",
    ),
    (
        "aioseo",
        "All in One SEO made this redirect. In WordPress, open All in One SEO → Redirects and delete \
        the rule that catches {paths}.",
    ),
    (
        "seopress",
        "SEOPress made this redirect. In WordPress, open SEO → Redirections and delete the rule that \
        catches {paths}.",
    ),
    (
        "permalinkmanager",
        "Permalink Manager made this redirect. In WordPress, open Tools → Permalink Manager → \
        Settings and switch its redirects off, or exclude {paths}.",
    ),
];

/// Steps that a situation adds.
const MORE: MoreSteps = MoreSteps {
    find_blocker: "Find out who refuses: look in the log of your security plugin, and in the events of your CDN, at the time of \
        this check. If they show nothing, ask your host for its firewall's log.",
    open_paths: "There, let calls to {paths} through for every caller and country: no bot check, no limit, POST allowed.",
    block_checkout: "This shop uses the block checkout, which is also called at {rest} before a \
        purchase completes: let that path through too, or purchases may be refused.",
    server_lines: "On a server that you run yourself, the lines below make the exception.",
    send_letter: "Where it is not yours to change, send the message below to your host.",
    rewrite_apache: "If that changes nothing, paste the rules below at the top of .htaccess in \
        WordPress's folder. If they stand there already, ask your host for mod_rewrite and \
        AllowOverride All.",
    rewrite_litespeed: "If that changes nothing, paste the rules below at the top of .htaccess in \
        WordPress's folder. OpenLiteSpeed reads them only where Auto Load from .htaccess is on, \
        under Rewrite, and after a graceful restart.",
    rewrite_nginx: "On nginx, have the rule below put into the server block of {host}, and nginx \
        reloaded.",
    rewrite_caddy: "On Caddy, have the line below put into the block of {host} in the Caddyfile, and \
        Caddy reloaded. The short form of php_fastcgi brings it along, one written out by hand may \
        not.",
    rewrite_lighttpd: "On lighttpd, have the lines below put into the configuration of {host}, and \
        lighttpd restarted. It reads no .htaccess.",
    rewrite_iis: "On IIS, ask your host for the module URL Rewrite, then save the permalinks \
        again: WordPress writes the rule into web.config. If it may not, paste the rule below.",
    rewrite_unknown: "If that changes nothing, use the rules below that belong to your web server; \
        the answers do not say which one runs. Ask your host if you do not know it.",
    rewrite_if_needed: "If WordPress cannot write its rules, or the callback then gets a \"not \
        found\" of the web server, use the rules below.",
    redirect_https: "In WordPress, open Settings → General and make both addresses begin with https://, so that the provider gets \
        the final address. Now the call goes out over http and is sent on.",
    redirect_cached: "A cache gave this redirect ({header}), so it may be older than the rule that made it. \
        Empty every cache first: the cache plugin, the host's cache, the CDN. Then check again.",
    redirect_itself: "The call is sent on to its own address. Most often, what ends the encryption in \
        front does not tell WordPress that the visitor came over https. Let the proxy send the header \
        X-Forwarded-Proto and put the lines below into wp-config.php; in Cloudflare, under \
        SSL/TLS, choose Full (strict). Then make both addresses under Settings → General begin \
        with https://.",
    redirect_twin: "In WordPress, open Settings → General and make both addresses use the name that answers without a redirect, \
        or turn the redirect round. Now the call is sent on to {target}.",
    redirect_host: "The call is sent on to {target}, another site. If the shop has moved there, let \
        the provider call the new address: save the payment plugin's settings there. If visitors \
        are sent on by country or language, exempt {paths}.",
    redirect_portal: "{target} asks every caller to log in before the shop is shown, which the \
        provider's server cannot do. In whatever guards the shop with it, let {paths} pass: in \
        Authelia a rule with the policy bypass, in Cloudflare Access an application for this path \
        with the policy Bypass, in other portals a list of open paths.",
    redirect_login: "Callers who are not logged in are sent to the shop's login. Find what asks for \
        it: a plugin for members, wholesale or private shops, or a coming-soon mode. Exempt {paths} \
        there.",
    redirect_gate: "Callers are sent to a page that asks a visitor something first, such as age, \
        country or consent, which a server cannot answer. In the plugin or service that does it, \
        exempt {paths}.",
    redirect_path: "Exempt {paths} from the redirect. It is usually a rule about slashes, capital \
        letters or languages in .htaccess, in nginx or in the CDN.",
    redirect_elsewhere: "Find the rule that sends callers away: gates for age, country or cookies, \
        redirects of the web server, the CDN. Exempt {paths} there.",
    redirect_inside: "The redirect is made within WordPress, by a plugin or the theme that gives no \
        name of its own: rules in .htaccess do not change it. Look in plugins for redirects, SEO, \
        languages and members; deactivate them one by one on a copy, and check again each time.",
    redirect_plugin: "{name} made this redirect, as the answer says. In WordPress, open its settings, \
        and delete the rule that catches {paths} or exempt these addresses there.",
    front_failed: "Tell your host the time of this check. Most likely a server in front wrote this answer, because the one \
        behind it did not answer in time: stopped, overloaded or out of memory.",
    front_after: "When the shop opens again, check again. If it fails only now and then, ask your host \
        for more PHP workers, and look for what is slow.",
    wants_key: "What stands in front asks for a key or a login, and not in a password dialog: an API gateway or a rule of a \
        firewall. Have {paths} let through there without one.",
    language_unknown: "In the settings of your language plugin, hide the language code for the \
        default language and switch off redirects by browser language.",
    language_rule: "If the default language must keep its code in addresses, put the small plugin \
        below into wp-content/mu-plugins/ instead, and save Settings → Permalinks once.",
    language_filter: "To give the provider the address without a language, put the small plugin \
        below into wp-content/mu-plugins/.",
};

/// Over the things to paste: where they go.
const LABELS: PasteLabels = PasteLabels {
    htaccess_rules: "Apache and LiteSpeed: .htaccess in WordPress's folder",
    nginx_rules: "nginx: server block",
    caddy_rules: "Caddy: the site's block, above php_fastcgi",
    lighttpd_rules: "lighttpd: lighttpd.conf",
    iis_rules: "IIS with URL Rewrite: web.config, within rewrite, rules",
    htaccess_open: "Apache: at the end of .htaccess",
    htaccess_no_redirect: "Apache: at the top of .htaccess",
    nginx_open: "nginx: server block, above other locations, with your own fastcgi_pass",
    nginx_limit: "nginx: http block, then as the key of limit_req_zone",
    nginx_no_cache: "nginx: beside fastcgi_cache",
    cloudflare: "Cloudflare: expression",
    paths: "Paths for lists of exceptions",
    address: "Callback address for the provider's portal",
    addresses: "Addresses of {provider}",
    wp_config: "wp-config.php, near the top",
    mu_plugin: "wp-content/mu-plugins/callback-address.php",
    wp_cli: "On the server, with WP-CLI",
    curl_posix: "Linux, macOS",
    curl_windows: "Windows",
    letter: "Message to your host",
};
