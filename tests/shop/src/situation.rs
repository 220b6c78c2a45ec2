//! The situations: each is the healthy shop with a few fields changed, told in plain words.

use std::fmt;

use callback_doctor::gateway::{ASSUMED, Gateway};
use callback_doctor::shop::DEMO_DOMAIN;
use callback_doctor::text::{self, Language};
use callback_doctor::verdict::{CauseId, Variant};

use crate::hostile::Hostile;
use crate::plugin;
use crate::shop::{
    Checkout, Curtain, Guard, Languages, Permalinks, Redirect, Server, Shop, Trouble,
};
use crate::site::Page;

/// One situation of the demo shop, found by its id with [`Situation::named`].
#[derive(Clone, Copy)]
pub struct Situation(&'static Row);

/// What a situation is about, for a list that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Callbacks arrive.
    Healthy,
    /// Permalinks and rewriting.
    Addresses,
    /// Language plugins.
    Languages,
    /// http, https and redirects.
    Redirects,
    /// Something refuses the caller.
    Refusals,
    /// Something does not run.
    Outages,
    /// A plugin is off, or this is no shop.
    Missing,
    /// Servers that do what no good server does, for tests.
    Hostile,
}

#[derive(Clone, Copy)]
struct Row {
    id: &'static str,
    group: Group,
    words: &'static str,
    causes: &'static [&'static str],
    /// A cause that the report has other words for in this case, and which.
    said: Option<(&'static str, Variant)>,
    needs: Needs,
    change: fn(&mut Shop),
}

/// Under which address a situation can be told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    Https,
}

impl Situation {
    /// The situation of this id, such as `plain`.
    pub fn named(id: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.id == id).map(Self)
    }

    /// All of them, in reading order.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(Self)
    }

    /// Its stable id: a path segment of small letters, digits and `_`. The recorded situations have the same ids.
    pub fn id(self) -> &'static str {
        self.0.id
    }

    /// The name of its shop in the demo, such as `nginx-plain.callback-doctor.localhost`.
    pub fn host(self) -> String {
        format!("{}.{DEMO_DOMAIN}", self.id().replace('_', "-"))
    }

    /// The situation whose shop has this name, with or without `www.`.
    pub(crate) fn at(host: &str) -> Option<(Self, &'static Gateway)> {
        let host = host.strip_prefix("www.").unwrap_or(host);
        let label = host.strip_suffix(DEMO_DOMAIN)?.strip_suffix('.')?;
        let (label, plugin) = match label.split_once("--") {
            Some((label, plugin)) => (label, plugin::at(plugin)?),
            None => (label, ASSUMED),
        };
        let situation = Self::named(&label.replace('-', "_"))?;
        Some((situation, plugin))
    }

    /// The name of its shop in the demo with this payment plugin, such as `plain--mollie.callback-doctor.localhost`.
    pub(crate) fn host_with(self, plugin: &Gateway) -> String {
        if plugin.id == ASSUMED.id {
            return self.host();
        }
        let (situation, plugin) = (self.id(), plugin.id);
        let label = format!("{situation}--{plugin}").replace('_', "-");
        format!("{label}.{DEMO_DOMAIN}")
    }

    /// Every name that its shop has in the demo.
    pub(crate) fn hosts(self) -> Vec<String> {
        let host = self.host();
        if self.shop().www_home {
            vec![format!("www.{host}"), host]
        } else {
            vec![host]
        }
    }

    /// The page on which a person finds out most: the checkout, where there is one.
    pub fn page(self) -> String {
        let shop = self.shop();
        let folder = match shop.languages {
            Languages::Polylang {
                default_shown: true,
            }
            | Languages::Qtranslate {
                default_shown: true,
            } => "/sv",
            _ => "",
        };
        // Where slashes are cut off, WordPress puts them back: a browser gives up on every page but the home page.
        let no_checkout = shop.hostile.is_some()
            || !(shop.woocommerce && shop.wordpress)
            || shop.redirect == Some(Redirect::CutSlash);
        let page = if no_checkout {
            "/".to_owned()
        } else {
            Page::Checkout.path(shop.permalinks, folder)
        };
        format!("{}{page}", shop.home_path)
    }

    /// What it is about.
    pub fn group(self) -> Group {
        self.0.group
    }

    /// The situation in one plain sentence.
    pub fn words(self) -> &'static str {
        self.0.words
    }

    /// The right first cause: any of these ids, the best first.
    pub fn causes(self) -> &'static [&'static str] {
        self.0.causes
    }

    /// The title of that cause in the report: each has its own, and some have another in one case.
    pub(crate) fn title(self, cause: &str) -> Option<&'static str> {
        if let Some((_, variant)) = self.0.said.filter(|(said, _)| *said == cause) {
            return Some(text::variant(Language::En, variant).title);
        }
        let known = CauseId::ALL.iter().find(|known| known.as_str() == cause);
        known.map(|known| text::cause(Language::En, *known).title)
    }

    /// Whether the page must be opened over https for the situation to show.
    pub fn needs_https(self) -> bool {
        self.0.needs == Needs::Https
    }

    /// The shop in this situation.
    pub(crate) fn shop(self) -> Shop {
        let mut shop = Shop::default();
        (self.0.change)(&mut shop);
        shop
    }
}

