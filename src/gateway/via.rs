//! How a callback's address is built, recognised and opened: nothing else in the crate knows that.

use super::marks::fits;
use crate::probe::{Method, Response, Speaker, dispatched, is_printed_before, speaker};
use crate::shop::{ShopUrl, Url};

/// The handler name of the control probe: no plugin registers it, so WooCommerce answers 400 `-1`.
pub const CONTROL_HANDLER: &str = "callback_doctor_control";

/// The same for REST, below a namespace that nobody registers: WordPress answers 404 `rest_no_route`.
const CONTROL_ROUTE: &str = "callback-doctor/v1/webhook";

/// The same for a path of its own: the theme's page for what was not found.
const CONTROL_PATH: &str = "paytrail-callback-doctor";

/// The way by which a provider's call comes in. In names, `*` stands for what differs from shop to shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// `/wc-api/NAME/`, whatever the permalinks are; without them it breaks.
    Path {
        /// The handler's name, as it is written there.
        name: &'static str,
        /// Whether the plugin puts a slash at the end.
        slash: bool,
    },
    /// `/?wc-api=NAME` and nothing else.
    Query {
        /// The handler's name, as it is written there.
        name: &'static str,
    },
    /// WooCommerce's own choice by the permalinks.
    Auto {
        /// The handler's name, as it is written there.
        name: &'static str,
        /// Whether a slash stands at the end of its path.
        slash: bool,
    },
    /// `/wc-api/NAME/`, or the query form where permalinks are plain; under `/index.php/` it breaks.
    PathOrQuery {
        /// The handler's name, as it is written there.
        name: &'static str,
    },
    /// A REST route.
    Rest {
        /// Its namespace.
        namespace: &'static str,
        /// What stands behind it.
        route: &'static str,
    },
    /// A REST route that WordPress.com calls, with a signature of Jetpack.
    WordPressCom {
        /// Its namespace.
        namespace: &'static str,
        /// What stands behind it.
        route: &'static str,
    },
    /// `/wp-admin/admin-post.php?action=NAME`, built on the site's address: no language comes into it.
    AdminPost {
        /// The action.
        action: &'static str,
    },
    /// A script of WordPress with arguments.
    Script {
        /// Its path below the site's address.
        path: &'static str,
        /// What stands behind the question mark.
        query: &'static str,
    },
    /// A path of the plugin's own below the home, answered where pages are; with plain permalinks by arguments, if at all.
    Rewrite {
        /// The path, as it is given to the provider.
        path: &'static str,
        /// The arguments, where there is such a form.
        query: Option<&'static str>,
    },
    /// An argument on one of the shop's pages, where only the shopper's browser comes.
    Page {
        /// The argument, with its value where that tells.
        argument: &'static str,
    },
    /// A service in between: the provider calls that, never the shop.
    Relay,
}

/// The forms of an address, which are also WordPress's settings for permalinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// By arguments alone, which works under every setting; the setting "Plain".
    Query,
    /// Below `/index.php/`.
    Pathinfo,
    /// A plain path.
    Pretty,
}

/// What a firewall has to let through for a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The path, or its beginning where more follows.
    pub path: String,
    /// The argument by which the call is told from visitors of the same path.
    pub argument: Option<String>,
    /// Whether the path goes on.
    pub goes_on: bool,
}

/// Where a control ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// It was not asked, or its answer was not seen.
    Unseen,
    /// What hands calls on to plugins answered for itself.
    Dispatched,
    /// The same, and for REST the endpoint's namespace stood in the index.
    Listed,
    /// Somebody else answered.
    Stopped,
}

