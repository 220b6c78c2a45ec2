//! The shapes that every language fills, each field with the translator's note: when it is shown.

use super::answer::AnswerText;
use super::audit::AuditTexts;
use super::brain::BrainTexts;
use super::export::ExportTexts;
use super::extension::ExtensionTexts;
use super::fill;
use super::remedies::RemedyTexts;
use super::status::StatusTexts;
use super::ui::Ui;
use crate::given::Kind;
use crate::probe::{Caller, Purpose};
use crate::report::{CauseId, Station, StopState, Surface};
use crate::verdict::{CheckId, Note, Reason, Variant};

/// Words of a headline, at most.
pub(super) const HEADLINE_WORDS: usize = 12;

/// One language. Functions match on an enum, so that a missing text does not compile.
pub(super) struct Catalogue {
    pub(super) cause: fn(CauseId) -> &'static CauseText,
    pub(super) variant: fn(Variant) -> &'static CauseText,
    pub(super) explained: &'static [(&'static str, ExplainedText)],
    pub(super) purpose: fn(Purpose) -> &'static str,
    pub(super) station: fn(Station) -> &'static str,
    pub(super) stop_word: fn(StopState) -> &'static str,
    pub(super) caveat: fn(Surface) -> &'static str,
    pub(super) measured: fn(Source) -> &'static str,
    pub(super) start: fn(Caller) -> &'static str,
    pub(super) way: &'static WayText,
    pub(super) proof: &'static ProofText,
    pub(super) orders: &'static OrdersText,
    pub(super) calls: &'static CallsText,
    pub(super) pasted_caveat: &'static str,
    pub(super) inferred: &'static str,
    pub(super) brought_caveat: &'static str,
    pub(super) left_out: &'static LeftOutText,
    pub(super) check: fn(CheckId) -> &'static CheckText,
    pub(super) unsure: fn(Reason) -> &'static UnsureText,
    pub(super) note: fn(Note) -> &'static str,
    pub(super) answers: &'static AnswerText,
    pub(super) ui: &'static Ui,
    pub(super) extension: &'static ExtensionTexts,
    pub(super) brain: &'static BrainTexts,
    pub(super) remedies: &'static RemedyTexts,
    pub(super) statuses: &'static StatusTexts,
    pub(super) audit: &'static AuditTexts,
    pub(super) export: &'static ExportTexts,
}

/// What is said about a cause.
#[derive(Debug)]
pub struct CauseText {
    /// The verdict, large, at the top of the report: one sentence of at most twelve words.
    pub headline: &'static str,
    /// The verdict when the product that did it is known: `{blocker}`, a name of one to four words; left out for longer
    /// ones.
    pub headline_named: Option<&'static str>,
    /// The title of the cause's card, without a full stop.
    pub title: &'static str,
    /// The title when the product is known: `{blocker}`.
    pub title_named: Option<&'static str>,
    /// Under the title: what is wrong and why the callback fails. `{gateway}` may stand anywhere, `{prefix}` in the two
    /// causes of language prefixes, `{version}` in `plugin-outdated`.
    pub summary: &'static str,
}

/// What is said about one answer that somebody already has.
#[derive(Debug)]
pub struct ExplainedText {
    /// The verdict in a sentence of at most twelve words.
    pub headline: &'static str,
    /// The verdict when the product that answered is known: `{blocker}`.
    pub headline_named: Option<&'static str>,
    /// What the answer shows, and no more. `{gateway}` and `{prefix}` may stand in it.
    pub summary: &'static str,
}

impl CauseText {
    /// The headline, with the product's name where there is one and room for it.
    pub fn headline(&self, blocker: Option<&str>) -> String {
        short(self.headline, self.headline_named, blocker)
    }

    /// The card's title, with the product's name where there is one.
    pub fn title(&self, blocker: Option<&str>) -> String {
        named(self.title, self.title_named, blocker)
    }
}

impl ExplainedText {
    /// The headline, with the product's name where there is one and room for it.
    pub fn headline(&self, blocker: Option<&str>) -> String {
        short(self.headline, self.headline_named, blocker)
    }
}

fn short(plain: &str, with_name: Option<&str>, blocker: Option<&str>) -> String {
    let headline = named(plain, with_name, blocker);
    if headline.split_whitespace().count() > HEADLINE_WORDS {
        return plain.to_owned();
    }
    headline
}

fn named(plain: &str, with_name: Option<&str>, blocker: Option<&str>) -> String {
    match (with_name, blocker) {
        (Some(template), Some(name)) => fill(template, &[("blocker", name)]),
        _ => plain.to_owned(),
    }
}

/// What is said about a check. `{gateway}` may stand in each sentence, `{version}` in those of `gateway-version`.
#[derive(Debug)]
pub struct CheckText {
    /// The requirement in a few words: the row's title.
    pub title: &'static str,
    /// Shown when it was seen to be met.
    pub pass: &'static str,
    /// Shown when it was seen not to be met.
    pub fail: &'static str,
    /// Shown when it could not be seen.
    pub unsure: &'static str,
    /// Shown when the question does not arise for this shop.
    pub not_applicable: &'static str,
}

/// From where the answers of a report are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// From requests of this computer.
    Here,
    /// From the shop's own page in this computer's browser, which could change them.
    Page,
    /// From commands that a person ran.
    Pasted,
    /// From answers that a person brought along.
    Brought,
}

