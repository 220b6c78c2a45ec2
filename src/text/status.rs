//! What a bare status, or no answer, in the payment provider's log means for a callback under `/wc-api/`: for people who
//! have nothing else. Facts: RFC 9110, the sources of WordPress, WooCommerce and the catalogue's products, and measured
//! shops, read 2026-11.

use super::Language;
use crate::probe::NoAnswer;

/// What is said about one status, or about silence.
#[derive(Debug)]
pub struct StatusText {
    /// What it means for the callback: one or two sentences.
    pub meaning: &'static str,
    /// Likely causes, the most likely first: one to five phrases without a full stop. None of them was seen.
    pub likely: &'static [&'static str],
    /// The one step that would settle it: a sentence.
    pub next: &'static str,
}

/// Statuses that share a text, and that text.
pub(super) type StatusRow = (&'static [u16], StatusText);

/// Every text about statuses in one language.
pub(super) struct StatusTexts {
    /// The statuses that have a text of their own.
    pub(super) rows: &'static [&'static [StatusRow]],
    /// For any other number: the text of its class, or that it is no HTTP status (below 100, above 999).
    pub(super) class: fn(u16) -> &'static StatusText,
    /// No answer at all, by the reason.
    pub(super) silence: fn(NoAnswer) -> &'static StatusText,
}

/// What this status means, where a provider's log shows nothing but it. Any number has a text.
pub fn status(language: Language, status: u16) -> &'static StatusText {
    let texts = language.catalogue().statuses;
    let mut rows = texts.rows.iter().flat_map(|rows| rows.iter());
    rows.find(|(codes, _)| codes.contains(&status))
        .map_or_else(|| (texts.class)(status), |(_, text)| text)
}

/// What it means that a provider's log shows no status, by what it says in its place.
pub fn silence(language: Language, reason: NoAnswer) -> &'static StatusText {
    (language.catalogue().statuses.silence)(reason)
}

