//! One request and its response, in HTTP/1.1.

use std::io;

use callback_doctor::probe::{ACCEPT, BodyEnd, Method, NoAnswer};
use httparse::{EMPTY_HEADER, ParserConfig, Status};
use url::{Position, Url};

use super::{
    connect::{Stream, Unanswered, no_answer},
    packing::unpack,
};

/// Bytes of status line and headers that are read, as in Chromium; an endless head is cut there.
const HEAD_BYTES: usize = 256 * 1024;

/// Informational responses (103 and the like) that may come before the response.
const INFORMATIONAL: usize = 16;

/// Bytes asked of the connection at a time.
const READ_BYTES: usize = 16 * 1024;

/// What is sent: these, and nothing else.
pub(crate) struct Request<'a> {
    pub(crate) method: Method,
    pub(crate) url: &'a Url,
    pub(crate) user_agent: &'a str,
    /// Whether another request may follow on the same connection.
    pub(crate) keep_alive: bool,
}

/// A response as it was received.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    /// At most as many bytes as were to be kept.
    pub(crate) body: Vec<u8>,
    pub(crate) end: BodyEnd,
    /// Whether another request may follow on the same connection.
    pub(crate) reusable: bool,
}

/// Sends a request and reads the response, keeping `keep` bytes of its body.
pub(crate) fn run(
    stream: &mut dyn Stream,
    request: &Request<'_>,
    keep: usize,
) -> Result<Received, Unanswered> {
    // A server may answer and close before it has read all: the answer counts, not the broken pipe.
    let sent = stream
        .write_all(request.text().as_bytes())
        .and_then(|()| stream.flush());
    let mut input = Input {
        stream,
        bytes: Vec::new(),
    };
    let (status, headers) = match (input.head(), sent) {
        (Err(head), Err(error)) if head.why == NoAnswer::Reset => {
            return Err(Unanswered::of(&error));
        }
        (head, _) => head?,
    };
    let header = |wanted: &str| {
        headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .map(|(_, value)| value.trim())
    };
    let chunked = header("transfer-encoding")
        .is_some_and(|value| value.to_ascii_lowercase().ends_with("chunked"));
    let length = header("content-length").and_then(|value| value.parse().ok());
    let closes = header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
    let framed = chunked || length.is_some() || matches!(status, 204 | 304);
    let (body, end) = match (status, chunked, length) {
        (204 | 304, ..) => (Vec::new(), BodyEnd::Whole),
        (_, true, _) => input.chunks(keep),
        (_, false, Some(length)) => input.exactly(length, keep),
        (_, false, None) => input.rest(keep),
    };
    let reusable =
        request.keep_alive && framed && !closes && end.is_whole() && input.bytes.is_empty();
    let labels = headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("content-encoding"))
        .map(|(_, value)| value.as_str());
    let (body, end) = unpack(body, end, labels, keep);
    Ok(Received {
        status,
        headers,
        body,
        end,
        reusable,
    })
}

impl Request<'_> {
    fn text(&self) -> String {
        let host = &self.url[Position::BeforeHost..Position::AfterPort];
        let path = &self.url[Position::BeforePath..Position::AfterQuery];
        let length = if self.method == Method::Post {
            "Content-Length: 0\r\n"
        } else {
            ""
        };
        let connection = if self.keep_alive {
            "keep-alive"
        } else {
            "close"
        };
        format!(
            "{} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: {connection}\r\n{length}User-Agent: {}\r\nAccept: {ACCEPT}\r\n\r\n",
            self.method.as_str(),
            self.user_agent
        )
    }
}

/// What came and was not used yet, and the connection for more.
struct Input<'a> {
    stream: &'a mut dyn Stream,
    bytes: Vec<u8>,
}

type Head = (u16, Vec<(String, String)>);

