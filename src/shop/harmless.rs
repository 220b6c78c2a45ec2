//! What may be asked for of an address that came from elsewhere: typed, opened, pasted, linked, sent by a shop.
//!
//! A callback's handler acts on whatever calls it, by any method, and an address may name an order or hold its key. So an
//! address is looked at once, with every layer of percent-encoding taken off, and only its beginning is kept, up to the
//! first segment that is not plainly part of a page's address. What a callback is called is kept as a name.

use serde::{Deserialize, Serialize};

use super::{ShopUrl, Url};

/// A callback's name, where it is in a strict plain form: never an order, a key, or what else stands in an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Callback {
    /// A handler of wc-api, as it was written: `KCO_WC_Push`.
    Handler(String),
    /// A route of REST up to its first number or key, without slashes around: `mollie/v1/webhook`.
    Route(String),
    /// Another entrance, by what shows it: `admin-post.php`, `wc-ajax`, `vipps-consent-removal`, `webhook`.
    Entrance(String),
}

/// An address that came from elsewhere, reduced to what may be asked for, written down and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harmless {
    /// The page that it names: without a fragment, with the part of the query that finds the page, and cut where an order,
    /// an account or a key begins. Of a callback the home below which it stands, as far as the address shows it.
    pub page: Url,
    /// The callback that it is, where it is one.
    pub callback: Option<Callback>,
    /// Whether more stood behind the page. Then the page is no folder that a shop may stand in.
    pub was_cut: bool,
    /// Whether the page is the home below which a callback stands.
    is_home: bool,
    /// A callback's own address: its form, folder and language, with nothing behind its name.
    bare: Option<Url>,
}

impl Harmless {
    /// Reduces an address.
    pub fn of(url: &Url) -> Self {
        let segments: Vec<&str> = url.path().split('/').filter(|s| !s.is_empty()).collect();
        let kinds: Vec<Kind> = (0..segments.len()).map(|at| kind(&segments, at)).collect();
        let pages = kinds.iter().take_while(|kind| **kind == Kind::Page).count();
        // A shop's own word for "order received", whose number was cut, is no page either.
        let names_order = |at: usize| {
            at > 0
                && segments
                    .get(at - 1)
                    .is_some_and(|raw| is_of_order(&decoded(raw)))
        };
        let kept = match kinds.get(pages) {
            Some(Kind::Private) if names_order(pages) => pages - 1,
            _ => pages,
        };
        let by_path = kinds.iter().position(|kind| *kind == Kind::Callback);
        let by_query = query_callback(url);
        let is_callback = by_path.is_some() || by_query.is_some();
        // `wp-admin` before `admin-post.php` belongs to the callback.
        let entrance = by_path
            .filter(|at| is_admin_script(&segments, *at))
            .map_or(by_path, |at| Some(at - 1));
        let was_cut = kept < segments.len() && entrance != Some(kept);
        let before = segments.get(..kept).unwrap_or_default();
        let home = if is_callback {
            before_prefix(before)
        } else if kept < segments.len() && before.last().is_some_and(|last| is_index(last)) {
            before.get(..before.len() - 1).unwrap_or_default()
        } else {
            before
        };
        let query = if is_callback { None } else { kept_query(url) };
        let open = kept == segments.len() && !is_callback && !url.path().ends_with('/');
        let page = url
            .with_path(&path_of(home, open))
            .with_query(query.as_deref());
        let callback = match by_path {
            Some(at) => Some(named_by_path(&segments, at)),
            None => by_query,
        };
        let bare = callback.as_ref().and_then(|callback| {
            let slash = url.path().ends_with('/');
            bare(url, before, by_path, &segments, callback, slash)
        });
        Self {
            page,
            is_home: callback.is_some() && !was_cut,
            callback,
            was_cut,
            bare: bare.filter(|_| !was_cut),
        }
    }

