//! How far the call came, as a line of stations.

use crate::case::Case;
use crate::cause::{Call, Cause};
use crate::check::Found;
use crate::probe::{Purpose, Speaker};
use crate::reading::Meaning;
use crate::report::{Station, StopState};
use crate::verdict::{CauseId, Variant};

/// The state of each station, in order.
pub(super) fn way(case: &Case, first: &Found) -> Vec<(Station, StopState)> {
    let seen = Seen::of(case);
    let (stop, state) = match station(case, first.cause) {
        // What refuses the block checkout's route alone lets the push through.
        Some((station, _)) if first.rank_as == Some(CauseId::RestLocked) => {
            (Some(station), StopState::Warned)
        }
        // Some calls pass.
        Some((station, _)) if first.words == Some(Variant::AnswersChange) => {
            (Some(station), StopState::Warned)
        }
        Some((station, state)) => (Some(station), state),
        None => (None, StopState::Passed),
    };
    Station::ALL
        .iter()
        .map(|station| {
            let by_itself = seen.state(*station);
            let state = match stop {
                Some(stop) if *station == stop => state,
                Some(stop) if *station > stop && state == StopState::Stopped => {
                    StopState::NotReached
                }
                _ => by_itself,
            };
            (*station, state)
        })
        .collect()
}

/// What the answers show of each station, without any cause.
struct Seen {
    /// Something was sent or read at all.
    begun: bool,
    /// The station that was certainly reached by the callback itself.
    callback: Option<Station>,
    /// The station that was certainly reached by any request.
    any: Option<Station>,
}

impl Seen {
    fn of(case: &Case) -> Self {
        let mut callback = None;
        let mut any = case.page.as_ref().and_then(|page| {
            if page.signs.wordpress.is_some() {
                Some(Station::WordPress)
            } else {
                page.status.map(|_| Station::WebServer)
            }
        });
        for asked in &case.asked {
            let Some(heard) = &asked.heard else { continue };
            let reached = match (&heard.reading.meaning, heard.reading.speaker) {
                (Meaning::Arrived { registered: true }, _)
                    if asked.probe.purpose != Purpose::Control =>
                {
                    Some(Station::Gateway)
                }
                (Meaning::Arrived { .. }, _) => Some(Station::WooCommerce),
                (Meaning::Hidden | Meaning::Silent(_), _) => None,
                (_, Speaker::WordPress | Speaker::Gateway) => Some(Station::WordPress),
                (_, Speaker::WebServer) => Some(Station::WebServer),
                (_, Speaker::Firewall | Speaker::Cdn) => Some(Station::Firewall),
                _ => Some(Station::Dns),
            };
            if asked.probe.purpose == Purpose::Endpoint {
                callback = callback.max(reached);
            }
            let rest = matches!(&heard.rest, Some(Ok(index)) if index.has_woocommerce())
                .then_some(Station::WooCommerce);
            let rest =
                rest.or_else(|| matches!(heard.rest, Some(Ok(_))).then_some(Station::WordPress));
            any = any.max(reached).max(rest);
        }
        Self {
            begun: case.page.is_some() || case.asked.iter().any(|a| a.heard.is_some()),
            callback,
            any,
        }
    }

    fn state(&self, station: Station) -> StopState {
        let reaches = |reached: Option<Station>| reached.is_some_and(|reached| station <= reached);
        if station == Station::Provider {
            // A check starts behind it, from this computer.
            return StopState::NotReached;
        }
        if reaches(self.callback) {
            return StopState::Passed;
        }
        // The page or the REST index came through; whether the callback would pass a firewall is another question.
        if reaches(self.any) && !matches!(station, Station::Firewall | Station::Gateway) {
            return StopState::Passed;
        }
        if self.begun {
            StopState::Unseen
        } else {
            StopState::NotReached
        }
    }
}

/// Where a cause stops the call, or where it warns.
fn station(case: &Case, cause: CauseId) -> Option<(Station, StopState)> {
    use StopState::{Stopped as Stop, Warned};
    let path = case.reading(Purpose::Endpoint);
    let by_wordpress = path.is_some_and(|reading| reading.speaker == Speaker::WordPress);
    let arrived = path.is_some_and(crate::reading::Reading::arrived);
    Some(match Cause::of(cause).call {
        Call::Passes => return None,
        Call::PassesWarned(station) => (station, Warned),
        Call::StopsAt(station) => (station, Stop),
        // A plugin within WordPress refused.
        Call::StopsAtRefuser if by_wordpress => (Station::WordPress, Stop),
        Call::StopsAtRefuser => (Station::Firewall, Stop),
        Call::StopsAtSpeaker => {
            let speaker = if by_wordpress {
                Station::WordPress
            } else {
                Station::WebServer
            };
            (speaker, if arrived { Warned } else { Stop })
        }
    })
}
