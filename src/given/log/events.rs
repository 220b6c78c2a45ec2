//! Lists of events of security plugins and services in WordPress: Wordfence, All-In-One Security, Solid Security, Sucuri
//! and others, copied or exported, a record a line.

use super::super::Told;
use super::{Line, call, ip, when};
use crate::verdict::CauseId;

/// How a product names itself, and its id in the catalogue.
#[rustfmt::skip]
const PRODUCTS: &[(&str, &str)] = &[
    ("wordfence", "wordfence-waf-403"),
    ("blocked by firewall for", "wordfence-waf-403"), ("exceeded the maximum", "wordfence-rate-limit-503"),
    ("all in one security", "aios-firewall-403"), ("all-in-one security", "aios-firewall-403"), ("all in one wp security", "aios-firewall-403"),
    ("aios", "aios-firewall-403"), ("aiowps", "aios-firewall-403"),
    ("solid security", "solid-security-lockout"), ("ithemes security", "solid-security-lockout"), ("itsec", "solid-security-lockout"),
    ("sucuri", "sucuri-cloudproxy-block"),
    ("ninjafirewall", "ninjafirewall"), ("shield security", "shield-block"), ("wp cerber", "wp-cerber"), ("patchstack", "patchstack-403"),
    ("malcare", "malcare-403"), ("secupress", "secupress-block"), ("defender", "defender-403"), ("cleantalk", "cleantalk-security-403"),
    ("jetpack firewall", "jetpack-waf-403"), ("imunify360", "imunify360-botprotection"), ("bitninja", "bitninja"), ("cpguard", "cpguard"),
    ("modsecurity", "modsecurity-named"), ("bbq firewall", "bbq-403"),
];

/// What of Wordfence it was, by its words. Source: `lib/wfLog.php` and `lib/wordfenceClass.php` of Wordfence 8.0.
#[rustfmt::skip]
const WORDFENCE: &[(&str, &str, CauseId)] = &[
    ("wordfence security network", "wordfence-blocklist-403", CauseId::Blocked),
    ("real-time ip blocklist", "wordfence-blocklist-403", CauseId::Blocked),
    ("exceeded the maximum", "wordfence-rate-limit-503", CauseId::RateLimited),
    ("was throttled", "wordfence-rate-limit-503", CauseId::RateLimited),
    ("country", "wordfence-country-503", CauseId::Blocked),
    ("post received with blank user-agent", "wordfence-badpost-503", CauseId::Blocked),
    ("manual block", "wordfence-block-503", CauseId::Blocked),
    ("blocked by wordfence: ip", "wordfence-block-503", CauseId::Blocked),
];

/// Words for a call that was stopped.
#[rustfmt::skip]
const STOPPED: &[&str] = &[
    "blocked", "block", "denied", "banned", "ban", "lockout", "locked", "throttled", "dropped", 
    "blockerad", "blockerades", "blokkert", "blokeret", "estetty", "blockiert", "gesperrt", "geblokkeerd", "bloqué",
    "bloquée", "bloqueado", "bloqueada", "zablokowano", "zablokowane", "zablokowany", "bloccato", "bloccata",
];

/// Words with which a sentence is about something else than a stopped call.
const NOT: &[&str] = &[
    "not",
    "isn",
    "wasn",
    "never",
    "allowed",
    "allowlisted",
    "whitelisted",
    "unblocked",
    "whether",
    "inte",
    "nicht",
    "ikke",
    "niet",
    "pas",
    "nie",
    "não",
];

/// The product that a text names in its first lines.
pub(super) fn product(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    PRODUCTS
        .iter()
        .find(|(mark, _)| lower.contains(mark))
        .map(|(_, id)| *id)
}

/// An event about a call; `None` where a record has neither an address nor who called when.
pub(super) fn line(record: &str) -> Option<Line> {
    event(record, None)
}

/// An event, of a product that the text around it may name.
fn event(record: &str, by: Option<&'static str>) -> Option<Line> {
    let target = target(record)?;
    let caller = ip(record);
    let when = when::moment(record);
    let lower = record.to_lowercase();
    let named = product(&lower).or(by);
    // A portal's row has an address and a moment too.
    if caller.is_none() && named.is_none() {
        return None;
    }
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    let open = Line {
        place: call::place(target, None, "https://"),
        method: words()
            .any(|word| word == "post")
            .then(|| "POST".to_owned()),
        when,
        caller: caller.map(str::to_owned),
        ..Line::default()
    };
    if words().any(|word| NOT.contains(&word)) {
        return Some(open).filter(|_| when.is_some() && (caller.is_some() || named.is_some()));
    }
    let stopped = words().any(|word| STOPPED.contains(&word));
    let missing = !stopped && words().any(|word| word == "404");
    if !stopped && !missing {
        return None;
    }
    let wordfence = WORDFENCE.iter().find(|(mark, ..)| {
        named.is_some_and(|id| id.starts_with("wordfence")) && lower.contains(mark)
    });
    let told = match wordfence {
        Some((words, id, cause)) => Told::new(*cause, Some(id), words),
        None => Told::new(CauseId::Blocked, named, ""),
    };
    Some(Line {
        status: missing.then_some(404),
        told: stopped.then_some(told),
        ..open
    })
}

