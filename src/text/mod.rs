//! Every sentence that people read: one catalogue per language, and the few functions that look into it.
//!
//! A catalogue is plain data. The shapes say, for translators, when each text is shown ([`CauseText`], [`Ui`] and
//! their like); a language fills them in its own module. A new language is a copy of `en/`, a variant of [`Language`]
//! and a line in its `catalogue`. Braces hold placeholders, which [`fill`] replaces; [`PLACEHOLDERS`] lists
//! those that a text may use.

mod answer;
mod audit;
mod brain;
mod en;
mod export;
mod extension;
mod fill;
pub(crate) mod remedies;
mod seconds;
mod shape;
mod status;
mod ui;

pub use answer::answer_line;
pub use audit::{AuditTexts, SourceTexts, StoppedTexts, audit};
pub use brain::BrainTexts;
pub use export::ExportTexts;
pub use extension::ExtensionTexts;
pub use fill::{fill, fill_known};
pub use seconds::seconds;
pub use shape::{
    CallsText, CauseText, CheckText, ExplainedText, LeftOutText, OrdersText, OwnOrders, ProofText,
    Source, UnsureText, WayText,
};
pub use status::{StatusText, silence, status};
pub use ui::Ui;

use crate::given::InputError;
use crate::probe::{Caller, Purpose};
use crate::report::{CauseId, Station, StopState, Surface};
use crate::verdict::{CheckId, Note, Reason, Variant};
use shape::Catalogue;

/// The languages that have a catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: &[Self] = &[Self::En];

    /// The language's tag for `lang` attributes (BCP 47).
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
        }
    }

    /// The language nearest to a tag such as `sv-SE` or `en_GB`: the same primary language, else English.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        let found = Self::ALL
            .iter()
            .find(|language| primary.eq_ignore_ascii_case(language.code()));
        found.copied().unwrap_or_default()
    }

    const fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::En => &en::CATALOGUE,
        }
    }
}

/// Names that may stand in braces in the texts of causes, checks and the interface.
pub const PLACEHOLDERS: &[&str] = &[
    "address", "agent", "blocker", "count", "gateway", "gateways", "host", "name", "place",
    "prefix", "provider", "read", "seconds", "shop", "source", "station", "status", "step", "time",
    "title", "total", "until", "verdict", "version", "who",
];

/// Ids of the words for an answer that shows no cause, or shows it in one way.
pub const EXPLAINED: [&str; 24] = [
    "healthy-printed",
    "blocked-beside-success",
    "post-beside-get",
    "refused-alone",
    "rest-route-missing",
    "answered",
    "not-found",
    "failed",
    "half",
    "no-answer",
    "no-answer-in-time",
    "name-not-found",
    "told-failure",
    "own-code",
    "log-line",
    "log-no-callback",
    "log-caller",
    "report",
    "report-private",
    "report-plain",
    "report-pathinfo",
    "report-http",
    "report-rest",
    "report-outward",
];

/// Headline, card title and summary of a cause.
pub fn cause(language: Language, id: CauseId) -> &'static CauseText {
    (language.catalogue().cause)(id)
}

/// The words of a cause in a case that the cause's own do not fit.
pub fn variant(language: Language, id: Variant) -> &'static CauseText {
    (language.catalogue().variant)(id)
}

/// The words for one answer that somebody already has: by a cause's id, or by one of [`EXPLAINED`].
pub fn explained(language: Language, id: &str) -> Option<&'static ExplainedText> {
    by_id(language.catalogue().explained, id)
}

/// Title and sentences of a check.
pub fn check(language: Language, id: CheckId) -> &'static CheckText {
    (language.catalogue().check)(id)
}

/// What could not be seen and the action that settles it.
pub fn unsure(language: Language, id: Reason) -> &'static UnsureText {
    (language.catalogue().unsure)(id)
}

/// A sentence that holds in one case of a cause. `{gateway}`, `{location}`, `{prefix}`, `{product}`, `{reason}`, `{shop}`
/// and `{status}` may stand in it.
pub fn note(language: Language, id: Note) -> &'static str {
    (language.catalogue().note)(id)
}

/// What a probe does, in the present tense: shown while it runs and as the title of its row.
pub fn purpose(language: Language, purpose: Purpose) -> &'static str {
    (language.catalogue().purpose)(purpose)
}

/// The name of a station, short enough for a label in the picture of the way.
pub fn station(language: Language, station: Station) -> &'static str {
    (language.catalogue().station)(station)
}

/// The state of a station in a word or two.
pub fn stop_word(language: Language, state: StopState) -> &'static str {
    (language.catalogue().stop_word)(state)
}

/// What a report from this surface can not prove.
pub fn caveat(language: Language, surface: Surface) -> &'static str {
    (language.catalogue().caveat)(surface)
}

/// From where a failure was measured.
pub fn measured(language: Language, source: Source) -> &'static str {
    (language.catalogue().measured)(source)
}

/// At the first station: where a check begins, and as whom it calls.
pub fn start(language: Language, caller: Caller) -> &'static str {
    (language.catalogue().start)(caller)
}

/// How many calls a check made.
pub fn calls(language: Language) -> &'static CallsText {
    language.catalogue().calls
}

/// Words that a station and a check share.
pub fn way(language: Language) -> &'static WayText {
    language.catalogue().way
}

/// Words in the line of proof.
pub fn proof(language: Language) -> &'static ProofText {
    language.catalogue().proof
}

/// What becomes of orders that are paid and still pending.
pub fn orders(language: Language) -> &'static OrdersText {
    language.catalogue().orders
}

/// What a report from commands that a person ran can not prove.
pub fn pasted_caveat(language: Language) -> &'static str {
    language.catalogue().pasted_caveat
}

/// What a report from answers that a person brought along can not prove.
pub fn brought_caveat(language: Language) -> &'static str {
    language.catalogue().brought_caveat
}

/// A verdict's sentence where the callback itself was not seen; `{headline}` stands in it.
pub fn inferred(language: Language) -> &'static str {
    language.catalogue().inferred
}

/// What is said of inputs that were left out.
pub fn left_out(language: Language) -> &'static LeftOutText {
    language.catalogue().left_out
}

/// Why an input could not be read.
pub fn unreadable(language: Language, error: &InputError) -> String {
    let (ui, brain) = (ui(language), brain(language));
    let sentence = match error {
        InputError::NoCallback { entries } => {
            return fill(brain.answer_no_callback, &[("count", &entries.to_string())]);
        }
        InputError::TooLong { .. } | InputError::TooMany { .. } => brain.answer_long,
        InputError::Binary => brain.answer_binary,
        InputError::BrokenJson => brain.answer_broken,
        _ => ui.answer_unknown,
    };
    sentence.to_owned()
}

/// Labels and sentences of the interface.
pub fn ui(language: Language) -> &'static Ui {
    language.catalogue().ui
}

/// What only the extension says.
pub fn extension(language: Language) -> &'static ExtensionTexts {
    language.catalogue().extension
}

/// Sentences that only the brain writes.
pub fn brain(language: Language) -> &'static BrainTexts {
    language.catalogue().brain
}

/// Words of letters and files.
pub fn export(language: Language) -> &'static ExportTexts {
    language.catalogue().export
}

/// Texts of the remedies.
pub(crate) fn remedies(language: Language) -> &'static remedies::RemedyTexts {
    language.catalogue().remedies
}

fn by_id<T>(rows: &'static [(&'static str, T)], id: &str) -> Option<&'static T> {
    rows.iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| text)
}

#[cfg(test)]
mod tests;
