//! The providers' own portals, which people type in the place of their shop. Source: the providers' own addresses (read
//! 2026-11-28).

/// Domains of providers; no shop stands below them.
const PORTALS: [&str; 9] = [
    "kustom.co",
    "klarna.com",
    "stripe.com",
    "mollie.com",
    "paypal.com",
    "viva.com",
    "adyen.com",
    "checkout.com",
    "vipps.no",
];

/// Whether a host belongs to a payment provider.
pub fn is_portal(host: &str) -> bool {
    PORTALS.iter().any(|domain| {
        let before = host.strip_suffix(domain);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::is_portal;

    #[test]
    fn a_shop_is_no_portal() {
        for host in ["portal.kustom.co", "stripe.com", "dashboard.stripe.com"] {
            assert!(is_portal(host), "{host}");
        }
        for host in [
            "notstripe.com",
            "stripe.com.example.org",
            "shop.example.com",
        ] {
            assert!(!is_portal(host), "{host}");
        }
    }
}
