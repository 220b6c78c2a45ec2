//! The case: everything that is known about one shop so far. Checks judge it, the diagnosis extends it.

mod callback;
mod closed_pages;
mod gateways;
mod home;
mod page;
pub(crate) mod pasted;
mod permalinks;
mod prefixes;
pub(crate) mod rest;
pub(crate) mod trail;

use serde::{Deserialize, Serialize};

use crate::gateway::address::{Address, Name};
use crate::gateway::{self, Endpoint, Gateway, Version};
use crate::page::PageSigns;
use crate::probe::{
    Answer, BodyEnd, Caller, Headers, NoAnswer, Outcome, Probe, Purpose, Response, UserAgent,
};
use crate::rest_index::{self, RestIndex};
use crate::shop::{
    self, Callback, Harmless, Host, Reach, ShopUrl, Url, dns::LookUp, reach, shown_location,
};

use crate::reading::{self, Meaning, Reading, callers};
use crate::verdict::Surface;

use gateways::{is_gateways, named, offers_online, shown};
use home::shop_of;

pub(crate) use callback::Call;
pub use callback::Of;

pub use page::{PageHop, PageRead};
pub use pasted::Pasted;

/// Why a diagnosis ended before it had asked everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stopped {
    /// The person stopped it.
    Cancelled,
    /// [`crate::probe::limits::DIAGNOSIS_MS`] were over.
    OutOfTime,
}

/// One probe with what came of it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The probe as sent.
    pub probe: Probe,
    /// Its address.
    pub url: Url,
    /// Whose answer it asks for.
    pub of: Of,
    /// Its answer; `None` while it is under way.
    pub heard: Option<Heard>,
}

/// An answer and what it means.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The answer; the body of a REST index is dropped once it is read: it may name an order as the home.
    pub answer: Answer,
    /// What it means.
    pub reading: Reading,
    /// The REST index, or why there is none; only for probes that asked for it.
    pub rest: Option<Result<RestIndex, rest_index::Problem>>,
}

/// Everything that is known about one shop.
#[derive(Clone, Debug)]
pub struct Case {
    /// The page that the person gave or has open: never a callback's address, see [`Harmless`].
    pub requested: Url,
    /// The first folder of the address that the person gave, where it may be the home: see [`shop::home::folder`].
    pub(crate) first_folder: Option<ShopUrl>,
    /// The callback that the person asks about: the address that they gave was its.
    pub about: Option<Callback>,
    /// That address, as the provider has it on file, where it says what it calls.
    pub on_file: Option<Address>,
    /// The gateway's endpoint that stands there.
    pub(crate) named: Option<&'static Endpoint>,
    /// The shop's home, as the callback address is built from it.
    pub shop: ShopUrl,
    /// Where the diagnosis runs.
    pub surface: Surface,
    /// The `User-Agent` that imitates the provider.
    pub user_agent: UserAgent,
    /// The page, where one was read.
    pub page: Option<PageRead>,
    /// The gateway under diagnosis.
    pub gateway: &'static Gateway,
    /// Whether the page or the person named it, rather than it being assumed.
    pub gateway_seen: bool,
    /// Whether the person asks about a callback of a plugin that nobody here knows: then nothing is asked in a gateway's
    /// name.
    pub is_stranger: bool,
    /// The request for its callback, as the provider makes it.
    pub(crate) call: Call,
    /// Its version, where the page shows it.
    pub version: Option<Version>,
    /// Every probe so far.
    pub asked: Vec<Asked>,
    /// What a public resolver said of the shop's name, where the person wanted it asked.
    pub looked_up: Option<LookUp>,
    /// Why it ended early.
    pub stopped: Option<Stopped>,
    /// What a person pasted of the answers to commands, each request once.
    pub pasted: Vec<Pasted>,
}

impl Asked {
    /// Whether a plain page was shown nothing of the answer: it may not read it, or, being secure, not ask http at all.
    pub(crate) fn is_hidden(&self) -> bool {
        let outcome = self.heard.as_ref().map(|heard| &heard.answer.outcome);
        matches!(
            outcome,
            Some(Outcome::Unreadable | Outcome::NoAnswer(NoAnswer::NotPermitted))
        )
    }

    /// How the request really looked, as far as is known.
    pub fn caller(&self) -> Caller {
        self.heard
            .as_ref()
            .map_or(self.probe.caller, |heard| heard.answer.caller)
    }
}

