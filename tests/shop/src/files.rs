//! Addresses that the web server answers by itself: files on disk, and what it does not hand to WordPress.

use crate::front::error_page;
use crate::plugin::ADMIN_POST;
use crate::request::Request;
use crate::response::Response;
use crate::shop::{Guard, Permalinks, Server};
use crate::site::Site;

/// What the web server answers for a path below the home address; `None` hands the request to PHP.
pub(crate) fn answer(site: &Site<'_>, request: &Request, path: &str) -> Option<Response> {
    let shop = site.shop;
    if let Some(kind) = asset(path).filter(|_| shop.guard != Some(Guard::AddressRule)) {
        let body = "/* A file of the demo shop. */\n";
        return Some(
            Response::new(200)
                .with("Content-Type", kind)
                .with("Cache-Control", "max-age=3600")
                .body(body),
        );
    }
    let by_name = path == "/"
        || path == "/index.php"
        || path.starts_with("/index.php/")
        || path == ADMIN_POST;
    if by_name || (shop.rewriting && rules_exist(shop.server, shop.permalinks)) {
        return None;
    }
    Some(if request.method == "OPTIONS" {
        match shop.server {
            Server::Apache => Response::new(200).with("Allow", "GET,POST,OPTIONS,HEAD,TRACE"),
            Server::Nginx => error_page(shop, request, 405, ""),
        }
    } else {
        error_page(shop, request, 404, "")
    })
}

/// Whether a path, in any folder, is that of a script or stylesheet.
pub(crate) fn is_asset(path: &str) -> bool {
    path.find("/wp-")
        .and_then(|at| path.get(at..))
        .and_then(asset)
        .is_some()
}

/// Whether the web server has rules that hand other addresses to WordPress: in nginx's configuration they stand once and
/// for all, in Apache WordPress writes them only for pretty permalinks.
fn rules_exist(server: Server, permalinks: Permalinks) -> bool {
    server == Server::Nginx || permalinks == Permalinks::Pretty
}

/// The type of a script or stylesheet that WordPress, a theme or a plugin brings along.
fn asset(path: &str) -> Option<&'static str> {
    let ours = [
        "/wp-includes/",
        "/wp-content/themes/",
        "/wp-content/plugins/",
    ];
    if !ours.iter().any(|folder| path.starts_with(folder)) || path.contains("..") {
        return None;
    }
    let (_, extension) = path.rsplit_once('.')?;
    match extension {
        "js" => Some("application/javascript"),
        "css" => Some("text/css"),
        _ => None,
    }
}
