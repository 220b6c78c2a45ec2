//! The in-page audit: the shop's own page opened this window, and its agent (`www/agent.js`) sends what the brain asks
//! for. This window sends nothing by itself. Where the checker is a file, which no page can open, this window has opened
//! the shop's.
//!
//! The page may be hostile. It can only ever speak of its own origin, which the browser names; every message has a known
//! shape and limits; one that nobody asked for ends the conversation.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, ArrayBuffer, Function, JsString, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, AbortSignal, MessageEvent, MessagePort, Window};

use super::{
    browser::{harmless, language, now_rfc3339, origin_of, page_of},
    driver::{self, Stop},
    fetch, words,
};
use crate::{
    diagnosis::{AGENT_VERSION, Diagnosis, Intake, IntakeError, PageRead, commands},
    gateway::Gateway,
    page,
    probe::{
        self, Answer, BodyEnd, Caller, Headers, NoAnswer, Outcome, Probe, Purpose, body_text,
        limits,
    },
    report::Surface,
    run::{Phase, Run},
    text::{self, fill},
};

/// Milliseconds that the agent may take to hand over its page.
const GREETING_MS: u32 = 10_000;

/// Milliseconds that it may take to answer a second greeting: it is there already.
const AGAIN_MS: u32 = 4_000;

/// Milliseconds that a person may take to click the bookmark in a window that this one has opened.
const CLICK_MS: u32 = 10 * 60 * 1000;

/// Characters of an address in a message.
pub(super) const ADDRESS_CHARACTERS: u32 = 8 * 1024;

/// Characters of a refusal in words.
pub(super) const REFUSAL_CHARACTERS: u32 = 200;

/// Why an in-page audit cannot be.
#[derive(Debug)]
pub enum Trouble {
    /// Expected a window that opened this one and holds the agent; there is none, or it is silent.
    Alone,
    /// Expected a page with an origin; the browser gives its error pages, files and sandboxed pages none.
    Nowhere,
    /// Expected a page of the sender's own origin; it named another one.
    Foreign {
        /// The origin that the browser names.
        from: String,
    },
    /// Expected a page at the shop's own address; the page says that the shop is elsewhere.
    Elsewhere {
        /// The shop's home.
        shop: String,
    },
    /// Expected answers to what was asked; something else came.
    Disturbed,
    /// Expected the agent of this version; the bookmark was made with another.
    OtherVersion,
    /// The page's address is none that a diagnosis can begin with.
    Intake(IntakeError),
}

impl Trouble {
    /// Why there can be no in-page audit.
    pub(super) fn sentence(&self) -> String {
        let texts = text::brain(language());
        match self {
            Self::Alone => texts.page_silent.to_owned(),
            Self::Nowhere => texts.page_nowhere.to_owned(),
            Self::Foreign { from } => fill(texts.page_foreign, &[("host", from)]),
            Self::Elsewhere { shop } => fill(texts.page_elsewhere, &[("shop", shop)]),
            Self::Disturbed => texts.page_disturbs.to_owned(),
            Self::OtherVersion => texts.bookmark_old.to_owned(),
            Self::Intake(error) => words::refused_intake(error).to_owned(),
        }
    }
}

/// Lets the page that opened this window, or the one in a window that this has `opened`, answer for its shop, and shows
/// each state of the run. With a `gateway`, by its id, the page that was asked last is asked on.
pub async fn check(
    opened: Option<Window>,
    gateway: Option<&str>,
    cancel: &AbortSignal,
    show: &dyn Fn(&Run),
) {
    let gateway = gateway.and_then(Gateway::by_id);
    let last = LAST.take().filter(|_| gateway.is_some());
    let phase = match opened {
        _ if last.is_some() => Phase::Probing,
        Some(_) => Phase::AwaitingPage,
        None => Phase::ReadingPage,
    };
    let mut run = Run::new(String::new(), String::new(), phase);
    show(&run);
    let audited = match (last, gateway) {
        (Some(talk), _) => {
            let stop = Stop::begin(cancel);
            audit(talk, gateway, &mut run, stop, show).await
        }
        // It was open for too long.
        (None, Some(_)) => Err(Trouble::Alone),
        (None, None) => begin(opened, &mut run, cancel, show).await,
    };
    run.phase = match audited {
        Ok(()) => Phase::Done,
        Err(trouble) => {
            run.report = None;
            Phase::Failed(trouble.sentence())
        }
    };
    show(&run);
}

