//! Reports of a site about itself: WooCommerce's System Status and WordPress's Site Health. They show settings and no call:
//! only a setting that no callback survives is a cause.
//!
//! Source: `SystemStatusReport` of WooCommerce 10.9 and `WP_Debug_Data` and `WP_Site_Health` of WordPress 7.0.

use super::super::{Form, Given, Input, Told};
use crate::shop::{Harmless, Url};
use crate::verdict::CauseId;

/// Bytes of a report.
const REPORT_BYTES: usize = 512 * 1024;

/// Bytes in which it is known.
const HEAD_BYTES: usize = 16 * 1024;

/// Labels that stand in reports alone.
const LABELS: &[&str] = &[
    "wordpress address (url):",
    "site address (url):",
    "wc version:",
    "woocommerce version:",
    "wc database version:",
    "### wp-core",
    "### wp-plugins-active",
    "### wp-server",
    "### active plugins",
    "### wordpress environment",
    "### server environment",
    "home_url:",
    "site_url:",
    "permalink:",
    "https_status:",
];

/// Products whose being there is worth a word, as lists of plugins call them.
#[rustfmt::skip]
const PRODUCTS: &[(&str, &str)] = &[
    ("wordfence", "Wordfence"), ("all-in-one security", "All-In-One Security"), ("all in one wp security", "All-In-One Security"),
    ("all-in-one-wp-security", "All-In-One Security"), ("solid security", "Solid Security"), ("better-wp-security", "Solid Security"),
    ("sucuri", "Sucuri"), ("ninjafirewall", "NinjaFirewall"), ("shield security", "Shield Security"), ("wp cerber", "WP Cerber"),
    ("cleantalk", "CleanTalk"), ("malcare", "MalCare"), ("patchstack", "Patchstack"), ("secupress", "SecuPress"),
    ("bulletproof", "BulletProof Security"), ("defender", "Defender"), ("stop spammers", "Stop Spammers"), ("altcha", "ALTCHA"),
    ("really simple s", "Really Simple Security"), ("security optimizer", "Security Optimizer"), ("sg-security", "Security Optimizer"),
    ("disable rest api", "Disable REST API"), ("disable-json-api", "Disable REST API"), ("force login", "Force Login"),
    ("password protected", "Password Protected"), ("limit login attempts", "Limit Login Attempts"), ("wps hide login", "WPS Hide Login"),
    ("ip2location", "IP2Location"), ("polylang", "Polylang"), ("wpml", "WPML"), ("sitepress", "WPML"), ("translatepress", "TranslatePress"),
    ("weglot", "Weglot"), ("qtranslate", "qTranslate-XT"), ("wpglobus", "WPGlobus"), ("conveythis", "ConveyThis"), ("linguise", "Linguise"),
    ("gtranslate", "GTranslate"), ("seedprod", "SeedProd"), ("coming soon", "Coming Soon"), ("lightstart", "LightStart"),
    ("maintenance", "Maintenance"),
];

/// Starts of headings above plugins that do not run.
const INACTIVE: &[&str] = &[
    "inactive",
    "wp-plugins-inactive",
    "wp-themes-inactive",
    "inaktiv",
    "ikke-akti",
    "ikke akti",
    "inactief",
    "niet-actie",
    "inactiv",
    "inattiv",
    "nieaktyw",
    "desactiv",
    "désactiv",
    "ei käyt",
    "dropin",
    "must use",
    "theme",
    "tema",
    "thème",
    "templates",
    "wp-dropins",
];