impl Case {
    /// Opens a case for the shop that the address and the page belong to. `chosen` is the gateway that the person wants asked
    /// about.
    pub fn new(
        address: Harmless,
        surface: Surface,
        page: Option<PageRead>,
        chosen: Option<&'static Gateway>,
    ) -> Self {
        let shop = shop_of(&address, page.as_ref());
        let on_file = address
            .callback
            .as_ref()
            .and_then(|_| Address::read(address.address()));
        let shown = page
            .as_ref()
            .map(|page| shown(&page.signs))
            .unwrap_or_default();
        let named = named(on_file.as_ref(), address.callback.as_ref(), &shown);
        // A checkout that offers only what nobody here knows.
        let offers = page.as_ref().is_some_and(|page| offers_online(&page.signs));
        let acts = matches!(&on_file, Some(address) if matches!(address.name, Name::Action(_)));
        let about = acts || address.callback.as_ref().is_some_and(is_gateways);
        let is_stranger =
            chosen.is_none() && named.is_none() && (about || offers && shown.is_empty());
        let first = shown.first().map(|(gateway, _)| *gateway);
        let known = chosen.or(named).or(first.filter(|_| !is_stranger));
        let gateway = known.unwrap_or(gateway::ASSUMED);
        let endpoints = on_file.iter().flat_map(Address::endpoints);
        let mut endpoints = endpoints.filter(|(owner, _)| owner.id == gateway.id);
        let named = endpoints.next().map(|(_, endpoint)| endpoint);
        let version = shown
            .iter()
            .find(|(shown, _)| shown.id == gateway.id)
            .and_then(|(_, version)| *version);
        let mut case = Self {
            call: Call::unknown(&shop),
            shop,
            first_folder: shop::home::folder(&address),
            requested: address.page,
            about: address.callback,
            on_file,
            named,
            surface,
            user_agent: UserAgent::default(),
            page,
            gateway,
            gateway_seen: known.is_some(),
            is_stranger,
            version,
            asked: Vec::new(),
            looked_up: None,
            stopped: None,
            pasted: Vec::new(),
        };
        case.settle_folder();
        case.settle_callback();
        case
    }

    /// What the page shows, where one was read.
    pub fn signs(&self) -> Option<&PageSigns> {
        self.page.as_ref().map(|page| &page.signs)
    }

    /// Takes an answer down and reads it.
    pub fn hear(&mut self, index: usize, mut answer: Answer) {
        let Some(asked) = self.asked.get(index) else {
            return;
        };
        if let Outcome::Response(response) = &mut answer.outcome {
            response.headers = shown_headers(&response.headers, &asked.url);
        }
        let wants_rest = matches!(asked.probe.purpose, Purpose::RestIndex | Purpose::RestRoute);
        let rest = answer.response().map(rest_index::read);
        let is_index = matches!(rest, Some(Ok(_)));
        // Wherever an index came from: nothing of it is shown but what was read.
        if let Outcome::Response(response) = &mut answer.outcome
            && is_index
        {
            drop_index(response);
        }
        let arrival = answer
            .response()
            .and_then(|response| self.arrival(asked, response));
        let mut reading = reading::read(&request_line(&asked.probe), &asked.url, &answer, arrival);
        if is_index {
            // REST speaks for itself, and stands in nobody's place.
            reading.meaning = Meaning::Swallowed;
            reading.evidence.truncate(1);
        }
        if let Some(asked) = self.asked.get_mut(index) {
            asked.heard = Some(Heard {
                answer,
                reading,
                rest: rest.filter(|_| wants_rest),
            });
        }
        self.read_again(index);
        self.settle_home();
        self.settle_gateway();
        self.settle_callback();
    }

    /// What an answer says may depend on a control, or on REST's index, that came after it.
    fn read_again(&mut self, heard: usize) {
        let tells = self.asked.get(heard).is_some_and(|asked| match asked.of {
            Of::Control(_) => true,
            Of::Site => asked.heard.as_ref().is_some_and(|h| h.rest.is_some()),
            Of::Endpoint(_) => false,
        });
        if !tells {
            return;
        }
        for at in 0..self.asked.len() {
            let Some(asked) = self.asked.get(at) else {
                break;
            };
            let Some(heard) = asked
                .heard
                .as_ref()
                .filter(|_| matches!(asked.of, Of::Endpoint(_)))
            else {
                continue;
            };
            let arrival = heard
                .answer
                .response()
                .and_then(|response| self.arrival(asked, response));
            let line = request_line(&asked.probe);
            let reading = reading::read(&line, &asked.url, &heard.answer, arrival);
            if let Some(heard) = self
                .asked
                .get_mut(at)
                .and_then(|asked| asked.heard.as_mut())
            {
                heard.reading = reading;
            }
        }
    }

    /// The probe for this purpose and caller, where it was sent.
    pub fn asked(&self, purpose: Purpose, caller: Caller) -> Option<&Asked> {
        if purpose == Purpose::Endpoint {
            return self.callbacks().find(|a| a.caller() == caller);
        }
        self.asked
            .iter()
            .find(|a| a.probe.purpose == purpose && a.caller() == caller)
    }

