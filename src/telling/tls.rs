//! The certificate authorities that mail and webhook trust: the system's, and those in the operator's own file.

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    #[error("telling_certificates: {}: a file of certificates in PEM was expected ({why})", file.display())]
    File { file: PathBuf, why: String },
    #[error("no encryption is at hand: {0}")]
    Rustls(#[from] rustls::Error),
}

/// The certificates of the operator's own file.
pub(super) fn own(file: Option<&Path>) -> Result<Vec<CertificateDer<'static>>, CertificateError> {
    let Some(file) = file else { return Ok(Vec::new()) };
    let fault = |why: String| CertificateError::File { file: file.to_owned(), why };
    let found = CertificateDer::pem_file_iter(file).map_err(|error| fault(error.to_string()))?;
    let found = found.collect::<Result<Vec<_>, _>>().map_err(|error| fault(error.to_string()))?;
    if found.is_empty() { Err(fault("it has none".to_owned())) } else { Ok(found) }
}

pub(super) fn client(own: &[CertificateDer<'static>]) -> Result<ClientConfig, CertificateError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    for certificate in own {
        roots.add(certificate.clone())?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
