//! Cloudflare's security events, as JSON of an export, of GraphQL or of Logpush, and as its dashboard's text.
//!
//! Source: Cloudflare's documentation of `firewallEventsAdaptive`, of Logpush's `firewall_events` and `http_requests`, and
//! of the dashboard's Security, Events.

use serde_json::{Map, Value};

use super::super::Told;
use super::put_together::Log;
use super::structured::{field, moment, number, text};
use super::{Line, access, call, when};
use crate::verdict::CauseId;

/// Services by their names in JSON and in the dashboard, and what their block is.
#[rustfmt::skip]
const SERVICES: &[(&str, CauseId, &str)] = &[
    ("bic", CauseId::Blocked, "cloudflare-1010"),
    ("browserintegritycheck", CauseId::Blocked, "cloudflare-1010"),
    ("country", CauseId::Blocked, "cloudflare-1009-country"),
    ("ratelimit", CauseId::RateLimited, "cloudflare-1015"),
    ("ratelimiting", CauseId::RateLimited, "cloudflare-1015"),
    ("ratelimitingrules", CauseId::RateLimited, "cloudflare-1015"),
    ("ip", CauseId::Blocked, "cloudflare-1006-ip-ban"),
    ("iprange", CauseId::Blocked, "cloudflare-1006-ip-ban"),
    ("asn", CauseId::Blocked, "cloudflare-1006-ip-ban"),
    ("ipaccessrules", CauseId::Blocked, "cloudflare-1006-ip-ban"),
];

/// What an action on a request means; `None` where it let the request pass.
fn told(action: &str, service: &str) -> Option<Told> {
    let (action, service) = (plain(action), plain(service));
    let passed = [
        "solved",
        "bypassed",
        "skip",
        "allow",
        "log",
        "bypass",
        "noninteractive",
    ];
    if passed.iter().any(|word| action.contains(word)) {
        return None;
    }
    if action.contains("challenge") || action == "verify" {
        let id = if service == "iuam" || service.contains("underattack") {
            "cloudflare-under-attack"
        } else {
            "cloudflare-challenge"
        };
        return Some(Told::new(CauseId::Challenge, Some(id), "action: challenge"));
    }
    let stops = [
        "block",
        "drop",
        "connectionclose",
        "forceconnectionclose",
        "blockiert",
        "bloquear",
        "bloquer",
        "bloqueado",
        "blocked",
    ];
    if !stops.contains(&action.as_str()) {
        return None;
    }
    let known = SERVICES.iter().find(|(name, ..)| *name == service);
    let (cause, id) = known.map_or(
        (CauseId::Blocked, "cloudflare-waf-block"),
        |(_, cause, id)| (*cause, *id),
    );
    Some(Told::new(cause, Some(id), "action: block"))
}

fn plain(word: &str) -> String {
    word.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Whether a word is an id as Cloudflare gives them.
fn is_id(word: &str) -> bool {
    (3..=40).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_hexdigit())
        && word.bytes().any(|b| b.is_ascii_digit())
}

/// An event, or a request of Logpush's, in JSON.
pub(super) fn event(object: &Map<String, Value>) -> Option<Line> {
    let is_event = object.keys().any(|name| {
        let name = plain(name);
        name.starts_with("clientrequest") || matches!(name.as_str(), "ray" | "rayname" | "rayid")
    });
    is_event.then_some(())?;
    let path = text(object, &["clientrequestpath", "clientrequesturi", "uri"]).unwrap_or_default();
    let query = text(object, &["clientrequestquery"]).unwrap_or_default();
    let target = if path.contains('?') || query.is_empty() {
        path.to_owned()
    } else {
        [path, "?", query.trim_start_matches('?')].concat()
    };
    let host = text(
        object,
        &["clientrequesthttphost", "clientrequesthost", "host"],
    );
    let action = text(object, &["action", "securityaction"]).unwrap_or_default();
    let sources = || {
        field(object, &["securitysources"])?
            .as_array()?
            .first()?
            .as_str()
    };
    let service = text(object, &["source", "securitysource"])
        .or_else(sources)
        .unwrap_or_default();
    let found = field(object, &["edgeresponsestatus"]).and_then(number);
    let rule = text(object, &["ruleid", "securityruleid"]).filter(|id| is_id(id));
    Some(Line {
        place: call::place(&target, host, "https://"),
        method: text(
            object,
            &[
                "clientrequesthttpmethodname",
                "clientrequestmethod",
                "method",
            ],
        )
        .map(str::to_owned),
        status: found,
        agent: text(object, &["useragent", "clientrequestuseragent", "ua"]).map(access::cut),
        told: told(action, service),
        when: field(
            object,
            &["datetime", "edgestarttimestamp", "occurredat", "timestamp"],
        )
        .and_then(moment),
        rules: rule.map(str::to_owned).into_iter().collect(),
        ray: text(object, &["ray", "rayname", "rayid"])
            .filter(|ray| is_id(ray))
            .map(str::to_owned),
        caller: text(object, &["clientip", "ip"]).map(str::to_owned),
        ..Line::default()
    })
}

