//! Every request that was sent, with what came back.

use yew::prelude::*;

use super::face::Face;
use super::sign;
use crate::report::{Endpoint, ProbeLine};

/// The callback addresses with their verdicts, then each request.
pub(super) fn requests(endpoints: &[Endpoint], probes: &[ProbeLine], face: &Face) -> Html {
    let words = face.words;
    html! {
        <>
            if !endpoints.is_empty() {
                <h4>{ words.addresses }</h4>
                <ul class="rows">
                    { for endpoints.iter().map(|e| html! {
                        <li>
                            { sign::verdict(e.verdict) }
                            <div>
                                <code>{ e.url.clone() }</code>
                                <p>{ words.verdict(e.verdict) }{ ", " }{ e.answer.clone() }</p>
                            </div>
                        </li>
                    }) }
                </ul>
                <h4>{ words.requests }</h4>
            }
            if probes.is_empty() {
                <p>{ words.none_sent }</p>
            } else {
                <ol class="requests">{ for probes.iter().map(|p| request(p, face)) }</ol>
            }
        </>
    }
}

fn request(probe: &ProbeLine, face: &Face) -> Html {
    let words = face.words;
    let answer = if probe.pending {
        words.under_way
    } else {
        &probe.answer
    };
    html! {
        <li>
            <details>
                <summary>
                    <span>{ probe.title.clone() }</span><span class="soft">{ answer.to_owned() }</span>
                </summary>
                <pre>{ probe.method.as_str() }{ " " }{ probe.url.clone() }</pre>
                <dl>
                    { row(words.asked_as, words.caller(probe.caller)) }
                    if let Some(status) = probe.status {
                        { row(words.status, status) }
                    }
                    if !probe.pending {
                        { row(words.answered_by, words.speaker(probe.speaker)) }
                    }
                    if let Some(ms) = probe.elapsed_ms {
                        { row(words.time, ms.to_string() + " ms") }
                    }
                    if !probe.headers.is_empty() {
                        { row(words.headers, html! { <pre>{ probe.headers.join("\n") }</pre> }) }
                    }
                    if !probe.excerpt.is_empty() {
                        { row(words.body, html! { <pre>{ probe.excerpt.clone() }</pre> }) }
                    }
                </dl>
            </details>
        </li>
    }
}

/// A name and its value in a description list.
pub(super) fn row(name: &'static str, value: impl yew::html::IntoPropValue<Html>) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value.into_prop_value() }</dd></div> }
}