    /// Asks about a callback whose address came from elsewhere; the page stays.
    pub fn ask_about(&mut self, other: Self) {
        self.callback = other.callback;
        self.bare = other.bare;
    }

    /// The home that a callback's address shows, where nothing else stands between the two.
    pub fn home(&self) -> Option<ShopUrl> {
        self.is_home.then(|| ShopUrl::new(&self.page))
    }

    /// The address as it may be shown and compared: a callback's own, without what stood behind its name, else the page.
    pub fn address(&self) -> &Url {
        self.bare.as_ref().unwrap_or(&self.page)
    }
}

/// The page that an answer at `from` sends to, where it may be read: on the same site, and no callback. Whoever redirects
/// must not make us call, ask anybody else, or name an order.
pub fn next_page(site: &ShopUrl, from: &Url, location: &str) -> Option<Url> {
    let next = Harmless::of(&from.join(location.trim())?);
    (next.callback.is_none() && site.same_site(&next.page)).then_some(next.page)
}

/// What may be shown of the address that an answer at `from` sends to: scheme, host and path, with `*` for numbers and
/// keys, and of the query the names, unless a value only finds a page or names a callback.
pub fn shown_location(from: &Url, location: &str) -> String {
    let Some(to) = from.join(location) else {
        let end = location.find(['?', '#', '@']).unwrap_or(location.len());
        return location.get(..end).unwrap_or_default().to_owned();
    };
    let segments = to.path().split('/');
    let path: Vec<&str> = segments
        .map(|raw| if is_hidden(raw) { "*" } else { raw })
        .collect();
    let shown = named_query(&to).map_or_else(
        || to.with_path(&path.join("/")),
        |query| to.with_path(&path.join("/")).with_query(Some(&query)),
    );
    // As it was written, where nothing of it is hidden.
    if shown == to && !location.contains(['@', '#']) {
        return location.to_owned();
    }
    shown.to_string()
}

/// What may be shown of the address of a file: all but the values in its query.
pub(crate) fn shown_file(url: &Url) -> Url {
    url.with_query(named_query(url).as_deref())
}

fn is_hidden(raw: &str) -> bool {
    !is_plain(raw) || is_id(&decoded(raw).to_ascii_lowercase())
}

/// The names of a query, with the values that tell of nobody.
fn named_query(url: &Url) -> Option<String> {
    let pairs = url
        .query()?
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((key, value)) if is_telling(key, value) => pair,
            Some((key, _)) if !is_hidden(key) => key,
            _ => "*",
        });
    Some(pairs.collect::<Vec<_>>().join("&"))
}

/// Whether a value in a redirect tells what it is about, and of nobody.
fn is_telling(key: &str, value: &str) -> bool {
    match key {
        "wc-api" => handler(value).is_some(),
        "lang" | "page_id" => fits(key, value, false),
        // The version of a file.
        "ver" => value.len() < KEY_BYTES && is_plain(value),
        // The plugin Password Protected is known by it.
        "password-protected" => value == "login",
        _ => false,
    }
}

/// What a segment of a path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Part of a page's address.
    Page,
    /// An order, an account, a key, or what no page is called; with everything behind it.
    Private,
    /// A callback begins.
    Callback,
}

/// Entrances of WordPress and WooCommerce that are no pages. Source: WordPress 7.1 and WooCommerce 10.
pub(crate) const ENTRANCES: &[&str] = &[
    "wc-api",
    "wp-json",
    "wc-ajax",
    "wc-auth",
    "admin-post.php",
    "admin-ajax.php",
    "xmlrpc.php",
    "wp-cron.php",
];

/// The gateways' own paths whose names do not say what they are. Source: `woo-vipps`, Paytrail 2.6.1.
pub(crate) const OWN_PATHS: &[&str] = &["vipps-consent-removal", "paytrail"];

/// Words by which gateways call what their provider calls, as the whole or the end of a segment.
pub(crate) const CALLED: &[&str] = &[
    "callback",
    "callbacks",
    "webhook",
    "webhooks",
    "notification",
    "notifications",
    "notify",
    "ipn",
    "postback",
];

