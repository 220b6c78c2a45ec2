//! The same call as the provider makes it and as a browser does: which of them gets further.

use crate::probe::NoAnswer;
use crate::verdict::CauseId;

use super::{Meaning, Reading};

/// Whether the shop lets a browser further than the provider. A page of a failing WordPress is no refusal of the caller.
pub(crate) fn browser_gets_further(provider: &Reading, browser: &Reading) -> bool {
    let failing =
        provider.meaning == Meaning::Stopped(CauseId::ServerError) && provider.blocker.is_some();
    if provider.arrived() || failing {
        return false;
    }
    // An answer that broke off had begun, and proves so.
    let is_heard = browser.meaning != Meaning::Hidden || !browser.evidence.is_empty();
    browser.arrived()
        || is_heard && provider.refused() && !browser.refused()
        || stops_behind(provider, browser)
}

/// Both are stopped, the provider by what refuses callers, the browser by what stops everybody who gets past that.
fn stops_behind(provider: &Reading, browser: &Reading) -> bool {
    let refused = matches!(
        provider.meaning,
        Meaning::Stopped(CauseId::Blocked | CauseId::Challenge)
            | Meaning::Silent(NoAnswer::Reset | NoAnswer::Unknown)
    );
    let further = matches!(
        browser.meaning,
        Meaning::Stopped(
            CauseId::LoginWall
                | CauseId::PostRefused
                | CauseId::Maintenance
                | CauseId::ServerError
                | CauseId::Challenge
        )
    );
    // One product may refuse some callers and test others.
    let same = provider.meaning == browser.meaning
        || provider.blocker.is_some() && browser.meaning == Meaning::Stopped(CauseId::Challenge);
    refused && further && !same
}
