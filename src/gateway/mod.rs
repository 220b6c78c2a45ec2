//! Payment gateways and the callback endpoints that they register, by plugin version: data, and how to choose from it.

mod kustom;
mod others;
mod version;

pub use others::{OTHERS, Other, is_online};
pub use version::Version;

/// A payment plugin that is called back by its provider.
#[derive(Debug)]
pub struct Gateway {
    /// Stable id, as reports name it.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The id of its payment method on the checkout.
    pub method: &'static str,
    /// The plugin's folder under `wp-content/plugins/`.
    pub plugin: &'static str,
    /// The handlers under `/wc-api/`, the one that a payment depends on first.
    pub endpoints: &'static [Endpoint],
    /// The REST route that a block checkout is called back on, below `wp-json/`, and its namespace.
    pub block_route: Option<RestRoute>,
    /// The first version that still works with the provider's servers.
    pub oldest_working: Option<OldestWorking>,
}

/// A handler name that a gateway registers with WooCommerce.
#[derive(Debug)]
pub struct Endpoint {
    /// The name, as in `/wc-api/NAME/`.
    pub handler: &'static str,
    /// Whether an empty POST without arguments does nothing in any version, so that it may be probed.
    pub harmless: bool,
    /// Versions in which the plugin sends this address to the provider.
    pub sent: Span,
}

/// A REST route that a gateway registers.
#[derive(Clone, Copy, Debug)]
pub struct RestRoute {
    /// The namespace, as the REST index lists it.
    pub namespace: &'static str,
    /// The path below `wp-json/` that a firewall must let through.
    pub path: &'static str,
    /// The route below `wp-json/` that WordPress is asked to describe by OPTIONS; it names no order.
    pub described: &'static str,
    /// The first version that registers it.
    pub first: Version,
}

/// A run of versions, from `first` to `last`, both included; `None` is open.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// The first version, or from the beginning.
    pub first: Option<Version>,
    /// The last version, or until today.
    pub last: Option<Version>,
}

impl Span {
    /// Whether this version lies within. An unknown version counts as today's.
    pub fn holds(&self, version: Option<Version>) -> bool {
        match version {
            Some(version) => {
                self.first.is_none_or(|first| first <= version)
                    && self.last.is_none_or(|last| version <= last)
            }
            None => self.last.is_none(),
        }
    }
}

/// When a gateway's old versions stopped working.
#[derive(Clone, Copy, Debug)]
pub struct OldestWorking {
    /// The first version that works for everyone.
    pub version: Version,
    /// The first version that works for some, with new credentials.
    pub partly: Version,
}

/// The gateway that is assumed where a page shows none: most pages of a shop show no trace of it.
pub static ASSUMED: Gateway = kustom::CHECKOUT;

/// Every gateway that is known here.
pub static GATEWAYS: &[&Gateway] = &[&ASSUMED];

/// The handler name of the control probe: no plugin registers it, so WooCommerce answers 400 `-1`.
pub const CONTROL_HANDLER: &str = "callback_doctor_control";

impl Gateway {
    /// The gateway with this plugin folder.
    pub fn by_plugin(plugin: &str) -> Option<&'static Self> {
        GATEWAYS
            .iter()
            .copied()
            .find(|gateway| gateway.plugin == plugin)
    }

    /// The endpoint to probe: the first harmless one that this version sends to the provider.
    pub fn probed_endpoint(&self, version: Option<Version>) -> Option<&'static Endpoint> {
        let endpoints: &'static [Endpoint] = self.endpoints;
        endpoints
            .iter()
            .find(|e| e.harmless && e.sent.holds(version))
    }

    /// The REST route of the block checkout, where this version has one. An unknown version counts as today's.
    pub fn block_route(&self, version: Option<Version>) -> Option<RestRoute> {
        self.block_route
            .filter(|route| version.is_none_or(|version| route.first <= version))
    }

    /// Whether this handler name was sent to the provider once and no longer is: 400 `-1` under it is no fault.
    pub fn is_retired(&self, handler: &str) -> bool {
        self.endpoints.iter().any(|endpoint| {
            endpoint.sent.last.is_some() && endpoint.handler.eq_ignore_ascii_case(handler)
        })
    }

    /// The handlers that a firewall must let through for this version.
    pub fn sent_endpoints(
        &self,
        version: Option<Version>,
    ) -> impl Iterator<Item = &'static Endpoint> {
        let endpoints: &'static [Endpoint] = self.endpoints;
        endpoints.iter().filter(move |e| e.sent.holds(version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_endpoints_are_probed() {
        for gateway in GATEWAYS {
            for version in [
                None,
                Some(Version::new(1, 1, 1)),
                Some(Version::new(2, 0, 1)),
                Some(Version::new(2, 20, 9)),
            ] {
                let endpoint = gateway
                    .probed_endpoint(version)
                    .expect("every version has an endpoint to probe");
                assert!(!["KCO_WC_Notification", "KCO_WC_Validation"].contains(&endpoint.handler));
            }
        }
    }

    #[test]
    fn the_block_route_came_with_a_version() {
        let has = |v: Option<Version>| ASSUMED.block_route(v).is_some();
        assert!(has(None) && has(Some(Version::new(2, 16, 0))));
        assert!(!has(Some(Version::new(2, 15, 9))));
        let route = ASSUMED.block_route(None).unwrap();
        assert!(route.described.starts_with(route.path));
    }

    #[test]
    fn retired_names() {
        for name in [
            "KCO_WC_Notification",
            "kco_wc_validation",
            "KCO_WC_Shipping_Option_Update",
        ] {
            assert!(ASSUMED.is_retired(name), "{name}");
        }
        for name in ["KCO_WC_Push", "KCO_WC_Address_Update", "", "KCO_WC_Upsell"] {
            assert!(!ASSUMED.is_retired(name), "{name}");
        }
    }

    #[test]
    fn what_a_version_sends() {
        let kustom = Gateway::by_plugin("klarna-checkout-for-woocommerce").unwrap();
        let sent = |v: Option<Version>| {
            kustom
                .sent_endpoints(v)
                .map(|e| e.handler)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            sent(None),
            ["KCO_WC_Push"],
            "an unknown version counts as today's"
        );
        assert_eq!(sent(Some(Version::new(2, 20, 9))), ["KCO_WC_Push"]);
        assert_eq!(
            sent(Some(Version::new(2, 13, 3))),
            ["KCO_WC_Push", "KCO_WC_Notification"]
        );
        assert_eq!(sent(Some(Version::new(1, 11, 8))).len(), 4);
    }
}
