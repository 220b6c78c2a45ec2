//! The extension's list of the last reports, one a shop.

use yew::prelude::*;

use super::age::use_age;
use super::face::{plain_button, report_path, short};
use super::sign;
use crate::run::{Phase, Run};
use crate::text::{self, Language, fill};

/// What the list is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ShopsProps {
    /// The runs that are kept, newest first.
    pub runs: Vec<Run>,
    /// The language of everything around the reports' own words.
    #[prop_or_default]
    pub language: Language,
    /// The person wants a shop forgotten.
    pub on_remove: Callback<String>,
}

/// The list.
#[component]
pub fn Shops(props: &ShopsProps) -> Html {
    let (ui, texts) = (text::ui(props.language), text::extension(props.language));
    html! {
        <div class="page site">
            <header>
                <p class="brand-line">{ sign::brand() }{ ui.product }</p>
                <h1>{ ui.shops }</h1>
            </header>
            <main>
                if props.runs.is_empty() {
                    <p>{ texts.shops_none }</p>
                } else {
                    <p class="soft">{ texts.shops_lead }</p>
                    <ul class="rows shops">
                        { for props.runs.iter().map(|run| html! {
                            <Row key={run.shop.clone()} run={run.clone()} language={props.language} on_remove={props.on_remove.clone()} />
                        }) }
                    </ul>
                }
            </main>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    run: Run,
    language: Language,
    on_remove: Callback<String>,
}

/// One shop: the newest verdict, and how old it is.
#[component]
fn Row(props: &RowProps) -> Html {
    let (ui, texts) = (text::ui(props.language), text::extension(props.language));
    let run = &props.run;
    let report = run.verdict().and(run.report.as_ref());
    let age = use_age(report.and_then(|report| report.started.as_deref()), ui);
    let said = match (&run.phase, report) {
        (_, Some(report)) => report.headline.clone(),
        (Phase::Failed(reason), None) => reason.clone(),
        _ => String::new(),
    };
    let shop = run.shop.clone();
    let remove = props.on_remove.reform(move |()| shop.clone());
    let label = fill(texts.shops_remove_named, &[("shop", short(&run.shop))]);
    html! {
        <li>
            { report.map(|report| sign::verdict(report.verdict)).unwrap_or_default() }
            <div>
                <h2><a href={report_path(&run.shop)}>{ short(&run.shop).to_owned() }</a></h2>
                <p>{ said }</p>
                <p class="soft">
                    if let Some(age) = age {
                        { fill(texts.shops_age, &[("time", &age.words)]) }{ " · " }
                    }
                    <span role="group" aria-label={label}>{ plain_button(texts.shops_remove.to_owned(), &remove) }</span>
                </p>
            </div>
        </li>
    }
}
