//! Small servers for tests, each on a free port of loopback for as long as the tests run.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread,
};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd,
};
use rustls::{
    ConfigBuilder, RootCertStore, ServerConfig, SupportedProtocolVersion,
    pki_types::{CertificateDer, PrivatePkcs8KeyDer},
    server::{WantsServerCert, WebPkiClientVerifier},
};

/// Serves each connection with this function, as long as the test runs.
pub(super) fn serve(mut connection: impl FnMut(&mut TcpStream) + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        listener
            .incoming()
            .for_each(|stream| connection(&mut stream.unwrap()));
    });
    address
}

/// A certificate with what is sent along, and its key.
#[derive(Clone)]
pub(super) struct Certified {
    chain: Vec<CertificateDer<'static>>,
    key: Vec<u8>,
}

impl Certified {
    /// Without the certificates of those who signed it.
    pub(super) fn alone(mut self) -> Self {
        self.chain.truncate(1);
        self
    }

    fn config(self, builder: ConfigBuilder<ServerConfig, WantsServerCert>) -> Arc<ServerConfig> {
        let key = PrivatePkcs8KeyDer::from(self.key);
        Arc::new(builder.with_single_cert(self.chain, key.into()).unwrap())
    }
}

/// Who signs certificates.
pub(super) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(super) fn new(name: &str) -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Its own certificate, as a server's.
    pub(super) fn itself(&self) -> Certified {
        Certified {
            chain: vec![self.0.der().clone()],
            key: self.0.key().serialize_der(),
        }
    }

    /// One for this name, valid from the first of these years to the second.
    pub(super) fn certificate(&self, name: &str, (from, to): (i32, i32)) -> Certified {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(from, 1, 1);
        params.not_after = date_time_ymd(to, 1, 1);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        Certified {
            chain: vec![certificate.der().clone(), self.0.der().clone()],
            key: key.serialize_der(),
        }
    }

    pub(super) fn roots(&self) -> RootCertStore {
        let mut roots = RootCertStore::empty();
        roots.add(self.0.der().clone()).unwrap();
        roots
    }
}

/// Answers each request over TLS with a certificate that it made itself, with the SNI and the Host header that it saw.
pub(super) fn serve_tls() -> SocketAddr {
    let own = rcgen::generate_simple_self_signed(["shop.example".to_owned()]).unwrap();
    serve_certificate(Certified {
        chain: vec![own.cert.der().clone()],
        key: own.signing_key.serialize_der(),
    })
}

/// The same with this certificate.
pub(super) fn serve_certificate(certified: Certified) -> SocketAddr {
    serve_config(certified.config(ServerConfig::builder().with_no_client_auth()))
}

/// The same for callers with a certificate of this authority's.
pub(super) fn serve_for_clients_of(
    authority: &Authority,
    certified: Certified,
    version: &'static SupportedProtocolVersion,
) -> SocketAddr {
    let clients = WebPkiClientVerifier::builder(Arc::new(authority.roots()));
    let builder = ServerConfig::builder_with_protocol_versions(&[version])
        .with_client_cert_verifier(clients.build().unwrap());
    serve_config(certified.config(builder))
}

fn serve_config(config: Arc<ServerConfig>) -> SocketAddr {
    serve(move |stream| {
        let mut session = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
        let mut stream = rustls::Stream::new(&mut session, stream);
        let mut bytes = [0; 4096];
        // A client that does not like the certificate hangs up here.
        let Ok(count) = stream.read(&mut bytes) else {
            // What was sent last must be read before the connection goes.
            let _ = stream.flush();
            let _ = stream.sock.read_to_end(&mut Vec::new());
            return;
        };
        let asked = String::from_utf8_lossy(&bytes[..count]).into_owned();
        let sni = stream.conn.server_name().unwrap_or_default().to_owned();
        let host = asked.lines().nth(1).unwrap_or_default();
        let _ = write!(stream, "HTTP/1.1 200 OK\r\n\r\n{sni} {host}");
        stream.conn.send_close_notify();
        let _ = stream.flush();
    })
}

pub(super) fn closed_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
}

/// Closes with what was sent unread, which the system turns into a reset.
pub(super) fn reset(stream: &mut TcpStream) {
    let _ = stream.peek(&mut [0]);
}

/// Reads a request's head.
pub(super) fn request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n")
        && bytes.len() < 4096
        && stream.read(&mut byte).is_ok_and(|count| count > 0)
    {
        bytes.push(byte[0]);
        // The TLS servers' tests send no request line.
        if bytes[0] == 0x16 && bytes.len() > 100 {
            break;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

pub(super) fn reply(stream: &mut TcpStream, bytes: &[u8]) {
    // The client may have seen enough.
    let _ = stream.write_all(bytes);
}
