//! From the address alone, then from the output of the commands that the site writes: the same first cause as a client's.

use std::fmt::Write;

use callback_doctor::diagnosis::{Diagnosis, Intake, Script, Step, commands};
use callback_doctor::given::commands::{self as output};
use callback_doctor::probe::{
    Caller, Method, NoAnswer, Outcome, Probe, ProbeId, Purpose, UserAgent, limits,
};
use callback_doctor::report::{Report, Surface};

use super::{expected, lines, schema, shop::Recorded};

/// A run of the site, which sends only what a page may read.
fn run(intake: Intake, recorded: &Recorded) -> (Report, Option<Script>) {
    let mut diagnosis = Diagnosis::new(intake).unwrap();
    while let Step::Send(probe) = diagnosis.next() {
        assert!(!probe.url.contains("wc-api"), "the page asks {}", probe.url);
        let answer = recorded.answer(&probe, Surface::Site);
        diagnosis.observe(probe.id, answer);
    }
    let report = diagnosis.report();
    schema::assert_valid(&report);
    (report, commands(diagnosis.case()))
}

/// What curl prints when the script is run against the recorded shop.
pub(crate) fn printed(script: &str, recorded: &Recorded) -> String {
    let mut out = String::new();
    let lines: Vec<&str> = script
        .lines()
        .filter(|line| line.starts_with("curl "))
        .collect();
    assert!(lines.len() <= limits::PROBES, "{} commands", lines.len());
    for line in lines {
        let after = |option: &str| {
            let rest = line.split_once(option).unwrap().1;
            rest.trim_start_matches('\'')
                .split(['\'', ' '])
                .next()
                .unwrap()
                .to_owned()
        };
        let who = if line.contains(" -A 'Mozilla/5.0 ") {
            Caller::Browser
        } else {
            Caller::Provider
        };
        let url = after("--url ");
        let method = match after("-X ").as_str() {
            "GET" => Method::Get,
            "POST" => Method::Post,
            "OPTIONS" => Method::Options,
            other => panic!("{other}"),
        };
        for forbidden in [
            "Notification",
            "Validation",
            "order_id",
            " -d ",
            " -L",
            "Cookie",
        ] {
            assert!(!line.contains(forbidden), "{line}");
        }
        // A terminal prints a page to its end, as a hand reads the REST index.
        let rest = url.contains("wp-json") || !url.contains("wc-api");
        let probe = Probe {
            id: ProbeId(0),
            purpose: if rest {
                Purpose::RestIndex
            } else {
                Purpose::Endpoint
            },
            caller: who,
            method,
            url: url.clone(),
            user_agent: (who == Caller::Provider).then(UserAgent::default),
        };
        let answer = recorded.answer(&probe, Surface::Native);
        let who = if who == Caller::Browser {
            "browser"
        } else {
            "provider"
        };
        let mut size = 0;
        let (status, exit) = match &answer.outcome {
            Outcome::Response(response) => {
                write!(out, "HTTP/2 {} \r\n", response.status).unwrap();
                for (name, value) in response.headers.iter() {
                    write!(out, "{name}: {value}\r\n").unwrap();
                }
                out.push_str("\r\n");
                // What the script keeps of it.
                let kept = if url.contains("wc-api") {
                    16_000
                } else {
                    400_000
                };
                let kept = response.body.floor_char_boundary(kept);
                out.push_str(&response.body[..kept]);
                size = response.body.len();
                (response.status, 0)
            }
            Outcome::NoAnswer(NoAnswer::Refused) => (0, 7),
            Outcome::NoAnswer(NoAnswer::Reset) => (0, 52),
            other => panic!("{other:?}"),
        };
        let seconds = f64::from(answer.elapsed_ms.unwrap_or(100)) / 1000.0;
        let method = method.as_str();
        writeln!(
            out,
            "\n--- callback-doctor {who} {method} {url} http={status:03} time={seconds:.6} ip=93.184.215.14 size={size} \
             exit={exit} error= ---"
        )
        .unwrap();
    }
    out
}

/// Pastes until nothing is left to ask.
const ROUNDS: usize = 4;

#[test]
fn pasted_output_gives_every_first_cause() {
    let (mut wrong, mut twice, mut at_once, mut count) = (Vec::new(), 0, 0, 0);
    for (name, expected) in expected() {
        count += 1;
        let recorded = Recorded::open(&name);
        let (requested, _) = recorded.page();
        let (_, script) = run(Intake::new(&requested, Surface::Site), &recorded);
        let script = script.unwrap_or_else(|| panic!("{name}: no commands"));
        let mut text = printed(&script.posix, &recorded);
        let mut report = None;
        for round in 1..=ROUNDS {
            let read = output::read(&text).unwrap_or_else(|| panic!("{name}: unread\n{text}"));
            assert!(read.others.is_empty(), "{name}: {:?}", read.others);
            let intake = Intake {
                pasted: read.answers,
                page: read.page,
                ..Intake::new(&read.requested.to_string(), Surface::Site)
            };
            let (found, more) = run(intake, &recorded);
            let first = found.causes[0].id.as_str().to_owned();
            let fits = expected.cause.contains(&first);
            at_once += usize::from(round == 1 && fits);
            report = Some(found);
            let Some(script) = more else { break };
            assert!(
                round < ROUNDS,
                "{name}: commands without end:\n{}",
                script.posix
            );
            twice += usize::from(round == 1);
            if !fits {
                println!("{name}: {first} after round {round}");
            }
            text.push_str(&printed(&script.posix, &recorded));
        }
        let report = report.unwrap();
        let first = &report.causes[0];
        let fits = expected
            .cause
            .iter()
            .any(|cause| cause == first.id.as_str())
            && (expected.blocker.is_empty() || expected.blocker.contains(&first.blocker));
        if !fits {
            wrong.push(format!(
                "{name}: wanted {:?} {:?}, got {:?} {:?}\n{}",
                expected.cause,
                expected.blocker,
                first.id,
                first.blocker,
                lines(&report)
            ));
        }
    }
    println!(
        "{count} situations from pasted output, {} wrong, {at_once} right after the first commands, {twice} with further ones",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
