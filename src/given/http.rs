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
    if let Some(plain) = without_indent(text) {
        return responses(&plain);
    }
    responses(text)
}

/// Headers as wget shows them, each behind two spaces.
fn without_indent(text: &str) -> Option<String> {
    let is_wgets = |line: &str| line.starts_with("  HTTP/");
    text.lines().any(is_wgets).then(|| {
        let bare = |line: &'_ str| -> usize { if line.starts_with("  ") { 2 } else { 0 } };
        let lines: Vec<&str> = text
            .split_inclusive('\n')
            .map(|line| line.get(bare(line)..).unwrap_or(line))
            .collect();
        lines.concat()
    })
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
    for (block, request) in blocks(text) {
        if answers.len() < ANSWERS
            && let Some(given) = response(block)
        {
            answers.push(match request {
                Some(request) => Given {
                    method: Some(request.method),
                    url: Some(request.url),
                    agent: request.agent,
                    by_hand: !request.has_body,
                    ..given
                },
                None => given,
            });
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

/// The responses of a text: each begins with a status line. A prompt ends one and names the request of the next.
fn blocks(text: &str) -> Vec<(&str, Option<Request>)> {
    let mut blocks: Vec<(&str, Option<Request>)> = Vec::new();
    let mut start: Option<usize> = None;
    let mut request: Option<Request> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let typed = prompt(line);
        let begins = status_line(line).is_some();
        if (begins || typed.is_some())
            && let Some(block) = start.take().and_then(|start| text.get(start..at))
        {
            blocks.push((block, request.take()));
        }
        if begins {
            start = Some(at);
        }
        request = typed.or(request);
        at += line.len();
    }
    if let Some(block) = start.and_then(|start| text.get(start..)) {
        blocks.push((block, request));
    }
    if blocks.is_empty() {
        vec![(text, None)]
    } else {
        blocks
    }
}

/// A request as it was typed.
struct Request {
    method: String,
    url: String,
    agent: Option<String>,
    has_body: bool,
}

/// The request of a command as it was typed, of curl, wget or `HTTPie`, behind whatever a terminal shows before it.
fn prompt(line: &str) -> Option<Request> {
    let head = line
        .get(..line.floor_char_boundary(PROMPT_BYTES))
        .unwrap_or(line);
    let (at, name) = ["curl", "wget ", "http ", "https "]
        .iter()
        .filter_map(|name| Some((head.find(name)?, name.trim_end())))
        .min()?;
    let (before, command) = (line.get(..at)?, line.get(at + name.len()..)?);
    let command = command.strip_prefix(".exe").unwrap_or(command);
    let is_prompt =
        before.is_empty() || before.trim_end().ends_with(['$', '#', '%', '>', '❯', '→']);
    if before.len() > PROMPT_BYTES || !is_prompt || !command.starts_with([' ', '\t']) {
        return None;
    }
    let words = words(command);
    let mut words = words.iter().map(String::as_str);
    let mut method: Option<String> = None;
    let mut url: Option<&str> = None;
    let mut agent: Option<String> = None;
    let mut has_body = false;
    while let Some(word) = words.next() {
        match word {
            "|" | ">" | ";" | "&&" => break,
            "-X" | "--request" => method = words.next().map(str::to_ascii_uppercase),
            "-I" | "--head" => method = method.or_else(|| Some("HEAD".to_owned())),
            "-A" | "--user-agent" => agent = words.next().map(str::to_owned),
            "-H" | "--header" => {
                let header = words.next().unwrap_or_default();
                if let Some((name, value)) = header.split_once(':')
                    && name.eq_ignore_ascii_case("user-agent")
                {
                    agent = Some(value.trim().to_owned());
                }
            }
            "-o" | "-m" | "-b" | "-e" | "-u" | "-w" => {
                words.next();
            }
            _ if word.starts_with("--data")
                || matches!(word, "-d" | "--json" | "-F" | "--form") =>
            {
                has_body = true;
                words.next();
                method = method.or_else(|| Some("POST".to_owned()));
            }
            _ if word.starts_with("-X") => {
                method = word.get(2..).map(str::to_ascii_uppercase);
            }
            // Of several letters: `-siX`, `-sI`.
            _ if word.starts_with('-') && !word.starts_with("--") && word.ends_with('X') => {
                method = words.next().map(str::to_ascii_uppercase);
            }
            _ if word.starts_with('-') && !word.starts_with("--") && word.contains('I') => {
                method = method.or_else(|| Some("HEAD".to_owned()));
            }
            "GET" | "POST" | "PUT" if url.is_none() => method = Some(word.to_owned()),
            _ if word.starts_with("http://") || word.starts_with("https://") => {
                url = url.or(Some(word));
            }
            _ => {}
        }
    }
    Some(Request {
        method: method.unwrap_or_else(|| "GET".to_owned()),
        url: url?.to_owned(),
        agent,
        has_body,
    })
}

/// The words of a command, as a shell takes them apart.
fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut quote: Option<char> = None;
    for c in command.chars().take(COMMAND_CHARS) {
        match quote {
            Some(end) if c == end => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if c.is_whitespace() => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            _ => word.push(c),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Letters of a command that are read.
const COMMAND_CHARS: usize = 4096;

/// Bytes that a terminal shows before a command, at most.
const PROMPT_BYTES: usize = 120;

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
        } else if let Some((name, value)) = header_line(line).filter(|(name, _)| {
            // What stands below a status line is a header; alone it must be known as one.
            given.status.is_some() || is_known(name) || !pairs.is_empty()
        }) {
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
    // `Name: value` is as well a line of a log, a mail or a list.
    let stated = block
        .lines()
        .next()
        .is_some_and(|line| status_line(line).is_some());
    if !stated {
        let names = || pairs.iter().map(|(name, _)| name.as_str());
        if names().any(is_of_mail)
            || given.status.is_none() && names().filter(|name| is_known(name)).count() < HEADERS
        {
            return None;
        }
        pairs.retain(|(name, _)| is_known(name));
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

/// Known headers by which lines without a status are taken for a response's.
const HEADERS: usize = 2;

/// Headers of responses, without those that begin with one of [`PREFIXES`].
const KNOWN: &[&str] = &[
    "accept-ranges",
    "age",
    "allow",
    "alt-svc",
    "cache-control",
    "connection",
    "date",
    "etag",
    "expires",
    "host-header",
    "keep-alive",
    "last-modified",
    "link",
    "location",
    "nel",
    "permissions-policy",
    "pragma",
    "referrer-policy",
    "refresh",
    "report-to",
    "retry-after",
    "server",
    "server-timing",
    "set-cookie",
    "sg-captcha",
    "status",
    "strict-transport-security",
    "transfer-encoding",
    "upgrade",
    "vary",
    "via",
    "www-authenticate",
    "ki-cache-type",
    "ki-edge",
    "ki-origin",
    "p3p",
    "platform",
    "panel",
    "proxy-authenticate",
];

/// How headers begin of which there are many.
const PREFIXES: &[&str] = &[
    "x-",
    "cf-",
    "content-",
    "access-control-",
    "cross-origin-",
    "sg-",
    "ki-",
    "wpe-",
    "fly-",
    "akamai-",
    "fastly-",
];

fn is_known(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let status = matches!(
        name.as_str(),
        ":status" | "status code" | "request url" | "request method" | "remote address"
    );
    status
        || KNOWN.contains(&name.as_str())
        || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// Headers of a mail, which has some of the others as well.
fn is_of_mail(name: &str) -> bool {
    [
        "subject",
        "from",
        "to",
        "mime-version",
        "received",
        "message-id",
        "return-path",
        "reply-to",
    ]
    .iter()
    .any(|header| name.eq_ignore_ascii_case(header))
}

/// Whether a text begins as headers do.
pub(super) fn is_header_block(head: &str) -> bool {
    let names: Vec<&str> = head
        .lines()
        .map_while(header_line)
        .map(|(name, _)| name)
        .collect();
    let has = |status: &str| names.iter().any(|name| name.eq_ignore_ascii_case(status));
    !names.iter().any(|name| is_of_mail(name))
        && (has(":status")
            || has("status code")
            || names.iter().filter(|name| is_known(name)).count() >= HEADERS)
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
            given.status = given.status.or_else(|| super::line::of_field(value));
        }
        "request url" => given.url = Some(value.to_owned()),
        "request method" => given.method = Some(value.to_owned()),
        "remote address" | "referrer policy" => {}
        other if other.starts_with(':') || other.contains(' ') => {}
        _ => pairs.push((name.to_owned(), value.to_owned())),
    }
}

/// Bytes of the words before a body that is told without its status.
const WORDS_BYTES: usize = 200;

/// A body without anything around it but a few words.
fn markup(text: &str) -> Option<Given> {
    let trimmed = text.trim_start();
    // A few words may stand before it, but not a log's, which quotes markup.
    let start = if trimmed.starts_with('<') || crate::probe::dispatched(trimmed).is_some() {
        0
    } else {
        let head = trimmed.get(..trimmed.floor_char_boundary(WORDS_BYTES))?;
        let at = super::line::markup(head)?;
        let words = trimmed.get(..at)?;
        if super::is_status(words) || super::sentences::is_log(words) {
            return None;
        }
        at
    };
    Some(Given {
        body: Some(body(trimmed.get(start..)?)),
        ..Given::default()
    })
}
