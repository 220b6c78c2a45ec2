//! The one answer that shows the first cause.

use crate::blocker;
use crate::case::{Asked, Case, request_line};
use crate::check::Found;
use crate::foreign;
use crate::page;
use crate::probe::{Answer, NoAnswer, Outcome, Purpose, Response, Speaker, dispatched, limits};
use crate::reading::{Meaning, Reading};
use crate::report::Proof;
use crate::text::{self, Language, fill};
use crate::verdict::{CauseId, EvidenceKind};

/// Bytes of what an answer says, at most: a line or two.
const SAID_BYTES: usize = 120;

/// The proof of a cause, where an answer or the page shows it.
pub(super) fn proof(case: &Case, found: &Found, language: Language) -> Option<Proof> {
    let words = text::proof(language);
    let proof = seen(case, found, language)?;
    let said = proof.said.as_deref().unwrap_or_default();
    let sentence = match found.cause {
        CauseId::PlainPermalinks if said.contains("rest_route") => words.plain,
        CauseId::PathinfoPermalinks if said.contains("index.php") => words.pathinfo,
        _ => return Some(proof),
    };
    // An address of REST says it to a developer; it stands in the evidence.
    Some(Proof {
        answer: fill(sentence, &[("answer", &proof.answer)]),
        said: None,
        ..proof
    })
}

fn seen(case: &Case, found: &Found, language: Language) -> Option<Proof> {
    let words = text::proof(language);
    if found.cause == CauseId::NotPublic {
        return Some(Proof {
            request: call(case),
            answer: words.not_public.to_owned(),
            said: found.evidence.last().map(|proof| proof.what.clone()),
        });
    }
    if is_of_pages(found.cause)
        && let Some(proof) = of_page(case, found, words.page)
    {
        return Some(proof);
    }
    let Some(asked) = shown(case, found) else {
        return of_page(case, found, words.page);
    };
    let answer = &asked.heard.as_ref()?.answer;
    Some(Proof {
        request: [
            asked.probe.method.as_str(),
            " ",
            &place(case, &asked.probe.url),
        ]
        .concat(),
        answer: match &answer.outcome {
            Outcome::Response(response) => match answer.elapsed_ms {
                Some(ms) if found.cause == CauseId::SlowAnswer => {
                    let status = response.status.to_string();
                    let seconds = (ms / 1000).to_string();
                    fill(words.slow, &[("status", &status), ("seconds", &seconds)])
                }
                _ => status(case, found, response.status, words.prefixed),
            },
            Outcome::NoAnswer(NoAnswer::Timeout) => match answer.elapsed_ms {
                Some(ms) => fill(
                    words.silence,
                    &[("seconds", &(ms / 1000).max(1).to_string())],
                ),
                None => text::answer_line(language, answer, speaker(asked)),
            },
            _ => text::answer_line(language, answer, speaker(asked)),
        },
        said: said(found, asked, answer).filter(|said| !said.is_empty()),
    })
}

/// Whether the answer that shows the cause looks like a success and is not WooCommerce's: a provider may take it for a
/// delivery.
pub(super) fn passes_for_delivery(case: &Case, found: &Found) -> bool {
    let asked = shown(case, found).filter(|asked| !asked.probe.purpose.asks_rest());
    let heard = asked.and_then(|asked| asked.heard.as_ref());
    heard
        .filter(|_| !is_of_pages(found.cause))
        .is_some_and(|heard| {
            let success = |response: &Response| matches!(response.status, 200..=299);
            let kept = found.cause == CauseId::CachedCallback;
            (kept || !heard.reading.arrived()) && heard.answer.response().is_some_and(success)
        })
}

/// What a page shows, whatever the callback gets.
const fn is_of_pages(cause: CauseId) -> bool {
    matches!(
        cause,
        CauseId::HttpHomeUrl | CauseId::MixedContent | CauseId::PluginOutdated
    )
}

/// The request whose answer shows the cause: of those that its evidence names the first that failed, else the callback
/// itself where that failed.
fn shown<'c>(case: &'c Case, found: &Found) -> Option<&'c Asked> {
    let named = || {
        found.evidence.iter().filter_map(|proof| {
            let at = |asked: &&Asked| request_line(&asked.probe) == proof.at;
            let own = |asked: &&Asked| {
                let reading = asked.heard.as_ref().map(|heard| &heard.reading);
                at(asked) && reading.is_some_and(|reading| reading.evidence.contains(proof))
            };
            let mut asked = case.asked.iter().filter(|asked| asked.heard.is_some());
            asked.clone().find(own).or_else(|| asked.find(at))
        })
    };
    let failed = |asked: &&Asked| reading(asked).is_some_and(|reading| !reading.arrived());
    let callback = || {
        let is_read = |asked: &&Asked| {
            reading(asked).is_some_and(|reading| reading.meaning != Meaning::Hidden)
        };
        let mut calls = case.callbacks();
        calls.find(is_read)
    };
    named()
        .find(failed)
        .or_else(|| callback().filter(failed))
        .or_else(|| named().next())
        .or_else(callback)
}

