//! The report for programs.

use super::super::Report;

/// Writes the report as JSON, with line breaks.
pub(super) fn write(report: &Report) -> String {
    // A report is plain data: nothing in it can fail to be written.
    serde_json::to_string_pretty(report).unwrap_or_default()
}
