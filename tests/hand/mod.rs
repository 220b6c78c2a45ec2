//! A scripted hand: drives a diagnosis as a real hand does, two probes at a time, and holds it to the rules that never
//! bend.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test uses the part that it needs"
)]

#[path = "../recorded/schema.rs"]
mod schema;

use callback_doctor::diagnosis::{Diagnosis, Intake, Step};
use callback_doctor::probe::{
    Answer, Caller, Method, Outcome, Probe, Purpose, Response, Speaker, limits,
};
use callback_doctor::report::Report;

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

/// Runs a diagnosis against a shop that answers each probe at once, in a good time.
pub fn run(intake: Intake, shop: impl Fn(&Probe) -> Outcome) -> Run {
    drive(intake, |probe| (shop(probe), Some(80)))
}

/// Runs a diagnosis against a shop that says how many milliseconds each answer takes.
pub fn drive(intake: Intake, shop: impl Fn(&Probe) -> (Outcome, Option<u32>)) -> Run {
    let mut diagnosis = Diagnosis::new(intake).unwrap();
    let mut waiting: Vec<Probe> = Vec::new();
    let mut sent = Vec::new();
    loop {
        match diagnosis.next() {
            Step::Send(probe) => {
                assert_harmless(&probe);
                sent.push(probe.clone());
                waiting.push(probe);
                assert!(waiting.len() <= limits::IN_FLIGHT, "too many at a time");
                assert!(sent.len() <= limits::PROBES, "too many: {sent:?}");
            }
            Step::Wait => {
                let probe = waiting.remove(0);
                let (outcome, elapsed_ms) = shop(&probe);
                diagnosis.observe(probe.id, answer(outcome, elapsed_ms, probe.caller));
            }
            Step::Done => break,
        }
    }
    assert!(waiting.is_empty(), "done with answers outstanding");
    let report = diagnosis.report();
    schema::assert_valid(&report);
    Run { report, sent }
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
        body_cut: false,
    })
}

/// REST is read and described and never called; of wc-api only the harmless names are.
pub fn assert_harmless(probe: &Probe) {
    let url = probe.url.to_ascii_lowercase();
    let rest = url.contains("wp-json") || url.contains("rest_route");
    let is_callback = url.contains("wc-api");
    assert!(rest != is_callback, "neither callback nor REST: {url}");
    match probe.method {
        Method::Post => assert!(!rest, "POST to REST: {url}"),
        Method::Options => assert!(rest, "OPTIONS to the callback: {url}"),
        Method::Get => assert!(!url.contains("/validate"), "GET of the route: {url}"),
    }
    if is_callback {
        let name = url.split("wc-api").nth(1).unwrap().trim_matches(['/', '=']);
        assert!(
            ["kco_wc_push", "callback_doctor_control"].contains(&name),
            "{url}"
        );
    }
    for forbidden in [
        "order_id", "order-id", "order/1", "@", "<", "'", "../", "wp-admin", "wp-login",
    ] {
        assert!(!url.contains(forbidden), "{url}");
    }
}