impl Via {
    /// The name of its handler in wc-api.
    pub const fn handler(self) -> Option<&'static str> {
        match self {
            Self::Path { name, .. }
            | Self::Query { name }
            | Self::Auto { name, .. }
            | Self::PathOrQuery { name } => Some(name),
            _ => None,
        }
    }

    /// Its namespace and route in REST.
    pub const fn rest(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Rest { namespace, route } | Self::WordPressCom { namespace, route } => {
                Some((namespace, route))
            }
            _ => None,
        }
    }

    /// The form of the address that the provider is given under these permalinks.
    pub const fn form(self, permalinks: Form) -> Form {
        match (self, permalinks) {
            (
                Self::Query { .. }
                | Self::AdminPost { .. }
                | Self::Script { .. }
                | Self::Page { .. },
                _,
            ) => Form::Query,
            (Self::Path { .. } | Self::Rewrite { query: None, .. }, _)
            | (Self::PathOrQuery { .. } | Self::Rewrite { .. }, Form::Pathinfo) => Form::Pretty,
            (_, permalinks) => permalinks,
        }
    }

    /// Whether the address that the provider is given works under these permalinks, with nothing in its way.
    pub fn works(self, permalinks: Form) -> bool {
        let form = self.form(permalinks);
        form == Form::Query || form == permalinks
    }

    /// The address below a home in one of its forms, where it has that. `name` is taken for the part that differs from
    /// shop to shop, or else in place of the handler; empty means the plugin's own.
    pub fn url(self, home: &ShopUrl, prefix: &str, form: Form, name: &str) -> Option<Url> {
        let front = match self {
            Self::AdminPost { .. } | Self::Script { .. } => "",
            _ => prefix,
        };
        let end = self.end(form, name)?;
        Url::parse(&home.prefixed(front, &end)).ok()
    }

    /// The end of its address in one of its forms: what stands behind the home and a language.
    pub fn end(self, form: Form, name: &str) -> Option<String> {
        let index = if form == Form::Pathinfo {
            "index.php/"
        } else {
            ""
        };
        if let Some(handler) = self.handler() {
            let name = filled(handler, name)?;
            let slash = match self {
                Self::Path { slash: false, .. } | Self::Auto { slash: false, .. } => "",
                _ => "/",
            };
            return Some(match form {
                Form::Query => ["?wc-api=", &name].concat(),
                _ => [index, "wc-api/", &name, slash].concat(),
            });
        }
        if let Some((namespace, route)) = self.rest() {
            let route = filled(route, name)?;
            return Some(match form {
                Form::Query => ["?rest_route=/", namespace, "/", &route].concat(),
                _ => [index, "wp-json/", namespace, "/", &route].concat(),
            });
        }
        match (self, form) {
            (Self::AdminPost { action }, Form::Query) => {
                Some(["wp-admin/admin-post.php?action=", &filled(action, name)?].concat())
            }
            (Self::Script { path, query }, Form::Query) => Some([path, "?", query].concat()),
            (Self::Rewrite { path, .. }, Form::Pretty) => Some(path.to_owned()),
            (
                Self::Rewrite {
                    query: Some(query), ..
                },
                Form::Query,
            ) => Some(["index.php?", query].concat()),
            _ => None,
        }
    }

    /// What a firewall has to let through, so that calls to this address in this form arrive.
    pub fn open(self, home: &ShopUrl, prefix: &str, form: Form) -> Option<Open> {
        let pattern = match (self.handler(), self.rest()) {
            (Some(name), _) | (None, Some((_, name))) => name,
            _ => "",
        };
        let (known, goes_on) = match pattern.split_once('*') {
            // A name that stands for the rest, and is cut off again.
            Some((start, _)) => ([start, "X"].concat(), true),
            None => (String::new(), false),
        };
        let url = if goes_on {
            let whole = self.end(form, "X")?;
            let cut = whole.find(known.as_str()).map(|at| at + known.len() - 1)?;
            Url::parse(&home.prefixed(prefix, whole.get(..cut)?)).ok()?
        } else {
            self.url(home, prefix, form, "")?
        };
        Some(Open {
            path: url.path().to_owned(),
            argument: url.query().map(str::to_owned),
            goes_on,
        })
    }

    /// The control beside it in this form: a made-up name, which no plugin listens to. There is none where a made-up name
    /// would do something, or where no call comes to the shop.
    pub fn control(self, home: &ShopUrl, prefix: &str, form: Form) -> Option<(Method, Url)> {
        let front = match self {
            Self::AdminPost { .. } => "",
            _ => prefix,
        };
        let url = Url::parse(&home.prefixed(front, &self.control_end(form)?)).ok()?;
        Some((Method::Post, url))
    }

    /// The end of the control's address in one form.
    pub fn control_end(self, form: Form) -> Option<String> {
        Some(match self {
            Self::Relay | Self::Page { .. } | Self::Script { .. } => return None,
            Self::Rewrite { .. } => CONTROL_PATH.to_owned(),
            Self::AdminPost { .. } => {
                return Self::AdminPost {
                    action: CONTROL_HANDLER,
                }
                .end(form, "");
            }
            _ if self.rest().is_some() => match form {
                Form::Query => ["?rest_route=/", CONTROL_ROUTE].concat(),
                Form::Pathinfo => ["index.php/wp-json/", CONTROL_ROUTE].concat(),
                Form::Pretty => ["wp-json/", CONTROL_ROUTE].concat(),
            },
            // A rule about the slash at the end meets both alike.
            _ => Self::Auto {
                name: CONTROL_HANDLER,
                slash: !matches!(
                    self,
                    Self::Path { slash: false, .. } | Self::Auto { slash: false, .. }
                ),
            }
            .end(form, "")?,
        })
    }

    /// What the answer to a control says: whether calls of this kind are handed on to plugins at all.
    pub fn read_control(self, answer: &Response) -> Control {
        let expected = match self.rest() {
            None if !matches!(self, Self::Rewrite { .. }) => 400,
            _ => 404,
        };
        let passed = match self {
            Self::Relay | Self::Page { .. } | Self::Script { .. } => return Control::Unseen,
            _ if answer.body_end.is_unread() && answer.status == expected => {
                return Control::Unseen;
            }
            Self::Rewrite { .. } => answer.status == 404 && speaker(answer) == Speaker::WordPress,
            // WordPress ends an action that nobody listens to with an error page.
            Self::AdminPost { .. } => answer.status == 400 && speaker(answer) == Speaker::WordPress,
            _ if self.rest().is_some() => is_no_route(answer),
            _ => answer.status == 400 && dispatched(&answer.body).is_some(),
        };
        match passed {
            true => Control::Dispatched,
            // The status is not what WordPress wanted to say.
            false if is_fixed(answer) => Control::Unseen,
            false => Control::Stopped,
        }
    }

    /// Whether an answer says that nobody listens to this address: it is what a made-up name gets.
    pub fn is_nobody(self, answer: &Response) -> bool {
        self.read_control(answer) == Control::Dispatched
    }

    /// Whether the same part of WordPress hands on calls of both.
    pub const fn is_handed_on_as(self, other: Self) -> bool {
        match (self, other) {
            (Self::AdminPost { .. }, Self::AdminPost { .. })
            | (Self::Rewrite { .. }, Self::Rewrite { .. }) => true,
            _ => {
                self.handler().is_some() && other.handler().is_some()
                    || self.rest().is_some() && other.rest().is_some()
            }
        }
    }

    /// Whether this form is answered alike without the plugin: a page with arguments that nobody reads.
    pub const fn is_blind(self, form: Form) -> bool {
        matches!((self, form), (Self::Rewrite { .. }, Form::Query))
    }

    /// Whether this name of a handler is its.
    pub fn has_handler(self, name: &str) -> bool {
        self.handler().is_some_and(|known| fits(known, name))
    }

    /// Whether this route, without slashes around, is its.
    pub fn has_route(self, route: &str) -> bool {
        self.rest().is_some_and(|(namespace, known)| {
            let rest = route
                .strip_prefix(namespace)
                .and_then(|rest| rest.strip_prefix('/'));
            rest.is_some_and(|rest| fits(known, rest))
        })
    }
}

