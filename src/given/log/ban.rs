//! Bans: CSF and its lfd, fail2ban, Imunify360's incidents. They know the caller, and seldom what it called.
//!
//! Source: the logs of CSF 14 (`lfd.log`), of fail2ban 1.0 (`fail2ban.log`) and of Imunify360's agent.

use super::super::Told;
use super::error::is_imunify;
use super::{About, Line, between, call, ip, rules, when};
use crate::verdict::CauseId;

/// What shuts a caller out that knocked at something else than the web server.
const OTHER_DOORS: &[&str] = &[
    "ssh",
    "smtp",
    "imap",
    "pop3",
    "ftp",
    "exim",
    "postfix",
    "dovecot",
    "sasl",
    "mysql",
    "named",
    "asterisk",
    "courier",
    "webmin",
    "cpanel",
    "whm",
    "directadmin",
    "port scan",
    "distributed",
    "roundcube",
    "mail",
    "dns",
    "vpn",
    "cpaneld",
];

/// A line about a caller that is shut out.
pub(super) fn line(record: &str) -> Option<Line> {
    let lower = record.to_ascii_lowercase();
    let ban = if lower.contains("fail2ban") || lower.contains("] ban ") && lower.contains("notice")
    {
        fail2ban(record, &lower)?
    } else if lower.contains("lfd[")
        || lower.contains("blocked in csf")
        || lower.contains("csf.deny")
        || lower.contains("denyin ")
        || lower.contains("lfd on ")
    {
        csf(&lower)
    } else if lower.contains("firewall: *") && lower.contains("src=") {
        packet(&lower)
    } else if is_imunify(record)
        && ip(record).is_some()
        && !lower.contains("modsecurity:")
        && !lower.contains("mod_security")
    {
        Ban::Web(Some("imunify360-botprotection"), "imunify360")
    } else {
        return None;
    };
    let caller = between(record, "SRC=", &[' '])
        .or_else(|| caller(record))
        .map(str::to_owned);
    let when = when::moment(record);
    let place = target(record).and_then(|target| call::place(target, None, "https://"));
    let Ban::Web(blocker, words) = ban else {
        return Some(Line {
            when,
            ..Line::default()
        });
    };
    let told = Told::new(CauseId::Blocked, blocker, words);
    let told = if place.as_ref().is_some_and(|place| place.is_called) {
        told
    } else {
        Told {
            said: Some("log-caller"),
            ..told
        }
    };
    Some(Line {
        place,
        told: Some(told),
        when,
        rules: rules::of(record),
        caller,
        about: About::Caller,
        ..Line::default()
    })
}

enum Ban {
    /// By this product, in these words.
    Web(Option<&'static str>, &'static str),
    /// Of something else, or none.
    Other,
}

fn is_other_door(text: &str) -> bool {
    OTHER_DOORS.iter().any(|door| text.contains(door))
}

/// `… fail2ban.actions [1023]: NOTICE  [nginx-limit-req] Ban 203.0.113.9`
fn fail2ban(record: &str, lower: &str) -> Option<Ban> {
    let bans = lower.contains("] ban ")
        || lower.contains("restore ban")
        || lower.contains("already banned")
        || lower.contains("increase ban");
    let jail = record.rsplit('[').find_map(|rest| {
        let name = rest.split(']').next()?;
        name.bytes()
            .any(|b| b.is_ascii_alphabetic())
            .then(|| name.to_ascii_lowercase())
    });
    let Some(jail) = jail.filter(|_| bans) else {
        return ["found ", "unban", "info", "warning", "rollover", "error"]
            .iter()
            .any(|word| lower.contains(word))
            .then_some(Ban::Other);
    };
    if is_other_door(&jail) {
        return Some(Ban::Other);
    }
    Some(Ban::Web(None, "fail2ban: ban"))
}