/// Keys of a query that make an address a callback. Source: WordPress 7.1, WooCommerce 10, Paytrail 2.6.1.
pub(crate) const QUERY_ENTRANCES: &[&str] = &["wc-api", "rest_route", "wc-ajax", "paytrail-route"];

/// Pages of one customer, and what stands behind them. A shop may translate them: then the number behind tells. Source:
/// WooCommerce 10, settings "Account endpoints", and what its translations call the account's page.
const PRIVATE: &[&str] = &[
    "my-account",
    "order-received",
    "order-pay",
    "view-order",
    "orders",
    "downloads",
    "edit-account",
    "edit-address",
    "payment-methods",
    "add-payment-method",
    "delete-payment-method",
    "set-default-payment-method",
    "subscriptions",
    "view-subscription",
    "subscription-payment-method",
    "lost-password",
    "reset-password",
    "customer-logout",
    "logout",
    "log-out",
    "add-to-cart",
    "wp-admin",
    "wp-content",
    "wp-includes",
    "mitt-konto",
    "min-konto",
    "min-side",
    "oma-tili",
    "mein-konto",
    "mon-compte",
    "mijn-account",
    "mi-cuenta",
    "minha-conta",
    "il-mio-account",
    "moje-konto",
];

/// Words before an order's number in one segment.
const ORDER_WORDS: &[&str] = &[
    "order",
    "orders",
    "ordre",
    "tilaus",
    "bestellung",
    "commande",
    "bestelling",
    "pedido",
    "ordine",
    "zamowienie",
    "invoice",
    "receipt",
    "key",
    "token",
];

/// Bytes of a handler's name, at most: what providers take is shorter by far.
const NAME_BYTES: usize = 64;

/// Segments of a route, at most.
const ROUTE_SEGMENTS: usize = 6;

/// Bytes from which on letters and digits together are a key and no word.
const KEY_BYTES: usize = 16;

/// Digits of a folder or a year at the root, at most; more, or further in, are a number of something.
const FOLDER_DIGITS: usize = 4;

/// Digits of the number of a page, at most.
const PAGE_DIGITS: usize = 10;

/// Bytes of a value that finds a page, at most.
const VALUE_BYTES: usize = 100;

fn kind(segments: &[&str], at: usize) -> Kind {
    let Some(raw) = segments.get(at) else {
        return Kind::Page;
    };
    let text = decoded(raw).to_ascii_lowercase();
    let mut parts = text.split(['/', '\\', ';', '?', '&', '#']).map(bare_name);
    if parts.any(|part| is_entrance(&part)) {
        return Kind::Callback;
    }
    let name = bare_name(&text);
    let folder = at == 0 && name.len() <= FOLDER_DIGITS;
    let private = !is_plain(raw)
        || PRIVATE.contains(&name.as_str())
        || is_script(&name) && !is_index(&name)
        || is_id(&name) && !(folder && name.bytes().all(|b| b.is_ascii_digit()));
    if private { Kind::Private } else { Kind::Page }
}

/// Without what servers drop from a segment or a key: controls and spaces, `[]`, a value.
fn bare_name(text: &str) -> String {
    let text = text.split(['=', '[']).next().unwrap_or_default();
    text.chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect()
}

fn is_entrance(name: &str) -> bool {
    let word = name.trim_end_matches(".php");
    let last = word.rsplit(['-', '_', '.']).next().unwrap_or_default();
    ENTRANCES.contains(&name)
        || OWN_PATHS.contains(&name)
        || QUERY_ENTRANCES.contains(&name)
        || CALLED.contains(&last)
}

fn is_script(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end == "php")
}

fn is_index(segment: &str) -> bool {
    segment.eq_ignore_ascii_case("index.php")
}

fn is_of_order(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let mut words = name.split(['-', '_', '.']);
    words.any(|word| ORDER_WORDS.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit())))
}

