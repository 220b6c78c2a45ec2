//! One callback address of a gateway: when it is sent, what may be asked of it, and whether an answer shows that a call
//! arrived.

use super::reply::{Needs, Reply, Says};
use super::via::{Control, Form, Via};
use super::{Span, Version};
use crate::probe::{Method, Response};
use crate::shop::{ShopUrl, Url};

/// A callback address of a gateway.
#[derive(Debug)]
pub struct Endpoint {
    /// How its address is built.
    pub via: Via,
    /// What is called there.
    pub job: Job,
    /// Whether orders stay wrong or payments fail without this call.
    pub essential: bool,
    /// When its address is given out.
    pub sent: Sent,
    /// An argument that stands in the address on file and must not be lost, or empty.
    pub argument: &'static str,
    /// What may be asked of it.
    pub ask: Ask,
    /// The answers that it gives itself.
    pub replies: &'static [Reply],
}

/// What is called at an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// The provider tells of a payment.
    Payment,
    /// The provider asks whether a purchase may go on.
    Validation,
    /// The provider asks for shipping.
    Shipping,
    /// The provider tells of what becomes of an order later: captures, refunds, disputes, subscriptions, saved cards.
    Later,
    /// The provider tells of its set-up: accounts, connections, consents.
    SetUp,
    /// The shopper's browser comes back.
    Return,
    /// Nobody calls it.
    Nothing,
}

/// When an address is given to the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// In every version.
    Always,
    /// From one version to another.
    Between(Span),
    /// Never, or not any more: the plugin only still listens.
    Never,
}

impl Sent {
    /// From a version on.
    pub const fn since(version: Version) -> Self {
        Self::Between(Span {
            first: Some(version),
            last: None,
        })
    }

    /// Up to a version.
    pub const fn until(version: Version) -> Self {
        Self::Between(Span {
            first: None,
            last: Some(version),
        })
    }

    /// Whether this version gives it out. An unknown version counts as today's.
    pub fn holds(self, version: Option<Version>) -> bool {
        match self {
            Self::Always => true,
            Self::Between(span) => span.holds(version),
            Self::Never => false,
        }
    }

    /// Whether it was given out once and no longer is.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Between(Span { last: Some(_), .. }))
    }
}

/// What may be asked of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Nothing: the control beside it alone tells.
    Never(Never),
    /// The index of its REST namespace, by GET: it names the route and runs nothing of the plugin.
    Index,
    /// A call without body and arguments.
    Empty(Empty),
}

/// Why an endpoint is never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// Any call changes something in the shop, or sends mail.
    Writes,
    /// An empty call ends in a fatal error of PHP.
    Breaks,
    /// An empty call makes the shop call out.
    CallsOut,
    /// What it does was not followed to its end.
    Unknown,
    /// Nothing is to be learnt there: the shopper's browser comes, or nobody.
    NoUse,
}

/// A call without body and arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Empty {
    /// The method.
    pub method: Method,
    /// What stands in the address for the part that differs from shop to shop, or in place of the handler's name; empty
    /// means the name itself.
    pub name: &'static str,
    /// Whether it leaves a line in the shop's logs.
    pub logs: bool,
    /// Whether a GET does as little.
    pub by_get: bool,
}

impl Ask {
    /// A POST that leaves nothing.
    pub const POST: Self = Self::empty(Method::Post, "", false);
    /// A POST that leaves nothing, as a GET does.
    pub const POST_OR_GET: Self = Self::Empty(Empty {
        method: Method::Post,
        name: "",
        logs: false,
        by_get: true,
    });
    /// A POST that leaves a line in a log.
    pub const POST_LOGS: Self = Self::empty(Method::Post, "", true);
    /// A GET that leaves nothing.
    pub const GET: Self = Self::empty(Method::Get, "", false);

    /// A call under another name.
    pub const fn empty(method: Method, name: &'static str, logs: bool) -> Self {
        Self::Empty(Empty {
            method,
            name,
            logs,
            by_get: false,
        })
    }
}

/// A request that may be sent: only [`Endpoint::request`] and [`Endpoint::control`] make one, so that no address of an
/// endpoint that is never asked can get into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    method: Method,
    url: Url,
}

impl Request {
    /// The method; the body is always empty.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The address.
    pub const fn url(&self) -> &Url {
        &self.url
    }
}

/// A call whose answer is judged.
#[derive(Clone, Copy, Debug)]
pub struct Called<'u> {
    /// The address that was called.
    pub url: &'u Url,
    /// Its form.
    pub form: Form,
    /// Who called.
    pub by: By,
}

