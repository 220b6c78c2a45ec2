//! The report: what a diagnosis ends with, and the shape that every view, export and test reads.
//!
//! The JSON form is published as `www/report.schema.json` (JSON Schema, draft 2020-12). Words are already filled in, in
//! one language, so that a view needs nothing but the report.

pub mod export;

use serde::{Deserialize, Serialize};

pub(crate) use export::inline;
pub use export::markdown;

use crate::probe::{Caller, Method, Purpose, Speaker, UserAgent};
pub use crate::verdict::{CauseId, Confidence, Evidence, EvidenceKind, Surface, Verdict};

/// Address of the published JSON Schema, the value of [`Report::schema`].
pub const SCHEMA: &str = "https://callback-doctor.example/report.schema.json";

/// Everything that a diagnosis found out, ready to be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Version of Callback Doctor that wrote the report.
    pub version: String,
    /// The language of its sentences, a tag such as `en` (BCP 47).
    #[serde(default = "english")]
    pub language: String,
    /// The shop's home address.
    pub shop: String,
    /// The gateway whose callback was tried.
    pub gateway: GatewayLine,
    /// Every gateway that the shop showed, in the order in which its checkout lists them.
    #[serde(default)]
    pub gateways: Vec<GatewayName>,
    /// Where the diagnosis ran.
    pub surface: Surface,
    /// When it began, RFC 3339, if the hand knew the time.
    pub started: Option<String>,
    /// Milliseconds from the first question to the last answer, if the hand has a clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub took_ms: Option<u32>,
    /// Whether everything was asked that the diagnosis wanted to ask; `false` while it runs and after a cancel.
    pub complete: bool,
    /// The overall verdict.
    pub verdict: Verdict,
    /// The verdict in a sentence of at most twelve words.
    pub headline: String,
    /// The one answer that shows the first cause, where an answer shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// What becomes of orders that are paid and still pending, a sentence or two each; empty until the check ended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<String>,
    /// Causes, the one to fix first at the head; never empty.
    pub causes: Vec<Cause>,
    /// The stations between provider and gateway, in order.
    pub way: Vec<Stop>,
    /// The callback addresses that were tried as the gateway builds them.
    pub endpoints: Vec<Endpoint>,
    /// One row for each check, also those that passed.
    pub findings: Vec<Finding>,
    /// Every request sent, with what came back.
    pub probes: Vec<ProbeLine>,
    /// What could not be seen from here, each with the one action that settles it.
    pub unsure: Vec<Unsure>,
    /// From where this was measured and, where nothing was seen to fail, what that leaves open.
    pub caveat: String,
}

/// What reports were written in before they said so.
fn english() -> String {
    "en".to_owned()
}

impl Report {
    /// Shows each text of a stranger, to be changed: what was answered, and what sentences quote of it.
    pub(crate) fn each_quote(&mut self, see: &mut dyn FnMut(&mut String)) {
        see(&mut self.headline);
        if let Some(proof) = &mut self.proof {
            see(&mut proof.answer);
            proof.said.iter_mut().for_each(&mut *see);
        }
        for cause in &mut self.causes {
            see(&mut cause.title);
            see(&mut cause.summary);
            cause.remedy.steps.iter_mut().for_each(&mut *see);
            let proofs = cause.evidence.iter_mut();
            proofs.for_each(|proof| proof.each_text(see));
        }
        for stop in &mut self.way {
            see(&mut stop.word);
        }
        for endpoint in &mut self.endpoints {
            see(&mut endpoint.answer);
        }
        for finding in &mut self.findings {
            see(&mut finding.summary);
            let proofs = finding.evidence.iter_mut();
            proofs.for_each(|proof| proof.each_text(see));
        }
        for probe in &mut self.probes {
            see(&mut probe.answer);
            see(&mut probe.excerpt);
            probe.headers.iter_mut().for_each(&mut *see);
        }
        for unsure in &mut self.unsure {
            see(&mut unsure.reason);
            see(&mut unsure.how);
        }
    }

