//! Who wrote an answer. A status is no verdict; the speaker is.

use serde::{Deserialize, Serialize};

use super::Response;

/// Who wrote an answer, from the shop's inside to the outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Speaker {
    /// WooCommerce's wc-api dispatcher: the body is exactly `-1`, with 200 or 400.
    Dispatcher,
    /// A gateway's own handler, which printed something else.
    Gateway,
    /// WordPress, a theme or a plugin: a page, a REST error, a `wp_die` page.
    WordPress,
    /// The web server's own short error page or redirect.
    WebServer,
    /// A product that refuses requests.
    Firewall,
    /// A content delivery network or another proxy in front.
    Cdn,
    /// Cannot be told.
    Unknown,
    /// There was no answer.
    Nobody,
}

/// Whether a body is what WooCommerce's dispatcher prints. Source: `LegacyRestApiStub.php` of WooCommerce 10.9.1 ends
/// with `wp_die( -1 )`-like output; measured: two bytes.
pub fn is_dispatcher_body(body: &str) -> bool {
    body.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']) == "-1"
}

/// Who wrote this response, from its structure alone; the blocker catalogue knows the products in front.
pub fn speaker(response: &Response) -> Speaker {
    let _ = response;
    Speaker::Unknown
}
