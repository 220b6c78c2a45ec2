//! What payment providers document about their callers.

/// A provider's documented callers.
#[derive(Debug)]
pub(super) struct Provider {
    /// Its name for people.
    pub(super) name: &'static str,
    /// Addresses and ranges of its production servers.
    pub(super) addresses: &'static [&'static str],
    /// Where it says so.
    pub(super) source: &'static str,
}

/// The day on which the sources below were read.
pub(super) const READ: &str = "2026-11-22";

/// Where the User-Agent of Klarna's callbacks is documented; see [`crate::probe::PROVIDER_USER_AGENT`].
pub(super) const KLARNA_AGENT_SOURCE: &str = "docs.krokedil.com, Klarna Checkout, Callbacks";

/// Klarna's addresses, for its interface in general. For Kustom no list is known.
const KLARNA: Provider = Provider {
    name: "Klarna",
    addresses: &[
        "52.17.117.56",
        "52.17.176.198",
        "52.0.45.33",
        "52.0.46.187",
        "13.211.30.100",
        "3.104.49.49",
        "13.54.229.130",
    ],
    source: "docs.klarna.com/api/callbacks",
};

/// Svea's ranges, which its plugin checks as well.
const SVEA: Provider = Provider {
    name: "Svea",
    addresses: &["193.13.207.0/24", "193.105.138.0/24"],
    source: "Svea's documentation and its plugin's source",
};

/// Dintero's addresses.
const DINTERO: Provider = Provider {
    name: "Dintero",
    addresses: &["34.241.230.119", "34.242.13.162"],
    source: "docs.dintero.com",
};

/// The provider behind a gateway's name, where it documents its addresses.
pub(super) fn provider(gateway: &str) -> Option<&'static Provider> {
    let known: [(&str, &Provider); 4] = [
        ("klarna", &KLARNA),
        ("kustom", &KLARNA),
        ("svea", &SVEA),
        ("dintero", &DINTERO),
    ];
    known
        .into_iter()
        .find(|(word, _)| has(gateway, word))
        .map(|(_, provider)| provider)
}

/// Whether the gateway is one of Klarna's or Kustom's.
pub(super) fn is_klarna(gateway: &str) -> bool {
    has(gateway, "klarna") || has(gateway, "kustom")
}

/// Whether the gateway is Kustom Checkout, formerly Klarna Checkout.
pub(super) fn is_kustom(gateway: &str) -> bool {
    has(gateway, "kustom") || has(gateway, "klarna checkout")
}

fn has(gateway: &str, word: &str) -> bool {
    gateway.to_ascii_lowercase().contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_by_the_gateway_s_name() {
        let name = |gateway| provider(gateway).map(|provider| provider.name);
        assert_eq!(name("Kustom Checkout"), Some("Klarna"));
        assert_eq!(name("Klarna Payments"), Some("Klarna"));
        assert_eq!(name("Svea Checkout"), Some("Svea"));
        assert_eq!(name("Mollie"), None);
        assert!(is_kustom("Klarna Checkout") && !is_kustom("Klarna Payments"));
    }
}
