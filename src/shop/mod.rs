//! The shop's address, and which addresses the internet can call.
//!
//! Text from a person, a page or a header becomes a [`Url`] once, at the boundary; from there on the parts are known to
//! be sound. [`ShopUrl`] is the shop under diagnosis and builds the addresses of its probes. [`reach`] says whether a
//! provider could call a host at all, and if not, which reserved range or name it stands in.
//!
//! Pure data and computation: nothing of the rest of the crate is imported here.

mod address;
mod demo;
pub mod dns;
mod error;
mod harmless;
pub mod home;
mod host;
mod portals;
mod punycode;
mod shop_url;
mod url;

pub use address::{Block, Range, Reach, SOURCES_READ, reach, reach_ip};
pub use demo::{DEMO_DOMAIN, is_demo};
pub use error::UrlError;
pub(crate) use harmless::{CALLED, ENTRANCES, OWN_PATHS, QUERY_ENTRANCES, is_language, shown_file};
pub use harmless::{Callback, Harmless, next_page, shown_location};
pub use host::{HOST_BYTES, Host, LABEL_BYTES};
pub use portals::is_portal;
pub(crate) use punycode::ascii_host;
pub use shop_url::ShopUrl;
pub use url::{Scheme, URL_BYTES, Url};
