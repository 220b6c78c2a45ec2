//! A report for test runners: a suite for the shop, a case for each check (the form that `Jenkins` reads).

use super::super::{Evidence, Finding, Report, Verdict};

/// Writes the suite as XML.
pub(super) fn write(report: &Report) -> String {
    let cases: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::NotApplicable)
        .collect();
    let count = |verdict| {
        cases
            .iter()
            .filter(|case| case.verdict == verdict)
            .count()
            .to_string()
    };
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let name = attribute(&report.shop);
    let time = report.took_ms.unwrap_or(0);
    let time = [&(time / 1000).to_string(), ".", &three(time % 1000)].concat();
    for part in [
        "<testsuite name=\"",
        &name,
        "\" tests=\"",
        &cases.len().to_string(),
        "\" failures=\"",
        &count(Verdict::Fail),
        "\" errors=\"0\" skipped=\"",
        &count(Verdict::Unsure),
        "\" time=\"",
        &time,
        "\">\n",
    ] {
        out.push_str(part);
    }
    out.push_str("  <properties>\n");
    let first = report.causes.first();
    for (property, value) in [
        ("gateway", report.gateway.name.as_str()),
        ("verdict", report.verdict.as_str()),
        ("cause", first.map_or("", |cause| cause.id.as_str())),
        (
            "blocker",
            first
                .and_then(|cause| cause.blocker.as_deref())
                .unwrap_or_default(),
        ),
        ("headline", &report.headline),
        ("version", &report.version),
    ] {
        for part in [
            "    <property name=\"",
            property,
            "\" value=\"",
            &attribute(value),
            "\"/>\n",
        ] {
            out.push_str(part);
        }
    }
    out.push_str("  </properties>\n");
    for case in cases {
        self::case(case, &name, &mut out);
    }
    out.push_str("</testsuite>\n");
    out
}

fn case(case: &Finding, suite: &str, out: &mut String) {
    for part in [
        "  <testcase classname=\"",
        suite,
        "\" name=\"",
        &attribute(&case.check),
        "\"",
    ] {
        out.push_str(part);
    }
    let summary = attribute(&case.summary);
    match case.verdict {
        Verdict::Pass | Verdict::NotApplicable => return out.push_str("/>\n"),
        Verdict::Fail => {
            for part in [
                ">\n    <failure message=\"",
                &summary,
                "\">",
                &proofs(&case.evidence),
                "</failure>\n",
            ] {
                out.push_str(part);
            }
        }
        // Unsure is never a pass.
        Verdict::Unsure => {
            for part in [">\n    <skipped message=\"", &summary, "\"/>\n"] {
                out.push_str(part);
            }
        }
    }
    out.push_str("  </testcase>\n");
}

fn proofs(evidence: &[Evidence]) -> String {
    let lines: Vec<String> = evidence
        .iter()
        .map(|proof| escaped(&[&proof.at, ": ", &proof.what].concat()))
        .collect();
    lines.join("\n")
}

fn three(milliseconds: u32) -> String {
    let text = (1000 + milliseconds).to_string();
    text.get(1..).unwrap_or_default().to_owned()
}

/// A value between double quotes.
fn attribute(text: &str) -> String {
    escaped(text)
        .replace('"', "&quot;")
        .replace(['\n', '\t'], " ")
}

/// Text of XML, without the characters that XML 1.0 has no place for.
fn escaped(text: &str) -> String {
    let text = crate::foreign::text(text, usize::MAX);
    let text: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
