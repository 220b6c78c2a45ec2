//! Which of the site's links an audit follows: pages, and never a link that acts, a login, or a list without end.
//!
//! Sources: WooCommerce 10.9.1, `includes/class-wc-form-handler.php`, `class-wc-query.php`, `class-wc-ajax.php`; WordPress 7.0,
//! `wp-includes/class-wp.php`, public query variables (read 2026-11-29).

use crate::shop::Url;

/// Words of a path that no audit asks for: they act, log in, belong to one order, or are no pages.
const PATHS: &[&str] = &[
    "add-to-cart",
    "cgi-bin",
    "customer-logout",
    "delete-payment-method",
    "embed",
    "feed",
    "login",
    "log-in",
    "logout",
    "log-out",
    "lost-password",
    "order-pay",
    "order-received",
    "set-default-payment-method",
    "signin",
    "sign-in",
    "signout",
    "sign-out",
    "trackback",
    "unsubscribe",
    "view-order",
    "wc-api",
    "wc-auth",
    "wp-admin",
    "wp-comments-post.php",
    "wp-cron.php",
    "wp-json",
    "wp-login.php",
    "wp-signup.php",
    "wp-trackback.php",
    "xmlrpc.php",
    "wp-activate.php",
];

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

/// Keys of a query that act, sort, filter, or belong to one visitor.
const KEYS: &[&str] = &[
    "_wp_http_referer",
    "action",
    "add_to_cart",
    "add_to_compare",
    "add_to_wishlist",
    "add-to-cart",
    "added-to-cart",
    "apply_coupon",
    "attachment",
    "buy-now",
    "cancel_order",
    "cart_item_key",
    "cal",
    "compare",
    "customer-logout",
    "date",
    "day",
    "delete",
    "delete-payment-method",
    "doing_wp_cron",
    "download_file",
    "edit-account",
    "email",
    "eventdate",
    "eventdisplay",
    "feed",
    "from",
    "ical",
    "key",
    "like",
    "login",
    "logout",
    "loggedout",
    "lost-password",
    "max_price",
    "min_price",
    "month",
    "order",
    "order_again",
    "order-pay",
    "order-received",
    "orderby",
    "outlook-ical",
    "pay_for_order",
    "per_page",
    "phpsessid",
    "preview",
    "print",
    "product_view",
    "quantity",
    "rating_filter",
    "redirect_to",
    "remove_coupon",
    "remove_from_wishlist",
    "remove_item",
    "removed_item",
    "replytocom",
    "reset",
    "resetpass",
    "rest_route",
    "s",
    "set-default-payment-method",
    "share",
    "sid",
    "sort",
    "sort_by",
    "to",
    "token",
    "tribe-bar-date",
    "undo_item",
    "unsubscribe",
    "variation_id",
    "view-order",
    "wc-ajax",
    "wc-api",
    "week",
    "year",
];

/// Beginnings of such keys.
const KEY_STARTS: &[&str] = &[
    "filter_",
    "query_type_",
    "attribute_",
    "tribe_",
    "tribe-",
    "yith_",
    "um_",
    "remove_",
    "add_",
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

/// Whether a link of the site leads to a page that an audit may ask for.
pub(super) fn may_follow(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    let words: Vec<&str> = path.split('/').filter(|word| !word.is_empty()).collect();
    if words.len() > WORDS || words.iter().any(|word| PATHS.contains(word)) {
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
    url.query().is_none_or(|query| {
        query.split('&').all(|pair| {
            let key = pair
                .split('=')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            let key = key.split(['[', '%']).next().unwrap_or_default();
            !(KEYS.contains(&key)
                || KEY_STARTS.iter().any(|start| key.starts_with(start))
                || key.contains("nonce")
                || key.contains("logout"))
        })
    })
}

/// `2026`, `2026-05`, `2026-05-17`, and nothing that is a name.
fn is_date(word: &str) -> bool {
    let mut parts = word.split('-');
    let year = parts.next().unwrap_or_default();
    year.len() == 4
        && year.starts_with(['1', '2', '3'])
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
        ] {
            let url = Url::parse("https://shop.example.com/").unwrap();
            assert_eq!(may_follow(&url.join(link).unwrap()), follows, "{link}");
        }
    }
}
