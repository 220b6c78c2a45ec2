//! Steps of a diagnosis, stations and their states, caveats.

use crate::probe::Purpose;
use crate::report::{Station, StopState, Surface};

/// Shown while a probe runs and as its title in the list of requests.
pub(super) fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Endpoint => "Calling the callback address",
        Purpose::Control => "Calling a name that nobody uses, to hear WooCommerce itself",
        Purpose::QueryForm => {
            "Trying the form of the address that works with every permalink \
            setting"
        }
        Purpose::PathinfoForm => "Trying the address through index.php",
        Purpose::Prefixed => "Trying the address with a language in it",
        Purpose::HttpsRedirect => "Calling over http, to see where it leads",
        Purpose::GetForm => "Calling the callback address by GET, as a browser opens it",
        Purpose::RestIndex => "Asking WordPress about itself",
        Purpose::RestRoute => "Asking WordPress about itself, without pretty addresses",
        Purpose::RestNamespace => "Asking WordPress at an address without a slash at its end",
        Purpose::Presence => "Looking whether anything answers at all",
        Purpose::BlockRoute => {
            "Asking WordPress about the block checkout's route, without calling it"
        }
        Purpose::Repeat => "Asking the same once more",
        Purpose::Hop => "Following the redirect, as a client would",
    }
}

/// Labels in the picture of the way: about ten letters of room each.
pub(super) fn station(station: Station) -> &'static str {
    match station {
        Station::Provider => "Provider",
        Station::Dns => "Address",
        Station::Firewall => "Firewall",
        Station::WebServer => "Web server",
        Station::WordPress => "WordPress",
        Station::WooCommerce => "WooCommerce",
        Station::Gateway => "Gateway",
    }
}

/// Beside a station's sign, and read aloud after its name.
pub(super) fn stop_word(state: StopState) -> &'static str {
    match state {
        StopState::Passed => "passed",
        StopState::Warned => "passed, needs a look",
        StopState::Stopped => "stopped here",
        StopState::NotReached => "not reached",
        StopState::Unseen => "not seen",
    }
}

/// At the end of every report and in its exports.
pub(super) fn caveat(surface: Surface) -> &'static str {
    match surface {
        Surface::InPage => {
            "The answers came through the shop's own page in this browser, which could change them. A pass here speaks \
             for this browser: it does not prove that the provider's own servers pass."
        }
        Surface::Extension | Surface::Native => {
            "These requests came from this computer's network: a pass here does not prove that the provider's own \
             servers pass."
        }
        Surface::Site => {
            "A web page may read only part of what a shop answers, and from this computer's network: a pass here does \
             not prove that the provider's own servers pass."
        }
    }
}

/// The verdict where the callback itself was not seen, and other answers show the cause.
pub(super) const INFERRED: &str = "Most likely: {headline}";

/// At the end of a report from pasted answers.
pub(super) const PASTED_CAVEAT: &str = "The answers came from commands, and speak for the network of the computer on \
     which they were run: a pass there does not prove that the provider's own servers pass.";

/// At the end of a report from answers that a person brought along.
pub(super) const BROUGHT_CAVEAT: &str = "Answers that were brought along speak for whoever got them, and for the day on \
     which they came: a pass there does not prove that the provider's own servers pass.";