/// Whether a text is such a report.
pub(super) fn is(text: &str) -> bool {
    let head = text
        .get(..text.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(text);
    let headings = head
        .lines()
        .filter(|line| heading(line).is_some())
        .take(3)
        .count();
    let lower = head.to_lowercase();
    let labels = LABELS.iter().filter(|label| lower.contains(*label)).count();
    lower.contains("complete a loopback request")
        || headings >= 2
        || labels >= 2
        || headings == 1 && labels >= 1
        || rest_status(&lower).is_some()
}

/// The text of a heading: `### WordPress Environment ###`.
fn heading(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches('`').trim();
    let inner = line.strip_prefix("###")?.strip_suffix("###")?.trim();
    (!inner.is_empty()).then_some(inner)
}

/// Reads a report.
pub(super) fn read(text: &str) -> Option<Input> {
    if text.len() > REPORT_BYTES || !is(text) {
        return None;
    }
    let facts = Facts::of(text);
    let told = facts.told();
    // Somebody who sends a report along may have said what happened.
    let before = text
        .find("###")
        .and_then(|at| text.get(..at))
        .unwrap_or_default();
    if told.cause == CauseId::Undetermined
        && let Some(said) = super::super::line::read(before)
    {
        return Some(said);
    }
    Some(Input {
        form: Form::Log,
        answers: vec![Given {
            url: facts
                .home
                .map(|url| Harmless::of(&url).address().to_string()),
            told: Some(told),
            ..Given::default()
        }],
    })
}

#[derive(Default)]
struct Facts {
    home: Option<Url>,
    permalink: Option<String>,
    rest: Option<CauseId>,
    is_outward_broken: bool,
    products: Vec<&'static str>,
}

impl Facts {
    fn of(text: &str) -> Self {
        let mut facts = Self {
            rest: rest_status(&text.to_lowercase()),
            ..Self::default()
        };
        let mut counts = true;
        for line in text.lines() {
            if let Some(heading) = heading(line) {
                let lower = heading.to_lowercase();
                counts = !INACTIVE.iter().any(|start| lower.starts_with(start));
            } else if counts {
                facts.take(line);
            }
        }
        facts.products.sort_unstable();
        facts.products.dedup();
        facts
    }

    fn take(&mut self, line: &str) {
        let lower = line.to_lowercase();
        if let Some((label, value)) = split(line) {
            let label = label.to_lowercase();
            let value = value.trim();
            if is_home(&label) {
                self.home = Url::parse(value).ok().or_else(|| self.home.take());
            } else if self.home.is_none() && is_address(&label) && value.starts_with("http") {
                self.home = Url::parse(value).ok();
            }
            if label == "permalink"
                || label.starts_with("permalink structure")
                || label.starts_with("permalänkstruktur")
                || label.starts_with("permalink-struktur")
                || label.starts_with("permalinkstruktur")
            {
                self.permalink = Some(value.to_owned());
            }
        }
        let outward = [
            "remote post:",
            "remote get:",
            "wp_remote_post",
            "wp_remote_get",
        ]
        .iter()
        .any(|word| lower.contains(word));
        let failed = line.contains(['❌', '✘', '✗']) || lower.contains("failed");
        self.is_outward_broken |= outward && failed;
        for (mark, name) in PRODUCTS {
            if lower.contains(mark) && self.products.len() < 50 && !self.products.contains(name) {
                self.products.push(name);
            }
        }
    }

    fn told(&self) -> Told {
        let say = |cause, said| Told {
            said: Some(said),
            ..Told::new(cause, None, "")
        };
        if let Some(home) = &self.home
            && super::super::is_local(home)
        {
            return say(CauseId::NotPublic, "report-private");
        }
        match self.permalink.as_deref() {
            Some(permalink) if is_plain(permalink) => {
                return say(CauseId::PlainPermalinks, "report-plain");
            }
            Some(permalink) if permalink.starts_with("/index.php/") => {
                return say(CauseId::PathinfoPermalinks, "report-pathinfo");
            }
            _ => {}
        }
        if self
            .home
            .as_ref()
            .is_some_and(|home| home.scheme().as_str() == "http")
        {
            return say(CauseId::HttpHomeUrl, "report-http");
        }
        if let Some(cause) = self.rest {
            return say(cause, "report-rest");
        }
        if self.is_outward_broken {
            return say(CauseId::OutboundFailed, "report-outward");
        }
        Told {
            words: self.products.join(", "),
            ..Told::open("report")
        }
    }
}

/// A label and its value, by a colon or a tab.
fn split(line: &str) -> Option<(&str, &str)> {
    let (label, value) = match line.split_once('\t') {
        Some(pair) => pair,
        None => line.split_once(':')?,
    };
    let label = label.trim().trim_end_matches(':');
    (!label.is_empty() && label.len() <= 60).then_some((label, value))
}

/// Whether a label is that of the address under which the shop is visited.
fn is_home(label: &str) -> bool {
    matches!(
        label,
        "site address (url)"
            | "home url"
            | "home_url"
            | "wp_home"
            | "webbplatsadress (url)"
            | "website-adresse (url)"
            | "siteadres (url)"
            | "adresse web du site (url)"
            | "dirección del sitio (url)"
    )
}

fn is_address(label: &str) -> bool {
    label.contains("(url)") || matches!(label, "site_url" | "site url" | "siteurl")
}

/// Whether no structure is set, also in words.
fn is_plain(permalink: &str) -> bool {
    let lower = permalink.to_lowercase();
    permalink.is_empty()
        || matches!(
            lower.as_str(),
            "plain" | "undefined" | "enkel" | "einfach" | "simple"
        )
        || lower.contains("no permalink structure")
        || lower.contains("ingen permal")
}

/// What Site Health says of REST: closed, or in error.
fn rest_status(lower: &str) -> Option<CauseId> {
    let fails = lower.contains("the rest api encountered an error")
        || lower.contains("the rest api encountered an unexpected result")
        || lower.contains("rest api response: (4")
        || lower.contains("rest api response: (5");
    fails.then_some(())?;
    let refused = [
        "(401)",
        "(403)",
        "rest_cannot_access",
        "rest_forbidden",
        "rest_login",
        "rest_not_logged_in",
        "rest_disabled",
    ]
    .iter()
    .any(|mark| lower.contains(mark));
    refused.then_some(CauseId::RestLocked)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    const STATUS: &str = "`\n### WordPress Environment ###\n\nWordPress address (URL): https://shop.example.com\nSite address (URL): https://shop.example.com\nWC Version: 10.9.1\nREST API Version: ✔ 10.9.1\nWP Version: 7.0.4\nWP Cron: ✔\nLanguage: sv_SE\n\n### Server Environment ###\n\nServer Info: Apache\nPHP Version: 8.2.1\nRemote Post: ✔\nRemote Get: ✔\n\n### Active Plugins (3) ###\n\nWooCommerce: by Automattic – 10.9.1\nWordfence Security: by Wordfence – 8.0.5\nPolylang: by WP SYNTEX – 3.8.5\n\n### Inactive Plugins (1) ###\n\nSucuri Security: by Sucuri – 2.0\n\n### Settings ###\n\nCurrency: SEK (kr)\n`";

    const HEALTH: &str = "`\n### wp-core ###\n\nversion: 7.0.4\nsite_language: sv_SE\npermalink: /%postname%/\nhttps_status: true\nmultisite: false\n\n### wp-plugins-active (2) ###\n\nWordfence Security: version: 8.0.5, author: Wordfence\nWooCommerce: version: 10.9.1, author: Automattic\n\n### wp-constants ###\n\nWP_HOME: https://shop.example.com\nWP_SITEURL: https://shop.example.com\n`";

    #[test]
    fn only_a_setting_that_no_callback_survives_is_a_cause() {
        all(&[
            (STATUS, "- undetermined"),
            (
                &STATUS.replace("https://shop.example.com", "http://localhost:8080"),
                "- not-public",
            ),
            (&STATUS.replace("https://", "http://"), "- http-home-url"),
            (
                &STATUS.replace(
                    "Remote Post: ✔",
                    "Remote Post: ❌ wp_remote_post() failed. Contact your hosting provider.",
                ),
                "- outbound-failed",
            ),
            (HEALTH, "- undetermined"),
            (
                &HEALTH.replace("permalink: /%postname%/", "permalink: "),
                "- plain-permalinks",
            ),
            (
                &HEALTH.replace(
                    "permalink: /%postname%/",
                    "permalink: No permalink structure set",
                ),
                "- plain-permalinks",
            ),
            (
                &HEALTH.replace(
                    "permalink: /%postname%/",
                    "permalink: /index.php/%postname%/",
                ),
                "- pathinfo-permalinks",
            ),
            (
                &STATUS
                    .replace("### WordPress Environment ###\n\n", "")
                    .replace("`\n", ""),
                "- undetermined",
            ),
            (
                "The REST API encountered an unexpected result\nREST API Endpoint: https://shop.example.com/wp-json/wp/v2/types/post?context=edit\nREST API Response: (401) Unauthorized",
                "- rest-locked",
            ),
        ]);
    }

    #[test]
    fn what_is_said_above_a_report_counts() {
        let text = [
            "Our provider says: callback failed with status 403.\n\n",
            STATUS,
        ]
        .concat();
        all(&[(&text, "403 blocked")]);
    }

    #[test]
    fn what_may_stand_in_the_way_is_named() {
        shows(
            STATUS,
            &["Polylang, Wordfence", "https://shop.example.com"],
            &["Sucuri", "POST https"],
        );
        shows(HEALTH, &["it lists: Wordfence"], &[]);
    }

    #[test]
    fn a_question_with_a_version_is_no_report() {
        for text in [
            "WC version: 10.9.1, callback gets 403",
            "Permalink: what should it be?",
        ] {
            assert!(!super::is(text), "{text}");
        }
    }
}