impl Group {
    /// All of them, in reading order.
    pub fn all() -> [Self; 8] {
        [
            Self::Addresses,
            Self::Languages,
            Self::Redirects,
            Self::Refusals,
            Self::Outages,
            Self::Missing,
            Self::Healthy,
            Self::Hostile,
        ]
    }

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Healthy => "Callbacks arrive",
            Self::Addresses => "Addresses lead nowhere",
            Self::Languages => "Language plugins",
            Self::Redirects => "http, https and redirects",
            Self::Refusals => "Something refuses the caller",
            Self::Outages => "Something does not run",
            Self::Missing => "Something is missing",
            Self::Hostile => "Servers that misbehave",
        }
    }
}

impl fmt::Debug for Situation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.id)
    }
}

impl PartialEq for Situation {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Situation {}

const fn row(
    group: Group,
    id: &'static str,
    causes: &'static [&'static str],
    words: &'static str,
    change: fn(&mut Shop),
) -> Row {
    Row {
        id,
        group,
        words,
        causes,
        said: None,
        needs: Needs::Nothing,
        change,
    }
}

const fn over_https(row: Row) -> Row {
    Row {
        needs: Needs::Https,
        ..row
    }
}

const fn said(cause: &'static str, variant: Variant, row: Row) -> Row {
    Row {
        said: Some((cause, variant)),
        ..row
    }
}

const ADMINISTRATOR: &str = "The administrator of this shop blocks the caller.";
const CRAWLER: &str = "Exceeded the maximum number of requests per minute for crawlers.";
const HEALTHY: &[&str] = &["healthy"];

