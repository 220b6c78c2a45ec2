//! What reaches the person first: the proof, who can mend it, the first step and the paid orders, in every recorded shop.

use callback_doctor::report::{Report, Surface, Verdict};

use super::{Recorded, diagnose, expected_in};

const FOLDERS: [&str; 2] = ["shop", "shop2"];

fn each(mut look: impl FnMut(&str, &Report)) {
    for folder in FOLDERS {
        for name in expected_in(folder).keys() {
            let report = diagnose(&Recorded::open_in(folder, name), Surface::Native);
            look(&format!("{folder}/{name}"), &report);
        }
    }
}

#[test]
fn every_report_shows_one_answer_that_was_heard() {
    each(|name, report| {
        let Some(proof) = &report.proof else {
            assert_ne!(report.verdict, Verdict::Fail, "{name}: no proof");
            return;
        };
        let of_page = [
            "http-home-url",
            "mixed-content",
            "plugin-outdated",
            "not-public",
        ]
        .contains(&report.causes[0].id.as_str());
        let path = |address: &str| {
            let end = address.find("?_fields").or(address.find("&_fields"));
            address[..end.unwrap_or(address.len())].to_owned()
        };
        let asked = path(proof.request.split_once(' ').unwrap().1);
        let heard = report.probes.iter().any(|probe| {
            let status = probe.status.map(|status| status.to_string());
            let answered = match status {
                Some(status) => proof.answer.starts_with(&status),
                None => proof.answer.starts_with("no answer"),
            };
            path(&probe.url).ends_with(&asked) && answered
        });
        assert!(heard || of_page, "{name}: {proof:?}\n{:#?}", report.probes);
        let said = proof.said.as_deref().unwrap_or("x");
        assert!(!said.is_empty() && !said.contains("</"), "{name}: {said}");
        assert!(said.len() <= 250, "{name}: {said}");
        assert!(!proof.request.contains("kco_wc_order_id"), "{name}");
    });
}

#[test]
fn every_failure_says_who_can_mend_it_and_what_becomes_of_the_orders() {
    each(|name, report| {
        let first = &report.causes[0];
        assert!(
            !report.orders.is_empty(),
            "{name}: no word about paid orders"
        );
        assert_eq!(
            first.who.is_some(),
            report.verdict == Verdict::Fail,
            "{name}"
        );
        assert_eq!(first.who.is_some(), !first.effort.is_empty(), "{name}");
        assert!(!first.remedy.steps.is_empty(), "{name}");
        if let Some(link) = &first.remedy.link {
            assert!(first.remedy.steps[0].contains(&link.label), "{name}");
            let home = format!("{}wp-admin/", report.shop);
            assert!(link.url.starts_with(&home), "{name}: {}", link.url);
        }
        if std::env::var_os("SHOW").is_some() {
            println!("{}", shown(name, report));
        }
    });
}

fn shown(name: &str, report: &Report) -> String {
    let first = &report.causes[0];
    let proof = report.proof.as_ref();
    let link = first.remedy.link.as_ref();
    format!(
        "\n## {name} [{:?} {}]\n{}\n  {} → {} {:?}\n  {:?}: {}\n  {}\n  {:?}\n{}\n  orders: {}\n  way: {}\n  {}\n{}",
        report.verdict,
        first.id.as_str(),
        report.headline,
        proof.map_or("", |p| &p.request),
        proof.map_or("-", |p| &p.answer),
        proof.and_then(|p| p.said.as_deref()),
        first.who,
        first.effort,
        first.summary,
        link.map(|l| l.url.as_str()),
        first
            .remedy
            .steps
            .iter()
            .map(|s| format!("   - {s}"))
            .collect::<Vec<_>>()
            .join("\n"),
        report.orders.join(" | "),
        report
            .way
            .iter()
            .map(|s| format!("{}={}", s.name, s.word))
            .collect::<Vec<_>>()
            .join(", "),
        report.caveat,
        first
            .evidence
            .iter()
            .map(|e| format!("   * {} :: {}", e.at, e.what))
            .collect::<Vec<_>>()
            .join("\n"),
    )
}