impl Input<'_> {
    /// Reads more; false at the end.
    fn more(&mut self) -> io::Result<bool> {
        let mut buffer = [0; READ_BYTES];
        loop {
            match self.stream.read(&mut buffer) {
                Ok(count) => {
                    self.bytes
                        .extend_from_slice(buffer.get(..count).unwrap_or_default());
                    return Ok(count > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // Many servers close a secure connection without saying so first; where more was promised, it is missed.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
                Err(error) => return Err(error),
            }
        }
    }

    /// Reads the head of the response, past informational ones.
    fn head(&mut self) -> Result<Head, Unanswered> {
        let mut informational = 0;
        loop {
            match parse_head(&self.bytes)? {
                Some((length, (status, _))) if (100..200).contains(&status) && status != 101 => {
                    self.bytes.drain(..length);
                    informational += 1;
                    if informational > INFORMATIONAL {
                        return Err(NoAnswer::NotHttp.into());
                    }
                }
                Some((length, head)) => {
                    self.bytes.drain(..length);
                    return Ok(head);
                }
                None if self.bytes.len() > HEAD_BYTES => return Ok(self.cut_head()?),
                None => match self.more() {
                    Ok(true) => {}
                    Ok(false) => return Err(NoAnswer::Reset.into()),
                    Err(error) => return Err(Unanswered::of(&error)),
                },
            }
        }
    }

    /// The lines of a head that does not end, as if it had ended after the last whole one.
    fn cut_head(&mut self) -> Result<Head, NoAnswer> {
        let end = self
            .bytes
            .iter()
            .rposition(|byte| *byte == b'\n')
            .ok_or(NoAnswer::NotHttp)?;
        self.bytes.truncate(end + 1);
        self.bytes.extend_from_slice(b"\r\n");
        let head = parse_head(&self.bytes)?.ok_or(NoAnswer::NotHttp)?.1;
        self.bytes.clear();
        Ok(head)
    }

    fn rest(&mut self, keep: usize) -> (Vec<u8>, BodyEnd) {
        let end = match self.fill(keep.saturating_add(1)) {
            Ok(true) => BodyEnd::Cut,
            Ok(false) => BodyEnd::Whole,
            Err(error) => too_early(&error),
        };
        self.bytes.truncate(keep);
        (std::mem::take(&mut self.bytes), end)
    }

    fn exactly(&mut self, length: usize, keep: usize) -> (Vec<u8>, BodyEnd) {
        let kept = length.min(keep);
        let end = match self.fill_all(kept) {
            Ok(()) => BodyEnd::shortened(kept < length),
            Err(end) => end,
        };
        let kept = kept.min(self.bytes.len());
        (self.bytes.drain(..kept).collect(), end)
    }

    fn chunks(&mut self, keep: usize) -> (Vec<u8>, BodyEnd) {
        let mut body = Vec::new();
        let end = self.chunks_into(&mut body, keep).err();
        (body, end.unwrap_or(BodyEnd::Whole))
    }

    fn chunks_into(&mut self, body: &mut Vec<u8>, keep: usize) -> Result<(), BodyEnd> {
        loop {
            let size = self.chunk_size()?;
            if size == 0 {
                // The line's end after the last chunk; trailers are left there, and with them the connection.
                if self.bytes.starts_with(b"\r\n") || matches!(self.fill(2), Ok(true)) {
                    self.bytes.drain(..2);
                }
                return Ok(());
            }
            let wanted = size.min(keep - body.len());
            let filled = self.fill_all(wanted);
            body.extend(self.bytes.drain(..wanted.min(self.bytes.len())));
            filled?;
            if wanted < size {
                return Err(BodyEnd::Cut);
            }
            // The line's end after the chunk.
            self.fill_all(2)?;
            self.bytes.drain(..2);
        }
    }

    /// The size that stands before a chunk.
    fn chunk_size(&mut self) -> Result<usize, BodyEnd> {
        loop {
            match httparse::parse_chunk_size(&self.bytes) {
                Ok(Status::Complete((length, size))) => {
                    self.bytes.drain(..length);
                    return usize::try_from(size).map_err(|_| BodyEnd::Broken);
                }
                Ok(Status::Partial) if self.bytes.len() < HEAD_BYTES => {
                    self.fill_all(self.bytes.len() + 1)?;
                }
                _ => return Err(BodyEnd::Broken),
            }
        }
    }

    /// Reads until this many bytes are there; how the body ended when they did not come.
    fn fill_all(&mut self, count: usize) -> Result<(), BodyEnd> {
        match self.fill(count) {
            Ok(true) => Ok(()),
            Ok(false) => Err(BodyEnd::Broken),
            Err(error) => Err(too_early(&error)),
        }
    }

    /// Reads until this many bytes are there; false when the end came before.
    fn fill(&mut self, count: usize) -> io::Result<bool> {
        while self.bytes.len() < count {
            if !self.more()? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// A head and its length; none while it is not complete. As lenient as browsers are: a header that is none is skipped.
fn parse_head(bytes: &[u8]) -> Result<Option<(usize, Head)>, NoAnswer> {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    let mut headers = vec![EMPTY_HEADER; lines];
    let mut response = httparse::Response::new(&mut headers);
    let mut config = ParserConfig::default();
    config
        .allow_spaces_after_header_name_in_responses(true)
        .allow_obsolete_multiline_headers_in_responses(true)
        .allow_space_before_first_header_name(true)
        .ignore_invalid_headers_in_responses(true);
    match config.parse_response(&mut response, bytes) {
        Ok(Status::Complete(length)) => {
            let headers = response.headers.iter().map(|h| {
                (
                    h.name.to_owned(),
                    String::from_utf8_lossy(h.value).into_owned(),
                )
            });
            let headers = headers.collect();
            Ok(Some((
                length,
                (
                    response
                        .code
                        .filter(|code| *code >= 100)
                        .ok_or(NoAnswer::NotHttp)?,
                    headers,
                ),
            )))
        }
        Ok(Status::Partial) => Ok(None),
        Err(_) => Err(NoAnswer::NotHttp),
    }
}

/// How a body ended that was not read to its end: out of time, or broken.
fn too_early(error: &io::Error) -> BodyEnd {
    match no_answer(error) {
        NoAnswer::Timeout => BodyEnd::Cut,
        _ => BodyEnd::Broken,
    }
}