/// A number, an order's key, or a name that only a machine gives.
fn is_id(name: &str) -> bool {
    let digits = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let words = || name.split(['-', '_', '.', '~', '+', ',']);
    let number = digits(name) && words().all(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let of_order = digits(name) && is_of_order(name);
    let key = words().any(|word| word.len() >= KEY_BYTES && digits(word))
        // The last group of a UUID.
        || words().any(|word| word.len() == 12 && word.bytes().all(|b| b.is_ascii_hexdigit()) && digits(word));
    number || of_order || key || name.starts_with("wc_order_")
}

/// Whether a part of an address says what it says: at most one layer of encoding, and characters as pages have.
fn is_plain(raw: &str) -> bool {
    let once = decode(raw.as_bytes());
    std::str::from_utf8(&once).is_ok_and(|text| {
        text.chars().all(|c| {
            c.is_alphanumeric()
                || matches!(c, '-' | '_' | '.' | '~' | '+' | ',' | '!' | '(' | ')' | ' ')
        })
    })
}

/// With every layer of percent-encoding taken off.
fn decoded(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    loop {
        let next = decode(&bytes);
        if next == bytes {
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        bytes = next;
    }
}

/// With one layer of percent-encoding taken off.
pub(super) fn decode(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        rest = after;
        let mut byte = *first;
        if let (b'%', [high, low, after @ ..]) = (byte, after)
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            byte = high << 4 | low;
            rest = after;
        }
        out.push(byte);
    }
    out
}

/// The home before a callback: `index.php` and a language stand behind it.
fn before_prefix<'s, 'u>(segments: &'s [&'u str]) -> &'s [&'u str] {
    let mut home = segments;
    while let Some((last, before)) = home.split_last()
        && (is_index(last) || is_language(last))
    {
        home = before;
    }
    home
}

fn path_of(segments: &[&str], open: bool) -> String {
    let mut path = String::from("/");
    for segment in segments {
        path.push_str(segment);
        path.push('/');
    }
    if open && path.len() > 1 {
        path.pop();
    }
    path
}

/// The callback in a query, whatever is encoded there.
fn query_callback(url: &Url) -> Option<Callback> {
    let query = decoded(url.query()?);
    let mut pairs = query.split(['&', ';', '?']).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        // PHP's own words for a name: no space before it, and no space or dot within.
        let key = bare_name(&key.replace(['.', '+', ' '], "_")).to_ascii_lowercase();
        (key.trim_start_matches('_').to_owned(), value)
    });
    let (key, value) = pairs.find(|(key, _)| QUERY_ENTRANCES.contains(&key.as_str()))?;
    let named = match key.as_str() {
        "wc-api" => handler(value).map(Callback::Handler),
        "rest_route" => {
            let segments: Vec<&str> = value.split('/').filter(|s| !s.is_empty()).collect();
            Some(Callback::Route(route(&segments)))
        }
        _ => None,
    };
    Some(named.unwrap_or(Callback::Entrance(key)))
}

/// The callback that begins at a segment: a name may stand in that very segment, behind an encoded slash.
fn named_by_path(segments: &[&str], at: usize) -> Callback {
    let behind = segments.get(at..).unwrap_or_default().join("/");
    let behind = decoded(&behind);
    let mut parts = behind
        .split(['/', '\\', '?', '&', '#'])
        .map(|part| part.split(';').next().unwrap_or_default())
        .filter(|part| !part.is_empty());
    let first = parts.find(|part| is_entrance(&bare_name(part).to_ascii_lowercase()));
    let first = first.unwrap_or_default();
    let parts: Vec<&str> = first
        .split_once('=')
        .map(|(_, value)| value)
        .into_iter()
        .chain(parts)
        .collect();
    let name = bare_name(first).to_ascii_lowercase();
    let named = match name.as_str() {
        "wc-api" => parts
            .first()
            .and_then(|name| handler(name))
            .map(Callback::Handler),
        "wp-json" => Some(Callback::Route(route(&parts))),
        _ => None,
    };
    named.unwrap_or_else(|| Callback::Entrance(entrance(&name)))
}

