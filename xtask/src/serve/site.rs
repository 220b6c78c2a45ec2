//! A folder's files over HTTP, for one's own eyes.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    path::Path,
    time::Duration,
};

use httparse::{EMPTY_HEADER, Status};

use crate::build::Bundle;

/// Bytes of a request that are read.
const REQUEST_BYTES: u64 = 16 * 1024;

/// Headers of a request that are read; a browser sends about 20.
const HEADERS: usize = 100;

/// How long a client may take to send its request.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads a request, and answers it with a file of this folder.
pub(crate) fn answer(mut stream: TcpStream, folder: &Path) {
    // A browser that went away needs no answer.
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let _ = read_request(&mut stream).and_then(|(method, path)| {
        // Read anew each time, so that a rebuild shows. Only what was found in the folder can be asked for: `..` is no
        // file's name.
        let files = Bundle::read(folder).unwrap_or_default();
        let (status, path) = choose(&files, &method, &path);
        let body = files.get(&path).unwrap_or(status.as_bytes());
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            content_type(&path),
            body.len()
        );
        stream.write_all(head.as_bytes())?;
        if method == "HEAD" { Ok(()) } else { stream.write_all(body) }
    });
}

fn read_request(stream: &mut TcpStream) -> io::Result<(String, String)> {
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
                return Ok((
                    request.method.unwrap_or_default().to_owned(),
                    request.path.unwrap_or_default().to_owned(),
                ));
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
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || answer(listener.accept().unwrap().0, &folder));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        server.join().unwrap();
        text
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
    fn wasm_has_the_type_that_browsers_insist_on() {
        assert_eq!(content_type("doctor_bg.wasm"), "application/wasm");
        assert_eq!(
            content_type("a/doctor.js"),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(content_type("LICENSE"), "text/plain; charset=utf-8");
    }
}
