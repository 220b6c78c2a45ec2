//! The report as Markdown, for a ticket: cause and fix first, the evidence below.

use super::{Evidence, Report, Verdict};

/// Writes the report for a support ticket. Words come with the report; only the skeleton is here.
pub fn markdown(report: &Report) -> String {
    let mut out = Page(String::new());
    out.line(&["**", &report.headline, "**"]);
    out.blank();
    out.line(&[
        "<",
        &report.shop,
        ">, ",
        &report.gateway.name,
        report.gateway.version.as_deref().map_or("", |_| " "),
        report.gateway.version.as_deref().unwrap_or(""),
    ]);
    for cause in &report.causes {
        out.blank();
        out.line(&["## ", &cause.title, " (`", cause.id.as_str(), "`)"]);
        out.blank();
        out.line(&[&cause.summary]);
        out.evidence(&cause.evidence);
        if !cause.remedy.steps.is_empty() {
            out.blank();
        }
        for (number, step) in cause.remedy.steps.iter().enumerate() {
            out.line(&[&(number + 1).to_string(), ". ", step]);
        }
        for paste in &cause.remedy.pastes {
            out.blank();
            out.line(&[&paste.label]);
            out.blank();
            out.fenced(&paste.text);
        }
    }
    if !report.way.is_empty() {
        out.blank();
        let stops: Vec<String> = report
            .way
            .iter()
            .map(|stop| [&stop.name, ": ", &stop.word].concat())
            .collect();
        out.line(&[&stops.join(" → ")]);
    }
    if !report.probes.is_empty() {
        out.blank();
    }
    for probe in &report.probes {
        out.line(&[
            "- `",
            probe.method.as_str(),
            " ",
            &probe.url,
            "`: ",
            &code(&probe.answer),
        ]);
    }
    let open: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::NotApplicable)
        .collect();
    if !open.is_empty() {
        out.blank();
    }
    for finding in open {
        out.line(&[
            "- ",
            sign(finding.verdict),
            " ",
            &finding.title,
            ": ",
            &finding.summary,
        ]);
    }
    for unsure in &report.unsure {
        out.line(&["- ? ", &unsure.reason, " ", &unsure.how]);
    }
    out.blank();
    out.line(&[&report.caveat]);
    out.blank();
    out.line(&[
        "Callback Doctor ",
        &report.version,
        report.started.as_deref().map_or("", |_| ", "),
        report.started.as_deref().unwrap_or(""),
    ]);
    out.0
}

const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "✓",
        Verdict::Fail => "✗",
        Verdict::Unsure => "?",
        Verdict::NotApplicable => "–",
    }
}

/// What a stranger's server wrote must not become markup.
fn code(text: &str) -> String {
    text.replace(['`', '<', '>'], "'")
}

struct Page(String);

impl Page {
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.0.push_str(part);
        }
        self.0.push('\n');
    }

    fn blank(&mut self) {
        self.0.push('\n');
    }

    fn evidence(&mut self, rows: &[Evidence]) {
        if !rows.is_empty() {
            self.blank();
        }
        for row in rows {
            self.line(&[
                "- `",
                &code(&row.at),
                "`: `",
                &one_line(&code(&row.what)),
                "`",
            ]);
        }
    }

    /// A fence longer than any run of backticks within.
    fn fenced(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.line(&[&fence]);
        self.line(&[text.trim_end()]);
        self.line(&[&fence]);
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
