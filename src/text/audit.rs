//! What the audit of a whole site says.

use super::{Language, fill};
use crate::audit::{Class, Group, SiteCheckId, Source, Stopped};
use crate::verdict::Verdict;

/// The sentences of an audit.
#[derive(Debug)]
pub struct AuditTexts {
    /// What a class of hits means, for each in the order of [`Class::ALL`].
    pub classes: [&'static str; 6],
    /// The same in two or three words, as a heading.
    pub headings: [&'static str; 6],
    /// What mends a group, by its source.
    pub sources: SourceTexts,
    /// The checks that are made once per site: the question's name, and what to do where it fails; in the order of
    /// [`SiteCheckId::ALL`].
    pub checks: [(&'static str, &'static str); 8],
    /// Why an audit ended before its end.
    pub stopped: StoppedTexts,
    /// The verdict where everything is https.
    pub all_secure: &'static str,
    /// The verdict where something is not.
    pub some_http: &'static str,
    /// The verdict where nothing wrong was seen, and not everything was.
    pub not_all_seen: &'static str,
    /// `{read}` of `{count}` pages were read, `{failed}` failed.
    pub pages_read: &'static str,
    /// `{count}` places on `{read}` pages; `{count}` places on one; one place.
    pub places: [&'static str; 3],
    /// Before the name of a check that fails.
    pub not_so: &'static str,
    /// The page's heading.
    pub title: &'static str,
    /// What an audit is.
    pub lead: &'static str,
    /// What it does and does not do.
    pub promises: [&'static str; 2],
    /// What else holds in the extension.
    pub in_extension: [&'static str; 2],
    /// What else holds by the bookmark, where the browser keeps things for the checker.
    pub in_page_kept: [&'static str; 4],
    /// The same where it keeps nothing.
    pub in_page_lost: [&'static str; 4],
    /// What a page is not shown of its own site.
    pub page_sees_not: &'static str,
    /// The policy of the shop's page forbids its scripts to ask.
    pub page_forbids: &'static str,
    /// Before the choice of a number of pages.
    pub how_many: &'static str,
    /// A choice: at most `{count}` pages.
    pub at_most: &'static str,
    /// Buttons.
    pub start: &'static str,
    /// Goes on with what was left off.
    pub go_on: &'static str,
    /// Lets it rest.
    pub pause: &'static str,
    /// Ends it.
    pub end: &'static str,
    /// Begins it anew.
    pub again: &'static str,
    /// The browser said no to reading the site.
    pub refused: &'static str,
    /// `{count}` pages a second.
    pub pace: &'static str,
    /// About `{count}` seconds are left.
    pub left_seconds: &'static str,
    /// About `{count}` minutes are left.
    pub left_minutes: &'static str,
    /// `{count}` more groups.
    pub more: &'static str,
    /// The heading of what is asked once per site.
    pub once: &'static str,
    /// Leads back to the shop's report.
    pub to_report: &'static str,
    /// Answers to a check, for who does not see its sign.
    pub answers: [&'static str; 3],
}

/// What mends a group of hits. `{name}` is the plugin, theme, month or host, `{address}` the address or page, `{host}` the
/// shop's host.
#[derive(Debug)]
pub struct SourceTexts {
    /// WordPress has its own address stored with http.
    pub stored_address: &'static str,
    /// A plugin's files.
    pub plugin: &'static str,
    /// A theme's files.
    pub theme: &'static str,
    /// WordPress's own files.
    pub core: &'static str,
    /// Uploads.
    pub uploads: &'static str,
    /// Another host.
    pub host: &'static str,
    /// A menu.
    pub menu: &'static str,
    /// One address on several pages.
    pub address: &'static str,
    /// One page.
    pub page: &'static str,
    /// Redirects.
    pub redirect: &'static str,
    /// Pages that are not there: 404 and 410.
    pub gone: &'static str,
    /// Pages that are refused: other 4xx.
    pub refused: &'static str,
    /// Pages that fail: 5xx.
    pub broken: &'static str,
    /// No answer, or no secure connection.
    pub silent: &'static str,
    /// What is not kept apart.
    pub others: &'static str,
}

/// Why an audit ended.
#[derive(Debug)]
pub struct StoppedTexts {
    /// The person cancelled.
    pub cancelled: &'static str,
    /// The site asks for rest.
    pub rate_limited: &'static str,
    /// The site wants to see a human.
    pub challenged: &'static str,
    /// Everything failed.
    pub failing: &'static str,
}

/// The sentences of a language.
pub fn audit(language: Language) -> &'static AuditTexts {
    language.catalogue().audit
}

impl AuditTexts {
    /// What mends a group, in words; `host` is the shop's.
    pub fn remedy(&self, group: &Group, host: &str) -> String {
        let texts = &self.sources;
        let (text, name, address) = match &group.source {
            Source::StoredAddress => (texts.stored_address, "", ""),
            Source::Plugin(slug) => (texts.plugin, slug.as_str(), ""),
            Source::Theme(slug) => (texts.theme, slug.as_str(), ""),
            Source::Core => (texts.core, "", ""),
            Source::Uploads(month) => (texts.uploads, month.as_str(), ""),
            Source::Host(host) => (texts.host, host.as_str(), ""),
            Source::Menu => (texts.menu, "", group.resource.as_str()),
            Source::Address(address) => (texts.address, "", address.as_str()),
            Source::Page(page) => (texts.page, "", page.as_str()),
            Source::Redirect(host) => (texts.redirect, host.as_str(), group.resource.as_str()),
            Source::Status(404 | 410) => (texts.gone, "", group.resource.as_str()),
            Source::Status(0) => (texts.silent, "", group.resource.as_str()),
            Source::Status(500..) => (texts.broken, "", group.resource.as_str()),
            Source::Status(_) => (texts.refused, "", group.resource.as_str()),
            Source::Others => (texts.others, "", ""),
        };
        fill(
            text,
            &[("name", name), ("address", address), ("host", host)],
        )
    }

    /// How often something was found.
    pub fn places(&self, hits: u64, pages: u64) -> String {
        let [many, on_one, one] = self.places;
        let text = match (hits, pages) {
            (1, _) => one,
            (_, 1) => on_one,
            _ => many,
        };
        fill(
            text,
            &[("count", &hits.to_string()), ("read", &pages.to_string())],
        )
    }

    /// The verdict in a sentence.
    pub const fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => self.all_secure,
            Verdict::Fail => self.some_http,
            Verdict::Unsure | Verdict::NotApplicable => self.not_all_seen,
        }
    }

    /// The answer to a check in a word.
    pub const fn answer(&self, verdict: Verdict) -> &'static str {
        let [yes, no, unsure] = self.answers;
        match verdict {
            Verdict::Pass => yes,
            Verdict::Fail => no,
            Verdict::Unsure | Verdict::NotApplicable => unsure,
        }
    }

    /// What a class means.
    pub fn class(&self, class: Class) -> &'static str {
        let at = Class::ALL.iter().position(|one| *one == class);
        at.and_then(|at| self.classes.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// A class as a heading.
    pub fn heading(&self, class: Class) -> &'static str {
        let at = Class::ALL.iter().position(|one| *one == class);
        at.and_then(|at| self.headings.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// A check's name, and what to do where it fails.
    pub fn check(&self, id: SiteCheckId) -> (&'static str, &'static str) {
        let at = SiteCheckId::ALL.iter().position(|one| *one == id);
        at.and_then(|at| self.checks.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// Why an audit ended.
    pub fn stopped(&self, why: &Stopped) -> &'static str {
        match why {
            Stopped::RateLimited { .. } => self.stopped.rate_limited,
            Stopped::Challenged { .. } => self.stopped.challenged,
            Stopped::Failing => self.stopped.failing,
            Stopped::Cancelled => self.stopped.cancelled,
        }
    }
}
