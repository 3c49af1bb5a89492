//! Which certificates count here: those that a desk known to this host has countersigned. Each is verified once, also over reloads.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::memory::Memory;
use crate::publications::certificate::{Certificate, Hash};
use crate::sealing::VerifyKey;

/// Shared by all clones of a replica's catalogue.
#[derive(Debug, Default)]
pub(super) struct Checks {
    keys: Vec<VerifyKey>,
    pub memory: Memory,
    /// By the hash of text and signature: the certificate, or `None` if they are none.
    known: Mutex<HashMap<Hash, Option<Arc<Certificate>>>>,
    verified: AtomicU64,
    pub withheld: AtomicU64,
    pub altered: AtomicU64,
}

/// One load's use of the checks. What it did not ask for is forgotten when it is done.
pub(super) struct Load<'c> {
    checks: &'c Checks,
    used: HashMap<Hash, Option<Arc<Certificate>>>,
}

impl Checks {
    pub fn new(keys: Vec<VerifyKey>, memory: Memory) -> Checks {
        Checks { keys, memory, ..Checks::default() }
    }

    pub fn has_keys(&self) -> bool {
        !self.keys.is_empty()
    }

    /// How many signatures were verified since the process began.
    pub fn verified(&self) -> u64 {
        self.verified.load(Ordering::Relaxed)
    }

    pub fn load(&self) -> Load<'_> {
        Load { checks: self, used: HashMap::new() }
    }

    /// The certificate, if it counts. It remembers nothing beyond what the last load did.
    pub fn countersigned(&self, text: &str, signature: &[u8]) -> Option<Arc<Certificate>> {
        self.load().certificate(text, signature)
    }

    fn verify(&self, text: &str, signature: &[u8]) -> Option<Arc<Certificate>> {
        self.verified.fetch_add(1, Ordering::Relaxed);
        let is_countersigned = self.keys.iter().any(|key| key.check(text.as_bytes(), signature).is_ok());
        Certificate::parse(text).ok().filter(|_| is_countersigned).map(Arc::new)
    }
}

impl Load<'_> {
    /// The certificate, if a desk has countersigned this text.
    pub fn certificate(&mut self, text: &str, signature: &[u8]) -> Option<Arc<Certificate>> {
        let length = (text.len() as u64).to_be_bytes();
        let hash: Hash =
            Sha256::new().chain_update(length).chain_update(text).chain_update(signature).finalize().into();
        let known = || self.checks.known.lock().unwrap_or_else(PoisonError::into_inner).get(&hash).cloned();
        let found = match known() {
            Some(known) => known,
            None => self.checks.verify(text, signature),
        };
        self.used.insert(hash, found.clone());
        found
    }

    pub fn done(self) {
        *self.checks.known.lock().unwrap_or_else(PoisonError::into_inner) = self.used;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publications::certificate::tests::certificate;
    use crate::sealing::SigningKey;

    #[test]
    fn a_certificate_is_verified_once_over_reloads_and_forgotten_with_its_row() {
        let desk = SigningKey::derived(&[1; 32], "desk");
        let checks = Checks::new(vec![desk.public()], Memory::default());
        let texts: Vec<String> = (0..20).map(|_| certificate().to_string()).collect();
        let reload = |texts: &[String]| {
            let mut load = checks.load();
            for text in texts {
                assert!(load.certificate(text, &desk.sign(text.as_bytes())).is_some());
            }
            load.done();
            checks.verified()
        };
        assert_eq!([reload(&texts), reload(&texts)], [20, 20]);
        // A changed row costs its own check; a row that was away costs one again.
        assert_eq!([reload(&texts[1..]), reload(&texts)], [20, 21]);
    }

    #[test]
    fn only_a_known_desks_word_counts() {
        let [desk, other] = ["desk", "other"].map(|label| SigningKey::derived(&[1; 32], label));
        let checks = Checks::new(vec![desk.public()], Memory::default());
        let text = certificate().to_string();
        let signature = desk.sign(text.as_bytes());
        let counts = |text: &str, signature: &[u8]| checks.load().certificate(text, signature).is_some();
        assert!(counts(&text, &signature));
        assert!(!counts(&text, &other.sign(text.as_bytes())), "another desk");
        assert!(!counts(&text, &[]) && !counts(&text, &signature[..63]));
        assert!(!counts(&text.replace("woman", "man"), &signature), "one fact");
        assert!(!counts("hello\n", &desk.sign(b"hello\n")), "signed, and no certificate");
        assert!(Checks::default().load().certificate(&text, &signature).is_none(), "no desk is known");
    }

    /// `cargo test --release --lib certificates_a_second -- --ignored --nocapture`
    #[test]
    #[ignore = "a measurement"]
    fn certificates_a_second() {
        let desk = SigningKey::derived(&[1; 32], "desk");
        let checks = Checks::new(vec![desk.public()], Memory::default());
        let signed: Vec<(String, Vec<u8>)> = (0..10_000)
            .map(|_| certificate().to_string())
            .map(|text| (text.clone(), desk.sign(text.as_bytes())))
            .collect();
        for what in ["new", "known"] {
            let (began, mut load) = (std::time::Instant::now(), checks.load());
            assert!(signed.iter().all(|(text, signature)| load.certificate(text, signature).is_some()));
            load.done();
            println!("{what}: {:.0} certificates a second", 10_000.0 / began.elapsed().as_secs_f64());
        }
    }
}
