//! The one function that computes an answer: a request walks the way that it takes in a real shop.

use crate::request::Request;
use crate::response::{Reply, Response};
use crate::shop::Shop;
use crate::site::{Place, Site};
use crate::{files, front, php, plain_site, wordpress};

/// What this shop, at this place, does with a request.
pub(crate) fn answer(shop: &Shop, place: &Place, request: &Request) -> Reply {
    if let Some(hostile) = shop.hostile {
        return Reply::Hostile(hostile);
    }
    let site = Site::new(shop, place, request);
    if let Some(reply) = front::answer(&site, request) {
        return reply;
    }
    let mut response = behind(&site, request);
    if shop.slow_callbacks && request.target().to_ascii_lowercase().contains("wc-api") {
        response.delay = crate::limits::SLOW;
    }
    front::sign(shop, response).into()
}

fn behind(site: &Site<'_>, request: &Request) -> Response {
    let path = request
        .path
        .strip_prefix(site.place.folder.as_str())
        .unwrap_or(&request.path);
    if !site.shop.wordpress {
        return plain_site::answer(site, request, path);
    }
    let home = site.shop.home_path;
    match path.strip_prefix(home) {
        Some("") => Response::moved(301, format!("{}/", site.home()), "WordPress"),
        Some(inside) if inside.starts_with('/') => {
            files::answer(site, request, inside).unwrap_or_else(|| in_php(site, request, inside))
        }
        _ => {
            // Another site of the same network answers here, and it sells nothing.
            let other = Shop {
                home_path: "",
                name: "Tallbo network",
                woocommerce: false,
                gateway: false,
                ..site.shop.clone()
            };
            let other = Site::new(&other, site.place, request);
            files::answer(&other, request, path).unwrap_or_else(|| in_php(&other, request, path))
        }
    }
}

fn in_php(site: &Site<'_>, request: &Request, path: &str) -> Response {
    php::answer(site, request).unwrap_or_else(|| wordpress::answer(site, request, path))
}
