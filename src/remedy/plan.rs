//! Puts a remedy together from the texts of one language.

use super::paths::{OpenPaths, is_plain, rest_block_path};
use super::provider::{self, KLARNA_AGENT_SOURCE, READ};
use super::{Context, ServerKind, snippets};
use crate::probe::PROVIDER_USER_AGENT;
use crate::probe::limits::EXCERPT_BYTES;
use crate::report::{CauseId, Paste, Remedy};
use crate::text::command::{Shell, curl};
use crate::text::remedies::RemedyTexts;
use crate::text::{self, Language, fill, fill_known};

/// A remedy in the making.
pub(super) struct Plan<'a> {
    context: &'a Context<'a>,
    text: &'static RemedyTexts,
    open: OpenPaths,
    url: String,
    paths: String,
    remedy: Remedy,
}

impl<'a> Plan<'a> {
    pub(super) fn new(context: &'a Context<'a>, language: Language) -> Self {
        let path = context
            .callback_paths
            .first()
            .map_or(context.home_path, String::as_str);
        Self {
            context,
            text: text::remedies(language),
            open: OpenPaths::of(context),
            url: [origin(context.home), path].concat(),
            paths: context.callback_paths.join(", "),
            remedy: Remedy::default(),
        }
    }

    pub(super) fn remedy(mut self, cause: CauseId) -> Remedy {
        match cause {
            CauseId::PlainPermalinks | CauseId::PathinfoPermalinks => {
                self.steps(cause);
                self.step(self.text.more.rewrite_if_needed);
                self.rewrite_pastes();
            }
            CauseId::RewriteNotServed => self.rewriting(cause),
            CauseId::StaleRewriteRules => {
                self.steps(cause);
                self.paste(self.text.labels.wp_cli, "wp rewrite flush".to_owned());
            }
            CauseId::LanguagePrefixRequired => {
                self.language_setting();
                self.step(self.text.more.language_rule);
                self.paste(self.text.labels.mu_plugin, snippets::language_rule());
            }
            CauseId::LanguagePrefixAdded => self.prefix_added(cause),
            CauseId::LanguageRedirect => {
                self.language_setting();
                self.steps(cause);
            }
            CauseId::HttpHomeUrl => {
                self.steps(cause);
                self.paste(self.text.labels.wp_config, snippets::wp_config_proxy());
                self.search_replace();
            }
            CauseId::MixedContent => {
                self.steps(cause);
                self.search_replace();
            }
            CauseId::Redirected => self.redirected(cause),
            CauseId::Blocked | CauseId::Challenge | CauseId::CallerBlocked => self.refused(cause),
            CauseId::RateLimited | CauseId::PostRefused => self.refused(cause),
            CauseId::LoginWall | CauseId::Maintenance | CauseId::RestLocked => self.walled(cause),
            CauseId::CachedCallback => self.cached(cause),
            CauseId::PluginOutdated => self.outdated(cause),
            CauseId::Undetermined => {
                self.steps(cause);
                self.commands();
            }
            CauseId::Healthy => self.healthy(cause),
            _ => {
                self.steps(cause);
                self.send_letter(cause);
            }
        }
        self.remedy
    }

    /// The message to the host, where a host can act on this cause.
    pub(super) fn letter(&self, cause: CauseId) -> Option<String> {
        let letter = (self.text.letter)(cause)?;
        let mut answer = String::new();
        if let Some(location) = self
            .context
            .location
            .filter(|_| cause == CauseId::Redirected)
        {
            answer = fill(
                self.text.letter_location,
                &[("location", &excerpt(location))],
            );
        } else if let Some(status) = self.context.status {
            answer = fill(self.text.letter_status, &[("status", &status.to_string())]);
        }
        let agent = provider::is_klarna(self.context.gateway).then_some(PROVIDER_USER_AGENT);
        let origin = origin(self.context.home);
        let urls: Vec<String> = self
            .context
            .callback_paths
            .iter()
            .map(|path| [origin, path].concat())
            .collect();
        let values = [
            ("host", self.context.host),
            ("urls", &urls.join("\n")),
            ("seen", letter.seen),
            ("answer", &answer),
            ("please", letter.please),
            ("command", &curl(&self.url, agent, Shell::Posix)),
        ];
        Some(fill(self.text.host_letter, &values))
    }

