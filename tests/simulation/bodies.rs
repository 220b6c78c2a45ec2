//! What the layers of a shop write: error pages, the shop's page with its signs, the REST index.

use callback_doctor::probe::{NoAnswer, Outcome, Response};

pub(crate) const SERVER_404: &str = "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
pub(crate) const SERVER_403: &str = "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
const SERVER_405: &str = "<html>\r\n<head><title>405 Not Allowed</title></head>\r\n<body>\r\n<center><h1>405 Not Allowed</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

pub(crate) fn http(status: u16, headers: &[(&str, &str)], body: &str) -> Outcome {
    Outcome::Response(Response {
        status,
        headers: headers.iter().copied().collect(),
        body: body.to_owned(),
        ..Response::default()
    })
}

pub(crate) fn nothing(why: NoAnswer) -> Outcome {
    Outcome::NoAnswer(why)
}

/// Headers of everything that WordPress asks not to keep.
const NO_STORE: [(&str, &str); 3] = [
    ("content-type", "text/html; charset=UTF-8"),
    ("expires", "Wed, 11 Jan 1984 05:00:00 GMT"),
    (
        "cache-control",
        "no-cache, must-revalidate, max-age=0, no-store, private",
    ),
];

pub(crate) fn dispatched(status: u16) -> Outcome {
    http(status, &NO_STORE, "-1")
}

pub(crate) fn kept() -> Outcome {
    http(200, &[("x-cache", "HIT"), ("age", "431")], "-1")
}

pub(crate) fn challenge() -> Outcome {
    http(
        403,
        &[("cf-mitigated", "challenge"), ("server", "cloudflare")],
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>",
    )
}

pub(crate) fn too_many() -> Outcome {
    http(429, &[("retry-after", "60")], "Too many requests")
}

pub(crate) fn password() -> Outcome {
    http(
        401,
        &[("www-authenticate", "Basic realm=\"Staging\"")],
        "<html><head><title>401 Authorization Required</title></head></html>",
    )
}

pub(crate) fn not_allowed() -> Outcome {
    http(405, &[("allow", "GET, HEAD")], SERVER_405)
}

pub(crate) fn redirect(status: u16, to: &str) -> Outcome {
    http(
        status,
        &[
            ("location", to),
            ("content-type", "text/html; charset=iso-8859-1"),
        ],
        "",
    )
}

pub(crate) fn language_redirect(to: &str) -> Outcome {
    http(
        301,
        &[("location", to), ("x-redirect-by", "qTranslate-XT")],
        "",
    )
}

pub(crate) fn maintenance() -> Outcome {
    http(
        503,
        &[
            ("retry-after", "600"),
            ("content-type", "text/html; charset=UTF-8"),
        ],
        "<!DOCTYPE html><html><head><title>Maintenance</title></head><body id=\"error-page\"><div class=\"wp-die-message\">Briefly unavailable for scheduled maintenance. Check back in a minute.</div></body></html>",
    )
}

pub(crate) fn critical_error() -> Outcome {
    http(
        500,
        &NO_STORE,
        "<!DOCTYPE html><html><head><title>WordPress &rsaquo; Error</title></head><body id=\"error-page\"><div class=\"wp-die-message\"><p>There has been a critical error on this website.</p></div></body></html>",
    )
}

/// The theme's "not found", with the header in which WordPress says where its REST API is.
pub(crate) fn theme_404(rest_link: &str) -> Outcome {
    let link = format!("<{rest_link}>; rel=\"https://api.w.org/\"");
    let body = "<!doctype html><html><head><title>Page not found</title><link rel='stylesheet' href='/wp-content/themes/storefront/style.css'></head><body>Nothing was found</body></html>";
    http(404, &[("link", link.as_str())], body)
}

/// The front page, where something else was asked for.
pub(crate) fn front(rest_link: &str) -> Outcome {
    let link = format!("<{rest_link}>; rel=\"https://api.w.org/\"");
    let body = "<!doctype html><html><head><title>Shop</title><link rel='stylesheet' href='/wp-content/themes/storefront/style.css'></head><body>Welcome</body></html>";
    http(200, &[("link", link.as_str())], body)
}

const JSON: [(&str, &str); 1] = [("content-type", "application/json; charset=UTF-8")];

pub(crate) fn index(rest_link: &str, url: &str, home: &str, namespaces: &[&str]) -> Outcome {
    let link = format!("<{rest_link}>; rel=\"https://api.w.org/\"");
    let names: Vec<String> = namespaces.iter().map(|n| format!("\"{n}\"")).collect();
    let body = format!(
        "{{\"name\":\"Shop\",\"url\":\"{url}\",\"home\":\"{home}\",\"namespaces\":[{}]}}",
        names.join(",")
    );
    http(200, &[JSON[0], ("link", link.as_str())], &body)
}

pub(crate) fn rest_closed() -> Outcome {
    let body = "{\"code\":\"rest_login_required\",\"message\":\"Only for members.\",\"data\":{\"status\":401}}";
    http(401, &JSON, body)
}

pub(crate) fn no_route() -> Outcome {
    let body = "{\"code\":\"rest_no_route\",\"message\":\"No route was found.\",\"data\":{\"status\":404}}";
    http(404, &JSON, body)
}

pub(crate) fn route_described() -> Outcome {
    let body = "{\"namespace\":\"kco-block\",\"methods\":[\"POST\"],\"endpoints\":[{\"methods\":[\"POST\"],\"args\":[]}]}";
    http(200, &[("allow", "POST")], body)
}