/// `… lfd[2211]: (mod_security) mod_security (id:949110) triggered by 203.0.113.9 … - *Blocked in csf* [LF_MODSEC]`
fn csf(lower: &str) -> Ban {
    let stops = lower.contains("*blocked in csf*")
        || lower.contains("csf.deny")
        || lower.contains("denyin ")
        || lower.contains("blocked in csf");
    let reason = lower.split_once("lfd[").map_or(lower, |(_, rest)| rest);
    let web = [
        "mod_security",
        "lf_modsec",
        "lf_apache",
        "ct_limit",
        "(ct)",
        "htpasswd",
        "wordpress",
        "wplogin",
        "xmlrpc",
        "country",
        "denyin",
        "web",
    ]
    .iter()
    .any(|word| reason.contains(word));
    if stops && (web || !is_other_door(reason)) {
        Ban::Web(Some("csf-blocked"), "blocked in csf")
    } else {
        Ban::Other
    }
}

/// A packet that the firewall dropped: `Firewall: *TCP_IN Blocked* IN=eth0 … SRC=203.0.113.9 … DPT=443`.
fn packet(lower: &str) -> Ban {
    let incoming = lower.contains("_in blocked");
    let web = ["dpt=443 ", "dpt=80 "]
        .iter()
        .any(|port| [lower, " "].concat().contains(port));
    if incoming && web {
        Ban::Web(Some("csf-blocked"), "TCP_IN blocked")
    } else {
        Ban::Other
    }
}

/// Who is shut out: behind the word for it, else the last address of the line, before which the server's own may stand.
fn caller(record: &str) -> Option<&str> {
    for mark in [
        "triggered by ",
        " Ban ",
        "] Ban ",
        "csf.deny: ",
        " from ",
        " IP ",
    ] {
        if let Some(found) = record.split_once(mark).and_then(|(_, rest)| ip(rest)) {
            return Some(found);
        }
    }
    ip(record)
}

