//! The way from provider to gateway, drawn as one line of stations.

use yew::prelude::*;

use super::sign;
use crate::report::{Station, Stop, StopState};
use crate::text::{self, Language};

/// The picture, its labels and, where there is no room for a word at each station, the sentence that says it all.
pub(super) fn way(stops: &[Stop], sentence: String) -> Html {
    html! {
        <figure class="way">
            <svg class="line" role="img" aria-label={sentence.clone()}>
                { for stops.iter().skip(1).zip(CENTRES).zip(CENTRES.into_iter().skip(1)).map(|((next, x1), x2)| html! {
                    <line class={sign::station_class(next.state)} {x1} {x2} y1="16" y2="16" />
                }) }
                { for stops.iter().zip(CENTRES).map(|(stop, x)| html! {
                    // A nested svg can stand at a share of the width, which a transform cannot.
                    <svg {x} y="16" overflow="visible" class={sign::station_class(stop.state)}>
                        if is_start(stop) {
                            { sign::start() }
                        } else {
                            { sign::station(stop.state) }
                        }
                    </svg>
                }) }
            </svg>
            <ol class="stations">
                { for stops.iter().map(|stop| html! {
                    <li class={sign::station_class(stop.state)}>
                        <span>{ stop.name.clone() }</span>{ " " }<small>{ stop.word.clone() }</small>
                    </li>
                }) }
            </ol>
            // The picture already says it.
            <figcaption aria-hidden="true">{ sentence }</figcaption>
        </figure>
    }
}

/// The way before anything was asked.
pub(super) fn untrodden(language: Language) -> Html {
    let stops = Station::ALL.map(|station| Stop {
        station,
        name: text::station(language, station).to_owned(),
        state: StopState::NotReached,
        word: String::new(),
    });
    way(&stops, text::ui(language).the_way.to_owned())
}

/// A check starts behind the provider, who passed nothing.
fn is_start(stop: &Stop) -> bool {
    stop.station == Station::Provider && stop.state != StopState::Stopped && !stop.word.is_empty()
}

/// Centres of seven equal columns, where the labels' columns have theirs.
const CENTRES: [&str; 7] = [
    "7.143%", "21.429%", "35.714%", "50%", "64.286%", "78.571%", "92.857%",
];
