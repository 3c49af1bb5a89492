//! The two secrets outside database and bucket. The site's seals its tokens and salts the codes. The desk's protects every
//! password if the database is stolen; a site process alone never reads it.

use std::io::ErrorKind;
use std::path::Path;
use zeroize::Zeroizing;

use crate::chance;
use crate::proofs::Proofs;
use crate::sealing::{TokenKey, derive};
use crate::stretching::Stretching;

pub mod desk_keys;
pub mod pins;
pub use pins::Pins;

#[derive(Clone)]
pub struct Secrets {
    /// Seals form state, CAPTCHA challenges and passes of the site.
    pub site_tokens: TokenKey,
    /// The salt of receipt and withdrawal codes.
    pub code_salt: Zeroizing<[u8; 32]>,
    /// The site's half of the key to saved form steps; the other half is in the browser's cookie.
    pub form_steps: Zeroizing<[u8; 32]>,
    /// Mixed into every password.
    pub desk: Zeroizing<[u8; 32]>,
    /// Seals sign-in steps and form state of the desk.
    pub desk_tokens: TokenKey,
    /// What this host knows of the Societies' roots; no secret, but outside database and bucket as well.
    pub pins: Pins,
    /// Proves the rows that authorise, under a key from the desk's secret.
    pub proofs: Proofs,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    #[error("{0}: 64 hexadecimal digits were expected")]
    NotHex(String),
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
}

impl Secrets {
    /// Reads the files, and makes a missing one, readable by its owner only. Without `desk_file`, in a process of the site, the
    /// desk's secret is random and opens nothing.
    pub fn read(site_file: &Path, desk_file: Option<&Path>) -> Result<Secrets, SecretError> {
        let site = read_or_make(site_file)?;
        let desk = desk_file.map_or_else(|| Ok(Zeroizing::new(chance::bytes::<32>())), read_or_make)?;
        Ok(Self::from_bytes(&site, &desk))
    }

    /// The desk's secret alone, from its file.
    pub fn read_desk(file: &Path) -> Result<Zeroizing<[u8; 32]>, SecretError> {
        read_or_make(file)
    }

    /// Derives keys with these secrets, in one of the pools.
    pub fn deriving_in<'a>(&'a self, pool: &'a Stretching) -> KeyDerivation<'a> {
        KeyDerivation { secrets: self, pool }
    }

    /// The same secrets, with this host's pins.
    pub fn with_pins(self, pins: Pins) -> Secrets {
        Secrets { pins, ..self }
    }

    /// Short fingerprints of the site's and the desk's secret, which reveal nothing about them. A backup notes them, to say
    /// which two secrets it needs.
    pub fn marks(&self) -> [String; 2] {
        [&self.code_salt, &self.desk].map(|secret| hex(&derive(secret.as_slice(), "kinlight/mark")[..8]))
    }

    pub fn from_bytes(site: &[u8; 32], desk: &[u8; 32]) -> Secrets {
        Secrets {
            site_tokens: TokenKey::derived(site, "kinlight/site-tokens"),
            code_salt: derive(site, "kinlight/code-salt"),
            form_steps: derive(site, "kinlight/form-steps"),
            desk: derive(desk, "kinlight/passwords"),
            desk_tokens: TokenKey::derived(desk, "kinlight/desk-tokens"),
            pins: Pins::default(),
            proofs: Proofs::new(derive(desk, "kinlight/proofs")),
        }
    }
}

/// What keys are derived with from a password or a code: the secrets that a thief of the database lacks, and the pool in which
/// each guess is stretched.
#[derive(Clone, Copy)]
pub struct KeyDerivation<'a> {
    pub secrets: &'a Secrets,
    pub pool: &'a Stretching,
}

fn read_or_make(path: &Path) -> Result<Zeroizing<[u8; 32]>, SecretError> {
    let named = |e| SecretError::Io(path.display().to_string(), e);
    match std::fs::read_to_string(path) {
        Ok(text) => from_hex(text.trim()).ok_or_else(|| SecretError::NotHex(path.display().to_string())),
        Err(e) if e.kind() == ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(named)?;
            }
            match make(path) {
                // Another process of this installation was faster: use its secret.
                Err(e) if e.kind() == ErrorKind::AlreadyExists => read_or_make(path),
                made => made.map_err(named),
            }
        }
        Err(e) => Err(named(e)),
    }
}

/// The file appears under its name only when it is complete.
fn make(path: &Path) -> std::io::Result<Zeroizing<[u8; 32]>> {
    let secret = Zeroizing::new(chance::bytes::<32>());
    let unfinished = path.with_extension(format!("{}.unfinished", chance::name()));
    write_private(&unfinished, hex(&secret[..]).as_bytes())?;
    let named = std::fs::hard_link(&unfinished, path);
    std::fs::remove_file(&unfinished)?;
    named.map(|()| secret)
}

/// Writes a new file that only its owner can read.
pub fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn from_hex(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut out = Zeroizing::new([0u8; 32]);
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(out)
}
