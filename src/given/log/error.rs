//! Error logs: of Apache, nginx, `LiteSpeed`, PHP and PHP-FPM.

use super::super::{Told, sentences};
use super::access::request;
use super::{About, Line, between, call, ip, rules, when, woocommerce};
use crate::verdict::CauseId;

/// Bytes of a line in which its beginning is looked for, behind what syslog or a container writes before it.
const HEAD_BYTES: usize = 160;

/// Levels of Apache, nginx and `LiteSpeed`.
const LEVELS: &[&str] = &[
    "error]", "crit]", "warn]", "alert]", "emerg]", "notice]", "info]", "debug]", "ERROR]",
    "NOTICE]", "WARN]", "INFO]", "WARNING]",
];

/// A line such as `2025/10/23 09:23:24 [error] 2211#2211: …` or `[Thu Oct 23 09:23:24 2025] [core:error] …`.
pub(super) fn line(record: &str) -> Option<Line> {
    let head = record
        .get(..record.floor_char_boundary(HEAD_BYTES))
        .unwrap_or(record);
    let when = when::moment(head);
    let is_php = [
        "PHP Fatal error",
        "PHP Parse error",
        "PHP Warning",
        "PHP Notice",
        "PHP Deprecated",
    ]
    .iter()
    .any(|mark| record.contains(mark));
    let is_fpm = head.contains("[pool ");
    let is_server = head.contains('[')
        && LEVELS.iter().any(|level| head.contains(level))
        && (when.is_some() || head.contains('#'));
    let is_modsecurity = record.contains("ModSecurity:") && record.contains("[id \"");
    if !is_php && !is_fpm && !is_server && !is_modsecurity {
        return None;
    }
    let asked = request(record);
    let host =
        between(record, "host: \"", &['"']).or_else(|| between(record, "[hostname \"", &['"']));
    let host = host.filter(|host| host.parse::<std::net::IpAddr>().is_err());
    let target = asked
        .as_ref()
        .map(|asked| asked.target)
        .or_else(|| between(record, "[uri \"", &['"']))
        .or_else(|| between(record, "URI: ", &[' ', ',', '"']).filter(|uri| uri.starts_with('/')))
        .or_else(|| path(record));
    let told = told(record, is_fpm);
    let about = about(record, told.as_ref(), target.is_some());
    let told = told.map(|told| match about {
        About::Caller if told.cause == CauseId::Blocked => Told {
            said: Some("log-caller"),
            ..told
        },
        _ => told,
    });
    Some(Line {
        place: target.and_then(|target| call::place(target, host, "https://")),
        method: asked.as_ref().map(|asked| asked.method.to_owned()),
        // A warning of ModSecurity's names the rule, and stops nothing.
        rules: rules::of(record),
        plugin: woocommerce::plugin(record),
        caller: caller(record).map(str::to_owned),
        when,
        told,
        about,
        ..Line::default()
    })
}

/// What a line means.
fn told(record: &str, is_fpm: bool) -> Option<Told> {
    if is_fpm {
        let slow = record.contains("executing too slow") || record.contains("execution timed out");
        return slow.then(|| Told::new(CauseId::SlowAnswer, None, "executing too slow"));
    }
    if record.contains("ModSecurity: Warning") {
        return None;
    }
    if record.contains("mod_security: Access denied") && is_imunify(record) {
        return Some(Told::new(
            CauseId::Blocked,
            Some("imunify360-botprotection"),
            "imunify360",
        ));
    }
    if record.contains("[MODSEC]") && record.contains("triggered")
        || record.contains("mod_security: Access denied")
    {
        return Some(Told::new(
            CauseId::Blocked,
            Some("modsecurity-named"),
            "mod_security",
        ));
    }
    if record.contains("ModSecurity: Access denied") && is_imunify(record) {
        return Some(Told::new(
            CauseId::Blocked,
            Some("imunify360-botprotection"),
            "imunify360",
        ));
    }
    let is_of_folder = record.contains(".htaccess")
        && [
            "Invalid command",
            "not allowed here",
            "syntax error",
            "without matching",
            "takes one argument",
            "bad flag",
        ]
        .iter()
        .any(|fault| record.contains(fault));
    if is_of_folder {
        return Some(Told::new(CauseId::ServerError, None, ".htaccess"));
    }
    if record.contains("upstream timed out") && !record.contains("while connecting") {
        return Some(Told::new(CauseId::SlowAnswer, None, "upstream timed out"));
    }
    if record.contains("evasive20") && record.contains("client denied") {
        return Some(Told::new(CauseId::RateLimited, None, "evasive20"));
    }
    sentences::of_server(record)
}

/// Whether a rule is one of Imunify360's own.
pub(super) fn is_imunify(record: &str) -> bool {
    let lower = record.to_ascii_lowercase();
    lower.contains("im360") || lower.contains("imunify360")
}

