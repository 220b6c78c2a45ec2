//! Access logs that quote the request: Apache's common and combined, with or without the host's name, nginx, `LiteSpeed`,
//! AWS's load balancer. Source: Apache 2.4 `mod_log_config`, nginx `ngx_http_log_module`, AWS's access log entries.

use super::super::{Told, status};
use super::{Line, call, ip, when};
use crate::verdict::CauseId;

/// Methods that stand in logs.
pub(super) const METHODS: &[&str] = &["GET", "POST", "PUT", "HEAD", "OPTIONS", "PATCH", "DELETE"];

/// A request in a line: what stands before it, its method and target, what follows.
pub(super) struct Request<'l> {
    pub(super) before: &'l str,
    pub(super) method: &'l str,
    pub(super) target: &'l str,
    pub(super) after: &'l str,
}

/// `… "POST /wc-api/NAME/ HTTP/1.1" 404 7864 "-" "agent"`
pub(super) fn line(record: &str) -> Option<Line> {
    let asked = request(record)?;
    let balancer = balancer(asked.before);
    let number = match balancer {
        Some((number, _)) => number,
        None => asked
            .after
            .split_ascii_whitespace()
            .next()?
            .trim_matches('"'),
    };
    // An interim answer is no end, and a small size no status.
    let found = status(number.parse().ok().filter(|_| number.len() == 3)?)?;
    if found < 200 {
        return None;
    }
    let (host, scheme) = host(asked.before);
    let place = call::place(asked.target, host, scheme);
    if place.as_ref().is_none_or(|place| !place.is_called) {
        return Some(Line {
            place,
            ..Line::default()
        });
    }
    let mut quoted = asked.after.split('"').skip(1).step_by(2);
    let agent = if balancer.is_some() {
        quoted.next()
    } else {
        quoted.nth(1)
    };
    Some(Line {
        place,
        method: Some(asked.method.to_owned()),
        status: Some(found),
        agent: agent.filter(|agent| is_agent(agent)).map(cut),
        told: told(found, balancer.is_some(), asked.after),
        when: when::moment(asked.before),
        caller: ip(asked.before).map(str::to_owned),
        ..Line::default()
    })
}

/// What a status says by itself in a server's own log. Source: nginx's `ngx_http_request.h`, AWS's documentation.
fn told(status: u16, is_balancer: bool, after: &str) -> Option<Told> {
    match status {
        // The caller hung up, which only the server itself can know.
        499 | 460 => Some(Told::new(CauseId::SlowAnswer, None, "")),
        // nginx closed without an answer, which a rule asked for.
        444 => Some(Told::new(CauseId::Blocked, None, "")),
        403 if is_balancer && after.contains("\"waf") => {
            Some(Told::new(CauseId::Blocked, Some("aws-alb-403"), "waf"))
        }
        _ => None,
    }
}

/// The quoted request in a line.
pub(super) fn request(line: &str) -> Option<Request<'_>> {
    line.match_indices('"').find_map(|(at, _)| {
        let inner = line.get(at + 1..)?;
        let method = METHODS.iter().find(|method| inner.starts_with(**method))?;
        let rest = inner.get(method.len()..)?.strip_prefix(' ')?;
        let (quoted, after) = rest.split_once('"')?;
        let quoted = quoted.trim_end();
        let target = quoted
            .rsplit_once(" HTTP/")
            .map_or(quoted, |(target, _)| target);
        let plain = target.starts_with('/') || target.starts_with("http");
        (plain && !target.contains(' ')).then_some(Request {
            before: line.get(..at)?,
            method,
            target: target.trim_end_matches('\\'),
            after,
        })
    })
}

/// The status that AWS's load balancer gave, and whether the shop gave one at all.
fn balancer(before: &str) -> Option<(&str, bool)> {
    let words: Vec<&str> = before.split_ascii_whitespace().take(13).collect();
    let at = words.iter().position(|word| word.starts_with("app/"))?;
    let kind = words.get(at.checked_sub(2)?)?;
    matches!(*kind, "http" | "https" | "h2" | "grpcs" | "ws" | "wss").then_some(())?;
    Some((words.get(at + 6)?, *words.get(at + 7)? != "-"))
}

/// The host's name and the scheme, where the line begins with them as Apache's vhost format does.
fn host(before: &str) -> (Option<&str>, &'static str) {
    let mut words = before.split_ascii_whitespace();
    let first = words.next().unwrap_or_default().trim_start_matches('"');
    let (host, port) = first.split_once(':').unwrap_or((first, ""));
    let caller = words
        .next()
        .is_some_and(|word| word.parse::<std::net::IpAddr>().is_ok());
    let name = host.contains('.')
        && host.parse::<std::net::IpAddr>().is_err()
        && host.bytes().any(|b| b.is_ascii_alphabetic());
    match port {
        "443" | "" if name && caller => (Some(host), "https://"),
        "80" if name && caller => (Some(host), "http://"),
        _ => (None, "https://"),
    }
}

fn is_agent(agent: &str) -> bool {
    !agent.is_empty() && agent != "-"
}

/// Bytes of an agent's name.
const AGENT_BYTES: usize = 200;

