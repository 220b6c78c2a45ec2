use super::*;
use crate::report::*;

/// A healthy report in which these words stand wherever a stranger's may.
fn report(words: &str) -> Report {
    let mut report = markdown::tests::report("words");
    report.shop = "https://shop.example.com/".to_owned();
    report.causes[0].evidence[0].what = words.to_owned();
    report.probes[0].answer = words.to_owned();
    report.probes[0].headers = vec![["location: ", words].concat()];
    report.probes[0].excerpt = words.to_owned();
    report.probes[0].remote = Some("203.0.113.77".to_owned());
    report.findings[0].summary = words.to_owned();
    report.unsure[0].how = words.to_owned();
    report
}

fn all(report: &Report, audience: Audience) -> Vec<(String, String)> {
    let shared = Shared::of(report, audience);
    let formats = Format::ALL.map(|format| {
        let text = export(&shared, format, Language::En);
        (format.as_str().to_owned(), text)
    });
    let letters = Whom::ALL.map(|whom| {
        let text = letter(&shared, whom, Language::En);
        (["letter to ", whom.as_str()].concat(), text)
    });
    formats.into_iter().chain(letters).collect()
}

#[test]
fn no_secret_leaves_for_a_ticket_or_the_public() {
    for secret in [
        "sk_live_51HabcdEFGH123",
        "anna.svensson@mail.example",
        "3f2b8c1e-9d4a-4c7b-8e6f-1a2b3c4d5e6f",
        "wc_order_AbC123xyz9",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdef",
    ] {
        let report = report(&["before ", secret, " after"].concat());
        for audience in [Audience::Ticket, Audience::Public] {
            for (name, text) in all(&report, audience) {
                assert!(
                    !text.contains(secret),
                    "{name} for {}: {secret}",
                    audience.as_str()
                );
            }
        }
        let mine = all(&report, Audience::Me);
        assert!(mine.iter().any(|(_, text)| text.contains(secret)));
    }
}

#[test]
fn the_public_does_not_learn_whose_shop_it_is() {
    let report =
        report("At https://www.shop.example.com/x from 203.0.113.77, and shop.example.com.");
    for (name, text) in all(&report, Audience::Public) {
        let lower = text.to_lowercase();
        assert!(!lower.contains("shop.example.com"), "{name}: {text}");
        assert!(!text.contains("203.0.113.77"), "{name}: {text}");
    }
    let ticket = all(&report, Audience::Ticket);
    for (name, text) in ticket
        .iter()
        .filter(|(name, _)| !name.starts_with("letter"))
    {
        assert!(text.contains("shop.example.com"), "{name}: {text}");
    }
}

#[test]
fn nothing_of_a_stranger_is_markup_or_a_formula() {
    let hostile = "<script>alert(1)</script>\"' onload=x & ]]> \u{1b}[2J\u{202e} =HYPERLINK(\"x\")";
    let report = report(hostile);
    let shared = Shared::of(&report, Audience::Me);
    let html = export(&shared, Format::Html, Language::En);
    assert!(
        !html.contains("<script") && html.contains("&lt;script&gt;"),
        "{html}"
    );
    let junit = export(&shared, Format::Junit, Language::En);
    assert!(!junit.contains("<script"), "{junit}");
    for (name, text) in all(&report, Audience::Me) {
        if name != "json" {
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{name}: {text:?}");
        }
    }
    for formula in ["=1+1", "+1", "-1", "@x", "\t=1", " =1"] {
        let mut report = markdown::tests::report("words");
        report.headline = formula.to_owned();
        let row = export(
            &Shared::of(&report, Audience::Me),
            Format::Csv,
            Language::En,
        );
        assert!(row.contains(&["\"'", formula].concat()), "{row}");
    }
}

#[test]
fn a_row_has_the_columns_of_its_header() {
    let row = export(
        &Shared::of(&report("a \"b\", c"), Audience::Me),
        Format::Csv,
        Language::En,
    );
    let columns = row.trim_end().matches("\",\"").count() + 1;
    assert_eq!(columns, CSV_HEADER.split(',').count(), "{row}");
}

#[test]
fn a_page_to_print_loads_nothing_and_runs_nothing() {
    let html = export(
        &Shared::of(&report("words"), Audience::Me),
        Format::Html,
        Language::En,
    );
    for loads in [
        "<script", "<img", "<link", "src=", "@import", "url(", "href=",
    ] {
        assert!(!html.contains(loads), "{loads}");
    }
    assert!(html.contains("default-src 'none'"));
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
}

#[test]
fn every_letter_says_what_its_reader_needs() {
    for verdict in [Verdict::Fail, Verdict::Unsure, Verdict::Pass] {
        let mut report = report("words");
        report.verdict = verdict;
        report.endpoints = vec![Endpoint {
            gateway: None,
            url: "https://shop.example.com/wc-api/KCO_WC_Push/".to_owned(),
            verdict,
            speaker: crate::probe::Speaker::Unknown,
            answer: "503".to_owned(),
        }];
        let shared = Shared::of(&report, Audience::Ticket);
        for whom in Whom::ALL {
            let text = letter(&shared, whom, Language::En);
            assert!(text.starts_with("Hello,\n"), "{text}");
            assert!(
                text.contains("https://shop.example.com/wc-api/KCO_WC_Push/"),
                "{text}"
            );
            assert!(!text.contains(['{', '}']), "{text}");
        }
    }
}