/// A page that answers.
struct Talk {
    line: Line,
    address: String,
    page: Option<PageRead>,
    origin: String,
    /// When it began, in milliseconds.
    since: f64,
    /// What was answered already: the agent sends only so many requests.
    answers: RefCell<Vec<(Probe, Answer)>>,
}

/// Milliseconds after which the agent may have gone home: less than its own `LIFE_MS`.
const TALK_MS: f64 = 280_000.0;

thread_local! {
    /// The last page, as long as the person may choose another gateway.
    static LAST: RefCell<Option<Talk>> = const { RefCell::new(None) };
}

impl Talk {
    /// The answer to a probe, where it was asked before.
    fn known(&self, probe: &Probe) -> Option<Answer> {
        let answers = self.answers.borrow();
        let mut answers = answers.iter().filter(|_| probe.purpose != Purpose::Repeat);
        let same = answers.find(|(asked, _)| {
            asked.method == probe.method && asked.url == probe.url && asked.caller == probe.caller
        });
        same.map(|(_, answer)| answer.clone())
    }

    async fn send(&self, probe: &Probe, stop: &AbortSignal) -> Answer {
        if let Some(known) = self.known(probe) {
            return known;
        }
        let answer = self.line.send(probe, stop).await;
        self.answers
            .borrow_mut()
            .push((probe.clone(), answer.clone()));
        answer
    }
}

async fn begin(
    opened: Option<Window>,
    run: &mut Run,
    cancel: &AbortSignal,
    show: &dyn Fn(&Run),
) -> Result<(), Trouble> {
    let greeting = meet(opened, false, cancel).await?;
    // The time of a person is not that of the run.
    let stop = Stop::begin(cancel);
    let (address, page) = page_in(&greeting)?;
    let talk = Talk {
        line: Line::open(&greeting).ok_or(Trouble::Alone)?,
        address,
        page,
        origin: greeting.origin(),
        since: fetch::now(),
        answers: RefCell::default(),
    };
    audit(talk, None, run, stop, show).await
}

/// Greets the agent in the page that opened this window, or in the one in a window that this has `opened`; one that has
/// answered before may be greeted `again`.
pub(super) async fn meet(
    opened: Option<Window>,
    again: bool,
    cancel: &AbortSignal,
) -> Result<MessageEvent, Trouble> {
    let known = known_number().filter(|_| again);
    let patience = match &opened {
        _ if again => AGAIN_MS,
        Some(_) => CLICK_MS,
        None => GREETING_MS,
    };
    let greeting = match opened {
        Some(window) => greet(window, known, true, patience, cancel).await,
        None => greet_opener(known, patience, cancel).await,
    };
    let greeting = greeting.ok_or(Trouble::Alone)?;
    // The first bookmarks named none.
    if whole(&greeting.data(), "version") != Some(AGENT_VERSION) {
        return Err(Trouble::OtherVersion);
    }
    Ok(greeting)
}

/// Under which name this window keeps the number of the agent that was met last, for the other modules of this page.
const KNOWN: &str = "callbackDoctorAgent";

fn known_number() -> Option<String> {
    text(web_sys::window()?.as_ref(), KNOWN, 64)
}

