//! Authorize.Net, by three plugins.
//!
//! The direct plugins receive no call. Of three that were read one has an address, for its hosted form and in the
//! browser.
//!
//! Source: WordPressBugBounty/plugins-woo-authorize-net-gateway-aim@9710d68, read 2026-11-28; answers measured that
//! day.

use super::{Body, Endpoint, Gateway, Inbound, Marks, Provider, Reply, Via};

pub(super) const GATEWAY: Gateway = Gateway {
    id: "authorize_net",
    name: "Authorize.Net",
    provider: &Provider::named("Authorize.Net"),
    marks: Marks {
        folders: &[
            "woocommerce-gateway-authorize-net-cim",
            "woo-authorize-net-gateway-aim",
            "authorizenet-payment-gateway-for-woocommerce",
        ],
        methods: &["authorize_net", "authnet"],
        namespaces: &[],
        handles: &[],
        versions: &[],
    },
    endpoints: &[
        // One of three plugins only, with its hosted form; it sends a browser on.
        Endpoint {
            replies: &[Reply::arrived(200, Body::Holds("Unknown_error_occured"))],
            ..Endpoint::back(Via::Path {
                name: "Wc_Tech_Autho",
                slash: false,
            })
        },
    ],
    inbound: Inbound::Never,
    ..Gateway::BLANK
};
