//! Whose answer is the right one to a harmless call.

use super::via::Via;

/// The answer that shows that a call arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// The payment plugin's own.
    Plugin,
    /// `WooCommerce`'s to a name that nobody has: 400 `-1`.
    WooCommerce,
    /// WordPress's REST to a route that nobody has: 404 `rest_no_route`.
    Rest,
    /// WordPress's to an action that nobody has: its page with 400.
    AdminPost,
    /// WordPress's page for what was not found.
    NotFound,
}

impl Right {
    /// To a made-up name beside an address of this way.
    pub const fn to_control(via: Via) -> Self {
        match via {
            Via::Rest { .. } | Via::WordPressCom { .. } => Self::Rest,
            Via::AdminPost { .. } => Self::AdminPost,
            Via::Rewrite { .. } => Self::NotFound,
            _ => Self::WooCommerce,
        }
    }
}
