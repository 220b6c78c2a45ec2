//! Which of the catalogue's words stands for a value.

use crate::probe::{Caller, Speaker};
use crate::report::{
    Confidence, GatewayLine, ProbeLine, Report, Station, StopState, Surface, Verdict,
};
use crate::text::{self, Language, Ui, fill};

pub(super) const fn verdict(verdict: Verdict, ui: &Ui) -> &'static str {
    match verdict {
        Verdict::Pass => ui.pass,
        Verdict::Fail => ui.fail,
        Verdict::Unsure => ui.unsure,
        Verdict::NotApplicable => ui.not_applicable,
    }
}

pub(super) const fn confidence(confidence: Confidence, ui: &Ui) -> &'static str {
    match confidence {
        Confidence::None => ui.guessed,
        Confidence::Likely => ui.likely,
        Confidence::Certain => ui.certain,
    }
}

/// Whom a request imitated, and what it was answered. The same request may go out as the provider and as a browser.
pub(super) fn answer(probe: &ProbeLine, ui: &Ui) -> String {
    let caller = match probe.caller {
        Caller::Provider => ui.as_provider,
        Caller::Browser => ui.as_browser,
    };
    let answer = if probe.pending {
        ui.pending
    } else {
        &probe.answer
    };
    [caller, ": ", answer].concat()
}

pub(super) const fn surface(surface: Surface, ui: &Ui) -> &'static str {
    match surface {
        Surface::Extension => ui.surface_extension,
        Surface::Site => ui.surface_site,
        Surface::InPage => ui.surface_in_page,
        Surface::Native => ui.surface_native,
    }
}

/// The station at which a speaker stands; none where nobody is known to have spoken.
pub(super) fn speaker(speaker: Speaker, language: Language) -> Option<&'static str> {
    let station = match speaker {
        Speaker::Dispatcher => Station::WooCommerce,
        Speaker::Gateway => Station::Gateway,
        Speaker::WordPress => Station::WordPress,
        Speaker::WebServer => Station::WebServer,
        Speaker::Firewall | Speaker::Cdn => Station::Firewall,
        _ => return None,
    };
    Some(text::station(language, station))
}

pub(super) fn gateway(gateway: &GatewayLine, ui: &Ui) -> String {
    let name = ("gateway", &*gateway.name);
    match &gateway.version {
        _ if !gateway.seen => fill(ui.gateway_assumed, &[name]),
        Some(version) => fill(ui.gateway_seen, &[name, ("version", version)]),
        None => fill(ui.gateway_seen_bare, &[name]),
    }
}

/// How long an answer, or a whole check, took.
pub(super) fn took(milliseconds: u32, ui: &Ui) -> String {
    fill(ui.took, &[("seconds", &text::seconds(milliseconds))])
}

/// The way in one sentence, as a screen reader says it and as it stands under a narrow picture.
pub(super) fn way(report: &Report, running: bool, ui: &Ui) -> String {
    // The first station is where the check starts; it passed nothing.
    let passed = report.way.iter().skip(1);
    let first = |state| passed.clone().find(|stop| stop.state == state);
    if let Some(stop) = report
        .way
        .iter()
        .find(|stop| stop.state == StopState::Stopped)
    {
        let station = ("station", &*stop.name);
        return match stop.word.split_once(": ") {
            Some((_, blocker)) => fill(ui.way_stopped_by, &[station, ("blocker", blocker)]),
            None => fill(ui.way_stopped, &[station]),
        };
    }
    if running {
        ui.way_running.to_owned()
    } else if let Some(stop) = first(StopState::Warned) {
        [&stop.name, ": ", &stop.word, "."].concat()
    } else if let Some(stop) = first(StopState::Unseen) {
        fill(ui.way_unseen, &[("station", &stop.name)])
    } else if first(StopState::NotReached).is_none() {
        ui.way_passed.to_owned()
    } else {
        ui.the_way.to_owned()
    }
}
