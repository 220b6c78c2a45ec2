//! What is kept of a page, so that a hostile one costs little. Bytes of a page: [`crate::probe::limits::PAGE_BYTES`].

/// Bytes of one attribute value that are kept; longer ones are cut.
pub const VALUE_BYTES: usize = 4 * 1024;

/// Bytes of one tag or attribute name that are kept; no name that matters is longer.
pub const NAME_BYTES: usize = 64;

/// Attributes of one tag that are looked at.
pub const ATTRIBUTES: usize = 64;

/// Bytes of the title that are kept.
pub const TITLE_BYTES: usize = 300;

/// Bytes of one inline script that are searched for settings objects.
pub const SCRIPT_BYTES: usize = 64 * 1024;

/// Examples kept of each kind of reference, and signs kept of each kind of evidence.
pub const EXAMPLES: usize = 5;

/// `hreflang` rows kept.
pub const ALTERNATES: usize = 100;

/// Feeds kept.
pub const FEEDS: usize = 20;

/// Plugin folders kept.
pub const PLUGINS: usize = 100;

/// Addresses kept of Kustom Checkout's settings.
pub const SETTINGS: usize = 40;
