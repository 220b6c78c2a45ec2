//! One recorded situation, answered as the recording shop answered.

use std::path::PathBuf;

use callback_doctor::case::{PageHop, PageRead};
use callback_doctor::page;
use callback_doctor::probe::{
    Answer, BodyEnd, Caller, NoAnswer, Outcome, Probe, Purpose, Response, limits,
};
use callback_doctor::report::Surface;
use callback_doctor::shop::Url;
use serde::Deserialize;

/// The folder of the recordings, where it is there; `small` always is.
pub(crate) fn corpus(folder: &str) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let corpus = if folder == "small" {
        "tests/corpus"
    } else {
        "../shared/corpus"
    };
    let folder = root.join(corpus).join(folder);
    folder.is_dir().then_some(folder)
}

#[derive(Deserialize)]
pub(crate) struct Recorded {
    pub(crate) base: String,
    answers: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    name: String,
    method: String,
    url: String,
    status: Option<u16>,
    #[serde(default)]
    headers: Option<Vec<(String, String)>>,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    ms: Option<u32>,
}

/// Handler names that every shop was asked for; a shop with another gateway knows that one's as well, and any other is
/// answered like the random one.
const HANDLERS: [&str; 6] = [
    "kco_wc_push",
    "kco_wc_notification",
    "kco_wc_shipping_option_update",
    "kco_wc_validation",
    "kco_wc_address_update",
    "some_random_handler",
];

impl Recorded {
    pub(crate) fn open(name: &str) -> Self {
        Self::open_in("shop", name)
    }

    pub(crate) fn open_in(folder: &str, name: &str) -> Self {
        let file = corpus(folder).unwrap().join(name).with_extension("json");
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
    }

    /// A visit to that page as a browser's network export, with what its network panel or a REST client asked beside it:
    /// the callback and WordPress's index.
    pub(crate) fn visit(&self) -> String {
        let (start, page) = self.page();
        let hops = page.iter().flat_map(|page| &page.hops);
        let mut asked: Vec<(&str, String)> = hops.map(|hop| ("GET", hop.url.clone())).collect();
        asked.push(("GET", page.map_or(start, |page| page.url)));
        let base = self.base.trim_end_matches('/');
        for (method, relative) in [
            ("POST", "/wc-api/KCO_WC_Push/"),
            ("POST", "/?wc-api=KCO_WC_Push"),
            ("GET", "/wp-json/"),
        ] {
            asked.push((method, [base, relative].concat()));
        }
        let entries: Vec<serde_json::Value> = asked
            .iter()
            .filter_map(|(method, url)| {
                let line = self.find(method, &Url::parse(url).unwrap(), true, false)?;
                let headers = line.headers.iter().flatten();
                let headers: Vec<serde_json::Value> = headers
                    .map(|(name, value)| serde_json::json!({ "name": name, "value": value }))
                    .collect();
                Some(serde_json::json!({
                    "timings": { "blocked": -1, "send": 0.2, "wait": line.ms, "receive": 0.7 },
                    "request": { "method": method, "url": url },
                    "response": {
                        "status": line.status.unwrap_or(0),
                        "headers": headers,
                        "content": {
                            "mimeType": line.header("content-type").unwrap_or_default(),
                            "text": line.body,
                        },
                    },
                }))
            })
            .collect();
        serde_json::json!({ "log": { "version": "1.2", "entries": entries } }).to_string()
    }

    /// The page that someone has open: the checkout where it answered 200, else the home page.
    pub(crate) fn page(&self) -> (String, Option<PageRead>) {
        self.page_of(&["page_checkout"])
    }

    /// The checkout under whatever permalinks and language, else the home page.
    pub(crate) fn checkout(&self) -> (String, Option<PageRead>) {
        self.page_of(&[
            "page_checkout",
            "page_sv_checkout",
            "page_checkout_plain",
            "page_checkout_index",
        ])
    }

    fn page_of(&self, names: &[&str]) -> (String, Option<PageRead>) {
        let checkout = names.iter().find_map(|name| {
            let mut answers = self.answers.iter();
            answers.find(|a| a.name == *name && a.status == Some(200))
        });
        let start = checkout.map_or_else(
            || [self.base.trim_end_matches('/'), "/"].concat(),
            |a| a.url.clone(),
        );
        let page = self.page_at(&start);
        (start, page)
    }

    /// The page at an address, as a browser gets it.
    pub(crate) fn page_at(&self, start: &str) -> Option<PageRead> {
        let mut url = Url::parse(start).unwrap();
        let mut hops = Vec::new();
        for _ in 0..limits::PAGE_HOPS {
            let line = self.find("GET", &url, true, false)?;
            let status = line.status?;
            let location = line.header("location");
            if let Some(location) = location.filter(|_| (300..400).contains(&status)) {
                hops.push(PageHop {
                    url: url.to_string(),
                    status: Some(status),
                    location: Some(location.to_owned()),
                });
                url = url.join(location).unwrap();
                continue;
            }
            let signs = page::read(line.body.as_deref().unwrap_or(""), Some(&url.to_string()));
            let page = PageRead {
                url: url.to_string(),
                hops,
                status: Some(status),
                link_header: line.header("link").map(str::to_owned),
                signs,
            };
            return Some(page);
        }
        None
    }

