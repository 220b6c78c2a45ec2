//! Which steps and pastes a cause asks for. Where a product was named, its own steps stand in place of the cause's.

use super::plan::Plan;
use super::provider::{self, KLARNA_AGENT_SOURCE, READ};
use super::redirect::{Redirect, redirect};
use super::{ServerKind, snippets};
use crate::report::{CauseId, Remedy};

impl Plan<'_> {
    pub(super) fn remedy(mut self, cause: CauseId) -> Remedy {
        match cause {
            CauseId::PlainPermalinks | CauseId::PathinfoPermalinks => self.permalinks(cause),
            CauseId::RewriteNotServed => self.rewriting(cause),
            CauseId::StaleRewriteRules => {
                self.steps(cause);
                self.paste(self.text.labels.wp_cli, "wp rewrite flush");
            }
            CauseId::LanguagePrefixRequired => self.prefix_required(),
            CauseId::LanguagePrefixAdded => self.prefix_added(cause),
            CauseId::LanguageRedirect => {
                self.language_setting();
                self.steps(cause);
            }
            CauseId::HttpHomeUrl => {
                self.steps(cause);
                self.paste(self.text.labels.wp_config, snippets::wp_config_proxy());
                self.https_in_database();
            }
            CauseId::MixedContent => {
                self.steps(cause);
                self.https_in_database();
            }
            CauseId::Redirected => self.redirected(cause),
            CauseId::Blocked
            | CauseId::Challenge
            | CauseId::CallerBlocked
            | CauseId::PostRefused
            | CauseId::RateLimited => self.refused(cause),
            CauseId::LoginWall | CauseId::Maintenance | CauseId::RestLocked => self.walled(cause),
            CauseId::CachedCallback => self.cached(cause),
            CauseId::PluginOutdated => {
                self.steps(cause);
                if provider::is_kustom(self.context.gateway) {
                    self.step(self.text.more.kustom_version);
                    self.step(self.text.more.kustom_credentials);
                }
            }
            CauseId::Undetermined => {
                self.steps(cause);
                self.commands();
            }
            CauseId::Healthy => self.healthy(cause),
            CauseId::NotPublic
            | CauseId::Unreachable
            | CauseId::TlsBroken
            | CauseId::NotWoocommerce
            | CauseId::WoocommerceInactive
            | CauseId::GatewayInactive
            | CauseId::ServerError
            | CauseId::CallbackAddressWrong
            | CauseId::GatewayRefused
            | CauseId::OutboundFailed
            | CauseId::OutputBeforeAnswer
            | CauseId::SlowAnswer => {
                if !self.product() {
                    self.steps(cause);
                }
                self.send_letter(cause);
            }
        }
        self.remedy
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
        self.rewrite_rules();
        self.send_letter(cause);
    }

    fn language_setting(&mut self) {
        let name = self.context.language_plugin.unwrap_or_default();
        let mut key: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        key.make_ascii_lowercase();
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
        if provider::is_kustom(self.context.gateway)
            && let Some(filter) = snippets::language_filter(self.context.home_path)
        {
            self.step(self.text.more.language_filter);
            self.paste(self.text.labels.mu_plugin, filter);
        }
        self.steps(cause);
        self.list_paths();
    }

    fn redirected(&mut self, cause: CauseId) {
        let more = self.text.more;
        if self.product() {
            return self.send_letter(cause);
        }
        match redirect(&self.url, self.context.location) {
            Redirect::Https => return self.step(more.redirect_https),
            Redirect::Host(target) => self.step_with(more.redirect_host, &[("target", &target)]),
            Redirect::Path => self.step(more.redirect_path),
            Redirect::Elsewhere => self.step(more.redirect_elsewhere),
        }
        self.block_checkout();
        self.server_direct();
        self.send_letter(cause);
    }

    /// Something refuses the request: its own steps if it is known, else how to find it; then who calls.
    fn refused(&mut self, cause: CauseId) {
        let named = self.product();
        if !named {
            if matches!(cause, CauseId::Blocked | CauseId::Challenge) {
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
                if provider::is_klarna(self.context.gateway) {
                    let values = [("source", KLARNA_AGENT_SOURCE), ("read", READ)];
                    self.step_with(self.text.more.provider_agent, &values);
                }
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
            CauseId::Blocked | CauseId::Challenge | CauseId::RateLimited => {
                self.provider_addresses();
            }
            _ => {}
        }
        self.send_letter(cause);
    }

    /// A wall that is meant for people: a password, maintenance, closed REST.
    fn walled(&mut self, cause: CauseId) {
        let named = self.product();
        if !named {
            self.steps(cause);
        }
        if cause != CauseId::RestLocked {
            self.block_checkout();
            self.list_paths();
        }
        if cause == CauseId::LoginWall && !named {
            self.server_open();
        }
        self.send_letter(cause);
    }

    fn cached(&mut self, cause: CauseId) {
        if !self.product() {
            self.steps(cause);
        }
        self.list_paths();
        let expression = snippets::cloudflare(&self.open, self.context.host);
        self.paste(self.text.labels.cloudflare, expression);
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
        if provider::is_klarna(self.context.gateway) {
            self.step(self.text.more.klarna_retries);
        }
        if provider::is_kustom(self.context.gateway) {
            self.step(self.text.more.kustom_log);
        }
        for step in later {
            self.step(step);
        }
        self.commands();
    }
}
