//! A self-signed certificate for the names that the shops answer to.

use std::io;
use std::sync::Arc;

use callback_doctor::shop::DEMO_DOMAIN;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::pki_types::PrivatePkcs8KeyDer;

use crate::situation::Situation;

/// Names on the certificate, beside those of the demo's shops.
const NAMES: [&str; 5] = [
    "shop.example.com",
    "*.shop.example.com",
    "127.0.0.1",
    "localhost",
    DEMO_DOMAIN,
];

/// The server's side of TLS, and the certificate (DER) that a client has to trust.
pub(crate) fn config() -> io::Result<(Arc<ServerConfig>, Vec<u8>)> {
    let names = NAMES.into_iter().map(str::to_owned);
    let names: Vec<String> = names
        .chain(Situation::all().flat_map(Situation::hosts))
        .collect();
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(names).map_err(io::Error::other)?;
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key.into())
        .map_err(io::Error::other)?;
    Ok((Arc::new(config), cert.der().to_vec()))
}
