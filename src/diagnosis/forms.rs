//! Every form of a request that a diagnosis may send, for a hand that others may talk to.

use std::collections::BTreeSet;

use crate::gateway::{Endpoint, Form, GATEWAYS, Gateway, Via};
use crate::probe::Method;
use crate::rest_index;

/// Ends of addresses.
type Ends = BTreeSet<String>;

/// Each method with the ends of the addresses that it may ask for. A folder, a language and `index.php` may stand before
/// them, and REST may have another name than `wp-json`. A name counts as it is written here: `wc_stripe` is another call than
/// `WC_STRIPE`.
pub fn forms() -> Vec<(Method, Vec<String>)> {
    let index =
        ["wp-json/?", "?", "?rest_route=/&"].map(|form| [form, rest_index::FIELDS].concat());
    let (mut get, mut post): (Ends, Ends) = (controls(), controls());
    get.extend(index);
    for endpoint in GATEWAYS.iter().flat_map(|gateway| gateway.endpoints) {
        for (method, end) in endpoint.ends() {
            if endpoint.is_asked_by_get() {
                get.insert(end.clone());
            }
            match method {
                Method::Get => get.insert(end),
                Method::Post => post.insert(end),
                // Described by a route that names no order.
                Method::Options => false,
            };
        }
    }
    let described: Vec<String> = GATEWAYS
        .iter()
        .filter_map(|gateway: &&Gateway| gateway.block_route(None))
        .flat_map(|route| {
            ["wp-json/", "", "?rest_route=/"].map(|form| [form, route.described].concat())
        })
        .collect();
    vec![
        (Method::Get, get.into_iter().collect()),
        (Method::Post, post.into_iter().collect()),
        (Method::Options, described),
    ]
}

/// The ends of the addresses of every control.
fn controls() -> Ends {
    let vias: BTreeSet<Vec<String>> = GATEWAYS
        .iter()
        .flat_map(|gateway| gateway.endpoints)
        .map(|endpoint: &Endpoint| control_ends(endpoint.via))
        .collect();
    vias.into_iter().flatten().collect()
}

fn control_ends(via: Via) -> Vec<String> {
    let forms = [Form::Pretty, Form::Pathinfo, Form::Query].into_iter();
    forms.filter_map(|form| via.control_end(form)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_calls_what_may_act() {
        let forms = forms();
        let all: Vec<&String> = forms.iter().flat_map(|(_, ends)| ends).collect();
        assert!(all.len() > 100, "{all:?}");
        for endpoint in GATEWAYS.iter().flat_map(|gateway| gateway.endpoints) {
            let Some(handler) = endpoint.via.handler().filter(|name| !name.contains('*')) else {
                continue;
            };
            let path = ["wc-api/", handler].concat();
            let named = all.iter().any(|end| end.trim_end_matches('/') == path);
            let own = endpoint.is_harmless() && !endpoint.has_other_name();
            assert_eq!(named, own, "{handler}");
        }
        for forbidden in ["wc_stripe", "KCO_WC_Notification", "WC_Gateway_PayFast"] {
            let ends = |end: &String| end.trim_end_matches('/').ends_with(forbidden);
            assert!(!all.iter().any(|end| ends(end)), "{forbidden}");
        }
    }
}
