//! From an address to an open connection, within a deadline.

use std::{
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream, ToSocketAddrs},
    str::FromStr,
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use callback_doctor::{probe::NoAnswer, shop::reach_ip};
use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, RootCertStore, SignatureScheme,
    StreamOwned,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::ring,
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use url::Url;

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
pub(crate) trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

/// Connects to where an address leads, over TLS for https.
pub(crate) fn open(
    url: &Url,
    rules: &[ConnectTo],
    reach: Reach,
    tls: &Arc<ClientConfig>,
    deadline: Instant,
) -> Result<Box<dyn Stream>, NoAnswer> {
    let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
        return Err(NoAnswer::NotPermitted);
    };
    let (to_host, to_port) = target(rules, host, port);
    let mut addresses = resolve(to_host, to_port, deadline)?;
    if reach == Reach::Public && (to_host, to_port) == (host, port) {
        addresses.retain(|address| reach_ip(address.ip()).is_public());
        if addresses.is_empty() {
            return Err(NoAnswer::NotPermitted);
        }
    }
    let mut stream = Timed {
        stream: connect(&addresses, deadline)?,
        deadline,
    };
    if url.scheme() == "http" {
        return Ok(Box::new(stream));
    }
    let name = ServerName::try_from(bare(host).to_owned()).map_err(|_| NoAnswer::Tls)?;
    let mut session = ClientConnection::new(Arc::clone(tls), name).map_err(|_| NoAnswer::Tls)?;
    while session.is_handshaking() {
        session
            .complete_io(&mut stream)
            .map_err(|error| no_answer(&error))?;
    }
    Ok(Box::new(StreamOwned::new(session, stream)))
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
fn resolve(host: &str, port: u16, deadline: Instant) -> Result<Vec<SocketAddr>, NoAnswer> {
    let (sender, receiver) = mpsc::channel();
    let host = bare(host).to_owned();
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
}

impl Timed {
    fn time_left(&self) -> io::Result<Option<Duration>> {
        match remaining(self.deadline) {
            Duration::ZERO => Err(io::ErrorKind::TimedOut.into()),
            left => Ok(Some(left)),
        }
    }
}

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(self.time_left()?)?;
        self.stream.read(buffer)
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

/// TLS as the provider's server sees it: Mozilla's public roots, whatever this machine trusts beyond them.
pub(crate) fn tls(insecure: bool) -> Arc<ClientConfig> {
    let roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let mut config = ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    if insecure {
        config
            .dangerous()
            .set_certificate_verifier(Arc::new(AnyCertificate));
    }
    Arc::new(config)
}

/// Believes every server: for test servers with certificates of their own.
#[derive(Debug)]
struct AnyCertificate;

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        ring::default_provider()
            .signature_verification_algorithms
            .supported_schemes()
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
