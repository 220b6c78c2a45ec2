//! What someone already has, in whatever form they have it: read into answers, without any network.
//!
//! A raw response, the output of curl, a browser's network panel, a HAR file, JSON as a provider's portal shows it, or a
//! bare status. Cookies and authorisation are dropped here, before anything else sees them.

pub mod commands;
mod fields;
pub mod har;
mod http;
mod json;
mod kind;
mod line;
mod log;
mod mail;
mod number;
mod panel;
mod providers;
mod sentences;
mod table;
mod tongues;
mod tree;
mod words;

use std::fmt;

pub use kind::Kind;
pub(crate) use sentences::{is_local, is_plugins_word, is_refusal};

use crate::case::pasted::is_callback;
use crate::probe::{BodyEnd, Headers, NoAnswer, limits};
use crate::shop::{Harmless, Url};
use crate::verdict::CauseId;

/// Bytes of input that are read; a HAR file of a whole visit is a few megabytes.
pub const INPUT_BYTES: usize = 32 * 1024 * 1024;

/// Answers that are taken from one input.
pub const ANSWERS: usize = 50;

/// One answer as someone has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The name of the line, in a file of recorded answers.
    pub id: Option<String>,
    /// The method of the request, where it is there.
    pub method: Option<String>,
    /// The address that was asked, where it is there; of a server's log perhaps its path alone.
    pub url: Option<String>,
    /// The status, where it is there.
    pub status: Option<u16>,
    /// The headers, as far as they are there.
    pub headers: Headers,
    /// The body, as far as it is there; `None` where nothing shows whether there was one.
    pub body: Option<String>,
    /// Why there was no answer, where the input says that there was none.
    pub silence: Option<NoAnswer>,
    /// The IP address that answered, where it is there.
    pub remote: Option<String>,
    /// Milliseconds from sending to the last byte, where they are there.
    pub elapsed_ms: Option<u32>,
    /// The caller's User-Agent, where a log names it.
    pub agent: Option<String>,
    /// The gateway whose provider the input names, by its id.
    pub gateway: Option<&'static str>,
    /// Whether a person sent the request: it had nothing of a provider's call in it.
    pub by_hand: bool,
    /// When it was, as it stands there.
    pub time: Option<String>,
    /// When it was last, where the input has it several times.
    pub until: Option<String>,
    /// How often it stands there again.
    pub repeats: u32,
    /// What the input says by itself, beside or instead of an answer.
    pub told: Option<Told>,
    /// What a log says of it: how often, since when, by which rule.
    pub logged: Option<Box<Logged>>,
}

/// What a log says of lines that are alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logged {
    /// How many there are.
    pub times: u32,
    /// The first of them, by the log's own clock.
    pub since: Option<Moment>,
    /// The last of them.
    pub until: Option<Moment>,
    /// How many calls at the same address were answered with a success.
    pub passed: u32,
    /// Ids of the rules that refused it, those that say why first.
    pub rules: Vec<String>,
    /// Cloudflare's name for the first of them.
    pub ray: Option<String>,
    /// The folder of the plugin or theme that failed.
    pub plugin: Option<String>,
}

/// A moment as a log writes it, without a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The year; 0 where the log leaves it out.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
    /// The hour, from 0 to 23.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// The second.
    pub second: u8,
}

/// What words say by themselves: a log's line, a security product's event, a provider's sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it means; [`CauseId::Undetermined`] where it only shows that no answer is told.
    pub cause: CauseId,
    /// The product that says it, by its id in the catalogue.
    pub blocker: Option<&'static str>,
    /// The words that say it, without anything of an order; perhaps none.
    pub words: String,
    /// Where the cause's own words do not fit: an id of [`crate::text::explained`].
    pub said: Option<&'static str>,
    /// Whether a status in the same text is the shop's.
    leaves_status: bool,
}

impl Told {
    fn new(cause: CauseId, blocker: Option<&'static str>, words: &str) -> Self {
        Self {
            cause,
            blocker,
            words: words.to_owned(),
            said: None,
            leaves_status: true,
        }
    }

    /// A status in the same text is not the shop's answer.
    fn alone(self) -> Self {
        Self {
            leaves_status: false,
            ..self
        }
    }