/// Words in the line of proof under the verdict.
#[derive(Debug)]
pub struct ProofText {
    /// In the place of a status: the address is not one of the internet.
    pub not_public: &'static str,
    /// In the place of a status: a page that was read, whose status is not known.
    pub page: &'static str,
    /// No answer after so many `{seconds}`.
    pub silence: &'static str,
    /// The `{status}` of an answer that took so many `{seconds}`.
    pub slow: &'static str,
    /// The callback's `{status}`, and `{other}` with the language `/{prefix}/` in its address.
    pub prefixed: &'static str,
    /// The `{answer}` names WordPress's own addresses, and they have no permalinks.
    pub plain: &'static str,
    /// The `{answer}` names WordPress's own addresses, and they begin with index.php.
    pub pathinfo: &'static str,
}

/// What becomes of orders that are paid and still pending, a sentence or two each.
#[derive(Debug)]
pub struct OrdersText {
    /// How often the provider of one gateway calls, by the gateway's id, in the place of what follows.
    pub own: &'static [(&'static str, OwnOrders)],
    /// The provider calls so long: `{provider}`, `{time}`, `{source}`, `{read}`.
    pub calls_for: &'static str,
    /// So often: `{provider}`, `{count}`, `{source}`, `{read}`.
    pub calls: &'static str,
    /// So often within this time: `{provider}`, `{count}`, `{time}`, `{source}`, `{read}`.
    pub calls_within: &'static str,
    /// The plugin asks the provider itself: `{gateway}`, `{provider}`, `{source}`, `{read}`.
    pub shop_fetches: &'static str,
    /// How often it calls is not known: `{provider}`.
    pub not_known: &'static str,
    /// A time: `{count}`.
    pub minutes: &'static str,
    /// A time: `{count}`.
    pub hours: &'static str,
    /// A time: `{count}`.
    pub days: &'static str,
    /// After one of these: calls are kept away now.
    pub then_complete: &'static str,
    /// Calls arrive, or nobody knows.
    pub may_complete: &'static str,
    /// It gives up after a status from 400 to 499: `{provider}`.
    pub ends_at_refusal: &'static str,
    /// It has given up: such a status was seen: `{provider}`.
    pub given_up: &'static str,
    /// The provider does not call at all: `{provider}`.
    pub uncalled: &'static str,
    /// The answer looks like a success, so the provider may not call again.
    pub taken_for_delivery: &'static str,
    /// One of these where the provider was assumed: `{sentence}`.
    pub assumed: &'static str,
    /// Orders for which the provider no longer calls.
    pub older: &'static str,
    /// The same where its portal sends calls again, under `{menu}`: `{provider}`.
    pub older_resend: &'static str,
    /// The same where its portal lists calls, under `{menu}`: `{provider}`.
    pub older_log: &'static str,
    /// The purchase itself was refused.
    pub refused: &'static str,
    /// Another provider, whose patience is not known here.
    pub portal: &'static str,
    /// What a merchant may do by hand.
    pub by_hand: &'static str,
}

/// How often the provider of one gateway calls.
#[derive(Debug)]
pub struct OwnOrders {
    /// It repeats the call until the order is acknowledged; what is wrong stands above.
    pub waits: &'static str,
    /// The same where callbacks arrive, or nobody knows.
    pub repeats: &'static str,
}

/// How many calls a check made.
#[derive(Debug)]
pub struct CallsText {
    /// With the time: `{count}`, `{seconds}`.
    pub in_time: &'static str,
    /// Without: `{count}`.
    pub made: &'static str,
}

/// Words at a station and of a check that hold in one case, so that both say the same.
#[derive(Debug)]
pub struct WayText {
    /// At the station: another form of the address is answered in its place, at `{place}`.
    pub instead: &'static str,
    /// The check of WooCommerce then: `{place}`.
    pub woocommerce_instead: &'static str,
    /// The check of the gateway then: `{gateway}`, `{place}`.
    pub gateway_instead: &'static str,
    /// At the address: it answers, and whether to everybody was not looked up.
    pub answers_here: &'static str,
    /// The answer of an address that was not asked.
    pub not_asked: &'static str,
}

/// What is said of inputs that were left out, above the report.
#[derive(Debug)]
pub struct LeftOutText {
    /// An input by what it is, in `{what}` of the sentences.
    pub what: fn(Kind) -> &'static str,
    /// It is another shop's: `{what}`, the addresses `{site}`, and the report's own `{shop}`.
    pub other_shop: &'static str,
    /// The page does not say whose it is.
    pub nameless: &'static str,
    /// A report reads one page, and this `{url}` is a further one.
    pub other_page: &'static str,
    /// The answer `{what}` lacks what would tell who wrote it.
    pub incomplete: &'static str,
    /// The answer is to an address `{url}` that the check did not need.
    pub not_asked: &'static str,
    /// There was nothing in it.
    pub empty: &'static str,
    /// `{what}` could not be read; `{reason}` is a sentence.
    pub unreadable: &'static str,
}

/// What is said where something could not be seen.
#[derive(Debug)]
pub struct UnsureText {
    /// What could not be seen, and why.
    pub reason: &'static str,
    /// The one action that settles it.
    pub how: &'static str,
}
