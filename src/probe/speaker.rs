//! Who wrote an answer. A status is no verdict; the speaker is.

use serde::{Deserialize, Serialize};

use super::{BodyEnd, Headers, Response, dispatched};

/// Who wrote an answer, from the shop's inside to the outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Speaker {
    /// WooCommerce's wc-api dispatcher: its `-1`, with 200 or 400.
    Dispatcher,
    /// A gateway's own handler, which printed something else.
    Gateway,
    /// WordPress, a theme or a plugin: a page, a REST error, a `wp_die` page.
    #[serde(rename = "wordpress")]
    WordPress,
    /// The web server's own short error page or redirect.
    WebServer,
    /// A product that refuses requests.
    Firewall,
    /// A content delivery network or another proxy in front.
    Cdn,
    /// Cannot be told.
    Unknown,
    /// There was no answer.
    Nobody,
}

impl Speaker {
    /// The word for this speaker in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dispatcher => "dispatcher",
            Self::Gateway => "gateway",
            Self::WordPress => "wordpress",
            Self::WebServer => "web-server",
            Self::Firewall => "firewall",
            Self::Cdn => "cdn",
            Self::Unknown => "unknown",
            Self::Nobody => "nobody",
        }
    }
}

/// Bytes of the longest error page that a web server brings along; nginx pads its own to about 560.
const SERVER_PAGE_BYTES: usize = 2_048;

/// Who wrote this response, from its structure alone; the blocker catalogue knows the products in front.
pub fn speaker(response: &Response) -> Speaker {
    let headers = &response.headers;
    if matches!(response.status, 200 | 400)
        && dispatched(&response.body).is_some()
        && matches!(response.body_end, BodyEnd::Whole | BodyEnd::Broken)
    {
        return Speaker::Dispatcher;
    }
    if matches!(response.status, 520..=530)
        && headers
            .get("server")
            .is_some_and(|s| s.eq_ignore_ascii_case("cloudflare"))
    {
        return Speaker::Cdn;
    }
    let link = headers.all("link").any(|l| l.contains("api.w.org"));
    if link || headers.get("x-redirect-by").is_some() || headers.get("x-pingback").is_some() {
        return Speaker::WordPress;
    }
    let body = response
        .body
        .trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if body.starts_with('{') {
        return if is_wordpress_json(body) {
            Speaker::WordPress
        } else {
            Speaker::Unknown
        };
    }
    if is_server_page(response, body) {
        return Speaker::WebServer;
    }
    let uncached = is_uncached_by_wordpress(headers);
    if uncached
        && response.status < 300
        && !body.starts_with('<')
        && (1..=GATEWAY_BYTES).contains(&body.len())
    {
        return Speaker::Gateway;
    }
    if is_wordpress_page(body) || uncached {
        return Speaker::WordPress;
    }
    let redirect = matches!(response.status, 300..=399);
    let plain_charset = headers
        .get("content-type")
        .is_some_and(|t| t.to_ascii_lowercase().contains("iso-8859-1"));
    if redirect && plain_charset {
        return Speaker::WebServer;
    }
    Speaker::Unknown
}

/// Bytes of the longest word that a gateway's handler says for itself, such as `OK`.
const GATEWAY_BYTES: usize = 200;

/// Whether WordPress marked an answer as not to be cached, which proves that it ran.
pub(crate) fn is_uncached_by_wordpress(headers: &Headers) -> bool {
    headers.get("expires") == Some(WORDPRESS_EXPIRES)
}

/// The `Expires` that WordPress sends with everything that must not be cached: the day of its first admin's birth.
const WORDPRESS_EXPIRES: &str = "Wed, 11 Jan 1984 05:00:00 GMT";

/// WordPress's JSON errors: `{"code":…,"message":…,"data":{"status":…}}`, from REST and from `wp_die`.
fn is_wordpress_json(body: &str) -> bool {
    body.contains("\"code\"") && body.contains("\"message\"") && body.contains("\"status\"")
}

/// A page of WordPress itself or of a theme: its own folders, its error page's id, its generator.
fn is_wordpress_page(body: &str) -> bool {
    [
        "/wp-content/",
        "/wp-includes/",
        "id=\"error-page\"",
        "wp-die-message",
        "content=\"WordPress ",
    ]
    .iter()
    .any(|mark| body.contains(mark))
}

