//! Sentences that the brain writes into what it finds, beside those of checks, causes and remedies.

/// Sentences that no face has: a page that is drawn first does not load them. Each note says when the text is written.
#[derive(Debug)]
pub struct BrainTexts {
    /// Under the proofs: `{blocker}`, `{source}` (where it was read) and the day `{time}`.
    pub known_from: &'static str,
    /// No page answers.
    pub page_silent: &'static str,
    /// The page has no origin: the browser's own error page, a file, a sandboxed page.
    pub page_nowhere: &'static str,
    /// The page is not from where it says; `{host}` is the origin that it is from.
    pub page_foreign: &'static str,
    /// The page is not where its shop is: `{shop}`.
    pub page_elsewhere: &'static str,
    /// The page sent what nobody asked for.
    pub page_disturbs: &'static str,
    /// The bookmark is of another version than this checker.
    pub bookmark_old: &'static str,
    /// The step after a cause that the answer proves.
    pub next_send_again: &'static str,
    /// The step where nothing tells what the call was answered with.
    pub next_ask_status: &'static str,
    /// The same, as a message to `{provider}`.
    pub next_ask_provider: &'static str,
    /// The same, about the call of `{time}`.
    pub next_ask_time: &'static str,
    /// Several calls, of which all `{count}` failed.
    pub all_failed: &'static str,
    /// Several calls, `{total}`, of which `{count}` failed.
    pub some_failed: &'static str,
    /// When they failed, between `{time}` and `{until}` as the text has it.
    pub failed_between: &'static str,
    /// The step where a log has no line about a callback.
    pub next_ask_lines: &'static str,
    /// A log has it in one line, of the moment `{time}`.
    pub log_once: &'static str,
    /// A log has it in `{count}` lines, the first of `{time}`, the last of `{read}`.
    pub log_often: &'static str,
    /// A log has it in `{count}` lines without a moment.
    pub log_times: &'static str,
    /// `{count}` calls at the same address were answered with a success.
    pub log_passed: &'static str,
    /// The rules that refused it, by their ids: `{name}`.
    pub log_rules: &'static str,
    /// The plugin or theme that failed: `{name}`.
    pub log_plugin: &'static str,
    /// Products that a report of the site lists: `{name}`.
    pub report_lists: &'static str,
    /// The months, short.
    pub months: [&'static str; 12],
    /// In steps, in the place of the shop's address, where it is not known.
    pub some_shop: &'static str,
    /// In steps, in the place of the shop's name, where it is not known.
    pub some_name: &'static str,
    /// The answer was nobody's, at an address that current versions do not use: headline.
    pub retired_headline: &'static str,
    /// The same in sentences.
    pub retired_summary: &'static str,
    /// It is too long.
    pub answer_long: &'static str,
    /// It is no text.
    pub answer_binary: &'static str,
    /// It is broken or cut JSON.
    pub answer_broken: &'static str,
    /// A network export holds `{count}` requests and none is a callback.
    pub answer_no_callback: &'static str,
}
