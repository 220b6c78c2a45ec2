//! What people and providers write about an answer: `503`, `HTTP 503`, a sentence, a mail, a portal's lines.

use crate::probe::NoAnswer;
use crate::verdict::CauseId;

use super::number::{is_part, number, status};
use super::tongues::{SILENCE, UNCONNECTED, is, list, said, says};
use super::words::{self, Folded, Part, folded, has, pieces};
use super::{Form, Given, Input, Told, body, headers};

/// Bytes of a text that still counts as words about an answer: a mail with all its notices.
const TEXT_BYTES: usize = 64 * 1024;

/// Reads words about an answer, or a table of answers. `None` where they are about something else.
pub(super) fn read(text: &str) -> Option<Input> {
    if let Some(answers) = super::table::read(text) {
        return Some(Input {
            form: Form::Table,
            answers,
        });
    }
    let text = unwrapped(text);
    let several = several(&text);
    let answers = match several.len() {
        0 | 1 => vec![given(&text)?],
        _ => several,
    };
    Some(Input {
        form: Form::Status,
        answers,
    })
}

/// Lines that are looked at one by one.
const LINES: usize = 200;

/// The answers of lines that each name what was called.
fn several(text: &str) -> Vec<Given> {
    let mut answers: Vec<Given> = Vec::new();
    if text.len() > TEXT_BYTES || super::sentences::is_told(text) {
        return answers;
    }
    let of_call = |line: &&str| line.contains("://") || line.contains(" /");
    for line in text.lines().filter(of_call).take(LINES).flat_map(clauses) {
        let found = given(line)
            .filter(|found| found.told.is_none() && found.url.as_deref().is_some_and(is_called));
        if let Some(found) = found {
            super::table::add(
                &mut answers,
                Given {
                    method: method(line),
                    time: time(line),
                    ..found
                },
            );
        }
    }
    answers
}

/// A line's parts, one for each address that is called.
fn clauses(line: &str) -> Vec<&str> {
    let found = pieces(line);
    let starts: Vec<usize> = found
        .iter()
        .filter(|piece| matches!(piece.part, Part::Address(url) if url.contains("://") && is_called(url)))
        .map(|piece| piece.at)
        .collect();
    if starts.len() < 2 {
        return vec![line];
    }
    // What stands before an address belongs to it from the last comma on.
    let mut cuts: Vec<usize> = starts
        .iter()
        .skip(1)
        .map(|at| {
            let before = line.get(..*at).unwrap_or_default();
            before.rfind([',', ';', '.']).map_or(*at, |comma| comma + 1)
        })
        .collect();
    cuts.push(line.len());
    let mut from = 0;
    cuts.iter()
        .map(|to| {
            let clause = line.get(from..*to).unwrap_or_default();
            from = *to;
            clause
        })
        .collect()
}

/// The method that a line names before its address.
fn method(line: &str) -> Option<String> {
    let before = line.split("://").next().unwrap_or_default();
    let mut words = before.split(|c: char| !c.is_ascii_alphabetic());
    words
        .find(|word| matches!(*word, "GET" | "POST" | "PUT" | "HEAD" | "OPTIONS"))
        .map(str::to_owned)
}

/// The date and time that a line begins with.
fn time(line: &str) -> Option<String> {
    let bare = dated(line);
    let time = line.get(..bare)?.trim_matches(['[', ']', ' ', '\t', ',']);
    (!time.is_empty()).then(|| time.to_owned())
}

