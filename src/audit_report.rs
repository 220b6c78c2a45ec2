//! The report of an audit, for people and for programs.

use serde::{Deserialize, Serialize};

use crate::audit::{Audit, Class, Group, PageCounts, SiteCheck, Stopped};
use crate::report::inline;
use crate::text::{self, Language, fill};
use crate::verdict::Verdict;

/// What an audit found. Its JSON is stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditReport {
    /// The shape's name.
    pub schema: String,
    /// The version of the program.
    pub version: String,
    /// The site's home.
    pub shop: String,
    /// When it began, RFC 3339, where that is known.
    pub started: Option<String>,
    /// Whether every page that was found was read, and nothing of one left out.
    pub complete: bool,
    /// Why it ended before its end.
    pub stopped: Option<Stopped>,
    /// Pages.
    pub pages: PageCounts,
    /// Pass only where all of it was seen to be right.
    pub verdict: Verdict,
    /// What is asked once per site.
    pub checks: Vec<SiteCheck>,
    /// Hits by what mends them, the worst first.
    pub groups: Vec<GroupReport>,
}

/// Hits that one thing mends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupReport {
    /// What becomes of them.
    pub class: Class,
    /// The address that was seen first.
    pub resource: String,
    /// What mends them, such as `plugin:elementor`.
    pub source: String,
    /// How many there are.
    pub hits: u64,
    /// On how many pages, at least.
    pub page_count: u64,
    /// The first five of these.
    pub pages: Vec<String>,
    /// Where to mend it, in words.
    pub remedy: String,
}

/// The shape's name and version.
const SCHEMA: &str = "callback-doctor-audit-1";

/// The report of an audit, also half-way.
pub fn report(audit: &Audit, language: Language) -> AuditReport {
    let host = audit.home().host().to_string();
    AuditReport {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        shop: audit.home().to_string(),
        started: audit.started().map(str::to_owned),
        complete: audit.is_complete(),
        stopped: audit.stopped().cloned(),
        pages: audit.counts(),
        verdict: audit.verdict(),
        checks: audit.checks(),
        groups: audit
            .groups()
            .into_iter()
            .map(|found| group(found, &host, language))
            .collect(),
    }
}

fn group(group: Group, host: &str, language: Language) -> GroupReport {
    GroupReport {
        remedy: text::audit(language).remedy(&group, host),
        class: group.class,
        resource: group.resource,
        source: group.source.id(),
        hits: group.hits,
        page_count: group.page_count,
        pages: group.pages,
    }
}

/// The report as text to be pasted.
pub fn markdown(report: &AuditReport, language: Language) -> String {
    let texts = text::audit(language);
    let mut out = String::new();
    let mut line = |parts: &[&str]| {
        for part in parts {
            out.push_str(part);
        }
        out.push('\n');
    };
    let verdict = texts.verdict(report.verdict);
    let pages = report.pages;
    let counts = fill(
        texts.pages_read,
        &[
            ("read", &pages.read.to_string()),
            ("count", &pages.found.to_string()),
            ("status", &pages.failed.to_string()),
        ],
    );
    line(&["# ", verdict]);
    line(&[""]);
    line(&[&inline(&report.shop), ". ", &counts, "."]);
    if let Some(why) = &report.stopped {
        line(&[""]);
        line(&[texts.stopped(why)]);
    }
    let mut class = None;
    for group in &report.groups {
        if class != Some(group.class) {
            class = Some(group.class);
            line(&[""]);
            line(&["## ", texts.heading(group.class)]);
            line(&[""]);
            line(&[texts.class(group.class)]);
        }
        line(&[""]);
        line(&[
            "- ",
            &texts.places(group.hits, group.page_count),
            ": ",
            &inline(&group.resource),
        ]);
        line(&["  ", &inline(&group.remedy)]);
        for page in &group.pages {
            line(&["  - ", &inline(page)]);
        }
    }
    let failed = |check: &&SiteCheck| check.verdict == Verdict::Fail;
    for check in report.checks.iter().filter(failed) {
        let (name, remedy) = texts.check(check.id);
        line(&[""]);
        line(&["- ", texts.not_so, ": ", name, ". ", remedy]);
        if !check.evidence.is_empty() {
            line(&["  - ", &inline(&check.evidence)]);
        }
    }
    out
}
