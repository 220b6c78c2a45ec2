//! Rules for what people write about an answer, in the languages of shops: which number is a status, which words tell of no
//! answer, which answer leads.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that panics says what broke"
)]
#![allow(clippy::too_many_lines, reason = "tables of cases are long")]

use callback_doctor::explain::{self, Explanation};
use callback_doctor::given;
use callback_doctor::text::Language;

/// What is told first of a text; `None` where it is none that can be read.
fn first(text: &str) -> Option<Explanation> {
    let input = given::read(text).ok()?;
    Some(explain::explain_all(&input, Language::En).swap_remove(0))
}

/// The status and the cause, as `403 blocked`, `- unreachable`, or `unreadable`.
fn told(text: &str) -> String {
    let Some(first) = first(text) else {
        return "unreadable".to_owned();
    };
    let status = first
        .status
        .map_or("-".to_owned(), |status| status.to_string());
    format!("{status} {}", first.cause.as_str())
}

#[track_caller]
fn all(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, wanted)| told(text) != *wanted)
        .map(|(text, wanted)| format!("{text:?}: {}, wanted {wanted}", told(text)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn statuses_that_are_announced_in_twelve_languages() {
    all(&[
        ("We got response code 403 from your server", "403 blocked"),
        (
            "Notification status: ERROR, response code from shop: 403",
            "403 blocked",
        ),
        ("Webhook failed (403)", "403 blocked"),
        (
            "POST https://shop.example.com/wc-api/A/ - HTTP/1.1 403 Forbidden",
            "403 blocked",
        ),
        (
            "Delivery failed. Your endpoint responded with a 500 Internal Server Error.",
            "500 server-error",
        ),
        ("Anropet misslyckades med statuskod 403", "403 blocked"),
        (
            "Svarskod: 404. Anropet kunde inte levereras.",
            "404 undetermined",
        ),
        ("Felkod 500 från butiken", "500 server-error"),
        ("Kallet mislyktes med statuskode 403", "403 blocked"),
        ("Feilkode: 503", "503 server-error"),
        ("Kaldet fejlede med fejlkode 403", "403 blocked"),
        ("Svarkode 404", "404 undetermined"),
        ("Virhe 403", "403 blocked"),
        ("Ilmoitus epäonnistui, virhekoodi: 500", "500 server-error"),
        ("Palvelin vastasi koodilla 404", "404 undetermined"),
        ("Benachrichtigung fehlgeschlagen (403)", "403 blocked"),
        (
            "Fehlercode 500: Der Server antwortete nicht wie erwartet",
            "500 server-error",
        ),
        ("Ihr Server antwortete mit HTTP 404", "404 undetermined"),
        (
            "Aanroepen webhook mislukt met statuscode 500 (Got HTTP/1.0 500 Internal Server Error instead of 20x)",
            "500 server-error",
        ),
        ("Foutcode 403 ontvangen van uw server", "403 blocked"),
        ("erreur 404", "404 undetermined"),
        (
            "Échec de la notification : le serveur a renvoyé une erreur 403",
            "403 blocked",
        ),
        ("Code de réponse : 500", "500 server-error"),
        ("Código de respuesta: 403", "403 blocked"),
        ("La notificación falló con error 500", "500 server-error"),
        (
            "Powiadomienie nie powiodło się, kod odpowiedzi 403",
            "403 blocked",
        ),
        ("Błąd 404", "404 undetermined"),
        ("Serwer zwrócił kod 500", "500 server-error"),
        (
            "Notifica non riuscita: codice di risposta 403",
            "403 blocked",
        ),
        ("Errore 500", "500 server-error"),
        ("Código de resposta: 403", "403 blocked"),
        (
            "Falha na notificação: o servidor retornou 404",
            "404 undetermined",
        ),
        ("Erro HTTP 500", "500 server-error"),
        (
            "code (ERROR): 403, Response: \"error code: 1010\"",
            "403 blocked",
        ),
        ("status=403", "403 blocked"),
        ("https://shop.example.com/wc-api/A/ 404", "404 undetermined"),
        (
            "Attempt 3\nPOST https://shop.example.com/?wc-api=wc_stripe → 403\n",
            "403 blocked",
        ),
        ("403 Forbidden", "403 blocked"),
        ("503", "503 server-error"),
        ("Response\n\n502\n", "502 server-error"),
    ]);
}

#[test]
fn numbers_that_are_no_status() {
    all(&[
        ("IP: 203.0.113.9 was slow", "unreadable"),
        ("Order 403 was paid with 500 SEK", "unreadable"),
        ("Beställning 500 väntar, belopp 403,00 kr", "unreadable"),
        ("Zahlung 404 EUR für Bestellung 500", "unreadable"),
        ("promo code 500", "unreadable"),
        ("Postnummer 403 21", "unreadable"),
        ("2025-03-04 10:403", "unreadable"),
        ("version 4.03.500", "unreadable"),
        ("https://shop.example.com/wc-api/A/?order=404", "unreadable"),
        (
            "Failed to connect to shop.example.com port 443: Connection refused",
            "- unreachable",
        ),
        (
            "Your webhook failed. An answer between HTTP 200 and 299 counts as delivered.",
            "- undetermined",
        ),
        (
            "Webhook failed. Only status 200 to 299 counts, 300 to 399 does not.",
            "- undetermined",
        ),
        (
            "Webhook fehlgeschlagen. Erwartet wird ein Status zwischen 200 und 299.",
            "- undetermined",
        ),
        (
            "Anropet misslyckades: svaret var inte 200",
            "- undetermined",
        ),
        ("Kallet feilet: forventet status 200", "- undetermined"),
        (
            "La notification a échoué : réponse autre que 200",
            "- undetermined",
        ),
        (
            "La notificación falló: respuesta distinta de 200",
            "- undetermined",
        ),
        (
            "Il webhook ha dato errore: risposta diversa da 200",
            "- undetermined",
        ),
        (
            "A notificação falhou: resposta diferente de 200",
            "- undetermined",
        ),
        (
            "Powiadomienie nie powiodło się: odpowiedź inna niż 200",
            "- undetermined",
        ),
        ("Webhook mislukt: antwoord was geen 200", "- undetermined"),
        (
            "Webhook epäonnistui: vastaus ei ollut 200",
            "- undetermined",
        ),
        ("Kaldet fejlede: svaret var ikke 200", "- undetermined"),
        (
            "Benachrichtigung fehlgeschlagen: Antwort war nicht 200",
            "- undetermined",
        ),
        (
            "We were not able to get a valid (200) response from the callback URL",
            "- undetermined",
        ),
        ("Response status is '404' not '200'", "404 undetermined"),
        ("Expected 200 but got 403", "403 blocked"),
        ("Got 500 instead of 200/20x", "500 server-error"),
        ("Fick 500 i stället för 200", "500 server-error"),
        ("Erreur 500 au lieu de 200", "500 server-error"),
        ("Error 403 en lugar de 200", "403 blocked"),
        ("Otrzymano kod 403 zamiast 200", "403 blocked"),
        (
            "Error executing API call (401: Unauthorized Request): webhook not created",
            "- undetermined",
        ),
        (
            "Error! The url could not be verified. Please enter a valid url (Error code 502)",
            "- undetermined",
        ),
        ("500 webhooks failed", "- undetermined"),
        (
            "Response time was 403 ms and the callback failed",
            "- undetermined",
        ),
    ]);
}

#[test]
fn words_for_no_answer_are_whole_words() {
    all(&[
        ("Read timed out", "- unreachable"),
        ("1 request timed out, 3 other errors", "- unreachable"),
        ("Cannot assign requested address", "- unreachable"),
        ("connect: Network is unreachable", "- unreachable"),
        ("No route to host", "- unreachable"),
        (
            "Anropet misslyckades: tidsgränsen överskreds",
            "- unreachable",
        ),
        ("Tilkoblingen ble avvist", "- unreachable"),
        ("Forbindelsen blev afvist", "- unreachable"),
        ("Yhteys evättiin", "- unreachable"),
        ("Zeitüberschreitung beim Aufruf", "- unreachable"),
        ("De verbinding is geweigerd", "- unreachable"),
        ("Délai d'attente dépassé", "- unreachable"),
        ("Tiempo de espera agotado", "- unreachable"),
        ("Przekroczono limit czasu połączenia", "- unreachable"),
        ("Connessione rifiutata", "- unreachable"),
        ("Conexão recusada", "- unreachable"),
        ("SSL handshake failed", "- tls-broken"),
        (
            "certificate verify failed: unable to get local issuer certificate",
            "- tls-broken",
        ),
        ("Das Zertifikat ist abgelaufen", "- tls-broken"),
        ("Le certificat a expiré", "- tls-broken"),
        ("Certyfikat wygasł", "- tls-broken"),
        // A substring, an advice and a stated status.
        ("Anropet misslyckades", "- undetermined"),
        (
            "Misslyckades, statuskod 403. Förnya certifikatet.",
            "403 blocked",
        ),
        (
            "HTTP 403. You may want to renew the certificate.",
            "403 blocked",
        ),
        ("Please renew the certificate", "unreadable"),
        ("Password reset", "unreadable"),
        ("Moved permanently", "301 redirected"),
        ("Forbidden", "403 blocked"),
        ("Service Unavailable", "503 server-error"),
        ("Webhook error: Forbidden", "403 blocked"),
        ("Order not found", "unreadable"),
        (
            r#"{"errorMessage":"Connection refused (shop.example.com:443)","invoiceId":"x"}"#,
            "- unreachable",
        ),
        (
            r#"{"deliveryId":"a","errorMessage":"Unexpected return code: 500"}"#,
            "500 server-error",
        ),
    ]);
}

#[test]
fn logs_give_their_status_in_its_place() {
    all(&[
        (
            r#"203.0.113.9 - - [13/Jul/2024:10:15:42 +0800] "POST /?wc-api=WC_Molpay_Gateway HTTP/1.1" 500 2718 "-" "RazerMS""#,
            "500 server-error",
        ),
        (
            r#"2001:db8::404 - - [13/Jul/2024:10:15:42 +0200] "POST /wc-api/A/ HTTP/2.0" 403 500"#,
            "403 blocked",
        ),
        (
            r#"shop.example.com:443 203.0.113.9 - - [13/Jul/2024:10:15:42 +0200] "POST /wc-api/A/ HTTP/1.1" 404 403 "-" "-""#,
            "404 undetermined",
        ),
        (
            r#"203.0.113.9 - - [13/Jul/2024:10:15:42 +0200] "POST /wc-api/A/ HTTP/1.1" 200 2 "-" "-""#,
            "200 undetermined",
        ),
        (
            "2025/10/23 09:23:24 [error] 22#22: *88 access forbidden by rule, client: 198.51.100.7, server: shop.example.com, request: \"POST /wc-api/KCO_WC_Push/ HTTP/1.1\", host: \"shop.example.com\"",
            "- blocked",
        ),
        (
            "2025/10/23 09:23:24 [error] 22#22: *88 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.7, request: \"POST /wc-api/A/ HTTP/1.1\", upstream: \"fastcgi://127.0.0.1:9000\", host: \"shop.example.com\"",
            "- server-error",
        ),
        (
            "2025/10/23 09:23:24 [error] 22#22: *88 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 198.51.100.7, request: \"POST /wc-api/A/ HTTP/1.1\"",
            "- slow-answer",
        ),
        (
            "2025/10/23 09:23:24 [error] 22#22: *88 FastCGI sent in stderr: \"PHP message: PHP Warning: Undefined array key 403 in /srv/a.php on line 500\" while reading response header from upstream, request: \"POST /wc-api/A/ HTTP/1.1\"",
            "- undetermined",
        ),
        (
            "[Thu Oct 23 09:23:24.123456 2025] [authz_core:error] [pid 403] [client 203.0.113.9:500] AH01630: client denied by server configuration: /var/www/wc-api/A",
            "- blocked",
        ),
        (
            "[Thu Oct 23 09:23:24 2025] [:error] [pid 1] [client 203.0.113.9] ModSecurity: Access denied with code 406 (phase 2). [id \"949110\"] [hostname \"shop.example.com\"] [uri \"/wc-api/A/\"]",
            "- blocked",
        ),
        (
            "[Thu Oct 23 09:23:24 2025] [:error] [pid 1] [client 203.0.113.9] ModSecurity: Warning. Pattern match [id \"920350\"] [uri \"/wc-api/A/\"]",
            "- undetermined",
        ),
        (
            "2022-03-18T08:55:10+00:00 CRITICAL Uncaught Error: Class \"A\" not found in /srv/wp-content/plugins/a/a.php:13",
            "- server-error",
        ),
        (
            "2025-03-04T10:11:12+00:00 DEBUG webhookUrl: http://localhost/shop/wc-api/mollie/?key=wc_order_X\n2025-03-04T10:11:13+00:00 DEBUG Error (422: Unprocessable Entity): The webhook URL is invalid",
            "- not-public",
        ),
        (
            "2025-03-04T10:11:12+00:00 DEBUG webhookUrl: https://staging.example.com/wc-api/mollie/\n2025-03-04T10:11:13+00:00 DEBUG created",
            "- undetermined",
        ),
        (
            "07-04-2025 @ 14:50:27 - IPN Response: WP_Error Object ( [errors] => Array ( [http_request_failed] => Array ( [0] => cURL error 28: Operation timed out ) ) )",
            "- outbound-failed",
        ),
        (
            "2025-03-04T10:11:12+00:00 ERROR cURL error 6: Could not resolve host: api.stripe.com",
            "- outbound-failed",
        ),
        (
            "Could not resolve host: www.paypal.com",
            "- outbound-failed",
        ),
        (
            "cURL error 28: Operation timed out, POST https://shop.example.com/wc-api/A/",
            "- unreachable",
        ),
        (
            "07-17-2019 @ 10:49:27 - Verify source IP\n07-17-2019 @ 10:49:27 - Error occurred: Bad source IP address",
            "- gateway-refused",
        ),
        (
            "Berlin, Germany was blocked by firewall for SQL Injection at https://shop.example.com/wc-api/A/ IP: 203.0.113.9",
            "- blocked",
        ),
    ]);
}

#[test]
fn what_looks_like_headers_and_is_none() {
    all(&[
        (
            "Subject: Webhook failed\nFrom: a@example.com\nDate: Mon, 1 Sep 2025 10:00:00 +0200\nContent-Type: text/plain\n\nYour endpoint answered with HTTP 403.",
            "403 blocked",
        ),
        (
            "Status: Failed\nURL: https://shop.example.com/wc-api/A/\nResponse code: 403\nAttempts: 500",
            "403 blocked",
        ),
        ("Order: 500\nAmount: 403\nDate: 2025-01-01", "unreadable"),
        ("Result: ok\nTime: 10:403", "unreadable"),
        ("server: cloudflare\ncf-mitigated: challenge", "- challenge"),
    ]);
}

#[test]
fn the_first_failure_leads_and_a_later_success_is_its_proof() {
    let not_found = "HTTP/1.1 404 Not Found\nServer: nginx\nContent-Type: text/html\n\n<html>\n<head><title>404 Not Found</title></head>\n<body>\n<center><h1>404 Not Found</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>\n";
    let theme = "HTTP/2 404\nlink: <https://shop.example.com/wp-json/>; rel=\"https://api.w.org/\"\n\n<!DOCTYPE html><html><body class=\"error404\">\n";
    let arrived = "HTTP/1.1 200 OK\nContent-Type: text/html\n\n-1\n";
    let asked = |path: &str| format!("$ curl -i -X POST https://shop.example.com{path}\n");
    let both = |one: &str, first: &str, two: &str, second: &str| {
        [&asked(one), first, &asked(two), second].concat()
    };
    for (name, text, wanted) in [
        (
            "the query form works",
            both("/wc-api/A/", not_found, "/?wc-api=A", arrived),
            "404 rewrite-not-served",
        ),
        (
            "and it was WordPress",
            both("/wc-api/A/", theme, "/?wc-api=A", arrived),
            "404 stale-rewrite-rules",
        ),
        (
            "the prefixed form works",
            both("/wc-api/A/", theme, "/sv/wc-api/A/", arrived),
            "404 language-prefix-required",
        ),
        (
            "another handler works",
            both("/wc-api/A/", not_found, "/?wc-api=B", arrived),
            "404 rewrite-not-served",
        ),
        (
            "the success came first",
            both("/?wc-api=A", arrived, "/wc-api/A/", not_found),
            "404 rewrite-not-served",
        ),
        (
            "both work",
            both("/?wc-api=A", arrived, "/wc-api/A/", arrived),
            "200 healthy",
        ),
    ] {
        assert_eq!(told(&text), wanted, "{name}");
    }
    let get = asked("/wc-api/A/").replace("POST", "GET");
    let mixed = [&asked("/wc-api/A/"), not_found, &get, arrived].concat();
    assert_eq!(told(&mixed), "404 post-refused");
    // One answer alone says nothing of another form.
    for text in [
        [&asked("/wc-api/A/"), not_found].concat(),
        [&asked("/wc-api/A/"), theme].concat(),
    ] {
        let told = first(&text).unwrap();
        let words = format!(
            "{} {} {}",
            told.headline,
            told.summary,
            told.likely.join(" ")
        );
        assert!(
            !words.contains("needs no rules") && !words.contains("works in"),
            "{words}"
        );
    }
}

#[test]
fn answers_of_wordpress_and_of_plugins() {
    let uncached = "expires: Wed, 11 Jan 1984 05:00:00 GMT\ncache-control: no-cache, must-revalidate, max-age=0";
    for (text, wanted) in [
        (format!("HTTP/2 400\n{uncached}\ncontent-length: 0\n\n"), "400 gateway-refused"),
        ("HTTP/2 400\nserver: nginx\ncontent-length: 0\n\n".to_owned(), "400 undetermined"),
        ("400".to_owned(), "400 undetermined"),
        ("HTTP/1.1 400 Bad Request\n\n-1".to_owned(), "400 gateway-inactive"),
        (format!("HTTP/2 500\n{uncached}\n\n<div class=\"wp-die-message\">PayPal IPN Request Failure</div>"), "500 gateway-refused"),
        ("HTTP/1.1 202 Accepted\n\n-1".to_owned(), "202 healthy"),
        ("HTTP/1.1 204 No Content\nserver: nginx\n\n".to_owned(), "204 undetermined"),
        ("HTTP/1.1 200 OK\nserver: nginx\ncontent-length: 0\n\n".to_owned(), "200 undetermined"),
        ("HTTP/1.1 200 OK\nserver: nginx\n\nAccess Denied".to_owned(), "200 blocked"),
        ("HTTP/1.1 404 Not Found\nserver: nginx\n\n".to_owned(), "404 undetermined"),
        (r#"{"code":"rest_cannot_access","message":"Only authenticated users","data":{"status":401}}"#.to_owned(), "401 rest-locked"),
        (r#"{"code":"rest_no_route","message":"No route was found","data":{"status":404}}"#.to_owned(), "404 undetermined"),
        (r#"{"code":"rest_forbidden","message":"Sorry, you are not allowed to do that.","data":{"status":401}}"#.to_owned(), "401 gateway-refused"),
        (r#"{"code":"rest_missing_callback_param","message":"Missing parameter(s): id","data":{"status":400}}"#.to_owned(), "400 gateway-refused"),
        ("HTTP/1.1 404 Not Found\ncontent-type: application/json\n\n{\"code\":\"rest_no_route\",\"message\":\"No route\",\"data\":{\"status\":404}}".to_owned(), "404 undetermined"),
        ("HTTP/2 302\nlocation: https://pay.example.net/landing\nx-kinsta-cache: HIT\nage: 1193".to_owned(), "302 cached-callback"),
        ("HTTP/2 302\nlocation: https://pay.example.net/landing\nx-kinsta-cache: MISS".to_owned(), "302 redirected"),
        ("Request URL: http://shop.example.com/wc-api/A/\nStatus Code: 301\nlocation: https://shop.example.com/wc-api/A/\ncf-cache-status: HIT\nage: 7".to_owned(), "301 redirected"),
    ] {
        assert_eq!(told(&text), wanted, "{text}");
    }
}

#[test]
fn json_of_what_was_sent_is_no_answer() {
    all(&[
        (
            r#"{"status":403,"request":{"headers":{"cf-mitigated":"challenge","server":"cloudflare"},"body":"card=4111"}}"#,
            "403 blocked",
        ),
        (
            r#"{"status":200,"request":{"headers":{"a":"b"},"body":"-1"}}"#,
            "200 undetermined",
        ),
        (
            r#"{"status":"Order 200 is pending","http_status":503,"headers":{"server":"nginx"},"body":"<h1>down</h1>"}"#,
            "503 server-error",
        ),
        (
            r#"{"status":"pending","code":"Order 404","response":{"status":"500 Internal Server Error"}}"#,
            "500 server-error",
        ),
        (
            r#"{"id":"evt","data":{"object":{"status":200,"body":"-1"}}}"#,
            "unreadable",
        ),
        (
            r#"{"status_code":"200","transaction_status":"settlement","gross_amount":"500.00"}"#,
            "unreadable",
        ),
        (
            r#"{"status_code":"404","transaction_id":"x","http_status":500}"#,
            "500 server-error",
        ),
        (
            r#"{"payload":{"status":403},"sent":{"code":500},"http_status":404}"#,
            "404 undetermined",
        ),
        (
            r#"{"url":"https://shop.example.com/wc-api/A/","attempts":[{"status":403},{"status":200}]}"#,
            "403 blocked",
        ),
        (
            r#"{"httpStatus":0,"url":"https://shop.example.com/wc-api/A/"}"#,
            "- unreachable",
        ),
        (
            r#"{"ray":"1","action":"managed_challenge","clientRequestPath":"/wc-api/A/","clientRequestHTTPHost":"shop.example.com"}"#,
            "- challenge",
        ),
        (
            r#"{"ruleId":"bic","action":"block","source":"bic","edgeResponseStatus":403,"clientRequestPath":"/wc-api/A/"}"#,
            "403 blocked",
        ),
        ("[1, 2", "unreadable"),
    ]);
    let told = first(r#"{"url":"https://shop.example.com/wc-api/A/","status":403,"request":{"body":"card=4111"}}"#).unwrap();
    assert!(!format!("{told:?}").contains("4111"));
}

#[test]
fn a_body_in_the_line_of_its_status_is_read() {
    for (text, blocker) in [
        (
            "code (ERROR): 403, Response: \"error code: 1010\"",
            "cloudflare-1010",
        ),
        ("HTTP 403 error code: 1010", "cloudflare-1010"),
        (
            "Failed (403): <html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>",
            "nginx-403",
        ),
        (
            "Svar: <html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>",
            "nginx-403",
        ),
    ] {
        let told = first(text).unwrap();
        assert_eq!(told.blocker.as_deref(), Some(blocker), "{text}: {told:?}");
    }
}

#[test]
fn nothing_seen_is_never_nothing_wrong() {
    for text in [
        "404",
        "410",
        "200",
        "HTTP 404",
        "204",
        "-1",
        "400",
        "503",
        "Webhook failed",
        "403",
        "401",
        "Read timed out",
    ] {
        let told = first(text).unwrap();
        let words = format!("{} {}", told.headline, told.summary);
        assert!(
            !words.contains("Nothing wrong") && !words.contains("in order"),
            "{text}: {words}"
        );
        assert!(
            !told.headline.is_empty() && !told.next.is_empty() && !told.remedy.steps.is_empty(),
            "{text}"
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(300))]
    #[test]
    fn whatever_the_text_it_is_explained_or_refused(
        text in "(\\PC|[0-9./:,()\"'\\-\\n \\[\\]{}<>=]|HTTP/1.1 403 |curl |\"POST /wc-api/A/ HTTP/1.1\" 404 |http://a.b/|not |status |[error] ){0,60}",
    ) {
        if let Ok(input) = given::read(&text) {
            for told in explain::explain_all(&input, Language::En) {
                proptest::prop_assert!(!told.headline.is_empty());
                proptest::prop_assert!(told.status.is_none_or(|status| (100..=999).contains(&status)));
            }
        }
    }
}

#[test]
fn long_texts_take_no_longer_than_their_length() {
    // Each would take hours where time grew with the square of the length.
    for piece in [
        "403 ", "not ", "HTTP ", "(", "\n", "<", "\"POST ", "curl ", "a: b\n", "200 299 ", "[",
        "http://", "-1\n", "ø",
    ] {
        let _ = told(&piece.repeat(64 * 1024 / piece.len()));
        let _ = told(&piece.repeat(2 * 1024 * 1024 / piece.len()));
    }
}

/// What the field announces while somebody types, the reader then reads.
#[test]
fn nothing_is_announced_that_is_then_refused() {
    let push = "https://shop.example.com/wc-api/KCO_WC_Push/?kco_wc_order_id=1";
    let page = "<!doctype html><html><head><title>Forbidden</title></head><body>No</body></html>";
    for text in [
        format!(
            "2026-11-27 14:03:22 push {push} 503\n2026-11-27 18:03:22 push {push} 503\n2026-11-27 22:03:22 push {push} 503"
        ),
        format!(
            "Hello,\n\nyour callback gets a 503 since Friday.\n\nAddress: {push}\n\nKind regards\nSupport"
        ),
        format!("10482\t2026-11-27\t{push}\t503\tfailed"),
        format!("POST {push} 503\nPOST {push} 503\nPOST {push} 403"),
        format!("Push failed. Response code: 403. Response body: {page}"),
        "Time: 2026-11-27 14:03\nResponse code: 503\nAttempts: 5".to_owned(),
        format!("Statuskod: 503\nAdress: {push}"),
        "HTTP-Statuscode: 503".to_owned(),
        "the callback gets a 503".to_owned(),
    ] {
        let kind = given::Kind::guess(&text);
        assert!(
            kind.is_explained() && kind != given::Kind::Unknown,
            "{kind:?}: {text}"
        );
        let told = first(&text).unwrap_or_else(|| panic!("{kind:?}, and not read: {text}"));
        assert!(matches!(told.status, Some(403 | 503)), "{told:?}: {text}");
        assert_ne!(
            told.verdict,
            callback_doctor::report::Verdict::Pass,
            "{text}"
        );
    }
    for text in [
        "Read timed out",
        "SSL handshake failed",
        "SSL certificate problem: certificate has expired",
        "Could not resolve host: shop.example.com",
        "Connection refused",
    ] {
        assert_eq!(given::Kind::guess(text), given::Kind::Status, "{text}");
        assert!(first(text).is_some(), "{text}");
    }
}
