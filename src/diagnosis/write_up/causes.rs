//! The causes in words: title, summary, who can mend it and how.

use crate::blocker;
use crate::case::Heard;
use crate::check::Found;
use crate::probe::{Purpose, Response};
use crate::reading::Meaning;
use crate::remedy;
use crate::report::Cause;
use crate::text::{self, Language};
use crate::verdict::{CauseId, Surface};

use super::Writer;

impl Writer<'_> {
    pub(super) fn cause(&self, found: &Found, quoted: Option<&str>) -> Cause {
        let words = self.words(found);
        let named = self.doer(found);
        let is_new =
            |reason: &String| quoted.is_none_or(|quoted| !quoted.contains(reason.as_str()));
        let effort = self.with_context(found, remedy::effort);
        let turned_away = self.turned_away(found);
        let found = &match self.reason(found).filter(is_new) {
            Some(reason) => found.clone().note("block-reason").with("reason", reason),
            None => found.clone(),
        };
        Cause {
            id: found.cause,
            blocker: found.blocker.map(|entry| entry.id.to_owned()),
            blocker_name: found.blocker.map(|entry| entry.name.to_owned()),
            blocker_source: found.blocker.and_then(|entry| self.source(entry)),
            confidence: found.confidence,
            title: self.fill(&words.title(named), found),
            summary: self.with_notes(
                found
                    .inferred
                    .and_then(|id| text::note(self.language, id))
                    .or(turned_away)
                    .unwrap_or(words.summary),
                std::slice::from_ref(found),
            ),
            who: effort.map(|(who, _)| who),
            effort: effort.map_or_else(String::new, |(_, sentence)| sentence.to_owned()),
            remedy: self.with_context(found, remedy::remedy),
            evidence: found.evidence.clone(),
        }
    }

    /// What judges by who calls has refused this computer, and of the provider nothing was seen. Of an answer that was
    /// brought along nobody knows who asked.
    fn by_address(&self, found: &Found) -> Option<&'static str> {
        let by_address = found.blocker.is_some_and(|entry| entry.by_address);
        (by_address && found.cause == CauseId::Blocked && !self.case.has_brought_answers())
            .then_some("refused-by-address")
    }

    /// What a product did that is known by name, where nothing more exact is said.
    fn turned_away(&self, found: &Found) -> Option<&'static str> {
        let plain = found.words.or_else(|| self.by_address(found)).is_none();
        let is_told = plain && found.cause == CauseId::Blocked && found.value("status").is_some();
        self.doer(found).filter(|_| is_told)?;
        text::note(self.language, "turned-away")
    }

    /// From an address alone a page of another site sees nothing of the callback: that is no finding.
    fn unseen(&self, found: &Found) -> Option<&'static str> {
        let alone = self.case.surface == Surface::Site && self.case.pasted.is_empty();
        (alone && found.cause == CauseId::Undetermined).then_some("unseen-from-site")
    }

    /// From where a product's answers are known.
    fn source(&self, entry: &blocker::Entry) -> Option<String> {
        let values = [
            ("blocker", entry.name),
            ("source", entry.source),
            ("time", blocker::READ),
        ];
        let sentence = text::brain(self.language).known_from;
        (!entry.source.is_empty()).then(|| text::fill(sentence, &values))
    }

    /// The reason that a named product's page gives for its refusal.
    fn reason(&self, found: &Found) -> Option<String> {
        let refuses = matches!(
            found.cause,
            CauseId::Blocked | CauseId::CallerBlocked | CauseId::RateLimited
        );
        found.blocker.filter(|_| refuses)?;
        blocker::reason(self.answer(found)?)
    }

    fn words(&self, found: &Found) -> &'static text::CauseText {
        let words = found
            .words
            .or_else(|| self.by_address(found))
            .or_else(|| self.unseen(found));
        let variant = words.and_then(|id| text::variant(self.language, id));
        variant.unwrap_or_else(|| text::cause(self.language, found.cause))
    }

    pub(super) fn headline(&self, found: &Found) -> String {
        let words = self.words(found);
        let headline = self.fill(&words.headline(self.doer(found)), found);
        match found.inferred {
            Some(_) => text::fill(text::inferred(self.language), &[("headline", &headline)]),
            None => headline,
        }
    }

    /// Who did it, where that is a name: a product, or a language plugin. A bare server page names nobody.
    pub(super) fn doer<'f>(&self, found: &'f Found) -> Option<&'f str> {
        match found.cause {
            CauseId::LanguagePrefixRequired
            | CauseId::LanguagePrefixAdded
            | CauseId::LanguageRedirect => self.language_plugin(found),
            _ => found
                .blocker
                .filter(|entry| entry.names_a_product())
                .map(|entry| entry.name),
        }
    }

    /// A sentence with those that hold in this case after it.
    pub(super) fn with_notes(&self, sentence: &str, found: &[Found]) -> String {
        let mut text = found
            .first()
            .map_or_else(|| sentence.to_owned(), |first| self.fill(sentence, first));
        for found in found {
            let notes = found
                .notes
                .iter()
                .filter_map(|id| text::note(self.language, id));
            for note in notes {
                text.push(' ');
                text.push_str(&self.fill(note, found));
            }
        }
        text
    }

    fn fill(&self, template: &str, found: &Found) -> String {
        let shop = self.case.shop.to_string();
        let version = self
            .case
            .version
            .map(|version| version.to_string())
            .unwrap_or_default();
        let mut values: Vec<(&str, &str)> = found
            .values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        if let Some(doer) = self.doer(found) {
            values.push(("product", doer));
        }
        values.push(("gateway", self.gateway_name()));
        values.push(("shop", &shop));
        values.push(("version", &version));
        text::fill(template, &values)
    }

    /// Asks for what depends on a cause and on what is known of the shop.
    fn with_context<T>(
        &self,
        found: &Found,
        ask: fn(CauseId, &remedy::Context, Language) -> T,
    ) -> T {
        let case = self.case;
        let agent = case.agent();
        let host = case.shop.host().to_string();
        let home = case.shop.to_string();
        let callback_paths = self.callback_paths();
        let server = case
            .asked
            .iter()
            .filter_map(|a| a.heard.as_ref()?.answer.response()?.headers.get("server"))
            .find_map(remedy::ServerKind::from_header);
        ask(
            found.cause,
            &remedy::Context {
                home: &home,
                host: &host,
                home_path: case.shop.home_path(),
                callback_paths: &callback_paths,
                prefix: found.value("prefix").filter(|prefix| !prefix.is_empty()),
                language_plugin: self.language_plugin(found),
                gateway: self.gateway_name(),
                user_agent: agent.as_str(),
                blocker: found.blocker.map(remedy::BlockerRemedy::of),
                redirect: found.redirect.as_ref(),
                answer: self.answer(found),
                server,
                case: found.words.or_else(|| found.notes.first().copied()),
                block_checkout: case.uses_block_route(),
            },
            self.language,
        )
    }

    /// The answer that a cause was read from: of those with the same product and meaning the first.
    fn answer(&self, found: &Found) -> Option<&Response> {
        let heard = || self.case.asked.iter().filter_map(|a| a.heard.as_ref());
        let same = |heard: &&Heard| match &heard.reading.meaning {
            Meaning::Redirect(redirect) => found.redirect.as_ref() == Some(redirect),
            Meaning::Stopped(cause) => {
                heard.reading.blocker == found.blocker
                    && (*cause == found.cause || found.blocker.is_some())
            }
            _ => false,
        };
        let shown = heard()
            .find(same)
            .or_else(|| self.case.heard(Purpose::Endpoint));
        shown?.answer.response()
    }

    /// The language plugin by the name that it, or the page, gives.
    fn language_plugin<'f>(&self, found: &'f Found) -> Option<&'f str> {
        let of_page = || Some(self.case.signs()?.languages.plugin?.name());
        // `WordPress` is what any code that calls wp_redirect gets for a name.
        let by = found.redirect.as_ref().and_then(|redirect| {
            let by = redirect.by.as_deref()?;
            (!by.is_empty() && !by.eq_ignore_ascii_case("wordpress")).then_some(by)
        });
        by.or_else(of_page).or_else(|| {
            self.case
                .rest()
                .filter(|rest| rest.has("pll/v1"))
                .map(|_| "Polylang")
        })
    }

    /// The exact paths that must be let through, as this version of the gateway sends them.
    fn callback_paths(&self) -> Vec<String> {
        let case = self.case;
        if case.is_stranger {
            // What the other gateway registers is not known here: whatever wc-api dispatches.
            return vec![[case.shop.home_path(), "wc-api/"].concat()];
        }
        let path_at = |prefix: &str| {
            case.gateway
                .sent_endpoints(case.version)
                .filter_map(|endpoint| endpoint.via.handler())
                .map(move |handler| {
                    [case.shop.home_path(), prefix, "wc-api/", handler, "/"].concat()
                })
                .collect::<Vec<_>>()
        };
        let mut paths = path_at("");
        for prefix in case.prefixes() {
            paths.extend(path_at(&[prefix.as_str(), "/"].concat()));
        }
        if case.uses_block_route()
            && let Some(route) = case.gateway.block_route(case.version)
        {
            // Where WordPress's own home carries a language, its REST addresses do too.
            let prefixes = [Some(""), case.home_prefix()];
            paths.extend(prefixes.into_iter().flatten().map(|prefix| {
                let slash = if prefix.is_empty() { "" } else { "/" };
                [case.shop.home_path(), prefix, slash, "wp-json/", route.path].concat()
            }));
        }
        paths
    }
}
