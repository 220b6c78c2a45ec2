//! The diagnosis: a value that is asked "what next?" and told "this came back" until it has a report.
//!
//! ```
//! use callback_doctor::diagnosis::{Diagnosis, Intake, Step};
//! use callback_doctor::probe::{Answer, NoAnswer, Outcome};
//! use callback_doctor::report::Surface;
//!
//! let mut diagnosis = Diagnosis::new(Intake::new("https://shop.example.com/checkout/", Surface::Native)).unwrap();
//! // A hand: sends what it is given and says what came back. This one has no network.
//! while let Step::Send(probe) = diagnosis.next() {
//!     let outcome = Outcome::NoAnswer(NoAnswer::Dns);
//!     diagnosis.observe(probe.id, Answer::new(outcome, probe.caller));
//! }
//! assert_eq!(diagnosis.report().causes[0].id.as_str(), "unreachable");
//! ```

mod commands;
mod forms;
mod orders;
mod proof;
mod question;
mod ranking;
mod way;
mod write_up;

use std::fmt;

pub use crate::case::{PageHop, PageRead, Pasted, Stopped};
pub use commands::{Script, commands};
pub use forms::{AGENT_VERSION, Rule, agent_rules, rules};

use crate::case::{Asked, Case};
use crate::gateway::Gateway;
use crate::probe::{Answer, Caller, Probe, ProbeId, Purpose, UserAgent, limits};
use crate::report::Report;
use crate::shop::{Harmless, Url, UrlError, dns::LookUp, is_portal};
use crate::text::Language;
use crate::verdict::Surface;
use question::Question;

/// What a diagnosis begins with.
#[derive(Clone, Debug)]
pub struct Intake {
    /// The address that someone has open or typed; reduced to what is [`Harmless`]. May be empty where a page shows its own
    /// address.
    pub requested: String,
    /// The callback that the person asks about, where its address is another than the one that is to be opened.
    pub about: Option<Harmless>,
    /// The gateway that the person wants asked about; `None` is the one that the shop shows.
    pub gateway: Option<&'static Gateway>,
    /// Where the diagnosis runs.
    pub surface: Surface,
    /// The page that someone has open, where the hand could read it.
    pub page: Option<PageRead>,
    /// The time, RFC 3339, where the hand knows it.
    pub started: Option<String>,
    /// The language of the report.
    pub language: Language,
    /// Whether to judge by the page and by what was pasted, and ask nothing.
    pub offline: bool,
    /// The `User-Agent` that imitates the provider.
    pub user_agent: UserAgent,
    /// What a person pasted of the answers to [`commands`], or brought along of the same requests, each request once.
    pub pasted: Vec<Pasted>,
    /// What the callback answered, where a person has that without its address.
    pub answer: Option<Answer>,
}

impl Intake {
    /// An intake with an address alone.
    pub fn new(requested: &str, surface: Surface) -> Self {
        Self {
            requested: requested.to_owned(),
            about: None,
            gateway: None,
            surface,
            page: None,
            started: None,
            language: Language::default(),
            offline: false,
            user_agent: UserAgent::default(),
            pasted: Vec::new(),
            answer: None,
        }
    }
}

/// Why a diagnosis cannot begin.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IntakeError {
    /// Expected an http or https address; this is why it is none.
    Address(UrlError),
    /// Expected a shop's address; this is a payment provider's own site.
    Portal,
    /// Expected an address, typed or shown by the page; there was neither.
    NoAddress,
}

impl fmt::Display for IntakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(error) => error.fmt(f),
            Self::Portal => {
                f.write_str("expected the shop's address; this is a payment provider's own site")
            }
            Self::NoAddress => f.write_str(
                "expected the shop's address; none was given, and the page does not show its own",
            ),
        }
    }
}

impl std::error::Error for IntakeError {}

