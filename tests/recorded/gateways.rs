//! The contract of a gateway's endpoint against a real shop that has one other gateway alone.

use std::collections::BTreeMap;

use callback_doctor::gateway::on_file::{Difference, compare};
use callback_doctor::gateway::{
    Arrival, By, CONTROL_HANDLER, Called, Control, Endpoint, Form, Gateway, Request,
};
use callback_doctor::probe::{Method, Response};
use callback_doctor::shop::{ShopUrl, Url};
use serde::Deserialize;

use crate::shop::corpus;

#[derive(Deserialize)]
struct Shop {
    base: String,
    answers: Vec<Recorded>,
}

#[derive(Deserialize)]
struct Recorded {
    method: String,
    url: String,
    agent: String,
    status: Option<u16>,
    headers: Option<Vec<(String, String)>>,
    body: Option<String>,
}

impl Shop {
    fn open(name: &str) -> Option<Self> {
        let file = corpus("gateways2")?.join([name, ".json"].concat());
        Some(serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
    }

    fn answer(&self, request: &Request) -> Option<Response> {
        let method = request.method().as_str();
        // The recordings have another made-up handler, and write a slash at the end.
        let wanted = request.url().to_string();
        let wanted = wanted
            .replace(
                &["wc-api/", CONTROL_HANDLER].concat(),
                "wc-api/some_random_handler",
            )
            .replace(
                &["wc-api=", CONTROL_HANDLER].concat(),
                "wc-api=some_random_handler",
            );
        let wanted = wanted.trim_end_matches('/');
        let fits = |url: &str| url == wanted || url.trim_end_matches('/') == wanted;
        let found = self.answers.iter();
        let found = found
            .filter(|answer| answer.method == method && answer.agent == "browser")
            .find(|answer| fits(&answer.url))?;
        Some(Response {
            status: found.status?,
            headers: found
                .headers
                .iter()
                .flatten()
                .map(|(name, value)| (name.to_ascii_lowercase(), value.as_str()))
                .collect(),
            body: found.body.clone().unwrap_or_default(),
            ..Response::default()
        })
    }

    /// The control and the endpoint asked, as a diagnosis would.
    fn judge(&self, endpoint: &Endpoint, permalinks: Form) -> Option<Arrival> {
        let home = ShopUrl::new(&Url::parse(&self.base).unwrap());
        let form = endpoint.via.form(permalinks);
        let control = endpoint
            .control(&home, "", form)
            .and_then(|request| self.answer(&request))
            .map_or(Control::Unseen, |answer| endpoint.via.read_control(&answer));
        let request = endpoint.request(&home, "", form)?;
        assert!(request.method() != Method::Options);
        let answer = self.answer(&request)?;
        let called = Called {
            url: request.url(),
            form,
            by: By::Us,
        };
        Some(endpoint.judge(called, &answer, control))
    }
}

/// For each gateway what each situation is for it, by the forms of its own address.
#[test]
fn endpoints_of_eight_gateways_in_real_shops() {
    use Arrival::{Arrived, Fits, Nobody, NotIts};
    let mut wrong = Vec::new();
    for (id, situations) in [
        (
            "stripe",
            &[("deny_post", Arrived), ("deny_query", NotIts)][..],
        ),
        (
            "mollie",
            &[
                ("deny_post", Arrived),
                ("deny_post_json", NotIts),
                ("rest_closed", NotIts),
            ],
        ),
        (
            "paypal_payments",
            &[
                ("deny_post", Arrived),
                ("deny_post_json", NotIts),
                ("rest_closed", NotIts),
            ],
        ),
        (
            "vipps_mobilepay",
            &[
                ("deny_post", NotIts),
                ("deny_query", Arrived),
                ("rest_closed", Arrived),
            ],
        ),
        (
            "klarna_payments",
            &[
                ("deny_post", NotIts),
                ("deny_query", Arrived),
                ("rest_closed", Arrived),
            ],
        ),
        (
            "razorpay",
            &[
                ("deny_post", Arrived),
                ("deny_post_admin", NotIts),
                ("admin_basic_auth", NotIts),
            ],
        ),
        ("paytrail", &[("deny_path", NotIts)]),
        ("redsys", &[("deny_post", Arrived), ("deny_query", NotIts)]),
    ] {
        let endpoint = &Gateway::by_id(id).unwrap().endpoints[0];
        // There the recordings have no control by POST for REST, and Paytrail's page says nothing.
        let plain = if ["mollie", "paypal_payments"].contains(&id) {
            Fits
        } else {
            Arrived
        };
        let always = [
            ("healthy", Arrived),
            ("inactive", Nobody),
            ("maintenance", NotIts),
        ];
        for &(situation, expected) in always.iter().chain(situations).chain(&[("plain", plain)]) {
            let name = [id, "_", situation].concat();
            let Some(shop) = Shop::open(&name) else {
                println!("skipped: no corpus");
                return;
            };
            let is_plain = situation == "plain";
            if is_plain && (!endpoint.via.works(Form::Query) || endpoint.via.is_blind(Form::Query))
            {
                continue;
            }
            let permalinks = if is_plain { Form::Query } else { Form::Pretty };
            let judged = shop.judge(endpoint, permalinks);
            if judged != Some(expected) {
                wrong.push(format!("{name}: {judged:?}, wanted {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[derive(Deserialize)]
struct Expected {
    callback: Option<String>,
    cause: Vec<String>,
}

/// The address that the provider has on file, in each situation of the eight gateways.
#[test]
fn addresses_on_file_in_real_shops() {
    let Some(folder) = corpus("gateways2") else {
        println!("skipped: no corpus");
        return;
    };
    let text = std::fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: BTreeMap<String, Expected> = serde_json::from_str(&text).unwrap();
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (name, expected) in expected {
        let Some(callback) = expected.callback else {
            continue;
        };
        let home = Url::parse("https://shop.example.com/").unwrap();
        let given = home.join(&callback).unwrap();
        let permalinks = match name.rsplit('_').next() {
            Some("plain") => Form::Query,
            Some("pathinfo") => Form::Pathinfo,
            _ => Form::Pretty,
        };
        let found = compare(&given, &ShopUrl::new(&home), permalinks, None);
        let differences = found.map(|found| {
            let (owner, _) = found.endpoint.unwrap();
            assert!(name.starts_with(owner.id), "{name}: {}", owner.id);
            found.differences
        });
        let is_wrong = expected
            .cause
            .iter()
            .any(|cause| cause == "callback-address-wrong");
        let known = if is_wrong {
            vec![Difference::OtherForm]
        } else {
            Vec::new()
        };
        compared += 1;
        if differences.as_ref() != Some(&known) {
            wrong.push(format!("{name}: {given}: {differences:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 80, "{compared}");
}
