//! What stands in front of PHP: a CDN, and the web server's own redirects and rules.

use crate::files::is_asset;
use crate::request::{Request, with_query};
use crate::response::{Reply, Response, escape, reason};
use crate::shop::{Guard, Redirect, Server, Shop};
use crate::site::{Site, bare_host};

/// Words in a User-Agent by which servers refuse tools. Source: the recorded situation `nginx_ua_403`.
const TOOLS: &[&str] = &["api", "klarna", "java", "curl", "wget", "python"];

/// What the CDN or the web server answers by itself.
pub(crate) fn answer(site: &Site<'_>, request: &Request) -> Option<Reply> {
    let shop = site.shop;
    if shop.guard == Some(Guard::CloudflareChallenge) {
        return Some(challenge().into());
    }
    if let Some((status, location)) = redirect(site, request) {
        let page = error_page(shop, request, status, &moved_words(&location));
        return Some(sign(shop, page.with("Location", location)).into());
    }
    let base = site.base();
    let path = request.path.strip_prefix(base).unwrap_or(&request.path);
    let callback = format!("{path}/").contains("/wc-api/");
    let post = request.method == "POST";
    let status = match shop.guard? {
        Guard::BasicAuth => 401,
        Guard::AddressRule => 403,
        Guard::PathRule if callback => 406,
        Guard::NoPost if !request.reads() && path.starts_with("/wc-api/") => 405,
        Guard::NeedsContentType if post && request.header("Content-Type").is_none() => 415,
        Guard::RequestLimit if !is_asset(&request.path) => 429,
        Guard::AgentRule { empty, closes } if refused_agent(request, empty) => {
            if closes {
                return Some(Reply::Close);
            }
            403
        }
        _ => return None,
    };
    let mut page = error_page(shop, request, status, "");
    if status == 401 {
        page = page.with("WWW-Authenticate", "Basic realm=\"Staging\"");
    }
    Some(sign(shop, page).into())
}

/// The web server's own short page; `words` replace its usual ones.
pub(crate) fn error_page(shop: &Shop, request: &Request, status: u16, words: &str) -> Response {
    let title = if status == 405 && shop.server == Server::Apache {
        "Method Not Allowed"
    } else {
        reason(status)
    };
    match shop.server {
        Server::Apache => {
            let words = if words.is_empty() { apache_words(status) } else { words };
            let host = escape(bare_host(&request.host));
            let port = if request.tls { 443 } else { 80 };
            Response::new(status)
                .with("Content-Type", "text/html; charset=iso-8859-1")
                .body(format!(
                    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n\
                     <html><head>\n<title>{status} {title}</title>\n</head><body>\n<h1>{title}</h1>\n<p>{words}</p>\n<hr>\n\
                     <address>{APACHE} Server at {host} Port {port}</address>\n</body></html>\n"
                ))
        }
        Server::Nginx => Response::new(status).with("Content-Type", "text/html").body(format!(
            "<html>\r\n<head><title>{status} {title}</title></head>\r\n<body>\r\n<center><h1>{status} {title}</h1></center>\r\n\
             <hr><center>{NGINX}</center>\r\n</body>\r\n</html>\r\n"
        )),
    }
}

/// Signs an answer with the web server's name.
pub(crate) fn sign(shop: &Shop, response: Response) -> Response {
    if response.headers.iter().any(|(name, _)| *name == "Server") {
        return response;
    }
    response.with(
        "Server",
        match shop.server {
            Server::Apache => APACHE,
            Server::Nginx => NGINX,
        },
    )
}

fn redirect(site: &Site<'_>, request: &Request) -> Option<(u16, String)> {
    let demo = site.place.demo;
    let host = if demo {
        request.host.as_str()
    } else {
        bare_host(&request.host)
    };
    match site.shop.redirect? {
        Redirect::ToHttps(status) if !request.tls => {
            let host = if demo { site.authority(true) } else { host };
            Some((status, format!("https://{host}{}", request.target())))
        }
        Redirect::ToWww if site.asked_elsewhere(request) => {
            let scheme = if demo { request.scheme() } else { "https" };
            Some((
                301,
                format!(
                    "{scheme}://{}{}",
                    site.authority(request.tls),
                    request.target()
                ),
            ))
        }
        // Recorded: the rule stands in the https part of the configuration only.
        Redirect::CutSlash if request.tls || demo => {
            let folder = format!("{}/", site.base());
            let cut = request
                .path
                .strip_suffix('/')
                .filter(|_| request.path != folder)?;
            Some((
                301,
                format!(
                    "{}://{host}{}",
                    request.scheme(),
                    with_query(cut, &request.query)
                ),
            ))
        }
        _ => None,
    }
}

fn refused_agent(request: &Request, empty: bool) -> bool {
    match request.header("User-Agent") {
        Some(agent) if !agent.trim().is_empty() => {
            let agent = agent.to_ascii_lowercase();
            TOOLS.iter().any(|tool| agent.contains(tool))
        }
        _ => empty,
    }
}

/// Cloudflare's managed challenge, told by its header and the names that its page uses.
fn challenge() -> Response {
    Response::html(
        403,
        "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title><meta name=\"robots\" content=\"noindex\">\
         </head><body><noscript>Enable JavaScript and cookies to continue</noscript><p>This page stands for a challenge that \
         only a browser can pass.</p><script>window._cf_chl_opt={cType:'managed'};\
         /* /cdn-cgi/challenge-platform/h/g/orchestrate */</script></body></html>",
    )
    .with("Server", "cloudflare")
    .with("CF-RAY", "9a1b2c3d4e5f6789-ARN")
    .with("cf-mitigated", "challenge")
    .with("Cache-Control", "private, max-age=0, no-store, no-cache, must-revalidate")
}

fn moved_words(location: &str) -> String {
    format!(
        "The document has moved <a href=\"{}\">here</a>.",
        escape(location)
    )
}

/// The words of a stock page; where a blocker is recognised by them, they are Apache's.
const fn apache_words(status: u16) -> &'static str {
    match status {
        401 => "This server needs a name and a password before it shows this page.",
        403 => "You don't have permission to access this resource.",
        404 => "The requested URL was not found on this server.",
        405 => "This address does not take requests of this kind.",
        406 => "This server refuses to show this page in an acceptable form.",
        415 => "This server does not take what was sent.",
        503 => "The program behind this server does not run at the moment.",
        _ => "This server could not answer.",
    }
}

const APACHE: &str = "Apache/2.4.71 (Debian)";
const NGINX: &str = "nginx/1.22.1";
