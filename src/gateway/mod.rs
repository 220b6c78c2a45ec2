//! Payment gateways: who calls a shop back, at which addresses, and which answers show that a call arrived.
//!
//! A gateway is a value in one file of its own, listed in [`GATEWAYS`]; everything else asks that value. Only [`Via`]
//! knows how an address is built, recognised and opened, and only [`Endpoint::judge`] knows whether an answer is the endpoint's own: a healthy
//! one may be 200 `-1`, 204, an empty 404 or a page with status 500, and a status alone is never a verdict.
//!
//! What may be asked is part of the endpoint. A [`Request`] comes out of [`Endpoint::request`] alone, and
//! [`Ask::Never`] has none: an endpoint that acts on whatever calls it cannot be called by mistake.

pub mod address;
mod endpoint;
mod fact;
mod known;
mod marks;
pub mod on_file;
mod provider;
mod reply;
mod right;
mod version;
mod via;

pub use endpoint::{Arrival, Ask, By, Called, Empty, Endpoint, Job, Never, Request, Sent};
pub use fact::{Known, READ, Sure};
pub use known::GATEWAYS;
pub use marks::{Marks, VersionedFile, is_online};
pub use provider::{Addresses, Provider, Redirects, Repeats};
pub use reply::{Body, Needs, Reply, Says};
pub use right::Right;
pub use version::Version;
pub use via::{CONTROL_HANDLER, Control, Form, Open, Via};

/// A payment plugin.
#[derive(Debug)]
pub struct Gateway {
    /// Stable id, as reports name it.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Who calls.
    pub provider: &'static Provider,
    /// How it shows.
    pub marks: Marks,
    /// Its callback addresses, the one that a payment depends on first.
    pub endpoints: &'static [Endpoint],
    /// Whether its provider calls the shop at all.
    pub inbound: Inbound,
    /// Whether a call only plans work, which WordPress's scheduler does later: the call may be green and the order wait.
    pub works_later: bool,
    /// What goes wrong in the plugin itself, once a call arrived.
    pub fault: Option<Fault>,
    /// The first version that still works with the provider's servers.
    pub oldest_working: Option<OldestWorking>,
}

/// Whether a provider calls the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inbound {
    /// It does.
    Called,
    /// Not this plugin's: there is nothing to probe.
    Never,
    /// It could not be found out.
    NotKnown,
}

/// A fault of a plugin's own, beyond the call's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It says 200 where it means 400 or 500, so nothing is sent again.
    LosesErrors,
    /// A list of addresses of its own, an option, may refuse the provider.
    OwnList,
    /// The same by itself in old versions, which no page shows; the provider stops calling after 21 minutes.
    OldOwnList,
}

/// A run of versions, from `first` to `last`, both included; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub static ASSUMED: &Gateway = known::KUSTOM;

impl Gateway {
    /// What a row changes stands in it.
    const BLANK: Self = Self {
        id: "",
        name: "",
        provider: &Provider::named(""),
        marks: Marks {
            folders: &[],
            methods: &[],
            namespaces: &[],
            handles: &[],
            versions: &[],
        },
        endpoints: &[],
        inbound: Inbound::Called,
        works_later: false,
        fault: None,
        oldest_working: None,
    };

    /// The gateway with this id.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        GATEWAYS.iter().copied().find(|gateway| gateway.id == id)
    }

    /// The gateway of this payment method of a checkout: `stripe_cc` is another's than `stripe`.
    pub fn by_method(method: &str) -> Option<&'static Self> {
        let near = |gateway: &&'static Self| Some((gateway.marks.nearness(method)?, *gateway));
        let found = GATEWAYS.iter().filter_map(near);
        found
            .max_by_key(|(bytes, _)| *bytes)
            .map(|(_, gateway)| gateway)
    }

    /// The gateways that a line of a log comes from, or whose callback it names.
    pub fn in_log(line: &str) -> Vec<&'static Self> {
        let named = address::in_text(line);
        let all = GATEWAYS.iter().copied();
        all.filter(|gateway| {
            gateway.marks.is_in_log(line)
                || named.iter().any(|address| {
                    let owners = address.endpoints();
                    owners
                        .first()
                        .is_some_and(|(owner, _)| owner.id == gateway.id)
                })
        })
        .collect()
    }

    /// The gateway with this plugin folder.
    pub fn by_folder(folder: &str) -> Option<&'static Self> {
        let mut all = GATEWAYS.iter().copied();
        all.find(|gateway| gateway.marks.has_plugin(folder))
    }

    /// The plugin's folder under `wp-content/plugins/`.
    pub fn plugin(&self) -> &'static str {
        self.marks.folders.first().copied().unwrap_or_default()
    }

    /// The endpoint whose route WordPress is asked to describe, where this version gives one out. An unknown version counts
    /// as today's.
    pub fn block_route(&self, version: Option<Version>) -> Option<&'static Endpoint> {
        let endpoints: &'static [Endpoint] = self.endpoints;
        let mut described = endpoints.iter().filter(|endpoint| endpoint.is_described());
        described.find(|endpoint| endpoint.sent.holds(version))
    }

    /// Whether this handler name was sent to the provider once and no longer is: 400 `-1` under it is no fault.
    pub fn is_retired(&self, handler: &str) -> bool {
        let mut endpoints = self.endpoints.iter();
        endpoints.any(|endpoint| endpoint.sent.is_over() && endpoint.via.has_handler(handler))
    }

    /// The endpoint that decides: the first that the provider itself calls and that this version gives out.
    pub fn decisive(&self, version: Option<Version>) -> Option<&'static Endpoint> {
        let endpoints: &'static [Endpoint] = self.endpoints;
        endpoints
            .iter()
            .find(|endpoint| endpoint.is_called_in(version))
    }
}

#[cfg(test)]
mod tests;
