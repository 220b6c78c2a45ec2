//! A remedy in the making: the facts of the shop, and how steps and pastes are added.

use super::paths::{OpenPaths, WC_API, escaped, is_plain, is_rest, is_wc_api, listed, written};
use super::snippets::is_host;
use super::{Context, ServerKind, snippets};
use crate::blocker;
use crate::command::{Shell, curl};
use crate::gateway::{Addresses, Known, READ, Sure};
use crate::report::{CauseId, Paste, Remedy};
use crate::text::remedies::{GatewayTexts, RemedyTexts};
use crate::text::{self, Language, fill, fill_known};
use crate::verdict::Variant;

/// A remedy in the making; `choice` decides what goes into it.
pub(super) struct Plan<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) text: &'static RemedyTexts,
    pub(super) open: OpenPaths,
    /// What to let through, as people read it; at least where callbacks begin.
    pub(super) paths: Vec<String>,
    pub(super) remedy: Remedy,
}

impl<'a> Plan<'a> {
    pub(super) fn new(context: &'a Context<'a>, language: Language) -> Self {
        let mut paths: Vec<String> = context.open.iter().map(written).collect();
        if paths.is_empty() {
            paths.push([context.home_path, "wc-api/"].concat());
        }
        Self {
            context,
            text: text::remedies(language),
            open: OpenPaths::of(context),
            paths,
            remedy: Remedy::default(),
        }
    }

    /// The steps of the cause itself.
    pub(super) fn steps(&mut self, cause: CauseId) {
        let rest = self.rest();
        for step in (self.text.steps)(cause) {
            self.step_with(step, &[("rest", &rest)]);
        }
    }

    pub(super) fn step(&mut self, template: &str) {
        self.step_with(template, &[]);
    }

    pub(super) fn step_with(&mut self, template: &str, more: &[(&str, &str)]) {
        let paths = self.paths.join(", ");
        let mut values = vec![
            ("home", self.context.home),
            ("host", self.context.host),
            ("url", self.context.url),
            ("paths", paths.as_str()),
            ("gateway", self.context.gateway),
            ("agent", self.context.user_agent),
        ];
        values.extend_from_slice(more);
        let step = fill(template, &values);
        self.remedy.steps.push(step);
    }

    pub(super) fn paste(&mut self, label: &str, text: impl Into<String>) {
        self.remedy.pastes.push(Paste {
            label: label.to_owned(),
            text: text.into(),
        });
    }

    /// The steps and pastes of the named product; says whether it had any. A message to the host of its own is left out:
    /// [`Self::send_letter`] has one that knows more.
    pub(super) fn product(&mut self) -> bool {
        let Some(blocker) = self
            .context
            .blocker
            .filter(|blocker| !blocker.steps.is_empty())
        else {
            return false;
        };
        let home = self.context.home_path;
        let first = self.context.open.first();
        let path = &first.map_or_else(|| self.paths.concat(), listed);
        // What products' texts call wc-api is another address with other gateways.
        let is_other = first.is_some_and(|first| !is_wc_api(first));
        let named = |text: &str| match first {
            Some(first) if is_other => text
                .replace("/wc-api/*", WC_API)
                .replace(WC_API, &written(first)),
            _ => text.to_owned(),
        };
        // An argument has no place in a rule about a path.
        let ruled = |text: &str| match first {
            Some(first) if is_other && names_wc_api(text) => {
                let fits = first.argument.is_none() && is_plain(path) && text.contains(WC_API);
                fits.then(|| text.replace(WC_API, path))
            }
            _ => Some(text.to_owned()),
        };
        let rules = [
            (
                "host",
                Some(self.context.host.to_owned()).filter(|host| is_host(host)),
            ),
            ("path", Some(path.clone()).filter(|path| is_plain(path))),
            ("path_regex", is_plain(path).then(|| escaped(path))),
            (
                "cloudflare",
                snippets::cloudflare(&self.open, self.context.host),
            ),
            ("modsecurity", snippets::modsecurity(&self.open)),
            ("apache_open", snippets::htaccess_open(&self.open)),
            ("nginx_open", snippets::nginx_open(&self.open, home)),
        ];
        let words = [
            ("home", self.context.home),
            ("host", self.context.host),
            ("url", self.context.url),
            ("path", path.as_str()),
            ("gateway", self.context.gateway),
        ];
        let steps = blocker
            .steps
            .iter()
            .map(|step| fill_known(&named(step), &words));
        let pastes = blocker.pastes.iter().filter_map(|paste| match paste {
            blocker::Paste::Text(label, text) => Some(Paste {
                label: (*label).to_owned(),
                text: rule(&ruled(text)?, &rules)?,
            }),
            blocker::Paste::Letter => None,
        });
        self.remedy.steps.extend(steps);
        self.remedy.pastes.extend(pastes);
        if is_other {
            self.step(self.text.more.open_paths);
        }
        true
    }

