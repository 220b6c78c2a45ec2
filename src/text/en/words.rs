//! Steps of a diagnosis, stations and their states, caveats.

use super::super::{CallsText, ProofText, Source, WayText};
use crate::probe::{Caller, Purpose};
use crate::report::{Station, StopState, Surface};

/// Shown while a probe runs and as its title in the list of requests.
pub(super) fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Endpoint => "Calling the callback address",
        Purpose::Control => "Calling a made-up callback, to hear WooCommerce itself",
        Purpose::QueryForm => "Trying the callback address that works with every permalink setting",
        Purpose::PathinfoForm => "Trying the callback address with index.php in it",
        Purpose::Prefixed => "Trying the callback address with a language in it",
        Purpose::HttpsRedirect => "Calling over http, to see where it leads",
        Purpose::GetForm => "Opening the callback address as a browser does (GET)",
        Purpose::RestIndex => "Asking WordPress about itself",
        Purpose::RestRoute => {
            "Asking WordPress about itself, at an address that needs no permalinks"
        }
        Purpose::RestNamespace => "Asking WordPress at an address without a slash at its end",
        Purpose::Presence => "Looking whether anything answers at all",
        Purpose::BlockRoute => {
            "Asking WordPress about the block checkout's address, without calling it"
        }
        Purpose::Repeat => "Asking the same once more",
        Purpose::Hop => "Following the redirect",
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

/// At the first station, which no check can see: "starts here: " and as whom.
pub(super) fn start(caller: Caller) -> &'static str {
    match caller {
        Caller::Provider => "starts here: this computer, as the provider",
        Caller::Browser => "starts here: this computer, as a browser",
    }
}

pub(super) const WAY: WayText = WayText {
    instead: "answers at {place} instead",
    woocommerce_instead: "WooCommerce answers at {place}, and not at the callback's own address.",
    gateway_instead: "{gateway} answers at {place}, and not at the callback's own address.",
    answers_here: "answers from here",
    not_asked: "not asked",
};

pub(super) const CALLS: CallsText = CallsText {
    in_time: "calls: {count}, {seconds} s",
    made: "calls: {count}",
};

pub(super) const PROOF: ProofText = ProofText {
    not_public: "not reachable from the internet",
    page: "the page",
    silence: "no answer within {seconds} s",
    slow: "{status} after {seconds} s",
    prefixed: "{status}, with /{prefix}/ in front {other}",
    plain: "{answer}, and WordPress's own addresses have no permalinks",
    pathinfo: "{answer}, and WordPress's own addresses begin with index.php",
};

/// At the end of a report that found a failure, and in its exports.
pub(super) fn measured(source: Source) -> &'static str {
    match source {
        Source::Here => "Measured from this computer.",
        Source::Page => {
            "Measured from this computer, through the shop's own page, which could change the answers."
        }
        Source::Pasted => "Measured from the computer on which the commands were run.",
        Source::Brought => "Read from the answers that were brought along.",
    }
}

/// At the end of every other report and in its exports.
pub(super) fn caveat(surface: Surface) -> &'static str {
    match surface {
        Surface::InPage => {
            "Measured from this computer, through the shop's own page, which could change the answers. A page cannot call \
             under the provider's name (its User-Agent), so a rule against that name would not show; and the provider's \
             servers may still be treated differently."
        }
        Surface::Extension | Surface::Native => {
            "Measured from this computer. The provider's servers may still be treated differently."
        }
        Surface::Site => {
            "Measured from this computer, and a web page sees only a part. The provider's servers may still be treated \
             differently."
        }
    }
}

/// The verdict where the callback itself was not seen, and other answers show the cause.
pub(super) const INFERRED: &str = "Most likely: {headline}";

/// At the end of a report from pasted answers.
pub(super) const PASTED_CAVEAT: &str = "Measured from the computer on which the commands were run. The provider's servers may \
     still be treated differently.";

/// At the end of a report from answers that a person brought along.
pub(super) const BROUGHT_CAVEAT: &str = "Read from answers that were brought along: they speak for whoever got them, on that \
     day. The provider's servers may still be treated differently.";