/// The short error page that a web server brings along: a bare heading, no style sheet, often the server's name.
fn is_server_page(response: &Response, body: &str) -> bool {
    if body.is_empty() || body.len() > SERVER_PAGE_BYTES || response.status < 300 {
        return false;
    }
    let named = [
        "<address>apache",
        "<center>nginx",
        "<center>openresty",
        "litespeed web server",
        "<hr><center>",
        "<address>",
    ]
    .iter()
    .any(|mark| contains_ignoring_case(body, mark));
    let bare = contains_ignoring_case(body, "<h1>")
        && !contains_ignoring_case(body, "<style")
        && !contains_ignoring_case(body, "<script")
        && !contains_ignoring_case(body, "<link")
        && title_is_status(response.status, body);
    named || bare
}

/// Whether the page's title is nothing but the status and its phrase.
fn title_is_status(status: u16, body: &str) -> bool {
    let mut digits = [b'0'; 3];
    for (digit, power) in digits.iter_mut().zip([100, 10, 1]) {
        *digit += u8::try_from(status / power % 10).unwrap_or(0);
    }
    let start = contains_at(body, "<title>").map(|i| i + "<title>".len());
    start
        .and_then(|i| body.get(i..))
        .is_some_and(|title| title.trim_start().as_bytes().starts_with(&digits))
}

/// Whether `text` holds `mark`, which is given in lower case, in any letter case.
fn contains_ignoring_case(text: &str, mark: &str) -> bool {
    contains_at(text, mark).is_some()
}

fn contains_at(text: &str, mark: &str) -> Option<usize> {
    text.as_bytes()
        .windows(mark.len())
        .position(|w| w.eq_ignore_ascii_case(mark.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Response {
        Response {
            status,
            headers: headers.iter().copied().collect(),
            body: body.to_owned(),
            ..Response::default()
        }
    }

    #[test]
    fn speakers() {
        let apache = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>Nothing here.</p>\n</body></html>";
        let nginx = "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";
        let theme = format!(
            "<!doctype html><html><head><title>Page not found</title><link href='/wp-content/themes/a/style.css'></head>{}",
            "x".repeat(9000)
        );
        let link: &[_] = &[(
            "Link",
            "<https://shop.example.com/wp-json/>; rel=\"https://api.w.org/\"",
        )];
        let cases: &[(&str, Speaker, Response)] = &[
            (
                "handler registered",
                Speaker::Dispatcher,
                response(200, &[], "-1"),
            ),
            (
                "handler missing",
                Speaker::Dispatcher,
                response(400, &[], "-1"),
            ),
            (
                "byte order mark of a theme file",
                Speaker::Dispatcher,
                response(200, &[], "\u{feff}-1\n"),
            ),
            (
                "wp_die of an AJAX nonce",
                Speaker::Unknown,
                response(403, &[], "-1"),
            ),
            (
                "a page that begins like it",
                Speaker::Unknown,
                response(200, &[], "-1 <p>"),
            ),
            (
                "Apache's 404",
                Speaker::WebServer,
                response(404, &[], apache),
            ),
            ("nginx's 404", Speaker::WebServer, response(404, &[], nginx)),
            (
                "a theme's 404",
                Speaker::WordPress,
                response(404, &[], &theme),
            ),
            (
                "a theme's 404 known by its header",
                Speaker::WordPress,
                response(404, link, "<p>"),
            ),
            (
                "a REST error",
                Speaker::WordPress,
                response(
                    401,
                    &[],
                    r#"{"code":"rest_cannot_access","message":"x","data":{"status":401}}"#,
                ),
            ),
            (
                "some other JSON",
                Speaker::Unknown,
                response(200, &[], r#"{"CallbackResponse":"received"}"#),
            ),
            (
                "Apache's redirect",
                Speaker::WebServer,
                response(
                    301,
                    &[("Content-Type", "text/html; charset=iso-8859-1")],
                    "",
                ),
            ),
            (
                "a plugin's redirect",
                Speaker::WordPress,
                response(301, &[("X-Redirect-By", "qTranslate-XT")], ""),
            ),
            (
                "Cloudflare's origin error",
                Speaker::Cdn,
                response(522, &[("Server", "cloudflare")], ""),
            ),
            (
                "a gateway's own word",
                Speaker::Gateway,
                response(200, &[("Expires", WORDPRESS_EXPIRES)], "OK"),
            ),
            ("an empty refusal", Speaker::Unknown, response(403, &[], "")),
        ];
        for (name, expected, response) in cases {
            assert_eq!(speaker(response), *expected, "{name}");
        }
    }
}