fn reading(asked: &Asked) -> Option<&Reading> {
    asked.heard.as_ref().map(|heard| &heard.reading)
}

fn speaker(asked: &Asked) -> Speaker {
    reading(asked).map_or(Speaker::Nobody, |reading| reading.speaker)
}

/// The status; beside it what the address with a language gets, where that is the proof of why.
fn status(case: &Case, found: &Found, status: u16, with_prefix: &str) -> String {
    let status = status.to_string();
    let prefixed = case
        .heard(Purpose::Prefixed)
        .filter(|heard| found.cause == CauseId::LanguagePrefixRequired && heard.reading.arrived());
    let other = prefixed.and_then(|heard| heard.answer.response());
    match (other, found.value("prefix")) {
        (Some(other), Some(prefix)) => fill(
            with_prefix,
            &[
                ("status", &status),
                ("prefix", prefix),
                ("other", &other.status.to_string()),
            ],
        ),
        _ => status,
    }
}

/// What the answer says: where a redirect leads, a product's own reason, the page's title or the short body.
fn said(found: &Found, asked: &Asked, answer: &Answer) -> Option<String> {
    let heard = asked.heard.as_ref()?;
    if matches!(heard.rest, Some(Ok(_))) {
        // Of a whole index the line that the evidence shows, unless that is its beginning.
        let line = request_line(&asked.probe);
        let shown = found.evidence.iter().find(|proof| {
            proof.at == line
                && proof.kind != EvidenceKind::Status
                && proof.what.len() > 1
                && !proof.what.starts_with('{')
        });
        return shown.map(|proof| foreign::text(&proof.what, SAID_BYTES));
    }
    let by_woocommerce = answer
        .response()
        .is_some_and(|response| dispatched(&response.body).is_some());
    if by_woocommerce && heard.reading.arrived() && found.cause != CauseId::OutputBeforeAnswer {
        // Whatever else is printed, this is WooCommerce's.
        return Some("-1".to_owned());
    }
    let Outcome::Response(response) = &answer.outcome else {
        // The client's own words, such as those about a certificate.
        return answer
            .error
            .as_deref()
            .map(|error| foreign::text(error, SAID_BYTES));
    };
    if let Some(location) = response.headers.get("location") {
        return Some(foreign::address(location));
    }
    let said = page::said(&response.body, SAID_BYTES);
    let status = response.status.to_string();
    let said = said.strip_prefix(&status).map_or(said.as_str(), |rest| {
        rest.trim_start_matches([' ', '-', '–', ':', '|'])
    });
    let reason = blocker::reason(response).filter(|reason| !said.contains(reason.as_str()));
    Some(match reason {
        Some(reason) if said.is_empty() => reason,
        Some(reason) => [said, ". ", &reason].concat(),
        None => said.to_owned(),
    })
}

/// The page with the element that shows the cause.
fn of_page(case: &Case, found: &Found, words: &str) -> Option<Proof> {
    let page = case.page.as_ref()?;
    let of_page = |kind| matches!(kind, EvidenceKind::Selector | EvidenceKind::Url);
    let proof = found.evidence.iter().find(|proof| of_page(proof.kind))?;
    Some(Proof {
        request: ["GET ", &place(case, &page.url)].concat(),
        answer: page
            .status
            .map_or_else(|| words.to_owned(), |status| status.to_string()),
        said: Some(match (found.cause, case.version) {
            (CauseId::PluginOutdated, Some(version)) => {
                [case.gateway.name, " ", &version.to_string()].concat()
            }
            _ if proof.kind == EvidenceKind::Url => foreign::text(&proof.at, SAID_BYTES),
            _ => foreign::text(&proof.what, SAID_BYTES),
        })
        .filter(|said| !said.is_empty()),
    })
}

/// The callback as the provider calls it.
fn call(case: &Case) -> String {
    ["POST ", &place(case, &case.callback_url().to_string())].concat()
}