/// Events that are copied with a line for each of their parts, a blank line between two, where the text names a product.
pub(super) fn copied(text: &str) -> Vec<Line> {
    if text.len() > COPIED_BYTES {
        return Vec::new();
    }
    let Some(product) = product(text) else {
        return Vec::new();
    };
    let text = text.replace('\r', "");
    let parts = text.split("\n\n").map(|part| part.replace('\n', " "));
    parts
        .filter_map(|part| event(&part, Some(product)))
        .filter(|line| line.when.is_some() || line.caller.is_some())
        .collect()
}

/// Bytes of a text that somebody copied from a page.
const COPIED_BYTES: usize = 64 * 1024;

/// The address in a record: with a scheme, or a path that may be called.
fn target(record: &str) -> Option<&str> {
    let ends = |c: char| c.is_whitespace() || "\"'<>,;()|".contains(c);
    let mut words = record.split(ends);
    words.find(|word| {
        (word.starts_with("http") || word.starts_with('/'))
            && call::place(word, None, "https://").is_some_and(|place| place.is_called)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    #[test]
    fn wordfence() {
        all(&[
            (
                "Frankfurt am Main, Germany was blocked by firewall for Malicious File Upload in POST body at https://shop.example.com/wc-api/KCO_WC_Push/\n11/12/2025 3:10:11 AM (2 hours ago)\nIP: 203.0.113.9 Hostname: x.example.net\nHuman/Bot: Bot",
                "- blocked wordfence-waf-403",
            ),
            (
                "Sweden Stockholm, Sweden was blocked by the Wordfence Security Network at https://shop.example.com/wc-api/KCO_WC_Push/ 11/12/2025 3:10:11 AM IP: 203.0.113.9",
                "- blocked wordfence-blocklist-403",
            ),
            (
                "Wordfence Live Traffic\nDublin, Ireland was blocked: Exceeded the maximum number of requests per minute for crawlers at https://shop.example.com/?wc-api=wc_stripe IP: 203.0.113.9",
                "- rate-limited wordfence-rate-limit-503",
            ),
            (
                "Time,IP,Location,Action,Reason,URL\n2025-11-12 03:10:11,203.0.113.9,Sweden,blocked,Wordfence: access from your country blocked,https://shop.example.com/wc-api/KCO_WC_Push/",
                "- blocked wordfence-country-503",
            ),
            // Others' pages; one that was let in.
            (
                "Beijing, China was blocked by firewall for SQL Injection in query string: id=1 at https://shop.example.com/?id=1 11/12/2025 3:10:11 AM IP: 198.51.100.7",
                "- blocked wordfence-waf-403",
            ),
            (
                "2025-11-12 03:10:11 Wordfence 203.0.113.9 allowlisted, would be blocked https://shop.example.com/wc-api/KCO_WC_Push/",
                "- undetermined",
            ),
        ]);
    }

    #[test]
    fn a_portals_rows_are_no_events() {
        all(&[
            (
                "2025-11-12 14:03:00 POST https://shop.example.com/wc-api/KCO_WC_Push/ Connection refused",
                "- unreachable",
            ),
            (
                "2025-11-12 14:03:00 POST https://shop.example.com/wc-api/KCO_WC_Push/ 403 Forbidden",
                "403 blocked",
            ),
        ]);
    }

    #[test]
    fn other_plugins() {
        all(&[
            (
                "All-In-One Security - Audit log\nDate and time,Level,IP,Event,Details\n2025-11-12 03:10:11,warning,203.0.113.9,firewall,Blocked POST request to /wc-api/KCO_WC_Push/",
                "- blocked aios-firewall-403",
            ),
            (
                "AIOS 404 event log\n404\t203.0.113.9\t/wc-api/KCO_WC_Push/\tNovember 12, 2025 3:10 am",
                "404 undetermined",
            ),
            (
                "Solid Security Logs\nFirewall\tAction\tBLOCK request to /wc-api/KCO_WC_Push/\t2025-11-12 03:10:11\t203.0.113.9\tSolid Security",
                "- blocked solid-security-lockout",
            ),
            (
                "Sucuri Firewall audit trail\n12 Nov 2025 03:10:11 203.0.113.9 POST /wc-api/KCO_WC_Push/ Access denied: Bad bot access attempt",
                "- blocked sucuri-cloudproxy-block",
            ),
            (
                "{\"sucuri_is_blocked\":1,\"sucuri_block_code\":\"BOT01\",\"remote_addr\":\"203.0.113.9\",\"request_date\":\"12/Nov/2025\",\"request_time\":\"03:10:11\",\"request_method\":\"POST\",\"resource_path\":\"/wc-api/KCO_WC_Push/\",\"http_status\":403,\"http_user_agent\":\"APIs-Klarna\"}",
                "403 blocked sucuri-cloudproxy-block",
            ),
            (
                "12/Nov/25 03:10:11  #1234567  CRITICAL  -  203.0.113.9  POST /wc-api/KCO_WC_Push/ - NinjaFirewall: blocked empty User-Agent",
                "- blocked ninjafirewall",
            ),
        ]);
        shows(
            "2025-11-12 03:10:11 Shield Security 203.0.113.9 blocked POST /wc-api/KCO_WC_Push/?klarna_order_id=secret1 user kund@example.se",
            &["/wc-api/KCO_WC_Push/", "Shield"],
            &["secret1", "kund@"],
        );
    }
}
