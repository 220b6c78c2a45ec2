//! The way from provider to gateway, drawn as one line of stations.

use yew::prelude::*;

use super::sign;
use super::words::Words;
use crate::report::{Station, Stop, StopState};

/// The picture, its labels and, where there is no room for a word at each station, one sentence.
pub(super) fn way(stops: &[Stop], words: &Words) -> Html {
    let sentence = words.way(stops);
    html! {
        <figure class="way">
            <svg class="line" role="img" aria-label={sentence.clone()}>
                { for stops.iter().zip(CENTRES).zip(CENTRES.iter().skip(1)).zip(stops.iter().skip(1)).map(
                    |(((_, from), to), next)| html! {
                        <line class={sign::station_class(next.state)} x1={from} x2={*to} y1="16" y2="16" />
                    }
                ) }
                { for stops.iter().zip(CENTRES).map(|(stop, x)| html! {
                    // A nested svg can stand at a share of the width, which a transform cannot.
                    <svg {x} y="16" overflow="visible" class={sign::station_class(stop.state)}>
                        { sign::station(stop.state) }
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
pub(super) fn untrodden(words: &Words) -> Html {
    let stops: Vec<Stop> = Station::ALL
        .into_iter()
        .zip(words.stations)
        .map(|(station, name)| Stop {
            station,
            name: name.to_owned(),
            state: StopState::NotReached,
            word: String::new(),
        })
        .collect();
    way(&stops, words)
}

/// Centres of seven equal columns, where the labels' columns have theirs.
const CENTRES: [&str; 7] = [
    "7.143%", "21.429%", "35.714%", "50%", "64.286%", "78.571%", "92.857%",
];
