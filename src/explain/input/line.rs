//! A status by itself, or a line about one: `503`, `HTTP 503`, `503 Service Unavailable`, `Read timed out`.

use crate::probe::NoAnswer;

use super::{Form, Given, Input, status};

/// Bytes of a text that still counts as a line about a status.
const LINE_BYTES: usize = 400;

/// Reads a line about a status. `None` when it is not about one.
pub(super) fn read(text: &str) -> Option<Input> {
    if text.len() > LINE_BYTES {
        return None;
    }
    let given = |status, silence| Given {
        status,
        silence,
        ..Given::default()
    };
    let found = number(text)
        .map(|status| given(Some(status), None))
        .or_else(|| silence(text).map(|why| given(None, Some(why))))?;
    Some(Input {
        form: Form::Status,
        answers: vec![found],
    })
}

/// The status in a line: the first number, or the one after a word that announces it. A number of three digits within
/// a sentence about something else is none.
fn number(text: &str) -> Option<u16> {
    let lower = text.to_ascii_lowercase();
    let mut announced = true;
    for word in lower.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let digits = word
            .strip_prefix("http")
            .filter(|rest| !rest.is_empty())
            .unwrap_or(word);
        if digits.len() == 3
            && announced
            && let Some(found) = digits
                .parse()
                .ok()
                .and_then(status)
                .filter(|found| *found < 600 || *found == 999)
        {
            return Some(found);
        }
        announced = [
            "status",
            "code",
            "http",
            "error",
            "response",
            "statuscode",
            "got",
            "returned",
            "with",
            "is",
            "was",
            "1",
            "2",
            "3",
            "0",
            "https",
        ]
        .contains(&word);
    }
    None
}

/// Words by which clients say that there was no answer.
const SILENCE: &[(&str, NoAnswer)] = &[
    ("timed out", NoAnswer::Timeout),
    ("timeout", NoAnswer::Timeout),
    ("time-out", NoAnswer::Timeout),
    ("refused", NoAnswer::Refused),
    ("reset", NoAnswer::Reset),
    ("hang up", NoAnswer::Reset),
    ("empty reply", NoAnswer::Reset),
    ("certificate", NoAnswer::Tls),
    ("ssl", NoAnswer::Tls),
    ("tls", NoAnswer::Tls),
    ("handshake", NoAnswer::Tls),
    ("unknown host", NoAnswer::Dns),
    ("unknownhost", NoAnswer::Dns),
    ("could not resolve", NoAnswer::Dns),
    ("enotfound", NoAnswer::Dns),
    ("name or service", NoAnswer::Dns),
    ("nxdomain", NoAnswer::Dns),
    ("no response", NoAnswer::Unknown),
    ("no answer", NoAnswer::Unknown),
    ("unreachable", NoAnswer::Unknown),
];

fn silence(text: &str) -> Option<NoAnswer> {
    let lower = text.to_ascii_lowercase();
    SILENCE
        .iter()
        .find(|(mark, _)| lower.contains(mark))
        .map(|(_, why)| *why)
}
