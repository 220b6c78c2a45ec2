//! The report as a page by itself: no script, nothing to load, to keep, to send on or to print on two pages of A4.

use super::super::{Cause, Report, Station, StopState, Verdict};
use super::{made, markdown::calls, markdown::sign};
use crate::foreign;
use crate::probe::Caller;
use crate::text::{self, Language, fill};

/// Light, dark and paper from one set of colours; no font, picture or address is loaded.
const STYLE: &str = "\
:root{color-scheme:light dark;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;--back:#fff;--code:#f3f4f6;--fail:#b42318;--pass:#1a7f37;--unsure:#8a5a00}\
@media(prefers-color-scheme:dark){:root{--text:#e6e8eb;--soft:#a3abb5;--line:#3a4149;--back:#15181c;--code:#22272d;--fail:#ff8a80;--pass:#6fcf87;--unsure:#e2b34b}}\
@media print{:root{--text:#000;--soft:#333;--line:#999;--back:#fff;--code:#f3f4f6;--fail:#900;--pass:#060;--unsure:#640}body{font-size:10pt;margin:0}details>*{display:block}}\
*{box-sizing:border-box}body{margin:0 auto;padding:24px 16px;max-width:44rem;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\
h1{font-size:1.5rem;line-height:1.25;margin:0 0 8px}h2{font-size:1.125rem;margin:32px 0 8px}p{margin:8px 0}\
.fail{color:var(--fail)}.pass{color:var(--pass)}.unsure{color:var(--unsure)}.soft{color:var(--soft)}\
code,pre{font:0.875rem/1.45 ui-monospace,monospace}pre{background:var(--code);padding:12px;white-space:pre-wrap;margin:4px 0 16px;break-inside:avoid}\
ol,ul{padding-inline-start:24px;margin:8px 0}li{margin:4px 0}.way{display:flex;flex-wrap:wrap;gap:4px 12px;list-style:none;padding:0}\
.way li::before{content:attr(data-sign) ' '}footer{margin-top:32px;border-top:1px solid var(--line);padding-top:12px}";

/// Writes the page.
pub(super) fn write(report: &Report, language: Language) -> String {
    let ui = text::ui(language);
    let texts = text::export(language);
    let mut out = Page(String::with_capacity(16 * 1024));
    let title = fill(texts.title, &[("shop", &report.shop)]);
    out.raw("<!doctype html>\n<html lang=\"");
    out.text(language.code());
    out.raw("\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.element("title", "", &title);
    out.raw("<style>");
    out.raw(STYLE);
    out.raw("</style>\n<main>\n");
    out.element("p", "soft", &title);
    let headline = [sign(report.verdict), " ", &report.headline].concat();
    out.element("h1", class(report.verdict), &headline);
    if let Some(proof) = &report.proof {
        out.raw("<p><code>");
        out.text(&[&proof.request, " → ", &proof.answer].concat());
        out.raw("</code> ");
        out.text(proof.said.as_deref().unwrap_or_default());
        out.raw("</p>\n");
    }
    let version = report.gateway.version.as_deref().unwrap_or_default();
    let about = [
        &report.gateway.name,
        " ",
        version,
        ", ",
        &calls(report, language),
    ]
    .concat();
    out.element("p", "soft", &about);
    way(report, &mut out);
    for (number, cause) in report.causes.iter().enumerate() {
        out.cause(cause, number);
    }
    list(ui.orders, report.orders.iter().map(String::clone), &mut out);
    checks(report, ui.checks, &mut out);
    let asked = report.probes.iter().map(|probe| {
        let caller = match probe.caller {
            Caller::Provider => ui.as_provider,
            Caller::Browser => ui.as_browser,
        };
        [
            probe.method.as_str(),
            " ",
            &probe.url,
            " (",
            caller,
            "): ",
            &probe.answer,
        ]
        .concat()
    });
    list(ui.requests, asked, &mut out);
    let open = report
        .unsure
        .iter()
        .map(|unsure| [&unsure.reason, " ", unsure.how.as_str()].concat());
    list(ui.not_seen, open, &mut out);
    out.raw("</main>\n<footer>\n");
    out.element("p", "soft", &report.caveat);
    out.element("p", "soft", &made(report, language));
    out.raw("</footer>\n</html>\n");
    out.0
}

const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Fail => "fail",
        Verdict::Unsure => "unsure",
        Verdict::NotApplicable => "soft",
    }
}

