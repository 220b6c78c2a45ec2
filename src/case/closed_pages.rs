//! Whether the shop's pages are closed to visitors, which by itself says nothing of callbacks.

use super::Case;

/// Folders of plugins that close pages, and whose files stand only on the page that they show. The first two are recorded
/// in answers of a real shop (2026-11-22); the others are the folders' names in the plugin directory, not measured.
const CLOSING: [&str; 6] = [
    "coming-soon",
    "wp-maintenance-mode",
    "maintenance",
    "under-construction-page",
    "cmp-coming-soon-maintenance",
    "minimal-coming-soon-maintenance-mode",
];

impl Case {
    /// Whether the page that was read announces the shop or says that it is under maintenance: WooCommerce's own mode, a
    /// plugin's page, or a status that says so.
    pub fn pages_are_closed(&self) -> bool {
        self.page.as_ref().is_some_and(|page| {
            let plugins = &page.signs.plugins;
            page.signs.coming_soon
                || page.status == Some(503)
                || plugins
                    .iter()
                    .any(|folder| CLOSING.contains(&folder.as_str()))
        })
    }
}