    fn rewriting(&mut self, cause: CauseId) {
        let more = self.text.more;
        let server = self.context.server;
        if server != Some(ServerKind::Nginx) {
            self.steps(cause);
        }
        match server {
            Some(ServerKind::Apache | ServerKind::LiteSpeed) => self.step(more.rewrite_apache),
            Some(ServerKind::Nginx) => self.step(more.rewrite_nginx),
            Some(ServerKind::Iis) => self.step(more.rewrite_iis),
            None => {
                self.step(more.rewrite_apache);
                self.step(more.rewrite_nginx);
            }
        }
        self.rewrite_pastes();
        self.send_letter(cause);
    }

    fn rewrite_pastes(&mut self) {
        let home = self.context.home_path;
        if !is_plain(home) {
            return;
        }
        if self.may_be(&[ServerKind::Apache, ServerKind::LiteSpeed]) {
            self.paste(
                self.text.labels.htaccess_rules,
                snippets::htaccess_rules(home),
            );
        }
        if self.may_be(&[ServerKind::Nginx]) {
            self.paste(self.text.labels.nginx_rules, snippets::nginx_rules(home));
        }
    }

    fn language_setting(&mut self) {
        let name = self.context.language_plugin.unwrap_or_default();
        let key: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let known = self
            .text
            .language_plugins
            .iter()
            .find(|(plugin, _)| key.starts_with(plugin));
        self.step(known.map_or(self.text.more.language_unknown, |(_, step)| step));
    }

    fn prefix_added(&mut self, cause: CauseId) {
        self.steps(cause);
        self.language_setting();
        if provider::is_kustom(self.context.gateway) && is_plain(self.context.home_path) {
            self.step(self.text.more.language_filter);
            let filter = snippets::language_filter(self.context.home_path);
            self.paste(self.text.labels.mu_plugin, filter);
        }
        self.paste_paths();
    }

    fn redirected(&mut self, cause: CauseId) {
        let more = self.text.more;
        self.product_steps();
        match self.redirect() {
            Redirect::Https => self.step(more.redirect_https),
            Redirect::Host(target) => self.step_with(more.redirect_host, &[("target", &target)]),
            Redirect::Path => self.step(more.redirect_path),
            Redirect::Elsewhere => self.step(more.redirect_elsewhere),
        }
        if !matches!(self.redirect(), Redirect::Https) {
            self.block_checkout();
            if self.may_be(&[ServerKind::Apache]) && self.snippets_fit() {
                let paste = snippets::htaccess_no_redirect(&self.open, self.context.home_path);
                self.paste(self.text.labels.htaccess_no_redirect, paste);
            }
            self.nginx_open();
            self.send_letter(cause);
        }
    }

    /// Something refuses the request: its own steps if it is known, then the paths, then who calls.
    fn refused(&mut self, cause: CauseId) {
        let named = self.product_steps();
        if !named && matches!(cause, CauseId::Blocked | CauseId::Challenge) {
            self.step(self.text.more.find_blocker);
        }
        if cause != CauseId::RateLimited {
            self.steps(cause);
        }
        self.step(self.text.more.open_paths);
        self.block_checkout();
        if cause == CauseId::RateLimited {
            self.steps(cause);
            if self.may_be(&[ServerKind::Nginx]) && !self.open.is_empty() {
                self.paste(
                    self.text.labels.nginx_limit,
                    snippets::nginx_limit(&self.open),
                );
            }
        }
        if cause == CauseId::CallerBlocked && provider::is_klarna(self.context.gateway) {
            let values = [("source", KLARNA_AGENT_SOURCE), ("read", READ)];
            self.step_with(self.text.more.provider_agent, &values);
        }
        if matches!(cause, CauseId::PostRefused | CauseId::CallerBlocked) && !named {
            self.server_open();
        }
        self.paste_paths();
        if matches!(cause, CauseId::Blocked | CauseId::Challenge) {
            self.provider_addresses();
        }
        self.send_letter(cause);
    }

    /// A wall that is meant for people: a password, maintenance, closed REST.
    fn walled(&mut self, cause: CauseId) {
        let named = self.product_steps();
        if !named {
            let rest = self.rest();
            for step in (self.text.steps)(cause) {
                self.step_with(step, &[("rest", &rest)]);
            }
        }
        if cause != CauseId::RestLocked {
            self.block_checkout();
        }
        if cause == CauseId::LoginWall {
            self.server_open();
        }
        self.paste_paths();
        self.send_letter(cause);
    }

    fn cached(&mut self, cause: CauseId) {
        self.product_steps();
        self.steps(cause);
        self.paste_paths();
        if !self.open.is_empty() {
            self.cloudflare_paste();
            if self.may_be(&[ServerKind::Nginx]) {
                let paste = snippets::nginx_no_cache(&self.open);
                self.paste(self.text.labels.nginx_no_cache, paste);
            }
        }
        self.send_letter(cause);
    }