async fn audit(
    talk: Talk,
    gateway: Option<&'static Gateway>,
    run: &mut Run,
    mut stop: Stop,
    show: &dyn Fn(&Run),
) -> Result<(), Trouble> {
    if fetch::now() - talk.since > TALK_MS {
        return Err(Trouble::Alone);
    }
    run.shop.clone_from(&talk.origin);
    run.page_url = page_of(&talk.address).unwrap_or_default();
    let intake = Intake {
        page: talk.page.clone(),
        gateway,
        started: Some(now_rfc3339()),
        language: language(),
        ..Intake::new(&talk.address, Surface::InPage)
    };
    let mut diagnosis = Diagnosis::new(intake).map_err(Trouble::Intake)?;
    let shop = diagnosis.case().shop.to_string();
    if origin_of(&shop).as_ref() != Some(&run.shop) {
        return Err(Trouble::Elsewhere { shop });
    }
    run.phase = Phase::Probing;
    show(run);
    let disturbed = talk.line.disturbed.signal();
    stop.add(&disturbed);
    let send = async |probe: &Probe, stop: &AbortSignal| talk.send(probe, stop).await;
    let report = driver::run(&mut diagnosis, send, &stop, |report| {
        run.report = Some(report.into());
        show(run);
    })
    .await;
    if disturbed.aborted() {
        return Err(Trouble::Disturbed);
    }
    let ask_on = report.others().next().is_some();
    run.report = Some(report.into());
    run.commands = commands(diagnosis.case());
    LAST.replace(ask_on.then_some(talk));
    Ok(())
}

/// Greets the agent in the page that opened this window. Only that window is heard, and only with the number that it wrote
/// into this window's address.
async fn greet_opener(
    known: Option<String>,
    patience_ms: u32,
    cancel: &AbortSignal,
) -> Option<MessageEvent> {
    let window = web_sys::window()?;
    let location = window.location();
    let hash = location.hash().ok()?;
    let named = hash
        .strip_prefix(HASH)
        .and_then(|rest| rest.strip_prefix('='));
    let nonce = named.map(str::to_owned).or(known)?;
    let opener = window.opener().ok().filter(JsValue::is_object)?;
    let opener = opener.unchecked_into();
    let greeted = greet(opener, Some(nonce), false, patience_ms, cancel).await;
    // The number is used up; a reload shall not wait for an agent that is gone.
    let _ = location.replace(HASH);
    greeted
}

/// Says to the agent in `theirs` that the checker is ready, at once where its number is known and, where it `may_say_hello`,
/// when it does, and waits for its page. Nothing that another window says is even looked at.
async fn greet(
    theirs: Window,
    nonce: Option<String>,
    may_say_hello: bool,
    patience_ms: u32,
    cancel: &AbortSignal,
) -> Option<MessageEvent> {
    let window = web_sys::window()?;
    let late = AbortSignal::timeout_with_u32(patience_ms);
    let stop = fetch::either(cancel, &late);
    if let Some(nonce) = &nonce {
        say_ready(&theirs, nonce)?;
    }
    let nonce = Rc::new(RefCell::new(nonce));
    let mut listener = None;
    let greeted = Promise::new(&mut |resolve, _| {
        // With whatever the signal gives, which is no message of the agent.
        stop.set_onabort(Some(&resolve));
        let (theirs, nonce) = (theirs.clone(), nonce.clone());
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if event
                .source()
                .is_none_or(|source| *source != *AsRef::<JsValue>::as_ref(&theirs))
            {
                return;
            }
            let data = event.data();
            let said = text(&data, "callbackDoctor", 16);
            let number = text(&data, "nonce", 64);
            match said.as_deref() {
                Some("hello") => {
                    if let Some(number) = number.filter(|_| may_say_hello) {
                        // Where it cannot be said, the wait ends by itself.
                        let _ = say_ready(&theirs, &number);
                        nonce.replace(Some(number));
                    }
                }
                Some("page") if number.is_some() && number == *nonce.borrow() => {
                    // Cannot fail: it is a promise's own function.
                    let _ = resolve.call1(&JsValue::UNDEFINED, &event);
                }
                _ => {}
            }
        });
        let _ = window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
        listener = Some(heard);
    });
    let event = greeted.await.ok();
    if let Some(heard) = listener {
        let _ =
            window.remove_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    }
    let event = event?.dyn_into().ok()?;
    if let Some(number) = nonce.borrow().as_deref() {
        // Cannot fail on a window. Without it there is no second greeting.
        let _ = Reflect::set(&window, &KNOWN.into(), &number.into());
    }
    Some(event)
}

/// Nothing in it is secret, and the other's origin is not known yet.
fn say_ready(theirs: &Window, nonce: &str) -> Option<()> {
    let ready = message(&[
        ("callbackDoctor", &"ready".into()),
        ("nonce", &nonce.into()),
    ]);
    theirs.post_message(&ready, "*").ok()
}

