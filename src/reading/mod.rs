//! What one answer from a callback address means by itself, before it is compared with any other.

mod cache;
pub(crate) mod callers;
mod wall;

use serde::{Deserialize, Serialize};

use crate::blocker::{self, Certainty, Entry, Means};
use crate::foreign;
use crate::gateway::Arrival;
use crate::page;
use crate::probe::{self, Answer, BodyEnd, NoAnswer, Outcome, Response, Speaker};
use crate::shop::Url;

use crate::verdict::{CauseId, Confidence, Evidence, EvidenceKind};

use wall::Wall;

pub(crate) use cache::hit as cache_hit;

/// What an answer means, and what says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it means for the call.
    pub meaning: Meaning,
    /// Who wrote it.
    pub speaker: Speaker,
    /// The product that wrote it, where the catalogue knows it.
    pub blocker: Option<&'static Entry>,
    /// How sure the meaning is.
    pub confidence: Confidence,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// What something on the shop printed around the dispatcher's answer.
    pub printed: Option<String>,
}

/// What an answer means for the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// WooCommerce's dispatcher answered; `registered` says whether a plugin listens under the name.
    Arrived {
        /// 200: a plugin listens. 400: nobody does.
        registered: bool,
    },
    /// It came to the payment plugin, which refused it.
    Refused,
    /// What the endpoint itself answers, and others as well: what would tell them apart was not seen.
    Fits,
    /// Sent elsewhere.
    Redirect(Redirect),
    /// Refused, or broken, for the reason that the cause names.
    Stopped(CauseId),
    /// 404 or 410: nobody knows this address.
    NotRouted,
    /// A success that is not WooCommerce's: a page of the site.
    Swallowed,
    /// No HTTP answer.
    Silent(NoAnswer),
    /// The hand was not shown the answer.
    Hidden,
}

/// A redirect as it was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redirect {
    /// Its status; `None` where the hand was not shown it.
    pub status: Option<u16>,
    /// Where it leads, absolute; `None` where the hand was not shown it or it is no http address.
    pub to: Option<Url>,
    /// `X-Redirect-By`: the plugin that says it did it; empty where what it says is no name.
    pub by: Option<String>,
}

impl Reading {
    /// Whether the call came to what hands calls on, or to the plugin, whatever that said.
    pub const fn arrived(&self) -> bool {
        matches!(self.meaning, Meaning::Arrived { .. } | Meaning::Refused)
    }

    /// Whether something refused the call, rather than not knowing where it belongs.
    pub const fn refused(&self) -> bool {
        matches!(self.meaning, Meaning::Stopped(_) | Meaning::Silent(_))
    }
}

/// Reads the answer that `request` (such as `POST https://shop.example.com/wc-api/NAME/`) got at `url`. `arrival` is what
/// the endpoint that was called says of it: `None` where it is none of its answers, or no endpoint was called.
pub fn read(request: &str, url: &Url, answer: &Answer, arrival: Option<Arrival>) -> Reading {
    match &answer.outcome {
        Outcome::Response(response) => match by_endpoint(request, response, arrival) {
            Some(own) => by_itself(request, url, response, own),
            None => read_response(request, url, response),
        },
        Outcome::RedirectHidden => Reading {
            meaning: Meaning::Redirect(Redirect::default()),
            ..plain(
                Meaning::Hidden,
                Speaker::Unknown,
                vec![evidence(
                    EvidenceKind::Status,
                    request,
                    "a redirect; its target is hidden from the browser's page",
                )],
            )
        },
        Outcome::NoAnswer(why) => {
            let seen = answer.error.as_deref().unwrap_or(silence(*why));
            plain(
                Meaning::Silent(*why),
                Speaker::Nobody,
                vec![evidence(EvidenceKind::Network, request, seen)],
            )
        }
        Outcome::Opaque | Outcome::Unreadable => {
            plain(Meaning::Hidden, Speaker::Unknown, Vec::new())
        }
    }
}

