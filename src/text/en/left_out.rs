//! What is said of inputs that were left out.

use super::super::LeftOutText;
use crate::given::Kind;

pub(super) const LEFT_OUT: LeftOutText = LeftOutText {
    what,
    other_shop: "Left out: {what} from {site}. This report is about {shop}; check the other shop by itself.",
    nameless: "Left out: a page that does not say which shop it belongs to.",
    other_page: "Left out: the page {url}. A report reads one page of a shop, the one that shows most of the payment plugin.",
    incomplete: "Left out: {what} that does not show who answered. Copy the whole of it: the line with the status, \
        the headers and the text below them.",
    not_asked: "Left out: the answer of {url}. This check needs other addresses; put in by itself it is explained.",
    empty: "Left out: a text without anything in it.",
    unreadable: "Left out: {what}. {reason}",
};

const fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty | Kind::Unknown => "a text that could not be read",
        Kind::Address => "an address",
        Kind::Page => "a page",
        Kind::Answer => "an answer",
        Kind::Commands => "what commands printed",
        Kind::Har => "a network export",
        Kind::Json => "an answer as JSON",
        Kind::Status => "a status",
    }
}
