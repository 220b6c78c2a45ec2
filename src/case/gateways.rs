//! Which payment plugins the page, the REST index or the person shows, and whose callback is asked for.

use crate::gateway::{self, GATEWAYS, Gateway};
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
    pub fn others(&self) -> Vec<&'static Gateway> {
        let namespaces = || self.rest().into_iter().flat_map(|rest| &rest.namespaces);
        let seen = |other: &Gateway| {
            self.signs().is_some_and(|signs| shows(signs, other))
                || namespaces().any(|namespace| other.marks.has_namespace(namespace))
        };
        let others = GATEWAYS
            .iter()
            .copied()
            .filter(|other| other.id != gateway::ASSUMED.id);
        others.filter(|other| seen(other)).collect()
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
            endpoints.any(|endpoint| endpoint.via.has_handler(name))
        }
        Callback::Route(route) => gateway.block_route(None).is_some_and(|known| {
            let namespace = known.namespace.trim_matches('/');
            let rest = route.strip_prefix(namespace);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }),
        Callback::Entrance(_) => false,
    };
    let mut gateways = gateway::ASKED.iter().copied();
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
    methods.any(|method| gateway.marks.has_method(method))
}

/// Whether a page shows another payment plugin: a file of it, or its method in the list of a checkout.
pub(super) fn shows(signs: &PageSigns, other: &Gateway) -> bool {
    let is_its =
        |method: &String| Gateway::by_method(method).is_some_and(|gateway| gateway.id == other.id);
    signs
        .plugins
        .iter()
        .any(|folder| other.marks.has_plugin(folder))
        || signs.payment_methods.iter().flatten().any(is_its)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_the_nearest_gateway_s() {
        let signs = PageSigns {
            payment_methods: Some(vec!["stripe_cc".to_owned(), "bacs".to_owned()]),
            ..PageSigns::default()
        };
        let shown = GATEWAYS.iter().filter(|gateway| shows(&signs, gateway));
        let names: Vec<_> = shown.map(|gateway| gateway.id).collect();
        assert_eq!(names, ["payment_plugins_stripe"]);
    }
}