/// The stations in a row, each with the sign of its state.
fn way(report: &Report, out: &mut Page) {
    if report.way.is_empty() {
        return;
    }
    out.raw("<ol class=\"way\">\n");
    for stop in &report.way {
        let (sign, class) = match stop.state {
            StopState::Passed => ("✓", "pass"),
            StopState::Warned => ("!", "unsure"),
            StopState::Stopped => ("✗", "fail"),
            StopState::NotReached if stop.station == Station::Provider => ("•", "soft"),
            StopState::NotReached | StopState::Unseen => ("–", "soft"),
        };
        out.raw("<li data-sign=\"");
        out.text(sign);
        out.raw("\" class=\"");
        out.raw(class);
        out.raw("\">");
        out.text(&[&stop.name, ": ", &stop.word].concat());
        out.raw("</li>\n");
    }
    out.raw("</ol>\n");
}

fn checks(report: &Report, title: &str, out: &mut Page) {
    let rows: Vec<_> = report
        .findings
        .iter()
        .filter(|row| row.verdict != Verdict::NotApplicable)
        .collect();
    if rows.is_empty() {
        return;
    }
    out.element("h2", "", title);
    out.raw("<ul>\n");
    for row in rows {
        out.raw("<li><span class=\"");
        out.raw(class(row.verdict));
        out.raw("\">");
        out.text(sign(row.verdict));
        out.raw("</span> ");
        out.text(&[&row.title, ": ", &row.summary].concat());
        out.raw("</li>\n");
    }
    out.raw("</ul>\n");
}

fn list(title: &str, rows: impl Iterator<Item = String>, out: &mut Page) {
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() {
        return;
    }
    out.element("h2", "", title);
    out.raw("<ul>\n");
    for row in rows {
        out.element("li", "", &row);
    }
    out.raw("</ul>\n");
}

/// A page in the making.
struct Page(String);

impl Page {
    /// Our own markup.
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// What is shown, whoever wrote it: no markup, between tags and between double quotes.
    fn text(&mut self, text: &str) {
        for c in foreign::text(text, usize::MAX).chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                _ => self.0.push(c),
            }
        }
    }

    fn element(&mut self, name: &str, class: &str, text: &str) {
        self.raw("<");
        self.raw(name);
        if !class.is_empty() {
            self.raw(" class=\"");
            self.raw(class);
            self.raw("\"");
        }
        self.raw(">");
        self.text(text);
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    fn cause(&mut self, cause: &Cause, number: usize) {
        // The first one's title says what the headline said.
        if number > 0 {
            self.element("h2", "", &cause.title);
        }
        self.element("p", "", &cause.summary);
        if !cause.effort.is_empty() {
            self.element("p", "soft", &cause.effort);
        }
        self.raw("<ol>\n");
        for step in &cause.remedy.steps {
            self.element("li", "", step);
        }
        self.raw("</ol>\n");
        for paste in &cause.remedy.pastes {
            self.element("p", "soft", &paste.label);
            self.element("pre", "", paste.text.trim_end());
        }
        if cause.evidence.is_empty() {
            return;
        }
        self.raw("<ul>\n");
        for proof in &cause.evidence {
            self.raw("<li><code>");
            self.text(&[&proof.at, ": ", &proof.what].concat());
            self.raw("</code></li>\n");
        }
        self.raw("</ul>\n");
    }
}
