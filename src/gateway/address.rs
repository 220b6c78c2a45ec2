//! A callback's address as somebody has it, read into what it is: its home, its form, its name, and whose it is.

use super::endpoint::Endpoint;
use super::marks::fits;
use super::via::{CONTROL_HANDLER, Form, Via};
use super::{GATEWAYS, Gateway};
use crate::shop::{ShopUrl, Url, is_language};

/// A callback's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The whole of it.
    pub url: Url,
    /// The home below which it stands.
    pub home: ShopUrl,
    /// A language between the two, or empty.
    pub prefix: String,
    /// Its form.
    pub form: Form,
    /// What it names.
    pub name: Name,
}

/// What a callback's address names. A route may hold an order's number or a key: it is compared, and never shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A handler of wc-api, as it is written.
    Handler(String),
    /// A route of REST with its namespace, without slashes around.
    Route(String),
    /// An action of `admin-post.php`.
    Action(String),
    /// Something of a plugin's own: a path below the home, or an argument of it.
    Own(String),
}

impl Address {
    /// Reads an address; `None` where it is no callback's, or where no name stands in it.
    pub fn read(url: &Url) -> Option<Self> {
        let segments: Vec<&str> = url.path().split('/').filter(|s| !s.is_empty()).collect();
        let at = |word: &str| segments.iter().position(|s| s.eq_ignore_ascii_case(word));
        let query = url.query().unwrap_or_default();
        let argument = |key: &str| value(query, key).filter(|value| !value.is_empty());
        let (front, form, name) = if let Some(handler) = argument("wc-api") {
            (
                segments.len(),
                Form::Query,
                Name::Handler(handler.to_owned()),
            )
        } else if let Some(route) = argument("rest_route") {
            let route = route.replace("%2F", "/").replace("%2f", "/");
            (
                segments.len(),
                Form::Query,
                Name::Route(route.trim_matches('/').to_owned()),
            )
        } else if let Some(at) = at("wc-api") {
            let handler = segments.get(at + 1..)?.join("/");
            (at, Form::Pretty, Name::Handler(handler))
        } else if let Some(at) = at("wp-json") {
            (
                at,
                Form::Pretty,
                Name::Route(segments.get(at + 1..)?.join("/")),
            )
        } else if let Some(at) = at("wp-admin")
            && segments
                .get(at + 1)
                .is_some_and(|script| script.eq_ignore_ascii_case("admin-post.php"))
        {
            (
                at,
                Form::Query,
                Name::Action(argument("action")?.to_owned()),
            )
        } else {
            own(&segments, query)?
        };
        let text = match &name {
            Name::Handler(text) | Name::Route(text) | Name::Action(text) | Name::Own(text) => text,
        };
        if !is_plain(text) {
            return None;
        }
        let mut front = segments.get(..front)?;
        let mut form = form;
        if let Some((last, before)) = front.split_last()
            && last.eq_ignore_ascii_case("index.php")
        {
            front = before;
            if form == Form::Pretty {
                form = Form::Pathinfo;
            }
        }
        let mut prefix = "";
        if let Some((last, before)) = front.split_last()
            && is_language(last)
        {
            (prefix, front) = (last, before);
        }
        let home = url.with_path(&["/", &front.join("/")].concat());
        Some(Self {
            url: url.clone(),
            home: ShopUrl::new(&home),
            prefix: prefix.to_owned(),
            form,
            name,
        })
    }

    /// The endpoints that it may be, the nearest first: names that are written out before those with a part that differs
    /// from shop to shop. Empty where no gateway is known that has it.
    pub fn endpoints(&self) -> Vec<(&'static Gateway, &'static Endpoint)> {
        let all = GATEWAYS.iter().copied().flat_map(|gateway| {
            let endpoints: &'static [Endpoint] = gateway.endpoints;
            endpoints.iter().map(move |endpoint| (gateway, endpoint))
        });
        let mut found: Vec<_> = all
            .filter(|(_, endpoint)| self.is_of(endpoint.via))
            .collect();
        found.sort_by_key(|(_, endpoint)| has_star(endpoint.via));
        found
    }

    /// Whether it leads to what this via names.
    pub fn is_of(&self, via: Via) -> bool {
        match (&self.name, via) {
            (Name::Handler(name), Via::Page { argument }) => argument
                .strip_prefix("wc-api=")
                .is_some_and(|known| known.eq_ignore_ascii_case(name)),
            (Name::Handler(name), via) => via.has_handler(name),
            (Name::Route(route), via) => via.has_route(route),
            (Name::Action(name), Via::AdminPost { action }) => fits(action, name),
            (Name::Own(own), Via::Rewrite { path, query }) => {
                own.trim_matches('/') == path.trim_matches('/') || query == Some(own)
            }
            (Name::Own(own), Via::Script { path, .. }) => own == path,
            (Name::Own(own), Via::Page { argument }) => own == argument,
            _ => false,
        }
    }

