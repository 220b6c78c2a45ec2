//! Answers in a line, in the list of requests. Short: they stand in a table.

use super::super::answer::AnswerText;
use crate::probe::NoAnswer;

pub(super) const ANSWERS: AnswerText = AnswerText {
    quoted: "{status} with \"{body}\"",
    empty: "{status} with an empty body",
    redirect: "{status} to {location}",
    json: "{status} with JSON",
    gateway: "{status}, the payment plugin's own answer",
    wordpress: "{status}, a page by WordPress",
    web_server: "{status}, the web server's own page",
    firewall: "{status}, a page by a firewall",
    cdn: "{status}, a page by the network in front of the shop",
    page: "{status}, a page of {size}",
    bytes: "{count} bytes",
    kilobytes: "{count} kB",
    kilobytes_or_more: "more than {count} kB",
    redirect_hidden: "sent on; the browser does not show where to",
    opaque: "an answer that the browser does not show",
    unreadable: "nothing that a web page may read",
    no_answer,
};

/// After "no answer": what the hand was told.
fn no_answer(reason: NoAnswer) -> &'static str {
    match reason {
        NoAnswer::Dns => "no answer: the name has no address",
        NoAnswer::Refused => "no answer: the connection was refused",
        NoAnswer::Reset => "no answer: the connection was closed",
        NoAnswer::Tls => "no answer: the secure connection failed",
        NoAnswer::Timeout => "no answer in time",
        NoAnswer::NotHttp => "no answer that is HTTP",
        NoAnswer::NotPermitted => "not sent: the browser did not allow it",
        NoAnswer::Cancelled => "not finished: the check was stopped",
        NoAnswer::Unknown => "no answer: the browser does not say why",
    }
}
