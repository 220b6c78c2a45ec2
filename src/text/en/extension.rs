//! The extension alone; [`ExtensionTexts`] says when each is shown.

use crate::text::ExtensionTexts;

pub(super) const EXTENSION: ExtensionTexts = ExtensionTexts {
    agent_save: "Save",
    agent_label: "How the provider's call introduces itself (User-Agent)",
    agent_note: "Empty, it is what the provider of the shop's payment plugin is known to send. For Kustom that is \
        APIs-Klarna, which Klarna documents (docs.krokedil.com, read 2026-11-22); it is not known whether Kustom sends the same. \
        Another one counts for this shop.",
    agent_saved: "Saved. The next check of this shop uses it.",
    agent_refused: "This cannot be sent: only letters, digits and signs of plain English, at most 512.",
    settings: "Settings",
    permission_held: "Callback Doctor may read {host}.",
    permission_title: "May this extension call the shop?",
    permission_body: "To see the answers, it needs access to {host}. It asks for this one address \
        only.",
    permission_refused: "Without access to {host} its answers cannot be read. Nothing was sent, so nothing is known yet.",
    permission_why: "Your browser will say \"Read and change your data\" or \"Access your data\". It is only for this shop, only \
        while a check runs, and you can take it back.",
    browser_page: "This page belongs to the browser. Open a page of your shop, ideally the \
        checkout, and start here again.",
    tab_refused: "The page in your tab is not the shop's: {name} answered in its place, with status {status}.",
    tab_refused_bare: "The page in your tab is not the shop's: {name} answered in its place.",
    tab_failed: "The page in your tab is an error, with status {status}.",
    page_shows: "The page in your tab shows already: {title}",
    kept_unreadable: "A report of this shop was kept, but it is damaged and cannot be read. Check the shop again.",
    shops_lead: "The last report of each shop, newest first. They are kept on this computer only.",
    shops_none: "No shop was checked yet. Open a page of your shop and press the extension's button.",
    shops_age: "Checked {time}",
    shops_remove: "Remove",
    shops_remove_named: "Remove {shop} from this list",
    elsewhere: "More",
    give_back: "Remove access",
};
