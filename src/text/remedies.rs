//! The shape of the remedies' texts. [`crate::remedy`] chooses among them; a language fills them.
//!
//! Placeholders: `{home}`, `{host}`, `{url}` (the callback's address), `{paths}` (the paths to let through), `{gateway}`
//! and `{agent}` may stand anywhere; others only where a note says so.

use crate::gateway::Right;
use crate::probe::TlsFault;
use crate::report::CauseId;
use crate::report::Effort;
use crate::verdict::Variant;

/// Every text of the remedies in one language.
pub(crate) struct RemedyTexts {
    /// The steps of each cause that hold whatever else is known.
    pub(crate) steps: fn(CauseId) -> &'static [&'static str],
    /// The steps of one case of a cause, in the place of the cause's own.
    pub(crate) case_steps: fn(Variant) -> Option<&'static [&'static str]>,
    /// Pages load http because WordPress is not told of https; the database is in order.
    pub(crate) proxy_not_told: &'static [&'static str],
    /// What the host is told, for causes where the host must act.
    pub(crate) letter: fn(CauseId) -> Option<&'static LetterText>,
    /// The same where it is known what is wrong with the secure connection.
    pub(crate) tls_letter: fn(TlsFault) -> &'static LetterText,
    /// Steps that a situation adds.
    pub(crate) more: &'static MoreSteps,
    /// The setting of each language plugin, by its name in lower-case letters and digits.
    pub(crate) language_plugins: &'static [(&'static str, &'static str)],
    /// Where each plugin that redirects keeps its rules, by the same kind of name.
    pub(crate) redirect_plugins: &'static [(&'static str, &'static str)],
    /// Menus of WordPress, as steps write them, and their pages below `wp-admin/`.
    pub(crate) places: &'static [(&'static str, &'static str)],
    /// Who can mend it and how long it takes, as a sentence.
    pub(crate) effort: fn(Effort) -> &'static str,
    /// Labels over the things to paste: where they go.
    pub(crate) labels: &'static PasteLabels,
    /// What is said of the provider's servers.
    pub(crate) callers: &'static CallerTexts,
    /// What is said of one gateway alone, by its id.
    pub(crate) gateways: &'static [(&'static str, GatewayTexts)],
    /// The message to the host: `{urls}`, `{seen}`, `{answer}`, `{please}`, `{test}`.
    pub(crate) host_letter: &'static str,
    /// Within the message, where a call may be repeated: `{command}` and `{right}`.
    pub(crate) letter_test: &'static str,
    /// The answer to that call that is right.
    pub(crate) letter_right: fn(Right) -> &'static str,
    /// Within the message, when the status is known: `{status}`.
    pub(crate) letter_status: &'static str,
    /// Within the message, when the redirect's target is known: `{location}`.
    pub(crate) letter_location: &'static str,
}

/// What the host is told about one cause.
pub(crate) struct LetterText {
    /// What happens to the request, as a sentence.
    pub(crate) seen: &'static str,
    /// What the host is asked to do, as a sentence.
    pub(crate) please: &'static str,
}

/// Steps that a situation adds to those of the cause.
pub(crate) struct MoreSteps {
    /// Nobody knows who refuses: how to find out.
    pub(crate) find_blocker: &'static str,
    /// The paths to open, after the steps of a named product.
    pub(crate) open_paths: &'static str,
    /// The shop uses the block checkout: `{rest}` must be open as well.
    pub(crate) block_checkout: &'static str,
    /// Lines for Apache or nginx are below.
    pub(crate) server_lines: &'static str,
    /// The message below goes to the host.
    pub(crate) send_letter: &'static str,
    /// Apache must rewrite.
    pub(crate) rewrite_apache: &'static str,
    /// LiteSpeed must rewrite.
    pub(crate) rewrite_litespeed: &'static str,
    /// nginx must rewrite.
    pub(crate) rewrite_nginx: &'static str,
    /// Caddy must rewrite.
    pub(crate) rewrite_caddy: &'static str,
    /// lighttpd must rewrite.
    pub(crate) rewrite_lighttpd: &'static str,
    /// IIS must rewrite.
    pub(crate) rewrite_iis: &'static str,
    /// No answer names the server that must rewrite.
    pub(crate) rewrite_unknown: &'static str,
    /// After the permalinks were changed: what to do if the server does not follow.
    pub(crate) rewrite_if_needed: &'static str,
    /// A redirect from http to https.
    pub(crate) redirect_https: &'static str,
    /// A redirect that a cache gave, as its `{header}` says.
    pub(crate) redirect_cached: &'static str,
    /// A redirect to the same address, or back to http.
    pub(crate) redirect_itself: &'static str,
    /// A redirect to the name with www, or without it: `{target}`.
    pub(crate) redirect_twin: &'static str,
    /// A redirect to another host: `{target}`.
    pub(crate) redirect_host: &'static str,
    /// A redirect to a login on another host: `{target}`.
    pub(crate) redirect_portal: &'static str,
    /// A redirect to the shop's own login.
    pub(crate) redirect_login: &'static str,
    /// A redirect to a page that asks for age, country or consent.
    pub(crate) redirect_gate: &'static str,
    /// A redirect on the same host: a slash, upper case, a prefix.
    pub(crate) redirect_path: &'static str,
    /// A redirect to a page that is not the callback's.
    pub(crate) redirect_elsewhere: &'static str,
    /// The same, made within WordPress by something that gives no name.
    pub(crate) redirect_inside: &'static str,
    /// The same, made by the plugin `{name}`, whose menus are not known.
    pub(crate) redirect_plugin: &'static str,
    /// A server in front says that the one behind it does not answer.
    pub(crate) front_failed: &'static str,
    /// What to do when it answers again.
    pub(crate) front_after: &'static str,
    /// A refusal in JSON that wants a key or a login.
    pub(crate) wants_key: &'static str,
    /// The language plugin is unknown.
    pub(crate) language_unknown: &'static str,
    /// A small plugin gives the callback a rule without a language.
    pub(crate) language_rule: &'static str,
    /// A small plugin takes the language out of the address that the provider gets.
    pub(crate) language_filter: &'static str,
}

