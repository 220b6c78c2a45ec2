//! What the hands say where there is no report to say it.

use crate::diagnosis::IntakeError;

/// Shown after a panic.
pub const BROKEN: &str = "Something broke inside Callback Doctor. Close this and open it again; if it happens again, please report it.";

/// Why no diagnosis can begin.
pub const fn refused_intake(error: &IntakeError) -> &'static str {
    match error {
        IntakeError::NoAddress => NO_SHOP,
        _ => NO_ADDRESS,
    }
}

/// The field holds an address that no browser could open.
const NO_ADDRESS: &str =
    "This is not an address that a browser can open. Check it for typing errors.";

/// A pasted page does not say where it is from.
const NO_SHOP: &str =
    "This page does not say which shop it belongs to. Enter the shop's address in its place.";
