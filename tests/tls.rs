//! What is said of each fault of the secure connection, as far as a hand was told.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod hand;

use callback_doctor::diagnosis::{Diagnosis, Intake, Step};
use callback_doctor::probe::{Answer, Caller, NoAnswer, Outcome, Probe, Purpose, TlsFault};
use callback_doctor::report::{CauseId, Confidence, Report, Surface};
use callback_doctor::text::{self, Language};
use callback_doctor::verdict::Variant;
use hand::{healthy, redirect};

const SHOP: &str = "https://shop.example.com/";

/// The report where https fails for this reason, in these words, and http does as `http` says.
fn report(why: NoAnswer, words: Option<&str>, http: impl Fn(&Probe) -> Outcome) -> Report {
    let mut diagnosis = Diagnosis::new(Intake::new(SHOP, Surface::Native)).unwrap();
    loop {
        match diagnosis.next() {
            Step::Send(probe) => {
                let answer = if probe.url.starts_with("https:") {
                    Answer {
                        error: words.map(str::to_owned),
                        ..Answer::new(Outcome::NoAnswer(why), probe.caller)
                    }
                } else {
                    Answer::new(http(&probe), Caller::Browser)
                };
                diagnosis.observe(probe.id, answer);
            }
            Step::Wait => panic!("waits for an answer that came"),
            Step::Done => return diagnosis.report(),
        }
    }
}

fn to_https(probe: &Probe) -> Outcome {
    match probe.purpose {
        Purpose::HttpsRedirect => redirect(301, &probe.url.replace("http:", "https:")),
        _ => healthy(probe),
    }
}

#[test]
fn each_fault_has_words_steps_and_a_letter_of_its_own() {
    for (words, fault) in [
        (
            "curl: (60) SSL certificate problem: certificate has expired",
            TlsFault::Expired,
        ),
        (
            "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE",
            TlsFault::NotYetValid,
        ),
        ("net::ERR_CERT_DATE_INVALID", TlsFault::OutOfDate),
        ("net::ERR_CERT_COMMON_NAME_INVALID", TlsFault::WrongName),
        (
            "The certificate is not trusted because it is self-signed.",
            TlsFault::SelfSigned,
        ),
        (
            "the server sent its certificate alone, without its issuer's",
            TlsFault::IncompleteChain,
        ),
        ("net::ERR_CERT_AUTHORITY_INVALID", TlsFault::UnknownIssuer),
        ("net::ERR_CERT_REVOKED", TlsFault::Revoked),
        (
            "received fatal alert: ProtocolVersion",
            TlsFault::OldProtocol,
        ),
        (
            "net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
            TlsFault::NothingInCommon,
        ),
        (
            "net::ERR_BAD_SSL_CLIENT_AUTH_CERT",
            TlsFault::ClientCertificate,
        ),
        ("SSL_ERROR_RX_RECORD_TOO_LONG", TlsFault::NotTls),
    ] {
        says(&report(NoAnswer::Tls, Some(words), to_https), fault, words);
    }
    says(
        &report(NoAnswer::Refused, None, to_https),
        TlsFault::PortClosed,
        "a closed port",
    );
}

fn says(report: &Report, fault: TlsFault, words: &str) {
    let cause = &report.causes[0];
    assert_eq!(cause.id, CauseId::TlsBroken, "{words}");
    assert_eq!(cause.confidence, Confidence::Certain, "{words}");
    let own = text::variant(Language::En, Variant::Tls(fault));
    let general = text::cause(Language::En, CauseId::TlsBroken);
    assert_eq!(cause.title, own.title, "{words}");
    assert!(
        cause.summary.starts_with(own.summary),
        "{words}: {}",
        cause.summary
    );
    assert_ne!(own.headline, general.headline);
    let steps = cause.remedy.steps.join("\n");
    assert!(!steps.contains("The certificate may be"), "{steps}");
    assert!(cause.remedy.steps.len() >= 2, "{words}: {steps}");
    let letter = cause.remedy.pastes.last().unwrap();
    assert!(
        letter.text.contains("https://shop.example.com/wc-api/"),
        "{words}"
    );
    assert!(
        !letter.text.contains("The secure connection fails before"),
        "{words}"
    );
}

#[test]
fn a_fault_that_was_not_named_is_not_claimed() {
    let general = text::cause(Language::En, CauseId::TlsBroken);
    for words in [
        Some("net::ERR_SSL_PROTOCOL_ERROR"),
        Some("Das Zertifikat ist abgelaufen."),
        None,
    ] {
        let report = report(NoAnswer::Tls, words, to_https);
        assert_eq!(report.causes[0].id, CauseId::TlsBroken, "{words:?}");
        assert_eq!(report.causes[0].title, general.title, "{words:?}");
    }
    // Lost without a reason: never certain.
    let lost = report(NoAnswer::Unknown, None, to_https);
    assert!(lost.causes[0].confidence < Confidence::Certain);
    // Nothing answers at all: no matter of https.
    let closed = report(NoAnswer::Refused, None, |_| {
        Outcome::NoAnswer(NoAnswer::Refused)
    });
    assert_eq!(closed.causes[0].id, CauseId::Unreachable);
}
