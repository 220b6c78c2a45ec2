//! Which of the site's links an audit follows: pages, and never a link that acts, a login, or a list without end.
//!
//! Sources: WooCommerce 10.9.1, `includes/class-wc-form-handler.php`, `class-wc-query.php`, `class-wc-ajax.php`; WordPress 7.0,
//! `wp-includes/class-wp.php`, public query variables (read 2026-11-29).

use crate::shop::{CALLED, ENTRANCES, Harmless, OWN_PATHS, QUERY_ENTRANCES, Url};

/// Words that do something when they are asked for, log in, or belong to one order: in a path, or as a key of a query.
const ACTS: &[&str] = &[
    "add-to-cart",
    "buy-now",
    "cgi-bin",
    "customer-logout",
    "delete-payment-method",
    "log-in",
    "log-out",
    "login",
    "logout",
    "lost-password",
    "order-pay",
    "order-received",
    "set-default-payment-method",
    "sign-in",
    "sign-out",
    "signin",
    "signout",
    "unsubscribe",
    "view-order",
    "wc-ajax",
    "wc-api",
    "wc-auth",
    "wp-activate.php",
    "wp-admin",
    "wp-comments-post.php",
    "wp-cron.php",
    "wp-json",
    "wp-login.php",
    "wp-signup.php",
    "wp-trackback.php",
    "xmlrpc.php",
];

/// Keys of a query that do so, and are ordinary words in a path.
const ACTING_KEYS: &[&str] = &[
    "action",
    "apply_coupon",
    "cancel_order",
    "cart_item_key",
    "delete",
    "doing_wp_cron",
    "download_file",
    "key",
    "like",
    "order_again",
    "pay_for_order",
    "quantity",
    "removed_item",
    "reset",
    "resetpass",
    "rest_route",
    "token",
    "undo_item",
];

/// Beginnings of such keys.
const ACTING_STARTS: &[&str] = &[
    "add_",
    "clear-cart",
    "clear_cart",
    "empty-cart",
    "empty_cart",
    "remove_",
];

/// What makes a key act wherever it stands in it.
const ACTING_PARTS: &[&str] = &["logout", "nonce"];

/// Other words of a path that no audit asks for: they are no pages.
const PATHS: &[&str] = &["embed", "feed", "trackback"];

/// Words of a path below which dates have no end.
const CALENDARS: &[&str] = &[
    "agenda",
    "calendar",
    "calendario",
    "calendrier",
    "event",
    "events",
    "evenement",
    "evenements",
    "evenemang",
    "kalender",
    "kalenteri",
    "veranstaltung",
    "veranstaltungen",
];

/// Keys of a query that sort, filter, or belong to one visitor.
const KEYS: &[&str] = &[
    "_wp_http_referer",
    "added-to-cart",
    "attachment",
    "cal",
    "compare",
    "date",
    "day",
    "edit-account",
    "email",
    "eventdate",
    "eventdisplay",
    "feed",
    "from",
    "ical",
    "loggedout",
    "max_price",
    "min_price",
    "month",
    "order",
    "orderby",
    "outlook-ical",
    "per_page",
    "phpsessid",
    "preview",
    "print",
    "product_view",
    "rating_filter",
    "redirect_to",
    "replytocom",
    "s",
    "share",
    "sid",
    "sort",
    "sort_by",
    "to",
    "tribe-bar-date",
    "variation_id",
    "week",
    "year",
];

/// Beginnings of such keys.
const KEY_STARTS: &[&str] = &[
    "utm_",
    "filter_",
    "query_type_",
    "attribute_",
    "tribe_",
    "tribe-",
    "yith_",
    "um_",
];

/// Endings of files that are no pages.
const FILES: &[&str] = &[
    "7z",
    "aac",
    "apk",
    "atom",
    "avi",
    "avif",
    "bmp",
    "bz2",
    "css",
    "csv",
    "dmg",
    "doc",
    "docx",
    "eot",
    "eps",
    "epub",
    "exe",
    "flac",
    "flv",
    "gif",
    "gz",
    "heic",
    "ico",
    "ics",
    "iso",
    "jpeg",
    "jpg",
    "js",
    "json",
    "m4a",
    "m4v",
    "map",
    "mid",
    "mjs",
    "mkv",
    "mobi",
    "mov",
    "mp3",
    "mp4",
    "mpeg",
    "mpg",
    "msi",
    "odp",
    "ods",
    "odt",
    "ogg",
    "ogv",
    "otf",
    "pdf",
    "png",
    "ppt",
    "pptx",
    "ps",
    "psd",
    "rar",
    "rss",
    "rtf",
    "svg",
    "svgz",
    "tar",
    "tgz",
    "tif",
    "tiff",
    "ttf",
    "txt",
    "vcf",
    "wasm",
    "wav",
    "webm",
    "webmanifest",
    "webp",
    "wma",
    "wmv",
    "woff",
    "woff2",
    "xls",
    "xlsx",
    "xml",
    "xz",
    "zip",
];