/// The address that was called, where the line has it.
fn target(record: &str) -> Option<&str> {
    let mark = record
        .find("/wc-api/")
        .or_else(|| record.find("/wp-json/"))
        .or_else(|| record.find("/?wc-api="))?;
    record
        .get(mark..)?
        .split(|c: char| c.is_whitespace() || "\"',]".contains(c))
        .next()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    #[test]
    fn csf_and_lfd() {
        all(&[
            (
                "Nov 12 03:10:11 web1 lfd[2211]: (mod_security) mod_security (id:949110) triggered by 203.0.113.9 (SE/Sweden/-): 5 in the last 3600 secs - *Blocked in csf* for 3600 secs [LF_MODSEC]",
                "- blocked csf-blocked",
            ),
            (
                "Nov 12 03:10:11 web1 lfd[2211]: (CT) IP 203.0.113.9 (SE/Sweden/-) found to have 101 connections - *Blocked in csf* for 1800 secs [CT_LIMIT]",
                "- blocked csf-blocked",
            ),
            (
                "csf.deny: 203.0.113.9 # lfd: (mod_security) mod_security (id:949110) triggered by 203.0.113.9 (SE/Sweden/-): 5 in the last 3600 secs - Wed Nov 12 03:10:11 2025",
                "- blocked csf-blocked",
            ),
            (
                "Nov 12 03:10:11 web1 kernel: [1234.5] Firewall: *TCP_IN Blocked* IN=eth0 OUT= MAC=aa:bb SRC=203.0.113.9 DST=192.0.2.5 LEN=60 PROTO=TCP SPT=51234 DPT=443 WINDOW=64240",
                "- blocked csf-blocked",
            ),
            // Others' doors.
            (
                "Nov 12 03:10:11 web1 lfd[2211]: (sshd) Failed SSH login from 198.51.100.7 (CN/China/-): 5 in the last 3600 secs - *Blocked in csf* [LF_SSHD]",
                "- undetermined",
            ),
            (
                "Nov 12 03:10:11 web1 kernel: Firewall: *TCP_IN Blocked* IN=eth0 SRC=198.51.100.7 DST=192.0.2.5 PROTO=TCP SPT=51234 DPT=22 WINDOW=64240",
                "- undetermined",
            ),
        ]);
    }

    #[test]
    fn fail2ban() {
        let line = |said: &str| {
            format!("2025-11-12 03:10:11,123 fail2ban.actions        [1023]: NOTICE  {said}")
        };
        all(&[
            (&line("[nginx-limit-req] Ban 203.0.113.9"), "- blocked"),
            (
                &line("[wordpress-hard] Restore Ban 203.0.113.9"),
                "- blocked",
            ),
            (
                &line(
                    "[apache-modsecurity] Increase Ban 203.0.113.9 (2 # 1:00:00 -> 2025-11-12 04:10:11)",
                ),
                "- blocked",
            ),
            (&line("[recidive] 203.0.113.9 already banned"), "- blocked"),
            (
                &[
                    "Nov 12 03:10:11 web1 fail2ban.actions[1023]: NOTICE [",
                    "apache-badbots] Ban 203.0.113.9",
                ]
                .concat(),
                "- blocked",
            ),
            (&line("[sshd] Ban 198.51.100.7"), "- undetermined"),
            (
                &line("[nginx-limit-req] Unban 203.0.113.9"),
                "- undetermined",
            ),
            (
                "2025-11-12 03:10:11,123 fail2ban.filter [1023]: INFO [nginx-limit-req] Found 203.0.113.9 - 2025-11-12 03:10:11",
                "- undetermined",
            ),
        ]);
    }

    #[test]
    fn a_list_of_strangers_is_no_evidence_and_a_caller_is() {
        let bans: Vec<String> = (1..9)
            .map(|n| format!("2025-11-12 03:1{n}:11,123 fail2ban.actions [1023]: NOTICE [nginx-limit-req] Ban 198.51.100.{n}"))
            .collect();
        let bans = bans.join("\n");
        let call = "203.0.113.9 - - [12/Nov/2025:03:00:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 200 2 \"-\" \"APIs-Klarna\"";
        let own = "2025-11-12 03:20:11,123 fail2ban.actions [1023]: NOTICE [nginx-limit-req] Ban 203.0.113.9";
        all(&[
            (&bans, "- undetermined"),
            (&[&bans, "\n", call].concat(), "200 undetermined"),
            (&[&bans, "\n", call, "\n", own].concat(), "- blocked"),
        ]);
        shows(own, &["shut a caller out"], &["203.0.113.9"]);
    }

    #[test]
    fn imunify360() {
        all(&[
            (
                "[Wed Nov 12 03:10:11 2025] [:error] [pid 1] [client 203.0.113.9] ModSecurity: Access denied with code 403 (phase 2). [id \"77140787\"] [msg \"IM360 WAF: Bot detected||User-Agent:APIs-Klarna\"] [hostname \"shop.example.com\"] [uri \"/wc-api/KCO_WC_Push/\"]",
                "- blocked imunify360-botprotection",
            ),
            (
                "{\"items\":[{\"abuser\":\"203.0.113.9\",\"country\":\"SE\",\"description\":\"IM360 WAF: Block POST without agent\",\"domain\":\"shop.example.com\",\"plugin\":\"modsec\",\"rule\":\"77316757\",\"severity\":7,\"timestamp\":1762917011,\"times\":5,\"uri\":\"/wc-api/KCO_WC_Push/\"}]}",
                "- blocked imunify360-botprotection",
            ),
            (
                "2025-11-12 03:10:11  203.0.113.9  SE  5  IM360 WAF: Bot signature /wc-api/KCO_WC_Push/  7",
                "- blocked imunify360-botprotection",
            ),
            (
                "{\"items\":[{\"abuser\":\"203.0.113.9\",\"plugin\":\"modsec\",\"description\":\"IM360 WAF: Bot\",\"rule\":\"77316757\",\"timestamp\":1762917011,\"domain\":\"shop.example.com\"}]}",
                "- blocked imunify360-botprotection",
            ),
            (
                "{\"items\":[{\"abuser\":\"198.51.100.7\",\"plugin\":\"ossec\",\"description\":\"SSHD brute force\",\"rule\":\"5712\",\"timestamp\":1762917011}]}",
                "- undetermined",
            ),
        ]);
    }
}