    /// What this surface's hand would see of the answer.
    pub(crate) fn answer(&self, probe: &Probe, surface: Surface) -> Answer {
        let url = Url::parse(&probe.url).unwrap();
        let rest = probe.purpose.asks_rest();
        let line = self.find(
            probe.method.as_str(),
            &url,
            probe.caller == Caller::Browser,
            surface == Surface::Site,
        );
        let outcome = match line {
            // A server that is up has its own answer to what was not recorded.
            None if probe.purpose == Purpose::Presence => Outcome::Opaque,
            None => Outcome::NoAnswer(NoAnswer::Refused),
            Some(line) if probe.purpose == Purpose::Presence && line.status.is_some() => {
                Outcome::Opaque
            }
            Some(line) => match line.status {
                None => Outcome::NoAnswer(NoAnswer::Reset),
                Some(status) => {
                    let redirect =
                        line.header("location").is_some() && (300..400).contains(&status);
                    if surface == Surface::Site && (redirect || !rest || !self.lets_read(line)) {
                        Outcome::Unreadable
                    } else if surface == Surface::InPage && redirect {
                        Outcome::RedirectHidden
                    } else {
                        let mut body = line.body.clone().unwrap_or_default();
                        let cut = callback_doctor::probe::cut(
                            &mut body,
                            if rest {
                                limits::REST_INDEX_BYTES
                            } else {
                                limits::BODY_BYTES
                            },
                        );
                        Outcome::Response(Response {
                            status,
                            headers: line
                                .headers
                                .clone()
                                .unwrap_or_default()
                                .into_iter()
                                .collect(),
                            body,
                            body_end: BodyEnd::shortened(cut),
                        })
                    }
                }
            },
        };
        Answer {
            elapsed_ms: line.and_then(|line| line.ms),
            ..Answer::new(outcome, probe.caller)
        }
    }

    /// Whether any page may read an answer: WordPress lets every origin read what its REST wrote. Most answers were recorded
    /// without an Origin, and so without the header; where even the one with an Origin lacks it, a cache answered.
    fn lets_read(&self, line: &Line) -> bool {
        let is_json = |line: &Line| line.body.as_deref().is_some_and(|b| b.starts_with('{'));
        let open = |line: &Line| line.header("access-control-allow-origin").is_some();
        let with_origin = self
            .answers
            .iter()
            .find(|line| line.name == "get_wpjson_origin");
        let cached = with_origin.is_some_and(|line| is_json(line) && !open(line));
        open(line) || is_json(line) && !cached
    }

    /// The answer to this request: by scheme, method, host, path, query and kind of client.
    fn recorded(&self, method: &str, url: &Url, browser: bool, origin: bool) -> Option<&Line> {
        let kinds: &[Kind] = if browser {
            &[Kind::Browser]
        } else {
            &[Kind::Tool, Kind::Browser]
        };
        let wanted = self.identity(url);
        let slashed = |path: &str| {
            if path.ends_with('/') {
                path.trim_end_matches('/').to_owned()
            } else {
                [path, "/"].concat()
            }
        };
        let other = (wanted.0.clone(), slashed(&wanted.1), wanted.2.clone());
        let origins: &[bool] = if origin { &[true, false] } else { &[false] };
        for method in [method, "POST", "GET"] {
            if method == "POST" && wanted.1.is_empty() {
                continue;
            }
            for identity_wanted in [&wanted, &other] {
                for kind in kinds {
                    for origin in origins {
                        let fits = |a: &&Line| {
                            a.usable()
                                && a.method == method
                                && a.kind() == *kind
                                && a.origin() == *origin
                                && self.identity(&Url::parse(&a.url).unwrap()) == *identity_wanted
                        };
                        let mut hits: Vec<&Line> = self.answers.iter().filter(fits).collect();
                        hits.sort_by_key(|a| !a.name.ends_with("_empty"));
                        let hit = hits.into_iter().next();
                        if let Some(hit) = hit {
                            let json = hit.body.as_deref().is_some_and(|b| {
                                b.starts_with("{\"code\":\"wp_die\"")
                                    || b.starts_with("{\"code\":\"internal_server_error\"")
                            });
                            if json
                                && method != "GET"
                                && let Some(plain) = self.recorded("GET", url, browser, false)
                                && !plain.body.as_deref().unwrap_or("").starts_with('{')
                            {
                                return Some(plain);
                            }
                            return Some(hit);
                        }
                    }
                }
            }
        }
        None
    }