    /// The control in its form, also for a gateway that nobody here knows.
    pub fn control(&self) -> Option<Url> {
        let via = match &self.name {
            Name::Handler(_) => Via::Auto {
                name: CONTROL_HANDLER,
                slash: true,
            },
            Name::Route(_) => Via::Rest {
                namespace: "",
                route: "",
            },
            Name::Action(_) => Via::AdminPost { action: "" },
            Name::Own(_) => return None,
        };
        let (_, url) = via.control(&self.home, &self.prefix, self.form)?;
        Some(url)
    }
}

/// Bytes of a name, at most.
const NAME_BYTES: usize = 120;

/// Whether a name is one that a plugin could have registered.
fn is_plain(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"_-./=&".contains(&b);
    !name.is_empty() && name.len() <= NAME_BYTES && name.bytes().all(plain)
}

const fn has_star(via: Via) -> bool {
    let name = match (via.handler(), via.rest()) {
        (Some(name), _) | (None, Some((_, name))) => name.as_bytes(),
        _ => return false,
    };
    let mut rest = name;
    while let [first, behind @ ..] = rest {
        if *first == b'*' {
            return true;
        }
        rest = behind;
    }
    false
}

/// What only one gateway has: the number of segments before it, its form and its name.
fn own(segments: &[&str], query: &str) -> Option<(usize, Form, Name)> {
    let path = segments.join("/");
    let vias = GATEWAYS
        .iter()
        .flat_map(|gateway| gateway.endpoints)
        .map(|e| e.via);
    let mut found = vias.filter_map(|via| match via {
        Via::Rewrite {
            query: Some(own), ..
        } if holds_all(query, own) => Some((segments.len(), Form::Query, own)),
        Via::Rewrite { path: own, .. } => {
            let own = own.trim_matches('/');
            ends(&path, own).then(|| (segments.len() - own.split('/').count(), Form::Pretty, own))
        }
        Via::Script { path: own, .. } => {
            ends(&path, own).then(|| (segments.len() - 1, Form::Query, own))
        }
        Via::Page { argument } => has(query, argument).then_some((0, Form::Query, argument)),
        _ => None,
    });
    let (front, form, name) = found.next()?;
    Some((front, form, Name::Own(name.to_owned())))
}

fn ends(path: &str, own: &str) -> bool {
    path.strip_suffix(own)
        .is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

fn holds_all(query: &str, pairs: &str) -> bool {
    pairs.split('&').all(|pair| has(query, pair))
}

fn has(query: &str, pair: &str) -> bool {
    query.split('&').any(|own| match own.split_once('=') {
        Some((key, _)) if !pair.contains('=') => key == pair,
        _ => own == pair,
    })
}

fn value<'q>(query: &'q str, key: &str) -> Option<&'q str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(own, _)| *own == key)
        .map(|(_, value)| value)
}

/// The callbacks' addresses that a line of text names, with or without a scheme and host, such as a log's request line.
pub fn in_text(text: &str) -> Vec<Address> {
    let Ok(base) = Url::parse("https://shop.invalid/") else {
        return Vec::new();
    };
    let words = text.split(|c: char| c.is_whitespace() || "\"'<>()[]{},;".contains(c));
    words
        .filter(|word| word.contains('/'))
        .filter_map(|word| Address::read(&base.join(word)?))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(end: &str) -> Option<Address> {
        Address::read(&Url::parse(&["https://shop.example.com", end].concat()).unwrap())
    }

    #[test]
    fn addresses_of_nobody_known_are_read_too() {
        for (end, name, form, prefix, control) in [
            (
                "/butik/sv/wc-api/My_Gateway/",
                Name::Handler("My_Gateway".to_owned()),
                Form::Pretty,
                "sv",
                "/butik/sv/wc-api/callback_doctor_control/",
            ),
            (
                "/?wc-api=my_gateway&order=1",
                Name::Handler("my_gateway".to_owned()),
                Form::Query,
                "",
                "/?wc-api=callback_doctor_control",
            ),
            (
                "/index.php?rest_route=/mine/v1/hook",
                Name::Route("mine/v1/hook".to_owned()),
                Form::Query,
                "",
                "/?rest_route=/callback-doctor/v1/webhook",
            ),
            (
                "/wp-admin/admin-post.php?action=mine",
                Name::Action("mine".to_owned()),
                Form::Query,
                "",
                "/wp-admin/admin-post.php?action=callback_doctor_control",
            ),
        ] {
            let address = read(end).unwrap();
            assert_eq!((&address.name, address.form), (&name, form), "{end}");
            assert_eq!(address.prefix, prefix, "{end}");
            let wanted = ["https://shop.example.com", control].concat();
            assert_eq!(address.control().map(|url| url.to_string()), Some(wanted));
            assert!(address.endpoints().is_empty(), "{end}");
        }
    }

    #[test]
    fn what_is_no_callback() {
        let long = ["/wc-api/", &"x".repeat(NAME_BYTES + 1)].concat();
        for end in [
            "/",
            "/kassa/",
            "/wc-api/",
            "/?wc-api=",
            "/wp-json/",
            "/wp-admin/admin-ajax.php?action=x",
            "/wp-admin/admin-post.php",
            "/wc-api/a%20b/",
            "/?wc-api=<script>",
            "/paytrail/",
            &long,
        ] {
            assert_eq!(read(end), None, "{end}");
        }
    }
}