    /// Shows each text in which something of the shop may stand, to be changed: those of strangers, addresses, and what is to
    /// be pasted.
    pub(crate) fn each_text(&mut self, see: &mut dyn FnMut(&mut String)) {
        self.each_quote(see);
        see(&mut self.shop);
        see(&mut self.gateway.name);
        self.gateway.version.iter_mut().for_each(&mut *see);
        if let Some(proof) = &mut self.proof {
            see(&mut proof.request);
        }
        self.orders.iter_mut().for_each(&mut *see);
        for cause in &mut self.causes {
            cause
                .remedy
                .link
                .iter_mut()
                .for_each(|link| see(&mut link.url));
            let pastes = cause.remedy.pastes.iter_mut();
            pastes.for_each(|paste| see(&mut paste.text));
        }
        for endpoint in &mut self.endpoints {
            see(&mut endpoint.url);
        }
        for probe in &mut self.probes {
            see(&mut probe.url);
            probe.remote.iter_mut().for_each(&mut *see);
        }
        for unsure in &mut self.unsure {
            unsure.command.iter_mut().for_each(&mut *see);
        }
        see(&mut self.caveat);
    }

    /// The gateways that the shop showed and that were not asked.
    pub fn others(&self) -> impl Iterator<Item = &GatewayName> {
        let asked = self.endpoints.first();
        let asked = asked.and_then(|endpoint| endpoint.gateway.as_deref());
        self.gateways
            .iter()
            .filter(move |shown| asked != Some(&shown.id))
    }
}

/// The gateway as a report names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayLine {
    /// Stable id, such as `kco`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The version seen on the page, where one was seen.
    pub version: Option<String>,
    /// Whether the page showed this gateway, or it was assumed.
    pub seen: bool,
}

/// A gateway that the shop showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatewayName {
    /// Stable id, such as `mollie`.
    pub id: String,
    /// What people call it.
    pub name: String,
}

/// The answer that shows the first cause, in one line: what was asked, what came, and in whose words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The request, such as `POST /wc-api/KCO_WC_Push/`.
    pub request: String,
    /// The answer in a word or two, such as `503` or `no answer`.
    pub answer: String,
    /// What the answer says to a person: its title, its own reason, as text without markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

/// Who can mend a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The merchant, in WordPress.
    You,
    /// Who looks after the shop's code or its server.
    Developer,
    /// The host, or who runs the network before it.
    Host,
    /// The payment provider.
    Provider,
}

impl Who {
    /// The word in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Developer => "developer",
            Self::Host => "host",
            Self::Provider => "provider",
        }
    }
}

/// The kind of work that mends a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// A setting in WordPress.
    Setting,
    /// A setting of a service in front of the shop, such as a CDN.
    Service,
    /// The site's code or the server's configuration.
    Code,
    /// The host's servers.
    Host,
    /// The provider's portal or support.
    Provider,
}

impl Effort {
    /// Whose work it is.
    pub(crate) const fn who(self) -> Who {
        match self {
            Self::Setting => Who::You,
            Self::Service | Self::Code => Who::Developer,
            Self::Host => Who::Host,
            Self::Provider => Who::Provider,
        }
    }
}

/// One cause with what to do about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    /// Stable id.
    pub id: CauseId,
    /// The product that refused, by its id in the catalogue, where it could be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocker: Option<String>,
    /// The product's name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocker_name: Option<String>,
    /// From where the product's answers are known, as a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocker_source: Option<String>,
    /// How sure this is.
    pub confidence: Confidence,
    /// What is wrong, in a short sentence: the card's title.
    pub title: String,
    /// What is wrong and why it stops the callback, in plain sentences.
    pub summary: String,
    /// Who can mend it; `None` where there is nothing to mend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    /// Who can mend it and how long it takes, as a sentence; empty where there is nothing to mend.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub effort: String,
    /// What to do.
    pub remedy: Remedy,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// What to do about a cause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// Numbered steps, each one plain sentence or two.
    pub steps: Vec<String>,
    /// Where the first step is done: a page of the shop's own wp-admin, for the person to open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Things to paste, each with a label saying where.
    pub pastes: Vec<Paste>,
}

