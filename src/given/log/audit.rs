//! `ModSecurity`'s audit log: transactions in parts, of which A has the time and the caller, B the request, F the answer's
//! head and H what the rules said. Source: the reference manuals of `ModSecurity` 2.9 and 3.0.

use super::super::{Told, status};
use super::error::is_imunify;
use super::put_together::Log;
use super::{Line, access, call, ip, rules, when};
use crate::given::Moment;
use crate::verdict::CauseId;

/// Lines that are looked at.
const LINES: usize = 2_000_000;

/// Bytes of a line.
const LINE_BYTES: usize = 8192;

/// Whether a text is such a log: a boundary, or the words of part H.
pub(super) fn is(text: &str) -> bool {
    text.lines().take(200).any(|line| boundary(line).is_some())
}

/// The part that a boundary begins: `--a1b2c3d4-H--`, `---a1B2c3D4---H--`.
fn boundary(line: &str) -> Option<u8> {
    let inner = line.trim_end().strip_prefix("--")?.strip_suffix("--")?;
    let (id, part) = inner.rsplit_once('-')?;
    let id = id.trim_matches('-');
    let fits = (6..=40).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric());
    match part.as_bytes() {
        [part @ b'A'..=b'Z'] if fits => Some(*part),
        _ => None,
    }
}

/// Reads its transactions.
pub(super) fn read(text: &str, log: &mut Log) {
    let mut open = Transaction::default();
    let mut part = 0;
    for line in text.lines().take(LINES) {
        let line = line
            .get(..line.floor_char_boundary(LINE_BYTES))
            .unwrap_or(line);
        if let Some(next) = boundary(line) {
            if next == b'A' || next == b'Z' {
                open.close(log);
                open = Transaction::default();
            }
            part = next;
        } else {
            open.take(part, line);
        }
    }
    open.close(log);
}

#[derive(Default)]
struct Transaction<'t> {
    when: Option<Moment>,
    caller: Option<&'t str>,
    request: Option<(&'t str, &'t str)>,
    host: Option<&'t str>,
    agent: Option<&'t str>,
    status: Option<u16>,
    rules: Vec<String>,
    stops: bool,
    only_detects: bool,
    imunify: bool,
}

impl<'t> Transaction<'t> {
    fn take(&mut self, part: u8, line: &'t str) {
        match part {
            b'A' if self.when.is_none() => {
                self.when = when::moment(line);
                self.caller = line.split_once(']').and_then(|(_, rest)| ip(rest));
            }
            b'B' => self.take_request(line),
            b'F' if self.status.is_none() => {
                let number = line
                    .strip_prefix("HTTP/")
                    .and_then(|rest| rest.split_ascii_whitespace().nth(1));
                self.status = number.and_then(|number| status(number.parse().ok()?));
            }
            b'H' | b'K' => self.take_rules(line),
            _ => {}
        }
    }

