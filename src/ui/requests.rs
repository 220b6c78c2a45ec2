//! Every request that was sent, with what came back.

use yew::prelude::*;

use super::face::Face;
use super::{sign, words};
use crate::report::{Endpoint, ProbeLine};

/// The callback addresses with their verdicts, then each request.
pub(super) fn requests(endpoints: &[Endpoint], probes: &[ProbeLine], face: &Face) -> Html {
    html! {
        <>
            if !endpoints.is_empty() {
                <h4>{ face.ui.addresses }</h4>
                <ul class="rows">
                    { for endpoints.iter().map(|e| html! {
                        <li>
                            { sign::verdict(e.verdict) }
                            <div>
                                <code>{ e.url.clone() }</code>
                                <p>
                                    { words::verdict(e.verdict, face.ui) }
                                    if !e.answer.is_empty() {
                                        { ": " }{ e.answer.clone() }
                                    }
                                </p>
                            </div>
                        </li>
                    }) }
                </ul>
                <h4>{ face.ui.requests }</h4>
            }
            <ol class="requests">{ for probes.iter().map(|p| request(p, face)) }</ol>
        </>
    }
}

fn request(probe: &ProbeLine, face: &Face) -> Html {
    let speaker = words::speaker(probe.speaker, face.language).map(str::to_owned);
    let time = probe.elapsed_ms.map(|ms| words::took(ms, face.ui));
    let about: Vec<String> = [speaker, time].into_iter().flatten().collect();
    html! {
        <li>
            <details>
                <summary>
                    <span>{ probe.title.clone() }</span><span class="soft">{ words::answer(probe, face.ui) }</span>
                </summary>
                <p class="soft">{ about.join(" · ") }</p>
                <pre>{ sent(probe) }</pre>
                if let Some(status) = probe.status {
                    <pre>{ received(status, probe) }</pre>
                }
            </details>
        </li>
    }
}

/// The request as it went out, as far as it was ours to write.
fn sent(probe: &ProbeLine) -> String {
    let mut sent = probe.method.as_str().to_owned() + " " + &probe.url;
    if let Some(agent) = &probe.user_agent {
        sent.push_str("\nuser-agent: ");
        sent.push_str(agent.as_str());
    }
    sent
}

/// The answer as it came in, as far as it was kept.
fn received(status: u16, probe: &ProbeLine) -> String {
    let mut received = status.to_string();
    for header in &probe.headers {
        received.push('\n');
        received.push_str(header);
    }
    if !probe.excerpt.is_empty() {
        received.push_str("\n\n");
        received.push_str(&probe.excerpt);
    }
    received
}
