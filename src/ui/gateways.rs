//! The other payment plugins of the shop, each with the one click that checks it instead.

use yew::prelude::*;

use super::face::{Face, plain_button};
use crate::report::Report;
use crate::text::fill;

/// Nothing where the shop showed no other.
pub(super) fn others(report: &Report, on_gateway: &Callback<AttrValue>, face: &Face) -> Html {
    let others: Vec<_> = report.others().collect();
    if others.is_empty() {
        return Html::default();
    }
    let names: Vec<&str> = others.iter().map(|other| &*other.name).collect();
    let also = fill(face.ui.gateways_also, &[("gateways", &names.join(", "))]);
    html! {
        <p class="gateways">
            { also }
            { for others.into_iter().map(|other| {
                let id = AttrValue::from(other.id.clone());
                let label = fill(face.ui.gateway_other, &[("gateway", &other.name)]);
                html! { <>{ " " }{ plain_button(label, &on_gateway.reform(move |()| id.clone())) }</> }
            }) }
        </p>
    }
}