pub(super) fn cut(agent: &str) -> String {
    let agent = agent
        .get(..agent.floor_char_boundary(AGENT_BYTES))
        .unwrap_or(agent);
    // Robots name whom to write to.
    let words: Vec<&str> = agent
        .split(' ')
        .filter(|word| !word.contains('@'))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    #[test]
    fn apache_common_and_combined() {
        all(&[
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 403 199",
                "403 blocked",
            ),
            (
                "203.0.113.9 - bob [12/Nov/2025:03:10:11 +0100] \"POST /?wc-api=wc_stripe HTTP/1.0\" 500 0 \"-\" \"Stripe/1.0 (+https://stripe.com/docs/webhooks)\"",
                "500 server-error",
            ),
            (
                "shop.example.com:443 203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wp-json/mollie/v1/webhook HTTP/1.1\" 401 120 \"-\" \"Mollie.nl HTTP client/1.0\"",
                "401 login-wall",
            ),
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/wc_gateway_paypal/ HTTP/1.1\" 301 240 \"-\" \"PayPal IPN ( https://www.paypal.com/ipn )\"",
                "301 redirected",
            ),
            // The beginning is cut off.
            (
                "0:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 429 199 \"-\" \"APIs-Klarna\"",
                "429 rate-limited",
            ),
            // Wrapped by a mail.
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/\nHTTP/1.1\" 403 199 \"-\"\n\"APIs-Klarna\"\n198.51.100.2 - - [12/Nov/2025:03:10:12 +0100] \"GET / HTTP/1.1\" 200 5",
                "403 blocked",
            ),
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\"\n403 199 \"-\" \"APIs-Klarna\"",
                "403 blocked",
            ),
            // Looks alike: an old interface, a page, a script, the store's own calls.
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/v3/orders HTTP/1.1\" 401 199 \"-\" \"x\"\n203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wp-json/wc/store/v1/checkout HTTP/1.1\" 400 5 \"-\" \"x\"",
                "- undetermined",
            ),
        ]);
    }

    #[test]
    fn nginx_and_litespeed() {
        all(&[
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0000] \"POST /wc-api/KCO_WC_Push/ HTTP/2.0\" 499 0 \"-\" \"APIs-Klarna\" \"203.0.113.9\"",
                "499 slow-answer",
            ),
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0000] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 444 0 \"-\" \"APIs-Klarna\"",
                "444 blocked",
            ),
            (
                "Nov 12 03:10:11 web1 nginx: 203.0.113.9 - - [12/Nov/2025:03:10:11 +0000] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 502 157 \"-\" \"APIs-Klarna\"",
                "502 server-error",
            ),
            (
                "web-1  | 203.0.113.9 - - [12/Nov/2025:03:10:11 +0000] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 413 157 \"-\" \"APIs-Klarna\"",
                "413 post-refused",
            ),
            (
                "\"203.0.113.9 - - [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 403 699 \"-\" \"APIs-Klarna\"",
                "403 blocked",
            ),
            // One that arrives: the status alone proves nothing more.
            (
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0000] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" 200 2 \"-\" \"APIs-Klarna\"",
                "200 undetermined",
            ),
        ]);
    }

    #[test]
    fn load_balancer_of_aws() {
        let line = |elb: &str, target: &str, actions: &str| {
            format!(
                "https 2025-11-12T03:10:11.186641Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:80 0.086 0.048 0.037 {elb} {target} 0 57 \"POST https://shop.example.com:443/wc-api/KCO_WC_Push/ HTTP/1.1\" \"APIs-Klarna\" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:x \"Root=1-5833\" \"shop.example.com\" \"arn:aws:y\" 1 2025-11-12T03:10:11.100000Z \"{actions}\" \"-\" \"-\" \"10.0.0.1:80\" \"{target}\" \"-\" \"-\""
            )
        };
        all(&[
            (&line("403", "-", "waf"), "403 blocked aws-alb-403"),
            (&line("504", "-", "forward"), "504 server-error"),
            (&line("502", "-", "forward"), "502 server-error"),
            (&line("460", "-", "forward"), "460 slow-answer"),
            (&line("200", "200", "waf,forward"), "200 undetermined"),
        ]);
    }

    #[test]
    fn a_browser_beside_the_provider_is_the_proof() {
        all(&[(
            "162.158.0.10 - - [23/Oct/2019:09:23:24 -0300] \"POST /wc-api/WC_X/ HTTP/1.1\" 404 7864 \"-\" \"GuzzleHttp/6.2.1\"\n198.51.100.20 - - [23/Oct/2019:09:24:02 -0300] \"GET /wc-api/WC_X/ HTTP/1.1\" 200 2 \"-\" \"Mozilla/5.0\"",
            "404 blocked",
        )]);
    }

    #[test]
    fn nothing_private_is_kept() {
        shows(
            "203.0.113.9 - kund@example.se [12/Nov/2025:03:10:11 +0100] \"POST /wc-api/KCO_WC_Push/?klarna_order_id=secret1&key=wc_order_secret2&email=a%40example.com HTTP/1.1\" 403 199 \"https://shop.example.com/?token=secret3\" \"APIs-Klarna\"",
            &["/wc-api/KCO_WC_Push/"],
            &["secret", "kund@", "example.com/?token", "203.0.113.9"],
        );
    }
}
