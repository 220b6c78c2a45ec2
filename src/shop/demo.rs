//! Callback Doctor's own demo shops, told by their names alone.

use super::Host;

/// What the names of the demo shops end in: `plain.callback-doctor.localhost`.
///
/// Names below `localhost` lead nowhere but to this computer (RFC 6761 section 6.3), so no shop that a provider could
/// call has one, and a shop that somebody builds on their own computer has this one only if it wants to be the demo.
pub const DEMO_DOMAIN: &str = "callback-doctor.localhost";

/// Whether a host is that of a demo shop, which stands for a public one.
pub fn is_demo(host: &Host) -> bool {
    let Host::Name(name) = host else {
        return false;
    };
    name.strip_suffix(DEMO_DOMAIN)
        .is_some_and(|front| front.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_below_the_domain() {
        for (host, demo) in [
            ("plain.callback-doctor.localhost", true),
            ("www.www-redirect.callback-doctor.localhost", true),
            ("callback-doctor.localhost", false),
            ("mycallback-doctor.localhost", false),
            ("shop.localhost", false),
            ("localhost", false),
            ("127.0.0.1", false),
            ("plain.callback-doctor.localhost.example.com", false),
        ] {
            assert_eq!(is_demo(&Host::parse(host).unwrap()), demo, "{host}");
        }
    }
}
