//! Small servers for tests, each on a free port of loopback for as long as the tests run.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread,
};

use rustls::pki_types::PrivatePkcs8KeyDer;

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

/// Answers each request over TLS with the SNI and the Host header that it saw.
pub(super) fn serve_tls() -> SocketAddr {
    let own = rcgen::generate_simple_self_signed(["shop.example".to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(own.signing_key.serialize_der());
    let config = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![own.cert.der().clone()], key.into())
        .unwrap();
    let config = Arc::new(config);
    serve(move |stream| {
        let mut session = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
        let mut stream = rustls::Stream::new(&mut session, stream);
        let mut bytes = [0; 4096];
        // A client that does not like the certificate hangs up here.
        let Ok(count) = stream.read(&mut bytes) else {
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
