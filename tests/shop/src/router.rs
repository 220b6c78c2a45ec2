//! Which shop a request is for: by its host name, or the one fixed situation.

use callback_doctor::gateway::Gateway;

use crate::answer::answer;
use crate::front;
use crate::pages::welcome;
use crate::request::Request;
use crate::response::{Reply, Response};
use crate::shop::{Server, Shop};
use crate::site::{HOST, Place, bare_host};
use crate::situation::Situation;

/// Where the front page has the authority's certificate.
pub(crate) const AUTHORITY: &str = "/callback-doctor-demo.crt";

/// How requests find their shop.
#[derive(Clone, Debug)]
pub(crate) struct Router {
    /// The situation under every name; without one, every situation has a name of its own.
    pub(crate) fixed: Option<Situation>,
    /// The payment plugin of the fixed situation.
    pub(crate) plugin: &'static Gateway,
    /// The address of the checker.
    pub(crate) checker: Option<String>,
    /// The certificate (DER) of the authority that the demo's shops have theirs from.
    pub(crate) authority: Vec<u8>,
    /// The port of the demo.
    pub(crate) port: u16,
}

impl Router {
    /// What the server does with a request.
    pub(crate) fn reply(&self, request: &Request) -> Reply {
        if let Some(situation) = self.fixed {
            let shop = Shop {
                plugin: self.plugin,
                ..situation.shop()
            };
            return answer(&shop, &real_place(&shop), request);
        }
        if let Some((situation, plugin)) = Situation::at(bare_host(&request.host)) {
            let shop = Shop {
                plugin,
                ..situation.shop()
            };
            return answer(&shop, &self.place(situation, plugin), request);
        }
        if request.path == "/" && request.reads() {
            return welcome(self).into();
        }
        if request.path == AUTHORITY && request.reads() {
            return Response::new(200)
                .with("Content-Type", "application/x-x509-ca-cert")
                .body(self.authority.clone())
                .into();
        }
        let server = Shop {
            server: Server::Nginx,
            ..Shop::default()
        };
        front::error_page(&server, request, 404, "").into()
    }

    /// Where a shop of the demo lives.
    fn place(&self, situation: Situation, plugin: &Gateway) -> Place {
        let www = if situation.shop().www_home {
            "www."
        } else {
            ""
        };
        let host = format!("{www}{}:{}", situation.host_with(plugin), self.port);
        Place {
            http: host.clone(),
            https: host,
            demo: true,
        }
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
        demo: false,
    }
}
