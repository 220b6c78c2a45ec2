//! The catalogues are complete, short and calm.

use super::shape::HEADLINE_WORDS;
use super::*;
use crate::gateway::GATEWAYS;
use crate::probe::{TlsFault, limits};

/// Words of a product's name, at most; a headline with a name must leave room for them.
const NAME_WORDS: usize = 4;

/// Characters of a summary, at most: three plain sentences.
const SUMMARY_CHARS: usize = 340;

/// No exclamation marks, no emoji, nothing empty, no double spaces, and only the placeholders that are allowed.
#[track_caller]
fn calm(text: &str, placeholders: &[&str]) {
    let letter = |c: char| {
        c.is_ascii() || "→…★⌘⇧åäöÅÄÖ".contains(c) || (c.is_alphabetic() && c < '\u{2000}')
    };
    assert!(
        !text.is_empty() && text.trim() == text,
        "empty or padded: {text}"
    );
    assert!(
        text.chars().all(letter),
        "a sign that does not belong here: {text}"
    );
    assert!(!text.contains('!') && !text.contains("  "), "{text}");
    for name in names(text) {
        assert!(
            placeholders.contains(&name.as_str()),
            "{{{name}}} in: {text}"
        );
    }
}

#[track_caller]
fn sentence(text: &str, placeholders: &[&str]) {
    calm(text, placeholders);
    assert!(text.ends_with('.'), "no full stop: {text}");
}

fn names(text: &str) -> Vec<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.to_owned())
        .collect()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn tags_find_the_nearest_language() {
    for tag in [
        "en",
        "EN",
        "en-GB",
        "en_US",
        " en ",
        "sv-SE",
        "",
        "-",
        "x-private",
    ] {
        assert_eq!(Language::from_tag(tag), Language::En, "{tag}");
    }
    assert_eq!(Language::ALL.first(), Some(&Language::default()));
}

#[test]
fn every_cause_has_a_short_headline_a_title_and_a_summary() {
    for (language, id) in Language::ALL
        .iter()
        .flat_map(|l| CauseId::ALL.iter().map(move |id| (*l, *id)))
    {
        let text = cause(language, id);
        sentence(text.headline, &[]);
        assert!(words(text.headline) <= HEADLINE_WORDS, "{}", text.headline);
        if let Some(named) = text.headline_named {
            sentence(named, &["blocker"]);
            assert_eq!(names(named), ["blocker"], "{named}");
            assert!(words(named) + NAME_WORDS - 1 <= HEADLINE_WORDS, "{named}");
        }
        for title in [Some(text.title), text.title_named].into_iter().flatten() {
            calm(title, &["blocker"]);
            assert!(!title.ends_with('.') && words(title) <= 10, "{title}");
        }
        let more = match id {
            CauseId::LanguagePrefixAdded | CauseId::LanguagePrefixRequired => "prefix",
            CauseId::PluginOutdated => "version",
            _ => "gateway",
        };
        sentence(text.summary, &["gateway", "place", "who", more]);
        let sentences = text.summary.matches(". ").count() + 1;
        assert!(
            (2..=3).contains(&sentences),
            "{sentences} sentences: {}",
            text.summary
        );
        assert!(
            text.summary.len() <= SUMMARY_CHARS,
            "{}: {}",
            id.as_str(),
            text.summary.len()
        );
    }
}

fn variants() -> impl Iterator<Item = Variant> {
    let of_tls = TlsFault::ALL.map(Variant::Tls);
    Variant::ALL.iter().copied().chain(of_tls)
}

#[test]
fn the_words_of_a_case_are_as_short_as_those_of_its_cause() {
    for text in variants().map(|id| variant(Language::En, id)) {
        calm(text.headline, &["gateway", "who"]);
        assert!(words(text.headline) <= HEADLINE_WORDS, "{}", text.headline);
        if let Some(named) = text.headline_named {
            sentence(named, &["blocker"]);
            assert!(words(named) + NAME_WORDS - 1 <= HEADLINE_WORDS, "{named}");
        }
        for title in [Some(text.title), text.title_named].into_iter().flatten() {
            calm(title, &["blocker", "who"]);
            assert!(!title.ends_with('.') && words(title) <= 10, "{title}");
        }
        sentence(
            text.summary,
            &[
                "gateway", "place", "provider", "seconds", "status", "time", "who",
            ],
        );
        assert!(text.summary.len() <= SUMMARY_CHARS, "{}", text.summary);
    }
}