/// What the endpoint says of an answer comes before what it looks like. Of a way that is not its end the next answer
/// tells.
fn by_endpoint(request: &str, response: &Response, arrival: Option<Arrival>) -> Option<Reading> {
    let speaker = probe::speaker(response);
    let by_dispatcher = speaker == Speaker::Dispatcher;
    let (meaning, speaker) = match arrival {
        Some(Arrival::Arrived | Arrival::OtherForm) => (
            Meaning::Arrived { registered: true },
            if by_dispatcher {
                speaker
            } else {
                Speaker::Gateway
            },
        ),
        Some(Arrival::Refused) => (Meaning::Refused, Speaker::Gateway),
        Some(Arrival::Nobody) => (
            Meaning::Arrived { registered: false },
            if by_dispatcher {
                speaker
            } else {
                Speaker::WordPress
            },
        ),
        Some(Arrival::Fits) => (Meaning::Fits, speaker),
        Some(Arrival::OnTheWay | Arrival::NotIts) | None if by_dispatcher => (
            Meaning::Arrived {
                registered: response.status == 200,
            },
            speaker,
        ),
        Some(Arrival::OnTheWay | Arrival::NotIts) | None => return None,
    };
    let mut proof = vec![status_line(request, response)];
    proof.extend(excerpt(request, response));
    let printed = probe::dispatched(&response.body).and_then(|found| found.printed());
    Some(Reading {
        printed: printed.map(str::to_owned),
        confidence: if response.body_end.is_whole() && meaning != Meaning::Fits {
            Confidence::Certain
        } else {
            Confidence::Likely
        },
        ..plain(meaning, speaker, proof)
    })
}

/// What only may be the plugin's is somebody else's where that says so itself: a product by its name, a page that wants a
/// browser or a password.
fn by_itself(request: &str, url: &Url, response: &Response, own: Reading) -> Reading {
    if own.meaning != Meaning::Fits {
        return own;
    }
    let other = read_response(request, url, response);
    let says = match other.meaning {
        // A plugin may say 401 as well.
        Meaning::Stopped(CauseId::LoginWall) if response.status == 401 => {
            response.headers.get("www-authenticate").is_some()
        }
        Meaning::Stopped(CauseId::Challenge | CauseId::LoginWall | CauseId::Maintenance) => true,
        Meaning::Stopped(_) => other.blocker.is_some_and(Entry::names_a_product),
        // A page that leads a browser on by itself.
        Meaning::Redirect(_) => (200..300).contains(&response.status),
        _ => false,
    };
    if says { other } else { own }
}

