//! Which payment plugins the page, the REST index or the person shows, and whose callback is asked for.

use crate::gateway::{self, Gateway, OTHERS, Other};
use crate::page::PageSigns;
use crate::shop::Callback;

use super::Case;

impl Case {
    /// Whether anything shows that the shop has the gateway: the page, the person, or what WordPress registered.
    pub fn has_gateway(&self) -> bool {
        let route = self.gateway.block_route(self.version);
        let registered = || route.is_some_and(|r| self.rest().is_some_and(|i| i.has(r.namespace)));
        self.gateway_seen || registered()
    }

    /// Other payment plugins that the page or the REST index shows, by name.
    pub fn others(&self) -> Vec<&'static Other> {
        let namespaces = || self.rest().into_iter().flat_map(|rest| &rest.namespaces);
        let seen = |other: &&Other| {
            self.signs().is_some_and(|signs| shows(signs, other))
                || namespaces().any(|namespace| other.has_namespace(namespace))
        };
        OTHERS.iter().filter(seen).collect()
    }

    /// Whether the page is a checkout whose list of payments has none that a provider would call back for.
    pub fn offers_nothing_online(&self) -> bool {
        let methods = self
            .signs()
            .and_then(|signs| signs.payment_methods.as_ref());
        methods.is_some_and(|methods| !methods.iter().any(|method| gateway::is_online(method)))
    }
}

/// The gateway whose callback this is, where it is known here.
pub(super) fn gateway_of(about: &Callback) -> Option<&'static Gateway> {
    let has = |gateway: &Gateway| match about {
        Callback::Handler(name) => {
            let mut endpoints = gateway.endpoints.iter();
            endpoints.any(|endpoint| endpoint.handler.eq_ignore_ascii_case(name))
        }
        Callback::Route(route) => gateway.block_route.is_some_and(|known| {
            let namespace = known.namespace.trim_matches('/');
            let rest = route.strip_prefix(namespace);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }),
        Callback::Entrance(_) => false,
    };
    let mut gateways = gateway::GATEWAYS.iter().copied();
    gateways.find(|gateway| has(gateway))
}

/// Whether a callback is a payment plugin's, rather than WordPress's or WooCommerce's own.
pub(super) fn is_gateways(about: &Callback) -> bool {
    match about {
        Callback::Handler(_) => true,
        Callback::Route(route) => {
            let namespace = route.split('/').next().unwrap_or_default();
            !["", "wp", "wc", "oembed"].contains(&namespace)
        }
        Callback::Entrance(_) => false,
    }
}

/// Whether a checkout lists the gateway's payment method.
pub(super) fn lists(signs: &PageSigns, gateway: &Gateway) -> bool {
    let mut methods = signs.payment_methods.iter().flatten();
    methods.any(|method| method == gateway.method)
}

/// Whether a page shows another payment plugin: a file of it, or its method in the list of a checkout.
pub(super) fn shows(signs: &PageSigns, other: &Other) -> bool {
    signs.plugins.iter().any(|folder| other.has_plugin(folder))
        || signs
            .payment_methods
            .iter()
            .flatten()
            .any(|method| other.has_method(method))
}