/// An address as it stands in one line: its path, and the whole of it where it is another site or scheme.
pub(super) fn place(case: &Case, address: &str) -> String {
    let shown = foreign::text(address, limits::EXCERPT_BYTES);
    // The fields of an index that is asked for are no part of its name.
    let end = shown.find("?_fields=").or_else(|| shown.find("&_fields="));
    let shown = shown.get(..end.unwrap_or(shown.len())).unwrap_or_default();
    match shown.strip_prefix(&case.shop.origin()) {
        Some(path) if path.starts_with('/') => path.to_owned(),
        _ => shown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::{Diagnosis, Intake, Step};
    use crate::probe::{Answer, NoAnswer, Outcome, Response};
    use crate::report::{Report, Surface};

    /// A shop in a folder that gives every call this answer.
    fn report(outcome: &Outcome, elapsed_ms: Option<u32>, error: Option<&str>) -> Report {
        let intake = Intake::new("https://shop.example.com/se/checkout/", Surface::Native);
        let mut diagnosis = Diagnosis::new(intake).unwrap();
        while let Step::Send(probe) = diagnosis.next() {
            let answer = Answer {
                elapsed_ms,
                error: error.map(str::to_owned),
                ..Answer::new(outcome.clone(), probe.caller)
            };
            diagnosis.observe(probe.id, answer);
        }
        diagnosis.report()
    }

    fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Outcome {
        Outcome::Response(Response {
            status,
            headers: headers.iter().copied().collect(),
            body: body.to_owned(),
            ..Response::default()
        })
    }

    #[test]
    fn the_proof_is_the_answer_in_its_own_words() {
        let block = "<html><head><title>Your access to this site has been limited</title></head><body><table><tr><th>Block Reason:</th> <td>Manual block by administrator</td></tr></table><p>Generated by Wordfence at Sun</p></body></html>";
        let cases = [
            (response(200, &[], "-1"), "200", Some("-1")),
            (
                response(503, &[], block),
                "503",
                Some("Your access to this site has been limited. Manual block by administrator"),
            ),
            (
                response(403, &[], "<h1>403 - Access <b>denied</b></h1>"),
                "403",
                Some("Access denied"),
            ),
            (
                response(
                    302,
                    &[("location", "https://a:b@login.example/?token=SECRET")],
                    "<p>x</p>",
                ),
                "302",
                Some("https://login.example/?token"),
            ),
            (response(500, &[], ""), "500", None),
            (
                Outcome::NoAnswer(NoAnswer::Dns),
                "no answer: the name has no address",
                None,
            ),
            (
                Outcome::NoAnswer(NoAnswer::Timeout),
                "no answer within 8 s",
                None,
            ),
        ];
        for (outcome, answer, said) in cases {
            let report = report(&outcome, Some(8_200), None);
            let proof = report.proof.unwrap();
            assert!(proof.request.starts_with("POST /"), "{proof:?}");
            assert!(proof.request.ends_with("wc-api/KCO_WC_Push/"), "{proof:?}");
            let slow = proof.answer.strip_suffix(" after 8 s");
            assert_eq!(slow.unwrap_or(&proof.answer), answer, "{outcome:?}");
            assert_eq!(proof.said.as_deref(), said, "{outcome:?}");
        }
    }

    #[test]
    fn a_client_s_own_words_for_a_failure_are_the_proof() {
        let tls = Outcome::NoAnswer(NoAnswer::Tls);
        let proof = report(&tls, None, Some("certificate has expired"))
            .proof
            .unwrap();
        assert_eq!(proof.answer, "no answer: the secure connection failed");
        assert_eq!(proof.said.as_deref(), Some("certificate has expired"));
    }

    #[test]
    fn permalinks_are_told_in_words_and_the_header_stays_evidence() {
        let link = "<https://shop.example.com/index.php?rest_route=/>; rel=\"https://api.w.org/\"";
        let index = r#"{"name":"A shop","home":"https://shop.example.com","namespaces":["wc/v3"]}"#;
        let intake = Intake::new("https://shop.example.com/", Surface::Site);
        let mut diagnosis = Diagnosis::new(intake).unwrap();
        while let Step::Send(probe) = diagnosis.next() {
            let outcome = if probe.url.contains("rest_route") {
                let headers = [("link", link), ("content-type", "application/json")];
                response(200, &headers, index)
            } else {
                Outcome::Unreadable
            };
            diagnosis.observe(probe.id, Answer::new(outcome, probe.caller));
        }
        let report = diagnosis.report();
        let proof = report.proof.unwrap();
        assert_eq!(report.causes[0].id.as_str(), "plain-permalinks");
        assert_eq!(proof.request, "GET /?rest_route=/");
        assert_eq!(
            (proof.answer.as_str(), proof.said),
            (
                "200, and WordPress's own addresses have no permalinks",
                None
            )
        );
        let mut evidence = report.causes[0].evidence.iter();
        assert!(evidence.any(|proof| proof.what.starts_with("link: ")));
    }

    #[test]
    fn what_nobody_could_read_is_no_proof() {
        let report = report(&Outcome::Unreadable, None, None);
        assert_eq!(report.proof, None, "{}", report.headline);
        assert!(!report.orders.is_empty());
    }

    #[test]
    fn a_success_that_is_not_woocommerce_s_may_pass_for_a_delivery() {
        let waits = |outcome: &Outcome| {
            let orders = report(outcome, None, None).orders;
            orders.iter().any(|order| order.contains("every 4 hours"))
        };
        assert!(waits(&response(503, &[], "no")));
        assert!(waits(&response(200, &[], "-1")));
        let page = "<html><title>Are you human</title><script>x()</script><p>Checking your browser</p></html>";
        assert!(!waits(&response(200, &[], page)));
    }
}