    fn take_request(&mut self, line: &'t str) {
        let header = |name: &str| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        };
        if self.request.is_none() {
            let mut words = line.split_ascii_whitespace();
            let method = words
                .next()
                .filter(|method| access::METHODS.contains(method));
            self.request = method.zip(words.next());
        } else if let Some(host) = header("host") {
            self.host = Some(host);
        } else if let Some(agent) = header("user-agent") {
            self.agent = Some(agent);
        }
    }

    fn take_rules(&mut self, line: &str) {
        if self.rules.len() < 100 {
            self.rules.extend(rules::of(line));
        }
        self.stops |= line.contains("Access denied") || line.starts_with("Action: Intercepted");
        self.only_detects |= line.starts_with("Engine-Mode:") && line.contains("DETECTION_ONLY");
        self.imunify |= is_imunify(line);
        if self.status.is_none()
            && let Some((_, rest)) = line.split_once("Access denied with code ")
        {
            self.status = rest
                .get(..3)
                .and_then(|number| status(number.parse().ok()?));
        }
    }

    fn close(&mut self, log: &mut Log) {
        if self.when.is_none() && self.request.is_none() && !self.stops {
            return;
        }
        let stopped = self.stops && !self.only_detects;
        let id = if self.imunify {
            "imunify360-botprotection"
        } else {
            "modsecurity-named"
        };
        log.add(Line {
            place: self
                .request
                .and_then(|(_, target)| call::place(target, self.host, "https://")),
            method: self.request.map(|(method, _)| method.to_owned()),
            status: self.status,
            agent: self.agent.map(access::cut),
            told: stopped
                .then(|| Told::new(CauseId::Blocked, Some(id), "modsecurity access denied")),
            when: self.when,
            rules: std::mem::take(&mut self.rules),
            caller: self.caller.map(str::to_owned),
            ..Line::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    fn transaction(id: &str, path: &str, rules: &str) -> String {
        format!(
            "--{id}-A--\n[12/Nov/2025:03:10:11 +0100] ZRxAbC 203.0.113.9 51234 192.0.2.5 443\n--{id}-B--\nPOST {path} HTTP/1.1\nHost: shop.example.com\nUser-Agent: APIs-Klarna\nCookie: secret=secret\n\n--{id}-C--\nemail=kund@example.se\n--{id}-F--\nHTTP/1.1 403 Forbidden\nContent-Type: text/html\n\n--{id}-H--\n{rules}\n--{id}-Z--\n\n"
        )
    }

    const DENIED: &str = "Message: Warning. Match of \"rx ^$\" against \"REQUEST_HEADERS:User-Agent\" required. [file \"/x/920.conf\"] [line \"1\"] [id \"920330\"] [msg \"Empty User Agent Header\"]\nMessage: Access denied with code 403 (phase 2). Operator GE matched 5 at TX:anomaly_score. [file \"/x/949.conf\"] [line \"94\"] [id \"949110\"] [msg \"Inbound Anomaly Score Exceeded\"]\nAction: Intercepted (phase 2)\nProducer: ModSecurity for Apache/2.9.7\nEngine-Mode: \"ENABLED\"";

    #[test]
    fn in_parts() {
        let call = transaction(
            "a1b2c3d4",
            "/wc-api/KCO_WC_Push/?klarna_order_id=secret1",
            DENIED,
        );
        let other = transaction("b1b2c3d4", "/xmlrpc.php", DENIED);
        let only = DENIED
            .replace("\"ENABLED\"", "\"DETECTION_ONLY\"")
            .replace("Action: Intercepted (phase 2)\n", "");
        all(&[
            (&call, "403 blocked modsecurity-named"),
            (
                &[other.as_str(), &call, &other].concat(),
                "403 blocked modsecurity-named",
            ),
            (&other, "- undetermined"),
            (
                &transaction("--a1B2c3D4--", "/wc-api/KCO_WC_Push/", DENIED),
                "403 blocked modsecurity-named",
            ),
            (
                &transaction("a1b2c3d4", "/wc-api/KCO_WC_Push/", &only)
                    .replace("403 Forbidden", "200 OK"),
                "200 undetermined",
            ),
            // The beginning is cut off.
            (call.get(60..).unwrap(), "403 blocked modsecurity-named"),
            (
                &transaction(
                    "a1b2c3d4",
                    "/wc-api/KCO_WC_Push/",
                    &DENIED.replace("Empty User Agent Header", "IM360 WAF: empty agent"),
                ),
                "403 blocked imunify360-botprotection",
            ),
        ]);
        shows(
            &call,
            &[
                "SecRuleRemoveById 920330",
                "https://shop.example.com/wc-api/KCO_WC_Push/",
                "12 Nov 2025 03:10",
            ],
            &["secret", "kund@", "203.0.113.9"],
        );
    }

    #[test]
    fn in_json() {
        all(&[
            (
                "{\"transaction\":{\"client_ip\":\"203.0.113.9\",\"time_stamp\":\"Wed Nov 12 03:10:11 2025\",\"request\":{\"method\":\"POST\",\"uri\":\"/wc-api/KCO_WC_Push/\",\"headers\":{\"Host\":\"shop.example.com\",\"User-Agent\":\"APIs-Klarna\"}},\"response\":{\"http_code\":403,\"headers\":{}},\"messages\":[{\"message\":\"Empty User Agent Header\",\"details\":{\"ruleId\":\"920330\"}}]}}",
                "403 blocked modsecurity-named",
            ),
            (
                "{\"transaction\":{\"time\":\"12/Nov/2025:03:10:11 +0100\",\"remote_address\":\"203.0.113.9\"},\"request\":{\"request_line\":\"POST /wc-api/KCO_WC_Push/ HTTP/1.1\",\"headers\":{\"Host\":\"shop.example.com\"}},\"response\":{\"status\":406},\"audit_data\":{\"messages\":[\"Access denied with code 406 (phase 2). [id \\\"920330\\\"]\"],\"action\":{\"intercepted\":true}}}",
                "406 blocked modsecurity-named",
            ),
        ]);
    }
}
