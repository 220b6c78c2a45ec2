//! One connection: requests in, answers out, kept open in between.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::hostile;
use crate::limits;
use crate::response::{Reply, Response, reason};
use crate::server::Shared;
use crate::wire::{self, Arrived};

/// What a listener is spoken to in.
#[derive(Clone)]
pub(crate) enum Speech {
    Http,
    Https(Arc<ServerConfig>),
    /// Either: the first byte of a connection tells.
    Either(Arc<ServerConfig>),
}

/// The first byte of TLS: a handshake record (RFC 8446 section 5.1). No method of HTTP begins with it.
const HANDSHAKE: u8 = 22;

/// Serves a connection until either side ends it.
pub(crate) fn run(socket: TcpStream, speech: &Speech, shared: &Shared) -> io::Result<()> {
    socket.set_read_timeout(Some(limits::IDLE))?;
    socket.set_write_timeout(Some(limits::IDLE))?;
    socket.set_nodelay(true)?;
    let handle = socket.try_clone()?;
    let tls = match speech {
        Speech::Http => None,
        Speech::Https(config) => Some(config),
        Speech::Either(config) => {
            let mut first = [0];
            let count = socket.peek(&mut first)?;
            (count > 0 && first == [HANDSHAKE]).then_some(config)
        }
    };
    let Some(config) = tls else {
        let mut stream = socket;
        let served = serve(&mut stream, false, shared);
        return served.and_then(|end| hang_up(&handle, end));
    };
    let session = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
    let mut stream = StreamOwned::new(session, socket);
    let served = serve(&mut stream, true, shared);
    stream.conn.send_close_notify();
    let _ = stream.flush();
    served.and_then(|end| hang_up(&handle, end))
}

/// How a connection ended.
#[derive(Clone, Copy)]
enum End {
    /// Everything that the client sent was read.
    Clean,
    /// The client may still be sending.
    Refused,
}

/// Closes a connection. A client that is still sending would lose the answer to a reset, so it is heard out for a while.
fn hang_up(socket: &TcpStream, end: End) -> io::Result<()> {
    if matches!(end, End::Clean) {
        return Ok(());
    }
    socket.shutdown(Shutdown::Write)?;
    socket.set_read_timeout(Some(limits::HEARD_OUT))?;
    let mut heard = socket.take(limits::HEARD_OUT_BYTES);
    io::copy(&mut heard, &mut io::sink()).map(|_| ())
}

fn serve(stream: &mut (impl Read + Write), tls: bool, shared: &Shared) -> io::Result<End> {
    let mut waiting = Vec::new();
    while !shared.stopped() {
        let (request, keep) = match wire::read(stream, &mut waiting, tls)? {
            Arrived::Request(request, keep) => (request, keep),
            Arrived::Refused(status) => {
                write(stream, &refusal(status), true, false)?;
                return Ok(End::Refused);
            }
            Arrived::Nothing => break,
        };
        let response = match shared.reply(&request) {
            Reply::Answer(response) => response,
            Reply::Close => break,
            Reply::Hostile(hostile) => {
                hostile::perform(hostile, &request, stream, &|| shared.stopped())?;
                break;
            }
        };
        wait(response.delay, shared);
        let keep = keep && !response.close;
        write(stream, &response, request.method != "HEAD", keep)?;
        if !keep {
            break;
        }
    }
    Ok(End::Clean)
}

fn write(
    stream: &mut impl Write,
    response: &Response,
    with_body: bool,
    keep: bool,
) -> io::Result<()> {
    let mut out = format!(
        "HTTP/1.1 {} {}\r\n",
        response.status,
        reason(response.status)
    );
    for (name, value) in &response.headers {
        // Values hold parts of the request; a line break would begin a header of the client's choice.
        let value: String = value
            .chars()
            .filter(|character| !character.is_control())
            .collect();
        out.push_str(&format!("{name}: {value}\r\n"));
    }
    let connection = if keep { "keep-alive" } else { "close" };
    out.push_str(&format!(
        "Content-Length: {}\r\nConnection: {connection}\r\n\r\n",
        response.body.len()
    ));
    let mut bytes = out.into_bytes();
    if with_body {
        bytes.extend(&response.body);
    }
    stream.write_all(&bytes)?;
    stream.flush()
}

fn refusal(status: u16) -> Response {
    let words = reason(status);
    Response::new(status)
        .with("Content-Type", "text/html")
        .body(format!("<h1>{status} {words}</h1>\n"))
}

/// Waits, but not longer than the server runs.
fn wait(delay: Duration, shared: &Shared) {
    const STEP: Duration = Duration::from_millis(50);
    let mut left = delay;
    while !left.is_zero() && !shared.stopped() {
        let step = left.min(STEP);
        thread::sleep(step);
        left -= step;
    }
}
