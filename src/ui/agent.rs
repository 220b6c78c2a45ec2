//! The setting for the `User-Agent` that imitates the provider.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::probe::{PROVIDER_USER_AGENT, UserAgent};
use crate::text::{self, Language};

/// What the setting is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct AgentProps {
    /// What is sent now.
    pub agent: UserAgent,
    /// The language of everything around it.
    #[prop_or_default]
    pub language: Language,
    /// The person wants another one to be sent.
    pub on_change: Callback<UserAgent>,
}

/// A field with the `User-Agent`, and where the first one is from. An empty field brings that one back.
#[component]
pub(super) fn Agent(props: &AgentProps) -> Html {
    let ui = text::ui(props.language);
    let field = use_node_ref();
    let said = use_state_eq(|| "");
    let onsubmit = {
        let (field, said, changed) = (field.clone(), said.setter(), props.on_change.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else {
                return;
            };
            if input.value().trim().is_empty() {
                input.set_value(PROVIDER_USER_AGENT);
            }
            match UserAgent::new(&input.value()) {
                Ok(agent) => {
                    changed.emit(agent);
                    said.set(ui.agent_saved);
                }
                Err(_) => said.set(ui.agent_refused),
            }
        })
    };
    html! {
        <form class="agent" {onsubmit}>
            <label for="agent">{ ui.agent_label }</label>
            <p class="soft">{ ui.agent_note }</p>
            <p class="buttons">
                <input
                    id="agent"
                    ref={field}
                    type="text"
                    spellcheck="false"
                    autocomplete="off"
                    value={props.agent.as_str().to_owned()}
                />
                <button type="submit">{ ui.agent_save }</button>
            </p>
            <p class="soft" role="status">{ *said }</p>
        </form>
    }
}
