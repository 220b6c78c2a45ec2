//! Logs, lists of events and reports: of web servers, firewalls, WordPress and its plugins.
//!
//! Most lines of a log are other traffic: pages, files, visitors, robots. Only lines about an address that providers call
//! count. Lines without an address count where they are about the whole site, such as a fatal error of PHP; lines that know
//! the caller alone, such as a ban, count where nothing shows that they are about others. Everything else proves nothing, and
//! is told as that. What is read is put together by what it says, so that the order of lines changes nothing.

mod access;
mod audit;
mod ban;
mod call;
mod cloudflare;
mod error;
mod events;
mod iis;
mod put_together;
mod records;
mod report;
mod rules;
mod structured;
mod when;
mod woocommerce;

use super::{Input, Told};
use crate::given::Moment;
use call::Place;
use put_together::Log;

/// One record of a log.
#[derive(Clone, Debug, Default)]
struct Line {
    /// The address in it; `None` where it names none.
    place: Option<Place>,
    method: Option<String>,
    status: Option<u16>,
    agent: Option<String>,
    told: Option<Told>,
    when: Option<Moment>,
    /// Ids of the rules that it names.
    rules: Vec<String>,
    /// The folder of the plugin that failed.
    plugin: Option<String>,
    /// The caller's IP address: compared with others, and not kept.
    caller: Option<String>,
    /// Cloudflare's name for the request.
    ray: Option<String>,
    /// Of what it tells, where it names no address.
    about: About,
}

/// What a line without an address is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum About {
    /// Nothing that is known.
    #[default]
    Nothing,
    /// The site, whatever is called.
    Site,
    /// Everything that one caller sends.
    Caller,
    /// A plugin's own work with calls.
    Plugin,
}

/// Reads a log, a list of events or a report. `None` where the text is none.
pub(super) fn read(text: &str) -> Option<Input> {
    if text.starts_with('{') || super::is_json(text) {
        return structured::of_json(text);
    }
    if let Some(input) = report::read(text) {
        return Some(input);
    }
    if !is_log(text) {
        return None;
    }
    let mut log = Log::default();
    let (mut plugins, mut elsewhere) = (false, false);
    if audit::is(text) {
        audit::read(text, &mut log);
    } else if iis::is(text) {
        iis::read(text, &mut log);
    } else if cloudflare::is_copied(text) {
        cloudflare::of_text(text, &mut log);
    } else {
        records::each(text, |record| {
            if let Some(line) = line(record) {
                elsewhere = true;
                log.add(line);
            } else if let Some(line) = woocommerce::line(record) {
                plugins = true;
                elsewhere |= line.told.is_some() && line.about == About::Nothing;
                log.add(line);
            }
        });
    }
    if log.is_mute() {
        for line in events::copied(text) {
            log.add(line);
        }
    }
    // What a plugin wrote may be told by its words as a whole, where nothing else stands in the text.
    if plugins
        && !elsewhere
        && log.is_mute()
        && let Some(input) = super::line::read(text)
    {
        return Some(input);
    }
    let mut input = log.input()?;
    name(&mut input, text);
    Some(input)
}

/// Names the product of which a list of events is, where its lines do not.
fn name(input: &mut Input, text: &str) {
    let head = text
        .get(..text.floor_char_boundary(NAME_BYTES))
        .unwrap_or(text);
    let Some(product) = events::product(head) else {
        return;
    };
    for told in input
        .answers
        .iter_mut()
        .filter(|given| given.status.is_none())
        .filter_map(|given| given.told.as_mut())
    {
        if told.cause == crate::verdict::CauseId::Blocked
            && told.words.is_empty()
            && told.said.is_none()
        {
            told.blocker = told.blocker.or(Some(product));
        }
    }
}

/// Bytes in which a list names its product.
const NAME_BYTES: usize = 2048;

/// Whether a text is a log, a list of events or a report, told from its beginning.
pub(super) fn is_log(text: &str) -> bool {
    if text.starts_with(['<', '{', '*'])
        || is_transcript(text)
        || text.starts_with("HTTP/")
        || text.starts_with("curl ")
    {
        return false;
    }
    if report::is(text) || audit::is(text) || iis::is(text) || cloudflare::is_copied(text) {
        return true;
    }
    let head = text
        .get(..text.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(text);
    let mut found = !events::copied(head).is_empty();
    let mut seen = 0;
    records::each(head, |record| {
        seen += 1;
        found = found
            || seen <= HEAD_RECORDS
                && (line(record).is_some() || woocommerce::line(record).is_some());
    });
    found
}

/// Bytes and records of a text from which it is told to be a log.
const HEAD_BYTES: usize = 32 * 1024;
const HEAD_RECORDS: usize = 60;

/// Whether a text is what curl printed.
fn is_transcript(text: &str) -> bool {
    let first = text.trim_start_matches(['>', '$', ' ']);
    let asks = access::METHODS
        .iter()
        .any(|method| first.starts_with(method));
    text.starts_with('>') && asks || text.starts_with('$') && first.starts_with("curl")
}

/// Reads one record.
fn line(record: &str) -> Option<Line> {
    access::line(record)
        .or_else(|| structured::line(record))
        .or_else(|| ban::line(record))
        .or_else(|| error::line(record))
        .or_else(|| events::line(record))
        .or_else(|| journal(record))
}

/// A line of another program in a system's journal: `Nov 12 03:10:11 web1 sshd[999]: …`.
fn journal(record: &str) -> Option<Line> {
    let (before, _) = record.split_once("]: ")?;
    let (program, id) = before.rsplit_once('[')?;
    let is_id = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
    let when = when::moment(program).filter(|_| is_id && before.len() <= 120)?;
    Some(Line {
        when: Some(when),
        ..Line::default()
    })
}

/// A text from `mark` to one of `ends`.
fn between<'l>(line: &'l str, mark: &str, ends: &[char]) -> Option<&'l str> {
    let rest = line.get(line.find(mark)? + mark.len()..)?;
    let found = rest.split(ends).next()?.trim();
    (!found.is_empty()).then_some(found)
}

/// The first IP address among the words of a text.
fn ip(text: &str) -> Option<&str> {
    let parts = text.split(|c: char| c.is_whitespace() || "[](),;\"'<>=|".contains(c));
    parts
        .filter(|part| part.len() >= 7 || part.contains("::"))
        .find_map(|part| {
            let part = part.trim_end_matches([':', '.']);
            let host = match part.rsplit_once(':') {
                Some((host, port))
                    if host.contains('.') && port.bytes().all(|b| b.is_ascii_digit()) =>
                {
                    host
                }
                _ => part,
            };
            host.parse::<std::net::IpAddr>().is_ok().then_some(host)
        })
}

#[cfg(test)]
mod tests;
