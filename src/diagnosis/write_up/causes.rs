//! The causes in words: title, summary, who can mend it and how.

use crate::blocker;
use crate::case::{Heard, Of};
use crate::check::Found;
use crate::gateway::Right;
use crate::gateway::address::Name;
use crate::gateway::{Ask, Endpoint, Form, Inbound, Never, Open, Via};
use crate::probe::{Purpose, Response};
use crate::reading::Meaning;
use crate::remedy;
use crate::report::Cause;
use crate::text::{self, Language};
use crate::verdict::{CauseId, Note, Surface, Variant};

use super::Writer;

impl Writer<'_> {
    pub(super) fn cause(&self, found: &Found, quoted: Option<&str>) -> Cause {
        let words = self.words(found);
        let named = self.doer(found);
        let is_new =
            |reason: &String| quoted.is_none_or(|quoted| !quoted.contains(reason.as_str()));
        let effort = self.with_context(found, remedy::effort);
        let turned_away = self.turned_away(found);
        let case = self.words_id(found);
        let of_gateway = self.of_gateway(found);
        let mut found = match self.reason(found).filter(is_new) {
            Some(reason) => found.clone().note(Note::BlockReason).with("reason", reason),
            None => found.clone(),
        };
        let remedy = self.with_context(&found, remedy::remedy);
        found.notes.extend(of_gateway);
        found.words = case;
        let found = &found;
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
                    .or(turned_away)
                    .map_or(words.summary, |id| text::note(self.language, id)),
                std::slice::from_ref(found),
            ),
            who: effort.map(|(who, _)| who),
            effort: effort.map_or_else(String::new, |(_, sentence)| sentence.to_owned()),
            remedy,
            evidence: found.evidence.clone(),
        }
    }

    /// What judges by who calls has refused this computer, and of the provider nothing was seen. Of an answer that was
    /// brought along nobody knows who asked.
    fn by_address(&self, found: &Found) -> Option<Variant> {
        let by_address = found.blocker.is_some_and(|entry| entry.by_address);
        (by_address && found.cause == CauseId::Blocked && !self.case.has_brought_answers())
            .then_some(Variant::RefusedByAddress)
    }

    /// What a product did that is known by name, where nothing more exact is said.
    fn turned_away(&self, found: &Found) -> Option<Note> {
        let plain = found.words.or_else(|| self.by_address(found)).is_none();
        let is_told = plain && found.cause == CauseId::Blocked && found.value("status").is_some();
        self.doer(found).filter(|_| is_told)?;
        Some(Note::TurnedAway)
    }

    /// From an address alone a page of another site sees nothing of the callback: that is no finding.
    fn unseen(&self, found: &Found) -> Option<Variant> {
        let alone = self.case.surface == Surface::Site && self.case.pasted.is_empty();
        (alone && found.cause == CauseId::Undetermined).then_some(Variant::UnseenFromSite)
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

    /// The words of a case: those of the finding, or what is true of this gateway in their place.
    fn words_id(&self, found: &Found) -> Option<Variant> {
        let case = self.case;
        if found.cause == CauseId::RestLocked && case.via().rest().is_some() {
            return Some(Variant::RestCallbackClosed);
        }
        if found.cause == CauseId::Healthy && self.is_not_asked() {
            return Some(Variant::HealthyListed);
        }
        if found.cause != CauseId::Undetermined || case.is_stranger || !case.reads_callbacks() {
            return found.words;
        }
        match (case.gateway.inbound, found.words) {
            (Inbound::Never, _) => Some(Variant::NeverCalled),
            (Inbound::NotKnown, Some(Variant::PathOpen)) => Some(Variant::CallsNotKnown),
            (Inbound::Called, Some(Variant::PathOpen)) if self.is_not_asked() => {
                Some(Variant::NotAsked)
            }
            (_, words) => words,
        }
    }

    /// Whether the gateway is there and its own endpoint is never asked.
    pub(super) fn is_not_asked(&self) -> bool {
        self.why_not_asked().is_some()
    }

    /// Why that is.
    fn why_not_asked(&self) -> Option<Note> {
        let case = self.case;
        let endpoint = case.decisive().filter(|_| case.has_gateway())?;
        Some(match endpoint.ask {
            Ask::Empty(_) => return None,
            Ask::Index => Note::NeverButListed,
            Ask::Never(Never::Writes) => Note::NeverWrites,
            Ask::Never(Never::Breaks) => Note::NeverBreaks,
            Ask::Never(Never::CallsOut) => Note::NeverCallsOut,
            Ask::Never(Never::Unknown | Never::NoUse) => Note::NeverUnknown,
        })
    }

    /// Sentences about the gateway that belong to this cause.
    fn of_gateway(&self, found: &Found) -> Vec<Note> {
        let case = self.case;
        if case.is_stranger {
            return Vec::new();
        }
        let is_open = self.words_id(found) == Some(Variant::NotAsked);
        let is_uncalled =
            case.gateway.inbound == Inbound::Never && found.cause != CauseId::Undetermined;
        let arrives = is_open || found.cause == CauseId::Healthy;
        let fault = case.gateway.fault.map(Note::Fault);
        let knows = arrives || found.cause == CauseId::GatewayRefused;
        [
            self.why_not_asked().filter(|_| is_open),
            is_uncalled.then_some(Note::NoInbound),
            (arrives && case.gateway.works_later).then_some(Note::WorksLater),
            fault.filter(|_| knows),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn words(&self, found: &Found) -> &'static text::CauseText {
        let words = self
            .words_id(found)
            .or_else(|| self.by_address(found))
            .or_else(|| self.unseen(found));
        words.map_or_else(
            || text::cause(self.language, found.cause),
            |id| text::variant(self.language, id),
        )
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
            let notes = found.notes.iter().map(|id| text::note(self.language, *id));
            for note in notes {
                text.push(' ');
                text.push_str(&self.fill(note, found));
            }
        }
        text
    }

    fn fill(&self, template: &str, found: &Found) -> String {
        let (shop, place) = (self.case.shop.to_string(), self.place());
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
        values.push(("provider", self.case.gateway.provider.name));
        values.push(("who", self.who()));
        values.push(("place", &place));
        values.push(("shop", &shop));
        values.push(("version", &version));
        text::fill(template, &values)
    }

    /// Who hands calls of this kind on, where it answers itself.
    pub(super) fn who(&self) -> &'static str {
        match self.case.via() {
            Via::Rest { .. }
            | Via::WordPressCom { .. }
            | Via::AdminPost { .. }
            | Via::Rewrite { .. } => "WordPress",
            _ => "WooCommerce",
        }
    }

    /// Where addresses of this kind begin.
    pub(super) fn place(&self) -> String {
        match self.case.via() {
            Via::Rest { .. } | Via::WordPressCom { .. } => "/wp-json/".to_owned(),
            Via::AdminPost { .. } => "/wp-admin/admin-post.php".to_owned(),
            Via::Rewrite { path, .. } => ["/", path].concat(),
            _ => "/wc-api/".to_owned(),
        }
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
        let open = self.open();
        let url = case.callback_url().to_string();
        let call = case.callback();
        let called = call.url.to_string();
        let right = match call.of {
            Of::Control(via) => Right::to_control(via),
            Of::Site | Of::Endpoint(_) => Right::Plugin,
        };
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
                open: &open,
                url: &url,
                expected: found.value("expected"),
                test: Some(remedy::Test {
                    method: call.method,
                    url: &called,
                    right,
                }),
                prefix: found.value("prefix").filter(|prefix| !prefix.is_empty()),
                language_plugin: self.language_plugin(found),
                gateway: self.gateway_name(),
                known: Some(case.gateway).filter(|_| !case.is_stranger),
                user_agent: agent.as_str(),
                blocker: found.blocker.map(remedy::BlockerRemedy::of),
                redirect: found.redirect.as_ref(),
                answer: self.answer(found),
                server,
                case: self.words_id(found),
                note: found.notes.first().copied(),
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

    /// What must be let through: every address that the provider calls in this version, the deciding one first.
    fn open(&self) -> Vec<Open> {
        let case = self.case;
        let Some(decisive) = case.decisive() else {
            return vec![self.open_of_stranger()];
        };
        let others = case.gateway.endpoints.iter().filter(|endpoint| {
            !std::ptr::eq(*endpoint, decisive)
                && endpoint.is_called_in(case.version)
                && !self.is_of_unused_checkout(endpoint)
        });
        let own = self.open_at(decisive, case.form());
        let permalinks = case.permalinks().unwrap_or(Form::Pretty);
        let others = others.flat_map(|other| self.open_at(other, other.via.form(permalinks)));
        let mut open: Vec<Open> = Vec::new();
        for place in own.into_iter().chain(others) {
            if !open.contains(&place) {
                open.push(place);
            }
        }
        open
    }

    /// An endpoint's addresses: without a language, and with each that may stand in it.
    fn open_at(&self, endpoint: &Endpoint, form: Form) -> Vec<Open> {
        let case = self.case;
        let prefixes: Vec<String> = if endpoint.via.rest().is_some() {
            // Where WordPress's own home carries a language, its REST addresses do too.
            case.home_prefix().into_iter().map(str::to_owned).collect()
        } else if endpoint.via.handler().is_some() && form != Form::Query {
            case.prefixes()
        } else {
            Vec::new()
        };
        let prefixes = std::iter::once(String::new()).chain(prefixes);
        prefixes
            .filter_map(|prefix| endpoint.via.open(&case.shop, &prefix, form))
            .map(|open| self.at_rest_root(open))
            .collect()
    }

    /// Below the address under which this site has REST.
    fn at_rest_root(&self, open: Open) -> Open {
        let root = ["/", &self.case.rest_root()].concat();
        Open {
            path: open.path.replacen("/wp-json/", &root, 1),
            ..open
        }
    }

    /// Whether only the block checkout needs it, which this shop does not show.
    fn is_of_unused_checkout(&self, endpoint: &Endpoint) -> bool {
        let case = self.case;
        let route = case.gateway.block_route(case.version);
        let same = route.is_some_and(|route| {
            endpoint.namespace().is_some() && endpoint.namespace() == route.namespace()
        });
        same && !case.uses_block_route()
    }

    /// What the other gateway registers is not known here: its name, where the address on file tells it, else whatever wc-api
    /// hands on.
    fn open_of_stranger(&self) -> Open {
        let case = self.case;
        let home = case.shop.home_path();
        let open = |end: &[&str], argument: Option<String>, goes_on| Open {
            path: [home, &end.concat()].concat(),
            argument,
            goes_on,
        };
        match case
            .on_file
            .as_ref()
            .map(|address| (&address.name, address.form))
        {
            Some((Name::Handler(name), Form::Query)) => {
                open(&[], Some(["wc-api=", name].concat()), false)
            }
            Some((Name::Route(route), Form::Query)) => {
                open(&[], Some(["rest_route=/", namespace(route)].concat()), true)
            }
            Some((Name::Route(route), _)) => open(&["wp-json/", namespace(route)], None, true),
            Some((Name::Action(action), _)) => open(
                &["wp-admin/admin-post.php"],
                Some(["action=", action].concat()),
                false,
            ),
            _ => open(&["wc-api/"], None, true),
        }
    }
}

