//! The shop under diagnosis.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::url::origin;
use super::{Host, Scheme, Url, UrlError};

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
    /// The shop whose home page is `home`; a query is left out.
    pub fn new(home: &Url) -> Self {
        let mut home_path = String::from(home.path());
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
