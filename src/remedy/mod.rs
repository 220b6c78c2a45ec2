//! What to do about a cause: numbered steps, and the exact text to paste.
//!
//! [`remedy`] chooses; the sentences stand in [`crate::text`], the configuration lines in `snippets`, and what is known of
//! the provider in its gateway.

mod choice;
mod effort;
mod letter;
mod paths;
mod place;
mod plan;
mod redirect;
mod snippets;

use crate::blocker::{self, Entry, Kind};
use crate::gateway::{Gateway, Open, Right};
use crate::probe::{Method, Response};
use crate::reading::Redirect;
use crate::report::{CauseId, Remedy, Who};
use crate::text::{self, Language};
use crate::verdict::{Note, Variant};
use plan::Plan;

/// What is known about the shop, as far as a remedy depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The shop's home address, such as `https://shop.example.com/`.
    pub home: &'a str,
    /// Its host name, without a port.
    pub host: &'a str,
    /// The path of the home address, such as `/` or `/shop/`.
    pub home_path: &'a str,
    /// What to let through, from the root, the callback's own first: `/wc-api/KCO_WC_Push/`, then forms with a language
    /// such as `/sv/wc-api/KCO_WC_Push/`; an address with an argument for gateways that are called by one.
    pub open: &'a [Open],
    /// The callback's address as the provider has it.
    pub url: &'a str,
    /// The address that the provider should have on file, where it has another.
    pub expected: Option<&'a str>,
    /// The call that does nothing in the shop and shows whether the way is open, where there is one.
    pub test: Option<Test<'a>>,
    /// The language prefix that was seen, with or without slashes: `sv`.
    pub prefix: Option<&'a str>,
    /// The language plugin's name.
    pub language_plugin: Option<&'a str>,
    /// The gateway's name for people.
    pub gateway: &'a str,
    /// The gateway, where it is one that is known here.
    pub known: Option<&'static Gateway>,
    /// The `User-Agent` that imitates the provider.
    pub user_agent: &'a str,
    /// The product that refuses, where it was named.
    pub blocker: Option<BlockerRemedy<'a>>,
    /// The redirect that the callback got.
    pub redirect: Option<&'a Redirect>,
    /// The answer that the callback got, where one was read.
    pub answer: Option<&'a Response>,
    /// The web server, where an answer names it.
    pub server: Option<ServerKind>,
    /// The case of the cause that has words of its own.
    pub case: Option<Variant>,
    /// The first sentence that holds in this case.
    pub note: Option<Note>,
    /// Whether the shop uses a block checkout whose orders the provider validates through REST.
    pub block_checkout: bool,
}

/// A call for a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Test<'a> {
    /// Its method; the body is empty.
    pub method: Method,
    /// Its address.
    pub url: &'a str,
    /// Whose answer is the right one.
    pub right: Right,
}

/// What the catalogue says about letting callbacks through a product. Its texts may hold the placeholders `{home}`,
/// `{host}`, `{url}`, `{path}` and `{gateway}`, and for pastes `{path_regex}`, `{cloudflare}`, `{modsecurity}`,
/// `{apache_open}` and `{nginx_open}`: the rules of the same name for exactly this shop's callbacks. Other braces stay as
/// they stand.
#[derive(Clone, Copy, Debug)]
pub struct BlockerRemedy<'a> {
    /// The product's name for people.
    pub name: &'a str,
    /// What to do, in order.
    pub steps: &'a [&'a str],
    /// Things to paste.
    pub pastes: &'a [blocker::Paste],
    /// What kind of product it is: it decides who can change it.
    pub kind: Kind,
}

impl BlockerRemedy<'static> {
    /// What the catalogue says about one product.
    pub fn of(entry: &'static Entry) -> Self {
        Self {
            name: entry.name,
            steps: entry.remedy.steps,
            pastes: entry.remedy.pastes,
            kind: entry.kind,
        }
    }
}

impl BlockerRemedy<'_> {
    /// Whether only the host can change it, as with server firewalls; then a message to the host is offered.
    const fn is_hosts(&self) -> bool {
        matches!(self.kind, Kind::Host | Kind::Server | Kind::Appliance)
    }
}

/// Web servers whose configuration differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerKind {
    /// Apache httpd.
    Apache,
    /// nginx, also `OpenResty`.
    Nginx,
    /// `LiteSpeed` and `OpenLiteSpeed`, which read Apache's rewrite rules.
    LiteSpeed,
    /// Microsoft IIS.
    Iis,
    /// Caddy.
    Caddy,
    /// lighttpd.
    Lighttpd,
}

impl ServerKind {
    /// From the value of a `Server` header, such as `nginx/1.26.1` or `Apache/2.4.62 (Debian)`.
    pub fn from_header(value: &str) -> Option<Self> {
        let value = value.trim().to_ascii_lowercase();
        let starts = |name: &&(&str, Self)| value.starts_with(name.0);
        [
            ("apache", Self::Apache),
            ("nginx", Self::Nginx),
            ("openresty", Self::Nginx),
            ("litespeed", Self::LiteSpeed),
            ("openlitespeed", Self::LiteSpeed),
            ("microsoft-iis", Self::Iis),
            ("caddy", Self::Caddy),
            ("lighttpd", Self::Lighttpd),
        ]
        .iter()
        .find(starts)
        .map(|(_, kind)| *kind)
    }
}

/// What to do about `cause` in this shop. There is always at least one step.
pub fn remedy(cause: CauseId, context: &Context, language: Language) -> Remedy {
    let remedy = Plan::new(context, language).remedy(cause);
    let first = remedy.steps.first();
    let places = text::remedies(language).places;
    Remedy {
        link: first.and_then(|step| place::link(step, places, context.home)),
        ..remedy
    }
}

/// Who can mend `cause` in this shop, and that with the time that it takes as a sentence; `None` where there is nothing to
/// mend.
pub fn effort(
    cause: CauseId,
    context: &Context,
    language: Language,
) -> Option<(Who, &'static str)> {
    let effort = effort::effort(cause, context)?;
    Some((effort.who(), (text::remedies(language).effort)(effort)))
}

/// The message that asks the host to act, for causes where a host can; else `None`.
pub fn host_letter(cause: CauseId, context: &Context, language: Language) -> Option<String> {
    Plan::new(context, language).letter(cause)
}

#[cfg(test)]
mod tests;