/// A text whose sentences are not broken into lines, as mails have them; it stays as long as it was.
fn unwrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim_end_matches(['\n', '\r']);
        let goes_on = bare.len() >= WRAP
            && !bare.contains('\t')
            && !bare.ends_with(['.', ':', ';', '!', '?', '|', '>', ','])
            && !bare.contains("://")
            && lines.peek().is_some_and(|next| {
                let mut letters = next.chars();
                let first = letters.next();
                first.is_some_and(char::is_lowercase)
                    || first.is_some_and(|c| c.is_ascii_digit())
                        && next.len() > 3
                        && next
                            .get(3..4)
                            .is_some_and(|c| c == " " || c == "." || c == ",")
            });
        if goes_on {
            out.push_str(bare);
            let end = line.len() - bare.len();
            out.extend(std::iter::repeat_n(' ', end));
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Bytes of a line that may have been broken.
const WRAP: usize = 45;

/// Whether a text speaks of calls.
pub(super) fn is_about_call(text: &str) -> bool {
    says(&folded(&pieces(text)), |words| words.call)
}

/// The answer that a text speaks of. Where a date hides the status from it, the dates of the lines are left out.
pub(super) fn given(text: &str) -> Option<Given> {
    if text.len() > TEXT_BYTES {
        return None;
    }
    let has_status = |given: &Given| given.status.is_some();
    let found = told_of(text);
    if found.as_ref().is_some_and(has_status) {
        return found;
    }
    let bare = without_times(text);
    let again = (bare != text).then(|| told_of(&bare)).flatten();
    again.filter(has_status).or(found)
}

fn told_of(text: &str) -> Option<Given> {
    if is_changelog(text) {
        return None;
    }
    let pieces = pieces(text);
    let folded = folded(&pieces);
    let addresses = words::addresses(&pieces);
    let url = called(&addresses);
    let told = super::sentences::told(text, &folded, url);
    let said = told.as_ref().is_none_or(|told| told.leaves_status);
    let why = silence_in(&folded, url.is_some());
    let number = || status(text, &pieces, &folded, why.is_some());
    let (status, at) = match said.then(number).flatten() {
        Some((status, at)) => (Some(status), at),
        None => (None, 0),
    };
    let silence = why
        .or_else(|| has(&folded, ZERO).then_some(NoAnswer::Unknown))
        .filter(|_| status.is_none() && told.is_none());
    let told = told.or_else(|| {
        let quiet = silence.is_none() && status.is_none_or(|status| status < 300);
        let two = quiet
            .then(|| super::sentences::two_forms(&addresses))
            .flatten();
        two.map(|on_file| Told::new(CauseId::CallbackAddressWrong, None, &on_file))
    });
    let told = told.or_else(|| {
        let silent = status.is_none() && silence.is_none();
        silent.then(|| unsaid(&folded, url)).flatten()
    });
    if status.is_none() && silence.is_none() && told.is_none() {
        return None;
    }
    let target = status
        .filter(|status| matches!(status, 300..=399))
        .and_then(|_| target(text, &addresses));
    Some(Given {
        status,
        silence,
        told,
        headers: headers(target.map(|to| ("location".to_owned(), to.to_owned()))),
        body: status.and_then(|_| told_body(text, at)),
        url: url.map(str::to_owned),
        gateway: super::providers::gateway(&folded),
        ..Given::default()
    })
}

/// Whether a text lists what was changed in a plugin's versions, as its readme does: faults of others, mended since.
fn is_changelog(text: &str) -> bool {
    let is_entry = |line: &str| {
        let entry = line
            .trim_start()
            .strip_prefix(['*', '-', '•'])
            .unwrap_or_default();
        let kind = entry
            .trim_start()
            .split([' ', ':', '-'])
            .next()
            .unwrap_or_default();
        [
            "fix",
            "fixed",
            "fixes",
            "tweak",
            "dev",
            "add",
            "added",
            "update",
            "enhancement",
            "improvement",
            "new",
        ]
        .iter()
        .any(|known| kind.eq_ignore_ascii_case(known))
    };
    text.lines()
        .filter(|line| is_entry(line))
        .take(CHANGES)
        .count()
        >= CHANGES
}

/// Entries of a list of changes, at least.
const CHANGES: usize = 3;

/// What callers write in the place of a status where none came.
const ZERO: &[&str] = &[
    "status 0",
    "status code 0",
    "status 000",
    "statuscode 0",
    "statuskod 0",
    "response code 0",
    "http 0",
    "http 000",
    "http code 0",
    "http code 000",
];

/// The text without the date and time that a log writes before each line: `2026-11-27 14:02:11`, `[2026-11-27T14:02:11Z]`.
fn without_times(text: &str) -> String {
    let lines: Vec<&str> = text
        .split_inclusive('\n')
        .map(|line| line.get(dated(line)..).unwrap_or(line))
        .collect();
    lines.concat()
}

/// Bytes of the date and time that a line begins with.
fn dated(line: &str) -> usize {
    let start = line.len() - line.trim_start_matches(['[', ' ']).len();
    let rest = line.get(start..).unwrap_or_default();
    let is_digit = |c: char| c.is_ascii_digit();
    let date = rest.get(..10).is_some_and(|date| {
        let mut parts = date
            .split('-')
            .map(|part| (part.len(), part.chars().all(is_digit)));
        parts.next() == Some((4, true))
            && parts.next() == Some((2, true))
            && parts.next() == Some((2, true))
    });
    let time = rest.get(10..).unwrap_or_default();
    let has_time = time.starts_with([' ', 'T']) && time.get(3..4) == Some(":");
    if !date || !has_time {
        return 0;
    }
    let tail = time
        .get(1..)
        .unwrap_or_default()
        .trim_start_matches(|c: char| is_digit(c) || matches!(c, ':' | '.' | 'Z' | '+'));
    line.len() - tail.trim_start_matches([']', ' ', '\t', ',']).len()
}

/// The status that a text, such as a field of JSON, begins with or consists of.
pub(super) fn of_field(text: &str) -> Option<u16> {
    if text.len() > FIELD_BYTES {
        return None;
    }
    let pieces = pieces(text.trim());
    let first = pieces
        .iter()
        .enumerate()
        .position(|(at, piece)| number(&pieces, at, piece).is_some())?;
    let before = pieces.get(..first)?;
    let announced = before.iter().all(|piece| match piece.word() {
        Some(word) => {
            is(word, |words| words.status) || word.len() == 1 && word.parse::<u8>().is_ok()
        }
        None => piece.sign().is_some(),
    });
    let found = number(&pieces, first, pieces.get(first)?)?;
    (announced && !is_part(&pieces, first)).then_some(found)
}

/// Bytes of a field that may be a status with its words.
const FIELD_BYTES: usize = 80;

/// The first address that a provider calls, else the only one.
fn called<'t>(addresses: &[&'t str]) -> Option<&'t str> {
    let callback = addresses.iter().find(|address| is_called(address));
    callback
        .or_else(|| addresses.first().filter(|_| addresses.len() == 1))
        .copied()
}

