//! A folder's files over HTTP, compressed as a web server does it, for one's own eyes.

use std::{
    collections::HashMap,
    io::{self, Read, Write},
    net::TcpStream,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use flate2::{Compression, read::GzEncoder};
use httparse::{EMPTY_HEADER, Status};

use crate::build::Bundle;

/// Bytes of a request that are read.
const REQUEST_BYTES: u64 = 16 * 1024;

/// Headers of a request that are read; a browser sends about 20.
const HEADERS: usize = 100;

/// How long a client may take to send its request.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads a request, and answers it with a file of this folder.
pub(crate) fn answer(mut stream: TcpStream, folder: &Path, packed: &Packed) {
    // A browser that went away needs no answer.
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let _ = read_request(&mut stream).and_then(|Request { method, target, coding }| {
        // Read anew each time, so that a rebuild shows. Only what was found in the folder can be asked for: `..` is no
        // file's name.
        let files = Bundle::read(folder).unwrap_or_default();
        let (status, path) = choose(&files, &method, &target);
        let kind = content_type(&path);
        let body = files.get(&path).unwrap_or(status.as_bytes());
        // A picture is compressed already.
        let coding = if kind == "image/png" { Coding::None } else { coding };
        let body = packed.body(coding, body)?;
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{}Vary: Accept-Encoding\r\n\
             Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            body.len(),
            coding.header()
        );
        stream.write_all(head.as_bytes())?;
        if method == "HEAD" { Ok(()) } else { stream.write_all(&body) }
    });
}

/// What is asked for.
struct Request {
    method: String,
    target: String,
    coding: Coding,
}

/// How a body is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Coding {
    Brotli,
    Gzip,
    None,
}

impl Coding {
    /// The best of those that a browser accepts.
    fn accepted(header: &str) -> Self {
        let accepts = |name: &str| {
            header.split(',').any(|coding| {
                let mut parts = coding.split(';').map(str::trim);
                let refused = |weight: &str| {
                    weight
                        .strip_prefix("q=")
                        .is_some_and(|q| q.parse() == Ok(0.0))
                };
                parts.next() == Some(name) && !parts.any(refused)
            })
        };
        match (accepts("br"), accepts("gzip")) {
            (true, _) => Self::Brotli,
            (false, true) => Self::Gzip,
            (false, false) => Self::None,
        }
    }

    const fn header(self) -> &'static str {
        match self {
            Self::Brotli => "Content-Encoding: br\r\n",
            Self::Gzip => "Content-Encoding: gzip\r\n",
            Self::None => "",
        }
    }

    fn apply(self, body: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        match self {
            Self::Brotli => {
                brotli::CompressorReader::new(body, 4096, 9, 22).read_to_end(&mut out)?
            }
            Self::Gzip => GzEncoder::new(body, Compression::default()).read_to_end(&mut out)?,
            Self::None => body.take(u64::MAX).read_to_end(&mut out)?,
        };
        Ok(out)
    }
}

/// A file as it is, and how it is to be packed.
type Plain = (Coding, Vec<u8>);

/// What was packed before, by what it was: a large file takes seconds.
#[derive(Default)]
pub(crate) struct Packed(Mutex<HashMap<Plain, Arc<Vec<u8>>>>);

impl Packed {
    fn body(&self, coding: Coding, body: &[u8]) -> io::Result<Arc<Vec<u8>>> {
        let key = (coding, body.to_vec());
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(packed) = known().get(&key) {
            return Ok(Arc::clone(packed));
        }
        let packed = Arc::new(coding.apply(body)?);
        known().insert(key, Arc::clone(&packed));
        Ok(packed)
    }
}

