//! An answer in one line, such as `200 with "-1"` or `404, the web server's own page`.

use super::{Language, fill};
use crate::foreign;
use crate::probe::{Answer, BodyEnd, NoAnswer, Outcome, Response, Speaker};

/// Bytes of a body that is quoted instead of described.
const QUOTED_BYTES: usize = 40;

/// Bytes in the kB of people.
const KILO: usize = 1000;

/// What is said of an answer: the last column of the list of requests.
pub(super) struct AnswerText {
    /// A short body, quoted: `{status}`, `{body}`.
    pub(super) quoted: &'static str,
    /// No body: `{status}`.
    pub(super) empty: &'static str,
    /// A redirect with its target: `{status}`, `{location}`.
    pub(super) redirect: &'static str,
    /// JSON, whoever wrote it: `{status}`.
    pub(super) json: &'static str,
    /// A page by the gateway's handler: `{status}`.
    pub(super) gateway: &'static str,
    /// A page by WordPress, its theme or a plugin: `{status}`.
    pub(super) wordpress: &'static str,
    /// The web server's stock page: `{status}`.
    pub(super) web_server: &'static str,
    /// A page by a product that refuses: `{status}`.
    pub(super) firewall: &'static str,
    /// A page by a content delivery network or proxy: `{status}`.
    pub(super) cdn: &'static str,
    /// A page whose author cannot be told: `{status}`, `{size}`.
    pub(super) page: &'static str,
    /// A size below 1 kB: `{count}`.
    pub(super) bytes: &'static str,
    /// A size from 1 kB on: `{count}`.
    pub(super) kilobytes: &'static str,
    /// The same when the body went on after what was read: `{count}`.
    pub(super) kilobytes_or_more: &'static str,
    /// A redirect that the browser keeps to itself.
    pub(super) redirect_hidden: &'static str,
    /// Something answered, nothing else is known.
    pub(super) opaque: &'static str,
    /// The browser did not let the page read the answer, if there was one.
    pub(super) unreadable: &'static str,
    /// No answer at all, by the reason.
    pub(super) no_answer: fn(NoAnswer) -> &'static str,
}

/// The answer in a line, at most some 250 bytes: a redirect's target is cut and keeps its secrets ([`foreign::address`]).
pub fn answer_line(language: Language, answer: &Answer, speaker: Speaker) -> String {
    let text = language.catalogue().answers;
    match &answer.outcome {
        Outcome::Response(response) => response_line(text, response, speaker),
        Outcome::RedirectHidden => text.redirect_hidden.to_owned(),
        Outcome::Opaque => text.opaque.to_owned(),
        Outcome::Unreadable => text.unreadable.to_owned(),
        Outcome::NoAnswer(reason) => (text.no_answer)(*reason).to_owned(),
    }
}

fn response_line(text: &AnswerText, response: &Response, speaker: Speaker) -> String {
    let status = response.status.to_string();
    let body = response
        .body
        .trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let location = response.headers.get("location").unwrap_or_default();
    if (300..400).contains(&response.status) && !location.is_empty() {
        return fill(
            text.redirect,
            &[
                ("status", &status),
                ("location", &foreign::address(location)),
            ],
        );
    }
    if body.is_empty() && response.body_end.is_whole() {
        return fill(text.empty, &[("status", &status)]);
    }
    if is_quotable(body) && response.body_end != BodyEnd::Cut {
        return fill(text.quoted, &[("status", &status), ("body", body)]);
    }
    if body.starts_with(['{', '[']) {
        return fill(text.json, &[("status", &status)]);
    }
    let template = match speaker {
        Speaker::Gateway => text.gateway,
        Speaker::WordPress => text.wordpress,
        Speaker::WebServer => text.web_server,
        Speaker::Firewall => text.firewall,
        Speaker::Cdn => text.cdn,
        Speaker::Dispatcher | Speaker::Unknown | Speaker::Nobody => {
            let size = size(text, response);
            return fill(text.page, &[("status", &status), ("size", &size)]);
        }
    };
    fill(template, &[("status", &status)])
}

fn is_quotable(body: &str) -> bool {
    let printable = |c: char| (' '..='~').contains(&c) && !matches!(c, '"' | '<' | '>');
    body.len() <= QUOTED_BYTES && body.chars().all(printable)
}

