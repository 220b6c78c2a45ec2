//! A report as one row of a spreadsheet (RFC 4180).

use super::super::Report;

/// The names of the columns.
pub const HEADER: &str =
    "shop,gateway,verdict,cause,blocker,headline,request,answer,who,started,version";

/// Writes the row, without its header.
pub(super) fn write(report: &Report) -> String {
    let first = report.causes.first();
    let proof = report.proof.as_ref();
    let who = first
        .and_then(|cause| cause.who)
        .map_or("", super::super::Who::as_str);
    let cells = [
        report.shop.as_str(),
        &report.gateway.name,
        report.verdict.as_str(),
        first.map_or("", |cause| cause.id.as_str()),
        first
            .and_then(|cause| cause.blocker.as_deref())
            .unwrap_or_default(),
        &report.headline,
        proof.map_or("", |proof| &proof.request),
        proof.map_or("", |proof| &proof.answer),
        who,
        report.started.as_deref().unwrap_or_default(),
        &report.version,
    ];
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

/// A cell in quotes. What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text.
fn cell(text: &str) -> String {
    let text = crate::foreign::text(text, usize::MAX);
    let formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']);
    [
        "\"",
        if formula { "'" } else { "" },
        &text.replace('"', "\"\""),
        "\"",
    ]
    .concat()
}