fn read_request(stream: &mut TcpStream) -> io::Result<Request> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    let mut limited = stream.take(REQUEST_BYTES);
    loop {
        let count = limited.read(&mut buffer)?;
        bytes.extend_from_slice(buffer.get(..count).unwrap_or_default());
        let mut headers = [EMPTY_HEADER; HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&bytes) {
            Ok(Status::Complete(_)) => {
                let accepted = request
                    .headers
                    .iter()
                    .find(|header| header.name.eq_ignore_ascii_case("accept-encoding"))
                    .map(|header| String::from_utf8_lossy(header.value));
                return Ok(Request {
                    method: request.method.unwrap_or_default().to_owned(),
                    target: request.path.unwrap_or_default().to_owned(),
                    coding: Coding::accepted(&accepted.unwrap_or_default()),
                });
            }
            Ok(Status::Partial) if count > 0 => {}
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

/// The status line's end, and the file that goes with it; no file but for 200.
fn choose(files: &Bundle, method: &str, target: &str) -> (&'static str, String) {
    if !matches!(method, "GET" | "HEAD") {
        return ("405 Method Not Allowed", String::new());
    }
    let path = target
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    if files.get(&path).is_some() {
        ("200 OK", path)
    } else {
        ("404 Not Found", String::new())
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    fn ask(request: &str) -> String {
        String::from_utf8_lossy(&bytes(request)).into_owned()
    }

    fn bytes(request: &str) -> Vec<u8> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            answer(listener.accept().unwrap().0, &folder, &Packed::default());
        });
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        server.join().unwrap();
        bytes
    }

    #[test]
    fn files_are_served_and_nothing_outside_their_folder() {
        let found = ask("GET /serve/site.rs?x HTTP/1.1\r\nHost: a\r\n\r\n");
        assert!(
            found.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/plain"),
            "{found}"
        );
        assert!(
            found.contains("Cache-Control: no-store") && found.contains("//! A folder's files")
        );
        assert!(ask("HEAD /main.rs HTTP/1.1\r\n\r\n").ends_with("\r\n\r\n"));
        for path in [
            "/",
            "/../Cargo.toml",
            "/serve/../../Cargo.toml",
            "//etc/passwd",
            "/%2e%2e/Cargo.toml",
            "/nothing",
        ] {
            assert!(
                ask(&format!("GET {path} HTTP/1.1\r\n\r\n")).starts_with("HTTP/1.1 404"),
                "{path}"
            );
        }
        assert!(ask("POST /main.rs HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
    }

    #[test]
    fn files_are_packed_as_the_browser_likes_it() {
        let file = include_bytes!("site.rs").as_slice();
        for (accepts, coding) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("br;q=0, gzip;q=0.5", Coding::Gzip),
            ("identity", Coding::None),
            ("", Coding::None),
        ] {
            let answer = bytes(&format!(
                "GET /serve/site.rs HTTP/1.1\r\nAccept-Encoding: {accepts}\r\n\r\n"
            ));
            let end = answer
                .windows(4)
                .position(|four| four == b"\r\n\r\n")
                .unwrap()
                + 4;
            let (head, body) = answer.split_at(end);
            let head = String::from_utf8_lossy(head);
            assert!(head.contains(coding.header()) && head.contains("Content-Type: text/plain"));
            assert!(head.contains(&format!("Content-Length: {}\r\n", body.len())));
            let mut unpacked = Vec::new();
            match coding {
                Coding::Brotli => brotli::Decompressor::new(body, 4096).read_to_end(&mut unpacked),
                Coding::Gzip => flate2::read::GzDecoder::new(body).read_to_end(&mut unpacked),
                Coding::None => {
                    assert!(!head.contains("Content-Encoding"));
                    io::Cursor::new(body).read_to_end(&mut unpacked)
                }
            }
            .unwrap();
            assert_eq!(unpacked, file, "{accepts}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_browsers_insist_on() {
        assert_eq!(content_type("doctor_bg.wasm"), "application/wasm");
        assert_eq!(
            content_type("a/doctor.js"),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(content_type("LICENSE"), "text/plain; charset=utf-8");
    }
}
