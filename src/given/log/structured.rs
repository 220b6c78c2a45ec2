//! Logs whose lines are JSON: Caddy, nginx with a JSON format, Cloudflare's Logpush, `ModSecurity`'s audit log, Imunify360's
//! incidents, Sucuri's firewall, and what containers wrap around other logs.

use serde_json::{Map, Value};

use super::super::{Told, status, tree};
use super::error::is_imunify;
use super::put_together::Log;
use super::{About, Input, Line, access, call, cloudflare, rules, when};
use crate::given::Moment;
use crate::verdict::CauseId;

/// Bytes of a line that are read as JSON.
const LINE_BYTES: usize = 64 * 1024;

/// Lines that are looked at.
const LINES: usize = 400_000;

/// Levels of nesting that are searched for records.
const DEPTH: usize = 8;

/// What only logs have, in the first bytes of a text. One of a row suffices where all its words are there.
const MARKS: &[&[&str]] = &[
    &["clientrequest"],
    &["\"ray\"", "\"action\""],
    &["\"rayname\""],
    &["\"ray_id\"", "\"action\""],
    &["http.log.access"],
    &["\"remote_ip\"", "\"uri\""],
    &["\"remote_addr\"", "\"request"],
    &["\"request_uri\"", "\"status\""],
    &["\"log\":\"", "\"stream\""],
    &["\"__realtime_timestamp\""],
    &["\"transaction\"", "\"request\"", "\"messages\""],
    &["\"abuser\""],
    &["\"sucuri_"],
    &["\"textpayload\""],
];

/// Bytes of a text in which the marks are looked for.
const HEAD_BYTES: usize = 8 * 1024;

/// Reads JSON, whole or a line each. `None` where it is no log.
pub(super) fn of_json(text: &str) -> Option<Input> {
    let head = text
        .get(..text.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(text);
    let head = head.to_ascii_lowercase();
    let is_log = MARKS
        .iter()
        .any(|all| all.iter().all(|mark| head.contains(mark)));
    is_log.then_some(())?;
    let mut log = Log::default();
    if let Ok(value) = tree::parse(text) {
        walk(&value, DEPTH, &mut log);
    } else {
        for line in text.lines().take(LINES) {
            let line = line.trim().trim_end_matches(',');
            if line.len() <= LINE_BYTES
                && line.starts_with('{')
                && let Ok(value) = serde_json::from_str::<Value>(line)
            {
                walk(&value, DEPTH, &mut log);
            }
        }
    }
    log.input()
}

/// A line that ends in JSON, as Caddy's console format does, or consists of it behind a prefix.
pub(super) fn line(record: &str) -> Option<Line> {
    let at = record.find('{')?;
    let json = record.get(at..)?.trim_end();
    if json.len() > LINE_BYTES || !json.ends_with('}') || !json.starts_with("{\"") {
        return None;
    }
    let value: Value = serde_json::from_str(json).ok()?;
    let mut line = of_object(value.as_object()?)?;
    line.when = line
        .when
        .or_else(|| when::moment(record.get(..at).unwrap_or_default()));
    Some(line)
}

fn walk(value: &Value, depth: usize, log: &mut Log) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items {
                walk(item, depth - 1, log);
            }
        }
        Value::Object(object) => {
            if let Some(line) = of_object(object) {
                log.add(line);
            } else {
                for inner in object.values() {
                    walk(inner, depth - 1, log);
                }
            }
        }
        _ => {}
    }
}

fn of_object(object: &Map<String, Value>) -> Option<Line> {
    cloudflare::event(object)
        .or_else(|| audit(object))
        .or_else(|| incident(object))
        .or_else(|| sucuri(object))
        .or_else(|| wrapped(object))
        .or_else(|| request(object))
}

/// The text under one of these names, whatever their case and signs.
pub(super) fn text<'v>(object: &'v Map<String, Value>, names: &[&str]) -> Option<&'v str> {
    field(object, names)
        .and_then(Value::as_str)
        .filter(|text| !text.is_empty())
}

pub(super) fn field<'v>(object: &'v Map<String, Value>, names: &[&str]) -> Option<&'v Value> {
    names.iter().find_map(|wanted| {
        let mut fields = object.iter();
        fields
            .find(|(name, _)| is_named(name, wanted))
            .map(|(_, value)| value)
    })
}

