//! How old a report is: it ages while somebody looks at it.

use yew::prelude::*;

use crate::text::Ui;
use crate::ui::clock::{EachMinute, ago, local, minutes_since};

/// Minutes after which a report no longer speaks for the shop as it is now.
const OLD_MINUTES: f64 = 10.0;

/// When a report was made.
pub(super) struct Age {
    /// In words, such as `3 days ago`.
    pub(super) words: String,
    /// By the clock on the wall.
    pub(super) local: String,
    /// Whether the shop may well have changed since.
    pub(super) old: bool,
}

/// The age of what was made at this time, RFC 3339; drawn anew each minute.
#[hook]
pub(super) fn use_age(started: Option<&str>, ui: &Ui) -> Option<Age> {
    let drawn = use_force_update();
    use_effect_with((), move |()| {
        let each_minute = EachMinute::new(move || drawn.force_update());
        move || drop(each_minute)
    });
    let started = started?;
    let minutes = minutes_since(started)?;
    Some(Age {
        words: if minutes < 1.0 {
            ui.just_now.to_owned()
        } else {
            ago(minutes, ui.locale)
        },
        local: local(started, ui.locale),
        old: minutes >= OLD_MINUTES,
    })
}