#[rustfmt::skip] // one situation a line or two reads as the table that it is
static ROWS: &[Row] = &[
    row(Group::Healthy, "baseline", HEALTHY, "A healthy shop on Apache.", |_| {}),
    row(Group::Healthy, "nginx_baseline", HEALTHY, "A healthy shop on nginx.", |s| s.server = Server::Nginx),
    row(Group::Healthy, "block_checkout", HEALTHY,
        "The checkout is made of blocks, so the REST API has to be open too.", |s| s.checkout = Checkout::Block),
    row(Group::Healthy, "coming_soon_site", HEALTHY,
        "Visitors see a coming-soon page, and callbacks pass behind it.", |s| s.curtain = Some(Curtain::ComingSoon)),
    row(Group::Healthy, "password_protected", HEALTHY,
        "Visitors are asked for a password, and callbacks pass behind it.", |s| {
            s.curtain = Some(Curtain::Password);
            s.rest_refusal = Some("Only authenticated users can access the REST API.");
        }),
    row(Group::Healthy, "disable_rest_api", HEALTHY,
        "The REST API is closed. The classic checkout does not need it.", |s| {
            s.rest_refusal = Some("DRA: Only authenticated users can access the REST API.");
            s.rest_link = false;
        }),
    row(Group::Healthy, "multisite_shop2", HEALTHY,
        "The second shop of a network of sites, in its own folder.", |s| s.home_path = "/shop2"),

    row(Group::Addresses, "plain", &["plain-permalinks"],
        "Permalinks are plain, on Apache.", |s| s.permalinks = Permalinks::Plain),
    row(Group::Addresses, "nginx_plain", &["plain-permalinks"],
        "Permalinks are plain, on nginx: every address shows the home page.", |s| {
            s.server = Server::Nginx;
            s.permalinks = Permalinks::Plain;
        }),
    row(Group::Addresses, "pathinfo", &["pathinfo-permalinks"],
        "Permalinks begin with index.php.", |s| s.permalinks = Permalinks::Pathinfo),
    row(Group::Addresses, "rewrite_broken", &["rewrite-not-served"],
        "Apache does not read the .htaccess file.", |s| s.rewriting = false),
    row(Group::Addresses, "nginx_no_try_files", &["rewrite-not-served"],
        "nginx was not told to hand addresses to WordPress.", |s| {
            s.server = Server::Nginx;
            s.rewriting = false;
        }),
    row(Group::Addresses, "rules_unflushed", &["stale-rewrite-rules"],
        "WordPress stored its rules while WooCommerce was not there.", |s| s.endpoint_rules = false),

    row(Group::Languages, "polylang_dir_shown", &["language-prefix-required"],
        "Polylang, with the default language in the address.", |s| s.languages = Languages::Polylang { default_shown: true }),
    over_https(row(Group::Languages, "two_polylang_shown_tls_proxy_http_home", &["language-prefix-required"],
        "Polylang with the default language in the address, behind a proxy that ends the encryption.", |s| {
            s.languages = Languages::Polylang { default_shown: true };
            s.https_home = false;
            s.tls_ends_at_proxy = true;
        })),
    row(Group::Languages, "polylang_dir_hidden", HEALTHY,
        "Polylang, with the default language hidden.", |s| s.languages = Languages::Polylang { default_shown: false }),
    row(Group::Languages, "qtranslate_shown", &["language-redirect"],
        "qTranslate-XT, with the default language in the address.", |s| s.languages = Languages::Qtranslate { default_shown: true }),
    row(Group::Languages, "qtranslate_hidden", HEALTHY,
        "qTranslate-XT, with the default language hidden.", |s| s.languages = Languages::Qtranslate { default_shown: false }),
    row(Group::Languages, "translatepress_hidden", &["healthy", "language-prefix-added"],
        "TranslatePress, with the default language hidden.", |s| s.languages = Languages::TranslatePress),

    over_https(row(Group::Redirects, "http_home", &["http-home-url"],
        "WordPress believes that its address is http.", |s| s.https_home = false)),
    over_https(row(Group::Redirects, "http_home_on_https", &["http-home-url", "healthy"],
        "The stored address is http, but the page was opened over https.", |s| s.https_home = false)),
    over_https(row(Group::Redirects, "tls_proxy_http_home", &["http-home-url"],
        "A proxy ends the encryption and does not tell WordPress.", |s| {
            s.https_home = false;
            s.tls_ends_at_proxy = true;
        })),
    row(Group::Redirects, "https_redirect", &["redirected", "http-home-url"],
        "The stored address is http, and the server redirects to https.", |s| {
            s.https_home = false;
            s.redirect = Some(Redirect::ToHttps(301));
        }),
    row(Group::Redirects, "nginx_redirect_308_https", &["http-home-url", "redirected"],
        "The stored address is http, and nginx redirects to https with 308.", |s| {
            s.server = Server::Nginx;
            s.https_home = false;
            s.redirect = Some(Redirect::ToHttps(308));
        }),
    row(Group::Redirects, "www_redirect", HEALTHY,
        "The shop lives at www, and callbacks go there.", |s| s.www_home = true),
    row(Group::Redirects, "www_redirect_callback_on_nonwww", &["redirected"],
        "The shop lives at www, and callbacks go to the address without it.", |s| {
            s.www_home = true;
            s.redirect = Some(Redirect::ToWww);
        }),
    row(Group::Redirects, "trailing_slash_redirect", &["redirected"],
        "The server cuts the slash off every address.", |s| s.redirect = Some(Redirect::CutSlash)),

    row(Group::Refusals, "basic_auth", &["login-wall"],
        "The server asks for a name and a password.", |s| s.guard = Some(Guard::BasicAuth)),
    row(Group::Refusals, "two_basic_auth_plain", &["login-wall"],
        "A name and a password, and plain permalinks behind them.", |s| {
            s.guard = Some(Guard::BasicAuth);
            s.permalinks = Permalinks::Plain;
        }),
    row(Group::Refusals, "wordfence_ip", &["blocked"],
        "Wordfence has blocked the caller.", |s| s.guard = Some(Guard::Wordfence { reason: ADMINISTRATOR, retry_after: 3600 })),
    row(Group::Refusals, "wordfence_rate", &["rate-limited", "blocked"],
        "Wordfence finds that the caller asks too often.", |s| s.guard = Some(Guard::Wordfence { reason: CRAWLER, retry_after: 3600 })),
    row(Group::Refusals, "two_plain_wordfence_ip", &["plain-permalinks", "blocked", "rewrite-not-served"],
        "Wordfence has blocked the caller, and permalinks are plain.", |s| {
            s.permalinks = Permalinks::Plain;
            s.guard = Some(Guard::Wordfence { reason: ADMINISTRATOR, retry_after: 3600 });
        }),
    row(Group::Refusals, "apache_ip_deny", &["blocked"],
        "Apache refuses the caller's address.", |s| s.guard = Some(Guard::AddressRule)),
    row(Group::Refusals, "modsec_406", &["blocked"],
        "A firewall module refuses callback addresses.", |s| s.guard = Some(Guard::PathRule)),
    row(Group::Refusals, "nginx_post_405", &["post-refused", "blocked"],
        "nginx refuses to take POST for callback addresses.", |s| {
            s.server = Server::Nginx;
            s.guard = Some(Guard::NoPost);
        }),
    row(Group::Refusals, "apache_415_no_ctype", &["post-refused", "blocked"],
        "Apache refuses a POST that does not say what it carries.", |s| s.guard = Some(Guard::NeedsContentType)),
    row(Group::Refusals, "nginx_ua_403", &["caller-blocked"],
        "nginx refuses the provider's User-Agent.", |s| {
            s.server = Server::Nginx;
            s.guard = Some(Guard::AgentRule { empty: false, closes: false });
        }),
    row(Group::Refusals, "nginx_ua_444", &["caller-blocked"],
        "nginx hangs up on the provider's User-Agent.", |s| {
            s.server = Server::Nginx;
            s.guard = Some(Guard::AgentRule { empty: true, closes: true });
        }),
    row(Group::Refusals, "ua_block_klarna", &["caller-blocked"],
        "Apache refuses the provider's User-Agent.", |s| s.guard = Some(Guard::AgentRule { empty: false, closes: false })),
    row(Group::Refusals, "two_rules_unflushed_ua_block", &["stale-rewrite-rules", "caller-blocked", "blocked"],
        "Apache refuses the provider's User-Agent, and the stored rules are stale.", |s| {
            s.endpoint_rules = false;
            s.guard = Some(Guard::AgentRule { empty: false, closes: false });
        }),
    row(Group::Refusals, "cloudflare_challenge", &["challenge"],
        "Cloudflare wants to see a browser.", |s| s.guard = Some(Guard::CloudflareChallenge)),
    row(Group::Refusals, "nginx_limit_req_429", &["rate-limited", "blocked", "server-error"],
        "nginx has answered enough for now.", |s| {
            s.server = Server::Nginx;
            s.guard = Some(Guard::RequestLimit);
        }),

    row(Group::Outages, "maintenance", &["maintenance"],
        "WordPress is in maintenance mode.", |s| s.trouble = Some(Trouble::Maintenance)),
    row(Group::Outages, "php_fatal", &["server-error"],
        "A plugin ends every request with an error.", |s| s.trouble = Some(Trouble::Fatal)),
    row(Group::Outages, "db_down", &["server-error"],
        "The database does not answer.", |s| s.trouble = Some(Trouble::Database)),
    row(Group::Outages, "php_down", &["server-error"],
        "PHP does not run, behind Apache.", |s| s.trouble = Some(Trouble::PhpDown)),
    row(Group::Outages, "nginx_502", &["server-error", "slow-answer"],
        "PHP does not run, behind nginx.", |s| {
            s.server = Server::Nginx;
            s.trouble = Some(Trouble::PhpDown);
        }),
    row(Group::Outages, "nginx_slow", &["slow-answer"],
        "Callbacks are answered after seven seconds.", |s| {
            s.server = Server::Nginx;
            s.slow_callbacks = true;
        }),

    said("gateway-inactive", Variant::NobodyOffered, row(Group::Missing, "kco_inactive", &["gateway-inactive"],
        "The plugin Kustom Checkout is switched off.", |s| s.gateway = false)),
    row(Group::Missing, "woo_inactive", &["woocommerce-inactive"],
        "WooCommerce is switched off.", |s| {
            s.woocommerce = false;
            s.gateway = false;
        }),
    row(Group::Missing, "two_woo_inactive_polylang", &["woocommerce-inactive", "not-woocommerce"],
        "WooCommerce is switched off, and Polylang shows the default language.", |s| {
            s.woocommerce = false;
            s.gateway = false;
            s.languages = Languages::Polylang { default_shown: true };
        }),
    row(Group::Missing, "not_wordpress", &["not-woocommerce"],
        "A bakery's page, which is no shop.", |s| {
            s.server = Server::Nginx;
            s.wordpress = false;
        }),

    row(Group::Hostile, "one_byte_a_second", &["slow-answer", "unreachable"],
        "An answer of one byte a second.", |s| s.hostile = Some(Hostile::OneByteASecond)),
    row(Group::Hostile, "endless_body", &["not-woocommerce", "unreachable"],
        "An answer without an end.", |s| s.hostile = Some(Hostile::EndlessBody)),
    row(Group::Hostile, "redirect_loop", &["redirected"],
        "Every address redirects to itself.", |s| s.hostile = Some(Hostile::RedirectLoop)),
    said("blocked", Variant::AnswersInstead, row(Group::Hostile, "png", &["not-woocommerce", "blocked"],
        "Every answer is a picture.", |s| s.hostile = Some(Hostile::Png))),
    row(Group::Hostile, "lt_flood", &["not-woocommerce"],
        "Fifty million opening brackets.", |s| s.hostile = Some(Hostile::LtFlood)),
    row(Group::Hostile, "empty_reply", &["unreachable"],
        "The server hangs up without an answer.", |s| s.hostile = Some(Hostile::EmptyReply)),
    row(Group::Hostile, "garbage", &["unreachable"],
        "The server speaks something that is not HTTP.", |s| s.hostile = Some(Hostile::Garbage)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_path_segments_and_words_are_sentences() {
        let mut ids: Vec<_> = Situation::all().map(Situation::id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for situation in Situation::all() {
            let id = situation.id();
            assert!(
                id.bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
                "{id}"
            );
            assert_eq!(Situation::named(id), Some(situation));
            assert!(
                situation.words().ends_with('.') && !situation.words().contains('!'),
                "{id}"
            );
            assert!(!situation.causes().is_empty(), "{id}");
        }
        assert_eq!(Situation::named("no such situation"), None);
    }
}