/// Whether a field's name is this one without its signs and case.
fn is_named(name: &str, wanted: &str) -> bool {
    let mut plain = name
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|b| b.to_ascii_lowercase());
    let mut wanted = wanted.bytes();
    loop {
        match (plain.next(), wanted.next()) {
            (None, None) => return true,
            (a, b) if a == b => {}
            _ => return false,
        }
    }
}

pub(super) fn number(value: &Value) -> Option<u16> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
    .and_then(status)
}

/// A moment in one of the shapes in which JSON has it.
pub(super) fn moment(value: &Value) -> Option<Moment> {
    match value {
        Value::String(text) => when::moment(text).or_else(|| seconds(text.parse().ok()?)),
        Value::Number(number) => match number.as_u64() {
            Some(number) => seconds(number),
            None => when::of_epoch(whole(number.as_f64()?)),
        },
        _ => None,
    }
}

/// Seconds, thousandths, millionths or billionths of them since 1970.
fn seconds(number: u64) -> Option<Moment> {
    let divisor = match number {
        0..=99_999_999_999 => 1,
        100_000_000_000..=99_999_999_999_999 => 1_000,
        100_000_000_000_000..=99_999_999_999_999_999 => 1_000_000,
        _ => 1_000_000_000,
    };
    when::of_epoch(number / divisor)
}

/// The whole seconds of Caddy's `ts`.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a moment of this century"
)]
fn whole(seconds: f64) -> u64 {
    if (0.0..1e11).contains(&seconds) {
        seconds as u64
    } else {
        0
    }
}

const WHEN: &[&str] = &[
    "ts",
    "time",
    "timestamp",
    "datetime",
    "timelocal",
    "timeiso8601",
    "date",
    "msec",
    "edgestarttimestamp",
    "requestdate",
];

/// A request with its answer: Caddy's access log, nginx's in JSON.
fn request(object: &Map<String, Value>) -> Option<Line> {
    let inner = field(object, &["request", "req"]).and_then(Value::as_object);
    let of = |names: &[&str]| {
        inner
            .and_then(|inner| text(inner, names))
            .or_else(|| text(object, names))
    };
    let line = text(object, &["request", "requestline"]).and_then(split);
    let target = of(&["uri", "requesturi", "url", "path"]).or(line.map(|(_, target)| target))?;
    let method = of(&["method", "requestmethod"]).or(line.map(|(method, _)| method));
    let found = field(object, &["status", "statuscode", "responsestatus"]).and_then(number)?;
    let host = of(&["host", "httphost", "servername", "vhost", "requesthost"]);
    let caller = of(&["clientip", "remoteip", "remoteaddr", "ip"])?;
    let agent = of(&["httpuseragent", "useragent", "agent"])
        .map(str::to_owned)
        .or_else(|| {
            let headers = field(inner?, &["headers"])?.as_object()?;
            match field(headers, &["useragent"])? {
                Value::Array(values) => values.first()?.as_str().map(str::to_owned),
                value => value.as_str().map(str::to_owned),
            }
        });
    Some(Line {
        place: call::place(target, host, "https://"),
        method: method.map(str::to_owned),
        status: Some(found),
        agent: agent
            .as_deref()
            .map(access::cut)
            .filter(|agent| agent != "-" && !agent.is_empty()),
        when: field(object, WHEN).and_then(moment),
        caller: Some(caller.to_owned()),
        ..Line::default()
    })
}

/// `POST /wc-api/NAME/ HTTP/1.1`
fn split(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_ascii_whitespace();
    let method = words
        .next()
        .filter(|method| access::METHODS.contains(method))?;
    Some((method, words.next()?))
}

/// A line of another log, as a container's or a journal's JSON holds it.
fn wrapped(object: &Map<String, Value>) -> Option<Line> {
    let inner = text(object, &["log", "message", "textpayload", "line", "msg"])?;
    if inner.len() > LINE_BYTES {
        return None;
    }
    if inner.starts_with('{') {
        let value: Value = serde_json::from_str(inner.trim_end()).ok()?;
        return of_object(value.as_object()?);
    }
    super::line(inner).filter(|line| line.place.is_some() || line.about != About::Nothing)
}

