//! A shop in a few words, and what the rows have in common.

use callback_doctor::probe::{Outcome, Probe, Purpose};
use callback_doctor::report::{CauseId, Surface};

use crate::hand::{THEME_404, healthy, response};

/// A shop in a few words.
pub(crate) struct Shop {
    pub(crate) address: &'static str,
    pub(crate) surface: Surface,
    pub(crate) html: Option<&'static str>,
    pub(crate) ms: u32,
    pub(crate) answer: fn(&Probe) -> Outcome,
}

/// A working shop, asked by the native client, with no page open.
pub(crate) const SHOP: Shop = Shop {
    address: "https://shop.example.com/",
    surface: Surface::Native,
    html: None,
    ms: 80,
    answer: healthy,
};

/// A sentence about a shop, the cause, whether the report names it first or not at all, and the shop.
pub(crate) type Row = (&'static str, CauseId, Named, Shop);

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Named {
    First,
    /// Named below the callback that arrives.
    Below,
    Not,
}

pub(crate) const PLAIN_LINK: &str =
    r#"<link rel="https://api.w.org/" href="https://shop.example.com/index.php?rest_route=/">"#;
pub(crate) const PATHINFO_LINK: &str =
    r#"<link rel="https://api.w.org/" href="https://shop.example.com/index.php/wp-json/">"#;
pub(crate) const PRETTY_LINK: &str =
    r#"<link rel="https://api.w.org/" href="https://shop.example.com/wp-json/">"#;
pub(crate) const TWO_LANGUAGES: &str = r#"<html lang="sv-SE"><link rel="https://api.w.org/" href="https://shop.example.com/wp-json/"><link rel="alternate" hreflang="sv-SE" href="https://shop.example.com/sv/"><link rel="alternate" hreflang="en-GB" href="https://shop.example.com/en/">"#;
pub(crate) const HOME_IN_SWEDISH: &str = r#"<html lang="sv-SE"><link rel="https://api.w.org/" href="https://shop.example.com/sv/wp-json/"><link rel="alternate" hreflang="sv-SE" href="https://shop.example.com/sv/"><link rel="alternate" hreflang="en-GB" href="https://shop.example.com/en/">"#;
pub(crate) const BLOCK_CHECKOUT: &str = r#"<link rel="https://api.w.org/" href="https://shop.example.com/wp-json/"><script src="https://shop.example.com/wp-content/plugins/klarna-checkout-for-woocommerce/blocks/build/checkout.js"></script>"#;
pub(crate) const COMING_SOON: &str = r#"<link rel="https://api.w.org/" href="https://shop.example.com/wp-json/"><meta name="woo-coming-soon-page" content="yes">"#;
pub(crate) const SEED_PROD: &str = r#"<link rel="stylesheet" href="https://shop.example.com/wp-content/plugins/coming-soon/public/css/a.css">"#;
pub(crate) const KCO_2_13: &str = r#"<script id="kco-js" src="https://shop.example.com/wp-content/plugins/klarna-checkout-for-woocommerce/assets/js/klarna-checkout-for-woocommerce.min.js?ver=2.13.3"></script>"#;
pub(crate) const KCO_2_17: &str = r#"<script id="kco-js" src="https://shop.example.com/wp-content/plugins/klarna-checkout-for-woocommerce/assets/js/klarna-checkout-for-woocommerce.min.js?ver=2.17.0"></script>"#;
pub(crate) const LOCKED: &str =
    r#"{"code":"rest_login_required","message":"No.","data":{"status":401}}"#;
pub(crate) const NO_ROUTE: &str =
    r#"{"code":"rest_no_route","message":"No.","data":{"status":404}}"#;
pub(crate) const DESCRIBED: &str =
    r#"{"namespace":"kco-block","methods":["POST"],"endpoints":[{"methods":["POST"],"args":[]}]}"#;
pub(crate) const FORBIDDEN: &str = "<html><body>No</body></html>";

pub(crate) fn is_index(probe: &Probe) -> bool {
    matches!(probe.purpose, Purpose::RestIndex | Purpose::RestRoute)
}

pub(crate) fn locked(p: &Probe) -> Outcome {
    if is_index(p) {
        response(401, &[], LOCKED)
    } else {
        healthy(p)
    }
}

/// The path is unknown to WordPress, the query form works.
pub(crate) fn unknown_path(p: &Probe) -> Outcome {
    match p.purpose {
        Purpose::Endpoint | Purpose::Control => response(404, &[], THEME_404),
        _ => healthy(p),
    }
}

/// A checkout with a payment plugin that nobody here knows.
pub(crate) const STRANGER: &str = r#"<ul class="wc_payment_methods payment_methods methods"><li class="wc_payment_method payment_method_acme_pay"></li></ul>"#;
pub(crate) const BANK_TRANSFER: &str = r#"<ul class="wc_payment_methods payment_methods methods"><li class="wc_payment_method payment_method_bacs"></li></ul>"#;

/// WooCommerce is reached, and no plugin listens under any name.
pub(crate) fn nobody_anywhere(p: &Probe) -> Outcome {
    if is_index(p) {
        healthy(p)
    } else {
        response(400, &[], "-1")
    }
}

/// Something prints before and after WooCommerce's answer.
pub(crate) fn noisy(p: &Probe, before: &str, after: &str) -> Outcome {
    match healthy(p) {
        Outcome::Response(mut answer) if answer.body == "-1" => {
            answer.body = [before, "-1", after].concat();
            Outcome::Response(answer)
        }
        other => other,
    }
}
