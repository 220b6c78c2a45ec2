//! Which shop a request is for: by its first folder, or the one fixed situation at the root.

use crate::answer::answer;
use crate::front;
use crate::pages::welcome;
use crate::request::Request;
use crate::response::{Reply, Response};
use crate::shop::{Server, Shop};
use crate::site::{HOST, Place};
use crate::situation::Situation;

/// How requests find their shop.
#[derive(Clone, Debug)]
pub(crate) struct Router {
    /// The situation at the root; without one, every situation has a folder of its own.
    pub(crate) fixed: Option<Situation>,
    /// Whether a fixed shop, too, says that it is the demo shop.
    pub(crate) demo: bool,
    /// Port of the http listener.
    pub(crate) http: u16,
    /// Port of the https listener.
    pub(crate) https: Option<u16>,
}

impl Router {
    /// What the server does with a request.
    pub(crate) fn reply(&self, request: &Request) -> Reply {
        if let Some(situation) = self.fixed {
            let shop = situation.shop();
            let place = if self.demo {
                self.place(&shop, "", request)
            } else {
                real_place(&shop)
            };
            return answer(&shop, &place, request);
        }
        let inside = request.path.trim_start_matches('/');
        let (first, rest) = inside
            .split_once('/')
            .map_or((inside, None), |(first, rest)| (first, Some(rest)));
        match (Situation::named(first), rest) {
            (Some(situation), Some(_)) => {
                let shop = situation.shop();
                answer(
                    &shop,
                    &self.place(&shop, &format!("/{first}"), request),
                    request,
                )
            }
            (Some(_), None) => Response::new(301)
                .with("Location", format!("/{first}/"))
                .into(),
            (None, _) if request.path == "/" && request.reads() => {
                welcome(self, &loopback(request)).into()
            }
            (None, _) => {
                let server = Shop {
                    server: Server::Nginx,
                    ..Shop::default()
                };
                front::error_page(&server, request, 404, "").into()
            }
        }
    }

    /// A shop of the demo lives at the address by which it is asked, on both listeners.
    fn place(&self, shop: &Shop, folder: &str, request: &Request) -> Place {
        let host = if shop.www_home {
            "localhost".to_owned()
        } else {
            loopback(request)
        };
        Place {
            http: format!("{host}:{}", self.http),
            https: format!("{host}:{}", self.https.unwrap_or(self.http)),
            folder: folder.to_owned(),
            demo: true,
        }
    }
}

/// The name of loopback by which it is asked; any other name is not repeated in pages.
fn loopback(request: &Request) -> String {
    let host = crate::site::bare_host(&request.host);
    if matches!(host, "localhost" | "[::1]") {
        host.to_owned()
    } else {
        "127.0.0.1".to_owned()
    }
}

fn real_place(shop: &Shop) -> Place {
    let host = if shop.www_home {
        format!("www.{HOST}")
    } else {
        HOST.to_owned()
    };
    Place {
        http: host.clone(),
        https: host,
        folder: String::new(),
        demo: false,
    }
}