    /// The requests for the callback as the provider makes it, each profile's first: of a home, a gateway or a form that is
    /// not the one by now they are none.
    pub(crate) fn callbacks(&self) -> impl Iterator<Item = &Asked> {
        let Call { method, url, .. } = &self.call;
        self.asked.iter().filter(move |asked| {
            asked.probe.purpose != Purpose::Repeat
                && asked.probe.method == *method
                && asked.url == *url
        })
    }

    /// Whether a probe for this purpose was sent, in any profile.
    pub fn was_asked(&self, purpose: Purpose) -> bool {
        self.asked.iter().any(|a| a.probe.purpose == purpose)
    }

    /// What was heard for this purpose, in the voice that gets furthest.
    pub fn heard(&self, purpose: Purpose) -> Option<&Heard> {
        let by = |caller| self.asked(purpose, caller).and_then(|a| a.heard.as_ref());
        let (first, second) = match self.voice() {
            Caller::Provider => (Caller::Provider, Caller::Browser),
            Caller::Browser => (Caller::Browser, Caller::Provider),
        };
        by(first).or_else(|| by(second))
    }

    /// What was heard at the endpoint in one profile.
    pub fn endpoint(&self, caller: Caller) -> Option<&Heard> {
        self.asked(Purpose::Endpoint, caller)
            .and_then(|a| a.heard.as_ref())
    }

    /// The reading for this purpose, in the voice that gets furthest.
    pub fn reading(&self, purpose: Purpose) -> Option<&Reading> {
        self.heard(purpose).map(|heard| &heard.reading)
    }

    /// Whom to imitate in further questions: the provider, unless only a browser gets through.
    pub fn voice(&self) -> Caller {
        if !self.imitates_provider() {
            return Caller::Browser;
        }
        match (
            self.endpoint(Caller::Provider),
            self.endpoint(Caller::Browser),
        ) {
            (Some(provider), Some(browser))
                if callers::browser_gets_further(&provider.reading, &browser.reading) =>
            {
                Caller::Browser
            }
            _ => Caller::Provider,
        }
    }

    /// Whether requests can look like the provider's: the surface can, and no request that should have did not.
    pub fn imitates_provider(&self) -> bool {
        (self.surface.imitates_provider() || self.has_pasted_provider())
            && self.asked.iter().all(|asked| {
                asked.probe.caller == Caller::Browser || asked.caller() == Caller::Provider
            })
    }

    /// Addresses that a hand was connected to for this shop, as it was told them, each once.
    pub fn remotes(&self) -> Vec<&str> {
        let mut remotes: Vec<&str> = Vec::new();
        for asked in &self.asked {
            if let Some(remote) = asked
                .heard
                .as_ref()
                .and_then(|heard| heard.answer.remote.as_deref())
                && !remotes.contains(&remote)
            {
                remotes.push(remote);
            }
        }
        remotes
    }

    /// Whether the browser let a plain page send nothing: a secure one may not ask an http address.
    pub fn is_forbidden(&self) -> bool {
        let mut heard = self.asked.iter().filter_map(|asked| asked.heard.as_ref());
        let not_permitted = Outcome::NoAnswer(NoAnswer::NotPermitted);
        heard.any(|heard| heard.answer.outcome == not_permitted)
    }

    /// The name that a public resolver may be asked for: the shop's, where nothing speaks against it yet. `None` where the
    /// address is a number, or known not to be public, or was looked up already.
    pub fn name_to_look_up(&self) -> Option<&str> {
        match self.shop.host() {
            Host::Name(name)
                if self.looked_up.is_none() && reach(self.shop.host()) == Reach::Public =>
            {
                Some(name)
            }
            _ => None,
        }
    }
}

/// What an index holds was read; an address within may hold a password.
fn drop_index(response: &mut Response) {
    let json = response.body.find('{').unwrap_or_default();
    response.body = response
        .body
        .get(json..=json)
        .unwrap_or_default()
        .to_owned();
    response.body_end = BodyEnd::Cut;
}

/// A probe's method and address in a line.
pub fn request_line(probe: &Probe) -> String {
    [probe.method.as_str(), " ", &probe.url].concat()
}

/// The headers of the answer at `url`, with of a redirect's target what may be shown.
pub(crate) fn shown_headers(headers: &Headers, url: &Url) -> Headers {
    let shown = headers.iter().map(|(name, value)| match name {
        "location" => (name, shown_location(url, value)),
        _ => (name, value.to_owned()),
    });
    shown.collect()
}
