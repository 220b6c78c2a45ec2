//! A small model of a shop: the layers that a call meets, in order. It knows faults and requests, and nothing of the brain.

use std::collections::BTreeSet;

use callback_doctor::diagnosis::PageRead;
use callback_doctor::gateway::{Ask, Form, Gateway, Via};
use callback_doctor::page;
use callback_doctor::probe::{BodyEnd, Caller, Method, NoAnswer, Outcome, Probe};
use callback_doctor::shop::{Scheme, Url};

use crate::bodies;
use crate::faults::*;
use crate::served;

/// A shop with some faults.
pub(crate) struct Shop {
    pub(crate) faults: BTreeSet<Fault>,
    /// The gateway that it has.
    pub(crate) gateway: &'static Gateway,
    /// Where it lies below its host: `/`, or a folder.
    pub(crate) folder: &'static str,
    /// The language of what the shop writes itself.
    pub(crate) language: &'static str,
    /// Whether the merchant meets the wall as well.
    pub(crate) walled: bool,
}

/// Milliseconds that a good answer takes, and one of a shop whose PHP is slow.
const GOOD_MS: u32 = 80;
const SLOW_MS: u32 = 8_000;

/// Whom a wall stops.
#[derive(Clone, Copy, PartialEq)]
enum Meets {
    All,
    Callbacks,
    Posts,
}

/// The walls that answer in the shop's place.
const WALLS: [(Fault, Meets); 15] = [
    (CookieChallenge, Meets::All),
    (PasswordForm, Meets::All),
    (PortalRedirect, Meets::All),
    (DeniedPage, Meets::All),
    (RegionRefresh, Meets::All),
    (MaintenancePage, Meets::All),
    (MaintenanceDown, Meets::All),
    (JsonUnauthorized, Meets::Callbacks),
    (JsonForbidden, Meets::Callbacks),
    (JsonDenied, Meets::Callbacks),
    (DeniedCallback, Meets::Callbacks),
    (EmptyCallback, Meets::Callbacks),
    (AcceptedCallback, Meets::Callbacks),
    (NoContentCallback, Meets::Callbacks),
    (EmptyToPost, Meets::Posts),
];

/// What a request asks for, below the shop's home.
enum Wanted<'u> {
    /// wc-api, by path or by query, perhaps below a language and through `index.php`.
    Callback {
        handler: &'u str,
        prefix: bool,
        by: By,
    },
    /// REST: the index where the route is empty.
    Rest {
        route: &'u str,
        by: By,
    },
    /// `wp-admin/admin-post.php`.
    Action(&'u str),
    /// The gateway's own path among pages, by its path or by arguments, or below a language.
    Own {
        by: By,
        prefix: bool,
    },
    Page,
    /// No page of the shop.
    Nothing,
}

#[derive(Clone, Copy, PartialEq)]
enum By {
    Path,
    Index,
    Query,
}

impl Shop {
    pub(crate) fn new(faults: &[Fault], folder: &'static str) -> Self {
        Self {
            faults: faults.iter().copied().collect(),
            gateway: served::gateway("kco"),
            folder,
            language: "sv",
            walled: false,
        }
    }

    fn has(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }

    /// Whether the gateway runs that this shop is asked about.
    fn has_gateway(&self) -> bool {
        ![WooOff, GatewayOff, OtherGateway]
            .iter()
            .any(|fault| self.has(*fault))
    }