/// From where and by what name a provider calls: `{provider}`, and `{source}` and `{read}` where it is known.
pub(crate) struct CallerTexts {
    /// It names its addresses, which stand below.
    pub(crate) addresses: &'static str,
    /// Others name them.
    pub(crate) addresses_reported: &'static str,
    /// It keeps a list that changes at `{list}`.
    pub(crate) addresses_at: &'static str,
    /// They are what names resolve to, which stand below.
    pub(crate) names: &'static str,
    /// A server of the merchant's own calls.
    pub(crate) addresses_own: &'static str,
    /// They are not known.
    pub(crate) addresses_unknown: &'static str,
    /// It names its User-Agent, `{agent}`.
    pub(crate) agent: &'static str,
    /// Others name it.
    pub(crate) agent_reported: &'static str,
    /// It is not known.
    pub(crate) agent_unknown: &'static str,
}

/// What is said of one gateway alone.
pub(crate) struct GatewayTexts {
    /// Which version is needed, and what else.
    pub(crate) outdated: &'static [&'static str],
    /// Where the plugin notes calls that arrive.
    pub(crate) log: Option<&'static str>,
    /// The provider's User-Agent, where it is not as sure as it looks.
    pub(crate) agent: Option<&'static str>,
}

/// Labels over the things to paste.
pub(crate) struct PasteLabels {
    /// Apache's rewrite rules.
    pub(crate) htaccess_rules: &'static str,
    /// nginx's rewrite rule.
    pub(crate) nginx_rules: &'static str,
    /// Caddy's rewrite rule.
    pub(crate) caddy_rules: &'static str,
    /// lighttpd's rewrite rules.
    pub(crate) lighttpd_rules: &'static str,
    /// IIS's rewrite rule.
    pub(crate) iis_rules: &'static str,
    /// Apache's exception from passwords and refusals.
    pub(crate) htaccess_open: &'static str,
    /// Apache's exception from redirects.
    pub(crate) htaccess_no_redirect: &'static str,
    /// nginx's exception.
    pub(crate) nginx_open: &'static str,
    /// nginx's key for a limit of requests.
    pub(crate) nginx_limit: &'static str,
    /// nginx's exception from its cache.
    pub(crate) nginx_no_cache: &'static str,
    /// Cloudflare's expression.
    pub(crate) cloudflare: &'static str,
    /// The paths, one a line, for lists of exceptions.
    pub(crate) paths: &'static str,
    /// The address that the provider should have on file.
    pub(crate) address: &'static str,
    /// The provider's addresses, one a line: `{provider}`.
    pub(crate) addresses: &'static str,
    /// Lines for wp-config.php.
    pub(crate) wp_config: &'static str,
    /// A small plugin's file.
    pub(crate) mu_plugin: &'static str,
    /// A command of WP-CLI.
    pub(crate) wp_cli: &'static str,
    /// The command that calls as the provider does, on Linux and macOS.
    pub(crate) curl_posix: &'static str,
    /// The same on Windows.
    pub(crate) curl_windows: &'static str,
    /// The message to the host.
    pub(crate) letter: &'static str,
}
