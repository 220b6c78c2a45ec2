//! From an address to an open connection, within a deadline.

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, ToSocketAddrs},
    str::FromStr,
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use callback_doctor::{probe::NoAnswer, shop::reach_ip};
use rustls::{ClientConfig, ClientConnection, StreamOwned, pki_types::ServerName};
use url::Url;

use super::certificate::{Asked, words};

/// A rule `HOST:PORT:ADDRESS:PORT` as curl's `--connect-to` has it. An empty host or port in front matches any, an
/// empty one behind changes nothing; IPv6 addresses stand in brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ConnectTo {
    host: String,
    port: Option<u16>,
    to_host: String,
    to_port: Option<u16>,
}

impl FromStr for ConnectTo {
    type Err = &'static str;

    fn from_str(rule: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str =
            "expected HOST:PORT:ADDRESS:PORT, such as shop.example:443:127.0.0.1:8443";
        let mut parts = Vec::new();
        let mut bracketed = false;
        for part in rule.split(|c| {
            bracketed = (bracketed || c == '[') && c != ']';
            c == ':' && !bracketed
        }) {
            parts.push(part);
        }
        let [host, port, to_host, to_port] = parts.as_slice() else {
            return Err(EXPECTED);
        };
        let number = |port: &str| {
            if port.is_empty() {
                Ok(None)
            } else {
                port.parse().map(Some).map_err(|_| EXPECTED)
            }
        };
        Ok(Self {
            host: host.to_ascii_lowercase(),
            port: number(port)?,
            to_host: to_host.to_string(),
            to_port: number(to_port)?,
        })
    }
}

/// Which addresses a connection may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Wherever the name or a rule leads.
    Any,
    /// Where no rule leads elsewhere, public addresses alone.
    Public,
}

/// What an exchange reads and writes.
pub(crate) trait Stream: Read + Write {
    /// Gives another request on the same connection its own time.
    fn set_deadline(&mut self, deadline: Instant);
}

/// Connects to where an address leads, over TLS for https.
pub(crate) fn open(
    url: &Url,
    rules: &[ConnectTo],
    reach: Reach,
    tls: &ClientConfig,
    deadline: Instant,
) -> Result<Box<dyn Stream>, Unanswered> {
    let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
        return Err(NoAnswer::NotPermitted.into());
    };
    let (to_host, to_port) = target(rules, host, port);
    let mut addresses = resolve(to_host, to_port, deadline)?;
    if reach == Reach::Public && (to_host, to_port) == (host, port) {
        addresses.retain(|address| reach_ip(address.ip()).is_public());
        if addresses.is_empty() {
            return Err(NoAnswer::NotPermitted.into());
        }
    }
    let stream = Timed {
        stream: connect(&addresses, deadline)?,
        deadline,
        beginning: Vec::new(),
    };
    if url.scheme() == "http" {
        return Ok(Box::new(stream));
    }
    let name = ServerName::try_from(bare(host).to_owned()).map_err(|_| NoAnswer::Tls)?;
    let asked = Arc::new(Asked::default());
    let mut config = tls.clone();
    config.client_auth_cert_resolver = Arc::<Asked>::clone(&asked);
    let session = ClientConnection::new(Arc::new(config), name).map_err(|_| NoAnswer::Tls)?;
    let mut secure = Secure {
        stream: StreamOwned::new(session, stream),
        asked,
    };
    secure
        .shake_hands()
        .map_err(|error| Unanswered::of(&error))?;
    Ok(Box::new(secure))
}

/// Why there is no answer, and what was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unanswered {
    pub(crate) why: NoAnswer,
    pub(crate) words: Option<String>,
}

impl Unanswered {
    pub(crate) fn of(error: &io::Error) -> Self {
        let words = error.get_ref().map(ToString::to_string);
        Self {
            words,
            ..no_answer(error).into()
        }
    }
}

impl From<NoAnswer> for Unanswered {
    fn from(why: NoAnswer) -> Self {
        Self { why, words: None }
    }
}

/// What an error on an open connection means. rustls hands its own errors over as invalid data.
pub(crate) fn no_answer(error: &io::Error) -> NoAnswer {
    use io::ErrorKind::{
        BrokenPipe, ConnectionAborted, ConnectionRefused, ConnectionReset, InvalidData, TimedOut,
        UnexpectedEof, WouldBlock,
    };
    match error.kind() {
        TimedOut | WouldBlock => NoAnswer::Timeout,
        ConnectionRefused => NoAnswer::Refused,
        ConnectionReset | ConnectionAborted | BrokenPipe | UnexpectedEof => NoAnswer::Reset,
        InvalidData => NoAnswer::Tls,
        _ => NoAnswer::Unknown,
    }
}

fn target<'a>(rules: &'a [ConnectTo], host: &'a str, port: u16) -> (&'a str, u16) {
    let matches = |rule: &&ConnectTo| {
        (rule.host.is_empty() || bare(&rule.host) == bare(host))
            && rule.port.is_none_or(|own| own == port)
    };
    match rules.iter().find(matches) {
        Some(rule) if rule.to_host.is_empty() => (host, rule.to_port.unwrap_or(port)),
        Some(rule) => (&rule.to_host, rule.to_port.unwrap_or(port)),
        None => (host, port),
    }
}

/// An IPv6 address without its brackets, any other host as it is.
fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