/// The name of an entrance as far as it is known here, so that it is nobody else's word.
fn entrance(name: &str) -> String {
    let known = [ENTRANCES, OWN_PATHS, QUERY_ENTRANCES, CALLED];
    let mut known = known.into_iter().flatten();
    let found =
        known.find(|known| **known == name || name.trim_end_matches(".php").ends_with(**known));
    found.map_or("callback", |known| known).to_owned()
}

/// A handler's name in a plain form.
fn handler(name: &str) -> Option<String> {
    let letters = name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let named = letters && name.bytes().any(|b| b.is_ascii_alphabetic());
    (named && name.len() <= NAME_BYTES && !is_id(&name.to_ascii_lowercase()))
        .then(|| name.to_owned())
}

/// A route up to its first number or key. A namespace may hold digits, as in `1cc/v1`; what stands behind it is words.
fn route(segments: &[&str]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in segments.iter().take(ROUTE_SEGMENTS) {
        let word = |b: u8| b.is_ascii_lowercase() || matches!(b, b'-' | b'_');
        let fits = if kept.len() < 2 {
            handler(segment).is_some()
        } else {
            // Behind a webhook stands a key as often as a word.
            let behind = kept.last().is_some_and(|last| CALLED.contains(last));
            segment.bytes().all(word) && segment.len() >= if behind { 8 } else { 1 }
        };
        if !fits || segment.len() > NAME_BYTES {
            break;
        }
        kept.push(segment);
    }
    kept.join("/")
}

/// The callback's own address in the form in which it came.
fn bare(
    url: &Url,
    before: &[&str],
    by_path: Option<usize>,
    segments: &[&str],
    callback: &Callback,
    slash: bool,
) -> Option<Url> {
    let folder = path_of(before, false);
    match (callback, by_path) {
        (Callback::Handler(name), Some(at)) => {
            // A slash behind the name is part of the form; one behind what follows is not.
            let slash = if slash || segments.len() > at + 2 {
                "/"
            } else {
                ""
            };
            Some(url.with_path(&[&folder, "wc-api/", name, slash].concat()))
        }
        (Callback::Route(route), Some(_)) => {
            let slash = if slash && !route.is_empty() { "/" } else { "" };
            Some(url.with_path(&[&folder, "wp-json/", route, slash].concat()))
        }
        (Callback::Handler(name), None) => {
            let url = url.with_path(&path_of(before, !url.path().ends_with('/')));
            Some(url.with_query(Some(&["wc-api=", name].concat())))
        }
        (Callback::Route(route), None) => {
            let url = url.with_path(&path_of(before, !url.path().ends_with('/')));
            Some(url.with_query(Some(&["rest_route=/", route].concat())))
        }
        (Callback::Entrance(name), Some(at)) => {
            let own = own_address(url, name, segments, at)?;
            Some(
                url.with_path(&[&folder, own.0.as_str()].concat())
                    .with_query(own.1.as_deref()),
            )
        }
        (Callback::Entrance(_), None) => {
            let query = named_pairs(url.query()?)?;
            let url = url.with_path(&path_of(before, !url.path().ends_with('/')));
            Some(url.with_query(Some(&query)))
        }
    }
}

/// Whether a script of `wp-admin` that plugins hang callbacks on stands there.
fn is_admin_script(segments: &[&str], at: usize) -> bool {
    let name = |at: usize| segments.get(at).map(|raw| raw.to_ascii_lowercase());
    at > 0
        && name(at).is_some_and(|name| name == "admin-post.php")
        && name(at - 1).is_some_and(|name| name == "wp-admin")
}