fn read_response(request: &str, url: &Url, response: &Response) -> Reading {
    let speaker = probe::speaker(response);
    let mut proof = vec![status_line(request, response)];
    if let Some(found) = blocker::recognise(response, Some(&url.to_string())) {
        // What runs after WooCommerce's dispatcher cannot block it: such a page only shows that the route is unknown.
        let means = if found.entry.after_dispatcher {
            None
        } else {
            cause_of(found.entry.means)
        };
        if let Some(cause) = means {
            proof.extend(hits(request, &found.evidence));
            return Reading {
                meaning: Meaning::Stopped(cause),
                speaker: speaker_of(found.entry.means, speaker),
                blocker: found.entry.named(),
                confidence: match found.confidence {
                    Certainty::Certain => Confidence::Certain,
                    Certainty::Likely => Confidence::Likely,
                },
                evidence: proof,
                printed: None,
            };
        }
    }
    if let Some(meaning) =
        wall::wall(response, speaker).and_then(|wall| of_wall(wall, url, response))
    {
        proof.extend(excerpt(request, response));
        return Reading {
            confidence: Confidence::Likely,
            ..plain(meaning, speaker, proof)
        };
    }
    if is_half(response) {
        return plain(Meaning::Hidden, speaker, proof);
    }
    let meaning = match response.status {
        300..=303 | 307 | 308 => redirect(request, url, response, &mut proof),
        404 | 410 => Meaning::NotRouted,
        401 => match response.headers.get("www-authenticate") {
            Some(value) => {
                proof.push(header(request, "www-authenticate", value));
                Meaning::Stopped(CauseId::LoginWall)
            }
            // A gateway for programs, which wants a key and shows nobody where to type a password.
            None if speaker == Speaker::Unknown => Meaning::Stopped(CauseId::Blocked),
            None => Meaning::Stopped(CauseId::LoginWall),
        },
        405 | 411 | 413 | 415 | 417 | 501 => Meaning::Stopped(CauseId::PostRefused),
        429 => Meaning::Stopped(CauseId::RateLimited),
        200..=299 => Meaning::Swallowed,
        500..=599 => Meaning::Stopped(CauseId::ServerError),
        // A refusal, or nothing that a shop says of itself.
        _ => Meaning::Stopped(CauseId::Blocked),
    };
    if matches!(meaning, Meaning::Swallowed | Meaning::NotRouted) {
        proof.extend(excerpt(request, response));
    }
    let mut reading = plain(meaning, speaker, proof);
    if response.status == 503 && speaker == Speaker::Unknown {
        // In somebody's own words it may be a notice rather than a failure.
        reading.confidence = reading.confidence.min(Confidence::Likely);
    }
    reading
}

/// Headers that many answers carry: where a product's page shows itself they say nothing more.
const COMMON_HEADERS: [&str; 5] = [
    "cache-control",
    "connection",
    "content-type",
    "expires",
    "retry-after",
];

/// What shows a product, as evidence: of its page the text. Marks within its markup stand for it where it has no text.
fn hits(request: &str, hits: &[blocker::Hit]) -> Vec<Evidence> {
    let rows: Vec<(bool, Evidence)> = hits
        .iter()
        .map(|hit| {
            if let Some(name) = hit.at.strip_prefix("header ") {
                let what = [name, ": ", &hit.what].concat();
                let tells = !COMMON_HEADERS.contains(&name);
                return (tells, evidence(EvidenceKind::Header, request, &what));
            }
            let text = page::text_at(&hit.what);
            let words = text.contains(' ') && !text.contains(['<', '{', '=']);
            let what = [&hit.at, ": ", &text].concat();
            let tells = words || hit.at != "body";
            (tells, evidence(EvidenceKind::Excerpt, request, &what))
        })
        .collect();
    let telling = rows.iter().any(|(tells, _)| *tells);
    let shown = rows.into_iter().filter(|(tells, _)| *tells || !telling);
    shown.map(|(_, row)| row).collect()
}

/// Where a redirect leads, with the headers that say so as its proof.
fn redirect(request: &str, url: &Url, response: &Response, proof: &mut Vec<Evidence>) -> Meaning {
    for name in ["location", "x-redirect-by"] {
        if let Some(value) = response.headers.get(name) {
            proof.push(header(request, name, value));
        }
    }
    Meaning::Redirect(Redirect {
        status: Some(response.status),
        to: response
            .headers
            .get("location")
            .and_then(|location| url.join(location)),
        by: response
            .headers
            .get("x-redirect-by")
            .map(|by| foreign::name(by).unwrap_or_default().to_owned()),
    })
}

/// Whether the part of an answer is missing that would tell: what the status does not say, a body that broke off may have.
const fn is_half(response: &Response) -> bool {
    let open = matches!(response.status, 200..=299 | 400);
    open && matches!(response.body_end, BodyEnd::Broken | BodyEnd::Unread)
}

/// Whether an address is a home with arguments, rather than a script with its own.
fn is_home(url: &Url) -> bool {
    url.query().is_some() && (url.path().ends_with('/') || url.path().ends_with("/index.php"))
}

