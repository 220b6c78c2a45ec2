//! Which steps and pastes a cause asks for. Where a product was named, its own steps stand in place of the cause's.

use super::plan::Plan;
use super::redirect::{Target, target};
use super::{Context, ServerKind, snippets};
use crate::cause::{Cause, RemedyKind as Kind};
use crate::foreign;
use crate::probe::limits::EXCERPT_BYTES;
use crate::probe::{Response, Speaker, speaker};
use crate::reading::cache_hit;
use crate::report::{CauseId, Remedy};
use crate::verdict::Note;

impl Plan<'_> {
    /// Pages load http because WordPress is not told of https; the database is in order.
    fn is_proxy_not_told(&self) -> bool {
        self.context.note == Some(Note::ProxyNotTold)
    }

    /// The steps of this case in the place of the cause's own; a named product's own come before them.
    fn own_steps(&self) -> Option<&'static [&'static str]> {
        self.context.blocker.is_none().then_some(())?;
        if self.is_proxy_not_told() {
            return Some(self.text.proxy_not_told);
        }
        (self.text.case_steps)(self.context.case?)
    }

    pub(super) fn remedy(mut self, cause: CauseId) -> Remedy {
        if let Some(steps) = self.own_steps() {
            for step in steps {
                self.step(step);
            }
            if self.is_proxy_not_told() {
                self.paste(self.text.labels.wp_config, snippets::wp_config_proxy());
            }
            self.send_letter(cause);
            return self.remedy;
        }
        match Cause::of(cause).remedy {
            Kind::Permalinks => self.permalinks(cause),
            Kind::Rewriting => self.rewriting(cause),
            Kind::RewriteFlush => {
                self.steps(cause);
                self.paste(self.text.labels.wp_cli, "wp rewrite flush");
            }
            Kind::PrefixRequired => self.prefix_required(),
            Kind::PrefixAdded => self.prefix_added(cause),
            Kind::LanguageSetting => {
                self.language_setting();
                self.steps(cause);
            }
            Kind::HttpsHome => {
                self.steps(cause);
                self.paste(self.text.labels.wp_config, snippets::wp_config_proxy());
                self.https_in_database();
            }
            Kind::HttpsPages => {
                self.steps(cause);
                self.https_in_database();
            }
            Kind::Redirect => self.redirected(cause),
            Kind::Refusal => self.refused(cause),
            Kind::Wall => self.walled(cause),
            Kind::Cache => self.cached(cause),
            Kind::Update => {
                self.steps(cause);
                for step in self.own_words().map_or(&[][..], |own| own.outdated) {
                    self.step(step);
                }
            }
            Kind::Commands => {
                self.steps(cause);
                self.commands();
            }
            Kind::Healthy => self.healthy(cause),
            Kind::Usual => self.usual(cause),
            Kind::AddressOnFile => {
                self.steps(cause);
                if let Some(expected) = self.context.expected {
                    self.paste(self.text.labels.address, expected);
                }
            }
        }
        self.remedy
    }

    fn usual(&mut self, cause: CauseId) {
        if !self.product() {
            if cause == CauseId::ServerError && is_front(self.context) {
                self.step(self.text.more.front_failed);
                self.step(self.text.more.front_after);
            } else {
                self.steps(cause);
            }
        }
        self.send_letter(cause);
    }

    fn permalinks(&mut self, cause: CauseId) {
        self.steps(cause);
        self.rewrite_rules();
        if !self.remedy.pastes.is_empty() {
            self.step(self.text.more.rewrite_if_needed);
        }
    }

    fn rewriting(&mut self, cause: CauseId) {
        let more = self.text.more;
        match self.context.server {
            Some(ServerKind::Nginx) => self.step(more.rewrite_nginx),
            Some(ServerKind::Caddy) => self.step(more.rewrite_caddy),
            Some(ServerKind::Lighttpd) => self.step(more.rewrite_lighttpd),
            server => {
                self.steps(cause);
                self.step(match server {
                    Some(ServerKind::Apache) => more.rewrite_apache,
                    Some(ServerKind::LiteSpeed) => more.rewrite_litespeed,
                    Some(ServerKind::Iis) => more.rewrite_iis,
                    _ => more.rewrite_unknown,
                });
            }
        }
        self.rewrite_rules();
        self.send_letter(cause);
    }

    fn language_setting(&mut self) {
        let key = key(self.context.language_plugin.unwrap_or_default());
        let known = self
            .text
            .language_plugins
            .iter()
            .find(|(plugin, _)| key.starts_with(plugin));
        self.step(known.map_or(self.text.more.language_unknown, |(_, step)| step));
    }

    fn prefix_required(&mut self) {
        self.language_setting();
        self.step(self.text.more.language_rule);
        self.paste(self.text.labels.mu_plugin, snippets::language_rule());
    }

    fn prefix_added(&mut self, cause: CauseId) {
        self.language_setting();
        if let Some(gateway) = self.context.known
            && let Some(filter) = snippets::language_filter(gateway.id, self.context.home_path)
        {
            self.step(self.text.more.language_filter);
            self.paste(self.text.labels.mu_plugin, filter);
        }
        self.steps(cause);
        self.list_paths();
    }

    /// Who made the redirect decides: a plugin's own menu, WordPress's settings, or rules before WordPress.
    fn redirected(&mut self, cause: CauseId) {
        let more = self.text.more;
        if let Some(header) = self.context.answer.and_then(cache_hit) {
            let header = foreign::text(&header, EXCERPT_BYTES);
            self.step_with(more.redirect_cached, &[("header", &header)]);
        }
        if self.product() {
            return self.send_letter(cause);
        }
        let redirect = self.context.redirect;
        let by = redirect.and_then(|redirect| redirect.by.as_deref());
        let plugin = by.filter(|by| is_plugin(by));
        let target = target(
            self.context.url,
            redirect.and_then(|redirect| redirect.to.as_ref()),
        );
        if let Some(plugin) = plugin {
            self.redirect_plugin(plugin);
            return self.block_checkout();
        }
        // Lines for the web server change nothing that WordPress does, nor a portal, a gate or a login.
        let (step, host, by_server) = match target {
            Target::Https => return self.step(more.redirect_https),
            Target::Http | Target::Itself => (more.redirect_itself, None, false),
            Target::Twin(host) => (more.redirect_twin, Some(host), true),
            Target::Portal(host) => (more.redirect_portal, Some(host), false),
            Target::Host(host) => (more.redirect_host, Some(host), true),
            Target::Login => (more.redirect_login, None, false),
            Target::Gate => (more.redirect_gate, None, false),
            Target::Form | Target::Elsewhere if by.is_some() => (more.redirect_inside, None, false),
            Target::Form => (more.redirect_path, None, true),
            Target::Elsewhere => (more.redirect_elsewhere, None, true),
        };
        self.step_with(step, &[("target", host.as_deref().unwrap_or_default())]);
        if step == more.redirect_itself {
            self.paste(self.text.labels.wp_config, snippets::wp_config_proxy());
        }
        self.block_checkout();
        if by.is_none() {
            if by_server {
                self.server_direct();
            }
            self.send_letter(cause);
        }
    }

    /// The menu of the plugin that says it made the redirect.
    fn redirect_plugin(&mut self, name: &str) {
        let more = self.text.more;
        let key = key(name);
        let rows = self
            .text
            .redirect_plugins
            .iter()
            .chain(self.text.language_plugins);
        let known = rows.into_iter().find(|(plugin, _)| key.starts_with(plugin));
        match known {
            Some((_, step)) => self.step(step),
            None => self.step_with(more.redirect_plugin, &[("name", name)]),
        }
    }

    /// Something refuses the request: its own steps if it is known, else how to find it; then who calls.
    fn refused(&mut self, cause: CauseId) {
        let named = self.product();
        if !named {
            let is_key = cause == CauseId::Blocked && self.context.answer.is_some_and(wants_key);
            if is_key {
                self.step(self.text.more.wants_key);
            } else if matches!(cause, CauseId::Blocked | CauseId::Challenge) {
                self.step(self.text.more.find_blocker);
            }
            self.steps(cause);
            self.step(self.text.more.open_paths);
            self.list_paths();
        }
        self.block_checkout();
        match cause {
            CauseId::PostRefused if !named => self.server_open(),
            CauseId::CallerBlocked => {
                self.provider_agent();
                if !named {
                    self.server_direct();
                    let apache = snippets::htaccess_open(&self.open);
                    self.server_paste(
                        &[ServerKind::Apache],
                        self.text.labels.htaccess_open,
                        apache,
                    );
                }
            }
            CauseId::RateLimited if !named => {
                let nginx = snippets::nginx_limit(&self.open);
                self.server_paste(&[ServerKind::Nginx], self.text.labels.nginx_limit, nginx);
            }
            // Where they are not known, a product's own log shows them.
            CauseId::Blocked | CauseId::Challenge | CauseId::RateLimited
                if !named || has_addresses(self.context) =>
            {
                self.provider_addresses();
            }
            _ => {}
        }
        self.send_letter(cause);
    }

    /// A wall that is meant for people: a password, maintenance, closed REST.
    fn walled(&mut self, cause: CauseId) {
        let named = self.product();
        // A password dialog or form is what the steps are about; an interface that wants a key is another thing.
        let wants_key =
            cause == CauseId::LoginWall && !named && self.context.answer.is_some_and(wants_key);
        if wants_key {
            self.step(self.text.more.wants_key);
        } else if !named {
            self.steps(cause);
        }
        if cause != CauseId::RestLocked {
            self.block_checkout();
            self.list_paths();
        }
        if cause == CauseId::LoginWall && !named && !wants_key {
            self.server_open();
        }
        self.send_letter(cause);
    }

    fn cached(&mut self, cause: CauseId) {
        if !self.product() {
            self.steps(cause);
        }
        self.list_paths();
        if let Some(expression) = snippets::cloudflare(&self.open, self.context.host) {
            self.paste(self.text.labels.cloudflare, expression);
        }
        let nginx = snippets::nginx_no_cache(&self.open);
        self.server_paste(&[ServerKind::Nginx], self.text.labels.nginx_no_cache, nginx);
        self.send_letter(cause);
    }

    fn https_in_database(&mut self) {
        if let Some(command) = snippets::search_replace(self.context.host) {
            self.paste(self.text.labels.wp_cli, command);
        }
    }

    fn healthy(&mut self, cause: CauseId) {
        let steps = (self.text.steps)(cause);
        let (first, later) = steps.split_at(steps.len().min(1));
        for step in first {
            self.step(step);
        }
        if let Some(step) = self.own_words().and_then(|own| own.log) {
            self.step(step);
        }
        for step in later {
            self.step(step);
        }
        self.commands();
    }
}

