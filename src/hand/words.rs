//! Which sentence of the catalogue a hand says where there is no report to say it.

use super::browser::language;
use crate::{
    desk::LeftOut,
    diagnosis::IntakeError,
    shop::UrlError,
    text::{self, fill},
};

/// Shown after a panic.
pub fn broken() -> &'static str {
    text::ui(language()).broken
}

/// In the place of a kept report that is damaged.
pub fn kept_unreadable() -> &'static str {
    text::extension(language()).kept_unreadable
}

/// Why no diagnosis can begin.
pub fn refused_intake(error: &IntakeError) -> &'static str {
    let ui = text::ui(language());
    match error {
        IntakeError::NoAddress => ui.no_shop,
        IntakeError::Portal => ui.input_portal,
        IntakeError::Address(UrlError::Mail) => ui.input_mail,
        _ => ui.no_address,
    }
}

/// Who refuses to show the page in the person's tab.
pub fn tab_refused(name: &str, status: u16) -> String {
    match status {
        0 => fill(
            text::extension(language()).tab_refused_bare,
            &[("name", name)],
        ),
        _ => fill(
            text::extension(language()).tab_refused,
            &[("name", name), ("status", &status.to_string())],
        ),
    }
}

/// That the page in the person's tab is an error.
pub fn tab_failed(status: u16) -> String {
    fill(
        text::extension(language()).tab_failed,
        &[("status", &status.to_string())],
    )
}

/// What the page in the person's tab proves by itself.
pub fn page_shows(title: &str) -> String {
    fill(text::extension(language()).page_shows, &[("title", title)])
}

/// What is said of what was left out, beside a report about `shop`.
pub fn sentences(left_out: &[LeftOut], shop: &str) -> Vec<String> {
    let words = left_out.iter();
    words.map(|left| left.sentence(shop, language())).collect()
}
