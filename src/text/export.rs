//! Words of the report's exports that no face shows.

/// Sentences of letters, and titles of files. Each note says where the text stands.
#[derive(Debug)]
pub struct ExportTexts {
    /// The first line of a letter.
    pub hello: &'static str,
    /// To the host, where calls fail: `{gateway}`.
    pub host_fail: &'static str,
    /// To the host, where nothing was proven: `{gateway}`.
    pub host_unsure: &'static str,
    /// To the host, where calls from here arrive: `{gateway}`.
    pub host_pass: &'static str,
    /// To the host, at the end: what is wanted.
    pub host_please: &'static str,
    /// To the developer: `{shop}`, `{gateway}`.
    pub developer: &'static str,
    /// To the provider, where calls fail: `{shop}`, `{gateway}`.
    pub provider_fail: &'static str,
    /// To the provider, where nothing was proven: `{shop}`, `{gateway}`.
    pub provider_unsure: &'static str,
    /// To the provider, where calls from here arrive: `{shop}`, `{gateway}`.
    pub provider_pass: &'static str,
    /// Over the addresses in a letter to the provider.
    pub provider_addresses: &'static str,
    /// Over the questions to the provider.
    pub provider_ask: &'static str,
    /// The questions to the provider, numbered.
    pub provider_questions: &'static [&'static str],
    /// Before the proof in a letter: what a check saw.
    pub seen: &'static str,
    /// Before the command that repeats the call.
    pub repeat: &'static str,
    /// The last line: `{version}`, `{time}`.
    pub made: &'static str,
    /// The same without a time: `{version}`.
    pub made_undated: &'static str,
    /// The title of the page to print: `{shop}`.
    pub title: &'static str,
}
