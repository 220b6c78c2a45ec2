//! The certificates of the shops.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use callback_doctor::shop::DEMO_DOMAIN;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedKey, DnType, GeneralSubtree, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, NameConstraints, date_time_ymd, generate_simple_self_signed,
};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};

use crate::situation::Situation;

/// Names on the certificate of a single shop.
const NAMES: [&str; 4] = [
    "shop.example.com",
    "*.shop.example.com",
    "127.0.0.1",
    "localhost",
];

/// Seconds of a year of the Gregorian calendar, on average.
const YEAR: u64 = 31_556_952;

/// The server's side of TLS, and what a client has to trust (DER).
pub(crate) struct Tls {
    pub(crate) config: Arc<ServerConfig>,
    pub(crate) trusted: Vec<u8>,
}

/// A single shop has a certificate that it made itself.
pub(crate) fn of_one_shop() -> io::Result<Tls> {
    let names = NAMES.map(str::to_owned).to_vec();
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(names).map_err(io::Error::other)?;
    let trusted = cert.der().to_vec();
    Ok(Tls {
        config: config(vec![cert.der().clone()], &signing_key)?,
        trusted,
    })
}

/// The demo's shops have one of an authority that answers for their names alone, so that a person can trust it for good.
/// Its key is kept in this file, if there is one.
pub(crate) fn of_the_demo(kept: Option<&Path>) -> io::Result<Tls> {
    let key = match kept {
        Some(file) => kept_key(file)?,
        None => new_key()?,
    };
    let authority = authority()?;
    // Made anew each time, but of the same name and key: who trusts one trusts all.
    let trusted = authority.self_signed(&key).map_err(io::Error::other)?;
    let names = Situation::all().flat_map(Situation::hosts);
    let names: Vec<String> = names
        .chain([DEMO_DOMAIN.to_owned(), format!("*.{DEMO_DOMAIN}")])
        .collect();
    let mut params = CertificateParams::new(names).map_err(io::Error::other)?;
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let year = i32::try_from(since.map_or(0, |since| since.as_secs()) / YEAR).unwrap_or(0) + 1970;
    // Some systems refuse what is valid for more than 825 days.
    params.not_before = date_time_ymd(year - 1, 12, 1);
    params.not_after = date_time_ymd(year + 1, 2, 1);
    params
        .distinguished_name
        .push(DnType::CommonName, DEMO_DOMAIN);
    params.use_authority_key_identifier_extension = true;
    let own_key = new_key()?;
    let issuer = Issuer::new(authority, key);
    let cert = params
        .signed_by(&own_key, &issuer)
        .map_err(io::Error::other)?;
    Ok(Tls {
        config: config(vec![cert.der().clone(), trusted.der().clone()], &own_key)?,
        trusted: trusted.der().to_vec(),
    })
}

fn authority() -> io::Result<CertificateParams> {
    let mut params = CertificateParams::new(Vec::new()).map_err(io::Error::other)?;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: vec![GeneralSubtree::DnsName(DEMO_DOMAIN.to_owned())],
        excluded_subtrees: Vec::new(),
    });
    params.not_before = date_time_ymd(2026, 1, 1);
    params.not_after = date_time_ymd(2046, 1, 1);
    params
        .distinguished_name
        .push(DnType::CommonName, "Callback Doctor's demo shops");
    Ok(params)
}

fn kept_key(file: &Path) -> io::Result<KeyPair> {
    if let Ok(der) = fs::read(file) {
        return KeyPair::try_from(der).map_err(io::Error::other);
    }
    let key = new_key()?;
    // Whoever builds elsewhere has no such folder yet.
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, key.serialize_der())?;
    Ok(key)
}

fn new_key() -> io::Result<KeyPair> {
    KeyPair::generate().map_err(io::Error::other)
}

fn config(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> io::Result<Arc<ServerConfig>> {
    let key = PrivatePkcs8KeyDer::from(key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(chain, key.into())
        .map_err(io::Error::other)?;
    Ok(Arc::new(config))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_the_authority_is_kept() {
        let file = std::env::temp_dir().join(format!("callback-doctor-{}.key", std::process::id()));
        let key = kept_key(&file).unwrap();
        assert_eq!(
            kept_key(&file).unwrap().serialize_der(),
            key.serialize_der()
        );
        fs::remove_file(&file).unwrap();
    }
}
