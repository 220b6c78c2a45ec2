//! One sample proves little where several servers stand behind an address: the refused request is asked once more before
//! a difference between two requests is taken for a rule.

use crate::page::Structure;
use crate::probe::{Caller, Purpose};
use crate::shop::Url;

use super::{Asked, Case, CauseId, Confidence, Found, Meaning, Reading, Variant, open_path};

/// What came of asking the same request again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeated {
    /// Nobody asked, or the answer is still to come.
    NotAsked,
    /// The answer was of the same kind.
    Same,
    /// The answer was of another kind.
    Changed,
}

impl Case {
    /// The request that failed where an equal one, or one in another form, passed: what is to be asked again.
    pub(crate) fn doubtful(&self) -> Option<&Asked> {
        let endpoint = |caller| self.asked(Purpose::Endpoint, caller);
        let reading = |asked: &Asked| asked.heard.as_ref().map(|heard| heard.reading.clone());
        if let (Some(provider), Some(browser)) =
            (endpoint(Caller::Provider), endpoint(Caller::Browser))
            && let (Some(by_provider), Some(by_browser)) = (reading(provider), reading(browser))
            && finding(&by_provider) != finding(&by_browser)
        {
            return Some(if by_provider.arrived() {
                browser
            } else {
                provider
            });
        }
        let path = endpoint(self.voice()).or_else(|| endpoint(Caller::Browser))?;
        let heard = path.heard.as_ref()?;
        let arrives = |purpose| self.reading(purpose).is_some_and(Reading::arrived);
        let by_method = heard.reading.refused() && arrives(Purpose::GetForm);
        let pretty = matches!(self.structure(), None | Some((Structure::Pretty, _)));
        let other_form = [Purpose::QueryForm, Purpose::Prefixed, Purpose::PathinfoForm];
        let by_form = matches!(
            heard.reading.meaning,
            Meaning::NotRouted | Meaning::Swallowed | Meaning::Stopped(CauseId::PostRefused)
        ) && pretty
            && other_form.into_iter().any(arrives);
        (by_method || by_form).then_some(path)
    }

    /// Whether the request that decides was asked again, and what came.
    pub(super) fn repeated(&self) -> Repeated {
        let again = self
            .asked
            .iter()
            .find(|a| a.probe.purpose == Purpose::Repeat);
        let Some((again, first)) = again.and_then(|again| {
            let same = |a: &&Asked| {
                a.probe.purpose != Purpose::Repeat
                    && a.url == again.url
                    && a.probe.method == again.probe.method
                    && a.caller() == again.caller()
            };
            let first = self.asked.iter().find(same)?.heard.as_ref()?;
            Some((again.heard.as_ref()?, first))
        }) else {
            return Repeated::NotAsked;
        };
        if kind(&again.reading.meaning) == kind(&first.reading.meaning) {
            Repeated::Same
        } else {
            Repeated::Changed
        }
    }

    /// Whether callers disagree about the callback, or forms of its address, and what leads came only once.
    pub(crate) fn is_one_sample(&self) -> bool {
        let samples = || {
            let again = self
                .asked
                .iter()
                .filter(|a| a.probe.purpose == Purpose::Repeat);
            self.callbacks()
                .chain(again)
                .filter_map(|a| Some(finding(&a.heard.as_ref()?.reading)))
        };
        let Some(leading) = self.reading(Purpose::Endpoint).map(finding) else {
            return false;
        };
        let by_form = self
            .reading(Purpose::QueryForm)
            .is_some_and(Reading::arrived);
        (by_form || samples().any(|other| other != leading))
            && samples().filter(|other| *other == leading).count() < 2
    }

    /// Whether the provider's call arrived while a browser's failed, and nobody asked the browser's again.
    pub(crate) fn differs_by_caller(&self) -> bool {
        let of = |caller| self.endpoint(caller).map(|heard| &heard.reading);
        let (Some(provider), Some(browser)) = (of(Caller::Provider), of(Caller::Browser)) else {
            return false;
        };
        provider.arrived()
            && finding(provider) != finding(browser)
            && self.repeated() == Repeated::NotAsked
    }

    /// Certain where the difference was seen twice.
    pub(super) fn twice(&self) -> Confidence {
        match self.repeated() {
            Repeated::Same => Confidence::Certain,
            Repeated::NotAsked | Repeated::Changed => Confidence::Likely,
        }
    }

    /// The same request passed once and failed once.
    pub(super) fn answers_change(&self) -> Option<Found> {
        if self.repeated() != Repeated::Changed {
            return None;
        }
        let asked = |purpose: Purpose| {
            let mut asked = self
                .asked
                .iter()
                .filter(move |a| a.probe.purpose == purpose);
            asked.find_map(|a| a.heard.as_ref())
        };
        let again = &asked(Purpose::Repeat)?.reading;
        let first = self
            .callbacks()
            .filter_map(|a| a.heard.as_ref())
            .find(|heard| kind(&heard.reading.meaning) != kind(&again.meaning))?;
        let failed = if again.arrived() {
            &first.reading
        } else {
            again
        };
        let cause = match failed.meaning {
            Meaning::Stopped(cause) => cause,
            Meaning::Redirect(_) => CauseId::Redirected,
            _ => CauseId::Blocked,
        };
        let mut found = open_path::stopped(cause, failed);
        let other = if again.arrived() {
            again
        } else {
            &first.reading
        };
        found.evidence.extend(other.evidence.iter().cloned());
        found.confidence = Confidence::Likely;
        Some(found.said(Variant::AnswersChange))
    }
}

/// What an answer says, as far as two of them are compared.
fn finding(reading: &Reading) -> (u8, Option<CauseId>, Option<Url>) {
    let (cause, to) = match &reading.meaning {
        Meaning::Stopped(cause) => (Some(*cause), None),
        Meaning::Redirect(redirect) => (None, redirect.to.clone()),
        _ => (None, None),
    };
    (kind(&reading.meaning), cause, to)
}

/// Answers that say the same of the way to the shop.
fn kind(meaning: &Meaning) -> u8 {
    match meaning {
        Meaning::Arrived { registered } => u8::from(*registered),
        Meaning::Stopped(_) | Meaning::Silent(_) => 2,
        Meaning::NotRouted | Meaning::Swallowed => 3,
        Meaning::Redirect(_) => 4,
        Meaning::Hidden => 5,
        Meaning::Fits => 6,
        Meaning::Refused => 7,
    }
}
