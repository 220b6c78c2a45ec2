//! The report as people take it away: one file a format, for the audience that will read it.
//!
//! A diagnosis's report holds no secret from the start; what an audience must not read besides, [`Shared`] takes out before a
//! format writes it.

mod audience;
mod csv;
mod html;
mod json;
mod junit;
mod letter;
mod markdown;
mod text;

use super::Report;
use crate::text::{self as words, Language};

pub use audience::{Audience, Shared};
pub use csv::HEADER as CSV_HEADER;
pub use letter::Whom;
pub(crate) use markdown::inline;

/// A form that a report can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a support ticket.
    Markdown,
    /// For a mail.
    Text,
    /// A page by itself, to keep or to print.
    Html,
    /// For programs; `www/report.schema.json` says how.
    Json,
    /// A row for a spreadsheet, below [`CSV_HEADER`].
    Csv,
    /// For test runners: a test case for each check.
    Junit,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Markdown,
        Self::Text,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Junit,
    ];

    /// Its name in options and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Junit => "junit",
        }
    }

    /// The ending of a file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Junit => "xml",
        }
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown",
            Self::Text => "text/plain",
            Self::Html => "text/html",
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Junit => "application/xml",
        }
    }
}

/// The report in this format.
pub fn export(report: &Shared, format: Format, language: Language) -> String {
    let report = report.report();
    match format {
        Format::Markdown => markdown::write(report, language),
        Format::Text => text::write(report, language),
        Format::Html => html::write(report, language),
        Format::Json => json::write(report),
        Format::Csv => csv::write(report),
        Format::Junit => junit::write(report),
    }
}

/// A letter to whoever can mend it, as plain text.
pub fn letter(report: &Shared, whom: Whom, language: Language) -> String {
    letter::write(report.report(), whom, language)
}

/// The report for a ticket, as the faces copy it: a diagnosis's report holds no secret, and a face loads nothing more.
pub fn markdown(report: &Report) -> String {
    markdown::write(report, Language::default())
}

/// The last line of what people read: by what it was made, and when.
fn made(report: &Report, language: Language) -> String {
    let texts = words::export(language);
    let started = report.started.as_deref().map(markdown::minute);
    match &started {
        Some(time) => words::fill(texts.made, &[("version", &report.version), ("time", time)]),
        None => words::fill(texts.made_undated, &[("version", &report.version)]),
    }
}

#[cfg(test)]
mod tests;
