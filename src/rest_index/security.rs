//! Security plugins by the namespaces that they register: they can refuse a call before WooCommerce sees it.
//!
//! That one is installed says nothing of what it refuses.

/// A namespace begins like this, or is it; the plugin's name for people.
///
/// Sources, read 2026-11: `wordfence` and `aios` in the index of a shop with Wordfence 8.2 and All-In-One Security 5;
/// `ithemes-security` and `sg-security` in the plugins' own code, where the routes are registered.
const NAMESPACES: &[(&str, &str)] = &[
    ("aios/", "All-In-One Security"),
    ("ithemes-security/", "Solid Security"),
    ("sg-security/", "SiteGround Security"),
    ("wordfence/", "Wordfence"),
];

/// The security plugin that registered one of these namespaces.
pub(super) fn plugin(namespaces: &[String]) -> Option<&'static str> {
    let registers = |start: &str| namespaces.iter().any(|name| name.starts_with(start));
    let found = NAMESPACES.iter().find(|(start, _)| registers(start));
    found.map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_by_their_namespaces() {
        let of =
            |names: &[&str]| plugin(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(of(&["wp/v2", "wordfence/v1"]), Some("Wordfence"));
        assert_eq!(of(&["aios/v1/onboarding"]), Some("All-In-One Security"));
        assert_eq!(of(&["ithemes-security/rpc"]), Some("Solid Security"));
        assert_eq!(of(&["wp/v2", "my-wordfence/v1", "wordfencelike", ""]), None);
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn rows_are_in_order_and_end_at_a_part() {
        assert!(NAMESPACES.is_sorted());
        assert!(
            NAMESPACES
                .iter()
                .all(|(start, name)| start.ends_with('/') && !name.is_empty())
        );
    }
}
