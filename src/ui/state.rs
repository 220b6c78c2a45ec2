//! A run that has no verdict: not begun, refused, offline, failed, or just beginning.

use yew::prelude::*;

use super::face::host;
use crate::report::Report;
use crate::run::{Phase, Run};
use crate::shared::Shared;
use crate::text::{self, Language, Ui, fill};

/// What is going on, in a title and a sentence or two.
///
/// `permitted`: whether the browser need not ask any more.
pub(super) fn state(run: &Run, permitted: bool, language: Language) -> Html {
    let (ui, texts) = (text::ui(language), text::extension(language));
    let named = |template| fill(template, &[("host", host(&run.shop))]);
    let asks =
        matches!(run.phase, Phase::Ready | Phase::Refused) && !run.shop.is_empty() && !permitted;
    let (title, first, second) = match &run.phase {
        Phase::AskingPermission => (texts.permission_title, named(texts.permission_body), ""),
        Phase::ReadingPage | Phase::Probing => (ui.busy_title, ui.way_running.to_owned(), ""),
        Phase::Refused => (texts.permission_title, named(texts.permission_refused), ""),
        Phase::Offline => (ui.offline_title, ui.offline_body.to_owned(), ""),
        Phase::Failed(reason) => (ui.failed_title, reason.clone(), ui.failed_body),
        _ if run.shop.is_empty() => (ui.empty_title, texts.browser_page.to_owned(), ""),
        _ => (ui.empty_title, named(ui.empty_body), ui.sends_body),
    };
    html! {
        <div class="state" role="status">
            <h2 class="verdict">{ title }</h2>
            if let Some(shown) = &run.in_tab {
                <p class="note">{ shown.clone() }</p>
            }
            <p>{ first }</p>
            if !second.is_empty() {
                <p class="soft">{ second }</p>
            }
            if asks {
                <p class="soft">{ texts.permission_why }</p>
            }
        </div>
    }
}

/// The button that begins or begins again; none where there is no shop.
pub(super) fn begin(run: &Run, ui: &Ui) -> Option<&'static str> {
    match run.phase {
        _ if run.shop.is_empty() => None,
        Phase::Refused => Some(ui.allow),
        Phase::Failed(_) | Phase::Offline => Some(ui.check_again),
        _ => Some(ui.check_shop),
    }
}

/// The report, unless the run came to no verdict.
pub(super) fn report(run: &Run) -> Option<&Shared<Report>> {
    let none = matches!(run.phase, Phase::Refused | Phase::Offline);
    run.report.as_ref().filter(|_| !none)
}