    /// Where the provider's servers stand, for rules that can only name senders.
    pub(super) fn provider_addresses(&mut self) {
        let Some(gateway) = self.context.known else {
            return;
        };
        let provider = gateway.provider;
        let texts = &self.text.callers;
        let (step, source, list, list_at) = match provider.addresses {
            Known::No => (texts.addresses_unknown, "", &[][..], ""),
            Known::Is(addresses, sure, source) => match addresses {
                Addresses::Listed(list) if sure == Sure::Reported => {
                    (texts.addresses_reported, source, list, "")
                }
                Addresses::Listed(list) => (texts.addresses, source, list, ""),
                Addresses::Names(names) => (texts.names, source, names, ""),
                Addresses::PublishedAt(at) => (texts.addresses_at, source, &[][..], at),
                Addresses::MerchantsOwn => (texts.addresses_own, source, &[][..], ""),
            },
        };
        let values = [
            ("provider", provider.name),
            ("source", source),
            ("read", READ),
            ("list", list_at),
        ];
        self.step_with(step, &values);
        if !list.is_empty() {
            let label = fill(self.text.labels.addresses, &[("provider", provider.name)]);
            self.paste(&label, list.join("\n"));
        }
    }

    /// By what name the provider calls, and how sure that is.
    pub(super) fn provider_agent(&mut self) {
        let Some(gateway) = self.context.known else {
            return;
        };
        let texts = &self.text.callers;
        let (step, source) = match gateway.provider.agent {
            Known::No => (texts.agent_unknown, ""),
            Known::Is(_, sure, source) => match self.own_words().and_then(|own| own.agent) {
                Some(own) => (own, source),
                None if sure == Sure::Reported => (texts.agent_reported, source),
                None => (texts.agent, source),
            },
        };
        let values = [
            ("provider", gateway.provider.name),
            ("source", source),
            ("read", READ),
        ];
        self.step_with(step, &values);
    }