    fn host(&self) -> &'static str {
        if self.has(PrivateAddress) {
            "192.168.1.20"
        } else {
            "shop.example.com"
        }
    }

    /// The address that a merchant gives.
    pub(crate) fn address(&self) -> String {
        format!("https://{}{}", self.host(), self.folder)
    }

    /// The home as WordPress builds it for a page or the REST index.
    fn home(&self) -> String {
        let told = !self.has(TlsProxy) && !self.has(ProxyUnaware);
        let scheme = if told { "https" } else { "http" };
        let language = if self.has(TranslatedHome) { "sv/" } else { "" };
        format!("{scheme}://{}{}{language}", self.host(), self.folder)
    }

    fn rest_link(&self) -> String {
        let home = self.home();
        if self.has(PlainPermalinks) {
            format!("{home}index.php?rest_route=/")
        } else if self.has(PathinfoPermalinks) {
            format!("{home}index.php/{}/", self.rest_prefix())
        } else {
            format!("{home}{}/", self.rest_prefix())
        }
    }

    fn rest_prefix(&self) -> &'static str {
        if self.has(RestMoved) {
            "api"
        } else {
            "wp-json"
        }
    }

    /// Longer than its provider waits.
    fn slow_ms(&self) -> u32 {
        let patience = self.gateway.provider.patience.value();
        SLOW_MS.max(patience.map_or(0, |seconds| u32::from(seconds) * 1000 + 1000))
    }

    /// The answer to a probe, with its milliseconds.
    pub(crate) fn answer(&self, probe: &Probe) -> (Outcome, Option<u32>) {
        let url = Url::parse(&probe.url).unwrap();
        match self.before_php(probe, &url) {
            Some(outcome) => (outcome, Some(GOOD_MS)),
            None if self.has(SlowPhp) => (self.php(probe, &url), Some(self.slow_ms())),
            None => (self.php(probe, &url), Some(GOOD_MS)),
        }
    }

    /// Everything that stands before PHP.
    fn before_php(&self, probe: &Probe, url: &Url) -> Option<Outcome> {
        let path = url.path();
        let is_callback = self.is_call(url);
        let by_arguments = served::is_given_arguments(self.gateway, self.permalinks());
        if self.has(NobodyListens) {
            return Some(bodies::nothing(NoAnswer::Refused));
        }
        if self.has(ExpiredCertificate) && url.scheme() == Scheme::Https {
            return Some(bodies::nothing(NoAnswer::Tls));
        }
        // The edge: a content delivery network with its firewall and its cache.
        if self.has(CloudflareChallenge) {
            return Some(bodies::challenge());
        }
        if self.has(TooManyRequests) && is_callback {
            return Some(bodies::too_many());
        }
        if self.has(SiteRefused)
            || self.has(CallbackRefused) && is_callback
            || self.has(AgentRefused) && probe.caller == Caller::Provider
        {
            return Some(bodies::http(403, &[], bodies::SERVER_403));
        }
        let wall = WALLS.iter().find(|(fault, _)| self.has(*fault));
        if let Some((_, meets)) = wall
            && (*meets == Meets::All
                || *meets == Meets::Callbacks && is_callback
                || *meets == Meets::Posts && probe.method == Method::Post)
        {
            return self.wall(&probe.url);
        }
        if self.has(KeptRedirect) && is_callback && url.query().is_some() == by_arguments {
            return Some(bodies::kept_redirect());
        }
        if self.has(EdgeCache)
            && url.query().is_some() == by_arguments
            && self.is_own_call(probe, url)
            && served::is_kept(self.gateway)
        {
            return Some(bodies::as_kept(served::answer(self.gateway)));
        }
        if self.has(BadGateway) {
            return Some(bodies::no_backend(502));
        }
        if self.has(NoBackend) {
            return Some(bodies::no_backend(503));
        }
        // The web server.
        if self.has(BasicAuth) {
            return Some(bodies::password());
        }
        if url.scheme() == Scheme::Http {
            return Some(bodies::redirect(
                301,
                &probe.url.replacen("http:", "https:", 1),
            ));
        }
        if self.has(ProxyLoop) {
            return Some(bodies::redirect(301, &probe.url));
        }
        if self.has(WwwRedirect) && !probe.url.contains("//www.") {
            return Some(bodies::redirect(
                301,
                &probe.url.replacen("//", "//www.", 1),
            ));
        }
        if self.has(SlashRedirect) && path != self.folder && path.ends_with('/') {
            return Some(bodies::redirect(301, path.trim_end_matches('/')));
        }
        if self.has(ApiHidden) && self.is_hidden(path) {
            return Some(bodies::http(404, &[], bodies::SERVER_404));
        }
        if self.has(PostDropped) && probe.method == Method::Post {
            return Some(bodies::nothing(NoAnswer::Reset));
        }
        if self.has(PostRefused) && probe.method == Method::Post {
            return Some(bodies::not_allowed());
        }
        let below = path.strip_prefix(self.folder).unwrap_or(path);
        let is_file =
            below.is_empty() || below.starts_with("index.php") || below.starts_with("wp-admin/");
        if self.has(NoRewriting) && !is_file || self.has(NotWordPress) && !below.is_empty() {
            return Some(bodies::http(404, &[], bodies::SERVER_404));
        }
        if self.has(NotWordPress) {
            return Some(bodies::http(200, &[], "<html><body>Welcome</body></html>"));
        }
        None
    }

    /// What the wall says, to those who meet it.
    fn wall(&self, asked: &str) -> Option<Outcome> {
        let (fault, _) = WALLS.iter().find(|(fault, _)| self.has(*fault))?;
        Some(match fault {
            CookieChallenge => bodies::cookie_challenge(),
            PasswordForm => bodies::password_form(),
            PortalRedirect => bodies::portal(asked),
            RegionRefresh => bodies::region(&self.address()),
            MaintenancePage => bodies::closed(200, self.language),
            MaintenanceDown => bodies::closed(503, self.language),
            JsonUnauthorized => bodies::json(401),
            JsonForbidden => bodies::json(403),
            JsonDenied => bodies::json(200),
            AcceptedCallback => bodies::empty(202),
            NoContentCallback => bodies::empty(204),
            EmptyCallback | EmptyToPost => bodies::empty(200),
            _ => bodies::denied(),
        })
    }

    /// WordPress with its plugins, and what is printed beside their answers.
    fn php(&self, probe: &Probe, url: &Url) -> Outcome {
        let mut outcome = self.wordpress(probe, url);
        let Outcome::Response(response) = &mut outcome else {
            return outcome;
        };
        if self.has(AlwaysOk) {
            response.status = 200;
            let kept = response.headers.iter();
            response.headers = kept.filter(|(name, _)| *name != "location").collect();
            response.body.insert_str(0, bodies::MARK);
        }
        let is_redirect = (300..400).contains(&response.status);
        if response.body.starts_with('{') {
            // A cache and a banner stand in pages alone; the others print wherever they are loaded.
            let before = match () {
                () if self.has(NoticeBefore) => bodies::NOTICE,
                () if self.has(MarkBefore) => bodies::MARK,
                () => "",
            };
            response.body.insert_str(0, before);
        }
        let is_rest = response.body.starts_with('{');
        if response.body == "-1" || self.is_plugin_s(url, &response.body) {
            let said = std::mem::take(&mut response.body);
            response.body = match () {
                () if self.has(Mislabelled) => String::new(),
                () if is_rest || is_redirect => said,
                () if self.has(CommentBefore) => [bodies::COMMENT, &said].concat(),
                () if self.has(NoticeBefore) => [bodies::NOTICE, &said].concat(),
                () if self.has(MarkBefore) => [bodies::MARK, &said].concat(),
                () if self.has(CommentAfter) => [&said, bodies::COMMENT_AFTER].concat(),
                () => said,
            };
            response.body_end = match () {
                () if self.has(CutAfter) => BodyEnd::Broken,
                // Called packed, and it is not: a hand reads nothing.
                () if self.has(Mislabelled) => BodyEnd::Unread,
                () => BodyEnd::Whole,
            };
        }
        outcome
    }

    fn wordpress(&self, probe: &Probe, url: &Url) -> Outcome {
        if self.has(Maintenance) {
            return bodies::maintenance();
        }
        if self.has(CriticalError) {
            return bodies::critical_error();
        }
        if self.has(BannedPage) {
            return bodies::banned();
        }
        match self.wanted(url) {
            Wanted::Callback {
                handler,
                prefix,
                by,
            } => self.callback(probe, handler, prefix, by),
            Wanted::Rest { route, by } => self.rest(probe, route, by),
            Wanted::Action(action) => self.action(probe, action),
            Wanted::Own { by, prefix } => self.own_path(probe, by, prefix),
            // WordPress sends whoever comes by another scheme than its own to the same page.
            Wanted::Page if self.has(ProxyUnaware) => bodies::redirect(301, &probe.url),
            Wanted::Page => bodies::front(&self.rest_link()),
            Wanted::Nothing if self.gateway.id != "kco" && self.has(PlainPermalinks) => {
                bodies::front(&self.rest_link())
            }
            Wanted::Nothing => bodies::theme_404(&self.rest_link()),
        }
    }

    fn wanted<'u>(&self, url: &'u Url) -> Wanted<'u> {
        let argument = |key: &str| {
            let mut pairs = url.query().unwrap_or("").split('&');
            pairs.find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
        };
        if let Some(handler) = argument("wc-api") {
            return Wanted::Callback {
                handler,
                prefix: false,
                by: By::Query,
            };
        }
        if let Some(route) = argument("rest_route") {
            return Wanted::Rest {
                route: route.trim_matches('/'),
                by: By::Query,
            };
        }
        let path = url.path().strip_prefix(self.folder).unwrap_or("");
        if let Some(action) = argument("action").filter(|_| path == "wp-admin/admin-post.php") {
            return Wanted::Action(action);
        }
        let own = match served::decisive(self.gateway).via {
            Via::Rewrite { path, query } => Some((path, query)),
            _ => None,
        };
        if own.is_some_and(|(_, query)| query.is_some() && url.query() == query) {
            return Wanted::Own {
                by: By::Query,
                prefix: false,
            };
        }
        let (by, path) = match path.strip_prefix("index.php/") {
            Some(below) => (By::Index, below),
            None => (By::Path, path),
        };
        let (prefix, path) = match path.strip_prefix("sv/") {
            Some(below) => (true, below),
            None => (false, path),
        };
        let name = |rest: &'u str| rest.trim_matches('/');
        if let Some(handler) = path.strip_prefix("wc-api/") {
            return Wanted::Callback {
                handler: name(handler),
                prefix,
                by,
            };
        }
        if own.is_some_and(|(own, _)| path.trim_end_matches('/') == own) {
            return Wanted::Own { by, prefix };
        }
        match path.strip_prefix(self.rest_prefix()) {
            // Nobody has such a page.
            None if path.starts_with("paytrail") => Wanted::Nothing,
            Some(route) => Wanted::Rest {
                route: name(route),
                by,
            },
            None if path.starts_with("wp-json") => Wanted::Nothing,
            None => Wanted::Page,
        }
    }

    /// Languages, rules, WooCommerce, the gateway.
    fn callback(&self, probe: &Probe, handler: &str, prefix: bool, by: By) -> Outcome {
        if self.has(QtranslateRedirect) && !prefix {
            let end = match by {
                By::Query if self.gateway.id != "kco" => format!("sv/?wc-api={handler}"),
                _ => format!("sv/wc-api/{handler}/"),
            };
            return bodies::language_redirect(&[self.folder, &end].concat());
        }
        if by != By::Query && self.has(PlainPermalinks) {
            return bodies::front(&self.rest_link());
        }
        let has_rule = match by {
            By::Query => true,
            By::Index => !self.has(StaleRules) && !self.has(WooOff),
            By::Path => {
                let languages = if self.has(PolylangPrefix) {
                    prefix
                } else {
                    !prefix || self.has(QtranslateRedirect)
                };
                let rules = !self.has(StaleRules) && !self.has(WooOff);
                rules && languages && !self.has(PathinfoPermalinks)
            }
        };
        if !has_rule {
            return bodies::theme_404(&self.rest_link());
        }
        if self.has(WooOff) {
            return bodies::front(&self.rest_link());
        }
        let endpoints = self.gateway.endpoints.iter();
        let mut called = endpoints.filter(|endpoint| {
            let name = endpoint.via.handler();
            name.is_some_and(|name| served::fits(name, handler))
        });
        match called.next() {
            Some(endpoint) if self.has_gateway() => {
                served::assert_allowed(endpoint, probe, handler);
                // It compares the raw argument, which a path has not.
                if self.gateway.id == "stripe" && by != By::Query {
                    return bodies::dispatched(200);
                }
                self.plugin()
            }
            _ => bodies::dispatched(400),
        }
    }

    /// The gateway itself.
    fn plugin(&self) -> Outcome {
        if self.has(HandlerCrash) {
            bodies::critical_error()
        } else {
            served::answer(self.gateway)
        }
    }

    fn action(&self, probe: &Probe, action: &str) -> Outcome {
        match served::decisive(self.gateway).via {
            Via::AdminPost { action: own } if own == action && self.has_gateway() => {
                served::assert_allowed(served::decisive(self.gateway), probe, action);
                self.plugin()
            }
            _ => bodies::died(400, ""),
        }
    }

    fn own_path(&self, probe: &Probe, by: By, prefix: bool) -> Outcome {
        if self.has(QtranslateRedirect) && !prefix {
            let (_, end) = probe.url.split_once(self.host()).unwrap();
            let below = end.strip_prefix(self.folder).unwrap_or(end);
            return bodies::language_redirect(&[self.folder, "sv/", below].concat());
        }
        let ruled = match by {
            By::Query => true,
            By::Index => false,
            By::Path => {
                ![StaleRules, PlainPermalinks, PathinfoPermalinks]
                    .iter()
                    .any(|fault| self.has(*fault))
                    && (!prefix || self.has(QtranslateRedirect))
            }
        };
        match (ruled, by) {
            (false, _) if self.has(PlainPermalinks) => bodies::front(&self.rest_link()),
            (false, _) => bodies::theme_404(&self.rest_link()),
            (true, By::Query) if !self.has_gateway() => bodies::front(&self.rest_link()),
            (true, _) if !self.has_gateway() => bodies::theme_404(&self.rest_link()),
            _ => {
                served::assert_allowed(served::decisive(self.gateway), probe, "");
                self.plugin()
            }
        }
    }

    /// How WordPress is set to build addresses.
    fn permalinks(&self) -> Form {
        match () {
            () if self.has(PlainPermalinks) => Form::Query,
            () if self.has(PathinfoPermalinks) => Form::Pathinfo,
            () => Form::Pretty,
        }
    }

    /// Whether a request goes the way by which the gateway is called, whatever name it calls there.
    fn is_call(&self, url: &Url) -> bool {
        let wanted = self.wanted(url);
        match served::decisive(self.gateway).via {
            Via::AdminPost { .. } => matches!(wanted, Wanted::Action(_)),
            Via::Rewrite { .. } => {
                matches!(wanted, Wanted::Own { .. }) || url.path().contains("/paytrail")
            }
            via if via.rest().is_some() => {
                matches!(wanted, Wanted::Rest { route, .. } if !route.is_empty())
            }
            _ => matches!(wanted, Wanted::Callback { .. }),
        }
    }

    /// Whether a body is what the plugin says to a call, or what is said to a made-up name, rather than a page of the site's.
    fn is_plugin_s(&self, url: &Url, body: &str) -> bool {
        let down = [Maintenance, CriticalError, BannedPage]
            .iter()
            .any(|f| self.has(*f));
        let is_page = body.contains("/wp-content/themes/") || body.contains("critical error");
        let redirected = self.has(QtranslateRedirect) && body.is_empty();
        self.is_call(url) && self.gateway.id != "kco" && !down && !is_page && !redirected
    }

    /// Whether a request is the gateway's own call.
    fn is_own_call(&self, probe: &Probe, url: &Url) -> bool {
        let endpoint = served::decisive(self.gateway);
        let Ask::Empty(_) = endpoint.ask else {
            return false;
        };
        if probe.method == Method::Options {
            return false;
        }
        match self.wanted(url) {
            Wanted::Callback { handler, .. } => {
                let name = endpoint.via.handler();
                name.is_some_and(|name| served::fits(name, handler))
            }
            Wanted::Rest { route, .. } => endpoint.via.has_route(route),
            Wanted::Action(action) => {
                matches!(endpoint.via, Via::AdminPost { action: own } if own == action)
            }
            Wanted::Own { .. } => true,
            Wanted::Page | Wanted::Nothing => false,
        }
    }

    /// Whether the web server hides this path.
    fn is_hidden(&self, path: &str) -> bool {
        let folder = served::folder(self.gateway).replace("wp-json", self.rest_prefix());
        let rest = path.split_once(&folder).map(|(_, rest)| rest);
        rest.is_some_and(|rest| {
            served::decisive(self.gateway).via.rest().is_none() || !rest.is_empty()
        })
    }

    fn rest(&self, probe: &Probe, route: &str, by: By) -> Outcome {
        let method = probe.method;
        let routed = match by {
            By::Query => true,
            By::Index => !self.has(PlainPermalinks),
            By::Path => !self.has(PlainPermalinks) && !self.has(PathinfoPermalinks),
        };
        if !routed {
            return if self.has(PlainPermalinks) {
                bodies::front(&self.rest_link())
            } else {
                bodies::theme_404(&self.rest_link())
            };
        }
        // Measured: qTranslate-XT leaves the pretty address of REST alone.
        if self.has(QtranslateRedirect) && by == By::Query {
            return bodies::language_redirect(&format!("{}sv/?rest_route=/", self.folder));
        }
        if self.has(RestClosed) {
            return bodies::rest_closed();
        }
        let block = self.gateway.id == "kco" && self.has_gateway() && !self.has(RestRouteGone);
        let block = block && !self.has(OldGateway) && !self.has(AgedGateway);
        if route.is_empty() {
            let mut namespaces = vec!["wp/v2"];
            if !self.has(WooOff) {
                namespaces.extend(["wc/v3", "wc/store/v1"]);
                if self.has(OtherGateway) {
                    namespaces.push("acme/v1");
                }
            }
            if block {
                namespaces.push("kco-block");
            }
            if self.has_gateway() && self.gateway.id != "kco" {
                let own = self.gateway.endpoints.iter();
                namespaces.extend(own.filter_map(|e| Some(e.via.rest()?.0)));
            }
            let moved = self.has(QtranslateRedirect) && !self.has(TranslatedHome);
            let language = if moved { "sv/" } else { "" };
            let stored = self.home().replace("sv/", "");
            let stored = if self.has(HttpStored) {
                stored.replacen("https", "http", 1)
            } else {
                stored
            };
            return bodies::index(
                &self.rest_link(),
                stored.trim_end_matches('/'),
                [&self.home(), language].concat().trim_end_matches('/'),
                &namespaces,
            );
        }
        if method == Method::Options && block && route == "kco-block/order/0/validate" {
            return bodies::route_described();
        }
        if self.has_gateway() && self.gateway.id != "kco" {
            for endpoint in self.gateway.endpoints {
                let Some((namespace, own)) = endpoint.via.rest() else {
                    continue;
                };
                if route == namespace && method == Method::Get {
                    return bodies::namespace(namespace);
                }
                let rest = route
                    .strip_prefix(namespace)
                    .and_then(|rest| rest.strip_prefix('/'));
                if rest.is_some_and(|rest| served::fits(own, rest)) {
                    served::assert_allowed(endpoint, probe, rest.unwrap_or_default());
                    return self.plugin();
                }
            }
        }
        bodies::no_route()
    }

    /// The checkout page as the merchant has it open; `None` where it does not open. A merchant is no bot, has the
    /// password, and is not refused for the provider's User-Agent.
    pub(crate) fn page(&self) -> Option<PageRead> {
        let closed = [NobodyListens, ExpiredCertificate, ProxyLoop];
        if closed.iter().any(|fault| self.has(*fault)) {
            return None;
        }
        let refused = [
            (SiteRefused, 403, bodies::SERVER_403),
            (BadGateway, 502, "<html><body>Error</body></html>"),
            (NoBackend, 503, "<html><body>Error</body></html>"),
            (Maintenance, 503, "<html><body>Maintenance</body></html>"),
            (CriticalError, 500, "<html><body>Error</body></html>"),
            (NotWordPress, 200, "<html><body>Welcome</body></html>"),
        ];
        let mut url = self.address();
        if self.has(WwwRedirect) {
            url = url.replacen("//", "//www.", 1);
        }
        let stop = refused.iter().find(|(fault, ..)| self.has(*fault));
        let wall = self.wall(&url).filter(|_| self.walled);
        let (status, html) = match (wall, stop) {
            (Some(Outcome::Response(wall)), _) => (wall.status, wall.body),
            (_, Some((_, status, html))) => (*status, (*html).to_owned()),
            _ => (200, self.html()),
        };
        let mixed = if self.has(MixedContent) {
            format!("<img src=\"http://{}/banner.jpg\">", self.host())
        } else {
            String::new()
        };
        let html = html.replace("</body>", &format!("{mixed}</body>"));
        Some(PageRead {
            signs: page::read(&html, Some(&url)),
            url,
            status: Some(status),
            ..PageRead::default()
        })
    }

    fn html(&self) -> String {
        let home = self.home();
        // The theme and the plugins are loaded by the scheme that WordPress believes in.
        let own = if self.has(ProxyUnaware) {
            self.address().replacen("https", "http", 1)
        } else {
            self.address()
        };
        let mut head = vec![format!(
            "<meta name=\"generator\" content=\"WordPress 7.0.4\"><link rel=\"https://api.w.org/\" href=\"{}\"><link rel=\"stylesheet\" href=\"{own}wp-content/themes/storefront/style.css\">",
            self.rest_link()
        )];
        if self.has(TlsProxy) || self.has(ProxyUnaware) {
            head.push(format!("<link rel=\"canonical\" href=\"{home}\">"));
        }
        let language_plugin = [
            (QtranslateRedirect, "qtranslate-xt"),
            (PolylangPrefix, "polylang"),
            (TranslatedHome, "translatepress-multilingual"),
        ];
        for (fault, folder) in language_plugin {
            if self.has(fault) {
                head.push(format!(
                    "<link rel=\"alternate\" hreflang=\"sv-SE\" href=\"{own}sv/\"><link rel=\"alternate\" hreflang=\"en-GB\" href=\"{own}en/\"><script src=\"{own}wp-content/plugins/{folder}/a.js\"></script>"
                ));
            }
        }
        if !self.has(WooOff) {
            head.push(format!(
                "<meta name=\"generator\" content=\"WooCommerce 10.9.1\"><script src=\"{own}wp-content/plugins/woocommerce/assets/js/frontend/woocommerce.min.js?ver=10.9.1\"></script>"
            ));
        }
        if !self.has(WooOff) && self.has(OtherGateway) {
            head.push(format!(
                "<script src=\"{own}wp-content/plugins/acme-pay/build/acme.js?ver=10.1.0\"></script>"
            ));
        }
        if self.has_gateway() && self.gateway.id != "kco" && !self.gateway.plugin().is_empty() {
            let folder = self.gateway.plugin();
            head.push(format!(
                "<script src=\"{own}wp-content/plugins/{folder}/front.js\"></script>"
            ));
        }
        if self.has_gateway() && self.gateway.id == "kco" {
            let folder = format!("{own}wp-content/plugins/klarna-checkout-for-woocommerce");
            let version = if self.has(OldGateway) {
                "2.13.3"
            } else if self.has(AgedGateway) {
                "2.15.0"
            } else {
                "2.20.9"
            };
            head.push(format!(
                "<script id=\"kco-js\" src=\"{folder}/assets/js/klarna-checkout-for-woocommerce.min.js?ver={version}\"></script>"
            ));
            if self.has(RestClosed) || self.has(RestRouteGone) {
                head.push(format!(
                    "<script src=\"{folder}/blocks/build/checkout.js\"></script>"
                ));
            }
        }
        let head = head.concat();
        let method = if self.has_gateway() {
            let method = self.gateway.marks.methods.first().unwrap();
            format!("<li class=\"wc_payment_method payment_method_{method}\"></li>")
        } else if self.has(OtherGateway) {
            "<li class=\"wc_payment_method payment_method_acme_pay\"></li>".to_owned()
        } else {
            String::new()
        };
        let methods = if self.has(WooOff) {
            String::new()
        } else {
            format!(
                "<ul class=\"wc_payment_methods payment_methods methods\"><li class=\"wc_payment_method payment_method_bacs\"></li>{method}</ul>"
            )
        };
        format!(
            "<!doctype html><html lang=\"sv-SE\"><head>{head}</head><body class=\"woocommerce-checkout\">{methods}</body></html>"
        )
    }
}
