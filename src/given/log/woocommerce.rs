//! Logs of WooCommerce and of the gateways in it, old and new: `07-17-2019 @ 10:49:27 - …`,
//! `2025-03-04T10:11:12+00:00 DEBUG …`, with `CONTEXT: {…}` behind it since 8.6.

use super::super::sentences;
use super::super::words::{addresses, folded, pieces};
use super::{About, Line, call, when};
use crate::verdict::CauseId;

/// Bytes of a record that are read for what it says.
const SAID_BYTES: usize = 4096;

/// Words without which a record tells of no failure.
const MARKS: &[&str] = &[
    "error",
    "fail",
    "invalid",
    "refus",
    "denied",
    "signature",
    "hmac",
    "hash",
    "mismatch",
    "critical",
    "uncaught",
    "fatal",
    "wp_error",
    "curl",
    "timed out",
    "resolve",
    "webhookurl",
    "bad source",
    "exhausted",
    "unreachable",
    "localhost",
    "secret",
    "ssl",
    "not match",
    "forbidden",
];

/// A record of such a log.
pub(super) fn line(record: &str) -> Option<Line> {
    let record = record
        .get(..record.floor_char_boundary(SAID_BYTES))
        .unwrap_or(record);
    let record = record.trim_start();
    if !sentences::is_log(record) {
        return None;
    }
    let when = Some(when::moment(record)?);
    if !has_level(record) {
        return None;
    }
    let lower = record.to_lowercase();
    if !MARKS.iter().any(|mark| lower.contains(mark)) {
        return Some(Line {
            when,
            ..Line::default()
        });
    }
    let pieces = pieces(record);
    let addresses = addresses(&pieces);
    let url = addresses
        .iter()
        .copied()
        .find(|address| call::place(address, None, "").is_some_and(|place| place.is_called));
    let told = sentences::told(record, &folded(&pieces), url);
    let told = told.filter(|told| told.cause != CauseId::Undetermined);
    let elsewhere = told
        .as_ref()
        .is_some_and(|told| told.blocker == Some("php-fatal"))
        && is_elsewhere(record);
    let about = match told.as_ref() {
        None => About::Nothing,
        Some(_) if elsewhere => About::Nothing,
        Some(told) if told.blocker == Some("php-fatal") => About::Site,
        Some(_) => About::Plugin,
    };
    Some(Line {
        place: url.and_then(|url| call::place(url, None, "")),
        plugin: if about == About::Site {
            plugin(record)
        } else {
            None
        },
        told,
        when,
        about,
        ..Line::default()
    })
}

/// Whether a level or a dash stands behind the moment: a portal's rows have none.
fn has_level(record: &str) -> bool {
    if record.starts_with('[') || record.get(..14).is_some_and(|head| head.contains(" @ ")) {
        return true;
    }
    record
        .split(|c: char| c.is_whitespace() || "[]:|,".contains(c))
        .filter(|word| !word.is_empty())
        .take(6)
        .any(|word| LEVELS.iter().any(|level| level.eq_ignore_ascii_case(word)))
}

/// Levels of WordPress's and PHP's logs.
const LEVELS: &[&str] = &[
    "debug",
    "info",
    "notice",
    "warning",
    "error",
    "critical",
    "alert",
    "emergency",
];

/// Bytes of a folder's name, at most.
const NAME_BYTES: usize = 60;

/// The folder of the plugin or theme in which an error arose: the first in the record.
pub(super) fn plugin(record: &str) -> Option<String> {
    if !record.contains("wp-content") && !record.contains("plugins") {
        return None;
    }
    // JSON escapes slashes, Windows has others.
    let plain = record.replace("\\/", "/").replace('\\', "/");
    let marks = [
        "/wp-content/plugins/",
        "/wp-content/mu-plugins/",
        "/wp-content/themes/",
    ];
    let at = marks
        .iter()
        .filter_map(|mark| Some(plain.find(mark)? + mark.len()))
        .min()?;
    let name = plain
        .get(at..)?
        .split(|c: char| "/:( \"'".contains(c))
        .next()?;
    let is_name = !name.is_empty()
        && name.len() <= NAME_BYTES
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    is_name.then(|| name.to_owned())
}

/// Whether an error's stack trace begins where no provider calls: in the administration, the scheduler, a terminal.
pub(super) fn is_elsewhere(record: &str) -> bool {
    let record = record.replace("\\/", "/");
    let of_call = [
        "woocommerce_api_",
        "WC_API->",
        "WP_REST_Server->serve_request",
        "rest_api_loaded",
        "admin-post.php",
        "admin-ajax.php",
    ]
    .iter()
    .any(|mark| record.contains(mark));
    if of_call {
        return false;
    }
    let frames =
        record.matches("/wp-admin/").count() > record.matches("/wp-admin/includes/").count();
    let ends = ["/wp-cron.php(", "wp-cli", "phar://"]
        .iter()
        .any(|mark| record.contains(mark));
    let admin = frames
        && record.match_indices("/wp-admin/").any(|(at, _)| {
            let file = record.get(at + 10..).unwrap_or_default();
            let file = file.split('(').next().unwrap_or_default();
            file.strip_suffix(".php")
                .is_some_and(|name| !name.contains(['/', ' ']))
        });
    ends || admin
}