#[test]
fn one_answer_is_spoken_of_in_short_words() {
    for language in Language::ALL {
        let rows = language.catalogue().explained;
        for id in EXPLAINED {
            assert!(explained(*language, id).is_some(), "{id}");
        }
        for (id, text) in rows {
            let of_cause = CauseId::ALL.iter().any(|cause| cause.as_str() == *id);
            assert!(of_cause || EXPLAINED.contains(id), "{id}");
            sentence(text.headline, &[]);
            assert!(words(text.headline) <= HEADLINE_WORDS, "{}", text.headline);
            if let Some(named) = text.headline_named {
                sentence(named, &["blocker"]);
                assert!(words(named) + NAME_WORDS - 1 <= HEADLINE_WORDS, "{named}");
            }
            sentence(text.summary, &["gateway", "prefix"]);
            assert!(text.summary.len() <= SUMMARY_CHARS, "{id}");
        }
    }
}

#[test]
fn names_of_products_come_in_where_they_are_known() {
    let blocked = cause(Language::En, CauseId::Blocked);
    assert_eq!(
        blocked.headline(Some("Wordfence")),
        "Wordfence refuses the callback."
    );
    assert_eq!(
        blocked.headline(None),
        "The callback is refused before WooCommerce sees it."
    );
    assert_eq!(
        blocked.title(Some("Wordfence")),
        "Wordfence refuses the call"
    );
    let plain = cause(Language::En, CauseId::PlainPermalinks);
    assert_eq!(
        plain.headline(Some("Wordfence")),
        "Plain permalinks keep the callback out."
    );
}

#[test]
fn no_name_makes_a_headline_too_long() {
    let names = crate::blocker::entries().map(|entry| entry.name);
    for name in names.chain(["a name of as many words as nobody would ever give it"]) {
        for id in CauseId::ALL {
            let headline = cause(Language::En, *id).headline(Some(name));
            assert!(words(&headline) <= HEADLINE_WORDS, "{headline}");
        }
    }
}

#[test]
fn every_check_has_a_title_and_four_sentences() {
    for language in Language::ALL {
        for id in CheckId::ALL {
            let text = check(*language, *id);
            let version = if *id == CheckId::GatewayVersion {
                "version"
            } else {
                "gateway"
            };
            calm(text.title, &["who"]);
            for line in [text.pass, text.fail, text.unsure, text.not_applicable] {
                sentence(line, &["gateway", "place", "who", version]);
            }
            // The version is not known there.
            assert!(
                !text.unsure.contains("{version}") && !text.not_applicable.contains("{version}")
            );
        }
    }
}

#[test]
fn each_id_of_a_check_is_that_of_one_check_in_the_same_order() {
    let checks: Vec<CheckId> = crate::check::CHECKS.iter().map(|check| check.id).collect();
    assert_eq!(CheckId::ALL.to_vec(), checks);
}

#[test]
fn every_reason_of_doubt_names_an_action() {
    for language in Language::ALL {
        for id in Reason::ALL {
            let text = unsure(*language, *id);
            let values = ["agent", "gateway", "place", "provider", "read", "source"];
            sentence(text.reason, &values);
            sentence(text.how, &values);
        }
    }
}

#[test]
fn every_note_is_a_sentence() {
    for language in Language::ALL {
        let faults = GATEWAYS.iter().filter_map(|gateway| gateway.fault);
        let faults = faults.map(Note::Fault);
        for id in Note::ALL.iter().copied().chain(faults) {
            sentence(
                note(*language, id),
                &[
                    "file", "gateway", "line", "location", "name", "place", "prefix", "product",
                    "provider", "reason", "shop", "status",
                ],
            );
        }
    }
}

