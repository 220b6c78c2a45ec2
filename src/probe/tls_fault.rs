//! Why a secure connection failed, in whatever words a client says it.

/// Why a secure connection failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TlsFault {
    /// The certificate has expired.
    Expired,
    /// The certificate is not valid yet.
    NotYetValid,
    /// One of the two; the client does not say which.
    OutOfDate,
    /// The server has no certificate for this name.
    WrongName,
    /// The server made its certificate itself.
    SelfSigned,
    /// The server sends its own certificate alone, without those that lead to a known authority.
    IncompleteChain,
    /// No known authority stands behind the certificate, or the chain to it is not sent.
    UnknownIssuer,
    /// The authority has withdrawn the certificate.
    Revoked,
    /// The server knows only old versions of TLS.
    OldProtocol,
    /// Both could not agree on how to talk: version, cipher, or something else that the server wants.
    NothingInCommon,
    /// The server wants a certificate of the caller.
    ClientCertificate,
    /// What answers on the port of https does not speak it, most often plain http.
    NotTls,
    /// Nothing listens on the port of https.
    PortClosed,
}

/// Signs in the words of clients, between bars, of letters and digits alone: `SSL_HANDSHAKE_FAILURE` is written
/// `handshake failure` by others. The first that is found counts, so the more exact stand above.
///
/// Sources: Chromium's `net_error_list.h`; NSS's `SECerrs.h`, `SSLerrs.h` and Firefox's `nsserrors.properties`; OpenSSL 3's
/// `x509_txt.c` and `ssl_err.c`; Schannel's error codes; rustls 0.23 (read 2026-11-28).
const SIGNS: &[(TlsFault, &str)] = &[
    (
        TlsFault::ClientCertificate,
        "certificaterequired|clientcertificate|clientauthcert|cannotverifyyourcertificate|badcertalert",
    ),
    (
        TlsFault::OutOfDate,
        "expiredorisnotyetvalid|certdateinvalid|nottimevalid",
    ),
    (TlsFault::NotYetValid, "notyetvalid|notvalidyet"),
    (
        TlsFault::Expired,
        "hasexpired|certificateexpired|certexpired|expiredcertificate|expiredissuer",
    ),
    (
        TlsFault::WrongName,
        "commonnameinvalid|badcertdomain|doesnotmatchtheserver|noalternativecertificatesubject|\
         doesnotmatchtargethost|dnsnamematching|namemismatch|doesnotmatchcertificate|altnameinvalid|\
         notvalidforname|certificateisvalidfor|wrongprincipal|targetprincipalname|unrecognizedname|\
         unrecognisedname",
    ),
    (
        TlsFault::IncompleteChain,
        "certificatealone|verifythefirstcertificate|verifyleafsignature|partialchain",
    ),
    (
        TlsFault::UnknownIssuer,
        "incertificatechain|signedcertinchain",
    ),
    (TlsFault::SelfSigned, "selfsigned"),
    (
        TlsFault::UnknownIssuer,
        "certauthorityinvalid|unknownissuer|untrustedissuer|issuerisnotrecognized|localissuercertificate|\
         unknownauthority|validcertificationpath|untrustedroot",
    ),
    (TlsFault::Revoked, "revoked"),
    (
        TlsFault::OldProtocol,
        "unsupportedversion|unsupportedprotocol|protocolversion|doesnotsupporttls12|tlsversionisdisabled",
    ),
    (
        TlsFault::NothingInCommon,
        "versionorciphermismatch|nocypheroverlap|nocommonencryption|commonalgorithm|algorithmmismatch|\
         nosharedcipher|suitesincommon|groupsincommon|handshakefailure|acceptablesetofsecurity",
    ),
    (
        TlsFault::NotTls,
        "recordtoolong|maximumpermissiblelength|wrongversionnumber|packetlengthtoolong|routineshttprequest|\
         doesnotlooklikeatls|plainhttp",
    ),
];