#[cfg(test)]
mod tests {
    use super::super::tests::{all, shows};

    #[test]
    fn logs_of_gateways() {
        all(&[
            (
                "11-12-2025 @ 03:10:11 - PayFast ITN call received\n11-12-2025 @ 03:10:11 - Verify source IP\n11-12-2025 @ 03:10:11 - Error occurred: Bad source IP address",
                "- gateway-refused",
            ),
            (
                "2025-11-12T03:10:11+00:00 INFO Checking IPN response is valid\n2025-11-12T03:10:12+00:00 INFO IPN Response: WP_Error Object\n(\n    [errors] => Array\n        (\n            [http_request_failed] => Array\n                (\n                    [0] => cURL error 28: Connection timed out after 60001 milliseconds\n                )\n        )\n)",
                "- outbound-failed",
            ),
            (
                "2025-11-12T03:10:11+00:00 ERROR Webhook: signature verification failed for event evt_secret1",
                "- gateway-refused",
            ),
            (
                "2025-11-12T03:10:11+00:00 DEBUG Order 118 webhookUrl: http://localhost/shop/wc-api/mollie_wc_gateway_ideal/?order_id=118&key=wc_order_secret",
                "- not-public",
            ),
            (
                "2025-11-12T03:10:11+00:00 Error Incoming webhook failed validation: invalid signature CONTEXT: {\"source\":\"woocommerce-gateway-stripe\"}",
                "- gateway-refused",
            ),
            // Nothing failed; a failure of something else.
            (
                "2025-11-12T03:10:11+00:00 INFO Order 12 created\n2025-11-12T03:10:12+00:00 INFO Stock reduced",
                "- undetermined",
            ),
        ]);
    }

    #[test]
    fn fatal_errors_old_and_new() {
        let trace = "Stack trace:\n#0 /home/u/www/wp-content/plugins/other/a.php(582): include_once()\n#1 {main}\n  thrown in /home/u/www/wp-content/plugins/bad-points/b.php on line 13";
        let old = format!(
            "2022-03-18T08:55:10+00:00 CRITICAL Uncaught Error: Class \"X\" not found in /home/u/www/wp-content/plugins/bad-points/b.php:13\n{trace}"
        );
        let new = "2025-11-12T03:10:11+00:00 Critical Uncaught TypeError: x(): Argument #1 must be of type int in /srv/wp-content/plugins/bad-points/b.php:13 CONTEXT: {\"error\":{\"type\":1,\"file\":\"\\/srv\\/wp-content\\/plugins\\/bad-points\\/b.php\",\"line\":13},\"remote-logging\":true,\"backtrace\":[\"\",\"#0 \\/srv\\/wp-includes\\/class-wp-hook.php(324): x()\"]}";
        let memory = "2025-11-12T03:10:11+00:00 CRITICAL Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in /srv/wp-content/plugins/bad-points/b.php on line 13";
        let call = old
            .replace("include_once()", "do_action('woocommerce_api_...')")
            .replace(
                "#1 {main}",
                "#1 /home/u/www/wp-admin/includes/x.php(1): y()\n#2 {main}",
            );
        all(&[
            (&old, "- server-error php-fatal"),
            (new, "- server-error php-fatal"),
            (memory, "- server-error php-fatal"),
            (&call, "- server-error php-fatal"),
            // In the administration and in the scheduler.
            (
                &old.replace(
                    "/home/u/www/wp-content/plugins/other/a.php(582)",
                    "/home/u/www/wp-admin/edit.php(582)",
                ),
                "- undetermined",
            ),
            (
                &old.replace(
                    "/home/u/www/wp-content/plugins/other/a.php(582)",
                    "/home/u/www/wp-cron.php(182)",
                ),
                "- undetermined",
            ),
        ]);
        for text in [&old, new, memory] {
            shows(text, &["plugin or theme bad-points"], &["/home/u", "/srv/"]);
        }
    }

    #[test]
    fn the_error_beside_a_callback_that_failed() {
        let call = |status: &str| {
            format!(
                "203.0.113.9 - - [12/Nov/2025:03:10:11 +0000] \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\" {status} 2 \"-\" \"APIs-Klarna\"\n"
            )
        };
        let fatal = "[12-Nov-2025 03:10:11 UTC] PHP Fatal error:  Uncaught Error: x in /srv/wp-content/plugins/bad-points/b.php:13";
        all(&[
            (&[&call("500"), fatal].concat(), "- server-error php-fatal"),
            // Of another moment, or beside calls that did not fail so.
            (
                &[call("500"), fatal.replace("03:10", "07:30")].concat(),
                "500 server-error",
            ),
            (&[&call("200"), fatal].concat(), "200 undetermined"),
            (&[&call("403"), fatal].concat(), "403 blocked"),
        ]);
    }
}