/// What a hand does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send this probe and report its answer with [`Diagnosis::observe`].
    Send(Probe),
    /// Nothing until an answer is in.
    Wait,
    /// The report is final.
    Done,
}

/// What is to be done next.
enum Next {
    /// This question is worth asking.
    Ask(ProbeId, Question),
    /// Its connection was lost: once more.
    Again(Probe),
    /// A connection was lost, and nothing may be asked again: it is believed.
    Believe,
    /// An answer is under way.
    Wait,
    /// Nothing is left.
    Done,
}

/// A diagnosis under way. No network, no clock, no randomness.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    case: Case,
    started: Option<String>,
    language: Language,
    offline: bool,
    /// Lost connections, each until it is asked again.
    lost: Vec<(ProbeId, Answer)>,
    /// Probes that were asked once more because their connection was lost.
    again: Vec<ProbeId>,
}

impl Diagnosis {
    /// Opens the case.
    pub fn new(intake: Intake) -> Result<Self, IntakeError> {
        let mut address = requested(&intake)?;
        if is_portal(&address.page.host().to_string()) {
            return Err(IntakeError::Portal);
        }
        // An answer of a callback is no page, whoever opened it.
        let of_callback = |page: &PageRead| {
            let url = Url::parse(&page.url).ok();
            url.map(|url| Harmless::of(&url))
                .filter(|found| found.callback.is_some())
        };
        let opened = intake.page.as_ref().and_then(of_callback);
        let page = intake.page.filter(|_| opened.is_none());
        let page = page.map(PageRead::harmless);
        let typed = address.callback.is_some();
        if let Some(about) = intake.about.or(opened.filter(|_| !typed)) {
            address.ask_about(about);
        }
        let mut case = Case {
            user_agent: intake.user_agent,
            pasted: intake.pasted,
            ..Case::new(address, intake.surface, page, intake.gateway)
        };
        if let Some(answer) = intake.answer {
            question::bring(&mut case, answer);
        }
        Ok(Self {
            case,
            started: intake.started,
            language: intake.language,
            offline: intake.offline,
            lost: Vec::new(),
            again: Vec::new(),
        })
    }

