//! A response as curl prints it with its headers.

use crate::probe::{BodyEnd, Headers, Response, cut};

/// The last response of a block, without interim answers and what a proxy said first.
pub(super) fn response(block: &str, keep: usize) -> Option<Response> {
    let mut at = heads(block).next()?;
    loop {
        let text = block.get(at..)?;
        let (status, headers, length) = head(text)?;
        let body = text.get(length..)?;
        let proxy = status == 200
            && text
                .lines()
                .next()
                .is_some_and(|line| line.to_ascii_lowercase().contains("connection established"));
        if (status < 200 || proxy) && status_line(body).is_some() {
            at += length;
            continue;
        }
        // The line below an answer begins a line of its own.
        let mut body = body.strip_suffix('\n').unwrap_or(body).to_owned();
        let body_end = BodyEnd::shortened(cut(&mut body, keep));
        return Some(Response {
            status,
            headers,
            body,
            body_end,
        });
    }
}

/// Where lines begin that look like a status line.
pub(super) fn heads(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        status_line(line).map(|_| start)
    })
}

/// `HTTP/1.1 503 Service Unavailable`, `HTTP/2 503`
fn status_line(text: &str) -> Option<u16> {
    let (version, rest) = text.strip_prefix("HTTP/")?.split_once(' ')?;
    let known = matches!(version, "1.0" | "1.1" | "2" | "2.0" | "3" | "3.0");
    let number = rest.get(..3).filter(|_| known)?.parse().ok()?;
    super::super::status(number)
}

/// Status, headers without secrets, and bytes of the head at the beginning of a text.
fn head(text: &str) -> Option<(u16, Headers, usize)> {
    let status = status_line(text)?;
    let mut length = 0;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let first = length == 0;
        length += line.len();
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            break;
        }
        if first {
            continue;
        }
        match line.split_once(':') {
            Some((name, value)) if !name.contains(' ') && !name.is_empty() => {
                pairs.push((name.to_owned(), value.to_owned()));
            }
            // A terminal broke the line.
            _ => {
                if let Some((_, value)) = pairs.last_mut() {
                    value.push_str(line);
                }
            }
        }
    }
    Some((status, super::super::headers(pairs), length))
}
