//! The report as Markdown, for a ticket: cause and fix first, the evidence below.

use super::super::{Cause, Evidence, Report, Verdict};
use super::made;
use crate::foreign;
use crate::probe::Caller;
use crate::text::{self, Language};

/// Writes the report for a support ticket. Words come with the report; only the skeleton is here.
///
/// What a stranger wrote may stand in any of the words: outside code, nothing in them is markup (see `inline`).
pub(super) fn write(report: &Report, language: Language) -> String {
    let ui = text::ui(language);
    let mut out = Page(String::new());
    let headline = inline(&report.headline);
    out.line(&["**", sign(report.verdict), " ", &headline, "**"]);
    if let Some(proof) = &report.proof {
        out.blank();
        let said = proof.said.as_deref().unwrap_or_default();
        let before = if said.is_empty() { "" } else { ": " };
        let answer = [&code(&proof.request), " → ", &code(&proof.answer)].concat();
        out.line(&[&answer, before, &inline(said)]);
    }
    let name = [("gateway", report.gateway.name.as_str())];
    let gateway = if report.gateway.seen {
        report.gateway.name.clone()
    } else {
        text::fill(ui.gateway_assumed, &name)
    };
    out.blank();
    out.line(&[
        "<",
        &plain(&report.shop).replace(|c: char| c.is_whitespace() || "<>`".contains(c), ""),
        ">, ",
        &inline(&gateway),
        report.gateway.version.as_deref().map_or("", |_| " "),
        &inline(report.gateway.version.as_deref().unwrap_or("")),
        ", ",
        &inline(&calls(report, language)),
    ]);
    let others: Vec<&str> = report.others().map(|other| &*other.name).collect();
    if !others.is_empty() {
        out.line(&[&inline(&text::fill(
            ui.gateways_also,
            &[("gateways", &others.join(", "))],
        ))]);
    }
    for cause in &report.causes {
        out.cause(cause);
    }
    out.part(!report.orders.is_empty(), ui.orders);
    for sentence in &report.orders {
        out.line(&["- ", &inline(sentence)]);
    }
    if !report.way.is_empty() {
        out.blank();
        let stops: Vec<String> = report
            .way
            .iter()
            .map(|stop| inline(&[&stop.name, ": ", &stop.word].concat()))
            .collect();
        out.line(&[&stops.join(" → ")]);
    }
    out.part(!report.probes.is_empty(), ui.requests);
    for probe in &report.probes {
        let request = [probe.method.as_str(), " ", &probe.url].concat();
        let answer = [": ", &code(&probe.answer)].concat();
        let answer = if probe.answer.is_empty() { "" } else { &answer };
        // The same request goes out in two voices.
        let caller = match probe.caller {
            Caller::Provider => ui.as_provider,
            Caller::Browser => ui.as_browser,
        };
        out.line(&["- ", &code(&request), " (", caller, ")", answer]);
    }
    let open: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::NotApplicable)
        .collect();
    out.part(!open.is_empty(), ui.checks);
    for finding in open {
        out.line(&[
            "- ",
            sign(finding.verdict),
            " ",
            &inline(&finding.title),
            ": ",
            &inline(&finding.summary),
        ]);
    }
    let unchecked = report.unsure.len().to_string();
    let unchecked = match report.unsure.len() {
        1 => ui.unchecked_one.to_owned(),
        _ => text::fill(ui.unchecked, &[("count", &unchecked)]),
    };
    out.part(!report.unsure.is_empty(), &unchecked);
    for unsure in &report.unsure {
        out.line(&["- ", &inline(&unsure.reason), " ", &inline(&unsure.how)]);
    }
    out.blank();
    out.line(&[&inline(&report.caveat)]);
    out.blank();
    out.line(&[&inline(&made(report, language))]);
    out.0
}

/// How many calls were made, and in what time.
pub(super) fn calls(report: &Report, language: Language) -> String {
    let sent = report.probes.len().to_string();
    let words = text::calls(language);
    match report.took_ms {
        Some(took) => {
            let seconds = text::seconds(took);
            text::fill(words.in_time, &[("count", &sent), ("seconds", &seconds)])
        }
        None => text::fill(words.made, &[("count", &sent)]),
    }
}

/// A moment as people write it, `2026-11-28 10:55 UTC`; anything else as it is.
pub(super) fn minute(moment: &str) -> String {
    match (moment.split_once('T'), moment.ends_with('Z')) {
        (Some((day, time)), true) => [day, " ", time.get(..5).unwrap_or(time), " UTC"].concat(),
        _ => moment.to_owned(),
    }
}

pub(super) const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "✓",
        Verdict::Fail => "✗",
        Verdict::Unsure => "?",
        Verdict::NotApplicable => "–",
    }
}

/// Characters that make markup, a mention or an entity somewhere.
const MARKUP: &str = "\\`*_[]<>|~@#$";