/// Asks the system's resolver, which has no deadline of its own: a thread that it keeps waiting is left behind.
///
/// Names below `localhost` are loopback without being asked for, as in browsers (RFC 6761 section 6.3): not every system
/// knows them.
fn resolve(host: &str, port: u16, deadline: Instant) -> Result<Vec<SocketAddr>, NoAnswer> {
    let (sender, receiver) = mpsc::channel();
    let host = bare(host).to_owned();
    if host == "localhost" || host.ends_with(".localhost") {
        return Ok(vec![
            SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
            SocketAddr::from((Ipv6Addr::LOCALHOST, port)),
        ]);
    }
    thread::spawn(move || {
        let _ = sender.send(
            (host.as_str(), port)
                .to_socket_addrs()
                .map(Iterator::collect::<Vec<_>>),
        );
    });
    match receiver.recv_timeout(remaining(deadline)) {
        Ok(Ok(addresses)) if !addresses.is_empty() => Ok(addresses),
        Ok(_) => Err(NoAnswer::Dns),
        Err(_) => Err(NoAnswer::Timeout),
    }
}

/// Tries each address with its share of the time that is left.
fn connect(addresses: &[SocketAddr], deadline: Instant) -> Result<TcpStream, NoAnswer> {
    let mut failure = NoAnswer::Unknown;
    for (address, left) in addresses.iter().zip((1..=addresses.len()).rev()) {
        let share = remaining(deadline) / u32::try_from(left).unwrap_or(u32::MAX);
        if share.is_zero() {
            return Err(NoAnswer::Timeout);
        }
        match TcpStream::connect_timeout(address, share) {
            Ok(stream) => return Ok(stream),
            // A network that is not there (often IPv6) says less than an address that refused or kept silent.
            Err(error) => match no_answer(&error) {
                NoAnswer::Unknown => {}
                known => failure = known,
            },
        }
    }
    Err(failure)
}

fn remaining(deadline: Instant) -> Duration {
    deadline.saturating_duration_since(Instant::now())
}

/// A connection on which the deadline holds for all reads and writes together, however small each is.
struct Timed {
    stream: TcpStream,
    deadline: Instant,
    /// The first bytes that came.
    beginning: Vec<u8>,
}

impl Timed {
    fn time_left(&self) -> io::Result<Option<Duration>> {
        match remaining(self.deadline) {
            Duration::ZERO => Err(io::ErrorKind::TimedOut.into()),
            left => Ok(Some(left)),
        }
    }
}

impl Stream for Timed {
    fn set_deadline(&mut self, deadline: Instant) {
        self.deadline = deadline;
    }
}

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(self.time_left()?)?;
        let count = self.stream.read(buffer)?;
        let room = PLAIN_HTTP.len().saturating_sub(self.beginning.len());
        let new = buffer.get(..count.min(room)).unwrap_or_default();
        self.beginning.extend_from_slice(new);
        Ok(count)
    }
}

impl Write for Timed {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(self.time_left()?)?;
        self.stream.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// How an answer in plain HTTP begins.
const PLAIN_HTTP: &[u8] = b"HTTP/";

/// A secure connection, of which it is said why it fails.
struct Secure {
    stream: StreamOwned<ClientConnection, Timed>,
    asked: Arc<Asked>,
}

impl Secure {
    fn shake_hands(&mut self) -> io::Result<()> {
        let StreamOwned { conn, sock } = &mut self.stream;
        while conn.is_handshaking() {
            if let Err(error) = conn.complete_io(sock) {
                return Err(self.explained(error));
            }
        }
        Ok(())
    }

    fn explained(&self, error: io::Error) -> io::Error {
        let inner = error.get_ref().and_then(|error| error.downcast_ref());
        match inner {
            Some(rustls::Error::InvalidMessage(_)) if self.stream.sock.beginning == PLAIN_HTTP => {
                io::Error::new(error.kind(), "the server answered in plain HTTP")
            }
            Some(failure) => io::Error::new(error.kind(), words(failure, &self.asked)),
            None => error,
        }
    }
}

impl Stream for Secure {
    fn set_deadline(&mut self, deadline: Instant) {
        self.stream.sock.deadline = deadline;
    }
}

impl Read for Secure {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream
            .read(buffer)
            .map_err(|error| self.explained(error))
    }
}

impl Write for Secure {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream
            .write(buffer)
            .map_err(|error| self.explained(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush().map_err(|error| self.explained(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connect_to_is_read_as_curl_reads_it() {
        let rule = |text: &str| text.parse::<ConnectTo>();
        for text in [
            "shop.example:443:127.0.0.1:8443",
            ":::",
            "::127.0.0.1:80",
            "[::1]:443:[::1]:8443",
            "a:80::81",
        ] {
            assert!(rule(text).is_ok(), "{text}");
        }
        for text in ["", "a", "a:80", "a:b:c:d", "a:80:b:99999", "a:80:b:80:c"] {
            assert!(rule(text).is_err(), "{text}");
        }
        let rules = [
            rule("a.example:443:one:1").unwrap(),
            rule("a.example::two:").unwrap(),
            rule(":80:[::1]:3").unwrap(),
        ];
        for (host, port, expected) in [
            ("a.example", 443, ("one", 1)),
            ("a.example", 80, ("two", 80)),
            ("b.example", 80, ("[::1]", 3)),
            ("b.example", 443, ("b.example", 443)),
        ] {
            assert_eq!(target(&rules, host, port), expected, "{host}:{port}");
        }
    }
}
