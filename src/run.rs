//! One diagnosis as the popup, the report page and the site show it, and as it is kept between them.

use serde::{Deserialize, Serialize};

use crate::shared::Shared;
use crate::{
    diagnosis::Script,
    explain::Explanation,
    report::{Report, Verdict},
};

/// The state of a shop's diagnosis, from the first click to the finished report.
///
/// In the extension the background keeps it in `chrome.storage.session`, so that a closed popup loses nothing; faces
/// only ever read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The shop's home without the slash at its end, such as `https://shop.example.com` or `https://example.com/se`; empty
    /// where there is no shop.
    pub shop: String,
    /// Whether the shop's home was found out, or given; else it is what the page's address lets expect.
    #[serde(default)]
    pub home_known: bool,
    /// Address of the page that the person has open; empty where none is known.
    pub page_url: String,
    /// What is going on.
    pub phase: Phase,
    /// The report so far; complete in [`Phase::Done`].
    pub report: Option<Shared<Report>>,
    /// What the page in the person's tab shows by itself, a sentence; only where nothing may be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_tab: Option<String>,
    /// What the answers mean that somebody already had; the first one is shown whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explained: Vec<Explanation>,
    /// What was given and did not count, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// Commands that settle what a web page could not see; only after a run of the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commands: Option<Script>,
    /// The name that a public resolver may still be asked for, if the person says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_to_look_up: Option<String>,
}

/// What a diagnosis is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Nothing was asked yet.
    Ready,
    /// The open page is not a website: a new tab, a settings page, a file.
    NoPage,
    /// The browser is asking the person whether the extension may talk to this shop.
    AskingPermission,
    /// The person is to click the bookmark in the window that was opened for it.
    AwaitingPage,
    /// The open page is being read.
    ReadingPage,
    /// Probes are under way; the report fills.
    Probing,
    /// Finished, or stopped by the person: then the report is not `complete`.
    Done,
    /// The person did not allow requests to the shop: there is no verdict.
    Refused,
    /// No request left this computer: there is no verdict.
    Offline,
    /// It could not be done, and why, in a plain sentence.
    Failed(String),
}

impl Run {
    /// A run that has not begun.
    pub const fn new(shop: String, page_url: String, phase: Phase) -> Self {
        Self {
            shop,
            home_known: false,
            page_url,
            phase,
            report: None,
            in_tab: None,
            explained: Vec::new(),
            left_out: Vec::new(),
            commands: None,
            name_to_look_up: None,
        }
    }

    /// The verdict, where a check came to one.
    pub fn verdict(&self) -> Option<Verdict> {
        let report = self.report.as_ref();
        report
            .filter(|_| self.phase == Phase::Done)
            .map(|report| report.verdict)
    }
}

impl Phase {
    /// Whether something is under way that ends by itself or can be cancelled.
    pub const fn is_busy(&self) -> bool {
        matches!(
            self,
            Self::AskingPermission | Self::AwaitingPage | Self::ReadingPage | Self::Probing
        )
    }
}