/// A callback's own path and argument, where it is neither wc-api's nor REST's: an action of `admin-post.php`, or the words
/// of a plugin's own path.
fn own_address(
    url: &Url,
    name: &str,
    segments: &[&str],
    at: usize,
) -> Option<(String, Option<String>)> {
    if is_admin_script(segments, at) {
        let pairs = url
            .query()?
            .split('&')
            .filter_map(|pair| pair.split_once('='));
        let action = pairs
            .filter(|(key, _)| *key == "action")
            .find_map(|(_, value)| handler(value))?;
        return Some((
            "wp-admin/admin-post.php".to_owned(),
            Some(["action=", &action].concat()),
        ));
    }
    if !OWN_PATHS.contains(&name) {
        return None;
    }
    let word = |segment: &&&str| {
        segment.len() <= NAME_BYTES && segment.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    let words: Vec<&str> = segments
        .get(at..)?
        .iter()
        .take(ROUTE_SEGMENTS)
        .take_while(word)
        .copied()
        .collect();
    let slash = if url.path().ends_with('/') { "/" } else { "" };
    Some(([&words.join("/"), slash].concat(), None))
}

/// The pairs of a query that a plugin's own callback is known by, where their values are words.
fn named_pairs(query: &str) -> Option<String> {
    let word = |value: &str| {
        !value.is_empty() && value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    let own = |key: &str| {
        OWN_PATHS.iter().any(|own| {
            key.strip_prefix(own)
                .is_some_and(|rest| rest.starts_with('-'))
        })
    };
    let pairs: Vec<&str> = query
        .split('&')
        .filter(|pair| {
            pair.split_once('=')
                .is_some_and(|(key, value)| own(key) && word(value))
        })
        .collect();
    (!pairs.is_empty()).then(|| pairs.join("&"))
}

/// The part of a query that finds a page.
fn kept_query(url: &Url) -> Option<String> {
    let pairs: Vec<(&str, &str)> = url
        .query()?
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .collect();
    let value_of = |key: &str| {
        pairs
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    };
    let types = value_of("post_type").map(decoded).unwrap_or_default();
    let private = ["order", "subscription", "refund", "coupon"];
    // An order is a post as well; and beside a key, a number is an order's.
    let order = private
        .iter()
        .any(|word| types.to_ascii_lowercase().contains(word))
        || ["key", "order"].iter().any(|key| value_of(key).is_some());
    let mut kept: Vec<String> = Vec::new();
    for key in ["page_id", "p", "post_type", "lang", "product", "s"] {
        let Some(value) = value_of(key).filter(|value| fits(key, value, order)) else {
            continue;
        };
        kept.push([key, "=", value].concat());
    }
    (!kept.is_empty()).then(|| kept.join("&"))
}

fn fits(key: &str, value: &str, order: bool) -> bool {
    let number =
        || (1..=PAGE_DIGITS).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit());
    let text = || (1..=VALUE_BYTES).contains(&value.len()) && is_plain(value);
    match key {
        "page_id" => number(),
        "p" => number() && !order,
        "post_type" => text() && !order && !is_id(&decoded(value)),
        "lang" => is_language(value),
        "product" => text() && !is_id(&decoded(value)),
        _ => text(),
    }
}

/// `sv`, `pt-br`, `zh_hans`: two letters, perhaps with a region or script. Three letters are as often a word (`faq`); `wp`
/// and `wc-api` are WordPress's and WooCommerce's own.
pub(crate) fn is_language(segment: &str) -> bool {
    let mut parts = segment.split(['-', '_']);
    let letters = |p: &str| p.bytes().all(|b| b.is_ascii_alphabetic());
    let own = |p: &str| ["wp", "wc"].iter().any(|own| p.eq_ignore_ascii_case(own));
    parts
        .next()
        .is_some_and(|p| p.len() == 2 && letters(p) && !own(p))
        && parts.next().is_none_or(|p| {
            (2..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        && parts.next().is_none()
}

#[cfg(test)]
mod forms;
#[cfg(test)]
mod tests;