/// WordPress's word for a route that nobody registered.
fn is_no_route(answer: &Response) -> bool {
    (answer.status == 404 || is_fixed(answer)) && has_code(&answer.body, "rest_no_route")
}

/// Whether something on the shop printed before WordPress answered, so that no other status than 200 could be set.
pub(super) fn is_fixed(answer: &Response) -> bool {
    answer.status == 200 && is_printed_before(&answer.body)
}

/// Whether a body is an error of WordPress's REST with this code.
pub(super) fn has_code(body: &str, code: &str) -> bool {
    let start = body.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let printed = || start.find("{\"code\"").filter(|_| is_printed_before(body));
    let at = if start.starts_with('{') {
        Some(0)
    } else {
        printed()
    };
    let Some(rest) = at.and_then(|at| start.get(at + 1..)) else {
        return false;
    };
    // The code stands first; what follows is in the shop's language.
    let rest = rest.trim_start().strip_prefix("\"code\"");
    let value = rest.and_then(|rest| rest.trim_start().strip_prefix(':'));
    value.is_some_and(|value| {
        let quoted = value.trim_start().strip_prefix('"');
        let after = quoted.and_then(|value| value.strip_prefix(code));
        after.is_some_and(|after| after.starts_with('"'))
    })
}

/// A pattern with its `*` replaced, or another name in its place; `None` where the star needs a name.
fn filled(pattern: &'static str, name: &str) -> Option<String> {
    match (pattern.split_once('*'), name) {
        (Some(_), "") => None,
        (Some((start, end)), name) => Some([start, name, end].concat()),
        (None, "") => Some(pattern.to_owned()),
        (None, name) => Some(name.to_owned()),
    }
}