/// A page for the person to open; never asked by this program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The page as a place in a menu, such as `Settings → Permalinks`.
    pub label: String,
    /// Its address, below the shop's home.
    pub url: String,
}

/// Something to copy and paste.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paste {
    /// Where it goes, for people.
    pub label: String,
    /// The exact text.
    pub text: String,
}

/// A station on the way from provider to gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Station {
    /// The payment provider's server.
    Provider,
    /// The shop's name and address.
    Dns,
    /// CDN, firewall, anything in front of WordPress.
    Firewall,
    /// Apache, nginx and their rewriting.
    WebServer,
    /// WordPress and its plugins.
    #[serde(rename = "wordpress")]
    WordPress,
    /// WooCommerce's wc-api dispatcher.
    #[serde(rename = "woocommerce")]
    WooCommerce,
    /// The gateway's handler.
    Gateway,
}

impl Station {
    /// All stations in the order in which a call passes them.
    pub const ALL: [Self; 7] = [
        Self::Provider,
        Self::Dns,
        Self::Firewall,
        Self::WebServer,
        Self::WordPress,
        Self::WooCommerce,
        Self::Gateway,
    ];
}

/// How far the call came, at one station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopState {
    /// The call was seen to pass.
    Passed,
    /// The call passed, but something here needs a look.
    Warned,
    /// The call stopped here.
    Stopped,
    /// The call did not come this far, nothing has been asked yet, or it started after this station.
    NotReached,
    /// Could not be seen from this surface.
    Unseen,
}

/// One station with its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Which station.
    pub station: Station,
    /// Its name for people.
    pub name: String,
    /// How far the call came.
    pub state: StopState,
    /// The state in a word or two, such as `stopped: Wordfence`.
    pub word: String,
}

/// One callback address with its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Endpoint {
    /// The gateway whose address it is, by its id; none where nobody here knows the plugin.
    #[serde(default)]
    pub gateway: Option<String>,
    /// The address.
    pub url: String,
    /// Whether the call arrives.
    pub verdict: Verdict,
    /// Who answered.
    pub speaker: Speaker,
    /// The answer in a line, such as `200 "-1"` or `503, a page of 18 kB`.
    pub answer: String,
}

/// One check's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of the check, such as `pretty-permalinks`.
    pub check: String,
    /// The requirement in a few words.
    pub title: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// What was seen, or why nothing was.
    pub summary: String,
    /// The causes that this check found.
    pub causes: Vec<CauseId>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// One request with what came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProbeLine {
    /// The question that it settled.
    pub purpose: Purpose,
    /// The question for people.
    pub title: String,
    /// Whom it imitated, as really sent.
    pub caller: Caller,
    /// Its method.
    pub method: Method,
    /// Its address.
    pub url: String,
    /// Whether it is still under way.
    pub pending: bool,
    /// Status of the answer, where one was read.
    pub status: Option<u16>,
    /// Who wrote the answer.
    pub speaker: Speaker,
    /// The answer in a line.
    pub answer: String,
    /// The headers that decided, as `name: value`; never a cookie's value.
    pub headers: Vec<String>,
    /// The first bytes of the body.
    pub excerpt: String,
    /// Milliseconds until the answer was read.
    pub elapsed_ms: Option<u32>,
    /// The `User-Agent`, where it imitated the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<UserAgent>,
    /// The IP address that the request was connected to, where the hand is told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote: Option<String>,
}

/// Something that could not be seen, and how to see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsure {
    /// Stable id of the reason.
    pub id: String,
    /// What could not be seen, and why.
    pub reason: String,
    /// The one action that settles it.
    pub how: String,
    /// A command to run, where that is the action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
}