/// Labels of an event that the dashboard shows, in its languages, and what they are.
#[rustfmt::skip]
const LABELS: &[(&str, Label)] = &[
    ("ray id", Label::Ray), ("ray-id", Label::Ray), ("id de ray", Label::Ray),
    ("method", Label::Method), ("methode", Label::Method), ("méthode", Label::Method), ("método", Label::Method), ("http method", Label::Method),
    ("host", Label::Host), ("hôte", Label::Host),
    ("path", Label::Path), ("pfad", Label::Path), ("chemin", Label::Path), ("ruta", Label::Path), ("caminho", Label::Path),
    ("query string", Label::Query), ("abfragezeichenfolge", Label::Query), ("cadena de consulta", Label::Query),
    ("user agent", Label::Agent), ("user-agent", Label::Agent),
    ("ip address", Label::Ip), ("ip-adresse", Label::Ip), ("adresse ip", Label::Ip), ("dirección ip", Label::Ip),
    ("service", Label::Service), ("dienst", Label::Service), ("servicio", Label::Service), ("serviço", Label::Service), ("source", Label::Service),
    ("rule id", Label::RuleId), ("rule", Label::Rule), ("regel", Label::Rule), ("regel-id", Label::RuleId),
    ("ruleset", Label::Ruleset), ("regelsatz", Label::Ruleset),
    ("action taken", Label::Action), ("action", Label::Action), ("ergriffene maßnahme", Label::Action), ("mesure prise", Label::Action),
    ("acción realizada", Label::Action), ("ação tomada", Label::Action), ("aktion", Label::Action),
    ("date", Label::Date), ("datum", Label::Date), ("fecha", Label::Date), ("data", Label::Date),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Ray,
    Method,
    Host,
    Path,
    Query,
    Agent,
    Ip,
    Service,
    Rule,
    RuleId,
    Ruleset,
    Action,
    Date,
}

/// Bytes of a text in which the labels are looked for.
const HEAD_BYTES: usize = 8 * 1024;

/// Lines of a copied event that are looked at.
const LINES: usize = 20_000;

/// A label at the start of a line, and the value behind it on the same line.
fn label(line: &str) -> Option<(Label, &str)> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let fits = |(name, _): &&(&str, Label)| {
        lower.strip_prefix(name).is_some_and(|rest| {
            let rest = rest.trim_start_matches(' ');
            rest.is_empty() || rest.starts_with([':', '\t'])
        })
    };
    // The longest name, of those that begin alike.
    let (name, label) = LABELS
        .iter()
        .filter(fits)
        .max_by_key(|(name, _)| name.len())?;
    let value = line
        .get(name.len()..)?
        .trim_start_matches([' ', ':', '\t'])
        .trim();
    Some((*label, value))
}

