//! IIS's log in the format of the W3C: fields by the names in its `#Fields:` line.
//!
//! Source: Microsoft's documentation of IIS's W3C logging; statuses with their second number, such as 404.8.

use super::super::{Told, status};
use super::put_together::Log;
use super::{Line, access, call, when};
use crate::verdict::CauseId;

/// The fields as IIS 8 and later writes them, where the line that names them was cut off.
const FIELDS: &str = "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken";

/// Lines that are looked at.
const LINES: usize = 400_000;

/// Whether a text is such a log.
pub(super) fn is(text: &str) -> bool {
    text.lines().take(20).any(|line| {
        line.starts_with("#Fields:") || line.starts_with("#Software: Microsoft") || is_bare(line)
    })
}

/// A line in the usual fields: date, time, the server's address, the method.
fn is_bare(line: &str) -> bool {
    let mut words = line.split_ascii_whitespace();
    let date = words
        .next()
        .is_some_and(|word| word.len() == 10 && word.matches('-').count() == 2);
    let time = words
        .next()
        .is_some_and(|word| word.len() == 8 && word.matches(':').count() == 2);
    let server = words
        .next()
        .is_some_and(|word| word.parse::<std::net::IpAddr>().is_ok());
    let method = words
        .next()
        .is_some_and(|word| access::METHODS.contains(&word));
    date && time && server && method && words.next().is_some_and(|word| word.starts_with('/'))
}

/// Reads its lines.
pub(super) fn read(text: &str, log: &mut Log) {
    let mut fields: Vec<&str> = FIELDS.split(' ').collect();
    for line in text.lines().take(LINES) {
        if let Some(names) = line.strip_prefix("#Fields:") {
            fields = names.split_ascii_whitespace().collect();
        } else if !line.starts_with('#')
            && let Some(line) = record(&fields, line)
        {
            log.add(line);
        }
    }
}

fn record(fields: &[&str], line: &str) -> Option<Line> {
    let values: Vec<&str> = line.split_ascii_whitespace().take(40).collect();
    let value = |name: &str| {
        let at = fields
            .iter()
            .position(|field| field.eq_ignore_ascii_case(name))?;
        values.get(at).copied().filter(|value| *value != "-")
    };
    let found = value("sc-status").and_then(|text| status(text.parse().ok()?))?;
    let path = value("cs-uri-stem").or_else(|| value("cs-uri"))?;
    let target = match value("cs-uri-query") {
        Some(query) => [path, "?", query].concat(),
        None => path.to_owned(),
    };
    let scheme = if value("s-port") == Some("80") {
        "http://"
    } else {
        "https://"
    };
    Some(Line {
        place: call::place(&target, value("cs-host"), scheme),
        method: value("cs-method").map(str::to_owned),
        status: Some(found),
        agent: value("cs(User-Agent)").map(|agent| access::cut(&agent.replace('+', " "))),
        told: told(found, value("sc-substatus").unwrap_or_default()),
        when: when::moment(line),
        caller: value("c-ip").map(str::to_owned),
        ..Line::default()
    })
}

/// What the second number of a status says. Source: Microsoft, "The HTTP status codes in IIS".
fn told(status: u16, sub: &str) -> Option<Told> {
    match (status, sub) {
        // Request filtering: a part of the address, the method, a header, a rule.
        (
            404,
            "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15" | "18" | "19"
            | "20",
        )
        | (403, "6" | "7" | "8" | "501" | "502" | "503") => Some(Told::new(
            CauseId::Blocked,
            Some("iis-403"),
            "request filtering",
        )),
        (405, _) => Some(Told::new(CauseId::PostRefused, None, "")),
        (404, "2" | "3" | "4") => Some(Told::new(CauseId::RewriteNotServed, None, "")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    const HEAD: &str = "#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Date: 2025-11-12 03:00:00\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\n";

    #[test]
    fn by_the_names_of_the_fields() {
        let line = |path: &str, query: &str, status: &str| {
            format!(
                "2025-11-12 03:10:11 192.0.2.5 POST {path} {query} 443 - 203.0.113.9 APIs-Klarna - {status} 0 15"
            )
        };
        let others = [line("/", "-", "200 0"), line("/wp-login.php", "-", "403 0")].join("\n");
        all(&[
            (
                &[HEAD, &line("/wc-api/KCO_WC_Push/", "-", "404 0")].concat(),
                "404 undetermined",
            ),
            (
                &[HEAD, &line("/wc-api/KCO_WC_Push/", "-", "404 8")].concat(),
                "404 blocked iis-403",
            ),
            (
                &[
                    HEAD,
                    &others,
                    "\n",
                    &line("/index.php", "wc-api=wc_stripe", "500 0"),
                ]
                .concat(),
                "500 server-error",
            ),
            (&[HEAD, &others].concat(), "- undetermined"),
            // The names are cut off.
            (
                &line("/wc-api/KCO_WC_Push/", "-", "405 0"),
                "405 post-refused",
            ),
            (
                "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2025-11-12 03:10:11 203.0.113.9 POST /wc-api/KCO_WC_Push/ 401",
                "401 login-wall",
            ),
        ]);
        shows(
            &[
                HEAD,
                &line("/wc-api/KCO_WC_Push/", "klarna_order_id=secret1", "404 0"),
            ]
            .concat(),
            &["/wc-api/KCO_WC_Push/", "12 Nov 2025 03:10"],
            &["secret1", "203.0.113.9"],
        );
    }
}