/// Whether a server in front says that the one behind it does not answer, and neither WordPress nor PHP wrote it.
pub(super) fn is_front(context: &Context) -> bool {
    context.answer.is_some_and(|answer| {
        let said = matches!(answer.status, 502..=504 | 520..=527 | 530);
        said && !matches!(speaker(answer), Speaker::WordPress | Speaker::Gateway)
    })
}

/// Whether it is known from where the provider calls.
fn has_addresses(context: &Context) -> bool {
    context
        .known
        .is_some_and(|gateway| gateway.provider.addresses.value().is_some())
}

/// A 401 or the like in JSON, without the header that opens a browser's dialog.
fn wants_key(answer: &Response) -> bool {
    if answer.status != 401 {
        return false;
    }
    let is_json = answer.body.trim_start().starts_with(['{', '['])
        || answer
            .headers
            .get("content-type")
            .is_some_and(|kind| kind.contains("json"));
    is_json && answer.headers.get("www-authenticate").is_none()
}

/// Whether a redirect names a plugin, rather than nobody or what any code that calls `wp_redirect` gets for a name.
pub(super) fn is_plugin(name: &str) -> bool {
    !name.is_empty() && !["wordpress", "woocommerce"].contains(&key(name).as_str())
}

/// A plugin's name in the form of the tables: lower-case letters and digits.
fn key(name: &str) -> String {
    let mut key: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    key.make_ascii_lowercase();
    key
}