/// Whether a text is events copied from the dashboard.
pub(super) fn is_copied(text: &str) -> bool {
    let head = text
        .get(..text.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(text);
    let mut seen = Vec::new();
    for line in head.lines() {
        if let Some((label, _)) = label(line)
            && !seen.contains(&label)
        {
            seen.push(label);
        }
    }
    let has = |label: Label| seen.contains(&label);
    has(Label::Path) && has(Label::Service) && (has(Label::Ray) || has(Label::Action))
        || has(Label::Ray) && has(Label::Action) && has(Label::Path)
}

/// Reads events copied from the dashboard, with or without the list's own line above each.
pub(super) fn of_text(text: &str, log: &mut Log) {
    let mut event = Copied::default();
    let mut waiting: Option<Label> = None;
    let mut last: Option<Label> = None;
    for line in text.lines().take(LINES) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        if let Some((label, value)) = label(trimmed) {
            waiting = None;
            last = Some(label);
            if value.is_empty() {
                waiting = Some(label);
            } else if event.has(label) && matches!(label, Label::Ray | Label::Date) {
                log.add(std::mem::take(&mut event).line());
                event.set(label, value);
            } else {
                event.set(label, value);
            }
        } else if let Some(label) = waiting.take() {
            if event.has(label) && label == Label::Ray {
                log.add(std::mem::take(&mut event).line());
            }
            event.set(label, trimmed);
        } else if let Some(end) = trimmed
            .strip_prefix("...")
            .filter(|end| is_id(end) && last == Some(Label::Rule))
        {
            // The end of the rule's id stands below its name.
            event.set(Label::RuleId, end);
        } else if let Some(found) = when::moment(trimmed) {
            // A line of the list: date, action, country, address, service.
            if event.has(Label::Path) {
                log.add(std::mem::take(&mut event).line());
            }
            event.when = Some(found);
        }
    }
    log.add(event.line());
}

/// An event as its labels tell it.
#[derive(Default)]
struct Copied<'t> {
    values: Vec<(Label, &'t str)>,
    when: Option<crate::given::Moment>,
}

impl<'t> Copied<'t> {
    fn has(&self, label: Label) -> bool {
        self.get(label).is_some()
    }

