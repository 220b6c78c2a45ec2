//! The description of a shop: what is installed, how it is set up, and what stands in front of it.

use callback_doctor::gateway::{ASSUMED, Gateway};

use crate::hostile::Hostile;

/// A shop. [`Shop::default`] is the healthy one; a situation changes a few fields.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)] // a description of independent facts
pub(crate) struct Shop {
    /// Which web server speaks before PHP does.
    pub(crate) server: Server,
    /// Whether the web server hands addresses that are no files to WordPress (`.htaccess` read, `try_files` set).
    pub(crate) rewriting: bool,
    /// Settings → Permalinks.
    pub(crate) permalinks: Permalinks,
    /// Whether the stored rewrite rules know WooCommerce's endpoint.
    pub(crate) endpoint_rules: bool,
    /// The language plugin.
    pub(crate) languages: Languages,
    /// Whether WordPress runs here at all.
    pub(crate) wordpress: bool,
    /// Whether WooCommerce is active.
    pub(crate) woocommerce: bool,
    /// The payment plugin: Kustom Checkout, where nobody chose another.
    pub(crate) plugin: &'static Gateway,
    /// Whether it is active.
    pub(crate) gateway: bool,
    /// How the checkout page is built.
    pub(crate) checkout: Checkout,
    /// The site's name.
    pub(crate) name: &'static str,
    /// Whether the stored addresses begin with https.
    pub(crate) https_home: bool,
    /// Whether the stored addresses have the www host.
    pub(crate) www_home: bool,
    /// The folder of the shop below the web server's root, such as `/shop2`, or an empty string.
    pub(crate) home_path: &'static str,
    /// Whether TLS ends before PHP, so that WordPress believes every request to be plain http.
    pub(crate) tls_ends_at_proxy: bool,
    /// A redirect that the web server makes by itself.
    pub(crate) redirect: Option<Redirect>,
    /// What refuses requests before WordPress sees them.
    pub(crate) guard: Option<Guard>,
    /// What keeps PHP from working.
    pub(crate) trouble: Option<Trouble>,
    /// Whether callbacks take [`crate::limits::SLOW`].
    pub(crate) slow_callbacks: bool,
    /// What the REST API says to strangers, where it is closed.
    pub(crate) rest_refusal: Option<&'static str>,
    /// Whether the pages name the REST API.
    pub(crate) rest_link: bool,
    /// What visitors see in place of the pages.
    pub(crate) curtain: Option<Curtain>,
    /// Set where the server does what no good server does.
    pub(crate) hostile: Option<Hostile>,
}

impl Default for Shop {
    fn default() -> Self {
        Self {
            server: Server::Apache,
            rewriting: true,
            permalinks: Permalinks::Pretty,
            endpoint_rules: true,
            languages: Languages::None,
            wordpress: true,
            woocommerce: true,
            plugin: ASSUMED,
            gateway: true,
            checkout: Checkout::Shortcode,
            name: "Tallbo",
            https_home: true,
            www_home: false,
            home_path: "",
            tls_ends_at_proxy: false,
            redirect: None,
            guard: None,
            trouble: None,
            slow_callbacks: false,
            rest_refusal: None,
            rest_link: true,
            curtain: None,
            hostile: None,
        }
    }
}

impl Shop {
    /// Whether the payment plugin is Kustom Checkout, whose pages and routes were measured beyond its answers.
    pub(crate) fn is_kustom(&self) -> bool {
        self.plugin.id == ASSUMED.id
    }
}

/// The web server, which writes the `Server` header and the short error pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Server {
    Apache,
    Nginx,
}

/// Settings → Permalinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Permalinks {
    /// `/?p=1`
    Plain,
    /// `/sample-post/`
    Pretty,
    /// `/index.php/sample-post/`
    Pathinfo,
}

/// The language plugin; the languages are Swedish (the default) and English, in folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Languages {
    None,
    /// `home_url()` stays as it is. With the default language shown, the root rewrite rules get a language folder.
    Polylang {
        default_shown: bool,
    },
    /// `home_url()` gets a language folder; addresses with the wrong one are redirected before anything else runs.
    Qtranslate {
        default_shown: bool,
    },
    /// `home_url()` gets a language folder for the other languages; the default one is hidden.
    TranslatePress,
}

/// How the checkout page is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checkout {
    /// The `[woocommerce_checkout]` page, with `kco_params`.
    Shortcode,
    /// The checkout block, which needs the gateway's REST route.
    Block,
}

/// A redirect by the web server: no `X-Redirect-By`, for every method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Redirect {
    /// http to https, with this status.
    ToHttps(u16),
    /// The bare host to the www host.
    ToWww,
    /// The slash at the end of an address is cut off.
    CutSlash,
}

/// What refuses requests before WordPress sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    /// HTTP basic authentication for everything.
    BasicAuth,
    /// The web server refuses the caller's address.
    AddressRule,
    /// A firewall module of the web server refuses paths under `/wc-api/` with 406.
    PathRule,
    /// The web server refuses tools by their User-Agent; `empty` whether also those that send none.
    AgentRule { empty: bool, closes: bool },
    /// 405 for everything but reading under `/wc-api/`.
    NoPost,
    /// 415 for POST without a `Content-Type`.
    NeedsContentType,
    /// The request limit is used up: 429 for everything that PHP answers.
    RequestLimit,
    /// Wordfence refuses the caller, for a reason that it prints.
    Wordfence {
        reason: &'static str,
        retry_after: u32,
    },
    /// Cloudflare asks for a browser that solves its challenge.
    CloudflareChallenge,
}

/// What keeps PHP from working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The `.maintenance` file lies in the shop's folder.
    Maintenance,
    /// The database does not answer.
    Database,
    /// A plugin ends every request with a fatal error.
    Fatal,
    /// PHP does not run.
    PhpDown,
}

/// What visitors see in place of the pages; callbacks and REST pass behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Curtain {
    /// WooCommerce's coming-soon page, for the whole site.
    ComingSoon,
    /// The plugin Password Protected.
    Password,
}