/// Whether a phrase only says what would be: `if your server does not answer`.
fn is_supposed(folded: &Folded, phrase: &str) -> bool {
    let at = folded.find(phrase).unwrap_or_default();
    let before = folded.as_str().get(..at).unwrap_or_default();
    before
        .split_whitespace()
        .rev()
        .take(SUPPOSED)
        .any(|word| IF.contains(&word))
}

/// Whether a phrase says what is not, or what would be: `we do not follow redirects`.
fn is_denied(folded: &Folded, phrase: &str) -> bool {
    let at = folded.find(phrase).unwrap_or_default();
    let before = folded.as_str().get(..at).unwrap_or_default();
    let denies = |word: &str| is(word, |words| words.not);
    is_supposed(folded, phrase) || before.split_whitespace().rev().take(3).any(denies)
}

/// Words before a phrase in which it may be supposed.
const SUPPOSED: usize = 5;

/// Words that suppose, of all languages in which they mean nothing else.
const IF: &[&str] = &[
    "if", "unless", "om", "hvis", "dersom", "jos", "wenn", "falls", "sollte", "indien", "si",
    "jeśli", "jeżeli", "qualora", "caso",
];

/// Whether an address looks like one that a provider calls.
pub(super) fn is_called(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    [
        "wc-api",
        "wp-json",
        "rest_route",
        "admin-post.php",
        "webhook",
        "callback",
        "notify",
        "ipn",
    ]
    .iter()
    .any(|part| address.contains(part))
}

/// Where a redirect leads, in a sentence about it.
fn target<'t>(text: &str, addresses: &[&'t str]) -> Option<&'t str> {
    let lower = text.to_ascii_lowercase();
    addresses.iter().copied().find(|address| {
        let at = address.as_ptr() as usize - text.as_ptr() as usize;
        let before = lower.get(..at).unwrap_or_default();
        let before = before.trim_end_matches([' ', '"', '\'', '<', '(', ':', '\n', '\r']);
        before.ends_with(" to") || before.ends_with("location") || before.ends_with("->")
    })
}

/// The body that stands in the line of its status: behind a word for it, or as markup.
fn told_body(text: &str, from: usize) -> Option<String> {
    let rest = text.get(from..)?;
    let line = rest.lines().next().unwrap_or_default();
    let bare = line.trim_matches(['"', '\'', ' ', ':', ',', '“', '”', '.', '(', ')']);
    if bare == "-1" || bare.len() <= FIELD_BYTES && bare.ends_with(" -1") {
        return Some(body("-1"));
    }
    if let Some(at) = markup(rest) {
        return rest.get(at..).map(body);
    }
    let quoted = [
        "\"-1\"", "'-1'", "“-1”", "„-1“", "«-1»", "« -1 »", "”-1”", "`-1`",
    ];
    if quoted.iter().any(|quoted| text.contains(quoted)) {
        return Some(body("-1"));
    }
    let found = pieces(rest);
    let label = found.windows(2).find(|pair| {
        let [word, sign] = pair else {
            return false;
        };
        word.word().is_some_and(|word| is(word, |words| words.body))
            && matches!(sign.sign(), Some(':' | '='))
    });
    let start = match label {
        Some([_, sign]) => sign.at + 1,
        _ => cloudflare(rest)?,
    };
    let told = rest.get(start..)?.trim();
    let told = told.lines().next().unwrap_or_default().trim();
    let told = told.trim_matches(['"', '\'', '“', '”', '«', '»', '`', ' ']);
    // The next line of a list has a status of its own.
    (!told.is_empty() && of_field(told).is_none()).then(|| body(told))
}