fn size(text: &AnswerText, response: &Response) -> String {
    let bytes = response.body.len();
    let (template, count) = if !response.body_end.is_whole() {
        (text.kilobytes_or_more, bytes / KILO)
    } else if bytes < KILO {
        (text.bytes, bytes)
    } else {
        (text.kilobytes, bytes.saturating_add(KILO / 2) / KILO)
    };
    fill(template, &[("count", &count.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::probe::limits::EXCERPT_BYTES;
    use crate::probe::{Caller, Headers};

    fn line(outcome: Outcome, speaker: Speaker) -> String {
        let answer = Answer::new(outcome, Caller::Browser);
        answer_line(Language::En, &answer, speaker)
    }

    fn response(status: u16, body: &str) -> Outcome {
        Outcome::Response(Response {
            status,
            body: body.to_owned(),
            ..Response::default()
        })
    }

    #[test]
    fn responses() {
        let page = "<html>".repeat(3000);
        let cases = [
            (200, "-1", Speaker::Dispatcher, "200 with \"-1\""),
            (400, "\u{feff}-1\n", Speaker::Dispatcher, "400 with \"-1\""),
            (403, "", Speaker::Firewall, "403 with an empty body"),
            (403, " \n", Speaker::Unknown, "403 with an empty body"),
            (200, "OK", Speaker::Gateway, "200 with \"OK\""),
            (200, "<html>", Speaker::Unknown, "200, a page of 6 bytes"),
            (
                200,
                "say \"no\"",
                Speaker::Unknown,
                "200, a page of 8 bytes",
            ),
            (
                404,
                &page,
                Speaker::WebServer,
                "404, the web server's own page",
            ),
            (404, &page, Speaker::WordPress, "404, a page by WordPress"),
            (503, &page, Speaker::Firewall, "503, a page by a firewall"),
            (
                520,
                &page,
                Speaker::Cdn,
                "520, a page by the network in front of the shop",
            ),
            (503, &page, Speaker::Unknown, "503, a page of 18 kB"),
            (
                401,
                "{\"code\":\"rest_forbidden\",\"message\":\"Sorry, you may not\"}",
                Speaker::WordPress,
                "401 with JSON",
            ),
        ];
        for (status, body, speaker, expected) in cases {
            assert_eq!(line(response(status, body), speaker), expected);
        }
    }

    #[test]
    fn redirects_name_their_target_without_control_characters() {
        let headers: Headers = [("location", "https://shop.example/\u{202e}sv/\u{7}")]
            .into_iter()
            .collect();
        let moved = Response {
            status: 301,
            headers,
            body: "<html>".to_owned(),
            ..Response::default()
        };
        assert_eq!(
            line(Outcome::Response(moved), Speaker::WebServer),
            "301 to https://shop.example/sv/"
        );
        assert_eq!(
            line(response(302, ""), Speaker::Unknown),
            "302 with an empty body"
        );
    }

    #[test]
    fn an_endless_target_is_cut() {
        let location = ["https://shop.example/", &"å".repeat(4000)].concat();
        let headers: Headers = [("location", location)].into_iter().collect();
        let moved = Response {
            status: 302,
            headers,
            ..Response::default()
        };
        assert!(line(Outcome::Response(moved), Speaker::Unknown).len() <= EXCERPT_BYTES + 10);
    }

    #[test]
    fn a_cut_body_is_larger_than_what_was_read() {
        let cut = Response {
            status: 200,
            body: "<p>".repeat(21_845),
            body_end: BodyEnd::Cut,
            ..Response::default()
        };
        assert_eq!(
            line(Outcome::Response(cut), Speaker::Unknown),
            "200, a page of more than 65 kB"
        );
    }

    #[test]
    fn what_was_not_seen_is_said() {
        let outcomes = [
            Outcome::RedirectHidden,
            Outcome::Opaque,
            Outcome::Unreadable,
            Outcome::NoAnswer(NoAnswer::Refused),
        ];
        for outcome in outcomes {
            assert!(!line(outcome, Speaker::Nobody).is_empty());
        }
    }
}