/// Who called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// We, without body and arguments.
    Us,
    /// The provider, with all that belongs to a call.
    Provider,
}

/// Whether a call came to the plugin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It did.
    Arrived,
    /// It may have: others answer like that too, and what would tell them apart was not seen.
    Fits,
    /// It came to the plugin, which refused it itself.
    Refused,
    /// A redirect that a healthy shop gives as well: the answer behind it counts.
    OnTheWay,
    /// It came to WooCommerce in a form that the provider does not use and that this plugin may ignore.
    OtherForm,
    /// It came to what hands calls on, and nobody listens there.
    Nobody,
    /// It is no answer of this endpoint.
    NotIts,
}

impl Endpoint {
    /// An endpoint that a payment depends on, which every version sends and of which nothing is asked: what a row changes
    /// stands in it.
    pub const fn new(via: Via) -> Self {
        Self {
            via,
            job: Job::Payment,
            essential: true,
            sent: Sent::Always,
            argument: "",
            ask: Ask::Never(Never::Unknown),
            replies: &[],
        }
    }

    /// An endpoint that a payment does not depend on.
    pub const fn extra(via: Via, job: Job) -> Self {
        Self {
            job,
            essential: false,
            ..Self::new(via)
        }
    }

    /// Where the shopper's browser comes back: recognised, never asked.
    pub const fn back(via: Via) -> Self {
        Self {
            ask: Ask::Never(Never::NoUse),
            ..Self::extra(via, Job::Return)
        }
    }

    /// Whether an empty call does nothing, so that it may be sent.
    pub const fn is_harmless(&self) -> bool {
        matches!(self.ask, Ask::Empty(_))
    }

    /// Whether WordPress is asked to describe its route, which runs nothing: what it answers is not the plugin's.
    pub const fn is_described(&self) -> bool {
        matches!(
            self.ask,
            Ask::Empty(Empty {
                method: Method::Options,
                ..
            })
        )
    }

