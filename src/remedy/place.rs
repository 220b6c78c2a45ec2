//! Where a step is done: the page of the shop's own wp-admin. It is for the person to open, and never asked from here.

use crate::report::Link;

/// The page of the first menu that a step names, below the shop's home.
pub(super) fn link(step: &str, places: &[(&str, &str)], home: &str) -> Option<Link> {
    let named = places
        .iter()
        .filter_map(|(menu, page)| Some((step.find(menu)?, *menu, *page)));
    // Of menus that begin alike the longest is meant.
    let (_, menu, page) = named.min_by_key(|(at, menu, _)| (*at, usize::MAX - menu.len()))?;
    Some(Link {
        label: menu.to_owned(),
        url: [home, "wp-admin/", page].concat(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_leads_to_the_menu_that_it_names() {
        let places = [
            ("Settings → Permalinks", "options-permalink.php"),
            ("WooCommerce → Status", "admin.php?page=wc-status"),
            (
                "WooCommerce → Status → Logs",
                "admin.php?page=wc-status&tab=logs",
            ),
        ];
        let cases = [
            (
                "In WordPress, open Settings → Permalinks, then WooCommerce → Status.",
                Some("https://shop.example.com/se/wp-admin/options-permalink.php"),
            ),
            (
                "Read WooCommerce → Status → Logs.",
                Some("https://shop.example.com/se/wp-admin/admin.php?page=wc-status&tab=logs"),
            ),
            ("Ask your host.", None),
        ];
        for (step, expected) in cases {
            let link = link(step, &places, "https://shop.example.com/se/");
            assert_eq!(link.map(|link| link.url).as_deref(), expected, "{step}");
        }
    }
}
