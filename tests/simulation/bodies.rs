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

/// A test of the browser: a script that sets a cookie and loads the page again.
pub(crate) fn cookie_challenge() -> Outcome {
    http(
        200,
        HTML,
        "<html><head><meta name=\"robots\" content=\"noindex\"><script>document.cookie=\"gate=5b1e;path=/;max-age=3600\";window.location.reload();</script></head><body><noscript>Please turn JavaScript on.</noscript></body></html>",
    )
}

pub(crate) fn password_form() -> Outcome {
    http(
        200,
        HTML,
        "<!doctype html><html><head><title>Private site</title></head><body><form method=\"post\" action=\"\"><label>Password <input type=\"password\" name=\"site_password\"></label><button>Enter</button></form></body></html>",
    )
}

pub(crate) fn portal(asked: &str) -> Outcome {
    let to = format!("https://auth.example.net/?rd={asked}&rm=POST");
    http(302, &[("location", to.as_str())], "")
}

pub(crate) fn denied() -> Outcome {
    http(
        200,
        HTML,
        "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>Your request was not accepted.</p></body></html>",
    )
}

/// A choice of the country, for everyone who has not chosen.
pub(crate) fn region(home: &str) -> Outcome {
    let body = format!(
        "<html><head><meta http-equiv=refresh content=\"0;url={home}choose-your-country/\"></head><body></body></html>"
    );
    http(200, HTML, &body)
}

/// What shops write themselves while they are closed.
pub(crate) const CLOSED: [(&str, &str, &str); 11] = [
    (
        "sv",
        "Underh\u{e5}ll",
        "Vi uppdaterar butiken, strax tillbaka",
    ),
    ("en", "Down for maintenance", "We will be back soon"),
    ("nb", "Vedlikehold", "Nettbutikken er under vedlikehold"),
    ("da", "Vedligeholdelse", "Siden er under vedligeholdelse"),
    ("fi", "Huoltokatko", "Sivusto on huollossa"),
    ("de", "Wartungsarbeiten", "Wir sind bald wieder da"),
    ("nl", "Onderhoud", "Deze website is in onderhoud"),
    ("fr", "Site en maintenance", "Nous revenons bient\u{f4}t"),
    ("es", "Sitio en mantenimiento", "Volvemos pronto"),
    ("it", "Sito in manutenzione", "Torneremo presto online"),
    (
        "pl",
        "Przerwa techniczna",
        "Trwaj\u{105} prace konserwacyjne",
    ),
];

pub(crate) fn closed(status: u16, language: &str) -> Outcome {
    let (tag, title, words) = CLOSED.iter().find(|(tag, ..)| *tag == language).unwrap();
    let body = format!(
        "<!doctype html><html lang=\"{tag}\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><h1>{words}</h1></body></html>"
    );
    http(status, HTML, &body)
}

pub(crate) fn json(status: u16) -> Outcome {
    let body = match status {
        200 => "{\"status\":\"error\",\"reason\":\"ACCESS_DENIED\"}",
        401 => "{\"message\":\"Unauthorized\"}",
        _ => "{\"message\":\"Forbidden\"}",
    };
    http(status, &[("content-type", "application/json")], body)
}

pub(crate) fn empty(status: u16) -> Outcome {
    http(status, &[], "")
}

/// A plugin of WordPress that lets somebody see nothing, and says so with a success.
pub(crate) fn banned() -> Outcome {
    http(
        200,
        HTML,
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Shop</title></head><body><p style=\"text-align:center\">You Are Banned.</p></body></html>",
    )
}

pub(crate) fn kept_redirect() -> Outcome {
    http(
        301,
        &[("location", "/"), ("x-cache", "HIT"), ("age", "5120")],
        "",
    )
}

/// A front server that has nobody behind it.
pub(crate) fn no_backend(status: u16) -> Outcome {
    let body = match status {
        502 => {
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
        }
        _ => {
            "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n"
        }
    };
    http(status, HTML, body)
}

const HTML: &[(&str, &str)] = &[("content-type", "text/html; charset=utf-8")];

/// What a file of a theme or a plugin prints before the answer, and what a cache writes after it.
pub(crate) const COMMENT: &str = "<!-- Faster with Some Cache 3.1 -->";
pub(crate) const NOTICE: &str = "<br />\n<b>Deprecated</b>:  Creation of dynamic property OldSlider::$options is deprecated in <b>/var/www/shop/wp-content/plugins/old-slider/old-slider.php</b> on line <b>42</b><br />\n";
pub(crate) const MARK: &str = "\u{feff}";
pub(crate) const COMMENT_AFTER: &str =
    "\n<!-- Page made in 0.4 seconds, kept by Some Cache on 2026-11-20 -->";

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

/// The index of a namespace.
pub(crate) fn namespace(name: &str) -> Outcome {
    let name = name.replace('/', "\\/");
    http(
        200,
        &JSON,
        &format!("{{\"namespace\":\"{name}\",\"routes\":{{}}}}"),
    )
}

/// Where WordPress ends a request with some words.
pub(crate) fn died(status: u16, words: &str) -> Outcome {
    let body = format!(
        "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head><title>WordPress &rsaquo; Error</title></head>\n<body id=\"error-page\"><div class=\"wp-die-message\">{words}</div></body>\n</html>"
    );
    http(status, &NO_STORE, &body)
}

/// The same answer, as a cache kept it.
pub(crate) fn as_kept(outcome: Outcome) -> Outcome {
    let Outcome::Response(mut response) = outcome else {
        return outcome;
    };
    let headers = response.headers.iter();
    let stored = headers.filter(|(name, _)| !["expires", "cache-control"].contains(name));
    response.headers = stored.chain([("x-cache", "HIT"), ("age", "431")]).collect();
    Outcome::Response(response)
}