/// The fragment of an address at which the agent opens the checker, before `=` and its number.
pub const HASH: &str = "#in-page";

/// The address of the page and the page as its agent read it, where it is one of the sender's own origin. The answer of a
/// callback is no page.
fn page_in(greeting: &MessageEvent) -> Result<(String, Option<PageRead>), Trouble> {
    let page = field(&greeting.data(), "page");
    let from = greeting.origin();
    if from == "null" {
        return Err(Trouble::Nowhere);
    }
    let url = text(&page, "url", ADDRESS_CHARACTERS).unwrap_or_default();
    if origin_of(&url).as_ref() != Some(&from) {
        return Err(Trouble::Foreign { from });
    }
    let found = harmless(&url).ok_or(Trouble::Nowhere)?;
    let address = found.address().to_string();
    if found.callback.is_some() {
        return Ok((address, None));
    }
    let url = found.page.to_string();
    let most = u32::try_from(limits::PAGE_BYTES).unwrap_or(u32::MAX);
    let html = text(&page, "html", most).ok_or(Trouble::Disturbed)?;
    let read = PageRead {
        signs: page::read(&html, Some(&url)),
        url,
        hops: Vec::new(),
        status: whole(&page, "status").filter(|status| *status != 0),
        link_header: None,
    };
    Ok((address, Some(read)))
}

/// The channel to the agent.
pub(super) struct Line {
    port: MessagePort,
    /// Who waits for which answer.
    waiting: Rc<RefCell<Vec<(u32, Function)>>>,
    /// Aborts when something came that nobody asked for.
    pub(super) disturbed: AbortController,
    _listener: Closure<dyn Fn(MessageEvent)>,
}

impl Line {
    /// The channel that came with the agent's page.
    pub(super) fn open(greeting: &MessageEvent) -> Option<Self> {
        let port: MessagePort = greeting.ports().get(0).dyn_into().ok()?;
        let waiting = Rc::new(RefCell::new(Vec::<(u32, Function)>::new()));
        let disturbed = AbortController::new().ok()?;
        let listener = {
            let (waiting, disturbed, port) = (waiting.clone(), disturbed.clone(), port.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let data = event.data();
                let id: Option<u32> = whole(&data, "id");
                let place = waiting
                    .borrow()
                    .iter()
                    .position(|(known, _)| id == Some(*known));
                if let Some(place) = place {
                    let (_, resolve) = waiting.borrow_mut().swap_remove(place);
                    let _ = resolve.call1(&JsValue::UNDEFINED, &data);
                } else {
                    port.close();
                    disturbed.abort();
                }
            })
        };
        port.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self {
            port,
            waiting,
            disturbed,
            _listener: listener,
        })
    }

    /// What the agent says to a question of this number; nothing where `stop` comes before.
    pub(super) async fn ask(&self, id: u32, question: &JsValue, stop: &AbortSignal) -> JsValue {
        let mut heard = None;
        let answered = Promise::new(&mut |resolve, _| {
            let _ = stop.add_event_listener_with_callback("abort", &resolve);
            heard = Some(resolve.clone());
            self.waiting.borrow_mut().push((id, resolve));
        });
        let seen = if stop.aborted() || self.port.post_message(question).is_err() {
            JsValue::UNDEFINED
        } else {
            answered.await.unwrap_or_default()
        };
        // A long audit shall not leave one for each question.
        if let Some(heard) = heard {
            let _ = stop.remove_event_listener_with_callback("abort", &heard);
        }
        seen
    }

    /// Asks the agent. What it refuses to send was not permitted; what it says in another shape ends the conversation.
    async fn send(&self, probe: &Probe, stop: &AbortSignal) -> Answer {
        let question = message(&[
            ("id", &probe.id.0.into()),
            ("method", &probe.method.as_str().into()),
            ("url", &probe.url.as_str().into()),
        ]);
        let seen = self.ask(probe.id.0.into(), &question, stop).await;
        let outcome = outcome(&seen, fetch::body_limit(probe.purpose));
        if outcome.is_none() && !stop.aborted() {
            self.disturbed.abort();
        }
        Answer {
            elapsed_ms: whole(&seen, "ms"),
            // Its words for what it did not send.
            error: text(&seen, "refused", REFUSAL_CHARACTERS),
            // What the browser adds cannot be taken away in a page.
            ..Answer::new(
                outcome.unwrap_or(Outcome::NoAnswer(NoAnswer::Cancelled)),
                Caller::Browser,
            )
        }
    }
}

