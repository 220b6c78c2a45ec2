//! A diagnosis that asks nobody and is kept nowhere. A browser compiles each function of a module when it is first called:
//! what is called here, while there is nothing else to do, nobody waits for after a press.

use super::{browser::sleep, driver};
use crate::{
    diagnosis::PageRead,
    page,
    probe::{Answer, BodyEnd, Headers, Outcome, Probe, Purpose, Response},
};

/// Nobody's shop.
pub(super) const SHOP: &str = "https://shop.example.com/";

/// Milliseconds until an answer: the report so far is shown before it, and the browser may do something else.
const ANSWER_MS: u32 = driver::SOON_MS + 10;

/// How a made-up shop answers.
#[derive(Clone, Copy)]
pub(super) enum Shop {
    /// As WordPress does.
    Open,
    /// With a refusal, where that can be read.
    Closed,
}

/// One after the other: what they need is most of what a shop's diagnosis needs.
pub(super) const SHOPS: [Shop; 2] = [Shop::Open, Shop::Closed];

impl Shop {
    /// The answer to a probe, which is not sent.
    pub(super) async fn answer(self, probe: &Probe, readable: bool) -> Answer {
        sleep(ANSWER_MS).await;
        let outcome = match self {
            Self::Open if probe.purpose.asks_rest() => response(200, INDEX),
            Self::Open if readable && probe.purpose == Purpose::Control => response(400, "-1"),
            Self::Open if readable => response(200, ""),
            Self::Closed if readable => response(403, REFUSAL),
            _ => Outcome::Unreadable,
        };
        Answer::new(outcome, probe.caller)
    }
}

/// A page of the shop.
pub(super) fn page() -> PageRead {
    PageRead {
        signs: page::read(PAGE, Some(SHOP)),
        url: SHOP.to_owned(),
        hops: Vec::new(),
        status: Some(200),
        link_header: None,
    }
}

fn response(status: u16, body: &str) -> Outcome {
    let headers: Headers = [("content-type", "text/html"), ("server", "nginx")]
        .into_iter()
        .collect();
    let body = body.to_owned();
    Response {
        status,
        headers,
        body,
        body_end: BodyEnd::Whole,
    }
    .into()
}

const INDEX: &str = r#"{"name":"","url":"https://shop.example.com","home":"https://shop.example.com","namespaces":["wp/v2","wc/v3"],"routes":{}}"#;

const REFUSAL: &str = "<!doctype html><html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>";

const PAGE: &str = r#"<!doctype html><html lang="en"><head><link rel="https://api.w.org/" href="https://shop.example.com/wp-json/"></head><body class="woocommerce"><script src="https://shop.example.com/wp-content/plugins/klarna-checkout-for-woocommerce/a.js?ver=2.13.0"></script></body></html>"#;