/// What a wall means for the call; `None` where the page leads to no web address.
fn of_wall(wall: Wall, url: &Url, response: &Response) -> Option<Meaning> {
    Some(match wall {
        Wall::Challenge => Meaning::Stopped(CauseId::Challenge),
        Wall::Login => Meaning::Stopped(CauseId::LoginWall),
        // What the home shows is the site's own, however bare.
        Wall::Notice if is_home(url) && response.body.contains('<') => return None,
        Wall::Notice => Meaning::Stopped(CauseId::Blocked),
        Wall::Elsewhere(target) => match url.join(&target)? {
            // To itself: the next request carries what this one was given.
            same if same == *url => Meaning::Stopped(CauseId::Challenge),
            to => Meaning::Redirect(Redirect {
                status: Some(response.status),
                to: Some(to),
                by: None,
            }),
        },
    })
}

fn plain(meaning: Meaning, speaker: Speaker, evidence: Vec<Evidence>) -> Reading {
    let confidence = match meaning {
        Meaning::Hidden => Confidence::None,
        Meaning::Stopped(CauseId::Blocked) | Meaning::Swallowed => Confidence::Likely,
        _ => Confidence::Certain,
    };
    Reading {
        meaning,
        speaker,
        blocker: None,
        confidence,
        evidence,
        printed: None,
    }
}

/// The cause that a catalogue row stands for; `None` for what does not stop a callback.
const fn cause_of(means: Means) -> Option<CauseId> {
    Some(match means {
        Means::Blocked => CauseId::Blocked,
        Means::Challenge => CauseId::Challenge,
        Means::LoginWall => CauseId::LoginWall,
        Means::Maintenance => CauseId::Maintenance,
        Means::RateLimited => CauseId::RateLimited,
        Means::ServerError => CauseId::ServerError,
        Means::Redirected => CauseId::Redirected,
        Means::RestLocked => CauseId::RestLocked,
        Means::ComingSoon | Means::Normal => return None,
    })
}

/// A refusing product speaks as a firewall; a failing site speaks as itself.
const fn speaker_of(means: Means, speaker: Speaker) -> Speaker {
    match means {
        Means::Blocked | Means::Challenge | Means::RateLimited => Speaker::Firewall,
        _ => speaker,
    }
}

const fn silence(why: NoAnswer) -> &'static str {
    match why {
        NoAnswer::Dns => "no address for this name",
        NoAnswer::Refused => "connection refused",
        NoAnswer::Reset => "connection closed without an answer",
        NoAnswer::Tls => "the secure connection failed",
        NoAnswer::Timeout => "no answer in time",
        NoAnswer::NotHttp => "the answer was not HTTP",
        NoAnswer::NotPermitted => "the browser did not allow the request",
        NoAnswer::Cancelled => "cancelled",
        NoAnswer::Unknown => "the browser reports a network error",
    }
}

/// A piece of evidence: strangers' text enters a report here.
pub(crate) fn evidence(kind: EvidenceKind, at: &str, what: &str) -> Evidence {
    Evidence {
        kind,
        at: foreign::text(at, probe::limits::EXCERPT_BYTES),
        what: foreign::text(what, probe::limits::EXCERPT_BYTES),
    }
}

fn status_line(request: &str, response: &Response) -> Evidence {
    evidence(EvidenceKind::Status, request, &response.status.to_string())
}

fn header(request: &str, name: &str, value: &str) -> Evidence {
    let value = foreign::header(name, value, probe::limits::EXCERPT_BYTES);
    evidence(
        EvidenceKind::Header,
        request,
        &[name, ": ", &value].concat(),
    )
}

/// What the answer says, where that is anything.
fn excerpt(request: &str, response: &Response) -> Option<Evidence> {
    let said = page::said(&response.body, probe::limits::EXCERPT_BYTES);
    (!said.is_empty()).then(|| evidence(EvidenceKind::Excerpt, request, &said))
}