impl Drop for Line {
    /// Lets the agent go home.
    fn drop(&mut self) {
        let _ = self.port.post_message(&"end".into());
        self.port.set_onmessage(None);
        self.port.close();
    }
}

/// What the agent saw; `None` where the message is none of an agent.
fn outcome(seen: &JsValue, body_limit: usize) -> Option<Outcome> {
    let response = field(seen, "response");
    if response.is_object() {
        let ms = whole(seen, "ms").unwrap_or_default();
        return response_in(&response, ms, body_limit).map(Outcome::from);
    }
    if field(seen, "redirect") == JsValue::TRUE {
        return Some(Outcome::RedirectHidden);
    }
    if field(seen, "refused").is_string() {
        return Some(Outcome::NoAnswer(NoAnswer::NotPermitted));
    }
    match text(seen, "silent", 16)?.as_str() {
        "timeout" => Some(Outcome::NoAnswer(NoAnswer::Timeout)),
        "unknown" => Some(Outcome::NoAnswer(NoAnswer::Unknown)),
        _ => None,
    }
}

fn response_in(response: &JsValue, ms: u32, body_limit: usize) -> Option<probe::Response> {
    let status = whole(response, "status")?;
    let headers = headers_in(response)?;
    let body: ArrayBuffer = field(response, "body").dyn_into().ok()?;
    let body = Uint8Array::new(&body);
    let most = u32::try_from(body_limit).unwrap_or(u32::MAX);
    let end = match text(response, "end", 8)?.as_str() {
        "" => BodyEnd::shortened(body.length() > most),
        "cut" => BodyEnd::Cut,
        // It gives up after the limit of time.
        "broken" if ms >= limits::PROBE_TIMEOUT_MS => BodyEnd::Cut,
        "broken" => BodyEnd::Broken,
        _ => return None,
    };
    let (body, body_end) = body_text(body.subarray(0, most).to_vec(), end);
    Some(probe::Response {
        status,
        headers,
        body,
        body_end,
    })
}

/// The headers of an agent's response.
pub(super) fn headers_in(response: &JsValue) -> Option<Headers> {
    let headers: Array = field(response, "headers").dyn_into().ok()?;
    let headers: Vec<(String, String)> = headers
        .iter()
        .take(limits::HEADERS_IN_MESSAGE)
        .map(|pair| {
            let pair: Array = pair.dyn_into().ok()?;
            Some((short(&pair.get(0))?, short(&pair.get(1))?))
        })
        .collect::<Option<_>>()?;
    Some(headers.into_iter().collect())
}

/// A header's name or value, as much of it as is kept.
fn short(value: &JsValue) -> Option<String> {
    let most = u32::try_from(limits::HEADER_VALUE_BYTES).unwrap_or(u32::MAX);
    beginning(value, most)
}

/// The text under a name: at most so many characters of it come in.
pub(super) fn text(object: &JsValue, name: &str, most: u32) -> Option<String> {
    beginning(&field(object, name), most)
}

fn beginning(value: &JsValue, most: u32) -> Option<String> {
    let text: &JsString = value.dyn_ref()?;
    Some(text.slice(0, most).into())
}

/// The whole number under a name, where it has room in the type.
pub(super) fn whole<T: TryFrom<u32>>(object: &JsValue, name: &str) -> Option<T> {
    let number = field(object, name).as_f64()?;
    let inside = number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is a whole number within the type's bounds"
    )]
    let number = inside.then_some(number as u32)?;
    T::try_from(number).ok()
}

/// What came over a channel is plain data, so reading it runs nothing.
pub(super) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

pub(super) fn message(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // Cannot fail on a plain object.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
