//! Which payment plugins the page, the REST index or the person shows, and whose callback is asked for.

use crate::gateway::address::Address;
use crate::gateway::{self, GATEWAYS, Gateway, Version};
use crate::page::PageSigns;
use crate::rest_index::RestIndex;
use crate::shop::Callback;

use super::Case;

impl Case {
    /// Whether anything shows that the shop has the gateway: the page, the person, or what WordPress registered.
    pub fn has_gateway(&self) -> bool {
        self.gateway_seen
            || self
                .rest()
                .is_some_and(|rest| registers(rest, self.gateway))
    }

    /// Every gateway that the page or the REST index shows, in the order in which a checkout lists them.
    pub fn gateways(&self) -> Vec<&'static Gateway> {
        let signs = self.signs().map(shown).unwrap_or_default();
        let mut found: Vec<_> = signs.into_iter().map(|(gateway, _)| gateway).collect();
        let registered = GATEWAYS
            .iter()
            .copied()
            .filter(|other| self.rest().is_some_and(|rest| registers(rest, other)));
        for gateway in registered {
            if found.iter().all(|known| known.id != gateway.id) {
                found.push(gateway);
            }
        }
        found
    }

    /// Those of them that are not the one under diagnosis.
    pub fn others(&self) -> Vec<&'static Gateway> {
        let others = self.gateways().into_iter();
        others
            .filter(|other| self.is_stranger || other.id != self.gateway.id)
            .collect()
    }

    /// Where nothing showed a gateway, the REST index may: what it calls back on comes before what else is registered.
    pub(super) fn settle_gateway(&mut self) {
        if self.gateway_seen || self.is_stranger && self.about.is_some() {
            return;
        }
        let Some(rest) = self.rest() else { return };
        if registers(rest, self.gateway) {
            self.is_stranger = false;
            return;
        }
        let found = GATEWAYS.iter().copied().filter(|g| registers(rest, g));
        let is_called_there = |gateway: &&'static Gateway| {
            let decisive = gateway.decisive(None);
            decisive.is_some_and(|endpoint| endpoint.via.rest().is_some())
        };
        let found = found.clone().find(is_called_there).or_else(|| {
            let mut found = found;
            found.next()
        });
        if let Some(gateway) = found {
            self.gateway = gateway;
            self.gateway_seen = true;
            self.is_stranger = false;
        }
    }

    /// Whether the page is a checkout whose list of payments has none that a provider would call back for.
    pub fn offers_nothing_online(&self) -> bool {
        let methods = self
            .signs()
            .and_then(|signs| signs.payment_methods.as_ref());
        methods.is_some_and(|methods| !methods.iter().any(|method| gateway::is_online(method)))
    }
}

/// Whether WordPress's index shows what a gateway registered.
fn registers(rest: &RestIndex, gateway: &Gateway) -> bool {
    let mut namespaces = rest.namespaces.iter();
    namespaces.any(|namespace| gateway.marks.has_namespace(namespace))
}

/// The gateway whose callback this is, where it is known here: of several with the same name the one that a page shows.
pub(super) fn named(
    on_file: Option<&Address>,
    about: Option<&Callback>,
    shown: &[(&'static Gateway, Option<Version>)],
) -> Option<&'static Gateway> {
    let owners: Vec<&'static Gateway> = match (on_file, about) {
        (Some(address), _) => address
            .endpoints()
            .into_iter()
            .map(|(own, _)| own)
            .collect(),
        // Of a longer route nothing but its beginning is kept.
        (None, Some(Callback::Route(route))) => GATEWAYS
            .iter()
            .copied()
            .filter(|gateway| gateway.marks.has_namespace(route))
            .collect(),
        _ => Vec::new(),
    };
    let namespace = || {
        let Some(Callback::Route(route)) = about else {
            return None;
        };
        let mut all = GATEWAYS.iter().copied();
        all.find(|gateway| gateway.marks.has_namespace(route))
    };
    let is_shown = |own: &&&'static Gateway| shown.iter().any(|(shown, _)| shown.id == own.id);
    let found = owners.iter().find(is_shown).or(owners.first()).copied();
    found.or_else(namespace)
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

/// Whether a checkout lists a payment method that some provider calls back for.
pub(super) fn offers_online(signs: &PageSigns) -> bool {
    let mut methods = signs.payment_methods.iter().flatten();
    methods.any(|method| gateway::is_online(method))
}

/// The gateways that a page shows, each with its version where a file tells it: those of a checkout's list in its order, then
/// whose files it loads.
pub(super) fn shown(signs: &PageSigns) -> Vec<(&'static Gateway, Option<Version>)> {
    let listed = signs.payment_methods.iter().flatten();
    let listed = listed.filter_map(|method| Gateway::by_method(method));
    let files = signs.gateways.iter().map(|found| &found.plugin);
    let files = files
        .chain(&signs.plugins)
        .filter_map(|folder| Gateway::by_folder(folder));
    let mut found: Vec<(&'static Gateway, Option<Version>)> = Vec::new();
    for gateway in listed.chain(files) {
        if found.iter().any(|(known, _)| known.id == gateway.id) {
            continue;
        }
        let mut signs = signs.gateways.iter();
        let own = signs.find(|signs| gateway.marks.has_plugin(&signs.plugin));
        let version = own.and_then(|signs| Version::parse(signs.version.as_deref()?));
        found.push((gateway, version));
    }
    found
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
        let shown = shown(&signs).into_iter();
        let names: Vec<_> = shown.map(|(gateway, _)| gateway.id).collect();
        assert_eq!(names, ["payment_plugins_stripe"]);
    }
}
