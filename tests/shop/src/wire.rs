//! Reading a request off the wire, within limits.

use std::io::{self, Read, Write};

use crate::limits;
use crate::request::Request;

/// What reading a request came to.
pub(crate) enum Arrived {
    /// A request, and whether the client wants to go on afterwards.
    Request(Request, bool),
    /// Something that the server refuses with this status.
    Refused(u16),
    /// The client is gone.
    Nothing,
}

/// Reads one request; `waiting` keeps what arrived beyond it.
pub(crate) fn read(
    stream: &mut (impl Read + Write),
    waiting: &mut Vec<u8>,
    tls: bool,
) -> io::Result<Arrived> {
    let end = loop {
        let end = find(waiting, b"\r\n\r\n").map(|end| end + 4);
        if end.unwrap_or(waiting.len()) > limits::HEAD_BYTES {
            return Ok(Arrived::Refused(431));
        }
        if let Some(end) = end {
            break end;
        }
        if !fill(stream, waiting)? {
            return Ok(Arrived::Nothing);
        }
    };
    let head: Vec<u8> = waiting.drain(..end).collect();
    let Some((mut request, minor)) = parse(&head, tls) else {
        return Ok(Arrived::Refused(400));
    };
    if request.header_has("Expect", "100-continue") {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    let body = if request.header_has("Transfer-Encoding", "chunked") {
        read_chunks(stream, waiting)?
    } else {
        match request
            .header("Content-Length")
            .map(|length| length.trim().parse::<usize>())
        {
            None => Ok(Vec::new()),
            Some(Ok(length)) if length <= limits::BODY_BYTES => {
                read_exactly(stream, waiting, length)?.ok_or(400)
            }
            Some(Ok(_)) => Err(413),
            Some(Err(_)) => Err(400),
        }
    };
    match body {
        Ok(body) => request.body = body,
        Err(status) => return Ok(Arrived::Refused(status)),
    }
    let close = request.header_has("Connection", "close")
        || (minor == 0 && !request.header_has("Connection", "keep-alive"));
    Ok(Arrived::Request(request, !close))
}

/// The request line and headers; also the minor version of HTTP.
fn parse(head: &[u8], tls: bool) -> Option<(Request, u8)> {
    let mut headers = [httparse::EMPTY_HEADER; limits::HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    parsed
        .parse(head)
        .ok()
        .filter(httparse::Status::is_complete)?;
    let headers: Vec<(String, String)> = parsed
        .headers
        .iter()
        .map(|header| {
            (
                header.name.to_owned(),
                String::from_utf8_lossy(header.value).into_owned(),
            )
        })
        .collect();
    let mut request = Request {
        method: parsed.method?.to_owned(),
        tls,
        headers,
        ..Request::default()
    };
    request.host = request
        .header("Host")
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if !request
        .host
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte))
    {
        return None;
    }
    // A proxy's form of the address names the host again.
    let target = parsed.path?;
    let target = ["http://", "https://"]
        .iter()
        .find_map(|scheme| target.strip_prefix(scheme))
        .map_or(target, |rest| {
            rest.find('/')
                .and_then(|slash| rest.get(slash..))
                .unwrap_or("/")
        });
    let target = target.split('#').next().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    path.starts_with('/').then_some(())?;
    path.clone_into(&mut request.path);
    query.clone_into(&mut request.query);
    Some((request, parsed.version?))
}

/// A body in chunks, or the status to refuse it with.
fn read_chunks(stream: &mut impl Read, waiting: &mut Vec<u8>) -> io::Result<Result<Vec<u8>, u16>> {
    let mut body = Vec::new();
    loop {
        let Some(line) = read_line(stream, waiting)? else {
            return Ok(Err(400));
        };
        let size = line.split(';').next().unwrap_or_default().trim();
        let Ok(size) = usize::from_str_radix(size, 16) else {
            return Ok(Err(400));
        };
        if body.len().saturating_add(size) > limits::BODY_BYTES {
            return Ok(Err(413));
        }
        if size == 0 {
            // Nothing that probes a shop sends trailers.
            let end = read_line(stream, waiting)?;
            return Ok(end.filter(String::is_empty).map(|_| body).ok_or(400));
        }
        match read_exactly(stream, waiting, size + 2)? {
            Some(chunk) if chunk.ends_with(b"\r\n") => {
                body.extend(chunk.get(..size).unwrap_or_default());
            }
            _ => return Ok(Err(400)),
        }
    }
}

/// A line of at most a few kilobytes without its end, or nothing.
fn read_line(stream: &mut impl Read, waiting: &mut Vec<u8>) -> io::Result<Option<String>> {
    loop {
        if let Some(end) = find(waiting, b"\r\n") {
            let line: Vec<u8> = waiting.drain(..end + 2).collect();
            return Ok(Some(String::from_utf8_lossy(&line).trim_end().to_owned()));
        }
        if waiting.len() > limits::HEAD_BYTES || !fill(stream, waiting)? {
            return Ok(None);
        }
    }
}

/// This many bytes, or nothing where the client ended before.
fn read_exactly(
    stream: &mut impl Read,
    waiting: &mut Vec<u8>,
    length: usize,
) -> io::Result<Option<Vec<u8>>> {
    while waiting.len() < length {
        if !fill(stream, waiting)? {
            return Ok(None);
        }
    }
    Ok(Some(waiting.drain(..length).collect()))
}

/// Reads some bytes more; false at the end.
fn fill(stream: &mut impl Read, waiting: &mut Vec<u8>) -> io::Result<bool> {
    let mut chunk = [0; 8 * 1024];
    let count = stream.read(&mut chunk)?;
    waiting.extend(chunk.get(..count).unwrap_or_default());
    Ok(count > 0)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}
