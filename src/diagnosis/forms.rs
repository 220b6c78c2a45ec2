//! Every form of a request that a diagnosis may send, for a hand that others may talk to.

use crate::gateway::{CONTROL_HANDLER, GATEWAYS};
use crate::probe::Method;
use crate::rest_index;

/// Each method with the ends of the addresses that it may ask for. A folder, a language and `index.php` may stand before
/// them, and REST may have another name than `wp-json`.
pub fn forms() -> Vec<(Method, Vec<String>)> {
    let endpoints = GATEWAYS.iter().flat_map(|gateway| gateway.endpoints);
    let harmless = endpoints.filter(|endpoint| endpoint.harmless);
    let names = harmless.map(|endpoint| endpoint.handler);
    let callbacks: Vec<String> = names
        .chain([CONTROL_HANDLER])
        .flat_map(|name| [["wc-api/", name, "/"].concat(), ["?wc-api=", name].concat()])
        .collect();
    let index =
        ["wp-json/?", "?", "?rest_route=/&"].map(|form| [form, rest_index::FIELDS].concat());
    let described: Vec<String> = GATEWAYS
        .iter()
        .filter_map(|gateway| gateway.block_route)
        .flat_map(|route| {
            ["wp-json/", "", "?rest_route=/"].map(|form| [form, route.described].concat())
        })
        .collect();
    vec![
        (
            Method::Get,
            callbacks.iter().cloned().chain(index).collect(),
        ),
        (Method::Post, callbacks),
        (Method::Options, described),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_calls_what_may_act() {
        let forms = forms();
        let all: Vec<&String> = forms.iter().flat_map(|(_, ends)| ends).collect();
        assert!(all.len() > 10, "{all:?}");
        for endpoint in GATEWAYS.iter().flat_map(|gateway| gateway.endpoints) {
            let named = all.iter().any(|end| end.contains(endpoint.handler));
            assert_eq!(named, endpoint.harmless, "{}", endpoint.handler);
        }
    }
}