/// Where Cloudflare's own words begin, such as `error code: 1010`.
fn cloudflare(text: &str) -> Option<usize> {
    let at = text.find("error code: 1")?;
    let code = text.get(at + "error code: ".len()..)?;
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4).then_some(at)
}

/// Where markup begins in a text: a tag, and not an address or a name in angle brackets.
pub(super) fn markup(text: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|at| {
        let tag = text.get(at + 1..).unwrap_or_default();
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '!');
        let name = tag.get(..end.unwrap_or(tag.len())).unwrap_or_default();
        MARKUP.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

/// Elements with which pages and error pages begin.
const MARKUP: &[&str] = &[
    "!doctype", "html", "head", "body", "title", "meta", "center", "h1", "h2", "h3", "p", "div",
    "script", "style", "br", "b", "link", "table", "span", "noscript", "!",
];

/// A text that tells of a failed call, and not how it failed.
fn unsaid(folded: &Folded, url: Option<&str>) -> Option<Told> {
    let called = url.is_some_and(is_called);
    let looped = has(folded, LOOPS);
    let failed =
        says(folded, |words| words.failure) && (says(folded, |words| words.call) || called);
    if !failed && !looped {
        // Somebody asks about an address, and does not say what became of it.
        let asked = called && folded.as_str().split_whitespace().count() >= FEW;
        return asked.then(|| Told::open("no-answer"));
    }
    if looped {
        return Some(Told::new(CauseId::Redirected, None, ""));
    }
    let redirected = said(folded, |words| words.redirect);
    Some({
        if redirected.is_some_and(|phrase| !is_denied(folded, phrase)) {
            Told::new(CauseId::Redirected, None, "")
        } else {
            Told::open("told-failure")
        }
    })
}

/// Clients' words for redirects without an end.
const LOOPS: &[&str] = &[
    "toomanyredirects*",
    "too many redirects",
    "err too many redirects",
    "redirect loop",
    "maximum redirects",
    "max redirects",
];

/// Words that make a question, at least.
const FEW: usize = 4;

/// Words of a program's message, at most.
const SHORT: usize = 20;

/// Why there was no answer.
pub(super) fn silence(folded: &Folded) -> Option<NoAnswer> {
    silence_in(folded, false)
}

/// The same, in a text that shows an address or shows none.
fn silence_in(folded: &Folded, has_address: bool) -> Option<NoAnswer> {
    let failed = says(folded, |words| words.failure);
    let secure = says(folded, |words| words.tls);
    if secure
        && (says(folded, |words| words.tls_faults) || failed && folded.find("handshake*").is_some())
    {
        return Some(NoAnswer::Tls);
    }
    let is_short = || folded.as_str().split_whitespace().count() <= SHORT;
    let of_call = || {
        has_address
            || says(folded, |words| words.call)
            || says(folded, |words| words.connection)
            || has(
                folded,
                &[
                    "server*",
                    "serv*",
                    "palvelin*",
                    "serwer*",
                    "curl*",
                    "http*",
                    "https*",
                    "url",
                    "host",
                    "request*",
                    "exception*",
                    "error*",
                ],
            )
            || folded
                .as_str()
                .split_whitespace()
                .any(|word| word.ends_with("exception") || word.ends_with("error"))
    };
    let found = SILENCE.iter().find(|(why, kind)| {
        // What people say of others that do not answer as well.
        let short = *why != NoAnswer::Unknown && is_short();
        let Some(phrase) = said(folded, *kind) else {
            return false;
        };
        (short || of_call()) && !is_supposed(folded, phrase)
    });
    if let Some((why, _)) = found {
        return Some(*why);
    }
    let not = || failed || says(folded, |words| words.not);
    if says(folded, |words| words.host) && not() {
        return Some(NoAnswer::Dns);
    }
    let connected = says(folded, |words| words.connection);
    if connected && says(folded, |words| words.refuses) {
        return Some(NoAnswer::Refused);
    }
    if connected && says(folded, |words| words.breaks) {
        return Some(NoAnswer::Reset);
    }
    if secure && failed {
        return Some(NoAnswer::Tls);
    }
    if connected && failed && (is_short() || of_call() || says(folded, |words| words.http)) {
        return Some(NoAnswer::Unknown);
    }
    list(UNCONNECTED)
        .any(|phrase| folded.find(phrase).is_some())
        .then_some(NoAnswer::Unknown)
}
