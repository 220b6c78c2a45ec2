//! What only the extension says, apart from what the site loads.

/// Labels and sentences of the popup, the report page and the list of shops; each note says when the text is shown.
#[derive(Debug)]
pub struct ExtensionTexts {
    /// Keeps another User-Agent.
    pub agent_save: &'static str,
    /// The field for the User-Agent that imitates the provider.
    pub agent_label: &'static str,
    /// Where the first value of that field is from.
    pub agent_note: &'static str,
    /// After it was kept.
    pub agent_saved: &'static str,
    /// After it was refused.
    pub agent_refused: &'static str,
    /// Unfolds what the person may set for a shop.
    pub settings: &'static str,
    /// Where the extension may read the shop's answers.
    pub permission_held: &'static str,
    /// When the browser must be asked for permission: title.
    pub permission_title: &'static str,
    /// When the browser must be asked for permission: `{host}`.
    pub permission_body: &'static str,
    /// When the permission was not given: `{host}`.
    pub permission_refused: &'static str,
    /// Before the first click: that the browser will ask, and why.
    pub permission_why: &'static str,
    /// When the open page is one of the browser's own.
    pub browser_page: &'static str,
    /// The page in the tab is the refusal of `{name}`, with this `{status}`.
    pub tab_refused: &'static str,
    /// The same, where the browser does not tell the status.
    pub tab_refused_bare: &'static str,
    /// The page in the tab is an error with this `{status}`.
    pub tab_failed: &'static str,
    /// What the page in the tab proves by itself: `{title}` is a cause's.
    pub page_shows: &'static str,
    /// A report that was kept and is damaged.
    pub kept_unreadable: &'static str,
    /// Under that title.
    pub shops_lead: &'static str,
    /// In the place of an empty list.
    pub shops_none: &'static str,
    /// How old a report in the list is: `{time}`.
    pub shops_age: &'static str,
    /// Takes a shop off the list.
    pub shops_remove: &'static str,
    /// The same for screen readers: `{shop}`.
    pub shops_remove_named: &'static str,
    /// The popup's links to other pages, for screen readers.
    pub elsewhere: &'static str,
    /// Takes back what the browser was asked for.
    pub give_back: &'static str,
}