    /// Handlers that this shop was asked for.
    fn knows(&self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        let own = |line: &Line| {
            let after = line.url.split("wc-api").nth(1).unwrap_or_default();
            let own = after.trim_start_matches(['/', '=']);
            let own = own.split(['/', '&', '?']).next().unwrap_or_default();
            own.eq_ignore_ascii_case(&name)
        };
        let gateways = self
            .answers
            .iter()
            .filter(|line| line.name.starts_with("gw_"));
        HANDLERS.contains(&name.as_str()) || gateways.into_iter().any(own)
    }

    /// The recorded made-up route or action that stands for every one that was never recorded.
    fn made_up(&self, url: &Url) -> Url {
        let namespaces = self.answers.iter().filter_map(|line| {
            let is_index = line.name.starts_with("gw_get_")
                && line.name.contains("_ns")
                && !line.name.contains("madeup");
            let (_, namespace) = line.url.split_once("/wp-json/").filter(|_| is_index)?;
            Some(namespace.trim_matches('/'))
        });
        let mut namespaces = namespaces;
        let mut route = |name: &str| {
            let name = name.trim_matches('/').to_owned();
            namespaces
                .find(|own| name.starts_with(&format!("{own}/")))
                .map_or_else(
                    || "callback-doctor/v1".to_owned(),
                    |own| format!("{own}/callback-doctor-control"),
                )
        };
        let text = url.to_string();
        let made_up = if let Some((before, name)) = text.split_once("/wp-json/")
            && !name.is_empty()
            && !name.starts_with('?')
        {
            let name = name.split('?').next().unwrap();
            format!("{before}/wp-json/{}", route(name))
        } else if let Some((before, name)) = text.split_once("rest_route=/")
            && !name.is_empty()
            && !name.starts_with('&')
        {
            format!(
                "{before}rest_route=/{}",
                route(name.split('&').next().unwrap())
            )
        } else if url.path().ends_with("/admin-post.php") {
            let (before, _) = text.split_once('?').unwrap_or((&text, ""));
            format!("{before}?action=callback_doctor_control")
        } else {
            text
        };
        Url::parse(&made_up).unwrap()
    }

    /// As the replaying server answers: what was recorded, what stands for it, else the shop's 404.
    fn find(&self, method: &str, url: &Url, browser: bool, origin: bool) -> Option<&Line> {
        let made_up = self.made_up(url);
        self.recorded(method, url, browser, origin)
            .or_else(|| self.recorded(method, &made_up, browser, origin))
            .or_else(|| self.recorded("POST", &made_up, browser, origin))
            .or_else(|| self.answers.iter().find(|a| a.name == "get_404"))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Browser,
    Tool,
    Bare,
}

impl Line {
    fn header(&self, name: &str) -> Option<&str> {
        let headers = self.headers.as_ref()?;
        headers
            .iter()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, v)| v.as_str())
    }

    fn kind(&self) -> Kind {
        match &self.name {
            name if name.ends_with("uajava") || name.ends_with("klarna") => Kind::Tool,
            name if name.ends_with("uaempty") || name.ends_with("bare") => Kind::Bare,
            _ => Kind::Browser,
        }
    }

    fn origin(&self) -> bool {
        self.name.ends_with("origin") || self.name.ends_with("cors")
    }

    fn usable(&self) -> bool {
        !["_real", "_real_json", "_form", "_langsv", "_langen"]
            .iter()
            .any(|end| self.name.ends_with(end))
    }
}

impl Recorded {
    /// Scheme and host, path, and query without what a probe may choose freely.
    fn identity(&self, url: &Url) -> (String, String, Vec<(String, String)>) {
        let mut path = url.path().to_owned();
        if let Some(at) = path.find("/wc-api/") {
            let start = at + "/wc-api/".len();
            let rest = path[start..].to_owned();
            let (name, tail) = rest
                .split_once('/')
                .map_or((rest.as_str(), ""), |(name, _)| (name, "/"));
            if !name.is_empty() && !self.knows(name) && !name.starts_with('v') {
                path = format!("{}some_random_handler{tail}", &path[..start]);
            }
        }
        let mut query: Vec<(String, String)> = url
            .query()
            .unwrap_or("")
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .filter(|(key, _)| !["_fields", "_", "nocache", "_locale"].contains(key))
            .map(|(key, value)| {
                let value = value.replace("%2F", "/");
                let known = self.knows(&value);
                let value = if key != "wc-api" {
                    value
                } else if known {
                    value.to_ascii_lowercase()
                } else {
                    "some_random_handler".to_owned()
                };
                (key.to_owned(), value)
            })
            .collect();
        query.sort();
        (format!("{:?}{}", url.scheme(), url.host()), path, query)
    }
}
