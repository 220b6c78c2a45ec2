//! Raw responses: as curl prints them, as a network panel copies them, with or without a status line.

use super::{ANSWERS, Form, Given, Input, body, headers, status};

/// Header lines that are read of one response.
const LINES: usize = 200;

/// Reads one or more responses. `None` when the text holds neither a status line nor headers nor markup.
pub(super) fn read(text: &str) -> Option<Input> {
    if let Some(plain) = without_curl_marks(text) {
        let mut input = responses(&plain)?;
        input.form = Form::Curl;
        let requests = requests(text);
        if requests.len() == input.answers.len() {
            for (given, (method, url)) in input.answers.iter_mut().zip(requests) {
                given.method = Some(method);
                given.url = url;
            }
        }
        return Some(input);
    }
    if let Some(plain) = super::panel::plain(text) {
        return responses(&plain);
    }
    responses(text)
}

/// The response of a verbose curl: what it received is marked `<`, what it sent `>`, what it says itself `*`. Unmarked
/// lines are the body.
fn without_curl_marks(text: &str) -> Option<String> {
    let marked = |line: &str| line == "<" || line.starts_with("< ");
    if !text
        .lines()
        .any(|line| marked(line) && (line.contains("HTTP/") || line.contains(':')))
    {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut sent: Option<&str> = None;
    for line in text.lines() {
        let line = line.trim_end_matches('\r');
        if marked(line) {
            out.push_str(line.trim_start_matches('<').trim_start());
            out.push('\n');
        } else if let Some(request) = line.strip_prefix("> ") {
            sent = sent.or(Some(request));
        } else if line == ">"
            || line.starts_with("* ")
            || line.starts_with("{ [")
            || line.starts_with("} [")
        {
        } else if !out.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    }
    Some(out)
}

/// Method and address of the requests that a verbose curl sent.
fn requests(text: &str) -> Vec<(String, Option<String>)> {
    let mut requests: Vec<(String, Option<String>)> = Vec::new();
    let mut secure = false;
    let mut target: Option<&str> = None;
    for line in text.lines() {
        let said = line.strip_prefix("* ");
        secure |=
            said.is_some_and(|said| said.contains("SSL connection") || said.contains("port 443"));
        let Some(sent) = line.strip_prefix("> ") else {
            continue;
        };
        let mut words = sent.split_ascii_whitespace();
        if let (Some(method), Some(path), Some(version)) =
            (words.next(), words.next(), words.next())
            && version.starts_with("HTTP/")
            && requests.len() < ANSWERS
        {
            requests.push((method.to_owned(), None));
            target = path.starts_with('/').then_some(path);
        } else if let Some((name, host)) = sent.split_once(':')
            && name.eq_ignore_ascii_case("host")
            && let (Some(path), Some((_, url))) = (target.take(), requests.last_mut())
        {
            let scheme = if secure { "https://" } else { "http://" };
            *url = Some([scheme, host.trim(), path].concat());
        }
    }
    requests
}

fn responses(text: &str) -> Option<Input> {
    let mut answers = Vec::new();
    for block in blocks(text) {
        if answers.len() < ANSWERS
            && let Some(given) = response(block)
        {
            answers.push(given);
        }
    }
    // Interim answers say nothing.
    if answers.len() > 1 {
        let last = answers.pop()?;
        answers.retain(|given| given.status.is_none_or(|status| status >= 200));
        answers.push(last);
    }
    let only_body = answers
        .iter()
        .all(|given| given.status.is_none() && given.headers == super::headers([]));
    let form = if only_body { Form::Body } else { Form::Http };
    (!answers.is_empty()).then_some(Input { form, answers })
}

/// The responses of a text: each begins with a status line.
fn blocks(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if status_line(line).is_some() {
            starts.push(at);
        }
        at += line.len();
    }
    if starts.is_empty() {
        return vec![text];
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| text.get(*start..end))
        .collect()
}

