//! Every form of a request that a diagnosis may send, for a hand that others may talk to.

use crate::gateway::{ASKED, CONTROL_HANDLER};
use crate::probe::Method;
use crate::rest_index;

/// Each method with the ends of the addresses that it may ask for. A folder, a language and `index.php` may stand before
/// them, and REST may have another name than `wp-json`.
pub fn forms() -> Vec<(Method, Vec<String>)> {
    let endpoints = ASKED.iter().flat_map(|gateway| gateway.endpoints);
    let harmless = endpoints.filter(|endpoint| endpoint.is_harmless());
    let names = harmless.filter_map(|endpoint| endpoint.via.handler());
    let callbacks: Vec<String> = names
        .chain([CONTROL_HANDLER])
        .flat_map(|name| [["wc-api/", name, "/"].concat(), ["?wc-api=", name].concat()])
        .collect();
    let index =
        ["wp-json/?", "?", "?rest_route=/&"].map(|form| [form, rest_index::FIELDS].concat());
    let described: Vec<String> = ASKED
        .iter()
        .filter_map(|gateway| gateway.block_route(None))
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
        for endpoint in ASKED.iter().flat_map(|gateway| gateway.endpoints) {
            let Some(handler) = endpoint.via.handler() else {
                continue;
            };
            let named = all.iter().any(|end| end.contains(handler));
            assert_eq!(named, endpoint.is_harmless(), "{handler}");
        }
    }
}