/// A transaction of ModSecurity's audit log in JSON. Source: ModSecurity 2.9 and 3.0, `SecAuditLogFormat JSON`.
fn audit(object: &Map<String, Value>) -> Option<Line> {
    let transaction = object.get("transaction")?.as_object()?;
    let within = |name: &str| {
        transaction
            .get(name)
            .or_else(|| object.get(name))
            .and_then(Value::as_object)
    };
    let asked = within("request")?;
    let line = text(asked, &["requestline"]).and_then(split);
    let target = text(asked, &["uri"]).or(line.map(|(_, target)| target))?;
    let method = text(asked, &["method"]).or(line.map(|(method, _)| method));
    let headers = asked.get("headers").and_then(Value::as_object);
    let header = |name: &str| headers.and_then(|headers| text(headers, &[name]));
    let found = within("response")
        .and_then(|response| field(response, &["httpcode", "status"]))
        .and_then(number);
    let told = serde_json::to_string(
        transaction
            .get("messages")
            .or_else(|| object.get("audit_data"))?,
    )
    .ok()?;
    let plain = told.replace("\\\"", "\"");
    let stopped = found.is_some_and(|status| status >= 400)
        && (plain.contains("Access denied")
            || plain.contains("\"intercepted\":true")
            || found == Some(403)
            || found == Some(406))
        && !plain.contains("DETECTION_ONLY");
    let id = if is_imunify(&plain) {
        "imunify360-botprotection"
    } else {
        "modsecurity-named"
    };
    Some(Line {
        place: call::place(target, header("host"), "https://"),
        method: method.map(str::to_owned),
        status: found,
        agent: header("useragent").map(access::cut),
        told: stopped.then(|| Told::new(CauseId::Blocked, Some(id), "modsecurity")),
        when: field(transaction, &["timestamp", "time"]).and_then(moment),
        rules: rules::of(&plain),
        caller: text(transaction, &["clientip", "remoteaddress"]).map(str::to_owned),
        ..Line::default()
    })
}