    fn outdated(&mut self, cause: CauseId) {
        self.steps(cause);
        if provider::is_kustom(self.context.gateway) {
            self.step(self.text.more.kustom_version);
            self.step(self.text.more.kustom_credentials);
        }
    }

    fn healthy(&mut self, cause: CauseId) {
        let mut steps = (self.text.steps)(cause).iter();
        if let Some(first) = steps.next() {
            self.step(first);
        }
        if provider::is_klarna(self.context.gateway) {
            self.step(self.text.more.klarna_retries);
        }
        if provider::is_kustom(self.context.gateway) {
            self.step(self.text.more.kustom_log);
        }
        for step in steps {
            self.step(step);
        }
        self.commands();
    }

    /// The steps and pastes of the named product; says whether it had any.
    fn product_steps(&mut self) -> bool {
        let Some(blocker) = self.context.blocker else {
            return false;
        };
        let path = self
            .context
            .callback_paths
            .first()
            .map_or("", String::as_str);
        let url = self.url.clone();
        let paths = self.paths.clone();
        let values = [
            ("home", self.context.home),
            ("host", self.context.host),
            ("url", &url),
            ("path", path),
            ("paths", &paths),
            ("gateway", self.context.gateway),
        ];
        for step in blocker.steps {
            self.remedy.steps.push(fill_known(step, &values));
        }
        for (label, text) in blocker.pastes {
            let (label, text) = (fill_known(label, &values), fill_known(text, &values));
            self.remedy.pastes.push(Paste { label, text });
        }
        let family = self.family_steps(
            blocker.name,
            blocker.steps.is_empty(),
            blocker.pastes.is_empty(),
        );
        family || !blocker.steps.is_empty()
    }

    /// What is known of three products that come in many forms, where the catalogue has nothing of its own.
    fn family_steps(&mut self, name: &str, steps: bool, pastes: bool) -> bool {
        let more = self.text.more;
        let name = name.to_ascii_lowercase();
        let (texts, paste): (&[&str], fn(&mut Self)) = if name.contains("wordfence") {
            (&[more.wordfence_addresses, more.wordfence_paths], |_| {})
        } else if name.contains("cloudflare") {
            (
                &[more.cloudflare_rule, more.cloudflare_bots],
                Self::cloudflare_paste,
            )
        } else if name.contains("modsecurity") || name.contains("comodo") {
            (&[more.modsecurity], Self::modsecurity_paste)
        } else {
            return false;
        };
        if steps {
            texts.iter().for_each(|step| self.step(step));
        }
        if pastes && !self.open.is_empty() {
            paste(self);
        }
        steps
    }

    fn cloudflare_paste(&mut self) {
        let host = self.context.host;
        if is_host(host) {
            self.paste(
                self.text.labels.cloudflare,
                snippets::cloudflare(&self.open, host),
            );
        }
    }

    fn modsecurity_paste(&mut self) {
        self.paste(
            self.text.labels.modsecurity,
            snippets::modsecurity(&self.open),
        );
    }

    fn block_checkout(&mut self) {
        if self.context.block_checkout {
            let rest = rest_block_path(self.context.home_path);
            self.step_with(self.text.more.block_checkout, &[("rest", &rest)]);
        }
    }

    fn provider_addresses(&mut self) {
        let Some(provider) = provider::provider(self.context.gateway) else {
            return;
        };
        let values = [
            ("provider", provider.name),
            ("source", provider.source),
            ("read", READ),
        ];
        let mut step = self.filled(self.text.more.provider_addresses, &values);
        if provider::is_kustom(self.context.gateway) {
            step.push(' ');
            step.push_str(self.text.more.kustom_addresses);
        }
        self.remedy.steps.push(step);
        let label = fill(self.text.labels.addresses, &[("provider", provider.name)]);
        self.remedy.pastes.push(Paste {
            label,
            text: provider.addresses.join("\n"),
        });
    }

    /// Exceptions in the web server's own configuration.
    fn server_open(&mut self) {
        if self.may_be(&[ServerKind::Apache]) && !self.open.is_empty() {
            self.paste(
                self.text.labels.htaccess_open,
                snippets::htaccess_open(&self.open),
            );
        }
        self.nginx_open();
    }

    fn nginx_open(&mut self) {
        if self.may_be(&[ServerKind::Nginx])
            && self.snippets_fit()
            && let Some(paste) = snippets::nginx_open(&self.open, self.context.home_path)
        {
            self.paste(self.text.labels.nginx_open, paste);
        }
    }

    fn search_replace(&mut self) {
        if is_host(self.context.host) {
            self.paste(
                self.text.labels.wp_cli,
                snippets::search_replace(self.context.host),
            );
        }
    }

