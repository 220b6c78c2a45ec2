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
    let path = request.path.as_str();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::situation::Situation;

    /// Whatever is asked, in whatever situation, there is an answer that can be sent.
    #[test]
    fn awkward_requests_are_answered() {
        let long = "/a".repeat(10_000);
        let paths = [
            "/",
            "//",
            "///wc-api//X//",
            "/%",
            "/%zz/%2e%2e/",
            "/index.php",
            "/index.php//",
            "/index.php/sv/wc-api/X",
            "/sv",
            "/sv/en/sv/",
            "/en/wc-api/",
            "/svante/",
            "/wc-api",
            "/wc-api/v3",
            "/wc-api/å/ö/",
            "/wp-json",
            "/wp-json//wc/store/v1//",
            "/shop2",
            "/shop2x/",
            "/shop2/index.php/wc-api/X",
            "/wp-includes/../x.js",
            "/en/checkout-en",
            "/en/-en/",
            "/product//mossa",
            "/product/nothing/",
            &long,
        ];
        let queries = [
            "",
            "wc-api=",
            "wc-api=%ff&&=&",
            "rest_route=",
            "rest_route=//",
            "page_id=99999999999999999999",
            "p=-1",
            "product=%00",
            "_fields=.,",
            "wc-ajax",
            "add-to-cart=13",
            "password-protected=login",
        ];
        for situation in Situation::all() {
            let shop = situation.shop();
            for demo in [false, true] {
                let place = Place {
                    http: "127.0.0.1:80".into(),
                    https: "127.0.0.1:443".into(),
                    demo,
                };
                let asked = paths
                    .iter()
                    .map(|path| (*path, ""))
                    .chain(queries.map(|query| ("/", query)));
                for (path, query) in asked {
                    for method in ["GET", "POST", "OPTIONS", "X"] {
                        let request = Request {
                            method: method.into(),
                            host: "other:1".into(),
                            path: path.into(),
                            query: query.into(),
                            ..Request::default()
                        };
                        if let Reply::Answer(response) = answer(&shop, &place, &request) {
                            assert!(
                                (200..600).contains(&response.status),
                                "{situation:?} {path}"
                            );
                        }
                    }
                }
            }
        }
    }
}