    /// Nothing is told of what happened.
    fn open(said: &'static str) -> Self {
        Self {
            said: Some(said),
            ..Self::new(CauseId::Undetermined, None, "")
        }
    }
}

impl Given {
    /// Whether another one says the same again, at another time: callbacks differ in the order that they are about.
    fn is_again(&self, other: &Self) -> bool {
        let address = |given: &Self| {
            let url = given.url.as_deref()?;
            let parsed = Url::parse(url).ok();
            Some(parsed.map_or(url.to_owned(), |url| {
                Harmless::of(&url).address().to_string()
            }))
        };
        (
            self.status,
            self.silence,
            &self.method,
            &self.agent,
            &self.told,
            &self.body,
        ) == (
            other.status,
            other.silence,
            &other.method,
            &other.agent,
            &other.told,
            &other.body,
        ) && address(self) == address(other)
    }

    /// How the body ended. One that nobody showed was not read; one that was shown is taken for all of it.
    pub const fn body_end(&self) -> BodyEnd {
        match self.body {
            Some(_) => BodyEnd::Whole,
            None => BodyEnd::Unread,
        }
    }

    /// The callback's address that was asked, where it is one.
    pub fn callback(&self) -> Option<Url> {
        let url = Url::parse(self.url.as_deref()?).ok()?;
        is_callback(&url).then_some(url)
    }
}

/// The form that an input was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// One or more raw HTTP responses, or headers as a browser's network panel copies them.
    Http,
    /// The output of `curl -v`.
    Curl,
    /// A HAR file.
    Har,
    /// JSON with a status in it.
    Json,
    /// A body alone.
    Body,
    /// A status, or words about one.
    Status,
    /// Lines of a server's log.
    Log,
    /// A mail.
    Mail,
    /// A portal's table, or an export of one.
    Table,
}

impl Form {
    /// The word for this form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Curl => "curl",
            Self::Har => "har",
            Self::Json => "json",
            Self::Body => "body",
            Self::Status => "status",
            Self::Log => "log",
            Self::Mail => "mail",
            Self::Table => "table",
        }
    }
}

/// What was read from an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The form that it was recognised as.
    pub form: Form,
    /// The answers, in order; never empty. Of several hops the last one is the answer.
    pub answers: Vec<Given>,
}

/// Why nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputError {
    /// Expected an answer, there was nothing.
    Empty,
    /// Expected at most [`INPUT_BYTES`], this many came.
    TooLong {
        /// Bytes of the input.
        bytes: usize,
    },
    /// Expected JSON of at most this many values, there were more.
    TooMany {
        /// Values that are read.
        values: usize,
    },
    /// Expected text, this is binary.
    Binary,
    /// The JSON ends early or is broken.
    BrokenJson,
    /// Expected a callback among the requests of a HAR file, there was none.
    NoCallback {
        /// Requests that the file holds.
        entries: usize,
    },
    /// Expected a response, a status or a body; this looks like none of them.
    Unknown,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected an answer, found nothing"),
            Self::TooLong { bytes } => {
                write!(f, "expected at most {INPUT_BYTES} bytes, found {bytes}")
            }
            Self::TooMany { values } => {
                write!(
                    f,
                    "expected at most {values} values in the JSON, found more"
                )
            }
            Self::Binary => f.write_str("expected text, found binary data"),
            Self::BrokenJson => f.write_str("expected whole JSON, found a part of it"),
            Self::NoCallback { entries } => write!(
                f,
                "expected a request to wc-api, found none among {entries}"
            ),
            Self::Unknown => {
                f.write_str("expected a response, a status or a body, found something else")
            }
        }
    }
}

impl std::error::Error for InputError {}

