//! The callback under diagnosis: whose it is, its address in each form, and what an answer from there shows.

use crate::gateway::address::{Address, Name};
use crate::gateway::{Arrival, By, CONTROL_HANDLER, Called, Control, Endpoint, Form, Request, Via};
use crate::page::Structure;
use crate::probe::{Caller, Method, Purpose, Response, UserAgent};
use crate::reading::{Meaning, Reading};
use crate::shop::{ShopUrl, Url};

use super::{Asked, Case};

/// Whose answer a request asks for.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// The site's: REST's index, a page.
    Site,
    /// What hands calls on to plugins: a made-up name beside an endpoint of this via.
    Control(Via),
    /// The endpoint's own.
    Endpoint(&'static Endpoint),
}

/// A request in the callback's name.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) of: Of,
}

impl Call {
    /// The control of wc-api, where nothing else is known.
    pub(super) fn unknown(shop: &ShopUrl) -> Self {
        Self {
            method: Method::Post,
            url: shop.below(&["wc-api/", CONTROL_HANDLER, "/"].concat()),
            of: Of::Control(Via::Path {
                name: CONTROL_HANDLER,
                slash: true,
            }),
        }
    }
}

impl Case {
    /// The endpoint that decides: the one that the person named, else the gateway's first. `None` where the callback is one
    /// of a plugin that nobody here knows, or no provider calls.
    pub(crate) fn decisive(&self) -> Option<&'static Endpoint> {
        if self.is_stranger {
            return None;
        }
        self.named
            .filter(|endpoint| endpoint.is_called_in(self.version))
            .or_else(|| self.gateway.decisive(self.version))
    }

    /// The way by which the callback comes in; of a plugin that nobody knows as far as its address shows it.
    pub(crate) fn via(&self) -> Via {
        if let Some(endpoint) = self.decisive() {
            return endpoint.via;
        }
        match self.on_file.as_ref().map(|address| &address.name) {
            Some(Name::Route(_)) => Via::Rest {
                namespace: "",
                route: "",
            },
            Some(Name::Action(_)) => Via::AdminPost { action: "" },
            Some(Name::Handler(_)) if self.is_stranger => Via::Auto {
                name: CONTROL_HANDLER,
                slash: true,
            },
            _ => Via::Path {
                name: CONTROL_HANDLER,
                slash: true,
            },
        }
    }

    /// How WordPress is set to build addresses, as far as anything shows it.
    pub(crate) fn permalinks(&self) -> Option<Form> {
        self.structure().map(|(structure, _)| match structure {
            Structure::Plain => Form::Query,
            Structure::Pathinfo => Form::Pathinfo,
            Structure::Pretty => Form::Pretty,
        })
    }

    /// The form of the address that the provider is given.
    pub(crate) fn form(&self) -> Form {
        let on_file = self.on_file.as_ref().map(|address| address.form);
        match on_file {
            // Nobody knows by which forms a stranger works.
            Some(form) if self.is_stranger => form,
            _ => self
                .via()
                .form(self.permalinks().or(on_file).unwrap_or(Form::Pretty)),
        }
    }

    /// The request for the callback in one form: the endpoint's own where it may be asked, else the control in its place.
    pub(crate) fn call_in(&self, shop: &ShopUrl, prefix: &str, form: Form) -> Option<Call> {
        let own = self.decisive().and_then(|endpoint| {
            // An index shows who listens; whether a call comes through, only a call shows.
            let request = endpoint
                .is_harmless()
                .then(|| endpoint.request(shop, prefix, form));
            Some((request??, Of::Endpoint(endpoint)))
        });
        let (request, of) = own.or_else(|| {
            let request = self.control_request(shop, prefix, form)?;
            Some((request, Of::Control(self.via())))
        })?;
        Some(self.call(&request, of))
    }

    /// The control in one form.
    pub(crate) fn control_in(&self, form: Form) -> Option<Call> {
        let request = self.control_request(&self.shop, "", form)?;
        Some(self.call(&request, Of::Control(self.via())))
    }

    fn control_request(&self, shop: &ShopUrl, prefix: &str, form: Form) -> Option<Request> {
        Endpoint::new(self.via()).control(shop, prefix, form)
    }

    /// The callback by GET, which tells a rule against POST from one against the address.
    pub(crate) fn by_get(&self) -> Option<Call> {
        let own = self.decisive().is_some_and(Endpoint::is_asked_by_get);
        let call = if own {
            self.callback()
        } else {
            self.control_in(self.form())?
        };
        Some(Call {
            method: Method::Get,
            ..call
        })
    }

    /// Whether that is the very address that is asked by POST.
    pub(crate) fn is_own_by_get(&self) -> bool {
        self.decisive()
            .is_none_or(|endpoint| endpoint.is_asked_by_get() || !endpoint.is_harmless())
    }

    /// Whether a language plugin can bend the address that the provider is given, so that it breaks: REST and arguments are
    /// known below a language too, and `wp-admin` stands beside the home.
    pub(crate) fn takes_language(&self) -> bool {
        let via = self.via();
        let by_path = via.handler().is_some() || matches!(via, Via::Rewrite { .. });
        by_path && self.form() != Form::Query
    }

    /// Whether the page or REST shows the gateway, rather than the person naming it.
    pub(crate) fn is_shown(&self) -> bool {
        self.gateways()
            .iter()
            .any(|shown| shown.id == self.gateway.id)
    }

    /// The `User-Agent` that imitates the provider: the one that the person set, else the gateway's provider's.
    pub(crate) fn agent(&self) -> UserAgent {
        if self.user_agent != UserAgent::default() {
            return self.user_agent.clone();
        }
        let known = self.gateway.provider.agent.value();
        let known = known.filter(|_| !self.is_stranger);
        known
            .and_then(|agent| UserAgent::new(agent).ok())
            .unwrap_or_else(UserAgent::unknown)
    }

    /// Below the address under which this site has REST.
    fn call(&self, request: &Request, of: Of) -> Call {
        Call {
            method: request.method(),
            url: self.at_rest_root(request.url()),
            of,
        }
    }

    /// The request for the callback as the provider makes it.
    pub(crate) fn callback(&self) -> Call {
        self.call.clone()
    }

    /// Finds that request anew: what was heard may have shown another home, gateway or form.
    pub(super) fn settle_callback(&mut self) {
        self.call = self.provider_s_call();
    }

    fn provider_s_call(&self) -> Call {
        self.call_in(&self.shop, "", self.form())
            .unwrap_or_else(|| Call::unknown(&self.shop))
    }

    /// The callback's address as the provider is given it: of an endpoint that is not asked its own all the same.
    pub(crate) fn callback_url(&self) -> Url {
        let form = self.form();
        let own = self.decisive().and_then(|endpoint| {
            let url = endpoint.via.url(&self.shop, "", form, "")?;
            Some(self.at_rest_root(&url))
        });
        own.unwrap_or_else(|| self.callback().url)
    }

    fn at_rest_root(&self, url: &Url) -> Url {
        match self.via().rest() {
            Some(_) => self.below_rest_root(url),
            None => url.clone(),
        }
    }

    /// An address of REST, below the one under which this site has it.
    pub(crate) fn below_rest_root(&self, url: &Url) -> Url {
        let root = ["/", &self.rest_root()].concat();
        let path = url.path().replacen("/wp-json/", &root, 1);
        url.with_path(&path).with_query(url.query())
    }

    /// Whether the endpoint itself is not asked, and what hands calls on stands for it.
    pub(crate) fn is_asked_by_control(&self) -> bool {
        self.decisive()
            .is_none_or(|endpoint| !endpoint.is_harmless())
    }

    /// What became of the POST of a made-up name, where the endpoint itself may be asked by GET alone and that POST was
    /// refused.
    pub(crate) fn refused_post(&self) -> Option<&Reading> {
        self.decisive()
            .filter(|endpoint| endpoint.is_asked_by_get_alone())?;
        let is_silent = |reading: &Reading| matches!(reading.meaning, Meaning::Silent(_));
        // Who is silent to both is silent to that name.
        let by_get = self.reading(Purpose::GetForm);
        self.reading(Purpose::Control).filter(|control| {
            control.refused() && !(is_silent(control) && by_get.is_some_and(is_silent))
        })
    }

    /// Whether an address is this callback's, in any form, on this site, and nothing else: a query would be somebody else's
    /// words, and so would be what stands behind the name or is hidden by encoding.
    pub(crate) fn is_callback(&self, url: &Url) -> bool {
        let Some(address) = Address::read(url).filter(|_| self.shop.same_site(url)) else {
            return false;
        };
        let Some(call) = self.call_in(&address.home, &address.prefix, address.form) else {
            return false;
        };
        let bare = |text: &str| text.trim_end_matches('/').to_owned();
        let (wanted, given) = (bare(&call.url.to_string()), bare(&url.to_string()));
        // Where it is asked under a name of its own, another spelling is another call.
        if self.decisive().is_some_and(Endpoint::has_other_name) {
            wanted == given
        } else {
            wanted.eq_ignore_ascii_case(&given)
        }
    }

    /// What the answer to a request in the callback's name shows.
    pub(super) fn arrival(&self, asked: &Asked, response: &Response) -> Option<Arrival> {
        let form = Address::read(&asked.url).map_or(Form::Pretty, |address| address.form);
        match asked.of {
            Of::Site => None,
            Of::Control(via) => match via.read_control(response) {
                Control::Dispatched | Control::Listed => Some(Arrival::Nobody),
                Control::Unseen if response.body_end.is_unread() => Some(Arrival::Fits),
                Control::Stopped | Control::Unseen => None,
            },
            Of::Endpoint(endpoint) => {
                let called = Called {
                    url: &asked.url,
                    form,
                    by: By::Us,
                };
                let control = self.control(endpoint.via, form, asked.caller());
                match endpoint.judge(called, response, control) {
                    Arrival::NotIts => None,
                    // A plugin that does not know us proves that a call comes to it.
                    Arrival::Refused => Some(Arrival::Arrived),
                    found => Some(found),
                }
            }
        }
    }

    /// Where controls of a via in one form ended: the caller's own before another's.
    fn control(&self, via: Via, form: Form, caller: Caller) -> Control {
        let listed = || {
            let (namespace, _) = via.rest()?;
            self.rest().filter(|rest| rest.has(namespace))
        };
        let controls = self.asked.iter().filter(|asked| {
            let same = matches!(asked.of, Of::Control(of) if of.is_handed_on_as(via));
            let of = Address::read(&asked.url).map_or(Form::Pretty, |address| address.form);
            same && of == form
        });
        let mut seen = controls.filter_map(|asked| {
            let response = asked.heard.as_ref()?.answer.response()?;
            Some((asked.caller() != caller, via.read_control(response)))
        });
        let own = seen.clone().find(|(other, _)| !other);
        match own.or_else(|| seen.next()).map(|(_, control)| control) {
            Some(Control::Stopped) => Control::Stopped,
            _ if listed().is_some() => Control::Listed,
            Some(control) => control,
            None => Control::Unseen,
        }
    }

    /// Whether REST's index shows that the endpoint's plugin listens; `None` where the callback is none of REST's, or the
    /// index was not read.
    pub(crate) fn is_listed(&self) -> Option<bool> {
        let (namespace, _) = self.via().rest()?;
        if namespace.is_empty() {
            return None;
        }
        let of_namespace = || {
            let heard = self
                .rest_asked(Purpose::RestNamespace)
                .and_then(|asked| asked.heard.as_ref());
            let response = heard.and_then(|heard| heard.answer.response())?;
            self.decisive()?.is_index(response).then_some(true)
        };
        of_namespace().or_else(|| self.rest().map(|rest| rest.has(namespace)))
    }
}