    /// What to do next. Never more than [`limits::PROBES`] probes, nor more than [`limits::IN_FLIGHT`] at a time; none at
    /// all after an answer that asks to be left alone.
    #[expect(
        clippy::should_implement_trait,
        reason = "a diagnosis is no iterator: it also waits"
    )]
    pub fn next(&mut self) -> Step {
        if self.case.stopped.is_some() {
            return Step::Done;
        }
        loop {
            let step = self.step();
            // What a person pasted needs no hand.
            let Step::Send(probe) = &step else {
                return step;
            };
            let asked = self.case.asked.get(usize::from(probe.id.0));
            let pasted = asked.and_then(|asked| {
                let Probe { method, caller, .. } = asked.probe;
                self.case.pasted(method, &asked.url, caller)
            });
            match pasted.filter(|_| probe.purpose != Purpose::Repeat).cloned() {
                Some(answer) => self.hear(probe.id, answer),
                None => return step,
            }
        }
    }

    /// The next question that is worth asking and can be answered, as a probe.
    fn step(&mut self) -> Step {
        match self.next_question() {
            Next::Ask(id, question) => {
                let probe = Probe {
                    id,
                    purpose: question.purpose,
                    caller: question.caller,
                    method: question.method,
                    url: question.url.to_string(),
                    user_agent: match question.caller {
                        Caller::Provider => Some(self.case.agent()),
                        Caller::Browser => None,
                    },
                };
                self.case.asked.push(Asked {
                    probe: probe.clone(),
                    url: question.url,
                    of: question.of,
                    heard: None,
                });
                Step::Send(probe)
            }
            Next::Again(probe) => {
                self.lost.pop();
                self.again.push(probe.id);
                Step::Send(probe)
            }
            Next::Believe => {
                if let Some((id, answer)) = self.lost.pop() {
                    self.hear(id, answer);
                }
                self.step()
            }
            Next::Wait => Step::Wait,
            Next::Done => Step::Done,
        }
    }

    /// What is next, as things stand.
    fn next_question(&self) -> Next {
        if self.offline && self.case.pasted.is_empty() {
            return Next::Done;
        }
        let mut asked = self.case.asked.iter();
        let closed = asked.len() + self.again.len() >= limits::PROBES;
        // Who ran the commands has asked already.
        let quiet = question::wants_quiet(&self.case);
        if let Some((id, _)) = self.lost.last() {
            let asked = asked.nth(usize::from(id.0)).filter(|_| !closed && !quiet);
            return asked.map_or(Next::Believe, |asked| Next::Again(asked.probe.clone()));
        }
        let number = u8::try_from(asked.len());
        let under_way = asked.filter(|asked| asked.heard.is_none()).count();
        let question = if closed || under_way >= limits::IN_FLIGHT {
            None
        } else {
            question::next(&self.case, self.offline || quiet)
        };
        match (question, number) {
            (Some(question), Ok(number)) => Next::Ask(ProbeId(number), question),
            _ if under_way > 0 => Next::Wait,
            _ => Next::Done,
        }
    }

    /// Takes the answer to a probe. An answer to a probe that was never sent, or a second one, is left out. A lost connection
    /// is believed the second time: the same probe is the next step once more, as long as there may be another.
    pub fn observe(&mut self, id: ProbeId, answer: Answer) {
        if answer.is_lost() && self.may_ask_again(id) {
            self.lost.push((id, answer));
        } else {
            self.hear(id, answer);
        }
    }

    fn may_ask_again(&self, id: ProbeId) -> bool {
        let asked = self.case.asked.get(usize::from(id.0));
        asked.is_some_and(|asked| asked.heard.is_none())
            && self.again.len() + self.lost.len() < limits::LOST
            && !self.again.contains(&id)
            && self.lost.iter().all(|(lost, _)| *lost != id)
    }

    fn hear(&mut self, id: ProbeId, answer: Answer) {
        let index = usize::from(id.0);
        if self
            .case
            .asked
            .get(index)
            .is_some_and(|asked| asked.heard.is_none())
        {
            self.case.hear(index, answer);
        }
    }

    /// Imitates the provider with another `User-Agent` from now on.
    pub fn call_as(&mut self, user_agent: UserAgent) {
        self.case.user_agent = user_agent;
    }

    /// Takes what a public resolver said of the shop's name; also when everything else is done.
    pub fn look_up(&mut self, said: LookUp) {
        self.case.looked_up = Some(said);
    }

    /// Ends the diagnosis early; the report says what is missing.
    pub const fn stop(&mut self, why: Stopped) {
        self.case.stopped = Some(why);
    }

    /// The report, also half-way.
    pub fn report(&self) -> Report {
        write_up::report(
            &self.case,
            self.started.clone(),
            self.language,
            self.is_complete(),
        )
    }

    /// Everything that is known so far.
    pub const fn case(&self) -> &Case {
        &self.case
    }

    fn is_complete(&self) -> bool {
        self.case.stopped.is_none() && matches!(self.next_question(), Next::Done)
    }
}

fn requested(intake: &Intake) -> Result<Harmless, IntakeError> {
    let typed = intake.requested.trim();
    if !typed.is_empty() {
        let url = Url::typed(typed).map_err(IntakeError::Address)?;
        return Ok(Harmless::of(&url));
    }
    let page = intake.page.as_ref().ok_or(IntakeError::NoAddress)?;
    let shown = [
        Some(page.url.as_str()),
        page.signs.home.as_deref(),
        page.signs.canonical.as_deref(),
    ];
    shown
        .into_iter()
        .flatten()
        .find_map(|text| Url::parse(text).ok())
        .map(|url| Harmless::of(&url))
        .ok_or(IntakeError::NoAddress)
}