/// Punctuation that stays outside a piece of code.
const AROUND: [char; 7] = ['.', ',', ';', ':', '(', ')', '"'];

/// Words in a line of Markdown: those that could be markup, a link or a mention are code.
pub(crate) fn inline(text: &str) -> String {
    let text = plain(text);
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            let is_markup = word.contains(|c| MARKUP.contains(c))
                || word.contains("://")
                || word.contains('&') && word.contains(';')
                || word.to_ascii_lowercase().contains("www.");
            if !is_markup {
                return word.to_owned();
            }
            let inner = word.trim_matches(AROUND);
            let (before, after) = word.split_once(inner).unwrap_or_default();
            [before, &code(inner), after].concat()
        })
        .collect();
    words.join(" ")
}

/// A piece of code in one line; a backtick would end it.
fn code(text: &str) -> String {
    let text = plain(text).replace('`', "'");
    let line: Vec<&str> = text.split_whitespace().collect();
    ["`", &line.join(" "), "`"].concat()
}

/// Once more at this border: a report may come from a store or another version.
fn plain(text: &str) -> String {
    foreign::text(text, usize::MAX)
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

    /// The heading of a part, where there is one.
    fn part(&mut self, stands: bool, title: &str) {
        if stands {
            self.blank();
            self.line(&["## ", title]);
            self.blank();
        }
    }

    /// A cause: what is wrong, who can mend it, the steps, what to paste, and at last what proves it.
    fn cause(&mut self, cause: &Cause) {
        self.blank();
        let id = cause.id.as_str();
        self.line(&["## ", &inline(&cause.title), " (`", id, "`)"]);
        self.blank();
        self.line(&[&inline(&cause.summary)]);
        if !cause.effort.is_empty() {
            self.blank();
            self.line(&[&inline(&cause.effort)]);
        }
        if let Some(source) = &cause.blocker_source {
            self.blank();
            self.line(&[&inline(source)]);
        }
        if !cause.remedy.steps.is_empty() {
            self.blank();
        }
        for (number, step) in cause.remedy.steps.iter().enumerate() {
            self.line(&[&(number + 1).to_string(), ". ", &inline(step)]);
            if let Some(link) = cause.remedy.link.as_ref().filter(|_| number == 0) {
                self.blank();
                self.line(&["   ", &code(&link.url)]);
                self.blank();
            }
        }
        for paste in &cause.remedy.pastes {
            self.blank();
            self.line(&[&inline(&paste.label)]);
            self.blank();
            self.fenced(&paste.text);
        }
        self.evidence(&cause.evidence);
    }

    fn evidence(&mut self, rows: &[Evidence]) {
        if !rows.is_empty() {
            self.blank();
        }
        for row in rows {
            self.line(&["- ", &code(&row.at), ": ", &code(&row.what)]);
        }
    }

    /// A fence longer than any run of backticks within.
    fn fenced(&mut self, text: &str) {
        let text = plain(text);
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.line(&[&fence]);
        self.line(&[text.trim_end()]);
        self.line(&[&fence]);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::probe::{Method, Purpose, Speaker};
    use crate::report::markdown;
    use crate::report::*;

    const HOSTILE: &[&str] = &[
        "[call support](https://evil.example/)",
        "![p](https://evil.example/p.png)",
        "https://evil.example/x",
        "www.evil.example",
        "@everyone",
        "me@evil.example",
        "<img src=x onerror=alert(1)>",
        "<https://evil.example/>",
        "**b** _i_ ~~s~~ `c` $m$",
        "| a | b |\n|---|---|",
        "x\n# heading\n- item\n\n---",
        "&lt;b&gt; \\*",
        "``` fence",
        "#1",
        "\u{1b}]0;pwned\u{7}\u{1b}[2J\u{9b}31m\u{202e}",
    ];

    pub(in crate::report::export) fn report(text: &str) -> Report {
        let text = || text.to_owned();
        let proof = Evidence {
            kind: EvidenceKind::Header,
            at: text(),
            what: text(),
        };
        Report {
            schema: SCHEMA.to_owned(),
            version: text(),
            language: "en".to_owned(),
            shop: text(),
            gateway: GatewayLine {
                id: text(),
                name: text(),
                version: Some(text()),
                seen: true,
            },
            gateways: Vec::new(),
            surface: Surface::Site,
            started: Some(text()),
            took_ms: Some(1),
            complete: true,
            verdict: Verdict::Fail,
            headline: text(),
            proof: Some(Proof {
                request: text(),
                answer: text(),
                said: Some(text()),
            }),
            orders: vec![text()],
            causes: vec![Cause {
                id: CauseId::Redirected,
                blocker: None,
                blocker_name: None,
                blocker_source: Some(text()),
                confidence: Confidence::Certain,
                title: text(),
                summary: text(),
                who: Some(Who::You),
                effort: text(),
                remedy: Remedy {
                    steps: vec![text()],
                    link: Some(Link {
                        label: text(),
                        url: text(),
                    }),
                    pastes: vec![Paste {
                        label: text(),
                        text: text(),
                    }],
                },
                evidence: vec![proof.clone()],
            }],
            way: vec![Stop {
                station: Station::Provider,
                name: text(),
                state: StopState::Stopped,
                word: text(),
            }],
            endpoints: Vec::new(),
            findings: vec![Finding {
                check: text(),
                title: text(),
                verdict: Verdict::Fail,
                summary: text(),
                causes: Vec::new(),
                evidence: vec![proof],
            }],
            probes: vec![ProbeLine {
                purpose: Purpose::Endpoint,
                title: text(),
                caller: Caller::Provider,
                method: Method::Post,
                url: text(),
                pending: false,
                status: None,
                speaker: Speaker::Unknown,
                answer: text(),
                headers: Vec::new(),
                excerpt: text(),
                elapsed_ms: None,
                user_agent: None,
                remote: None,
            }],
            unsure: vec![Unsure {
                id: text(),
                reason: text(),
                how: text(),
                command: None,
            }],
            caveat: text(),
        }
    }

    /// What stands outside code, fences and the shop's own link.
    fn prose(markdown: &str) -> String {
        let mut out = String::new();
        let mut fence: Option<&str> = None;
        for line in markdown.lines() {
            match fence {
                Some(open) if line == open => fence = None,
                Some(_) => {}
                None if line.starts_with("```") => fence = Some(line),
                None => {
                    let pieces = line.split('`').step_by(2);
                    out.push_str(&pieces.collect::<Vec<_>>().join(" "));
                    out.push('\n');
                }
            }
        }
        assert!(fence.is_none(), "a fence without an end: {markdown}");
        out
    }

    #[test]
    fn nothing_of_a_stranger_is_markup() {
        for hostile in HOSTILE {
            let text = markdown(&report(hostile));
            assert!(
                !text.contains(|c: char| c.is_control() && c != '\n'),
                "{text:?}"
            );
            for line in prose(&text).lines() {
                let own = line
                    .trim_start_matches("## ")
                    .trim_matches('*')
                    .trim_start_matches(['<', '>']);
                // The shop's own address stands between `<` and `>`.
                let own = own.split_once(">, ").map_or(own, |(_, rest)| rest);
                assert!(
                    !own.contains(|c| MARKUP.contains(c))
                        && !own.contains("://")
                        && !own.contains("www."),
                    "{hostile}: {line}\n{text}"
                );
            }
            let prose = prose(&text);
            let lines = |of: &str| prose.lines().filter(|line| line.starts_with(of)).count();
            assert_eq!((lines("# "), lines("|"), lines("---")), (0, 0, 0), "{text}");
        }
    }

    #[test]
    fn moments_are_as_people_write_them() {
        assert_eq!(minute("2026-11-28T10:55:27.176Z"), "2026-11-28 10:55 UTC");
        assert_eq!(
            minute("2026-11-28T10:55:27+01:00"),
            "2026-11-28T10:55:27+01:00"
        );
        assert_eq!(minute("T\u{e5}\u{e5}\u{e5}Z"), " \u{e5}\u{e5}\u{e5}Z UTC");
        assert_eq!(minute(""), "");
    }

    #[test]
    fn a_ticket_begins_with_the_proof_and_ends_in_evidence_that_can_be_read() {
        let text = markdown(&report("words"));
        let first: Vec<&str> = text
            .lines()
            .filter(|line| !line.is_empty())
            .take(3)
            .collect();
        assert_eq!(
            first,
            [
                "**✗ words**",
                "`words` → `words`: words",
                "<words>, words words, calls: 1, 0.1 s",
            ]
        );
        assert!(
            text.contains("- `POST words` (as the provider): `words`"),
            "{text}"
        );
    }

    #[test]
    fn plain_words_stay_as_they_are() {
        let cases = [
            (
                "In WordPress, open Settings → Permalinks.",
                "In WordPress, open Settings → Permalinks.",
            ),
            (
                "Exempt /wc-api/KCO_WC_Push/, /sv/wc-api/X/.",
                "Exempt `/wc-api/KCO_WC_Push/`, /sv/wc-api/X/.",
            ),
            ("In Shield, IPs & Bots: (x).", "In Shield, IPs & Bots: (x)."),
            (
                "sent to https://shop.example.com/x?a&b.",
                "sent to `https://shop.example.com/x?a&b`.",
            ),
            ("a\nb", "a b"),
        ];
        for (given, expected) in cases {
            assert_eq!(inline(given), expected);
        }
        assert_eq!(code("a`b\n c"), "`a'b c`");
    }
}
