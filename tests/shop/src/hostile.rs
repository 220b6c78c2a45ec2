//! Servers that do what no good server does: a client must survive each of them.

use std::io::{self, Write};
use std::thread;
use std::time::Duration;

use crate::request::Request;

/// One way to misbehave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hostile {
    /// A good head, then a byte a second.
    OneByteASecond,
    /// A body that never ends.
    EndlessBody,
    /// A redirect to the address that was asked for.
    RedirectLoop,
    /// A picture, whatever was asked for.
    Png,
    /// [`FLOOD_BYTES`] of `<`.
    LtFlood,
    /// The connection is closed without a byte.
    EmptyReply,
    /// Bytes that are no HTTP.
    Garbage,
}

/// Bytes of the flood's body.
const FLOOD_BYTES: usize = 50_000_000;

/// Bytes written at once.
const CHUNK: usize = 64 * 1024;

/// Misbehaves until the client hangs up or the server stops; the connection ends afterwards.
pub(crate) fn perform(
    hostile: Hostile,
    request: &Request,
    stream: &mut dyn Write,
    stopped: &dyn Fn() -> bool,
) -> io::Result<()> {
    match hostile {
        Hostile::EmptyReply => {}
        Hostile::Garbage => {
            stream.write_all(b"\x00\xff\xfeSSH-2.0-not a web server\r\n\r\n\x00\x01\x02")?;
        }
        Hostile::RedirectLoop => {
            let target = format!(
                "{}://{}{}",
                request.scheme(),
                request.host,
                request.target()
            );
            let head = format!(
                "HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
            stream.write_all(head.as_bytes())?;
        }
        Hostile::Png => {
            let length = PNG.len();
            stream.write_all(head("image/png", Some(length)).as_bytes())?;
            stream.write_all(PNG)?;
        }
        Hostile::LtFlood => {
            stream.write_all(head("text/html; charset=UTF-8", Some(FLOOD_BYTES)).as_bytes())?;
            let chunk = vec![b'<'; CHUNK];
            let mut left = FLOOD_BYTES;
            while left > 0 && !stopped() {
                let part = chunk.get(..left.min(CHUNK)).unwrap_or_default();
                stream.write_all(part)?;
                left -= part.len();
            }
        }
        Hostile::EndlessBody => {
            stream.write_all(head("text/html; charset=UTF-8", None).as_bytes())?;
            let chunk = b"<p>and so on</p>\n".repeat(CHUNK / 17);
            while !stopped() {
                stream.write_all(&chunk)?;
            }
        }
        Hostile::OneByteASecond => {
            stream.write_all(head("text/html; charset=UTF-8", Some(FLOOD_BYTES)).as_bytes())?;
            for byte in b"<!doctype html>".iter().chain(std::iter::repeat(&b' ')) {
                if stopped() {
                    break;
                }
                stream.write_all(&[*byte])?;
                stream.flush()?;
                thread::sleep(Duration::from_secs(1));
            }
        }
    }
    stream.flush()
}

fn head(kind: &str, length: Option<usize>) -> String {
    let length = length.map_or(String::new(), |length| {
        format!("Content-Length: {length}\r\n")
    });
    format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{length}Connection: close\r\n\r\n")
}

/// A picture of one grey pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, b'I', b'E',
    b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];
