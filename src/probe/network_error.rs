//! What a browser's words for a failed request mean.

use super::NoAnswer;

/// Reads a failure as browsers word it for extensions: Chromium's `net::ERR_…`, Firefox's `NS_ERROR_…`, and Firefox's
/// sentences, which it has for faults of the secure connection alone and writes in the person's language.
///
/// Source: Chromium's `net_error_list.h`; Firefox ESR 153, measured.
pub fn network_error(words: &str) -> NoAnswer {
    let Some(name) = words
        .strip_prefix("net::ERR_")
        .or_else(|| words.strip_prefix("NS_ERROR_"))
    else {
        // A sentence has spaces; a bare name is one that is not known here, unless it names a fault of its own.
        let of_tls = ["SEC_ERROR_", "SSL_ERROR_", "MOZILLA_PKIX_ERROR_"];
        return if words.trim().contains(' ') || of_tls.iter().any(|name| words.starts_with(name)) {
            NoAnswer::Tls
        } else {
            NoAnswer::Unknown
        };
    };
    let begins = |with: &[&str]| with.iter().any(|start| name.starts_with(start));
    if begins(&[
        "CERT_",
        "SSL_",
        "BAD_SSL",
        "ECH_",
        "CERTIFICATE_",
        "NET_SSL",
    ]) {
        NoAnswer::Tls
    } else if begins(&[
        "NAME_",
        "DNS_",
        "ICANN_",
        "UNKNOWN_HOST",
        "UNKNOWN_PROXY_HOST",
    ]) {
        NoAnswer::Dns
    } else if begins(&[
        "CONNECTION_REFUSED",
        "ADDRESS_UNREACHABLE",
        "ADDRESS_INVALID",
    ]) {
        NoAnswer::Refused
    } else if begins(&["CONNECTION_TIMED_OUT", "TIMED_OUT", "NET_TIMEOUT"]) {
        NoAnswer::Timeout
    } else if begins(&[
        "CONNECTION_RESET",
        "CONNECTION_CLOSED",
        "CONNECTION_ABORTED",
        "NOT_CONNECTED",
        "EMPTY_RESPONSE",
        "SOCKET_NOT_CONNECTED",
        "CONTENT_LENGTH_MISMATCH",
        "INCOMPLETE_CHUNKED_ENCODING",
        "NET_RESET",
        "NET_INTERRUPT",
        "NET_PARTIAL_TRANSFER",
        "NET_EMPTY_RESPONSE",
    ]) {
        NoAnswer::Reset
    } else if begins(&[
        "INVALID_HTTP_RESPONSE",
        "INVALID_RESPONSE",
        "INVALID_CHUNKED_ENCODING",
        "RESPONSE_HEADERS_",
        "DISALLOWED_URL_SCHEME",
        "HTTP2_",
        "HTTP_1_1_REQUIRED",
        "QUIC_",
        "PARSING_HTTP_STATUS_LINE",
        "NET_HTTP2",
        "INVALID_CONTENT_ENCODING",
    ]) {
        NoAnswer::NotHttp
    } else if begins(&[
        "BLOCKED_BY_",
        "ACCESS_DENIED",
        "NETWORK_ACCESS_DENIED",
        "CONTENT_BLOCKED",
        "TRACKING_URI",
    ]) {
        NoAnswer::NotPermitted
    } else {
        NoAnswer::Unknown
    }
}

/// Whether a browser's words say that the connection was gone before the request was on its way, or that this computer's own
/// network changed: that tells nothing of the shop. Other broken connections do, since browsers themselves ask once more
/// where one broke that they had kept from before.
///
/// Source: Chromium's `net_error_list.h` and `HttpNetworkTransaction::HandleIOError`.
pub(super) fn is_lost(words: &str) -> bool {
    matches!(
        words,
        "net::ERR_SOCKET_NOT_CONNECTED"
            | "net::ERR_NETWORK_CHANGED"
            | "net::ERR_NETWORK_IO_SUSPENDED"
            | "NS_ERROR_NOT_CONNECTED"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_connection_is_no_reset() {
        assert!(is_lost("net::ERR_SOCKET_NOT_CONNECTED"));
        for of_the_shop in [
            "net::ERR_CONNECTION_RESET",
            "net::ERR_EMPTY_RESPONSE",
            "net::ERR_CONNECTION_REFUSED",
            "net::ERR_INTERNET_DISCONNECTED",
            "NS_ERROR_NET_RESET",
            "",
        ] {
            assert!(!is_lost(of_the_shop), "{of_the_shop}");
        }
    }

    #[test]
    fn words_of_browsers() {
        for (words, expected) in [
            ("net::ERR_CONNECTION_REFUSED", NoAnswer::Refused),
            ("net::ERR_CONNECTION_RESET", NoAnswer::Reset),
            ("net::ERR_EMPTY_RESPONSE", NoAnswer::Reset),
            ("net::ERR_NAME_NOT_RESOLVED", NoAnswer::Dns),
            ("net::ERR_CERT_AUTHORITY_INVALID", NoAnswer::Tls),
            ("net::ERR_SSL_PROTOCOL_ERROR", NoAnswer::Tls),
            ("net::ERR_CONNECTION_TIMED_OUT", NoAnswer::Timeout),
            ("net::ERR_INVALID_HTTP_RESPONSE", NoAnswer::NotHttp),
            ("net::ERR_BLOCKED_BY_CLIENT", NoAnswer::NotPermitted),
            ("net::ERR_ABORTED", NoAnswer::Unknown),
            ("net::ERR_INTERNET_DISCONNECTED", NoAnswer::Unknown),
            ("NS_ERROR_NET_RESET", NoAnswer::Reset),
            ("NS_ERROR_NOT_CONNECTED", NoAnswer::Reset),
            ("net::ERR_SOCKET_NOT_CONNECTED", NoAnswer::Reset),
            ("NS_ERROR_CONNECTION_REFUSED", NoAnswer::Refused),
            ("NS_ERROR_UNKNOWN_HOST", NoAnswer::Dns),
            ("NS_ERROR_NET_TIMEOUT", NoAnswer::Timeout),
            ("NS_BINDING_ABORTED", NoAnswer::Unknown),
            ("SEC_ERROR_EXPIRED_CERTIFICATE", NoAnswer::Tls),
            ("MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT", NoAnswer::Tls),
            (
                "The certificate is not trusted because it is self-signed.",
                NoAnswer::Tls,
            ),
            ("Die Verbindung ist nicht sicher.", NoAnswer::Tls),
            ("", NoAnswer::Unknown),
        ] {
            assert_eq!(network_error(words), expected, "{words:?}");
        }
    }
}
