//! What the person may set for a shop, folded.

use yew::prelude::*;

use super::agent::Agent;
use super::face::explain_link;
use super::permission::held;
use super::report_page::ReportPageProps;
use crate::text;

/// The fold with the settings.
pub(super) fn settings(props: &ReportPageProps) -> Html {
    let (ui, texts) = (text::ui(props.language), text::extension(props.language));
    html! {
        <details class="settings">
            <summary>{ texts.settings }</summary>
            <Agent
                agent={props.agent.clone()}
                language={props.language}
                on_change={props.on_agent.clone()}
            />
            if props.permitted {
                { held(&props.run.shop, &props.on_give_back, texts) }
            }
            <p>{ explain_link(ui) }</p>
        </details>
    }
}
