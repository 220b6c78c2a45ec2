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

/// The product's mark: three stations on a line, the middle one under the glass.
pub(super) fn brand() -> Html {
    html! {
        <svg class="brand" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M2 16h5M25 16h5" /><circle cx="16" cy="16" r="8" /><path d="m12.500 16.200 2.500 2.500 4.500-5.200" />
        </svg>
    }
}

fn disc(radius: u8) -> Html {
    html! { <circle r={radius.to_string()} /> }
}

fn octagon() -> Html {
    html! { <path class="shape" d="M-3.900-9.400h7.800l5.500 5.500v7.800l-5.500 5.500h-7.800l-5.500-5.500v-7.800z" /> }
}

const CHECK: &str = "m-4 .3 2.800 2.900L4-3.200";
const CROSS: &str = "m-3.300-3.300 6.600 6.600m0-6.600-6.600 6.600";
const EXCLAMATION: &str = "M0-4.500v5M0 3.900v.4";
const QUESTION: &str = "M-2.400-2.100c0-1.500 1.100-2.300 2.400-2.300s2.400.8 2.400 2.200C2.400-.5 0-.4 0 1.200M0 4v.3";
const DASH: &str = "M-3.500 0h7";