#[test]
fn probes_stations_states_and_caveats_have_words() {
    use crate::probe::Purpose as P;
    let purposes = [
        P::Endpoint,
        P::Control,
        P::QueryForm,
        P::PathinfoForm,
        P::Prefixed,
        P::HttpsRedirect,
        P::GetForm,
        P::RestIndex,
        P::RestRoute,
        P::RestNamespace,
        P::Presence,
        P::BlockRoute,
        P::Hop,
        P::Repeat,
    ];
    let states = [
        StopState::Passed,
        StopState::Warned,
        StopState::Stopped,
        StopState::NotReached,
        StopState::Unseen,
    ];
    for language in Language::ALL {
        assert!(inferred(*language).contains("{headline}"));
        for step in purposes {
            calm(purpose(*language, step), &[]);
        }
        for state in states {
            calm(stop_word(*language, state), &[]);
        }
        for surface in [
            Surface::Extension,
            Surface::Site,
            Surface::InPage,
            Surface::Native,
        ] {
            sentence(caveat(*language, surface), &[]);
        }
        sentence(pasted_caveat(*language), &[]);
        sentence(brought_caveat(*language), &[]);
        for stop in Station::ALL {
            let name = station(*language, stop);
            calm(name, &[]);
            assert!(name.len() <= 11, "{name} has no room in the picture");
        }
    }
}

#[test]
fn proof_orders_and_effort_are_said_calmly() {
    use crate::probe::Caller;
    use crate::report::Effort as E;
    for language in Language::ALL {
        let orders = orders(*language);
        for line in [
            orders.then_complete,
            orders.may_complete,
            orders.ends_at_refusal,
            orders.given_up,
            orders.taken_for_delivery,
            orders.older,
            orders.refused,
            orders.portal,
            orders.by_hand,
        ] {
            sentence(line, &[]);
        }
        sentence(orders.assumed, &["sentence"]);
        for (_, own) in orders.own {
            sentence(own.waits, &[]);
            sentence(own.repeats, &[]);
        }
        let known = ["gateway", "provider", "source", "read", "count", "time"];
        for line in [
            orders.calls_for,
            orders.calls,
            orders.calls_within,
            orders.shop_fetches,
            orders.not_known,
            orders.uncalled,
        ] {
            sentence(line, &known);
        }
        for line in [orders.older_resend, orders.older_log] {
            sentence(line, &["provider", "menu"]);
        }
        for time in [orders.minutes, orders.hours, orders.days] {
            calm(time, &["count"]);
        }
        let words = proof(*language);
        calm(words.not_public, &[]);
        calm(words.page, &[]);
        calm(words.silence, &["seconds"]);
        calm(words.slow, &["status", "seconds"]);
        calm(words.prefixed, &["status", "prefix", "other"]);
        calm(words.plain, &["answer"]);
        calm(words.pathinfo, &["answer"]);
        let way = way(*language);
        calm(way.instead, &["place"]);
        sentence(way.woocommerce_instead, &["place"]);
        sentence(way.gateway_instead, &["gateway", "place"]);
        calm(way.answers_here, &[]);
        calm(way.not_asked, &[]);
        calm(calls(*language).in_time, &["count", "seconds"]);
        calm(calls(*language).made, &["count"]);
        for caller in [Caller::Provider, Caller::Browser] {
            calm(start(*language, caller), &[]);
        }
        for source in [Source::Here, Source::Page, Source::Pasted, Source::Brought] {
            sentence(measured(*language, source), &[]);
        }
        for effort in [E::Setting, E::Service, E::Code, E::Host, E::Provider] {
            sentence((remedies(*language).effort)(effort), &[]);
        }
        let places = remedies(*language).places;
        for (index, (menu, page)) in places.iter().enumerate() {
            calm(menu, &[]);
            assert!(menu.contains(" → "), "{menu}");
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_./?=&".contains(c);
            assert!(page.contains(".php") && page.chars().all(plain), "{page}");
            let twice = |(other, _): &&(&str, &str)| other == menu;
            assert_eq!(
                places.iter().position(|row| twice(&row)),
                Some(index),
                "{menu}"
            );
        }
    }
}

/// Every source file outside the texts, without its tests.
fn sources() -> String {
    let mut all = String::new();
    let mut folders = vec![[env!("CARGO_MANIFEST_DIR"), "/src"].concat()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_str().unwrap().to_owned();
            if path.is_dir() && !name.ends_with("/text") {
                folders.push(name);
            } else if path.is_file() && !name.contains("/tests") {
                let source = std::fs::read_to_string(&path).unwrap();
                all.push_str(source.split("#[cfg(test)]").next().unwrap());
            }
        }
    }
    all
}

