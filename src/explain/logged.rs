//! What a log tells beside its answers: how often, since when, by which rule, in which plugin.

use super::Explanation;
use crate::given::{Given, Logged, Moment};
use crate::text::{self, BrainTexts, Language};
use crate::verdict::{CauseId, Evidence, EvidenceKind};

/// With what the log says of the answer, behind the summary, and the rules' ids in what is to be pasted.
pub(super) fn with_log(
    mut explanation: Explanation,
    given: &Given,
    language: Language,
) -> Explanation {
    let texts = text::brain(language);
    let said = given.told.as_ref().and_then(|told| told.said);
    if said == Some("log-no-callback") {
        texts.next_ask_lines.clone_into(&mut explanation.next);
    }
    if let Some(told) = given
        .told
        .as_ref()
        .filter(|told| told.said == Some("report") && !told.words.is_empty())
    {
        let lists = text::fill(texts.report_lists, &[("name", &told.words)]);
        add(&mut explanation.summary, &lists);
    }
    let Some(logged) = given.logged.as_deref() else {
        return explanation;
    };
    for sentence in sentences(logged, explanation.cause, texts) {
        add(&mut explanation.summary, &sentence);
    }
    if let Some(ray) = &logged.ray {
        explanation.evidence.push(Evidence {
            kind: EvidenceKind::Header,
            at: explanation.request.clone(),
            what: ["cf-ray: ", ray].concat(),
        });
    }
    if !logged.rules.is_empty() {
        let ids = logged.rules.join(" ");
        for paste in &mut explanation.remedy.pastes {
            paste.text = paste.text.replace(RULE, &ids);
            paste.label = paste.label.replace(REPLACE, "");
        }
    }
    explanation
}

/// What stands in a paste for a rule's id, and the label's word on it.
const RULE: &str = "RULE_ID";
const REPLACE: &str = " (replace RULE_ID)";

fn add(summary: &mut String, sentence: &str) {
    if !summary.is_empty() {
        summary.push(' ');
    }
    summary.push_str(sentence);
}

fn sentences(logged: &Logged, cause: CauseId, texts: &BrainTexts) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(plugin) = &logged.plugin {
        said.push(text::fill(texts.log_plugin, &[("name", plugin)]));
    }
    if !logged.rules.is_empty() {
        said.push(text::fill(
            texts.log_rules,
            &[("name", &logged.rules.join(", "))],
        ));
    }
    let count = logged.times.to_string();
    let (since, until) = (
        logged.since.map(|at| shown(at, texts)),
        logged.until.map(|at| shown(at, texts)),
    );
    match (since, until) {
        (Some(since), _) if logged.times == 1 => {
            said.push(text::fill(texts.log_once, &[("time", &since)]));
        }
        (Some(since), Some(until)) => {
            said.push(text::fill(
                texts.log_often,
                &[("count", &count), ("time", &since), ("read", &until)],
            ));
        }
        _ if logged.times > 1 => said.push(text::fill(texts.log_times, &[("count", &count)])),
        _ => {}
    }
    if logged.passed > 0 && cause != CauseId::Undetermined {
        said.push(text::fill(
            texts.log_passed,
            &[("count", &logged.passed.to_string())],
        ));
    }
    said
}

/// `12 Nov 03:10`, with the year where the log has it.
fn shown(at: Moment, texts: &BrainTexts) -> String {
    let month = texts
        .months
        .get(usize::from(at.month.saturating_sub(1)))
        .copied()
        .unwrap_or_default();
    let two = |number: u8| {
        if number < 10 {
            ["0", &number.to_string()].concat()
        } else {
            number.to_string()
        }
    };
    let year = if at.year == 0 {
        String::new()
    } else {
        [" ", &at.year.to_string()].concat()
    };
    [
        &at.day.to_string(),
        " ",
        month,
        &year,
        " ",
        &two(at.hour),
        ":",
        &two(at.minute),
    ]
    .concat()
}
