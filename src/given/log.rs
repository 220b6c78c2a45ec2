//! Lines of servers' logs: access logs in any format that quotes the request, and the error logs of nginx and Apache.

use super::{ANSWERS, Form, Given, Input, Told, sentences, status};

/// Lines that are looked at: a log of a few days.
const LINES: usize = 200_000;

/// Bytes of a line; a longer one is cut.
const LINE_BYTES: usize = 4096;

/// Methods that stand in logs.
const METHODS: &[&str] = &["GET", "POST", "PUT", "HEAD", "OPTIONS", "PATCH", "DELETE"];

/// Reads the lines of a log. `None` where there are none.
pub(super) fn read(text: &str) -> Option<Input> {
    let mut called: Vec<Given> = Vec::new();
    let mut others: Vec<Given> = Vec::new();
    for line in text.lines().take(LINES) {
        let line = line
            .get(..line.floor_char_boundary(LINE_BYTES))
            .unwrap_or(line);
        let Some(given) = error_line(line).or_else(|| access_line(line)) else {
            continue;
        };
        let is_called = given.url.as_deref().is_some_and(super::line::is_called);
        let kept = if is_called { &mut called } else { &mut others };
        // A log repeats itself.
        if kept.len() < ANSWERS && !kept.contains(&given) {
            kept.push(given);
        }
    }
    let answers = if called.is_empty() { others } else { called };
    (!answers.is_empty()).then_some(Input {
        form: Form::Log,
        answers,
    })
}

/// Whether a text is a log, told from its beginning.
pub(super) fn is_log(text: &str) -> bool {
    text.lines().take(20).any(|line| {
        let line = line
            .get(..line.floor_char_boundary(LINE_BYTES))
            .unwrap_or(line);
        access_line(line).is_some() || error_line(line).is_some()
    })
}

/// `… "POST /wc-api/NAME/ HTTP/1.1" 404 7864 "-" "agent"`
fn access_line(line: &str) -> Option<Given> {
    let (before, method, target, rest) = request(line)?;
    let mut words = rest.split_ascii_whitespace();
    let number = words.next()?.trim_matches('"');
    let found = status(number.parse().ok().filter(|_| number.len() == 3)?)?;
    Some(Given {
        method: Some(method.to_owned()),
        url: Some(address(before, target)),
        status: Some(found),
        agent: rest
            .rsplit('"')
            .nth(1)
            .filter(|agent| !agent.is_empty() && *agent != "-")
            .map(str::to_owned),
        ..Given::default()
    })
}

/// The quoted request in a line: what stands before it, method, target, what follows.
fn request(line: &str) -> Option<(&str, &str, &str, &str)> {
    line.match_indices('"').find_map(|(at, _)| {
        let inner = line.get(at + 1..)?;
        let (method, rest) = inner.split_once(' ')?;
        if !METHODS.contains(&method) {
            return None;
        }
        let (quoted, after) = rest.split_once('"')?;
        let target = quoted
            .rsplit_once(" HTTP/")
            .map_or(quoted, |(target, _)| target);
        let plain = target.starts_with('/') || target.starts_with("http");
        (plain && !target.contains(' ')).then_some((line.get(..at)?, method, target, after))
    })
}

/// The target as an address, where the line begins with the host's name as Apache's vhost format does; else the path.
fn address(before: &str, target: &str) -> String {
    let first = before.split_ascii_whitespace().next().unwrap_or_default();
    let (host, port) = first.split_once(':').unwrap_or((first, ""));
    let name = host.contains('.') && host.chars().any(|c| c.is_ascii_alphabetic());
    let scheme = match port {
        "443" => "https://",
        "80" => "http://",
        _ => return target.to_owned(),
    };
    if name && target.starts_with('/') {
        [scheme, host, target].concat()
    } else {
        target.to_owned()
    }
}

/// A line of an error log: `2025/10/23 09:23:24 [error] 2211#2211: …` of nginx, `[Thu Oct 23 09:23:24 2025] [core:error] …`
/// of Apache.
fn error_line(line: &str) -> Option<Given> {
    let line = line.trim_start();
    let shape: String = line
        .chars()
        .take(10)
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    let nginx = shape == "0000/00/00"
        && line
            .get(..60.min(line.len()))
            .is_some_and(|head| head.contains(" ["));
    let apache = line.starts_with('[')
        && line.contains("] [")
        && [
            "error]", "crit]", "warn]", "alert]", "emerg]", "notice]", "info]",
        ]
        .iter()
        .any(|level| line.contains(level));
    if !nginx && !apache {
        return None;
    }
    let told = sentences::of_server(line).unwrap_or_else(|| Told::open("log-line"));
    let asked = request(line);
    let host = quoted(line, "host: \"").or_else(|| quoted(line, "[hostname \""));
    let path = asked
        .map(|(_, _, target, _)| target)
        .or_else(|| quoted(line, "[uri \""))
        .or_else(|| path(line));
    Some(Given {
        method: asked.map(|(_, method, _, _)| method.to_owned()),
        url: path.map(|path| match host {
            Some(host) if path.starts_with('/') => ["https://", host, path].concat(),
            _ => path.to_owned(),
        }),
        told: Some(told),
        ..Given::default()
    })
}

fn quoted<'l>(line: &'l str, mark: &str) -> Option<&'l str> {
    let at = line.find(mark)? + mark.len();
    line.get(at..)?
        .split('"')
        .next()
        .filter(|host| !host.is_empty())
}

/// The callback's path in a file's path, such as `/var/www/html/wc-api/NAME`.
fn path(line: &str) -> Option<&str> {
    let at = line.find("/wc-api/").or_else(|| line.find("/wp-json/"))?;
    let rest = line.get(at..)?;
    rest.split(|c: char| c.is_whitespace() || c == '"' || c == ',')
        .next()
}