/// Finds out what `text` is and reads it.
pub fn read(text: &str) -> Result<Input, InputError> {
    if text.len() > INPUT_BYTES {
        return Err(InputError::TooLong { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(InputError::Empty);
    }
    if is_binary(text) {
        return Err(InputError::Binary);
    }
    if let Some(mail) = mail::text(text) {
        return log::read(&mail)
            .or_else(|| line::read(&mail))
            .or_else(|| http::read(text))
            .map(|input| Input {
                form: Form::Mail,
                ..input
            })
            .ok_or(InputError::Unknown);
    }
    if let Some(input) = log::read(text) {
        return Ok(input);
    }
    if is_json(text) {
        return match tree::parse(text) {
            Ok(value) => match har::entries(&value) {
                Some(entries) => har::callbacks(entries),
                None => json::read(&value),
            },
            Err(InputError::BrokenJson) => json::lines(text),
            Err(error) => Err(error),
        };
    }
    mail_of_markup(text)
        .or_else(|| http::read(text))
        .or_else(|| within(text))
        .or_else(|| line::read(text))
        .ok_or(InputError::Unknown)
}

/// A mail that was copied with its markup, told by what it speaks of. A page that blocks says nothing of calls.
fn mail_of_markup(text: &str) -> Option<Input> {
    if !text.starts_with('<') || text.len() > MARKUP_BYTES {
        return None;
    }
    let plain = mail::without_markup(text);
    let input = line::read(&plain).filter(|_| line::is_about_call(&plain))?;
    let told = |given: &Given| given.url.as_deref().is_some_and(line::is_called);
    input.answers.iter().any(told).then_some(Input {
        form: Form::Mail,
        ..input
    })
}

/// Bytes of a mail with its markup.
const MARKUP_BYTES: usize = 256 * 1024;

/// JSON after a few words.
fn within(text: &str) -> Option<Input> {
    let at = text.find('{').filter(|at| (1..=WORDS_BYTES).contains(at))?;
    let end = text.rfind('}')?;
    let object = text.get(at..=end).filter(|object| object.contains("\":"))?;
    let value = tree::parse(object).ok()?;
    json::read(&value).ok()
}

/// Bytes of the words before JSON.
const WORDS_BYTES: usize = 2000;

/// Whether a text begins as JSON does, rather than as `[::1]` or a line of Apache's error log.
pub(super) fn is_json(text: &str) -> bool {
    text.starts_with('{')
        || text.strip_prefix('[').is_some_and(|inner| {
            let inner = inner.trim_start();
            inner.starts_with(['{', '[', '"', ']'])
        })
}

/// Whether a text was no text, told from its beginning.
pub fn is_binary(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(1024)).unwrap_or(text);
    let starts = [
        "%PDF-",
        "PK\u{3}\u{4}",
        "GIF87a",
        "GIF89a",
        "Rar!\u{1a}",
        "7z\u{fffd}\u{fffd}",
    ];
    starts.iter().any(|start| head.starts_with(start))
        || head.contains('\0')
        || head.matches('\u{fffd}').count() > 8
}

/// Whether a text is a status, words about one, or a server's log.
pub fn is_status(text: &str) -> bool {
    let text = text.trim();
    let mail = mail::text(text);
    log::is_log(text) || line::read(mail.as_deref().unwrap_or(text)).is_some()
}

/// Header names whose values are secrets.
const SECRET: [&str; 5] = [
    "authorization",
    "proxy-authorization",
    "cookie",
    "x-api-key",
    "x-wp-nonce",
];

/// Headers without secrets: of a cookie that is set only the name stays, by which products are known.
fn headers(pairs: impl IntoIterator<Item = (String, String)>) -> Headers {
    let kept = pairs.into_iter().filter(|(name, _)| {
        !SECRET
            .iter()
            .any(|secret| name.trim().eq_ignore_ascii_case(secret))
    });
    kept.map(|(name, value)| {
        if name.trim().eq_ignore_ascii_case("set-cookie") {
            let cookie = value
                .split('=')
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned();
            (name, cookie + "=")
        } else {
            (name, value)
        }
    })
    .collect()
}

/// A body, cut to what a hand would keep.
fn body(text: &str) -> String {
    let mut body = text
        .get(..text.floor_char_boundary(limits::BODY_BYTES))
        .unwrap_or(text)
        .to_owned();
    crate::probe::cut(&mut body, limits::BODY_BYTES);
    body
}

/// A status that HTTP allows.
fn status(number: u64) -> Option<u16> {
    u16::try_from(number)
        .ok()
        .filter(|status| (100..=999).contains(status))
}

#[cfg(test)]
mod tests;