    /// The namespace of its route, where it is one of REST's.
    pub fn namespace(&self) -> Option<&'static str> {
        self.via.rest().map(|(namespace, _)| namespace)
    }

    /// Whether the provider calls it in this version.
    pub fn is_called_in(&self, version: Option<Version>) -> bool {
        self.sent.holds(version) && !matches!(self.job, Job::Return | Job::Nothing)
    }

    /// Whether it is asked under another name than its own.
    pub const fn has_other_name(&self) -> bool {
        matches!(self.ask, Ask::Empty(empty) if !empty.name.is_empty())
    }

    /// Whether it may be asked by GET as well.
    pub const fn is_asked_by_get(&self) -> bool {
        matches!(self.ask, Ask::Empty(empty) if empty.by_get)
    }

    /// Whether a GET stands for the provider's POST.
    pub const fn is_asked_by_get_alone(&self) -> bool {
        matches!(self.ask, Ask::Empty(empty) if matches!(empty.method, Method::Get))
    }

    /// Whether an answer is the index of its REST namespace.
    pub fn is_index(&self, answer: &Response) -> bool {
        is_index_of(self.via, answer)
    }

    /// The address that the provider is given under these permalinks; `None` where it differs from shop to shop.
    pub fn address(&self, home: &ShopUrl, prefix: &str, permalinks: Form) -> Option<Url> {
        let url = self.via.url(home, prefix, self.via.form(permalinks), "")?;
        Some(match (self.argument, url.query()) {
            ("", _) => url,
            (argument, None) => url.with_query(Some(argument)),
            (argument, Some(query)) => url.with_query(Some(&[query, "&", argument].concat())),
        })
    }

    /// What may be asked of it in this form, if anything.
    pub fn request(&self, home: &ShopUrl, prefix: &str, form: Form) -> Option<Request> {
        let (method, url) = match self.ask {
            Ask::Never(_) => return None,
            Ask::Index => (Method::Get, index(self.via, home, prefix, form)?),
            Ask::Empty(empty) => (empty.method, self.via.url(home, prefix, form, empty.name)?),
        };
        Some(Request { method, url })
    }

    /// The control beside it in this form.
    pub fn control(&self, home: &ShopUrl, prefix: &str, form: Form) -> Option<Request> {
        let (method, url) = self.via.control(home, prefix, form)?;
        Some(Request { method, url })
    }

    /// The ends of the addresses that may be asked of it, with their method: what a hand that others may talk to lets
    /// through.
    pub fn ends(&self) -> Vec<(Method, String)> {
        let forms = [Form::Pretty, Form::Pathinfo, Form::Query].into_iter();
        let (method, name) = match self.ask {
            Ask::Never(_) => return Vec::new(),
            Ask::Index => {
                return forms
                    .filter_map(|form| Some((Method::Get, index_end(self.via, form)?)))
                    .collect();
            }
            Ask::Empty(empty) => (empty.method, empty.name),
        };
        forms
            .filter_map(|form| Some((method, self.via.end(form, name)?)))
            .collect()
    }

    /// Whether an answer shows that a call came to the plugin. `control` is the answer to a made-up name in the same form.
    pub fn judge(&self, called: Called<'_>, answer: &Response, control: Control) -> Arrival {
        if self.via.is_nobody(answer) {
            return Arrival::Nobody;
        }
        if self.asks_index(called) && is_index_of(self.via, answer) {
            // The index shows that the plugin listens; that a POST comes through, the control has to show.
            return match control {
                Control::Dispatched | Control::Listed => Arrival::Arrived,
                Control::Stopped => Arrival::NotIts,
                Control::Unseen => Arrival::Fits,
            };
        }
        let found = |reply: &&Reply| reply.is(called.url, answer);
        let Some(reply) = self.replies.iter().find(found) else {
            // Of an answer that nobody could read the status alone is known.
            let alike = self
                .replies
                .iter()
                .any(|reply| reply.status == answer.status)
                || self.via.read_control(answer) == Control::Unseen;
            let may_be = alike && answer.body_end.is_unread() && control != Control::Stopped;
            return if may_be {
                Arrival::Fits
            } else {
                Arrival::NotIts
            };
        };
        let arrived = match (reply.says, called.by) {
            (Says::Refused, _) | (Says::Unsigned, By::Provider) => Arrival::Refused,
            (Says::OnTheWay, _) => return Arrival::OnTheWay,
            _ => Arrival::Arrived,
        };
        let proven = match reply.needs {
            _ if self.via.is_blind(called.form) => false,
            // The provider sends a POST, and that one comes through the control has to show.
            _ if self.is_asked_by_get_alone() => control == Control::Dispatched,
            Needs::Nothing => true,
            Needs::Control => matches!(control, Control::Dispatched | Control::Listed),
            Needs::Listing => control == Control::Listed,
        };
        match control {
            _ if proven && self.is_other_form(called.form) => Arrival::OtherForm,
            _ if proven => arrived,
            Control::Stopped if !self.is_asked_by_get_alone() => Arrival::NotIts,
            _ => Arrival::Fits,
        }
    }

    /// Whether what an answer looks like is this endpoint's own, whatever it says: no firewall is to be blamed for it
    /// unless a control was stopped as well.
    pub fn is_own(&self, called: Called<'_>, answer: &Response) -> bool {
        self.replies
            .iter()
            .any(|reply| reply.is(called.url, answer))
    }

    /// Whether its namespace's index was called, and not the endpoint itself.
    fn asks_index(&self, called: Called<'_>) -> bool {
        let end = index_end(self.via, called.form);
        self.ask == Ask::Index
            && end.is_some_and(|end| called.url.to_string().trim_end_matches('/').ends_with(&end))
    }

    /// A plugin whose address has arguments alone looks at these itself: what it answers to a path proves nothing for them.
    const fn is_other_form(&self, form: Form) -> bool {
        matches!(self.via, Via::Query { .. }) && !matches!(form, Form::Query)
    }
}

/// The index of an endpoint's REST namespace.
fn index(via: Via, home: &ShopUrl, prefix: &str, form: Form) -> Option<Url> {
    Url::parse(&home.prefixed(prefix, &index_end(via, form)?)).ok()
}

/// Whether an answer is the index of its namespace: WordPress names that in it.
fn is_index_of(via: Via, answer: &Response) -> bool {
    let Some((namespace, _)) = via.rest() else {
        return false;
    };
    let body = answer.body.replace('\\', "");
    answer.status == 200 && body.contains(&["\"namespace\":\"", namespace, "\""].concat())
}

fn index_end(via: Via, form: Form) -> Option<String> {
    let (namespace, _) = via.rest()?;
    Some(match form {
        Form::Query => ["?rest_route=/", namespace].concat(),
        Form::Pathinfo => ["index.php/wp-json/", namespace].concat(),
        Form::Pretty => ["wp-json/", namespace].concat(),
    })
}
