//! A shop at the address by which it is asked: what it calls itself, and how it builds its links.

use crate::request::Request;
use crate::shop::{Languages, Permalinks, Shop};

/// The name by which the shop calls itself when it does not follow the request's own.
pub(crate) const HOST: &str = "shop.example.com";

/// Where a shop is: host names by scheme.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Host and port of the http listener.
    pub(crate) http: String,
    /// Host and port of the https listener.
    pub(crate) https: String,
    /// Whether it is one of the demo's shops, which keep to the scheme of the request.
    pub(crate) demo: bool,
}

/// A shop, where it is, and what WordPress thinks of the present request.
#[derive(Clone, Debug)]
pub(crate) struct Site<'a> {
    pub(crate) shop: &'a Shop,
    pub(crate) place: &'a Place,
    /// Whether PHP believes that the request came over TLS.
    sees_tls: bool,
    /// Whether the stored addresses begin with https. Over http the demo's are http: browsers do not accept its
    /// certificate.
    stored_https: bool,
}

impl<'a> Site<'a> {
    pub(crate) fn new(shop: &'a Shop, place: &'a Place, request: &Request) -> Self {
        Self {
            shop,
            place,
            sees_tls: request.tls && !shop.tls_ends_at_proxy,
            stored_https: shop.https_home && (request.tls || !place.demo),
        }
    }

    /// Host and port that WordPress puts into addresses of this scheme.
    pub(crate) fn authority(&self, https: bool) -> &str {
        if https {
            &self.place.https
        } else {
            &self.place.http
        }
    }

    /// The stored site address, as the REST index says in `url`.
    pub(crate) fn stored(&self) -> String {
        self.address(self.stored_https)
    }

    /// `home_url()` without a slash at its end. It is https where PHP sees TLS, else what is stored.
    pub(crate) fn home(&self) -> String {
        self.address(self.sees_tls || self.stored_https)
    }

    fn address(&self, https: bool) -> String {
        let scheme = if https { "https" } else { "http" };
        format!("{scheme}://{}{}", self.authority(https), self.base())
    }

    /// The path of the home address, such as `/shop2`, or an empty string.
    pub(crate) fn base(&self) -> &'static str {
        self.shop.home_path
    }

    /// The address of a page below the home address, beginning with `/`; `folder` is a language's, or empty.
    pub(crate) fn path(&self, page: Page, folder: &str) -> String {
        let mut path = page.path(self.shop.permalinks, folder);
        if folder == "/en" && self.translated(page) {
            let end = path.trim_end_matches('/').len();
            path.insert_str(end, "-en");
        }
        path
    }

    /// The page at this path below the home address and the language's folder.
    pub(crate) fn page_at(&self, segments: &[&str], english: bool) -> Option<Page> {
        match segments {
            [slug] if english && slug.ends_with("-en") => {
                Page::of_slug(slug.trim_end_matches("-en")).filter(|page| self.translated(*page))
            }
            _ => Page::at(segments)
                .filter(|page| self.shop.woocommerce || !matches!(page, Page::Product(_))),
        }
    }

    /// Whether Polylang has an English page of its own for this one: pages yes, products no, and WooCommerce's list of
    /// products is no page.
    fn translated(&self, page: Page) -> bool {
        let list = page == Page::Shop && self.shop.woocommerce;
        matches!(self.shop.languages, Languages::Polylang { .. })
            && self.shop.permalinks != Permalinks::Plain
            && !list
            && !matches!(page, Page::Home | Page::Product(_))
    }

    /// Whether the request names another host than the home address does.
    pub(crate) fn asked_elsewhere(&self, request: &Request) -> bool {
        bare_host(&request.host) != bare_host(&self.place.http)
    }
}

/// A host without its port.
pub(crate) fn bare_host(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((bare, port)) if port.bytes().all(|b| b.is_ascii_digit()) => bare,
        _ => host,
    }
}

/// The pages of the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    Home,
    Shop,
    Cart,
    Checkout,
    Account,
    Product(&'static Product),
}

/// Something to buy.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Product {
    pub(crate) id: u32,
    pub(crate) slug: &'static str,
    /// English and Swedish.
    pub(crate) name: [&'static str; 2],
    pub(crate) text: [&'static str; 2],
    /// Whole kronor.
    pub(crate) price: u32,
    /// A drawing, 96 × 96 units, as the inside of an SVG element.
    pub(crate) drawing: &'static str,
}

/// The product of this slug.
pub(crate) fn product(slug: &str) -> Option<&'static Product> {
    PRODUCTS.iter().find(|product| product.slug == slug)
}

impl Page {
    /// The page at this path below the home address.
    fn at(segments: &[&str]) -> Option<Self> {
        match segments {
            [] => Some(Self::Home),
            ["product", slug] => product(slug).map(Self::Product),
            [slug] => Self::of_slug(slug),
            _ => None,
        }
    }

    /// The page of this slug, for WordPress's guesses.
    pub(crate) fn of_slug(slug: &str) -> Option<Self> {
        [Self::Shop, Self::Cart, Self::Checkout, Self::Account]
            .into_iter()
            .find(|page| page.slug() == slug)
    }