/// An incident of Imunify360's agent: `imunify360-agent incidents list --json`.
fn incident(object: &Map<String, Value>) -> Option<Line> {
    let caller = text(object, &["abuser"])?;
    let said = text(object, &["description", "name"]).unwrap_or_default();
    let plugin = text(object, &["plugin"]).unwrap_or_default();
    let target = text(object, &["uri", "url"]);
    let target = target.or_else(|| {
        said.split_whitespace()
            .find(|word| word.starts_with('/') && word.contains("wc-api"))
    });
    let host = text(object, &["domain"]);
    let place = target.and_then(|target| call::place(target, host, "https://"));
    let web =
        plugin.contains("modsec") || is_imunify(said) || said.to_ascii_lowercase().contains("waf");
    let called = place.as_ref().is_some_and(|place| place.is_called);
    let told = Told::new(
        CauseId::Blocked,
        Some("imunify360-botprotection"),
        "imunify360",
    );
    let rule = field(object, &["rule", "ruleid"]).and_then(|rule| match rule {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    let is_id =
        |id: &String| (3..=10).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit());
    Some(Line {
        place,
        told: web.then(|| Told {
            said: (!called).then_some("log-caller"),
            ..told
        }),
        when: field(object, WHEN).and_then(moment),
        rules: rule.filter(is_id).into_iter().collect(),
        caller: Some(caller.to_owned()),
        about: if web { About::Caller } else { About::Nothing },
        ..Line::default()
    })
}

/// A request in the log of Sucuri's firewall. Source: Sucuri's documentation of its audit trails.
fn sucuri(object: &Map<String, Value>) -> Option<Line> {
    let blocked = field(object, &["sucuriisblocked"])?;
    let stopped = blocked.as_u64() == Some(1)
        || blocked.as_bool() == Some(true)
        || blocked.as_str() == Some("1");
    let target = text(object, &["resourcepath", "requesturi", "uri"])?;
    Some(Line {
        place: call::place(
            target,
            text(object, &["requesthost", "domain", "host"]),
            "https://",
        ),
        method: text(object, &["requestmethod", "method"]).map(str::to_owned),
        status: field(object, &["httpstatus", "status"]).and_then(number),
        agent: text(object, &["httpuseragent", "useragent"]).map(access::cut),
        told: stopped
            .then(|| Told::new(CauseId::Blocked, Some("sucuri-cloudproxy-block"), "sucuri")),
        when: field(object, WHEN).and_then(moment),
        caller: text(object, &["remoteaddr", "ip"]).map(str::to_owned),
        ..Line::default()
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    #[test]
    fn caddy() {
        let line = |status: &str, uri: &str| {
            format!(
                "{{\"level\":\"info\",\"ts\":1762917011.524,\"logger\":\"http.log.access.log0\",\"msg\":\"handled request\",\"request\":{{\"remote_ip\":\"203.0.113.9\",\"remote_port\":\"41342\",\"client_ip\":\"203.0.113.9\",\"proto\":\"HTTP/2.0\",\"method\":\"POST\",\"host\":\"shop.example.com\",\"uri\":\"{uri}\",\"headers\":{{\"User-Agent\":[\"APIs-Klarna\"],\"Cookie\":[\"secret=secret\"]}}}},\"bytes_read\":0,\"user_id\":\"\",\"duration\":0.0009,\"size\":109,\"status\":{status},\"resp_headers\":{{}}}}"
            )
        };
        let call = "/wc-api/KCO_WC_Push/?klarna_order_id=secret1";
        let others = [
            line("200", "/"),
            line("404", "/.env"),
            line("500", "/cart/"),
        ]
        .join("\n");
        all(&[
            (&line("403", call), "403 blocked"),
            (
                &[others.as_str(), &line("502", call)].join("\n"),
                "502 server-error",
            ),
            (&others, "- undetermined"),
            (
                &[
                    "2025/11/12 03:10:11.524\tINFO\thttp.log.access\thandled request\t",
                    &line("404", call),
                ]
                .concat(),
                "404 undetermined",
            ),
            (
                &["[", &line("403", call), ",", &line("200", "/"), "]"].concat(),
                "403 blocked",
            ),
        ]);
        shows(
            &line("403", call),
            &[
                "https://shop.example.com/wc-api/KCO_WC_Push/",
                "12 Nov 2025 03:10",
            ],
            &["secret"],
        );
    }

    #[test]
    fn logpush_and_what_containers_wrap() {
        let line = |uri: &str, status: &str, action: &str| {
            format!(
                "{{\"ClientIP\":\"203.0.113.9\",\"ClientRequestHost\":\"shop.example.com\",\"ClientRequestMethod\":\"POST\",\"ClientRequestURI\":\"{uri}\",\"ClientRequestUserAgent\":\"APIs-Klarna\",\"EdgeResponseStatus\":{status},\"EdgeStartTimestamp\":\"2025-11-12T03:10:11Z\",\"RayID\":\"8e1b2c3d4e5f6a7b\",\"SecurityAction\":\"{action}\",\"SecuritySources\":[\"firewallManaged\"],\"SecurityRuleID\":\"efb7b8c949ac4650a09736fc376e9aee\"}}"
            )
        };
        let call = "/wc-api/KCO_WC_Push/";
        all(&[
            (
                &[line("/", "200", ""), line(call, "403", "block")].join("\n"),
                "403 blocked cloudflare-waf-block",
            ),
            (
                &line(call, "403", "managed_challenge"),
                "403 challenge cloudflare-challenge",
            ),
            (
                &line(call, "522", ""),
                "522 unreachable cloudflare-5xx-origin",
            ),
            (&line("/wp-login.php", "403", "block"), "- undetermined"),
            (&line(call, "200", "skip"), "200 undetermined"),
            (
                "{\"log\":\"203.0.113.9 - - [12/Nov/2025:03:10:11 +0000] \\\"POST /wc-api/KCO_WC_Push/ HTTP/1.1\\\" 403 199 \\\"-\\\" \\\"APIs-Klarna\\\"\\n\",\"stream\":\"stdout\",\"time\":\"2025-11-12T03:10:11.5Z\"}",
                "403 blocked",
            ),
            (
                "{\"time_iso8601\":\"2025-11-12T03:10:11+00:00\",\"remote_addr\":\"203.0.113.9\",\"request_method\":\"POST\",\"request_uri\":\"/wc-api/KCO_WC_Push/\",\"status\":\"429\",\"http_user_agent\":\"APIs-Klarna\",\"host\":\"shop.example.com\"}",
                "429 rate-limited",
            ),
        ]);
        shows(
            &line(call, "403", "block"),
            &["8e1b2c3d4e5f6a7b", "efb7b8c949ac4650a09736fc376e9aee"],
            &["203.0.113.9"],
        );
    }
}
