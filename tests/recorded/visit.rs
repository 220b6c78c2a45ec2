//! The network export of a visit beside the page's source: nothing is sent, and no pass is claimed for the provider.

use callback_doctor::desk::{Begun, gather};
use callback_doctor::diagnosis::{Diagnosis, Step};
use callback_doctor::report::Verdict;

use super::{expected, lines, schema, shop::Recorded};

/// Situations with two faults, of which the inner one shows in the visit and the outer one only at an address that nobody
/// asked.
const SECOND: [(&str, &str); 1] = [("two_polylang_shown_tls_proxy_http_home", "http-home-url")];

#[test]
fn a_visit_gives_the_first_cause_that_a_browser_meets() {
    let (mut right, mut open, mut other) = (0, 0, Vec::new());
    for (name, expected) in expected() {
        let recorded = Recorded::open(&name);
        let export = recorded.visit();
        let gathered = gather(&[&recorded.base, &export], None);
        let Begun::Diagnosis(mut intake) = gathered.begun else {
            panic!("{name}: {:?}", gathered.begun);
        };
        intake.offline = true;
        let mut diagnosis = Diagnosis::new(*intake).unwrap();
        assert_eq!(diagnosis.next(), Step::Done, "{name}");
        let report = diagnosis.report();
        schema::assert_valid(&report);
        assert_ne!(
            report.verdict,
            Verdict::Pass,
            "{name}: a pass that nobody saw"
        );
        let first = report.causes[0].id.as_str();
        if expected.cause.iter().any(|cause| cause == first) {
            right += 1;
        } else if report.verdict == Verdict::Unsure || SECOND.contains(&(name.as_str(), first)) {
            open += 1;
            println!("open {name}: wanted {:?}, got {first}", expected.cause);
        } else {
            other.push(format!(
                "{name}: wanted {:?}, got {first}\n{}",
                expected.cause,
                lines(&report)
            ));
        }
    }
    println!("{right} right, {open} left open, {} wrong", other.len());
    assert!(other.is_empty(), "{}", other.join("\n"));
}
