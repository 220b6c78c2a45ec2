//! Which sentence of the catalogue a hand says where there is no report to say it.

use super::browser::language;
use crate::{diagnosis::IntakeError, text};

/// Shown after a panic.
pub fn broken() -> &'static str {
    text::ui(language()).broken
}

/// Why no diagnosis can begin.
pub fn refused_intake(error: &IntakeError) -> &'static str {
    let ui = text::ui(language());
    match error {
        IntakeError::NoAddress => ui.no_shop,
        _ => ui.no_address,
    }
}
