//! What a healthy plugin answers at the address by which its provider calls: one gateway for each way by which calls come in.

use callback_doctor::gateway::{Ask, Endpoint, Form, Gateway, Via};
use callback_doctor::probe::{Method, Outcome, Probe};

use crate::bodies;

/// One gateway for each way, and for each manner in which an endpoint may be asked there.
pub(crate) const SERVED: [&str; 12] = [
    "kco",             // a path
    "klarna_payments", // a path without a slash
    "stripe",          // arguments, under another spelling of its name
    "checkoutcom",     // arguments, answered as others answer too
    "paypal_standard", // the permalinks' own form, with an error page as the right answer
    "mercadopago",     // the same, never asked
    "vipps_mobilepay", // a path, or arguments where permalinks are plain
    "viva",            // REST, asked itself
    "mollie",          // REST, shown by its namespace's index
    "woopayments",     // REST, called by WordPress.com
    "razorpay",        // admin-post.php
    "paytrail",        // a path of its own among pages
];

/// The gateway with this id.
pub(crate) fn gateway(id: &str) -> &'static Gateway {
    Gateway::by_id(id).unwrap()
}

/// The endpoint on which a payment depends.
pub(crate) fn decisive(gateway: &'static Gateway) -> &'static Endpoint {
    gateway.decisive(None).unwrap()
}

/// Its healthy answer to an empty call, as it was measured or read: `tests/gateways`.
pub(crate) fn answer(gateway: &Gateway) -> Outcome {
    match gateway.id {
        "kco" | "klarna_payments" | "stripe" => bodies::dispatched(200),
        "checkoutcom" => bodies::plugin_s_redirect("/"),
        "paypal_standard" => bodies::died(500, "PayPal IPN Request Failure"),
        "vipps_mobilepay" => bodies::dispatched(202),
        "viva" => bodies::rest_error(400, "rest_missing_callback_param"),
        "woopayments" => bodies::rest_error(401, "rest_forbidden"),
        "razorpay" => bodies::uncached(200, ""),
        "paytrail" => bodies::died(200, "Signature mismatch"),
        id => panic!("{id} is not to be called"),
    }
}

/// Whether a name is this one, of which a part may differ from shop to shop.
pub(crate) fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_ascii_lowercase(), name.to_ascii_lowercase());
    match pattern.split_once('*') {
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
        None => pattern == name,
    }
}

/// Holds a call that came to an endpoint to what its contract allows: written once more, apart from the engine.
pub(crate) fn assert_allowed(endpoint: &Endpoint, probe: &Probe, name: &str) {
    let own = endpoint
        .via
        .handler()
        .or(endpoint.via.rest().map(|(_, route)| route));
    let allowed = match endpoint.ask {
        Ask::Never(_) | Ask::Index => false,
        Ask::Empty(empty) => {
            let method = probe.method == empty.method || probe.method == Method::Get && empty.by_get;
            let spelled = match (own, empty.name) {
                (Some(own), other) if !other.is_empty() && !own.contains('*') => name == other,
                _ => true,
            };
            method && spelled
        }
    };
    assert!(
        allowed,
        "{} {} is never to be called",
        probe.method.as_str(),
        probe.url
    );
}

/// Whether the provider is given an address of arguments under these permalinks.
pub(crate) fn is_given_arguments(gateway: &'static Gateway, permalinks: Form) -> bool {
    decisive(gateway).via.form(permalinks) == Form::Query
}

/// What its address begins with, where that is a path that a web server may hide: `/wc-api/`, `/wp-json/NAMESPACE`.
pub(crate) fn folder(gateway: &'static Gateway) -> String {
    match decisive(gateway).via {
        Via::AdminPost { .. } => "/wp-admin/".to_owned(),
        Via::Rewrite { path, .. } => ["/", path.split('/').next().unwrap()].concat(),
        via => match via.rest() {
            Some(_) => "/wp-json/".to_owned(),
            None => "/wc-api/".to_owned(),
        },
    }
}
