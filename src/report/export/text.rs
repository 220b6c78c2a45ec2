//! The report as plain text, for a mail: nothing in it is markup, long lines are the reader's to wrap.

use super::super::{Cause, Report, Verdict};
use super::{made, markdown::calls, markdown::sign};
use crate::foreign;
use crate::probe::Caller;
use crate::text::{self, Language};

/// Writes the report.
pub(super) fn write(report: &Report, language: Language) -> String {
    let ui = text::ui(language);
    let mut out = Lines::default();
    out.line(&[sign(report.verdict), " ", &report.headline]);
    out.line(&[
        &report.shop,
        ", ",
        &report.gateway.name,
        ", ",
        &calls(report, language),
    ]);
    if let Some(proof) = &report.proof {
        let said = proof.said.as_deref().unwrap_or_default();
        let before = if said.is_empty() { "" } else { ": " };
        out.blank();
        out.line(&[&proof.request, " → ", &proof.answer, before, said]);
    }
    for cause in &report.causes {
        out.title(&cause.title);
        out.line(&[&cause.summary]);
        if !cause.effort.is_empty() {
            out.line(&[&cause.effort]);
        }
        remedy_and_proofs(cause, &mut out);
    }
    if !report.orders.is_empty() {
        out.title(ui.orders);
        for sentence in &report.orders {
            out.line(&[sentence]);
        }
    }
    if !report.probes.is_empty() {
        out.title(ui.requests);
    }
    for probe in &report.probes {
        let caller = match probe.caller {
            Caller::Provider => ui.as_provider,
            Caller::Browser => ui.as_browser,
        };
        out.line(&[
            "- ",
            probe.method.as_str(),
            " ",
            &probe.url,
            " (",
            caller,
            "): ",
            &probe.answer,
        ]);
    }
    let rows: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::NotApplicable)
        .collect();
    if !rows.is_empty() {
        out.title(ui.checks);
    }
    for row in rows {
        out.line(&[sign(row.verdict), " ", &row.title, ": ", &row.summary]);
    }
    if !report.unsure.is_empty() {
        out.title(ui.not_seen);
    }
    for unsure in &report.unsure {
        out.line(&["- ", &unsure.reason, " ", &unsure.how]);
    }
    out.blank();
    out.line(&[&report.caveat]);
    out.line(&[&made(report, language)]);
    out.0
}

/// What to do about a cause, what to paste, and what proves it.
pub(super) fn remedy_and_proofs(cause: &Cause, out: &mut Lines) {
    for (number, step) in cause.remedy.steps.iter().enumerate() {
        out.line(&[&(number + 1).to_string(), ". ", step]);
    }
    for paste in &cause.remedy.pastes {
        out.blank();
        out.line(&[&paste.label, ":"]);
        out.lines(&paste.text);
    }
    for proof in &cause.evidence {
        out.line(&["- ", &proof.at, ": ", &proof.what]);
    }
}

/// Lines of plain text; what a stranger wrote comes in one line, without what a terminal obeys.
#[derive(Default)]
pub(super) struct Lines(pub(super) String);

impl Lines {
    pub(super) fn line(&mut self, parts: &[&str]) {
        let line = foreign::text(&parts.concat(), usize::MAX);
        let words: Vec<&str> = line.split_whitespace().collect();
        self.0.push_str(&words.join(" "));
        self.0.push('\n');
    }

    /// Lines as they stand, such as a rule to paste.
    pub(super) fn lines(&mut self, text: &str) {
        self.0.push_str(foreign::text(text, usize::MAX).trim_end());
        self.0.push('\n');
    }

    pub(super) fn blank(&mut self) {
        self.0.push('\n');
    }

    fn title(&mut self, title: &str) {
        self.blank();
        self.line(&[title]);
        let length = title.chars().count();
        self.0.push_str(&"-".repeat(length));
        self.0.push('\n');
    }
}
