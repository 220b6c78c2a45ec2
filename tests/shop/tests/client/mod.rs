//! A small HTTP client for the tests: one request, one connection, nothing followed.

#![allow(dead_code)] // each test uses a part of it
#![allow(clippy::format_push_string)]

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use demo_shop::Running;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

/// A request to send.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ask {
    pub(crate) method: String,
    pub(crate) https: bool,
    pub(crate) host: String,
    /// Path and query.
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

/// An answer, as far as tests look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    }
}

/// Sends a request to the server; nothing where the connection was closed without an answer.
pub(crate) fn send(shop: &Running, ask: &Ask) -> Option<Answer> {
    let address = if ask.https {
        shop.https().unwrap()
    } else {
        shop.http()
    };
    let stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    let mut out = format!(
        "{} {} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
        ask.method, ask.target, ask.host
    );
    for (name, value) in &ask.headers {
        out += &format!("{name}: {value}\r\n");
    }
    out += &format!("Content-Length: {}\r\n\r\n{}", ask.body.len(), ask.body);
    if ask.https {
        let name = ServerName::try_from(ask.host.clone()).unwrap();
        let session = ClientConnection::new(trusting(shop), name).unwrap();
        read(&exchange(StreamOwned::new(session, stream), out.as_bytes()))
    } else {
        read(&exchange(stream, out.as_bytes()))
    }
}

/// Sends bytes over http and reads until the server is done.
pub(crate) fn exchange(mut stream: impl Read + Write, out: &[u8]) -> Vec<u8> {
    stream.write_all(out).unwrap();
    let mut all = Vec::new();
    match stream.read_to_end(&mut all) {
        Err(error)
            if !matches!(
                error.kind(),
                ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset
            ) =>
        {
            panic!("{error}")
        }
        _ => all,
    }
}

fn read(bytes: &[u8]) -> Option<Answer> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Some(Answer {
        status,
        headers,
        body: body.to_owned(),
    })
}

fn trusting(shop: &Running) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from(shop.certificate().to_vec()))
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}