/// Words of a path, at most: deeper ones are traps.
const WORDS: usize = 16;

/// How often a word may stand in a path: links that are relative by mistake repeat it without end.
const REPEATS: usize = 2;

/// Whether an address may be asked for at all: it is no callback, and does nothing when it is asked for.
pub(super) fn is_harmless(url: &Url) -> bool {
    let path = plain(url.path());
    Harmless::of(url).callback.is_none()
        && !path.split('/').any(|word| ACTS.contains(&word))
        && url.query().is_none_or(|query| !query.split('&').any(acts))
}

/// Whether a link of the site leads to a page that an audit may ask for.
pub(super) fn may_follow(url: &Url) -> bool {
    let path = plain(url.path());
    let words: Vec<&str> = path.split('/').filter(|word| !word.is_empty()).collect();
    if !is_harmless(url) || words.len() > WORDS || words.iter().any(|word| PATHS.contains(word)) {
        return false;
    }
    let repeats = |word: &&str| words.iter().filter(|other| other == &word).count() > REPEATS;
    if words.iter().any(repeats) {
        return false;
    }
    if let Some((_, ending)) = words.last().and_then(|word| word.rsplit_once('.'))
        && FILES.contains(&ending)
    {
        return false;
    }
    if let Some(at) = words.iter().position(|word| CALENDARS.contains(word))
        && words
            .get(at + 1..)
            .is_some_and(|below| below.iter().any(|word| is_date(word)))
    {
        return false;
    }
    url.query()
        .is_none_or(|query| query.split('&').all(may_follow_key))
}

/// Whether a pair of a query lets its page be asked for, unless it acts.
fn may_follow_key(pair: &str) -> bool {
    let key = key_of(pair);
    !(KEYS.contains(&key.as_str()) || KEY_STARTS.iter().any(|start| key.starts_with(start)))
}

/// Whether a pair of a query acts.
fn acts(pair: &str) -> bool {
    let key = key_of(pair);
    ACTS.contains(&key.as_str())
        || ACTING_KEYS.contains(&key.as_str())
        || ACTING_STARTS.iter().any(|start| key.starts_with(start))
        || ACTING_PARTS.iter().any(|part| key.contains(part))
}

/// The key of a pair, as PHP reads it.
fn key_of(pair: &str) -> String {
    let key = plain(pair.split('=').next().unwrap_or_default());
    let key = key.split('[').next().unwrap_or_default();
    key.trim_start_matches([' ', '+'])
        .replace(['.', ' ', '+'], "_")
}

/// A text as servers read it: its letters and signs are the same when they are encoded.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let code = after
            .get(..2)
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        rest = if let Some(code) = code.filter(u8::is_ascii) {
            out.push(char::from(code));
            after.get(2..).unwrap_or_default()
        } else {
            out.push('%');
            after
        };
    }
    out.push_str(rest);
    out.make_ascii_lowercase();
    out
}

/// The source of a regular expression, without regard to case, for what acts in a path with its query, or is a callback: for
/// the agent in a shop's page (`www/agent.js`), which refuses it whoever asks. One layer of percent signs is taken off before.
pub fn acts_pattern() -> String {
    let words = [ACTS, ENTRANCES, OWN_PATHS, QUERY_ENTRANCES].concat();
    // The sign for an underscore stands for a hyphen too.
    let starts: Vec<&str> = ACTING_STARTS
        .iter()
        .copied()
        .filter(|start| !start.contains('-'))
        .collect();
    [
        "[/?&][ +]*",
        &any_of(&words),
        "(?![^/?&=[])|[?&][ +]*(",
        &any_of(ACTING_KEYS),
        "(?![^&=[])|",
        &starts.join("|"),
        ")|[?&][^=&]*",
        &any_of(ACTING_PARTS),
        "|[^a-z0-9]",
        &any_of(CALLED),
        "(?![^/?&=[.])",
    ]
    .concat()
    // As PHP reads a name.
    .replace('_', ".")
}