/// A row of a language's table.
pub(super) const fn row(
    codes: &'static [u16],
    meaning: &'static str,
    likely: &'static [&'static str],
    next: &'static str,
) -> StatusRow {
    let text = StatusText {
        meaning,
        likely,
        next,
    };
    (codes, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Causes of one status, at most.
    const LIKELY: usize = 5;

    /// Bytes of a meaning and of a next step, at most.
    const SENTENCES_BYTES: usize = 200;

    /// Bytes of a cause, at most.
    const PHRASE_BYTES: usize = 100;

    /// Bytes of all texts about statuses, at most, each said once.
    const ALL_BYTES: usize = 12_288;

    /// Statuses with a text of their own in the table of facts.
    const KNOWN: &[u16] = &[
        200, 201, 202, 204, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407,
        408, 409, 410, 411, 412, 413, 414, 415, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429,
        431, 444, 449, 450, 451, 454, 455, 460, 463, 464, 493, 494, 495, 496, 497, 499, 500, 501,
        502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 520, 521, 522, 523, 524, 525, 526, 527,
        529, 530, 999,
    ];

    const SILENCES: [NoAnswer; 9] = [
        NoAnswer::Dns,
        NoAnswer::Refused,
        NoAnswer::Reset,
        NoAnswer::Tls,
        NoAnswer::Timeout,
        NoAnswer::NotHttp,
        NoAnswer::NotPermitted,
        NoAnswer::Cancelled,
        NoAnswer::Unknown,
    ];

    fn every_text(language: Language) -> impl Iterator<Item = &'static StatusText> {
        let statuses = (0..=1100).chain([u16::MAX]);
        statuses
            .map(move |code| status(language, code))
            .chain(SILENCES.map(|reason| silence(language, reason)))
    }

    #[track_caller]
    fn calm(text: &str, most: usize) {
        let letter = |c: char| c.is_ascii_graphic() || c == ' ' || c == '→';
        assert!(text.chars().all(letter), "a sign: {text}");
        assert!(
            !text.contains(['!', '{', '}', ';']) && !text.contains("  "),
            "{text}"
        );
        assert!(!text.is_empty() && text.trim() == text, "padded: {text}");
        assert!(text.len() <= most, "{} bytes: {text}", text.len());
    }

    #[test]
    fn every_status_and_every_silence_has_a_calm_text() {
        for text in Language::ALL.iter().flat_map(|l| every_text(*l)) {
            for sentences in [text.meaning, text.next] {
                calm(sentences, SENTENCES_BYTES);
                assert!(sentences.ends_with('.'), "no full stop: {sentences}");
            }
            let sentences = text.meaning.matches(". ").count() + 1;
            assert!(sentences <= 2, "{sentences} sentences: {}", text.meaning);
            assert!(!text.next.contains(". "), "one step: {}", text.next);
            assert!((1..=LIKELY).contains(&text.likely.len()), "{text:?}");
            for phrase in text.likely {
                calm(phrase, PHRASE_BYTES);
                assert!(!phrase.ends_with('.'), "a phrase: {phrase}");
                let capital = phrase.starts_with(|c: char| !c.is_ascii_lowercase());
                assert!(capital || phrase.starts_with("nginx"), "{phrase}");
            }
        }
    }

    #[test]
    fn statuses_of_the_table_have_a_row_and_no_other_has() {
        for language in Language::ALL {
            let rows = language.catalogue().statuses.rows;
            let mut codes: Vec<u16> = rows
                .iter()
                .flat_map(|rows| rows.iter())
                .flat_map(|(codes, _)| codes.iter().copied())
                .collect();
            codes.sort_unstable();
            assert_eq!(codes, KNOWN);
        }
    }

    #[test]
    fn other_numbers_fall_back_to_their_class() {
        let meaning = |code| status(Language::En, code).meaning;
        let classes = [100, 206, 300, 498, 531, 599, 600, 0];
        for (at, code) in classes.iter().enumerate() {
            for other in classes.iter().skip(at + 1) {
                assert_ne!(meaning(*code), meaning(*other), "{code} {other}");
            }
        }
        for (code, like) in [
            (199, 100),
            (226, 206),
            (399, 300),
            (416, 498),
            (519, 531),
            (540, 599),
            (998, 600),
            (99, 0),
            (1000, 0),
            (u16::MAX, 0),
        ] {
            assert_eq!(meaning(code), meaning(like), "{code}");
        }
    }

    #[test]
    fn what_decides_is_said() {
        let all = |code| {
            let text = status(Language::En, code);
            format!("{} {:?} {}", text.meaning, text.likely, text.next)
        };
        for (code, words) in [
            (200, &["-1", "body", "a page is not"][..]),
            (202, &["SG-Captcha", "x-amzn-waf-action"]),
            (301, &["do not follow", "GET", "Location"]),
            (302, &["do not follow", "GET", "Location"]),
            (400, &["-1", "address"]),
            (403, &["Wordfence", "ModSecurity", "Cloudflare"]),
            (404, &["Permalinks"]),
            (503, &["Wordfence", "response body"]),
            (454, &["Simply.com"]),
        ] {
            for word in words {
                assert!(all(code).contains(word), "{code}: {word}");
            }
        }
        let likely = status(Language::En, 503).likely;
        assert!(likely[0].contains("Wordfence") && likely[1].contains("WordPress"));
    }

    #[test]
    fn the_texts_stay_small() {
        for language in Language::ALL {
            let mut said: Vec<&str> = every_text(*language)
                .flat_map(|text| {
                    [text.meaning, text.next]
                        .into_iter()
                        .chain(text.likely.iter().copied())
                })
                .collect();
            said.sort_unstable();
            said.dedup();
            let bytes: usize = said.iter().map(|text| text.len()).sum();
            assert!(bytes <= ALL_BYTES, "{bytes} bytes");
        }
    }
}
