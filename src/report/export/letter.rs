//! Letters to whoever can mend it, each with what that reader needs: addresses, proof, command, what is wanted.

use super::super::{Report, Verdict};
use super::made;
use super::text::{Lines, remedy_and_proofs};
use crate::text::{self, ExportTexts, Language, fill};
use crate::verdict::CauseId;

/// To whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Who runs the server, or the network before it.
    Host,
    /// Who looks after the shop's code.
    Developer,
    /// The payment provider's support.
    Provider,
}

impl Whom {
    /// Everybody.
    pub const ALL: [Self; 3] = [Self::Host, Self::Developer, Self::Provider];

    /// The name in options.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Developer => "developer",
            Self::Provider => "provider",
        }
    }
}

/// Writes the letter.
pub(super) fn write(report: &Report, whom: Whom, language: Language) -> String {
    let texts = text::export(language);
    let mut out = Lines::default();
    match whom {
        Whom::Host => to_host(report, texts, language, &mut out),
        Whom::Developer => to_developer(report, texts, &mut out),
        Whom::Provider => to_provider(report, texts, &mut out),
    }
    out.blank();
    out.line(&[&made(report, language)]);
    out.0
}

/// The sentence that fits the verdict.
const fn by_verdict<'t>(
    verdict: Verdict,
    fail: &'t str,
    unsure: &'t str,
    pass: &'t str,
) -> &'t str {
    match verdict {
        Verdict::Fail => fail,
        Verdict::Unsure | Verdict::NotApplicable => unsure,
        Verdict::Pass => pass,
    }
}

fn to_host(report: &Report, texts: &ExportTexts, language: Language, out: &mut Lines) {
    // The remedy's own message says more than one that fits every cause.
    let own = text::remedies(language).labels.letter;
    let mut pastes = report
        .causes
        .iter()
        .take(1)
        .flat_map(|cause| &cause.remedy.pastes);
    if let Some(letter) = pastes.find(|paste| paste.label == own) {
        return out.lines(&letter.text);
    }
    let opening = by_verdict(
        report.verdict,
        texts.host_fail,
        texts.host_unsure,
        texts.host_pass,
    );
    opens(report, texts, opening, out);
    addresses(report, out);
    seen(report, texts, out);
    out.blank();
    out.line(&[texts.host_please]);
    repeat(report, texts, out);
}

fn to_developer(report: &Report, texts: &ExportTexts, out: &mut Lines) {
    opens(report, texts, texts.developer, out);
    out.blank();
    out.line(&[&report.headline]);
    addresses(report, out);
    seen(report, texts, out);
    for cause in &report.causes {
        out.blank();
        out.line(&[&cause.title, ". ", &cause.summary]);
        remedy_and_proofs(cause, out);
    }
    let open: Vec<_> = report.unsure.iter().collect();
    if !open.is_empty() {
        out.blank();
    }
    for unsure in open {
        out.line(&["- ", &unsure.reason, " ", &unsure.how]);
    }
    repeat(report, texts, out);
}

fn to_provider(report: &Report, texts: &ExportTexts, out: &mut Lines) {
    let opening = by_verdict(
        report.verdict,
        texts.provider_fail,
        texts.provider_unsure,
        texts.provider_pass,
    );
    opens(report, texts, opening, out);
    out.blank();
    out.line(&[texts.provider_addresses]);
    addresses(report, out);
    seen(report, texts, out);
    if report.verdict == Verdict::Fail
        && let Some(first) = report
            .causes
            .first()
            .filter(|first| first.id != CauseId::Undetermined)
    {
        out.blank();
        out.line(&[&first.summary]);
    }
    out.blank();
    out.line(&[texts.provider_ask]);
    for (number, question) in texts.provider_questions.iter().enumerate() {
        out.line(&[&(number + 1).to_string(), ". ", question]);
    }
}

fn opens(report: &Report, texts: &ExportTexts, opening: &str, out: &mut Lines) {
    out.line(&[texts.hello]);
    out.blank();
    let values = [
        ("shop", report.shop.as_str()),
        ("gateway", &report.gateway.name),
    ];
    let known: Vec<_> = values
        .into_iter()
        .filter(|(name, _)| opening.contains(&["{", name, "}"].concat()))
        .collect();
    out.line(&[&fill(opening, &known)]);
}

/// The callback's addresses, one a line.
fn addresses(report: &Report, out: &mut Lines) {
    if !report.endpoints.is_empty() {
        out.blank();
    }
    for endpoint in &report.endpoints {
        out.line(&["  ", &endpoint.url]);
    }
}

/// The one answer that shows it, and each address's own.
fn seen(report: &Report, texts: &ExportTexts, out: &mut Lines) {
    let asked = report
        .probes
        .iter()
        .filter(|probe| !probe.answer.is_empty());
    let lines: Vec<String> = match &report.proof {
        Some(proof) => vec![[&proof.request, " → ", &proof.answer].concat()],
        None => asked
            .map(|probe| [probe.method.as_str(), " ", &probe.url, " → ", &probe.answer].concat())
            .collect(),
    };
    if lines.is_empty() {
        return;
    }
    out.blank();
    out.line(&[texts.seen]);
    for line in lines {
        out.line(&["  ", &line]);
    }
}

/// The command that repeats the call, where the report has one.
fn repeat(report: &Report, texts: &ExportTexts, out: &mut Lines) {
    let of_causes = report.causes.iter().flat_map(|cause| &cause.remedy.pastes);
    let of_unsure = report
        .unsure
        .iter()
        .filter_map(|unsure| unsure.command.as_deref());
    let mut commands = of_causes.map(|paste| paste.text.as_str()).chain(of_unsure);
    if let Some(command) = commands.find(|text| text.starts_with("curl ")) {
        out.blank();
        out.line(&[texts.repeat]);
        out.lines(command);
    }
}