    /// What is said of this gateway alone.
    pub(super) fn own_words(&self) -> Option<&'static GatewayTexts> {
        let id = self.context.known?.id;
        let own = self.text.gateways.iter().find(|(own, _)| *own == id);
        own.map(|(_, words)| words)
    }

    /// The address in REST that must be open, else where REST begins.
    fn rest(&self) -> String {
        let rest = self.context.open.iter().find(|place| is_rest(place));
        rest.map_or_else(|| [self.context.home_path, "wp-json/"].concat(), listed)
    }

    /// The block checkout needs one more path.
    pub(super) fn block_checkout(&mut self) {
        if self.context.block_checkout {
            let rest = self.rest();
            self.step_with(self.text.more.block_checkout, &[("rest", &rest)]);
        }
    }

    /// `WordPress`'s rewrite rules for the server, or for each that it may be.
    pub(super) fn rewrite_rules(&mut self) {
        use ServerKind::{Apache, Caddy, Iis, Lighttpd, LiteSpeed, Nginx};
        let (home, labels) = (self.context.home_path, self.text.labels);
        let apache = snippets::htaccess_rules(home);
        self.server_paste(&[Apache, LiteSpeed], labels.htaccess_rules, apache);
        self.server_paste(&[Nginx], labels.nginx_rules, snippets::nginx_rules(home));
        self.server_paste(&[Caddy], labels.caddy_rules, snippets::caddy_rules(home));
        let lighttpd = snippets::lighttpd_rules(home);
        self.server_paste(&[Lighttpd], labels.lighttpd_rules, lighttpd);
        self.server_paste(&[Iis], labels.iis_rules, Some(snippets::iis_rules()));
    }

    /// Takes passwords and refusals off in the web server's own configuration.
    pub(super) fn server_open(&mut self) {
        self.server_lines(
            snippets::htaccess_open(&self.open),
            self.text.labels.htaccess_open,
        );
    }

    /// Takes redirects and rewrite rules that refuse off.
    pub(super) fn server_direct(&mut self) {
        let apache = snippets::htaccess_no_redirect(&self.open, self.context.home_path);
        self.server_lines(apache, self.text.labels.htaccess_no_redirect);
    }

    fn server_lines(&mut self, apache: Option<String>, label: &str) {
        let before = self.remedy.pastes.len();
        self.server_paste(&[ServerKind::Apache], label, apache);
        let nginx = snippets::nginx_open(&self.open, self.context.home_path);
        self.server_paste(&[ServerKind::Nginx], self.text.labels.nginx_open, nginx);
        if self.remedy.pastes.len() > before {
            self.step(self.text.more.server_lines);
        }
    }

    /// The provider's call as a command, for both kinds of terminal.
    pub(super) fn commands(&mut self) {
        let labels = self.text.labels;
        for (label, shell) in [
            (labels.curl_posix, Shell::Posix),
            (labels.curl_windows, Shell::Windows),
        ] {
            if let Some(test) = self.context.test {
                let agent = Some(self.context.user_agent);
                self.paste(label, curl(test.method, test.url, agent, shell));
            }
        }
    }

    /// The paths, for lists of exceptions.
    pub(super) fn list_paths(&mut self) {
        let plain = self.context.open.iter().filter(|open| is_plain(&open.path));
        let plain: Vec<String> = plain.map(listed).collect();
        if !plain.is_empty() {
            self.paste(self.text.labels.paths, plain.join("\n"));
        }
    }

    /// Offers the message to the host, unless the product that acts is the merchant's own.
    pub(super) fn send_letter(&mut self, cause: CauseId) {
        let label = self.text.labels.letter;
        let has_message = self
            .context
            .blocker
            .is_some_and(|b| b.pastes.contains(&blocker::Paste::Letter));
        let own = self
            .context
            .blocker
            .is_some_and(|blocker| !blocker.is_hosts() && !has_message);
        // A page that got nothing does not know whether anybody else does.
        if own || self.context.case == Some(Variant::PageGotNothing) {
            return;
        }
        if let Some(letter) = self.letter(cause) {
            if !has_message {
                self.step(self.text.more.send_letter);
            }
            self.paste(label, letter);
        }
    }

    /// A paste for these web servers, unless another one is known to run.
    pub(super) fn server_paste(&mut self, kinds: &[ServerKind], label: &str, text: Option<String>) {
        if let Some(text) = text
            && self
                .context
                .server
                .is_none_or(|server| kinds.contains(&server))
        {
            self.paste(label, text);
        }
    }
}

/// Whether a rule is about `WooCommerce`'s addresses by name.
fn names_wc_api(text: &str) -> bool {
    text.contains("wc-api")
}

/// A rule to paste with its values; none where one of them is not plain, and could mean more than itself there.
fn rule(template: &str, values: &[(&str, Option<String>)]) -> Option<String> {
    let unknown = |(name, value): &(&str, Option<String>)| {
        value.is_none() && template.contains(&["{", name, "}"].concat())
    };
    let known: Vec<(&str, &str)> = values
        .iter()
        .filter_map(|(name, value)| Some((*name, value.as_deref()?)))
        .collect();
    (!values.iter().any(unknown)).then(|| fill_known(template, &known))
}

/// Scheme and host of an address, without the slash behind them.
pub(super) fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url
        .get(host..)
        .and_then(|rest| rest.find('/'))
        .map_or(url.len(), |at| host + at);
    url.get(..end).unwrap_or(url)
}
