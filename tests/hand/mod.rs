//! A scripted hand: drives a diagnosis as a real hand does, two probes at a time, and holds it to the rules that never
//! bend.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test uses the part that it needs"
)]
#![allow(clippy::unnecessary_wraps, reason = "helpers give what a field takes")]

#[path = "../recorded/schema.rs"]
pub mod schema;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use callback_doctor::case::PageRead;
use callback_doctor::diagnosis::{Diagnosis, Intake, Rule, Step, rules};
use callback_doctor::gateway::Endpoint;
use callback_doctor::gateway::address::Address;
use callback_doctor::page;
use callback_doctor::probe::{
    Answer, Caller, Method, Outcome, Probe, Purpose, Response, Speaker, limits,
};
use callback_doctor::report::Report;
use callback_doctor::shop::Url;

/// What came of a diagnosis.
pub struct Run {
    pub report: Report,
    pub sent: Vec<Probe>,
}

impl Run {
    /// The causes that the report names, in its order.
    pub fn causes(&self) -> Vec<&'static str> {
        let ids = self.report.causes.iter().map(|cause| cause.id.as_str());
        ids.collect()
    }

    pub fn first(&self) -> &'static str {
        self.report.causes[0].id.as_str()
    }

    /// Whether this probe was asked.
    pub fn asked(&self, purpose: Purpose) -> bool {
        self.sent.iter().any(|probe| probe.purpose == purpose)
    }

    /// Every request with its answer in a line each, for messages.
    pub fn lines(&self) -> String {
        let lines = self.report.probes.iter().map(|p| {
            format!(
                "    {} {} {:?} -> {:?} {}",
                p.method.as_str(),
                p.url,
                p.caller,
                p.status,
                if p.speaker == Speaker::Nobody {
                    p.answer.as_str()
                } else {
                    p.speaker.as_str()
                }
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// A shop that answers by purpose gives the same request the same answer.
fn as_before(probe: &Probe) -> Probe {
    let mut probe = probe.clone();
    if probe.purpose == Purpose::Repeat {
        probe.purpose = Purpose::Endpoint;
    }
    probe
}

/// Runs a diagnosis against a shop that answers each probe at once, in a good time.
pub fn run(intake: Intake, shop: impl Fn(&Probe) -> Outcome) -> Run {
    drive(intake, |probe| (shop(probe), Some(80)))
}

/// Runs a diagnosis against a shop that says how many milliseconds each answer takes.
pub fn drive(intake: Intake, shop: impl Fn(&Probe) -> (Outcome, Option<u32>)) -> Run {
    hear(intake, |probe| {
        let (outcome, elapsed_ms) = shop(probe);
        answer(outcome, elapsed_ms, probe.caller)
    })
}

/// Runs a diagnosis against a shop that gives whole answers.
pub fn hear(intake: Intake, shop: impl Fn(&Probe) -> Answer) -> Run {
    let run = ask(intake, shop);
    schema::assert_valid(&run.report);
    run
}

/// The same without holding the report to its schema, for whoever runs very many.
pub fn ask(intake: Intake, shop: impl Fn(&Probe) -> Answer) -> Run {
    let mut diagnosis = Diagnosis::new(intake).unwrap();
    let mut waiting: Vec<Probe> = Vec::new();
    let mut sent = Vec::new();
    let mut rest = false;
    loop {
        match diagnosis.next() {
            Step::Send(probe) => {
                assert!(
                    !rest,
                    "asked on after an answer that asks for rest: {probe:?}"
                );
                assert_harmless(&probe);
                sent.push(probe.clone());
                waiting.push(probe);
                assert!(waiting.len() <= limits::IN_FLIGHT, "too many at a time");
                assert!(sent.len() <= limits::PROBES, "too many: {sent:?}");
            }
            Step::Wait => {
                let probe = waiting.remove(0);
                let answer = shop(&as_before(&probe));
                rest |= asks_for_rest(&answer.outcome);
                diagnosis.observe(probe.id, answer);
            }
            Step::Done => break,
        }
    }
    assert!(waiting.is_empty(), "done with answers outstanding");
    let report = diagnosis.report();
    Run { report, sent }
}

/// Whether an answer asks to be left alone, by its own words.
pub fn asks_for_rest(outcome: &Outcome) -> bool {
    let Outcome::Response(response) = outcome else {
        return false;
    };
    let has = |name| response.headers.get(name).is_some();
    response.status == 429 || has("retry-after") || has("cf-mitigated")
}

/// An answer as a hand gives it.
pub fn answer(outcome: Outcome, elapsed_ms: Option<u32>, caller: Caller) -> Answer {
    Answer {
        elapsed_ms,
        ..Answer::new(outcome, caller)
    }
}

pub fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Outcome {
    Outcome::Response(Response {
        status,
        headers: headers.iter().copied().collect(),
        body: body.to_owned(),
        ..Response::default()
    })
}

pub const SERVER_404: &str = "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>";
pub const THEME_404: &str = "<!doctype html><html><head><title>Page not found</title><link rel='stylesheet' href='/wp-content/themes/a/style.css'></head><body>Nothing</body></html>";
pub const INDEX: &str = r#"{"name":"Shop","url":"https://shop.example.com","home":"https://shop.example.com","namespaces":["wp/v2","wc/v3","wc/store/v1"]}"#;

pub fn arrived() -> Outcome {
    response(200, &[], "-1")
}

pub fn nobody_listens() -> Outcome {
    response(400, &[], "-1")
}

pub fn redirect(status: u16, to: &str) -> Outcome {
    response(status, &[("location", to)], "")
}

/// A working shop: what every case below changes a little.
pub fn healthy(probe: &Probe) -> Outcome {
    match probe.purpose {
        Purpose::Control => nobody_listens(),
        Purpose::RestIndex | Purpose::RestRoute => {
            response(200, &[("content-type", "application/json")], INDEX)
        }
        _ => arrived(),
    }
}

pub fn page(html: &str) -> Option<PageRead> {
    let url = "https://shop.example.com/";
    Some(PageRead {
        url: url.to_owned(),
        status: Some(200),
        signs: page::read(html, Some(url)),
        ..PageRead::default()
    })
}

/// What the agent in a shop's page lets pass.
static RULES: LazyLock<Vec<(Method, Vec<String>)>> = LazyLock::new(|| {
    let ends = |rules: BTreeSet<Rule>| {
        let ends = rules.iter().flat_map(Rule::ends);
        ends.map(|end| ["/", &end].concat()).collect()
    };
    rules()
        .into_iter()
        .map(|(method, rules)| (method, ends(rules)))
        .collect()
});

/// Only what is harmless by a gateway's own contract is asked, and what nobody registers.
pub fn assert_harmless(probe: &Probe) {
    let url = probe.url.to_ascii_lowercase();
    match probe.method {
        Method::Options => assert!(url.contains("validate"), "OPTIONS to {url}"),
        Method::Get => assert!(!url.contains("/validate"), "GET of the route: {url}"),
        Method::Post => {}
    }
    if let Some(address) = Address::read(&Url::parse(&probe.url).unwrap())
        && probe.method == Method::Post
    {
        let found = address.endpoints();
        // A name that is written out is nobody's pattern.
        let exact = |endpoint: &Endpoint| {
            endpoint
                .via
                .handler()
                .is_some_and(|name| !name.contains('*'))
        };
        let any_exact = found.iter().any(|(_, endpoint)| exact(endpoint));
        for (gateway, endpoint) in found {
            if any_exact && !exact(endpoint) {
                continue;
            }
            let asked = endpoint.request(&address.home, &address.prefix, address.form);
            let bare = |text: &str| text.trim_end_matches('/').to_owned();
            let own = asked.is_some_and(|asked| {
                bare(&asked.url().to_string()).eq_ignore_ascii_case(&bare(&probe.url))
                    && (!endpoint.has_other_name() || asked.url().to_string() == probe.url)
            });
            assert!(
                own,
                "{} of {} is not to be called so",
                probe.url, gateway.id
            );
        }
    }
    // What the agent in a shop's page lets pass; a plain page alone asks for a namespace or the home.
    let of_a_page = matches!(probe.purpose, Purpose::Presence | Purpose::RestNamespace);
    let bare = probe.url.trim_end_matches('/');
    // What a redirect of the shop writes otherwise is the same call, where the contract above let it pass.
    let is_hop = probe.purpose == Purpose::Hop;
    let fits = |end: &String| {
        bare.ends_with(end)
            || is_hop
                && url
                    .trim_end_matches('/')
                    .ends_with(&end.to_ascii_lowercase())
    };
    let known = RULES
        .iter()
        .any(|(method, ends)| *method == probe.method && ends.iter().any(fits));
    assert!(known || of_a_page, "no form that is known: {url}");
    for forbidden in [
        "order_id", "order-id", "order/1", "@", "<", "'", "../", "wp-login",
    ] {
        assert!(!url.contains(forbidden), "{url}");
    }
}
