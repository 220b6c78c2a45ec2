//! An answer in the making, and the headers that WordPress and the web servers give their answers.

use std::time::Duration;

use crate::hostile::Hostile;

/// What the server does with a request.
pub(crate) enum Reply {
    /// An HTTP answer.
    Answer(Response),
    /// The connection is closed without a byte, as nginx's 444 does.
    Close,
    /// Something that no good server does.
    Hostile(Hostile),
}

impl From<Response> for Reply {
    fn from(response: Response) -> Self {
        Self::Answer(response)
    }
}

/// What WordPress sends in `Expires` so that nothing is cached.
pub(crate) const LONG_AGO: &str = "Wed, 11 Jan 1984 05:00:00 GMT";

/// An HTTP answer. `Content-Length` and `Connection` are the connection's business.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    /// How long the server takes before it answers.
    pub(crate) delay: Duration,
    /// Whether the server ends the connection after it.
    pub(crate) close: bool,
}

impl Response {
    /// An answer without headers or body.
    pub(crate) fn new(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            delay: Duration::ZERO,
            close: false,
        }
    }

    /// A page by PHP.
    pub(crate) fn html(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status)
            .with("Content-Type", "text/html; charset=UTF-8")
            .body(body)
    }

    /// JSON by WordPress.
    pub(crate) fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::new(status)
            .with("Content-Type", "application/json; charset=UTF-8")
            .body(value.to_string())
    }

    /// A redirect by PHP. `by` is who signs it in `X-Redirect-By`.
    pub(crate) fn moved(status: u16, location: impl Into<String>, by: &str) -> Self {
        Self::html(status, "")
            .with("X-Redirect-By", by)
            .with("Location", location)
    }

    /// One header more.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The body.
    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// WordPress's `nocache_headers()`, which WooCommerce's dispatcher and every error page send.
    pub(crate) fn uncached(self) -> Self {
        self.with("Expires", LONG_AGO).with(
            "Cache-Control",
            "no-cache, must-revalidate, max-age=0, no-store, private",
        )
    }

    /// What WooCommerce sends on the cart and checkout pages.
    pub(crate) fn uncached_page(self) -> Self {
        self.with("Expires", LONG_AGO).with(
            "Cache-Control",
            "no-cache, must-revalidate, max-age=0, private",
        )
    }

    /// The server ends the connection after it.
    pub(crate) fn closing(mut self) -> Self {
        self.close = true;
        self
    }
}

/// The words after a status code.
pub(crate) const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Not Allowed",
        406 => "Not Acceptable",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        _ => "Unknown",
    }
}

/// Text that is safe between tags and inside quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#039;"),
            other => out.push(other),
        }
    }
    out
}