/// What a line is about that names no address.
fn about(record: &str, told: Option<&Told>, has_target: bool) -> About {
    let Some(told) = told.filter(|_| !has_target) else {
        return About::Nothing;
    };
    if told.blocker == Some("php-fatal") {
        return if woocommerce::is_elsewhere(record) {
            About::Nothing
        } else {
            About::Site
        };
    }
    match told.cause {
        CauseId::TlsBroken => About::Caller,
        // `LiteSpeed` leaves the address out.
        CauseId::Blocked if record.contains("mod_security") => About::Caller,
        CauseId::ServerError if record.contains(".htaccess") => About::Site,
        CauseId::ServerError if record.contains("database connection") => About::Site,
        _ => About::Nothing,
    }
}

/// The callback's path in a file's path, such as `/var/www/html/wc-api/NAME`.
fn path(line: &str) -> Option<&str> {
    let at = line.find("/wc-api/").or_else(|| line.find("/wp-json/"))?;
    let rest = line.get(at..)?;
    rest.split(|c: char| c.is_whitespace() || c == '"' || c == ',')
        .next()
}

fn caller(record: &str) -> Option<&str> {
    between(record, "client: ", &[',', ' '])
        .or_else(|| between(record, "[client ", &[']', ' ']).and_then(ip))
        .or_else(|| between(record, "[remote ", &[']', ' ']).and_then(ip))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    #[test]
    fn apache() {
        all(&[
            (
                "[Wed Nov 12 03:10:11.123456 2025] [authz_core:error] [pid 2211:tid 140] [client 203.0.113.9:51234] AH01630: client denied by server configuration: /var/www/html/wc-api/KCO_WC_Push",
                "- blocked apache-403",
            ),
            (
                "[Wed Nov 12 03:10:11.123456 2025] [:error] [pid 2211] [client 203.0.113.9:51234] [client 203.0.113.9] ModSecurity: Warning. Match of \"rx ^$\" against \"REQUEST_HEADERS:User-Agent\" required. [file \"/etc/crs/920.conf\"] [line \"1\"] [id \"920330\"] [msg \"Empty User Agent Header\"] [hostname \"shop.example.com\"] [uri \"/wc-api/KCO_WC_Push/\"] [unique_id \"Zx\"]\n[Wed Nov 12 03:10:11.123457 2025] [:error] [pid 2211] [client 203.0.113.9:51234] [client 203.0.113.9] ModSecurity: Access denied with code 403 (phase 2). Operator GE matched 5 at TX:anomaly_score. [file \"/etc/crs/949.conf\"] [line \"94\"] [id \"949110\"] [msg \"Inbound Anomaly Score Exceeded (Total Score: 5)\"] [hostname \"shop.example.com\"] [uri \"/wc-api/KCO_WC_Push/\"] [unique_id \"Zx\"]",
                "- blocked modsecurity-named",
            ),
            (
                "[Wed Nov 12 03:10:11.123456 2025] [auth_basic:error] [pid 2211] [client 203.0.113.9:51234] AH01617: user x: authentication failure for \"/wc-api/KCO_WC_Push/\": Password Mismatch",
                "- login-wall http-basic-auth",
            ),
            (
                "[Wed Nov 12 03:10:11.123456 2025] [core:alert] [pid 2211] [client 203.0.113.9:51234] /var/www/html/.htaccess: Invalid command 'Foo', perhaps misspelled or defined by a module not included in the server configuration",
                "- server-error",
            ),
            (
                "[Wed Nov 12 03:10:11 2025] [error] [client 203.0.113.9] File does not exist: /var/www/html/wc-api/KCO_WC_Push",
                "- rewrite-not-served",
            ),
            // Others' pages, and a rule that only warns.
            (
                "[Wed Nov 12 03:10:11.123456 2025] [authz_core:error] [pid 2211:tid 140] [client 198.51.100.7:51234] AH01630: client denied by server configuration: /var/www/html/xmlrpc.php",
                "- undetermined",
            ),
            (
                "[Wed Nov 12 03:10:11.123456 2025] [:error] [pid 2211] [client 203.0.113.9:51234] ModSecurity: Access denied with code 403 (phase 2). [id \"949110\"] [hostname \"shop.example.com\"] [uri \"/wp-login.php\"]",
                "- undetermined",
            ),
            (
                "[Wed Nov 12 03:10:11.123456 2025] [:error] [pid 2211] [client 203.0.113.9:51234] ModSecurity: Warning. [id \"920330\"] [hostname \"shop.example.com\"] [uri \"/wc-api/KCO_WC_Push/\"]",
                "- undetermined",
            ),
        ]);
    }

    #[test]
    fn a_rules_id_goes_into_the_remedy() {
        let text = "[Wed Nov 12 03:10:11 2025] [:error] [pid 1] [client 203.0.113.9] ModSecurity: Warning. [id \"920330\"] [hostname \"shop.example.com\"] [uri \"/wc-api/KCO_WC_Push/\"]\n[Wed Nov 12 03:10:11 2025] [:error] [pid 1] [client 203.0.113.9] ModSecurity: Access denied with code 403 (phase 2). [id \"949110\"] [hostname \"shop.example.com\"] [uri \"/wc-api/KCO_WC_Push/\"]";
        shows(
            text,
            &[
                "SecRuleRemoveById 920330",
                "The log names the rule: 920330",
                "shop.example.com",
            ],
            &["RULE_ID"],
        );
    }

    #[test]
    fn nginx() {
        let line = |said: &str| {
            format!(
                "2025/11/12 03:10:11 [error] 2211#2211: *88 {said}, client: 203.0.113.9, server: shop.example.com, request: \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\", host: \"shop.example.com\""
            )
        };
        all(&[
            (&line("access forbidden by rule"), "- blocked nginx-403"),
            (
                &line("limiting requests, excess: 5.400 by zone \"one\""),
                "- rate-limited",
            ),
            (
                &line(
                    "upstream timed out (110: Connection timed out) while reading response header from upstream",
                ),
                "- slow-answer",
            ),
            (
                &line("connect() failed (111: Connection refused) while connecting to upstream"),
                "- server-error",
            ),
            (
                &line(
                    "upstream prematurely closed connection while reading response header from upstream",
                ),
                "- server-error",
            ),
            (
                &line("client intended to send too large body: 2097152 bytes"),
                "- post-refused",
            ),
            (
                &line(
                    "FastCGI sent in stderr: \"PHP message: PHP Fatal error:  Uncaught Error: x in /var/www/wp-content/plugins/bad-plugin/a.php:3\" while reading response header from upstream",
                ),
                "- server-error php-fatal",
            ),
            (
                &[
                    "Nov 12 03:10:11 web1 nginx[211]: ",
                    &line("access forbidden by rule"),
                ]
                .concat(),
                "- blocked nginx-403",
            ),
            (
                &[
                    "2025-11-12T03:10:11.1Z stderr F ",
                    &line("access forbidden by rule"),
                ]
                .concat(),
                "- blocked nginx-403",
            ),
            (
                &line("access forbidden by rule").replace(", server", ",\nserver"),
                "- blocked nginx-403",
            ),
            (
                &line("access forbidden by rule").replace("/wc-api/KCO_WC_Push/", "/.git/config"),
                "- undetermined",
            ),
            (
                &line("limiting requests, excess: 5.4 by zone \"one\"")
                    .replace("/wc-api/KCO_WC_Push/", "/wp-login.php"),
                "- undetermined",
            ),
            (
                "2025/11/12 03:10:11 [crit] 22#22: *9 SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share) while SSL handshaking, client: 203.0.113.9, server: 0.0.0.0:443",
                "- tls-broken",
            ),
        ]);
    }

    #[test]
    fn litespeed_and_php() {
        all(&[
            (
                "2025-11-12 03:10:11.123 [NOTICE] [2211] [T0] [203.0.113.9:51234:HTTP2-1#APVH_shop.example.com] [MODSEC] mod_security rule [id:949110] at [/etc/x.conf:94] triggered! URI: /wc-api/KCO_WC_Push/",
                "- blocked modsecurity-named",
            ),
            (
                "[12-Nov-2025 03:10:11 UTC] PHP Fatal error:  Uncaught TypeError: x() in /home/u/public_html/wp-content/plugins/some-shipping/inc/a.php:12\nStack trace:\n#0 /home/u/public_html/wp-includes/class-wp-hook.php(324): x()\n#1 {main}\n  thrown in /home/u/public_html/wp-content/plugins/some-shipping/inc/a.php on line 12",
                "- server-error php-fatal",
            ),
            (
                "[12-Nov-2025 03:10:11] WARNING: [pool www] child 2211, script '/var/www/html/index.php' (request: \"POST /wc-api/KCO_WC_Push/\") executing too slow (15.2 sec), logging",
                "- slow-answer",
            ),
            (
                "2025-11-12 03:10:11.075081 [INFO] [3011] [203.0.113.9:51234-0#APVH_shop.example.com:443] [SECURITY] mod_security: Access denied with code 403, [Rule: 'REQUEST_HEADERS:User-Agent' '@rx Klarna'] [id \"77140787\"] [msg \"IM360 WAF: bad bot\"]",
                "- blocked imunify360-botprotection",
            ),
            // Nothing of a call.
            (
                "[12-Nov-2025 03:10:11] WARNING: [pool www] server reached pm.max_children setting (5), consider raising it",
                "- undetermined",
            ),
            (
                "[12-Nov-2025 03:10:11 UTC] PHP Deprecated:  x is deprecated in /a.php on line 1\n[12-Nov-2025 03:10:12 UTC] PHP Warning:  y in /b.php on line 2",
                "- undetermined",
            ),
            // In the administration.
            (
                "[12-Nov-2025 03:10:11 UTC] PHP Fatal error:  Uncaught Error: x in /w/wp-content/plugins/editor/a.php:12\nStack trace:\n#0 /w/wp-admin/edit.php(12): x()\n#1 {main}\n  thrown in /w/wp-content/plugins/editor/a.php on line 12",
                "- undetermined",
            ),
        ]);
        shows(
            "[12-Nov-2025 03:10:11 UTC] PHP Fatal error:  Uncaught Error: x in /home/secret/wp-content/plugins/some-shipping/a.php:12",
            &["plugin or theme some-shipping", "12 Nov 2025 03:10"],
            &["/home/secret"],
        );
    }
}