    fn get(&self, label: Label) -> Option<&'t str> {
        self.values
            .iter()
            .find(|(known, _)| *known == label)
            .map(|(_, value)| *value)
    }

    fn set(&mut self, label: Label, value: &'t str) {
        if !self.has(label) && self.values.len() < 32 {
            self.values.push((label, value));
        }
    }

    fn line(self) -> Line {
        let path = self.get(Label::Path).unwrap_or_default();
        let query = self
            .get(Label::Query)
            .filter(|query| query.starts_with('?'))
            .unwrap_or_default();
        let target = [path.split_whitespace().next().unwrap_or_default(), query].concat();
        let service = self.get(Label::Service).unwrap_or_default();
        let action = self.get(Label::Action).unwrap_or_default();
        let named = |rule: &'t str| {
            rule.split_whitespace()
                .rev()
                .find(|word| is_id(word.trim_start_matches('.')))
        };
        let rule = self
            .get(Label::RuleId)
            .and_then(named)
            .or_else(|| self.get(Label::Rule).and_then(named));
        Line {
            place: call::place(&target, self.get(Label::Host), "https://"),
            method: self
                .get(Label::Method)
                .filter(|method| access::METHODS.contains(method))
                .map(str::to_owned),
            agent: self.get(Label::Agent).map(access::cut),
            told: told(action, service),
            when: self
                .when
                .or_else(|| self.get(Label::Date).and_then(when::moment)),
            rules: rule
                .map(|id| id.trim_start_matches('.').to_owned())
                .into_iter()
                .collect(),
            ray: self
                .get(Label::Ray)
                .filter(|ray| is_id(ray))
                .map(str::to_owned),
            caller: self.get(Label::Ip).map(str::to_owned),
            ..Line::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    #[test]
    fn events_in_json() {
        let event = |action: &str, source: &str, path: &str| {
            format!(
                "{{\"action\":\"{action}\",\"source\":\"{source}\",\"ruleId\":\"874a3e315c344b1281ad4f00046aab6f\",\"rayName\":\"71b0a0c0d0e0f001\",\"clientRequestHTTPMethodName\":\"POST\",\"clientRequestHTTPHost\":\"shop.example.com\",\"clientRequestPath\":\"{path}\",\"clientRequestQuery\":\"\",\"userAgent\":\"APIs-Klarna\",\"clientIP\":\"203.0.113.9\",\"datetime\":\"2025-11-12T03:10:11Z\"}}"
            )
        };
        let call = "/wc-api/KCO_WC_Push/";
        all(&[
            (&event("block", "bic", call), "- blocked cloudflare-1010"),
            (
                &event("block", "firewallManaged", call),
                "- blocked cloudflare-waf-block",
            ),
            (
                &event("block", "firewallCustom", call),
                "- blocked cloudflare-waf-block",
            ),
            (
                &event("block", "country", call),
                "- blocked cloudflare-1009-country",
            ),
            (
                &event("block", "ip", call),
                "- blocked cloudflare-1006-ip-ban",
            ),
            (
                &event("block", "ratelimit", call),
                "- rate-limited cloudflare-1015",
            ),
            (
                &event("managed_challenge", "botFight", call),
                "- challenge cloudflare-challenge",
            ),
            (
                &event("jschallenge", "securitylevel", call),
                "- challenge cloudflare-challenge",
            ),
            (
                &[
                    "{\"data\":{\"viewer\":{\"zones\":[{\"firewallEventsAdaptive\":[",
                    &event("block", "waf", "/xmlrpc.php"),
                    ",",
                    &event("managed_challenge", "botManagement", call),
                    "]}]}}}",
                ]
                .concat(),
                "- challenge cloudflare-challenge",
            ),
            // Passed, and others' pages.
            (
                &event("managed_challenge_interactive_solved", "botFight", call),
                "- undetermined",
            ),
            (&event("skip", "firewallCustom", call), "- undetermined"),
            (
                &[
                    "[",
                    &event("block", "firewallManaged", "/wp-login.php"),
                    ",",
                    &event("managed_challenge", "botFight", "/"),
                    "]",
                ]
                .concat(),
                "- undetermined",
            ),
        ]);
        shows(
            &event("block", "bic", call),
            &["71b0a0c0d0e0f001", "874a3e315c344b1281ad4f00046aab6f"],
            &["203.0.113.9"],
        );
    }

    #[test]
    fn events_as_the_dashboard_shows_them() {
        let lines = |action: &str, service: &str, path: &str| {
            format!(
                "Nov 12, 2025 3:10:11 AM\n{action}\nSweden\n203.0.113.9\n{service}\nMatched service\nService\n{service}\nRuleset\nCloudflare Managed Ruleset\n...6e9aee\nRule\nAnomaly:Header:User-Agent - Missing\n...1c2d3e\nAction taken\n{action}\nRequest details\nRay ID\n8e1b2c3d4e5f6a7b\nIP address\n203.0.113.9\nASN\nAS64500 EXAMPLE\nCountry\nSweden\nUser agent\nAPIs-Klarna\nHTTP Version\nHTTP/1.1\nMethod\nPOST\nHost\nshop.example.com\nPath\n{path}\nQuery string\nEmpty query string"
            )
        };
        let call = "/wc-api/KCO_WC_Push/";
        all(&[
            (
                &lines("Block", "Managed rules", call),
                "- blocked cloudflare-waf-block",
            ),
            (
                &lines("Managed Challenge", "Bot fight mode", call),
                "- challenge cloudflare-challenge",
            ),
            (
                &lines("Block", "Browser Integrity Check", call),
                "- blocked cloudflare-1010",
            ),
            (
                &lines("Block", "Rate limiting rules", call),
                "- rate-limited cloudflare-1015",
            ),
            (
                &lines("Block", "IP Access rules", call),
                "- blocked cloudflare-1006-ip-ban",
            ),
            (
                &lines("Block", "Managed rules", "/wp-login.php"),
                "- undetermined",
            ),
            (&lines("Skip", "Custom rules", call), "- undetermined"),
            (
                "Ray ID: 8e1b2c3d4e5f6a7b\nMethod: POST\nHost: shop.example.com\nPath: /wc-api/KCO_WC_Push/\nUser agent: APIs-Klarna\nService: Custom rules\nAction taken: Block",
                "- blocked cloudflare-waf-block",
            ),
            (
                "Datum: 12. November 2025, 03:10:11\nRay-ID: 8e1b2c3d4e5f6a7b\nMethode: POST\nHost: shop.example.com\nPfad: /wc-api/KCO_WC_Push/\nDienst: Bot fight mode\nErgriffene Maßnahme: Managed Challenge",
                "- challenge cloudflare-challenge",
            ),
        ]);
        shows(
            &lines("Block", "Managed rules", call),
            &["8e1b2c3d4e5f6a7b", "12 Nov 2025 03:10", "1c2d3e"],
            &["203.0.113.9"],
        );
    }
}