impl TlsFault {
    /// Every fault.
    pub const ALL: [Self; 13] = [
        Self::Expired,
        Self::NotYetValid,
        Self::OutOfDate,
        Self::WrongName,
        Self::SelfSigned,
        Self::IncompleteChain,
        Self::UnknownIssuer,
        Self::Revoked,
        Self::OldProtocol,
        Self::NothingInCommon,
        Self::ClientCertificate,
        Self::NotTls,
        Self::PortClosed,
    ];

    /// The fault that a client's words name: Chromium's, Firefox's, curl's, rustls's, those of servers in other languages.
    /// `None` where they only say that it failed. A closed port is no matter of words.
    pub fn of(words: &str) -> Option<Self> {
        let plain = words.chars().filter(char::is_ascii_alphanumeric);
        let words: String = plain.map(|c| c.to_ascii_lowercase()).collect();
        SIGNS
            .iter()
            .find(|(_, signs)| signs.split('|').any(|sign| words.contains(sign)))
            .map(|(fault, _)| *fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table of cases is long")]
    fn each_client_names_the_fault_in_its_own_words() {
        use TlsFault::*;
        for (words, expected) in [
            // Chromium.
            ("net::ERR_CERT_DATE_INVALID", Some(OutOfDate)),
            ("net::ERR_CERT_COMMON_NAME_INVALID", Some(WrongName)),
            ("net::ERR_CERT_AUTHORITY_INVALID", Some(UnknownIssuer)),
            ("net::ERR_CERT_REVOKED", Some(Revoked)),
            (
                "net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
                Some(NothingInCommon),
            ),
            (
                "net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED",
                Some(ClientCertificate),
            ),
            ("net::ERR_BAD_SSL_CLIENT_AUTH_CERT", Some(ClientCertificate)),
            ("net::ERR_SSL_UNRECOGNIZED_NAME_ALERT", Some(WrongName)),
            ("net::ERR_SSL_PROTOCOL_ERROR", None),
            ("net::ERR_CONNECTION_REFUSED", None),
            // Firefox, by name and in its sentences.
            ("SEC_ERROR_EXPIRED_CERTIFICATE", Some(Expired)),
            ("SEC_ERROR_UNKNOWN_ISSUER", Some(UnknownIssuer)),
            ("SSL_ERROR_BAD_CERT_DOMAIN", Some(WrongName)),
            ("MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT", Some(SelfSigned)),
            (
                "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE",
                Some(NotYetValid),
            ),
            ("SSL_ERROR_UNSUPPORTED_VERSION", Some(OldProtocol)),
            ("SSL_ERROR_PROTOCOL_VERSION_ALERT", Some(OldProtocol)),
            ("SSL_ERROR_NO_CYPHER_OVERLAP", Some(NothingInCommon)),
            ("SSL_ERROR_RX_RECORD_TOO_LONG", Some(NotTls)),
            ("SSL_ERROR_HANDSHAKE_FAILURE_ALERT", Some(NothingInCommon)),
            ("Peer’s Certificate has expired.", Some(Expired)),
            (
                "Peer’s Certificate issuer is not recognized.",
                Some(UnknownIssuer),
            ),
            (
                "The certificate is not trusted because it is self-signed.",
                Some(SelfSigned),
            ),
            (
                "The server presented a certificate that is not yet valid.",
                Some(NotYetValid),
            ),
            (
                "Unable to communicate securely with peer: requested domain name does not match the server’s certificate.",
                Some(WrongName),
            ),
            (
                "Peer using unsupported version of security protocol.",
                Some(OldProtocol),
            ),
            (
                "Peer reports incompatible or unsupported protocol version.",
                Some(OldProtocol),
            ),
            (
                "Cannot communicate securely with peer: no common encryption algorithm(s).",
                Some(NothingInCommon),
            ),
            (
                "SSL peer was unable to negotiate an acceptable set of security parameters.",
                Some(NothingInCommon),
            ),
            (
                "SSL received a record that exceeded the maximum permissible length.",
                Some(NotTls),
            ),
            (
                "SSL peer cannot verify your certificate.",
                Some(ClientCertificate),
            ),
            ("Das Zertifikat ist abgelaufen.", None),
            // curl with OpenSSL, old and new, and with Schannel.
            (
                "curl: (60) SSL certificate problem: certificate has expired",
                Some(Expired),
            ),
            (
                "curl: (60) SSL certificate problem: certificate is not yet valid",
                Some(NotYetValid),
            ),
            (
                "SSL certificate problem: self signed certificate",
                Some(SelfSigned),
            ),
            (
                "SSL certificate problem: self-signed certificate",
                Some(SelfSigned),
            ),
            (
                "SSL certificate problem: self-signed certificate in certificate chain",
                Some(UnknownIssuer),
            ),
            (
                "SSL certificate problem: unable to get local issuer certificate",
                Some(UnknownIssuer),
            ),
            (
                "SSL certificate problem: unable to verify the first certificate",
                Some(IncompleteChain),
            ),
            (
                "SSL: no alternative certificate subject name matches target host name 'shop.example'",
                Some(WrongName),
            ),
            (
                "SSL: certificate subject name 'x' does not match target host name 'y'",
                Some(WrongName),
            ),
            (
                "error:0A00010B:SSL routines::wrong version number",
                Some(NotTls),
            ),
            (
                "error:0A0000C6:SSL routines::packet length too long",
                Some(NotTls),
            ),
            (
                "error:0A000102:SSL routines::unsupported protocol",
                Some(OldProtocol),
            ),
            (
                "error:0A00042E:SSL routines::tlsv1 alert protocol version",
                Some(OldProtocol),
            ),
            (
                "error:0A000410:SSL routines::sslv3 alert handshake failure",
                Some(NothingInCommon),
            ),
            (
                "error:0A00045C:SSL routines::tlsv13 alert certificate required",
                Some(ClientCertificate),
            ),
            (
                "schannel: SEC_E_UNTRUSTED_ROOT (0x80090325)",
                Some(UnknownIssuer),
            ),
            (
                "schannel: SEC_E_CERT_EXPIRED (0x80090328) - The received certificate has expired.",
                Some(Expired),
            ),
            (
                "schannel: SNI or certificate check failed: SEC_E_WRONG_PRINCIPAL (0x80090322)",
                Some(WrongName),
            ),
            (
                "schannel: next InitializeSecurityContext failed: SEC_E_ALGORITHM_MISMATCH",
                Some(NothingInCommon),
            ),
            (
                "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to shop.example:443",
                None,
            ),
            // rustls.
            (
                "invalid peer certificate: certificate expired: verification time 1 (UNIX)",
                Some(Expired),
            ),
            (
                "invalid peer certificate: certificate not valid yet: verification time 1",
                Some(NotYetValid),
            ),
            (
                "invalid peer certificate: certificate not valid for name \"a\"; certificate is only valid for b",
                Some(WrongName),
            ),
            (
                "invalid peer certificate: UnknownIssuer",
                Some(UnknownIssuer),
            ),
            ("received fatal alert: ProtocolVersion", Some(OldProtocol)),
            (
                "received fatal alert: HandshakeFailure",
                Some(NothingInCommon),
            ),
            (
                "received fatal alert: CertificateRequired",
                Some(ClientCertificate),
            ),
            ("received fatal alert: UnrecognisedName", Some(WrongName)),
            // Others that shops and providers run.
            (
                "PKIX path building failed: unable to find valid certification path to requested target",
                Some(UnknownIssuer),
            ),
            (
                "x509: certificate has expired or is not yet valid",
                Some(OutOfDate),
            ),
            (
                "x509: certificate signed by unknown authority",
                Some(UnknownIssuer),
            ),
            (
                "x509: certificate is valid for a.example, not b.example",
                Some(WrongName),
            ),
            (
                "tls: first record does not look like a TLS handshake",
                Some(NotTls),
            ),
            (
                "Hostname/IP does not match certificate's altnames",
                Some(WrongName),
            ),
            ("", None),
        ] {
            assert_eq!(TlsFault::of(words), expected, "{words}");
        }
    }
}
