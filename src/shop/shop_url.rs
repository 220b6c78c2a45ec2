//! The shop under diagnosis.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::url::origin;
use super::{Harmless, Host, Scheme, Url, UrlError};

/// The address of a shop's home page: what `home_url()` gives there. Every probe goes to an address below it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ShopUrl {
    scheme: Scheme,
    host: Host,
    port: Option<u16>,
    /// Begins and ends with `/`.
    home_path: String,
}

impl ShopUrl {
    /// The shop whose home page is `home`; a query is left out, and what no home has: [`Harmless`].
    pub fn new(home: &Url) -> Self {
        let mut home_path = String::from(Harmless::of(home).page.path());
        if !home_path.ends_with('/') {
            home_path.push('/');
        }
        Self {
            home_path,
            ..Self::at_root(home)
        }
    }

    /// The shop at the root of the origin that `page` belongs to.
    pub fn at_root(page: &Url) -> Self {
        Self {
            scheme: page.scheme(),
            host: page.host().clone(),
            port: page.port(),
            home_path: String::from("/"),
        }
    }

    /// An address below the home page: `wc-api/KCO_WC_Push/`, `?wc-api=KCO_WC_Push`, `index.php/wc-api/KCO_WC_Push/`. A
    /// slash in front is taken as below the home page too.
    pub fn at(&self, relative: &str) -> String {
        let mut text = self.to_string();
        text.push_str(relative.trim_start_matches('/'));
        text
    }

    /// The address of a path below the home.
    pub fn below(&self, path: &str) -> Url {
        Url::of_parts(
            self.scheme,
            &self.host,
            self.port,
            &[&self.home_path, path].concat(),
        )
    }

    /// As [`ShopUrl::at`], below a prefix such as the language `sv`: `/home/sv/wc-api/KCO_WC_Push/`.
    pub fn prefixed(&self, prefix: &str, relative: &str) -> String {
        let mut text = self.at(prefix.trim_matches('/'));
        if !text.ends_with('/') {
            text.push('/');
        }
        text.push_str(relative.trim_start_matches('/'));
        text
    }

    /// The same shop under another scheme; a port that is named stays.
    #[must_use]
    pub fn with_scheme(&self, scheme: Scheme) -> Self {
        Self {
            scheme,
            port: scheme.named_port(self.port),
            ..self.clone()
        }
    }

    /// The same shop under its name with `www.`, or without; `None` where the host is no name.
    pub fn twin(&self) -> Option<Self> {
        Some(Self {
            host: self.host.twin()?,
            ..self.clone()
        })
    }

    /// http or https.
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The host.
    pub const fn host(&self) -> &Host {
        &self.host
    }

    /// The port, where it is not the scheme's default.
    pub const fn port(&self) -> Option<u16> {
        self.port
    }

    /// The path of the home page: `/`, or `/butik/`. Begins and ends with a slash.
    pub fn home_path(&self) -> &str {
        &self.home_path
    }

    /// Scheme, host and port, as in `https://shop.example.com:8443`.
    pub fn origin(&self) -> String {
        origin(self.scheme, &self.host, self.port)
    }

    /// Whether an address belongs to the same site: the same host, with or without `www.`, and the same port or both the
    /// default of their scheme.
    pub fn same_site(&self, url: &Url) -> bool {
        self.host.same_site(url.host()) && self.port == url.port()
    }
}

impl fmt::Display for ShopUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin())?;
        f.write_str(&self.home_path)
    }
}

impl From<ShopUrl> for String {
    fn from(shop: ShopUrl) -> Self {
        shop.to_string()
    }
}

impl TryFrom<String> for ShopUrl {
    type Error = UrlError;

    fn try_from(text: String) -> Result<Self, UrlError> {
        Url::parse(&text).map(|home| Self::new(&home))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn builds_addresses_below_the_home_page() {
        for (home, at, prefixed) in [
            (
                "https://shop.example.com",
                "https://shop.example.com/wc-api/X/",
                "https://shop.example.com/sv/wc-api/X/",
            ),
            (
                "https://shop.example.com/butik?lang=sv",
                "https://shop.example.com/butik/wc-api/X/",
                "https://shop.example.com/butik/sv/wc-api/X/",
            ),
            (
                "http://127.0.0.1:8080/wp/",
                "http://127.0.0.1:8080/wp/wc-api/X/",
                "http://127.0.0.1:8080/wp/sv/wc-api/X/",
            ),
            (
                "https://[2001:db8::1]:8443/",
                "https://[2001:db8::1]:8443/wc-api/X/",
                "https://[2001:db8::1]:8443/sv/wc-api/X/",
            ),
        ] {
            let shop = ShopUrl::new(&url(home));
            for relative in ["wc-api/X/", "/wc-api/X/"] {
                assert_eq!(shop.at(relative), at);
                for prefix in ["sv", "/sv/"] {
                    assert_eq!(shop.prefixed(prefix, relative), prefixed);
                }
                assert_eq!(shop.prefixed("", relative), at);
            }
            assert!(Url::parse(at).is_ok_and(|at| shop.same_site(&at)));
        }
        let shop = ShopUrl::new(&url("https://shop.example.com/butik/"));
        assert_eq!(
            shop.at("?wc-api=X"),
            "https://shop.example.com/butik/?wc-api=X"
        );
        assert_eq!(
            shop.at("index.php/wc-api/X/"),
            "https://shop.example.com/butik/index.php/wc-api/X/"
        );
        assert_eq!(shop.at(""), shop.to_string());
        assert_eq!(
            shop.prefixed("language/sv", "?wc-api=X"),
            "https://shop.example.com/butik/language/sv/?wc-api=X"
        );
    }

    #[test]
    fn gives_its_parts() {
        let page = url("http://Shop.example.com:8080/butik/kassa/?x=1");
        let shop = ShopUrl::at_root(&page);
        assert_eq!(shop.to_string(), "http://shop.example.com:8080/");
        assert_eq!(
            (shop.scheme(), shop.port(), shop.home_path()),
            (Scheme::Http, Some(8080), "/")
        );
        assert_eq!(shop.origin(), "http://shop.example.com:8080");
        assert_eq!(shop.host().to_string(), "shop.example.com");
        assert_eq!(ShopUrl::new(&page).home_path(), "/butik/kassa/");
        assert_eq!(
            shop.with_scheme(Scheme::Https).to_string(),
            "https://shop.example.com:8080/"
        );
        let odd = ShopUrl::new(&url("http://shop.example.com:443/"));
        assert_eq!(
            odd.with_scheme(Scheme::Https).to_string(),
            "https://shop.example.com/"
        );
    }

    #[test]
    fn knows_its_own_addresses() {
        let shop = ShopUrl::new(&url("https://shop.example.com/butik"));
        for own in [
            "https://shop.example.com/",
            "http://www.shop.example.com/x",
            "https://WWW.shop.example.com.:443",
        ] {
            assert!(shop.same_site(&url(own)), "{own}");
        }
        for other in [
            "https://example.com/",
            "https://shop.example.com:8443/",
            "https://sv.shop.example.com/",
            "https://shop.example.com.evil.test/",
        ] {
            assert!(!shop.same_site(&url(other)), "{other}");
        }
    }

    #[test]
    fn travels_as_a_string() {
        let shop = ShopUrl::new(&url("https://shop.example.com/butik"));
        let json = serde_json::to_string(&shop).unwrap();
        assert_eq!(json, "\"https://shop.example.com/butik/\"");
        assert_eq!(serde_json::from_str::<ShopUrl>(&json).unwrap(), shop);
    }
}
