//! Who will read an export, and what of a report they get to read.

use std::net::IpAddr;

use super::super::{EvidenceKind, Report};
use crate::redaction::{GONE, redacted};

/// Who will read an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The person who checked: everything that the report has.
    Me,
    /// Support, a host, a developer: no secret, but the shop's address.
    #[default]
    Ticket,
    /// Anybody: neither the shop's name nor what its pages say.
    Public,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 3] = [Self::Me, Self::Ticket, Self::Public];

    /// Its name in options.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::Ticket => "ticket",
            Self::Public => "public",
        }
    }
}

/// A report as an audience may read it; the only thing that an export writes.
#[derive(Clone, Debug)]
pub struct Shared(Report);

/// The shop's name before the public.
const SHOP: &str = "shop.example";

/// Another host's name before the public.
const OTHER: &str = "other.example";

/// What a page says in as few characters says nothing of whose it is, such as `-1`.
const PLAIN_EXCERPT: usize = 4;

impl Shared {
    /// What of a report this audience may read.
    pub fn of(report: &Report, audience: Audience) -> Self {
        let mut report = report.clone();
        if audience == Audience::Public {
            hide_pages(&mut report);
        }
        let hosts = match audience {
            Audience::Public => hosts(&report),
            Audience::Me | Audience::Ticket => Vec::new(),
        };
        if audience != Audience::Me {
            report.each_text(&mut |text| {
                let mut told = redacted(text);
                for (host, name) in &hosts {
                    told = without_host(&told, host, name);
                }
                if audience == Audience::Public {
                    told = without_peers(&told);
                }
                if told != *text {
                    *text = told;
                }
            });
        }
        Self(report)
    }

    /// The report.
    pub(super) const fn report(&self) -> &Report {
        &self.0
    }

    /// The report, for whoever writes it in a format of their own.
    pub fn into_report(self) -> Report {
        self.0
    }
}

/// Takes out what pages and servers say, and where they stand.
fn hide_pages(report: &mut Report) {
    let long = |text: &str| text.chars().count() > PLAIN_EXCERPT;
    if let Some(proof) = &mut report.proof {
        proof.said = proof.said.take().filter(|said| !long(said));
    }
    let of_causes = report
        .causes
        .iter_mut()
        .flat_map(|cause| &mut cause.evidence);
    let of_checks = report.findings.iter_mut().flat_map(|row| &mut row.evidence);
    for evidence in of_causes.chain(of_checks) {
        let tells = matches!(
            evidence.kind,
            EvidenceKind::Excerpt | EvidenceKind::Selector
        );
        if tells && long(&evidence.what) {
            GONE.clone_into(&mut evidence.what);
        }
    }
    for probe in &mut report.probes {
        probe.excerpt.clear();
        probe.headers.clear();
        probe.remote = None;
    }
}

/// The hosts of a report's addresses, longest first, each with the name that it gets.
fn hosts(report: &Report) -> Vec<(String, &'static str)> {
    let own = host_of(&report.shop);
    let bare = own.strip_prefix("www.").unwrap_or(&own).to_owned();
    let mut found: Vec<String> = Vec::new();
    let mut see = |text: &str| {
        for (at, _) in text.match_indices("://") {
            let host = host_of(text.get(at..).unwrap_or_default());
            if !host.is_empty() && !found.contains(&host) {
                found.push(host);
            }
        }
    };
    for probe in &report.probes {
        see(&probe.url);
        see(&probe.answer);
    }
    for endpoint in &report.endpoints {
        see(&endpoint.url);
        see(&endpoint.answer);
    }
    let of_causes = report.causes.iter().flat_map(|cause| &cause.evidence);
    let of_checks = report.findings.iter().flat_map(|row| &row.evidence);
    for evidence in of_causes.chain(of_checks) {
        see(&evidence.at);
        see(&evidence.what);
    }
    if let Some(proof) = &report.proof {
        see(&proof.request);
        see(&proof.answer);
    }
    let is_own = |host: &str| {
        let plain = host.split(':').next().unwrap_or_default();
        plain == bare
            || plain
                .strip_suffix(&bare)
                .is_some_and(|sub| sub.ends_with('.'))
    };
    let mut named: Vec<(String, &'static str)> = found
        .into_iter()
        .map(|host| {
            let name = if is_own(&host) { SHOP } else { OTHER };
            (host, name)
        })
        .collect();
    named.extend(
        [(own, SHOP), (bare, SHOP)]
            .into_iter()
            .filter(|(host, _)| !host.is_empty()),
    );
    named.sort_by_key(|(host, _)| std::cmp::Reverse(host.len()));
    named
}

/// The host of an address, in small letters, without its port; empty where there is none.
fn host_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let end = rest
        .find(|c: char| "/?#'\"<> )`\\".contains(c))
        .unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    host.to_ascii_lowercase()
}

/// The text with another name in the place of a host, wherever that stands by itself.
fn without_host(text: &str, host: &str, name: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let of_name = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in lower.match_indices(host) {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let behind = text.get(at + host.len()..).unwrap_or_default();
        let mut next = behind.chars();
        // A full stop ends a sentence; a letter behind it goes on with the name.
        let goes_on = next.next().is_some_and(|c| c == '-' || c.is_alphanumeric())
            || behind.starts_with('.') && behind.chars().nth(1).is_some_and(char::is_alphanumeric);
        // A name below it, such as `www` or `staging`, tells as much.
        let start = match before {
            Some('.') => text
                .get(..at)
                .map_or(at, |before| before.trim_end_matches(of_name).len()),
            _ => at,
        };
        let is_another = before.is_some_and(|c| c != '.' && of_name(c));
        let Some(kept) = text.get(from..start).filter(|_| !is_another && !goes_on) else {
            continue;
        };
        out.push_str(kept);
        out.push_str(name);
        from = at + host.len();
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// The text without IP addresses.
fn without_peers(text: &str) -> String {
    let of_address = |c: char| c.is_ascii_hexdigit() || c == '.' || c == ':';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(of_address) {
        let (before, run) = rest.split_at(start);
        let end = run.find(|c| !of_address(c)).unwrap_or(run.len());
        let (run, behind) = run.split_at(end);
        let plain = run.trim_end_matches(['.', ':']);
        out.push_str(before);
        if plain.len() > 2 && plain.parse::<IpAddr>().is_ok() {
            out.push_str(GONE);
            out.push_str(run.get(plain.len()..).unwrap_or_default());
        } else {
            out.push_str(run);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_replaced_where_they_stand_by_themselves() {
        let replaced = |text| without_host(text, "my.shop.se", SHOP);
        for (given, expected) in [
            ("https://my.shop.se/x", "https://shop.example/x"),
            ("At MY.SHOP.SE. And then", "At shop.example. And then"),
            (
                "not-my.shop.se my.shop.seven my.shop.se.org",
                "not-my.shop.se my.shop.seven my.shop.se.org",
            ),
            ("(my.shop.se)", "(shop.example)"),
            (
                "at www.my.shop.se, åstaging.my.shop.se",
                "at shop.example, shop.example",
            ),
        ] {
            assert_eq!(replaced(given), expected);
        }
    }

    #[test]
    fn peers_are_gone_and_times_stay() {
        for (given, expected) in [
            ("from 203.0.113.9.", "from …."),
            ("[2001:db8::1]:443", "[…]:443"),
            ("at 10:55, 2.20.9, face", "at 10:55, 2.20.9, face"),
        ] {
            assert_eq!(without_peers(given), expected);
        }
    }
}
