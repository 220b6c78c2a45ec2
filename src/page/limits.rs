//! What is kept of a page, so that a hostile one costs little. Bytes of a page: [`crate::probe::limits::PAGE_BYTES`].

/// Bytes of one attribute value that are kept; longer ones are cut.
pub const VALUE_BYTES: usize = 4 * 1024;

/// Bytes of an id or a `rel` that are shown in a selector.
pub const ID_BYTES: usize = 60;

/// Bytes of the title that are kept.
pub const TITLE_BYTES: usize = 300;

/// Bytes of one inline script that are searched for settings.
pub const SCRIPT_BYTES: usize = 512 * 1024;

/// Bytes of one settings object that are read.
pub const SETTINGS_BYTES: usize = 64 * 1024;

/// Bytes of the longest name of a settings object, without `_params`.
pub const SETTINGS_NAME_BYTES: usize = 40;

/// Examples kept of each kind of reference, and signs kept of each kind of evidence.
pub const EXAMPLES: usize = 5;

/// `hreflang` rows kept.
pub const ALTERNATES: usize = 100;

/// The page's own links that are looked at for the permalink structure.
pub const OWN_LINKS: usize = 60;

/// Feeds kept.
pub const FEEDS: usize = 20;

/// Plugin folders kept.
pub const PLUGINS: usize = 100;

/// Payment methods kept of a checkout.
pub const PAYMENT_METHODS: usize = 60;

/// Bytes of a plugin folder's name.
pub const SLUG_BYTES: usize = 80;

/// Bytes of a version.
pub const VERSION_BYTES: usize = 24;
