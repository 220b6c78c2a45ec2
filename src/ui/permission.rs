//! What the person allowed this extension for a shop, and how to take it back.

use yew::prelude::*;

use super::face::{host, plain_button};
use crate::text::{ExtensionTexts, fill};

/// A line for a shop whose answers the extension may read.
pub(super) fn held(shop: &str, on_give_back: &Callback<()>, texts: &ExtensionTexts) -> Html {
    html! {
        <p class="soft permission">
            { fill(texts.permission_held, &[("host", host(shop))]) }{ " " }
            { plain_button(texts.give_back.to_owned(), on_give_back) }
        </p>
    }
}
