//! The audit of a whole site.

use crate::text::audit::{AuditTexts, SourceTexts, StoppedTexts};

/// What the bookmark needs.
const STAYS_OPEN: &str =
    "The shop's own page does the reading: leave it open in its tab until the end.";

/// What a page is not shown of its own site.
const PAGE_SEES_NOT: &str = "The shop's page cannot see where a page leads on to another address, nor the certificate, nor what \
                             http is answered. That stands as not seen; the extension sees it.";

pub(super) const AUDIT: AuditTexts = AuditTexts {
    classes: [
        "The page does not open: visitors see an error, or nothing.",
        "Browsers refuse to load this over http, so something of the page is missing: a script, a style, a font, a frame.",
        "What a visitor fills in here is sent without protection. Browsers warn before they send it.",
        "The page sends visitors from https to http.",
        "A link takes visitors from https to http within the shop.",
        "Browsers ask for this over https by themselves. It is missing where that fails, and it is seldom checked.",
    ],
    headings: [
        "Pages that do not open",
        "Not loaded by browsers",
        "Forms without protection",
        "Pages that lead to http",
        "Links to http",
        "Mended by browsers so far",
    ],
    sources: SourceTexts {
        stored_address: "WordPress has the shop's own address stored with http. Open Settings → General and write https:// in both \
                         addresses, then save. If the two fields are grey, the addresses stand in wp-config.php (WP_HOME, WP_SITEURL).",
        plugin: "The plugin {name} writes these addresses. Open Plugins and update it; then open its settings, put https:// \
                 where http:// stands, save, and empty its cache.",
        theme: "The theme {name} writes these addresses. Open Appearance → Customize and put https:// where http:// stands; update \
                the theme, and empty its cache.",
        core: "WordPress loads its own files over http. Open Settings → General and write https:// in both addresses, then save.",
        uploads: "These files of the media library ({name}) are named with http in posts and products. A developer replaces them at \
                  once: wp search-replace 'http://{host}' 'https://{host}' --skip-columns=guid (make a backup first).",
        host: "These come from {name}. Put https:// in front of it where the address was pasted: a widget, a theme's settings, a \
               page. If {name} has no https, use another source.",
        menu: "A menu names the shop's pages with http. Open Appearance → Menus, open the entry that leads to {address}, and put https:// \
               in its address.",
        address: "Several pages lead to {address}. It stands most likely in a widget, the footer or a block that they share: open \
                  Appearance → Widgets, or the template in the site editor, and put https:// there.",
        page: "Edit {address} and put https:// where http:// stands.",
        redirect: "These pages redirect to http://{name}. Look into the redirects of your redirect plugin, of the caching \
                   plugin and of .htaccess, and put https:// into their targets; or into Settings → General, where the home redirects.",
        gone: "Nothing is at {address} any more. Change the links that lead there, or redirect it to the page that took its place.",
        refused: "The page {address} is refused to visitors who are not logged in. If it is meant for everybody, find out what \
                  refuses it: a security plugin, or a rule of the web server.",
        broken: "The shop fails at {address}. The error stands in the log that WooCommerce → Status → Logs shows, or in that of the \
                 hosting company.",
        silent: "No answer came from {address}, or no secure connection was possible. Try it in a browser; if it fails there too, \
                 send this line to the hosting company.",
        others: "There are more of these than can be listed apart. Mend the ones above first, then audit again.",
    },
    checks: [
        (
            "The home leads from http to https",
            "Whoever types the shop's name without https stays unprotected. Ask the hosting company to redirect http to https for the \
             whole site, or switch it on where the certificate is managed.",
        ),
        (
            "The checkout leads from http to https",
            "A customer who comes by an old link pays on an unprotected page. Ask the hosting company to redirect http to https for the \
             whole site.",
        ),
        (
            "Browsers are told to stay with https",
            "Not needed, and good to have once everything is https: the header Strict-Transport-Security. Ask the hosting company for it.",
        ),
        (
            "The certificate fits the other name too",
            "Visitors who come by the other name, with or without www., see a warning. Let the certificate cover both names.",
        ),
        (
            "Canonical addresses are https",
            "Search engines are told that the http address is the right one. Open Settings → General and write https:// in both \
             addresses.",
        ),
        (
            "Links to other languages are https",
            "The language plugin names the other languages with http. Open its settings and check the addresses of the languages.",
        ),
        (
            "Links to feeds are https",
            "WordPress names its feeds with http. Open Settings → General and write https:// in both addresses.",
        ),
        (
            "Sitemaps list https addresses",
            "Search engines are sent to http addresses. Open Settings → General and write https:// in both addresses, then let the SEO \
             plugin make the sitemap anew.",
        ),
    ],
    all_secure: "Every page that was read is https throughout.",
    some_http: "Parts of the shop still use http.",
    not_all_seen: "Nothing wrong was seen, and not every page was read.",
    pages_read: "{read} of {count} pages read, {status} did not open",
    places: [
        "{count} places on {read} pages",
        "{count} places on one page",
        "One place",
    ],
    not_so: "Not so",
    title: "https on the whole website",
    lead: "Reads the shop's pages as a visitor who is not logged in, and finds every place that still uses http.",
    promises: [
        "Only pages are read, four at a time, slower where the shop slows. Nothing is put into a cart, sent or changed.",
        "Pages that the shop's robots.txt keeps from search engines are left out.",
    ],
    in_extension: [
        "You can pause it, close the browser and go on later.",
        "What is found stays in this browser.",
    ],
    in_page_kept: [
        STAYS_OPEN,
        "You can pause it, close the browser and go on later: click the bookmark on the shop's page again, and come back here.",
        PAGE_SEES_NOT,
        "What is found stays in this browser.",
    ],
    in_page_lost: [
        STAYS_OPEN,
        "You can pause it. This browser keeps nothing for this page, so when this window is closed the audit cannot go on, and \
         begins anew.",
        PAGE_SEES_NOT,
        "What is found stays in this window.",
    ],
    page_sees_not: PAGE_SEES_NOT,
    page_forbids: "The shop's page forbids its own scripts to ask the shop (its Content-Security-Policy says so), so nothing \
                   can be read through it. Use the extension for this shop.",
    how_many: "Pages to read:",
    at_most: "at most {count}",
    start: "Start",
    go_on: "Go on",
    pause: "Pause",
    end: "Stop here",
    again: "Read all again",
    refused: "The browser did not allow the pages to be read. Press Start again, and allow it for this shop.",
    pace: "{count} a second",
    left_seconds: "about {count} seconds left",
    left_minutes: "about {count} minutes left",
    more: "{count} more",
    once: "Once for the whole shop",
    to_report: "The shop's report",
    answers: ["yes", "no", "not seen"],
    stopped: StoppedTexts {
        cancelled: "The audit was ended by hand. What was found so far stands below.",
        rate_limited: "The shop's server asked for a rest, so the audit stopped. Go on later, with fewer pages.",
        challenged: "The shop's protection wants to see a human, so the audit stopped. Let the audit through there, or run it from \
                     the shop's own page.",
        failing: "One page after the other failed, so the audit stopped in order not to make it worse.",
    },
};
