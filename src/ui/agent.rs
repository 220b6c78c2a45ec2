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

/// A field with the `User-Agent`, and what an empty one means.
#[component]
pub(super) fn Agent(props: &AgentProps) -> Html {
    let texts = text::extension(props.language);
    let field = use_node_ref();
    let said = use_state_eq(|| "");
    // What was typed stays, whatever is drawn anew.
    let typed = use_state_eq(|| match props.agent.as_str() {
        PROVIDER_USER_AGENT => String::new(),
        own => own.to_owned(),
    });
    let onsubmit = {
        let (field, said, changed) = (field.clone(), said.setter(), props.on_change.clone());
        let typed = typed.setter();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else {
                return;
            };
            let value = input.value();
            typed.set(value.clone());
            let agent = match value.trim() {
                "" => Ok(UserAgent::default()),
                _ => UserAgent::new(&value),
            };
            match agent {
                Ok(agent) => {
                    changed.emit(agent);
                    said.set(texts.agent_saved);
                }
                Err(_) => said.set(texts.agent_refused),
            }
        })
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(input.value());
            }
        })
    };
    html! {
        <form class="agent" {onsubmit}>
            <label for="agent">{ texts.agent_label }</label>
            <p class="soft">{ texts.agent_note }</p>
            <p class="buttons">
                <input
                    id="agent"
                    ref={field}
                    type="text"
                    spellcheck="false"
                    autocomplete="off"
                    value={(*typed).clone()}
                    {oninput}
                />
                <button type="submit">{ texts.agent_save }</button>
            </p>
            <p class="soft" role="status">{ *said }</p>
        </form>
    }
}
