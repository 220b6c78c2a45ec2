//! Signs: every colour of the faces comes with one of these shapes, so that nothing hangs on colour.

use yew::prelude::*;

use crate::report::{StopState, Verdict};

/// The sign of a verdict, 20 units wide: a filled disc, a stop sign, a dashed ring or a plain ring. Decoration only; the
/// word stands beside it.
pub(super) fn verdict(verdict: Verdict) -> Html {
    let (class, shape, mark) = match verdict {
        Verdict::Pass => ("sign pass", disc(9), CHECK),
        Verdict::Fail => ("sign fail", octagon(), CROSS),
        Verdict::Unsure => ("sign unsure", disc(8), QUESTION),
        Verdict::NotApplicable => ("sign none", disc(8), DASH),
    };
    html! { <svg {class} viewBox="-10 -10 20 20" aria-hidden="true">{ shape }<path d={mark} /></svg> }
}

/// The sign of a station, drawn around the origin.
pub(super) fn station(state: StopState) -> Html {
    match state {
        StopState::Passed => html! { <>{ disc(9) }<path d={CHECK} /></> },
        StopState::Warned => html! { <>{ disc(9) }<path d={EXCLAMATION} /></> },
        StopState::Stopped => html! { <g class="big">{ octagon() }<path d={CROSS} /></g> },
        StopState::NotReached => disc(8),
        StopState::Unseen => html! { <>{ disc(8) }<path d={QUESTION} /></> },
    }
}

/// Where a check starts, drawn around the origin.
pub(super) fn start() -> Html {
    html! { <circle class="start" r="5" /> }
}

/// The class of a station's state, shared by its sign, its part of the line and its label.
pub(super) const fn station_class(state: StopState) -> &'static str {
    match state {
        StopState::Passed => "passed",
        StopState::Warned => "warned",
        StopState::Stopped => "stopped",
        StopState::NotReached => "ahead",
        StopState::Unseen => "unseen",
    }
}

/// The product's mark: a station on the line, passed.
pub(super) fn brand() -> Html {
    html! {
        <svg class="brand" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M1.5 16h29" /><circle cx="16" cy="16" r="12" /><path d="m10.5 16.4 3.8 3.9 7.2-8.2" />
        </svg>
    }
}

fn disc(radius: u8) -> Html {
    html! { <circle r={radius.to_string()} /> }
}

fn octagon() -> Html {
    html! { <path class="shape" d="M-3.9-9.4h7.8l5.5 5.5v7.8l-5.5 5.5h-7.8l-5.5-5.5v-7.8z" /> }
}

const CHECK: &str = "m-4 .3 2.8 2.9L4-3.2";
const CROSS: &str = "m-3.3-3.3 6.6 6.6m0-6.6-6.6 6.6";
const EXCLAMATION: &str = "M0-4.5v5M0 3.9v.4";
const QUESTION: &str = "M-2.4-2.1c0-1.5 1.1-2.3 2.4-2.3s2.4.8 2.4 2.2C2.4-.5 0-.4 0 1.2M0 4v.3";
const DASH: &str = "M-3.5 0h7";