/// A regular expression for any of some words, what they begin with alike written once.
fn any_of(words: &[&str]) -> String {
    let mut firsts: Vec<char> = words
        .iter()
        .filter_map(|word| word.chars().next())
        .collect();
    firsts.sort_unstable();
    firsts.dedup();
    let ends = words.contains(&"");
    let parts: Vec<String> = firsts
        .into_iter()
        .map(|first| {
            let rests = words.iter().filter_map(|word| word.strip_prefix(first));
            [
                &first.to_string(),
                any_of(&rests.collect::<Vec<_>>()).as_str(),
            ]
            .concat()
        })
        .collect();
    match (parts.as_slice(), ends) {
        ([], _) => String::new(),
        ([part], false) => part.clone(),
        _ => ["(", &parts.join("|"), if ends { ")?" } else { ")" }].concat(),
    }
}

/// `2026`, `2026-05`, `2026-05-17`, and nothing that is a name.
pub(super) fn is_date(word: &str) -> bool {
    let mut parts = word.split('-');
    let year = parts.next().unwrap_or_default();
    year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
        && parts.all(|part| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_links_are_followed() {
        for (link, follows) in [
            ("/", true),
            ("/product/blue-cup/", true),
            ("/shop/page/2/", true),
            ("/2026/05/", true),
            ("/my-account/", true),
            ("/checkout/", true),
            ("/cart/", true),
            ("/?page_id=8", true),
            ("/?product=cup&lang=de", true),
            ("/index.php/shop/", true),
            ("/page.html", true),
            ("/v1.2/notes", true),
            ("/events/", true),
            ("/events/summer-fair/", true),
            ("/event/fair-2026/", true),
            ("/shop/?empty-cart", false),
            ("/cart/?clear_cart=1", false),
            ("/cart/?remove_item=abc&_wpnonce=1", false),
            ("/shop/?add-to-cart=12", false),
            ("/?wc-ajax=get_refreshed_fragments", false),
            ("/?wc-api=wc_stripe", false),
            ("/wc-api/KCO_WC_Push/", false),
            ("/checkout/order-received/12/?key=wc_order_1", false),
            ("/my-account/customer-logout/", false),
            ("/wp-login.php", false),
            ("/wp-login.php?action=logout&_wpnonce=1", false),
            ("/WP-Admin/", false),
            ("/wp-json/wp/v2/posts", false),
            ("/login/", false),
            ("/shop/?orderby=price", false),
            ("/shop/?filter_color=red", false),
            ("/shop/?min_price=1&max_price=2", false),
            ("/?s=cup", false),
            ("/events/2031-05/", false),
            ("/calendar/2031/05/", false),
            ("/events/?tribe-bar-date=2031-05-01", false),
            ("/kalender/?month=5", false),
            ("/a/?my_nonce=1", false),
            ("/manual.pdf", false),
            ("/photo.JPG", false),
            ("/a/b/a/b/a/b/", false),
            ("/feed/", false),
            ("/xmlrpc.php", false),
            ("/paytrail/", false),
            ("/my-gateway-webhook/", false),
            ("/?paytrail-route=x", false),
            ("/shop/action/", true),
            ("/wp%2Dlogin.php", false),
            ("/cart/?remove%5Fitem=abc", false),
            ("/cart/?remove.item=abc", false),
            ("/?+add-to-cart%5B%5D=1", false),
            ("/te%C3%A9/?a%5B%5D=1", true),
        ] {
            let url = Url::parse("https://shop.example.com/").unwrap();
            assert_eq!(may_follow(&url.join(link).unwrap()), follows, "{link}");
        }
    }

    #[test]
    fn sheets_and_sitemaps_are_no_way_to_what_acts() {
        let url = Url::parse("https://shop.example.com/").unwrap();
        for (link, harmless) in [
            ("/wp-content/themes/a/style.css?ver=1.2", true),
            ("/sitemap.xml.gz", true),
            ("/?sitemap=1", true),
            ("/wp-content/plugins/a/style.css?sort=1", true),
            ("/wc-api/KCO_WC_Push/", false),
            ("/wp-json/mollie/v1/webhook", false),
            ("/?wc-api=wc_stripe", false),
            ("/style.css?add-to-cart=7", false),
            ("/paytrail/", false),
        ] {
            assert_eq!(is_harmless(&url.join(link).unwrap()), harmless, "{link}");
        }
    }

    #[test]
    fn words_that_begin_alike_are_written_once() {
        assert_eq!(any_of(&["ab", "ac", "a"]), "a(b|c)?");
        assert_eq!(any_of(&["wp-admin", "wp-cron.php"]), "wp-(admin|cron.php)");
    }
}
