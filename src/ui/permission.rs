//! What the person allowed this extension for a shop, and how to take it back.

use yew::prelude::*;

use super::face::short;
use crate::text::{Ui, fill};

/// A line for a shop whose answers the extension may read.
pub(super) fn held(shop: &str, on_give_back: &Callback<()>, ui: &Ui) -> Html {
    let onclick = on_give_back.reform(|_: MouseEvent| ());
    html! {
        <p class="soft permission">
            { fill(ui.permission_held, &[("host", short(shop))]) }{ " " }
            <button type="button" class="plain" {onclick}>{ ui.give_back }</button>
        </p>
    }
}