    /// The page of this number.
    pub(crate) fn of_id(id: &str) -> Option<Self> {
        let id: u32 = id.parse().ok()?;
        [Self::Shop, Self::Cart, Self::Checkout, Self::Account]
            .into_iter()
            .chain(PRODUCTS.iter().map(Self::Product))
            .find(|page| page.id() == Some(id))
    }

    /// Its number in the database; the home page lists posts and has none.
    pub(crate) const fn id(self) -> Option<u32> {
        match self {
            Self::Home => None,
            Self::Shop => Some(5),
            Self::Cart => Some(6),
            Self::Checkout => Some(7),
            Self::Account => Some(8),
            Self::Product(product) => Some(product.id),
        }
    }

    const fn slug(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Shop => "shop",
            Self::Cart => "cart",
            Self::Checkout => "checkout",
            Self::Account => "my-account",
            Self::Product(product) => product.slug,
        }
    }

    /// Its address below the home address, beginning with `/`; `prefix` is a language folder or empty.
    pub(crate) fn path(self, permalinks: Permalinks, prefix: &str) -> String {
        let slug = self.slug();
        match (permalinks, self) {
            (_, Self::Home) => format!("{prefix}/"),
            (Permalinks::Plain, Self::Shop) => "/?post_type=product".to_owned(),
            (Permalinks::Plain, Self::Product(_)) => format!("/?product={slug}"),
            (Permalinks::Plain, _) => format!("/?page_id={}", self.id().unwrap_or_default()),
            (Permalinks::Pathinfo, Self::Product(_)) => {
                format!("/index.php{prefix}/product/{slug}/")
            }
            (Permalinks::Pathinfo, _) => format!("/index.php{prefix}/{slug}/"),
            (Permalinks::Pretty, Self::Product(_)) => format!("{prefix}/product/{slug}/"),
            (Permalinks::Pretty, _) => format!("{prefix}/{slug}/"),
        }
    }
}

/// What the shop sells. The first slug and number are those of the recorded shop.
pub(crate) const PRODUCTS: &[Product] = &[
    Product {
        id: 13,
        slug: "mossa",
        name: ["Wool beanie", "Mössa"],
        text: [
            "Knitted in two colours, warm down to minus twenty.",
            "Stickad i två färger, varm ner till minus tjugo.",
        ],
        price: 349,
        drawing: r#"<path d="M18 62c0-26 12-40 30-40s30 14 30 40z" fill="var(--wool)"/><path d="M24 46h48M20 54h56" stroke="var(--yarn)" stroke-width="3"/><rect x="14" y="60" width="68" height="16" rx="5" fill="var(--yarn)"/><circle cx="48" cy="18" r="8" fill="var(--yarn)"/>"#,
    },
    Product {
        id: 14,
        slug: "vantar",
        name: ["Mittens", "Vantar"],
        text: [
            "A pair for wet snow: felted outside, soft inside.",
            "Ett par för blötsnö: tovade utanpå, mjuka inuti.",
        ],
        price: 279,
        drawing: r#"<path d="M32 74V40c0-14 6-22 15-22s15 8 15 22v34z" fill="var(--wool)"/><path d="M62 50c2-7 6-10 10-8s4 7 0 14l-10 12z" fill="var(--wool)"/><path d="M34 46h26M34 54h26" stroke="var(--yarn)" stroke-width="3"/><rect x="30" y="68" width="34" height="12" rx="4" fill="var(--yarn)"/>"#,
    },
    Product {
        id: 15,
        slug: "halsduk",
        name: ["Long scarf", "Halsduk"],
        text: [
            "Two metres of lambswool, woven by the lake.",
            "Två meter lammull, vävd vid sjön.",
        ],
        price: 495,
        drawing: r#"<path d="M22 28c16-10 36-10 52 0l-6 14c-12-7-28-7-40 0z" fill="var(--wool)"/><path d="M52 38l18 40-16 5-14-42z" fill="var(--yarn)"/><path d="M40 38L30 82l16 2 8-44z" fill="var(--wool)"/><path d="M34 70l14 2M36 62l14 2" stroke="var(--yarn)" stroke-width="3"/>"#,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_follow_the_permalinks() {
        let mossa = Page::Product(product("mossa").unwrap());
        for (permalinks, prefix, page, path) in [
            (Permalinks::Pretty, "", Page::Checkout, "/checkout/"),
            (Permalinks::Pretty, "/sv", mossa, "/sv/product/mossa/"),
            (Permalinks::Pretty, "/sv", Page::Home, "/sv/"),
            (Permalinks::Plain, "", Page::Checkout, "/?page_id=7"),
            (Permalinks::Plain, "", mossa, "/?product=mossa"),
            (Permalinks::Plain, "", Page::Home, "/"),
            (Permalinks::Pathinfo, "", Page::Cart, "/index.php/cart/"),
        ] {
            assert_eq!(page.path(permalinks, prefix), path);
        }
    }
}