/// `HTTP/1.1 503 Service Unavailable`, `HTTP/2 503`
fn status_line(line: &str) -> Option<u16> {
    let rest = line
        .strip_prefix("HTTP/")
        .or_else(|| line.strip_prefix("http/"))?;
    let (version, rest) = rest.split_once(' ')?;
    let known = matches!(version, "1.0" | "1.1" | "2" | "2.0" | "3" | "3.0");
    let number = rest.trim_start().get(..3).filter(|_| known)?;
    status(number.parse().ok()?)
}

fn response(block: &str) -> Option<Given> {
    let mut given = Given::default();
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    let mut waiting: Option<String> = None;
    let mut lines = 0;
    for raw in block.split_inclusive('\n') {
        let line = raw.trim_end_matches(['\n', '\r']);
        if let Some(found) = status_line(line).filter(|_| lines == 0) {
            given.status = Some(found);
        } else if line.trim().is_empty() {
            at += raw.len();
            break;
        } else if let Some(name) = waiting.take() {
            // A network panel copies the value below its name.
            take(&mut given, &mut pairs, &name, line.trim());
        } else if let Some((name, value)) = header_line(line) {
            if value.is_empty() && !name.starts_with(':') {
                waiting = Some(name.to_owned());
            } else {
                take(&mut given, &mut pairs, name, value);
            }
        } else if line.starts_with([' ', '\t']) && !pairs.is_empty() {
            if let Some((_, value)) = pairs.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if lines == 0 || given.status.is_none() && pairs.is_empty() {
            // No header at all: the text is a body, if it is markup.
            return markup(block);
        } else {
            break;
        }
        at += raw.len();
        lines += 1;
        if lines > LINES {
            break;
        }
    }
    if given.status.is_none() && pairs.is_empty() {
        return markup(block);
    }
    // One `Name: value` alone is as well a sentence.
    if given.status.is_none() && pairs.len() < 2 && block.lines().count() < 2 {
        return None;
    }
    let rest = block.get(at..).unwrap_or("").trim();
    given.body = Some(body(rest)).filter(|body| !body.is_empty() || has_empty_body(&pairs));
    given.headers = headers(pairs);
    Some(given)
}

/// Whether the headers say that there was no body, so that its absence is no accident of copying.
fn has_empty_body(pairs: &[(String, String)]) -> bool {
    pairs
        .iter()
        .any(|(name, value)| name.eq_ignore_ascii_case("content-length") && value.trim() == "0")
}

/// `name: value`, also `:status: 503` of HTTP/2.
fn header_line(line: &str) -> Option<(&str, &str)> {
    let pseudo = usize::from(line.starts_with(':'));
    let colon = line.get(pseudo..)?.find(':')? + pseudo;
    let name = line.get(..colon)?.trim();
    let token = !name.is_empty()
        && name.len() <= 60
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b":-_ ".contains(&b));
    token.then(|| (name, line.get(colon + 1..).unwrap_or("").trim()))
}

/// Puts a header where it belongs: what a network panel says about the request is no header.
fn take(given: &mut Given, pairs: &mut Vec<(String, String)>, name: &str, value: &str) {
    match name.to_ascii_lowercase().as_str() {
        ":status" | "status code" | "status" => {
            let number = value
                .split(|c: char| !c.is_ascii_digit())
                .find(|part| part.len() == 3);
            if let Some(found) = number.and_then(|n| n.parse().ok()).and_then(status) {
                given.status = given.status.or(Some(found));
            }
        }
        "request url" => given.url = Some(value.to_owned()),
        "request method" => given.method = Some(value.to_owned()),
        "remote address" | "referrer policy" => {}
        other if other.starts_with(':') || other.contains(' ') => {}
        _ => pairs.push((name.to_owned(), value.to_owned())),
    }
}

/// A body without anything around it.
fn markup(text: &str) -> Option<Given> {
    let start = text.trim_start().get(..1)?;
    let known = start == "<" || crate::probe::dispatched(text).is_some();
    known.then(|| Given {
        body: Some(body(text)),
        ..Given::default()
    })
}