    fn commands(&mut self) {
        for (label, shell) in [
            (self.text.labels.curl_posix, Shell::Posix),
            (self.text.labels.curl_windows, Shell::Windows),
        ] {
            let command = curl(&self.url, Some(PROVIDER_USER_AGENT), shell);
            self.paste(label, command);
        }
    }

    fn paste_paths(&mut self) {
        let paths = self.context.callback_paths.join("\n");
        if !paths.is_empty() {
            self.paste(self.text.labels.paths, paths);
        }
    }

    /// Offers the message to the host, unless a product was named that people can set up themselves.
    fn send_letter(&mut self, cause: CauseId) {
        if self.context.blocker.is_some_and(|blocker| !blocker.by_host) {
            return;
        }
        if let Some(letter) = self.letter(cause) {
            self.step(self.text.more.send_letter);
            self.paste(self.text.labels.letter, letter);
        }
    }

    fn steps(&mut self, cause: CauseId) {
        for step in (self.text.steps)(cause) {
            self.step(step);
        }
    }

    fn step(&mut self, template: &str) {
        self.step_with(template, &[]);
    }

    fn step_with(&mut self, template: &str, more: &[(&str, &str)]) {
        let step = self.filled(template, more);
        self.remedy.steps.push(step);
    }

    fn filled(&self, template: &str, more: &[(&str, &str)]) -> String {
        let mut values = vec![
            ("home", self.context.home),
            ("host", self.context.host),
            ("url", self.url.as_str()),
            ("paths", self.paths.as_str()),
            ("gateway", self.context.gateway),
            ("agent", PROVIDER_USER_AGENT),
        ];
        values.extend_from_slice(more);
        fill(template, &values)
    }

    fn paste(&mut self, label: &str, text: String) {
        self.remedy.pastes.push(Paste {
            label: label.to_owned(),
            text,
        });
    }

    /// Whether the web server is one of these, or unknown.
    fn may_be(&self, kinds: &[ServerKind]) -> bool {
        self.context
            .server
            .is_none_or(|server| kinds.contains(&server))
    }

    fn snippets_fit(&self) -> bool {
        !self.open.is_empty() && is_plain(self.context.home_path)
    }

    /// The beginning of the REST routes that the gateway is called at.
    fn rest(&self) -> String {
        let rest = self
            .open
            .beginnings
            .iter()
            .find(|path| path.contains("/wp-json/"));
        rest.cloned()
            .unwrap_or_else(|| rest_block_path(self.context.home_path))
    }

    fn redirect(&self) -> Redirect {
        let Some(location) = self.context.location else {
            return Redirect::Elsewhere;
        };
        redirect(&self.url, location)
    }
}

/// What a redirect of the callback changes.
#[derive(Debug, PartialEq, Eq)]
enum Redirect {
    /// Only the scheme, to https.
    Https,
    /// The host; the new one.
    Host(String),
    /// The path's form: a slash, capital letters, a prefix.
    Path,
    /// It does not lead to a callback address, or where it leads is not known.
    Elsewhere,
}

fn redirect(url: &str, location: &str) -> Redirect {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let location = location.trim();
    let (new_scheme, rest) = match location.split_once("://") {
        Some((new_scheme, rest)) if !new_scheme.contains('/') => (new_scheme, rest),
        _ => match location.strip_prefix("//") {
            Some(rest) => (scheme, rest),
            None if location.starts_with('/') => {
                return redirect(url, &[scheme, "://", host, location].concat());
            }
            None => return Redirect::Elsewhere,
        },
    };
    let (new_host, new_path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let to_callback = new_path.to_ascii_lowercase().contains("wc-api") || new_path == path;
    if !to_callback {
        Redirect::Elsewhere
    } else if !new_host.eq_ignore_ascii_case(host) && is_host(new_host) {
        Redirect::Host(new_host.to_ascii_lowercase())
    } else if new_path == path && !new_scheme.eq_ignore_ascii_case(scheme) {
        Redirect::Https
    } else {
        Redirect::Path
    }
}

/// Scheme and host of an address, without the slash behind them.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url
        .get(host..)
        .and_then(|rest| rest.find('/'))
        .map_or(url.len(), |at| host + at);
    url.get(..end).unwrap_or(url)
}

/// Letters, digits, dots and hyphens: itself in every configuration language and shell.
fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte))
}

/// A header's value for people: no control characters, not too long.
fn excerpt(value: &str) -> String {
    let mut value: String = value.chars().filter(|c| !c.is_control()).collect();
    crate::probe::cut(&mut value, EXCERPT_BYTES);
    value
}