/// A text that nobody asks for would be translated in vain.
#[test]
fn every_id_of_a_text_is_asked_for() {
    let sources = sources();
    for id in EXPLAINED {
        let quoted = ["\"", id, "\""].concat();
        assert!(sources.contains(&quoted), "nobody asks for {id}");
    }
    let notes = Note::ALL.iter().map(|id| format!("Note::{id:?}"));
    let reasons = Reason::ALL.iter().map(|id| format!("Reason::{id:?}"));
    let end = |after: &str| !after.starts_with(|c: char| c.is_ascii_alphanumeric());
    let cases = Variant::ALL.iter().map(|id| format!("Variant::{id:?}"));
    for id in notes.chain(reasons).chain(cases) {
        let used = sources.split(&id).skip(1).any(end);
        assert!(used, "nobody asks for {id}");
    }
    let fields = include_str!("ui.rs").lines().filter_map(|line| {
        let (name, kind) = line.trim().strip_prefix("pub ")?.split_once(": ")?;
        kind.starts_with("&'static str").then_some(name)
    });
    for field in fields {
        let end = |after: &str| !after.starts_with(|c: char| c == '_' || c.is_ascii_alphanumeric());
        let shown = [&sources, include_str!("mod.rs")].concat();
        let used = shown.split(&[".", field].concat()).skip(1).any(end);
        assert!(used, "nobody shows {field}");
    }
    // Menus that no step names lead nowhere.
    let steps = [
        format!(
            "{:?}",
            CauseId::ALL
                .iter()
                .map(|id| (remedies(Language::En).steps)(*id))
                .collect::<Vec<_>>()
        ),
        format!(
            "{:?}",
            variants()
                .map(|id| (remedies(Language::En).case_steps)(id))
                .collect::<Vec<_>>()
        ),
        format!("{:?}", remedies(Language::En).proxy_not_told),
        format!("{:?}", remedies(Language::En).language_plugins),
        format!("{:?}", remedies(Language::En).redirect_plugins),
        format!(
            "{:?}",
            crate::blocker::entries()
                .map(|entry| entry.remedy.steps)
                .collect::<Vec<_>>()
        ),
    ]
    .concat();
    for (menu, _) in remedies(Language::En).places {
        assert!(steps.contains(menu), "no step names {menu}");
    }
}

#[test]
fn what_was_left_out_is_said_in_sentences() {
    use crate::given::Kind as K;
    for language in Language::ALL {
        let text = left_out(*language);
        sentence(text.other_shop, &["what", "site", "shop"]);
        sentence(text.nameless, &[]);
        sentence(text.other_page, &["url"]);
        sentence(text.incomplete, &["what"]);
        sentence(text.not_asked, &["url"]);
        sentence(text.empty, &[]);
        calm(text.unreadable, &["what", "reason"]);
        for kind in [
            K::Empty,
            K::Address,
            K::Page,
            K::Answer,
            K::Commands,
            K::Har,
            K::Json,
            K::Status,
            K::Unknown,
        ] {
            calm((text.what)(kind), &[]);
        }
    }
}

#[test]
fn the_interface_is_complete_and_calm() {
    for language in Language::ALL {
        // The derived form names each field, so that none is forgotten here.
        let all = format!("{:?} {:?}", ui(*language), extension(*language));
        let texts = all
            .split("\", ")
            .map(|field| field.split_once(": \"").map_or("", |(_, text)| text));
        for text in texts {
            calm(text.trim_end_matches("\" }"), PLACEHOLDERS);
        }
    }
}

#[test]
fn limits_in_sentences_are_the_limits_of_the_code() {
    assert_eq!(limits::DIAGNOSIS_MS, 20_000);
    assert!(
        unsure(Language::En, Reason::OutOfTime)
            .reason
            .contains("20 seconds")
    );
    assert_eq!(limits::SLOW_MS, 5_000);
    assert!(
        cause(Language::En, CauseId::SlowAnswer)
            .summary
            .contains("five seconds")
    );
    assert_eq!(limits::PROBES, 8);
    assert!(ui(Language::En).sends_body.contains("eight"));
    let agent = unsure(Language::En, Reason::ProviderUserAgentUnconfirmed).reason;
    assert!(agent.contains(crate::probe::PROVIDER_USER_AGENT));
}