/// The beginning of a route, which names the plugin: what follows may name an order.
fn namespace(route: &str) -> &str {
    let second = route.match_indices('/').nth(1);
    second.map_or(route, |(end, _)| route.get(..=end).unwrap_or(route))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::{Diagnosis, Intake, Step};
    use crate::gateway::Gateway;
    use crate::probe::{Answer, Outcome, Response};
    use crate::report::{Report, Surface};

    /// A shop whose WooCommerce answers every call that nobody takes.
    fn report(id: &str) -> Report {
        let intake = Intake {
            gateway: Gateway::by_id(id),
            ..Intake::new("https://shop.example.com/", Surface::Native)
        };
        let mut diagnosis = Diagnosis::new(intake).unwrap();
        while let Step::Send(probe) = diagnosis.next() {
            let answer = Outcome::Response(Response {
                status: 400,
                body: "-1".to_owned(),
                ..Response::default()
            });
            diagnosis.observe(probe.id, Answer::new(answer, probe.caller));
        }
        diagnosis.report()
    }

    #[test]
    fn a_gateway_that_is_not_called_or_not_asked_is_told_so() {
        let cases = [
            ("square", "Square needs no callback"),
            ("payfast", "The way is open; Payfast itself was not asked."),
        ];
        for (id, headline) in cases {
            let report = report(id);
            assert!(report.headline.starts_with(headline), "{}", report.headline);
        }
        let never = report("payfast");
        let summary = &never.causes.first().unwrap().summary;
        assert!(summary.contains("so it was not called"), "{summary}");
        assert!(
            never
                .probes
                .iter()
                .all(|probe| !probe.url.to_lowercase().contains("payfast"))
        );
    }
}
